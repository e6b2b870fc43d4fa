//! Posts that wait to go out: our own queue, and what accounts' own servers hold. Whether one may go out is asked in the transaction that takes it.

mod lease;
mod queue;
mod tool;
mod write;

use crate::sql::{Columns, Tx};
use crate::{Error, Result, Store};
use domain::id::{AccountId, BrandId, CaseId, OrganisationId, PersonId, ScheduledId};
use domain::marketing::{Lease, State};
use domain::publish::Tool;
use jiff::Timestamp;

pub use queue::Came;
pub use write::{NewScheduled, Rewritten, Thawed};

/// A post that waits to go out, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduledRow {
    /// Its id.
    pub id: ScheduledId,
    /// Whose.
    pub organisation: OrganisationId,
    /// Which brand it speaks for.
    pub brand: Option<BrandId>,
    /// From which account.
    pub account: AccountId,
    /// Its id in the queue of the account's own server; none for ours.
    pub native: Option<String>,
    /// The same for every try of this text; of a post in another queue: the kinds that it was last seen to have there.
    pub key: String,
    /// Its text.
    pub text: String,
    /// Its language.
    pub language: Option<String>,
    /// Its kind, as the plan names those that a freeze lets out.
    pub label: Option<String>,
    /// How many pictures and the like it has, which only the account's own server knows.
    pub media: i64,
    /// When it goes out, or was to.
    pub due: Timestamp,
    /// What is the matter with it.
    pub state: State,
    /// Counts its changes.
    pub version: i64,
    /// The case that held it.
    pub holder: Option<CaseId>,
    /// Under which lease of that case.
    pub fence: Option<u32>,
    /// How often it was tried: to be sent, or to be held.
    pub tries: i64,
    /// When it was tried last.
    pub tried_at: Option<Timestamp>,
    /// Not tried or looked for before.
    pub next_at: Option<Timestamp>,
    /// When the account's own server sends it, as last heard; none: not at all.
    pub remote_at: Option<Timestamp>,
    /// What went wrong last, or why it is held.
    pub reason: Option<String>,
    /// What the server calls it, once out.
    pub receipt: Option<String>,
    /// Where people see it.
    pub url: Option<String>,
    /// When it went out.
    pub sent_at: Option<Timestamp>,
    /// Who scheduled it.
    pub person: Option<PersonId>,
    /// Since when it is there.
    pub created_at: Timestamp,
}

/// Which posts.
#[derive(Clone, Copy, Debug, Default)]
pub struct ScheduledFilter<'a> {
    /// Of this account.
    pub account: Option<AccountId>,
    /// Only in these states; all for none.
    pub states: &'a [State],
}

const SCHEDULED: &str = "id, organisation, brand, account, native, key, text, language, label, media, due, state, version, holder, fence, tries, tried_at, next_at, remote_at, reason, receipt, url, sent_at, person, created_at";

fn scheduled(c: &mut Columns<'_>) -> Result<ScheduledRow> {
    Ok(ScheduledRow {
        id: ScheduledId(c.int()?),
        organisation: OrganisationId(c.int()?),
        brand: c.maybe_int()?.map(BrandId),
        account: AccountId(c.int()?),
        native: c.maybe_text()?,
        key: c.text()?,
        text: c.text()?,
        language: c.maybe_text()?,
        label: c.maybe_text()?,
        media: c.int()?,
        due: c.time()?,
        state: c.word(State::from_code)?,
        version: c.int()?,
        holder: c.maybe_int()?.map(CaseId),
        fence: c.maybe_int()?.and_then(|fence| u32::try_from(fence).ok()),
        tries: c.int()?,
        tried_at: c.maybe_time()?,
        next_at: c.maybe_time()?,
        remote_at: c.maybe_time()?,
        reason: c.maybe_text()?,
        receipt: c.maybe_text()?,
        url: c.maybe_text()?,
        sent_at: c.maybe_time()?,
        person: c.maybe_int()?.map(PersonId),
        created_at: c.time()?,
    })
}

impl Store {
    /// One post.
    pub async fn scheduled(&self, organisation: OrganisationId, id: ScheduledId) -> Result<ScheduledRow> {
        let sql = format!("SELECT {SCHEDULED} FROM scheduled WHERE organisation = ? AND id = ?");
        let row = self.row(&sql, [organisation.into(), id.0.into()]).await?.ok_or(Error::NotFound)?;
        scheduled(&mut row.columns())
    }

    /// Posts in order of their time, after that one.
    pub async fn scheduled_posts(
        &self,
        organisation: OrganisationId,
        filter: ScheduledFilter<'_>,
        after: Option<(Timestamp, ScheduledId)>,
        limit: i64,
    ) -> Result<Vec<ScheduledRow>> {
        self.organisation(organisation).await?;
        let mut sql = format!("SELECT {SCHEDULED} FROM scheduled WHERE organisation = ?");
        let mut values = vec![organisation.into()];
        if let Some(account) = filter.account {
            sql.push_str(" AND account = ?");
            values.push(account.0.into());
        }
        if !filter.states.is_empty() {
            let codes: Vec<String> = filter.states.iter().map(|state| format!("'{}'", state.code())).collect();
            sql.push_str(&format!(" AND state IN ({})", codes.join(", ")));
        }
        if let Some((due, id)) = after {
            sql.push_str(" AND (due > ? OR (due = ? AND id > ?))");
            values.extend([due.into(), due.into(), id.0.into()]);
        }
        sql.push_str(" ORDER BY due, id LIMIT ?");
        values.push(limit.into());
        self.rows(&sql, values).await?.iter().map(|row| scheduled(&mut row.columns())).collect()
    }

