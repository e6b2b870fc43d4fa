//! How severity is judged in one organisation: the rubric as a form, with what is wrong beside the field.

use super::assessment::{factor, severity};
use crate::pages::Shell;
use crate::pages::shell::Choice;
use askama::Template;
use domain::assess::{Factor, Rubric, RubricError, Severity};
use words::Words;

/// The page of one organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "rubric.html")]
pub struct RubricPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The reader's other organisations.
    pub others: Vec<(i64, String)>,
    /// Whether it has a rubric of its own.
    pub own: bool,
    /// Whether the reader may change it.
    pub may_configure: bool,
    /// As it is, or as it was typed.
    pub typed: Typed,
}

/// A rubric as a form holds it: texts, which may be anything.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Each factor with its steps.
    pub factors: Vec<(Factor, Vec<StepTyped>)>,
    /// From how many points on an alert, and a crisis.
    pub bounds: [String; 2],
    /// Minutes until the first word: watch, alert, crisis.
    pub minutes: [String; 3],
    /// What is wrong.
    pub wrong: Vec<Wrong>,
}

/// One step of a factor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepTyped {
    /// From which value on.
    pub from: String,
    /// How many points.
    pub points: String,
    /// The severity it calls for; empty for none.
    pub least: String,
}

/// Where something is wrong, and what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Beside which fields.
    pub place: Place,
    /// The message that says what.
    pub message: &'static str,
}

/// A part of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The steps of a factor.
    Factor(Factor),
    /// The points of alert and crisis.
    Bounds,
    /// The minutes.
    Minutes,
}

impl Wrong {
    /// Something that is no number.
    pub fn number(place: Place) -> Self {
        Self { place, message: "rubric-wrong-number" }
    }
}

impl From<RubricError> for Wrong {
    fn from(error: RubricError) -> Self {
        let (place, message) = match error {
            RubricError::Falls(factor) => (Place::Factor(factor), "rubric-wrong-falls"),
            RubricError::Points(factor) => (Place::Factor(factor), "rubric-wrong-points"),
            RubricError::Order => (Place::Bounds, "rubric-wrong-order"),
            RubricError::Minutes => (Place::Minutes, "rubric-wrong-minutes"),
        };
        Self { place, message }
    }
}

impl From<&Rubric> for Typed {
    fn from(rubric: &Rubric) -> Self {
        let step = |step: &domain::assess::Step| StepTyped {
            from: step.from.to_string(),
            points: step.points.to_string(),
            least: step.least.map_or("", Severity::code).to_owned(),
        };
        let steps = |factor| rubric.factors.get(&factor).into_iter().flatten().map(step).collect();
        Self {
            factors: Factor::ALL.map(|factor| (factor, steps(factor))).into(),
            bounds: [rubric.alert, rubric.crisis].map(|points| points.to_string()),
            minutes: rubric.answer_minutes.map(|minutes| minutes.to_string()),
            wrong: Vec::new(),
        }
    }
}

impl RubricPage {
    pub(crate) fn lead(&self) -> String {
        self.words.say(if self.own { "rubric-own" } else { "rubric-house" })
    }

    pub(crate) fn name(&self, of: &Factor) -> String {
        factor(&self.words, *of)
    }

    /// The steps with one more, empty.
    pub(crate) fn rows(&self, steps: &[StepTyped]) -> Vec<StepTyped> {
        steps.iter().cloned().chain(self.may_configure.then(StepTyped::default)).collect()
    }

    pub(crate) fn row_name(&self, of: &Factor, row: &usize) -> String {
        self.words.tell("rubric-row", &[("what", self.name(of).into()), ("n", (*row as i64).into())])
    }

    pub(crate) fn severities(&self, chosen: &str) -> Vec<Choice> {
        let none = (String::new(), self.words.say("rubric-least-none"));
        let all = Severity::ALL.into_iter().map(|of| (of.code().to_owned(), severity(&self.words, of)));
        let choice = |(value, label): (String, String)| Choice { chosen: value == chosen, value, label };
        std::iter::once(none).chain(all).map(choice).collect()
    }

    pub(crate) fn bounds(&self) -> [(&'static str, String, &String); 2] {
        let [alert, crisis] = &self.typed.bounds;
        [("alert", self.words.say("rubric-alert"), alert), ("crisis", self.words.say("rubric-crisis"), crisis)]
    }

    pub(crate) fn minutes(&self) -> [(&'static str, String, &String); 3] {
        let [watch, alert, crisis] = &self.typed.minutes;
        [(Severity::Watch, watch), (Severity::Alert, alert), (Severity::Crisis, crisis)]
            .map(|(of, minutes)| (of.code(), severity(&self.words, of), minutes))
    }

    pub(crate) fn wrong_factor(&self, of: &Factor) -> Option<String> {
        self.wrong(Place::Factor(*of))
    }

    pub(crate) fn wrong_bounds(&self) -> Option<String> {
        self.wrong(Place::Bounds)
    }

    pub(crate) fn wrong_minutes(&self) -> Option<String> {
        self.wrong(Place::Minutes)
    }

    fn wrong(&self, place: Place) -> Option<String> {
        self.typed.wrong.iter().find(|wrong| wrong.place == place).map(|wrong| self.words.say(wrong.message))
    }
}
