//! Looks into a mailbox, again and again. What came goes into conversations first and the cursor last: a mail that is read twice is known.

use super::{Ended, Listening};
use crate::complaint;
use crate::ingest::Manner;
use connect::inbound::mailbox::{Settings, visit};
use domain::source::{Delivery, Source};
use jiff::{SignedDuration, Timestamp};

/// Visits until ended.
pub(super) async fn listen(listening: &Listening, source: Source) {
    let settings = match Settings::parse(&source.settings) {
        Ok(settings) => settings,
        Err(wrong) => return listening.refuse(&source, wrong).await,
    };
    loop {
        match once(listening, &source, &settings).await {
            Ok(next) => listening.world.clock.sleep_until(next).await,
            Err(error) => {
                tracing::error!(source.id = %source.id, %error, "what the mailbox brought was not stored; it is read again");
                let soon = listening.world.clock.now().saturating_add(SignedDuration::from_secs(5));
                listening.world.clock.sleep_until(soon.unwrap_or(Timestamp::MAX)).await;
            }
        }
    }
}

async fn once(listening: &Listening, source: &Source, settings: &Settings) -> Result<Timestamp, crate::EngineError> {
    let cursor = listening.world.store.cursor(source.id).await?;
    let now = listening.world.clock.now();
    let visit = visit(&listening.client, settings, cursor.as_deref(), now).await;
    let rest = complaint::receive(&listening.waking, &listening.ingest, source, settings, visit.mails).await?;
    let heard = rest.taken > 0;
    let quarantined = visit.quarantined.into_iter().chain(rest.aside).collect();
    let delivery = Delivery { posts: rest.posts, quarantined, cursor: Some(visit.cursor), ..Delivery::default() };
    let ended = Ended { outcome: visit.outcome, detail: visit.detail, next_in: visit.next_in, heard };
    Ok(listening.take(source, delivery, Manner::Live, ended).await)
}
