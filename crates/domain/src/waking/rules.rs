//! The rules: who is called in which order, and what protects their sleep. Data, with defaults that are good for a shop alone.

use crate::id::{OrganisationId, PersonId};
use crate::setup::Opening;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that decides, beside what happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// How long brands that tell the same story are gathered before the first call, in seconds; at most ten minutes count.
    pub gather_seconds: u32,
    /// Brands of one trade whose departures began within so many minutes and with the same words tell one story.
    pub together_minutes: u32,
    /// A story that is over is forgotten after so many hours; at least a day counts, since budgets look back so far.
    pub keep_hours: u32,
    /// Each organisation's ladder.
    pub ladders: BTreeMap<OrganisationId, Ladder>,
    /// Everybody who may be called or may acknowledge; who has no targets is never called.
    pub recipients: BTreeMap<PersonId, Recipient>,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            gather_seconds: 60,
            together_minutes: 60,
            keep_hours: 48,
            ladders: BTreeMap::new(),
            recipients: BTreeMap::new(),
        }
    }
}

impl Rules {
    /// One person, one organisation, one rung.
    pub fn alone(organisation: OrganisationId, person: PersonId, zone: TimeZone, targets: Vec<Target>) -> Self {
        let rung = Rung { people: vec![person], ..Rung::default() };
        let recipient =
            Recipient { targets, zone, organisations: BTreeSet::from([organisation]), ..Recipient::default() };
        Self {
            ladders: BTreeMap::from([(organisation, Ladder { rungs: vec![rung] })]),
            recipients: BTreeMap::from([(person, recipient)]),
            ..Self::default()
        }
    }

    /// Whether somebody belongs to an organisation, as far as the rules know.
    pub fn is_member(&self, person: PersonId, organisation: OrganisationId) -> bool {
        self.recipients.get(&person).is_some_and(|recipient| recipient.organisations.contains(&organisation))
    }

    pub(super) fn rungs(&self, organisation: OrganisationId) -> &[Rung] {
        self.ladders.get(&organisation).map_or(&[], |ladder| &ladder.rungs)
    }

    pub(super) fn gather(&self) -> SignedDuration {
        SignedDuration::from_secs(i64::from(self.gather_seconds.min(600)))
    }

    pub(super) fn together(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.together_minutes))
    }

    pub(super) fn keep(&self) -> SignedDuration {
        SignedDuration::from_hours(i64::from(self.keep_hours.max(24)))
    }
}

/// Who is called first, and who when nobody acknowledges.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// From the first to the last.
    pub rungs: Vec<Rung>,
}

/// People who are called together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rung {
    /// Who.
    pub people: Vec<PersonId>,
    /// Unacknowledged for so many minutes, each is called on their next target, then the next rung is; at least one.
    pub after_minutes: u32,
}

impl Default for Rung {
    fn default() -> Self {
        Self { people: Vec::new(), after_minutes: 10 }
    }
}

impl Rung {
    pub(super) fn after(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.after_minutes.max(1)))
    }
}

/// Somebody who may be called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Recipient {
    /// Where, in the order they are tried.
    pub targets: Vec<Target>,
    /// Their time zone.
    #[serde(with = "jiff::fmt::serde::tz::required")]
    pub zone: TimeZone,
    /// When only an alert or a grave post may call.
    pub quiet: Option<Quiet>,
    /// What they belong to, and so may be told of.
    pub organisations: BTreeSet<OrganisationId>,
    /// How often they may be called.
    pub budget: Budget,
}

impl Default for Recipient {
    fn default() -> Self {
        Self {
            targets: Vec::new(),
            zone: TimeZone::UTC,
            quiet: Some(Quiet::default()),
            organisations: BTreeSet::new(),
            budget: Budget::default(),
        }
    }
}

impl Recipient {
    /// Whether it is their quiet time.
    pub fn is_quiet(&self, now: Timestamp) -> bool {
        self.quiet.is_some_and(|quiet| quiet.holds(now.to_zoned(self.zone.clone()).time()))
    }
}

/// One way to reach somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Its id, stable when targets are put in another order.
    pub id: String,
    /// What it is.
    pub kind: TargetKind,
}

/// What a target is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TargetKind {
    /// E-mail.
    Mail,
    /// An ntfy topic.
    Ntfy,
    /// Web Push to the installed page.
    Push,
    /// A signed webhook.
    Webhook,
    /// A webhook in the shape of Slack and Mattermost.
    Chat,
}

/// Quiet hours by the clock on the wall, so they stay in place when summer time begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quiet {
    /// From this time on.
    pub from: Time,
    /// To before this time; earlier than `from`: of the next day; the same: never.
    pub to: Time,
}

impl Default for Quiet {
    fn default() -> Self {
        Self { from: Time::constant(22, 0, 0, 0), to: Time::constant(7, 0, 0, 0) }
    }
}

impl Quiet {
    /// The usual hours of somebody whose business is open then: while it is, they are awake. A business that never closes says nothing
    /// of their sleep.
    pub fn beside(opening: Opening) -> Self {
        let usual = Self::default();
        if (opening.from, opening.until) == (0, 24 * 60) {
            return usual;
        }
        // What is no time of the day is midnight.
        let time =
            |minutes: u16| Time::new((minutes / 60) as i8, (minutes % 60) as i8, 0, 0).unwrap_or(Time::midnight());
        let (opens, closes) = (time(opening.from), time(opening.until));
        // What closes at or after midnight closes before it opens.
        let late = closes > usual.from || closes <= opens;
        Self { from: if late { closes } else { usual.from }, to: opens.min(usual.to) }
    }

    /// Whether a local time is quiet.
    pub fn holds(self, local: Time) -> bool {
        if self.from <= self.to { self.from <= local && local < self.to } else { self.from <= local || local < self.to }
    }
}

/// How many calls somebody gets at most. A delivery that surely failed does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Budget {
    /// In any 30 minutes; nothing crosses it.
    pub half_hour: u32,
    /// In any 24 hours; nothing crosses it.
    pub day: u32,
    /// Because of one brand in any 24 hours; a story that became materially worse may cross it.
    pub brand_day: u32,
}

impl Default for Budget {
    fn default() -> Self {
        Self { half_hour: 2, day: 6, brand_day: 3 }
    }
}
