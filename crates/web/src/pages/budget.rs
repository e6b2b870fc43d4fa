//! How often a brand is told of: the choice, what each would have given, and what labels propose.

use crate::pages::Shell;
use askama::Template;
use domain::calibrate::Advice;
use domain::signal::{Budget, Level, Often};
use engine::budget::Trial;
use jiff::Timestamp;
use words::{Arg, Words};

/// The page of one brand.
#[derive(Clone, Debug, Template)]
#[template(path = "budget.html")]
pub struct BudgetPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The brand: id, name.
    pub brand: (i64, String),
    /// What holds, and what each choice would have given.
    pub trial: Trial,
    /// Whether the reader may choose.
    pub may_configure: bool,
    /// Who chose what, newest first.
    pub log: Vec<SaidView>,
}

/// Somebody chose.
#[derive(Clone, Debug)]
pub struct SaidView {
    /// How often for notices, and for alerts.
    pub often: [Often; 2],
    /// Who; nobody is the command line.
    pub who: Option<String>,
    /// Whether the labels proposed it.
    pub by_labels: bool,
    /// When.
    pub at: Timestamp,
}

/// One level's choices.
pub(crate) struct LevelView {
    pub(crate) code: &'static str,
    pub(crate) name: String,
    pub(crate) lead: String,
    /// Code, words, what it would have given, whether it holds.
    pub(crate) choices: Vec<(&'static str, String, String, bool)>,
}

fn often_word(words: &Words, often: Often) -> String {
    words.say(match often {
        Often::Day => "budget-day",
        Often::Week => "budget-week",
        Often::Month => "budget-month",
        Often::TwoMonths => "budget-two-months",
        Often::HalfYear => "budget-half-year",
    })
}

fn level_word(words: &Words, level: Level) -> String {
    words.say(match level {
        Level::Notice => "backtest-notices",
        Level::Alert => "backtest-alerts",
    })
}

impl BudgetPage {
    pub(crate) fn levels(&self) -> [LevelView; 2] {
        [Level::Notice, Level::Alert].map(|level| {
            let usual = Budget::default().of(level);
            let choice = |(often, count): (Often, i64)| {
                let word = often_word(&self.words, often);
                let word = if often == usual { self.words.name("budget-usual", &word) } else { word };
                let args = [("when", self.words.date(self.trial.from).into()), ("count", self.number(count))];
                (
                    often.code(),
                    word,
                    self.words.tell("budget-would", &args),
                    often == self.trial.present.budget.of(level),
                )
            };
            LevelView {
                code: level.code(),
                name: level_word(&self.words, level),
                lead: self.words.say(match level {
                    Level::Notice => "budget-notices-lead",
                    Level::Alert => "budget-alerts-lead",
                }),
                choices: self.trial.counts[level as usize].into_iter().map(choice).collect(),
            }
        })
    }

    fn number(&self, n: i64) -> Arg<'static> {
        self.words.number(n).into()
    }

    /// What many brands make rarer, where they do.
    pub(crate) fn shared(&self) -> Option<String> {
        let present = &self.trial.present;
        let share = |rarer: f64| self.words.percent((1_000.0 / rarer).round() as i64).into();
        let rarer = present.rarer.notice > 1.0 || present.rarer.alert > 1.0;
        rarer.then(|| {
            let args = [
                ("brands", self.number(present.brands as i64)),
                ("notices", share(present.rarer.notice)),
                ("alerts", share(present.rarer.alert)),
            ];
            self.words.tell("budget-shared", &args)
        })
    }

    /// What the labels say of each level.
    pub(crate) fn advice(&self) -> [(String, String); 2] {
        [Level::Notice, Level::Alert].map(|level| (level_word(&self.words, level), self.told(level)))
    }

    fn told(&self, level: Level) -> String {
        let words = &self.words;
        match self.trial.advice[level as usize] {
            Advice::TooFew { labelled, needed } => {
                words.tell("budget-few", &[("labelled", self.number(labelled)), ("needed", self.number(needed))])
            }
            Advice::Keep { labelled, dismissed } => {
                let args = [("labelled", self.number(labelled)), ("dismissed", self.number(dismissed))];
                words.tell("budget-keep", &args)
            }
            Advice::Rarer { often, labelled, dismissed, spared } => {
                let args = [
                    ("labelled", self.number(labelled)),
                    ("dismissed", self.number(dismissed)),
                    ("spared", self.number(spared)),
                    ("often", often_word(words, often).into()),
                ];
                words.tell("budget-rarer", &args)
            }
        }
    }

    /// What the labels propose, for whom may take it.
    pub(crate) fn proposed(&self) -> Option<Budget> {
        self.trial.proposed().filter(|_| self.may_configure)
    }

    pub(crate) fn entry(&self, said: &SaidView) -> String {
        let who = said.who.clone().unwrap_or_else(|| self.words.say("retention-console"));
        let [notice, alert] = said.often.map(|often| often_word(&self.words, often));
        self.words.tell("budget-log-said", &[("who", who.into()), ("notice", notice.into()), ("alert", alert.into())])
    }
}
