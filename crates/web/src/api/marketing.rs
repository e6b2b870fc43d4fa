//! The accounts that are sent from, and the marketing that is scheduled on them. A token is taken, never shown; nothing deletes a post.

use super::idempotency::Kept;
use super::page::{self, Page, PageAsked};
use super::problem::Problem;
use super::seat::{Asked, At, Body, Configures, Inspects, Seat, Triages};
use crate::error::Failure;
use crate::state::App;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use domain::case::event::Thaw;
use domain::id::{AccountId, BrandId, ScheduledId};
use domain::marketing::{Misfit, State as PostState};
use domain::publish::Reason;
use engine::case::ThawError;
use engine::marketing::Marketing;
use engine::marketing::account::{AccountError, Connecting};
use engine::marketing::write::{Post, PostError};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{AccountRow, ScheduledFilter, ScheduledRow};
use utoipa::{IntoParams, ToSchema};

/// An account that is sent from.
#[derive(Serialize, ToSchema)]
pub struct AccountOut {
    /// Its id.
    id: i64,
    /// Which brand it speaks for; absent: the organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    brand: Option<i64>,
    /// `mastodon`, or `postiz` for a channel of that tool, `webhook` for one that is told to pause: what these say is written there, and no length counts here.
    kind: String,
    /// Its server; of a webhook the host alone.
    server: String,
    /// Its name there; of a channel its platform.
    acct: String,
    /// Its name as shown here.
    name: String,
    /// The most characters of a text there; each link counts as `per_link`.
    characters: u32,
    /// What a link counts.
    per_link: u32,
    /// Since when it is there.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When it answered last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    checked_at: Option<Timestamp>,
    /// What went wrong last.
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
    /// What a webhook was told last: `pause-` or `resume-`, case and freeze.
    #[serde(skip_serializing_if = "Option::is_none")]
    told: Option<String>,
    /// What it answered; empty where it did not.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<String>,
    /// Whether a case holds it now.
    frozen: bool,
}

impl AccountOut {
    fn new(row: AccountRow, frozen: bool) -> Self {
        let (told, answer) = row.told.clone().map(|told| (told.key, told.answer)).unzip();
        Self {
            told,
            answer,
            id: row.id.0,
            brand: row.brand.map(|brand| brand.0),
            server: row.place(),
            kind: row.kind,
            acct: row.acct,
            name: row.name,
            characters: row.length.characters,
            per_link: row.length.per_link,
            created_at: row.created_at,
            checked_at: row.checked_at,
            problem: row.problem.map(|why| Reason::read(&why).plain),
            frozen,
        }
    }
}

/// A scheduled post.
#[derive(Serialize, ToSchema)]
pub struct ScheduledOut {
    /// Its id.
    id: i64,
    /// From which account.
    account: i64,
    /// Which brand it speaks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    brand: Option<i64>,
    /// Whether it waits in the queue of its account's own server; else in Vigie's.
    at_its_server: bool,
    /// Its text.
    text: String,
    /// Its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    /// Its kind, as the plan names those that a freeze lets out.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    /// How many pictures and the like it has at its server.
    media: i64,
    /// When it goes out, or was to.
    #[schema(value_type = String, format = DateTime)]
    due: Timestamp,
    /// `queued`, `holding`, `held`, `draft`, `sending`, `sent`, `unknown`, `failed`, `withdrawn` or `gone`.
    state: String,
    /// Counts its changes: whoever changes it says which one they saw.
    version: i64,
    /// The case that held it.
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<i64>,
    /// The words by which it clashes with the case that holds it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    clashes: Vec<String>,
    /// What went wrong, or why it is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// Where people see it, once it is out.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// When it went out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    sent_at: Option<Timestamp>,
}

impl From<ScheduledRow> for ScheduledOut {
    fn from(row: ScheduledRow) -> Self {
        Self {
            id: row.id.0,
            account: row.account.0,
            brand: row.brand.map(|brand| brand.0),
            at_its_server: row.native.is_some(),
            text: row.text,
            language: row.language,
            label: row.label,
            media: row.media,
            due: row.due,
            state: row.state.code().to_owned(),
            version: row.version,
            case: row.holder.map(|case| case.0),
            clashes: Vec::new(),
            reason: row.reason,
            url: row.url,
            sent_at: row.sent_at,
        }
    }
}

