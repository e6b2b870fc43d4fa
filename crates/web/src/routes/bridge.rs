//! The bridge.

use super::desk::{Desk, page};
use crate::chart::Point;
use crate::error::Failure;
use crate::pages::bridge::{Asleep, BrandCard, BridgePage, SurgeLine, Uncovered};
use crate::pages::{Room, State};
use axum::response::Response;
use domain::brand::{Brand, BrandRole, Watch};
use domain::counter::{Series, minute};
use domain::figure::share;
use domain::id::{OrganisationId, SourceId};
use domain::organisation::{Organisation, Right};
use domain::signal::{Explanation, Level, level_from_code};
use domain::source::{Health, Source, is_visited};
use engine::team::Tonight;
use engine::view::{TimelinePoint, timeline, usual_range};
use engine::waking::Reached;
use jiff::{SignedDuration, Timestamp};
use signal::surge::Settings;
use store::{SignalFilter, SignalRow};

/// How far mentions are counted: beyond, nobody wants to know how many more there are.
pub const MOST_COUNTED: i64 = 10_000;

/// All brands, tonight.
pub async fn show(desk: Desk) -> Result<Response, Failure> {
    let settings = engine::surge_settings().map_err(|e| Failure::Ours(e.to_string()))?;
    let (mut brands, mut heard) = (Vec::new(), (0, 0));
    for organisation in desk.organisations(Right::Read) {
        let ears = Ears::of(&desk, organisation.id).await?;
        heard = (heard.0 + ears.heard(), heard.1 + ears.all());
        let open = SignalFilter { open_only: true, ..SignalFilter::default() };
        let signals = desk.app.world.store.signals(organisation.id, open, 1_000).await?;
        for brand in desk.app.world.store.brands(organisation.id).await? {
            let client = (organisation.id.0, organisation.name.clone());
            brands.push((brand.role, card(&desk, &settings, (&brand, client), &signals, &ears).await?));
        }
    }
    // The most urgent first; the watched beside ours last.
    brands.sort_by_key(|(role, card)| (urgency(card.state), *role != BrandRole::Own, card.name.clone()));
    let brands = brands.into_iter().map(|(_, card)| card).collect();
    let (as_of, asleep, uncovered) = (desk.now(), asleep(&desk).await?, uncovered(&desk).await?);
    let (cases, shell) = (cases(&desk).await?, desk.shell(Room::Bridge).await?);
    page(&BridgePage { words: desk.words, shell, cases, brands, as_of, heard, asleep, uncovered })
}

/// The cases under way that are open to the reader as a client's alone.
async fn cases(desk: &Desk) -> Result<Vec<(i64, String)>, Failure> {
    let (store, mut cases) = (&desk.app.world.store, Vec::new());
    for (organisation, role) in &desk.principal.memberships {
        if role.may(Right::Inspect) {
            continue;
        }
        for file in store.cases(organisation.id, true, None, 10).await? {
            cases.push((file.id.0, store.brand(organisation.id, file.brand).await?.name));
        }
    }
    Ok(cases)
}

/// The organisations of which it is not known that an alert wakes anybody, the worst of them.
async fn asleep(desk: &Desk) -> Result<Option<Asleep>, Failure> {
    if desk.app.site.demo {
        return Ok(None);
    }
    let all: Vec<&Organisation> = desk.organisations(Right::Inspect).collect();
    let ids: Vec<OrganisationId> = all.iter().map(|organisation| organisation.id).collect();
    let reached = desk.app.waking.reached(&ids).await.map_err(failed)?;
    let Some(worst) = reached.iter().copied().min().filter(|worst| *worst != Reached::Tapped) else { return Ok(None) };
    let theirs = all.iter().zip(&reached).filter(|(_, reached)| **reached == worst);
    let names = if all.len() > 1 { theirs.map(|(of, _)| of.name.clone()).collect() } else { Vec::new() };
    Ok(Some(Asleep { reached: worst, names }))
}

/// The organisations whose plan will not hold tonight.
async fn uncovered(desk: &Desk) -> Result<Vec<Uncovered>, Failure> {
    let several = desk.organisations(Right::Inspect).count() > 1;
    let mut uncovered = Vec::new();
    for organisation in desk.organisations(Right::Inspect) {
        let Tonight { missing: roles, void } =
            engine::team::tonight(&desk.app.world, organisation.id).await.map_err(failed)?;
        if !roles.is_empty() || void > 0 {
            let name = several.then(|| organisation.name.clone());
            let may_approve = desk.principal.organisation(organisation.id, Right::Configure).is_ok();
            uncovered.push(Uncovered { organisation: organisation.id.0, name, roles, void, may_approve });
        }
    }
    Ok(uncovered)
}

fn urgency(state: State) -> u8 {
    match state {
        State::Crisis => 0,
        State::Alert => 1,
        State::Notice => 2,
        State::FollowUp => 3,
        State::Deaf | State::Calm | State::Closed => 4,
    }
}

/// The sources of an organisation and how they fare.
struct Ears {
    sources: Vec<Source>,
    health: Vec<(SourceId, Health)>,
}

