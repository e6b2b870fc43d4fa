//! Keeps a live world listening: one task a source, one that judges each minute, one that indexes what can be searched.
//!
//! A task may be ended at any await: what it had not committed, it had not acknowledged, and its cursor still stands before it.

mod feed;
mod mastodon;

use crate::EngineError;
use crate::bus::Change;
use crate::ingest::{Ingest, Manner};
use crate::tick::tick;
use crate::world::World;
use connect::http::Client;
use connect::inbound::Verdict;
use domain::id::SourceId;
use domain::source::{Delivery, Outcome, Source};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::time::Duration;
use store::Try;
use tokio::task::{AbortHandle, JoinSet};

/// How often the list of sources is looked at.
const SUPERVISE: SignedDuration = SignedDuration::from_secs(2);
/// Most mentions indexed at a time.
const INDEX_BATCH: i64 = 2_000;

/// The tasks of a live world.
pub struct Collector {
    tasks: JoinSet<()>,
}

/// What every source's task is given.
#[derive(Clone)]
struct Listening {
    world: World,
    ingest: Ingest,
    client: Client,
}

impl Collector {
    /// Starts listening.
    ///
    /// # Errors
    /// The store's, or damaged models.
    pub async fn start(world: World, ingest: Ingest, client: Client) -> Result<Self, EngineError> {
        let settings = crate::surge_settings()?;
        let mut tasks = JoinSet::new();
        tasks.spawn(supervise(Listening { world: world.clone(), ingest, client }));
        tasks.spawn(index(world.clone()));
        tasks.spawn(async move {
            loop {
                let next = world.clock.now().as_second().div_euclid(60) * 60 + 61;
                let next = Timestamp::from_second(next).unwrap_or(Timestamp::MAX);
                #[cfg(feature = "crashpoints")]
                let next = crate::crashpoint::soon(world.clock.now(), next);
                world.clock.sleep_until(next).await;
                // A task of its own: should one minute's judging panic, the next is judged all the same.
                let (world, settings) = (world.clone(), settings.clone());
                let mut judging = JoinSet::new();
                judging.spawn(async move { tick(&world, &settings).await });
                match judging.join_next().await {
                    Some(Ok(Err(error))) => tracing::error!(%error, "a minute could not be judged; it stays due"),
                    Some(Err(error)) => tracing::error!(%error, "a minute's judging broke; it stays due"),
                    Some(Ok(Ok(_))) | None => {}
                }
            }
        });
        Ok(Self { tasks })
    }

    /// Stops listening.
    pub async fn stop(mut self) {
        self.tasks.shutdown().await;
    }
}

/// Keeps one task for each source that is enabled, started anew when its settings change.
async fn supervise(listening: Listening) {
    let mut tasks: JoinSet<()> = JoinSet::new();
    let mut running: BTreeMap<SourceId, (Source, AbortHandle)> = BTreeMap::new();
    loop {
        match listening.world.store.all_sources().await {
            Ok(sources) => {
                let wanted: BTreeMap<SourceId, Source> =
                    sources.into_iter().filter(|s| s.enabled && polls(&s.kind)).map(|s| (s.id, s)).collect();
                running.retain(|id, (source, task)| {
                    // A task never ends by itself: one that did has panicked, and a source must not fall silent for that.
                    let same = wanted.get(id) == Some(source) && !task.is_finished();
                    if !same {
                        task.abort();
                    }
                    same
                });
                for (id, source) in wanted {
                    running.entry(id).or_insert_with(|| {
                        let task = tasks.spawn(listen(listening.clone(), source.clone()));
                        (source, task)
                    });
                }
            }
            Err(error) => tracing::error!(%error, "the list of sources could not be read; those running go on"),
        }
        let next = listening.world.clock.now().saturating_add(SUPERVISE).unwrap_or(Timestamp::MAX);
        listening.world.clock.sleep_until(next).await;
    }
}

