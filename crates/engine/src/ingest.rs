//! The way in: a delivery of a source becomes items, and the items one transaction together with the source's cursor.

use crate::EngineError;
use crate::bus::Change;
use crate::rules::Rules;
use crate::world::World;
use domain::id::BrandId;
use domain::post::Post;
use domain::source::{Delivery, Source};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{Batch, Committed};
use tokio::sync::Mutex;

/// Most posts in one transaction: the writer is held for a blink, memory stays bounded, and a page of an index that many posts
/// touch is written once for all of them.
pub const BATCH: usize = 5_000;

/// The one way in of a world.
#[derive(Clone)]
pub struct Ingest {
    world: World,
    rules: Arc<Mutex<Arc<Rules>>>,
}

/// How a delivery came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// From a source that listens.
    Live,
    /// A source's first poll: what was there before we came wakes nobody.
    FirstPoll,
    /// One part of an import: counted now, evaluated once at its end.
    Import,
}

impl Ingest {
    /// Opens the way in.
    ///
    /// # Errors
    /// The store's.
    pub async fn open(world: World) -> Result<Self, EngineError> {
        let rules = Rules::load(&world.store).await?;
        Ok(Self { world, rules: Arc::new(Mutex::new(Arc::new(rules))) })
    }

    /// The rules as they stand, read again when the store has newer ones.
    ///
    /// # Errors
    /// The store's.
    pub async fn rules(&self) -> Result<Arc<Rules>, EngineError> {
        let mut rules = self.rules.lock().await;
        if self.world.store.rules_version().await? != rules.version() {
            *rules = Arc::new(Rules::load(&self.world.store).await?);
            for (query, why) in rules.refused() {
                tracing::error!(query.id = %query, why, "a saved query cannot be read and matches nothing");
            }
        }
        Ok(Arc::clone(&rules))
    }

    /// Takes a delivery: after this returns it is stored, matched, read and counted, once, with its cursor.
    ///
    /// # Errors
    /// The store's; then nothing of the last transaction was kept, and the source's cursor still stands before it.
    pub async fn accept(&self, source: &Source, delivery: Delivery, manner: Manner) -> Result<Committed, EngineError> {
        let rules = self.rules().await?;
        let Delivery { mut posts, deleted, engagement, quarantined, gaps, cursor, delivery_ids } = delivery;
        let mut total = Committed::default();
        // All but the last part go without the cursor: a crash between two reads the source again, and the unique key absorbs it.
        // Their ticks are held until the last, so that no half of a delivery is judged.
        while posts.len() > BATCH {
            let rest = posts.split_off(BATCH);
            let items = self.items(&rules, source, posts, manner).await?;
            let part = Batch { items, ticks: false, ..self.batch(source, manner) };
            posts = rest;
            total = together(total, self.world.store.commit(part).await?);
        }
        let items = self.items(&rules, source, posts, manner).await?;
        let rest = Delivery { posts: Vec::new(), deleted, engagement, quarantined, gaps, cursor, delivery_ids };
        Ok(together(total, self.commit(source, items, rest, manner).await?))
    }

    /// Takes a part of an import, at most [`BATCH`] posts, whose rows may say whose they are: such a post is a mention of that brand, no
    /// match needed, as if it came from a source bound to it. The order of the rows stays.
    ///
    /// # Errors
    /// The store's; then nothing of it was kept.
    pub async fn accept_named(
        &self,
        source: &Source,
        mut delivery: Delivery,
        brands: &[Option<BrandId>],
    ) -> Result<Committed, EngineError> {
        let rules = self.rules().await?;
        let mut groups: BTreeMap<Option<BrandId>, (Vec<usize>, Vec<Post>)> = BTreeMap::new();
        for (at, post) in std::mem::take(&mut delivery.posts).into_iter().enumerate() {
            let brand = brands.get(at).copied().flatten().or(source.brand);
            let (places, posts) = groups.entry(brand).or_default();
            places.push(at);
            posts.push(post);
        }
        let mut items = Vec::new();
        for (brand, (places, posts)) in groups {
            let named = Source { brand, ..source.clone() };
            items.extend(places.into_iter().zip(self.items(&rules, &named, posts, Manner::Import).await?));
        }
        items.sort_unstable_by_key(|(at, _)| *at);
        let items = items.into_iter().map(|(_, item)| item).collect();
        self.commit(source, items, delivery, Manner::Import).await
    }

