//! What was heard of the case's own stories, or of its brand where none is known, on the day before each text to everybody and on the day after it. Whole days, so that both hold each hour once; whether the share that
//! speaks ill moved beyond chance, never that the text did it.

use super::numbered;
use super::time::arrived;
use super::volume::{Moved, Span, Told, moved, told};
use crate::case::State;
use crate::case::event::{Entry, Form};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How long before, and how long after.
pub const BESIDE: SignedDuration = SignedDuration::from_hours(24);

/// What was counted around a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Windows {
    /// Which text.
    pub draft: u32,
    /// The day before it was out.
    pub before: Span,
    /// The day after; none: it is not over.
    pub after: Option<Span>,
    /// Whether only mentions that tell the case's own stories were counted; else all of the brand.
    #[serde(default)]
    pub stories: bool,
}

/// A text that is out, to everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Which.
    pub draft: u32,
    /// The record that says that it is out.
    pub record: u32,
    /// When.
    pub at: Timestamp,
}

/// What followed a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Followed {
    /// Which.
    pub draft: u32,
    /// The record that says that it is out; none: the reader does not know records.
    pub record: Option<u32>,
    /// When it was out.
    pub at: Timestamp,
    /// The day before.
    pub before: Told,
    /// The day after; none: it is not over.
    pub after: Option<Told>,
    /// Whether only mentions that tell the case's own stories were counted; else all of the brand.
    pub stories: bool,
    /// Whether the share that speaks ill moved from one to the other.
    pub moved: Moved,
    /// Other texts to everybody that were out in these two days.
    pub others: u32,
}

/// The texts to everybody that are out, each when it was first, in that order.
pub fn spoken(log: &[Entry], state: &State) -> Vec<Spoken> {
    let mut spoken: Vec<Spoken> = Vec::new();
    for (record, entry) in numbered(log) {
        let Some(draft) = arrived(&entry.event) else { continue };
        let is_to_all = state.drafts.get(&draft).is_some_and(|it| it.is_sent() && it.form != Form::Reply);
        if is_to_all && spoken.iter().all(|known| known.draft != draft) {
            spoken.push(Spoken { draft, record, at: entry.at });
        }
    }
    spoken
}

/// What followed each text that something was counted around.
pub fn followed(log: &[Entry], state: &State, windows: &[Windows]) -> Vec<Followed> {
    let spoken = spoken(log, state);
    let of = |it: &Spoken| {
        let around = windows.iter().find(|windows| windows.draft == it.draft)?;
        let (before, after) = (told(around.before), around.after.map(told));
        let until = around.after.map_or(around.before.until, |after| after.until);
        let within = |other: &&Spoken| other.draft != it.draft && around.before.from <= other.at && other.at < until;
        Some(Followed {
            draft: it.draft,
            record: Some(it.record),
            at: it.at,
            before,
            after,
            stories: around.stories,
            moved: after.map_or(Moved::Unknown, |after| moved(&before, &after)),
            others: u32::try_from(spoken.iter().filter(within).count()).unwrap_or(u32::MAX),
        })
    };
    spoken.iter().filter_map(of).collect()
}
