//! What was answered afterwards, and lessons as they stand.

use super::State;
use crate::case::digest::TextRef;
use crate::case::event::{Entry, HotWash, LessonEvent};
use crate::case::party::{Actor, Key};
use jiff::Timestamp;
use serde::Serialize;

/// An answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// To which question.
    pub question: HotWash,
    /// What they say.
    pub text: TextRef,
}

/// What became of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LessonStage {
    /// Proposed.
    Drawn,
    /// In the plan, in this version, and tried by no drill yet.
    Merged(i64),
    /// In the plan, in this version, and tried by this drill.
    Tested(i64, Key),
    /// Nothing came of it.
    Shelved(TextRef),
}

/// A lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lesson {
    /// When it was drawn, and by whom.
    pub drawn: (Timestamp, Actor),
    /// In a sentence.
    pub text: TextRef,
    /// The changes of the plan.
    pub changes: TextRef,
    /// The records it rests on.
    pub records: Vec<u32>,
    /// What became of it.
    pub stage: LessonStage,
}

impl State {
    pub(super) fn apply_lesson(&mut self, event: &LessonEvent, entry: &Entry) {
        let (at, by) = (entry.at, entry.by);
        match event {
            LessonEvent::Answered { question, text, .. } => {
                self.hot_wash.push(Answered { at, by, question: *question, text: *text });
            }
            LessonEvent::Drawn { lesson, text, changes, records, .. } => {
                let (records, stage) = (records.clone(), LessonStage::Drawn);
                let drawn = Lesson { drawn: (at, by), text: *text, changes: *changes, records, stage };
                self.lessons.insert(*lesson, drawn);
            }
            LessonEvent::Merged { lesson, plan } => {
                self.change_lesson(*lesson, |it| it.stage = LessonStage::Merged(*plan))
            }
            LessonEvent::Tested { lesson, drill } => self.change_lesson(*lesson, |it| {
                if let LessonStage::Merged(plan) = it.stage {
                    it.stage = LessonStage::Tested(plan, drill.clone());
                }
            }),
            LessonEvent::Shelved { lesson, why } => {
                self.change_lesson(*lesson, |it| it.stage = LessonStage::Shelved(*why));
            }
        }
    }

    fn change_lesson(&mut self, lesson: u32, change: impl FnOnce(&mut Lesson)) {
        if let Some(lesson) = self.lessons.get_mut(&lesson) {
            change(lesson);
        }
    }
}
