//! The review of a case: one page that needs nothing else, for the team, for who decides, for a client.

use super::super::bridge::failed;
use super::super::desk::Desk;
use super::find;
use crate::error::Failure;
use crate::pages::review::{Reader, ReviewPage};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use domain::organisation::Right;
use serde::Deserialize;

/// Styles stand in the page, so that it is whole as a file; nothing else is let in, and nothing runs.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Which of its versions.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    view: String,
}

/// The page. Who may only read, such as a client, gets the client's.
pub async fn review(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Read).await?;
    let reader = match asked.view.as_str() {
        _ if !role.may(Right::Inspect) => Reader::Client,
        "client" => Reader::Client,
        "short" => Reader::Short,
        _ => Reader::Team,
    };
    let world = &desk.app.world;
    let mut read = engine::review::read(world, file.organisation, file.id).await.map_err(failed)?;
    if reader == Reader::Client {
        read.review.for_client();
    }
    let brand = world.store.brand(file.organisation, file.brand).await?.name;
    let (texts, _) = engine::private::texts(world, &read.room, role).await.map_err(failed)?;
    let people = desk.people(file.organisation).await?;
    let page = ReviewPage {
        read: &read,
        brand: &brand,
        texts: &texts,
        people: &people,
        reader,
        linked: true,
        words: desk.words.there(&read.room.state.zone()),
    };
    let page = page.render().map_err(|error| Failure::Ours(error.to_string()))?;
    Ok(([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(page)).into_response())
}
