//! What there is to say of the store as a whole.

use crate::{Engine, Error, Result, Store};

/// The store as `doctor` shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Which engine.
    pub engine: Engine,
    /// The version of its schema.
    pub schema: i64,
    /// Its file, or its address without the password.
    pub place: String,
    /// Bytes on disk.
    pub bytes: i64,
    /// Rows.
    pub counts: Counts,
}

/// Rows, for `/metrics`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Organisations.
    pub organisations: i64,
    /// Brands.
    pub brands: i64,
    /// Sources listened to.
    pub sources: i64,
    /// Sources listened to that are deaf.
    pub deaf_sources: i64,
    /// Posts.
    pub posts: i64,
    /// Mentions.
    pub mentions: i64,
    /// Items kept aside.
    pub quarantined: i64,
    /// Signals that go on.
    pub open_signals: i64,
    /// Brands whose counts changed and were not evaluated yet.
    pub due_ticks: i64,
}

impl Store {
    /// Where the store is, how big it is and what it holds, every row counted; fails where it cannot be read.
    pub async fn check(&self) -> Result<Facts> {
        let bytes = self.row(self.engine().size(), []).await?.ok_or(Error::NotFound)?.columns().int()?;
        Ok(Facts {
            engine: self.engine(),
            schema: self.schema_version().await?,
            place: self.place.clone(),
            bytes,
            counts: self
                .count(
                    "(SELECT count(*) FROM post)",
                    "(SELECT count(*) FROM mention)",
                    "(SELECT count(*) FROM quarantine)",
                )
                .await?,
        })
    }

    /// How many rows there are of what matters, by the counts kept with them: as quick in a large store as in a small one.
    pub async fn counts_of_rows(&self) -> Result<Counts> {
        self.count(
            "(SELECT n FROM tally WHERE name = 'post')",
            "(SELECT n FROM tally WHERE name = 'mention')",
            "coalesce((SELECT CAST(sum(kept) AS BIGINT) FROM quarantine_tally), 0)",
        )
        .await
    }

    async fn count(&self, posts: &str, mentions: &str, quarantined: &str) -> Result<Counts> {
        let sql = format!(
            "SELECT (SELECT count(*) FROM organisation), (SELECT count(*) FROM brand),
             (SELECT count(*) FROM source WHERE enabled = 1),
             (SELECT count(*) FROM source s JOIN source_health h ON h.source = s.id WHERE s.enabled = 1 AND h.deaf_since IS NOT NULL),
             {posts}, {mentions}, {quarantined},
             (SELECT count(*) FROM signal WHERE ended_at IS NULL), (SELECT count(*) FROM due_tick)"
        );
        let row = self.row(&sql, []).await?.ok_or(Error::NotFound)?;
        let mut c = row.columns();
        Ok(Counts {
            organisations: c.int()?,
            brands: c.int()?,
            sources: c.int()?,
            deaf_sources: c.int()?,
            posts: c.int()?,
            mentions: c.int()?,
            quarantined: c.int()?,
            open_signals: c.int()?,
            due_ticks: c.int()?,
        })
    }
}
