//! Transaction 1: posts, mentions, readings, minute counters, the source's cursor and the ticks that are due, all or nothing.

mod filter;
pub(crate) mod identity;
mod known;
mod rest;
mod rows;
mod write;

use crate::{Error, Result, Store};
use domain::counter::Series;
use domain::id::{BrandId, MentionId, OrganisationId, QueryId, SourceId};
use domain::mention::{Arrival, Reading};
use domain::post::{Engagement, Post};
use domain::source::{Gap, Quarantined};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use write::Writer;

/// What one try of a source brought, read and matched; committed as a whole.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The source that brought it.
    pub source: SourceId,
    /// When it is committed.
    pub at: Timestamp,
    /// Posts, in the order of the source.
    pub items: Vec<Item>,
    /// What the source says is deleted: native ids, or its own names of posts.
    pub deleted: Vec<String>,
    /// Fresh counts of posts seen before.
    pub engagement: Vec<(String, Engagement)>,
    /// What could not be read.
    pub quarantined: Vec<Quarantined>,
    /// Holes in what was heard.
    pub gaps: Vec<Gap>,
    /// Where the source goes on from; `None` leaves it as it is.
    pub cursor: Option<String>,
    /// Deliveries that must not be taken twice. One that was seen before makes the whole batch a duplicate.
    pub delivery_ids: Vec<String>,
    /// Whether the brands touched are evaluated at once; an import holds its ticks until [`Store::release_ticks`].
    pub ticks: bool,
}

impl Batch {
    /// One that brings nothing yet, and whose brands are evaluated at once.
    pub fn new(source: SourceId, at: Timestamp) -> Self {
        Self {
            source,
            at,
            items: Vec::new(),
            deleted: Vec::new(),
            engagement: Vec::new(),
            quarantined: Vec::new(),
            gaps: Vec::new(),
            cursor: None,
            delivery_ids: Vec::new(),
            ticks: true,
        }
    }
}

/// One post with what was found out about it.
#[derive(Clone, Debug)]
pub struct Item {
    /// The post.
    pub post: Post,
    /// What the reader says; needed where there is a hit.
    pub reading: Option<Reading>,
    /// The brands it concerns.
    pub hits: Vec<Hit>,
    /// Whether it is stored although it concerns nobody.
    pub keep: bool,
}

/// One brand that a post concerns.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The brand's organisation.
    pub organisation: OrganisationId,
    /// The brand.
    pub brand: BrandId,
    /// The queries that it hit; none for a bound source.
    pub queries: Vec<QueryId>,
    /// How it came.
    pub arrival: Arrival,
    /// The series it counts in.
    pub series: Vec<Series>,
}

/// What became of a batch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Committed {
    /// Posts stored.
    pub new: usize,
    /// Posts that got another version.
    pub edited: usize,
    /// Posts known already.
    pub duplicate: usize,
    /// Posts that concern nobody and were only counted.
    pub passed: usize,
    /// The mentions made, in order of the items.
    pub mentions: Vec<MentionId>,
    /// Items newly kept aside.
    pub quarantined: usize,
    /// Posts newly known to be deleted.
    pub deleted: usize,
    /// Deliveries taken before: nothing of this batch was taken again.
    pub refused_delivery_ids: Vec<String>,
}

impl Store {
    /// Stores a batch, all or nothing. Run again it changes nothing (only posts that are neither kept nor concern anybody
    /// leave no trace by which a second delivery could be told, and are counted again in the source's day).
    pub async fn commit(&self, batch: Batch) -> Result<Committed> {
        let mut writer = Writer::open(self.write().await?, &self.identity, &batch).await?;
        if writer.refuses(&batch.delivery_ids).await? {
            writer.committed.duplicate = batch.items.len();
            return Ok(writer.committed);
        }
        writer.check_owners(&batch.items).await?;
        for run in runs(&batch.items) {
            writer.take(run).await?;
        }
        writer.count_again(&batch.engagement).await?;
        writer.bury(&batch.deleted).await?;
        writer.keep_aside(&batch.quarantined).await?;
        #[cfg(feature = "crashpoints")]
        crate::crashpoint::reach("inside-tx1", &writer.kind);
        writer.finish(&batch).await
    }

    /// Makes the ticks held back for an import due: its brands are evaluated once, at its end.
    pub async fn release_ticks(&self, source: SourceId) -> Result<()> {
        let mut tx = self.write().await?;
        tx.row("SELECT id FROM source WHERE id = ?", [source.into()]).await?.ok_or(Error::NotFound)?;
        let mut held = BTreeMap::new();
        rest::release(&mut tx, source, &mut held).await?;
        rest::make_due(&mut tx, None, &held).await?;
        tx.commit().await
    }
}

/// A brand to evaluate: from the oldest minute touched; the newest mention it covers.
#[derive(Clone, Copy)]
struct Tick {
    from_minute: i64,
    newest: i64,
}

/// Cuts the items where a post comes again, so that within a run each is there once; at most so many that memory stays small.
fn runs(items: &[Item]) -> Vec<&[Item]> {
    const LONGEST: usize = 5_000;
    let (mut runs, mut start, mut keys) = (Vec::new(), 0, HashSet::new());
    for (i, item) in items.iter().enumerate() {
        let key = item.post.key();
        if i - start == LONGEST || keys.contains(&key) {
            runs.push(&items[start..i]);
            start = i;
            keys.clear();
        }
        keys.insert(key);
    }
    if start < items.len() {
        runs.push(&items[start..]);
    }
    runs
}

/// The brands that the items concern, with the organisation each hit claims for it.
fn brands_of(items: &[Item]) -> BTreeSet<(BrandId, OrganisationId)> {
    items.iter().flat_map(|item| &item.hits).map(|hit| (hit.brand, hit.organisation)).collect()
}
