//! Who acts and who is meant.

use super::digest::TextRef;
use crate::id::PersonId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Somebody who owns a task, holds a role or approves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Somebody with a login.
    Member(PersonId),
    /// Somebody of the plan without a login, by their name in the plan: called by telephone, never acting here.
    Contact(TextRef),
}

/// Who brought an event about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Vigie itself: time passed, an answer came in.
    House,
    /// A person.
    Member(PersonId),
}

impl Actor {
    /// The person as a party; the house is none.
    pub fn party(self) -> Option<Party> {
        match self {
            Self::House => None,
            Self::Member(person) => Some(Party::Member(person)),
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::House => f.write_str("house"),
            Self::Member(person) => write!(f, "member:{person}"),
        }
    }
}

/// Most characters of a [`Key`].
const LONGEST_KEY: usize = 64;

/// Makes a command the same command when it comes again. It stands in the log, so it holds no words: letters, digits and `-` only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Key(String);

impl Key {
    /// A key, if it is one.
    pub fn new(key: &str) -> Option<Self> {
        let fits = !key.is_empty() && key.len() <= LONGEST_KEY;
        let plain = key.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
        (fits && plain).then(|| Self(key.to_owned()))
    }
}

/// What a [`Key`] was given for: one key for two different things is two keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Opening a case, or taking it up.
    Open,
    /// A fact.
    Fact,
    /// A task.
    Task,
    /// A note.
    Note,
    /// A figure.
    Figure,
    /// Telling a stakeholder.
    Told,
    /// A draft.
    Draft,
    /// A freeze.
    Freeze,
    /// An offer.
    Offer,
    /// The start of a legal term.
    Declaration,
    /// A measure.
    Measure,
    /// A limit.
    Guard,
    /// An answer to a question afterwards.
    Answer,
    /// A lesson.
    Lesson,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let key = String::deserialize(from)?;
        Self::new(&key).ok_or_else(|| serde::de::Error::custom("not a key: 1 to 64 letters, digits and `-` are"))
    }
}
