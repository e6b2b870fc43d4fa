//! Drills that people played: who played whom, what was noted, and what came of it.

use crate::people::{found, organisation_exists};
use crate::sql::{Columns, Row};
use crate::{Result, Store};
use domain::id::{OrganisationId, PersonId};
use jiff::Timestamp;

const COLUMNS: &str = "id, pack, title, seed, seats, person, started_at, heard_at, ended_at, ended, score";

/// A drill that begins.
#[derive(Clone, Debug)]
pub struct NewDrill {
    /// The pack.
    pub pack: String,
    /// What happens in it.
    pub title: String,
    /// What its posts are drawn from.
    pub seed: i64,
    /// Who plays whom, as JSON.
    pub seats: String,
    /// Who leads it.
    pub person: PersonId,
}

/// A drill as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrillRow {
    /// Its id.
    pub id: i64,
    /// The pack.
    pub pack: String,
    /// What happens in it.
    pub title: String,
    /// What its posts were drawn from.
    pub seed: i64,
    /// Who plays whom, as JSON.
    pub seats: String,
    /// Who leads it.
    pub person: Option<PersonId>,
    /// When it was started.
    pub started_at: Timestamp,
    /// When whatever plays it said so last.
    pub heard_at: Timestamp,
    /// When it ended; `None`: it is played, or was lost.
    pub ended_at: Option<Timestamp>,
    /// How it ended, as a code; empty while it is played.
    pub ended: String,
    /// Its score in hundredths.
    pub score: Option<i64>,
}

/// How a drill ended.
#[derive(Clone, Debug)]
pub struct DrillEnd {
    /// As a code.
    pub ended: String,
    /// Its score in hundredths.
    pub score: Option<i64>,
    /// What came of it, as JSON.
    pub report: String,
    /// What people showed in it, by their ids, as JSON; empty where nobody knows.
    pub shown: String,
}

/// What people showed in a drill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrillShown {
    /// The pack.
    pub pack: String,
    /// When it ended.
    pub ended_at: Timestamp,
    /// What they showed, by their ids, as JSON.
    pub shown: String,
}

/// A kept drill with somebody in it, as it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrillTexts {
    /// Its id.
    pub id: i64,
    /// Who played whom, as JSON.
    pub seats: String,
    /// What came of it, as JSON.
    pub report: String,
    /// What people showed in it, as JSON.
    pub shown: String,
    /// Its notes: number and text.
    pub notes: Vec<(i64, String)>,
    /// Who led it or noted something, each once.
    pub by: Vec<PersonId>,
}

/// Something that whoever leads wrote down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrillNote {
    /// Who.
    pub person: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// What time it was in the drill.
    pub played_at: Timestamp,
    /// What.
    pub text: String,
}

fn read(c: &mut Columns<'_>) -> Result<DrillRow> {
    Ok(DrillRow {
        id: c.int()?,
        pack: c.text()?,
        title: c.text()?,
        seed: c.int()?,
        seats: c.text()?,
        person: c.maybe_int()?.map(PersonId),
        started_at: c.time()?,
        heard_at: c.time()?,
        ended_at: c.maybe_time()?,
        ended: c.text()?,
        score: c.maybe_int()?,
    })
}

impl Store {
    /// A drill begins. Answers its id.
    pub async fn begin_drill(&self, organisation: OrganisationId, new: &NewDrill, at: Timestamp) -> Result<i64> {
        let mut tx = self.write().await?;
        organisation_exists(&mut tx, organisation).await?;
        let id = tx.next_id("drill").await?;
        let sql = "INSERT INTO drill (id, organisation, pack, title, seed, seats, person, started_at, heard_at, ended, report)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')";
        let values = [
            id.into(),
            organisation.into(),
            new.pack.as_str().into(),
            new.title.as_str().into(),
            new.seed.into(),
            new.seats.as_str().into(),
            new.person.into(),
            at.into(),
            at.into(),
        ];
        tx.run(sql, values).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Whatever plays a drill says that it does. [`crate::Error::NotFound`] for one that is over.
    pub async fn heard_drill(&self, organisation: OrganisationId, id: i64, at: Timestamp) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "UPDATE drill SET heard_at = ? WHERE organisation = ? AND id = ? AND ended_at IS NULL";
        found(tx.run(sql, [at.into(), organisation.into(), id.into()]).await?)?;
        tx.commit().await
    }

