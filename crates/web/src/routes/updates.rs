//! The public page of updates and its feed: no login, no cookie, no script.

use super::bridge::failed;
use super::desk::{locale, page};
use crate::error::Failure;
use crate::pages::updates::UpdatesPage;
use crate::state::App;
use crate::updates::atom;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::id::BrandId;
use engine::case::{Published, published, updates_page};
use serde::Deserialize;
use words::{Locale, Words};

/// The language that was chosen on the page.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    lang: String,
}

async fn find(app: &App, brand: i64) -> Result<Published, Failure> {
    published(&app.world, BrandId(brand)).await.map_err(failed)?.ok_or(Failure::NotFound)
}

/// The page. A brand that published nothing looks like one that is not there.
pub async fn show(
    State(app): State<App>,
    headers: HeaderMap,
    Path(brand): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let found = find(&app, brand).await?;
    let locale = Locale::from_code(&asked.lang).unwrap_or_else(|| locale(&headers));
    let words = Words::new(locale, &found.zone, app.world.clock.now()).for_everybody();
    page(&UpdatesPage { words, brand, page: found, as_file: false })
}

/// The same as an Atom feed (RFC 4287).
pub async fn feed(State(app): State<App>, Path(brand): Path<i64>) -> Result<Response, Failure> {
    let found = find(&app, brand).await?;
    let here = updates_page(&app.waking.origin, BrandId(brand));
    let feed = atom(&found, &here, Some(&format!("{here}/feed")));
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed).into_response())
}
