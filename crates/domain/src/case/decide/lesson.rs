//! What is learned: answers of the team, and changes of the plan that were drawn, merged, tried by a drill.

use super::{Case, Command, Decided, Refusal};
use crate::case::event::LessonEvent;
use crate::case::state::{Lesson, LessonStage, next};

impl Case<'_> {
    pub(super) fn lesson(&mut self, command: &Command) -> Decided {
        match command {
            Command::Answer { key, question, text } => {
                self.person()?;
                self.emit(LessonEvent::Answered { key: key.clone(), question: *question, text: *text });
            }
            Command::Draw { key, text, changes, records } => {
                self.person()?;
                // A lesson rests on what happened: records there are.
                let last = self.state.version;
                if let Some(other) = records.iter().find(|record| !(1..=last).contains(*record)) {
                    return Err(Refusal::Missing { what: "record", number: (*other).into() });
                }
                let (key, lesson) = (key.clone(), next(&self.state.lessons));
                let (text, changes, records) = (*text, *changes, records.clone());
                self.emit(LessonEvent::Drawn { key, lesson, text, changes, records });
            }
            Command::Merge { lesson, plan } if self.drawn(*lesson)?.stage == LessonStage::Drawn => {
                self.emit(LessonEvent::Merged { lesson: *lesson, plan: *plan });
            }
            Command::Tested { lesson, drill } if matches!(self.drawn(*lesson)?.stage, LessonStage::Merged(_)) => {
                self.emit(LessonEvent::Tested { lesson: *lesson, drill: drill.clone() });
            }
            Command::ShelveLesson { lesson, why } if self.drawn(*lesson)?.stage == LessonStage::Drawn => {
                self.leads()?;
                self.emit(LessonEvent::Shelved { lesson: *lesson, why: *why });
            }
            _ => {}
        }
        Ok(())
    }

    fn drawn(&self, lesson: u32) -> Result<&Lesson, Refusal> {
        self.state.lessons.get(&lesson).ok_or(Refusal::Missing { what: "lesson", number: lesson.into() })
    }
}
