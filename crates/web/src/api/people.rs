//! The one who asks, and the members, invitations and API tokens of an organisation.

use super::brands::{name, zone};
use super::idempotency::Kept;
use super::page::{Page, PageAsked};
use super::problem::Problem;
use super::seat::{Anybody, Asked, At, Body, Configures, ManagesPeople, Reads, Seat};
use crate::auth::principal::session_now;
use crate::auth::{doorstep, secret};
use crate::error::Failure;
use crate::state::App;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use domain::id::PersonId;
use domain::organisation::{Person, Role};
use engine::setup::{Invitation, Invited};
use engine::waking::Member;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::TokenRow;
use utoipa::ToSchema;
use words::Locale;

/// The one who asks.
#[derive(Serialize, ToSchema)]
pub struct Me {
    /// Their id.
    id: i64,
    /// Their name.
    name: String,
    /// Their login.
    email: String,
    /// `fr`, `en`, `fy` or `nl`.
    locale: String,
    /// IANA time zone.
    zone: String,
}

impl From<Person> for Me {
    fn from(person: Person) -> Self {
        let Person { id, name, email, locale, zone } = person;
        Self { id: id.0, name, email, locale, zone }
    }
}

/// What changes of one's preferences; what is not said stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Preferences {
    /// `fr`, `en`, `fy` or `nl`.
    locale: Option<String>,
    /// IANA time zone.
    zone: Option<String>,
}

/// Who asks.
#[utoipa::path(get, operation_id = "get_me", path = "/me", tag = "me", responses((status = 200, description = "Done.", body = Me)))]
pub async fn me(Anybody(principal): Anybody) -> Json<Me> {
    Json(principal.person.into())
}

/// Changes one's own language and time zone.
#[utoipa::path(patch, operation_id = "change_me", path = "/me", tag = "me", request_body = Preferences, responses((status = 200, description = "Done.", body = Me)))]
pub async fn set_me(
    Anybody(principal): Anybody,
    State(app): State<App>,
    Body(change): Body<Preferences>,
) -> Result<Json<Me>, Problem> {
    let mut person = principal.person;
    if let Some(code) = change.locale {
        let locale = Locale::ALL.into_iter().find(|locale| locale.code() == code);
        person.locale = locale.ok_or_else(|| Problem::bad("`locale` must be fr, en, fy or nl"))?.code().to_owned();
    }
    if let Some(new) = change.zone {
        person.zone = zone(&new)?;
    }
    app.world.store.set_preferences(person.id, &person.locale, &person.zone).await?;
    Ok(Json(person.into()))
}

/// A member of an organisation.
#[derive(Serialize, ToSchema)]
pub struct MemberOut {
    /// Their id.
    id: i64,
    /// Their name.
    name: String,
    /// What they are.
    #[schema(example = "social-manager")]
    role: String,
    /// Whether they can be woken: `no-target`, `untried` (no message of their targets was ever tapped) or `tapped`.
    #[schema(example = "tapped")]
    reached: String,
}

/// Who is a member of an organisation: to whom mentions can be given.
#[utoipa::path(get, operation_id = "list_members", path = "/organisations/{organisation}/members", tag = "organisations",
    params(("organisation" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Page<MemberOut>)))]
pub async fn members(
    seat: Seat<Reads>,
    State(app): State<App>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<MemberOut>>, Problem> {
    let all = engine::waking::members(&app.world, seat.organisation).await?.into_iter().map(MemberOut::from);
    Ok(Json(Page::of(&uri, &asked, all, |item| item.id)?))
}

impl From<Member> for MemberOut {
    fn from(Member { person, role, reached }: Member) -> Self {
        let (role, reached) = (role.code().to_owned(), reached.code().to_owned());
        Self { id: person.id.0, name: person.name, role, reached }
    }
}

/// What somebody is to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleIn {
    /// `owner`, `lead`, `spokesperson`, `social-manager`, `legal`, `executive` or `read-only`.
    role: String,
}

impl RoleIn {
    fn role(&self) -> Result<Role, Problem> {
        let known = || Role::ALL.map(Role::code).join(", ");
        Role::from_code(&self.role).ok_or_else(|| Problem::bad(format!("`role` must be one of {}", known())))
    }
}

/// Changes what a member is. Refused where nobody would be left to own the organisation.
#[utoipa::path(patch, operation_id = "change_member", path = "/organisations/{organisation}/members/{person}", tag = "organisations", request_body = RoleIn,
    params(("organisation" = i64, Path), ("person" = i64, Path)), responses((status = 200, description = "Done.", body = MemberOut)))]
pub async fn set_member(
    seat: Seat<ManagesPeople>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(change): Body<RoleIn>,
) -> Result<Json<MemberOut>, Problem> {
    let role = change.role()?;
    let members = engine::waking::members(&app.world, seat.organisation).await?;
    let member = members.into_iter().find(|member| member.person.id == PersonId(id)).ok_or(Failure::NotFound)?;
    app.world.store.set_membership(seat.organisation, member.person.id, role).await?;
    Ok(Json(Member { role, ..member }.into()))
}

