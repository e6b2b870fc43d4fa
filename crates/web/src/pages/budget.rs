//! How often a brand is told of: the choice, what each would have given, and what labels propose, for one brand or for all.

use crate::pages::Shell;
use askama::Template;
use domain::calibrate::Advice;
use domain::signal::{Budget, Level, Often};
use engine::budget::{Proposals, Trial};
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

pub(crate) fn often_word(words: &Words, often: Often) -> String {
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

fn number(words: &Words, n: i64) -> Arg<'static> {
    words.number(n).into()
}

/// What the labels say of each level.
fn advice(words: &Words, trial: &Trial) -> [(String, String); 2] {
    [Level::Notice, Level::Alert].map(|level| (level_word(words, level), told(words, trial, level)))
}

fn told(words: &Words, trial: &Trial, level: Level) -> String {
    let number = |n| number(words, n);
    match trial.advice[level as usize] {
        Advice::TooFew { labelled, needed } => {
            words.tell("budget-few", &[("labelled", number(labelled)), ("needed", number(needed))])
        }
        Advice::Keep { labelled, dismissed } => {
            words.tell("budget-keep", &[("labelled", number(labelled)), ("dismissed", number(dismissed))])
        }
        Advice::Rarer { often, labelled, dismissed, spared } => {
            let args = [
                ("labelled", number(labelled)),
                ("dismissed", number(dismissed)),
                ("spared", number(spared)),
                ("often", often_word(words, often).into()),
            ];
            words.tell("budget-rarer", &args)
        }
    }
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
        number(&self.words, n)
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

    pub(crate) fn advice(&self) -> [(String, String); 2] {
        advice(&self.words, &self.trial)
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

/// What labels propose for all brands of an organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "budgets.html")]
pub struct BudgetsPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The reader's others.
    pub others: Vec<(i64, String)>,
    /// What was tried.
    pub found: Proposals,
    /// Whether the reader may choose.
    pub may_configure: bool,
}

/// One brand with labels enough.
pub(crate) struct ProposalView<'a> {
    pub(crate) id: i64,
    pub(crate) name: &'a str,
    /// What the labels say of notices and of alerts.
    pub(crate) advice: [(String, String); 2],
    /// What would hold, as a form sends it and in words; `None` where nothing better is known.
    pub(crate) proposed: Option<(String, String)>,
}

impl BudgetsPage {
    pub(crate) fn brands(&self) -> Vec<ProposalView<'_>> {
        let view = |(brand, trial): &'_ (domain::brand::Brand, Trial)| {
            let proposed = trial.proposed().map(|budget| {
                let sent = format!("{}:{}:{}", brand.id, budget.notice.code(), budget.alert.code());
                let [notice, alert] = [budget.notice, budget.alert].map(|often| often_word(&self.words, often));
                (sent, self.words.tell("budgets-take", &[("notice", notice.into()), ("alert", alert.into())]))
            });
            (proposed, advice(&self.words, trial))
        };
        let of = |one| {
            let (proposed, advice) = view(one);
            ProposalView { id: one.0.id.0, name: &one.0.name, advice, proposed }
        };
        self.found.tried.iter().map(of).collect()
    }

    /// Whether there is something to take.
    pub(crate) fn proposes(&self) -> bool {
        self.may_configure && self.found.tried.iter().any(|(_, trial)| trial.proposed().is_some())
    }

    pub(crate) fn few(&self) -> Option<String> {
        (self.found.few > 0).then(|| self.words.count("budgets-few", self.found.few as i64))
    }
}
