//! The members of an organisation: invited, changed, taken out by who may manage people.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::auth::doorstep;
use crate::auth::principal::session_now;
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::people::{InvitationView, MemberView, PeoplePage};
use axum::Form;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::{OrganisationId, PersonId};
use domain::organisation::{Right, Role};
use engine::setup::{Invitation, Invited};
use serde::Deserialize;

/// Which organisation is wanted; the reader's first unless told.
#[derive(Deserialize)]
pub struct Asked {
    organisation: Option<i64>,
}

/// The page.
pub async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let organisation = match asked.organisation {
        Some(id) => OrganisationId(id),
        None => desk.about(None).await?,
    };
    shown(desk, organisation, None, false).await
}

async fn shown(desk: Desk, id: OrganisationId, fresh: Option<String>, ownerless: bool) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(id, Right::Read)?.clone();
    let may_manage = desk.principal.organisation(id, Right::ManagePeople).is_ok();
    let members = engine::waking::members(&desk.app.world, id).await.map_err(failed)?;
    let view = |member: engine::waking::Member| MemberView {
        id: member.person.id.0,
        name: member.person.name,
        email: may_manage.then_some(member.person.email),
        role: member.role,
        reached: member.reached,
    };
    let invitations = match may_manage {
        true => engine::setup::invitations(&desk.app.world.store, id, session_now()).await.map_err(failed)?,
        false => Vec::new(),
    };
    let mut waiting = Vec::new();
    for Invitation { id, invited: Invited { role, by, .. }, expires_at, .. } in invitations {
        let by = match by {
            Some(by) => Some(desk.app.world.store.person(by).await?.name),
            None => None,
        };
        waiting.push(InvitationView { id, role, by, expires_at });
    }
    let others = desk.organisations(Right::Read).filter(|other| other.id != id);
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/settings/people?organisation={id}");
    let shown = PeoplePage {
        shell,
        organisation: (id.0, organisation.name),
        others: others.map(|other| (other.id.0, other.name.clone())).collect(),
        members: members.into_iter().map(view).collect(),
        may_manage,
        waiting,
        fresh,
        ownerless,
        words: desk.words,
    };
    page(&shown)
}

/// What the forms send.
#[derive(Deserialize)]
pub struct RoleForm {
    role: String,
}

impl RoleForm {
    fn role(&self) -> Result<Role, Failure> {
        Role::from_code(&self.role).ok_or_else(|| Failure::Bad(format!("`{}` is no role", self.role)))
    }
}

/// Makes an invitation and shows its link, this once.
pub async fn invite(desk: Desk, Path(id): Path<i64>, Form(form): Form<RoleForm>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::ManagePeople)?.id;
    let invited = Invited { organisation, role: form.role()?, by: Some(desk.principal.person.id) };
    let (_, path) = doorstep::invite(&desk.app.world.store, invited, session_now()).await?;
    let link = format!("{}{path}", desk.app.waking.origin);
    shown(desk, organisation, Some(link), false).await
}

/// Takes an invitation back.
pub async fn take_back(desk: Desk, Path((id, invitation)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::ManagePeople)?.id;
    let store = &desk.app.world.store;
    engine::setup::take_back(store, organisation, invitation, session_now()).await.map_err(failed)?;
    answered(desk, organisation, Ok(())).await
}

/// Changes what a member is.
pub async fn change(
    desk: Desk,
    Path((id, person)): Path<(i64, i64)>,
    Form(form): Form<RoleForm>,
) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::ManagePeople)?.id;
    let (person, role) = (PersonId(person), form.role()?);
    let store = &desk.app.world.store;
    // Nobody is made a member here: who is none is invited.
    if !store.members(organisation).await?.iter().any(|(member, _)| member.id == person) {
        return Err(Failure::NotFound);
    }
    let changed = store.set_membership(organisation, person, role).await;
    answered(desk, organisation, changed).await
}

/// Takes a member out.
pub async fn remove(desk: Desk, Path((id, person)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::ManagePeople)?.id;
    let removed = desk.app.world.store.remove_membership(organisation, PersonId(person)).await;
    answered(desk, organisation, removed).await
}

async fn answered(desk: Desk, organisation: OrganisationId, came: store::Result<()>) -> Result<Response, Failure> {
    match came {
        Ok(()) => Ok(Redirect::to(&format!("/settings/people?organisation={organisation}")).into_response()),
        Err(store::Error::Conflict(_)) => shown(desk, organisation, None, true).await,
        Err(error) => Err(error.into()),
    }
}
