//! One's own targets, hours and messages. Settings of targets hold secrets: none is shown.

#![expect(unused_qualifications, reason = "utoipa::path writes them")]

use super::idempotency::Kept;
use super::page::{self, Page, PageAsked};
use super::problem::Problem;
use super::seat::{Asked, Body, Own};
use crate::auth::secret;
use crate::error::Failure;
use crate::state::App;
use axum::extract::rejection::PathRejection;
use axum::extract::{OriginalUri, Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use connect::outbound::Target;
use domain::waking::{Budget, Quiet};
use engine::waking::{self, Letter, settings};
use jiff::Timestamp;
use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{NewTarget, OutboxRow, OutboxState, TargetRow};
use utoipa::{IntoParams, ToSchema};
use words::{Locale, Words};

/// One way to reach oneself.
#[derive(Serialize, ToSchema)]
pub struct TargetOut {
    /// Its id.
    id: i64,
    /// `mail`, `ntfy`, `push`, `webhook` or `chat`.
    kind: String,
    /// Its name as shown.
    name: String,
    /// The mail address, or the host: no secret.
    shown: String,
    /// Since when it is there.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When the link of a message that it brought was tapped last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    tapped_at: Option<Timestamp>,
    /// Failures since it last took a message.
    failures: i64,
    /// Until then it is left alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    rests_until: Option<Timestamp>,
    /// What went wrong last.
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
    /// The secret a webhook's messages are signed with, once.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

impl From<TargetRow> for TargetOut {
    fn from(row: TargetRow) -> Self {
        Self {
            id: row.id,
            shown: Target::parse(&row.kind, &row.settings).map_or_else(|_| String::new(), |target| target.shown()),
            kind: row.kind,
            name: row.name,
            created_at: row.created_at,
            tapped_at: row.tapped_at,
            failures: row.failures,
            rests_until: row.rests_until,
            problem: row.problem.map(|why| in_words(&why)),
            secret: None,
        }
    }
}

/// One's own targets, in the order they are tried.
#[utoipa::path(get, operation_id = "list_targets", path = "/me/targets", tag = "me", params(PageAsked),
    responses((status = 200, description = "Done.", body = Page<TargetOut>)))]
pub async fn list(
    Own(person): Own,
    State(app): State<App>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<TargetOut>>, Problem> {
    let all = app.world.store.targets(Some(person.id)).await?.into_iter().map(TargetOut::from);
    Ok(Json(Page::of(&uri, &asked, all, |item| item.id)?))
}

/// A target to be added.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetIn {
    /// `mail`, `ntfy`, `push`, `webhook` or `chat`.
    kind: String,
    /// Its name as shown; what may be shown of it where it is not said.
    #[serde(default)]
    name: String,
    /// Where it leads, as docs/targets.md says for each kind; for a webhook without `secret` one is made.
    #[schema(value_type = Object)]
    settings: Value,
}

/// Adds a target after those that are there. The same kind and settings again is the one that is there.
#[utoipa::path(post, operation_id = "add_target", path = "/me/targets", tag = "me", request_body = TargetIn,
    responses((status = 201, description = "Made.", body = TargetOut)))]
pub async fn add(
    Own(person): Own,
    State(app): State<App>,
    Body(new): Body<TargetIn>,
) -> Result<(StatusCode, Extension<Kept>, Json<TargetOut>), Problem> {
    let TargetIn { kind, name, mut settings } = new;
    let mut fresh = None;
    if kind == "webhook" && settings.get("secret").is_none() && settings.is_object() {
        let (_, random) = secret::fresh("").map_err(|e| Failure::Ours(e.to_string()))?;
        let made = connect::inbound::webhook::secret(&random);
        settings["secret"] = json!(made);
        fresh = Some(made);
    }
    let new = NewTarget { person: person.id, kind, name, settings: settings.to_string() };
    let mut made = TargetOut::from(settings::add_target(&app.world, new).await?);
    let kept = Kept::of(&made)?;
    made.secret = fresh;
    Ok((StatusCode::CREATED, Extension(kept), Json(made)))
}

