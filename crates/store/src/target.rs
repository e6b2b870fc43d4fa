//! How people are reached: their targets in the order they are tried, and when they may be called. A person's own, whatever they are a
//! member of.

use crate::people::found;
use crate::sql::{Columns, Tx};
use crate::value::Value;
use crate::{Error, Result, Store};
use domain::id::PersonId;
use jiff::Timestamp;

/// One way to reach somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetRow {
    /// Its id.
    pub id: i64,
    /// Whose.
    pub person: PersonId,
    /// `mail`, `ntfy`, `push`, `webhook` or `chat`.
    pub kind: String,
    /// Its name as shown.
    pub name: String,
    /// Where it leads; JSON, may hold a secret.
    pub settings: String,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// When somebody last tapped the link of a message that it brought.
    pub tapped_at: Option<Timestamp>,
    /// Failures since it last took a message.
    pub failures: i64,
    /// Until then it is left alone, after several failures.
    pub rests_until: Option<Timestamp>,
    /// What went wrong last.
    pub problem: Option<String>,
}

/// Somebody's new target.
#[derive(Clone, Debug)]
pub struct NewTarget {
    /// Whose.
    pub person: PersonId,
    /// `mail`, `ntfy`, `push`, `webhook` or `chat`.
    pub kind: String,
    /// Its name as shown.
    pub name: String,
    /// Where it leads; JSON.
    pub settings: String,
}

const TARGET: &str = "id, person, kind, name, settings, created_at, tapped_at, failures, rests_until, problem";

fn target(c: &mut Columns<'_>) -> Result<TargetRow> {
    Ok(TargetRow {
        id: c.int()?,
        person: PersonId(c.int()?),
        kind: c.text()?,
        name: c.text()?,
        settings: c.text()?,
        created_at: c.time()?,
        tapped_at: c.maybe_time()?,
        failures: c.int()?,
        rests_until: c.maybe_time()?,
        problem: c.maybe_text()?,
    })
}

impl Store {
    /// Adds a target after those that are there. The same kind and settings again is the one that is there, by its new name.
    pub async fn add_target(&self, new: NewTarget, at: Timestamp) -> Result<TargetRow> {
        let mut tx = self.write().await?;
        let there = "SELECT id FROM person WHERE id = ?";
        tx.row(there, [new.person.into()]).await?.ok_or(Error::NotFound)?;
        let same = "SELECT id FROM target WHERE person = ? AND kind = ? AND settings = ?";
        let same = tx.row(same, [new.person.into(), (&new.kind).into(), (&new.settings).into()]).await?;
        let id = match same {
            Some(row) => {
                let id = row.columns().int()?;
                tx.run("UPDATE target SET name = ? WHERE id = ?", [new.name.into(), id.into()]).await?;
                id
            }
            None => {
                let id = tx.next_id("target").await?;
                let sql = "INSERT INTO target (id, person, kind, name, settings, created_at, failures) VALUES (?, ?, ?, ?, ?, ?, 0)";
                let values =
                    [id.into(), new.person.into(), new.kind.into(), new.name.into(), new.settings.into(), at.into()];
                tx.run(sql, values).await?;
                id
            }
        };
        tx.commit().await?;
        self.target(new.person, id).await
    }

    /// One target of a person.
    pub async fn target(&self, person: PersonId, id: i64) -> Result<TargetRow> {
        let sql = format!("SELECT {TARGET} FROM target WHERE person = ? AND id = ?");
        let row = self.row(&sql, [person.into(), id.into()]).await?.ok_or(Error::NotFound)?;
        target(&mut row.columns())
    }

    /// A person's targets, in the order they are tried; everybody's for `None`.
    pub async fn targets(&self, person: Option<PersonId>) -> Result<Vec<TargetRow>> {
        let (of, values) = match person {
            Some(person) => ("WHERE person = ?", vec![person.into()]),
            None => ("", Vec::new()),
        };
        let rows = self.rows(&format!("SELECT {TARGET} FROM target {of} ORDER BY person, place, id"), values).await?;
        rows.iter().map(|row| target(&mut row.columns())).collect()
    }

    /// Has a target tried before the person's others.
    pub async fn put_target_first(&self, person: PersonId, id: i64) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "UPDATE target SET place = (SELECT min(place) FROM target WHERE person = ?) - 1 WHERE person = ? AND id = ?";
        found(tx.run(sql, [person.into(), person.into(), id.into()]).await?)?;
        tx.commit().await
    }

    /// Takes a target away; what still waits for it is not sent.
    pub async fn remove_target(&self, person: PersonId, id: i64) -> Result<()> {
        let mut tx = self.write().await?;
        found(tx.run("DELETE FROM target WHERE person = ? AND id = ?", [person.into(), id.into()]).await?)?;
        let sql = "UPDATE outbox SET state = 'failed', reason = 'the target was taken away' WHERE target = ? AND state = 'waiting'";
        tx.run(sql, [id.into()]).await?;
        tx.commit().await
    }

    /// Notes that somebody tapped a link that this target brought: it works.
    pub async fn target_tapped(&self, person: PersonId, id: i64, at: Timestamp) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "UPDATE target SET tapped_at = ? WHERE person = ? AND id = ?";
        found(tx.run(sql, [at.into(), person.into(), id.into()]).await?)?;
        tx.commit().await
    }

    /// When a person may be called and how often; JSON. `None` where nothing was said.
    pub async fn recipient(&self, person: PersonId) -> Result<Option<String>> {
        let row = self.row("SELECT settings FROM recipient WHERE person = ?", [person.into()]).await?;
        row.map(|row| row.columns().text()).transpose()
    }

    /// When everybody may be called and how often, where they said it; JSON.
    pub async fn recipients(&self) -> Result<Vec<(PersonId, String)>> {
        let rows = self.rows("SELECT person, settings FROM recipient ORDER BY person", []).await?;
        rows.iter()
            .map(|row| {
                let mut c = row.columns();
                Ok((PersonId(c.int()?), c.text()?))
            })
            .collect()
    }

    /// Says when a person may be called and how often.
    pub async fn set_recipient(&self, person: PersonId, settings: &str) -> Result<()> {
        let mut tx = self.write().await?;
        tx.row("SELECT id FROM person WHERE id = ?", [person.into()]).await?.ok_or(Error::NotFound)?;
        let sql = "INSERT INTO recipient (person, settings) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET settings = excluded.settings";
        tx.run(sql, [person.into(), settings.into()]).await?;
        tx.commit().await
    }
}

/// Counts a failure of a target, or forgets those before a success.
pub(crate) async fn note(tx: &mut Tx, id: i64, problem: Option<&str>, rests_until: Option<Timestamp>) -> Result<()> {
    let (count, problem): (&str, Value) = match problem {
        Some(problem) => ("failures + 1", problem.into()),
        None => ("0", Value::from(None::<&str>)),
    };
    let sql = format!("UPDATE target SET failures = {count}, problem = ?, rests_until = ? WHERE id = ?");
    tx.run(&sql, [problem, rests_until.into(), id.into()]).await?;
    Ok(())
}
