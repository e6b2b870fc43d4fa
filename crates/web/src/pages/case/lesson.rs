//! A lesson is drawn: where in the plan, what it is to say there, and in a sentence why.

use crate::html::Html;
use crate::pages::Shell;
use crate::pages::plan::form::{Input, Kind};
use crate::untrusted;
use askama::Template;
use words::Words;

/// The page: first where in the plan, then its form.
#[derive(Clone, Debug, Template)]
#[template(path = "case_lesson.html")]
pub struct LessonPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The case's number.
    pub id: i64,
    /// Whose, and about which brand.
    pub about: String,
    /// Places in the plan, by section: the section in words, then each place as the address names it and what it is called.
    pub places: Vec<(String, Vec<(String, String)>)>,
    /// The place that was chosen: as the address names it, and what it is called.
    pub place: Option<(String, String)>,
    /// Its fields as they stand, or as they were typed.
    pub fields: Vec<Input>,
    /// Always: whoever sees this page may draw a lesson.
    pub may_configure: bool,
    /// The section of the place; the inputs ask for it.
    pub section: &'static str,
    /// The sentence and the records, as they were typed.
    pub said: (String, String),
    /// The key of the lesson that the form draws.
    pub key: String,
    /// Why it could not be taken.
    pub problem: Option<String>,
}

impl LessonPage {
    pub(crate) fn is_locked(&self, input: &Input) -> bool {
        matches!(input.kind, Kind::Locked(_))
    }

    pub(crate) fn typed(&self, what: &str) -> Html {
        untrusted::option(what)
    }
}
