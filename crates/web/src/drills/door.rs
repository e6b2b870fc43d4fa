//! The door between the worlds: `/drill/7/cases/1` is page `/cases/1` of drill 7, asked of that drill's own router. What comes back is marked, and its links,
//! forms and redirects stay inside. Nothing else crosses: not a cookie, not a token, not a form of the other world's page.

use super::mark::{self, Line};
use super::{Running, prefix};
use crate::assets::CONTENT_SECURITY_POLICY;
use crate::auth::principal::{session_now, session_secret};
use crate::auth::secret;
use crate::pages::drill::GonePage;
use crate::pages::{Shell, World};
use crate::state::{App, Site};
use askama::Template;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::id::PersonId;
use engine::drill::{Chair, hear};
use tower::ServiceExt;
use words::{Locale, Words};

/// Largest page that is marked.
const PAGE: usize = 16 << 20;

/// Rooms of the house that are open in a drill, and those that are only to be read there. What asks of the outside, keeps a secret, or is the live
/// world's alone is in neither: settings, people, the API, webhooks, the private channel, messages' links.
const OPEN: [&str; 6] = ["cases", "mentions", "signals", "preferences", "live", ""];
const READ: [&str; 8] = ["brands", "plan", "readiness", "reader", "report", "sources", "team", "updates"];

/// The number of the drill that an address belongs to, and the address inside it.
pub fn inside(path: &str) -> Option<(i64, &str)> {
    let rest = path.strip_prefix("/drill/")?;
    let (number, inner) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    Some((number.parse().ok()?, if inner.is_empty() { "/" } else { inner }))
}

/// Whether a form that was shown by one world is sent to another.
pub fn crosses(headers: &HeaderMap, site: &Site, path: &str) -> bool {
    let Some(from) = headers.get(header::REFERER).and_then(|from| from.to_str().ok()) else { return false };
    let ours = site.origins.iter().find_map(|origin| from.strip_prefix(origin.as_str()));
    let number = |path: &str| inside(path).map(|(number, _)| number);
    ours.is_some_and(|from| number(from.split('?').next().unwrap_or(from)) != number(path))
}

/// Lets a request into the drill of its address; every other goes on.
pub async fn enter(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let Some((id, inner)) = inside(&path) else { return next.run(request).await };
    let locale = crate::routes::locale(request.headers());
    let Some(running) = app.drills.get(id) else { return gone(&app, locale, id, Why::Over) };
    if inner == "/logout" && request.method() == Method::POST {
        return leave(&running, request.headers()).await;
    }
    if inner == "/login" && request.method().is_safe() {
        return Redirect::to(&format!("/drills/{id}")).into_response();
    }
    if !is_open(request.method(), inner) {
        return gone(&app, locale, id, Why::NotHere);
    }
    let player = player(&running, request.headers()).await;
    if let Some(player) = player
        && !is_member_still(&app, &running, player).await
    {
        return gone(&app, locale, id, Why::Outside);
    }
    let answer = ask(&running, inner, request).await;
    let led = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned);
    if led.is_some_and(|to| to.starts_with("/login")) || answer.status() == StatusCode::UNAUTHORIZED {
        return gone(&app, locale, id, Why::Outside);
    }
    marked(&running, player, answer).await
}

/// Who plays, as the drill knows them. Who shows no session is asked for one by the drill itself.
async fn player(running: &Running, headers: &HeaderMap) -> Option<PersonId> {
    let held = session_secret(&running.app.site, headers)?;
    let found = running.app.world.store.session(&secret::digest(held), session_now()).await;
    Some(found.ok()??.id)
}

/// Whether whoever plays belongs to the organisation still: an end is an end everywhere.
async fn is_member_still(app: &App, running: &Running, player: PersonId) -> bool {
    let Some(person) = running.player(player) else { return false };
    let theirs = app.world.store.memberships(person, app.world.clock.now()).await.unwrap_or_default();
    theirs.iter().any(|(organisation, _)| organisation.id == running.organisation)
}

fn is_open(method: &Method, inner: &str) -> bool {
    let room = inner.trim_start_matches('/').split('/').next().unwrap_or("");
    OPEN.contains(&room) || (method.is_safe() && READ.contains(&room))
}

