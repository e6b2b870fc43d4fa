//! The plan of an organisation, in versions.

use crate::people::is_member;
use crate::sql::Columns;
use crate::{Error, Result, Store};
use domain::id::{OrganisationId, PersonId};
use jiff::Timestamp;

/// One version of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanVersion {
    /// From 1.
    pub version: i64,
    /// The whole text.
    pub text: String,
    /// Why it was changed, in the words of whoever did; empty where nothing was said.
    pub why: String,
    /// Who wrote it; `None` for the command line.
    pub person: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

const FIELDS: &str = "version, text, why, person, at";

fn version(c: &mut Columns<'_>) -> Result<PlanVersion> {
    let (version, text, why) = (c.int()?, c.text()?, c.text()?);
    Ok(PlanVersion { version, text, why, person: c.maybe_int()?.map(PersonId), at: c.time()? })
}

impl Store {
    /// The plan that holds: its newest version; `None` where none was written.
    pub async fn plan(&self, organisation: OrganisationId) -> Result<Option<PlanVersion>> {
        Ok(self.plans(organisation, None, 1).await?.pop())
    }

    /// Versions, newest first, before one of them.
    pub async fn plans(
        &self,
        organisation: OrganisationId,
        before: Option<i64>,
        limit: i64,
    ) -> Result<Vec<PlanVersion>> {
        self.organisation(organisation).await?;
        let sql =
            format!("SELECT {FIELDS} FROM plan WHERE organisation = ? AND version < ? ORDER BY version DESC LIMIT ?");
        let values = [organisation.into(), before.unwrap_or(i64::MAX).into(), limit.into()];
        self.rows(&sql, values).await?.iter().map(|row| version(&mut row.columns())).collect()
    }

    /// Keeps the next version after `expected` (0: the first).
    ///
    /// # Errors
    /// [`Error::Conflict`] where somebody wrote another one meanwhile; nothing is changed then.
    pub async fn keep_plan(&self, organisation: OrganisationId, expected: i64, new: &PlanVersion) -> Result<()> {
        let mut tx = self.write().await?;
        if let Some(person) = new.person {
            is_member(&mut tx, organisation, person, new.at).await?;
        }
        let row = tx.row("SELECT id FROM organisation WHERE id = ?", [organisation.into()]).await?;
        row.ok_or(Error::NotFound)?;
        let sql = "SELECT coalesce(max(version), 0) FROM plan WHERE organisation = ?";
        let row = tx.row(sql, [organisation.into()]).await?.ok_or(Error::NotFound)?;
        if row.columns().int()? != expected || new.version != expected + 1 {
            return Err(Error::Conflict("somebody else changed the plan meanwhile".to_owned()));
        }
        let values = [
            organisation.into(),
            new.version.into(),
            new.text.as_str().into(),
            new.why.as_str().into(),
            new.person.map(|person| person.0).into(),
            new.at.into(),
        ];
        tx.run("INSERT INTO plan (organisation, version, text, why, person, at) VALUES (?, ?, ?, ?, ?, ?)", values)
            .await?;
        tx.commit().await
    }
}
