//! What of a conversation came by mail, and the secrets by which an answer finds it.

use super::Store;
use crate::sql::{Columns, Tx};
use crate::value::Value;
use crate::{Error, Result};
use domain::id::OrganisationId;
use jiff::Timestamp;

/// Most secrets of one conversation; an older one ends when there are more.
const MOST: i64 = 200;

/// How a message came by mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMail {
    /// What stands for the mail: the same again is the same mail.
    pub digest: [u8; 32],
    /// The address it claims to come from.
    pub sender: Option<String>,
    /// Whether its end is missing.
    pub cut: bool,
    /// Files of it that were not taken.
    pub left_out: i64,
    /// As it was received.
    pub raw: Vec<u8>,
}

/// What is told of a message that came by mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByMail {
    /// The address it claims to come from; anybody can write any.
    pub sender: Option<String>,
    /// Whether its end is missing.
    pub cut: bool,
    /// Files of it that were not taken.
    pub left_out: i64,
}

/// Reads `sender, cut, left_out`, all of them NULL for what did not come by mail.
pub(super) fn by_mail(c: &mut Columns<'_>) -> Result<Option<ByMail>> {
    let (sender, cut, left_out) = (c.maybe_text()?, c.maybe_int()?, c.maybe_int()?);
    Ok(cut.map(|cut| ByMail { sender, cut: cut != 0, left_out: left_out.unwrap_or_default() }))
}

impl Store {
    /// Whether a mail was taken before, whatever became of it.
    pub async fn is_mail_taken(&self, organisation: OrganisationId, digest: &[u8; 32]) -> Result<bool> {
        let sql = "SELECT m.n FROM complaint_mail m JOIN complaint c ON c.id = m.complaint WHERE m.digest = ? AND c.organisation = ?";
        Ok(self.row(sql, [digest[..].into(), organisation.into()]).await?.is_some())
    }

    /// A mail of a conversation as it was received; nothing of it where it was erased.
    pub async fn complaint_mail(&self, organisation: OrganisationId, id: i64, n: i64) -> Result<Vec<u8>> {
        let sql = "SELECT m.raw FROM complaint_mail m JOIN complaint c ON c.id = m.complaint
                   WHERE c.organisation = ? AND c.id = ? AND m.n = ?";
        let row = self.row(sql, [organisation.into(), id.into(), n.into()]).await?.ok_or(Error::NotFound)?;
        row.columns().bytes()
    }

    /// Adds a secret by which an answer finds the conversation.
    pub async fn add_complaint_reply(
        &self,
        organisation: OrganisationId,
        id: i64,
        digest: &[u8; 32],
        at: Timestamp,
    ) -> Result<()> {
        let add =
            "INSERT INTO complaint_reply (digest, complaint, at) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING";
        let end = "DELETE FROM complaint_reply WHERE complaint = ? AND digest NOT IN
                   (SELECT digest FROM complaint_reply WHERE complaint = ? ORDER BY at DESC, digest LIMIT ?)";
        self.add_secret(organisation, id, (digest, at), (add, end, MOST)).await
    }

    /// The conversation of an organisation that the first of these secrets leads to.
    pub async fn complaint_by_reply(&self, organisation: OrganisationId, digests: &[[u8; 32]]) -> Result<Option<i64>> {
        let sql = "SELECT c.id FROM complaint_reply r JOIN complaint c ON c.id = r.complaint WHERE r.digest = ? AND c.organisation = ?";
        for digest in digests {
            if let Some(row) = self.row(sql, [digest[..].into(), organisation.into()]).await? {
                return row.columns().int().map(Some);
            }
        }
        Ok(None)
    }
}

/// Keeps how a message came.
///
/// # Errors
/// [`Error::Conflict`] where that mail was taken before.
pub(super) async fn keep_mail(tx: &mut Tx, (id, n): (i64, i64), mail: NewMail) -> Result<()> {
    let known = "SELECT n FROM complaint_mail WHERE digest = ?";
    if tx.row(known, [mail.digest[..].into()]).await?.is_some() {
        return Err(Error::Conflict("this mail was taken before".to_owned()));
    }
    let sql =
        "INSERT INTO complaint_mail (digest, complaint, n, sender, cut, left_out, raw) VALUES (?, ?, ?, ?, ?, ?, ?)";
    let values = [
        mail.digest[..].into(),
        id.into(),
        n.into(),
        (&mail.sender).into(),
        mail.cut.into(),
        mail.left_out.into(),
        mail.raw.into(),
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// Forgets mails as they were received, which tells what was said and who said it; that they came stays known.
pub(super) async fn erase_mails(tx: &mut Tx, id: i64) -> Result<()> {
    let nothing: Value = Vec::<u8>::new().into();
    tx.run("UPDATE complaint_mail SET raw = ? WHERE complaint = ?", [nothing, id.into()]).await?;
    Ok(())
}
