//! The training of staff, question by question; by a link, without a login, without scripts.

use crate::pages::Shell;
use askama::Template;
use domain::training::{Question, correct};
use words::Words;
use words::training::{answer, ask, part};

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "training.html")]
pub struct TrainingPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The path of the link.
    pub path: String,
    /// The language of the plan's words.
    pub language: &'static str,
    /// The questions.
    pub questions: Vec<Question>,
    /// Who somebody may say that they are: names in the plan and what these are called.
    pub people: Vec<(String, String)>,
    /// What holds from page to page.
    pub run: Run,
    /// Where one is.
    pub step: Step,
    /// What must be said first.
    pub notice: Option<String>,
}

/// What the forms carry on.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// By which the questions were chosen.
    pub seed: u64,
    /// What tells these questions from others.
    pub mark: String,
    /// What was answered so far.
    pub given: Vec<usize>,
}

/// Where one is in the training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The next question is asked.
    Ask,
    /// The last answer is explained.
    Explain,
    /// All is answered.
    End,
    /// The team was told.
    Told,
}

/// A question as it is shown.
pub(crate) struct Asked<'a> {
    pub at: String,
    pub part: String,
    pub ask: String,
    pub answers: Vec<String>,
    pub question: &'a Question,
}

impl TrainingPage {
    pub(crate) fn lead(&self) -> String {
        self.words.count("training-lead", self.questions.len() as i64)
    }

    pub(crate) fn seed(&self) -> String {
        format!("{:016x}", self.run.seed)
    }

    pub(crate) fn given(&self) -> String {
        self.run.given.iter().map(usize::to_string).collect::<Vec<_>>().join(".")
    }

    fn shown(&self, at: usize) -> Option<Asked<'_>> {
        let question = self.questions.get(at)?;
        let (nth, count) = ((at + 1) as i64, self.questions.len() as i64);
        Some(Asked {
            at: self.words.tell("training-at", &[("at", nth.into()), ("count", count.into())]),
            part: part(&self.words, question.part),
            ask: ask(&self.words, &question.ask),
            answers: question.answers.iter().map(|one| answer(&self.words, one)).collect(),
            question,
        })
    }

    /// The question that is asked.
    pub(crate) fn asked(&self) -> Option<Asked<'_>> {
        self.shown(self.run.given.len()).filter(|_| self.step == Step::Ask)
    }

    /// The question that was answered.
    pub(crate) fn explained(&self) -> Option<Asked<'_>> {
        self.shown(self.run.given.len().checked_sub(1)?).filter(|_| self.step == Step::Explain)
    }

    /// Whether the last answer is the plan's, in a sentence.
    pub(crate) fn verdict(&self, asked: &Asked<'_>) -> (bool, String) {
        let is_right = self.run.given.last() == Some(&asked.question.right);
        let right = asked.answers.get(asked.question.right).map_or("", String::as_str);
        let said = match is_right {
            true => self.words.say("training-right"),
            false => self.words.name("training-wrong", right),
        };
        (is_right, said)
    }

    pub(crate) fn is_last(&self) -> bool {
        self.run.given.len() >= self.questions.len()
    }

    /// How many were answered as the plan says.
    pub(crate) fn score(&self) -> String {
        let right = correct(&self.questions, &self.run.given).unwrap_or(0) as i64;
        let args = [("correct", right.into()), ("count", (self.questions.len() as i64).into())];
        self.words.tell("training-score", &args)
    }
}
