//! The rhythm of the day and of the week: two harmonics and seven weekdays on the logarithm of the rate, learned slowly and pulled
//! towards none.

use super::settings::Settings;
use crate::exact;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Seconds of a week; weeks begin as 1970 did, on a Thursday.
pub const WEEK: u32 = 7 * DAY;
const DAY: u32 = 86_400;
/// The rhythms are told by the quarter of an hour.
pub(super) const QUARTER: u32 = 900;
const SLOTS: usize = (DAY / QUARTER) as usize;

/// Sines and cosines for each quarter of an hour.
static BASIS: LazyLock<[[f64; 4]; SLOTS]> = LazyLock::new(|| {
    std::array::from_fn(|slot| {
        let angle = (slot as f64 + 0.5) / SLOTS as f64 * std::f64::consts::TAU;
        [libm::sin(angle), libm::cos(angle), libm::sin(2.0 * angle), libm::cos(2.0 * angle)]
    })
});

/// What is known of the rhythms.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Season {
    #[serde(with = "exact::array")]
    day: [f64; 4],
    #[serde(with = "exact")]
    day_information: f64,
    #[serde(with = "exact::array")]
    week: [f64; 7],
    #[serde(with = "exact")]
    week_information: f64,
}

impl Season {
    pub(super) const NONE: Self = Self { day: [0.0; 4], day_information: 0.0, week: [0.0; 7], week_information: 0.0 };

    /// What the rate is multiplied by in this quarter of an hour of the week.
    pub(super) fn factor(&self, quarter: u32) -> f64 {
        if self.day_information == 0.0 && self.week_information == 0.0 {
            return 1.0;
        }
        let day: f64 = basis(quarter).iter().zip(self.day).map(|(b, w)| b * w).sum();
        libm::exp((day + self.week[weekday(quarter)]).clamp(-3.0, 3.0))
    }

    /// One step of a ridge-penalised, discounted regression: `surprise` is the score of the sum, `worth` its information.
    pub(super) fn learn(&mut self, settings: &Settings, quarter: u32, surprise: f64, worth: f64, decay: f64) {
        if settings.season_shrink > 0.0 {
            let shrink = settings.season_shrink;
            // Half: the mean square of a sine.
            self.day_information = self.day_information * decay + 0.5 * worth;
            let pull = shrink * (1.0 - decay);
            for (weight, b) in self.day.iter_mut().zip(basis(quarter)) {
                *weight += (b * surprise - pull * *weight) / (shrink + self.day_information);
            }
        }
        if settings.week_shrink > 0.0 {
            let shrink = settings.week_shrink;
            self.week_information = self.week_information * decay + worth / 7.0;
            self.week[weekday(quarter)] += surprise / (shrink + self.week_information);
            let kept = 1.0 - shrink * (1.0 - decay) / (shrink + self.week_information);
            self.week.iter_mut().for_each(|weight| *weight *= kept);
        }
    }
}

fn basis(quarter: u32) -> &'static [f64; 4] {
    &BASIS[quarter as usize % SLOTS]
}

fn weekday(quarter: u32) -> usize {
    quarter as usize / SLOTS % 7
}
