//! The queues of the accounts' own servers: listed, laid beside what is kept, and told what is held and what is let go; then listed again.

use super::Marketing;
use super::account::opened;
use crate::EngineError;
use connect::publish;
use domain::id::AccountId;
use domain::marketing::State;
use domain::publish::{Failed, Moved, Tool, Waiting};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use store::{AccountRow, ScheduledFilter, ScheduledRow};

/// How often a server's queue is listed while nothing is to be done there: what is scheduled in other apps is seen so.
const EACH: SignedDuration = SignedDuration::from_secs(60);
/// Before the next try of a move that failed.
const AGAIN: SignedDuration = SignedDuration::from_secs(10);
/// Failures of a server one after the other before the rest waits for the next sweep.
const PATIENCE: u32 = 3;
/// How far back a queue is listed at most, and how long before the earliest post that is still held.
const BACK: (SignedDuration, SignedDuration) = (SignedDuration::from_hours(400 * 24), SignedDuration::from_hours(24));
/// Posts looked at to find accounts where something is to be done.
const MOST: i64 = 2_000;

impl Marketing {
    /// Sweeps the accounts where something is to be done, and each other one once a minute; `swept` says when each was last.
    ///
    /// # Errors
    /// The store's. A server that does not answer is no error: its account says so.
    pub async fn sweep_when_due(&self, swept: &mut BTreeMap<AccountId, Timestamp>) -> Result<(), EngineError> {
        let accounts = self.world.store.all_accounts().await?;
        let (mut hooks, servers): (Vec<_>, Vec<_>) =
            accounts.into_iter().partition(|account| account.kind == Tool::Webhook.code());
        // What was let go is told all the same that it may go on.
        hooks.extend(self.world.store.leaving_accounts().await?);
        let mut told: BTreeMap<AccountId, Timestamp> =
            hooks.iter().filter_map(|hook| Some((hook.id, *swept.get(&hook.id)?))).collect();
        // Neither waits for the other: a hook that takes its time must not keep a queue from being held.
        let (hooked, listed) = tokio::join!(self.tell_campaigns(&hooks, &mut told), self.sweep_servers(servers, swept));
        swept.extend(told);
        hooked.and(listed)
    }

    async fn sweep_servers(
        &self,
        accounts: Vec<AccountRow>,
        swept: &mut BTreeMap<AccountId, Timestamp>,
    ) -> Result<(), EngineError> {
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
        // What one key opens is listed at once.
        let mut keys: Vec<Vec<AccountRow>> = Vec::new();
        for account in accounts {
            let same = |key: &&mut Vec<AccountRow>| key.first().is_some_and(|first| is_one_key(first, &account));
            match keys.iter_mut().find(same) {
                Some(key) => key.push(account),
                None => keys.push(vec![account]),
            }
        }
        for key in keys {
            let now = self.world.clock.now();
            let due = |account: &AccountRow| {
                let wait = if hasty.contains(&account.id) { AGAIN / 2 } else { EACH };
                swept.get(&account.id).is_none_or(|last| last.duration_until(now) >= wait)
            };
            if key.iter().any(due) {
                swept.extend(key.iter().map(|account| (account.id, now)));
                self.sweep(&key).await?;
            }
        }
        Ok(())
    }

