//! A review in one line, so that several can be compared over time.

use super::{Ran, Review};
use crate::case::event::Step;
use crate::case::state::LessonStage;
use jiff::Timestamp;
use serde::Serialize;

/// A review in one line; what is not known is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// When the case was opened.
    pub opened: Option<Timestamp>,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// The highest step it stood on.
    pub worst: Step,
    /// Seconds from the first mention that stood out to the alert.
    pub onset_to_alert: Option<i64>,
    /// Seconds from the alert until somebody acknowledged it.
    pub alert_to_acknowledged: Option<i64>,
    /// Seconds from the opening to the holding statement.
    pub opened_to_holding: Option<i64>,
    /// Seconds from the opening to the full statement.
    pub opened_to_full: Option<i64>,
    /// Deadlines that ended: how many were met, of how many.
    pub clocks: (u32, u32),
    /// Mentions that were taken on: how many were answered, of how many.
    pub answered: (u32, u32),
    /// How often it came back.
    pub relapses: u32,
    /// Lessons: drawn and not set aside; in the plan; tried by a drill.
    pub lessons: (u32, u32, u32),
}

impl Review {
    /// The review in one line.
    pub fn summary(&self) -> Summary {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let ended = self.clocks.iter().filter(|clock| matches!(clock.ran, Ran::Met(_) | Ran::Late(_) | Ran::Missed(_)));
        let met = self.clocks.iter().filter(|clock| matches!(clock.ran, Ran::Met(_)));
        let lessons = |is: fn(&LessonStage) -> bool| count(self.lessons.values().filter(|it| is(&it.stage)).count());
        Summary {
            opened: self.opened,
            ended: self.ended,
            worst: self.worst,
            onset_to_alert: self.times.onset_to_alert,
            alert_to_acknowledged: self.times.alert_to_acknowledged,
            opened_to_holding: self.times.opened_to_holding,
            opened_to_full: self.times.opened_to_full,
            clocks: (count(met.count()), count(ended.count())),
            answered: (self.answers.answered, self.answers.taken_on),
            relapses: self.relapses,
            lessons: (
                lessons(|stage| !matches!(stage, LessonStage::Shelved(_))),
                lessons(|stage| matches!(stage, LessonStage::Merged(_) | LessonStage::Tested(..))),
                lessons(|stage| matches!(stage, LessonStage::Tested(..))),
            ),
        }
    }
}
