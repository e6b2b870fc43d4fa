//! A query tried on what is stored, before it is saved.

use crate::pages::Shell;
use crate::pages::mentions::QueryProblem;
use askama::Template;
use domain::signal::Level;
use engine::backtest::{Backtest, Found};
use jiff::civil::Date;
use words::Words;

/// The page: the query to be tried, and what it would have found.
#[derive(Clone, Debug, Template)]
#[template(path = "backtest.html")]
pub struct BacktestPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The brand: id, name.
    pub brand: (i64, String),
    /// The saved query it would take the place of; `None` for a new one.
    pub query: Option<i64>,
    /// Its name.
    pub name: String,
    /// What it asks.
    pub text: String,
    /// What is wrong with it.
    pub problem: Option<QueryProblem>,
    /// A word that stands in very many texts, and by which it would find them.
    pub wide: Option<String>,
    /// What it would have found.
    pub result: Option<Backtest>,
}

impl BacktestPage {
    pub(crate) fn save(&self) -> String {
        let queries = format!("/settings/brands/{}/queries", self.brand.0);
        self.query.map_or(queries.clone(), |id| format!("{queries}/{id}"))
    }

    pub(crate) fn finding(&self, result: &Backtest) -> String {
        let args = [("count", result.changed.mentions.into()), ("present", result.present.mentions.into())];
        self.words.tell("backtest-finding", &args)
    }

    pub(crate) fn since(&self, result: &Backtest) -> String {
        self.words.tell("backtest-since", &[("since", self.words.date(result.from).into())])
    }

    /// What is counted, with the queries as saved and as tried.
    pub(crate) fn rows(&self, result: &Backtest) -> [(String, String, String); 4] {
        let counts = |found: &Found| {
            [found.mentions, found.negative, found.of_level(Level::Alert), found.of_level(Level::Notice)]
                .map(|n| self.words.number(n))
        };
        let labels = ["nav-mentions", "backtest-negative", "backtest-alerts", "backtest-notices"];
        let (present, changed) = (counts(&result.present), counts(&result.changed));
        std::array::from_fn(|i| (self.words.say(labels[i]), present[i].clone(), changed[i].clone()))
    }

    /// What was passed by, or that nothing was.
    pub(crate) fn unseen(&self, result: &Backtest) -> String {
        let unseen = &result.unseen;
        if unseen.sources.is_empty() {
            return self.words.say("backtest-all-kept");
        }
        let args = [
            ("what", unseen.sources.join(", ").into()),
            ("passed", unseen.passed.into()),
            ("seen", unseen.seen.into()),
        ];
        self.words.tell("backtest-unseen", &args)
    }

    pub(crate) fn short(&self, result: &Backtest) -> Option<String> {
        let looked = i64::try_from(result.looked).unwrap_or(i64::MAX);
        let args = [("count", looked.into()), ("since", self.words.when(result.from).into())];
        (!result.whole).then(|| self.words.tell("backtest-short", &args))
    }

    pub(crate) fn sides<'r>(&self, result: &'r Backtest) -> [(String, &'r engine::backtest::Difference); 2] {
        [("backtest-gained", &result.gained), ("backtest-lost", &result.lost)]
            .map(|(id, side)| (self.words.count(id, side.count), side))
    }

    pub(crate) fn day(&self, day: &Date) -> String {
        let at = day.to_zoned(self.words.zone().clone()).map_or(self.words.now(), |day| day.timestamp());
        self.words.date(at)
    }
}
