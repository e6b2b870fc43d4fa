//! For machines that watch the watcher: `/healthz`, `/readyz`, `/alive`, `/metrics`.
//!
//! `/metrics` speaks of the house as a whole, all organisations together: it is for its operator. It is shown to a peer on this
//! machine that came without a proxy, and to the API token of an owner.

use crate::auth::principal::Principal;
use crate::error::Failure;
use crate::listen::Peer;
use crate::state::App;
use axum::Router;
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::organisation::Role;
use engine::world::Clock;
use jiff::Timestamp;
use std::fmt::Write;
use store::{Counts, IndexLag};

/// The routes, and the moment the process began.
pub fn router() -> Router<App> {
    let started = Clock::Wall.now();
    Router::new()
        .route("/healthz", get(async || "alive\n"))
        .route("/readyz", get(ready))
        .route("/alive", get(alive))
        .route(
            "/metrics",
            get(async move |State(app): State<App>, request: Request| metrics(&app, started, request).await),
        )
}

/// Whether requests can be answered: the store does. A light question, asked often.
async fn ready(State(app): State<App>) -> Response {
    match app.world.store.rules_version().await {
        Ok(_) => "ready\n".into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready: the store does not answer");
            // An anonymous probe learns which part fails, not where it is.
            (StatusCode::SERVICE_UNAVAILABLE, "not ready: the store does not answer; the log says why\n")
                .into_response()
        }
    }
}

/// Whether Vigie listens: for another Vigie that watches over this one. Which organisation is deaf is not said.
async fn alive(State(app): State<App>) -> Response {
    match app.waking.listens().await {
        Ok(true) => "listening\n".into_response(),
        Ok(false) => {
            (StatusCode::SERVICE_UNAVAILABLE, "not listening: the pages and the log say why\n").into_response()
        }
        Err(error) => {
            tracing::error!(%error, "whether Vigie listens could not be read");
            (StatusCode::SERVICE_UNAVAILABLE, "not listening: the log says why\n").into_response()
        }
    }
}

async fn metrics(app: &App, started: Timestamp, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    if !is_local(&parts.headers, parts.extensions.get()) && !is_owners(app, &mut parts).await {
        let what = "metrics are shown to this machine and to the API token of an owner\n";
        return (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, "Bearer")], what).into_response();
    }
    match measured(app).await {
        Ok((counts, lag)) => {
            let text = written(&counts, lag, started, Clock::Wall.now());
            ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
        }
        Err(error) => {
            let failure = Failure::from(error);
            (failure.status(), format!("{failure}\n")).into_response()
        }
    }
}

/// Whether the peer is on this machine. A request that a proxy passed on comes from elsewhere, whatever the peer.
pub(crate) fn is_local(headers: &HeaderMap, peer: Option<&ConnectInfo<Peer>>) -> bool {
    let passed_on = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].iter().any(|name| headers.contains_key(*name));
    !passed_on && peer.is_some_and(|ConnectInfo(Peer(peer))| peer.ip().to_canonical().is_loopback())
}

async fn is_owners(app: &App, parts: &mut Parts) -> bool {
    if !parts.headers.contains_key(header::AUTHORIZATION) {
        return false;
    }
    let principal = Principal::from_request_parts(parts, app).await;
    principal.is_ok_and(|principal| principal.memberships.iter().any(|(_, role)| *role == Role::Owner))
}

async fn measured(app: &App) -> Result<(Counts, IndexLag), store::Error> {
    Ok((app.world.store.counts_of_rows().await?, app.world.store.index_lag().await?))
}

/// The Prometheus text. Rows are gauges: erasure for data protection may take some away.
fn written(counts: &Counts, lag: IndexLag, started: Timestamp, now: Timestamp) -> String {
    let gauges = [
        ("vigie_organisations", "Organisations.", counts.organisations),
        ("vigie_brands", "Brands watched.", counts.brands),
        ("vigie_sources", "Sources listened to.", counts.sources),
        ("vigie_sources_deaf", "Sources listened to that are deaf.", counts.deaf_sources),
        ("vigie_posts", "Posts stored.", counts.posts),
        ("vigie_mentions", "Mentions stored.", counts.mentions),
        ("vigie_quarantined_items", "Items that could not be read and were kept aside.", counts.quarantined),
        ("vigie_signals_open", "Signals that go on.", counts.open_signals),
        ("vigie_ticks_due", "Brands whose counts changed and were not evaluated yet.", counts.due_ticks),
        ("vigie_index_lag_mentions", "Mentions that full text does not find yet.", lag.behind),
    ];
    let mut text = String::new();
    let mut gauge = |name: &str, help: &str, value: String| {
        // Writing to a string cannot fail.
        let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");
    };
    for (name, help, value) in gauges {
        gauge(name, help, value.to_string());
    }
    gauge(
        "process_start_time_seconds",
        "When the process began, in seconds since 1970.",
        started.as_second().to_string(),
    );
    let uptime = now.duration_since(started).as_secs();
    gauge("vigie_uptime_seconds", "How long the process runs.", uptime.to_string());
    let _ = write!(
        text,
        "# HELP vigie_build_info The version that runs.\n# TYPE vigie_build_info gauge\nvigie_build_info{{version=\"{}\"}} 1\n",
        env!("CARGO_PKG_VERSION")
    );
    text
}
