//! Cases: the file of one situation, its log, and the erasable place of its texts and captures. The everyday answer to one mention is a log of the same
//! kind, which lists of cases leave out.

mod everyday;
mod write;

pub use write::{Append, CaseNow};

use crate::codes;
use crate::people::is_member;
use crate::sql::{Columns, Row, Tx};
use crate::{Error, Result, Store};
use domain::case::event::{Heat, Step};
use domain::case::{Actor, Capture, Record, RecordHash, Salt, Sealed};
use domain::id::{BrandId, CaseId, MentionId, OrganisationId, PersonId};
use jiff::Timestamp;

/// What lists ask of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    /// Its id.
    pub id: CaseId,
    /// Whose.
    pub organisation: OrganisationId,
    /// About which brand.
    pub brand: BrandId,
    /// Where it stands.
    pub step: Step,
    /// Who leads, if somebody with a login does.
    pub lead: Option<PersonId>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When something last happened.
    pub moved_at: Timestamp,
    /// When the house looks at it again.
    pub due_at: Option<Timestamp>,
    /// The number of its last record.
    pub version: u32,
    /// How loud it was last said to be.
    pub heat: Heat,
    /// The mention whose everyday answer it is; `None`: a case.
    pub mention: Option<MentionId>,
}

const FILE: &str = "id, organisation, brand, step, lead, opened_at, moved_at, due_at, version, heat, mention";

fn file(row: &Row) -> Result<CaseFile> {
    let mut c = row.columns();
    Ok(CaseFile {
        id: CaseId(c.int()?),
        organisation: OrganisationId(c.int()?),
        brand: BrandId(c.int()?),
        step: c.word(codes::step_of)?,
        lead: c.maybe_int()?.map(PersonId),
        opened_at: c.time()?,
        moved_at: c.time()?,
        due_at: c.maybe_time()?,
        version: number(&mut c)?,
        heat: c.word(codes::heat_of)?,
        mention: c.maybe_int()?.map(MentionId),
    })
}

fn number(c: &mut Columns<'_>) -> Result<u32> {
    let number = c.int()?;
    u32::try_from(number).map_err(|_| Error::Corrupt(format!("{number} is no number of a record")))
}

fn bytes<const N: usize>(c: &mut Columns<'_>) -> Result<[u8; N]> {
    c.bytes()?.try_into().map_err(|_| Error::Corrupt(format!("a hash or a salt has not {N} bytes")))
}

fn record(row: &Row) -> Result<Record> {
    let mut c = row.columns();
    Ok(Record {
        version: number(&mut c)?,
        at: c.int()?,
        by: c.maybe_int()?.map_or(Actor::House, |person| Actor::Member(PersonId(person))),
        kind: c.text()?,
        body: c.text()?,
        prev: RecordHash(bytes(&mut c)?),
        hash: RecordHash(bytes(&mut c)?),
    })
}

fn sealed(row: &Row) -> Result<Sealed> {
    let mut c = row.columns();
    Ok(Sealed { salt: Salt(bytes(&mut c)?), text: c.text()? })
}

/// Whether a case belongs to the organisation.
async fn own(tx: &mut Tx, organisation: OrganisationId, case: CaseId) -> Result<()> {
    let sql = "SELECT id FROM case_file WHERE id = ? AND organisation = ?";
    tx.row(sql, [case.0.into(), organisation.into()]).await?.map(|_| ()).ok_or(Error::NotFound)
}

impl Store {
    /// A case; its version is 0 as long as nothing was written of it.
    pub async fn case(&self, organisation: OrganisationId, case: CaseId) -> Result<CaseFile> {
        let sql = format!("SELECT {FILE} FROM case_file WHERE id = ? AND organisation = ?");
        let row = self.row(&sql, [case.0.into(), organisation.into()]).await?;
        file(&row.ok_or(Error::NotFound)?)
    }

    /// The cases of an organisation, the last moved first, before one of them; only those that are not over, where so asked.
    pub async fn cases(
        &self,
        organisation: OrganisationId,
        open: bool,
        before: Option<(Timestamp, CaseId)>,
        limit: i64,
    ) -> Result<Vec<CaseFile>> {
        self.organisation(organisation).await?;
        let over = if open { "AND step NOT IN ('closed', 'dismissed')" } else { "" };
        let sql = format!(
            "SELECT {FILE} FROM case_file WHERE organisation = ? AND version > 0 AND mention IS NULL {over}
             AND (moved_at < ? OR (moved_at = ? AND id < ?)) ORDER BY moved_at DESC, id DESC LIMIT ?"
        );
        let (at, id) = before.map_or((i64::MAX, i64::MAX), |(at, id)| (at.as_microsecond(), id.0));
        let values = [organisation.into(), at.into(), at.into(), id.into(), limit.into()];
        self.rows(&sql, values).await?.iter().map(file).collect()
    }

    /// The open case of a brand, where it has one.
    pub async fn open_case(&self, organisation: OrganisationId, brand: BrandId) -> Result<Option<CaseFile>> {
        self.brand(organisation, brand).await?;
        let sql = format!("SELECT {FILE} FROM case_file WHERE live = ? AND organisation = ? AND version > 0");
        self.row(&sql, [brand.into(), organisation.into()]).await?.as_ref().map(file).transpose()
    }

