//! The communication policy: what the public reads, and what the team publishes.

use crate::pages::Shell;
use askama::Template;
use domain::policy::{Difference, Part, Policy, Said};
use jiff::Timestamp;
use text::Language;
use words::{Locale, Words};

/// What the public reads. No scripts, no cookies, no login.
#[derive(Clone, Debug, Template)]
#[template(path = "policy.html")]
pub struct PolicyPage {
    /// Speaks.
    pub words: Words,
    /// The brand.
    pub brand: String,
    /// What was published.
    pub policy: Policy,
    /// When.
    pub at: Timestamp,
    /// The address of the private complaint channel, while that is open.
    pub channel: Option<String>,
}

impl PolicyPage {
    pub(crate) fn said(&self) -> Said {
        let reader = Language::from_code(self.words.locale().code());
        self.policy.for_reader(reader).cloned().unwrap_or_default()
    }

    /// In which language the text is, where it is not the reader's.
    pub(crate) fn other_language(&self, said: &Said) -> Option<String> {
        let locale = Locale::from_code(&said.language).filter(|locale| *locale != self.words.locale())?;
        Some(self.words.name("policy-only-in", locale.own_name()))
    }

    pub(crate) fn within(&self) -> Option<String> {
        self.policy.answer_within.map(|hours| within(&self.words, hours))
    }

    pub(crate) fn changed(&self) -> String {
        self.words.tell("policy-changed", &[("when", self.words.long_date(self.at).as_str().into())])
    }
}

fn within(words: &Words, hours: i64) -> String {
    words.tell(
        "policy-within",
        &[("stretch", words::company::stretch(words, hours.saturating_mul(3_600)).as_str().into())],
    )
}

/// What is published of a brand, and what would be.
#[derive(Clone, Debug, Template)]
#[template(path = "policy_settings.html")]
pub struct PolicySettingsPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The brand: id, name.
    pub brand: (i64, String),
    /// Whose plan it is.
    pub organisation: i64,
    /// Whether the reader may publish.
    pub may_configure: bool,
    /// The address of the page, where the public sees it.
    pub public: Option<String>,
    /// What its address ends with, or would.
    pub address: String,
    /// Whether the brand's private complaint channel is open.
    pub channel: bool,
    /// What the plan says now.
    pub planned: Option<Policy>,
    /// What would change for the public.
    pub differences: Vec<Difference>,
    /// What was published, newest first: version, who, when.
    pub log: Vec<(i64, Option<String>, Timestamp)>,
    /// Why nothing was published.
    pub problem: Option<String>,
}

impl PolicySettingsPage {
    pub(crate) fn stamp(&self) -> String {
        self.planned.as_ref().map(Policy::stamp).unwrap_or_default()
    }

    /// Where it is, in a sentence.
    pub(crate) fn state(&self) -> String {
        match (&self.public, &self.planned) {
            (None, _) => self.words.say("policy-closed"),
            (Some(_), Some(_)) if self.differences.is_empty() => self.words.say("policy-same"),
            (Some(_), _) => self.words.say("policy-differs"),
        }
    }

    /// What a difference is about.
    pub(crate) fn part(&self, one: &Difference) -> String {
        let field = words::plan::field(&self.words, one.part.field());
        match Locale::from_code(&one.language) {
            Some(locale) => format!("{field} ({})", locale.own_name()),
            None => field,
        }
    }

    pub(crate) fn value(&self, one: &Difference, said: &str) -> String {
        match (one.part, said.parse()) {
            (Part::AnswerWithin, Ok(hours)) => within(&self.words, hours),
            _ => said.to_owned(),
        }
    }

    pub(crate) fn language(&self, said: &Said) -> String {
        Locale::from_code(&said.language).map_or_else(String::new, |locale| locale.own_name().to_owned())
    }

    pub(crate) fn within(&self, policy: &Policy) -> Option<String> {
        policy.answer_within.map(|hours| within(&self.words, hours))
    }

    pub(crate) fn logged(&self, version: i64, by: Option<&str>, at: Timestamp) -> String {
        let console = self.words.say("retention-console");
        let when = format!("{}, {}", self.words.date(at), self.words.time(at));
        let who = by.unwrap_or(&console);
        format!("{} · {who} · {when}", self.words.count("plan-version", version))
    }
}
