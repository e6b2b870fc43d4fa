//! Never deaf without saying so: that this Vigie is alive, and what is told when it hears nothing any more or when another Vigie that it
//! watches does not answer.

use super::phrase::one_line;
use super::roster::Roster;
use super::tell::Told;
use super::{EngineError, Waking};
use domain::mask::mask;
use domain::organisation::{Organisation, Role};
use domain::source::{Health, Source};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use words::Words;

/// When this Vigie was last seen alive, in microseconds; a setting of the house.
pub(super) const ALIVE: &str = "alive-at";
/// When every organisation was last heard of, in microseconds, nothing while one is deaf; a setting of the house.
const HEARD: &str = "heard-at";
/// What was heard so long ago says nothing of now.
const FRESH: SignedDuration = SignedDuration::from_mins(3);
/// Most sources whose trouble one message tells.
const REASONS: usize = 5;
/// How often it is written down that it is alive.
const BEAT: SignedDuration = SignedDuration::from_mins(1);
/// Silence of every source for so long is told.
const DEAF: SignedDuration = SignedDuration::from_mins(10);
/// One organisation's silences that begin within the same stretch of so long are told once.
const AGAIN: SignedDuration = SignedDuration::from_hours(6);

impl Waking {
    /// Whether it listens: it looked around lately, and of no organisation every source was deaf. Anybody may ask, so it costs one row.
    ///
    /// # Errors
    /// The store's.
    pub async fn listens(&self) -> Result<bool, EngineError> {
        let now = self.world.clock.now();
        Ok(self.moment(HEARD).await?.is_some_and(|at| now.duration_since(at) < FRESH))
    }

    /// Says that it is alive, and tells whoever must know that it was not, or hears nothing. Answers how many were told.
    ///
    /// # Errors
    /// The store's.
    pub async fn look_around(&self) -> Result<usize, EngineError> {
        let now = self.world.clock.now();
        if self.moment(ALIVE).await?.is_none_or(|at| now.duration_since(at) >= BEAT) {
            self.beat(now).await?;
        }
        let roster = Roster::read(&self.world.store, self.world.clock.now()).await?;
        let mut told = self.tell_if_blind(&roster, now).await?;
        let (all_deaf, hears) = self.deaf(now).await?;
        self.hear(now, hears).await?;
        for (organisation, since, reasons) in all_deaf {
            let people = roster.first_called(organisation.id);
            told +=
                self.tell(&roster, people, |words| deaf(words, &organisation, since, &reasons, &self.origin)).await?;
        }
        Ok(told)
    }

    /// Tells the owners that another Vigie has not answered since then; once for each such time.
    ///
    /// # Errors
    /// The store's.
    pub async fn tell_of_another(&self, address: &str, since: Timestamp, reason: &str) -> Result<usize, EngineError> {
        let roster = Roster::read(&self.world.store, self.world.clock.now()).await?;
        let mut owners = BTreeSet::new();
        for organisation in self.world.store.organisations().await? {
            let members = self.world.store.members(organisation.id, self.world.clock.now()).await?;
            owners.extend(members.into_iter().filter(|(_, role)| *role == Role::Owner).map(|(person, _)| person.id));
        }
        let key = format!("other-{}-{}", &blake3::hash(address.as_bytes()).to_hex()[..12], since.as_second());
        let told = |words: &Words| Told {
            key: key.clone(),
            title: words.say("alive-other-title"),
            body: words.tell(
                "alive-other-body",
                &[
                    ("what", address.into()),
                    ("since", words.since(since).as_str().into()),
                    ("why", told_reason(reason).as_str().into()),
                ],
            ),
            link: self.origin.clone(),
            of: BTreeSet::new(),
        };
        self.tell(&roster, owners, told).await
    }

    pub(super) async fn beat(&self, now: Timestamp) -> Result<(), EngineError> {
        Ok(self.world.store.set_setting(None, ALIVE, &now.as_microsecond().to_string()).await?)
    }

    /// Keeps when all was heard; nothing once something is not.
    async fn hear(&self, now: Timestamp, all: bool) -> Result<(), EngineError> {
        let (known, store) = (self.moment(HEARD).await?, &self.world.store);
        match known {
            Some(at) if all && now.duration_since(at) < BEAT => Ok(()),
            None if !all => Ok(()),
            _ if all => Ok(store.set_setting(None, HEARD, &now.as_microsecond().to_string()).await?),
            _ => Ok(store.set_setting(None, HEARD, "").await?),
        }
    }

    /// A moment that a setting of the house holds.
    pub(super) async fn moment(&self, setting: &str) -> Result<Option<Timestamp>, EngineError> {
        let text = self.world.store.get_setting(None, setting).await?;
        Ok(text.and_then(|text| Timestamp::from_microsecond(text.parse().ok()?).ok()))
    }

    /// The organisations of which every source that is asked has failed for long: since when, and why each; and whether anything is heard
    /// of any other, so that one client's dead feed does not stand for the house.
    async fn deaf(&self, now: Timestamp) -> Result<(Vec<Deaf>, bool), EngineError> {
        let (mut all, mut hears) = (Vec::new(), 0);
        for organisation in self.world.store.organisations().await? {
            let health: BTreeMap<_, Health> = self.world.store.health(organisation.id).await?.into_iter().collect();
            let sources = self.world.store.sources(organisation.id).await?;
            let asked = sources.iter().filter(|source| source.enabled && domain::source::is_visited(&source.kind));
            let known: Vec<_> = asked.map(|source| (source, health.get(&source.id))).collect();
            let since = |health: &Option<&Health>| health.and_then(|health| health.deaf_since);
            let silent: Option<Vec<Timestamp>> = known.iter().map(|(_, health)| since(health)).collect();
            let last = silent.and_then(|silent| silent.into_iter().max());
            if let Some(last) = last.filter(|last| now.duration_since(*last) >= DEAF) {
                let reason = |health: Option<&Health>| health.and_then(|h| h.detail.clone()).unwrap_or_default();
                let told = |(source, health): &(&Source, Option<&Health>)| {
                    told_reason(&format!("{}: {}", source.name, reason(*health)))
                };
                all.push((organisation, last, known.iter().take(REASONS).map(told).collect()));
            } else if !known.is_empty() {
                hears += 1;
            }
        }
        let hears = all.is_empty() || hears > 0;
        Ok((all, hears))
    }
}

/// An organisation of which nothing is heard, since when, and why of each source.
type Deaf = (Organisation, Timestamp, Vec<String>);

/// Why something is silent, as a message may say it: one line, what is private masked.
fn told_reason(reason: &str) -> String {
    one_line(&mask(reason))
}

fn deaf(words: &Words, organisation: &Organisation, since: Timestamp, reasons: &[String], link: &str) -> Told {
    let when = words.since(since);
    let what = [("what", organisation.name.as_str().into()), ("since", when.as_str().into())];
    let body = std::iter::once(words.tell("alive-deaf-body", &what)).chain(reasons.iter().cloned());
    Told {
        // A source that comes and goes is told of once in a while.
        key: format!("deaf-{}-{}", organisation.id.0, since.as_second() / AGAIN.as_secs()),
        title: words.name("alive-deaf-title", &organisation.name),
        body: body.collect::<Vec<_>>().join("\n"),
        link: link.to_owned(),
        of: BTreeSet::from([organisation.id]),
    }
}
