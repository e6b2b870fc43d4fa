//! Never blind without saying so: what is told after Vigie was stopped, when it hears nothing any more, and when another Vigie that it
//! watches does not answer. These messages are no calls: each is sent once, and wakes nobody in quiet hours.

use super::phrase::{Letter, one_line, speaks};
use super::roster::Roster;
use super::{EngineError, Told, Waking};
use domain::counter::{Series, minute};
use domain::id::{OrganisationId, PersonId};
use domain::mask::mask;
use domain::organisation::{Organisation, Role};
use domain::source::{Health, Source};
use domain::target::Notification;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use store::SignalFilter;
use words::Words;

/// When this Vigie was last seen alive, in microseconds; a setting of the house.
const ALIVE: &str = "alive-at";
/// A time in which it was not, and that nobody was told of yet; a setting of the house.
const BLIND: &str = "blind";
/// When every organisation was last heard of, in microseconds, nothing while one is deaf; a setting of the house.
const HEARD: &str = "heard-at";
/// What was heard so long ago says nothing of now.
const FRESH: SignedDuration = SignedDuration::from_mins(3);
/// Most sources whose trouble one message tells.
const REASONS: usize = 5;
/// How often it is written down that it is alive.
const BEAT: SignedDuration = SignedDuration::from_mins(1);
/// Stopped for longer than this, it was blind.
const STOPPED: SignedDuration = SignedDuration::from_mins(10);
/// How long the sources may catch up before it is told what happened meanwhile.
const CATCH_UP: SignedDuration = SignedDuration::from_mins(10);
/// Silence of every source for so long is told.
const DEAF: SignedDuration = SignedDuration::from_mins(10);
/// One organisation's silences that begin within the same stretch of so long are told once.
const AGAIN: SignedDuration = SignedDuration::from_hours(6);
/// A message of this kind is worth sending for so long.
const LASTS: SignedDuration = SignedDuration::from_hours(12);

/// A time in which nothing was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Blind {
    from: Timestamp,
    until: Timestamp,
}

