//! Settings kept with the data: the house's and each organisation's.

use crate::people::organisation_exists;
use crate::sql::Tx;
use crate::{Result, Store};
use domain::id::OrganisationId;

impl Store {
    /// One setting; `None` for the organisation means the house's.
    pub async fn get_setting(&self, organisation: Option<OrganisationId>, name: &str) -> Result<Option<String>> {
        if let Some(organisation) = organisation {
            self.organisation(organisation).await?;
        }
        let owner = organisation.map_or(0, |o| o.0);
        let row = self
            .row("SELECT value FROM setting WHERE organisation = ? AND name = ?", [owner.into(), name.into()])
            .await?;
        row.map(|r| r.columns().text()).transpose()
    }

    /// One setting of every organisation that has it.
    pub async fn settings_named(&self, name: &str) -> Result<Vec<(OrganisationId, String)>> {
        let sql = "SELECT organisation, value FROM setting WHERE name = ? AND organisation <> 0 ORDER BY organisation";
        let rows = self.rows(sql, [name.into()]).await?;
        rows.iter()
            .map(|row| {
                let mut c = row.columns();
                Ok((OrganisationId(c.int()?), c.text()?))
            })
            .collect()
    }

    /// Forgets one setting of an organisation; one that is not set stays so.
    pub async fn unset_setting(&self, organisation: OrganisationId, name: &str) -> Result<()> {
        let mut tx = self.write().await?;
        organisation_exists(&mut tx, organisation).await?;
        tx.run("DELETE FROM setting WHERE organisation = ? AND name = ?", [organisation.into(), name.into()]).await?;
        tx.commit().await
    }

    /// Sets one setting.
    pub async fn set_setting(&self, organisation: Option<OrganisationId>, name: &str, value: &str) -> Result<()> {
        let mut tx = self.write().await?;
        if let Some(organisation) = organisation {
            organisation_exists(&mut tx, organisation).await?;
        }
        put_setting(&mut tx, organisation, name, value).await?;
        tx.commit().await
    }
}

/// Sets one setting of an organisation that is known to be there, or of the house.
pub(crate) async fn put_setting(
    tx: &mut Tx,
    organisation: Option<OrganisationId>,
    name: &str,
    value: &str,
) -> Result<()> {
    let sql = "INSERT INTO setting (organisation, name, value) VALUES (?, ?, ?)
               ON CONFLICT (organisation, name) DO UPDATE SET value = excluded.value";
    tx.run(sql, [organisation.map_or(0, |o| o.0).into(), name.into(), value.into()]).await?;
    Ok(())
}
