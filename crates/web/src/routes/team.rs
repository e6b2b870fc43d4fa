//! The team of an organisation: invited, changed, taken out, asked how they are reached; links for staff.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::auth::doorstep;
use crate::auth::principal::session_now;
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::shell::Notice;
use crate::pages::team::{Fresh, InvitationView, Refused, TeamPage};
use axum::Form;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::{OrganisationId, PersonId};
use domain::organisation::{Membership, MembershipError, Right, Role};
use engine::EngineError;
use engine::setup::{Invitation, Invited};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

/// Most trainings that are listed.
const TRAINED: i64 = 100;

/// What was done a moment ago.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
    #[serde(default)]
    count: i64,
}

/// The team of the reader's first organisation.
pub async fn first(desk: Desk) -> Result<Response, Failure> {
    let organisation = desk.first(Right::Inspect)?;
    Ok(Redirect::to(&format!("/team/{organisation}")).into_response())
}

/// Where the page was before.
pub async fn moved() -> Redirect {
    Redirect::permanent("/team")
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let notice = match asked.said.as_str() {
        "asked" => Some(desk.words.count("team-asked", asked.count)),
        "erased" => Some(desk.words.count("team-erased", asked.count)),
        "confirmed" => Some(desk.words.say("team-thanks")),
        _ => None,
    };
    shown(desk, OrganisationId(id), None, None, notice).await
}

async fn shown(
    desk: Desk,
    id: OrganisationId,
    fresh: Option<Fresh>,
    refused: Option<Refused>,
    notice: Option<String>,
) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(id, Right::Inspect)?.clone();
    let store = &desk.app.world.store;
    let may = |right: Right| desk.principal.organisation(id, right).is_ok();
    let waiting = if may(Right::Audit) { waiting(&desk, id).await? } else { Vec::new() };
    let links = store.staff_links(id).await?;
    let trained = store.trainings(id, TRAINED).await?;
    let practice = engine::practice::standing(&desk.app.world, id).await.map_err(failed)?;
    let team = engine::team::team(&desk.app.world, id).await.map_err(failed)?;
    let others = desk.organisations(Right::Inspect).filter(|other| other.id != id);
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/team/{id}");
    shell.notice = notice.map(|text| Notice { text, undo: None });
    let shown = TeamPage {
        shell,
        organisation: (id.0, organisation.name),
        others: others.map(|other| (other.id.0, other.name.clone())).collect(),
        reader: desk.principal.person.id.0,
        rights: Right::ALL.into_iter().filter(|right| may(*right)).collect(),
        team,
        waiting,
        links,
        practice,
        trained,
        fresh,
        refused,
        words: desk.words,
    };
    page(&shown)
}

async fn waiting(desk: &Desk, organisation: OrganisationId) -> Result<Vec<InvitationView>, Failure> {
    let store = &desk.app.world.store;
    let mut waiting = Vec::new();
    for Invitation { id, invited, expires_at, .. } in
        engine::setup::invitations(store, organisation, session_now()).await.map_err(failed)?
    {
        let by = match invited.by {
            Some(by) => Some(store.person(by).await?.name),
            None => None,
        };
        waiting.push(InvitationView { id, membership: invited.membership(), by, expires_at });
    }
    Ok(waiting)
}

/// What the forms send.
#[derive(Deserialize)]
pub struct MembershipForm {
    role: String,
    #[serde(default)]
    until: String,
    /// That somebody whose end has come is taken back in.
    #[serde(default)]
    back: bool,
}

impl MembershipForm {
    /// What is asked for; the last day is the reader's.
    fn read(&self, desk: &Desk) -> Result<Result<Membership, Refused>, Failure> {
        let role = Role::from_code(&self.role).ok_or_else(|| Failure::Bad(format!("`{}` is no role", self.role)))?;
        let until = match self.until.trim() {
            "" => None,
            day => Some(end_of(day, desk).ok_or_else(|| Failure::Bad(format!("`{day}` is no day")))?),
        };
        Ok(Membership::new(role, until, desk.now()).map_err(|wrong| match wrong {
            MembershipError::WithoutEnd => Refused::WithoutEnd,
            MembershipError::Past => Refused::Past,
        }))
    }
}

/// The end of a day by the reader's clock.
fn end_of(day: &str, desk: &Desk) -> Option<Timestamp> {
    let next = day.parse::<Date>().ok()?.tomorrow().ok()?;
    Some(next.to_zoned(desk.words.zone().clone()).ok()?.timestamp())
}

