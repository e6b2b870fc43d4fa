//! How often calm counts may reach a level, in words; the scores from which that holds; and what many brands make rarer.

use super::settings::Settings;
use crate::episodes::Level;
use serde::{Deserialize, Serialize};

/// How often, at most, the calm counts of one brand reach a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Often {
    /// About once a day.
    Day,
    /// About once a week.
    Week,
    /// About once a month.
    Month,
    /// About once in two months.
    TwoMonths,
    /// About once in half a year.
    HalfYear,
}

impl Often {
    /// All of them, the most often first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::TwoMonths, Self::HalfYear];

    /// The choices of a level, the most often first.
    pub fn choices(level: Level) -> [Self; 3] {
        match level {
            Level::Notice => [Self::Day, Self::Week, Self::Month],
            Level::Alert => [Self::Month, Self::TwoMonths, Self::HalfYear],
        }
    }

    /// The name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::TwoMonths => "two_months",
            Self::HalfYear => "half_year",
        }
    }

    /// Reads an [`Often::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|often| often.code() == code)
    }

    /// How many a week that is.
    pub fn a_week(self) -> f64 {
        match self {
            Self::Day => 7.0,
            Self::Week => 1.0,
            Self::Month => 7.0 / 30.0,
            Self::TwoMonths => 7.0 / 60.0,
            Self::HalfYear => 7.0 / 182.0,
        }
    }

    /// The score from which a level is reached so often: the worst size of brand in `examples/calm`, with `brand`, stays below it.
    /// `None` for what is no choice of that level.
    pub fn threshold(self, level: Level) -> Option<f64> {
        match (level, self) {
            (Level::Notice, Self::Day) => Some(0.5),
            (Level::Notice, Self::Week) => Some(0.92),
            (Level::Notice, Self::Month) => Some(1.17),
            (Level::Alert, Self::Month) => Some(1.1),
            (Level::Alert, Self::TwoMonths) => Some(1.24),
            (Level::Alert, Self::HalfYear) => Some(1.44),
            _ => None,
        }
    }
}

/// Score, and how many episodes a week reach it in the worst size of brand, as notices and as alerts: `examples/calm`, with `brand`, 2,600
/// calm weeks each of three mentions a day, one and ten an hour, judged by the mentions and the ill ones among them. Beyond, twenty
/// episodes and fewer were seen.
const CALM: [(f64, f64, f64); 13] = [
    (0.5, 3.9650, 4.2762),
    (0.6, 3.5939, 3.6462),
    (0.7, 2.6404, 2.6431),
    (0.8, 1.7496, 1.5508),
    (0.9, 1.0908, 0.7873),
    (1.0, 0.6415, 0.4135),
    (1.1, 0.3435, 0.2281),
    (1.2, 0.1896, 0.1369),
    (1.3, 0.1162, 0.0835),
    (1.4, 0.0573, 0.0465),
    (1.5, 0.0281, 0.0254),
    (1.6, 0.0162, 0.0162),
    (1.7, 0.0092, 0.0092),
];

/// Most false notices a week that an organisation is asked to look at: three a day.
pub const NOTICES_A_WEEK: f64 = 21.0;
/// Most false alerts a week that may wake an organisation.
pub const ALERTS_A_WEEK: f64 = 1.0;

/// How often one brand's calm counts may reach each level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// A notice.
    pub notice: Often,
    /// An alert.
    pub alert: Often,
}

impl Default for Budget {
    fn default() -> Self {
        Self { notice: Often::Week, alert: Often::TwoMonths }
    }
}

/// A budget that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} is no choice for {}: say one of {}; nothing was kept", .often.code(), plural(.level), choices(.level))]
pub struct BudgetError {
    /// Of which level.
    pub level: Level,
    /// What was said.
    pub often: Often,
}

fn plural(level: &Level) -> &'static str {
    match level {
        Level::Notice => "notices",
        Level::Alert => "alerts",
    }
}

fn choices(level: &Level) -> String {
    Often::choices(*level).map(Often::code).join(", ")
}

impl Budget {
    /// How often for a level.
    pub fn of(self, level: Level) -> Often {
        match level {
            Level::Notice => self.notice,
            Level::Alert => self.alert,
        }
    }

    /// The same with another choice for one level.
    pub fn with(self, level: Level, often: Often) -> Self {
        match level {
            Level::Notice => Self { notice: often, ..self },
            Level::Alert => Self { alert: often, ..self },
        }
    }

    /// Whether it is one.
    ///
    /// # Errors
    /// What is no choice of its level.
    pub fn check(self) -> Result<(), BudgetError> {
        for level in [Level::Notice, Level::Alert] {
            let often = self.of(level);
            if often.threshold(level).is_none() {
                return Err(BudgetError { level, often });
            }
        }
        Ok(())
    }

    /// The settings with the levels of this budget, made rarer as many brands ask for. A notice never needs more than an alert.
    pub fn settings(self, settings: &Settings, rarer: Rarer) -> Settings {
        let at = |level, otherwise| rarer.threshold(level, self.of(level).threshold(level).unwrap_or(otherwise));
        let (notice, alert) = (at(Level::Notice, settings.notice), at(Level::Alert, settings.alert));
        Settings { notice: notice.min(alert), alert, ..settings.clone() }
    }
}

/// How many times rarer than its budget each brand of an organisation reaches a level: together they are to stay within what one
/// organisation can look at. 1 for a few brands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rarer {
    /// A notice.
    pub notice: f64,
    /// An alert.
    pub alert: f64,
}

