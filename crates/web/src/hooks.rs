//! Inbound webhooks: `POST /hooks/{source}`, signed (Standard Webhooks, or `X-Hub-Signature-256`).
//!
//! The body is read raw, verified, parsed and committed, in this order; 2xx comes only after the commit, and also to a delivery
//! that was taken before. A wrong signature and an unknown source are answered alike.

use crate::api::problem::Problem;
use crate::error::Failure;
use crate::state::App;
use axum::Json;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use connect::inbound::webhook::{self, BODY, DeliveryId, Refused};
use domain::id::SourceId;
use domain::source::{Delivery, Outcome, Quarantined, Source};
use engine::bus::Change;
use engine::ingest::Manner;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::Try;

/// How long a sender may take to send a body.
const PATIENCE: Duration = Duration::from_secs(30);
/// What is kept of a body that cannot be read.
const KEPT: usize = 64 << 10;
/// Stands in for the secrets of a source that is not there, so that the time of the answer does not tell.
const NOBODYS_SECRET: &str = "whsec_bm9ib2R5IGtub3dzIHRoaXMgb25lLCBub3QgZXZlbiB1cw==";

/// Where webhooks are delivered.
pub fn router() -> Router<App> {
    Router::new().route("/hooks/{source}", post(deliver))
}

/// What became of a delivery.
#[derive(Debug, Serialize)]
struct Taken {
    /// Posts stored for the first time, or with another text.
    stored: usize,
    /// Posts known already.
    duplicate: usize,
    /// Posts that concern nobody.
    passed: usize,
    /// Records that could not be read and were kept aside.
    quarantined: usize,
}

async fn deliver(
    State(app): State<App>,
    source: Option<Path<String>>,
    request: Request,
) -> Result<Json<Taken>, Problem> {
    let now = app.world.clock.now();
    let (parts, body) = request.into_parts();
    let read = tokio::time::timeout(PATIENCE, to_bytes(body, BODY)).await;
    let body = read.map_err(|_| too_slow())?.map_err(|_| too_big())?;
    let source = match source.and_then(|Path(id)| id.parse().ok()) {
        Some(id) => enabled(&app, SourceId(id)).await.map_err(unavailable)?,
        None => None,
    };
    let (source, id) = verified(source, &parts.headers, &body, now)?;
    match webhook::parse(&body, now) {
        Ok(delivery) => take(&app, &source, id, delivery, now).await,
        Err(wrong) => {
            keep_aside(&app, &source, &id, &body, wrong.to_string(), now).await?;
            Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "bad-body", wrong.to_string()))
        }
    }
}

/// The source of that id, where it is a webhook that is listened to.
async fn enabled(app: &App, id: SourceId) -> Result<Option<Source>, store::Error> {
    let all = app.world.store.all_sources().await?;
    Ok(all.into_iter().find(|source| source.id == id && source.kind == "webhook" && source.enabled))
}

#[derive(Default, Deserialize)]
struct Settings {
    #[serde(default)]
    secrets: Vec<String>,
}

/// The source and the delivery's id, where the signature fits one of its secrets.
fn verified(
    source: Option<Source>,
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Result<(Source, DeliveryId), Problem> {
    let settings = source.as_ref().map(|source| serde_json::from_str::<Settings>(&source.settings).unwrap_or_default());
    let secrets = settings.map_or_else(|| vec![NOBODYS_SECRET.to_owned()], |settings| settings.secrets);
    let secrets: Vec<&str> = secrets.iter().map(String::as_str).collect();
    let headers: Vec<(&str, &str)> =
        headers.iter().filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?))).collect();
    match (webhook::verify(&headers, body, &secrets, now), source) {
        (Ok(id), Some(source)) => Ok((source, id)),
        (Err(Refused::TooBig), _) => Err(too_big()),
        (why, source) => {
            let source = source.map(|source| source.id.0);
            tracing::warn!(source.id = source, why = %why.err().unwrap_or(Refused::Signature), "a webhook delivery was refused");
            Err(refused())
        }
    }
}

async fn take(
    app: &App,
    source: &Source,
    id: DeliveryId,
    mut delivery: Delivery,
    now: Timestamp,
) -> Result<Json<Taken>, Problem> {
    delivery.delivery_ids.push(id.0);
    let heard = !delivery.posts.is_empty();
    let taken = app.ingest.accept(source, delivery, Manner::Live).await.map_err(not_stored)?;
    if taken.refused_delivery_ids.is_empty() {
        let heard_post_at = heard.then_some(now);
        note(app, source, Try { at: now, outcome: Outcome::Ok, detail: None, next_at: None, heard_post_at }).await;
    }
    Ok(Json(Taken {
        stored: taken.new + taken.edited,
        duplicate: taken.duplicate,
        passed: taken.passed,
        quarantined: taken.quarantined,
    }))
}

/// Keeps a body aside that came from the right sender and cannot be read. Its id is not remembered: a mended body may come with it.
async fn keep_aside(
    app: &App,
    source: &Source,
    id: &DeliveryId,
    body: &[u8],
    reason: String,
    now: Timestamp,
) -> Result<(), Problem> {
    let bytes = body[..body.len().min(KEPT)].to_vec();
    let item = Quarantined { reason: reason.clone(), place: format!("delivery {}", id.0), bytes };
    let delivery = Delivery { quarantined: vec![item], ..Delivery::default() };
    app.ingest.accept(source, delivery, Manner::Live).await.map_err(not_stored)?;
    note(
        app,
        source,
        Try { at: now, outcome: Outcome::Malformed, detail: Some(reason), next_at: None, heard_post_at: None },
    )
    .await;
    Ok(())
}

/// Writes down how the source fares; what was delivered is stored by now, so a failure here is only logged.
async fn note(app: &App, source: &Source, tried: Try) {
    if let Err(error) = app.world.store.record_try(source.id, tried).await {
        tracing::error!(source.id = %source.id, %error, "how the source fares could not be written down");
    }
    if let Some(organisation) = source.organisation {
        app.world.bus.tell(organisation, Change::Sources);
    }
}

fn refused() -> Problem {
    let detail = "there is no such webhook, or the signature does not fit: sign with the source's secret (webhook-id, webhook-timestamp, \
                  webhook-signature; or X-Hub-Signature-256) by a clock that is right";
    Problem::new(StatusCode::UNAUTHORIZED, "refused", detail)
}

fn too_big() -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-big", Refused::TooBig.to_string())
}

fn too_slow() -> Problem {
    Problem::new(
        StatusCode::REQUEST_TIMEOUT,
        "too-slow",
        "the body did not arrive within 30 seconds; nothing was stored",
    )
}

/// The sender must send again, whatever the reason: nothing was kept.
fn not_stored(error: engine::EngineError) -> Problem {
    tracing::error!(%error, "a webhook delivery was not stored; the sender is told to send it again");
    Problem::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "store",
        format!("the delivery was not stored; send it again: {error}"),
    )
}

fn unavailable(error: store::Error) -> Problem {
    Failure::Store(error).into()
}
