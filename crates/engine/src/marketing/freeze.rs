//! A case holds accounts: what the case is told of each post, so that it can say "confirmed" when every one is accounted for.

use super::Marketing;
use crate::EngineError;
use domain::case::event::{HoldOutcome, Left, Thaw};
use domain::id::{AccountId, CaseId, OrganisationId, ScheduledId};
use domain::marketing::{Lease, Misfit, State};
use jiff::Timestamp;
use store::ScheduledRow;

/// What came of one post under a freeze, as [`domain::case::Command::Hold`] takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accounted {
    /// Which.
    pub post: ScheduledId,
    /// Of which account.
    pub account: AccountId,
    /// What.
    pub outcome: HoldOutcome,
}

impl Marketing {
    /// Holds accounts for a case. From here on nothing of our queue goes out from them but the kinds that are allowed; their servers' queues are told within
    /// seconds, and [`Marketing::accounted`] says how far that is. The same again changes nothing.
    ///
    /// # Errors
    /// The store's: [`store::Error::NotFound`] for an account that is not the organisation's, [`store::Error::Conflict`] where the case knows a later freeze.
    pub async fn freeze(
        &self,
        organisation: OrganisationId,
        accounts: &[AccountId],
        (case, fence): (CaseId, u32),
        allow: &[String],
    ) -> Result<(), EngineError> {
        let now = self.world.clock.now();
        Ok(self.world.store.freeze_accounts(organisation, accounts, case, fence, allow, now).await?)
    }

    /// Of every post that a case's freeze met, what came of it. Confirm nothing while [`Marketing::unlisted`] names an account: what nobody saw is not
    /// accounted for.
    ///
    /// # Errors
    /// The store's.
    pub async fn accounted(&self, organisation: OrganisationId, case: CaseId) -> Result<Vec<Accounted>, EngineError> {
        let mut all = Vec::new();
        for row in self.world.store.frozen_posts(organisation, case).await? {
            let leases = self.world.store.leases(organisation, row.account).await?;
            let lease = leases.iter().find(|lease| lease.case == case);
            all.push(Accounted { post: row.id, account: row.account, outcome: outcome(&row, lease) });
        }
        Ok(all)
    }

    /// Ends a case's freeze. What it held stays held until it is decided on.
    ///
    /// # Errors
    /// The store's.
    pub async fn lift(&self, organisation: OrganisationId, case: CaseId, fence: u32) -> Result<(), EngineError> {
        Ok(self.world.store.lift_freeze(organisation, case, fence, self.world.clock.now()).await?)
    }

    /// Ends it as a mistake: what is not past due goes out as it was to. Answers which posts.
    ///
    /// # Errors
    /// The store's.
    pub async fn undo(
        &self,
        organisation: OrganisationId,
        case: CaseId,
        fence: u32,
    ) -> Result<Vec<ScheduledId>, EngineError> {
        let back = self.world.store.undo_freeze(organisation, case, fence, self.world.clock.now()).await?;
        Ok(back.into_iter().map(|row| row.id).collect())
    }

    /// Decides on one held post as it stands now; decided so already, it stays so.
    ///
    /// # Errors
    /// The store's; the inner one says why it is not let go so.
    pub async fn thaw(
        &self,
        organisation: OrganisationId,
        post: ScheduledId,
        thaw: Thaw,
    ) -> Result<Result<ScheduledRow, Misfit>, EngineError> {
        let row = self.world.store.scheduled(organisation, post).await?;
        let now = self.world.clock.now();
        Ok(self.world.store.thaw_scheduled(organisation, post, row.version, thaw, now).await?)
    }

    /// The accounts whose servers' queues were not listed since a moment: what waits there is not known, and a freeze is not confirmed.
    ///
    /// # Errors
    /// The store's.
    pub async fn unlisted(
        &self,
        organisation: OrganisationId,
        accounts: &[AccountId],
        since: Timestamp,
    ) -> Result<Vec<AccountId>, EngineError> {
        let mut unlisted = Vec::new();
        for id in accounts {
            let row = self.world.store.account(organisation, *id).await?;
            if row.gone_at.is_none() && row.listed_at.is_none_or(|listed| listed <= since) {
                unlisted.push(*id);
            }
        }
        Ok(unlisted)
    }
}

/// What came of a post, as a case counts it: held, left alone, out, or not accounted for yet.
fn outcome(row: &ScheduledRow, lease: Option<&Lease>) -> HoldOutcome {
    let tries = u32::try_from(row.tries).unwrap_or(u32::MAX).max(1);
    let let_out = lease.is_some_and(|lease| !lease.holds(row.label.as_deref()) && lease.until.is_none());
    match row.state {
        State::Held | State::Draft | State::Withdrawn | State::Failed => HoldOutcome::Held { due: row.due },
        State::Queued | State::Sending | State::Sent | State::Unknown if let_out && row.holder.is_none() => {
            HoldOutcome::Left(Left::Allowed)
        }
        State::Left => HoldOutcome::Left(Left::Unmapped),
        State::Sent | State::Gone => HoldOutcome::Gone,
        State::Queued | State::Holding | State::Sending | State::Unknown => HoldOutcome::Failed { tries },
    }
}
