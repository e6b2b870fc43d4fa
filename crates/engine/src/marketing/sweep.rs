//! The queues of the accounts' own servers: listed, laid beside what is kept, and told what is held and what is let go; then listed again.

use super::Marketing;
use super::account::opened;
use crate::EngineError;
use connect::publish::{LEAD, mastodon};
use domain::id::AccountId;
use domain::marketing::State;
use domain::publish::{Failed, Moved};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use store::{AccountRow, ScheduledFilter, ScheduledRow};

/// How often a server's queue is listed while nothing is to be done there: what is scheduled in other apps is seen so.
const EACH: SignedDuration = SignedDuration::from_secs(60);
/// Before the next try of a move that failed.
const AGAIN: SignedDuration = SignedDuration::from_secs(10);
/// Failures of a server one after the other before the rest waits for the next sweep.
const PATIENCE: u32 = 3;
/// Posts looked at to find accounts where something is to be done.
const MOST: i64 = 2_000;

impl Marketing {
    /// Sweeps the accounts where something is to be done, and each other one once a minute; `swept` says when each was last.
    ///
    /// # Errors
    /// The store's. A server that does not answer is no error: its account says so.
    pub async fn sweep_when_due(&self, swept: &mut BTreeMap<AccountId, Timestamp>) -> Result<(), EngineError> {
        let accounts = self.world.store.all_accounts().await?;
        let mut hasty: BTreeSet<AccountId> = BTreeSet::new();
        let organisations: BTreeSet<_> = accounts.iter().map(|account| account.organisation).collect();
        for organisation in organisations {
            let filter = ScheduledFilter { account: None, states: &[State::Holding, State::Queued] };
            let now = self.world.clock.now();
            let waiting = self.world.store.scheduled_posts(organisation, filter, None, MOST).await?;
            let to_do = |row: &&ScheduledRow| {
                row.native.is_some()
                    && row.next_at.is_none_or(|next| next <= now)
                    && (row.state == State::Holding || row.to_be_moved(now))
            };
            hasty.extend(waiting.iter().filter(to_do).map(|row| row.account));
        }
        for account in accounts {
            let now = self.world.clock.now();
            let wait = if hasty.contains(&account.id) { AGAIN / 2 } else { EACH };
            if swept.get(&account.id).is_none_or(|last| last.duration_until(now) >= wait) {
                swept.insert(account.id, now);
                self.sweep(&account).await?;
            }
        }
        Ok(())
    }

    /// Lists the queue of an account's server, tells it what is to be told, and lists it again where something was. Answers whether all was as it is to be.
    ///
    /// # Errors
    /// The store's.
    pub async fn sweep(&self, row: &AccountRow) -> Result<bool, EngineError> {
        let Ok(account) = opened(row) else { return Ok(false) };
        for again in [false, true] {
            let now = self.world.clock.now();
            let queue = match self.outbound.queue(&account, now).await {
                Ok(queue) => queue,
                Err(Failed { why, .. }) => {
                    self.world.store.account_checked(row.organisation, row.id, Some(&why), now).await?;
                    return Ok(false);
                }
            };
            if row.problem.is_some() {
                self.world.store.account_checked(row.organisation, row.id, None, now).await?;
            }
            let moves = match self.world.store.see_queue(row.organisation, row.id, &queue, (now, LEAD)).await {
                // It was let go meanwhile.
                Err(store::Error::NotFound) => return Ok(false),
                moves => moves?,
            };
            if moves.is_empty() {
                return Ok(true);
            }
            if again {
                return Ok(false);
            }
            let mut failures = 0;
            for post in &moves {
                failures = if self.tell(&account, post).await? { 0 } else { failures + 1 };
                if failures == PATIENCE {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// Tells a server the time of one post; whether it answered, be it no.
    async fn tell(&self, account: &connect::publish::Account, post: &ScheduledRow) -> Result<bool, EngineError> {
        let (Some(native), now) = (&post.native, self.world.clock.now()) else { return Ok(true) };
        let times: Vec<Timestamp> = match post.state {
            State::Queued => vec![post.due],
            _ => mastodon::put_off(post.due, now).collect(),
        };
        let mut last = None;
        for at in times {
            match self.outbound.reschedule(account, native, at, now).await {
                Moved::Done { at } => {
                    self.world.store.queue_moved(post.organisation, post.id, Ok(at), self.world.clock.now()).await?;
                    return Ok(true);
                }
                // The next listing says so.
                Moved::Gone => return Ok(true),
                // A day that is full, perhaps: the next one.
                Moved::Failed(failed @ Failed { after: None, .. }) => last = Some(failed),
                Moved::Failed(failed) => {
                    last = Some(failed);
                    break;
                }
            }
        }
        let Some(Failed { why, after }) = last else { return Ok(true) };
        let next = now.saturating_add(after.unwrap_or(AGAIN)).unwrap_or(Timestamp::MAX);
        self.world.store.queue_moved(post.organisation, post.id, Err((why, next)), now).await?;
        Ok(after.is_none())
    }
}
