//! What pages, API and command line show of counts: expected against observed, and shares with their intervals.

use crate::EngineError;
use crate::fold::Fold;
use crate::world::World;
use domain::counter::{Series, minute, minute_start};
use domain::id::{BrandId, MentionId, OrganisationId};
use jiff::Timestamp;
use signal::surge::{Settings, State, Step};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// One point of a timeline: a sum over the detector's drawn window, an hour, and what was expected of it.
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

/// The detector's states at the beginning of days that were looked at, so that a view reads what it shows and not all there ever was.
/// It forgets nothing that matters: what is not here is folded again.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<BTreeMap<(OrganisationId, BrandId), Days>>>);

/// The states of one brand, each before the minute it is kept by, right as long as nothing older comes after mention `newest`.
#[derive(Clone, Default)]
struct Days {
    newest: Option<MentionId>,
    states: BTreeMap<i64, State>,
}

/// Minutes of a day.
const DAY: i64 = 1_440;
/// Days remembered of one brand: a month looked back at, and the days before it.
const DAYS: usize = 40;

impl Memory {
    fn of(&self, scope: (OrganisationId, BrandId)) -> Days {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&scope).cloned().unwrap_or_default()
    }

    fn keep(&self, scope: (OrganisationId, BrandId), mut days: Days) {
        while days.states.len() > DAYS {
            days.states.pop_first();
        }
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(scope, days);
    }
}

/// The mentions of a brand against what was expected, a point each `step` minutes; the first no earlier than the first mention.
///
/// # Errors
/// The store's.
pub async fn timeline(
    world: &World,
    memory: &Memory,
    settings: &Settings,
    scope: (OrganisationId, BrandId),
    from: Timestamp,
    until: Timestamp,
    step: i64,
) -> Result<Vec<TimelinePoint>, EngineError> {
    let Some(start) = world.store.first_minute(scope.0, scope.1, Series::Mentions).await? else {
        return Ok(Vec::new());
    };
    let (upto, step) = (minute(until), step.max(1));
    let first = minute(from).max(start).div_euclid(step) * step + step;
    let ends: Vec<i64> =
        std::iter::successors(Some(first), |end| Some(end + step)).take_while(|end| *end <= upto).collect();
    let (steps, _) = judged(world, memory, settings, scope, start, &ends).await?;
    Ok(ends.iter().zip(&steps).map(|(end, step)| point(minute_start(*end), step.observed, step)).collect())
}

