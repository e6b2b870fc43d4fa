//! The fact board.

use crate::case::digest::{Capture, TextRef};
use crate::case::party::Key;
use crate::id::MentionId;
use serde::{Deserialize, Serialize};

/// How well a fact is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactStatus {
    /// Known for certain; has a source.
    Known,
    /// Probable: said with its hedge only.
    Probable,
    /// An open question.
    Unknown,
    /// Known or not, it is not said.
    CannotSay,
}

/// How we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactSource {
    /// We saw it ourselves.
    Seen,
    /// Somebody told us.
    Told(TextRef),
    /// A mention says it.
    Mention(MentionId),
    /// A document.
    Document(TextRef),
    /// It follows from other facts.
    Inferred,
}

/// What happened on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BoardEvent {
    /// A fact, or a question.
    Stated {
        /// Makes a second one the same.
        key: Key,
        /// Its number.
        fact: u32,
        /// How well it is known.
        status: FactStatus,
        /// What.
        text: TextRef,
        /// How we know; none for a question.
        source: Option<FactSource>,
        /// What proves it.
        capture: Option<Capture>,
    },
    /// It is known better, or less well.
    Moved {
        /// Which.
        fact: u32,
        /// To.
        to: FactStatus,
        /// How we know.
        source: Option<FactSource>,
        /// What proves it.
        capture: Option<Capture>,
        /// Why.
        why: TextRef,
    },
    /// It was wrong. It stays on the board, struck out.
    Retracted {
        /// Which.
        fact: u32,
        /// Why.
        why: TextRef,
    },
}
