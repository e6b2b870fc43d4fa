//! Messages that leave the house, and what came of each: at least once, and what is not known is kept as not known.

use crate::sql::{Columns, Tx};
use crate::target::note;
use crate::value::Value;
use crate::{Error, Result, Store};
use domain::id::PersonId;
use jiff::Timestamp;

/// What became of a message so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutboxState {
    /// It is tried when its time has come.
    Waiting,
    /// It is being tried.
    Sending,
    /// The target took it.
    Sent,
    /// It may have arrived or not; it was not tried again.
    Unknown,
    /// It cannot be sent: a dead letter.
    Failed,
    /// It was not sent in time, and is not any more.
    Stale,
    /// Somebody acknowledged the story before it left.
    Silenced,
}

impl OutboxState {
    /// Every state.
    pub const ALL: [Self; 7] =
        [Self::Waiting, Self::Sending, Self::Sent, Self::Unknown, Self::Failed, Self::Stale, Self::Silenced];

    /// Its name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Unknown => "unknown",
            Self::Failed => "failed",
            Self::Stale => "stale",
            Self::Silenced => "silenced",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A message to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMessage {
    /// Who is who: the same key to the same target is the same message.
    pub key: String,
    /// To which target; 0 for whoever complained.
    pub target: i64,
    /// To whom; nobody of the house (0) for whoever complained.
    pub person: PersonId,
    /// About which story.
    pub story: Option<String>,
    /// What it says; JSON.
    pub body: String,
    /// From then on it is not sent any more.
    pub until: Timestamp,
    /// The complaint whose customer it goes to.
    pub complaint: Option<i64>,
}

/// A message in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxRow {
    /// Its number; they grow.
    pub id: i64,
    /// What it is.
    pub message: NewMessage,
    /// Since when.
    pub created_at: Timestamp,
    /// What became of it.
    pub state: OutboxState,
    /// How often it was tried.
    pub tries: i64,
    /// Of how many tries it is not known whether they arrived.
    pub unknown: i64,
    /// When it is tried next.
    pub next_try_at: Timestamp,
    /// When it was tried last.
    pub tried_at: Option<Timestamp>,
    /// What went wrong last.
    pub reason: Option<String>,
    /// What the target calls it.
    pub receipt: Option<String>,
}

/// What came of one try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// Which message.
    pub id: i64,
    /// What becomes of it: waiting for another try, or an end.
    pub state: OutboxState,
    /// When it is tried again.
    pub next_try_at: Timestamp,
    /// What went wrong.
    pub reason: Option<String>,
    /// What the target calls it.
    pub receipt: Option<String>,
    /// Whether it is not known if this try arrived.
    pub unknown: bool,
    /// Whether the target is to blame: its failures are counted, and it rests until then after several.
    pub target_failed: bool,
    /// Until when the target is left alone.
    pub rests_until: Option<Timestamp>,
}

pub(crate) const OUTBOX: &str = "id, key, target, person, story, body, until, complaint, created_at, state, tries, unknown, next_try_at, tried_at, reason, receipt";

pub(crate) fn row(c: &mut Columns<'_>) -> Result<OutboxRow> {
    Ok(OutboxRow {
        id: c.int()?,
        message: NewMessage {
            key: c.text()?,
            target: c.int()?,
            person: PersonId(c.int()?),
            story: c.maybe_text()?,
            body: c.text()?,
            until: c.time()?,
            complaint: c.maybe_int()?,
        },
        created_at: c.time()?,
        state: c.word(OutboxState::from_code)?,
        tries: c.int()?,
        unknown: c.int()?,
        next_try_at: c.time()?,
        tried_at: c.maybe_time()?,
        reason: c.maybe_text()?,
        receipt: c.maybe_text()?,
    })
}

/// Puts messages into the outbox; one that is there stays as it is.
pub(crate) async fn post(tx: &mut Tx, messages: &[NewMessage], at: Timestamp) -> Result<()> {
    if messages.is_empty() {
        return Ok(());
    }
    let first = tx.next_ids("outbox", messages.len() as i64).await?;
    let values = (first..).zip(messages).flat_map(|(id, m)| -> [Value; 13] {
        [
            id.into(),
            (&m.key).into(),
            m.target.into(),
            m.person.into(),
            (&m.story).into(),
            (&m.body).into(),
            at.into(),
            m.until.into(),
            OutboxState::Waiting.code().into(),
            0.into(),
            0.into(),
            at.into(),
            m.complaint.into(),
        ]
    });
    let head = "INSERT INTO outbox (id, key, target, person, story, body, created_at, until, state, tries, unknown, next_try_at, complaint)";
    tx.bulk(head, "ON CONFLICT (key, target) DO NOTHING", values.collect()).await?;
    Ok(())
}

impl Store {
    /// Puts a message into the outbox; one that is there stays as it is.
    pub async fn post_message(&self, message: NewMessage, at: Timestamp) -> Result<()> {
        let mut tx = self.write().await?;
        post(&mut tx, &[message], at).await?;
        tx.commit().await
    }

