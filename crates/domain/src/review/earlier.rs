//! What stood before a case was heard of: signals that were not taken up, complaints of the same cause, how often that cause was named, week by week.
//! Counted, and no more: that it would have been avoided is said nowhere.

use super::seconds;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use text::Cause;

/// A signal of the brand that stood before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weak {
    /// Its id.
    pub id: String,
    /// `notice` or `alert`.
    pub level: String,
    /// Since when it stood out.
    pub onset: Timestamp,
    /// When somebody said that there was nothing to it.
    pub dismissed: Option<Timestamp>,
}

/// How often the cause was named in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// From.
    pub from: Timestamp,
    /// Until.
    pub until: Timestamp,
    /// Mentions that name the cause before all others; none: nobody knows.
    pub mentions: Option<i64>,
}

/// What stood before, as it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// From when it was looked at.
    pub from: Timestamp,
    /// Until it was heard of: the alert, or the opening where none was raised.
    pub until: Timestamp,
    /// What the case is about; none: nothing says it.
    pub cause: Option<Cause>,
    /// Signals of the brand that began in that time, but the case's own.
    pub signals: Vec<Weak>,
    /// When complaints of that cause were filed; none: nobody knows.
    pub complaints: Option<Vec<Timestamp>>,
    /// Weeks, the oldest first.
    pub weeks: Vec<Week>,
}

/// What stood before, as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Earlier {
    /// From when it was looked at.
    pub from: Timestamp,
    /// Until it was heard of.
    pub until: Timestamp,
    /// What the case is about.
    pub cause: Option<Cause>,
    /// Signals that somebody dismissed.
    pub dismissed: u32,
    /// Signals that stood and were not dismissed.
    pub stood: u32,
    /// Complaints of the same cause.
    pub complaints: Option<u32>,
    /// The first of all these.
    pub first: Option<Timestamp>,
    /// Seconds from that until it was heard of.
    pub sooner: Option<i64>,
    /// How often the cause was named.
    pub weeks: Vec<Week>,
}

/// What stood before.
pub fn earlier(before: &Before) -> Earlier {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let dismissed = before.signals.iter().filter(|signal| signal.dismissed.is_some()).count();
    let signs = before.signals.iter().map(|signal| signal.onset);
    let first = signs.chain(before.complaints.iter().flatten().copied()).min();
    Earlier {
        from: before.from,
        until: before.until,
        cause: before.cause,
        dismissed: count(dismissed),
        stood: count(before.signals.len() - dismissed),
        complaints: before.complaints.as_ref().map(|filed| count(filed.len())),
        first,
        sooner: first.map(|first| seconds(first, before.until)),
        weeks: before.weeks.clone(),
    }
}
