//! Tasks, log, figures and stakeholders as they stand.

use super::State;
use crate::case::digest::TextRef;
use crate::case::event::{Entry, Visibility, WorkEvent};
use crate::case::party::{Actor, Party};
use crate::figure::Figure;
use jiff::Timestamp;
use serde::Serialize;

/// How a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskStage {
    /// To be done.
    Open,
    /// Done, with this result.
    Done(TextRef),
    /// Not to be done.
    SetAside,
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Task {
    /// The action of the plan it comes from.
    pub action: Option<String>,
    /// What, where no action says it.
    pub text: Option<TextRef>,
    /// Who does it.
    pub owner: Option<Party>,
    /// Who stands in.
    pub deputy: Option<Party>,
    /// Until when.
    pub due: Option<Timestamp>,
    /// How it stands.
    pub stage: TaskStage,
    /// When it was last changed, and by whom.
    pub changed: (Timestamp, Actor),
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// What.
    pub text: TextRef,
    /// Who sees it.
    pub visibility: Visibility,
    /// Who is called to it.
    pub mentions: Vec<Party>,
}

/// A figure that somebody reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reported {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// Of what.
    pub what: TextRef,
    /// How many.
    pub figure: Figure,
    /// For when it holds.
    pub as_of: Timestamp,
}

/// A stakeholder who was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Who.
    pub stakeholder: String,
    /// When.
    pub when: Timestamp,
    /// By whom.
    pub by: Actor,
    /// What and how.
    pub text: TextRef,
    /// The draft that told it.
    pub draft: Option<u32>,
}

impl State {
    pub(super) fn apply_work(&mut self, event: &WorkEvent, entry: &Entry) {
        let (at, by) = (entry.at, entry.by);
        let changed = (at, by);
        match event {
            WorkEvent::TaskOpened { task, action, owner, deputy, due } => {
                let (action, stage) = (Some(action.clone()), TaskStage::Open);
                let (owner, deputy, due) = (*owner, *deputy, *due);
                self.tasks.insert(*task, Task { action, text: None, owner, deputy, due, stage, changed });
            }
            WorkEvent::TaskAdded { task, text, owner, deputy, due, .. } => {
                let (text, stage) = (Some(*text), TaskStage::Open);
                let (owner, deputy, due) = (*owner, *deputy, *due);
                self.tasks.insert(*task, Task { action: None, text, owner, deputy, due, stage, changed });
            }
            WorkEvent::TaskHandedOver { task, to } => self.change_task(*task, changed, |it| it.owner = Some(*to)),
            WorkEvent::TaskDone { task, result } => {
                self.change_task(*task, changed, |it| it.stage = TaskStage::Done(*result));
            }
            WorkEvent::TaskSetAside { task, .. } => {
                self.change_task(*task, changed, |it| it.stage = TaskStage::SetAside);
            }
            WorkEvent::TaskReopened { task, .. } => self.change_task(*task, changed, |it| it.stage = TaskStage::Open),
            WorkEvent::Noted { note, text, visibility, mentions, .. } => {
                let (text, visibility, mentions) = (*text, *visibility, mentions.clone());
                self.notes.insert(*note, Note { at, by, text, visibility, mentions });
            }
            WorkEvent::Reported { what, figure, as_of, .. } => {
                self.figures.push(Reported { at, by, what: *what, figure: *figure, as_of: *as_of });
            }
            WorkEvent::Told { stakeholder, when, text, draft, .. } => {
                let (stakeholder, when, text, draft) = (stakeholder.clone(), *when, *text, *draft);
                self.told.push(Told { stakeholder, when, by, text, draft });
            }
        }
    }

    fn change_task(&mut self, task: u32, changed: (Timestamp, Actor), change: impl FnOnce(&mut Task)) {
        if let Some(task) = self.tasks.get_mut(&task) {
            change(task);
            task.changed = changed;
        }
    }

    /// Tasks done, and of how many that are not set aside.
    pub fn task_counts(&self) -> (usize, usize) {
        let done = self.tasks.values().filter(|task| matches!(task.stage, TaskStage::Done(_))).count();
        (done, done + self.open_tasks().count())
    }

    /// Tasks that are to be done.
    pub fn open_tasks(&self) -> impl Iterator<Item = (u32, &Task)> {
        self.tasks.iter().filter(|(_, task)| task.stage == TaskStage::Open).map(|(number, task)| (*number, task))
    }
}
