//! The plan, action by action: expected, done, late, skipped; and what was done without it.

use super::{Planned, numbered, seconds};
use crate::case::event::{Entry, Event, WorkEvent};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// What came of something that was to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// Done in time, or without a time.
    Done,
    /// Done late, by so many seconds.
    Late(i64),
    /// Set aside by somebody, with a reason.
    SetAside,
    /// Expected, and never done.
    Skipped,
    /// Not done yet, and not late.
    Open,
}

/// Something that was to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Task {
    /// Its number; none: the plan asked for it and it never became a task.
    pub task: Option<u32>,
    /// The action of the plan; none: improvised.
    pub action: Option<String>,
    /// Until when.
    pub due: Option<Timestamp>,
    /// When it was done.
    pub at: Option<Timestamp>,
    /// What came of it.
    pub done: Done,
    /// Its records.
    pub records: Vec<u32>,
}

/// What was to be done, by the log and by the plan.
pub fn tasks(log: &[Entry], planned: &[Planned], until: Timestamp) -> Vec<Task> {
    let mut tasks: BTreeMap<u32, Task> = BTreeMap::new();
    for (record, entry) in numbered(log) {
        let Event::Work(event) = &entry.event else { continue };
        let number = match event {
            WorkEvent::TaskOpened { task, action, due, .. } => {
                tasks.insert(*task, begun(*task, Some(action.clone()), *due));
                *task
            }
            WorkEvent::TaskAdded { task, due, .. } => {
                tasks.insert(*task, begun(*task, None, *due));
                *task
            }
            WorkEvent::TaskHandedOver { task, .. }
            | WorkEvent::TaskDone { task, .. }
            | WorkEvent::TaskSetAside { task, .. }
            | WorkEvent::TaskReopened { task, .. } => *task,
            WorkEvent::Noted { .. } | WorkEvent::Reported { .. } | WorkEvent::Told { .. } => continue,
        };
        let Some(task) = tasks.get_mut(&number) else { continue };
        task.records.push(record);
        (task.at, task.done) = match event {
            WorkEvent::TaskDone { .. } => (Some(entry.at), Done::Done),
            WorkEvent::TaskSetAside { .. } => (None, Done::SetAside),
            WorkEvent::TaskReopened { .. } => (None, Done::Open),
            _ => (task.at, task.done),
        };
    }
    let mut tasks: Vec<Task> = tasks.into_values().map(|task| timed(task, until)).collect();
    for planned in planned {
        let is_it = |task: &Task| task.action.as_deref() == Some(&planned.action);
        if !tasks.iter().any(is_it) {
            tasks.push(Task { task: None, done: Done::Skipped, ..begun(0, Some(planned.action.clone()), None) });
        }
    }
    tasks
}

fn begun(task: u32, action: Option<String>, due: Option<Timestamp>) -> Task {
    Task { task: Some(task), action, due, at: None, done: Done::Open, records: Vec::new() }
}

fn timed(task: Task, until: Timestamp) -> Task {
    let done = match (task.done, task.at, task.due) {
        (Done::Done, Some(at), Some(due)) if at > due => Done::Late(seconds(due, at)),
        (Done::Open, _, Some(due)) if until > due => Done::Skipped,
        (done, _, _) => done,
    };
    Task { done, ..task }
}
