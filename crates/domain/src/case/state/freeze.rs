//! Marketing as it is held.

use super::State;
use crate::case::event::{FreezeEvent, HoldOutcome, Left, Thaw};
use crate::id::{AccountId, ScheduledId};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

/// What is later than this does not go out by itself.
const LATE: SignedDuration = SignedDuration::from_mins(15);

/// A freeze.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lease {
    /// What it holds.
    pub accounts: Vec<AccountId>,
    /// Kinds that still go out.
    pub allow: Vec<String>,
    /// Channels that are mapped to nobody.
    pub unmapped: u32,
    /// Since when.
    pub since: Timestamp,
    /// When every post was accounted for.
    pub confirmed: Option<Timestamp>,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// Whether it ended because it was a mistake.
    pub undone: bool,
}

/// A scheduled post that a freeze met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Queued {
    /// Under which lease.
    pub fence: u32,
    /// Of which account.
    pub account: AccountId,
    /// What came of it.
    pub outcome: HoldOutcome,
    /// Whether it clashes with the case.
    pub clashes: bool,
    /// What was decided.
    pub thaw: Option<Thaw>,
}

impl Queued {
    /// When it would have gone out, if it is held.
    pub fn held_due(&self) -> Option<Timestamp> {
        match self.outcome {
            HoldOutcome::Held { due } => Some(due),
            _ => None,
        }
    }

    /// When it is to go out, as decided.
    pub fn goes_out(&self) -> Option<Timestamp> {
        match self.thaw? {
            Thaw::Reschedule(at) => Some(at),
            Thaw::AsItWas => self.held_due(),
            Thaw::Rewrite | Thaw::Withdraw => None,
        }
    }
}

impl State {
    pub(super) fn apply_freeze(&mut self, event: &FreezeEvent, at: Timestamp) {
        match event {
            FreezeEvent::Begun { fence, accounts, allow, unmapped, .. } => {
                let (accounts, allow, unmapped) = (accounts.clone(), allow.clone(), *unmapped);
                let lease = Lease { accounts, allow, unmapped, since: at, confirmed: None, ended: None, undone: false };
                // What was let go and is not out yet is held again: its hour was chosen for another day.
                for queued in self.queue.values_mut() {
                    if accounts_hold(&lease, queued) && queued.goes_out().is_some_and(|due| due > at) {
                        queued.thaw = None;
                    }
                }
                self.leases.insert(*fence, lease);
            }
            FreezeEvent::Outcome { fence, post, account, outcome } => {
                let (fence, account, outcome) = (*fence, *account, *outcome);
                let before = self.queue.get(post);
                let clashes = before.is_some_and(|before| before.clashes);
                // What was decided of a held post stays decided while it is held.
                let thaw =
                    before.filter(|_| matches!(outcome, HoldOutcome::Held { .. })).and_then(|before| before.thaw);
                self.queue.insert(*post, Queued { fence, account, outcome, clashes, thaw });
            }
            FreezeEvent::Confirmed { fence, .. } => self.change_lease(*fence, |lease| lease.confirmed = Some(at)),
            FreezeEvent::Clashes { post, .. } => self.change_queued(*post, |queued| queued.clashes = true),
            FreezeEvent::Thawed { post, thaw } => self.change_queued(*post, |queued| queued.thaw = Some(*thaw)),
            FreezeEvent::Lifted { fence } => self.change_lease(*fence, |lease| lease.ended = Some(at)),
            FreezeEvent::Undone { fence } => {
                self.change_lease(*fence, |lease| (lease.ended, lease.undone) = (Some(at), true));
            }
        }
    }

    fn change_lease(&mut self, fence: u32, change: impl FnOnce(&mut Lease)) {
        if let Some(lease) = self.leases.get_mut(&fence) {
            change(lease);
        }
    }

    fn change_queued(&mut self, post: ScheduledId, change: impl FnOnce(&mut Queued)) {
        if let Some(queued) = self.queue.get_mut(&post) {
            change(queued);
        }
    }

    /// The freeze that holds now.
    pub fn lease(&self) -> Option<(u32, &Lease)> {
        let (fence, last) = self.leases.last_key_value()?;
        last.ended.is_none().then_some((*fence, last))
    }

    /// Asked at the send point, for each post, at the very moment it is to go out: whether it may.
    ///
    /// `due` is when it was to go out; `fence` is the number of the last freeze the sender knew of: who missed one may not send. What is late by more
    /// than a quarter of an hour does not go out by itself: after a freeze, or after the server was down, somebody looks first.
    pub fn may_publish(
        &self,
        post: ScheduledId,
        account: AccountId,
        due: Timestamp,
        fence: u32,
        now: Timestamp,
    ) -> bool {
        if self.leases.last_key_value().is_some_and(|(last, _)| fence < *last) {
            return false;
        }
        let free = self.lease().is_none_or(|(_, lease)| !lease.accounts.contains(&account));
        let timely = |due: Timestamp| due <= now && due.duration_until(now) <= LATE;
        match self.queue.get(&post).map(|queued| (queued.outcome, queued)) {
            // Left alone by the freeze that holds; what an earlier one left alone, a later one may not.
            Some((HoldOutcome::Left(Left::Allowed | Left::Foreign | Left::Unmapped), queued)) => {
                (free || self.lease().is_some_and(|(last, _)| queued.fence == last)) && timely(due)
            }
            // Out already: a second time is once too often.
            Some((HoldOutcome::Gone, _)) => false,
            Some((HoldOutcome::Held { .. }, queued)) => free && queued.goes_out().is_some_and(timely),
            Some((HoldOutcome::Failed { .. }, _)) | None => free && timely(due),
        }
    }
}

fn accounts_hold(lease: &Lease, queued: &Queued) -> bool {
    lease.accounts.contains(&queued.account)
}
