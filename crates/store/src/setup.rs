//! Set-ups begun by a link, for those who have no login yet.

use crate::people::{add_person, found, organisation_exists};
use crate::{NewPerson, Result, Store};
use domain::id::OrganisationId;
use domain::organisation::{Person, Role};
use jiff::Timestamp;

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

    /// Keeps what was answered.
    pub async fn save_setup(&self, digest: &[u8; 32], answers: &str) -> Result<()> {
        let mut tx = self.write().await?;
        found(tx.run("UPDATE setup SET answers = ? WHERE digest = ?", [answers.into(), digest[..].into()]).await?)?;
        tx.commit().await
    }

    /// Ends a set-up, or an invitation, with somebody's login and what they are in the organisation, in one step: its link opens nothing any more. [`crate::Error::NotFound`] where it had ended
    /// already, so that of two who finish at once one does; [`crate::Error::Conflict`] where the address has a login, and then nothing ends.
    pub async fn finish_setup(
        &self,
        organisation: OrganisationId,
        digest: &[u8; 32],
        (new, role): (NewPerson, Role),
        at: Timestamp,
    ) -> Result<Person> {
        let mut tx = self.write().await?;
        organisation_exists(&mut tx, organisation).await?;
        found(tx.run("DELETE FROM setup WHERE digest = ?", [digest[..].into()]).await?)?;
        let id = add_person(&mut tx, new, at).await?;
        tx.run(
            "INSERT INTO membership (organisation, person, role) VALUES (?, ?, ?)",
            [organisation.into(), id.into(), role.code().into()],
        )
        .await?;
        tx.commit().await?;
        self.person(id).await
    }
}