    /// Transaction 1, with all that a delivery brings beside its posts.
    async fn commit(
        &self,
        source: &Source,
        items: Vec<store::Item>,
        rest: Delivery,
        manner: Manner,
    ) -> Result<Committed, EngineError> {
        let Delivery { posts: _, deleted, engagement, quarantined, gaps, cursor, delivery_ids } = rest;
        #[cfg(feature = "crashpoints")]
        let (cursor, delivery_ids) = self.too_soon(source, cursor, delivery_ids).await?;
        let touched: BTreeSet<_> = items.iter().flat_map(|item| &item.hits).map(|hit| hit.organisation).collect();
        let last =
            Batch { items, deleted, engagement, quarantined, gaps, cursor, delivery_ids, ..self.batch(source, manner) };
        #[cfg(feature = "crashpoints")]
        crate::crashpoint::reach("before-tx1", &source.kind);
        let committed = self.world.store.commit(last).await?;
        #[cfg(feature = "crashpoints")]
        crate::crashpoint::reach("after-tx1", &source.kind);
        for organisation in touched {
            self.world.bus.tell(organisation, Change::Mentions);
        }
        Ok(committed)
    }

    /// Ends an import: what it counted is evaluated at the next tick, as history.
    ///
    /// # Errors
    /// The store's.
    pub async fn finish_import(&self, source: &Source) -> Result<(), EngineError> {
        Ok(self.world.store.release_ticks(source.id).await?)
    }

    /// The bugs that the kill test must find: the cursor, or the delivery's id, saved before what it stands for.
    #[cfg(feature = "crashpoints")]
    async fn too_soon(
        &self,
        source: &Source,
        mut cursor: Option<String>,
        mut delivery_ids: Vec<String>,
    ) -> Result<(Option<String>, Vec<String>), EngineError> {
        let mut first = self.batch(source, Manner::Live);
        if crate::crashpoint::mutant("cursor-first") {
            first.cursor = cursor.take();
        }
        if crate::crashpoint::mutant("delivery-first") {
            first.delivery_ids = std::mem::take(&mut delivery_ids);
        }
        if first.cursor.is_some() || !first.delivery_ids.is_empty() {
            // What was refused as known stays refused.
            delivery_ids.extend(self.world.store.commit(first).await?.refused_delivery_ids);
        }
        Ok((cursor, delivery_ids))
    }

    fn batch(&self, source: &Source, manner: Manner) -> Batch {
        Batch { ticks: manner != Manner::Import, ..Batch::new(source.id, self.world.clock.now()) }
    }

    async fn items(
        &self,
        rules: &Arc<Rules>,
        source: &Source,
        posts: Vec<Post>,
        manner: Manner,
    ) -> Result<Vec<store::Item>, EngineError> {
        let history = manner != Manner::Live;
        if posts.len() < 64 {
            return Ok(rules.items(source, posts, history, 1));
        }
        let (rules, source, workers) = (Arc::clone(rules), source.clone(), self.world.workers);
        tokio::task::spawn_blocking(move || rules.items(&source, posts, history, workers))
            .await
            .map_err(|e| EngineError::Broken(e.to_string()))
    }
}

fn together(mut total: Committed, part: Committed) -> Committed {
    total.new += part.new;
    total.edited += part.edited;
    total.duplicate += part.duplicate;
    total.passed += part.passed;
    total.quarantined += part.quarantined;
    total.deleted += part.deleted;
    total.mentions.extend(part.mentions);
    total.refused_delivery_ids.extend(part.refused_delivery_ids);
    total
}
