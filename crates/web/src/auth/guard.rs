//! The two guards in front of every route: whom we answer for, and where an unsafe request comes from.

use crate::api::problem::Problem;
use crate::assets::CONTENT_SECURITY_POLICY;
use crate::drills::door::crosses;
use crate::state::{App, Site};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Answers only for the hosts it is known by, refuses unsafe requests from elsewhere, and sets the headers every answer carries.
pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut answer =
        match refusal(&app.site, request.method(), request.uri().path(), request.uri().host(), request.headers()) {
            Some(refusal) => refusal.answer(request.uri().path()),
            None => next.run(request).await,
        };
    let headers = answer.headers_mut();
    // A page with a policy of its own says in it who may frame it: the form that other sites show is the one of its kind.
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        headers.entry(header::X_FRAME_OPTIONS).or_insert(HeaderValue::from_static("DENY"));
    }
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Not "no-referrer": browsers would then send `Origin: null` with our own forms, and be refused.
        (header::REFERRER_POLICY, "same-origin"),
    ];
    for (name, value) in fixed {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", HeaderValue::from_static("camera=(), microphone=(), geolocation=()"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    answer
}

/// Why a request is refused before any route sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    /// Asked of a host we do not answer for.
    Host,
    /// Comes from pages that are not ours.
    Origin,
    /// Comes from a page of another world: a drill's, sent to the live one, or the reverse.
    World,
}

impl Refusal {
    fn status(self) -> StatusCode {
        match self {
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::Origin | Self::World => StatusCode::FORBIDDEN,
        }
    }

    /// Programs are told in their way, people in plain words.
    fn answer(self, path: &str) -> Response {
        let (code, why) = match self {
            Self::Host => {
                ("wrong-host", "this server does not answer for that host name; add it to `origins` in vigie.toml")
            }
            Self::Origin => (
                "wrong-origin",
                "this request did not come from these pages and changed nothing; open the page again and retry",
            ),
            Self::World => (
                "wrong-world",
                "this was sent from a page of a drill to the live world, or the reverse, and changed nothing; open the page again and retry",
            ),
        };
        if is_for_programs(path) {
            return Problem::new(self.status(), code, why).into_response();
        }
        (self.status(), format!("{why}\n")).into_response()
    }
}

fn is_for_programs(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/") || path.starts_with("/hooks/")
}

fn refusal(site: &Site, method: &Method, path: &str, uri_host: Option<&str>, headers: &HeaderMap) -> Option<Refusal> {
    let host = headers.get(header::HOST).and_then(|h| h.to_str().ok()).or(uri_host).unwrap_or("");
    // A health probe comes by whatever address the machine has, and learns nothing but "alive".
    if !matches!(path, "/healthz" | "/readyz") && !site.hosts.iter().any(|known| known.eq_ignore_ascii_case(host)) {
        return Some(Refusal::Host);
    }
    if !method.is_safe() && crosses(headers, site, path) {
        return Some(Refusal::World);
    }
    if method.is_safe() || is_signed(path, headers) || is_a_tap(path, headers) || comes_from_here(site, headers) {
        return None;
    }
    Some(Refusal::Origin)
}

/// Requests that carry their own proof: an API token, or a webhook's signature, which browsers do not add by themselves. The pages know
/// cookies only, so nothing in a header excuses a form from elsewhere.
fn is_signed(path: &str, headers: &HeaderMap) -> bool {
    let bearer = headers.get(header::AUTHORIZATION).is_some_and(|value| value.as_bytes().starts_with(b"Bearer "));
    (bearer && path.starts_with("/api/")) || path.starts_with("/hooks/")
}