async fn ask(running: &Running, inner: &str, mut request: Request) -> Response {
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let Ok(uri) = format!("{inner}{query}").parse::<Uri>() else { return StatusCode::BAD_REQUEST.into_response() };
    *request.uri_mut() = uri;
    // A drill knows no tokens; the live world's is not shown to it.
    request.headers_mut().remove(header::AUTHORIZATION);
    // From which page it comes was judged at the door; within, addresses have no drill before them.
    request.headers_mut().remove(header::REFERER);
    match running.router.clone().oneshot(request).await {
        Ok(answer) => answer,
        Err(never) => match never {},
    }
}

/// Ends somebody's stay.
async fn leave(running: &Running, headers: &HeaderMap) -> Response {
    let site = &running.app.site;
    if let Some(held) = session_secret(site, headers)
        && let Err(error) = running.app.world.store.end_session(&secret::digest(held)).await
    {
        tracing::warn!(%error, "a stay in a drill could not be ended in its store; the cookie is gone");
    }
    let cookie = crate::routes::set_cookie(site, site.cookie(), "", 0);
    ([(header::SET_COOKIE, cookie)], Redirect::to(&format!("/drills/{}", running.id))).into_response()
}

/// What the drill answered, with everything in it kept inside and the line on top.
async fn marked(running: &Running, player: Option<PersonId>, answer: Response) -> Response {
    let prefix = prefix(running.id);
    let (mut parts, body) = answer.into_parts();
    let led = parts.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).and_then(|to| mark::led(to, &prefix));
    if let Some(to) = led.and_then(|to| HeaderValue::from_str(&to).ok()) {
        parts.headers.insert(header::LOCATION, to);
    }
    let named = parts.headers.get(header::CONTENT_DISPOSITION).and_then(|it| it.to_str().ok());
    let named = named.map(|it| it.replace("filename=\"", "filename=\"drill-"));
    if let Some(named) = named.and_then(|it| HeaderValue::from_str(&it).ok()) {
        parts.headers.insert(header::CONTENT_DISPOSITION, named);
    }
    let is_page = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return Response::from_parts(parts, body);
    }
    // The browser itself sends no form of a drill to anything but the drill.
    let policy = parts.headers.get(header::CONTENT_SECURITY_POLICY).and_then(|it| it.to_str().ok());
    let policy = policy.unwrap_or(CONTENT_SECURITY_POLICY);
    let only: Vec<String> = running.app.site.origins.iter().map(|origin| format!("{origin}{prefix}/")).collect();
    let policy = policy.replace("form-action 'self'", &format!("form-action {}", only.join(" ")));
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        parts.headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    let Ok(bytes) = to_bytes(body, PAGE).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let html = mark::page(&String::from_utf8_lossy(&bytes), running.id, &Line::of(running, player));
    Response::from_parts(parts, Body::from(html))
}

/// Why there is no page of the drill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The drill is over, or was never played here.
    Over,
    /// That room is not open in a drill.
    NotHere,
    /// Nobody came in by this browser.
    Outside,
}

fn gone(app: &App, locale: Locale, id: i64, why: Why) -> Response {
    let status = match why {
        Why::Over => StatusCode::GONE,
        Why::NotHere => StatusCode::FORBIDDEN,
        Why::Outside => StatusCode::UNAUTHORIZED,
    };
    let words = Words::new(locale, "UTC", session_now());
    let shell = Shell { world: World::Drill, plain_http: app.site.plain_http, ..Shell::outside("/") };
    match (GonePage { words, shell, id, why }).render() {
        Ok(page) => (status, Html(page)).into_response(),
        Err(_) => status.into_response(),
    }
}

impl Line {
    /// The line for whoever plays: of what is said from outside, what is said to them.
    fn of(running: &Running, player: Option<PersonId>) -> Self {
        let mut status = running.status();
        let is_theirs = |chair: &&Chair| chair.member.is_some() && chair.member == player.map(|player| player.0);
        status.injects.retain(|inject| hear(inject, &running.chairs).iter().any(is_theirs));
        let zone = running.pack.brand.first().map_or("UTC", |brand| brand.zone.as_str());
        Self::new(&status, zone)
    }
}
