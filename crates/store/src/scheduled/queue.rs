//! Our own queue: taken to be sent, and what came of it. The lease is asked in the transaction that takes a post.

use super::{SCHEDULED, ScheduledRow, keep, one, open_leases, scheduled};
use crate::sql::Tx;
use crate::{Result, Store};
use domain::id::ScheduledId;
use domain::marketing::{self, LATE, Leave, State};
use domain::publish::Receipt;
use jiff::Timestamp;

/// What came of a try, or of looking for one of which nobody knew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// It is there.
    Sent(Receipt),
    /// It surely is not, and is not tried again by itself.
    Refused(String),
    /// It surely is not, and is tried again then.
    Later(String, Timestamp),
    /// Nobody knows; it is looked for then.
    Unknown(String, Timestamp),
}

impl Store {
    /// Posts of our queue whose time has come, the earliest first: ids to be taken one by one.
    pub async fn due_scheduled(&self, now: Timestamp, limit: i64) -> Result<Vec<ScheduledId>> {
        let sql = "SELECT s.id FROM scheduled s JOIN account a ON a.id = s.account
                   WHERE s.state = 'queued' AND s.native IS NULL AND a.gone_at IS NULL AND s.due <= ? AND (s.next_at IS NULL OR s.next_at <= ?)
                   ORDER BY s.due, s.id LIMIT ?";
        let rows = self.rows(sql, [now.into(), now.into(), limit.into()]).await?;
        rows.iter().map(|row| row.columns().int().map(ScheduledId)).collect()
    }

    /// Takes a post to send it: from now on a process that dies leaves it as not known. `None` where it may not go out: somebody else has it, its time
    /// has not come, a case holds its account, or it is too late for it to go out by itself; then it is held.
    pub async fn take_scheduled(&self, id: ScheduledId, now: Timestamp) -> Result<Option<ScheduledRow>> {
        let mut tx = self.write().await?;
        let mut row = one(&mut tx, id).await?;
        if row.state != State::Queued || row.native.is_some() || row.next_at.is_some_and(|next| next > now) {
            return Ok(None);
        }
        let leases = open_leases(&mut tx, row.account).await?;
        match marketing::leave(row.due, row.label.as_deref(), &leases, now) {
            Leave::NotYet => return Ok(None),
            Leave::Held => row.hold(marketing::held_by(&leases, row.label.as_deref()), None),
            Leave::Late => row.hold(None, Some(LATE_REASON)),
            Leave::Goes => {
                row.state = State::Sending;
                row.tries += 1;
                row.tried_at = Some(now);
                row.next_at = None;
            }
        }
        keep(&mut tx, &mut row).await?;
        tx.commit().await?;
        Ok((row.state == State::Sending).then_some(row))
    }

    /// Writes down what came of a try. A receipt that comes late is one; anything else counts for the try it is of. Answers what becomes of the post.
    pub async fn settle_scheduled(&self, id: ScheduledId, attempt: i64, came: Came, at: Timestamp) -> Result<State> {
        let mut tx = self.write().await?;
        let mut row = one(&mut tx, id).await?;
        let of_this = row.tries == attempt && matches!(row.state, State::Sending | State::Unknown);
        match came {
            Came::Sent(receipt) if row.native.is_none() && row.state != State::Sent => {
                row.state = State::Sent;
                row.receipt = Some(receipt.id);
                row.url = receipt.url;
                row.sent_at = Some(at);
                row.reason = None;
            }
            _ if !of_this => return Ok(row.state),
            Came::Sent(_) => return Ok(row.state),
            Came::Refused(why) => {
                row.state = State::Failed;
                row.reason = Some(why);
            }
            Came::Unknown(why, next) => {
                row.state = State::Unknown;
                row.reason = Some(why);
                row.next_at = Some(next);
            }
            Came::Later(why, next) => again(&mut tx, &mut row, &why, next).await?,
        }
        keep(&mut tx, &mut row).await?;
        tx.commit().await?;
        Ok(row.state)
    }

    /// Posts that were taken then or before, and of which nobody wrote down what came.
    pub async fn scheduled_cut_short(&self, before: Timestamp) -> Result<Vec<ScheduledRow>> {
        let sql = format!("SELECT {SCHEDULED} FROM scheduled WHERE state = 'sending' AND tried_at <= ? ORDER BY id");
        self.rows(&sql, [before.into()]).await?.iter().map(|row| scheduled(&mut row.columns())).collect()
    }

    /// Posts that may be out or not, and are to be looked for.
    pub async fn scheduled_unknown(&self, now: Timestamp, limit: i64) -> Result<Vec<ScheduledRow>> {
        let sql = format!(
            "SELECT {SCHEDULED} FROM scheduled WHERE state = 'unknown' AND (next_at IS NULL OR next_at <= ?) ORDER BY next_at, id LIMIT ?"
        );
        self.rows(&sql, [now.into(), limit.into()]).await?.iter().map(|row| scheduled(&mut row.columns())).collect()
    }
}

const LATE_REASON: &str = "its time was past by more than a quarter of an hour";

/// Surely not out: it waits for its next try where it may still go by itself, else it is held.
async fn again(tx: &mut Tx, row: &mut ScheduledRow, why: &str, next: Timestamp) -> Result<()> {
    let leases = open_leases(tx, row.account).await?;
    match marketing::held_by(&leases, row.label.as_deref()) {
        Some(lease) => row.hold(Some(lease), Some(why)),
        None if row.due.duration_until(next) > LATE => row.hold(None, Some(why)),
        None => {
            row.state = State::Queued;
            row.reason = Some(why.to_owned());
            row.next_at = Some(next);
        }
    }
    Ok(())
}
