//! In and out.

use super::carried;
use super::desk::{locale, onward, page, theme};
use crate::auth::principal::{session_now, session_secret};
use crate::auth::{known, password, secret};
use crate::error::Failure;
use crate::listen::Peer;
use crate::pages::Shell;
use crate::pages::carried::Carried;
use crate::pages::login::{LoginFailure, LoginPage};
use crate::state::{App, Site};
use axum::Form;
use axum::extract::{ConnectInfo, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use domain::organisation::Person;
use jiff::SignedDuration;
use serde::Deserialize;
use std::net::IpAddr;
use tokio::sync::Semaphore;
use words::Words;

/// How long a session lasts at most.
const SESSION: SignedDuration = SignedDuration::from_hours(24 * 14);
/// How long failures count.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// How long a browser is known after a login.
const KNOWN: SignedDuration = SignedDuration::from_hours(24 * 180);

/// The longest e-mail address there can be.
const LONGEST_EMAIL: usize = 254;

/// One at a time, from counting the failures to writing down the next: many guesses at once would all be counted before any is
/// written down, and each hash takes 19 MiB while it lasts.
pub(super) static DOOR: Semaphore = Semaphore::const_new(1);

/// The largest form: a form that met the closed door, written a second time as a field.
pub const LARGEST: usize = 4 * super::FORM;

/// Where to go on.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    next: String,
}

/// The login page.
pub async fn show(State(app): State<App>, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    page(&login_page(&app, &headers, (String::new(), asked.next), Carried::default(), None))
}

fn login_page(
    app: &App,
    headers: &HeaderMap,
    (email, next): (String, String),
    carried: Carried,
    failed: Option<LoginFailure>,
) -> LoginPage {
    let words = Words::new(locale(headers), "UTC", session_now());
    let world = app.site.world();
    let shell = Shell { theme: theme(headers), world, plain_http: app.site.plain_http, ..Shell::outside("/login") };
    LoginPage { words, shell, email, next: onward(&next).to_owned(), failed, carried }
}

/// What the form sends.
#[derive(Deserialize)]
pub struct Entry {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
    /// Where a form was sent that met the closed door.
    #[serde(default)]
    path: String,
    /// What it held.
    #[serde(default)]
    body: String,
}

/// Checks the password and opens a session.
pub async fn enter(
    State(app): State<App>,
    ConnectInfo(Peer(peer)): ConnectInfo<Peer>,
    headers: HeaderMap,
    Form(entry): Form<Entry>,
) -> Result<Response, Failure> {
    let now = session_now();
    let email: String = entry.email.trim().to_lowercase().chars().take(LONGEST_EMAIL).collect();
    let from = client_address(&app.site, peer.ip(), &headers);
    let since = now.saturating_sub(WINDOW).unwrap_or(now);
    let carried = carried::back(&entry.path, &entry.body);
    let _turn = DOOR.acquire().await.map_err(|e| Failure::Ours(e.to_string()))?;
    let found = app.world.store.person_by_email(&email).await?;
    let known = match &found {
        Some((_, hash)) => Some(known::mark(&app.world.store, &email, hash).await?),
        None => None,
    };
    let is_known = known.as_deref().is_some_and(|mark| known::is_shown(&app.site, &headers, mark));
    let buckets = known::buckets(&email, from, is_known);
    for (key, most) in &buckets {
        if app.world.store.failed_logins(key, since).await? >= *most {
            let failed = LoginFailure::Throttled { minutes: WINDOW.as_mins() };
            let shown = page(&login_page(&app, &headers, (email, entry.next), carried, Some(failed)))?;
            return Ok((StatusCode::TOO_MANY_REQUESTS, shown).into_response());
        }
    }
    let (person, hash) = found.map_or((None, None), |(person, hash)| (Some(person), Some(hash)));
    // A slow hash must not hold up the pages.
    let checked = tokio::task::spawn_blocking(move || password::verify(&entry.password, hash.as_deref()));
    let right = checked.await.map_err(|e| Failure::Ours(e.to_string()))?;
    // Success forgets the failures of this browser or this address, not what others tried meanwhile.
    for (key, _) in buckets.iter().take(if right { 1 } else { buckets.len() }) {
        app.world.store.record_login(key, now, right).await?;
    }
    let Some(person) = person.filter(|_| right) else {
        let shown = page(&login_page(&app, &headers, (email, entry.next), carried, Some(LoginFailure::Wrong)))?;
        return Ok((StatusCode::UNAUTHORIZED, shown).into_response());
    };
    // Whose last membership ended has nothing to come in to.
    if app.world.store.memberships(person.id, app.world.clock.now()).await?.is_empty() {
        let shown = page(&login_page(&app, &headers, (email, entry.next), carried, Some(LoginFailure::Ended)))?;
        return Ok((StatusCode::FORBIDDEN, shown).into_response());
    }
    let cookies = session(&app, &person, known.as_deref().unwrap_or("")).await?;
    if carried.is_there() {
        return Ok((cookies, carried::again(&headers, app.site.world(), carried)?).into_response());
    }
    Ok((cookies, Redirect::to(onward(&entry.next))).into_response())
}

/// The cookies that let somebody in.
type Cookies = AppendHeaders<[(header::HeaderName, String); 2]>;

/// Lets in somebody whose password was chosen a moment ago.
pub(super) async fn let_in(app: &App, person: &Person, password_hash: &str) -> Result<Cookies, Failure> {
    let mark = known::mark(&app.world.store, &person.email, password_hash).await?;
    session(app, person, &mark).await
}

/// Opens a session; `mark` is that of a browser that is known from now on.
async fn session(app: &App, person: &Person, mark: &str) -> Result<Cookies, Failure> {
    let now = session_now();
    let (secret, digest) = secret::fresh("").map_err(|e| Failure::Ours(e.to_string()))?;
    let until = now.saturating_add(SESSION).unwrap_or(now);
    app.world.store.create_session(&digest, person.id, now, until).await?;
    let session = set_cookie(&app.site, app.site.cookie(), &secret, SESSION.as_secs());
    let mark = set_cookie(&app.site, app.site.known_cookie(), mark, KNOWN.as_secs());
    Ok(AppendHeaders([(header::SET_COOKIE, session), (header::SET_COOKIE, mark)]))
}

/// Ends the session.
pub async fn leave(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    if let Some(secret) = session_secret(&app.site, &headers) {
        app.world.store.end_session(&secret::digest(secret)).await?;
    }
    let cookie = set_cookie(&app.site, app.site.cookie(), "", 0);
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/login")).into_response())
}

pub(crate) fn set_cookie(site: &Site, name: &str, value: &str, seconds: i64) -> String {
    let secure = if site.secure_cookies { "; Secure" } else { "" };
    format!("{name}={value}; Path={}; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", site.cookie_path())
}

/// Who is at the other end: the peer, or whom a listed proxy says it speaks for.
pub(super) fn client_address(site: &Site, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let peer = peer.to_canonical();
    if !site.proxies.contains(&peer) {
        return peer;
    }
    // The last line and its last name are the proxy's own; whatever stands before was sent.
    let said = headers.get_all("x-forwarded-for").iter().next_back().and_then(|v| v.to_str().ok());
    let last: Option<IpAddr> = said.and_then(|said| said.rsplit(',').next()).and_then(|last| last.trim().parse().ok());
    last.map_or(peer, |last| last.to_canonical())
}
