//! How long texts and authors are kept in one organisation, what would go, and what went.

use crate::pages::Shell;
use askama::Template;
use domain::retention::Retention;
use engine::retain::Survey;
use jiff::Timestamp;
use words::Words;

/// The page of one organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "retention.html")]
pub struct RetentionPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The reader's other organisations.
    pub others: Vec<(i64, String)>,
    /// Whether anything is erased by the rules that are set.
    pub set: bool,
    /// What it has and what would go: by the rules typed where some were tried, else by those that are set.
    pub survey: Survey,
    /// The rules as they were typed, or as they are set: for texts, authors, evidence.
    pub days: [String; 3],
    /// The sources: id, name, days for texts and for authors.
    pub sources: Vec<(i64, String, [String; 2])>,
    /// The rules that were tried and not saved yet.
    pub tried: Option<String>,
    /// Whether they could not be taken; nothing was changed.
    pub refused: bool,
    /// Whether the reader may change them.
    pub may_configure: bool,
    /// What was done, newest first.
    pub log: Vec<EntryView>,
}

/// One entry of the log.
#[derive(Clone, Debug)]
pub struct EntryView {
    /// When.
    pub at: Timestamp,
    /// Who set the days; an empty name is the command line; `None` for a pass.
    pub set_by: Option<String>,
    /// Texts erased.
    pub texts: i64,
    /// Authors erased.
    pub authors: i64,
}

impl RetentionPage {
    pub(crate) fn lead(&self) -> String {
        self.words.say(if self.set { "retention-set" } else { "retention-none" })
    }

    pub(crate) fn would(&self) -> String {
        let tally = self.survey.tally;
        self.words.tell(
            "retention-would",
            &[
                ("texts", self.words.number(tally.texts).into()),
                ("authors", self.words.number(tally.authors).into()),
                ("evidence", self.words.number(tally.evidence).into()),
            ],
        )
    }

    pub(crate) fn entry(&self, entry: &EntryView) -> String {
        match entry.set_by.as_deref() {
            None => self.words.tell(
                "retention-log-pass",
                &[
                    ("texts", self.words.number(entry.texts).into()),
                    ("authors", self.words.number(entry.authors).into()),
                ],
            ),
            Some("") => self.words.name("retention-log-rules", &self.words.say("retention-console")),
            Some(name) => self.words.name("retention-log-rules", name),
        }
    }

    /// Whether a source has days of its own.
    pub(crate) fn differs(&self) -> bool {
        self.sources.iter().any(|(.., days)| days.iter().any(|days| !days.is_empty()))
    }

    pub(crate) fn least(&self) -> u32 {
        Retention::LEAST
    }

    pub(crate) fn most(&self) -> u32 {
        Retention::MOST
    }
}
