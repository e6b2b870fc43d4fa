//! The log as records, each hashed with all before it.
//!
//! A record is hashed over the exact bytes that are stored, never over what they mean: no reading and writing anew can change it.

use super::digest::{RecordHash, hash_parts};
use super::event::{Entry, Event, kind_of};
use super::party::Actor;
use crate::id::{CaseId, OrganisationId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One event as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Its number in the case, from 1.
    pub version: u32,
    /// When, in microseconds since 1970.
    pub at: i64,
    /// By whom.
    pub by: Actor,
    /// The event's name.
    pub kind: String,
    /// The event, as JSON: these very bytes.
    pub body: String,
    /// The hash of the record before; of the first: what names the case.
    pub prev: RecordHash,
    /// The hash of this record.
    pub hash: RecordHash,
}

/// Why a record does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// It is not written as a record is.
    #[error("it is not written as a record is")]
    Unreadable,
    /// Its number is another.
    #[error("it carries the number {0}: a record was taken out, added or moved here")]
    Number(u32),
    /// It does not follow the record before.
    #[error("it does not follow the record before it")]
    Order,
    /// It was changed.
    #[error("its bytes are not those its hash was made of")]
    Changed,
    /// Its name is not its event's.
    #[error("its name is not that of what it tells")]
    Name,
}

/// What the first record of a case follows: so that no record fits into another case.
pub fn root(organisation: OrganisationId, case: CaseId) -> RecordHash {
    let named = [&organisation.0.to_le_bytes()[..], &case.0.to_le_bytes()[..]];
    RecordHash(hash_parts("vigie case root 1", &named))
}

impl Record {
    /// The record of an entry that follows `prev` as number `version`.
    ///
    /// # Errors
    /// When the event cannot be written; none of ours can not.
    pub fn new(version: u32, prev: RecordHash, entry: &Entry) -> Result<Self, serde_json::Error> {
        let mut record = Self {
            version,
            at: entry.at.as_microsecond(),
            by: entry.by,
            kind: entry.event.kind(),
            body: serde_json::to_string(&entry.event)?,
            prev,
            hash: RecordHash([0; 32]),
        };
        record.hash = record.reckoned();
        Ok(record)
    }

    /// The hash that its bytes give.
    pub fn reckoned(&self) -> RecordHash {
        let (version, at, by) = (self.version.to_le_bytes(), self.at.to_le_bytes(), self.by.to_string());
        let (kind, body) = (self.kind.as_bytes(), self.body.as_bytes());
        RecordHash(hash_parts("vigie case record 1", &[&version, &at, by.as_bytes(), kind, body, &self.prev.0]))
    }

    /// Whether it may stand as number `version` behind `prev`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn follows(&self, version: u32, prev: RecordHash) -> Result<(), Flaw> {
        if self.version != version {
            return Err(Flaw::Number(self.version));
        }
        if self.reckoned() != self.hash {
            return Err(Flaw::Changed);
        }
        if self.prev != prev {
            return Err(Flaw::Order);
        }
        let body: serde_json::Value = serde_json::from_str(&self.body).map_err(|_| Flaw::Unreadable)?;
        match kind_of(&body) {
            Some(kind) if kind == self.kind => Ok(()),
            _ => Err(Flaw::Name),
        }
    }

    /// What it tells.
    ///
    /// # Errors
    /// When it is of a newer version of Vigie, or damaged.
    pub fn entry(&self) -> Result<Entry, serde_json::Error> {
        let event: Event = serde_json::from_str(&self.body)?;
        let at = Timestamp::from_microsecond(self.at).map_err(serde::de::Error::custom)?;
        Ok(Entry { at, by: self.by, event })
    }
}

/// Records of entries that follow `last`; of a new case nothing is last.
///
/// # Errors
/// When an event cannot be written; none of ours can not.
pub fn records(
    organisation: OrganisationId,
    case: CaseId,
    last: Option<&Record>,
    entries: &[Entry],
) -> Result<Vec<Record>, serde_json::Error> {
    let mut version = last.map_or(0, |record| record.version);
    let mut prev = last.map_or_else(|| root(organisation, case), |record| record.hash);
    let mut records = Vec::with_capacity(entries.len());
    for entry in entries {
        version += 1;
        let record = Record::new(version, prev, entry)?;
        prev = record.hash;
        records.push(record);
    }
    Ok(records)
}
