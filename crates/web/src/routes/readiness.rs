//! How ready a team is.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::readiness::ReadinessPage;
use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::OrganisationId;
use domain::organisation::Right;
use serde::Deserialize;

/// The page of the reader's first organisation.
pub async fn first(desk: Desk) -> Result<Response, Failure> {
    let organisation = desk.first(Right::Inspect)?;
    Ok(Redirect::to(&format!("/readiness/{organisation}")).into_response())
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let id = OrganisationId(id);
    let organisation = desk.principal.organisation(id, Right::Inspect)?.clone();
    let ready = engine::team::ready(&desk.app.world, id).await.map_err(failed)?;
    let kept = engine::plan::of(&desk.app.world, id).await.map_err(failed)?;
    let others = desk.organisations(Right::Inspect).filter(|other| other.id != id);
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/readiness/{id}");
    page(&ReadinessPage {
        shell,
        organisation: (id.0, organisation.name),
        others: others.map(|other| (other.id.0, other.name.clone())).collect(),
        ready,
        plan: kept.map(|kept| kept.plan).unwrap_or_default(),
        may_configure: desk.principal.organisation(id, Right::Configure).is_ok(),
        words: desk.words,
    })
}

/// What the form sends.
#[derive(Deserialize)]
pub struct Rehearsed {
    scenario: String,
}

/// A scenario was gone through.
pub async fn rehearsed(desk: Desk, Path(id): Path<i64>, Form(form): Form<Rehearsed>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let by = Some(desk.principal.person.id);
    engine::team::rehearse(&desk.app.world, organisation, &form.scenario, by).await.map_err(failed)?;
    Ok(Redirect::to(&format!("/readiness/{organisation}#matrix")).into_response())
}
