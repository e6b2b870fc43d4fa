//! The everyday answer to one mention: a log of its own, and which log answers which mention.

use super::{CaseFile, FILE, bytes, file};
use crate::codes;
use crate::{Error, Result, Store};
use domain::case::Capture;
use domain::case::event::{Heat, Step};
use domain::id::{CaseId, MentionId, OrganisationId};
use jiff::Timestamp;

impl Store {
    /// The number of the log in which a mention is answered outside a case; two who ask at once get the same.
    pub async fn number_everyday(
        &self,
        organisation: OrganisationId,
        mention: MentionId,
        at: Timestamp,
    ) -> Result<CaseId> {
        let mut tx = self.write().await?;
        let sql = "SELECT brand FROM mention WHERE id = ? AND organisation = ?";
        let row = tx.row(sql, [mention.0.into(), organisation.into()]).await?;
        let brand = row.ok_or(Error::NotFound)?.columns().int()?;
        if let Some(row) = tx.row("SELECT id FROM case_file WHERE mention = ?", [mention.0.into()]).await? {
            return Ok(CaseId(row.columns().int()?));
        }
        let id = CaseId(tx.next_id("case_file").await?);
        let sql = "INSERT INTO case_file (id, organisation, brand, step, opened_at, moved_at, version, heat, mention)
                   VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)";
        let (step, heat) = (codes::step(Step::Signal), codes::heat(Heat::Calm));
        let named = [id.0.into(), organisation.into(), brand.into(), step.into(), at.into(), at.into()];
        tx.run(sql, named.into_iter().chain([heat.into(), mention.0.into()])).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The log in which a mention is answered outside a case; `None` where nothing was written there.
    pub async fn everyday(&self, organisation: OrganisationId, mention: MentionId) -> Result<Option<CaseFile>> {
        let sql = format!("SELECT {FILE} FROM case_file WHERE mention = ? AND organisation = ? AND version > 0");
        self.row(&sql, [mention.0.into(), organisation.into()]).await?.as_ref().map(file).transpose()
    }

    /// The log that answers a mention at this moment: a case, or its everyday one.
    pub async fn answering(&self, organisation: OrganisationId, mention: MentionId) -> Result<Option<CaseFile>> {
        let sql = format!(
            "SELECT {FILE} FROM case_file WHERE organisation = ?
             AND id = (SELECT case_id FROM case_mention WHERE mention = ?)"
        );
        self.row(&sql, [organisation.into(), mention.0.into()]).await?.as_ref().map(file).transpose()
    }

    /// What everyday answers captured of mentions whose text was erased, by log; without what a case keeps too, or whose mention an open case has: there it is
    /// evidence. Logs after that number.
    pub async fn erased_everyday(
        &self,
        organisation: OrganisationId,
        after: CaseId,
        limit: i64,
    ) -> Result<Vec<(CaseId, Capture)>> {
        self.organisation(organisation).await?;
        let sql = "SELECT f.id, c.capture FROM case_file f
             JOIN mention m ON m.id = f.mention JOIN post p ON p.id = m.post JOIN case_capture c ON c.case_id = f.id
             WHERE f.organisation = ? AND f.id > ? AND f.version > 0 AND p.text_erased_at IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM case_capture k JOIN case_file o ON o.id = k.case_id
                             WHERE k.capture = c.capture AND o.organisation = f.organisation AND o.mention IS NULL)
             AND NOT EXISTS (SELECT 1 FROM case_mention k JOIN case_file o ON o.id = k.case_id
                             WHERE k.mention = f.mention AND o.mention IS NULL AND o.step NOT IN ('closed', 'dismissed'))
             ORDER BY f.id, c.capture LIMIT ?";
        let rows = self.rows(sql, [organisation.into(), after.0.into(), limit.into()]).await?;
        let read = |row: &crate::sql::Row| {
            let mut c = row.columns();
            Ok((CaseId(c.int()?), Capture(bytes(&mut c)?)))
        };
        rows.iter().map(read).collect()
    }
}
