//! From requests to pages: one file per room. What the pages can do, the API can do too.

mod assets;
mod bridge;
mod desk;
pub mod fault;
mod live;
mod login;
mod mention;
mod mentions;
mod preferences;
mod reader;
mod settings;
pub mod setup;
mod show;
mod signal;
mod sources;
mod timeline;
mod tokens;

pub(crate) use desk::cookie;

use crate::error::Failure;
use crate::state::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// Forms are small; only a report by hand carries a picture.
const FORM: usize = 256 << 10;

/// The pages' routes.
pub fn router() -> Router<App> {
    Router::new()
        .route("/", get(bridge::show))
        .route("/login", get(login::show).post(login::enter))
        .route("/logout", post(login::leave))
        .route("/setup", get(setup::enter))
        .route("/setup/{step}", get(setup::show).post(setup::answer))
        .route("/preferences", post(preferences::save))
        .route("/live", get(live::listen))
        .route("/brands/{id}/timeline", get(timeline::show))
        .route("/mentions", get(mentions::show))
        .route("/mentions/triage", post(mentions::triage))
        .route("/mentions/{id}", get(mention::show))
        .route("/mentions/{id}/screenshot", get(mention::screenshot))
        .route("/reader", get(reader::show))
        .route("/signals/{id}", get(signal::show))
        .route("/signals/{id}/acknowledge", post(signal::acknowledge))
        .route("/signals/{id}/dismiss", post(signal::dismiss))
        .route("/sources", get(sources::show))
        .route("/sources/{id}/quarantine", get(sources::quarantine))
        .route("/settings", get(settings::show))
        .route("/settings/expert", get(settings::expert))
        .route("/settings/brands", post(settings::add_brand))
        .route("/settings/brands/{id}", get(settings::brand).post(settings::save_brand))
        .route("/settings/brands/{id}/queries", post(settings::add_query))
        .route("/settings/brands/{id}/queries/{query}", post(settings::save_query))
        .route("/settings/brands/{id}/places", post(settings::save_places))
        .route("/settings/tokens", get(tokens::show).post(tokens::add))
        .route("/settings/tokens/{id}/revoke", post(tokens::revoke))
        .route("/assets/{name}", get(assets::serve))
        .layer(DefaultBodyLimit::max(FORM))
        .route("/mentions/add", get(mention::form).post(mention::add).layer(DefaultBodyLimit::max(mention::LARGEST)))
        .fallback(|| async { Failure::NotFound })
}