pub(super) fn marketing(app: &App) -> Marketing {
    Marketing::of(&app.waking)
}

/// Nothing is published, nor made ready for it, where anybody on the way can listen in or change it.
pub(super) fn over_https(app: &App) -> Result<(), Problem> {
    if !app.site.plain_http {
        return Ok(());
    }
    Err(Failure::PlainHttp.into())
}

impl From<AccountError> for Problem {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Store(error) => error.into(),
            AccountError::Taken => Self::new(StatusCode::CONFLICT, "taken", error.to_string()),
            AccountError::Refused(why) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "account-refused", why.plain),
        }
    }
}

impl From<ThawError> for Problem {
    fn from(error: ThawError) -> Self {
        match error {
            ThawError::Case(error) => error.into(),
            ThawError::Post(error) => error.into(),
        }
    }
}

impl From<PostError> for Problem {
    fn from(error: PostError) -> Self {
        let said = error.to_string();
        match error {
            PostError::Store(error) => error.into(),
            PostError::Unfit(_) => Self::bad(said),
            PostError::Misfit(misfit) => {
                let code = match misfit {
                    Misfit::Frozen => "frozen",
                    Misfit::Time => "too-soon",
                    Misfit::Burst => "burst",
                    Misfit::Elsewhere => "elsewhere",
                };
                Self::new(StatusCode::CONFLICT, code, said)
            }
        }
    }
}

/// The accounts that are connected.
#[utoipa::path(get, operation_id = "list_accounts", path = "/organisations/{organisation}/accounts", tag = "marketing",
    params(("organisation" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Page<AccountOut>)))]
pub async fn accounts(
    seat: Seat<Inspects>,
    State(app): State<App>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<AccountOut>>, Problem> {
    let mut all = Vec::new();
    for row in app.world.store.accounts(seat.organisation).await? {
        all.push(shown(&app, row).await?);
    }
    Ok(Json(Page::of(&uri, &asked, all, |item| item.id)?))
}

async fn shown(app: &App, row: AccountRow) -> Result<AccountOut, Problem> {
    let leases = app.world.store.leases(row.organisation, row.id).await?;
    Ok(AccountOut::new(row, leases.iter().any(|lease| lease.until.is_none())))
}

/// An account to be connected.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountIn {
    /// `mastodon`.
    kind: String,
    /// Its server.
    #[schema(example = "https://mastodon.example")]
    server: String,
    /// A token of that account that may read and write. It is kept, and never shown again.
    token: String,
    /// Its name as shown; as its server shows it where it is not said.
    #[serde(default)]
    name: String,
    /// Which brand it speaks for.
    brand: Option<i64>,
}

/// Connects an account once its server has said whose the token is. An account of a server belongs to one organisation of the house.
#[utoipa::path(post, operation_id = "connect_account", path = "/organisations/{organisation}/accounts", tag = "marketing", request_body = AccountIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = AccountOut)))]
pub async fn connect(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(new): Body<AccountIn>,
) -> Result<(StatusCode, Extension<Kept>, Json<AccountOut>), Problem> {
    over_https(&app)?;
    let AccountIn { kind, server, token, name, brand } = new;
    let asked = Connecting { kind, server, token, name, brand: brand.map(BrandId) };
    let made = shown(&app, marketing(&app).connect(seat.organisation, asked).await?).await?;
    Ok((StatusCode::CREATED, Extension(Kept::of(&made)?), Json(made)))
}

/// Asks whether an account still answers; `problem` says why not.
#[utoipa::path(post, operation_id = "check_account", path = "/organisations/{organisation}/accounts/{account}/check", tag = "marketing",
    params(("organisation" = i64, Path), ("account" = i64, Path)), responses((status = 200, description = "Done.", body = AccountOut)))]
