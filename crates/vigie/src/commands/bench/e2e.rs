//! From a line of JSON to a stored and counted mention, beside what each step alone could do.

use super::generate::Load;
use anyhow::{Context, ensure};
use connect::inbound::file::{Options, Reader};
use domain::brand::{Brand, BrandRole};
use domain::counter::Series;
use domain::mention::Arrival;
use domain::organisation::Organisation;
use domain::post::Post;
use domain::source::Source;
use engine::bus::Bus;
use engine::ingest::{BATCH, Ingest, Manner};
use engine::world::{Clock, World};
use jiff::Timestamp;
use query::{Document, Matcher, Scratch};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;
use store::{Batch, Hit, Item, NewBrand, NewSource, Store};

/// Posts per second of each step, in one run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Speeds {
    pub end_to_end: f64,
    pub parse: f64,
    pub json: f64,
    pub matching: f64,
    pub append: f64,
    pub post_rows: f64,
    pub mentions: f64,
}

/// A throw-away world with every query, and a source that keeps only what matched.
struct House {
    world: World,
    organisation: Organisation,
    brand: Brand,
    source: Source,
}

impl House {
    async fn build(queries: &[(String, String)], now: Timestamp, workers: usize) -> anyhow::Result<Self> {
        let store = Store::open("sqlite::memory:").await?;
        let organisation = store.create_organisation("Bench", now).await?;
        let mut first = None;
        for (name, text) in queries {
            let new = NewBrand {
                name: name.clone(),
                role: BrandRole::Own,
                zone: "UTC".to_owned(),
                own_accounts: Vec::new(),
                places: Vec::new(),
            };
            let brand = store.create_brand(organisation.id, new).await?;
            store.create_query(organisation.id, brand.id, name, text).await?;
            first.get_or_insert(brand);
        }
        let source = NewSource {
            organisation: None,
            brand: None,
            kind: "file".to_owned(),
            name: "bench".to_owned(),
            settings: r#"{"keep":"matched"}"#.to_owned(),
        };
        let source = store.create_source(source, now).await?;
        let world = World {
            store: Arc::new(store),
            clock: Clock::standing_at(now),
            bus: Bus::default(),
            folds: Default::default(),
            workers,
        };
        Ok(Self { world, organisation, brand: first.context("there are no queries")?, source })
    }

    /// Reads the lines into the store; answers how many posts were stored.
    async fn take(&self, jsonl: &[u8]) -> anyhow::Result<usize> {
        let ingest = Ingest::open(self.world.clone()).await?;
        let mut reader = Reader::open(jsonl, Options::new(self.world.clock.now()), None)?;
        let mut stored = 0;
        loop {
            let batch = reader.next_batch(BATCH)?;
            stored += ingest.accept(&self.source, batch.delivery, Manner::Import).await?.new;
            if batch.done {
                return Ok(stored);
            }
        }
    }

    /// The native ids of all that is stored and concerns somebody.
    async fn stored(&self) -> anyhow::Result<BTreeSet<String>> {
        let (mut ids, mut after) = (BTreeSet::new(), None);
        loop {
            let page = self.world.store.export(self.organisation.id, after, 1_000).await?;
            let Some(last) = page.last() else { return Ok(ids) };
            after = Some((last.0, last.1));
            ids.extend(page.into_iter().map(|(_, _, post, _)| post.native_id));
        }
    }

    /// The whole of transaction 1 over all items; posts per second.
    #[expect(clippy::disallowed_methods, reason = "a bench reads wall time")]
    async fn commit(&self, items: Vec<Item>) -> anyhow::Result<f64> {
        let number = items.len();
        let mut batches: Vec<Batch> = Vec::new();
        let mut items = items.into_iter().peekable();
        while items.peek().is_some() {
            let items = items.by_ref().take(BATCH).collect();
            batches.push(Batch { items, ..Batch::new(self.source.id, self.world.clock.now()) });
        }
        let (began, mut new) = (Instant::now(), 0);
        for batch in batches {
            new += self.world.store.commit(batch).await?.new;
        }
        ensure!(new == number, "{new} of {number} posts were stored: there is no speed to tell");
        Ok(number as f64 / began.elapsed().as_secs_f64())
    }
}

