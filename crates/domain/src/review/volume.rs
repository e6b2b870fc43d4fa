//! What was counted before, during and after, and whether it moved beyond chance.

use crate::figure::{Figure, share};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What was counted in a span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// From.
    pub from: Timestamp,
    /// Until.
    pub until: Timestamp,
    /// Mentions; none: not everything was listened to.
    pub mentions: Option<i64>,
    /// Those that speak ill.
    pub ill: Option<i64>,
}

/// Before, during and after a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Volumes {
    /// Before it stood out.
    pub before: Span,
    /// Until follow-up.
    pub during: Span,
    /// Since; none: it is not over.
    pub after: Option<Span>,
}

/// A span as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The span.
    #[serde(flatten)]
    pub span: Span,
    /// Mentions a day, in tenths.
    pub a_day: Figure,
    /// Thousandths of those that speak ill, within 90 %.
    pub ill_share: Figure,
}

/// Whether a share moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moved {
    /// Up: the intervals lie apart.
    Up,
    /// Down: the intervals lie apart.
    Down,
    /// Chance alone may do as much.
    NotApart,
    /// Too little is known.
    Unknown,
}

/// Volumes as they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Volume {
    /// Before.
    pub before: Told,
    /// During.
    pub during: Told,
    /// After.
    pub after: Option<Told>,
    /// From before to during.
    pub rose: Moved,
    /// From before to after: whether what was lost came back.
    pub stayed: Moved,
}

/// Volumes with their shares.
pub fn volumes(volumes: &Volumes) -> Volume {
    let (before, during) = (told(volumes.before), told(volumes.during));
    let after = volumes.after.map(told);
    Volume {
        before,
        during,
        after,
        rose: moved(&before, &during),
        stayed: after.map_or(Moved::Unknown, |after| moved(&before, &after)),
    }
}

pub(super) fn told(span: Span) -> Told {
    let minutes = span.from.duration_until(span.until).as_mins().max(1);
    let a_day = |mentions: i64| mentions.saturating_mul(10 * 24 * 60) / minutes;
    let of = |(mid, low, high)| Figure::Estimated { mid, low, high };
    let ill_share = span.mentions.zip(span.ill).and_then(|(all, ill)| share(ill, all)).map_or(Figure::Unknown, of);
    Told { span, a_day: span.mentions.map(a_day).into(), ill_share }
}

pub(super) fn moved(from: &Told, to: &Told) -> Moved {
    match (from.ill_share, to.ill_share) {
        (Figure::Estimated { high: was_high, low: was_low, .. }, Figure::Estimated { low, high, .. }) => {
            if low > was_high {
                Moved::Up
            } else if high < was_low {
                Moved::Down
            } else {
                Moved::NotApart
            }
        }
        _ => Moved::Unknown,
    }
}
