//! The plan as a page: the text, what is found in it, who changed what; where two wrote at once, both.

use crate::pages::Shell;
use askama::Template;
use domain::plan::{Change, Finding, Kind, Weight, place};
use jiff::Timestamp;
use words::plan::{change, finding};
use words::{Locale, Words};

/// Most changes of a version that are listed.
const LISTED: usize = 8;

/// The page of one organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "plan.html")]
pub struct PlanPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The reader's other organisations.
    pub others: Vec<(i64, String)>,
    /// Whether the reader may change it.
    pub may_configure: bool,
    /// What is written; `None` where there is no plan yet.
    pub writing: Option<Writing>,
    /// What the form to begin with is filled with.
    pub beginning: Beginning,
    /// Versions, newest first.
    pub log: Vec<Entry>,
}

/// What the form to begin with is filled with.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// The reader's language.
    pub language: Locale,
    /// The reader's name.
    pub person: String,
}

/// A text in the editor.
#[derive(Clone, Debug)]
pub struct Writing {
    /// The version it is written over.
    pub version: i64,
    /// The text.
    pub text: String,
    /// Why it is changed, as typed.
    pub why: String,
    /// What is found in it, errors first.
    pub found: Vec<Found>,
    /// Somebody wrote meanwhile.
    pub conflict: Option<Conflict>,
}

/// One finding, shown.
#[derive(Clone, Debug)]
pub struct Found {
    /// How much it matters.
    pub weight: Weight,
    /// Its code.
    pub code: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// The line itself, with marks below.
    pub text: String,
    /// What, why, how to mend it.
    pub told: [String; 3],
}

/// Two who wrote at once.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The version that holds.
    pub version: i64,
    /// What the other changed.
    pub theirs: Vec<Change>,
    /// What was to be changed.
    pub ours: Vec<Change>,
    /// Both together.
    pub both: Option<String>,
}

/// One version.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its number.
    pub version: i64,
    /// Who wrote it; `None` for the command line, or somebody who left.
    pub by: Option<String>,
    /// Why.
    pub why: String,
    /// When.
    pub at: Timestamp,
    /// What it changed.
    pub changes: Vec<Change>,
}

impl Writing {
    /// A text with what is found in it.
    pub fn new(
        words: &Words,
        version: i64,
        text: String,
        why: String,
        findings: &[Finding],
        conflict: Option<Conflict>,
    ) -> Self {
        let mut found: Vec<Found> = findings
            .iter()
            .map(|one| {
                let (place, told) = (place(&text, one.at), finding(words, one));
                Found {
                    weight: one.code.weight(),
                    code: one.code.code(),
                    line: place.line,
                    text: format!("{}\n{}", place.text, place.marks),
                    told: [told.what, told.why, told.fix],
                }
            })
            .collect();
        found.sort_by_key(|one| one.weight);
        Self { version, text, why, found, conflict }
    }

    fn count(&self, weight: Weight) -> i64 {
        self.found.iter().filter(|one| one.weight == weight).count() as i64
    }
}

impl PlanPage {
    pub(crate) fn verdict(&self, writing: &Writing) -> String {
        let words = &self.words;
        let (errors, warnings) = (writing.count(Weight::Error), writing.count(Weight::Warning));
        let todo = writing.count(Weight::Note);
        let parts = [("plan-errors", errors), ("plan-warnings", warnings), ("plan-to-do", todo)];
        let told: Vec<String> =
            parts.into_iter().filter(|(_, count)| *count > 0).map(|(id, count)| words.count(id, count)).collect();
        if told.is_empty() { words.say("plan-clean") } else { told.join(" · ") }
    }

    pub(crate) fn weight(&self, weight: Weight) -> String {
        self.words.say(match weight {
            Weight::Error => "plan-error",
            Weight::Warning => "plan-warning",
            Weight::Note => "plan-note",
        })
    }

    pub(crate) fn line(&self, found: &Found) -> String {
        self.words.count("plan-line", found.line as i64)
    }

    pub(crate) fn version(&self, entry: &Entry) -> String {
        self.words.count("plan-version", entry.version)
    }

    pub(crate) fn kinds(&self) -> Vec<(&'static str, String)> {
        let said = |kind: Kind, id: &str| (kind.code(), self.words.say(id));
        vec![
            said(Kind::Shop, "plan-kind-shop"),
            said(Kind::Brand, "plan-kind-brand"),
            said(Kind::Agency, "plan-kind-agency"),
            said(Kind::Figure, "plan-kind-figure"),
        ]
    }

    pub(crate) fn languages(&self) -> Vec<(&'static str, &'static str, bool)> {
        Locale::ALL.map(|locale| (locale.code(), locale.own_name(), locale == self.beginning.language)).into()
    }

    pub(crate) fn changes(&self, changes: &[Change]) -> Vec<String> {
        let mut told: Vec<String> = changes.iter().take(LISTED).map(change).collect();
        if changes.len() > LISTED {
            told.push(self.words.count("plan-more", (changes.len() - LISTED) as i64));
        }
        told
    }
}
