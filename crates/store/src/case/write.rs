//! What is written of a case: a number first, then record after record, each over the last one that was seen.

use super::own;
use crate::brand::brand_exists;
use crate::codes;
use crate::outbox::{NewMessage, post};
use crate::sql::Tx;
use crate::value::Value;
use crate::{Error, Result, Store};
use domain::case::event::{Heat, Step};
use domain::case::{Actor, Capture, Record, Sealed, TextRef, root};
use domain::id::{BrandId, CaseId, MentionId, OrganisationId, PersonId};
use jiff::Timestamp;

/// What lists ask of a case once its records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseNow {
    /// Where it stands.
    pub step: Step,
    /// Who leads, if somebody with a login does.
    pub lead: Option<PersonId>,
    /// When the house looks at it again.
    pub due_at: Option<Timestamp>,
    /// How loud it is.
    pub heat: Heat,
}

impl CaseNow {
    fn is_live(self) -> bool {
        !matches!(self.step, Step::Closed | Step::Dismissed)
    }
}

/// Records to be written, with the texts and captures that they name and the messages that tell of them: all or nothing.
#[derive(Clone, Debug)]
pub struct Append {
    /// The number of the record that was last when this was decided; 0: of a new case.
    pub expected: u32,
    /// The records, at least one.
    pub records: Vec<Record>,
    /// Texts they name.
    pub texts: Vec<Sealed>,
    /// Captures they name.
    pub captures: Vec<(Capture, Vec<u8>)>,
    /// Texts and captures that they say are erased.
    pub erases: (Vec<TextRef>, Vec<Capture>),
    /// Mentions that it answers from then on; each is answered by one log at a time.
    pub takes: Vec<MentionId>,
    /// Mentions that it answers no more.
    pub leaves: Vec<MentionId>,
    /// What lists ask of it from then on.
    pub now: CaseNow,
    /// Messages that tell of it.
    pub messages: Vec<NewMessage>,
}

