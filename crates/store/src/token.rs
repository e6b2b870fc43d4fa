//! API tokens: only their digests are kept.

use crate::people::{HOLDS, found, is_member, person};
use crate::{Result, Store};
use domain::id::{OrganisationId, PersonId};
use domain::organisation::{Person, Role};
use jiff::Timestamp;

/// A token as its owner sees it in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenRow {
    /// Its id.
    pub id: i64,
    /// Who made it; it may do what they may.
    pub person: PersonId,
    /// Its name as shown.
    pub name: String,
    /// Since when.
    pub created_at: Timestamp,
}

impl Store {
    /// Adds a token of a member; answers its id.
    pub async fn create_token(
        &self,
        organisation: OrganisationId,
        person: PersonId,
        name: &str,
        digest: [u8; 32],
        at: Timestamp,
    ) -> Result<i64> {
        let mut tx = self.write().await?;
        is_member(&mut tx, organisation, person, at).await?;
        let id = tx.next_id("token").await?;
        tx.run(
            "INSERT INTO token (id, organisation, person, name, digest, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            [id.into(), organisation.into(), person.into(), name.into(), digest[..].into(), at.into()],
        )
        .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Whose token it is and what they are; nobody's where it was revoked or its person is no member at that time.
    pub async fn token(&self, digest: &[u8; 32], at: Timestamp) -> Result<Option<(OrganisationId, Person, Role)>> {
        let sql = format!(
            "SELECT p.id, p.name, p.email, p.locale, p.zone, t.organisation, m.role FROM token t
             JOIN person p ON p.id = t.person JOIN membership m ON m.person = t.person AND m.organisation = t.organisation
             WHERE t.digest = ? AND {HOLDS}"
        );
        let Some(row) = self.row(&sql, [digest[..].into(), at.into()]).await? else {
            return Ok(None);
        };
        let mut c = row.columns();
        let person = person(&mut c)?;
        Ok(Some((OrganisationId(c.int()?), person, c.word(Role::from_code)?)))
    }

    /// An organisation's tokens, oldest first.
    pub async fn tokens(&self, organisation: OrganisationId) -> Result<Vec<TokenRow>> {
        self.organisation(organisation).await?;
        let sql = "SELECT id, person, name, created_at FROM token WHERE organisation = ? ORDER BY id";
        let rows = self.rows(sql, [organisation.into()]).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok(TokenRow { id: c.int()?, person: PersonId(c.int()?), name: c.text()?, created_at: c.time()? })
            })
            .collect()
    }

    /// Takes a token back.
    pub async fn revoke_token(&self, organisation: OrganisationId, id: i64) -> Result<()> {
        let mut tx = self.write().await?;
        found(tx.run("DELETE FROM token WHERE organisation = ? AND id = ?", [organisation.into(), id.into()]).await?)?;
        tx.commit().await
    }
}
