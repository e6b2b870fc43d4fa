//! Several reviews side by side, and how good detection was, as people judged its signals.

use super::{alert_at, read};
use crate::EngineError;
use crate::world::World;
use domain::id::{BrandId, CaseId, OrganisationId};
use domain::quality::{Quality, Went, quality};
use domain::review::Summary;
use domain::signal::{Level, level_from_code};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use std::collections::BTreeMap;
use store::SignalFilter;

/// Cases that are compared, the newest.
const CASES: i64 = 30;
/// How far back detection is looked at.
const BACK: SignedDuration = SignedDuration::from_hours(26 * 7 * 24);
/// Most signals that are looked at.
const SIGNALS: i64 = 5_000;
/// Night is from this hour of the brand's day.
const EVENING: i8 = 22;
/// And until this one.
const MORNING: i8 = 7;

/// A case in one line.
#[derive(Clone, Debug, Serialize)]
pub struct Compared {
    /// Which.
    pub case: CaseId,
    /// Its brand.
    pub brand: BrandId,
    /// The brand's name.
    pub called: String,
    /// Its review in one line.
    #[serde(flatten)]
    pub is: Summary,
}

/// The reviews of an organisation's cases, what was opened last first; those that were dismissed have none.
///
/// # Errors
/// The store's.
pub async fn compare(world: &World, organisation: OrganisationId) -> Result<Vec<Compared>, EngineError> {
    let brands: BTreeMap<BrandId, String> =
        world.store.brands(organisation).await?.into_iter().map(|brand| (brand.id, brand.name)).collect();
    let mut all = Vec::new();
    for file in world.store.cases(organisation, false, None, CASES).await? {
        if file.mention.is_some() || file.step == domain::case::event::Step::Dismissed {
            continue;
        }
        let is = read(world, organisation, file.id).await?.review.summary();
        let called = brands.get(&file.brand).cloned().unwrap_or_default();
        all.push(Compared { case: file.id, brand: file.brand, called, is });
    }
    all.sort_by_key(|one| std::cmp::Reverse((one.is.opened, one.case)));
    Ok(all)
}

/// How good detection was in the last half year, or since there is an organisation.
///
/// # Errors
/// The store's.
pub async fn measured(world: &World, organisation: OrganisationId) -> Result<Quality, EngineError> {
    let until = world.clock.now();
    let brands = world.store.brands(organisation).await?;
    let zones: BTreeMap<BrandId, TimeZone> =
        brands.iter().map(|brand| (brand.id, TimeZone::get(&brand.zone).unwrap_or(TimeZone::UTC))).collect();
    let mut first: Option<Timestamp> = None;
    for brand in &brands {
        let minute = world.store.first_minute(organisation, brand.id, domain::counter::Series::Mentions).await?;
        let at = minute.and_then(|minute| Timestamp::from_second(minute.saturating_mul(60)).ok());
        first = first.into_iter().chain(at).min();
    }
    let back = until.checked_sub(BACK).unwrap_or(Timestamp::MIN);
    let from = first.unwrap_or(until).clamp(back, until);
    let filter = SignalFilter { since: Some(from), ..SignalFilter::default() };
    let rows = world.store.signals(organisation, filter, SIGNALS).await?;
    let mut log = world.store.signal_log(0).await?;
    log.retain(|entry| entry.organisation == organisation);
    let went = rows.iter().filter(|row| row.onset >= from && zones.contains_key(&row.brand)).map(|row| {
        let level = level_from_code(&row.level).unwrap_or(Level::Notice);
        let raised_at = match level {
            Level::Alert => alert_at(&log, &row.id).unwrap_or(row.raised_at),
            Level::Notice => row.raised_at,
        };
        let zone = zones.get(&row.brand).cloned().unwrap_or(TimeZone::UTC);
        let hour = raised_at.to_zoned(zone).hour();
        Went {
            level,
            onset: row.onset,
            raised_at,
            late: row.late,
            at_night: row.wakes && !(MORNING..EVENING).contains(&hour),
            verdict: row.label.as_ref().map(|label| label.verdict),
        }
    });
    Ok(quality(&went.collect::<Vec<_>>(), (from, until)))
}