impl Store {
    /// The number of the case that a brand has open, or of a new one where it has none: two who ask at once get the same. `beside`: a case of its own
    /// although another is open. It is a case once its first record is written.
    pub async fn number_case(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        beside: bool,
        at: Timestamp,
    ) -> Result<CaseId> {
        let mut tx = self.write().await?;
        brand_exists(&mut tx, organisation, brand).await?;
        if !beside && let Some(row) = tx.row("SELECT id FROM case_file WHERE live = ?", [brand.into()]).await? {
            return Ok(CaseId(row.columns().int()?));
        }
        let id = CaseId(tx.next_id("case_file").await?);
        let live = (!beside).then_some(brand.0);
        let sql = "INSERT INTO case_file (id, organisation, brand, live, step, opened_at, moved_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, 0)";
        let step = codes::step(Step::Signal);
        let values = [id.0.into(), organisation.into(), brand.into(), live.into(), step.into(), at.into(), at.into()];
        tx.run(sql, values).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Writes records at the end of a case's log.
    ///
    /// # Errors
    /// [`Error::Conflict`] where others wrote meanwhile, the records do not follow the last one, or another log answers a mention; nothing is written then.
    pub async fn append_to_case(
        &self,
        organisation: OrganisationId,
        case: CaseId,
        append: Append,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        own(&mut tx, organisation, case).await?;
        follows(&mut tx, organisation, case, &append).await?;
        let Some(last) = append.records.last() else { return Ok(()) };
        let version = i64::from(last.version);
        write_records(&mut tx, case, &append.records).await?;
        keep(&mut tx, case, &append, at).await?;
        erase(&mut tx, case, &append.erases.0, &append.erases.1).await?;
        hold(&mut tx, case, &append).await?;
        stands(&mut tx, case, append.now, version, at).await?;
        post(&mut tx, &append.messages, at).await?;
        tx.commit().await
    }
}

/// Whether the records follow what is there: the number that was expected, and hash on hash.
async fn follows(tx: &mut Tx, organisation: OrganisationId, case: CaseId, append: &Append) -> Result<()> {
    let sql = "SELECT version, hash FROM case_event WHERE case_id = ? ORDER BY version DESC LIMIT 1";
    let (last, mut prev) = match tx.row(sql, [case.0.into()]).await? {
        Some(row) => {
            let mut c = row.columns();
            (super::number(&mut c)?, super::bytes(&mut c)?)
        }
        None => (0, root(organisation, case).0),
    };
    let meanwhile = || Error::Conflict("somebody else acted in this case meanwhile".to_owned());
    if last != append.expected {
        return Err(meanwhile());
    }
    for (version, record) in (last + 1..).zip(&append.records) {
        if record.version != version || record.prev.0 != prev {
            return Err(meanwhile());
        }
        prev = record.hash.0;
    }
    Ok(())
}

async fn write_records(tx: &mut Tx, case: CaseId, records: &[Record]) -> Result<()> {
    let values = records.iter().flat_map(|record| -> [Value; 8] {
        let person = match record.by {
            Actor::House => None,
            Actor::Member(person) => Some(person.0),
        };
        [
            case.0.into(),
            i64::from(record.version).into(),
            record.at.into(),
            person.into(),
            (&record.kind).into(),
            (&record.body).into(),
            record.prev.0[..].into(),
            record.hash.0[..].into(),
        ]
    });
    let head = "INSERT INTO case_event (case_id, version, at, person, kind, body, prev, hash)";
    tx.bulk(head, "", values.collect()).await?;
    Ok(())
}

async fn keep(tx: &mut Tx, case: CaseId, append: &Append, at: Timestamp) -> Result<()> {
    for text in &append.texts {
        let sql = "INSERT INTO case_text (case_id, reference, salt, text) VALUES (?, ?, ?, ?) ON CONFLICT (case_id, reference) DO NOTHING";
        let reference = text.reference();
        tx.run(sql, [case.0.into(), reference.0[..].into(), text.salt.0[..].into(), (&text.text).into()]).await?;
    }
    for (capture, bytes) in &append.captures {
        let sql = "INSERT INTO case_capture (case_id, capture, at, bytes) VALUES (?, ?, ?, ?) ON CONFLICT (case_id, capture) DO NOTHING";
        tx.run(sql, [case.0.into(), capture.0[..].into(), at.into(), bytes[..].into()]).await?;
    }
    Ok(())
}

/// Takes texts and captures out; the log keeps what stands for them.
pub(super) async fn erase(tx: &mut Tx, case: CaseId, texts: &[TextRef], captures: &[Capture]) -> Result<()> {
    for text in texts {
        let sql = "DELETE FROM case_text WHERE case_id = ? AND reference = ?";
        tx.run(sql, [case.0.into(), text.0[..].into()]).await?;
    }
    for capture in captures {
        let sql = "DELETE FROM case_capture WHERE case_id = ? AND capture = ?";
        tx.run(sql, [case.0.into(), capture.0[..].into()]).await?;
    }
    Ok(())
}

/// Who answers a mention: one log.
async fn hold(tx: &mut Tx, case: CaseId, append: &Append) -> Result<()> {
    for mention in &append.leaves {
        let sql = "DELETE FROM case_mention WHERE mention = ? AND case_id = ?";
        tx.run(sql, [mention.0.into(), case.0.into()]).await?;
    }
    for mention in &append.takes {
        let sql = "INSERT INTO case_mention (mention, case_id) VALUES (?, ?) ON CONFLICT (mention) DO NOTHING";
        tx.run(sql, [mention.0.into(), case.0.into()]).await?;
        let row = tx.row("SELECT case_id FROM case_mention WHERE mention = ?", [mention.0.into()]).await?;
        if row.ok_or(Error::NotFound)?.columns().int()? != case.0 {
            return Err(Error::Conflict("somebody else answers that mention meanwhile".to_owned()));
        }
    }
    Ok(())
}

/// What lists ask of it. A case that comes back is its brand's open one again, unless another is.
async fn stands(tx: &mut Tx, case: CaseId, now: CaseNow, version: i64, at: Timestamp) -> Result<()> {
    let sql = "UPDATE case_file SET step = ?, lead = ?, due_at = ?, version = ?, heat = ?, moved_at = ?,
                   opened_at = CASE WHEN version = 0 THEN ? ELSE opened_at END
               WHERE id = ?";
    let lead = now.lead.map(|person| person.0);
    let step = codes::step(now.step);
    let heat = codes::heat(now.heat);
    let stood = [step.into(), lead.into(), now.due_at.into(), version.into(), heat.into()];
    let values = stood.into_iter().chain([at.into(), at.into(), case.0.into()]);
    tx.run(sql, values).await?;
    let sql = if now.is_live() {
        "UPDATE case_file SET live = brand WHERE id = ? AND live IS NULL AND mention IS NULL
         AND NOT EXISTS (SELECT 1 FROM case_file other WHERE other.live = case_file.brand)"
    } else {
        "UPDATE case_file SET live = NULL WHERE id = ?"
    };
    tx.run(sql, [case.0.into()]).await?;
    Ok(())
}
