//! How long what people wrote is kept, and who they are. Pure.

use crate::id::SourceId;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An organisation's rules. Nothing is erased of what they do not name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Retention {
    /// For every source.
    pub all: Days,
    /// For these sources, where it differs.
    pub sources: BTreeMap<SourceId, Days>,
    /// Evidence is kept so many days at most; `None`: as long as it is evidence.
    pub evidence_days: Option<u32>,
}

/// Days since a post arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Days {
    /// The text is kept so long; `None`: of a source as for every source, else as long as there is the store.
    pub text_days: Option<u32>,
    /// So is who wrote it.
    pub author_days: Option<u32>,
}

/// What of a post is let go by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What was said.
    Text,
    /// Who said it.
    Author,
}

/// A post as its retention is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who brought it.
    pub source: SourceId,
    /// When it arrived.
    pub seen_at: Timestamp,
    /// Whether somebody reported it, works on it, or a signal quotes it that nobody dismissed.
    pub evidence: bool,
}

impl Days {
    fn of(self, part: Part) -> Option<u32> {
        match part {
            Part::Text => self.text_days,
            Part::Author => self.author_days,
        }
    }
}

impl Retention {
    /// The fewest days: waking, search and back-tests of last week need what was said.
    pub const LEAST: u32 = 7;
    /// The most days: a hundred years.
    pub const MOST: u32 = 36_500;

    /// Whether every number of days can be one.
    pub fn is_possible(&self) -> bool {
        let of = |days: &Days| [days.text_days, days.author_days];
        let all = self.sources.values().chain([&self.all]).flat_map(of).chain([self.evidence_days]);
        all.flatten().all(|days| (Self::LEAST..=Self::MOST).contains(&days))
    }

    /// Whether they ask for anything to be erased.
    pub fn erases(&self) -> bool {
        self.shortest().is_some()
    }

    /// The fewest days that they name for a text or an author.
    pub fn shortest(&self) -> Option<u32> {
        let of = |days: &Days| [days.text_days, days.author_days];
        self.sources.values().chain([&self.all]).flat_map(of).flatten().min()
    }

    /// For how many days they keep a part of what a source brings; `None`: as long as there is the store.
    pub fn days(&self, part: Part, source: SourceId) -> Option<u32> {
        self.sources.get(&source).and_then(|days| days.of(part)).or(self.all.of(part))
    }

    /// Whether they let a part of a post go.
    pub fn lets_go(&self, part: Part, held: &Held, now: Timestamp) -> bool {
        let older = |days: u32| held.seen_at < days_before(now, days);
        let old_enough = self.days(part, held.source).is_some_and(older);
        old_enough && (!held.evidence || self.evidence_days.is_some_and(older))
    }
}

/// So many days earlier.
pub fn days_before(now: Timestamp, days: u32) -> Timestamp {
    now.checked_sub(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(Timestamp::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: Option<u32>, of_one: Option<u32>, evidence: Option<u32>) -> Retention {
        let days = |text_days| Days { text_days, author_days: Some(14) };
        let sources = BTreeMap::from([(SourceId(1), Days { author_days: None, ..days(of_one) })]);
        Retention { all: days(text), sources, evidence_days: evidence }
    }

    #[test]
    fn what_is_let_go_and_when() {
        let now: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
        // rules, source, days ago, evidence → text, author
        let table = [
            (rules(None, None, None), 2, 4_000, false, (false, true)),
            (rules(Some(30), None, None), 2, 30, false, (false, true)),
            (rules(Some(30), None, None), 2, 31, false, (true, true)),
            (rules(Some(30), None, None), 1, 31, false, (true, true)),
            (rules(Some(30), Some(90), None), 1, 31, false, (false, true)),
            (rules(Some(30), Some(90), None), 1, 91, false, (true, true)),
            (rules(None, Some(7), None), 1, 8, false, (true, false)),
            (rules(Some(30), None, None), 2, 4_000, true, (false, false)),
            (rules(Some(30), None, Some(365)), 2, 365, true, (false, false)),
            (rules(Some(30), None, Some(365)), 2, 366, true, (true, true)),
            (rules(Some(30), None, Some(7)), 2, 20, true, (false, true)),
        ];
        for (rules, source, days, evidence, goes) in table {
            let held = Held { source: SourceId(source), seen_at: days_before(now, days), evidence };
            let found = (rules.lets_go(Part::Text, &held, now), rules.lets_go(Part::Author, &held, now));
            assert_eq!(found, goes, "{rules:?} after {days} days of source {source}, evidence: {evidence}");
        }
        assert!(!Retention::default().erases() && Retention::default().is_possible());
        assert_eq!(rules(Some(30), Some(9), None).shortest(), Some(9));
        for wrong in [0, 6, 36_501] {
            assert!(!rules(Some(wrong), None, None).is_possible() && !rules(None, Some(wrong), None).is_possible());
        }
    }

    #[test]
    fn rules_are_read_back() {
        let rules = rules(Some(365), Some(30), Some(700));
        let text = serde_json::to_string(&rules).unwrap();
        assert_eq!(
            text,
            r#"{"all":{"text_days":365,"author_days":14},"sources":{"1":{"text_days":30,"author_days":null}},"evidence_days":700}"#
        );
        assert_eq!(serde_json::from_str::<Retention>(&text).unwrap(), rules);
    }
}
