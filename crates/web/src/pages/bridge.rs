//! The bridge: every brand's state, in order of urgency, and what cannot be seen.

use crate::chart::{Point, sparkline};
use crate::html::Html;
use crate::pages::show::{grave_line, range};
use crate::pages::{Shell, State};
use askama::Template;
use engine::waking::Reached;
use jiff::Timestamp;
use std::collections::BTreeSet;
use store::Tally;
use text::Harm;
use words::Words;
use words::plan::role as plan_role;

/// The bridge.
#[derive(Clone, Debug, Template)]
#[template(path = "bridge.html")]
pub struct BridgePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Brands, most urgent first.
    pub brands: Vec<BrandCard>,
    /// When the counts were last brought up to date.
    pub as_of: Timestamp,
    /// How many sources are heard, of how many.
    pub heard: (i64, i64),
    /// What is not yet known to wake anybody.
    pub asleep: Option<Asleep>,
    /// Organisations whose plan will not hold tonight.
    pub uncovered: Vec<Uncovered>,
    /// Cases under way of which the reader, a client, is told where they stand: number, about which brand.
    pub cases: Vec<(i64, String)>,
}

impl BridgePage {
    pub(crate) fn case(&self, id: &i64, about: &str) -> String {
        self.words.tell("case-title", &[("what", about.into()), ("n", (*id).into())])
    }
}

/// An organisation in whose plan a role has nobody tonight, or approvals are void.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncovered {
    /// Its id.
    pub organisation: i64,
    /// Its name, where the reader has several.
    pub name: Option<String>,
    /// The roles, each with whether that is so the whole night.
    pub roles: Vec<(String, bool)>,
    /// Replies that were approved and changed since.
    pub void: usize,
    /// Whether the reader may approve them.
    pub may_approve: bool,
}

impl Uncovered {
    fn named(&self, said: String) -> String {
        self.name.as_ref().map_or(said.clone(), |name| format!("{name} · {said}"))
    }

    /// What was approved and changed since, and where that is mended.
    pub(crate) fn voided(&self, words: &Words) -> Option<(String, String)> {
        let path = if self.may_approve { "/approve" } else { "" };
        let said = || self.named(words.count("ready-void", i64::try_from(self.void).unwrap_or(i64::MAX)));
        (self.void > 0).then(|| (format!("/plan/{}{path}", self.organisation), said()))
    }

    /// Tonight, and who is missing.
    pub(crate) fn line(&self, words: &Words) -> String {
        let role = |(role, whole): &(String, bool)| {
            let id = if *whole { "bridge-nobody" } else { "bridge-nobody-for-hours" };
            words.name(id, &plan_role(words, role))
        };
        let roles = self.roles.iter().map(role).collect::<Vec<_>>().join(", ");
        self.named(words.name("bridge-tonight", &roles))
    }
}

/// Organisations whose people may sleep through an alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asleep {
    /// How far they can be woken.
    pub reached: Reached,
    /// Their names; empty where the reader has only this one.
    pub names: Vec<String>,
}

/// Most organisations that are named.
const NAMED: usize = 5;

impl Asleep {
    /// What is said of it.
    pub(crate) fn line(&self, words: &Words) -> String {
        let (one, several) = match self.reached {
            Reached::NoTarget => ("bridge-wake-nobody", "bridge-wake-nobody-of"),
            Reached::Failing => ("bridge-wake-failing", "bridge-wake-failing-of"),
            Reached::Untried | Reached::Tapped => ("bridge-wake-untried", "bridge-wake-untried-of"),
        };
        if self.names.is_empty() {
            return words.say(one);
        }
        let named = self.names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = self.names.len().saturating_sub(NAMED) as i64;
        let all = match more {
            0 => named,
            _ => words.tell("wake-and-more", &[("what", named.as_str().into()), ("count", more.into())]),
        };
        words.name(several, &all)
    }
}

/// One brand on the bridge.
#[derive(Clone, Debug)]
pub struct BrandCard {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Whose it is: id, name.
    pub client: (i64, String),
    /// Its state.
    pub state: State,
    /// The surge that goes on, if one does.
    pub surge: Option<SurgeLine>,
    /// Mentions today.
    pub today: i64,
    /// The usual range of a whole day so far: from, to.
    pub usual: (i64, i64),
    /// The share of today's mentions that speak ill with its range, in thousandths: share, from, to. `None` under ten mentions.
    pub negative: Option<(i64, i64, i64)>,
    /// The last day, for the small line.
    pub points: Vec<Point>,
    /// How many places its customers talk in are watched, of how many.
    pub places: (i64, i64),
    /// The names of the places not watched.
    pub unwatched: Vec<String>,
    /// The names of those called watched to which nothing listens.
    pub unheard: Vec<String>,
    /// Whether the reader may add a source that does.
    pub may_listen: bool,
    /// Whether a source of this brand is deaf, so that counts are partial.
    pub partial: bool,
    /// Mentions nobody has handled.
    pub open: Tally,
}

