//! What accounts' own servers hold in their queues. There the server is the truth: each listing is laid beside what is kept here.

use super::{ScheduledRow, insert, keep, one, open_leases};
use crate::account::own;
use crate::{Error, Result, Store};
use domain::id::{AccountId, BrandId, OrganisationId, ScheduledId};
use domain::marketing::{self, Lease, State};
use domain::publish::Waiting;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// A time so much later than a post was due is one that we put it off to.
const FAR: SignedDuration = SignedDuration::from_hours(150 * 24);
/// A post that is put off is put off again before its new time comes so near.
const NEAR: SignedDuration = SignedDuration::from_hours(60 * 24);
/// So long after its time a post that is still in the queue did not go out.
const PAST: SignedDuration = SignedDuration::from_mins(2);

impl ScheduledRow {
    /// Whether its server is to be told another time now: far away for what does not go out, its own for what does.
    pub fn to_be_moved(&self, now: Timestamp) -> bool {
        let Some(remote) = self.remote_at else { return false };
        match self.state {
            State::Queued => remote != self.due,
            State::Holding | State::Held | State::Withdrawn | State::Draft => {
                !is_far(remote, self.due) || now.duration_until(remote) < NEAR
            }
            _ => false,
        }
    }
}

fn is_far(remote: Timestamp, due: Timestamp) -> bool {
    due.duration_until(remote) >= FAR
}

impl Store {
    /// Lays the whole queue of an account's server beside what is kept: what is new there is kept, and held where a case holds the account; what is there no more
    /// left it. A post counts as held once its server holds it for sure: told `lead` before its time, or still there when that was past. Answers the posts whose
    /// server is to be told another time, the earliest due first.
    pub async fn see_queue(
        &self,
        organisation: OrganisationId,
        account: AccountId,
        queue: &[Waiting],
        (at, lead): (Timestamp, SignedDuration),
    ) -> Result<Vec<ScheduledRow>> {
        let mut tx = self.write().await?;
        let brand = own(&mut tx, organisation, account).await?.map(BrandId);
        let leases = open_leases(&mut tx, account).await?;
        let sql = "SELECT id, native FROM scheduled WHERE account = ? AND native IS NOT NULL ORDER BY id";
        let mut known: BTreeMap<String, ScheduledId> = BTreeMap::new();
        for row in tx.rows(sql, [account.0.into()]).await? {
            let mut c = row.columns();
            let id = ScheduledId(c.int()?);
            known.insert(c.text()?, id);
        }
        let mut moves = Vec::new();
        for waiting in queue {
            let row = match known.remove(&waiting.native) {
                None => insert(&mut tx, fresh((organisation, brand, account), waiting, &leases, at)).await?,
                Some(id) => {
                    let before = one(&mut tx, id).await?;
                    let mut row = before.clone();
                    see(&mut row, waiting, &leases, (at, lead));
                    if row != before {
                        keep(&mut tx, &mut row).await?;
                    }
                    row
                }
            };
            if row.to_be_moved(at) && row.next_at.is_none_or(|next| next <= at) {
                moves.push(row);
            }
        }
        for id in known.into_values() {
            let mut row = one(&mut tx, id).await?;
            if row.state != State::Gone {
                (row.state, row.sent_at) = (State::Gone, Some(at));
                row.reason = Some("it left the queue of its server: out, or taken out there".to_owned());
                keep(&mut tx, &mut row).await?;
            }
        }
        tx.run("UPDATE account SET listed_at = ? WHERE id = ?", [at.into(), account.0.into()]).await?;
        tx.commit().await?;
        moves.sort_by_key(|row| (row.due, row.id));
        Ok(moves)
    }

    /// Writes down that an account's server gave a post another time, or why it did not and when to try again.
    pub async fn queue_moved(
        &self,
        organisation: OrganisationId,
        id: ScheduledId,
        moved: std::result::Result<Timestamp, (String, Timestamp)>,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let mut row = one(&mut tx, id).await?;
        if row.organisation != organisation || row.native.is_none() {
            return Err(Error::NotFound);
        }
        match moved {
            Ok(remote) => {
                (row.remote_at, row.tried_at) = (Some(remote), Some(at));
                (row.next_at, row.reason) = (None, None);
            }
            Err((why, next)) => {
                row.tries += 1;
                row.reason = Some(why);
                row.next_at = Some(next);
            }
        }
        keep(&mut tx, &mut row).await?;
        tx.commit().await
    }
}

/// A known post as its server lists it.
fn see(row: &mut ScheduledRow, waiting: &Waiting, leases: &[Lease], (at, lead): (Timestamp, SignedDuration)) {
    row.text.clone_from(&waiting.text);
    row.language.clone_from(&waiting.language);
    row.media = i64::from(waiting.media);
    // Where we put it off, or are to let it go, a time far away is ours; anywhere else any other time is somebody's wish.
    let ours = !(row.state == State::Queued && row.remote_at == Some(row.due)) && is_far(waiting.due, row.due);
    let moved = row.remote_at != Some(waiting.due) && !ours;
    row.remote_at = Some(waiting.due);
    let lease = marketing::held_by(leases, row.label.as_deref());
    match (row.state, lease) {
        // Somebody gave it another time at its server, or it is back.
        (State::Held | State::Holding | State::Queued | State::Gone, Some(lease))
            if moved || row.state == State::Gone =>
        {
            row.due = waiting.due;
            row.hold(Some(lease), None);
        }
        (State::Held | State::Queued | State::Gone, None) if moved || row.state == State::Gone => {
            row.queue(waiting.due);
            row.sent_at = None;
        }
        // It was listed before the lease, or before its kind was said.
        (State::Queued, Some(lease)) => row.hold(Some(lease), None),
        (State::Holding, _) if is_far(waiting.due, row.due) => {
            // Seen put off so long before its time, or told then: it was not handed to a worker yet.
            let told = row.tried_at.map_or(at, |told| told.min(at));
            let told_in_time = told.duration_until(row.due) > lead;
            if told_in_time || row.due.duration_until(at) > PAST {
                row.state = State::Held;
                row.reason = None;
            }
        }
        _ => {}
    }
}

/// A post that is new at its server.
fn fresh(
    (organisation, brand, account): (OrganisationId, Option<BrandId>, AccountId),
    waiting: &Waiting,
    leases: &[Lease],
    at: Timestamp,
) -> ScheduledRow {
    let mut row = ScheduledRow {
        id: ScheduledId(0),
        organisation,
        brand,
        account,
        native: Some(waiting.native.clone()),
        key: String::new(),
        text: waiting.text.clone(),
        language: waiting.language.clone(),
        label: None,
        media: i64::from(waiting.media),
        due: waiting.due,
        state: State::Queued,
        version: 1,
        holder: None,
        fence: None,
        tries: 0,
        tried_at: None,
        next_at: None,
        remote_at: Some(waiting.due),
        reason: None,
        receipt: None,
        url: None,
        sent_at: None,
        person: None,
        created_at: at,
    };
    if let Some(lease) = marketing::held_by(leases, None) {
        row.hold(Some(lease), None);
    }
    row
}