    /// Who plays whom, as JSON, once it changed: somebody came in. [`crate::Error::NotFound`] for a drill that is over.
    pub async fn seat_drill(&self, organisation: OrganisationId, id: i64, seats: &str) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "UPDATE drill SET seats = ? WHERE organisation = ? AND id = ? AND ended_at IS NULL";
        found(tx.run(sql, [seats.into(), organisation.into(), id.into()]).await?)?;
        tx.commit().await
    }

    /// A drill ends, once; what came of it is kept. [`crate::Error::NotFound`] for one that is over.
    pub async fn end_drill(&self, organisation: OrganisationId, id: i64, end: &DrillEnd, at: Timestamp) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "UPDATE drill SET ended_at = ?, ended = ?, score = ?, report = ?, shown = ?
                   WHERE organisation = ? AND id = ? AND ended_at IS NULL";
        let values = [
            at.into(),
            end.ended.as_str().into(),
            end.score.into(),
            end.report.as_str().into(),
            end.shown.as_str().into(),
            organisation.into(),
            id.into(),
        ];
        found(tx.run(sql, values).await?)?;
        tx.commit().await
    }

    /// The drills of an organisation, the last first.
    pub async fn drills(&self, organisation: OrganisationId, limit: i64) -> Result<Vec<DrillRow>> {
        self.organisation(organisation).await?;
        let sql =
            format!("SELECT {COLUMNS} FROM drill WHERE organisation = ? ORDER BY started_at DESC, id DESC LIMIT ?");
        self.rows(&sql, [organisation.into(), limit.into()]).await?.iter().map(|row| read(&mut row.columns())).collect()
    }

    /// A drill, and what came of it as JSON; empty while it is played.
    pub async fn drill(&self, organisation: OrganisationId, id: i64) -> Result<(DrillRow, String)> {
        let sql = format!("SELECT report, {COLUMNS} FROM drill WHERE organisation = ? AND id = ?");
        let row = self.row(&sql, [organisation.into(), id.into()]).await?.ok_or(crate::Error::NotFound)?;
        let mut c = row.columns();
        let report = c.text()?;
        Ok((read(&mut c)?, report))
    }

    /// What people showed in the drills that ended at that time or since, the last first.
    pub async fn drills_shown(&self, organisation: OrganisationId, since: Timestamp) -> Result<Vec<DrillShown>> {
        self.organisation(organisation).await?;
        let sql = "SELECT pack, ended_at, shown FROM drill WHERE organisation = ? AND ended_at >= ? AND shown <> ''
                   ORDER BY ended_at DESC, id DESC";
        let read = |row: &Row| {
            let mut c = row.columns();
            Ok(DrillShown { pack: c.text()?, ended_at: c.time()?, shown: c.text()? })
        };
        self.rows(sql, [organisation.into(), since.into()]).await?.iter().map(read).collect()
    }

    /// What is written down of the drills that ended, one after the other: the first after that id.
    pub async fn drill_texts(&self, organisation: OrganisationId, after: i64) -> Result<Option<DrillTexts>> {
        self.organisation(organisation).await?;
        let sql =
            "SELECT id, seats, report, shown, person FROM drill WHERE organisation = ? AND id > ? AND ended_at IS NOT NULL
                   ORDER BY id LIMIT 1";
        let Some(row) = self.row(sql, [organisation.into(), after.into()]).await? else { return Ok(None) };
        let mut c = row.columns();
        let (id, seats, report, shown, led) = (c.int()?, c.text()?, c.text()?, c.text()?, c.maybe_int()?);
        let (mut by, mut notes) = (led.map(PersonId).into_iter().collect::<Vec<_>>(), Vec::new());
        let sql = "SELECT number, body, person FROM drill_note WHERE drill = ? ORDER BY number";
        for row in self.rows(sql, [id.into()]).await? {
            let mut c = row.columns();
            notes.push((c.int()?, c.text()?));
            by.extend(c.maybe_int()?.map(PersonId));
        }
        by.sort_unstable();
        by.dedup();
        Ok(Some(DrillTexts { id, seats, report, shown, notes, by }))
    }

    /// Puts other texts in the place of those of a drill that ended, and takes away that somebody led it or noted something. What stood there is
    /// overwritten where the engine can do so.
    pub async fn erase_in_drill(
        &self,
        organisation: OrganisationId,
        texts: &DrillTexts,
        person: Option<PersonId>,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        for statement in tx.engine().overwrites() {
            tx.run(statement, []).await?;
        }
        let sql = "UPDATE drill SET seats = ?, report = ?, shown = ? WHERE organisation = ? AND id = ? AND ended_at IS NOT NULL";
        let values = [
            texts.seats.as_str().into(),
            texts.report.as_str().into(),
            texts.shown.as_str().into(),
            organisation.into(),
            texts.id.into(),
        ];
        found(tx.run(sql, values).await?)?;
        for (number, body) in &texts.notes {
            let sql = "UPDATE drill_note SET body = ? WHERE drill = ? AND number = ?";
            tx.run(sql, [body.as_str().into(), texts.id.into(), (*number).into()]).await?;
        }
        if let Some(person) = person {
            tx.run("UPDATE drill SET person = NULL WHERE id = ? AND person = ?", [texts.id.into(), person.into()])
                .await?;
            let sql = "UPDATE drill_note SET person = NULL WHERE drill = ? AND person = ?";
            tx.run(sql, [texts.id.into(), person.into()]).await?;
        }
        tx.commit().await
    }

    /// Writes something down of a drill.
    pub async fn note_drill(&self, organisation: OrganisationId, id: i64, note: &DrillNote) -> Result<()> {
        let mut tx = self.write().await?;
        let there = tx.row("SELECT id FROM drill WHERE organisation = ? AND id = ?", [organisation.into(), id.into()]);
        there.await?.ok_or(crate::Error::NotFound)?;
        let sql = "SELECT coalesce(max(number), 0) + 1 FROM drill_note WHERE drill = ?";
        let row = tx.row(sql, [id.into()]).await?.ok_or(crate::Error::NotFound)?;
        let number = row.columns().int()?;
        let sql = "INSERT INTO drill_note (drill, number, person, at, played_at, body) VALUES (?, ?, ?, ?, ?, ?)";
        let values = [
            id.into(),
            number.into(),
            note.person.map(|person| person.0).into(),
            note.at.into(),
            note.played_at.into(),
            note.text.as_str().into(),
        ];
        tx.run(sql, values).await?;
        tx.commit().await
    }

    /// What was written down of a drill, in order.
    pub async fn drill_notes(&self, organisation: OrganisationId, id: i64) -> Result<Vec<DrillNote>> {
        self.drill(organisation, id).await?;
        let sql = "SELECT person, at, played_at, body FROM drill_note WHERE drill = ? ORDER BY number";
        let read = |row: &Row| {
            let mut c = row.columns();
            Ok(DrillNote { person: c.maybe_int()?.map(PersonId), at: c.time()?, played_at: c.time()?, text: c.text()? })
        };
        self.rows(sql, [id.into()]).await?.iter().map(read).collect()
    }
}
