//! The link by which somebody says that they are reached as the plan has it. A GET changes nothing and tells nothing; the POST of the
//! page's only button does it.

use super::bridge::failed;
use super::desk::{locale, page, theme};
use crate::error::Failure;
use crate::pages::Shell;
use crate::pages::confirm::{Came, ConfirmPage};
use crate::state::App;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use engine::waking::{Confirmed, Link};
use words::Words;

/// The button. It looks at nothing: a right link, a wrong one and an old one are answered alike.
pub async fn show(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    shown(&app, &headers, None)
}

/// The tap.
pub async fn tap(State(app): State<App>, headers: HeaderMap, Path(token): Path<String>) -> Result<Response, Failure> {
    let came = match Link::read(&token, &app.waking.secret) {
        None => Came::Nothing,
        Some(link) => match app.waking.confirm_by(&link).await.map_err(failed)? {
            Confirmed::Kept(said) => Came::Kept(said.contact),
            Confirmed::Changed => Came::Changed,
            Confirmed::Nothing => Came::Nothing,
        },
    };
    shown(&app, &headers, Some(came))
}

fn shown(app: &App, headers: &HeaderMap, came: Option<Came>) -> Result<Response, Failure> {
    let words = Words::new(locale(headers), "UTC", app.world.clock.now());
    let world = app.site.world();
    let shell = Shell { theme: theme(headers), world, plain_http: app.site.plain_http, ..Shell::outside("/confirm") };
    let mut answer = page(&ConfirmPage { words, shell, came })?;
    answer.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow, noarchive"));
    Ok(answer)
}
