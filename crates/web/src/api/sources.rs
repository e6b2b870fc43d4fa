//! Sources, how they fare, what could not be read, and the holes in what was heard. Settings may hold secrets: none is shown.

#![expect(unused_qualifications, reason = "utoipa::path writes them")]

use super::idempotency::Kept;
use super::listening::{self, SourceChange, SourceIn};
use super::page::{self, Page, PageAsked};
use super::problem::Problem;
use super::seat::{Asked, At, Body, Configures, Inspects, Seat};
use crate::error::Failure;
use crate::state::App;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use domain::id::SourceId;
use domain::source::{Health, Source};
use engine::bus::Change;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::NewSource;
use utoipa::{IntoParams, ToSchema};

/// What is shown of an item kept aside, in characters.
const SHOWN: usize = 2_000;

/// A source and how it fares.
#[derive(Serialize, ToSchema)]
pub struct SourceOut {
    /// Its id.
    id: i64,
    /// `feed`, `mastodon`, `mailbox`, `webhook`, `file`, `hand` or `pack`.
    kind: String,
    /// Its name as shown.
    name: String,
    /// The host it listens to, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    host: Option<String>,
    /// The brand it is bound to: all it brings is a mention.
    #[serde(skip_serializing_if = "Option::is_none")]
    brand: Option<i64>,
    /// Whether it is listened to.
    enabled: bool,
    /// Whether it is the house's, for all organisations; only the house changes it.
    house: bool,
    /// Whether a Mastodon server's stream is listened to.
    #[serde(skip_serializing_if = "Option::is_none")]
    streaming: Option<bool>,
    /// How it fares.
    health: HealthOut,
    /// The secret a webhook's deliveries are signed with, once.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
    /// Where a webhook's deliveries are sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    deliver_to: Option<String>,
}

/// How a source fares.
#[derive(Default, Serialize, ToSchema)]
pub struct HealthOut {
    /// Deaf since; absent while it works.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    deaf_since: Option<Timestamp>,
    /// How the last try ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    /// The last failure in plain words.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// Its last try.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    last_try_at: Option<Timestamp>,
    /// Its last try that worked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    last_ok_at: Option<Timestamp>,
    /// The last post it brought.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    last_post_at: Option<Timestamp>,
    /// When it is tried next.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    next_try_at: Option<Timestamp>,
    /// How often each outcome happened.
    outcomes: BTreeMap<String, i64>,
}

impl From<Health> for HealthOut {
    fn from(health: Health) -> Self {
        Self {
            deaf_since: health.deaf_since,
            outcome: health.outcome.map(|outcome| outcome.code().to_owned()),
            detail: health.detail,
            last_try_at: health.last_try_at,
            last_ok_at: health.last_ok_at,
            last_post_at: health.last_post_at,
            next_try_at: health.next_try_at,
            outcomes: health.counts.into_iter().map(|(outcome, n)| (outcome.code().to_owned(), n)).collect(),
        }
    }
}

fn shown(source: Source, health: Health) -> SourceOut {
    SourceOut {
        id: source.id.0,
        host: listening::host(&source.settings),
        streaming: (source.kind == "mastodon").then(|| listening::streams(&source.settings)),
        deliver_to: (source.kind == "webhook").then(|| format!("/hooks/{}", source.id)),
        kind: source.kind,
        name: source.name,
        brand: source.brand.map(|brand| brand.0),
        enabled: source.enabled,
        house: source.organisation.is_none(),
        health: health.into(),
        secret: None,
    }
}

/// The sources of an organisation and the house's, with their health.
#[utoipa::path(get, operation_id = "list_sources", path = "/organisations/{organisation}/sources", tag = "sources",
    params(("organisation" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Page<SourceOut>)))]
