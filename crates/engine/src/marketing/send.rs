//! Our own queue: each post taken, tried, and what came of it kept. At least once by a stable key; what nobody knows is looked for first.

use super::Marketing;
use crate::EngineError;
use domain::id::ScheduledId;
use domain::marketing::State;
use domain::publish::{Looked, Publication, Sending, Visibility};
use jiff::{SignedDuration, Timestamp};
use store::{Came, ScheduledRow};

/// Posts taken in one go.
const TAKEN: i64 = 32;
/// The wait after the first failure; each further one waits twice as long, up to the last.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(20);
/// See [`FIRST_WAIT`].
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(10);
/// A post taken so long ago is nobody's any more: a try ends within two minutes.
const CUT_SHORT: SignedDuration = SignedDuration::from_mins(4);
/// A process that stood still for so long between taking a post and sending it sends nothing: a freeze may have been confirmed meanwhile.
const FRESH: SignedDuration = SignedDuration::from_secs(30);
/// Before a post of which nobody knows is looked for.
const SETTLES: SignedDuration = SignedDuration::from_mins(2);
/// The longest between two looks.
const LONGEST_LOOK: SignedDuration = SignedDuration::from_hours(1);

impl Marketing {
    /// Sends what is due and may go out. Answers how many went.
    ///
    /// # Errors
    /// The store's; what was taken then is found by [`Marketing::resume`].
    pub async fn send_due(&self) -> Result<usize, EngineError> {
        let mut sent = 0;
        for id in self.world.store.due_scheduled(self.world.clock.now(), TAKEN).await? {
            sent += usize::from(self.send(id).await? == Some(State::Sent));
        }
        Ok(sent)
    }

    /// Tries one post once, where it may go out at this moment; answers what became of it.
    ///
    /// # Errors
    /// As [`Marketing::send_due`].
    pub async fn send(&self, id: ScheduledId) -> Result<Option<State>, EngineError> {
        let Some(row) = self.world.store.take_scheduled(id, self.world.clock.now()).await? else { return Ok(None) };
        #[cfg(feature = "crashpoints")]
        crate::crashpoint::reach("publish", "taken");
        let now = self.world.clock.now();
        let sending = match row.tried_at.is_some_and(|taken| taken.duration_until(now) < FRESH) {
            true => self.publish(row.organisation, row.account, &publication(&row)).await?,
            false => Sending::Later { why: "this machine stood still".to_owned(), after: SignedDuration::ZERO },
        };
        #[cfg(feature = "crashpoints")]
        crate::crashpoint::reach("publish", "sent");
        Ok(Some(self.settle(&row, sending).await?))
    }

    async fn settle(&self, row: &ScheduledRow, sending: Sending) -> Result<State, EngineError> {
        let now = self.world.clock.now();
        let after = |wait: SignedDuration| now.saturating_add(wait).unwrap_or(Timestamp::MAX);
        let came = match sending {
            Sending::Sent { receipt } => Came::Sent(receipt),
            Sending::Refused { why, .. } => Came::Refused(why),
            Sending::Later { why, after: told } => Came::Later(why, after(told.max(wait(row.tries)))),
            Sending::Unknown { why } => Came::Unknown(why, after(SETTLES)),
        };
        Ok(self.world.store.settle_scheduled(row.id, row.tries, came, now).await?)
    }

    /// What was being sent when its process ended may be out or not. Answers how many those were.
    ///
    /// # Errors
    /// The store's.
    pub async fn resume(&self) -> Result<usize, EngineError> {
        let before = self.world.clock.now().checked_sub(CUT_SHORT).unwrap_or(Timestamp::MIN);
        let rows = self.world.store.scheduled_cut_short(before).await?;
        for row in &rows {
            self.settle(row, Sending::Unknown { why: "Vigie was stopped while it was sent".to_owned() }).await?;
        }
        Ok(rows.len())
    }

    /// Looks for posts of which nobody knows. What is there has its receipt; what is not waits again, or is held where a case holds its account or its time is
    /// past; what cannot be told stays so, and is looked for again.
    ///
    /// # Errors
    /// The store's.
    pub async fn look_for_unknown(&self) -> Result<(), EngineError> {
        let now = self.world.clock.now();
        for row in self.world.store.scheduled_unknown(now, TAKEN).await? {
            let tried = row.tried_at.unwrap_or(row.due);
            let came = match self.look(row.organisation, row.account, &publication(&row), tried).await? {
                Looked::Found { receipt } => Came::Sent(receipt),
                Looked::NotThere => Came::Later("it was looked for, and is not there".to_owned(), now),
                Looked::CannotTell { why } => {
                    let wait = tried.duration_until(now).clamp(SETTLES, LONGEST_LOOK);
                    Came::Unknown(why, now.saturating_add(wait).unwrap_or(Timestamp::MAX))
                }
            };
            self.world.store.settle_scheduled(row.id, row.tries, came, now).await?;
        }
        Ok(())
    }
}

/// A post of our queue as it is published.
fn publication(row: &ScheduledRow) -> Publication {
    Publication {
        key: row.key.clone(),
        text: row.text.clone(),
        language: row.language.clone(),
        visibility: Visibility::Public,
        answers: None,
    }
}

fn wait(tries: i64) -> SignedDuration {
    let doubled = 1_i32 << u32::try_from(tries - 1).unwrap_or_default().min(10);
    FIRST_WAIT.saturating_mul(doubled).min(LONGEST_WAIT)
}