fn polls(kind: &str) -> bool {
    matches!(kind, "feed" | "mastodon")
}

async fn listen(listening: Listening, source: Source) {
    match source.kind.as_str() {
        "feed" => feed::listen(&listening, source).await,
        _ => mastodon::listen(&listening, source).await,
    }
}

async fn index(world: World) {
    loop {
        let done = match world.store.index_mentions(INDEX_BATCH, crate::search::index_text).await {
            Ok(indexed) => indexed.done,
            Err(error) => {
                tracing::error!(%error, "the search index could not go on; it is tried again");
                true
            }
        };
        if done {
            let next = world.clock.now().saturating_add(SUPERVISE).unwrap_or(Timestamp::MAX);
            world.clock.sleep_until(next).await;
        }
    }
}

/// How a visit to a source ended, beside what it brought.
struct Ended {
    outcome: Outcome,
    detail: Option<String>,
    next_in: Duration,
}

impl Listening {
    /// Takes what a visit brought and writes down how it ended. Answers when to come again: sooner when the store did not take it.
    async fn take(&self, source: &Source, delivery: Delivery, manner: Manner, ended: Ended) -> Timestamp {
        let at = self.world.clock.now();
        let heard_post_at = (!delivery.posts.is_empty()).then_some(at);
        let mut next_in = ended.next_in;
        if let Err(error) = self.ingest.accept(source, delivery, manner).await {
            tracing::error!(source.id = %source.id, %error, "what the source brought was not stored; it is read again");
            next_in = next_in.min(Duration::from_secs(5));
        }
        let wait = SignedDuration::try_from(next_in).unwrap_or(SignedDuration::from_hours(24));
        let next = at.saturating_add(wait).unwrap_or(Timestamp::MAX);
        #[cfg(feature = "crashpoints")]
        let next = crate::crashpoint::soon(at, next);
        self.note(source, Try { at, outcome: ended.outcome, detail: ended.detail, next_at: Some(next), heard_post_at })
            .await;
        next
    }

    /// Writes down how a try ended, and tells whoever looks.
    async fn note(&self, source: &Source, tried: Try) {
        if !tried.outcome.is_heard() {
            tracing::warn!(source.id = %source.id, outcome = tried.outcome.code(), detail = tried.detail, "a source was not heard");
        }
        if let Err(error) = self.world.store.record_try(source.id, tried).await {
            tracing::error!(source.id = %source.id, %error, "how the source fares could not be written down");
        }
        if let Some(organisation) = source.organisation {
            self.world.bus.tell(organisation, Change::Sources);
        }
    }

    /// Settings that cannot be read: a person must act; nothing is tried until they change.
    async fn refuse(&self, source: &Source, why: String) {
        let at = self.world.clock.now();
        self.note(source, Try { at, outcome: Outcome::Blocked, detail: Some(why), next_at: None, heard_post_at: None })
            .await;
        std::future::pending().await
    }
}

/// Tries a source once, as `vigie source test` and the settings page do; remembers nothing.
///
/// # Errors
/// Settings that cannot be read, a kind that is not tried.
pub async fn test(client: &Client, source: &Source, now: Timestamp) -> Result<Verdict, EngineError> {
    let wrong = |why: String| EngineError::Source { name: source.name.clone(), why };
    match source.kind.as_str() {
        "feed" => {
            let settings =
                connect::inbound::feed::Settings::parse(&source.settings).map_err(|e| wrong(e.to_string()))?;
            Ok(connect::inbound::feed::test(client, &settings, now).await)
        }
        "mastodon" => {
            let settings = connect::inbound::mastodon::Settings::parse(&source.settings).map_err(wrong)?;
            Ok(connect::inbound::mastodon::test(client, &settings, now).await)
        }
        other => Err(wrong(format!("a source of kind `{other}` is not asked, it is told; there is nothing to try"))),
    }
}
