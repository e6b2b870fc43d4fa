//! How far a timeline was read.

use super::status::by_age;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// How many known posts are read again.
const OVERLAP: usize = 40;

/// Where to go on from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Cursor {
    /// The latest id seen.
    pub last: Option<String>,
    /// From where the next poll reads again: servers file a post that reaches them late under its own time.
    pub again: Option<String>,
    /// Polls that failed in a row.
    pub failures: u32,
    /// When it was last heard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heard_at: Option<Timestamp>,
    /// The latest ids as far as they were read since, `again` the first of them.
    #[serde(skip)]
    tail: VecDeque<String>,
}

impl Cursor {
    pub(super) fn parse(text: Option<&str>) -> Self {
        // A cursor that cannot be read is none: everything is read again, and nothing is taken twice.
        let mut cursor: Self = text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        cursor.tail = cursor.again.iter().chain(&cursor.last).take(1).cloned().collect();
        cursor
    }

    /// Moves on to an id, unless it is behind.
    pub(super) fn see(&mut self, id: &str) {
        let ahead_of = |seen: Option<&String>| seen.is_none_or(|seen| by_age(id, seen).is_gt());
        if ahead_of(self.last.as_ref()) {
            self.last = Some(id.to_string());
        }
        // Known posts read again count too: only so does a cursor that was saved find out which of them are the latest.
        if ahead_of(self.tail.back()) {
            self.tail.push_back(id.to_string());
            if self.tail.len() > OVERLAP {
                self.tail.pop_front();
            }
            self.again = self.tail.front().cloned();
        }
    }

    /// Goes on from the last id seen alone: what stood before it is no longer there to be read again.
    pub(super) fn forget_overlap(&mut self) {
        self.again = self.last.clone();
        self.tail = self.last.iter().cloned().collect();
    }

    /// Reads nothing again: the next id seen is the first.
    pub(super) fn forget(&mut self) {
        self.tail.clear();
        self.again = None;
    }

    pub(super) fn json(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }
}
