//! A failure becomes a page: what happened, what was kept, what to do.

use crate::error::Failure;
use crate::pages::carried::Carried;
use crate::pages::error::{ErrorPage, Fault};
use crate::pages::{Room, Shell};
use askama::Template;
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use std::sync::Arc;
use words::{Locale, Words};

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut answer = (self.status(), self.to_string()).into_response();
        answer.extensions_mut().insert(Arc::new(self));
        answer
    }
}

/// Shows a failure as a page in the reader's language; somebody who must log in first is led there and back.
pub async fn show(request: Request, next: Next) -> Response {
    let path = request.uri().path_and_query().map_or("/", |p| p.as_str()).to_owned();
    let asks = request.method() == Method::GET && !path.starts_with("/live");
    let locale = super::desk::locale(request.headers());
    let (request, carried) = super::carried::of(request).await;
    let headers = if carried.is_there() { request.headers().clone() } else { HeaderMap::new() };
    let answer = next.run(request).await;
    let Some(failure) = answer.extensions().get::<Arc<Failure>>().cloned() else {
        return unread(&answer, &path, locale).unwrap_or(answer);
    };
    if matches!(*failure, Failure::LoginNeeded) && asks {
        let next: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
        return Redirect::to(&format!("/login?next={next}")).into_response();
    }
    if matches!(*failure, Failure::LoginNeeded) && carried.is_there() {
        return super::carried::door(&headers, carried).unwrap_or(answer);
    }
    if failure.status().is_server_error() {
        let path = without_secret(&path);
        tracing::error!(path, error = %failure, "a page could not be shown");
    }
    page(&failure, &path, locale, &carried).unwrap_or(answer)
}

/// An address as a log may hold it: the links of messages and conversations are secrets.
fn without_secret(path: &str) -> &str {
    let open =
        ["/wake/", "/conversation/", "/confirm/", "/staff/", "/setup?"].into_iter().find(|open| path.starts_with(open));
    open.unwrap_or(path)
}

/// A page instead of the bare line of what was refused before it was read.
fn unread(answer: &Response, path: &str, locale: Locale) -> Option<Response> {
    let is_bare = answer.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    let fault = match answer.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Fault::TooLong,
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            Fault::BadRequest
        }
        _ => return None,
    };
    is_bare.then(|| shown(fault, answer.status(), None, path, locale)).flatten()
}

fn page(failure: &Failure, path: &str, locale: Locale, carried: &Carried) -> Option<Response> {
    let fault = match failure.status() {
        StatusCode::NOT_FOUND => Fault::NotFound,
        StatusCode::FORBIDDEN => Fault::Forbidden,
        StatusCode::INSUFFICIENT_STORAGE => Fault::DiskFull,
        status if status.is_server_error() => Fault::Internal,
        StatusCode::UNAUTHORIZED => return None,
        _ => Fault::BadRequest,
    };
    let told = matches!(failure, Failure::Bad(_) | Failure::Conflict(_)).then(|| failure.to_string());
    let kept = told.or_else(|| Some(carried.words().join("\n\n")).filter(|words| !words.is_empty()));
    shown(fault, failure.status(), kept, path, locale)
}

fn shown(fault: Fault, status: StatusCode, kept: Option<String>, path: &str, locale: Locale) -> Option<Response> {
    let now = crate::auth::principal::session_now();
    let page = ErrorPage {
        words: Words::new(locale, "UTC", now),
        shell: Shell { room: Room::None, ..Shell::outside(path) },
        fault,
        reference: None,
        kept,
    };
    Some((status, Html(page.render().ok()?)).into_response())
}