impl Ears {
    async fn of(desk: &Desk, organisation: OrganisationId) -> Result<Self, Failure> {
        let store = &desk.app.world.store;
        let mut sources = store.sources(organisation).await?;
        sources.retain(|source| source.enabled && !matches!(source.kind.as_str(), "file" | "hand" | "complaint"));
        Ok(Self { sources, health: store.health(organisation).await? })
    }

    fn is_deaf(&self, source: &Source) -> bool {
        self.health.iter().any(|(id, health)| *id == source.id && health.deaf_since.is_some())
    }

    fn all(&self) -> i64 {
        self.sources.len() as i64
    }

    fn heard(&self) -> i64 {
        self.sources.iter().filter(|source| !self.is_deaf(source) && !self.waits(source)).count() as i64
    }

    /// Whether it is to be visited and never was.
    fn waits(&self, source: &Source) -> bool {
        let heard = |(id, health): &(SourceId, Health)| *id == source.id && health.last_ok_at.is_some();
        is_visited(&source.kind) && !self.health.iter().any(heard)
    }

    /// Of the sources that bring this brand's mentions: whether one is not heard, and whether none is.
    fn silent(&self, brand: &Brand) -> (bool, bool) {
        let theirs = self.sources.iter().filter(|source| source.brand.is_none_or(|bound| bound == brand.id));
        let silent: Vec<bool> = theirs.map(|source| self.is_deaf(source) || self.waits(source)).collect();
        (silent.contains(&true), !silent.is_empty() && !silent.contains(&false))
    }
}

async fn card(
    desk: &Desk,
    settings: &Settings,
    (brand, client): (&Brand, (i64, String)),
    signals: &[SignalRow],
    ears: &Ears,
) -> Result<BrandCard, Failure> {
    let now = desk.now();
    let midnight = midnight(desk, now);
    let scope = (brand.organisation, brand.id);
    let day_ago = now.saturating_sub(SignedDuration::from_hours(24)).unwrap_or(now);
    let world = &desk.app.world;
    let points = timeline(world, &desk.app.memory, settings, scope, day_ago, now, 30).await.map_err(failed)?;
    // Sums over an hour, one beside the other.
    let hours: Vec<TimelinePoint> =
        points.iter().filter(|point| point.at > midnight && minute(point.at) % 60 == 0).copied().collect();
    let today = async |series| {
        world.store.counted(scope.0, scope.1, series, minute(midnight), minute(now) + 1).await.map_err(Failure::from)
    };
    let (mentions, negative) = (today(Series::Mentions).await?, today(Series::Negative).await?);
    let surge = signals
        .iter()
        .filter(|row| row.brand == brand.id && !row.is_dismissed())
        // A storm says more than the post that began it.
        .max_by_key(|row| (level(row), row.series != Series::Grave, row.onset));
    // In a pack's world every place is played.
    let nobody: Vec<String> = engine::setup::unheard(brand, &ears.sources).iter().map(|p| p.name.clone()).collect();
    let said = brand.places.iter().filter(|place| place.watch != Watch::NotWatched).count() as i64;
    let seen = said - nobody.len() as i64;
    let unwatched =
        brand.places.iter().filter(|place| place.watch == Watch::NotWatched).map(|p| p.name.clone()).collect();
    let (partial, is_deaf) = ears.silent(brand);
    // Nobody knows whether it is calm.
    let unheard = if is_deaf { State::Deaf } else { State::Calm };
    Ok(BrandCard {
        id: brand.id.0,
        name: brand.name.clone(),
        client,
        state: surge.map_or(unheard, state),
        surge: surge.map(surge_line),
        today: mentions,
        usual: usual_range(&hours),
        negative: share(negative, mentions),
        points: points.iter().map(point).collect(),
        places: (seen, brand.places.len() as i64),
        unwatched,
        unheard: nobody,
        may_listen: desk.may(brand.organisation, Right::Configure),
        partial,
        open: world.store.open_mentions(scope.0, scope.1, MOST_COUNTED).await?,
    })
}

fn midnight(desk: &Desk, now: Timestamp) -> Timestamp {
    now.to_zoned(desk.words.zone().clone()).start_of_day().map_or(now, |day| day.timestamp())
}

/// The engine's failure as ours.
pub fn failed(error: engine::EngineError) -> Failure {
    match error {
        engine::EngineError::Store(error) => error.into(),
        engine::EngineError::Report(why) => Failure::Bad(why),
        other => Failure::Ours(other.to_string()),
    }
}

/// A point of a timeline as charts draw it.
pub fn point(point: &TimelinePoint) -> Point {
    Point { at: point.at, observed: Some(point.observed), low: point.low as f64, high: point.high as f64 }
}

fn level(row: &SignalRow) -> Option<Level> {
    level_from_code(&row.level)
}

/// The state a signal puts its brand in.
pub fn state(row: &SignalRow) -> State {
    match (row.ended_at, level(row)) {
        (Some(_), _) => State::Closed,
        (None, Some(Level::Alert)) => State::Alert,
        (None, _) => State::Notice,
    }
}

fn surge_line(row: &SignalRow) -> SurgeLine {
    let said: Explanation = serde_json::from_str(&row.explanation).unwrap_or_default();
    SurgeLine {
        signal: row.id.clone(),
        observed: row.observed,
        minutes: said.window_minutes,
        usual: (said.low, said.high),
        since: row.onset,
        grave: said.grave.map(|grave| grave.harm),
    }
}
