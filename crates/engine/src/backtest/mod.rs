//! What another set of queries would have found in what is stored: tried before it is saved. Changes nothing.
//!
//! Both sets, the one that is saved and the one that is tried, are held against the same posts, so that what differs is the queries'
//! doing: not the day a query was added, nor what a source brought before it was bound. An edited post is looked at as it stands now,
//! a deleted one as it was. The counts are judged once, as after an import: a signal that was raised while posts were still coming in may
//! have been told of some minutes sooner or later.

mod tally;

use crate::EngineError;
use crate::rules::keeps_all;
use crate::world::World;
use domain::brand::Brand;
use domain::counter::Series;
use domain::signal::{Budget, Level};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use std::sync::Arc;
use tally::{Tally, Trial};
use tokio::sync::Semaphore;

/// The longest stretch that is tried, in weeks.
pub const WEEKS: i64 = 26;
/// Before the stretch, the detector learns this long from what each set finds, as far as there is anything.
const LEARNS: SignedDuration = SignedDuration::from_hours(4 * 7 * 24);
/// Posts read at a time.
const PAGE: usize = 2_000;

/// How much may be looked at.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Most posts.
    pub posts: usize,
    /// Longest time by the world's clock; a virtual one stands still and bounds nothing.
    pub time: SignedDuration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { posts: 500_000, time: SignedDuration::from_secs(20) }
    }
}

/// What is to be tried.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The brand.
    pub brand: Brand,
    /// All its queries as they would be.
    pub queries: Vec<String>,
    /// How many weeks back, 1 to [`WEEKS`].
    pub weeks: i64,
}

/// What two sets of queries find in the same posts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Backtest {
    /// The stretch that was tried: from.
    pub from: Timestamp,
    /// The stretch that was tried: until.
    pub until: Timestamp,
    /// Whether that is the stretch asked for; else a bound was hit, and only this newest part of it was tried.
    pub whole: bool,
    /// How many stored posts were looked at, those that the detector learnt from included.
    pub looked: usize,
    /// Each day of the brand's zone.
    pub days: Vec<Day>,
    /// What the saved queries find.
    pub present: Found,
    /// What the tried ones find.
    pub changed: Found,
    /// Mentions that only the tried ones find.
    pub gained: Difference,
    /// Mentions that only the saved ones find.
    pub lost: Difference,
    /// What neither can find, because it was not kept.
    pub unseen: Unseen,
}

/// The mentions of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// Which.
    pub day: Date,
    /// By the saved queries.
    pub present: i64,
    /// By the tried ones.
    pub changed: i64,
}

/// What one set of queries finds in the stretch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Mentions.
    pub mentions: i64,
    /// Those of them that speak ill.
    pub negative: i64,
    /// The signals these counts raise, oldest first.
    pub signals: Vec<Raised>,
}

impl Found {
    /// How many of its signals are of that level.
    pub fn of_level(&self, level: Level) -> i64 {
        self.signals.iter().filter(|raised| raised.level == level).count() as i64
    }
}

/// A signal that counts raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Raised {
    /// Notice or alert.
    #[serde(serialize_with = "code")]
    pub level: Level,
    /// Which series stood out.
    pub series: Series,
    /// Since when.
    pub onset: Timestamp,
    /// What was counted.
    pub observed: i64,
    /// What was expected, in thousandths.
    pub expected: i64,
}

fn code<S: serde::Serializer>(level: &Level, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(level.code())
}

/// Mentions that one set finds and the other does not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// How many.
    pub count: i64,
    /// The newest ten.
    pub examples: Vec<Example>,
}

/// A post that one set finds and the other does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Example {
    /// When it happened.
    pub at: Timestamp,
    /// Who published it, as shown.
    pub author: Option<String>,
    /// Its text, cut.
    pub text: String,
    /// Its page.
    pub url: Option<String>,
    /// The mention that it is.
    pub mention: Option<i64>,
}

