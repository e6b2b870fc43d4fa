//! The private complaint channel, for customers: the page, the same in a frame of another site, and the conversation behind a link. Nobody is
//! asked to log in, no cookie is set or read, and a GET changes nothing.

mod body;
mod form;
mod talk;

pub use body::LARGEST;
use body::Lost;
pub use form::{embed, send, send_embedded, show};
pub(super) use talk::said_view;
pub use talk::{file, mails, open, write};

use crate::error::Failure;
use crate::listen::Peer;
use crate::pages::complaint::FileView;
use crate::routes::desk::page;
use crate::routes::login::client_address;
use crate::state::App;
use askama::Template;
use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::complaint::FileKind;
use serde::Deserialize;
use std::net::IpAddr;
use store::ComplaintFile;
use words::{Locale, Words};

/// The policy of these pages: no script at all, no cookie to steal, nobody frames them.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// The same without its last word, for the form that other sites show.
const POLICY_EMBEDDED: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors";

/// What the address says beside the path.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// The language chosen.
    #[serde(default)]
    lang: String,
    /// Whether something was said a moment ago.
    #[serde(default)]
    said: String,
}

impl Asked {
    /// The language chosen on the page, else this one, else the browser's.
    pub(in crate::routes) fn locale(&self, headers: &HeaderMap, otherwise: Option<Locale>) -> Locale {
        let said = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or("");
        Locale::from_code(&self.lang).or(otherwise).unwrap_or_else(|| Locale::negotiate(said))
    }
}

fn words(app: &App, locale: Locale, zone: &str) -> Words {
    Words::new(locale, zone, app.world.clock.now())
}

/// Who is at the other end.
fn from(app: &App, parts: &Parts) -> Option<IpAddr> {
    let ConnectInfo(Peer(peer)) = parts.extensions.get::<ConnectInfo<Peer>>()?;
    Some(client_address(&app.site, peer.ip(), &parts.headers))
}

/// A page with its status and its policy.
fn shown(status: StatusCode, body: &impl Template, policy: &str) -> Result<Response, Failure> {
    let mut answer = (status, page(body)?).into_response();
    let policy = HeaderValue::from_str(policy).map_err(|e| Failure::Ours(e.to_string()))?;
    answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    answer.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow, noarchive"));
    Ok(answer)
}

/// A page for everybody, that everybody may find.
pub(super) fn outside(body: &impl Template) -> Result<Response, Failure> {
    let mut answer = shown(StatusCode::OK, body, POLICY)?;
    answer.headers_mut().remove("x-robots-tag");
    Ok(answer)
}

/// What a form is answered with whose files are not there.
fn lost_status(lost: Lost) -> StatusCode {
    match lost {
        Lost::Refused => StatusCode::TOO_MANY_REQUESTS,
        Lost::Cut => StatusCode::PAYLOAD_TOO_LARGE,
    }
}

/// A file as it is listed.
pub(super) fn file_view(file: &ComplaintFile, base: &str) -> FileView {
    let kind = FileKind::from_media_type(&file.media_type).map_or("", FileKind::ending).to_uppercase();
    let name = if file.name.is_empty() { kind.clone() } else { file.name.clone() };
    FileView { href: format!("{base}/files/{}", file.n), name, kind, kilobytes: (file.size / 1_000).max(1) }
}

/// A file that a stranger sent: to be saved under a name of ours, never shown, and powerless where it is shown all the same.
pub(crate) fn attachment(id: i64, n: i64, media_type: &str, bytes: Vec<u8>) -> Result<Response, Failure> {
    let kind = FileKind::from_media_type(media_type).ok_or(Failure::NotFound)?;
    saved(&format!("complaint-{id}-{n}.{}", kind.ending()), kind.media_type(), bytes)
}

/// A mail as it was received, to be saved. Nothing of one that was erased is there.
pub(crate) fn mail_attachment(id: i64, n: i64, bytes: Vec<u8>) -> Result<Response, Failure> {
    if bytes.is_empty() {
        return Err(Failure::NotFound);
    }
    saved(&format!("complaint-{id}-{n}.eml"), "application/octet-stream", bytes)
}

/// Bytes of a stranger's: saved, never shown.
fn saved(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Result<Response, Failure> {
    let disposition = format!("attachment; filename=\"{name}\"");
    let disposition = HeaderValue::from_str(&disposition).map_err(|e| Failure::Ours(e.to_string()))?;
    let mut answer = bytes.into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CONTENT_DISPOSITION, disposition);
    let policy = "default-src 'none'; sandbox; frame-ancestors 'none'";
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    Ok(answer)
}
