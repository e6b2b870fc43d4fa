//! A number and what kind it is: counted, estimated, a floor, reported, or not known.

use serde::{Deserialize, Serialize};

/// A number and what kind it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Counted, one by one.
    Counted(i64),
    /// Estimated, with its range.
    Estimated {
        /// The best guess.
        mid: i64,
        /// From.
        low: i64,
        /// To.
        high: i64,
    },
    /// So many were counted; there may be more.
    AtLeast(i64),
    /// Somebody reported it; nobody here counted.
    Reported(i64),
    /// Not known; never shown as 0.
    #[default]
    Unknown,
}

impl From<Option<i64>> for Figure {
    fn from(n: Option<i64>) -> Self {
        n.map_or(Self::Unknown, Self::Counted)
    }
}

/// The number of standard deviations that nine in ten values lie within.
const NINE_IN_TEN: f64 = 1.645;
/// The fewest of which a share or a mean is told.
const FEWEST: i64 = 10;

/// A share `part` of `all` with its 90 % interval (Wilson 1927), in thousandths; `None` under ten, where a share says nothing.
pub fn share(part: i64, all: i64) -> Option<(i64, i64, i64)> {
    if all < FEWEST {
        return None;
    }
    let (n, p, z2) = (all as f64, part as f64 / all as f64, NINE_IN_TEN * NINE_IN_TEN);
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = NINE_IN_TEN / (1.0 + z2 / n) * libm::sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));
    let thousandths = |x: f64| libm::round(x.clamp(0.0, 1.0) * 1000.0) as i64;
    Some((thousandths(p), thousandths(middle - half), thousandths(middle + half)))
}

/// The sum of numbers of which `missing` more are not known: counted where none is missing; else estimated as if those missing were like
/// the known ones, within 90 %, and never under what was counted. With fewer than ten known ones, only that floor.
pub fn total(known: &[i64], missing: i64) -> Figure {
    let sum = known.iter().fold(0_i64, |sum, n| sum.saturating_add(*n));
    match known.len() as i64 {
        _ if missing == 0 => Figure::Counted(sum),
        0 => Figure::Unknown,
        n if n < FEWEST => Figure::AtLeast(sum),
        n => {
            let (n, missing) = (n as f64, missing as f64);
            let mean = sum as f64 / n;
            let squares: f64 = known.iter().map(|x| (*x as f64 - mean) * (*x as f64 - mean)).sum();
            let variance = squares / (n - 1.0);
            let middle = sum as f64 + missing * mean;
            let half = NINE_IN_TEN * libm::sqrt(variance * missing * (1.0 + missing / n));
            let (mid, low) = (libm::round(middle) as i64, libm::floor(middle - half) as i64);
            Figure::Estimated { mid, low: low.max(sum), high: libm::ceil(middle + half) as i64 }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_stands_in_its_interval() {
        assert_eq!(share(3, 9), None);
        // Wilson, 90 %: 7 of 10 is from 0.442 to 0.873.
        assert_eq!(share(7, 10), Some((700, 442, 873)));
        assert_eq!(share(0, 20), Some((0, 0, 119)));
        assert_eq!(share(20, 20), Some((1000, 881, 1000)));
    }

    #[test]
    fn a_total_says_what_kind_it_is() {
        assert_eq!(total(&[], 0), Figure::Counted(0));
        assert_eq!(total(&[3, 4], 0), Figure::Counted(7));
        assert_eq!(total(&[], 5), Figure::Unknown);
        assert_eq!(total(&[3, 4], 1), Figure::AtLeast(7));
        assert_eq!(total(&[i64::MAX, 1], 0), Figure::Counted(i64::MAX));
        // All alike: those missing are, too.
        assert_eq!(total(&[4; 20], 5), Figure::Estimated { mid: 100, low: 100, high: 100 });
        // 0 and 8 in turn: mean 4, variance 16.84; half of 90 % is 1.645 × √(16.84 × 10 × 1.5) = 26.1.
        let known: Vec<i64> = (0..20).map(|n| n % 2 * 8).collect();
        assert_eq!(total(&known, 10), Figure::Estimated { mid: 120, low: 93, high: 147 });
        assert_eq!(total(&[&[0; 30][..], &[900]].concat(), 1), Figure::Estimated { mid: 929, low: 900, high: 1200 });
    }
}