    /// The cases of a brand, whoever asks, the last opened first: for its public page, which shows nothing of them but what was published.
    pub async fn cases_of_public(&self, brand: BrandId, limit: i64) -> Result<Vec<CaseFile>> {
        let sql = format!(
            "SELECT {FILE} FROM case_file WHERE brand = ? AND version > 0 AND mention IS NULL
             ORDER BY opened_at DESC, id DESC LIMIT ?"
        );
        self.rows(&sql, [brand.into(), limit.into()]).await?.iter().map(file).collect()
    }

    /// The cases that the house is to look at, of the whole house, the longest due first.
    pub async fn due_cases(&self, now: Timestamp, limit: i64) -> Result<Vec<CaseFile>> {
        let sql = format!("SELECT {FILE} FROM case_file WHERE due_at <= ? AND version > 0 ORDER BY due_at, id LIMIT ?");
        self.rows(&sql, [now.into(), limit.into()]).await?.iter().map(file).collect()
    }

    /// The cases that are listened for, of the whole house: those that are not over, and those that moved since; by their numbers.
    pub async fn heard_cases(&self, since: Timestamp) -> Result<Vec<CaseFile>> {
        let sql = format!(
            "SELECT {FILE} FROM case_file WHERE version > 0 AND mention IS NULL
             AND (step NOT IN ('closed', 'dismissed') OR moved_at >= ?) ORDER BY id"
        );
        self.rows(&sql, [since.into()]).await?.iter().map(file).collect()
    }

    /// The records of a case after one of them, in order.
    pub async fn case_records(&self, organisation: OrganisationId, case: CaseId, after: u32) -> Result<Vec<Record>> {
        self.case(organisation, case).await?;
        let sql = "SELECT version, at, person, kind, body, prev, hash FROM case_event WHERE case_id = ? AND version > ? ORDER BY version";
        self.rows(sql, [case.0.into(), i64::from(after).into()]).await?.iter().map(record).collect()
    }

    /// The texts of a case that were not erased, in order of their references.
    pub async fn case_texts(&self, organisation: OrganisationId, case: CaseId) -> Result<Vec<Sealed>> {
        self.case(organisation, case).await?;
        let sql = "SELECT salt, text FROM case_text WHERE case_id = ? ORDER BY reference";
        self.rows(sql, [case.0.into()]).await?.iter().map(sealed).collect()
    }

    /// What a case captured and when, without the bytes.
    pub async fn case_captures(&self, organisation: OrganisationId, case: CaseId) -> Result<Vec<(Capture, Timestamp)>> {
        self.case(organisation, case).await?;
        let sql = "SELECT capture, at FROM case_capture WHERE case_id = ? ORDER BY at, capture";
        let read = |row: &Row| {
            let mut c = row.columns();
            Ok((Capture(bytes(&mut c)?), c.time()?))
        };
        self.rows(sql, [case.0.into()]).await?.iter().map(read).collect()
    }

    /// The bytes of one capture.
    pub async fn case_capture(&self, organisation: OrganisationId, case: CaseId, capture: Capture) -> Result<Vec<u8>> {
        self.case(organisation, case).await?;
        let sql = "SELECT bytes FROM case_capture WHERE case_id = ? AND capture = ?";
        let row = self.row(sql, [case.0.into(), capture.0[..].into()]).await?;
        row.ok_or(Error::NotFound)?.columns().bytes()
    }

    /// The last record that somebody has seen; 0: none.
    pub async fn case_seen(&self, organisation: OrganisationId, case: CaseId, person: PersonId) -> Result<u32> {
        self.case(organisation, case).await?;
        let sql = "SELECT version FROM case_seen WHERE case_id = ? AND person = ?";
        let row = self.row(sql, [case.0.into(), person.into()]).await?;
        row.map_or(Ok(0), |row| number(&mut row.columns()))
    }

    /// Keeps that a member has seen a case up to one of its records; what was seen stays seen.
    pub async fn see_case(
        &self,
        organisation: OrganisationId,
        case: CaseId,
        person: PersonId,
        version: u32,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        own(&mut tx, organisation, case).await?;
        is_member(&mut tx, organisation, person, at).await?;
        let sql = "INSERT INTO case_seen (case_id, person, version) VALUES (?, ?, ?)
                   ON CONFLICT (case_id, person) DO UPDATE SET version = excluded.version WHERE excluded.version > case_seen.version";
        tx.run(sql, [case.0.into(), person.into(), i64::from(version).into()]).await?;
        tx.commit().await
    }

    /// Says when the house looks at a case again, where that is another time than this record, its last one, said; nothing where others wrote meanwhile.
    pub async fn put_off_case(
        &self,
        organisation: OrganisationId,
        case: CaseId,
        version: u32,
        due_at: Option<Timestamp>,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        own(&mut tx, organisation, case).await?;
        let sql = "UPDATE case_file SET due_at = ? WHERE id = ? AND version = ?";
        tx.run(sql, [due_at.into(), case.0.into(), i64::from(version).into()]).await?;
        tx.commit().await
    }
}
