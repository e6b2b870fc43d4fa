//! The link by which staff who have no login read how to behave; it opens nothing else.

use super::bridge::failed;
use super::desk::{locale, page, theme};
use crate::auth::secret;
use crate::error::Failure;
use crate::pages::Shell;
use crate::pages::staff::StaffPage;
use crate::state::App;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use words::Words;

/// The card. A link that was withdrawn looks like one that never was.
pub async fn show(State(app): State<App>, headers: HeaderMap, Path(secret): Path<String>) -> Result<Response, Failure> {
    let found = engine::team::staff_plan(&app.world, &secret::digest(&secret)).await.map_err(failed)?;
    let plan = found.ok_or(Failure::NotFound)?;
    let words = Words::new(locale(&headers), "UTC", app.world.clock.now());
    let world = app.site.world();
    let shell = Shell { theme: theme(&headers), world, plain_http: app.site.plain_http, ..Shell::outside("/staff") };
    let mut answer = page(&StaffPage::of(&plan, words, shell, &secret))?;
    answer.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow, noarchive"));
    Ok(answer)
}
