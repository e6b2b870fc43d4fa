//! Figures that people report: what no source can count.

use crate::id::PersonId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Most figures that are kept of one signal.
pub const MOST_REPORTED: i64 = 500;
/// Most characters of a note.
pub const LONGEST_NOTE: usize = 300;

/// What is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Views, as a platform shows them to its account.
    Views,
    /// Calls, mails and visits about it.
    Calls,
    /// Bookings, orders and appointments called off.
    Cancelled,
    /// Money lost or paid back, in whole units of the house's currency.
    Money,
    /// People harmed.
    Harmed,
}

impl Subject {
    /// Every subject.
    pub const ALL: [Self; 5] = [Self::Views, Self::Calls, Self::Cancelled, Self::Money, Self::Harmed];

    /// The name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Views => "views",
            Self::Calls => "calls",
            Self::Cancelled => "cancelled",
            Self::Money => "money",
            Self::Harmed => "harmed",
        }
    }

    /// Reads a [`Subject::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.code() == code)
    }

    /// Whether the severity counts it as harm: cases of people, not money and not views.
    pub fn is_harm(self) -> bool {
        matches!(self, Self::Calls | Self::Cancelled | Self::Harmed)
    }
}

/// One figure somebody reported. A later one of the same subject stands in its place; both are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// Of what.
    pub subject: Subject,
    /// How many, in all, so far.
    pub value: i64,
    /// What they add; may be empty.
    pub note: String,
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: Timestamp,
}

/// A report that cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReportedError {
    /// Below nothing, or beyond all reason.
    #[error("a reported number is from 0 to 1,000,000,000,000; nothing was kept")]
    Value,
    /// Too long.
    #[error("a note holds at most {LONGEST_NOTE} characters; nothing was kept")]
    Note,
}

impl Reported {
    /// A report by somebody; its note without surrounding space.
    ///
    /// # Errors
    /// Where the number or the note cannot be.
    pub fn new(
        subject: Subject,
        value: i64,
        note: &str,
        person: PersonId,
        at: Timestamp,
    ) -> Result<Self, ReportedError> {
        if !(0..=1_000_000_000_000).contains(&value) {
            return Err(ReportedError::Value);
        }
        let note = note.trim();
        if note.chars().count() > LONGEST_NOTE {
            return Err(ReportedError::Note);
        }
        Ok(Self { subject, value, note: note.to_owned(), person, at })
    }
}

/// The newest of each subject; of two at one moment, the later in the list.
pub fn newest(reported: &[Reported]) -> Vec<Reported> {
    let newest = |subject| reported.iter().filter(|r| r.subject == subject).max_by_key(|r| r.at).cloned();
    Subject::ALL.into_iter().filter_map(newest).collect()
}

/// The newest figures of some subjects together; `None` where nobody reported any.
pub fn sum(reported: &[Reported], of: impl Fn(Subject) -> bool) -> Option<i64> {
    let values = newest(reported).into_iter().filter(|r| of(r.subject)).map(|r| r.value);
    values.reduce(i64::saturating_add)
}
