//! Listening: open the stream, keep what it says, catch up by REST, then go on live; and again when it breaks.

use super::Settings;
use super::cursor::Cursor;
use super::event::Event;
use super::rest::{Failed, Poll, poll};
use super::socket::Socket;
use crate::http::Client;
use domain::mention::Arrival;
use domain::source::{Delivery, Outcome};
use futures_util::FutureExt;
use jiff::Timestamp;
use std::collections::VecDeque;
use std::time::Duration;
use tokio::sync::mpsc::Sender;

/// What is heard.
#[derive(Clone, Debug)]
pub enum StreamEvent {
    /// The stream is open and what was missed is delivered.
    Open,
    /// Posts and deletions, with the cursor to save beside them.
    Delivery {
        /// What came.
        delivery: Delivery,
        /// How it came.
        arrival: Arrival,
    },
    /// The stream broke, or did not open.
    Lost {
        /// How.
        outcome: Outcome,
        /// In plain words.
        detail: String,
        /// When it is tried again; `None` when the listening ends with this.
        retry_in: Option<Duration>,
    },
}

/// How to listen.
#[derive(Clone, Copy, Debug)]
pub struct StreamOptions {
    /// Of the randomness of the waits.
    pub seed: u64,
    /// Silence after which the stream is taken for dead.
    pub idle: Duration,
    /// The first wait after a failure; doubled each time, up to 15 minutes.
    pub wait: Duration,
}

impl StreamOptions {
    /// What servers of this kind expect.
    pub fn new(seed: u64) -> Self {
        // Together less than twice the heartbeat.
        Self { seed, idle: HEARTBEAT * 2 - Duration::from_secs(5), wait: Duration::from_secs(2) }
    }
}

/// Servers send a sign of life at least so often.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// Events kept while the catch-up goes on, and their bytes; then the stream waits.
const KEPT: usize = 2000;
const KEPT_BYTES: usize = 8 << 20;

/// Live events put into one delivery when they come at once, and their bytes.
const AT_ONCE: usize = 200;
const AT_ONCE_BYTES: usize = 1 << 20;

/// Failures in a row after which the stream is left to itself: the server may still answer when it is asked.
const GIVES_UP: u32 = 5;

/// Listens until the receiver is gone, or the server does not let us in, has no stream, or fails again and again. The channel's
/// bound is the only store: while the receiver is slow, nothing is read.
pub async fn stream(
    client: &Client,
    settings: &Settings,
    cursor: Option<&str>,
    now: impl Fn() -> Timestamp + Send + Sync,
    options: StreamOptions,
    sender: Sender<StreamEvent>,
) -> Outcome {
    let mut listener = Listener { client, settings, now, options, sender, cursor: Cursor::parse(cursor), failures: 0 };
    loop {
        let Err(stop) = listener.listen().await else { return Outcome::Ok };
        let Stop::Failed(failed) = stop else { return Outcome::Ok };
        listener.failures += 1;
        let ends = match failed.outcome {
            Outcome::Auth | Outcome::Blocked | Outcome::Gone => true,
            // Whoever is told to wait must not come by another door.
            Outcome::RateLimited => false,
            _ => listener.failures >= GIVES_UP,
        };
        let wait = failed.wait.unwrap_or_else(|| back_off(options, listener.failures));
        let lost =
            StreamEvent::Lost { outcome: failed.outcome, detail: failed.detail, retry_in: (!ends).then_some(wait) };
        if listener.sender.send(lost).await.is_err() {
            return Outcome::Ok;
        }
        if ends {
            return failed.outcome;
        }
        // Waits, but not for a receiver that is gone.
        if tokio::time::timeout(wait, listener.sender.closed()).await.is_ok() {
            return Outcome::Ok;
        }
    }
}

/// Between half and the whole of the doubled wait, by the seed.
fn back_off(options: StreamOptions, failures: u32) -> Duration {
    let longest =
        options.wait.saturating_mul(2u32.saturating_pow(failures.min(16) - 1)).min(Duration::from_secs(15 * 60));
    let mut x = options.seed.wrapping_add(u64::from(failures).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    let share = ((x ^ (x >> 31)) % 1000) as u32;
    longest / 2 + longest * share / 2000
}

enum Stop {
    Failed(Failed),
    Unheard,
}

impl From<Failed> for Stop {
    fn from(failed: Failed) -> Self {
        Self::Failed(failed)
    }
}

struct Listener<'a, N> {
    client: &'a Client,
    settings: &'a Settings,
    now: N,
    options: StreamOptions,
    sender: Sender<StreamEvent>,
    cursor: Cursor,
    failures: u32,
}