/// The hours of `from..until`, each with its own mentions against what was expected of it; the last one as far as it has come.
/// `at` is where an hour begins. Before the first mention nothing was expected.
///
/// # Errors
/// The store's.
pub async fn hours(
    world: &World,
    memory: &Memory,
    settings: &Settings,
    scope: (OrganisationId, BrandId),
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<TimelinePoint>, EngineError> {
    let upto = minute(until);
    let starts: Vec<i64> =
        std::iter::successors(Some(minute(from)), |at| Some(at + 60)).take_while(|at| *at < upto).collect();
    let known = world.store.first_minute(scope.0, scope.1, Series::Mentions).await?;
    let silent = starts.iter().filter(|at| known.is_none_or(|known| **at + 60 <= known)).count();
    let nothing = |at: &i64| TimelinePoint { at: minute_start(*at), observed: 0, expected: 0.0, low: 0, high: 0 };
    let mut hours: Vec<TimelinePoint> = starts[..silent].iter().map(nothing).collect();
    let Some(known) = known.filter(|_| silent < starts.len()) else { return Ok(hours) };
    let ends: Vec<i64> = starts[silent..].iter().map(|at| (at + 60).min(upto)).collect();
    let (steps, counts) = judged(world, memory, settings, scope, known, &ends).await?;
    let sum = |from: i64, until: i64| {
        let of = |minute: i64| counts.partition_point(|(at, _)| *at < minute);
        counts[of(from)..of(until)].iter().map(|(_, n)| n.unsigned_abs()).sum()
    };
    let own = starts[silent..].iter().zip(&ends).zip(&steps);
    hours.extend(own.map(|((start, end), step)| point(minute_start(*start), sum(*start, *end), step)));
    Ok(hours)
}

/// The minutes of `from..until`, each with its count and what was expected of it; nothing before the first mention there ever was.
///
/// # Errors
/// The store's.
pub async fn minutes(
    world: &World,
    memory: &Memory,
    settings: &Settings,
    scope: (OrganisationId, BrandId),
    from: i64,
    until: i64,
) -> Result<Vec<(u64, f64)>, EngineError> {
    let whole = usize::try_from(until - from).unwrap_or(0);
    let Some(start) = world.store.first_minute(scope.0, scope.1, Series::Mentions).await? else {
        return Ok(vec![(0, 0.0); whole]);
    };
    let ends: Vec<i64> = (start.max(from) + 1..=until).collect();
    let (steps, counts) = judged(world, memory, settings, scope, start, &ends).await?;
    let count = |minute: i64| counts.binary_search_by_key(&minute, |(at, _)| *at).map_or(0, |at| counts[at].1);
    let mut minutes = vec![(0, 0.0); whole.saturating_sub(steps.len())];
    let told = ends.iter().zip(&steps).map(|(end, step)| (count(end - 1).unsigned_abs(), step.expected_rate));
    minutes.extend(told);
    Ok(minutes)
}

fn point(at: Timestamp, observed: u64, step: &Step) -> TimelinePoint {
    let whole = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let (low, high) = step.band();
    let (low, high) = (whole(low), whole(high));
    TimelinePoint { at, observed: whole(observed), expected: step.expected, low, high }
}

/// What the detector says of the minutes that end at `ends`, and the counts it was read from. `start` is the brand's first minute.
async fn judged(
    world: &World,
    memory: &Memory,
    settings: &Settings,
    scope: (OrganisationId, BrandId),
    start: i64,
    ends: &[i64],
) -> Result<(Vec<Step>, Vec<(i64, i64)>), EngineError> {
    let (Some(first), Some(last)) = (ends.first(), ends.last()) else { return Ok(Default::default()) };
    let (series, (organisation, brand)) = (Series::Mentions, scope);
    let mut days = memory.of(scope);
    // Asked before the counts are read: what comes between is told of again next time.
    let (newest, earliest) = world.store.stored_after(organisation, brand, days.newest).await?;
    if let Some(earliest) = earliest {
        days.states.retain(|at, _| *at <= minute(earliest));
    }
    days.newest = Some(newest);
    // A whole hour before the first end: its counts are told too.
    let base = days.states.range(..=first - 60).next_back().filter(|(at, _)| **at >= start);
    let (from, state) = base.map_or_else(|| (start, State::new(settings)), |(at, state)| (*at, state.clone()));
    let counts = world.store.counts(organisation, brand, series, from, *last).await?;
    let fold = Fold { settings: settings.clone(), series, state, from, counts };
    let (oldest, youngest) = ((first - 2 * DAY).div_euclid(DAY), last.div_euclid(DAY));
    let marks: Vec<i64> = (oldest..=youngest).map(|day| day * DAY).filter(|mark| *mark > from).collect();
    let (steps, kept) = fold.walk(ends, &marks);
    days.states.extend(kept);
    memory.keep(scope, days);
    Ok((steps, fold.counts))
}

/// The usual range of a whole stretch, from hourly points: expectations add up, and so do variances.
pub fn usual_range(hours: &[TimelinePoint]) -> (i64, i64) {
    // A band of nine in ten is 3.29 standard deviations wide.
    let variance: f64 = hours.iter().map(|p| libm::pow((p.high - p.low) as f64 / 3.29, 2.0)).sum();
    let expected: f64 = hours.iter().map(|p| p.expected).sum();
    let half = 1.645 * libm::sqrt(variance);
    (libm::floor((expected - half).max(0.0)) as i64, libm::ceil(expected + half) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn world() -> (World, crate::ingest::Ingest, domain::source::Source) {
        let now: Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
        let store = Arc::new(store::Store::open("sqlite::memory:").await.unwrap());
        let clock = crate::world::Clock::standing_at(now);
        let world = World { store, clock, bus: crate::bus::Bus::default(), folds: Default::default(), workers: 1 };
        let organisation = world.store.create_organisation("ours", now).await.unwrap().id;
        let brand = store::NewBrand {
            name: "Dunes".to_owned(),
            role: domain::brand::BrandRole::Own,
            zone: "UTC".to_owned(),
            own_accounts: Vec::new(),
            places: Vec::new(),
        };
        let brand = world.store.create_brand(organisation, brand).await.unwrap().id;
        let source = store::NewSource {
            organisation: Some(organisation),
            brand: Some(brand),
            kind: "file".to_owned(),
            name: "reviews".to_owned(),
            settings: "{}".to_owned(),
        };
        let source = world.store.create_source(source, now).await.unwrap();
        let ingest = crate::ingest::Ingest::open(world.clone()).await.unwrap();
        (world, ingest, source)
    }

    async fn bring(
        ingest: &crate::ingest::Ingest,
        source: &domain::source::Source,
        minutes: impl Iterator<Item = i64>,
    ) {
        let post = |minute: i64| domain::post::Post {
            source_kind: "file".to_owned(),
            native_id: format!("m{minute}"),
            text: "a review".to_owned(),
            published_at: Some(minute_start(minute)),
            seen_at: minute_start(minute),
            ..domain::post::Post::default()
        };
        let posts = minutes.map(post).collect();
        let delivery = domain::source::Delivery { posts, ..Default::default() };
        ingest.accept(source, delivery, crate::ingest::Manner::Import).await.unwrap();
    }

    #[tokio::test]
    async fn what_is_remembered_changes_nothing_that_is_seen() {
        let (world, ingest, source) = world().await;
        let scope = (source.organisation.unwrap(), source.brand.unwrap());
        let settings = crate::surge_settings().unwrap();
        let now = world.clock.now();
        let day = |days: i64| now.saturating_sub(jiff::SignedDuration::from_hours(24 * days)).unwrap();
        let (first, last) = (minute(day(20)), minute(now));
        bring(&ingest, &source, (first..last).filter(|m| m % 37 == 0)).await;
        let memory = Memory::default();
        let looks = [(20, 0, 30), (1, 0, 30), (2, 1, 60), (1, 0, 10), (9, 3, 60), (1, 0, 30), (25, 18, 60)];
        for round in 0..3 {
            for (from, until, step) in looks {
                let seen = |memory: &Memory| {
                    let (world, settings, memory) = (world.clone(), settings.clone(), memory.clone());
                    async move {
                        let points = timeline(&world, &memory, &settings, scope, day(from), day(until), step).await;
                        let hours = hours(&world, &memory, &settings, scope, day(from), day(until)).await;
                        (points.unwrap(), hours.unwrap())
                    }
                };
                assert_eq!(
                    seen(&memory).await,
                    seen(&Memory::default()).await,
                    "{from} {until} {step} in round {round}"
                );
            }
            // Late ones, then one that was never thought of.
            let late = (last - 3 * 1_440..last - 1_000).filter(move |m| m % 41 == round);
            bring(&ingest, &source, late.chain([first + 700 + round])).await;
        }
        let hours = hours(&world, &memory, &settings, scope, day(21), now).await.unwrap();
        let told: i64 = hours.iter().map(|hour| hour.observed).sum();
        assert_eq!(told, world.store.counted(scope.0, scope.1, Series::Mentions, 0, last).await.unwrap());
        assert_eq!(
            (hours.len(), hours[0].observed, hours[0].high),
            (21 * 24, 0, 0),
            "nothing was expected before it began"
        );
    }
}
