//! The team prepares: how each is reached, what was gone through, and links for staff who have no login.

use crate::people::{found, is_member, organisation_exists};
use crate::sql::Row;
use crate::{Result, Store};
use domain::id::{OrganisationId, PersonId};
use jiff::Timestamp;

/// What somebody said of how they are reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// Who.
    pub person: PersonId,
    /// What they said is right, as it stood in the plan.
    pub contact: String,
    /// When.
    pub at: Timestamp,
}

/// A link by which staff who have no login read how to behave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffLink {
    /// Its id.
    pub id: i64,
    /// For whom, in the words of whoever made it.
    pub name: String,
    /// Who made it; `None` for the command line.
    pub person: Option<PersonId>,
    /// When.
    pub created_at: Timestamp,
}

impl Store {
    /// Keeps what a member says of how they are reached; it takes the place of what they said before.
    pub async fn confirm(&self, organisation: OrganisationId, said: &Confirmation) -> Result<()> {
        let mut tx = self.write().await?;
        is_member(&mut tx, organisation, said.person, said.at).await?;
        let sql = "INSERT INTO confirmation (organisation, person, contact, at) VALUES (?, ?, ?, ?)
                   ON CONFLICT (organisation, person) DO UPDATE SET contact = excluded.contact, at = excluded.at";
        let values = [organisation.into(), said.person.into(), said.contact.as_str().into(), said.at.into()];
        tx.run(sql, values).await?;
        tx.commit().await
    }

    /// What the members of an organisation said of how they are reached.
    pub async fn confirmations(&self, organisation: OrganisationId) -> Result<Vec<Confirmation>> {
        self.organisation(organisation).await?;
        let sql = "SELECT person, contact, at FROM confirmation WHERE organisation = ? ORDER BY person";
        let read = |row: &Row| {
            let mut c = row.columns();
            Ok(Confirmation { person: PersonId(c.int()?), contact: c.text()?, at: c.time()? })
        };
        self.rows(sql, [organisation.into()]).await?.iter().map(read).collect()
    }

    /// Keeps that something was gone through: a scenario by its name in the plan, or the team as a whole (an empty name).
    pub async fn rehearse(
        &self,
        organisation: OrganisationId,
        subject: &str,
        person: Option<PersonId>,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        organisation_exists(&mut tx, organisation).await?;
        if let Some(person) = person {
            is_member(&mut tx, organisation, person, at).await?;
        }
        let sql = "INSERT INTO rehearsed (organisation, subject, at, person) VALUES (?, ?, ?, ?)
                   ON CONFLICT (organisation, subject, at) DO NOTHING";
        tx.run(sql, [organisation.into(), subject.into(), at.into(), person.map(|person| person.0).into()]).await?;
        tx.commit().await
    }

    /// What was gone through, and when last.
    pub async fn rehearsals(&self, organisation: OrganisationId) -> Result<Vec<(String, Timestamp)>> {
        self.organisation(organisation).await?;
        let sql = "SELECT subject, max(at) FROM rehearsed WHERE organisation = ? GROUP BY subject ORDER BY subject";
        let read = |row: &Row| {
            let mut c = row.columns();
            Ok((c.text()?, c.time()?))
        };
        self.rows(sql, [organisation.into()]).await?.iter().map(read).collect()
    }

    /// Adds a link for staff; only the digest of its secret is kept. Answers its id.
    pub async fn add_staff_link(
        &self,
        organisation: OrganisationId,
        name: &str,
        digest: [u8; 32],
        person: Option<PersonId>,
        at: Timestamp,
    ) -> Result<i64> {
        let mut tx = self.write().await?;
        organisation_exists(&mut tx, organisation).await?;
        if let Some(person) = person {
            is_member(&mut tx, organisation, person, at).await?;
        }
        let id = tx.next_id("staff_link").await?;
        let values = [
            id.into(),
            organisation.into(),
            name.into(),
            digest[..].into(),
            person.map(|person| person.0).into(),
            at.into(),
        ];
        let sql =
            "INSERT INTO staff_link (id, organisation, name, digest, person, created_at) VALUES (?, ?, ?, ?, ?, ?)";
        tx.run(sql, values).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The links for staff, oldest first.
    pub async fn staff_links(&self, organisation: OrganisationId) -> Result<Vec<StaffLink>> {
        self.organisation(organisation).await?;
        let sql = "SELECT id, name, person, created_at FROM staff_link WHERE organisation = ? ORDER BY id";
        let read = |row: &Row| {
            let mut c = row.columns();
            let (id, name, person) = (c.int()?, c.text()?, c.maybe_int()?.map(PersonId));
            Ok(StaffLink { id, name, person, created_at: c.time()? })
        };
        self.rows(sql, [organisation.into()]).await?.iter().map(read).collect()
    }

    /// Whose staff a link is for; nobody's where it was withdrawn.
    pub async fn staff_link(&self, digest: &[u8; 32]) -> Result<Option<OrganisationId>> {
        let row = self.row("SELECT organisation FROM staff_link WHERE digest = ?", [digest[..].into()]).await?;
        row.map(|row| row.columns().int().map(OrganisationId)).transpose()
    }

    /// Withdraws a link for staff: it opens nothing any more.
    pub async fn withdraw_staff_link(&self, organisation: OrganisationId, id: i64) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "DELETE FROM staff_link WHERE organisation = ? AND id = ?";
        found(tx.run(sql, [organisation.into(), id.into()]).await?)?;
        tx.commit().await
    }
}
