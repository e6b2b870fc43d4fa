//! How loud it is around a brand, from its signals: what a case is told of the detector.

use super::event::Heat;
use crate::signal::Level;
use jiff::{SignedDuration, Timestamp};

/// An alert whose counts did not depart for so long is a notice: that it was loud once must not lift a case.
const LOUD: SignedDuration = SignedDuration::from_mins(15);

/// A signal that goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Its level.
    pub level: Level,
    /// When its counts last departed.
    pub last: Timestamp,
    /// Whether it is one grave post: that stays what it is until somebody looks, or it ends.
    pub grave: bool,
}

/// How loud it is: as the loudest of the signals that go on, and that nobody dismissed.
pub fn heat(signals: impl IntoIterator<Item = Heard>, now: Timestamp) -> Heat {
    let of = |signal: Heard| match signal.level {
        Level::Alert if signal.grave || signal.last.duration_until(now) <= LOUD => Heat::Alert,
        Level::Alert | Level::Notice => Heat::Notice,
    };
    signals.into_iter().map(of).max().unwrap_or_default()
}
