//! The days that are ahead by the plan, and the address by which a reader's own calendar reads them.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::auth::{doorstep, secret};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::calendar::CalendarPage;
use crate::state::App;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::OrganisationId;
use domain::organisation::Right;
use jiff::Timestamp;
use serde::Deserialize;
use words::{Locale, Words};

/// The calendar of the reader's first organisation.
pub async fn first(desk: Desk) -> Result<Response, Failure> {
    let organisation = desk.first(Right::Inspect)?;
    Ok(Redirect::to(&format!("/calendar/{organisation}")).into_response())
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    shown(desk, OrganisationId(id), None).await
}

async fn shown(desk: Desk, id: OrganisationId, fresh: Option<String>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(id, Right::Inspect)?.clone();
    let app = &desk.app;
    let days = engine::practice::days(&app.world, id, &app.waking.origin).await.map_err(failed)?;
    let since = app.world.store.calendar_link(id, desk.principal.person.id).await?;
    let others = desk.organisations(Right::Inspect).filter(|other| other.id != id);
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/calendar/{id}");
    page(&CalendarPage {
        shell,
        organisation: (id.0, organisation.name),
        others: others.map(|other| (other.id.0, other.name.clone())).collect(),
        days,
        beside: since.map(told).unwrap_or_default(),
        since,
        fresh,
        words: desk.words,
    })
}

/// What the form sends.
#[derive(Deserialize)]
pub struct Asked {
    /// Since when the address stood that it was made beside; empty for none.
    since: Option<String>,
}

fn told(since: Timestamp) -> String {
    since.as_microsecond().to_string()
}

/// Makes the reader's address, or another in its place, and shows it, this once.
pub async fn link(desk: Desk, Path(id): Path<i64>, Form(form): Form<Asked>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Inspect)?.id;
    let since = desk.app.world.store.calendar_link(organisation, desk.principal.person.id).await?;
    // The same form sent again, by a page that is read again: the address that it made stays.
    if form.since.is_some_and(|shown| shown != since.map(told).unwrap_or_default()) {
        return Ok(Redirect::to(&format!("/calendar/{organisation}#link")).into_response());
    }
    let path = doorstep::calendar_link(&desk.app.world, organisation, desk.principal.person.id).await?;
    let link = format!("{}{path}", desk.app.waking.origin);
    shown(desk, organisation, Some(link)).await
}

/// Takes the reader's address back.
pub async fn withdraw(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Inspect)?.id;
    doorstep::without_calendar_link(&desk.app.world, organisation, desk.principal.person.id).await?;
    Ok(Redirect::to(&format!("/calendar/{organisation}#link")).into_response())
}

/// What another program reads by the address: days of the plan, and nothing of any case. An address that was taken back, or whose person is no member any
/// more, looks like one that never was.
pub async fn feed(State(app): State<App>, Path(name): Path<String>) -> Result<Response, Failure> {
    let (store, now) = (&app.world.store, app.world.clock.now());
    let digest = secret::digest(name.strip_suffix(".ics").unwrap_or(&name));
    let found = store.calendar_of(&digest, now).await?;
    let (organisation, person, role) = found.ok_or(Failure::NotFound)?;
    if !role.may(Right::Inspect) {
        return Err(Failure::NotFound);
    }
    let name = store.organisation(organisation).await?.name;
    let days = engine::practice::days(&app.world, organisation, &app.waking.origin).await.map_err(failed)?;
    let locale = Locale::from_code(&person.locale).unwrap_or(Locale::En);
    let words = Words::new(locale, &person.zone, now);
    let text = words::calendar::ics(&words, &name, &days.unwrap_or_default(), now);
    let headers = [
        (header::CONTENT_TYPE.as_str(), "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION.as_str(), "inline; filename=\"vigie.ics\""),
        ("x-robots-tag", "noindex, nofollow, noarchive"),
    ];
    Ok((headers, text).into_response())
}
