//! Deadlines: started, paused, met, missed, handed up.

use crate::case::digest::{Capture, TextRef};
use crate::case::legal::{Matter, Start};
use crate::case::party::{Key, Party};
use crate::id::MentionId;
use crate::plan::ClockKind;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a clock is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockOf {
    /// A clock of the plan.
    Plan(ClockKind),
    /// The window in which one mention is answered.
    Reply(MentionId),
    /// A task's.
    Task(u32),
    /// An approval's: until the fallback may.
    Approval(u32),
    /// A legal term, by its code.
    Legal(String),
    /// A measure's: until when it is to have worked.
    Measure(u32),
}

/// How a clock runs: frozen when it starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// From when it counts.
    pub start: Timestamp,
    /// When it runs out.
    pub due: Timestamp,
    /// The zone of its nights, if it rests at night.
    pub rests: Option<String>,
    /// Who must be done by then, then who takes over, in order.
    pub ladder: Vec<Party>,
    /// Minutes from one of them to the next, once it has run out.
    pub every: i64,
}

/// What happened to a clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockEvent {
    /// It runs.
    Started {
        /// Its number.
        clock: u32,
        /// What it is about.
        of: ClockOf,
        /// How it runs.
        terms: Terms,
        /// Of a legal term: of which incident, by its number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        incident: Option<u32>,
    },
    /// It stands still.
    Paused {
        /// Which.
        clock: u32,
        /// Why.
        why: TextRef,
    },
    /// It runs again, with as much left as it had.
    Resumed {
        /// Which.
        clock: u32,
        /// When it runs out now.
        due: Timestamp,
    },
    /// What it asks for is done.
    Met {
        /// Which.
        clock: u32,
        /// How one knows, where somebody says it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<TextRef>,
        /// What proves it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        capture: Option<Capture>,
    },
    /// It ran out.
    Missed {
        /// Which.
        clock: u32,
    },
    /// The next of its ladder is told.
    Escalated {
        /// Which.
        clock: u32,
        /// The place on the ladder: 0 is the owner.
        rung: u32,
        /// Who.
        to: Party,
    },
    /// It is not asked for any more.
    Dropped {
        /// Which.
        clock: u32,
        /// Why, where somebody said it; else how loudly it is answered changed.
        why: Option<TextRef>,
    },
    /// The public was promised news.
    Promised {
        /// When.
        until: Timestamp,
    },
    /// A named person says from when a legal term counts: since when we have known, or the first publication. Never inferred.
    StartDeclared {
        /// Of what.
        matter: Matter,
        /// What it counts from.
        start: Start,
        /// Since when.
        since: Timestamp,
        /// On what grounds.
        why: TextRef,
        /// What proves it.
        capture: Option<Capture>,
        /// Whether a term is known; else: ask your counsel.
        known: bool,
        /// Which incident it is, by its number in the case: two breaches have two clocks. The first version knew one of each matter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        incident: Option<u32>,
        /// Makes a second one the same.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<Key>,
    },
}
