//! Answers kept for the API's idempotency keys: the same request sent twice is done once.

use crate::people::organisation_exists;
use crate::sql::Tx;
use crate::{Error, Result, Store};
use domain::id::OrganisationId;
use jiff::{SignedDuration, Timestamp};

/// How long an answer is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(48);

impl Store {
    /// The answer given before to this key; [`Error::Conflict`] where the key came with another request.
    pub async fn idempotent(
        &self,
        organisation: OrganisationId,
        key: &str,
        digest: &[u8; 32],
    ) -> Result<Option<(u16, String)>> {
        self.organisation(organisation).await?;
        let sql = "SELECT digest, status, body FROM answer WHERE organisation = ? AND key = ?";
        let Some(row) = self.row(sql, [organisation.into(), key.into()]).await? else {
            return Ok(None);
        };
        let mut c = row.columns();
        if c.bytes()? != digest {
            return Err(Error::Conflict("this idempotency key was used for another request".to_owned()));
        }
        let status =
            u16::try_from(c.int()?).map_err(|_| Error::Corrupt("an answer's status is out of range".to_owned()))?;
        Ok(Some((status, c.text()?)))
    }

    /// Keeps an answer; the first one given to a key stays.
    pub async fn keep_answer(
        &self,
        organisation: OrganisationId,
        key: &str,
        digest: &[u8; 32],
        status: u16,
        body: &str,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        organisation_exists(&mut tx, organisation).await?;
        forget(&mut tx, at).await?;
        tx.run(
            "INSERT INTO answer (organisation, key, digest, status, body, at) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT (organisation, key) DO NOTHING",
            [organisation.into(), key.into(), digest[..].into(), i64::from(status).into(), body.into(), at.into()],
        )
        .await?;
        tx.commit().await
    }
}

/// Lets go of the answers that are too old to be given again.
pub(crate) async fn forget(tx: &mut Tx, at: Timestamp) -> Result<()> {
    tx.run("DELETE FROM answer WHERE at <= ?", [at.checked_sub(KEPT).unwrap_or(Timestamp::MIN).into()]).await?;
    Ok(())
}