/// Posts that were passed by: their sources keep only what matches, so what a wider query would find among them is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Unseen {
    /// How many posts of the stretch were not kept.
    pub passed: i64,
    /// How many were seen by all sources, those included.
    pub seen: i64,
    /// The names of the sources that keep only what matches.
    pub sources: Vec<String>,
}

/// One at a time: each reads for up to [`Bounds::time`], and must not keep the store from listening.
static TURN: Semaphore = Semaphore::const_new(1);

/// Tries a set of queries on what is stored. Waits for its turn where another is being tried.
///
/// # Errors
/// A query that cannot be read, or the store's.
pub async fn run(world: &World, asked: &Asked, bounds: Bounds) -> Result<Backtest, EngineError> {
    run_by(world, asked, bounds, None).await
}

/// The same, judged as often as `budget` says in place of the one in force.
pub(crate) async fn run_by(
    world: &World,
    asked: &Asked,
    bounds: Bounds,
    budget: Option<Budget>,
) -> Result<Backtest, EngineError> {
    let mut turn = TURN.acquire().await.map_err(|e| EngineError::Broken(e.to_string()))?;
    let until = world.clock.now();
    let back = |from: Timestamp, so_long| from.checked_sub(so_long).unwrap_or(Timestamp::MIN);
    let from = back(until, SignedDuration::from_hours(asked.weeks.clamp(1, WEEKS) * 7 * 24));
    let learns_from = back(from, LEARNS);
    let trial = Arc::new(Trial::open(world, asked).await?);
    let mut tally = Tally::new(from);
    let (mut looked, mut before, mut known_from) = (0, None, learns_from);
    loop {
        let brand = &asked.brand;
        let most = PAGE.min(bounds.posts.saturating_sub(looked)).max(1) as i64;
        let page = world.store.past_posts(brand.organisation, brand.id, learns_from, before, most).await?;
        let Some(last) = page.last() else { break };
        (looked, before) = (looked + page.len(), Some(last.id));
        // What arrived before the oldest that was looked at happened before it arrived, too.
        let reached = page.iter().map(|past| past.post.seen_at).max().unwrap_or(until);
        let reader = Arc::clone(&trial);
        // The turn goes along: whoever asked may hang up, and what was begun still runs.
        (tally, turn) = tokio::task::spawn_blocking(move || {
            reader.look(page, &mut tally);
            (tally, turn)
        })
        .await
        .map_err(|e| EngineError::Broken(e.to_string()))?;
        if looked >= bounds.posts || world.clock.now().duration_since(until) > bounds.time {
            known_from = learns_from.max(reached);
            break;
        }
    }
    let unseen = unseen(world, &asked.brand, from, until).await?;
    let zone = TimeZone::get(&asked.brand.zone).unwrap_or(TimeZone::UTC);
    let in_force = crate::budget::of(world, asked.brand.organisation, asked.brand.id).await?;
    let settings = match budget {
        Some(budget) => budget.settings(&crate::surge_settings()?, in_force.rarer),
        None => in_force.settings,
    };
    let tell = move || {
        let _turn = turn;
        tally.told(&settings, &zone, known_from, until)
    };
    let done = tokio::task::spawn_blocking(tell).await;
    let told = done.map_err(|e| EngineError::Broken(e.to_string()))?;
    Ok(Backtest { looked, unseen, whole: told.from == from, ..told })
}

/// What was passed by in the stretch, by the sources that the brand hears.
async fn unseen(world: &World, brand: &Brand, from: Timestamp, until: Timestamp) -> Result<Unseen, EngineError> {
    let heard = world.store.heard(brand.organisation, from, until).await?;
    let mut unseen = Unseen::default();
    for source in world.store.sources(brand.organisation).await? {
        let days = heard.iter().find(|heard| heard.source == source.id);
        unseen.seen += days.map_or(0, |days| days.seen);
        if !keeps_all(&source) {
            unseen.passed += days.map_or(0, |days| days.seen - days.matched);
            unseen.sources.push(source.name);
        }
    }
    Ok(unseen)
}
