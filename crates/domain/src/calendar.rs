//! What a team has to do again and again, as days: drills, confirmations, approvals that run out, the look at the team itself.
//!
//! Pure: today is an argument, and the same knowledge gives the same days. What was never drilled is spread over the half-year, one scenario after the other.

use crate::plan::{Item, Plan, Reply, Scenario, stamp};
use crate::readiness::{REHEARSED, TEAM};
use jiff::civil::{Date, Weekday, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Weeks of a half-year over which drills are spread.
const WEEKS: i64 = 26;

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A scenario is drilled.
    Drill,
    /// Everybody says again how they are reached.
    Confirm,
    /// An approval runs out.
    Expires,
    /// Somebody looks whether the team is the right one.
    Team,
}

impl Kind {
    /// Its name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Drill => "drill",
            Self::Confirm => "confirm",
            Self::Expires => "expires",
            Self::Team => "team",
        }
    }

    /// The months on whose first day it is done each year; of what has a day of its own, none.
    fn months(self) -> &'static [i8] {
        match self {
            Self::Confirm => &[1, 4, 7, 10],
            Self::Team => &[3, 9],
            Self::Drill | Self::Expires => &[],
        }
    }
}

/// Something with its day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Due {
    /// When, or when first.
    pub day: Date,
    /// What.
    pub kind: Kind,
    /// About what: the title of a scenario, of a reply with its language; empty where it is about everybody.
    pub about: String,
    /// The months on whose first day it comes back each year; empty where it does not.
    pub months: Vec<i8>,
    /// The same for the same thing of the same house, whatever its day.
    pub uid: String,
}

/// What the days are told from.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// By their names in the plan: when scenarios were last gone through; by [`TEAM`], the team.
    pub rehearsed: &'a BTreeMap<String, Timestamp>,
    /// What tells this house's calendar from others.
    pub house: &'a str,
    /// Now.
    pub now: Timestamp,
}

/// The days that are ahead, the next first.
pub fn dues(known: &Known<'_>) -> Vec<Due> {
    let zone = known.plan.clock_zone();
    let today = known.now.to_zoned(zone.clone()).date();
    let mut dues = drills(known, today, &zone);
    dues.push(repeated(known, Kind::Confirm, today));
    let looked = known.rehearsed.get(TEAM).and_then(|at| again(*at, &zone)).filter(|day| *day >= today);
    let team = repeated(known, Kind::Team, today);
    dues.push(match looked {
        Some(day) => Due { day, months: Vec::new(), ..team },
        None => team,
    });
    dues.extend(expiries(known, today));
    dues.sort_unstable();
    dues
}

fn uid(known: &Known<'_>, kind: Kind, of: &str) -> String {
    format!("{}-{}@vigie", kind.code(), stamp(&format!("{}\n{}\n{of}", known.house, kind.code())))
}

/// Half a year after it was done.
fn again(at: Timestamp, zone: &TimeZone) -> Option<Date> {
    Some(at.checked_add(REHEARSED).ok()?.to_zoned(zone.clone()).date())
}

fn drills(known: &Known<'_>, today: Date, zone: &TimeZone) -> Vec<Due> {
    let scenarios = &known.plan.scenarios;
    let many = i64::try_from(scenarios.len()).unwrap_or(1).max(1);
    let done = |scenario: &Item<Scenario>| {
        known.rehearsed.get(&scenario.id).and_then(|at| again(*at, zone)).filter(|day| *day >= today)
    };
    let days: Vec<Option<Date>> = (0..)
        .zip(scenarios)
        .map(|(number, scenario)| done(scenario).or_else(|| planned(today, number, many)))
        .collect();
    // What is behind us is made up for from now on, a Tuesday each on which nothing else is drilled.
    let taken: BTreeSet<Date> = days.iter().flatten().copied().collect();
    let mut free = tuesdays(today).filter(|day| !taken.contains(day));
    let dues = scenarios.iter().zip(days).map(|(scenario, day)| Due {
        day: day.or_else(|| free.next()).unwrap_or(today),
        kind: Kind::Drill,
        about: known.plan.filled(&scenario.body.title),
        months: Vec::new(),
        uid: uid(known, Kind::Drill, &scenario.id),
    });
    dues.collect()
}

/// The Tuesday of a scenario in this half-year, where it is not behind us.
fn planned(today: Date, number: i64, many: i64) -> Option<Date> {
    let begins = date(today.year(), if today.month() <= 6 { 1 } else { 7 }, 1);
    let week = (WEEKS * (2 * number + 1) / (2 * many)).min(WEEKS - 1);
    let day = tuesdays(begins.checked_add(week.weeks()).unwrap_or(begins)).next()?;
    (day >= today).then_some(day)
}

/// The Tuesdays from a day on.
fn tuesdays(from: Date) -> impl Iterator<Item = Date> {
    let is_tuesday = from.weekday() == Weekday::Tuesday;
    let first = if is_tuesday { Some(from) } else { from.nth_weekday(1, Weekday::Tuesday).ok() };
    std::iter::successors(first, |day| day.checked_add(1.weeks()).ok())
}

fn repeated(known: &Known<'_>, kind: Kind, today: Date) -> Due {
    let months = kind.months();
    let of = |year: i16| months.iter().map(move |month| date(year, *month, 1));
    let next = of(today.year()).chain(of(today.year() + 1)).find(|day| *day >= today);
    let (about, months) = (String::new(), months.to_vec());
    Due { day: next.unwrap_or(today), kind, about, months, uid: uid(known, kind, "") }
}

fn expiries(known: &Known<'_>, today: Date) -> Vec<Due> {
    let until = known.plan.replies.iter().filter_map(|reply| Some((reply, reply.body.expires.as_ref()?.value)));
    until
        .filter(|(_, day)| *day >= today)
        .map(|(reply, day)| Due {
            day,
            kind: Kind::Expires,
            about: called(known.plan, reply),
            months: Vec::new(),
            uid: uid(known, Kind::Expires, &reply.id),
        })
        .collect()
}

/// What people call a reply: its scenario and language; its name where it belongs to no scenario.
fn called(plan: &Plan, reply: &Item<Reply>) -> String {
    let scenario = reply.body.scenario.as_ref().and_then(|of| plan.scenario(&of.value));
    let title = scenario.map_or_else(|| reply.id.clone(), |of| plan.filled(&of.body.title));
    match &reply.body.language {
        Some(language) => format!("{title} ({})", language.value.code()),
        None => title,
    }
}
