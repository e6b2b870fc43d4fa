//! What is printed or handed on of a case: the questions and answers for counter, telephone and press, and one page for those who decide.

use crate::pages::Shell;
use askama::Template;
use jiff::Timestamp;
use words::Words;

/// The sheet of questions and answers.
#[derive(Clone, Debug, Template)]
#[template(path = "case_sheet.html")]
pub struct SheetPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The case's number.
    pub id: i64,
    /// About which brand.
    pub about: String,
    /// When it was made.
    pub at: Timestamp,
    /// When news are promised.
    pub next: Option<Timestamp>,
    /// What was asked or said, how well it is known, and the texts that are out and rest on it.
    pub questions: Vec<(String, String, Vec<String>)>,
    /// What else everybody was told, the last first: when, what.
    pub said: Vec<(Timestamp, String)>,
}

/// A line of the brief: what, and when or by whom.
pub type Line = (String, String);

/// One page for those who decide.
#[derive(Clone, Debug, Template)]
#[template(path = "case_brief.html")]
pub struct BriefPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The case's number.
    pub id: i64,
    /// Whose, and about which brand.
    pub about: String,
    /// When it was made.
    pub at: Timestamp,
    /// Where it stands, since when, who leads.
    pub stands: Vec<Line>,
    /// Whether it is a client's, to whom the room is not open.
    pub for_client: bool,
    /// Whether the first thing is what keeps people safe.
    pub safety_first: bool,
    /// Sections that are not empty: a title, its lines.
    pub parts: Vec<(String, Vec<Line>)>,
}

impl SheetPage {
    pub(crate) fn made(&self) -> String {
        self.words.name("case-as-of", &self.words.utc(self.at))
    }

    pub(crate) fn news(&self, next: &Timestamp) -> String {
        let next = self.words.when(*next);
        self.words.tell("updates-next", &[("when", next.as_str().into())])
    }
}

impl BriefPage {
    pub(crate) fn made(&self) -> String {
        self.words.name("case-as-of", &self.words.utc(self.at))
    }
}
