//! Posts as people schedule, change and let them go.

use super::{ScheduledRow, insert, keep, open_leases, seen};
use crate::account::{own, tool_of};
use crate::people::is_member;
use crate::sql::Tx;
use crate::{Error, Result, Store};
use domain::case::event::Thaw;
use domain::id::{AccountId, BrandId, OrganisationId, PersonId, ScheduledId};
use domain::marketing::{self, Misfit, State};
use jiff::{SignedDuration, Timestamp};

/// A post to be scheduled in our own queue.
#[derive(Clone, Debug)]
pub struct NewScheduled {
    /// From which account.
    pub account: AccountId,
    /// Its text.
    pub text: String,
    /// Its language.
    pub language: Option<String>,
    /// Its kind, as the plan names those that a freeze lets out.
    pub label: Option<String>,
    /// When it goes out.
    pub due: Timestamp,
    /// Who schedules it; none: the command line.
    pub person: Option<PersonId>,
}

/// What a post is to say, and when.
#[derive(Clone, Debug)]
pub struct Rewritten {
    /// Its text.
    pub text: String,
    /// Its language.
    pub language: Option<String>,
    /// Its kind.
    pub label: Option<String>,
    /// When it goes out; of a held one: when it was to.
    pub due: Timestamp,
}

/// The post as it is now, or why it is not let go so.
pub type Thawed = std::result::Result<ScheduledRow, Misfit>;

impl Store {
    /// Schedules a post; where a case holds its account, it is held from the beginning.
    pub async fn schedule(
        &self,
        organisation: OrganisationId,
        new: NewScheduled,
        at: Timestamp,
    ) -> Result<ScheduledRow> {
        let mut tx = self.write().await?;
        let brand = own(&mut tx, organisation, new.account).await?.map(BrandId);
        if let Some(person) = new.person {
            is_member(&mut tx, organisation, person, at).await?;
        }
        let mut row = blank(organisation, brand, new, at);
        let leases = open_leases(&mut tx, row.account).await?;
        if let Some(lease) = marketing::held_by(&leases, row.label.as_deref()) {
            row.hold(Some(lease), None);
        }
        let row = insert(&mut tx, row).await?;
        tx.commit().await?;
        Ok(row)
    }

    /// Changes a post of our own queue that was seen in that version. A held one stays held; a draft, or one that failed, goes back into the queue, as
    /// far apart from others as what is let go.
    pub async fn rewrite_scheduled(
        &self,
        organisation: OrganisationId,
        id: ScheduledId,
        version: i64,
        new: Rewritten,
        at: Timestamp,
    ) -> Result<Thawed> {
        let mut tx = self.write().await?;
        let mut row = seen(&mut tx, organisation, id, version).await?;
        if row.native.is_some() || !matches!(row.state, State::Queued | State::Held | State::Draft | State::Failed) {
            return Err(Error::Conflict(format!("a post that is {} is not changed here", row.state.code())));
        }
        own(&mut tx, organisation, row.account).await?;
        let leases = open_leases(&mut tx, row.account).await?;
        if row.text != new.text {
            row.key = domain::publish::key(row.account.0, row.id.0, &new.text, at);
        }
        (row.text, row.language, row.label) = (new.text, new.language, new.label);
        let lease = marketing::held_by(&leases, row.label.as_deref());
        match (row.state, lease) {
            // Held: its text changes, and what it waits for does not.
            (State::Held, _) => row.due = new.due,
            (_, Some(lease)) => {
                row.due = new.due;
                row.hold(Some(lease), None);
            }
            (State::Queued, None) => row.queue(new.due),
            (_, None) => {
                let others = others(&mut tx, &row, at).await?;
                let soon = (at, SignedDuration::ZERO);
                match marketing::thawed(Thaw::Reschedule(new.due), (new.due, None), &[], &others, soon) {
                    Ok(_) => row.queue(new.due),
                    Err(misfit) => return Ok(Err(misfit)),
                }
            }
        }
        keep(&mut tx, &mut row).await?;
        tx.commit().await?;
        Ok(Ok(row))
    }

    /// Says of what kind a post is, as the plan names those that a freeze lets out. What is held stays held until it is let go.
    pub async fn label_scheduled(
        &self,
        organisation: OrganisationId,
        id: ScheduledId,
        version: i64,
        label: Option<&str>,
    ) -> Result<ScheduledRow> {
        let mut tx = self.write().await?;
        let mut row = seen(&mut tx, organisation, id, version).await?;
        if row.state.is_over() {
            return Err(Error::Conflict(format!("a post that is {} is not changed any more", row.state.code())));
        }
        row.label = label.map(str::to_owned);
        let leases = open_leases(&mut tx, row.account).await?;
        // What was let out by its kind, and is of none now.
        if row.state == State::Queued
            && let Some(lease) = marketing::held_by(&leases, label)
        {
            row.hold(Some(lease), None);
        }
        keep(&mut tx, &mut row).await?;
        tx.commit().await?;
        Ok(row)
    }