impl Waking {
    /// Notes at a start how long nothing was heard; it is told once the sources have caught up.
    ///
    /// # Errors
    /// The store's.
    pub async fn awake(&self) -> Result<(), EngineError> {
        let now = self.world.clock.now();
        if let Some(from) = self.moment(ALIVE).await?
            && now.duration_since(from) >= STOPPED
        {
            let earlier = self.blind().await?.map_or(from, |blind| blind.from.min(from));
            let blind = serde_json::to_string(&Blind { from: earlier, until: now })?;
            self.world.store.set_setting(None, BLIND, &blind).await?;
        }
        self.beat(now).await
    }

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
        let roster = Roster::read(&self.world.store).await?;
        let mut told = 0;
        if let Some(blind) = self.blind().await?.filter(|blind| now.duration_since(blind.until) >= CATCH_UP) {
            told += self.tell_blind(&roster, blind).await?;
            self.world.store.set_setting(None, BLIND, "").await?;
        }
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
        let roster = Roster::read(&self.world.store).await?;
        let mut owners = BTreeSet::new();
        for organisation in self.world.store.organisations().await? {
            let members = self.world.store.members(organisation.id).await?;
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
        };
        self.tell(&roster, owners, told).await
    }

    async fn beat(&self, now: Timestamp) -> Result<(), EngineError> {
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
    async fn moment(&self, setting: &str) -> Result<Option<Timestamp>, EngineError> {
        let text = self.world.store.get_setting(None, setting).await?;
        Ok(text.and_then(|text| Timestamp::from_microsecond(text.parse().ok()?).ok()))
    }

    async fn blind(&self) -> Result<Option<Blind>, EngineError> {
        let text = self.world.store.get_setting(None, BLIND).await?;
        Ok(text.filter(|text| !text.is_empty()).map(|text| serde_json::from_str(&text)).transpose()?)
    }

    /// One message to each, in their language, to the first of their targets that did not fail last time. What was told under the same key is not told again.
    async fn tell(
        &self,
        roster: &Roster,
        people: impl IntoIterator<Item = PersonId>,
        told: impl Fn(&Words) -> Told,
    ) -> Result<usize, EngineError> {
        let now = self.world.clock.now();
        let mut number = 0;
        for id in people {
            let (Some(person), Some(recipient)) = (roster.people.get(&id), roster.rules.recipients.get(&id)) else {
                continue;
            };
            let targets = self.world.store.targets(Some(id)).await?;
            let Some(target) = targets.iter().min_by_key(|target| target.failures > 0) else { continue };
            let words = speaks(person, now);
            let until = now.saturating_add(LASTS).unwrap_or(now);
            self.post(&words, id, target.id, told(&words), !recipient.is_quiet(now), until).await?;
            number += 1;
        }
        Ok(number)
    }

    /// Puts what somebody is told on its way to one of their targets; what is there under the same key stays as it is.
    pub(super) async fn post(
        &self,
        words: &Words,
        person: PersonId,
        target: i64,
        told: Told,
        waking: bool,
        until: Timestamp,
    ) -> Result<(), EngineError> {
        let Told { key, title, body, link } = told;
        let note = Notification {
            story: key.clone(),
            key,
            title,
            body,
            link: Some(link),
            waking,
            repeat: false,
            lang: words.locale().code().to_owned(),
            until,
        };
        let letter = Letter { note, repeat_line: words.say("wake-repeat"), call: None, of: BTreeSet::new() };
        Ok(self.world.store.post_message(letter.message(target, person, None)?, self.world.clock.now()).await?)
    }

    async fn tell_blind(&self, roster: &Roster, blind: Blind) -> Result<usize, EngineError> {
        let mut lines: BTreeMap<OrganisationId, Vec<Meanwhile>> = BTreeMap::new();
        let mut people: BTreeSet<PersonId> = BTreeSet::new();
        for organisation in self.world.store.organisations().await? {
            people.extend(roster.first_called(organisation.id));
            lines.insert(organisation.id, self.meanwhile(organisation.id, blind).await?);
        }
        let mut number = 0;
        for person in people {
            let Some(recipient) = roster.rules.recipients.get(&person) else { continue };
            let theirs = || lines.iter().filter(|(of, _)| recipient.organisations.contains(of)).flat_map(|(_, l)| l);
            number += self.tell(roster, [person], |words| blind_message(words, blind, theirs(), &self.origin)).await?;
        }
        Ok(number)
    }

    /// What was heard afterwards of the time in which nothing was.
    async fn meanwhile(&self, organisation: OrganisationId, blind: Blind) -> Result<Vec<Meanwhile>, EngineError> {
        let (from, until) = (minute(blind.from), minute(blind.until) + 1);
        let filter = SignalFilter { since: blind.from.checked_sub(LASTS).ok(), ..SignalFilter::default() };
        let signals = self.world.store.signals(organisation, filter, 200).await?;
        let mut all = Vec::new();
        for brand in self.world.store.brands(organisation).await? {
            let count = async |series| -> Result<i64, EngineError> {
                let counts = self.world.store.counts(organisation, brand.id, series, from, until).await?;
                Ok(counts.iter().map(|(_, n)| n).sum())
            };
            let (mentions, negative) = (count(Series::Mentions).await?, count(Series::Negative).await?);
            let in_it = |row: &&store::SignalRow| {
                row.brand == brand.id
                    && row.level == "alert"
                    && row.onset <= blind.until
                    && row.last_hot_at >= blind.from
            };
            let alert = signals.iter().filter(in_it).map(|row| row.onset).min();
            if mentions > 0 || alert.is_some() {
                all.push(Meanwhile { brand: brand.name, mentions, negative, alert });
            }
        }
        Ok(all)
    }

    /// The organisations of which every source that is asked has failed for long: since when, and why each; and whether anything is heard
    /// of any other, so that one client's dead feed does not stand for the house.
    async fn deaf(&self, now: Timestamp) -> Result<(Vec<Deaf>, bool), EngineError> {
        let (mut all, mut hears) = (Vec::new(), 0);
        for organisation in self.world.store.organisations().await? {
            let health: BTreeMap<_, Health> = self.world.store.health(organisation.id).await?.into_iter().collect();
            let sources = self.world.store.sources(organisation.id).await?;
            let asked = sources.iter().filter(|source| source.enabled && crate::collect::polls(&source.kind));
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

/// What came to light of one brand.
struct Meanwhile {
    brand: String,
    mentions: i64,
    negative: i64,
    alert: Option<Timestamp>,
}

fn blind_message<'a>(words: &Words, blind: Blind, brands: impl Iterator<Item = &'a Meanwhile>, link: &str) -> Told {
    let day = |at: Timestamp| at.to_zoned(words.zone().clone()).date();
    let clock = |at: Timestamp| match day(at) == day(words.now()) {
        true => words.time(at),
        false => format!("{}, {}", words.date(at), words.time(at)),
    };
    let (from, until) = (clock(blind.from), clock(blind.until));
    let times = [("from", from.as_str().into()), ("until", until.as_str().into())];
    let mut body = words.tell("alive-blind-body", &times);
    let before = body.len();
    for brand in brands {
        let args = [
            ("what", brand.brand.as_str().into()),
            ("count", brand.mentions.into()),
            ("negative", brand.negative.into()),
        ];
        // Writing to a string cannot fail.
        let _ = write!(body, "\n{}", words.tell("alive-meanwhile", &args));
        if let Some(since) = brand.alert {
            body.push_str(&words.name("alive-meanwhile-alert", &words.when(since)));
        }
    }
    if body.len() == before {
        let _ = write!(body, "\n{}", words.say("alive-meanwhile-nothing"));
    }
    let key = format!("blind-{}", blind.from.as_second());
    Told { key, title: words.tell("alive-blind-title", &times), body, link: link.to_owned() }
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
    }
}
