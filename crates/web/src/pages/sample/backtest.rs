//! A query tried: one that finds more than it should, and one that cannot be read.

use super::{Sample, at, words};
use crate::pages::Room;
use crate::pages::backtest::BacktestPage;
use domain::counter::Series;
use domain::signal::Level;
use engine::backtest::{Backtest, Day, Difference, Example, Found, Raised, Unseen};

impl Sample {
    pub(super) fn backtest(&self) -> BacktestPage {
        let example = |text: &str, minutes, mention| Example {
            at: at(minutes),
            author: Some(self.strange("@jeanne@piaille.fr")),
            text: self.strange(text),
            url: Some("https://mastodon.example/@jeanne/1".into()),
            mention,
        };
        let raised = |level, minutes, observed| Raised {
            level,
            series: Series::Mentions,
            onset: at(minutes),
            observed,
            expected: 1_240,
        };
        let alert = raised(Level::Alert, 78, 41);
        let notices = [raised(Level::Notice, 9_000, 6), raised(Level::Notice, 22_000, 5)];
        let day = |ago: i8| Day {
            day: jiff::civil::date(2026, 11, 21 - ago),
            present: 12 + i64::from(ago % 3),
            changed: 31 + i64::from(ago % 5),
        };
        let found = |mentions, signals| Found { mentions, negative: mentions / 4, signals };
        BacktestPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/brands/1/try"),
            wide: Some(self.strange("galette")),
            brand: (1, "Boulangerie Martin".into()),
            query: Some(2),
            name: "galette + verre".into(),
            text: "galette OR verre".into(),
            problem: None,
            result: Some(Backtest {
                from: at(7 * 24 * 60),
                until: at(0),
                whole: false,
                looked: 500_000,
                days: (0..7).rev().map(day).collect(),
                present: found(104, vec![alert]),
                changed: found(1_231, [&[alert][..], &notices].concat()),
                gained: Difference {
                    count: 1_129,
                    examples: vec![example("La galette bretonne, elle, se mange salée.", 40, None)],
                },
                lost: Difference { count: 2, examples: vec![example("", 51, Some(41))] },
                unseen: Unseen { passed: 93_000, seen: 101_512, sources: vec!["mastodon.social".into()] },
            }),
        }
    }

    pub(super) fn backtest_wrong(&self) -> BacktestPage {
        let text = "galette AND (verre OR".to_owned();
        BacktestPage { query: None, text, wide: None, problem: Some(self.problem()), result: None, ..self.backtest() }
    }
}
