//! Tasks, the internal log, figures, stakeholders.

use super::{Case, Command, Decided, Refusal};
use crate::case::event::{ClockOf, WorkEvent};
use crate::case::state::{Task, TaskStage, next};

impl Case<'_> {
    pub(super) fn work(&mut self, command: &Command) -> Decided {
        match command {
            Command::AddTask { key, text, owner, deputy, due } => {
                for to in owner.iter().chain(deputy) {
                    self.works(*to)?;
                }
                let task = next(&self.state.tasks);
                let (key, text, owner, deputy, due) = (key.clone(), *text, *owner, *deputy, *due);
                self.emit(WorkEvent::TaskAdded { key, task, text, owner, deputy, due });
                self.watch_task(task);
            }
            Command::HandOverTask { task, to } => {
                self.works(*to)?;
                let found = self.open_one(*task)?;
                if found.owner != Some(*to) {
                    self.emit(WorkEvent::TaskHandedOver { task: *task, to: *to });
                    self.drop_clock(&ClockOf::Task(*task));
                    self.watch_task(*task);
                }
            }
            Command::Do { task, result } => {
                if self.task(*task)?.stage == TaskStage::Done(*result) {
                    return Ok(());
                }
                self.open_one(*task)?;
                self.emit(WorkEvent::TaskDone { task: *task, result: *result });
                self.meet(&ClockOf::Task(*task));
            }
            Command::SetAside { task, why } if self.task(*task)?.stage != TaskStage::SetAside => {
                self.open_one(*task)?;
                self.emit(WorkEvent::TaskSetAside { task: *task, why: *why });
                self.drop_clock(&ClockOf::Task(*task));
            }
            Command::Reopen { task, why } if self.task(*task)?.stage != TaskStage::Open => {
                self.emit(WorkEvent::TaskReopened { task: *task, why: *why });
                self.watch_task(*task);
            }
            Command::Note { key, text, visibility, mentions } => {
                let note = next(&self.state.notes);
                let (key, text, visibility, mentions) = (key.clone(), *text, *visibility, mentions.clone());
                self.emit(WorkEvent::Noted { key, note, text, visibility, mentions });
            }
            Command::Report { key, what, figure, as_of } => {
                let (key, what, figure, as_of) = (key.clone(), *what, *figure, *as_of);
                self.emit(WorkEvent::Reported { key, what, figure, as_of });
            }
            Command::Tell { key, stakeholder, when, text, draft } => {
                if !self.desk.plan.stakeholders.iter().any(|there| there.id == *stakeholder) {
                    return Err(Refusal::NotInPlan { what: "stakeholder" });
                }
                if *when > self.desk.now {
                    return Err(Refusal::Time);
                }
                if let Some(draft) = draft
                    && !self.draft_at(*draft)?.is_sent()
                {
                    return Err(Refusal::Stage(*draft));
                }
                let (key, stakeholder, when) = (key.clone(), stakeholder.clone(), *when);
                self.emit(WorkEvent::Told { key, stakeholder, when, text: *text, draft: *draft });
            }
            _ => {}
        }
        Ok(())
    }

    fn task(&self, task: u32) -> Result<&Task, Refusal> {
        self.state.tasks.get(&task).ok_or(Refusal::Missing { what: "task", number: task.into() })
    }

    fn open_one(&self, task: u32) -> Result<&Task, Refusal> {
        let found = self.task(task)?;
        if found.stage == TaskStage::Open {
            Ok(found)
        } else {
            Err(Refusal::Missing { what: "open task", number: task.into() })
        }
    }
}
