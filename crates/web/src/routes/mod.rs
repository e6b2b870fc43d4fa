//! From requests to pages: one file per room. What the pages can do, the API can do too.

mod assets;
mod backtest;
mod bridge;
mod budget;
mod complaint;
mod complaints;
mod desk;
mod dossier;
pub mod fault;
mod ladder;
mod live;
mod login;
mod mention;
mod mentions;
mod people;
mod phone;
mod plan;
mod preferences;
mod reader;
mod report;
mod retention;
mod rubric;
mod settings;
pub mod setup;
mod show;
mod signal;
mod sources;
mod timeline;
mod tokens;
mod wake;
mod waking;

pub(crate) use complaint::attachment;
pub(crate) use desk::cookie;

use crate::error::Failure;
use crate::installable;
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
        .route(phone::HERE, get(phone::show).post(phone::send))
        .route("/setup/{step}", get(setup::show).post(setup::answer))
        .route("/preferences", post(preferences::save))
        .route("/live", get(live::listen))
        .route("/brands/{id}/timeline", get(timeline::show))
        .route("/mentions", get(mentions::show))
        .route("/mentions/triage", post(mentions::triage))
        .route("/mentions/{id}", get(mention::show))
        .route("/mentions/{id}/screenshot", get(mention::screenshot))
        .route("/complaints", get(complaints::list))
        .route("/complaints/{id}", get(complaints::show))
        .route("/complaints/{id}/answer", post(complaints::answer))
        .route("/complaints/{id}/assign", post(complaints::assign))
        .route("/complaints/{id}/close", post(complaints::close))
        .route("/complaints/{id}/reopen", post(complaints::reopen))
        .route("/complaints/{id}/let-in", post(complaints::let_in))
        .route("/complaints/{id}/files/{n}", get(complaints::file))
        .route("/report", get(report::show))
        .route("/reader", get(reader::show))
        .route("/signals/{id}", get(signal::show))
        .route("/signals/{id}/dossier", get(dossier::show))
        .route("/signals/{id}/acknowledge", post(signal::acknowledge))
        .route("/signals/{id}/dismiss", post(signal::dismiss))
        .route("/signals/{id}/reported", post(signal::report))
        .route("/signals/{id}/severity", post(signal::severity))
        .route("/sources", get(sources::show))
        .route("/sources/{id}/quarantine", get(sources::quarantine))
        .route("/settings", get(settings::show))
        .route("/settings/expert", get(settings::expert))
        .route("/settings/brands", post(settings::add_brand))
        .route("/settings/brands/{id}", get(settings::brand).post(settings::save_brand))
        .route("/settings/brands/{id}/try", get(backtest::show))
        .route("/settings/brands/{id}/budget", get(budget::show).post(budget::save))
        .route("/settings/brands/{id}/budget/calibrate", post(budget::calibrate))
        .route("/settings/brands/{id}/complaints", get(complaints::channel).post(complaints::save_channel))
        .route("/settings/brands/{id}/queries", post(settings::add_query))
        .route("/settings/brands/{id}/queries/{query}", post(settings::save_query))
        .route("/settings/brands/{id}/places", post(settings::save_places))
        .route("/settings/people", get(people::show))
        .route("/settings/people/{organisation}/invite", post(people::invite))
        .route("/settings/people/{organisation}/invitations/{id}/take-back", post(people::take_back))
        .route("/settings/people/{organisation}/{person}", post(people::change))
        .route("/settings/people/{organisation}/{person}/remove", post(people::remove))
        .route("/settings/tokens", get(tokens::show).post(tokens::add))
        .route("/settings/tokens/{id}/revoke", post(tokens::revoke))
        .route("/settings/retention", get(retention::first))
        .route("/settings/retention/{organisation}", get(retention::show).post(retention::save))
        .route("/plan", get(plan::first))
        .route("/plan/{organisation}", get(plan::show).post(plan::save).layer(DefaultBodyLimit::max(plan::LARGEST)))
        .route("/plan/{organisation}/begin", post(plan::begin))
        .route("/plan/{organisation}/base", post(plan::base))
        .route("/plan/{organisation}/clients/{client}/end", post(plan::end))
        .route("/plan/{organisation}/card", get(plan::card))
        .route("/plan/{organisation}/approve", get(plan::approve::show).post(plan::approve::save))
        .route("/plan/{organisation}/edit/{section}", get(plan::form::section).post(plan::form::save_section))
        .route("/plan/{organisation}/edit/{section}/{id}", get(plan::form::item).post(plan::form::save_item))
        .route("/plan/{organisation}/edit/{section}/{id}/without", post(plan::form::without))
        .route("/settings/budgets", get(budget::first))
        .route("/settings/budgets/{organisation}", get(budget::all).post(budget::take))
        .route("/settings/rubric", get(rubric::first))
        .route("/settings/rubric/{organisation}", get(rubric::show).post(rubric::save))
        .route("/settings/rubric/{organisation}/reset", post(rubric::reset))
        .route("/settings/waking", get(waking::show).post(waking::save))
        .route("/settings/waking/targets", post(waking::add))
        .route("/settings/waking/targets/{id}/test", post(waking::test))
        .route("/settings/waking/targets/{id}/first", post(waking::first))
        .route("/settings/waking/targets/{id}/remove", post(waking::remove))
        .route("/settings/waking/ladder/{organisation}", get(ladder::show).post(ladder::save))
        .route("/settings/waking/ladder/{organisation}/reset", post(ladder::reset))
        .route("/settings/waking/messages", get(waking::messages))
        .route("/wake/{token}", get(wake::show).post(wake::tap))
        .route(installable::MANIFEST, get(installable::manifest))
        .route(installable::WORKER, get(installable::worker))
        .route("/assets/{name}", get(assets::serve))
        .layer(DefaultBodyLimit::max(FORM))
        .merge(strangers())
        .route("/mentions/add", get(mention::form).post(mention::add).layer(DefaultBodyLimit::max(mention::LARGEST)))
        .fallback(|| async { Failure::NotFound })
}

/// What customers ask, who have no login: forms with files.
fn strangers() -> Router<App> {
    Router::new()
        .route("/complaint/{address}", get(complaint::show).post(complaint::send))
        .route("/complaint/{address}/embed", get(complaint::embed).post(complaint::send_embedded))
        .route("/conversation/{secret}", get(complaint::open).post(complaint::write))
        .route("/conversation/{secret}/mail", post(complaint::mails))
        .route("/conversation/{secret}/files/{n}", get(complaint::file))
        .layer(DefaultBodyLimit::max(complaint::LARGEST))
}
