//! A form that met a closed door: whoever wrote it at two in the morning, after their session had ended, logs in and finds it again.
//!
//! It is carried in the page of the log-in itself and kept nowhere else; after the log-in its words are shown, and one tap sends it.

use super::desk::{locale, page, theme};
use crate::auth::principal::session_now;
use crate::error::Failure;
use crate::pages::carried::Carried;
use crate::pages::login::{AgainPage, LoginFailure, LoginPage};
use crate::pages::{Shell, World};
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use words::Words;

/// The rooms whose forms are carried: there people write, and no password or token is among the fields.
const ROOMS: [&str; 4] = ["cases", "mentions", "signals", "complaints"];

/// What came back with the log-in; nothing where that is no form of these rooms.
pub fn back(path: &str, body: &str) -> Carried {
    if is_ours(path) && !body.is_empty() {
        Carried { path: path.to_owned(), body: body.to_owned() }
    } else {
        Carried::default()
    }
}

/// Whether a path leads into one of the rooms. Our paths hold no dots and no escapes, with which a browser would walk out again.
fn is_ours(path: &str) -> bool {
    let is_plain = path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-_".contains(&byte));
    let room = path.strip_prefix('/').and_then(|rest| rest.split('/').next());
    is_plain && room.is_some_and(|room| ROOMS.contains(&room))
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
    if request.method() != Method::POST
        || !is_form
        || !is_ours(&path)
        || length.is_none_or(|length| length > super::FORM)
    {
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

#[cfg(test)]
mod tests {
    use super::back;

    #[test]
    fn only_forms_of_the_rooms_come_back() {
        let ours = [
            "/cases",
            "/cases/3/note",
            "/mentions/7/claim",
            "/signals/1-grave-20260307T2141Z-3c/label",
            "/complaints/2",
        ];
        let others = [
            "",
            "/",
            "cases/3",
            "/settings/people",
            "/casesbook",
            "/cases/../settings/people",
            "/cases/%2e%2e/settings",
            "//cases",
            "/\\cases",
            "/cases?next=/x",
            "/complaint/9",
            "/drill/1/cases/1",
        ];
        for path in ours {
            assert!(back(path, "text=a").is_there(), "{path}");
            assert!(!back(path, "").is_there(), "{path}");
        }
        for path in others {
            assert!(!back(path, "text=a").is_there(), "{path}");
        }
    }
}
