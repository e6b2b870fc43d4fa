//! What was decided about waking people: the events, their fold, and the messages that follow, in one transaction.

use crate::outbox::{NewMessage, post};
use crate::value::Value;
use crate::{Error, Result, Store};
use jiff::Timestamp;

/// The fold of the events as it is kept: JSON, and its version, which grows with each change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptBook {
    /// Its version; 0 before the first event.
    pub version: i64,
    /// The fold; JSON. `None` before the first event.
    pub book: Option<String>,
}

/// What one decision brings about.
#[derive(Clone, Debug, Default)]
pub struct Decided {
    /// The version of the book that it was decided on.
    pub version: i64,
    /// The events, in order; JSON.
    pub events: Vec<String>,
    /// The fold with them; JSON.
    pub book: String,
    /// Messages to be sent.
    pub messages: Vec<NewMessage>,
    /// Messages of these stories to these people that have not left are not sent any more.
    pub silenced: Vec<(String, domain::id::PersonId)>,
}

impl Store {
    /// The book as it is.
    pub async fn waking_book(&self) -> Result<KeptBook> {
        let row = self.row("SELECT version, book FROM waking_book WHERE id = 1", []).await?;
        row.map_or(Ok(KeptBook { version: 0, book: None }), |row| {
            let mut c = row.columns();
            Ok(KeptBook { version: c.int()?, book: Some(c.text()?) })
        })
    }

    /// Keeps a decision, all or nothing; [`Error::Conflict`] where the book has moved on meanwhile: read it and decide again.
    pub async fn keep_decision(&self, decided: Decided, at: Timestamp) -> Result<()> {
        let mut tx = self.write().await?;
        let row = tx.row("SELECT version FROM waking_book WHERE id = 1", []).await?;
        let version = row.map_or(Ok(0), |row| row.columns().int())?;
        if version != decided.version {
            return Err(Error::Conflict("somebody else decided meanwhile".to_owned()));
        }
        let first = tx.next_ids("waking_event", decided.events.len() as i64).await?;
        let events = (first..)
            .zip(&decided.events)
            .flat_map(|(seq, body)| -> [Value; 3] { [seq.into(), at.into(), body.into()] });
        tx.bulk("INSERT INTO waking_event (seq, at, body)", "", events.collect()).await?;
        let sql = "INSERT INTO waking_book (id, version, book) VALUES (1, ?, ?)
                   ON CONFLICT (id) DO UPDATE SET version = excluded.version, book = excluded.book";
        tx.run(sql, [(version + 1).into(), decided.book.into()]).await?;
        post(&mut tx, &decided.messages, at).await?;
        for (story, person) in decided.silenced {
            let sql = "UPDATE outbox SET state = 'silenced' WHERE person = ? AND story = ? AND state = 'waiting'";
            tx.run(sql, [person.into(), story.into()]).await?;
        }
        tx.commit().await
    }

    /// The events after one of them, in order, with their numbers; at most `limit`.
    pub async fn waking_events(&self, after: i64, limit: i64) -> Result<Vec<(i64, Timestamp, String)>> {
        let sql = "SELECT seq, at, body FROM waking_event WHERE seq > ? ORDER BY seq LIMIT ?";
        let rows = self.rows(sql, [after.into(), limit.into()]).await?;
        rows.iter()
            .map(|row| {
                let mut c = row.columns();
                Ok((c.int()?, c.time()?, c.text()?))
            })
            .collect()
    }
}
