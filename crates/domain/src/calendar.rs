//! What a team has to do again and again, as days: drills, confirmations, approvals that run out, the look at the team itself.
//!
//! Pure: today is an argument, and the same knowledge gives the same days. What was never drilled is spread over the half-year, one scenario after the other.

use crate::plan::{Plan, stamp};
use crate::readiness::{REHEARSED, TEAM};
use jiff::civil::{Date, Weekday, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::Serialize;
use std::collections::BTreeMap;

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
    /// About what: the title of a scenario, the name of a reply; empty where it is about everybody.
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
    let one = |(number, scenario): (i64, &crate::plan::Item<crate::plan::Scenario>)| {
        let done = known.rehearsed.get(&scenario.id).and_then(|at| again(*at, zone)).filter(|day| *day >= today);
        Due {
            day: done.unwrap_or_else(|| spread(today, number, many)),
            kind: Kind::Drill,
            about: known.plan.filled(&scenario.body.title),
            months: Vec::new(),
            uid: uid(known, Kind::Drill, &scenario.id),
        }
    };
    (0..).zip(scenarios).map(one).collect()
}

/// The Tuesday of a scenario in this half-year; what is behind us is due before it ends.
fn spread(today: Date, number: i64, many: i64) -> Date {
    let begins = date(today.year(), if today.month() <= 6 { 1 } else { 7 }, 1);
    let week = WEEKS * (2 * number + 1) / (2 * many);
    let tuesday = |week: i64| {
        let day = begins.checked_add(week.weeks()).unwrap_or(begins);
        if day.weekday() == Weekday::Tuesday { day } else { day.nth_weekday(1, Weekday::Tuesday).unwrap_or(day) }
    };
    let day = tuesday(week.min(WEEKS - 1));
    if day >= today { day } else { tuesday(WEEKS - 2).max(today) }
}

fn repeated(known: &Known<'_>, kind: Kind, today: Date) -> Due {
    let months = kind.months();
    let of = |year: i16| months.iter().map(move |month| date(year, *month, 1));
    let next = of(today.year()).chain(of(today.year() + 1)).find(|day| *day >= today);
    let (about, months) = (String::new(), months.to_vec());
    Due { day: next.unwrap_or(today), kind, about, months, uid: uid(known, kind, "") }
}

fn expiries(known: &Known<'_>, today: Date) -> Vec<Due> {
    let until = known.plan.replies.iter().filter_map(|reply| Some((&reply.id, reply.body.expires.as_ref()?.value)));
    until
        .filter(|(_, day)| *day >= today)
        .map(|(name, day)| Due {
            day,
            kind: Kind::Expires,
            about: name.clone(),
            months: Vec::new(),
            uid: uid(known, Kind::Expires, name),
        })
        .collect()
}