    /// Decides on one held post that was seen in that version; decided so already, it stays so. A post of a server's queue is let go only so far
    /// ahead as its tool takes. Where texts are published from here, one that is to be written anew stays put off, and a draft of ours takes its text; else it
    /// is a draft in its tool, as its date is the tool's.
    pub async fn thaw_scheduled(
        &self,
        organisation: OrganisationId,
        id: ScheduledId,
        version: i64,
        thaw: Thaw,
        at: Timestamp,
    ) -> Result<Thawed> {
        let mut tx = self.write().await?;
        let mut row = seen(&mut tx, organisation, id, version).await?;
        if is_so(&row, thaw) {
            return Ok(Ok(row));
        }
        if !matches!(row.state, State::Held | State::Holding | State::Draft | State::Failed) {
            return Err(Error::Conflict(format!("a post that is {} is not held", row.state.code())));
        }
        let (leases, others) = (open_leases(&mut tx, row.account).await?, others(&mut tx, &row, at).await?);
        let tool = tool_of(&mut tx, row.account).await?;
        let lead = if row.native.is_some() { tool.lead() } else { SignedDuration::ZERO };
        if row.native.is_some() && !tool.publishes() && matches!(thaw, Thaw::Reschedule(due) if due != row.due) {
            return Ok(Err(Misfit::Elsewhere));
        }
        let goes = marketing::thawed(thaw, (row.due, row.label.as_deref()), &leases, &others, (at, lead));
        match (goes, thaw) {
            (Err(misfit), _) => return Ok(Err(misfit)),
            (Ok(Some(due)), _) => {
                own(&mut tx, organisation, row.account).await?;
                row.let_go(due, tool);
            }
            (Ok(None), Thaw::Rewrite) if row.native.is_none() || !tool.publishes() => row.state = State::Draft,
            (Ok(None), Thaw::Rewrite) => {
                row.state = State::Withdrawn;
                let (account, text, language) = (row.account, row.text.clone(), row.language.clone());
                let new =
                    NewScheduled { account, text, language, label: row.label.clone(), due: row.due, person: None };
                insert(&mut tx, ScheduledRow { state: State::Draft, ..blank(organisation, row.brand, new, at) })
                    .await?;
            }
            (Ok(None), _) => row.state = State::Withdrawn,
        }
        keep(&mut tx, &mut row).await?;
        tx.commit().await?;
        Ok(Ok(row))
    }
}

/// Whether it was decided so already.
fn is_so(row: &ScheduledRow, thaw: Thaw) -> bool {
    match thaw {
        Thaw::Reschedule(at) => row.state == State::Queued && row.due == at,
        Thaw::AsItWas => row.state == State::Queued,
        Thaw::Rewrite => row.state == State::Draft,
        Thaw::Withdraw => row.state == State::Withdrawn,
    }
}

/// When other posts of the account go out.
async fn others(tx: &mut Tx, row: &ScheduledRow, at: Timestamp) -> Result<Vec<Timestamp>> {
    let sql = "SELECT due FROM scheduled WHERE account = ? AND id <> ? AND (state IN ('queued', 'sending', 'unknown') OR (state = 'sent' AND due > ?))";
    let from = at.checked_sub(marketing::APART).unwrap_or(at);
    let rows = tx.rows(sql, [row.account.0.into(), row.id.0.into(), from.into()]).await?;
    rows.iter().map(|row| row.columns().time()).collect()
}

/// A new post of ours, waiting for its time.
fn blank(organisation: OrganisationId, brand: Option<BrandId>, new: NewScheduled, at: Timestamp) -> ScheduledRow {
    ScheduledRow {
        id: ScheduledId(0),
        organisation,
        brand,
        account: new.account,
        native: None,
        key: String::new(),
        text: new.text,
        language: new.language,
        label: new.label,
        media: 0,
        due: new.due,
        state: State::Queued,
        version: 1,
        holder: None,
        fence: None,
        tries: 0,
        tried_at: None,
        next_at: None,
        remote_at: None,
        reason: None,
        receipt: None,
        url: None,
        sent_at: None,
        person: new.person,
        created_at: at,
    }
}