impl<N: Fn() -> Timestamp + Send + Sync> Listener<'_, N> {
    /// One connection, from its opening to its end.
    async fn listen(&mut self) -> Result<(), Stop> {
        let mut socket = Socket::open(self.client, self.settings, (self.now)()).await?;
        let mut kept = VecDeque::new();
        self.catch_up(&mut socket, &mut kept).await?;
        self.send(StreamEvent::Open).await?;
        loop {
            let mut events: Vec<Event> = kept.drain(..).collect();
            let mut bytes: usize = events.iter().map(Event::size).sum();
            while events.len() < AT_ONCE
                && bytes < AT_ONCE_BYTES
                && let Some(next) = socket.next(self.settings.host(), (self.now)()).now_or_never()
            {
                match next {
                    Ok(Some(event)) => {
                        bytes += event.size();
                        events.push(event);
                    }
                    end => {
                        self.deliver(events).await?;
                        return Err(ended(end, self.settings.host()));
                    }
                }
            }
            if events.is_empty() {
                events.push(next(&mut socket, self.settings.host(), (self.now)(), self.options.idle).await?);
                self.failures = 0;
            }
            self.deliver(events).await?;
        }
    }

    /// Asks for what was missed while the stream is already open; what it says meanwhile is kept.
    async fn catch_up(&mut self, socket: &mut Socket, kept: &mut VecDeque<Event>) -> Result<(), Stop> {
        let mut bytes = 0;
        loop {
            let cursor = self.cursor.json();
            let now = (self.now)();
            let (client, settings, host) = (self.client, self.settings, self.settings.host());
            let mut asking = std::pin::pin!(poll(client, settings, cursor.as_deref(), now));
            let asked = loop {
                if kept.len() >= KEPT || bytes >= KEPT_BYTES {
                    break asking.await;
                }
                tokio::select! {
                    asked = &mut asking => break asked,
                    event = next(socket, host, (self.now)(), self.options.idle) => {
                        let event = event?;
                        bytes += event.size();
                        kept.push_back(event);
                    }
                }
            };
            let more = asked.more;
            self.take(asked).await?;
            if !more {
                return Ok(());
            }
        }
    }

    async fn take(&mut self, asked: Poll) -> Result<(), Stop> {
        let arrival = if asked.first { Arrival::History } else { Arrival::Late };
        self.cursor = Cursor::parse(asked.delivery.cursor.as_deref());
        self.send(StreamEvent::Delivery { delivery: asked.delivery, arrival }).await?;
        if asked.outcome.is_heard() {
            return Ok(());
        }
        Err(Stop::Failed(Failed {
            outcome: asked.outcome,
            detail: asked.detail.unwrap_or_default(),
            wait: Some(asked.next_in),
        }))
    }

    /// Puts events into one delivery.
    async fn deliver(&mut self, events: Vec<Event>) -> Result<(), Stop> {
        let mut delivery = Delivery::default();
        for event in events {
            match event {
                Event::Status(status) => {
                    self.cursor.see(&status.id);
                    delivery.posts.extend(status.post.map(|post| *post));
                }
                Event::Deleted(id) => delivery.deleted.push(id),
                Event::Broken(broken) => delivery.quarantined.push(broken),
                Event::Nothing => {}
            }
        }
        if delivery == Delivery::default() {
            return Ok(());
        }
        self.cursor.heard_at = Some((self.now)());
        delivery.cursor = self.cursor.json();
        self.send(StreamEvent::Delivery { delivery, arrival: Arrival::Live }).await
    }

    async fn send(&self, event: StreamEvent) -> Result<(), Stop> {
        self.sender.send(event).await.map_err(|_| Stop::Unheard)
    }
}

async fn next(socket: &mut Socket, host: &str, now: Timestamp, idle: Duration) -> Result<Event, Stop> {
    match tokio::time::timeout(idle, socket.next(host, now)).await {
        Ok(Ok(Some(event))) => Ok(event),
        Ok(end) => Err(ended(end, host)),
        Err(_) => Err(Stop::Failed(Failed {
            outcome: Outcome::Network,
            detail: format!("the stream of {host} fell silent"),
            wait: None,
        })),
    }
}

fn ended(end: Result<Option<Event>, Failed>, host: &str) -> Stop {
    Stop::Failed(end.err().unwrap_or_else(|| Failed {
        outcome: Outcome::Network,
        detail: format!("{host} closed the stream"),
        wait: None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stalled_stream_is_opened_again_within_two_heartbeats() {
        for seed in 0..50 {
            let options = StreamOptions::new(seed);
            assert!(options.idle > HEARTBEAT && options.idle + back_off(options, 1) <= HEARTBEAT * 2, "{options:?}");
        }
    }
}
