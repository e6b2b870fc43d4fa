//! Where complaints are taken, and the rates that bound what strangers can do.

use super::Store;
use crate::brand::{brand_exists, to_json};
use crate::sql::Columns;
use crate::{Error, Result};
use domain::complaint::{Bucket, Channel, Rate};
use domain::id::{BrandId, OrganisationId, SourceId};
use jiff::{SignedDuration, Timestamp};

/// A rate is forgotten when nobody took of it for so long: by then it is full again.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(48);

const CHANNEL: &str = "organisation, brand, source, address, open, terms";

fn channel(c: &mut Columns<'_>) -> Result<Channel> {
    Ok(Channel {
        organisation: OrganisationId(c.int()?),
        brand: BrandId(c.int()?),
        source: SourceId(c.int()?),
        address: c.text()?,
        open: c.flag()?,
        terms: serde_json::from_str(&c.text()?).map_err(|e| Error::Corrupt(e.to_string()))?,
    })
}

impl Store {
    /// Opens, changes or shuts a brand's channel. [`Error::Conflict`] where the address is another's, or was: an address that was given up
    /// still leads to its brand.
    pub async fn set_channel(&self, organisation: OrganisationId, channel: &Channel) -> Result<()> {
        let mut tx = self.write().await?;
        brand_exists(&mut tx, organisation, channel.brand).await?;
        let sql = "SELECT id FROM source WHERE id = ? AND organisation = ? AND brand = ?";
        tx.row(sql, [channel.source.into(), organisation.into(), channel.brand.into()])
            .await?
            .ok_or(Error::NotFound)?;
        for table in ["complaint_channel", "complaint_address"] {
            let taken = format!("SELECT brand FROM {table} WHERE address = ? AND brand <> ?");
            if tx.row(&taken, [(&channel.address).into(), channel.brand.into()]).await?.is_some() {
                return Err(Error::Conflict("this address is taken".to_owned()));
            }
        }
        let gives_up = "INSERT INTO complaint_address (address, organisation, brand)
                        SELECT address, organisation, brand FROM complaint_channel WHERE brand = ? AND address <> ?
                        ON CONFLICT (address) DO NOTHING";
        tx.run(gives_up, [channel.brand.into(), (&channel.address).into()]).await?;
        let sql = "INSERT INTO complaint_channel (brand, organisation, source, address, open, terms) VALUES (?, ?, ?, ?, ?, ?)
                   ON CONFLICT (brand) DO UPDATE SET address = excluded.address, open = excluded.open, terms = excluded.terms";
        let values = [
            channel.brand.into(),
            organisation.into(),
            channel.source.into(),
            (&channel.address).into(),
            channel.open.into(),
            to_json(&channel.terms)?.into(),
        ];
        tx.run(sql, values).await?;
        tx.commit().await
    }

    /// The channels of an organisation, in order of brand.
    pub async fn channels(&self, organisation: OrganisationId) -> Result<Vec<Channel>> {
        self.organisation(organisation).await?;
        let sql = format!("SELECT {CHANNEL} FROM complaint_channel WHERE organisation = ? ORDER BY brand");
        self.rows(&sql, [organisation.into()]).await?.iter().map(|row| channel(&mut row.columns())).collect()
    }

    /// A brand's channel, where it has one.
    pub async fn channel(&self, organisation: OrganisationId, brand: BrandId) -> Result<Option<Channel>> {
        self.brand(organisation, brand).await?;
        let sql = format!("SELECT {CHANNEL} FROM complaint_channel WHERE brand = ?");
        self.row(&sql, [brand.into()]).await?.map(|row| channel(&mut row.columns())).transpose()
    }

    /// The channel at a public address, or that was there once, whoever's.
    pub async fn channel_at(&self, address: &str) -> Result<Option<Channel>> {
        let sql = format!(
            "SELECT {CHANNEL} FROM complaint_channel WHERE address = ?
             OR brand = (SELECT brand FROM complaint_address WHERE address = ?)"
        );
        self.row(&sql, [address.into(), address.into()]).await?.map(|row| channel(&mut row.columns())).transpose()
    }

    /// Takes one of each rate: which of them had one. What is counted is named by its key.
    pub async fn take_tokens(&self, wanted: &[(String, Rate)], now: Timestamp) -> Result<Vec<bool>> {
        let mut tx = self.write().await?;
        tx.run("DELETE FROM bucket WHERE at < ?", [now.checked_sub(FORGOTTEN).unwrap_or(Timestamp::MIN).into()])
            .await?;
        let mut taken = Vec::with_capacity(wanted.len());
        for (key, rate) in wanted {
            let row = tx.row("SELECT level, at FROM bucket WHERE key = ?", [key.into()]).await?;
            let before = row
                .map(|row| {
                    let mut c = row.columns();
                    Ok::<_, Error>(Bucket { left: c.int()?, at: c.time()? })
                })
                .transpose()?;
            let (left, got) = rate.take(before, now);
            let sql = "INSERT INTO bucket (key, level, at) VALUES (?, ?, ?)
                       ON CONFLICT (key) DO UPDATE SET level = excluded.level, at = excluded.at";
            tx.run(sql, [key.into(), left.left.into(), left.at.into()]).await?;
            taken.push(got);
        }
        tx.commit().await?;
        Ok(taken)
    }
}
