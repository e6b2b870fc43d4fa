//! One source: what it is asked with, what a try said; and the form of a new one. No secret is shown again.

use super::sources::SourceView;
use crate::pages::Shell;
use crate::pages::shell::Choice;
use askama::Template;
use connect::inbound::Verdict;
use words::Words;

/// The kinds that can be added.
pub const KINDS: [&str; 4] = ["feed", "mastodon", "mailbox", "webhook"];

/// One source.
#[derive(Clone, Debug, Template)]
#[template(path = "source.html")]
pub struct SourcePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// What is known of it.
    pub source: SourceView,
    /// The host it listens to.
    pub host: Option<String>,
    /// Brands it may be bound to: id, name.
    pub brands: Vec<(i64, String)>,
    /// The brand it is bound to.
    pub bound: Option<i64>,
    /// Whether only posts that match a query are kept.
    pub keep_matched: bool,
    /// Whether a server's stream is listened to.
    pub streaming: bool,
    /// What a try a moment ago said.
    pub tried: Option<Verdict>,
    /// What cannot be used; nothing was changed.
    pub problem: Option<String>,
    /// The secret of a new webhook, this once.
    pub secret: Option<String>,
    /// Whether the reader may change it.
    pub may_configure: bool,
}

/// What was typed of a new source, its secrets apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// `feed`, `mastodon`, `mailbox` or `webhook`.
    pub kind: String,
    /// The organisation and the brand: `1-2`, or `1-0` where the queries decide.
    pub of: String,
    /// Its name as shown.
    pub name: String,
    /// A feed's address.
    pub url: String,
    /// A server.
    pub server: String,
    /// A server's port.
    pub port: String,
    /// A tag.
    pub tag: String,
    /// A mailbox's login.
    pub login: String,
    /// A mailbox's address.
    pub address: String,
}

/// The form of a new source.
#[derive(Clone, Debug, Template)]
#[template(path = "source_add.html")]
pub struct AddSourcePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// What was typed.
    pub typed: Typed,
    /// For whom it may be: value, organisation where there are several, brand where it is bound to one.
    pub choices: Vec<(String, Option<String>, Option<String>)>,
    /// Why it was not added.
    pub problem: Option<String>,
    /// Whether it could be added all the same: it was only not heard.
    pub may_force: bool,
}

/// The word for a kind.
pub(crate) fn kind_word(words: &Words, kind: &str) -> String {
    match kind {
        "feed" => words.say("source-feed"),
        "mailbox" => words.say("source-mailbox"),
        "webhook" => words.say("source-webhook"),
        "file" => words.say("source-file"),
        "hand" => words.say("source-hand"),
        "complaint" => words.say("source-complaint"),
        "pack" => words.say("source-pack"),
        "mastodon" => "Mastodon".to_owned(),
        other => other.to_owned(),
    }
}

impl SourcePage {
    /// Whether it can be asked for what it has.
    pub(crate) fn is_visited(&self) -> bool {
        matches!(self.source.kind.as_str(), "feed" | "mastodon" | "mailbox")
    }

    pub(crate) fn is_kind(&self, kind: &str) -> bool {
        self.source.kind == kind
    }

    /// Whether it can be told to keep only what matches.
    pub(crate) fn may_pass_by(&self) -> bool {
        matches!(self.source.kind.as_str(), "feed" | "mastodon")
    }

    pub(crate) fn brand_choices(&self) -> Vec<Choice> {
        let one = |(id, name): &(i64, String)| Choice {
            value: id.to_string(),
            label: self.words.name("source-for-brand", name),
            chosen: self.bound == Some(*id),
        };
        let all = Choice { value: "0".into(), label: self.words.say("source-for-all"), chosen: self.bound.is_none() };
        std::iter::once(all).chain(self.brands.iter().map(one)).collect()
    }

    /// What a try found, in one sentence.
    pub(crate) fn found(&self, verdict: &Verdict) -> String {
        if verdict.outcome.is_heard() {
            self.words.count("source-tried", i64::try_from(verdict.items).unwrap_or(i64::MAX))
        } else {
            self.words.say("source-not-heard")
        }
    }

    pub(crate) fn host_line(&self, host: &str) -> String {
        self.words.name("source-host", host)
    }
}

impl AddSourcePage {
    pub(crate) fn kinds(&self) -> [(&'static str, String, bool); 4] {
        KINDS.map(|kind| (kind, kind_word(&self.words, kind), kind == self.typed.kind))
    }

    pub(crate) fn is_kind(&self, kind: &str) -> bool {
        self.typed.kind == kind
    }

    pub(crate) fn lead(&self) -> String {
        self.words.say(match self.typed.kind.as_str() {
            "mastodon" => "source-lead-mastodon",
            "mailbox" => "source-lead-mailbox",
            "webhook" => "source-lead-webhook",
            _ => "source-lead-feed",
        })
    }

    pub(crate) fn for_whom(&self) -> Vec<Choice> {
        let one = |(value, house, brand): &(String, Option<String>, Option<String>)| {
            let said = brand
                .as_ref()
                .map_or_else(|| self.words.say("source-for-all"), |brand| self.words.name("source-for-brand", brand));
            let label = house.as_ref().map_or_else(|| said.clone(), |house| format!("{house} – {said}"));
            Choice { value: value.clone(), label, chosen: *value == self.typed.of }
        };
        self.choices.iter().map(one).collect()
    }
}
