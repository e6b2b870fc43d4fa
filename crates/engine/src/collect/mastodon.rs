//! Listens to a Mastodon-API server: the stream where it is wanted and let in, else visits.

use super::{Ended, Listening};
use crate::ingest::Manner;
use connect::inbound::mastodon::{Settings, StreamEvent, StreamOptions, poll, stream};
use domain::mention::Arrival;
use domain::source::{Outcome, Source};
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;
use store::Try;
use tokio::sync::mpsc;

/// Deliveries between the stream and the store; while they wait, nothing more is read from the stream.
const WAITING: usize = 4;

/// How long a stream that was refused, or failed again and again, is left alone.
const STREAM_AGAIN: SignedDuration = SignedDuration::from_hours(1);

/// Listens until ended.
pub(super) async fn listen(listening: &Listening, source: Source) {
    let settings = match Settings::parse(&source.settings) {
        Ok(settings) => settings,
        Err(wrong) => return listening.refuse(&source, wrong).await,
    };
    if !settings.streaming {
        return by_visits(listening, &source, &settings, None).await;
    }
    loop {
        // Servers that refuse the stream, or have none, may still answer when asked, and may let us in later.
        let why = by_stream(listening, &source, &settings).await;
        by_visits(listening, &source, &settings, Some(why)).await;
    }
}

/// Visits for ever; where the stream was refused, for an hour, and says so as long.
async fn by_visits(listening: &Listening, source: &Source, settings: &Settings, refused: Option<String>) {
    let began = listening.world.clock.now();
    loop {
        let Ok(cursor) = listening.world.store.cursor(source.id).await else {
            let soon =
                listening.world.clock.now().saturating_add(SignedDuration::from_secs(5)).unwrap_or(Timestamp::MAX);
            listening.world.clock.sleep_until(soon).await;
            continue;
        };
        let now = listening.world.clock.now();
        let visit = poll(&listening.client, settings, cursor.as_deref(), now).await;
        let manner = if visit.first { Manner::FirstPoll } else { Manner::Live };
        let next_in = if visit.more { Duration::ZERO } else { visit.next_in };
        let detail = visit.detail.or_else(|| refused.as_ref().map(|why| format!("{why}; it is visited instead")));
        let next = listening
            .take(source, visit.delivery, manner, Ended { outcome: visit.outcome, detail, next_in, heard: false })
            .await;
        listening.world.clock.sleep_until(next).await;
        if refused.is_some() && listening.world.clock.now().duration_since(began) >= STREAM_AGAIN {
            return;
        }
    }
}

/// Listens to the stream until it is refused or fails again and again; why.
async fn by_stream(listening: &Listening, source: &Source, settings: &Settings) -> String {
    loop {
        if let Ok(cursor) = listening.world.store.cursor(source.id).await {
            let (sender, mut receiver) = mpsc::channel(WAITING);
            let clock = listening.world.clock.clone();
            let options = StreamOptions::new(source.id.0.unsigned_abs());
            let heard = stream(&listening.client, settings, cursor.as_deref(), move || clock.now(), options, sender);
            let mut why = String::new();
            let taken = async {
                while let Some(event) = receiver.recv().await {
                    if let StreamEvent::Lost { detail, .. } = &event {
                        why.clone_from(detail);
                    }
                    if !take(listening, source, event).await {
                        break;
                    }
                }
                // What is still in the channel is let go with it: the cursor stands before it, and the stream begins again there.
                drop(receiver);
            };
            let (outcome, ()) = tokio::join!(heard, taken);
            if outcome != Outcome::Ok {
                return why;
            }
        }
        let soon = listening.world.clock.now().saturating_add(SignedDuration::from_secs(2)).unwrap_or(Timestamp::MAX);
        listening.world.clock.sleep_until(soon).await;
    }
}

/// Takes one event of the stream; whether the store took it.
async fn take(listening: &Listening, source: &Source, event: StreamEvent) -> bool {
    let at = listening.world.clock.now();
    match event {
        StreamEvent::Open => {
            listening
                .note(source, Try { at, outcome: Outcome::Ok, detail: None, next_at: None, heard_post_at: None })
                .await;
            true
        }
        StreamEvent::Lost { outcome, detail, retry_in } => {
            let wait = retry_in.and_then(|wait| SignedDuration::try_from(wait).ok());
            let next_at = wait.and_then(|wait| at.saturating_add(wait).ok());
            listening.note(source, Try { at, outcome, detail: Some(detail), next_at, heard_post_at: None }).await;
            true
        }
        StreamEvent::Delivery { delivery, arrival } => {
            let manner = if arrival == Arrival::History { Manner::FirstPoll } else { Manner::Live };
            let heard = (!delivery.posts.is_empty()).then_some(at);
            if let Err(error) = listening.ingest.accept(source, delivery, manner).await {
                tracing::error!(source.id = %source.id, %error, "what the stream brought was not stored; it is read again");
                return false;
            }
            if heard.is_some() {
                let tried = Try { at, outcome: Outcome::Ok, detail: None, next_at: None, heard_post_at: heard };
                listening.note(source, tried).await;
            }
            true
        }
    }
}
