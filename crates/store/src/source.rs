//! Sources, where they stand and how they fare.

use crate::brand::{brand_exists, rules_changed};
use crate::people::{found, organisation_exists};
use crate::sql::Columns;
use crate::value::Value;
use crate::{Error, Result, Store};
use domain::id::{BrandId, OrganisationId, SourceId};
use domain::source::{Gap, Health, Outcome, Quarantined, Source};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// A source to listen to.
#[derive(Clone, Debug)]
pub struct NewSource {
    /// Whose it is; `None` for the house's.
    pub organisation: Option<OrganisationId>,
    /// The brand it is bound to; one of its organisation's.
    pub brand: Option<BrandId>,
    /// The kind of its connector.
    pub kind: String,
    /// Its name as shown.
    pub name: String,
    /// JSON that its connector reads.
    pub settings: String,
}

/// One try of a source.
#[derive(Clone, Debug)]
pub struct Try {
    /// When.
    pub at: Timestamp,
    /// How it ended.
    pub outcome: Outcome,
    /// A failure in plain words.
    pub detail: Option<String>,
    /// When it is tried next.
    pub next_at: Option<Timestamp>,
    /// When it last brought a post, where this try brought one.
    pub heard_post_at: Option<Timestamp>,
}

const SOURCE: &str = "id, organisation, brand, kind, name, settings, enabled";

fn source(c: &mut Columns<'_>) -> Result<Source> {
    Ok(Source {
        id: SourceId(c.int()?),
        organisation: c.maybe_int()?.map(OrganisationId),
        brand: c.maybe_int()?.map(BrandId),
        kind: c.text()?,
        name: c.text()?,
        settings: c.text()?,
        enabled: c.flag()?,
    })
}

/// The columns that [`health`] reads, of a table called `h`.
const HEALTH: &str = "h.last_try_at, h.last_ok_at, h.last_post_at, h.deaf_since, h.outcome, h.detail, h.next_try_at";

fn health(c: &mut Columns<'_>) -> Result<Health> {
    Ok(Health {
        last_try_at: c.maybe_time()?,
        last_ok_at: c.maybe_time()?,
        last_post_at: c.maybe_time()?,
        deaf_since: c.maybe_time()?,
        outcome: c.maybe_text()?.as_deref().and_then(outcome_of),
        detail: c.maybe_text()?,
        next_try_at: c.maybe_time()?,
        counts: Vec::new(),
    })
}

fn outcome_of(word: &str) -> Option<Outcome> {
    Outcome::ALL.into_iter().find(|o| o.code() == word)
}

/// Items of a source that could not be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aside {
    /// Kept to be looked at: the newest 10,000.
    pub kept: i64,
    /// Older ones, of which only the number is left.
    pub dropped: i64,
}

impl Store {
    /// Adds a source.
    pub async fn create_source(&self, new: NewSource, at: Timestamp) -> Result<Source> {
        let mut tx = self.write().await?;
        match (new.organisation, new.brand) {
            (Some(organisation), Some(brand)) => brand_exists(&mut tx, organisation, brand).await?,
            (Some(organisation), None) => organisation_exists(&mut tx, organisation).await?,
            (None, Some(_)) => return Err(Error::NotFound),
            (None, None) => {}
        }
        let id = SourceId(tx.next_id("source").await?);
        tx.run(
            "INSERT INTO source (id, organisation, brand, kind, name, settings, enabled, created_at) VALUES (?, ?, ?, ?, ?, ?, 1, ?)",
            [
                id.into(),
                new.organisation.map(|o| o.0).into(),
                new.brand.map(|b| b.0).into(),
                (&new.kind).into(),
                (&new.name).into(),
                (&new.settings).into(),
                at.into(),
            ],
        )
        .await?;
        rules_changed(&mut tx).await?;
        tx.commit().await?;
        let NewSource { organisation, brand, kind, name, settings } = new;
        Ok(Source { id, organisation, brand, kind, name, settings, enabled: true })
    }