    /// Whether a message of that key to a person was put into the outbox, whatever became of it.
    pub async fn is_posted(&self, person: PersonId, key: &str) -> Result<bool> {
        let sql = "SELECT id FROM outbox WHERE key = ? AND person = ? LIMIT 1";
        Ok(self.row(sql, [key.into(), person.into()]).await?.is_some())
    }

    /// The messages whose time has come, to targets that are not left alone: those about a story first, then the oldest.
    pub async fn due_messages(&self, now: Timestamp, limit: i64) -> Result<Vec<OutboxRow>> {
        let sql = format!(
            "SELECT {OUTBOX} FROM outbox WHERE state = 'waiting' AND next_try_at <= ?
             AND (until <= ? OR NOT EXISTS (SELECT 1 FROM target t WHERE t.id = outbox.target AND t.rests_until > ?))
             ORDER BY CASE WHEN story IS NULL THEN 1 ELSE 0 END, id LIMIT ?"
        );
        let rows = self.rows(&sql, [now.into(), now.into(), now.into(), limit.into()]).await?;
        rows.iter().map(|r| row(&mut r.columns())).collect()
    }

    /// Takes a waiting message to try it: from now on a process that dies leaves it as not known. `false` where somebody else has it.
    pub async fn begin_sending(&self, id: i64, at: Timestamp) -> Result<bool> {
        let mut tx = self.write().await?;
        let sql =
            "UPDATE outbox SET state = 'sending', tries = tries + 1, tried_at = ? WHERE id = ? AND state = 'waiting'";
        let taken = tx.run(sql, [at.into(), id.into()]).await? == 1;
        tx.commit().await?;
        Ok(taken)
    }

    /// Lets a waiting message be sent until later than it was given.
    pub async fn prolong(&self, id: i64, until: Timestamp) -> Result<()> {
        let mut tx = self.write().await?;
        tx.run(
            "UPDATE outbox SET until = ? WHERE id = ? AND until < ? AND state = 'waiting'",
            [until.into(), id.into(), until.into()],
        )
        .await?;
        tx.commit().await
    }

    /// Writes down what came of a try, and what it says of the target.
    pub async fn end_sending(&self, tried: Tried) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "UPDATE outbox SET state = ?, next_try_at = ?, reason = ?, receipt = ?, unknown = unknown + ? WHERE id = ? RETURNING target";
        let values = [
            tried.state.code().into(),
            tried.next_try_at.into(),
            (&tried.reason).into(),
            (&tried.receipt).into(),
            tried.unknown.into(),
            tried.id.into(),
        ];
        let target = tx.row(sql, values).await?.ok_or(Error::NotFound)?.columns().int()?;
        if tried.target_failed {
            note(&mut tx, target, tried.reason.as_deref(), tried.rests_until).await?;
        } else if tried.state == OutboxState::Sent {
            note(&mut tx, target, None, None).await?;
        }
        tx.commit().await
    }

    /// The messages that were taken then or before, and of which nobody wrote down what came.
    pub async fn cut_short(&self, before: Timestamp) -> Result<Vec<OutboxRow>> {
        let sql = format!("SELECT {OUTBOX} FROM outbox WHERE state = 'sending' AND tried_at <= ? ORDER BY id");
        let rows = self.rows(&sql, [before.into()]).await?;
        rows.iter().map(|r| row(&mut r.columns())).collect()
    }

    /// Calls that are not sent any more, to anybody, newest first: before this number.
    pub async fn ended_calls(&self, before: Option<i64>, limit: i64) -> Result<Vec<OutboxRow>> {
        let sql = format!(
            "SELECT {OUTBOX} FROM outbox WHERE story IS NOT NULL AND state NOT IN ('waiting', 'sending') AND id < ? ORDER BY id DESC LIMIT ?"
        );
        let rows = self.rows(&sql, [before.unwrap_or(i64::MAX).into(), limit.into()]).await?;
        rows.iter().map(|r| row(&mut r.columns())).collect()
    }

    /// Messages to a person, newest first: before this number, in these states; all for none.
    pub async fn messages_to(
        &self,
        person: PersonId,
        states: &[OutboxState],
        before: Option<i64>,
        limit: i64,
    ) -> Result<Vec<OutboxRow>> {
        let wanted = match states {
            [] => String::new(),
            states => {
                let codes: Vec<_> = states.iter().map(|state| format!("'{}'", state.code())).collect();
                format!("AND state IN ({})", codes.join(", "))
            }
        };
        let sql = format!("SELECT {OUTBOX} FROM outbox WHERE person = ? AND id < ? {wanted} ORDER BY id DESC LIMIT ?");
        let rows = self.rows(&sql, [person.into(), before.unwrap_or(i64::MAX).into(), limit.into()]).await?;
        rows.iter().map(|r| row(&mut r.columns())).collect()
    }
}