impl Rarer {
    /// Nothing rarer.
    pub const NOT: Self = Self { notice: 1.0, alert: 1.0 };

    /// What the budgets of all its brands ask for together, beside what an organisation can look at.
    pub fn of(budgets: impl IntoIterator<Item = Budget>) -> Self {
        let (mut notices, mut alerts) = (0.0, 0.0);
        for budget in budgets {
            notices += budget.notice.a_week();
            alerts += budget.alert.a_week();
        }
        Self { notice: (notices / NOTICES_A_WEEK).max(1.0), alert: (alerts / ALERTS_A_WEEK).max(1.0) }
    }

    /// How many times rarer for a level.
    pub fn times(self, level: Level) -> f64 {
        match level {
            Level::Notice => self.notice,
            Level::Alert => self.alert,
        }
    }

    /// The score that calm counts reach so many times more rarely than this one. Beyond what was measured the last slope goes on.
    fn threshold(self, level: Level, score: f64) -> f64 {
        let times = self.times(level);
        if times <= 1.0 {
            return score;
        }
        let wanted = log_rate(level, score) - libm::log(times);
        let segment = segments(level).find(|(_, (_, end))| *end <= wanted).or_else(|| segments(level).last());
        segment.map_or(score, |(from, to)| along((from.1, from.0), (to.1, to.0), wanted)).max(score)
    }
}

/// The logarithm of how many a week reach a level that begins at that score.
fn log_rate(level: Level, score: f64) -> f64 {
    let segment = segments(level).find(|(_, (end, _))| score <= *end).or_else(|| segments(level).last());
    segment.map_or(0.0, |(from, to)| along(from, to, score))
}

/// What was measured, piece by piece: score and logarithm of the rate at both ends.
fn segments(level: Level) -> impl Iterator<Item = ((f64, f64), (f64, f64))> {
    let point = move |(score, notices, alerts): (f64, f64, f64)| {
        (score, libm::log(if level == Level::Notice { notices } else { alerts }))
    };
    CALM.into_iter().zip(CALM.into_iter().skip(1)).map(move |(from, to)| (point(from), point(to)))
}

/// The height of a line at `x`.
fn along((x0, y0): (f64, f64), (x1, y1): (f64, f64), x: f64) -> f64 {
    y0 + (y1 - y0) * (x - x0) / (x1 - x0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rarer_choices_have_higher_thresholds_and_their_rates_hold() {
        for level in [Level::Notice, Level::Alert] {
            let choices = Often::choices(level);
            let thresholds = choices.map(|often| often.threshold(level).unwrap_or(0.0));
            assert!(thresholds.is_sorted_by(|a, b| a < b), "{level:?}: {thresholds:?}");
            for (often, threshold) in choices.into_iter().zip(thresholds) {
                let measured = libm::exp(log_rate(level, threshold));
                assert!(measured <= often.a_week(), "{level:?} {often:?}: {measured} a week at {threshold}");
                assert!(measured >= 0.5 * often.a_week(), "{level:?} {often:?} is deafer than it says: {measured}");
            }
            let unknown = Often::ALL.into_iter().filter(|often| !choices.contains(often));
            assert!(unknown.into_iter().all(|often| often.threshold(level).is_none()));
        }
        let (usual, settings) = (Budget::default().settings(&Settings::default(), Rarer::NOT), Settings::default());
        assert_eq!(usual, settings, "the default budget is the default settings");
        assert!(CALM.is_sorted_by(|a, b| a.0 < b.0 && a.1 > b.1 && a.2 > b.2), "higher scores are rarer");
    }

    #[test]
    fn every_budget_with_any_number_of_brands_gives_settings_that_can_be_used() {
        for notice in Often::choices(Level::Notice) {
            for alert in Often::choices(Level::Alert) {
                let budget = Budget { notice, alert };
                let mut last = (0.0, 0.0);
                for brands in [1, 5, 25, 100, 1_000, 10_000] {
                    let settings = budget.settings(&Settings::default(), Rarer::of(vec![budget; brands]));
                    settings.check().expect("usable");
                    assert!(
                        settings.notice >= last.0 && settings.alert >= last.1,
                        "more brands never lower a threshold"
                    );
                    last = (settings.notice, settings.alert);
                }
            }
        }
    }

    #[test]
    fn many_brands_together_stay_within_the_bound() {
        assert_eq!(Rarer::of(vec![Budget::default(); 8]), Rarer::NOT, "eight brands are heard as one is");
        for brands in [9_u32, 25, 1_000] {
            let rarer = Rarer::of(vec![Budget::default(); brands as usize]);
            let settings = Budget::default().settings(&Settings::default(), rarer);
            let alerts = f64::from(brands) * libm::exp(log_rate(Level::Alert, settings.alert));
            let notices = f64::from(brands) * libm::exp(log_rate(Level::Notice, settings.notice));
            assert!(alerts <= ALERTS_A_WEEK + 1e-9, "{brands} brands: {alerts} alerts a week");
            assert!(notices <= NOTICES_A_WEEK + 1e-9 || settings.notice >= settings.alert, "{brands}: {notices}");
        }
    }

    #[test]
    fn codes_read_back_and_a_wrong_choice_is_told() {
        assert!(Often::ALL.into_iter().all(|often| Often::from_code(often.code()) == Some(often)));
        assert_eq!(Often::from_code("hour"), None);
        let wrong = Budget { notice: Often::HalfYear, alert: Often::Month }.check();
        let told = "half_year is no choice for notices: say one of day, week, month; nothing was kept";
        assert_eq!(wrong.map_err(|wrong| wrong.to_string()), Err(told.to_owned()));
    }
}