    /// Changes a source's name, settings, brand and whether it is listened to; its kind and its owner stay.
    pub async fn update_source(&self, source: &Source) -> Result<()> {
        let mut tx = self.write().await?;
        let owner = source.organisation.map_or(0, |o| o.0);
        if let Some(brand) = source.brand {
            brand_exists(&mut tx, OrganisationId(owner), brand).await?;
        }
        let sql = "UPDATE source SET name = ?, settings = ?, brand = ?, enabled = ? WHERE id = ? AND coalesce(organisation, 0) = ?";
        let values: [Value; 6] = [
            (&source.name).into(),
            (&source.settings).into(),
            source.brand.map(|b| b.0).into(),
            source.enabled.into(),
            source.id.into(),
            owner.into(),
        ];
        let before = tx.row("SELECT settings FROM source WHERE id = ?", [source.id.into()]).await?;
        found(tx.run(sql, values).await?)?;
        if before.map(|row| row.columns().text()).transpose()?.is_some_and(|settings| settings != source.settings) {
            // What it was told to wait for was told to other settings.
            tx.run("UPDATE source_health SET next_try_at = NULL WHERE source = ?", [source.id.into()]).await?;
        }
        rules_changed(&mut tx).await?;
        tx.commit().await
    }

    /// How one source fares, whoever owns it, without how often each outcome happened; one never tried has an empty health.
    pub async fn health_of(&self, source: SourceId) -> Result<Health> {
        let sql = format!("SELECT {HEALTH} FROM source_health h WHERE h.source = ?");
        let row = self.row(&sql, [source.into()]).await?;
        row.map_or(Ok(Health::default()), |row| health(&mut row.columns()))
    }

    /// An organisation's sources and the house's, in order of id.
    pub async fn sources(&self, organisation: OrganisationId) -> Result<Vec<Source>> {
        self.organisation(organisation).await?;
        let sql = format!("SELECT {SOURCE} FROM source WHERE organisation = ? OR organisation IS NULL ORDER BY id");
        let rows = self.rows(&sql, [organisation.into()]).await?;
        rows.iter().map(|r| source(&mut r.columns())).collect()
    }

    /// One source: the organisation's own or the house's.
    pub async fn source(&self, organisation: OrganisationId, id: SourceId) -> Result<Source> {
        let sql = format!("SELECT {SOURCE} FROM source WHERE id = ? AND (organisation = ? OR organisation IS NULL)");
        let row = self.row(&sql, [id.into(), organisation.into()]).await?;
        source(&mut row.ok_or(Error::NotFound)?.columns())
    }

    /// Every source of every organisation, for the collector.
    pub async fn all_sources(&self) -> Result<Vec<Source>> {
        let rows = self.rows(&format!("SELECT {SOURCE} FROM source ORDER BY id"), []).await?;
        rows.iter().map(|r| source(&mut r.columns())).collect()
    }

    /// Where a source goes on from.
    pub async fn cursor(&self, source: SourceId) -> Result<Option<String>> {
        let row = self.row("SELECT position FROM source WHERE id = ?", [source.into()]).await?;
        row.ok_or(Error::NotFound)?.columns().maybe_text()
    }

    /// How an organisation's sources and the house's fare, in order of id; one never tried has an empty health.
    pub async fn health(&self, organisation: OrganisationId) -> Result<Vec<(SourceId, Health)>> {
        self.organisation(organisation).await?;
        let sql = format!(
            "SELECT s.id, {HEALTH} FROM source s LEFT JOIN source_health h ON h.source = s.id
             WHERE s.organisation = ? OR s.organisation IS NULL ORDER BY s.id"
        );
        let mut all = BTreeMap::new();
        for row in self.rows(&sql, [organisation.into()]).await? {
            let mut c = row.columns();
            all.insert(SourceId(c.int()?), health(&mut c)?);
        }
        let sql = "SELECT o.source, o.outcome, o.n FROM source_outcome o JOIN source s ON s.id = o.source
                   WHERE s.organisation = ? OR s.organisation IS NULL";
        for row in self.rows(sql, [organisation.into()]).await? {
            let mut c = row.columns();
            let (id, outcome, n) = (SourceId(c.int()?), c.word(outcome_of)?, c.int()?);
            if let Some(health) = all.get_mut(&id) {
                health.counts.push((outcome, n));
            }
        }
        for health in all.values_mut() {
            health.counts.sort_unstable();
        }
        Ok(all.into_iter().collect())
    }

