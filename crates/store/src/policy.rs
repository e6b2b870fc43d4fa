//! The communication policy that the public reads: every text that was published, and where.

use crate::brand::{brand_exists, to_json};
use crate::people::is_member;
use crate::sql::Columns;
use crate::{Error, Result, Store};
use domain::id::{BrandId, OrganisationId, PersonId};
use domain::policy::Policy;
use jiff::Timestamp;

/// A brand's policy as it was published last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedPolicy {
    /// Whose.
    pub organisation: OrganisationId,
    /// The brand.
    pub brand: BrandId,
    /// What its public address ends with.
    pub address: String,
    /// Whether the public sees it; `false`: it was taken off again.
    pub open: bool,
    /// From 1.
    pub version: i64,
    /// What the public reads.
    pub policy: Policy,
    /// Who published it; `None` for the command line.
    pub person: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

const PUBLISHED: &str = "SELECT p.organisation, p.brand, p.address, p.open, t.version, t.body, t.person, t.at
     FROM policy_page p JOIN policy_text t ON t.brand = p.brand";

fn published(c: &mut Columns<'_>) -> Result<PublishedPolicy> {
    Ok(PublishedPolicy {
        organisation: OrganisationId(c.int()?),
        brand: BrandId(c.int()?),
        address: c.text()?,
        open: c.flag()?,
        version: c.int()?,
        policy: serde_json::from_str(&c.text()?).map_err(|e| Error::Corrupt(e.to_string()))?,
        person: c.maybe_int()?.map(PersonId),
        at: c.time()?,
    })
}

impl Store {
    /// Publishes a brand's policy at an address and opens its page; the same text again is no other version. Answers the version.
    ///
    /// # Errors
    /// [`Error::Conflict`] where the address is another's; nothing is changed then.
    pub async fn publish_policy(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        address: &str,
        policy: &Policy,
        (person, at): (Option<PersonId>, Timestamp),
    ) -> Result<i64> {
        let mut tx = self.write().await?;
        brand_exists(&mut tx, organisation, brand).await?;
        if let Some(person) = person {
            is_member(&mut tx, organisation, person, at).await?;
        }
        let taken = "SELECT brand FROM policy_page WHERE address = ? AND brand <> ?";
        if tx.row(taken, [address.into(), brand.into()]).await?.is_some() {
            return Err(Error::Conflict("this address is taken".to_owned()));
        }
        let page = "INSERT INTO policy_page (brand, organisation, address, open) VALUES (?, ?, ?, 1)
                    ON CONFLICT (brand) DO UPDATE SET address = excluded.address, open = excluded.open";
        tx.run(page, [brand.into(), organisation.into(), address.into()]).await?;
        let newest = "SELECT version, stamp FROM policy_text WHERE brand = ? ORDER BY version DESC LIMIT 1";
        let (version, stamp) = match tx.row(newest, [brand.into()]).await? {
            Some(row) => {
                let mut c = row.columns();
                (c.int()?, c.text()?)
            }
            None => (0, String::new()),
        };
        if stamp == policy.stamp() {
            tx.commit().await?;
            return Ok(version);
        }
        let text = "INSERT INTO policy_text (brand, version, stamp, body, person, at) VALUES (?, ?, ?, ?, ?, ?)";
        let values = [
            brand.into(),
            (version + 1).into(),
            policy.stamp().into(),
            to_json(policy)?.into(),
            person.map(|person| person.0).into(),
            at.into(),
        ];
        tx.run(text, values).await?;
        tx.commit().await?;
        Ok(version + 1)
    }

    /// Takes a brand's policy off: its address shows nothing any more. What was published is kept.
    pub async fn withdraw_policy(&self, organisation: OrganisationId, brand: BrandId) -> Result<()> {
        let mut tx = self.write().await?;
        brand_exists(&mut tx, organisation, brand).await?;
        tx.run("UPDATE policy_page SET open = 0 WHERE brand = ?", [brand.into()]).await?;
        tx.commit().await
    }

    /// What was published of a brand, newest first.
    pub async fn policies(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        limit: i64,
    ) -> Result<Vec<PublishedPolicy>> {
        self.brand(organisation, brand).await?;
        let sql = format!("{PUBLISHED} WHERE p.brand = ? ORDER BY t.version DESC LIMIT ?");
        self.rows(&sql, [brand.into(), limit.into()]).await?.iter().map(|row| published(&mut row.columns())).collect()
    }

    /// The policy at a public address, whoever's, open or not.
    pub async fn policy_at(&self, address: &str) -> Result<Option<PublishedPolicy>> {
        let sql = format!("{PUBLISHED} WHERE p.address = ? ORDER BY t.version DESC LIMIT 1");
        self.row(&sql, [address.into()]).await?.map(|row| published(&mut row.columns())).transpose()
    }
}
