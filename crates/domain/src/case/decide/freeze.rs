//! Marketing is held at once, accounted for post by post, and let go post by post.

use super::{Case, Command, Decided, Refusal};
use crate::case::event::{FreezeEvent, HoldOutcome, Thaw};
use crate::case::party::Key;
use crate::case::state::{Lease, Queued, next};
use crate::id::{AccountId, ScheduledId};
use jiff::SignedDuration;
use std::collections::BTreeSet;

/// Two posts of one account that were held do not go out closer to each other.
const APART: SignedDuration = SignedDuration::from_mins(10);

impl Case<'_> {
    pub(super) fn freeze(&mut self, command: &Command) -> Decided {
        match command {
            Command::Freeze { key, accounts, unmapped } => match self.state.lease() {
                // Somebody else was faster: it holds.
                Some((_, lease)) if accounts.iter().all(|account| lease.accounts.contains(account)) => Ok(()),
                _ => self.begin_freeze(key, accounts, *unmapped),
            },
            Command::Hold { fence, post, account, outcome } => self.hold(*fence, *post, *account, *outcome),
            Command::Confirm { fence, listed } => self.confirm(*fence, listed),
            Command::Clash { post, why } => {
                let queued = self.state.queue.get(post).ok_or(Refusal::NotHeld)?;
                if !queued.clashes {
                    self.emit(FreezeEvent::Clashes { post: *post, why: *why });
                }
                Ok(())
            }
            Command::Thaw { post, thaw } => self.thaw(*post, *thaw),
            Command::Lift | Command::UndoFreeze if !self.may_freeze() => Err(Refusal::Mandate),
            Command::Lift => {
                let Some((fence, _)) = self.state.lease() else { return Ok(()) };
                self.emit(FreezeEvent::Lifted { fence });
                Ok(())
            }
            Command::UndoFreeze => {
                let Some((fence, _)) = self.state.lease() else { return Ok(()) };
                self.emit(FreezeEvent::Undone { fence });
                let now = self.desk.now;
                let ahead = |queued: &Queued| queued.held_due().is_some_and(|due| due > now);
                let held = self.state.queue.iter().filter(|(_, queued)| queued.fence == fence && queued.thaw.is_none());
                let back: Vec<ScheduledId> = held.filter(|(_, queued)| ahead(queued)).map(|(post, _)| *post).collect();
                for post in back {
                    self.emit(FreezeEvent::Thawed { post, thaw: Thaw::AsItWas });
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Begins a freeze of these accounts and of all that an earlier one holds still.
    pub(super) fn begin_freeze(&mut self, key: &Key, accounts: &[AccountId], unmapped: u32) -> Decided {
        if !self.may_freeze() {
            return Err(Refusal::Mandate);
        }
        if accounts.iter().any(|account| !self.desk.accounts.contains(account)) {
            return Err(Refusal::Account);
        }
        let mut accounts = accounts.to_vec();
        if let Some((_, lease)) = self.state.lease() {
            accounts.extend(&lease.accounts);
        }
        accounts.sort_unstable();
        accounts.dedup();
        let fence = next(&self.state.leases);
        let allow = self.desk.plan.freeze.as_ref().map(|freeze| freeze.value.allow.clone()).unwrap_or_default();
        self.emit(FreezeEvent::Begun { key: key.clone(), fence, accounts, allow, unmapped });
        Ok(())
    }

    /// What came of one post. What was held stays held, whatever comes later about it; what failed is tried again. An answer that comes after the freeze
    /// has ended tells what the tool did all the same.
    fn hold(&mut self, fence: u32, post: ScheduledId, account: AccountId, outcome: HoldOutcome) -> Decided {
        let lease = self.state.leases.get(&fence).ok_or(Refusal::NoFreeze)?;
        let later = self.state.queue.get(&post).is_some_and(|queued| queued.fence > fence);
        let fenced = |(last, now): (u32, &Lease)| last > fence && now.accounts.contains(&account);
        // A later freeze accounts for its posts itself.
        if later || self.state.lease().is_some_and(fenced) {
            return Err(Refusal::Fenced);
        }
        if matches!(outcome, HoldOutcome::Held { .. } | HoldOutcome::Failed { .. })
            && !lease.accounts.contains(&account)
        {
            return Err(Refusal::Account);
        }
        let undone = lease.undone;
        let settled = |before: HoldOutcome| match (before, outcome) {
            (HoldOutcome::Failed { tries: before }, HoldOutcome::Failed { tries }) => tries <= before,
            (HoldOutcome::Failed { .. }, _) => false,
            // It slipped through after all: worse news is news.
            (HoldOutcome::Held { .. }, HoldOutcome::Gone) => false,
            _ => true,
        };
        // A later freeze accounts for every post anew.
        let known = self.state.queue.get(&post).filter(|queued| queued.fence == fence);
        if known.is_some_and(|queued| settled(queued.outcome)) {
            return Ok(());
        }
        self.emit(FreezeEvent::Outcome { fence, post, account, outcome });
        // The freeze was a mistake: what is ahead goes out as it was to, as if the answer had come in time.
        if let HoldOutcome::Held { due } = outcome
            && undone
            && due > self.desk.now
        {
            self.emit(FreezeEvent::Thawed { post, thaw: Thaw::AsItWas });
        }
        Ok(())
    }

    /// Confirmed is said only when each post that was listed is held, left alone with its reason, or out, and none failed. Which ones, not how many: a
    /// post that vanished from the list is no answer for one that came onto it.
    fn confirm(&mut self, fence: u32, listed: &BTreeSet<ScheduledId>) -> Decided {
        let (last, lease) = self.state.lease().ok_or(Refusal::NoFreeze)?;
        if fence != last {
            return Err(Refusal::Fenced);
        }
        if lease.confirmed.is_some() {
            return Ok(());
        }
        let (mut held, mut left, mut gone) = (0_u32, 0_u32, 0_u32);
        let mut open = listed.clone();
        for (post, queued) in self.state.queue.iter().filter(|(_, queued)| queued.fence == fence) {
            match queued.outcome {
                HoldOutcome::Held { .. } => held += 1,
                HoldOutcome::Left(_) => left += 1,
                HoldOutcome::Gone => gone += 1,
                HoldOutcome::Failed { .. } => {
                    open.insert(*post);
                    continue;
                }
            }
            open.remove(post);
        }
        if !open.is_empty() {
            return Err(Refusal::Unaccounted(u32::try_from(open.len()).unwrap_or(u32::MAX)));
        }
        self.emit(FreezeEvent::Confirmed { fence, held, left, gone });
        Ok(())
    }

    /// One held post. Nothing goes out while a freeze holds, nothing past due goes out by itself, and no two close to each other.
    fn thaw(&mut self, post: ScheduledId, thaw: Thaw) -> Decided {
        self.person()?;
        if !self.may_freeze() {
            return Err(Refusal::Mandate);
        }
        let queued = self.state.queue.get(&post).ok_or(Refusal::NotHeld)?;
        let due = queued.held_due().ok_or(Refusal::NotHeld)?;
        if queued.thaw == Some(thaw) {
            return Ok(());
        }
        let goes_out = match thaw {
            Thaw::Reschedule(at) => Some(at),
            Thaw::AsItWas => Some(due),
            Thaw::Rewrite | Thaw::Withdraw => None,
        };
        if let Some(at) = goes_out {
            if self.state.lease().is_some_and(|(_, lease)| lease.accounts.contains(&queued.account)) {
                return Err(Refusal::Frozen);
            }
            if at <= self.desk.now {
                return Err(Refusal::Time);
            }
            let near = |other: jiff::Timestamp| other.duration_until(at).abs() < APART;
            let mut others = self.state.queue.iter().filter(|(id, it)| **id != post && it.account == queued.account);
            if others.any(|(_, it)| it.goes_out().is_some_and(near)) {
                return Err(Refusal::Burst);
            }
        }
        self.emit(FreezeEvent::Thawed { post, thaw });
        Ok(())
    }
}
