//! Us or the whole trade: what the detector says of the competitors and the trade that an organisation watches, in the same stretch.

use crate::EngineError;
use crate::assess::aside;
use crate::fold::{Fold, level_of};
use crate::tick::thousandths;
use crate::world::World;
use domain::assess::{Risen, Trade, Watched};
use domain::brand::BrandRole;
use domain::counter::Series;
use domain::id::{BrandId, OrganisationId};
use signal::Level;
use signal::surge::{Settings, State, Step};

/// Most brands that are held beside ours.
const MOST: usize = 20;
/// Watched for fewer minutes before, nobody knows what is usual for a brand.
const KNOWN: i64 = 7 * 1_440;
/// Of a longer stretch, the last so many minutes are looked at.
const LONGEST: i64 = 1_440;

/// Holds the minutes `from..until` of a brand of ours beside those of the others; `None` where the brand is none of ours.
///
/// # Errors
/// The store's.
pub(crate) async fn trade(
    world: &World,
    organisation: OrganisationId,
    brand: BrandId,
    from: i64,
    until: i64,
) -> Result<Option<Trade>, EngineError> {
    let brands = world.store.brands(organisation).await?;
    if !brands.iter().any(|one| one.id == brand && one.role == BrandRole::Own) {
        return Ok(None);
    }
    let (settings, from) = (crate::surge_settings()?, from.max(until - LONGEST));
    let ours = stood(world, &settings, (organisation, brand), from, until).await?;
    let mut watched = Vec::new();
    for other in brands.iter().filter(|other| other.role != BrandRole::Own).take(MOST) {
        let stood = stood(world, &settings, (organisation, other.id), from, until).await?;
        let level = stood.and_then(|(_, level)| level);
        watched.push(Watched { brand: other.id, role: other.role, risen: stood.map(|(risen, _)| risen), level });
    }
    Ok(Some(Trade::of(ours.map(|(risen, _)| risen), &watched)))
}

/// What a brand's minutes came to beside what was expected of them, and the highest level one of them reached by itself.
async fn stood(
    world: &World,
    settings: &Settings,
    (organisation, brand): (OrganisationId, BrandId),
    from: i64,
    until: i64,
) -> Result<Option<(Risen, Option<Level>)>, EngineError> {
    let series = Series::Mentions;
    let start = world.store.first_minute(organisation, brand, series).await?;
    let Some(start) = start.filter(|start| start + KNOWN <= from && from < until) else { return Ok(None) };
    let kept = world.store.detectors(organisation, brand).await?;
    let usable = kept.iter().find(|(of, _, at)| *of == series && (start..=from).contains(at));
    // What was kept in a form that is no longer read is learnt again from the counts.
    let usable = usable.and_then(|(_, text, at)| Some((serde_json::from_str(text).ok()?, *at)));
    let (state, begin) = usable.unwrap_or_else(|| (State::new(settings), start));
    let counts = world.store.counts(organisation, brand, series, begin, until).await?;
    let fold = Fold { settings: settings.clone(), series, state, from: begin, counts };
    // From its first minute on, where no state was kept: months of them.
    aside(move || {
        let ends: Vec<i64> = (from + 1..=until).collect();
        let (steps, _) = fold.walk(&ends, &[]);
        let level = steps.iter().filter_map(|step| level_of(&fold.settings, step)).max();
        risen(&fold, &steps, from).map(|risen| (risen, level))
    })
    .await
}

fn risen(fold: &Fold, steps: &[Step], from: i64) -> Option<Risen> {
    let expected: f64 = steps.iter().map(|step| step.expected_rate).sum();
    // The range of the whole stretch. What an hour varied by before it began; hours vary each by itself, and variances add up.
    let first = steps.first()?.clone();
    let hours = (steps.len() as f64 / 60.0).max(1.0);
    let (low, high) = Step { expected, dispersion: first.dispersion / hours, ..first }.band();
    let observed: u64 = (from..).take(steps.len()).map(|minute| fold.count(minute)).sum();
    let whole = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    Some(Risen { observed: whole(observed), expected: thousandths(expected), low: whole(low), high: whole(high) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_varies_less_than_its_hours() {
        let settings = crate::surge_settings().unwrap();
        // Ten an hour, of which each second hour has two and each other eighteen.
        let minutes = 0..15 * 1_440;
        let counts = minutes.filter(|minute| minute % if minute / 60 % 2 == 0 { 30 } else { 3 } == 0);
        let counts: Vec<(i64, i64)> = counts.map(|minute| (minute, 1)).collect();
        let from = 14 * 1_440;
        let width = |length: i64| {
            let (series, state) = (Series::Mentions, State::new(&settings));
            let fold = Fold { settings: settings.clone(), series, state, from: 0, counts: counts.clone() };
            let (steps, _) = fold.walk(&(from + 1..=from + length).collect::<Vec<_>>(), &[]);
            let risen = risen(&fold, &steps, from).unwrap();
            (risen.high - risen.low) as f64 * 1_000.0 / risen.expected as f64
        };
        let (hour, day) = (width(60), width(1_440));
        assert!(day * 3.0 < hour, "beside what is expected, an hour {hour}, a day {day}");
    }
}
