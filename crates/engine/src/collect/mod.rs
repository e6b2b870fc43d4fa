//! Keeps a live world listening: one task a source, one that judges each minute, one that indexes what can be searched.
//!
//! A task may be ended at any await: what it had not committed, it had not acknowledged, and its cursor still stands before it.

mod feed;
mod mailbox;
mod mastodon;

use crate::EngineError;
use crate::bus::Change;
use crate::ingest::{Ingest, Manner};
use crate::tick::tick;
use crate::waking::Waking;
use crate::world::World;
use connect::http::{Client, Limits};
use connect::inbound::Verdict;
use domain::id::SourceId;
use domain::source::{Delivery, Outcome, Source, is_visited};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use store::Try;
use tokio::task::{AbortHandle, JoinSet};

/// How often grave posts are looked for.
const GRAVE: SignedDuration = SignedDuration::from_secs(10);
/// How often the list of sources is looked at.
const SUPERVISE: SignedDuration = SignedDuration::from_secs(2);
/// The longest a source waits because of what was written down before a restart: a clock may have been wrong then.
const WAITS_AT_MOST: SignedDuration = SignedDuration::from_hours(24);
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
    /// By which a mail becomes a complaint, and its receipt leaves the house.
    waking: Waking,
}

impl Collector {
    /// Starts listening.
    ///
    /// # Errors
    /// The store's, or damaged models.
    pub async fn start(waking: Waking, ingest: Ingest, client: Client) -> Result<Self, EngineError> {
        let world = waking.world.clone();
        let settings = crate::surge_settings()?;
        let mut tasks = JoinSet::new();
        tasks.spawn(supervise(Listening { world: world.clone(), ingest, client, waking }));
        tasks.spawn(index(world.clone()));
        tasks.spawn(look_for_grave(world.clone()));
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
        // Sources that are now asked otherwise: what they were told to wait for was told to other settings.
        let mut changed: BTreeSet<SourceId> = BTreeSet::new();
        match listening.world.store.all_sources().await {
            Ok(sources) => {
                let wanted: BTreeMap<SourceId, Source> =
                    sources.into_iter().filter(|s| s.enabled && is_visited(&s.kind)).map(|s| (s.id, s)).collect();
                running.retain(|id, (source, task)| {
                    // A task never ends by itself: one that did has panicked, and a source must not fall silent for that.
                    let wanted = wanted.get(id);
                    if wanted == Some(source) && !task.is_finished() {
                        return true;
                    }
                    if wanted.is_some_and(|wanted| wanted.settings != source.settings) {
                        changed.insert(*id);
                    }
                    task.abort();
                    false
                });
                for (id, source) in wanted {
                    running.entry(id).or_insert_with(|| {
                        let task = tasks.spawn(listen(listening.clone(), source.clone(), changed.contains(&id)));
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

async fn listen(listening: Listening, source: Source, at_once: bool) {
    if !at_once {
        listening.wait_as_told(&source).await;
    }
    match source.kind.as_str() {
        "feed" => feed::listen(&listening, source).await,
        domain::incoming::KIND => mailbox::listen(&listening, source).await,
        _ => mastodon::listen(&listening, source).await,
    }
}

/// A grave post alerts by itself: nobody waits for the minute's end.
async fn look_for_grave(world: World) {
    loop {
        if let Err(error) = crate::grave::look(&world).await {
            tracing::error!(%error, "grave posts could not be looked for; they are at the end of the minute");
        }
        let next = world.clock.now().saturating_add(GRAVE).unwrap_or(Timestamp::MAX);
        world.clock.sleep_until(next).await;
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
    /// Whether it brought something that is no post.
    heard: bool,
}

impl Listening {
    /// Waits for what a server asked, or a back-off chose, before this process began: a restart is no reason to pester.
    async fn wait_as_told(&self, source: &Source) {
        match self.world.store.health_of(source.id).await {
            Ok(health) => {
                let longest = self.world.clock.now().saturating_add(WAITS_AT_MOST).unwrap_or(Timestamp::MAX);
                self.world.clock.sleep_until(health.next_try_at.unwrap_or(Timestamp::MIN).min(longest)).await;
            }
            Err(error) => {
                tracing::error!(source.id = %source.id, %error, "when the source is due could not be read; it is tried now");
            }
        }
    }

    /// Takes what a visit brought and writes down how it ended. Answers when to come again: sooner when the store did not take it.
    async fn take(&self, source: &Source, delivery: Delivery, manner: Manner, ended: Ended) -> Timestamp {
        let at = self.world.clock.now();
        let heard_post_at = (ended.heard || !delivery.posts.is_empty()).then_some(at);
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

/// How long somebody who tries a source is kept waiting.
const TRIAL: Duration = Duration::from_millis(4_500);

/// Tries a source once, as `vigie source test` and the settings page do; remembers nothing. Answers within five seconds. A source
/// that is told, not asked, answers with how it fares.
///
/// # Errors
/// Settings that cannot be read.
pub async fn test(world: &World, client: &Client, source: &Source) -> Result<Verdict, EngineError> {
    let wrong = |why: String| EngineError::Source { name: source.name.clone(), why };
    let now = world.clock.now();
    let limits = Limits { connect: Duration::from_secs(3), first_byte: TRIAL, total: TRIAL, ..Limits::default() };
    let client = client.clone().with_limits(limits);
    let asked = async {
        match source.kind.as_str() {
            "feed" => {
                let settings =
                    connect::inbound::feed::Settings::parse(&source.settings).map_err(|e| wrong(e.to_string()))?;
                Ok(connect::inbound::feed::test(&client, &settings, now).await)
            }
            "mastodon" => {
                let settings = connect::inbound::mastodon::Settings::parse(&source.settings).map_err(wrong)?;
                Ok(connect::inbound::mastodon::test(&client, &settings, now).await)
            }
            domain::incoming::KIND => {
                let settings = connect::inbound::mailbox::Settings::parse(&source.settings).map_err(wrong)?;
                Ok(connect::inbound::mailbox::test(&client, &settings).await)
            }
            _ => told(world, source).await,
        }
    };
    match tokio::time::timeout(TRIAL, asked).await {
        Ok(verdict) => verdict,
        Err(_) => Ok(Verdict {
            reachable: false,
            authorised: None,
            outcome: Outcome::Network,
            detail: "no answer within five seconds; a visit waits longer, up to a minute".to_owned(),
            sample: None,
            items: 0,
            next_in: Duration::ZERO,
            not_before: None,
            limits: None,
        }),
    }
}

/// How a source that is told fares: there is nobody to ask.
async fn told(world: &World, source: &Source) -> Result<Verdict, EngineError> {
    let health = world.store.health_of(source.id).await?;
    let heard = match (health.last_ok_at, &health.detail) {
        (_, Some(detail)) => format!("the last delivery, at {}, was not taken: {detail}", shown(health.last_try_at)),
        (Some(at), None) => format!("the last delivery was taken at {at}"),
        (None, None) => "nothing came yet".to_owned(),
    };
    let detail = match source.kind.as_str() {
        "webhook" => format!("it waits for deliveries at /hooks/{}; {heard}", source.id),
        "file" => "a file is read by `vigie import`; there is nothing to ask".to_owned(),
        _ => "people report here; there is nothing to ask".to_owned(),
    };
    Ok(Verdict {
        reachable: source.enabled,
        authorised: Some(true),
        outcome: health.outcome.unwrap_or(Outcome::Ok),
        detail: if source.enabled { detail } else { format!("it is disabled; {detail}") },
        sample: None,
        items: 0,
        next_in: Duration::ZERO,
        not_before: None,
        limits: None,
    })
}

fn shown(at: Option<Timestamp>) -> String {
    at.map_or_else(|| "an unknown time".to_owned(), |at| at.to_string())
}
