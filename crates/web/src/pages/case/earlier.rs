//! What would have shown a case earlier: a query or a budget, tried on what is stored.

use crate::pages::Shell;
use crate::pages::budget::often_word;
use crate::pages::mentions::QueryProblem;
use crate::pages::shell::Choice;
use askama::Template;
use domain::signal::{Budget, Level, Often};
use engine::backtest::Raised;
use engine::review::Tried;
use words::{Words, review as said};

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "case_earlier.html")]
pub struct EarlierPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The case's number.
    pub id: i64,
    /// Whose, and about which brand.
    pub about: String,
    /// The query that is tried.
    pub query: String,
    /// The budget that is tried, or the one in force.
    pub budget: Budget,
    /// What is wrong with the query.
    pub problem: Option<QueryProblem>,
    /// Why it cannot be tried.
    pub refused: Option<String>,
    /// What it would have shown.
    pub result: Option<Tried>,
}

impl EarlierPage {
    /// The choices of both levels: the field's name, its label, the choices.
    pub(crate) fn levels(&self) -> Vec<(&'static str, String, Vec<Choice>)> {
        let level = |level: Level, label: &str| {
            let choice = |often: Often| Choice {
                value: often.code().to_owned(),
                label: often_word(&self.words, often),
                chosen: often == self.budget.of(level),
            };
            (level.code(), self.words.say(label), Often::choices(level).map(choice).into())
        };
        vec![level(Level::Notice, "backtest-notices"), level(Level::Alert, "backtest-alerts")]
    }

    pub(crate) fn stretch(&self, tried: &Tried) -> String {
        let args = [("from", self.words.date(tried.from).into()), ("until", self.words.when(tried.heard_of).into())];
        self.words.tell("earlier-stretch", &args)
    }

    pub(crate) fn first(&self, raised: Option<&Raised>) -> String {
        let Some(raised) = raised else { return self.words.say("earlier-nothing") };
        let level = self.words.say(match raised.level {
            Level::Notice => "backtest-notices",
            Level::Alert => "backtest-alerts",
        });
        format!("{level} · {}", self.words.when(raised.onset))
    }

    pub(crate) fn sooner(&self, tried: &Tried) -> String {
        match tried.sooner {
            Some(sooner) => self.words.tell("earlier-sooner", &[("span", said::span(&self.words, sooner).into())]),
            None => self.words.say("earlier-no-sooner"),
        }
    }

    pub(crate) fn unsure(&self, tried: &Tried) -> Vec<String> {
        let short = (!tried.whole).then(|| self.words.say("earlier-short"));
        let passed = (tried.passed > 0).then(|| self.words.count("earlier-passed", tried.passed));
        [short, passed].into_iter().flatten().collect()
    }
}
