//! The case as it stands: the fold of its events. Reading only; what may happen next is said in [`decide`](super::decide).

mod board;
mod clock;
mod course;
mod freeze;
mod lesson;
mod measure;
mod mention;
mod passing;
mod speech;
mod work;

pub use board::Fact;
pub use clock::{Clock, Declared, Run};
pub(in crate::case) use course::LEAD;
pub use course::{Assigned, Course};
pub use freeze::{Lease, Queued};
pub use lesson::{Answered, Lesson, LessonStage};
pub use measure::{Guard, Measure, MeasureStage};
pub use mention::{Handling, Offer};
pub use speech::{Approval, Draft, Stage};
pub use work::{Note, Reported, Task, TaskStage, Told};

use super::event::{ClockEvent, CourseEvent, Entry, Event, Opening, Step};
use super::party::{Actor, Key, Party, Scope};
use crate::id::{MentionId, ScheduledId};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A case as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct State {
    /// How many events it is the fold of.
    pub version: u32,
    /// What was known when it was opened; `None`: it is not open.
    pub opening: Option<Opening>,
    /// When it was opened, and by whom.
    pub opened: Option<(Timestamp, Actor)>,
    /// Its way.
    pub course: Course,
    /// Its deadlines.
    pub clocks: BTreeMap<u32, Clock>,
    /// Starts of legal terms that somebody declared.
    pub declared: Vec<Declared>,
    /// The fact board.
    pub facts: BTreeMap<u32, Fact>,
    /// What is to be done.
    pub tasks: BTreeMap<u32, Task>,
    /// The internal log.
    pub notes: BTreeMap<u32, Note>,
    /// What people reported.
    pub figures: Vec<Reported>,
    /// Who was told.
    pub told: Vec<Told>,
    /// What is said.
    pub drafts: BTreeMap<u32, Draft>,
    /// Mentions somebody works on.
    pub mentions: BTreeMap<MentionId, Handling>,
    /// Freezes, by their fence; the last one counts.
    pub leases: BTreeMap<u32, Lease>,
    /// Scheduled posts that a freeze met.
    pub queue: BTreeMap<ScheduledId, Queued>,
    /// What is done to repair.
    pub measures: BTreeMap<u32, Measure>,
    /// Limits past which what calmed down is a case again.
    pub guards: BTreeMap<u32, Guard>,
    /// What the team answered afterwards.
    pub hot_wash: Vec<Answered>,
    /// What is learned.
    pub lessons: BTreeMap<u32, Lesson>,
    /// Commands that were carried out already, each within what it is for.
    pub keys: BTreeSet<(Scope, Key)>,
}

impl State {
    /// The fold of entries.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut state = Self::default();
        entries.into_iter().for_each(|entry| state.apply(entry));
        state
    }

    /// Takes one event in. Any event can be taken in: what names nothing known changes nothing.
    pub fn apply(&mut self, entry: &Entry) {
        self.version += 1;
        self.keys.extend(entry.event.key().map(|(scope, key)| (scope, key.clone())));
        match &entry.event {
            Event::Course(CourseEvent::Opened(opening)) => {
                self.opened = Some((entry.at, entry.by));
                self.course.open(opening, entry.at);
                self.opening = Some(opening.clone());
            }
            Event::Course(event) => self.course.apply(event, entry.at),
            Event::Clock(ClockEvent::StartDeclared { matter, start, since, why, capture, known, incident, .. }) => {
                let (by, at, incident, capture, known) = (entry.by, entry.at, *incident, *capture, *known);
                let (matter, start, since, why) = (*matter, *start, *since, *why);
                self.declared.push(Declared { incident, matter, start, since, why, capture, known, by, at });
            }
            Event::Clock(event) => self.apply_clock(event, entry.at),
            Event::Board(event) => self.apply_board(event, entry),
            Event::Work(event) => self.apply_work(event, entry),
            Event::Speech(event) => self.apply_speech(event, entry),
            Event::Mention(event) => self.apply_mention(event, entry.at),
            Event::Freeze(event) => self.apply_freeze(event, entry.at),
            Event::Measure(event) => self.apply_measure(event, entry),
            Event::Lesson(event) => self.apply_lesson(event, entry),
        }
    }

    /// Whether a command of that key was carried out already.
    pub fn is_known(&self, scope: Scope, key: &Key) -> bool {
        self.keys.contains(&(scope, key.clone()))
    }

    /// Whether it is open and not over.
    pub fn is_live(&self) -> bool {
        self.opening.is_some() && !matches!(self.course.step, Step::Closed | Step::Dismissed)
    }

    /// Who leads.
    pub fn lead(&self) -> Option<Party> {
        self.course.lead
    }

    /// The zone its hours are meant in.
    pub fn zone(&self) -> jiff::tz::TimeZone {
        let name = self.opening.as_ref().map_or("UTC", |opening| opening.zone.as_str());
        jiff::tz::TimeZone::get(name).unwrap_or(jiff::tz::TimeZone::UTC)
    }
}

/// The number after the last.
pub(in crate::case) fn next<T>(of: &BTreeMap<u32, T>) -> u32 {
    of.last_key_value().map_or(1, |(last, _)| last + 1)
}
