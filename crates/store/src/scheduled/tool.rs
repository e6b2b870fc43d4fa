//! What accounts' own servers hold in their queues. There the server is the truth: each listing is laid beside what is kept here.

use super::{ScheduledRow, insert, keep, one, open_leases};
use crate::account::{own, tool_of};
use crate::{Error, Result, Store};
use domain::id::{AccountId, BrandId, OrganisationId, ScheduledId};
use domain::marketing::{self, Lease, State};
use domain::publish::{Tool, Waiting};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// A time so much later than a post was due is one that we put it off to.
const FAR: SignedDuration = SignedDuration::from_hours(150 * 24);
/// A post that is put off is put off again before its new time comes so near.
const NEAR: SignedDuration = SignedDuration::from_hours(60 * 24);
/// So long after its time a post that is still in the queue did not go out.
const PAST: SignedDuration = SignedDuration::from_mins(2);

impl ScheduledRow {
    /// Whether its server is to be told something of it now: to hold what does not go out, to send what does.
    pub fn to_be_moved(&self, now: Timestamp) -> bool {
        match (self.state, self.remote_at) {
            _ if self.native.is_none() => false,
            (State::Queued, remote) => remote != Some(self.due),
            (State::Holding | State::Held | State::Withdrawn | State::Draft, Some(remote)) => {
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
    /// left it, where it was due since `from`, as far back as was listed. A post counts as held once its server holds it for sure: told in time, or still there when
    /// that was past. Answers the posts of which the server is to be told, the earliest due first.
    pub async fn see_queue(
        &self,
        organisation: OrganisationId,
        account: AccountId,
        queue: &[Waiting],
        from: Timestamp,
        at: Timestamp,
    ) -> Result<Vec<ScheduledRow>> {
        let mut tx = self.write().await?;
        let brand = own(&mut tx, organisation, account).await?.map(BrandId);
        let (leases, tool) = (open_leases(&mut tx, account).await?, tool_of(&mut tx, account).await?);
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
                // Somebody's draft.
                None if waiting.paused => continue,
                None => insert(&mut tx, fresh((organisation, brand, account), waiting, &leases, at)).await?,
                Some(id) => {
                    let before = one(&mut tx, id).await?;
                    let mut row = before.clone();
                    see(&mut row, waiting, &leases, (at, tool));
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
            if row.state != State::Gone && row.due >= from {
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

    /// When the earliest post was due that still waits, or is held, in the queue of an account's server.
    pub async fn waits_since(&self, organisation: OrganisationId, account: AccountId) -> Result<Option<Timestamp>> {
        self.account(organisation, account).await?;
        let sql = "SELECT MIN(due) FROM scheduled WHERE account = ? AND native IS NOT NULL AND state IN ('queued', 'holding', 'held', 'draft')";
        self.row(sql, [account.0.into()]).await?.map_or(Ok(None), |row| row.columns().maybe_time())
    }

    /// Writes down that an account's server holds a post, or sends it then; or why it did not, and when to try again. One that is to be let go and for which
    /// no other try helps is held again, until somebody decides.
    pub async fn queue_moved(
        &self,
        organisation: OrganisationId,
        id: ScheduledId,
        moved: std::result::Result<Option<Timestamp>, (String, Option<Timestamp>)>,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let mut row = one(&mut tx, id).await?;
        if row.organisation != organisation || row.native.is_none() {
            return Err(Error::NotFound);
        }
        match moved {
            Ok(remote) => {
                (row.remote_at, row.tried_at) = (remote, Some(at));
                (row.next_at, row.reason) = (None, None);
            }
            Err((why, None)) if row.state == State::Queued && row.remote_at.is_none() => {
                (row.state, row.reason) = (State::Held, Some(why));
            }
            Err((why, next)) => {
                row.tries += 1;
                row.reason = Some(why);
                row.next_at = next;
            }
        }
        keep(&mut tx, &mut row).await?;
        tx.commit().await
    }
}

/// A known post as its server lists it.
fn see(row: &mut ScheduledRow, waiting: &Waiting, leases: &[Lease], (at, tool): (Timestamp, Tool)) {
    row.text.clone_from(&waiting.text);
    row.language.clone_from(&waiting.language);
    row.media = i64::from(waiting.media);
    // As they are in the tool once they change there; until then what somebody said here stands.
    let kinds = kind(waiting);
    if kinds.as_deref().unwrap_or_default() != row.key {
        row.key = kinds.clone().unwrap_or_default();
        row.label = kinds;
    }
    // Its account is back: it is as it is there.
    if row.state == State::Left {
        (row.state, row.remote_at) = (State::Held, None);
    }
    let lease = marketing::held_by(leases, row.label.as_deref());
    if waiting.paused {
        return see_paused(row, waiting, lease, (at, tool));
    }
    let pauses = !tool.publishes();
    // Where we put it off, or are to let it go, a time far away is ours; anywhere else any other time is somebody's wish.
    let goes = row.state == State::Queued && row.remote_at == Some(row.due);
    let ours = !pauses && !goes && is_far(waiting.due, row.due);
    let moved = row.remote_at != Some(waiting.due) && !ours;
    row.remote_at = Some(waiting.due);
    let set_aside = pauses && matches!(row.state, State::Draft | State::Withdrawn);
    match (row.state, lease) {
        // Somebody gave it another time at its server, or lets it go there, or it is back.
        (State::Held | State::Holding | State::Queued | State::Gone, Some(lease))
            if moved || row.state == State::Gone =>
        {
            row.due = waiting.due;
            row.hold(Some(lease), None);
        }
        (_, Some(lease)) if moved && set_aside => {
            row.due = waiting.due;
            row.hold(Some(lease), None);
        }
        (State::Held | State::Queued | State::Gone, None) if moved || row.state == State::Gone => {
            row.queue(waiting.due);
            row.sent_at = None;
        }
        (_, None) if moved && set_aside => row.queue(waiting.due),
        // It was listed before the lease, or before its kind was said.
        (State::Queued, Some(lease)) => row.hold(Some(lease), None),
        // Seen put off so long before its time, or told then: it was not handed to a worker yet.
        (State::Holding, _)
            if !pauses
                && is_far(waiting.due, row.due)
                && (in_time(row, at, tool) || row.due.duration_until(at) > PAST) =>
        {
            row.state = State::Held;
            row.reason = None;
        }
        _ => {}
    }
}

/// A known post that its tool does not send: a draft with a date.
fn see_paused(row: &mut ScheduledRow, waiting: &Waiting, lease: Option<&Lease>, (at, tool): (Timestamp, Tool)) {
    let sent_before = row.remote_at.take().is_some();
    match (row.state, lease) {
        (State::Queued, Some(lease)) => row.hold(Some(lease), None),
        // Not by us: nothing goes out of a draft before somebody decides.
        (State::Queued, None) if sent_before || row.due != waiting.due => {
            row.hold(None, None);
            row.state = State::Held;
            row.reason = Some(SET_ASIDE.to_owned());
        }
        _ => {}
    }
    if row.state == State::Holding {
        if in_time(row, at, tool) {
            (row.state, row.reason) = (State::Held, None);
        } else if row.due.duration_until(at) > PAST {
            (row.state, row.reason) = (State::Held, Some(NOT_SURE.to_owned()));
        }
    }
    // The date is the tool's.
    if matches!(row.state, State::Held | State::Draft | State::Withdrawn) {
        row.due = waiting.due;
    }
}

/// Whether its tool was told, or seen holding it, so long before its time that it surely held it.
fn in_time(row: &ScheduledRow, at: Timestamp, tool: Tool) -> bool {
    let told = row.tried_at.map_or(at, |told| told.min(at));
    told.duration_until(row.due) > tool.lead()
}

/// The kinds that a post was given in its tool.
fn kind(waiting: &Waiting) -> Option<String> {
    Some(waiting.labels.join(", ")).filter(|label| !label.is_empty())
}

const SET_ASIDE: &str = "it was made a draft, or given another date, in its tool";
const NOT_SURE: &str = "its tool was told at its very time: look at the channel whether it went out";

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
        key: kind(waiting).unwrap_or_default(),
        text: waiting.text.clone(),
        language: waiting.language.clone(),
        label: kind(waiting),
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
    if let Some(lease) = marketing::held_by(leases, row.label.as_deref()) {
        row.hold(Some(lease), None);
    }
    row
}
