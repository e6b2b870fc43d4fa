//! Sources, how they fare, what could not be read, and the holes in what was heard. Settings may hold secrets: none is shown.

#![expect(unused_qualifications, reason = "utoipa::path writes them")]

use super::brands::name;
use super::idempotency::Kept;
use super::page::{self, Page, PageAsked};
use super::problem::Problem;
use super::seat::{Asked, At, Body, Configures, Inspects, Seat};
use crate::auth::secret;
use crate::error::Failure;
use crate::state::App;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use connect::inbound::change::{self, changed};
use domain::id::{BrandId, SourceId};
use domain::source::{Health, Source};
use engine::bus::Change;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
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
        host: host(&source.settings),
        streaming: (source.kind == "mastodon").then(|| streams(&source.settings)),
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

/// The host of the settings' address: a path or a query may hold a secret.
fn host(settings: &str) -> Option<String> {
    let settings: Value = serde_json::from_str(settings).ok()?;
    let address = ["url", "server"].into_iter().find_map(|field| settings.get(field)?.as_str())?;
    let url = url::Url::parse(address).or_else(|_| url::Url::parse(&format!("https://{address}"))).ok()?;
    url.host_str().map(str::to_owned)
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

/// A source to listen to.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
pub enum SourceIn {
    /// RSS, Atom or JSON Feed.
    Feed {
        /// Its name as shown; the host where it is not said.
        name: Option<String>,
        /// The brand it is bound to.
        brand: Option<i64>,
        /// Where it is.
        url: String,
    },
    /// A timeline of a Mastodon-compatible server.
    Mastodon {
        /// Its name as shown.
        name: Option<String>,
        /// The brand it is bound to.
        brand: Option<i64>,
        /// The server's address.
        server: String,
        /// A tag; the public timeline where it is not said.
        tag: Option<String>,
        /// A token that lets in.
        token: Option<String>,
        /// Whether to listen to the server's stream too, not only visit it every minute; it needs a token.
        #[serde(default)]
        streaming: bool,
    },
    /// A mailbox, read over IMAP and TLS: an answer to a mail of ours goes into its conversation, any other mail is a complaint of the brand.
    Mailbox {
        /// Its name as shown; the address where it is not said.
        name: Option<String>,
        /// The brand it is bound to.
        brand: Option<i64>,
        /// The IMAP server.
        server: String,
        /// Its port; 993 where it is not said.
        port: Option<u16>,
        /// The login; the address where it is not said.
        login: Option<String>,
        /// Its password. It is not shown again.
        password: String,
        /// The address whose mails come there.
        address: String,
        /// Whether mails to the address with `+anything` before its `@` come there too; they do where it is not said.
        sub_addresses: Option<bool>,
        /// The folder that is read; `INBOX` where it is not said.
        folder: Option<String>,
    },
    /// Deliveries that others send, signed.
    Webhook {
        /// Its name as shown.
        name: String,
        /// The brand it is bound to.
        brand: Option<i64>,
    },
}

/// A source as it is kept, and a secret to be shown once.
fn planned(new: SourceIn) -> Result<(NewSource, Option<String>), Problem> {
    let (kind, named, brand, settings, secret) = match new {
        SourceIn::Feed { name, brand, url } => {
            let settings = json!({ "url": url }).to_string();
            connect::inbound::feed::Settings::parse(&settings).map_err(|e| Problem::bad(e.to_string()))?;
            ("feed", name.or_else(|| host(&settings)).unwrap_or_else(|| "feed".to_owned()), brand, settings, None)
        }
        SourceIn::Mastodon { name, brand, server, tag, token, streaming } => {
            let tag = tag.map(|tag| tag.trim().trim_start_matches('#').to_owned());
            let timeline = tag.as_ref().map_or(json!("public"), |tag| json!({ "tag": tag }));
            let mut settings = json!({ "server": server, "timeline": timeline, "streaming": streaming });
            if let Some(token) = token {
                settings["token"] = Value::String(token);
            }
            let settings = settings.to_string();
            connect::inbound::mastodon::Settings::parse(&settings).map_err(|e| Problem::bad(e.to_string()))?;
            let place = host(&settings).unwrap_or(server);
            let named = tag.map_or_else(|| place.clone(), |tag| format!("#{tag} on {place}"));
            ("mastodon", name.unwrap_or(named), brand, settings, None)
        }
        SourceIn::Mailbox { name, brand, server, port, login, password, address, sub_addresses, folder } => {
            let login = login.unwrap_or_else(|| address.clone());
            let mut settings = json!({ "server": server, "name": login, "password": password, "address": address, "sub_addresses": sub_addresses.unwrap_or(true) });
            settings["port"] = json!(port);
            if let Some(folder) = folder {
                settings["folder"] = Value::String(folder);
            }
            let settings = settings.to_string();
            connect::inbound::mailbox::Settings::parse(&settings).map_err(Problem::bad)?;
            ("mailbox", name.unwrap_or(address), brand, settings, None)
        }
        SourceIn::Webhook { name, brand } => {
            let (_, random) = secret::fresh("").map_err(|e| Failure::Ours(e.to_string()))?;
            let secret = format!("whsec_{}", STANDARD.encode(random));
            ("webhook", name, brand, json!({ "secrets": [secret] }).to_string(), Some(secret))
        }
    };
    let new = NewSource {
        organisation: None,
        brand: brand.map(BrandId),
        kind: kind.to_owned(),
        name: name(&named)?,
        settings,
    };
    Ok((new, secret))
}

/// Adds a source. It is listened to at once; internal addresses can be let in by the command line only.
#[utoipa::path(post, operation_id = "create_source", path = "/organisations/{organisation}/sources", tag = "sources", request_body = SourceIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = SourceOut)))]
pub async fn create(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(new): Body<SourceIn>,
) -> Result<(StatusCode, Extension<Kept>, Json<SourceOut>), Problem> {
    let (new, secret) = planned(new)?;
    let new = NewSource { organisation: Some(seat.organisation), ..new };
    let source = app.world.store.create_source(new, app.world.clock.now()).await?;
    app.world.bus.tell(seat.organisation, Change::Sources);
    let mut made = shown(source, Health::default());
    let kept = Kept::of(&made)?;
    made.secret = secret;
    Ok((StatusCode::CREATED, Extension(kept), Json(made)))
}

/// What changes of a source; what is not said stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceChange {
    /// Its name as shown.
    name: Option<String>,
    /// Whether it is listened to.
    enabled: Option<bool>,
    /// A Mastodon server's new token; empty for none. Used at once, without a restart.
    token: Option<String>,
    /// Whether to listen to a Mastodon server's stream.
    streaming: Option<bool>,
    /// A feed's new address.
    url: Option<String>,
    /// The brand that all it brings from now on is a mention of; 0 for none: then a query must match.
    brand: Option<i64>,
    /// A feed or a Mastodon server: whether only posts that match a query are kept.
    keep_matched: Option<bool>,
    /// A feed's or a mailbox's login, with its password.
    login: Option<String>,
    /// The password of that login.
    password: Option<String>,
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
    if let Some(new) = change.name {
        source.name = name(&new)?;
    }
    source.enabled = change.enabled.unwrap_or(source.enabled);
    source.brand = change.brand.map_or(source.brand, |id| (id != 0).then_some(BrandId(id)));
    let SourceChange { token, streaming, url, keep_matched, login, password, .. } = change;
    let login = login.zip(password);
    if url.is_some() && lets_inside(&source.settings) {
        return Err(Problem::bad(
            "this source may reach internal addresses: its address is changed by the command line only",
        ));
    }
    let wanted = change::Change { token, streaming, url, keep_matched, login, ..change::Change::default() };
    source.settings = changed(&source.kind, &source.settings, &wanted).map_err(Problem::bad)?;
    app.world.store.update_source(&source).await?;
    app.world.bus.tell(seat.organisation, Change::Sources);
    let health = app.world.store.health(seat.organisation).await?;
    let fares = health.into_iter().find_map(|(of, health)| (of == source.id).then_some(health));
    Ok(Json(shown(source, fares.unwrap_or_default())))
}

fn streams(settings: &str) -> bool {
    let settings: Value = serde_json::from_str(settings).unwrap_or_default();
    settings["streaming"] == true
}

/// Whether the command line allowed the source internal addresses.
fn lets_inside(settings: &str) -> bool {
    let settings: Value = serde_json::from_str(settings).unwrap_or_default();
    settings["allow"].as_array().is_some_and(|allowed| !allowed.is_empty())
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
