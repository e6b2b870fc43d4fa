//! The week of an organisation or of one brand, gathered from the store. Changes nothing.

use crate::EngineError;
use crate::world::World;
use domain::brand::{Brand, BrandRole, Watch};
use domain::counter::{Series, minute};
use domain::id::{BrandId, OrganisationId};
use domain::report::{Counts, Heard, Report, report};
use domain::signal::Level;
use domain::source::is_visited;
use jiff::Timestamp;
use store::SignalFilter;

/// Most mentions of a brand that are looked at one by one.
const MOST: i64 = 20_000;
/// Most signals of a brand that are counted.
const SIGNALS: i64 = 1_000;

/// The seven days before `until`, of all own brands of an organisation; of all its brands where none is its own.
///
/// # Errors
/// The store's.
pub async fn week(world: &World, organisation: OrganisationId, until: Timestamp) -> Result<Report, EngineError> {
    between(world, organisation, week_before(until), until).await
}

/// The same of any span: a week by the clock on the wall may have an hour more or less.
pub(crate) async fn between(
    world: &World,
    organisation: OrganisationId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Report, EngineError> {
    let all = world.store.brands(organisation).await?;
    let own: Vec<Brand> = all.iter().filter(|brand| brand.role == BrandRole::Own).cloned().collect();
    gather(world, organisation, if own.is_empty() { all } else { own }, from, until).await
}

/// The seven days before `until`, of one brand.
///
/// # Errors
/// The store's.
pub async fn week_of(
    world: &World,
    organisation: OrganisationId,
    brand: BrandId,
    until: Timestamp,
) -> Result<Report, EngineError> {
    let brand = world.store.brand(organisation, brand).await?;
    gather(world, organisation, vec![brand], week_before(until), until).await
}

fn week_before(until: Timestamp) -> Timestamp {
    until.checked_sub(domain::report::week()).unwrap_or(Timestamp::MIN)
}

async fn gather(
    world: &World,
    organisation: OrganisationId,
    brands: Vec<Brand>,
    from: Timestamp,
    until: Timestamp,
) -> Result<Report, EngineError> {
    let store = &world.store;
    let before = from.checked_sub(until.duration_since(from)).unwrap_or(Timestamp::MIN);
    let queries = store.queries(organisation).await?;
    let sources = store.sources(organisation).await?;
    let mut counts = Counts { from, until, ..Counts::default() };
    let mut since = store.organisation(organisation).await?.created_at;
    for brand in &brands {
        let count = async |from, until| {
            let (from, until) = (minute(from), minute(until));
            store.counted(organisation, brand.id, Series::Mentions, from, until).await
        };
        counts.before += count(before, from).await?;
        let mut marks = store.marks(organisation, brand.id, from, until, MOST).await?;
        // Whole minutes and exact times differ at both ends: the list decides where it is whole.
        counts.mentions += if (marks.len() as i64) < MOST { marks.len() as i64 } else { count(from, until).await? };
        counts.marks.append(&mut marks);
        // What was imported was not listened to, and is counted all the same.
        if let Some(first) = store.first_minute(organisation, brand.id, Series::Mentions).await? {
            since = since.min(domain::counter::minute_start(first));
        }
        let filter = SignalFilter { brand: Some(brand.id), since: Some(from), ..SignalFilter::default() };
        for row in store.signals(organisation, filter, SIGNALS).await?.into_iter().filter(|row| row.onset < until) {
            match domain::signal::level_from_code(&row.level) {
                Some(Level::Alert) => counts.alerts += 1,
                _ => counts.notices += 1,
            }
        }
        let mut own = queries.iter().filter(|query| query.brand == brand.id).peekable();
        if own.peek().is_none() && !sources.iter().any(|source| source.brand == Some(brand.id)) {
            counts.deaf_brands.push(brand.name.clone());
        }
        counts
            .unreadable
            .extend(own.filter(|query| query::parse(&query.text).is_err()).map(|query| query.name.clone()));
        let unwatched = brand.places.iter().filter(|place| place.watch == Watch::NotWatched);
        counts.unwatched.extend(unwatched.map(|place| place.name.clone()));
        counts.unwatched.extend(crate::setup::unheard(brand, &sources).into_iter().map(|place| place.name.clone()));
    }
    counts.since = since;
    counts.unwatched.sort();
    counts.unwatched.dedup();
    counts.sources = heard(world, organisation, from).await?;
    counts.brands = brands.into_iter().map(|brand| brand.name).collect();
    Ok(report(counts))
}

/// The sources that listen, and how they were heard.
pub(crate) async fn heard(
    world: &World,
    organisation: OrganisationId,
    from: Timestamp,
) -> Result<Vec<Heard>, EngineError> {
    let health = world.store.health(organisation).await?;
    let mut heard = Vec::new();
    for source in world.store.sources(organisation).await? {
        // A file is read once, and people report when they see something: neither listens.
        if !source.enabled || matches!(source.kind.as_str(), "file" | "hand" | "complaint") {
            continue;
        }
        let health = health.iter().find(|(id, _)| *id == source.id).map(|(_, health)| health);
        let deaf_since = health.and_then(|health| health.deaf_since);
        // What is brought to the house is heard whenever the house is there.
        let tried = !is_visited(&source.kind) || health.is_some_and(|health| health.last_try_at.is_some());
        let gaps = world.store.gaps(organisation, source.id, from).await?;
        let gaps = gaps.into_iter().map(|gap| (gap.from, gap.until)).collect();
        heard.push(Heard { name: source.name, tried, deaf_since, gaps });
    }
    Ok(heard)
}
