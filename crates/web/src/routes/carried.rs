//! A form that met a closed door: whoever wrote it at two in the morning, after their session had ended, logs in and finds it again.
//!
//! It is carried in the page of the log-in itself and kept nowhere else; after the log-in its words are shown, and one tap sends it.

use super::desk::{locale, onward, page, theme};
use crate::auth::principal::session_now;
use crate::error::Failure;
use crate::pages::login::{AgainPage, LoginFailure, LoginPage};
use crate::pages::{Shell, World};
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use words::Words;

/// What a form that was sent holds: where it goes, and its fields as they were sent.
#[derive(Clone, Debug, Default)]
pub struct Carried {
    /// The path that it was sent to; empty: nothing is carried.
    pub path: String,
    /// Its fields, as forms are sent.
    pub body: String,
}

impl Carried {
    /// What came back with the log-in; nothing where that is no form of ours.
    pub fn back(path: &str, body: &str) -> Self {
        match onward(path) == path && !body.is_empty() {
            true => Self { path: path.to_owned(), body: body.to_owned() },
            false => Self::default(),
        }
    }

    /// Whether there is anything.
    pub fn is_there(&self) -> bool {
        !self.path.is_empty()
    }

    /// The fields.
    pub fn fields(&self) -> Vec<(String, String)> {
        url::form_urlencoded::parse(self.body.as_bytes()).into_owned().collect()
    }

    /// The words among them: what has blanks between its parts was written by somebody.
    pub fn words(&self) -> Vec<String> {
        let fields = self.fields().into_iter().map(|(_, value)| value);
        fields.filter(|value| value.trim().contains(char::is_whitespace)).collect()
    }
}

/// What a form sends, beside the request as it came: small forms without secrets, of those who have a login. Nothing for any other.
pub async fn of(request: Request) -> (Request, Carried) {
    let headers = request.headers();
    let is_form = headers
        .get(header::CONTENT_TYPE)
        .and_then(|of| of.to_str().ok())
        .is_some_and(|of| of.starts_with("application/x-www-form-urlencoded"));
    let length = headers.get(header::CONTENT_LENGTH).and_then(|of| of.to_str().ok()?.parse::<usize>().ok());
    let path = request.uri().path().to_owned();
    let ours = ["/cases", "/mentions", "/signals", "/complaints/"].iter().any(|begins| path.starts_with(begins));
    if request.method() != Method::POST || !is_form || !ours || length.is_none_or(|length| length > super::FORM) {
        return (request, Carried::default());
    }
    let (parts, body) = request.into_parts();
    // What breaks off on the way is read as what came: its reader refuses it.
    let bytes = to_bytes(body, super::FORM).await.unwrap_or_default();
    let carried = Carried { path, body: String::from_utf8_lossy(&bytes).into_owned() };
    (Request::from_parts(parts, Body::from(bytes)), carried)
}

/// The log-in, with what was sent in it.
pub fn door(headers: &HeaderMap, carried: Carried) -> Result<Response, Failure> {
    let words = Words::new(locale(headers), "UTC", session_now());
    let shell = Shell { theme: theme(headers), ..Shell::outside("/login") };
    let failed = Some(LoginFailure::Expired);
    let shown = LoginPage { words, shell, email: String::new(), next: "/".to_owned(), failed, carried };
    Ok((StatusCode::UNAUTHORIZED, page(&shown)?).into_response())
}

/// The form again, for whoever is logged in now.
pub fn again(headers: &HeaderMap, world: World, carried: Carried) -> Result<Response, Failure> {
    let words = Words::new(locale(headers), "UTC", session_now());
    let shell = Shell { theme: theme(headers), world, ..Shell::outside("/login") };
    page(&AgainPage { words, shell, carried })
}