    /// Remembers how a try ended. A source is deaf from the first of the failures that go on.
    pub async fn record_try(&self, source: SourceId, tried: Try) -> Result<()> {
        let mut tx = self.write().await?;
        tx.row("SELECT id FROM source WHERE id = ?", [source.into()]).await?.ok_or(Error::NotFound)?;
        let heard = tried.outcome.is_heard();
        let ok_at = heard.then_some(tried.at);
        let deaf_since = (!heard).then_some(tried.at);
        let sql = "INSERT INTO source_health (source, last_try_at, last_ok_at, last_post_at, deaf_since, outcome, detail, next_try_at)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                   ON CONFLICT (source) DO UPDATE SET last_try_at = excluded.last_try_at,
                   last_ok_at = coalesce(excluded.last_ok_at, source_health.last_ok_at),
                   last_post_at = coalesce(excluded.last_post_at, source_health.last_post_at),
                   deaf_since = CASE WHEN excluded.deaf_since IS NULL THEN NULL ELSE coalesce(source_health.deaf_since, excluded.deaf_since) END,
                   outcome = excluded.outcome, detail = excluded.detail, next_try_at = excluded.next_try_at";
        let values = [
            source.into(),
            tried.at.into(),
            ok_at.into(),
            tried.heard_post_at.into(),
            deaf_since.into(),
            tried.outcome.code().into(),
            (&tried.detail).into(),
            tried.next_at.into(),
        ];
        tx.run(sql, values).await?;
        tx.run(
            "INSERT INTO source_outcome (source, outcome, n) VALUES (?, ?, 1)
             ON CONFLICT (source, outcome) DO UPDATE SET n = source_outcome.n + excluded.n",
            [source.into(), tried.outcome.code().into()],
        )
        .await?;
        tx.commit().await
    }

    /// What could not be read, newest first, each with its number; the next page begins `before` the last one's. What a source of the
    /// house brought is nobody's to read: its posts are read through mentions only, and these became none.
    pub async fn quarantine(
        &self,
        organisation: OrganisationId,
        source: SourceId,
        before: Option<i64>,
        limit: i64,
    ) -> Result<Vec<(i64, Timestamp, Quarantined)>> {
        if self.source(organisation, source).await?.organisation.is_none() {
            return Err(Error::NotFound);
        }
        let sql = "SELECT seq, at, reason, place, bytes FROM quarantine WHERE source = ? AND seq < ? ORDER BY seq DESC LIMIT ?";
        let rows = self.rows(sql, [source.into(), before.unwrap_or(i64::MAX).into(), limit.into()]).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok((c.int()?, c.time()?, Quarantined { reason: c.text()?, place: c.text()?, bytes: c.bytes()? }))
            })
            .collect()
    }

    /// How many items of a source could not be read.
    pub async fn quarantine_count(&self, organisation: OrganisationId, source: SourceId) -> Result<Aside> {
        self.source(organisation, source).await?;
        let sql = "SELECT kept, dropped FROM quarantine_tally WHERE source = ?";
        let Some(row) = self.row(sql, [source.into()]).await? else { return Ok(Aside::default()) };
        let mut c = row.columns();
        Ok(Aside { kept: c.int()?, dropped: c.int()? })
    }

    /// The holes in what was heard that end after `since`, oldest first.
    pub async fn gaps(&self, organisation: OrganisationId, source: SourceId, since: Timestamp) -> Result<Vec<Gap>> {
        self.source(organisation, source).await?;
        let sql =
            "SELECT from_at, until_at, reason FROM gap WHERE source = ? AND until_at > ? ORDER BY from_at, until_at";
        let rows = self.rows(sql, [source.into(), since.into()]).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok(Gap { from: c.time()?, until: c.time()?, reason: c.text()? })
            })
            .collect()
    }
}
