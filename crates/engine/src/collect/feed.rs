//! Visits a feed, again and again.

use super::{Ended, Listening};
use crate::ingest::Manner;
use connect::inbound::feed::{Settings, poll};
use domain::source::{Outcome, Source};
use jiff::{SignedDuration, Timestamp};

/// Visits until ended.
pub(super) async fn listen(listening: &Listening, source: Source) {
    let settings = match Settings::parse(&source.settings) {
        Ok(settings) => settings,
        Err(wrong) => return listening.refuse(&source, wrong.to_string()).await,
    };
    loop {
        let cursor = match listening.world.store.cursor(source.id).await {
            Ok(cursor) => cursor,
            Err(error) => {
                // Not as if it were the first visit: what that brings wakes nobody.
                tracing::error!(source.id = %source.id, %error, "where the source stood could not be read; it is tried again");
                let soon =
                    listening.world.clock.now().saturating_add(SignedDuration::from_secs(5)).unwrap_or(Timestamp::MAX);
                listening.world.clock.sleep_until(soon).await;
                continue;
            }
        };
        let now = listening.world.clock.now();
        let visit = poll(&listening.client, &settings, cursor.as_deref(), now).await;
        let manner = if visit.first { Manner::FirstPoll } else { Manner::Live };
        // A refusal may pass, and is asked about at long intervals; what is gone for good is not.
        let stops = visit.outcome == Outcome::Gone;
        let ended = Ended { outcome: visit.outcome, detail: visit.detail, next_in: visit.next_in, heard: false };
        let next = listening.take(&source, visit.delivery, manner, ended).await;
        if let Some(url) = visit.moved_to
            && moved(listening, &source, &url).await
        {
            // The supervisor sees the new address and starts anew.
            return std::future::pending().await;
        }
        if stops {
            // Asking on would only be noise: a person must act. The supervisor starts anew when the settings change.
            return std::future::pending().await;
        }
        listening.world.clock.sleep_until(next).await;
    }
}

/// Keeps the new address, unless somebody changed the source meanwhile; whether it is kept.
async fn moved(listening: &Listening, source: &Source, url: &str) -> bool {
    let mut settings: serde_json::Value = serde_json::from_str(&source.settings).unwrap_or_default();
    settings["url"] = url.into();
    let store = &listening.world.store;
    let kept = match store.all_sources().await {
        Ok(sources) if sources.contains(source) => {
            store.update_source(&Source { settings: settings.to_string(), ..source.clone() }).await
        }
        Ok(_) => Ok(()),
        Err(error) => Err(error),
    };
    if let Err(error) = &kept {
        tracing::error!(source.id = %source.id, %error, "the feed's new address could not be kept; the old one is asked again");
    }
    kept.is_ok()
}
