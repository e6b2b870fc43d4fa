//! Visits a feed, again and again.

use super::{Ended, Listening};
use crate::ingest::Manner;
use connect::inbound::feed::{Settings, poll};
use domain::source::{Outcome, Source};

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
                tracing::error!(source.id = %source.id, %error, "where the source stood could not be read");
                None
            }
        };
        let now = listening.world.clock.now();
        let visit = poll(&listening.client, &settings, cursor.as_deref(), now).await;
        let manner = if visit.first { Manner::FirstPoll } else { Manner::Live };
        let stops = matches!(visit.outcome, Outcome::Auth | Outcome::Gone);
        let ended = Ended { outcome: visit.outcome, detail: visit.detail, next_in: visit.next_in };
        let next = listening.take(&source, visit.delivery, manner, ended).await;
        if let Some(url) = visit.moved_to {
            return moved(listening, source, &url).await;
        }
        if stops {
            // Asking on would only be noise: a person must act. The supervisor starts anew when the settings change.
            return std::future::pending().await;
        }
        listening.world.clock.sleep_until(next).await;
    }
}

/// Keeps the new address; the supervisor sees it and starts anew.
async fn moved(listening: &Listening, mut source: Source, url: &str) {
    let mut settings: serde_json::Value = serde_json::from_str(&source.settings).unwrap_or_default();
    settings["url"] = url.into();
    source.settings = settings.to_string();
    if let Err(error) = listening.world.store.update_source(&source).await {
        tracing::error!(source.id = %source.id, %error, "the feed's new address could not be kept");
    }
    std::future::pending().await
}
