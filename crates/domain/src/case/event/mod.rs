//! What happened in a case. Never change a variant: add one, and a golden file of it.
//!
//! Events are externally tagged and grouped by what they are about; a [`Event::kind`] such as `speech.approved` names one. Numbers are integers or
//! typed figures; free and personal text is a [`TextRef`](super::TextRef); people are ids.

mod board;
mod clock;
mod course;
mod freeze;
mod lesson;
mod measure;
mod mention;
mod speech;
mod work;

pub use board::{BoardEvent, FactSource, FactStatus};
pub use clock::{ClockEvent, ClockOf, Terms};
pub use course::{CourseEvent, Heat, Moment, Opening, Origin, Precision, Step, StepReason};
pub use freeze::{FreezeEvent, HoldOutcome, Left, Thaw};
pub use lesson::{HotWash, LessonEvent};
pub use measure::{Blind, Limit, MeasureEvent, Standing, Test, Theme};
pub use mention::{Exit, Ground, MentionEvent, Platform};
pub use speech::{As, Checked, Cite, Form, Mandated, Outcome, Prepared, Release, Rule, SpeechEvent, Target, Wording};
pub use work::{Visibility, WorkEvent};

use super::party::{Actor, Key, Scope};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The way of the case: steps, roles, triage.
    Course(CourseEvent),
    /// Deadlines.
    Clock(ClockEvent),
    /// Facts.
    Board(BoardEvent),
    /// Tasks, notes, figures, stakeholders.
    Work(WorkEvent),
    /// What is said in public or to one person.
    Speech(SpeechEvent),
    /// One mention.
    Mention(MentionEvent),
    /// Marketing that is held.
    Freeze(FreezeEvent),
    /// What is done to repair, and whether it worked.
    Measure(MeasureEvent),
    /// What is learned.
    Lesson(LessonEvent),
}

impl Event {
    /// Its name: `group.variant`, as it is written.
    pub fn kind(&self) -> String {
        // Both are externally tagged: one key, and within it a key or a word.
        let value = serde_json::to_value(self).unwrap_or_default();
        kind_of(&value).unwrap_or_default()
    }

    /// What makes the command that brought it the same command.
    pub fn key(&self) -> Option<(Scope, &Key)> {
        Some(match self {
            Self::Course(CourseEvent::Opened(opening) | CourseEvent::TakenUp(opening)) => (Scope::Open, &opening.key),
            Self::Board(BoardEvent::Stated { key, .. }) => (Scope::Fact, key),
            Self::Work(WorkEvent::TaskAdded { key, .. }) => (Scope::Task, key),
            Self::Work(WorkEvent::Noted { key, .. }) => (Scope::Note, key),
            Self::Work(WorkEvent::Reported { key, .. }) => (Scope::Figure, key),
            Self::Work(WorkEvent::Told { key, .. }) => (Scope::Told, key),
            Self::Speech(SpeechEvent::Drafted { key, .. }) => (Scope::Draft, key),
            Self::Freeze(FreezeEvent::Begun { key, .. }) => (Scope::Freeze, key),
            Self::Clock(ClockEvent::StartDeclared { key: Some(key), .. }) => (Scope::Declaration, key),
            Self::Mention(MentionEvent::Offered { key: Some(key), .. }) => (Scope::Offer, key),
            Self::Measure(MeasureEvent::Taken { key, .. }) => (Scope::Measure, key),
            Self::Measure(MeasureEvent::Guarded { key, .. }) => (Scope::Guard, key),
            Self::Lesson(LessonEvent::Answered { key, .. }) => (Scope::Answer, key),
            Self::Lesson(LessonEvent::Drawn { key, .. }) => (Scope::Lesson, key),
            _ => return None,
        })
    }
}

/// The name of an event as it is written.
pub(super) fn kind_of(written: &serde_json::Value) -> Option<String> {
    let (group, inner) = written.as_object().filter(|map| map.len() == 1)?.iter().next()?;
    let variant = match inner {
        serde_json::Value::String(word) => word,
        _ => inner.as_object().filter(|map| map.len() == 1)?.keys().next()?,
    };
    Some(format!("{group}.{variant}"))
}

/// An event with when it was decided and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// What.
    pub event: Event,
}

impl From<CourseEvent> for Event {
    fn from(event: CourseEvent) -> Self {
        Self::Course(event)
    }
}

impl From<ClockEvent> for Event {
    fn from(event: ClockEvent) -> Self {
        Self::Clock(event)
    }
}

impl From<BoardEvent> for Event {
    fn from(event: BoardEvent) -> Self {
        Self::Board(event)
    }
}

impl From<WorkEvent> for Event {
    fn from(event: WorkEvent) -> Self {
        Self::Work(event)
    }
}

impl From<SpeechEvent> for Event {
    fn from(event: SpeechEvent) -> Self {
        Self::Speech(event)
    }
}

impl From<MentionEvent> for Event {
    fn from(event: MentionEvent) -> Self {
        Self::Mention(event)
    }
}

impl From<FreezeEvent> for Event {
    fn from(event: FreezeEvent) -> Self {
        Self::Freeze(event)
    }
}

impl From<MeasureEvent> for Event {
    fn from(event: MeasureEvent) -> Self {
        Self::Measure(event)
    }
}

impl From<LessonEvent> for Event {
    fn from(event: LessonEvent) -> Self {
        Self::Lesson(event)
    }
}
