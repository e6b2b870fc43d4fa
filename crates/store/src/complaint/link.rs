//! The secrets that open a conversation, kept as digests, and what mails may be sent.

use super::{Store, own};
use crate::people::found;
use crate::{Error, Result};
use domain::complaint::Mail;
use domain::id::OrganisationId;
use jiff::Timestamp;

/// Most links of one conversation; an older mailed one ends when there are more.
const MOST_LINKS: i64 = 200;

impl Store {
    /// The conversation that a link opens: whose, its number, and whether the link was mailed.
    pub async fn complaint_by_link(&self, digest: &[u8; 32]) -> Result<Option<(OrganisationId, i64, bool)>> {
        let sql = "SELECT c.organisation, c.id, l.mailed FROM complaint_link l JOIN complaint c ON c.id = l.complaint WHERE l.digest = ?";
        let row = self.row(sql, [digest[..].into()]).await?;
        row.map(|row| {
            let mut c = row.columns();
            Ok((OrganisationId(c.int()?), c.int()?, c.flag()?))
        })
        .transpose()
    }

    /// Where mails to whoever filed a complaint go, and whose it is; nowhere where they want none or were erased.
    pub async fn complaint_address(&self, id: i64) -> Result<Option<(OrganisationId, String)>> {
        let sql = "SELECT organisation, email FROM complaint WHERE id = ? AND email IS NOT NULL AND mail <> 'stopped'";
        let row = self.row(sql, [id.into()]).await?;
        row.map(|row| {
            let mut c = row.columns();
            Ok((OrganisationId(c.int()?), c.text()?))
        })
        .transpose()
    }

    /// Adds a link that is mailed.
    pub async fn add_complaint_link(
        &self,
        organisation: OrganisationId,
        id: i64,
        digest: &[u8; 32],
        at: Timestamp,
    ) -> Result<()> {
        let add = "INSERT INTO complaint_link (digest, complaint, mailed, at) VALUES (?, ?, 1, ?) ON CONFLICT (digest) DO NOTHING";
        let end = "DELETE FROM complaint_link WHERE complaint = ? AND mailed = 1 AND digest NOT IN
                   (SELECT digest FROM complaint_link WHERE complaint = ? AND mailed = 1 ORDER BY at DESC, digest LIMIT ?)";
        self.add_secret(organisation, id, (digest, at), (add, end, MOST_LINKS)).await
    }

    /// Says what mails may go to whoever complained. [`Error::NotFound`] where they left no address.
    pub async fn set_complaint_mail(&self, organisation: OrganisationId, id: i64, mail: Mail) -> Result<()> {
        let mut tx = self.write().await?;
        if own(&mut tx, organisation, id).await?.email.is_none() {
            return Err(Error::NotFound);
        }
        found(tx.run("UPDATE complaint SET mail = ? WHERE id = ?", [mail.code().into(), id.into()]).await?)?;
        if mail == Mail::Stopped {
            let sql = "UPDATE outbox SET state = 'failed', reason = 'they want no mails' WHERE complaint = ? AND state = 'waiting'";
            tx.run(sql, [id.into()]).await?;
        }
        tx.commit().await
    }

    /// Whether whoever has that address wants no mails from any complaint.
    pub async fn is_mail_stopped(&self, address: &[u8; 32]) -> Result<bool> {
        let sql = "SELECT at FROM complaint_stop WHERE digest = ?";
        Ok(self.row(sql, [address[..].into()]).await?.is_some())
    }

    /// Whoever has that address wants no mails from any complaint, or wants them again.
    pub async fn stop_mail(&self, address: &[u8; 32], stop: bool, at: Timestamp) -> Result<()> {
        let mut tx = self.write().await?;
        if stop {
            let sql = "INSERT INTO complaint_stop (digest, at) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING";
            tx.run(sql, [address[..].into(), at.into()]).await?;
        } else {
            tx.run("DELETE FROM complaint_stop WHERE digest = ?", [address[..].into()]).await?;
        }
        tx.commit().await
    }
}
