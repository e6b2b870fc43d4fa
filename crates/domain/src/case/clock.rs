//! When clocks run out: time by the clock, or time awake.
//!
//! A clock that rests at night does not count from 22:00 to 07:00 by the clock on the wall of its zone, so a night in which summer time begins or
//! ends is as long as it is. Legal terms, the first assessment, the holding statement and a promise to the public never rest and never pause.

use super::event::ClockOf;
use crate::plan::ClockKind;
use crate::plan::presence::{is_night, minutes};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

const EVENING: Time = Time::constant(22, 0, 0, 0);
const MORNING: Time = Time::constant(7, 0, 0, 0);

/// When a length of time that begins at `start` has run out; in a zone whose nights do not count, or by the clock.
pub fn runs_out(start: Timestamp, length: SignedDuration, rests: Option<&TimeZone>) -> Timestamp {
    let Some(zone) = rests else { return start.saturating_add(length).unwrap_or(Timestamp::MAX) };
    let (mut at, mut left) = (start, length);
    // Each turn is a night or a day: the longest clock of a plan is ten years.
    for _ in 0..8_000 {
        let (awake, until) = stretch(at, zone);
        let here = if awake { at.duration_until(until) } else { SignedDuration::ZERO };
        if awake && left <= here {
            return at.saturating_add(left).unwrap_or(Timestamp::MAX);
        }
        left -= here;
        at = until;
    }
    at
}

/// How much of the time between two moments counts; nothing where the end is first.
pub fn counts_between(from: Timestamp, to: Timestamp, rests: Option<&TimeZone>) -> SignedDuration {
    let Some(zone) = rests else { return from.duration_until(to).max(SignedDuration::ZERO) };
    let (mut at, mut sum) = (from, SignedDuration::ZERO);
    for _ in 0..8_000 {
        if at >= to {
            break;
        }
        let (awake, until) = stretch(at, zone);
        let end = until.min(to);
        if awake {
            sum += at.duration_until(end);
        }
        at = end;
    }
    sum
}

/// Whether one is awake at a moment, and until when that lasts.
fn stretch(at: Timestamp, zone: &TimeZone) -> (bool, Timestamp) {
    let local = at.to_zoned(zone.clone());
    let (date, night) = (local.date(), is_night(minutes(local.time())));
    let until = match (night, local.time() >= EVENING) {
        (false, _) => wall(date, EVENING, zone),
        (true, true) => wall(date.saturating_add(1.day()), MORNING, zone),
        (true, false) => wall(date, MORNING, zone),
    };
    // At the ends of time, and where a zone leaps over the hour, an hour on is never back.
    (!night, if until > at { until } else { at.saturating_add(1.hours()).unwrap_or(Timestamp::MAX) })
}

fn wall(date: Date, time: Time, zone: &TimeZone) -> Timestamp {
    date.to_datetime(time).to_zoned(zone.clone()).map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// Whether a clock may be made to stand still, with a reason.
pub fn may_pause(of: &ClockOf) -> bool {
    match of {
        ClockOf::Plan(kind) => matches!(kind, ClockKind::Full | ClockKind::TeamAssembled | ClockKind::Reply),
        ClockOf::Reply(_) | ClockOf::Task(_) | ClockOf::Measure(_) => true,
        ClockOf::Approval(_) | ClockOf::Legal(_) => false,
    }
}
