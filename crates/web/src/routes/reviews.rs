//! Reviews side by side, and how good detection was.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::reviews::ReviewsPage;
use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::OrganisationId;
use domain::organisation::Right;
use serde::Deserialize;

/// The page of every organisation into which the reader may look.
pub async fn show(desk: Desk) -> Result<Response, Failure> {
    desk.first(Right::Inspect)?;
    let mut organisations = Vec::new();
    for organisation in desk.organisations(Right::Inspect) {
        let compared = engine::review::compare(&desk.app.world, organisation.id).await.map_err(failed)?;
        let measured = engine::review::measured(&desk.app.world, organisation.id).await.map_err(failed)?;
        organisations.push((organisation.name.clone(), compared, measured));
    }
    let mut letterheads = Vec::new();
    for organisation in desk.organisations(Right::Configure) {
        let head = engine::review::letterhead(&desk.app.world, organisation.id).await.map_err(failed)?;
        letterheads.push((organisation.id.0, organisation.name.clone(), head));
    }
    let mut shell = desk.shell(Room::Cases).await?;
    shell.path = "/reviews".to_owned();
    page(&ReviewsPage { organisations, letterheads, shell, words: desk.words })
}

/// What the form of a letterhead sends.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    name: String,
    #[serde(default)]
    colour: String,
}

/// Sets the letterhead; without a name there is none.
pub async fn letterhead(desk: Desk, Path(id): Path<i64>, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let said = Some((sent.name.as_str(), sent.colour.as_str())).filter(|(name, _)| !name.trim().is_empty());
    engine::review::set_letterhead(&desk.app.world, organisation, said).await.map_err(failed)?;
    Ok(Redirect::to("/reviews#letterhead").into_response())
}
