//! How far a mailbox was read.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How often a mailbox is asked.
const EACH: Duration = Duration::from_secs(60);
/// The longest wait after failures.
const LONGEST: Duration = Duration::from_mins(15);

/// Where to go on from. A number of a mail means something only beside the folder and the validity it was given under (RFC 3501, 2.3.1.1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Cursor {
    /// Server, login and folder, as a digest: other settings are another mailbox.
    pub of: String,
    /// The folder's UIDVALIDITY.
    pub validity: Option<u32>,
    /// The last number read.
    pub last: u32,
    /// Whether the folder's numbers began anew, and what stands in it is being read again.
    pub again: bool,
    /// When it was first asked: what came before is not ours to answer.
    pub begun: Option<Timestamp>,
    /// Visits that failed in a row.
    pub failures: u32,
}

impl Cursor {
    /// A cursor that cannot be read, or is of another mailbox, is none.
    pub(super) fn read(text: Option<&str>, of: &str) -> Self {
        let read = text.and_then(|text| serde_json::from_str::<Self>(text).ok()).filter(|cursor| cursor.of == of);
        read.unwrap_or_else(|| Self { of: of.to_owned(), ..Self::default() })
    }

    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A visit that worked; how long until the next.
    pub(super) fn worked(&mut self) -> Duration {
        self.failures = 0;
        EACH
    }

    /// A visit that did not. Where a person must act, asking again and again would only shut the login.
    pub(super) fn failed(&mut self, needs_a_person: bool) -> Duration {
        self.failures = self.failures.saturating_add(1);
        if needs_a_person {
            return LONGEST;
        }
        EACH.saturating_mul(1 << (self.failures - 1).min(4)).min(LONGEST)
    }
}
