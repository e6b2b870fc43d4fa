//! The hot wash: what the team says right after, one question a screen, on a phone; and who answered what.

use crate::html::Html;
use crate::pages::Shell;
use crate::untrusted;
use askama::Template;
use jiff::Timestamp;
use words::Words;

/// One question, or the end, where what everybody said is read.
#[derive(Clone, Debug, Template)]
#[template(path = "case_wash.html")]
pub struct WashPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The case's number.
    pub id: i64,
    /// Whose, and about which brand.
    pub about: String,
    /// Which screen, from 1; one more than there are questions: the end.
    pub at: usize,
    /// How many questions there are.
    pub of: usize,
    /// The question; none at the end.
    pub question: Option<Question>,
    /// Every question with its answers, on the last screen alone.
    pub said: Vec<Said>,
    /// Whether the reader can answer.
    pub may: bool,
    /// Makes what is pressed twice one answer.
    pub key: String,
    /// What was typed where it could not be taken.
    pub typed: String,
    /// Why it could not be taken.
    pub problem: Option<String>,
}

/// A question with its answers: who, when, what.
pub type Said = (String, Vec<(String, Timestamp, String)>);

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its name as the API takes it.
    pub name: &'static str,
    /// It.
    pub asked: String,
    /// What the reader answered before.
    pub own: Vec<String>,
}

impl WashPage {
    pub(crate) fn place(&self) -> String {
        self.words.tell("wash-place", &[("n", (self.at as i64).into()), ("of", (self.of as i64).into())])
    }

    pub(crate) fn next(&self) -> String {
        format!("/cases/{}/wash?at={}", self.id, self.at + 1)
    }

    pub(crate) fn again(&self) -> Html {
        untrusted::option(&self.typed)
    }
}
