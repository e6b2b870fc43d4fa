//! Sources: what is heard, what is not, since when, and what was kept aside.

use crate::pages::{Figure, Shell, State};
use askama::Template;
use domain::source::Outcome;
use jiff::Timestamp;
use words::Words;

/// The list of sources.
#[derive(Clone, Debug, Template)]
#[template(path = "sources.html")]
pub struct SourcesPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Deaf ones first.
    pub sources: Vec<SourceView>,
    /// Whether the reader may add one.
    pub may_add: bool,
}

/// One source and how it fares.
#[derive(Clone, Debug)]
pub struct SourceView {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// `feed`, `mastodon`, `mailbox`, `webhook`, `file`, `hand`, `complaint` or `pack`.
    pub kind: String,
    /// The brand it is bound to.
    pub brand: Option<String>,
    /// Whether it is listened to.
    pub enabled: bool,
    /// Deaf since.
    pub deaf_since: Option<Timestamp>,
    /// How the last try ended.
    pub outcome: Option<Outcome>,
    /// The last failure in plain words.
    pub detail: Option<String>,
    /// The last try that worked.
    pub last_ok_at: Option<Timestamp>,
    /// The last post it brought.
    pub last_post_at: Option<Timestamp>,
    /// The next try.
    pub next_try_at: Option<Timestamp>,
    /// Posts of the last day.
    pub posts_today: Figure,
    /// Items kept aside.
    pub quarantined: i64,
    /// Whether it is the house's: what it kept aside is counted, and nobody's to read.
    pub house: bool,
    /// Holes in what was heard.
    pub gaps: Vec<GapView>,
}

/// A hole in what was heard.
#[derive(Clone, Debug)]
pub struct GapView {
    /// From.
    pub from: Timestamp,
    /// Until.
    pub until: Timestamp,
    /// Why.
    pub reason: String,
}

impl SourceView {
    pub(crate) fn state(&self) -> State {
        match (self.enabled, self.deaf_since) {
            (true, Some(_)) => State::Deaf,
            (true, None) if !self.waits() => State::Calm,
            _ => State::Closed,
        }
    }

    /// Whether it is to be visited and never was.
    fn waits(&self) -> bool {
        self.enabled && domain::source::is_visited(&self.kind) && self.last_ok_at.is_none() && self.deaf_since.is_none()
    }

    pub(crate) fn state_word(&self, words: &Words) -> String {
        words.say(match (self.enabled, self.deaf_since) {
            (false, _) => "source-off",
            (true, Some(_)) => "state-deaf",
            (true, None) if self.waits() => "source-waits",
            (true, None) => "source-heard",
        })
    }

    pub(crate) fn kind_word(&self, words: &Words) -> String {
        super::source::kind_word(words, &self.kind)
    }

    pub(crate) fn outcome_word(&self, words: &Words) -> Option<String> {
        self.outcome.map(|outcome| {
            words.say(match outcome {
                Outcome::Ok => "outcome-ok",
                Outcome::NotModified => "outcome-not-modified",
                Outcome::RateLimited => "outcome-rate-limited",
                Outcome::Auth => "outcome-auth",
                Outcome::Gone => "outcome-gone",
                Outcome::Malformed => "outcome-malformed",
                Outcome::TooBig => "outcome-too-big",
                Outcome::Blocked => "outcome-blocked",
                Outcome::Network => "outcome-network",
            })
        })
    }

    pub(crate) fn kept_aside(&self, words: &Words) -> String {
        words.count("source-quarantined", self.quarantined)
    }

    pub(crate) fn gap_count(&self, words: &Words) -> String {
        words.count("source-gaps", self.gaps.len() as i64)
    }

    pub(crate) fn is_plain(&self) -> bool {
        self.gaps.is_empty() && self.quarantined == 0 && self.detail.is_none()
    }
}

impl SourcesPage {
    /// The page's first sentence.
    pub fn headline(&self) -> String {
        let deaf = self.sources.iter().filter(|s| s.enabled && s.deaf_since.is_some()).count();
        match (deaf, self.sources.len()) {
            (_, 0) => self.words.say("sources-none"),
            (0, _) => match self.sources.iter().filter(|source| source.waits()).count() {
                0 => self.words.say("sources-all-heard"),
                n => self.words.count("sources-wait", n as i64),
            },
            (n, _) => self.words.count("sources-deaf", n as i64),
        }
    }
}

/// What one source's items were kept aside for.
#[derive(Clone, Debug, Template)]
#[template(path = "quarantine.html")]
pub struct QuarantinePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The source's name.
    pub source: String,
    /// How many are kept.
    pub total: i64,
    /// How many older ones were dropped.
    pub dropped: i64,
    /// The items, newest first.
    pub items: Vec<QuarantinedView>,
    /// The next page's address.
    pub older: Option<String>,
}

/// One item kept aside.
#[derive(Clone, Debug)]
pub struct QuarantinedView {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// Where in the source.
    pub place: String,
    /// Its beginning, as text.
    pub beginning: String,
    /// Its size in bytes.
    pub bytes: i64,
}

impl QuarantinePage {
    pub(crate) fn headline(&self) -> String {
        self.words.count("quarantine-headline", self.total)
    }
}
