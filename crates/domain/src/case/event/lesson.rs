//! What the team answers afterwards, one question each, and what is learned: a change of the plan.

use crate::case::digest::TextRef;
use crate::case::party::Key;
use serde::{Deserialize, Serialize};

/// The questions right after a case: each person is asked one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HotWash {
    /// What went well, and should be done again?
    WentWell,
    /// What was missing?
    Missing,
    /// What would have shown it earlier?
    Earlier,
    /// What would you do otherwise?
    Otherwise,
}

impl HotWash {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::WentWell, Self::Missing, Self::Earlier, Self::Otherwise];
}

/// What happened on the way from a case to a better plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LessonEvent {
    /// Somebody answers a question.
    Answered {
        /// Makes a second one the same.
        key: Key,
        /// Which.
        question: HotWash,
        /// What they say.
        text: TextRef,
    },
    /// Something is to be learned: a change of the plan.
    Drawn {
        /// Makes a second one the same.
        key: Key,
        /// Its number.
        lesson: u32,
        /// In a sentence.
        text: TextRef,
        /// The changes, as JSON: they hold what somebody typed.
        changes: TextRef,
        /// The records it rests on.
        records: Vec<u32>,
    },
    /// It is in the plan.
    Merged {
        /// Which.
        lesson: u32,
        /// In which version of it.
        plan: i64,
    },
    /// A drill has tried it.
    Tested {
        /// Which.
        lesson: u32,
        /// Which drill.
        drill: Key,
    },
    /// Nothing comes of it.
    Shelved {
        /// Which.
        lesson: u32,
        /// Why.
        why: TextRef,
    },
}
