//! The one who asks, and the members and invitations of an organisation.

use super::brands::zone;
use super::idempotency::Kept;
use super::page::{Page, PageAsked};
use super::problem::Problem;
use super::seat::{Anybody, Asked, At, Audits, Body, Inspects, ManagesPeople, Seat};
use crate::auth::doorstep;
use crate::auth::principal::session_now;
use crate::error::Failure;
use crate::state::App;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use domain::id::PersonId;
use domain::organisation::{Membership, Person, Right, Role};
use engine::setup::{Invitation, Invited};
use engine::team::Mate;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
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

/// A member of an organisation, or somebody whose end has come.
#[derive(Serialize, ToSchema)]
pub struct MemberOut {
    /// Their id.
    id: i64,
    /// Their name.
    name: String,
    /// Their login; absent for who may not see who has access.
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    /// What they are.
    #[schema(example = "social-manager")]
    role: String,
    /// From then on they are nothing here; absent without an end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
    /// Whether they can be woken: `no-target`, `untried` (no message of their targets was ever tapped) or `tapped`.
    #[schema(example = "tapped")]
    reached: String,
    /// The roles that they hold or stand in for in the plan.
    plan_roles: Vec<String>,
    /// Whether they said that they are reached as the plan has it: `never`, `changed` (the plan says otherwise since), `stale` (more than a
    /// quarter ago) or `confirmed`; absent for who is not in the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "confirmed")]
    contact: Option<String>,
    /// When they said so last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    confirmed_at: Option<Timestamp>,
}

/// Who is a member of an organisation, and whose end has come; to the former mentions can be given.
#[utoipa::path(get, operation_id = "list_members", path = "/organisations/{organisation}/members", tag = "organisations",
    params(("organisation" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Page<MemberOut>)))]
pub async fn members(
    seat: Seat<Inspects>,
    State(app): State<App>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<MemberOut>>, Problem> {
    let team = engine::team::team(&app.world, seat.organisation).await?;
    let all = team.mates.into_iter().map(|mate| MemberOut::of(mate, seat.may(Right::Audit)));
    Ok(Json(Page::of(&uri, &asked, all, |item| item.id)?))
}

impl MemberOut {
    fn of(Mate { person, membership, reached, roles, contact }: Mate, with_login: bool) -> Self {
        Self {
            id: person.id.0,
            name: person.name,
            email: with_login.then_some(person.email),
            role: membership.role.code().to_owned(),
            until: membership.until,
            reached: reached.code().to_owned(),
            plan_roles: roles,
            confirmed_at: contact.as_ref().and_then(|way| way.at),
            contact: contact.map(|way| way.state.code().to_owned()),
        }
    }
}

/// What somebody is to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MembershipIn {
    /// `owner`, `lead`, `spokesperson`, `social-manager`, `legal`, `executive`, `agency`, `client`, `read-only` or `auditor`.
    role: String,
    /// From then on they are nothing here; without it there is no end. An agency needs one.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
    /// Of who is no member any more: that they are taken back in. Without it their change is refused.
    #[serde(default)]
    back: bool,
}

impl MembershipIn {
    fn read(&self, now: Timestamp) -> Result<Membership, Problem> {
        let known = || Role::ALL.map(Role::code).join(", ");
        let role = Role::from_code(&self.role);
        let role = role.ok_or_else(|| Problem::bad(format!("`role` must be one of {}", known())))?;
        Membership::new(role, self.until, now).map_err(|wrong| Problem::bad(wrong.to_string()))
    }
}

/// Changes what a member is, and until when. Refused where nobody would be left to own the organisation without an end.
#[utoipa::path(patch, operation_id = "change_member", path = "/organisations/{organisation}/members/{person}", tag = "organisations", request_body = MembershipIn,
    params(("organisation" = i64, Path), ("person" = i64, Path)), responses((status = 200, description = "Done.", body = MemberOut)))]
pub async fn set_member(
    seat: Seat<ManagesPeople>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(change): Body<MembershipIn>,
) -> Result<Json<MemberOut>, Problem> {
    let now = app.world.clock.now();
    let membership = change.read(now)?;
    let mates = engine::team::team(&app.world, seat.organisation).await?.mates;
    let mate = mates.into_iter().find(|mate| mate.person.id == PersonId(id)).ok_or(Failure::NotFound)?;
    if !mate.membership.holds(now) && !change.back {
        return Err(
            store::Error::Conflict("their membership has ended: say `back` to take them back in".to_owned()).into()
        );
    }
    app.world.store.change_membership(seat.organisation, mate.person.id, mate.membership, membership).await?;
    Ok(Json(MemberOut::of(Mate { membership, ..mate }, true)))
}

/// Takes somebody out: they are listed with that end, their sessions end, their tokens there are revoked. Refused where nobody would be left to own the organisation.
#[utoipa::path(delete, operation_id = "remove_member", path = "/organisations/{organisation}/members/{person}", tag = "organisations",
    params(("organisation" = i64, Path), ("person" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn remove_member(
    seat: Seat<ManagesPeople>,
    State(app): State<App>,
    At(id): At<i64>,
) -> Result<StatusCode, Problem> {
    app.world.store.remove_membership(seat.organisation, PersonId(id), app.world.clock.now()).await?;
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
    /// Until when they will be; absent without an end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
    /// From then on it opens nothing.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
    /// The link by which one person makes themselves a login, once; absent in a list, and when the answer is given again to an
    /// idempotency key.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
}

impl From<Invitation> for InvitationOut {
    fn from(Invitation { id, invited: Invited { role, by, until, .. }, expires_at, .. }: Invitation) -> Self {
        Self { id, by: by.map(|by| by.0), role: role.code().to_owned(), until, expires_at, link: None }
    }
}

/// The invitations that nobody has followed yet, without their links.
#[utoipa::path(get, operation_id = "list_invitations", path = "/organisations/{organisation}/invitations", tag = "organisations",
    params(("organisation" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Page<InvitationOut>)))]
pub async fn invitations(
    seat: Seat<Audits>,
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
#[utoipa::path(post, operation_id = "invite", path = "/organisations/{organisation}/invitations", tag = "organisations", request_body = MembershipIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = InvitationOut)))]
pub async fn invite(
    seat: Seat<ManagesPeople>,
    State(app): State<App>,
    Body(wanted): Body<MembershipIn>,
) -> Result<(StatusCode, Extension<Kept>, Json<InvitationOut>), Problem> {
    let Membership { role, until } = wanted.read(app.world.clock.now())?;
    let invited = Invited { organisation: seat.organisation, role, by: Some(seat.person), until };
    let (invitation, path) = doorstep::invite(&app.world.store, invited, session_now()).await?;
    let mut made = InvitationOut::from(invitation);
    let kept = Kept::of(&made)?;
    made.link = Some(format!("{}{path}", app.waking.origin));
    Ok((StatusCode::CREATED, Extension(kept), Json(made)))
}
