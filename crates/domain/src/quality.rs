//! How good detection was for one organisation, from what people said of its signals: how many of those that were judged were real, how long after the first
//! mention each was raised, how many nights somebody was called. With intervals; what too few were judged for is not known.

use crate::figure::{Figure, share};
use crate::signal::{Level, Verdict};
use jiff::Timestamp;
use serde::Serialize;

/// The number of standard deviations that nine in ten values lie within.
const NINE_IN_TEN: f64 = 1.645;
/// The fewest nights of which a rate is told.
const NIGHTS: i64 = 14;

/// A signal as it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Went {
    /// How loud it was in the end.
    pub level: Level,
    /// The first mention that stood out.
    pub onset: Timestamp,
    /// When it was raised; of an alert, when it became one.
    pub raised_at: Timestamp,
    /// Whether it was found by catching up: that it came late says nothing of the detector.
    pub late: bool,
    /// Whether it was raised at night, and called somebody.
    pub at_night: bool,
    /// What somebody said of it.
    pub verdict: Option<Verdict>,
}

/// How good one level was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OfLevel {
    /// Signals that were raised.
    pub raised: i64,
    /// Those that somebody confirmed.
    pub confirmed: i64,
    /// Those that somebody dismissed.
    pub dismissed: i64,
    /// Of those judged, how many were real; thousandths, within 90 %.
    pub precision: Figure,
    /// Seconds from the first mention that stood out until it was raised, by the middle one; none: none was raised in time.
    pub delay: Option<i64>,
    /// The slowest.
    pub slowest: Option<i64>,
    /// How many called somebody at night.
    pub at_night: i64,
    /// The same for a thousand nights, within 90 %.
    pub a_thousand_nights: Figure,
}

/// How good detection was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Quality {
    /// From.
    pub from: Timestamp,
    /// Until.
    pub until: Timestamp,
    /// How many nights that were.
    pub nights: i64,
    /// Alerts.
    pub alerts: OfLevel,
    /// Notices.
    pub notices: OfLevel,
}

/// How good detection was in a stretch of time.
pub fn quality(went: &[Went], (from, until): (Timestamp, Timestamp)) -> Quality {
    let nights = from.duration_until(until).as_hours().max(0) / 24;
    let of = |level: Level| of_level(went.iter().filter(|one| one.level == level), nights);
    Quality { from, until, nights, alerts: of(Level::Alert), notices: of(Level::Notice) }
}

fn of_level<'a>(went: impl Iterator<Item = &'a Went>, nights: i64) -> OfLevel {
    let went: Vec<&Went> = went.collect();
    let count = |is: &dyn Fn(&Went) -> bool| went.iter().filter(|one| is(one)).count() as i64;
    let said = |verdict: Verdict| count(&|one| one.verdict == Some(verdict));
    let (confirmed, dismissed) = (said(Verdict::Confirmed), said(Verdict::Dismissed));
    let known = share(confirmed, confirmed + dismissed);
    let delay = |one: &&&Went| one.onset.duration_until(one.raised_at).as_secs();
    let mut delays: Vec<i64> = went.iter().filter(|one| !one.late).map(|one| delay(&one)).collect();
    delays.sort_unstable();
    let at_night = count(&|one| one.at_night);
    OfLevel {
        raised: went.len() as i64,
        confirmed,
        dismissed,
        precision: known.map_or(Figure::Unknown, |(mid, low, high)| Figure::Estimated { mid, low, high }),
        delay: delays.get(delays.len().saturating_sub(1) / 2).copied(),
        slowest: delays.last().copied(),
        at_night,
        a_thousand_nights: rate(at_night, nights),
    }
}

/// How often in a thousand, of what happened `count` times in so many: within 90 % by Byar's approximation of the Poisson's (Breslow and Day 1987). Under two
/// weeks nothing is known.
fn rate(count: i64, of: i64) -> Figure {
    if of < NIGHTS {
        return Figure::Unknown;
    }
    let cube = |x: f64| x * x * x;
    let bound = |n: f64, z: f64| n * cube(1.0 - 1.0 / (9.0 * n) + z / (3.0 * libm::sqrt(n)));
    let low = if count == 0 { 0.0 } else { bound(count as f64, -NINE_IN_TEN) };
    let high = bound(count as f64 + 1.0, NINE_IN_TEN);
    let thousandths = |n: f64| libm::round(n * 1000.0 / of as f64) as i64;
    Figure::Estimated { mid: thousandths(count as f64), low: thousandths(low.max(0.0)), high: thousandths(high) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_795_000_000 + minute * 60).unwrap_or(Timestamp::MIN)
    }

    fn went(minute: i64, verdict: Option<Verdict>) -> Went {
        let (onset, raised_at) = (at(0), at(minute));
        Went { level: Level::Alert, onset, raised_at, late: false, at_night: minute % 2 == 0, verdict }
    }

    #[test]
    fn what_was_judged_is_told_with_its_interval_and_what_was_not_is_not_known() {
        let (from, until) = (at(0), at(100 * 1_440));
        let judged = |n: i64| went(n, Some(if n < 8 { Verdict::Confirmed } else { Verdict::Dismissed }));
        let all: Vec<Went> =
            (0..10).map(judged).chain([went(30, None), Went { late: true, ..went(900, None) }]).collect();
        let found = quality(&all, (from, until));
        assert_eq!(
            (found.nights, found.alerts.raised, found.alerts.confirmed, found.alerts.dismissed),
            (100, 12, 8, 2)
        );
        // Wilson, 90 %: 8 of 10 is from 0.541 to 0.931.
        assert_eq!(found.alerts.precision, Figure::Estimated { mid: 800, low: 541, high: 931 });
        // Eleven that were not late: the sixth took five minutes, the slowest thirty.
        assert_eq!((found.alerts.delay, found.alerts.slowest), (Some(300), Some(1_800)));
        // Seven in a hundred nights; the exact bounds of the Poisson's are 3.29 and 13.15.
        assert_eq!(found.alerts.a_thousand_nights, Figure::Estimated { mid: 70, low: 33, high: 131 });
        assert_eq!((found.notices.raised, found.notices.precision, found.notices.delay), (0, Figure::Unknown, None));
        // Nine that were judged are too few; thirteen nights, too.
        let few = quality(&all[..9], (from, at(13 * 1_440)));
        assert_eq!((few.alerts.precision, few.alerts.a_thousand_nights), (Figure::Unknown, Figure::Unknown));
        // None in a hundred nights is not never.
        assert_eq!(found.notices.a_thousand_nights, Figure::Estimated { mid: 0, low: 0, high: 30 });
    }
}