pub async fn list(
    seat: Seat<Inspects>,
    State(app): State<App>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<SourceOut>>, Problem> {
    let mut health: BTreeMap<SourceId, Health> = app.world.store.health(seat.organisation).await?.into_iter().collect();
    let all = app.world.store.sources(seat.organisation).await?;
    let all = all.into_iter().map(|source| {
        let fares = health.remove(&source.id).unwrap_or_default();
        shown(source, fares)
    });
    Ok(Json(Page::of(&uri, &asked, all, |item| item.id)?))
}

/// Adds a source. It is listened to at once; internal addresses can be let in by the command line only.
#[utoipa::path(post, operation_id = "create_source", path = "/organisations/{organisation}/sources", tag = "sources", request_body = SourceIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = SourceOut)))]
pub async fn create(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(new): Body<SourceIn>,
) -> Result<(StatusCode, Extension<Kept>, Json<SourceOut>), Problem> {
    let (new, secret) = listening::planned(new).map_err(Problem::bad)?;
    let new = NewSource { organisation: Some(seat.organisation), ..new };
    let source = app.world.store.create_source(new, app.world.clock.now()).await?;
    app.world.bus.tell(seat.organisation, Change::Sources);
    let mut made = shown(source, Health::default());
    let kept = Kept::of(&made)?;
    made.secret = secret;
    Ok((StatusCode::CREATED, Extension(kept), Json(made)))
}

/// Changes a source: its name, whether it is listened to, what it is asked with.
#[utoipa::path(patch, operation_id = "change_source", path = "/organisations/{organisation}/sources/{source}", tag = "sources", request_body = SourceChange,
    params(("organisation" = i64, Path), ("source" = i64, Path)), responses((status = 200, description = "Done.", body = SourceOut)))]
pub async fn update(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(change): Body<SourceChange>,
) -> Result<Json<SourceOut>, Problem> {
    let mut source = own(&app, &seat, id).await?;
    listening::change(&mut source, change).map_err(Problem::bad)?;
    app.world.store.update_source(&source).await?;
    app.world.bus.tell(seat.organisation, Change::Sources);
    let health = app.world.store.health(seat.organisation).await?;
    let fares = health.into_iter().find_map(|(of, health)| (of == source.id).then_some(health));
    Ok(Json(shown(source, fares.unwrap_or_default())))
}

/// A source that is the organisation's own: the house's is everybody's to see and nobody's to change.
async fn own(app: &App, seat: &Seat<Configures>, id: i64) -> Result<Source, Problem> {
    let source = app.world.store.source(seat.organisation, SourceId(id)).await?;
    if source.organisation.is_none() {
        return Err(Failure::Forbidden.into());
    }
    Ok(source)
}

/// What became of a try.
#[derive(Serialize, ToSchema)]
pub struct Tried {
    /// Whether it was heard.
    heard: bool,
    /// Whether it answered.
    reachable: bool,
    /// Whether it let us in; absent when it never came so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    authorised: Option<bool>,
    /// How the try ended.
    outcome: String,
    /// What was found, or what to do.
    detail: String,
    /// The first line of one item.
    #[serde(skip_serializing_if = "Option::is_none")]
    sample: Option<String>,
    /// How many items it offers now.
    items: usize,
    /// How much more it lets us ask, where it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    limits: Option<String>,
}

/// Tries a source once; remembers nothing.
#[utoipa::path(post, operation_id = "test_source", path = "/organisations/{organisation}/sources/{source}/test", tag = "sources",
    params(("organisation" = i64, Path), ("source" = i64, Path)), responses((status = 200, description = "Done.", body = Tried)))]
pub async fn test(seat: Seat<Configures>, State(app): State<App>, At(id): At<i64>) -> Result<Json<Tried>, Problem> {
    let source = own(&app, &seat, id).await?;
    let verdict = engine::collect::test(&app.world, &app.client, &source).await?;
    Ok(Json(Tried {
        heard: verdict.outcome.is_heard(),
        reachable: verdict.reachable,
        authorised: verdict.authorised,
        outcome: verdict.outcome.code().to_owned(),
        detail: verdict.detail,
        sample: verdict.sample,
        items: verdict.items,
        limits: verdict.limits,
    }))
}