pub async fn check(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(id): At<i64>,
) -> Result<Json<AccountOut>, Problem> {
    let row = marketing(&app).check(seat.organisation, AccountId(id)).await?;
    Ok(Json(shown(&app, row).await?))
}

/// Lets an account go: its token is forgotten, what was to go out from it is held. Nothing that it published changes.
#[utoipa::path(delete, operation_id = "let_go_account", path = "/organisations/{organisation}/accounts/{account}", tag = "marketing",
    params(("organisation" = i64, Path), ("account" = i64, Path)), responses((status = 204, description = "Done."), (status = 409, description = "A case holds posts there: decide on each first.")))]
pub async fn let_go(seat: Seat<Configures>, State(app): State<App>, At(id): At<i64>) -> Result<StatusCode, Problem> {
    app.world.store.let_go_account(seat.organisation, AccountId(id), app.world.clock.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which posts are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ScheduledAsked {
    /// Only those of this account.
    account: Option<i64>,
    /// Only those in this state.
    state: Option<String>,
    /// Where the page begins: the `cursor` of the page before.
    cursor: Option<String>,
    /// Most items, at most 200; 50 where it is not said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// Scheduled posts in order of their time: Vigie's own queue, and those of the accounts' own servers.
#[utoipa::path(get, operation_id = "list_scheduled_posts", path = "/organisations/{organisation}/scheduled-posts", tag = "marketing",
    params(("organisation" = i64, Path), ScheduledAsked), responses((status = 200, description = "Done.", body = Page<ScheduledOut>)))]
pub async fn list(
    seat: Seat<Inspects>,
    State(app): State<App>,
    Asked(asked): Asked<ScheduledAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<ScheduledOut>>, Problem> {
    let limit = page::limit(asked.limit)?;
    let after = match asked.cursor.as_deref().map(page::read_moment).transpose()? {
        Some((due, id)) => Some((due, ScheduledId(id.parse().map_err(|_| page::wrong())?))),
        None => None,
    };
    let states = match asked.state.as_deref() {
        None => Vec::new(),
        Some(code) => {
            let state = PostState::from_code(code);
            vec![state.ok_or_else(|| Problem::bad(format!("`{code}` is no state of a post")))?]
        }
    };
    let filter = ScheduledFilter { account: asked.account.map(AccountId), states: &states };
    let reach = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let mut rows = app.world.store.scheduled_posts(seat.organisation, filter, after, reach).await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let cursor = rows.last().filter(|_| more).map(|last| page::moment(last.due, last.id));
    let mut clashes = engine::case::clashing(&app.world, seat.organisation, &rows).await?;
    let told = |row: ScheduledRow| {
        let clashes = clashes.remove(&row.id).unwrap_or_default();
        ScheduledOut { clashes, ..ScheduledOut::from(row) }
    };
    Ok(Json(Page::new(&uri, rows.into_iter().map(told).collect(), cursor)))
}

/// A post to be scheduled.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduledIn {
    /// From which account.
    account: i64,
    /// Its text.
    text: String,
    /// Its language.
    #[serde(default)]
    #[schema(example = "fr")]
    language: String,
    /// Its kind, as the plan names those that a freeze lets out: safety, recall, opening hours.
    #[serde(default)]
    label: String,
    /// When it goes out.
    #[schema(value_type = String, format = DateTime)]
    due: Timestamp,
}

/// Schedules a post in Vigie's own queue. Where a case holds its account, it is held from the beginning.
#[utoipa::path(post, operation_id = "schedule_post", path = "/organisations/{organisation}/scheduled-posts", tag = "marketing", request_body = ScheduledIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = ScheduledOut)))]
pub async fn schedule(
    seat: Seat<Triages>,
    State(app): State<App>,
    Body(new): Body<ScheduledIn>,
) -> Result<(StatusCode, Json<ScheduledOut>), Problem> {
    over_https(&app)?;
    let ScheduledIn { account, text, language, label, due } = new;
    let post = Post { text, language, label, due };
    let made = marketing(&app).schedule(seat.organisation, AccountId(account), &post, Some(seat.person)).await?;
    Ok((StatusCode::CREATED, Json(made.into())))
}

/// What a post is to say, and when.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduledChange {
    /// The version that was seen.
    version: i64,
    /// Its text.
    text: String,
    /// Its language.
    #[serde(default)]
    language: String,
    /// Its kind.
    #[serde(default)]
    label: String,
    /// When it goes out; of a held one: when it was to.
    #[schema(value_type = String, format = DateTime)]
    due: Timestamp,
}