/// A surge, in one line.
#[derive(Clone, Debug)]
pub struct SurgeLine {
    /// The signal's id.
    pub signal: String,
    /// How many were observed.
    pub observed: i64,
    /// The window, in minutes.
    pub minutes: i64,
    /// The usual range: from, to.
    pub usual: (i64, i64),
    /// Since when.
    pub since: Timestamp,
    /// What one grave post says, where that alone raised it.
    pub grave: Option<Harm>,
}

impl BrandCard {
    /// The one sentence: what is up.
    pub fn sentence(&self, words: &Words) -> String {
        match &self.surge {
            Some(SurgeLine { grave: Some(harm), .. }) => grave_line(words, *harm),
            Some(s) => words.tell(
                "bridge-surge",
                &[
                    ("count", s.observed.into()),
                    ("minutes", s.minutes.into()),
                    ("low", s.usual.0.into()),
                    ("high", s.usual.1.into()),
                ],
            ),
            None => words.tell(
                "bridge-today",
                &[("count", self.today.into()), ("low", self.usual.0.into()), ("high", self.usual.1.into())],
            ),
        }
    }

    /// What the state rests on: places seen of places known.
    pub fn seen(&self, words: &Words) -> String {
        let (seen, all) = self.places;
        let id = if self.state == State::Calm { "bridge-calm-in" } else { "bridge-seen-in" };
        words.tell(id, &[("count", seen.into()), ("all", all.into())])
    }

    pub(crate) fn blind(&self, words: &Words) -> Option<String> {
        (!self.unwatched.is_empty()).then(|| words.name("bridge-not-watched", &self.unwatched.join(", ")))
    }

    /// Of one place: that nothing listens there yet.
    pub(crate) fn unheard_line(&self, words: &Words, place: &str) -> String {
        words.name("bridge-unheard", place)
    }

    /// Where a source for a place is added.
    pub(crate) fn listen_href(&self, place: &str) -> String {
        let place: String = url::form_urlencoded::byte_serialize(place.as_bytes()).collect();
        format!("/sources/add?brand={}&place={place}", self.id)
    }

    pub(crate) fn ill(&self, words: &Words) -> Option<String> {
        let (share, low, high) = self.negative?;
        Some(words.tell(
            "bridge-negative",
            &[
                ("share", words.percent(share).into()),
                ("low", words.percent(low).into()),
                ("high", words.percent(high).into()),
            ],
        ))
    }

    pub(crate) fn to_handle(&self, words: &Words) -> String {
        match self.open {
            Tally { found, whole: true } => words.count("bridge-open", found),
            Tally { found, whole: false } => words.count("bridge-open-least", found),
        }
    }

    pub(crate) fn spark(&self, words: &Words) -> Html {
        let usual = range(words, "bridge-spark", self.usual.0, self.usual.1);
        sparkline(&self.points, &format!("{} {usual}", words.count("count-mentions", self.today)))
    }

    pub(crate) fn href(&self) -> String {
        match &self.surge {
            Some(surge) => format!("/signals/{}", surge.signal),
            None => format!("/mentions?brand={}", self.id),
        }
    }
}

impl BridgePage {
    /// The first sentence of the page.
    pub fn headline(&self) -> String {
        let hears = self.heard.0 > 0 || self.heard.1 == 0;
        let is_fine = |state| matches!(state, State::Calm | State::Closed) || (state == State::Deaf && !hears);
        let troubled = self.brands.iter().filter(|brand| !is_fine(brand.state)).count();
        match (troubled, self.brands.len()) {
            (_, 0) => self.words.say("bridge-empty"),
            (0, _) if !hears => self.words.say("bridge-all-deaf"),
            (0, _) => self.words.say("bridge-all-calm"),
            (n, _) => self.of_clients().unwrap_or_else(|| self.words.count("bridge-troubled", n as i64)),
        }
    }

    /// Of several clients: the one that is worst off, and how many are calm.
    fn of_clients(&self) -> Option<String> {
        let is_calm = |brand: &BrandCard| matches!(brand.state, State::Calm | State::Closed);
        let clients: BTreeSet<i64> = self.brands.iter().map(|brand| brand.client.0).collect();
        let restless: BTreeSet<i64> =
            self.brands.iter().filter(|brand| !is_calm(brand)).map(|brand| brand.client.0).collect();
        // The most urgent stand first; one that is not heard is no worse than one where something is up.
        let worst = self.brands.iter().find(|brand| !is_calm(brand)).filter(|_| clients.len() > 1)?;
        let number = |of: usize| i64::try_from(of).unwrap_or(i64::MAX);
        let calm = number(clients.len() - restless.len());
        let said =
            [("what", worst.client.1.as_str().into()), ("count", calm.into()), ("all", number(clients.len()).into())];
        Some(self.words.tell(if calm == 0 { "bridge-of-clients-none" } else { "bridge-of-clients" }, &said))
    }

    pub(crate) fn ears(&self) -> String {
        self.words.tell("bridge-heard", &[("count", self.heard.0.into()), ("all", self.heard.1.into())])
    }
}
