//! The rhythm of the day: two harmonics on the logarithm of the rate, learned slowly and pulled towards none.

use crate::exact;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

const SLOTS: usize = 96;

/// Sines and cosines for each quarter of an hour.
static BASIS: LazyLock<[[f64; 4]; SLOTS]> = LazyLock::new(|| {
    std::array::from_fn(|slot| {
        let angle = (slot as f64 + 0.5) / SLOTS as f64 * std::f64::consts::TAU;
        [libm::sin(angle), libm::cos(angle), libm::sin(2.0 * angle), libm::cos(2.0 * angle)]
    })
});

/// What is known of the daily rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Season {
    #[serde(with = "exact::array")]
    weights: [f64; 4],
    #[serde(with = "exact")]
    information: f64,
}

impl Season {
    pub(super) const NONE: Self = Self { weights: [0.0; 4], information: 0.0 };

    /// What the rate is multiplied by at this second of the day.
    pub(super) fn factor(&self, second_of_day: u32) -> f64 {
        if self.information == 0.0 {
            return 1.0;
        }
        let log: f64 = basis(second_of_day).iter().zip(self.weights).map(|(b, w)| b * w).sum();
        libm::exp(log.clamp(-3.0, 3.0))
    }

    /// One step of a ridge-penalised, discounted regression: `surprise` is the score of the sum, `worth` its information.
    pub(super) fn learn(&mut self, second_of_day: u32, surprise: f64, worth: f64, decay: f64, shrink: f64) {
        // Half: the mean square of a sine.
        self.information = self.information * decay + 0.5 * worth;
        let pull = shrink * (1.0 - decay);
        for (weight, b) in self.weights.iter_mut().zip(basis(second_of_day)) {
            *weight += (b * surprise - pull * *weight) / (shrink + self.information);
        }
    }
}

fn basis(second_of_day: u32) -> &'static [f64; 4] {
    &BASIS[second_of_day as usize % 86_400 * SLOTS / 86_400]
}
