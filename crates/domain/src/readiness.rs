//! How ready a team is, from 0 to 100, and why: every point that is missing has a reason with what it costs and whom it concerns.
//!
//! The costs are the house's own; they order the work to be done and compare a team with itself over time, and are no measurement of
//! anything else. What one kind of reason costs is bounded, so that no single list drowns the others.

use crate::brand::BrandQuery;
use crate::plan::{Code, Coverage, Finding, Item, Person, Plan, Risk, Weight};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How long what somebody said of how they are reached holds: a quarter.
pub const CONFIRMED: SignedDuration = SignedDuration::from_hours(24 * 92);
/// How long a rehearsal, and a look at the team's composition, holds: half a year.
pub const REHEARSED: SignedDuration = SignedDuration::from_hours(24 * 183);
/// The name under which a look at the team's composition is kept, beside those of scenarios.
pub const TEAM: &str = "";

/// Whether it is known that somebody of the plan is reached as the plan says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contact {
    /// No member has this person's address: nobody can say.
    NoLogin,
    /// They never said.
    Never,
    /// They said so of what stood in the plan before.
    Changed,
    /// They said so more than a quarter ago.
    Stale,
    /// They said so.
    Confirmed,
}

impl Contact {
    /// Its name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoLogin => "no-login",
            Self::Never => "never",
            Self::Changed => "changed",
            Self::Stale => "stale",
            Self::Confirmed => "confirmed",
        }
    }

    /// What is known of somebody who has a login, by what they said last and when.
    pub fn of(person: &Person, said: Option<(&str, Timestamp)>, now: Timestamp) -> Self {
        match said {
            None => Self::Never,
            Some((contact, _)) if contact != person.contact() => Self::Changed,
            Some((_, at)) if now.duration_since(at) >= CONFIRMED => Self::Stale,
            Some(_) => Self::Confirmed,
        }
    }
}

/// What readiness is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What its compiler finds.
    pub findings: &'a [Finding],
    /// Who can be reached.
    pub coverage: &'a Coverage,
    /// By their names in the plan: whether people are reached as it says.
    pub contacts: &'a BTreeMap<String, Contact>,
    /// By name: what was gone through last, and when.
    pub rehearsed: &'a BTreeMap<String, Timestamp>,
    /// Who would be called and never tapped a test, by their shown names.
    pub untested: &'a [String],
    /// Who has a role and lacks a part of the training, by their shown names.
    pub untrained: &'a [String],
    /// What is listened for: the saved queries of its own brands.
    pub listening: &'a [BrandQuery],
    /// Now.
    pub now: Timestamp,
}

/// How ready a team is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// From 0 to 100.
    pub score: i64,
    /// What is missing, the costliest first.
    pub reasons: Vec<Reason>,
    /// Each risk with what stands ready for it.
    pub matrix: Vec<Row>,
}

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// What.
    pub kind: Kind,
    /// The points that it costs.
    pub cost: i64,
    /// Whom or what it concerns: names of people, roles, risks or scenarios as the plan has them; rules of the compiler by their codes.
    pub subjects: Vec<String>,
}

