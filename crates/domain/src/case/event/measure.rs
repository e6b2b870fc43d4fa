//! What is done to repair, each with its own test of success, and the limits past which what calmed down is not calm any more.

use crate::case::digest::TextRef;
use crate::case::party::{Key, Party};
use crate::counter::Series;
use crate::figure::Figure;
use crate::id::{MentionId, QueryId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// A series of the brand.
    Series(Series),
    /// What hits one of its queries.
    Query(QueryId),
}

/// How one knows that a measure worked. Shares are in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// Fewer mentions of the theme a day, day after day.
    Rate {
        /// Of what.
        theme: Theme,
        /// Fewer than this.
        under: i64,
        /// For so many days.
        days: u32,
    },
    /// Of all mentions no more speak ill than before.
    NegativeShare {
        /// How many did before.
        before: i64,
        /// Over so many days together.
        days: u32,
    },
    /// Those who wrote were answered.
    Answered {
        /// At least this share of them.
        share: i64,
    },
    /// The sources that spread it saw what we said.
    Seen {
        /// What we said.
        draft: u32,
        /// At least this share of them.
        share: i64,
    },
    /// Somebody says that it is done.
    Word,
}

/// Why nobody knows how a test stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Blind {
    /// Not one whole day is over.
    TooEarly,
    /// Not everything was listened to in that time.
    NotListened,
    /// Too few mentions: a share of fewer than ten says nothing.
    TooFew,
    /// Nothing counts it here.
    NotObserved,
}

/// How a test stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It holds for as long as was asked.
    Met,
    /// It holds, not long enough yet.
    Holding,
    /// It does not hold.
    Off,
    /// It does not hold, and its time is over.
    Failed,
    /// Nobody knows, and why.
    Unknown(Blind),
    /// It waits for somebody's word.
    Word,
}

/// A limit past which what calmed down is a case again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// Of what.
    pub theme: Theme,
    /// More than this.
    pub over: i64,
    /// In so many hours.
    pub hours: u32,
}

/// What happened to a measure, or to a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureEvent {
    /// Something is done to repair.
    Taken {
        /// Makes a second one the same.
        key: Key,
        /// Its number.
        measure: u32,
        /// What.
        text: TextRef,
        /// How one will know that it worked.
        test: Test,
        /// Whose it is.
        owner: Option<Party>,
        /// Until when it is to have worked.
        due: Option<Timestamp>,
        /// Whom it was promised to, by what they wrote; none: nobody by name.
        to: Option<MentionId>,
    },
    /// Its test stands otherwise than before.
    Turned {
        /// Which.
        measure: u32,
        /// How.
        standing: Standing,
        /// What was counted; of a share: in thousandths.
        value: Figure,
        /// Since when it holds.
        since: Option<Timestamp>,
    },
    /// Its test held for as long as was asked: it is closed.
    Held {
        /// Which.
        measure: u32,
        /// What was counted; of a share: in thousandths.
        value: Figure,
        /// Since when it holds.
        since: Option<Timestamp>,
    },
    /// Somebody says that it is done.
    Done {
        /// Which.
        measure: u32,
        /// How one knows.
        result: TextRef,
    },
    /// It is given up.
    SetAside {
        /// Which.
        measure: u32,
        /// Why.
        why: TextRef,
    },
    /// A limit is set.
    Guarded {
        /// Makes a second one the same.
        key: Key,
        /// Its number.
        guard: u32,
        /// Which limit.
        limit: Limit,
    },
    /// It was passed.
    Passed {
        /// Which.
        guard: u32,
        /// What was counted.
        value: i64,
    },
    /// It is kept again.
    Cleared {
        /// Which.
        guard: u32,
        /// What was counted.
        value: i64,
    },
}