/// Has a target tried before the others.
#[utoipa::path(post, operation_id = "put_target_first", path = "/me/targets/{target}/first", tag = "me",
    params(("target" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn first(
    Own(person): Own,
    State(app): State<App>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<StatusCode, Problem> {
    app.world.store.put_target_first(person.id, id?.0).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a target away; what still waits for it is not sent.
#[utoipa::path(delete, operation_id = "remove_target", path = "/me/targets/{target}", tag = "me",
    params(("target" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn remove(
    Own(person): Own,
    State(app): State<App>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<StatusCode, Problem> {
    app.world.store.remove_target(person.id, id?.0).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sends a message that only shows that a target works; `tapped_at` says when its link was tapped.
#[utoipa::path(post, operation_id = "test_target", path = "/me/targets/{target}/test", tag = "me",
    params(("target" = i64, Path)), responses((status = 202, description = "On its way; see the messages.")))]
pub async fn test(
    Own(person): Own,
    State(app): State<App>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<StatusCode, Problem> {
    app.waking.test(person.id, id?.0).await?;
    Ok(StatusCode::ACCEPTED)
}

/// When one may be called and how often.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// When only an alert or one grave post calls; `null`: no such hours.
    quiet: Option<QuietHours>,
    /// How often at most.
    budget: Calls,
    /// Whether the week in five lines comes on Monday morning; it does where it is not said.
    #[serde(default = "comes")]
    weekly: bool,
}

fn comes() -> bool {
    waking::Hours::default().weekly
}

/// Quiet hours in one's own time zone.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    /// From this time on.
    #[schema(example = "22:00:00")]
    from: String,
    /// To before this time; earlier than `from`: of the next day; the same: never.
    #[schema(example = "07:00:00")]
    to: String,
}

/// How many calls at most, over all brands; each from 1 to 100.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Calls {
    /// In any 30 minutes.
    half_hour: u32,
    /// In any 24 hours.
    day: u32,
    /// Because of one brand in any 24 hours.
    brand_day: u32,
}

impl From<waking::Hours> for Hours {
    fn from(waking::Hours { quiet, budget, weekly }: waking::Hours) -> Self {
        let quiet = quiet.map(|Quiet { from, to }| QuietHours { from: from.to_string(), to: to.to_string() });
        let Budget { half_hour, day, brand_day } = budget;
        Self { quiet, budget: Calls { half_hour, day, brand_day }, weekly }
    }
}

impl Hours {
    fn read(self) -> Result<waking::Hours, Problem> {
        let time = |text: &str| {
            text.parse::<Time>()
                .map_err(|_| Problem::bad(format!("`{text}` is no time of day; write one as in `22:00`")))
        };
        let quiet = match self.quiet {
            Some(hours) => Some(Quiet { from: time(&hours.from)?, to: time(&hours.to)? }),
            None => None,
        };
        let Calls { half_hour, day, brand_day } = self.budget;
        Ok(waking::Hours { quiet, budget: Budget { half_hour, day, brand_day }, weekly: self.weekly })
    }
}

/// When one may be called and how often.
#[utoipa::path(get, operation_id = "get_hours", path = "/me/hours", tag = "me",
    responses((status = 200, description = "Done.", body = Hours)))]
pub async fn hours(Own(person): Own, State(app): State<App>) -> Result<Json<Hours>, Problem> {
    Ok(Json(settings::hours(&app.world, person.id).await?.into()))
}

/// Says when one may be called and how often.
#[utoipa::path(put, operation_id = "set_hours", path = "/me/hours", tag = "me", request_body = Hours,
    responses((status = 200, description = "Done.", body = Hours)))]
pub async fn set_hours(
    Own(person): Own,
    State(app): State<App>,
    Body(hours): Body<Hours>,
) -> Result<Json<Hours>, Problem> {
    let hours = hours.read()?;
    settings::set_hours(&app.world, person.id, &hours).await?;
    Ok(Json(hours.into()))
}

/// Which messages are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MessagesAsked {
    /// Only those in this state: `waiting`, `sending`, `sent`, `unknown`, `failed`, `stale` or `silenced`.
    state: Option<String>,
    /// Where the page begins: the `cursor` of the page before.
    cursor: Option<String>,
    /// Most items, at most 200; 50 where it is not said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// A message to oneself and what became of it.
#[derive(Serialize, ToSchema)]
pub struct MessageOut {
    /// Its number.
    id: i64,
    /// The same in every try of one message.
    key: String,
    /// Its title.
    title: String,
    /// The target, which may have been taken away.
    target: i64,
    /// `waiting`, `sending`, `sent`, `unknown`, `failed`, `stale` or `silenced`.
    state: String,
    /// How often it was tried.
    tries: i64,
    /// Of how many tries it is not known whether they arrived.
    unknown: i64,
    /// Since when it is there.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When it was tried last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    tried_at: Option<Timestamp>,
    /// From then on it is not sent any more.
    #[schema(value_type = String, format = DateTime)]
    until: Timestamp,
    /// What went wrong last.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// What the target calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    receipt: Option<String>,
}

/// What went wrong, as it is told to programs: in English.
fn in_words(kept: &str) -> String {
    words::target::kept(&Words::new(Locale::En, "UTC", Timestamp::UNIX_EPOCH), kept)
}

impl From<OutboxRow> for MessageOut {
    fn from(row: OutboxRow) -> Self {
        let letter: Result<Letter, _> = serde_json::from_str(&row.message.body);
        Self {
            id: row.id,
            title: letter.map(|letter| letter.note.title).unwrap_or_default(),
            key: row.message.key,
            target: row.message.target,
            state: row.state.code().to_owned(),
            tries: row.tries,
            unknown: row.unknown,
            created_at: row.created_at,
            tried_at: row.tried_at,
            until: row.message.until,
            reason: row.reason.map(|why| in_words(&why)),
            receipt: row.receipt,
        }
    }
}

/// The messages to oneself, newest first.
#[utoipa::path(get, operation_id = "list_messages", path = "/me/messages", tag = "me", params(MessagesAsked),
    responses((status = 200, description = "Done.", body = Page<MessageOut>)))]
pub async fn messages(
    Own(person): Own,
    State(app): State<App>,
    Asked(asked): Asked<MessagesAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<MessageOut>>, Problem> {
    let limit = page::limit(asked.limit)?;
    let before =
        asked.cursor.as_deref().map(|cursor| page::read(cursor)?.parse().map_err(|_| page::wrong())).transpose()?;
    let state = |code: &str| OutboxState::ALL.into_iter().find(|state| state.code() == code);
    let states = match asked.state.as_deref() {
        None => Vec::new(),
        Some(code) => vec![state(code).ok_or_else(|| Problem::bad(format!("`{code}` is no state of a message")))?],
    };
    let reach = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let mut rows = app.world.store.messages_to(person.id, &states, before, reach).await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let cursor = rows.last().filter(|_| more).map(|last| last.id.to_string());
    Ok(Json(Page::new(&uri, rows.into_iter().map(MessageOut::from).collect(), cursor)))
}