/// What may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// There is no plan, or none in which anybody has a role.
    NoPlan,
    /// The plan would fail.
    PlanErrors,
    /// The plan would work worse than it could.
    PlanWarnings,
    /// Tonight nobody of a role can be reached for some time.
    Tonight,
    /// In a night after this one.
    Nights,
    /// Who is called never tapped a test.
    Untested,
    /// How somebody is reached is not known to be right.
    Unconfirmed,
    /// Nothing listens for a risk.
    Unheard,
    /// A risk has no scenario.
    NoScenario,
    /// A risk's scenario has no reply.
    NoReply,
    /// A risk's scenario was not gone through for half a year.
    NoDrill,
    /// Who has a role has not shown, within a year, that they see risks, respond and speak: in a drill, or by the training.
    Untrained,
    /// An approval has run out.
    Expired,
    /// A reply nobody has approved.
    Unapproved,
    /// Nobody looked at the team's composition for half a year, or since a case was closed.
    TeamNotReviewed,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::NoPlan,
        Self::PlanErrors,
        Self::PlanWarnings,
        Self::Tonight,
        Self::Nights,
        Self::Untested,
        Self::Unconfirmed,
        Self::Unheard,
        Self::NoScenario,
        Self::NoReply,
        Self::NoDrill,
        Self::Untrained,
        Self::Expired,
        Self::Unapproved,
        Self::TeamNotReviewed,
    ];

    /// Its name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoPlan => "no-plan",
            Self::PlanErrors => "plan-errors",
            Self::PlanWarnings => "plan-warnings",
            Self::Tonight => "tonight",
            Self::Nights => "nights",
            Self::Untested => "untested",
            Self::Unconfirmed => "unconfirmed",
            Self::Unheard => "unheard",
            Self::NoScenario => "no-scenario",
            Self::NoReply => "no-reply",
            Self::NoDrill => "no-drill",
            Self::Untrained => "untrained",
            Self::Expired => "expired",
            Self::Unapproved => "unapproved",
            Self::TeamNotReviewed => "team-not-reviewed",
        }
    }

    /// The points that one costs, and that all of a kind cost at most.
    fn costs(self) -> (i64, i64) {
        match self {
            Self::NoPlan => (100, 100),
            Self::PlanErrors => (8, 32),
            Self::PlanWarnings => (2, 8),
            Self::Tonight => (6, 18),
            Self::Nights => (1, 6),
            Self::Untested => (4, 12),
            Self::Unconfirmed => (3, 12),
            Self::Unheard | Self::NoReply => (2, 8),
            Self::NoScenario => (3, 9),
            Self::NoDrill | Self::Untrained => (1, 6),
            Self::Expired => (2, 8),
            Self::Unapproved => (1, 6),
            Self::TeamNotReviewed => (6, 6),
        }
    }
}

/// A risk with what stands ready for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its name in the plan.
    pub risk: String,
    /// In a sentence.
    pub text: String,
    /// Likelihood times impact, 1 to 25; 0 where the plan says neither.
    pub weight: i64,
    /// Of its queries those that are saved, so that they hear it.
    pub queries: i64,
    /// Its scenario's name in the plan, where there is one.
    pub scenario: Option<String>,
    /// Replies of its scenario, in the language of the brand that has fewest.
    pub replies: i64,
    /// When its scenario was last gone through, within half a year.
    pub rehearsed: Option<Timestamp>,
}

/// Of a team without a plan.
pub fn without_plan() -> Readiness {
    judged(vec![(Kind::NoPlan, Vec::new())], Vec::new())
}

/// How ready a team is.
pub fn readiness(known: &Known<'_>) -> Readiness {
    let matrix = matrix(known);
    // A plan without a role has nobody to do anything: it is none yet.
    if known.plan.roles.is_empty() {
        return judged(vec![(Kind::NoPlan, Vec::new())], matrix);
    }
    let of_matrix = |kind: Kind, is_hole: fn(&Row) -> bool| -> (Kind, Vec<String>) {
        (kind, matrix.iter().filter(|row| is_hole(row)).map(|row| row.risk.clone()).collect())
    };
    let reviewed = known.rehearsed.get(TEAM).is_some_and(|at| holds(*at, known.now));
    let mut reasons = vec![
        (Kind::PlanErrors, found(known, Weight::Error)),
        (Kind::PlanWarnings, found(known, Weight::Warning)),
        (Kind::Tonight, known.coverage.missing_tonight().into_iter().map(|held| held.role.clone()).collect()),
        (Kind::Nights, later_nights(known.coverage)),
        (Kind::Untested, known.untested.to_vec()),
        (Kind::Unconfirmed, unconfirmed(known)),
        of_matrix(Kind::Unheard, |row| row.queries == 0),
        of_matrix(Kind::NoScenario, |row| row.scenario.is_none()),
        // Where there is no scenario, that is what is missing.
        of_matrix(Kind::NoReply, |row| row.scenario.is_some() && row.replies == 0),
        of_matrix(Kind::NoDrill, |row| row.scenario.is_some() && row.rehearsed.is_none()),
        (Kind::Untrained, known.untrained.to_vec()),
        (Kind::Expired, named(known.findings, Code::ExpiredApproval)),
        (Kind::Unapproved, named(known.findings, Code::NotApproved)),
    ];
    reasons.retain(|(_, subjects)| !subjects.is_empty());
    if !reviewed {
        reasons.push((Kind::TeamNotReviewed, Vec::new()));
    }
    judged(reasons, matrix)
}