    /// Lists the queues of the accounts that one key opens, tells their server what is to be told, and lists them again where something was. Answers whether
    /// all was as it is to be.
    ///
    /// # Errors
    /// The store's.
    pub async fn sweep(&self, rows: &[AccountRow]) -> Result<bool, EngineError> {
        let Some(first) = rows.first() else { return Ok(true) };
        let Ok(account) = opened(first) else { return Ok(false) };
        let channels: Vec<&str> = rows.iter().map(|row| row.native.as_str()).collect();
        for again in [false, true] {
            let now = self.world.clock.now();
            let from = self.since(&account, rows).await?;
            let queues = match self.outbound.queues(&account, &channels, from, now).await {
                Ok(queues) => queues,
                Err(Failed { why, .. }) => {
                    for row in rows {
                        self.world.store.account_checked(row.organisation, row.id, Some(&why.kept()), now).await?;
                    }
                    return Ok(false);
                }
            };
            let (mut moves, mut whole) = (Vec::new(), true);
            for (row, queue) in rows.iter().zip(queues) {
                match self.see(row, queue, (from, now)).await? {
                    Some(seen) => moves.extend(seen),
                    None => whole = false,
                }
            }
            if moves.is_empty() || again {
                return Ok(whole && moves.is_empty());
            }
            moves.sort_by_key(|post| (post.due, post.id));
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

    /// Lays the queue of one account beside what is kept. Answers what its server is to be told; `None` where the queue is not known.
    async fn see(
        &self,
        row: &AccountRow,
        queue: Result<Vec<Waiting>, Failed>,
        (from, now): (Timestamp, Timestamp),
    ) -> Result<Option<Vec<ScheduledRow>>, EngineError> {
        let queue = match queue {
            Ok(queue) => queue,
            Err(Failed { why, .. }) => {
                self.world.store.account_checked(row.organisation, row.id, Some(&why.kept()), now).await?;
                return Ok(None);
            }
        };
        if row.problem.is_some() {
            self.world.store.account_checked(row.organisation, row.id, None, now).await?;
        }
        match self.world.store.see_queue(row.organisation, row.id, &queue, from, now).await {
            // It was let go meanwhile.
            Err(store::Error::NotFound) => Ok(None),
            moves => Ok(Some(moves?)),
        }
    }

    /// Since when the queue of a tool that lists by dates is to be listed, for nothing of it to be lost sight of.
    async fn since(&self, account: &publish::Account, rows: &[AccountRow]) -> Result<Timestamp, EngineError> {
        if account.tool().publishes() {
            return Ok(Timestamp::MIN);
        }
        let now = self.world.clock.now();
        let mut earliest = now;
        for row in rows {
            let since = self.world.store.waits_since(row.organisation, row.id).await;
            // It was let go meanwhile.
            earliest = earliest.min(since.ok().flatten().unwrap_or(now));
        }
        let before = |at: Timestamp, by: SignedDuration| at.checked_sub(by).unwrap_or(Timestamp::MIN);
        Ok(before(earliest, BACK.1).max(before(now, BACK.0)))
    }

    /// Tells a server to hold one post, or to send it at its time; whether it answered, be it no.
    async fn tell(&self, account: &publish::Account, post: &ScheduledRow) -> Result<bool, EngineError> {
        let (Some(native), now) = (&post.native, self.world.clock.now()) else { return Ok(true) };
        let goes = post.state == State::Queued;
        let moved = match goes {
            true => self.outbound.let_go(account, native, post.due, now).await,
            false => self.outbound.hold(account, native, post.due, now).await,
        };
        match moved {
            Moved::Done { at } => {
                self.world.store.queue_moved(post.organisation, post.id, Ok(at), self.world.clock.now()).await?;
                Ok(true)
            }
            // The next listing says so.
            Moved::Gone => Ok(true),
            Moved::Failed(Failed { why, after }) => {
                // What does not go out of a draft so, somebody decides on again.
                let helps = !goes || account.tool().publishes() || after.is_some();
                let next = now.saturating_add(after.unwrap_or(AGAIN)).unwrap_or(Timestamp::MAX);
                let failed = Err((why.plain, helps.then_some(next)));
                self.world.store.queue_moved(post.organisation, post.id, failed, now).await?;
                Ok(after.is_none())
            }
        }
    }
}

/// Whether two accounts are channels of one key.
fn is_one_key(one: &AccountRow, other: &AccountRow) -> bool {
    !one.publishes() && one.kind == other.kind && one.server == other.server && one.token == other.token
}
