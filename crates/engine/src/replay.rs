//! Drives a virtual world through a pack, event by event: the next post or the next minute, whichever comes first; settle, then advance.

use crate::EngineError;
use crate::ingest::{BATCH, Ingest, Manner};
use crate::pack::Pack;
use crate::search::index_text;
use crate::tick::tick;
use crate::world::World;
use domain::id::{BrandId, OrganisationId, SourceId};
use domain::organisation::Organisation;
use domain::post::Post;
use domain::source::{Delivery, Outcome, Source};
use jiff::{SignedDuration, Timestamp};
use signal::surge::Settings;
use std::collections::BTreeMap;
use store::{NewBrand, NewSource, Try};

/// Most mentions indexed at a time; a replay indexes every hour.
const INDEX: i64 = 2_000;
/// Most cases of an organisation in a digest: more than any pack opens.
const CASES: i64 = 1_000;

/// How a replay is played.
#[derive(Clone, Copy, Debug)]
pub struct Play {
    /// What the posts are drawn from.
    pub seed: u64,
    /// Whether the storm is left out.
    pub calm: bool,
    /// Most posts in one delivery; no result depends on it.
    pub batch: usize,
}

impl Default for Play {
    fn default() -> Self {
        Self { seed: 1, calm: false, batch: BATCH }
    }
}

/// A pack set up in a world, ready to be played.
pub struct Stage {
    world: World,
    /// The way in, for whoever reports by hand while it plays.
    pub ingest: Ingest,
    settings: Settings,
    /// The organisation of the pack.
    pub organisation: Organisation,
    /// Its brands, by their keys in the pack.
    pub brands: BTreeMap<String, BrandId>,
    sources: BTreeMap<String, Source>,
    posts: std::iter::Peekable<std::vec::IntoIter<(String, Post)>>,
    batch: usize,
    end: Timestamp,
    /// How many posts were played.
    pub played: usize,
    arrived: blake3::Hasher,
}

impl Stage {
    /// Sets up the organisation, brands, queries and sources of a pack in an empty world, its clock at the pack's start.
    ///
    /// # Errors
    /// The store's, or a pack that cannot be played.
    pub async fn set(world: World, pack: &Pack, play: Play) -> Result<Self, EngineError> {
        let at = pack.start;
        world.clock.advance_to(at);
        let organisation = world.store.create_organisation(&pack.name, at).await?;
        let brands = set_brands(&world, pack, organisation.id).await?;
        let mut sources = BTreeMap::new();
        for source in &pack.source {
            let new = NewSource {
                organisation: Some(organisation.id),
                brand: source.bound.as_ref().and_then(|key| brands.get(key).copied()),
                kind: "pack".to_owned(),
                name: source.name.clone(),
                settings: "{}".to_owned(),
            };
            sources.insert(source.key.clone(), world.store.create_source(new, at).await?);
        }
        Ok(Self {
            ingest: Ingest::open(world.clone()).await?,
            settings: crate::surge_settings()?,
            organisation,
            brands,
            sources,
            posts: pack.posts(play.seed, play.calm).into_iter().peekable(),
            batch: play.batch.max(1),
            end: pack.end(),
            world,
            played: 0,
            arrived: blake3::Hasher::new(),
        })
    }

    /// When the minute ends that is being played.
    pub fn minute_ends(&self) -> Timestamp {
        let next = self.world.clock.now().saturating_add(SignedDuration::from_mins(1)).unwrap_or(self.end);
        Timestamp::from_second(next.as_second().div_euclid(60) * 60).unwrap_or(self.end)
    }

    /// Plays one minute of the pack: its posts in the order of arrival, then the minute's tick. Answers whether there is more.
    ///
    /// # Errors
    /// The store's.
    pub async fn minute(&mut self) -> Result<bool, EngineError> {
        let next = self.minute_ends();
        self.until(next).await?;
        tick(&self.world, &self.settings).await?;
        if next.as_second() % 3600 == 0 || next >= self.end {
            while !self.world.store.index_mentions(INDEX, index_text).await?.done {}
        }
        Ok(next < self.end)
    }