/// Takes somebody out: their sessions end, their tokens there are revoked. Refused where nobody would be left to own the organisation.
#[utoipa::path(delete, operation_id = "remove_member", path = "/organisations/{organisation}/members/{person}", tag = "organisations",
    params(("organisation" = i64, Path), ("person" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn remove_member(
    seat: Seat<ManagesPeople>,
    State(app): State<App>,
    At(id): At<i64>,
) -> Result<StatusCode, Problem> {
    app.world.store.remove_membership(seat.organisation, PersonId(id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// An invitation; its link is shown when it is made, and never again.
#[derive(Serialize, ToSchema)]
pub struct InvitationOut {
    /// Its id.
    id: i64,
    /// Who invites; absent for the command line.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<i64>,
    /// What who follows it will be.
    role: String,
    /// From then on it opens nothing.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
    /// The link by which one person makes themselves a login, once; absent in a list, and when the answer is given again to an
    /// idempotency key.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
}

impl From<Invitation> for InvitationOut {
    fn from(Invitation { id, invited: Invited { role, by, .. }, expires_at, .. }: Invitation) -> Self {
        Self { id, by: by.map(|by| by.0), role: role.code().to_owned(), expires_at, link: None }
    }
}

/// The invitations that nobody has followed yet, without their links.
#[utoipa::path(get, operation_id = "list_invitations", path = "/organisations/{organisation}/invitations", tag = "organisations",
    params(("organisation" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Page<InvitationOut>)))]
pub async fn invitations(
    seat: Seat<ManagesPeople>,
    State(app): State<App>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<InvitationOut>>, Problem> {
    let mut all = engine::setup::invitations(&app.world.store, seat.organisation, session_now()).await?;
    all.sort_unstable_by_key(|invitation| invitation.id);
    Ok(Json(Page::of(&uri, &asked, all.into_iter().map(InvitationOut::from), |item| item.id)?))
}

/// Takes an invitation back: its link opens nothing any more.
#[utoipa::path(delete, operation_id = "take_back_invitation", path = "/organisations/{organisation}/invitations/{invitation}", tag = "organisations",
    params(("organisation" = i64, Path), ("invitation" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn take_back(
    seat: Seat<ManagesPeople>,
    State(app): State<App>,
    At(id): At<i64>,
) -> Result<StatusCode, Problem> {
    engine::setup::take_back(&app.world.store, seat.organisation, id, session_now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes a link by which one person, who has no login in the house yet, joins the organisation.
#[utoipa::path(post, operation_id = "invite", path = "/organisations/{organisation}/invitations", tag = "organisations", request_body = RoleIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = InvitationOut)))]
pub async fn invite(
    seat: Seat<ManagesPeople>,
    State(app): State<App>,
    Body(wanted): Body<RoleIn>,
) -> Result<(StatusCode, Extension<Kept>, Json<InvitationOut>), Problem> {
    let invited = Invited { organisation: seat.organisation, role: wanted.role()?, by: Some(seat.person) };
    let (invitation, path) = doorstep::invite(&app.world.store, invited, session_now()).await?;
    let mut made = InvitationOut::from(invitation);
    let kept = Kept::of(&made)?;
    made.link = Some(format!("{}{path}", app.waking.origin));
    Ok((StatusCode::CREATED, Extension(kept), Json(made)))
}

/// An API token; its secret is shown when it is made, and never again.
#[derive(Serialize, ToSchema)]
pub struct TokenOut {
    /// Its id.
    id: i64,
    /// Who made it; it may do what they may.
    person: i64,
    /// Its name as shown.
    name: String,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// The secret, once; absent also when the answer is given again to an idempotency key.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

impl From<TokenRow> for TokenOut {
    fn from(row: TokenRow) -> Self {
        Self { id: row.id, person: row.person.0, name: row.name, created_at: row.created_at, token: None }
    }
}

/// A token to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TokenIn {
    /// Its name as shown.
    #[schema(min_length = 1, max_length = 200)]
    name: String,
}

/// An organisation's tokens, without their secrets.
#[utoipa::path(get, operation_id = "list_tokens", path = "/organisations/{organisation}/tokens", tag = "tokens",
    params(("organisation" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Page<TokenOut>)))]
pub async fn tokens(
    seat: Seat<Configures>,
    State(app): State<App>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<TokenOut>>, Problem> {
    let all = app.world.store.tokens(seat.organisation).await?.into_iter().map(TokenOut::from);
    Ok(Json(Page::of(&uri, &asked, all, |item| item.id)?))
}

/// Makes a token that may do in this organisation what its maker may.
#[utoipa::path(post, operation_id = "create_token", path = "/organisations/{organisation}/tokens", tag = "tokens", request_body = TokenIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = TokenOut)))]
pub async fn create_token(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(new): Body<TokenIn>,
) -> Result<(StatusCode, Extension<Kept>, Json<TokenOut>), Problem> {
    let name = name(&new.name)?;
    let (text, digest) = secret::fresh(secret::TOKEN_PREFIX).map_err(|e| Failure::Ours(e.to_string()))?;
    let now = app.world.clock.now();
    let id = app.world.store.create_token(seat.organisation, seat.person, &name, digest, now).await?;
    let mut made = TokenOut { id, person: seat.person.0, name, created_at: now, token: None };
    let kept = Kept::of(&made)?;
    made.token = Some(text);
    Ok((StatusCode::CREATED, Extension(kept), Json(made)))
}

/// Takes a token back.
#[utoipa::path(delete, operation_id = "revoke_token", path = "/organisations/{organisation}/tokens/{token}", tag = "tokens",
    params(("organisation" = i64, Path), ("token" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn revoke_token(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(id): At<i64>,
) -> Result<StatusCode, Problem> {
    app.world.store.revoke_token(seat.organisation, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