/// Changes a post of Vigie's own queue. A held one stays held; a draft goes back into the queue.
#[utoipa::path(put, operation_id = "change_scheduled_post", path = "/organisations/{organisation}/scheduled-posts/{post}", tag = "marketing", request_body = ScheduledChange,
    params(("organisation" = i64, Path), ("post" = i64, Path)), responses((status = 200, description = "Done.", body = ScheduledOut)))]
pub async fn rewrite(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(change): Body<ScheduledChange>,
) -> Result<Json<ScheduledOut>, Problem> {
    over_https(&app)?;
    let ScheduledChange { version, text, language, label, due } = change;
    let post = Post { text, language, label, due };
    Ok(Json(marketing(&app).rewrite(seat.organisation, (ScheduledId(id), version), &post).await?.into()))
}

/// Of what kind a post is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduledLabel {
    /// The version that was seen.
    version: i64,
    /// Its kind; empty for none.
    label: String,
}

/// Says of what kind a post is, as the plan names those that a freeze lets out. What is held stays held until it is let go.
#[utoipa::path(put, operation_id = "label_scheduled_post", path = "/organisations/{organisation}/scheduled-posts/{post}/label", tag = "marketing", request_body = ScheduledLabel,
    params(("organisation" = i64, Path), ("post" = i64, Path)), responses((status = 200, description = "Done.", body = ScheduledOut)))]
pub async fn label(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(asked): Body<ScheduledLabel>,
) -> Result<Json<ScheduledOut>, Problem> {
    let seen = (ScheduledId(id), asked.version);
    Ok(Json(marketing(&app).label(seat.organisation, seen, &asked.label).await?.into()))
}

/// What is done with a held post.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ThawIn {
    /// It goes out when it was to: only what is not past due.
    AsItWas,
    /// It goes out at the time of `due`.
    Reschedule,
    /// It goes back to be written anew.
    Rewrite,
    /// It is not published. It stays in the list.
    Withdraw,
}

/// A decision on a held post.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ThawAsked {
    /// The version that was seen.
    version: i64,
    /// What is done with it.
    thaw: ThawIn,
    /// When it goes out, where it is given another time.
    #[schema(value_type = Option<String>, format = DateTime)]
    due: Option<Timestamp>,
}

/// Decides on one held post: where a case held it, in that case, so that its log knows. Nothing goes out while a case holds its account, nothing past due, and no two of an account within ten minutes.
#[utoipa::path(post, operation_id = "thaw_scheduled_post", path = "/organisations/{organisation}/scheduled-posts/{post}/thaw", tag = "marketing", request_body = ThawAsked,
    params(("organisation" = i64, Path), ("post" = i64, Path)), responses((status = 200, description = "Done.", body = ScheduledOut)))]
pub async fn thaw(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(asked): Body<ThawAsked>,
) -> Result<Json<ScheduledOut>, Problem> {
    over_https(&app)?;
    let thaw = match (asked.thaw, asked.due) {
        (ThawIn::AsItWas, _) => Thaw::AsItWas,
        (ThawIn::Rewrite, _) => Thaw::Rewrite,
        (ThawIn::Withdraw, _) => Thaw::Withdraw,
        (ThawIn::Reschedule, Some(due)) => Thaw::Reschedule(due),
        (ThawIn::Reschedule, None) => return Err(Problem::bad("`due` is missing: say when it goes out")),
    };
    let (by, seen) = ((seat.person, seat.role()), (ScheduledId(id), asked.version));
    Ok(Json(engine::case::thaw(&app.waking, seat.organisation, by, seen, thaw).await?.into()))
}
