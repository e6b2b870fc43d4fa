//! Tells a page that something it shows has changed; the page then reads itself again. Nothing is carried here, so a page that was
//! away misses nothing: it says what it knew last, and is told at once when there is more.

use crate::auth::principal::Principal;
use crate::error::Failure;
use crate::state::App;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use domain::id::OrganisationId;
use engine::bus::Bus;
use futures_util::stream::{Stream, unfold};
use serde::Deserialize;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

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
    changes: Receiver<(OrganisationId, engine::bus::Change)>,
    bus: Bus,
    theirs: Vec<OrganisationId>,
    behind: bool,
}

/// The stream of one page.
pub async fn listen(
    State(app): State<App>,
    principal: Principal,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    let last = headers.get("last-event-id").and_then(|v| v.to_str().ok()).unwrap_or(&asked.after).to_owned();
    let bus = app.world.bus.clone();
    let changes = bus.listen();
    let theirs = principal.memberships.iter().map(|(o, _)| o.id).collect();
    let behind = last != bus.position().to_string();
    let stream = unfold(Listener { changes, bus, theirs, behind }, |mut listener| async {
        listener.wait().await?;
        // Browsers drop an event that carries no data.
        let event = Event::default().event("changed").id(listener.bus.position().to_string()).data("changed");
        Some((Ok(event), listener))
    });
    Ok(Sse::new(stream).keep_alive(KeepAlive::new().interval(ALIVE)))
}

impl Listener {
    /// Waits for something of theirs; `None` when the world ends.
    async fn wait(&mut self) -> Option<()> {
        while !std::mem::take(&mut self.behind) {
            match self.changes.recv().await {
                Ok((organisation, _)) if self.theirs.contains(&organisation) => self.behind = true,
                Ok(_) => {}
                Err(RecvError::Lagged(_)) => self.behind = true,
                Err(RecvError::Closed) => return None,
            }
        }
        // What follows closely is told with it.
        let _ = tokio::time::timeout(TOGETHER, async { while self.changes.recv().await.is_ok() {} }).await;
        Some(())
    }
}
