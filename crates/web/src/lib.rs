//! The face of Vigie: pages, live parts, REST API, login, and how they are served.
//!
//! - [`pages`]: a page is plain data and a template; it decides nothing and knows no request.
//! - [`routes`]: a request becomes a command, and what the store answers becomes a page.
//! - [`api`], [`hooks`], [`health`]: the same for programs, senders and probes.
//! - [`drills`]: the drills that people play here, each a world of its own behind a door.
//! - [`installable`]: the pages as an app on a phone. [`updates`]: what the public reads, as files for another host.
//! - [`auth`], [`listen`]: who asks, and by which way they come.

pub mod api;
pub mod assets;
pub mod auth;
pub mod chart;
pub mod drills;
pub mod error;
pub mod health;
pub mod hooks;
pub mod html;
pub mod installable;
pub mod lines;
pub mod listen;
pub mod pages;
pub mod places;
pub mod routes;
pub mod state;
pub mod ties;
pub mod untrusted;
pub mod updates;

pub use pages::card;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use state::App;

/// Everything that is served, behind its guards.
pub fn router(app: App) -> Router {
    let door = from_fn_with_state(app.clone(), routes::setup::door);
    let pages = routes::router().layer(door).layer(from_fn(routes::fault::show));
    Router::new()
        .merge(pages)
        .merge(api::router(&app))
        .merge(hooks::router())
        .merge(health::router())
        .layer(from_fn_with_state(app.clone(), drills::door::enter))
        .layer(from_fn_with_state(app.clone(), auth::guard::guard))
        .with_state(app)
}