    /// The leases on an account, ended ones too, in order of their cases.
    pub async fn leases(&self, organisation: OrganisationId, account: AccountId) -> Result<Vec<Lease>> {
        self.account(organisation, account).await?;
        let sql = format!("SELECT {LEASE} FROM freeze_lease WHERE account = ? ORDER BY holder");
        self.rows(&sql, [account.0.into()]).await?.iter().map(|row| lease_of(&mut row.columns())).collect()
    }
}

const LEASE: &str = "holder, fence, allow, since, until";

fn lease_of(c: &mut Columns<'_>) -> Result<Lease> {
    let (case, fence) = (CaseId(c.int()?), u32::try_from(c.int()?).unwrap_or(u32::MAX));
    let allow: String = c.text()?;
    let allow = serde_json::from_str(&allow).map_err(|e| Error::Corrupt(format!("what a lease allows: {e}")))?;
    Ok(Lease { case, fence, allow, since: c.time()?, until: c.maybe_time()? })
}

/// The leases that hold on an account now.
async fn open_leases(tx: &mut Tx, account: AccountId) -> Result<Vec<Lease>> {
    let sql = format!("SELECT {LEASE} FROM freeze_lease WHERE account = ? AND until IS NULL ORDER BY holder");
    tx.rows(&sql, [account.0.into()]).await?.iter().map(|row| lease_of(&mut row.columns())).collect()
}

/// One post, whoever's.
async fn one(tx: &mut Tx, id: ScheduledId) -> Result<ScheduledRow> {
    let sql = format!("SELECT {SCHEDULED} FROM scheduled WHERE id = ?");
    scheduled(&mut tx.row(&sql, [id.0.into()]).await?.ok_or(Error::NotFound)?.columns())
}

/// One post of an organisation, as somebody saw it.
async fn seen(tx: &mut Tx, organisation: OrganisationId, id: ScheduledId, version: i64) -> Result<ScheduledRow> {
    let row = one(tx, id).await?;
    if row.organisation != organisation {
        return Err(Error::NotFound);
    }
    if row.version != version {
        return Err(Error::Conflict("it was changed meanwhile: look at it again".to_owned()));
    }
    Ok(row)
}

/// Writes a post as it is now; its version counts on.
async fn keep(tx: &mut Tx, row: &mut ScheduledRow) -> Result<()> {
    row.version += 1;
    let sql = "UPDATE scheduled SET key = ?, text = ?, language = ?, label = ?, media = ?, due = ?, state = ?, version = ?, holder = ?, fence = ?,
               tries = ?, tried_at = ?, next_at = ?, remote_at = ?, reason = ?, receipt = ?, url = ?, sent_at = ? WHERE id = ?";
    let values = [
        (&row.key).into(),
        (&row.text).into(),
        (&row.language).into(),
        (&row.label).into(),
        row.media.into(),
        row.due.into(),
        row.state.code().into(),
        row.version.into(),
        row.holder.map(|case| case.0).into(),
        row.fence.map(i64::from).into(),
        row.tries.into(),
        row.tried_at.into(),
        row.next_at.into(),
        row.remote_at.into(),
        (&row.reason).into(),
        (&row.receipt).into(),
        (&row.url).into(),
        row.sent_at.into(),
        row.id.0.into(),
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// A new post; answers it with its id.
async fn insert(tx: &mut Tx, mut row: ScheduledRow) -> Result<ScheduledRow> {
    row.id = ScheduledId(tx.next_id("scheduled").await?);
    if row.native.is_none() {
        row.key = domain::publish::key(row.account.0, row.id.0, &row.text, row.created_at);
    }
    let sql = "INSERT INTO scheduled (id, organisation, brand, account, native, key, text, language, label, media, due, state, version, holder, fence, tries,
               remote_at, reason, person, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let values = [
        row.id.0.into(),
        row.organisation.into(),
        row.brand.map(|brand| brand.0).into(),
        row.account.0.into(),
        (&row.native).into(),
        (&row.key).into(),
        (&row.text).into(),
        (&row.language).into(),
        (&row.label).into(),
        row.media.into(),
        row.due.into(),
        row.state.code().into(),
        row.version.into(),
        row.holder.map(|case| case.0).into(),
        row.fence.map(i64::from).into(),
        row.tries.into(),
        row.remote_at.into(),
        (&row.reason).into(),
        row.person.map(|person| person.0).into(),
        row.created_at.into(),
    ];
    tx.run(sql, values).await?;
    Ok(row)
}

impl ScheduledRow {
    /// Holds it, for a case where one holds its account.
    fn hold(&mut self, lease: Option<&Lease>, reason: Option<&str>) {
        self.state = State::Held;
        if self.native.is_some() {
            // When its server was told anything before says nothing of this.
            (self.state, self.tried_at) = (State::Holding, None);
        }
        if let Some(lease) = lease {
            self.holder = Some(lease.case);
            self.fence = Some(lease.fence);
        }
        self.reason = reason.map(str::to_owned);
        self.tries = 0;
        self.next_at = None;
    }

    /// Lets it wait for its time again. Whether a tool that pauses was told before is not known while it is being held: it is told then.
    fn let_go(&mut self, due: Timestamp, tool: Tool) {
        if self.native.is_some() && self.state == State::Holding && !tool.publishes() {
            self.remote_at = None;
        }
        self.queue(due);
    }

    /// Lets it wait for its time.
    fn queue(&mut self, due: Timestamp) {
        self.state = State::Queued;
        self.due = due;
        self.holder = None;
        self.fence = None;
        self.reason = None;
        self.tries = 0;
        self.next_at = None;
    }
}
