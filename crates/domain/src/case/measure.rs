//! How the test of a measure stands, from what was counted.
//!
//! Days are whole: steps of 24 hours from the moment the measure was taken. What was not listened to is not known, never nothing; what is not known
//! neither holds a test nor breaks it.

use super::event::{Blind, Standing, Test};
use crate::figure::{Figure, share};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

/// Length of a day of a test.
pub const DAY: SignedDuration = SignedDuration::from_hours(24);

/// One whole day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// When it was over.
    pub until: Timestamp,
    /// Mentions of the theme; of a share: all mentions. None: not everything was listened to.
    pub count: Option<i64>,
    /// Those that speak ill.
    pub ill: Option<i64>,
}

/// What was counted for a test.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Observed {
    /// Whole days since the measure was taken, the oldest first.
    pub days: Vec<Day>,
    /// Of how many how many did: answered, or saw it. None: nothing counts it here.
    pub part: Option<(i64, i64)>,
}

/// How a test stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// How.
    pub standing: Standing,
    /// What was counted: a number, or of a share thousandths.
    pub value: Figure,
    /// What it is held against.
    pub target: i64,
    /// Since when it holds.
    pub since: Option<Timestamp>,
    /// For so many days.
    pub held: u32,
    /// Of so many that are asked for; 0 where no length of time is.
    pub of: u32,
}

/// How a test stands at a moment; `due` is until when it was to hold.
pub fn progress(test: &Test, due: Option<Timestamp>, observed: &Observed, now: Timestamp) -> Progress {
    let found = match *test {
        Test::Rate { under, days, .. } => rate(under, days, &observed.days),
        Test::NegativeShare { before, days } => negative(before, days, &observed.days),
        Test::Answered { share } | Test::Seen { share, .. } => part(share, observed.part),
        Test::Word => blank(Standing::Word, 0, 0),
    };
    let over = due.is_some_and(|due| due < now);
    match found.standing {
        Standing::Off | Standing::Holding if over => Progress { standing: Standing::Failed, ..found },
        _ => found,
    }
}

fn blank(standing: Standing, target: i64, of: u32) -> Progress {
    Progress { standing, value: Figure::Unknown, target, since: None, held: 0, of }
}

fn rate(under: i64, of: u32, days: &[Day]) -> Progress {
    let Some(last) = days.last() else { return blank(Standing::Unknown(Blind::TooEarly), under, of) };
    let (mut held, mut since) = (0, None);
    for day in days.iter().rev() {
        match day.count {
            Some(count) if count < under => (held, since) = (held + 1, day.until.checked_sub(DAY).ok()),
            Some(_) => break,
            None => {}
        }
        if held == of {
            break;
        }
    }
    let standing = match last.count {
        None => Standing::Unknown(Blind::NotListened),
        Some(_) if held >= of => Standing::Met,
        Some(_) if held > 0 => Standing::Holding,
        Some(_) => Standing::Off,
    };
    Progress { standing, value: last.count.into(), target: under, since, held, of }
}

fn negative(before: i64, of: u32, days: &[Day]) -> Progress {
    let window = &days[days.len().saturating_sub(of as usize)..];
    let Some(first) = window.first() else { return blank(Standing::Unknown(Blind::TooEarly), before, of) };
    let sum = |get: fn(&Day) -> Option<i64>| window.iter().map(get).sum::<Option<i64>>();
    let (Some(all), Some(ill)) = (sum(|day| day.count), sum(|day| day.ill)) else {
        return blank(Standing::Unknown(Blind::NotListened), before, of);
    };
    let Some((mid, low, high)) = share(ill, all) else {
        return blank(Standing::Unknown(Blind::TooFew), before, of);
    };
    let value = Figure::Estimated { mid, low, high };
    let length = u32::try_from(window.len()).unwrap_or(u32::MAX);
    let (standing, since, held) = match mid <= before {
        true if length >= of => (Standing::Met, first.until.checked_sub(DAY).ok(), length),
        true => (Standing::Holding, first.until.checked_sub(DAY).ok(), length),
        false => (Standing::Off, None, 0),
    };
    Progress { standing, value, target: before, since, held, of }
}

fn part(target: i64, part: Option<(i64, i64)>) -> Progress {
    match part {
        None => blank(Standing::Unknown(Blind::NotObserved), target, 0),
        Some((_, all)) if all <= 0 => blank(Standing::Unknown(Blind::TooFew), target, 0),
        Some((some, all)) => {
            // Counted, so no interval: of those there are, so many.
            let value = some.saturating_mul(1000) / all;
            let standing = if value >= target { Standing::Met } else { Standing::Off };
            Progress { value: Figure::Counted(value), ..blank(standing, target, 0) }
        }
    }
}
