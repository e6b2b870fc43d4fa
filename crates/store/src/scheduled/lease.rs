//! Cases hold accounts. A lease is of one case and one account; several cases may hold one, and it is free when none does.

use super::{SCHEDULED, ScheduledRow, keep, open_leases, scheduled};
use crate::account::{own, tool_of};
use crate::sql::Tx;
use crate::{Error, Result, Store};
use domain::id::{AccountId, CaseId, OrganisationId};
use domain::marketing::{self, State};
use jiff::{SignedDuration, Timestamp};

impl Store {
    /// Holds accounts for a case, in one transaction with the posts that wait there: from its end on, nothing of ours goes out from them but the kinds
    /// that are allowed, and what is scheduled later is held. The same again changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an account that is not the organisation's, [`Error::Conflict`] where that case has a later lease, or ended this one: nothing is changed then.
    pub async fn freeze_accounts(
        &self,
        organisation: OrganisationId,
        accounts: &[AccountId],
        case: CaseId,
        fence: u32,
        allow: &[String],
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let allow = serde_json::to_string(allow).map_err(|e| Error::Corrupt(e.to_string()))?;
        let later =
            "SELECT account FROM freeze_lease WHERE holder = ? AND (fence > ? OR (fence = ? AND until IS NOT NULL))";
        if tx.row(later, [case.0.into(), i64::from(fence).into(), i64::from(fence).into()]).await?.is_some() {
            return Err(Error::Conflict("a later freeze of that case is known, or this one is over".to_owned()));
        }
        for account in accounts {
            own(&mut tx, organisation, *account).await?;
            let sql = "INSERT INTO freeze_lease (account, holder, fence, allow, since) VALUES (?, ?, ?, ?, ?)
                       ON CONFLICT (account, holder) DO UPDATE SET fence = excluded.fence, allow = excluded.allow, since = excluded.since, until = NULL
                       WHERE freeze_lease.fence < excluded.fence";
            let values = [account.0.into(), case.0.into(), i64::from(fence).into(), allow.as_str().into(), at.into()];
            tx.run(sql, values).await?;
            hold_what_waits(&mut tx, *account, case, fence).await?;
        }
        tx.commit().await
    }

    /// Ends a case's leases of that number and before. What they held stays held until it is decided on.
    pub async fn lift_freeze(
        &self,
        organisation: OrganisationId,
        case: CaseId,
        fence: u32,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        end(&mut tx, organisation, case, fence, at).await?;
        tx.commit().await
    }

    /// Ends them as a mistake: what they held and is not past due goes out as it was to, where its tool still takes it so near.
    /// Answers what goes out again.
    pub async fn undo_freeze(
        &self,
        organisation: OrganisationId,
        case: CaseId,
        fence: u32,
        at: Timestamp,
    ) -> Result<Vec<ScheduledRow>> {
        let mut tx = self.write().await?;
        end(&mut tx, organisation, case, fence, at).await?;
        let sql = format!(
            "SELECT {SCHEDULED} FROM scheduled WHERE organisation = ? AND holder = ? AND fence <= ? AND state IN ('held', 'holding') ORDER BY id"
        );
        let rows = tx.rows(&sql, [organisation.into(), case.0.into(), i64::from(fence).into()]).await?;
        let mut back = Vec::new();
        for row in &rows {
            let mut row = scheduled(&mut row.columns())?;
            let leases = open_leases(&mut tx, row.account).await?;
            let tool = tool_of(&mut tx, row.account).await?;
            let lead = if row.native.is_some() { tool.lead() } else { SignedDuration::ZERO };
            let soonest = at.saturating_add(lead).unwrap_or(Timestamp::MAX);
            match marketing::held_by(&leases, row.label.as_deref()) {
                // Another case holds it: it is that one's now.
                Some(lease) => (row.holder, row.fence) = (Some(lease.case), Some(lease.fence)),
                None if row.due > soonest => {
                    row.let_go(row.due, tool);
                    back.push(row.clone());
                }
                None => continue,
            }
            keep(&mut tx, &mut row).await?;
        }
        tx.commit().await?;
        Ok(back)
    }

    /// The posts that a case's freeze met on the accounts it holds or held: what it holds, what is still to settle, what its kinds let out, and what went out
    /// since the freeze began. In order of their time.
    pub async fn frozen_posts(&self, organisation: OrganisationId, case: CaseId) -> Result<Vec<ScheduledRow>> {
        self.organisation(organisation).await?;
        let of = "s.".to_owned() + &SCHEDULED.replace(", ", ", s.");
        let sql = format!(
            "SELECT {of} FROM scheduled s JOIN freeze_lease l ON l.account = s.account AND l.holder = ? WHERE s.organisation = ?
             AND (s.holder = l.holder OR (l.until IS NULL AND (s.state IN ('queued', 'sending', 'unknown', 'holding', 'held', 'left') OR (s.state = 'failed' AND s.tried_at >= l.since)))
                  OR (s.sent_at >= l.since AND (l.until IS NULL OR s.sent_at <= l.until))) ORDER BY s.due, s.id"
        );
        let rows = self.rows(&sql, [case.0.into(), organisation.into()]).await?;
        rows.iter().map(|row| scheduled(&mut row.columns())).collect()
    }
}

async fn hold_what_waits(tx: &mut Tx, account: AccountId, case: CaseId, fence: u32) -> Result<()> {
    let leases = open_leases(tx, account).await?;
    let sql = format!(
        "SELECT {SCHEDULED} FROM scheduled WHERE account = ? AND (state = 'queued' OR (holder = ? AND state IN ('held', 'holding'))) ORDER BY id"
    );
    for row in tx.rows(&sql, [account.0.into(), case.0.into()]).await? {
        let mut row = scheduled(&mut row.columns())?;
        let lease = leases.iter().find(|lease| lease.case == case && lease.holds(row.label.as_deref()));
        match (row.state, lease) {
            (State::Queued, Some(lease)) => row.hold(Some(lease), None),
            // A later freeze of the same case accounts for it anew.
            (State::Held | State::Holding, _) if row.fence != Some(fence) => row.fence = Some(fence),
            _ => continue,
        }
        keep(tx, &mut row).await?;
    }
    Ok(())
}

async fn end(tx: &mut Tx, organisation: OrganisationId, case: CaseId, fence: u32, at: Timestamp) -> Result<()> {
    let sql = "SELECT a.organisation FROM freeze_lease l JOIN account a ON a.id = l.account WHERE l.holder = ? LIMIT 1";
    let row = tx.row(sql, [case.0.into()]).await?.ok_or(Error::NotFound)?;
    if row.columns().int()? != organisation.0 {
        return Err(Error::NotFound);
    }
    let sql = "UPDATE freeze_lease SET until = ? WHERE holder = ? AND fence <= ? AND until IS NULL";
    tx.run(sql, [at.into(), case.0.into(), i64::from(fence).into()]).await?;
    Ok(())
}
