//! The same POST sent twice is done once: `Idempotency-Key`.
//!
//! A key belongs to the person who sends it, in one organisation, for two days. Only answers of success are kept: what failed
//! changed nothing and may be tried again. Secrets are not kept: see [`Kept`].

use super::problem::Problem;
use crate::auth::principal::Principal;
use crate::error::Failure;
use crate::state::App;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::id::OrganisationId;
use domain::organisation::Right;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");
/// Longest key, in bytes.
const LONGEST: usize = 255;
/// Largest body of a request and of an answer.
const LARGEST: usize = super::PICTURE_BODY;

/// What is kept of an answer in the place of its body, where the body shows a secret.
#[derive(Clone)]
pub struct Kept(String);

impl Kept {
    /// This, as JSON.
    ///
    /// # Errors
    /// It is no JSON.
    pub fn of(value: &impl Serialize) -> Result<Self, Failure> {
        serde_json::to_string(value).map(Self).map_err(|e| Failure::Ours(e.to_string()))
    }
}

/// Keys whose first request is still being answered by this process.
#[derive(Clone, Default)]
pub struct UnderWay(Arc<Mutex<BTreeSet<(OrganisationId, String)>>>);

/// Takes the key away when its request ends, however it ends.
struct Turn {
    under_way: UnderWay,
    key: (OrganisationId, String),
}

impl UnderWay {
    fn take(&self, organisation: OrganisationId, key: &str) -> Option<Turn> {
        let key = (organisation, key.to_owned());
        let fresh = self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone());
        fresh.then(|| Turn { under_way: self.clone(), key })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.under_way.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
    }
}

/// Answers a POST with a known key as it was answered before.
pub async fn once(State((app, under_way)): State<(App, UnderWay)>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !request.headers().contains_key(KEY) {
        return next.run(request).await;
    }
    match keyed(&app, &under_way, request, next).await {
        Ok(answer) => answer,
        Err(problem) => problem.into_response(),
    }
}

async fn keyed(app: &App, under_way: &UnderWay, request: Request, next: Next) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    let key = parts.headers.get(KEY).and_then(|key| key.to_str().ok()).unwrap_or("").trim().to_owned();
    if key.is_empty() || key.len() > LONGEST {
        return Err(Problem::bad(format!("`Idempotency-Key` must hold 1 to {LONGEST} visible characters")));
    }
    let principal = Principal::from_request_parts(&mut parts, app).await?;
    // What is one's own stands with the first of one's organisations.
    let first = || principal.memberships.first().map(|(first, _)| first.id);
    let named = organisation(parts.uri.path());
    let organisation = if is_own(parts.uri.path()) { first() } else { named }.ok_or(Failure::NotFound)?;
    principal.organisation(organisation, Right::Read)?;
    let key = format!("{}:{key}", principal.person.id);
    let body = to_bytes(body, LARGEST).await.map_err(|_| {
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-big", format!("the body is larger than {LARGEST} bytes"))
    })?;
    let _turn = under_way.take(organisation, &key).ok_or_else(|| {
        let detail = "the first request with this idempotency key is still being answered; ask again in a moment";
        Problem::new(StatusCode::CONFLICT, "under-way", detail)
    })?;
    let digest = digest(parts.uri.path(), &body);
    let known = app.world.store.idempotent(organisation, &key, &digest).await.map_err(|error| match error {
        store::Error::Conflict(_) => Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "idempotency-key-reused",
            "this idempotency key came with another request; nothing was done; use a key once",
        ),
        other => other.into(),
    })?;
    if let Some((status, body)) = known {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
        let headers = [(header::CONTENT_TYPE, "application/json"), (REPLAYED, "true")];
        return Ok((status, headers, body).into_response());
    }
    let answer = next.run(Request::from_parts(parts, Body::from(body))).await;
    if !answer.status().is_success() {
        return Ok(answer);
    }
    keep(app, organisation, &key, &digest, answer).await
}

async fn keep(
    app: &App,
    organisation: OrganisationId,
    key: &str,
    digest: &[u8; 32],
    answer: Response,
) -> Result<Response, Problem> {
    let (mut parts, body) = answer.into_parts();
    let body = to_bytes(body, LARGEST).await.map_err(|e| Failure::Ours(e.to_string()))?;
    let kept = match parts.extensions.get::<Kept>() {
        Some(Kept(text)) => text.clone(),
        None => String::from_utf8_lossy(&body).into_owned(),
    };
    let now = app.world.clock.now();
    if let Err(error) = app.world.store.keep_answer(organisation, key, digest, parts.status.as_u16(), &kept, now).await
    {
        // It was done: to answer with an error now would have it done again.
        tracing::error!(%error, "an answer could not be kept for its idempotency key");
    }
    parts.headers.insert(REPLAYED, HeaderValue::from_static("false"));
    Ok(Response::from_parts(parts, Body::from(body)))
}

/// Whether a path leads to what is one's own, whatever the organisation.
fn is_own(path: &str) -> bool {
    path.strip_prefix(super::PREFIX).is_some_and(|rest| rest.starts_with("/me/"))
}

/// The organisation a path names.
fn organisation(path: &str) -> Option<OrganisationId> {
    let (_, rest) = path.split_once("/organisations/")?;
    rest.split('/').next()?.parse().ok().map(OrganisationId)
}

/// Tells one request from another; every part with its length in front.
fn digest(path: &str, body: &[u8]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for part in [b"POST", path.as_bytes(), body] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    *hasher.finalize().as_bytes()
}