/// The form behind the link of a message, or of a conversation: whoever has the link may. So may anybody complain: no cookie counts there. Some
/// programs that show mail or messages send no origin with a form; a page of somebody else's always does.
fn is_a_tap(path: &str, headers: &HeaderMap) -> bool {
    let silent = !headers.contains_key(header::ORIGIN) && !headers.contains_key("sec-fetch-site");
    ["/wake/", "/confirm/", "/complaint/", "/conversation/", "/staff/"].iter().any(|open| path.starts_with(open))
        && silent
}

fn comes_from_here(site: &Site, headers: &HeaderMap) -> bool {
    match headers.get(header::ORIGIN) {
        Some(origin) => {
            origin.to_str().is_ok_and(|origin| site.origins.iter().any(|known| known.eq_ignore_ascii_case(origin)))
        }
        None => headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        Site {
            origins: vec!["https://vigie.example.org".into()],
            hosts: vec!["vigie.example.org".into()],
            secure_cookies: true,
            plain_http: false,
            proxies: vec![],
            demo: false,
            drill: None,
        }
    }

    fn ask(method: Method, path: &str, pairs: &[(&'static str, &'static str)]) -> Option<StatusCode> {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        refusal(&site(), &method, path, None, &headers).map(Refusal::status)
    }

    #[test]
    fn only_known_hosts_and_own_origins_pass() {
        let host = ("host", "vigie.example.org");
        type Case<'a> = (Method, &'a str, &'a [(&'static str, &'static str)], Option<StatusCode>);
        let bearer = ("authorization", "Bearer x");
        let table: [Case<'_>; 22] = [
            (Method::GET, "/", &[host], None),
            (Method::GET, "/", &[("host", "evil.example")], Some(StatusCode::MISDIRECTED_REQUEST)),
            (Method::GET, "/", &[], Some(StatusCode::MISDIRECTED_REQUEST)),
            (Method::GET, "/healthz", &[("host", "10.0.0.7:8787")], None),
            (Method::POST, "/login", &[host, ("origin", "https://vigie.example.org")], None),
            (Method::POST, "/login", &[host, ("origin", "https://evil.example")], Some(StatusCode::FORBIDDEN)),
            (Method::POST, "/login", &[host, ("origin", "null")], Some(StatusCode::FORBIDDEN)),
            (Method::POST, "/login", &[host], Some(StatusCode::FORBIDDEN)),
            (Method::POST, "/login", &[host, ("sec-fetch-site", "same-origin")], None),
            (Method::POST, "/login", &[host, ("sec-fetch-site", "cross-site")], Some(StatusCode::FORBIDDEN)),
            (Method::POST, "/hooks/7", &[host], None),
            (Method::POST, "/wake/a.1.2.b", &[host], None),
            (Method::POST, "/wake/a.1.2.b", &[host, ("origin", "https://vigie.example.org")], None),
            (Method::POST, "/wake/a.1.2.b", &[host, ("origin", "https://evil.example")], Some(StatusCode::FORBIDDEN)),
            (Method::POST, "/wake/a.1.2.b", &[host, ("sec-fetch-site", "cross-site")], Some(StatusCode::FORBIDDEN)),
            (Method::POST, "/complaint/lantern", &[host], None),
            (
                Method::POST,
                "/complaint/lantern",
                &[host, ("origin", "https://evil.example")],
                Some(StatusCode::FORBIDDEN),
            ),
            (Method::POST, "/conversation/a", &[host, ("origin", "null")], Some(StatusCode::FORBIDDEN)),
            (Method::POST, "/complaints/1/answer", &[host], Some(StatusCode::FORBIDDEN)),
            (Method::POST, "/api/v1/me", &[host, bearer], None),
            (Method::POST, "/logout", &[host, bearer], Some(StatusCode::FORBIDDEN)),
            (Method::POST, "/apis", &[host, bearer, ("origin", "https://evil.example")], Some(StatusCode::FORBIDDEN)),
        ];
        for (method, path, headers, expected) in table {
            assert_eq!(ask(method.clone(), path, headers), expected, "{method} {path} {headers:?}");
        }
    }
}