fn judged(reasons: Vec<(Kind, Vec<String>)>, matrix: Vec<Row>) -> Readiness {
    let mut reasons: Vec<Reason> = reasons
        .into_iter()
        .map(|(kind, subjects)| {
            let (one, most) = kind.costs();
            let many = i64::try_from(subjects.len().max(1)).unwrap_or(most);
            Reason { kind, cost: one.saturating_mul(many).min(most), subjects }
        })
        .collect();
    reasons.sort_by_key(|reason| (std::cmp::Reverse(reason.cost), reason.kind));
    let cost: i64 = reasons.iter().map(|reason| reason.cost).sum();
    Readiness { score: (100 - cost).max(0), reasons, matrix }
}

fn holds(at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(at) < REHEARSED
}

fn matrix(known: &Known<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = known.plan.risks.iter().map(|risk| row(known, risk)).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.weight));
    rows
}

fn row(known: &Known<'_>, risk: &Item<Risk>) -> Row {
    let body = &risk.body;
    let scenario = body.scenario.as_ref().and_then(|named| known.plan.scenario(&named.value));
    let heard = body.queries.iter().filter(|said| is_heard(&said.value, known.listening)).count();
    let replies = scenario.map_or(0, |scenario| fewest_replies(known.plan, &scenario.id));
    let rehearsed = scenario.and_then(|scenario| known.rehearsed.get(&scenario.id)).copied();
    Row {
        risk: risk.id.clone(),
        text: known.plan.filled(&body.text),
        weight: body.likelihood.saturating_mul(body.impact),
        queries: i64::try_from(heard).unwrap_or(i64::MAX),
        scenario: scenario.map(|scenario| scenario.id.clone()),
        replies: i64::try_from(replies).unwrap_or(i64::MAX),
        rehearsed: rehearsed.filter(|at| holds(*at, known.now)),
    }
}

/// Whether a saved query listens for it: one of that name, or one that asks the same.
fn is_heard(said: &str, listening: &[BrandQuery]) -> bool {
    let said = said.trim();
    let asks = query::parse(said).ok();
    let same = |saved: &BrandQuery| {
        saved.name.trim().to_lowercase() == said.to_lowercase()
            || asks.as_ref().is_some_and(|asks| query::parse(&saved.text).as_ref() == Ok(asks))
    };
    !said.is_empty() && listening.iter().any(same)
}

fn fewest_replies(plan: &Plan, scenario: &str) -> usize {
    let languages = plan.languages.iter();
    let of = languages
        .map(|one| plan.replies_of(scenario).filter(|reply| reply.body.language.as_ref() == Some(one)).count());
    of.min().unwrap_or_else(|| plan.replies_of(scenario).count())
}

/// The rules of the compiler that find something of that weight, each finding once; without what has a reason of its own.
fn found(known: &Known<'_>, weight: Weight) -> Vec<String> {
    let of_risks: BTreeSet<&str> =
        known.plan.risks.iter().filter_map(|risk| Some(risk.body.scenario.as_ref()?.value.as_str())).collect();
    let is_told_elsewhere = |found: &&Finding| match found.code {
        Code::RiskWithoutQuery | Code::RiskWithoutScenario | Code::ExpiredApproval => true,
        Code::ScenarioWithoutReply => of_risks.contains(found.name("name")),
        _ => false,
    };
    let found = known.findings.iter().filter(|found| found.code.weight() == weight && !is_told_elsewhere(found));
    found.map(|found| found.code.code().to_owned()).collect()
}

fn named(findings: &[Finding], code: Code) -> Vec<String> {
    findings.iter().filter(|found| found.code == code).map(|found| found.name("name").to_owned()).collect()
}

/// Each role once for each night after the first in which nobody of it can be reached for some time.
fn later_nights(coverage: &Coverage) -> Vec<String> {
    let held = coverage.nights.iter().skip(1).flat_map(|night| &night.roles);
    held.filter(|held| !held.holes.is_empty()).map(|held| held.role.clone()).collect()
}

fn unconfirmed(known: &Known<'_>) -> Vec<String> {
    let state = |person: &Item<Person>| known.contacts.get(&person.id).copied().unwrap_or(Contact::NoLogin);
    let people = known.plan.people.iter().filter(|person| state(person) != Contact::Confirmed);
    people.map(|person| person.body.name.clone()).collect()
}