/// Holds what is stored of all posts against the naive evaluator, every query over every post. Answers how many matched.
pub async fn gate(load: &Load, now: Timestamp, workers: usize) -> anyhow::Result<usize> {
    let house = House::build(&load.queries, now, workers).await?;
    house.take(&load.jsonl).await?;
    let stored = house.stored().await?;
    house.world.store.close().await;
    let queries: Vec<_> = load.queries.iter().filter_map(|(_, text)| query::parse(text).ok()).collect();
    ensure!(queries.len() == load.queries.len(), "a query of the bench cannot be read");
    let naive = |posts: &[Post]| {
        let matching = posts.iter().filter(|post| query::evaluate_any(&queries, &document(post)));
        matching.map(|post| post.native_id.clone()).collect::<Vec<_>>()
    };
    let share = load.posts.len().div_ceil(workers).max(1);
    let expected: BTreeSet<String> = std::thread::scope(|scope| {
        let parts: Vec<_> = load.posts.chunks(share).map(|posts| scope.spawn(|| naive(posts))).collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    ensure!(
        stored == expected,
        "stored {} posts, the naive evaluator says {}, and they are not the same: there is no speed to tell",
        stored.len(),
        expected.len()
    );
    Ok(expected.len())
}

/// One run: every step once, one after the other, so that all meet the same weather.
pub async fn run(load: &Load, now: Timestamp, workers: usize) -> anyhow::Result<Speeds> {
    Ok(Speeds {
        parse: parse(load, now)?,
        json: json(load)?,
        append: append(load).await?,
        end_to_end: end_to_end(load, now, workers).await?,
        matching: matching(load)?,
        post_rows: post_rows(load, now).await?,
        mentions: mentions(load, now).await?,
    })
}

#[expect(clippy::disallowed_methods, reason = "a bench reads wall time")]
async fn end_to_end(load: &Load, now: Timestamp, workers: usize) -> anyhow::Result<f64> {
    let house = House::build(&load.queries, now, workers).await?;
    let began = Instant::now();
    let stored = house.take(&load.jsonl).await?;
    let speed = load.posts.len() as f64 / began.elapsed().as_secs_f64();
    let counts = house.world.store.counts_of_rows().await?;
    house.world.store.close().await;
    ensure!(
        stored == load.planted && counts.posts == load.planted as i64,
        "{stored} posts were stored and {} made to match: there is no speed to tell",
        load.planted
    );
    Ok(speed)
}

#[expect(clippy::disallowed_methods, reason = "a bench reads wall time")]
fn parse(load: &Load, now: Timestamp) -> anyhow::Result<f64> {
    let began = Instant::now();
    let mut reader = Reader::open(load.jsonl.as_slice(), Options::new(now), None)?;
    let mut read = 0;
    loop {
        let batch = reader.next_batch(BATCH)?;
        read += batch.delivery.posts.len();
        if batch.done {
            break;
        }
    }
    ensure!(read == load.posts.len(), "{read} posts were read of {}", load.posts.len());
    Ok(read as f64 / began.elapsed().as_secs_f64())
}

/// The limit of reading lines: the JSON is read to its end, and nothing is made of it.
#[expect(clippy::disallowed_methods, reason = "a bench reads wall time")]
fn json(load: &Load) -> anyhow::Result<f64> {
    let began = Instant::now();
    let mut read = 0;
    for line in load.jsonl.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        serde_json::from_slice::<serde::de::IgnoredAny>(line)?;
        read += 1;
    }
    ensure!(read == load.posts.len(), "{read} lines were read of {}", load.posts.len());
    Ok(read as f64 / began.elapsed().as_secs_f64())
}

#[expect(clippy::disallowed_methods, reason = "a bench reads wall time")]
fn matching(load: &Load) -> anyhow::Result<f64> {
    let mut matcher = Matcher::new();
    for (id, (_, text)) in (1..).zip(&load.queries) {
        matcher.insert(id, &query::parse(text).map_err(|wrong| anyhow::anyhow!("{wrong}"))?);
    }
    let (mut scratch, mut matched) = (Scratch::default(), 0);
    let began = Instant::now();
    for post in &load.posts {
        matched += usize::from(!matcher.matches(&document(post), &mut scratch).is_empty());
    }
    let speed = load.posts.len() as f64 / began.elapsed().as_secs_f64();
    ensure!(matched == load.planted, "{matched} posts matched of {}", load.planted);
    Ok(speed)
}

#[expect(clippy::disallowed_methods, reason = "a bench reads wall time")]
async fn append(load: &Load) -> anyhow::Result<f64> {
    let store = Store::open("sqlite::memory:").await?;
    store.prepare_bare_append().await?;
    let (began, mut rows) = (Instant::now(), 0);
    for posts in load.posts.chunks(BATCH) {
        rows += store.bare_append(posts).await?;
    }
    let speed = rows as f64 / began.elapsed().as_secs_f64();
    store.close().await;
    Ok(speed)
}

/// Every post stored, none a mention: the row and its identity.
async fn post_rows(load: &Load, now: Timestamp) -> anyhow::Result<f64> {
    let house = House::build(&load.queries[..1], now, 1).await?;
    let items = load.posts.iter().map(|post| Item { post: post.clone(), reading: None, hits: Vec::new(), keep: true });
    let speed = house.commit(items.collect()).await?;
    house.world.store.close().await;
    Ok(speed)
}

/// Every post a mention of one brand: row, reading, mention, hit, counters, tick.
async fn mentions(load: &Load, now: Timestamp) -> anyhow::Result<f64> {
    let house = House::build(&load.queries[..1], now, 1).await?;
    let reader = text::Reader::new()?;
    let reading = engine::rules::read(&reader, &load.posts[0].text);
    let query = house.world.store.queries(house.organisation.id).await?.first().context("there is no query")?.id;
    let hit = Hit {
        organisation: house.organisation.id,
        brand: house.brand.id,
        queries: vec![query],
        arrival: Arrival::Live,
        series: vec![Series::Mentions],
    };
    let items = load.posts.iter().map(|post| Item {
        post: post.clone(),
        reading: Some(reading.clone()),
        hits: vec![hit.clone()],
        keep: true,
    });
    let speed = house.commit(items.collect()).await?;
    let counts = house.world.store.counts_of_rows().await?;
    house.world.store.close().await;
    ensure!(counts.mentions == load.posts.len() as i64, "{} mentions of {} posts", counts.mentions, load.posts.len());
    Ok(speed)
}

fn document(post: &Post) -> Document<'_> {
    Document {
        text: &post.text,
        source: Some(&post.source_kind),
        author: post.author.handle.as_deref(),
        followers: post.author.followers,
        ..Document::default()
    }
}
