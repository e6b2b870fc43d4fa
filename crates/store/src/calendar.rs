//! The secret address of somebody's calendar: only its digest is kept, and there is one at a time for each organisation.

use crate::people::{HOLDS, found, is_member, person};
use crate::{Result, Store};
use domain::id::{OrganisationId, PersonId};
use domain::organisation::{Person, Role};
use jiff::Timestamp;

impl Store {
    /// Keeps the address of a member's calendar; the one before it opens nothing any more.
    pub async fn set_calendar_link(
        &self,
        organisation: OrganisationId,
        person: PersonId,
        digest: [u8; 32],
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        is_member(&mut tx, organisation, person, at).await?;
        let sql = "INSERT INTO calendar_link (organisation, person, digest, created_at) VALUES (?, ?, ?, ?)
                   ON CONFLICT (organisation, person) DO UPDATE SET digest = excluded.digest, created_at = excluded.created_at";
        tx.run(sql, [organisation.into(), person.into(), digest[..].into(), at.into()]).await?;
        tx.commit().await
    }

    /// Since when a member has an address of their calendar.
    pub async fn calendar_link(&self, organisation: OrganisationId, person: PersonId) -> Result<Option<Timestamp>> {
        self.organisation(organisation).await?;
        let sql = "SELECT created_at FROM calendar_link WHERE organisation = ? AND person = ?";
        let row = self.row(sql, [organisation.into(), person.into()]).await?;
        row.map(|row| row.columns().time()).transpose()
    }

    /// Whose calendar an address is, and what they are; nobody's where it was taken back or its person is no member at that time.
    pub async fn calendar_of(
        &self,
        digest: &[u8; 32],
        at: Timestamp,
    ) -> Result<Option<(OrganisationId, Person, Role)>> {
        let sql = format!(
            "SELECT p.id, p.name, p.email, p.locale, p.zone, l.organisation, m.role FROM calendar_link l
             JOIN person p ON p.id = l.person JOIN membership m ON m.person = l.person AND m.organisation = l.organisation
             WHERE l.digest = ? AND {HOLDS}"
        );
        let Some(row) = self.row(&sql, [digest[..].into(), at.into()]).await? else {
            return Ok(None);
        };
        let mut c = row.columns();
        let person = person(&mut c)?;
        Ok(Some((OrganisationId(c.int()?), person, c.word(Role::from_code)?)))
    }

    /// Takes the address of somebody's calendar back: it opens nothing any more.
    pub async fn withdraw_calendar_link(&self, organisation: OrganisationId, person: PersonId) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "DELETE FROM calendar_link WHERE organisation = ? AND person = ?";
        found(tx.run(sql, [organisation.into(), person.into()]).await?)?;
        tx.commit().await
    }
}