    /// Plays the posts that arrive before a moment, in their order; it is that moment then.
    ///
    /// # Errors
    /// The store's.
    pub async fn until(&mut self, at: Timestamp) -> Result<(), EngineError> {
        let mut run: Vec<Post> = Vec::new();
        let mut of: Option<String> = None;
        while let Some((key, post)) = self.posts.next_if(|(_, post)| post.seen_at < at) {
            // A delivery is of one source; the order of arrival is kept.
            if of.as_ref().is_some_and(|of| *of != key) || run.len() >= self.batch {
                self.deliver(of.take(), std::mem::take(&mut run)).await?;
            }
            of = Some(key);
            run.push(post);
        }
        self.deliver(of, run).await?;
        self.world.clock.advance_to(at);
        Ok(())
    }

    async fn deliver(&mut self, key: Option<String>, posts: Vec<Post>) -> Result<(), EngineError> {
        let (Some(source), Some(last)) = (key.and_then(|key| self.sources.get(&key)), posts.last()) else {
            return Ok(());
        };
        let at = last.seen_at;
        self.world.clock.advance_to(at);
        self.played += posts.len();
        for post in &posts {
            self.arrived.update(serde_json::to_string(post)?.as_bytes());
        }
        let delivery = Delivery { posts, ..Delivery::default() };
        self.ingest.accept(source, delivery, Manner::Live).await?;
        let heard = Try { at, outcome: Outcome::Ok, detail: None, next_at: None, heard_post_at: Some(at) };
        Ok(self.world.store.record_try(source.id, heard).await?)
    }

    /// When the next post arrives.
    pub fn next_post(&mut self) -> Option<Timestamp> {
        self.posts.peek().map(|(_, post)| post.seen_at)
    }

    /// The digest of every post as it arrived so far.
    pub fn arrived(&self) -> String {
        self.arrived.finalize().to_hex().to_string()
    }

    /// The source of that key in the pack.
    pub fn source(&self, key: &str) -> Option<SourceId> {
        self.sources.get(key).map(|source| source.id)
    }
}

async fn set_brands(
    world: &World,
    pack: &Pack,
    organisation: OrganisationId,
) -> Result<BTreeMap<String, BrandId>, EngineError> {
    let mut brands = BTreeMap::new();
    for brand in &pack.brand {
        let new = NewBrand {
            name: brand.name.clone(),
            role: brand.role,
            zone: brand.zone.clone(),
            own_accounts: brand.own_accounts.clone(),
            places: brand.places.clone(),
        };
        let id = world.store.create_brand(organisation, new).await?.id;
        for (name, text) in &brand.queries {
            query::parse(text)
                .map_err(|wrong| EngineError::Query { brand: brand.name.clone(), wrong: wrong.to_string() })?;
            world.store.create_query(organisation, id, name, text).await?;
        }
        brands.insert(brand.key.clone(), id);
    }
    Ok(brands)
}

/// The digest of everything the world has said of its signals and its cases, in order: same inputs, same digest, whatever the workers and batches.
///
/// # Errors
/// The store's.
pub async fn log_hash(world: &World) -> Result<String, EngineError> {
    let mut hasher = blake3::Hasher::new();
    for entry in world.store.signal_log(0).await? {
        let line = format!(
            "{}\t{}\t{}\t{}\t{}\t{}\n",
            entry.seq, entry.organisation, entry.signal, entry.at, entry.kind, entry.body
        );
        hasher.update(line.as_bytes());
    }
    for organisation in world.store.organisations().await? {
        let mut cases = world.store.cases(organisation.id, false, None, CASES).await?;
        cases.sort_by_key(|file| file.id);
        for file in cases {
            // Each record's hash stands for its bytes and for all before it.
            let records = world.store.case_records(organisation.id, file.id, 0).await?;
            let line = records.iter().map(|record| format!("{}\t{}\n", record.version, record.hash));
            hasher.update(line.collect::<String>().as_bytes());
        }
    }
    Ok(hasher.finalize().to_hex().to_string())
}
