//! The slow burn: a mean of days that leaves the level. What grows by a fifth each day is no surge in any hour.

use super::settings::Settings;
use crate::exact;
use serde::{Deserialize, Serialize};

/// The half-life of the day's mean, in hours.
const HALF_LIFE: f64 = 24.0;
/// Its memory in hours, twice the half-life over ln 2: so many hours' worth of mentions bear its Poisson noise.
const MEMORY: f64 = 2.0 * HALF_LIFE / std::f64::consts::LN_2;
/// The relative unrest believed before there is history, and the hours of history that this belief is worth.
const PRIOR: (f64, f64) = (0.25, 120.0);
/// Hours that must have been seen before a day can leave the usual.
const WARM_UP: f64 = 72.0;

/// The mean of the last days, and how far such means usually are from the level.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Burn {
    /// Mentions an hour.
    #[serde(with = "exact")]
    pub(super) day: f64,
    /// Discounted squares of the day's relative distance from the level.
    #[serde(with = "exact")]
    unrest: f64,
}

impl Burn {
    pub(super) const NONE: Self = Self { day: 0.0, unrest: 0.0 };

    /// Takes in what was counted in `dt` hours, as mentions an hour without the rhythms, beside the level and the hours it rests on.
    pub(super) fn learn(&mut self, rate: f64, level: f64, hours: f64, dt: f64, decay: f64) {
        // At first the mean of all that was seen.
        let weight = (1.0 - libm::exp2(-dt / HALF_LIFE)).max(dt / (hours + dt));
        self.day += weight * (rate - self.day);
        let distance = self.distance(level).clamp(-1.0, 2.0);
        self.unrest = self.unrest * decay + distance * distance * dt;
    }

    /// How many deviations the day's mean is above the level; 0 while too little was seen.
    pub(super) fn deviations(&self, level: f64, hours: f64) -> f64 {
        if hours < WARM_UP {
            return 0.0;
        }
        let (prior, worth) = PRIOR;
        let unrest = (prior * prior * worth + self.unrest) / (worth + hours);
        (self.distance(level) / (unrest + 1.0 / (level * MEMORY)).sqrt()).max(0.0)
    }

    fn distance(&self, level: f64) -> f64 {
        self.day / level - 1.0
    }
}

impl Settings {
    /// The score of a slow burn: it makes a notice, never an alert, for nothing about it asks to wake somebody.
    pub(super) fn burning(&self, deviations: f64) -> f64 {
        (deviations * self.burn).min(0.5 * (self.notice + self.alert))
    }
}
