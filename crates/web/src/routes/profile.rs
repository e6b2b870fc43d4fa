//! What is said of an organisation: shown, changed.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::profile::{ProfilePage, Typed};
use crate::pages::{Notice, Room};
use axum::extract::{Path, Query, RawForm};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::OrganisationId;
use domain::organisation::{Organisation, Right};
use domain::setup::{ProfileChange, ProfileError};
use serde::Deserialize;

/// What just happened, as the address says it.
#[derive(Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
}

/// The page of the reader's first organisation.
pub async fn first(desk: Desk) -> Result<Response, Failure> {
    let id = desk.first(Right::Inspect)?;
    show(desk, Path(id.0), Query(Asked::default())).await
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Inspect)?.clone();
    shown(desk, organisation, None, asked.said == "saved").await
}

async fn shown(
    desk: Desk,
    organisation: Organisation,
    refused: Option<(Typed, Vec<ProfileError>)>,
    saved: bool,
) -> Result<Response, Failure> {
    let locale = desk.words.locale().code();
    let said = engine::setup::said(&desk.app.world, &organisation, locale).await.map_err(failed)?;
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (typed, problems) = refused.unwrap_or_else(|| (Typed::of(&said.profile, &said.zone), Vec::new()));
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/settings/profile/{}", organisation.id);
    shell.notice = saved.then(|| Notice { text: desk.words.say("profile-saved"), undo: None });
    let others = desk.organisations(Right::Inspect).filter(|other| other.id != organisation.id);
    let shown = page(&ProfilePage {
        others: others.map(|other| (other.id.0, other.name.clone())).collect(),
        may_configure: desk.may(organisation.id, Right::Configure),
        organisation: (organisation.id.0, organisation.name),
        typed,
        problems,
        is_said: said.is_said,
        planned: said.planned,
        shell,
        words: desk.words,
    })?;
    Ok((status, shown).into_response())
}

/// Changes it; what cannot be used comes back at its field, and nothing was changed.
pub async fn save(desk: Desk, Path(id): Path<i64>, RawForm(form): RawForm) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.clone();
    let typed = read(&form);
    // What is no number is no day of the week.
    let day = |text: &str| text.trim().parse().unwrap_or(0);
    let change = ProfileChange {
        size: Some(typed.size.clone()),
        country: Some(typed.country.clone()),
        languages: Some(typed.languages.clone()),
        days: Some((day(&typed.days.0), day(&typed.days.1))),
        hours: Some(typed.hours.clone()),
        zone: Some(typed.zone.clone()),
    };
    let locale = desk.words.locale().code();
    match engine::setup::change_profile(&desk.app.world, &organisation, locale, &change).await.map_err(failed)? {
        Ok(_) => Ok(Redirect::to(&format!("/settings/profile/{id}?said=saved")).into_response()),
        Err(wrong) => shown(desk, organisation, Some((typed, wrong)), false).await,
    }
}

fn read(form: &[u8]) -> Typed {
    let mut typed = Typed::default();
    for (name, value) in url::form_urlencoded::parse(form) {
        let place = match name.as_ref() {
            "size" => &mut typed.size,
            "country" => &mut typed.country,
            "first" => &mut typed.days.0,
            "last" => &mut typed.days.1,
            "from" => &mut typed.hours.0,
            "until" => &mut typed.hours.1,
            "zone" => &mut typed.zone,
            "language" => {
                typed.languages.push(value.into_owned());
                continue;
            }
            _ => continue,
        };
        value.into_owned().clone_into(place);
    }
    typed
}
