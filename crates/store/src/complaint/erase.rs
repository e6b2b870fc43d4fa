//! Erasure of what was said in conversations and of who said it: with the mention of the complaint, or with what was held aside.

use super::Store;
use super::mail::erase_mails;
use crate::brand::brand_exists;
use crate::sql::Tx;
use crate::{Error, Result};
use domain::id::{BrandId, OrganisationId};
use jiff::Timestamp;

impl Store {
    /// Lets go of what was held aside: what was said, its files and who said it. Answers whether there was something; what is not held stays.
    pub async fn let_go_complaint(&self, organisation: OrganisationId, id: i64, at: Timestamp) -> Result<bool> {
        let mut tx = self.write().await?;
        let sql = "SELECT held, erased_at FROM complaint WHERE id = ? AND organisation = ?";
        let row = tx.row(sql, [id.into(), organisation.into()]).await?.ok_or(Error::NotFound)?;
        let mut c = row.columns();
        let (held, erased_at) = (c.maybe_text()?, c.maybe_time()?);
        if held.is_none() || erased_at.is_some() {
            return Ok(false);
        }
        for statement in tx.engine().overwrites() {
            tx.run(statement, []).await?;
        }
        erase_words(&mut tx, id, at).await?;
        erase_person(&mut tx, id).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Lets go of what was held aside and came before that time: nobody let it in. Answers how many.
    pub async fn erase_held_complaints(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        before: Timestamp,
    ) -> Result<i64> {
        let mut tx = self.write().await?;
        brand_exists(&mut tx, organisation, brand).await?;
        for statement in tx.engine().overwrites() {
            tx.run(statement, []).await?;
        }
        let sql =
            "SELECT id FROM complaint WHERE brand = ? AND held IS NOT NULL AND moved_at < ? AND erased_at IS NULL";
        let rows = tx.rows(sql, [brand.into(), before.into()]).await?;
        let ids = rows.iter().map(|row| row.columns().int()).collect::<Result<Vec<_>>>()?;
        for id in &ids {
            erase_words(&mut tx, *id, before).await?;
            erase_person(&mut tx, *id).await?;
        }
        tx.commit().await?;
        Ok(ids.len() as i64)
    }
}

/// The complaints that some mentions are.
pub(crate) async fn complaints_of(tx: &mut Tx, mentions: &[i64]) -> Result<Vec<i64>> {
    let mut ids = Vec::new();
    for row in tx.rows_in("SELECT DISTINCT id FROM complaint WHERE mention IN {in}", &[], mentions).await? {
        ids.push(row.columns().int()?);
    }
    Ok(ids)
}

/// What was said in a conversation, with its files. The house's own names stay.
pub(crate) async fn erase_words(tx: &mut Tx, id: i64, at: Timestamp) -> Result<()> {
    tx.run("UPDATE complaint_message SET text = '' WHERE complaint = ?", [id.into()]).await?;
    tx.run("DELETE FROM complaint_file WHERE complaint = ?", [id.into()]).await?;
    erase_mails(tx, id).await?;
    tx.run("UPDATE complaint SET erased_at = ? WHERE id = ? AND erased_at IS NULL", [at.into(), id.into()]).await?;
    Ok(())
}

/// Who complained: the name, the address, and the ways into the conversation, which nobody opens any more.
pub(crate) async fn erase_person(tx: &mut Tx, id: i64) -> Result<()> {
    tx.run("UPDATE complaint SET name = NULL, email = NULL, mail = 'none' WHERE id = ?", [id.into()]).await?;
    tx.run("UPDATE complaint_message SET name = NULL WHERE complaint = ? AND person IS NULL", [id.into()]).await?;
    tx.run("DELETE FROM complaint_link WHERE complaint = ?", [id.into()]).await?;
    tx.run("DELETE FROM complaint_reply WHERE complaint = ?", [id.into()]).await?;
    tx.run("UPDATE complaint_mail SET sender = NULL WHERE complaint = ?", [id.into()]).await?;
    erase_mails(tx, id).await?;
    let sql = "UPDATE outbox SET state = 'failed', reason = 'the address was erased' WHERE complaint = ? AND state = 'waiting'";
    tx.run(sql, [id.into()]).await?;
    Ok(())
}
