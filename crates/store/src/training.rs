//! Who of the staff went through the training by a link.

use crate::people::found;
use crate::sql::Row;
use crate::{Result, Store};
use domain::id::OrganisationId;
use jiff::Timestamp;

/// Somebody went through the training.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trained {
    /// Its id.
    pub id: i64,
    /// The name of the link, as it was.
    pub link: String,
    /// Who, where they said so; else empty.
    pub name: String,
    /// Questions answered as the plan says.
    pub correct: i64,
    /// Questions asked.
    pub asked: i64,
    /// The parts of which every question was answered so, as codes between spaces; `None`: it was not counted by parts then.
    pub parts: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl Store {
    /// Keeps that somebody went through the training by a link of staff: answered as the plan says, asked, and the parts of it as codes. Answers its id;
    /// [`crate::Error::NotFound`] where the link was withdrawn.
    pub async fn add_training(
        &self,
        digest: &[u8; 32],
        name: &str,
        (correct, asked, parts): (i64, i64, &str),
        at: Timestamp,
    ) -> Result<i64> {
        let mut tx = self.write().await?;
        let row = tx.row("SELECT organisation, name FROM staff_link WHERE digest = ?", [digest[..].into()]).await?;
        let row = row.ok_or(crate::Error::NotFound)?;
        let mut c = row.columns();
        let (organisation, link) = (c.int()?, c.text()?);
        let id = tx.next_id("training").await?;
        let sql = "INSERT INTO training (id, organisation, link, name, correct, asked, parts, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        let values = [
            id.into(),
            organisation.into(),
            link.into(),
            name.into(),
            correct.into(),
            asked.into(),
            parts.into(),
            at.into(),
        ];
        tx.run(sql, values).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Who went through it, the last first.
    pub async fn trainings(&self, organisation: OrganisationId, limit: i64) -> Result<Vec<Trained>> {
        self.organisation(organisation).await?;
        let sql = "SELECT id, link, name, correct, asked, parts, at FROM training WHERE organisation = ? ORDER BY at DESC, id DESC LIMIT ?";
        let read = |row: &Row| {
            let mut c = row.columns();
            let (id, link, name) = (c.int()?, c.text()?, c.text()?);
            let (correct, asked, parts) = (c.int()?, c.int()?, c.maybe_text()?);
            Ok(Trained { id, link, name, correct, asked, parts, at: c.time()? })
        };
        self.rows(sql, [organisation.into(), limit.into()]).await?.iter().map(read).collect()
    }

    /// Erases one: who it was and that it was.
    pub async fn erase_training(&self, organisation: OrganisationId, id: i64) -> Result<()> {
        let mut tx = self.write().await?;
        found(
            tx.run("DELETE FROM training WHERE organisation = ? AND id = ?", [organisation.into(), id.into()]).await?,
        )?;
        tx.commit().await
    }
}
