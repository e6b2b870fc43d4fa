//! Brands and their queries.

use crate::codes::{brand_role, brand_role_of};
use crate::people::{found, organisation_exists};
use crate::sql::{Columns, Tx};
use crate::{Error, Result, Store};
use domain::brand::{Brand, BrandQuery, BrandRole, Place};
use domain::id::{BrandId, OrganisationId, QueryId};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A brand to be watched.
#[derive(Clone, Debug)]
pub struct NewBrand {
    /// Its name as shown.
    pub name: String,
    /// Own, competitor or industry.
    pub role: BrandRole,
    /// IANA zone of its charts.
    pub zone: String,
    /// Accounts that speak for it.
    pub own_accounts: Vec<String>,
    /// Where its customers talk.
    pub places: Vec<Place>,
}

const BRAND: &str = "id, organisation, name, role, zone, own_accounts, places";
const QUERY: &str = "id, organisation, brand, name, text";

fn brand(c: &mut Columns<'_>) -> Result<Brand> {
    Ok(Brand {
        id: BrandId(c.int()?),
        organisation: OrganisationId(c.int()?),
        name: c.text()?,
        role: c.word(brand_role_of)?,
        zone: c.text()?,
        own_accounts: from_json(&c.text()?)?,
        places: from_json(&c.text()?)?,
    })
}

fn query(c: &mut Columns<'_>) -> Result<BrandQuery> {
    Ok(BrandQuery {
        id: QueryId(c.int()?),
        organisation: OrganisationId(c.int()?),
        brand: BrandId(c.int()?),
        name: c.text()?,
        text: c.text()?,
    })
}

fn from_json<T: DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|e| Error::Corrupt(e.to_string()))
}

pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::Conflict(e.to_string()))
}

/// The brand must be the organisation's.
pub(crate) async fn brand_exists(tx: &mut Tx, organisation: OrganisationId, brand: BrandId) -> Result<()> {
    let sql = "SELECT id FROM brand WHERE organisation = ? AND id = ?";
    tx.row(sql, [organisation.into(), brand.into()]).await?.map(|_| ()).ok_or(Error::NotFound)
}

/// What brands, queries and sources say has changed: caches read it anew.
pub(crate) async fn rules_changed(tx: &mut Tx) -> Result<()> {
    tx.next_id("rules").await.map(|_| ())
}

impl Store {
    /// Adds a brand.
    pub async fn create_brand(&self, organisation: OrganisationId, new: NewBrand) -> Result<Brand> {
        let mut tx = self.write().await?;
        organisation_exists(&mut tx, organisation).await?;
        let id = BrandId(tx.next_id("brand").await?);
        tx.run(
            "INSERT INTO brand (id, organisation, name, role, zone, own_accounts, places) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                id.into(),
                organisation.into(),
                new.name.into(),
                brand_role(new.role).into(),
                new.zone.into(),
                to_json(&new.own_accounts)?.into(),
                to_json(&new.places)?.into(),
            ],
        )
        .await?;
        rules_changed(&mut tx).await?;
        tx.commit().await?;
        self.brand(organisation, id).await
    }

    /// Changes a brand.
    pub async fn update_brand(&self, brand: &Brand) -> Result<()> {
        let mut tx = self.write().await?;
        let touched = tx
            .run(
                "UPDATE brand SET name = ?, role = ?, zone = ?, own_accounts = ?, places = ? WHERE organisation = ? AND id = ?",
                [
                    (&brand.name).into(),
                    brand_role(brand.role).into(),
                    (&brand.zone).into(),
                    to_json(&brand.own_accounts)?.into(),
                    to_json(&brand.places)?.into(),
                    brand.organisation.into(),
                    brand.id.into(),
                ],
            )
            .await?;
        found(touched)?;
        rules_changed(&mut tx).await?;
        tx.commit().await
    }

    /// An organisation's brands, in order of id.
    pub async fn brands(&self, organisation: OrganisationId) -> Result<Vec<Brand>> {
        self.organisation(organisation).await?;
        let sql = format!("SELECT {BRAND} FROM brand WHERE organisation = ? ORDER BY id");
        let rows = self.rows(&sql, [organisation.into()]).await?;
        rows.iter().map(|r| brand(&mut r.columns())).collect()
    }

    /// One brand.
    pub async fn brand(&self, organisation: OrganisationId, id: BrandId) -> Result<Brand> {
        let sql = format!("SELECT {BRAND} FROM brand WHERE organisation = ? AND id = ?");
        let row = self.row(&sql, [organisation.into(), id.into()]).await?;
        brand(&mut row.ok_or(Error::NotFound)?.columns())
    }

    /// Adds a query to a brand.
    pub async fn create_query(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        name: &str,
        text: &str,
    ) -> Result<BrandQuery> {
        let mut tx = self.write().await?;
        brand_exists(&mut tx, organisation, brand).await?;
        let id = QueryId(tx.next_id("query").await?);
        tx.run(
            "INSERT INTO query (id, organisation, brand, name, text) VALUES (?, ?, ?, ?, ?)",
            [id.into(), organisation.into(), brand.into(), name.into(), text.into()],
        )
        .await?;
        rules_changed(&mut tx).await?;
        tx.commit().await?;
        Ok(BrandQuery { id, organisation, brand, name: name.to_owned(), text: text.to_owned() })
    }

    /// Changes a query's name and text.
    pub async fn update_query(&self, query: &BrandQuery) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "UPDATE query SET name = ?, text = ? WHERE organisation = ? AND brand = ? AND id = ?";
        let values = [
            (&query.name).into(),
            (&query.text).into(),
            query.organisation.into(),
            query.brand.into(),
            query.id.into(),
        ];
        found(tx.run(sql, values).await?)?;
        rules_changed(&mut tx).await?;
        tx.commit().await
    }

    /// Takes a query away; the mentions it brought stay.
    pub async fn delete_query(&self, organisation: OrganisationId, id: QueryId) -> Result<()> {
        let mut tx = self.write().await?;
        found(tx.run("DELETE FROM query WHERE organisation = ? AND id = ?", [organisation.into(), id.into()]).await?)?;
        rules_changed(&mut tx).await?;
        tx.commit().await
    }

    /// An organisation's queries, in order of id.
    pub async fn queries(&self, organisation: OrganisationId) -> Result<Vec<BrandQuery>> {
        self.organisation(organisation).await?;
        let rows = self
            .rows(&format!("SELECT {QUERY} FROM query WHERE organisation = ? ORDER BY id"), [organisation.into()])
            .await?;
        rows.iter().map(|r| query(&mut r.columns())).collect()
    }

    /// Every query of the house, for the matcher.
    pub async fn all_queries(&self) -> Result<Vec<BrandQuery>> {
        let rows = self.rows(&format!("SELECT {QUERY} FROM query ORDER BY id"), []).await?;
        rows.iter().map(|r| query(&mut r.columns())).collect()
    }

    /// Changes whenever a brand, a query or a source changes.
    pub async fn rules_version(&self) -> Result<i64> {
        let row = self.row("SELECT next FROM sequence WHERE name = ?", ["rules".into()]).await?;
        row.map_or(Ok(0), |r| r.columns().int())
    }
}
