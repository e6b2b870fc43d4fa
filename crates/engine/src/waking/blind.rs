//! Never blind without saying so: what is told after Vigie was stopped.

use super::alive::ALIVE;
use super::roster::Roster;
use super::tell::{LASTS, Told};
use super::{EngineError, Waking};
use domain::counter::{Series, minute};
use domain::id::{OrganisationId, PersonId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use store::SignalFilter;
use words::Words;

/// A time in which it was not alive, and that nobody was told of yet; a setting of the house.
const BLIND: &str = "blind";
/// Stopped for longer than this, it was blind.
const STOPPED: SignedDuration = SignedDuration::from_mins(10);
/// How long the sources may catch up before it is told what happened meanwhile.
const CATCH_UP: SignedDuration = SignedDuration::from_mins(10);

/// A time in which nothing was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Blind {
    from: Timestamp,
    until: Timestamp,
}

/// What came to light of one brand.
struct Meanwhile {
    brand: String,
    mentions: i64,
    negative: i64,
    alert: Option<Timestamp>,
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

    async fn blind(&self) -> Result<Option<Blind>, EngineError> {
        let text = self.world.store.get_setting(None, BLIND).await?;
        Ok(text.filter(|text| !text.is_empty()).map(|text| serde_json::from_str(&text)).transpose()?)
    }

    /// Tells how long nothing was heard, once the sources have caught up. Answers how many were told.
    pub(super) async fn tell_if_blind(&self, roster: &Roster, now: Timestamp) -> Result<usize, EngineError> {
        let blind = self.blind().await?.filter(|blind| now.duration_since(blind.until) >= CATCH_UP);
        let Some(blind) = blind else { return Ok(0) };
        let told = self.tell_blind(roster, blind).await?;
        self.world.store.set_setting(None, BLIND, "").await?;
        Ok(told)
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
        let signals = self.world.store.signals(organisation, filter, 2_000).await?;
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
    Told { key, title: words.tell("alive-blind-title", &times), body, link: link.to_owned(), of: BTreeSet::new() }
}
