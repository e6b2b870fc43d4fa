//! What pages, API and command line show of counts: expected against observed, and shares with their intervals.

use crate::EngineError;
use crate::fold::Fold;
use crate::world::World;
use domain::counter::{Series, minute, minute_start};
use domain::id::{BrandId, OrganisationId};
use jiff::Timestamp;
use signal::surge::{Settings, State};

/// One point of a timeline: a sum over the detector's longest window, and what was expected of it.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct TimelinePoint {
    /// The end of the window.
    pub at: Timestamp,
    /// What was counted in it.
    pub observed: i64,
    /// What was expected.
    pub expected: f64,
    /// Nine in ten such sums are from here…
    pub low: i64,
    /// …to here.
    pub high: i64,
}

/// The mentions of a brand against what was expected, a point each `step` minutes; the first no earlier than the first mention.
///
/// # Errors
/// The store's.
pub async fn timeline(
    world: &World,
    settings: &Settings,
    (organisation, brand): (OrganisationId, BrandId),
    from: Timestamp,
    until: Timestamp,
    step: i64,
) -> Result<Vec<TimelinePoint>, EngineError> {
    let upto = minute(until);
    let series = Series::Mentions;
    let Some(start) = world.store.first_minute(organisation, brand, series).await? else { return Ok(Vec::new()) };
    let counts = world.store.counts(organisation, brand, series, start, upto).await?;
    let fold = Fold { settings: settings.clone(), series, state: State::new(settings), from: start, counts };
    let step = step.max(1);
    let first = minute(from).max(start).div_euclid(step) * step + step;
    let ends: Vec<i64> =
        std::iter::successors(Some(first), |end| Some(end + step)).take_while(|end| *end <= upto).collect();
    let judged = fold.walk(&ends);
    let point = |(end, step): (&i64, signal::surge::Step)| TimelinePoint {
        at: minute_start(*end),
        observed: i64::try_from(step.observed).unwrap_or(i64::MAX),
        expected: step.expected,
        low: i64::try_from(step.low).unwrap_or(i64::MAX),
        high: i64::try_from(step.high).unwrap_or(i64::MAX),
    };
    Ok(ends.iter().zip(judged).map(point).collect())
}

/// The usual range of a whole stretch, from hourly points: expectations add up, and so do variances.
pub fn usual_range(hours: &[TimelinePoint]) -> (i64, i64) {
    // A band of nine in ten is 3.29 standard deviations wide.
    let variance: f64 = hours.iter().map(|p| libm::pow((p.high - p.low) as f64 / 3.29, 2.0)).sum();
    let expected: f64 = hours.iter().map(|p| p.expected).sum();
    let half = 1.645 * libm::sqrt(variance);
    (libm::floor((expected - half).max(0.0)) as i64, libm::ceil(expected + half) as i64)
}

/// A share `part` of `all` with its 90 % interval (Wilson 1927), in thousandths; `None` under ten, where a share says nothing.
pub fn share(part: i64, all: i64) -> Option<(i64, i64, i64)> {
    if all < 10 {
        return None;
    }
    let (n, p, z2) = (all as f64, part as f64 / all as f64, 1.645 * 1.645);
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = 1.645 / (1.0 + z2 / n) * libm::sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));
    let thousandths = |x: f64| libm::round(x.clamp(0.0, 1.0) * 1000.0) as i64;
    Some((thousandths(p), thousandths(middle - half), thousandths(middle + half)))
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
}
