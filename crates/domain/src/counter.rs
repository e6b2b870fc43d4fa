//! What is counted per brand and minute.

use crate::mention::Reading;
use crate::post::Post;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use text::Polarity;

/// A series of counts per minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Series {
    /// Mentions.
    Mentions,
    /// Mentions that speak ill: a negative reading, or one or two stars.
    Negative,
    /// Ratings of one or two stars.
    LowRatings,
    /// Grave posts: each is a signal of its own, and they are not counted.
    Grave,
}

impl Series {
    /// Every series that is counted, in the order they are evaluated.
    pub const ALL: [Self; 3] = [Self::Mentions, Self::Negative, Self::LowRatings];

    /// The name in data and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mentions => "mentions",
            Self::Negative => "negative",
            Self::LowRatings => "low_ratings",
            Self::Grave => "grave",
        }
    }

    /// Reads a [`Series::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().chain([Self::Grave]).find(|s| s.code() == code)
    }
}

/// How far back, in minutes, a listening source may call the detectors: two weeks. What comes later than that is counted in its place
/// without a judgement of its own, and is learnt when something else makes the series be folded from its start, as an import does.
pub const JUDGED_BACK: i64 = 14 * 24 * 60;

/// The minute of a time: whole minutes since 1970, rounded down.
pub fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
}

/// The start of a minute.
pub fn minute_start(minute: i64) -> Timestamp {
    Timestamp::from_second(minute.saturating_mul(60)).unwrap_or(Timestamp::MIN)
}

/// The series one mention counts in, each by one.
pub fn counted_in(post: &Post, reading: &Reading) -> Vec<Series> {
    let stars = post.rating.and_then(|r| r.stars());
    let low = stars.is_some_and(|s| s <= 2);
    let ill = match stars {
        Some(_) => low,
        None => reading.polarity == Polarity::Negative,
    };
    let mut series = vec![Series::Mentions];
    if ill {
        series.push(Series::Negative);
    }
    if low {
        series.push(Series::LowRatings);
    }
    series
}