/// Makes an invitation and shows its link, this once.
pub async fn invite(desk: Desk, Path(id): Path<i64>, Form(form): Form<MembershipForm>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::ManagePeople)?.id;
    let Membership { role, until } = match form.read(&desk)? {
        Ok(membership) => membership,
        Err(refused) => return shown(desk, organisation, None, Some(refused), None).await,
    };
    let invited = Invited { organisation, role, by: Some(desk.principal.person.id), until };
    let (_, path) = doorstep::invite(&desk.app.world.store, invited, session_now()).await?;
    let link = format!("{}{path}", desk.app.waking.origin);
    shown(desk, organisation, Some(Fresh::Invitation(link)), None, None).await
}

/// Takes an invitation back.
pub async fn take_back(desk: Desk, Path((id, invitation)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::ManagePeople)?.id;
    let store = &desk.app.world.store;
    engine::setup::take_back(store, organisation, invitation, session_now()).await.map_err(failed)?;
    answered(desk, organisation, Ok(())).await
}

/// Changes what a member is, and until when.
pub async fn change(
    desk: Desk,
    Path((id, person)): Path<(i64, i64)>,
    Form(form): Form<MembershipForm>,
) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::ManagePeople)?.id;
    let person = PersonId(person);
    let store = &desk.app.world.store;
    // Nobody is made a member here: who is none is invited.
    let team = store.team(organisation).await?;
    let (_, was) = team.into_iter().find(|(member, _)| member.id == person).ok_or(Failure::NotFound)?;
    // A page from before they were taken out does not take them back in.
    if !was.holds(desk.now()) && !form.back {
        return shown(desk, organisation, None, Some(Refused::Ended), None).await;
    }
    let changed = match form.read(&desk)? {
        Ok(membership) => store.change_membership(organisation, person, was, membership).await,
        Err(refused) => return shown(desk, organisation, None, Some(refused), None).await,
    };
    answered(desk, organisation, changed).await
}

/// Takes a member out.
pub async fn remove(desk: Desk, Path((id, person)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::ManagePeople)?.id;
    let removed = desk.app.world.store.remove_membership(organisation, PersonId(person), desk.now()).await;
    answered(desk, organisation, removed).await
}

/// Erases somebody from the drills that are kept.
pub async fn erase_from_drills(desk: Desk, Path((id, person)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::ManagePeople)?.id;
    let erased = crate::drills::erase(&desk.app.world, organisation, PersonId(person)).await?;
    Ok(back(organisation, &format!("?said=erased&count={erased}")))
}

async fn answered(desk: Desk, organisation: OrganisationId, came: store::Result<()>) -> Result<Response, Failure> {
    match came {
        Ok(()) => Ok(back(organisation, "")),
        Err(store::Error::Conflict(_)) => shown(desk, organisation, None, Some(Refused::Ownerless), None).await,
        Err(error) => Err(error.into()),
    }
}

fn back(organisation: OrganisationId, said: &str) -> Response {
    Redirect::to(&format!("/team/{organisation}{said}")).into_response()
}

/// The reader says that they are reached as the plan has it.
pub async fn confirm(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Inspect)?.id;
    match engine::team::confirm(&desk.app.world, organisation, desk.principal.person.id).await {
        Ok(_) => Ok(back(organisation, "?said=confirmed")),
        Err(EngineError::Report(_)) => shown(desk, organisation, None, Some(Refused::NotInPlan), None).await,
        Err(error) => Err(failed(error)),
    }
}

/// Asks everybody who did not say so lately.
pub async fn ask(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let asked = desk.app.waking.ask_team(organisation).await.map_err(failed)?;
    Ok(back(organisation, &format!("?said=asked&count={asked}")))
}

/// The team's composition was looked at and is right.
pub async fn reviewed(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    engine::team::review(&desk.app.world, organisation, Some(desk.principal.person.id)).await.map_err(failed)?;
    Ok(back(organisation, "#review"))
}

/// What the form of a link for staff sends.
#[derive(Deserialize)]
pub struct LinkForm {
    name: String,
}

/// Makes a link for staff and shows it, this once.
pub async fn add_link(desk: Desk, Path(id): Path<i64>, Form(form): Form<LinkForm>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let by = Some(desk.principal.person.id);
    let (_, path) = doorstep::staff_link(&desk.app.world, organisation, &form.name, by).await?;
    let link = format!("{}{path}", desk.app.waking.origin);
    shown(desk, organisation, Some(Fresh::Staff(link)), None, None).await
}

/// Withdraws a link for staff.
pub async fn withdraw_link(desk: Desk, Path((id, link)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    desk.app.world.store.withdraw_staff_link(organisation, link).await?;
    Ok(back(organisation, "#staff"))
}

/// Erases that somebody was trained.
pub async fn erase_training(desk: Desk, Path((id, training)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    desk.app.world.store.erase_training(organisation, training).await?;
    Ok(back(organisation, "#trained"))
}
