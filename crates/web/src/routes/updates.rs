//! The public page of updates and its feed: no login, no cookie, no script.

use super::bridge::failed;
use super::desk::{locale, page};
use crate::error::Failure;
use crate::html::escape;
use crate::pages::updates::UpdatesPage;
use crate::state::App;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::id::BrandId;
use engine::case::{Published, PublishedUpdate, published, updates_page};
use serde::Deserialize;
use std::fmt::Write;
use words::{Locale, Words};

/// Most characters of a title in the feed.
const TITLE: usize = 80;

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
    let words = Words::new(locale, &found.zone, app.world.clock.now());
    page(&UpdatesPage { words, brand, page: found })
}

/// The same as an Atom feed (RFC 4287).
pub async fn feed(State(app): State<App>, Path(brand): Path<i64>) -> Result<Response, Failure> {
    let found = find(&app, brand).await?;
    let here = updates_page(&app.waking.origin, BrandId(brand));
    let newest = found.updates.first().map(|one| one.update.at.to_string()).unwrap_or_default();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>{id}</id>\n<title>{title}</title>\n\
         <updated>{newest}</updated>\n<link rel=\"alternate\" href=\"{id}\"/>\n<link rel=\"self\" href=\"{id}/feed\"/>\n<author><name>{title}</name></author>\n",
        id = escape(&here),
        title = escape(&found.brand),
    );
    for one in &found.updates {
        entry(&mut out, &here, one);
    }
    out.push_str("</feed>\n");
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], out).into_response())
}

fn entry(out: &mut String, here: &str, one: &PublishedUpdate) {
    let text: String = one.text.clone().unwrap_or_default().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    let title: String = text.lines().next().unwrap_or_default().chars().take(TITLE).collect();
    // What was corrected is news again.
    let updated = one.update.corrected.map_or(one.update.at, |(_, at)| at);
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<entry xml:lang=\"{lang}\">\n<id>{id}</id>\n<title>{title}</title>\n<published>{published}</published>\n<updated>{updated}</updated>\n\
         <link rel=\"alternate\" href=\"{id}\"/>\n<content type=\"text\">{text}</content>\n</entry>\n",
        lang = one.update.language.code(),
        id = escape(&format!("{here}#{}", one.name)),
        title = escape(&title),
        published = one.update.at,
        text = escape(&text),
    );
}
