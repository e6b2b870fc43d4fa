//! Set-ups begun by a link, for those who have no login yet.

use crate::people::{add_membership, add_person, another_owner_unless, found, organisation_exists};
use crate::sql::Row;
use crate::{Error, NewPerson, Result, Store};
use domain::id::OrganisationId;
use domain::organisation::{Membership, Person};
use jiff::Timestamp;

/// A set-up, or an invitation, that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSetup {
    /// The digest of its secret.
    pub digest: [u8; 32],
    /// From then on its link opens nothing.
    pub expires_at: Timestamp,
    /// What was answered so far, JSON.
    pub answers: String,
}

impl Store {
    /// Whether anybody has a login.
    pub async fn has_people(&self) -> Result<bool> {
        Ok(self.row("SELECT id FROM person LIMIT 1", []).await?.is_some())
    }

    /// Opens a set-up by a link; only the digest of its secret is kept. The `first` of a house takes over what was answered by the first
    /// one before, which ends; it holds only while nobody has a login.
    pub async fn begin_setup(
        &self,
        digest: &[u8; 32],
        first: bool,
        at: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let mut answers = "{}".to_owned();
        if first {
            let sql = "SELECT answers FROM setup WHERE first = 1 ORDER BY created_at DESC LIMIT 1";
            if let Some(row) = tx.row(sql, []).await? {
                answers = row.columns().text()?;
            }
            tx.run("DELETE FROM setup WHERE first = 1", []).await?;
        }
        tx.run("DELETE FROM setup WHERE expires_at <= ?", [at.into()]).await?;
        tx.run(
            "INSERT INTO setup (digest, first, created_at, expires_at, answers) VALUES (?, ?, ?, ?, ?)",
            [digest[..].into(), first.into(), at.into(), expires_at.into(), answers.into()],
        )
        .await?;
        tx.commit().await
    }

    /// What was answered so far in a set-up (JSON; `{}` at first); `None` where its link is unknown, expired or used.
    pub async fn setup(&self, digest: &[u8; 32], at: Timestamp) -> Result<Option<String>> {
        let sql = "SELECT answers FROM setup WHERE digest = ? AND expires_at > ?
                   AND (first = 0 OR NOT EXISTS (SELECT id FROM person))";
        let row = self.row(sql, [digest[..].into(), at.into()]).await?;
        row.map(|r| r.columns().text()).transpose()
    }

    /// The set-ups and invitations that are open, the house's first left out; oldest first.
    pub async fn open_setups(&self, at: Timestamp) -> Result<Vec<OpenSetup>> {
        let sql = "SELECT digest, expires_at, answers FROM setup WHERE first = 0 AND expires_at > ? ORDER BY created_at, digest";
        let rows = self.rows(sql, [at.into()]).await?;
        let open = |row: &Row| {
            let mut c = row.columns();
            let digest = c.bytes()?.try_into().map_err(|_| Error::Corrupt("a set-up's digest is cut".to_owned()))?;
            Ok(OpenSetup { digest, expires_at: c.time()?, answers: c.text()? })
        };
        rows.iter().map(open).collect()
    }

    /// Ends a set-up or an invitation that nobody finished: its link opens nothing any more. [`Error::NotFound`] where it had ended.
    pub async fn end_setup(&self, digest: &[u8; 32]) -> Result<()> {
        let mut tx = self.write().await?;
        found(tx.run("DELETE FROM setup WHERE digest = ?", [digest[..].into()]).await?)?;
        tx.commit().await
    }

    /// Keeps what was answered.
    pub async fn save_setup(&self, digest: &[u8; 32], answers: &str) -> Result<()> {
        let mut tx = self.write().await?;
        found(tx.run("UPDATE setup SET answers = ? WHERE digest = ?", [answers.into(), digest[..].into()]).await?)?;
        tx.commit().await
    }

    /// Ends a set-up, or an invitation, with somebody's login and what they are in the organisation, in one step: its link opens nothing any more. [`Error::NotFound`] where it had ended
    /// already, so that of two who finish at once one does; [`Error::Conflict`] where the address has a login, or the house would be owned for a time only; then
    /// nothing ends.
    pub async fn finish_setup(
        &self,
        organisation: OrganisationId,
        digest: &[u8; 32],
        (new, membership): (NewPerson, Membership),
        at: Timestamp,
    ) -> Result<Person> {
        let mut tx = self.write().await?;
        organisation_exists(&mut tx, organisation).await?;
        found(tx.run("DELETE FROM setup WHERE digest = ?", [digest[..].into()]).await?)?;
        let id = add_person(&mut tx, new, at).await?;
        another_owner_unless(&mut tx, organisation, id, membership).await?;
        add_membership(&mut tx, organisation, id, membership).await?;
        tx.commit().await?;
        self.person(id).await
    }
}
