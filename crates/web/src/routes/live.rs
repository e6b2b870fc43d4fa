//! Tells a page that something it shows has changed; the page then reads itself again. Nothing is carried here, so a page that was
//! away misses nothing: it says what it knew last, and is told at once when there is more.

use crate::auth::principal::Principal;
use crate::error::Failure;
use crate::lines::Line;
use crate::state::App;
use axum::extract::{FromRequestParts, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Request};
use axum::response::sse::{Event, KeepAlive, Sse};
use domain::id::OrganisationId;
use engine::bus::Bus;
use futures_util::stream::{Stream, unfold};
use serde::Deserialize;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, Interval, interval_at};

/// Changes that come closer together are told of once.
const TOGETHER: Duration = Duration::from_millis(300);
/// A sign of life for proxies that cut silent connections.
const ALIVE: Duration = Duration::from_secs(15);

/// What the page knew last.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    after: String,
}

struct Listener {
    bus: Bus,
    changes: Receiver<(OrganisationId, engine::bus::Change)>,
    app: App,
    line: Line,
    /// The head of the request, to ask again who it is.
    asker: Parts,
    theirs: Vec<OrganisationId>,
    behind: bool,
    check: Interval,
}

/// The stream of one page.
pub async fn listen(
    State(app): State<App>,
    principal: Principal,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    let bus = app.world.bus.clone();
    listen_on(app, principal, headers, asked, bus)
}

/// The stream of a page that hears of changes by another line than the house's own.
pub fn listen_on(
    app: App,
    principal: Principal,
    headers: HeaderMap,
    asked: Asked,
    bus: Bus,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    let last = headers.get("last-event-id").and_then(|v| v.to_str().ok()).unwrap_or(&asked.after).to_owned();
    let changes = bus.listen();
    let line = app.lines.open(principal.person.id);
    let (mut asker, ()) = Request::new(()).into_parts();
    asker.headers = headers;
    let behind = last != bus.position().to_string();
    let check = interval_at(Instant::now() + app.lines.check(), app.lines.check());
    let listener = Listener { bus, check, changes, line, asker, theirs: organisations(&principal), behind, app };
    let stream = unfold(Some(listener), |listener| async {
        let mut listener = listener?;
        match listener.wait().await {
            Told::Changed => {
                // Browsers drop an event that carries no data.
                let position = listener.bus.position().to_string();
                let event = Event::default().event("changed").id(position).data("changed");
                Some((Ok(event), Some(listener)))
            }
            // Said, so that the page does not call again at once and end the line of another.
            Told::Ended => Some((Ok(Event::default().event("ended").data("ended")), None)),
            Told::LoggedOut => Some((Ok(Event::default().event("ended").data("logged-out")), None)),
        }
    });
    Ok(Sse::new(stream).keep_alive(KeepAlive::new().interval(ALIVE)))
}

fn organisations(principal: &Principal) -> Vec<OrganisationId> {
    principal.memberships.iter().map(|(o, _)| o.id).collect()
}

/// What a page is told.
enum Told {
    /// Something of theirs changed.
    Changed,
    /// Nothing more comes by this line.
    Ended,
    /// Nothing more comes to them: the session is over.
    LoggedOut,
}

impl Listener {
    /// Waits for something of theirs, or for the end of the session, of the line or of the world.
    async fn wait(&mut self) -> Told {
        while !std::mem::take(&mut self.behind) {
            tokio::select! {
                () = self.line.cut() => return Told::Ended,
                _ = self.check.tick() => {
                    let Ok(principal) = Principal::from_request_parts(&mut self.asker, &self.app).await else { return Told::LoggedOut };
                    self.theirs = organisations(&principal);
                }
                change = self.changes.recv() => match change {
                    Ok((organisation, _)) => self.behind = self.theirs.contains(&organisation),
                    Err(RecvError::Lagged(_)) => self.behind = true,
                    Err(RecvError::Closed) => return Told::Ended,
                },
            }
        }
        // What follows closely is told with it.
        let _ = tokio::time::timeout(TOGETHER, async { while self.changes.recv().await.is_ok() {} }).await;
        Told::Changed
    }
}