/// What a source brought and could not be read.
#[derive(Serialize, ToSchema)]
pub struct Quarantine {
    /// How many items are kept.
    total: i64,
    /// How many older ones were dropped: of each source the newest 10,000 are kept.
    dropped: i64,
    /// Some of them, newest first.
    #[serde(flatten)]
    page: Page<KeptAside>,
}

/// One item kept aside.
#[derive(Serialize, ToSchema)]
pub struct KeptAside {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// Why.
    reason: String,
    /// Where in the source.
    place: String,
    /// Its first characters.
    text: String,
}

/// The items of a source that could not be read, newest first. Those of a house source are nobody's to see: what the house hears is
/// read through mentions only.
#[utoipa::path(get, operation_id = "source_quarantine", path = "/organisations/{organisation}/sources/{source}/quarantine", tag = "sources",
    params(("organisation" = i64, Path), ("source" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Quarantine)))]
pub async fn quarantine(
    seat: Seat<Inspects>,
    State(app): State<App>,
    At(id): At<i64>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Quarantine>, Problem> {
    let limit = page::limit(asked.limit)?;
    let before =
        asked.cursor.as_deref().map(|cursor| page::read(cursor)?.parse().map_err(|_| page::wrong())).transpose()?;
    let (store, id) = (&app.world.store, SourceId(id));
    // One more than is shown tells whether there is another page.
    let reach = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let mut items = store.quarantine(seat.organisation, id, before, reach).await?;
    let aside = store.quarantine_count(seat.organisation, id).await?;
    let more = items.len() > limit;
    items.truncate(limit);
    let cursor = items.last().filter(|_| more).map(|(seq, ..)| seq.to_string());
    let item = |(_, at, kept): (i64, Timestamp, domain::source::Quarantined)| KeptAside {
        at,
        reason: kept.reason,
        place: kept.place,
        text: String::from_utf8_lossy(&kept.bytes).chars().take(SHOWN).collect(),
    };
    let (total, dropped) = (aside.kept, aside.dropped);
    Ok(Json(Quarantine { total, dropped, page: Page::new(&uri, items.into_iter().map(item).collect(), cursor) }))
}

/// Since when gaps are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Since {
    /// Only those that end after; a week ago where it is not said.
    #[param(value_type = Option<String>, format = DateTime)]
    since: Option<Timestamp>,
}

/// The holes in what was heard of a source.
#[derive(Serialize, ToSchema)]
pub struct Gaps {
    /// Oldest first.
    items: Vec<GapOut>,
}

/// A hole in what was heard.
#[derive(Serialize, ToSchema)]
pub struct GapOut {
    /// From when.
    #[schema(value_type = String, format = DateTime)]
    from: Timestamp,
    /// Until when.
    #[schema(value_type = String, format = DateTime)]
    until: Timestamp,
    /// Why.
    reason: String,
}

/// The holes in what was heard of a source.
#[utoipa::path(get, operation_id = "source_gaps", path = "/organisations/{organisation}/sources/{source}/gaps", tag = "sources",
    params(("organisation" = i64, Path), ("source" = i64, Path), Since), responses((status = 200, description = "Done.", body = Gaps)))]
pub async fn gaps(
    seat: Seat<Inspects>,
    State(app): State<App>,
    At(id): At<i64>,
    Asked(asked): Asked<Since>,
) -> Result<Json<Gaps>, Problem> {
    let week_ago = app.world.clock.now().checked_sub(SignedDuration::from_hours(7 * 24)).unwrap_or(Timestamp::MIN);
    let gaps = app.world.store.gaps(seat.organisation, SourceId(id), asked.since.unwrap_or(week_ago)).await?;
    let items = gaps.into_iter().map(|gap| GapOut { from: gap.from, until: gap.until, reason: gap.reason }).collect();
    Ok(Json(Gaps { items }))
}
