//! What the surge detector is told.

use super::state::WINDOWS;
use super::sums::{CELLS, LONG, cell};
use crate::exact;
use serde::{Deserialize, Serialize};

/// Settings of the surge detector. Times are seconds, so that bins of one minute and of five give comparable scores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The length of one bin, at least 60.
    pub bin_seconds: u32,
    /// The lengths of the sums that are judged, ascending: up to twelve whole cells (of five minutes, or of the least whole bins that
    /// last so long), or up to twelve times six cells.
    pub windows: Vec<u32>,
    /// After this time a past count weighs half.
    pub half_life: u32,
    /// A new series says nothing for this long, and trusts its level little for a few times longer.
    pub warm_up: u32,
    /// An episode ends after this long below `hold` × `notice`.
    pub quiet: u32,
    /// From this score on: a notice, about one a week on calm data at most.
    #[serde(with = "exact")]
    pub notice: f64,
    /// From this score on: an alert, about one in two months on calm data at most.
    #[serde(with = "exact")]
    pub alert: f64,
    /// From this score on counts are told as a surge and do not burn too. Fixed whatever the levels are: what is learnt must not depend
    /// on what is told.
    #[serde(with = "exact")]
    pub surging: f64,
    /// The share of `notice` above which an episode goes on.
    #[serde(with = "exact")]
    pub hold: f64,
    /// Mentions an hour that are expected at least, so that two posts on a silent brand are no storm.
    #[serde(with = "exact")]
    pub least_level: f64,
    /// Over-dispersion believed before there is history (variance = mean + dispersion × mean²).
    #[serde(with = "exact")]
    pub dispersion: f64,
    /// Hours of history that this belief is worth.
    #[serde(with = "exact")]
    pub dispersion_hours: f64,
    /// Standard deviations above the expected from which a sum is cut before the level learns from it.
    #[serde(with = "exact")]
    pub cut: f64,
    /// Relative variance added while less than a day was seen, less with each hour: a series that begins at night has not seen its morning.
    #[serde(with = "exact")]
    pub first_day: f64,
    /// How hard the daily season is shrunk towards none; 0 switches it off.
    #[serde(with = "exact")]
    pub season_shrink: f64,
    /// How hard the rhythm of the week is shrunk towards none; 0 switches it off.
    #[serde(with = "exact")]
    pub week_shrink: f64,
    /// The score of one deviation of the day's mean from the level, the statistic of slow burns; 0 switches it off.
    #[serde(with = "exact")]
    pub burn: f64,
    /// How fast each window learns its own 99 % quantile of surprise: the step for five minutes.
    #[serde(with = "exact")]
    pub calibration_step: f64,
    /// The least that quantile may be.
    #[serde(with = "exact")]
    pub calibration_least: f64,
    /// The most that quantile may be, so that one storm does not deafen the detector for the next.
    #[serde(with = "exact")]
    pub calibration_most: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            bin_seconds: 60,
            windows: vec![300, 900, 1800, 3600, 3 * 3600, 6 * 3600],
            half_life: 14 * 86_400,
            warm_up: 3600,
            quiet: 12 * 3600,
            notice: 0.92,
            alert: 1.24,
            surging: 0.7 * 0.88,
            hold: 0.7,
            least_level: 0.1,
            dispersion: 0.3,
            dispersion_hours: 48.0,
            cut: 4.0,
            first_day: 3.0,
            season_shrink: 1000.0,
            week_shrink: 1000.0,
            burn: 0.3,
            calibration_step: 0.05,
            calibration_least: 1.5,
            calibration_most: 6.0,
        }
    }
}

/// Settings that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// Bins too short or too long.
    #[error("a bin of {0} seconds cannot be judged: give bins of 60 seconds to one day")]
    Bin(u32),
    /// A window that the bins do not fill.
    #[error(
        "a window of {window} seconds is not made of 1 to {CELLS} cells of {cell} seconds, nor of as many of {long}"
    )]
    Window {
        /// The window.
        window: u32,
        /// The short cells that the bins make.
        cell: u32,
        /// The long ones.
        long: u32,
    },
    /// None, too many, or not ascending.
    #[error("give one to {most} windows, the shortest first", most = WINDOWS)]
    Windows,
    /// A number outside its range.
    #[error("{0} is out of range")]
    Range(&'static str),
}

impl Settings {
    /// The defaults for bins of this length: windows that are not whole bins fall away, and one bin is the window where none is left.
    pub fn for_bins(bin_seconds: u32) -> Result<Self, SettingsError> {
        let mut settings = Self { bin_seconds, ..Self::default() };
        settings.windows.retain(|&window| fits(window, bin_seconds));
        if settings.windows.is_empty() {
            settings.windows.push(cell(bin_seconds));
        }
        settings.warm_up = settings.warm_up.max(bin_seconds);
        settings.check()?;
        Ok(settings)
    }

    /// Says whether these settings can be used. With others the detector gives no sense, though it does not panic.
    pub fn check(&self) -> Result<(), SettingsError> {
        if !(60..=86_400).contains(&self.bin_seconds) {
            return Err(SettingsError::Bin(self.bin_seconds));
        }
        if self.windows.is_empty() || self.windows.len() > WINDOWS || !self.windows.is_sorted_by(|a, b| a < b) {
            return Err(SettingsError::Windows);
        }
        let cell = cell(self.bin_seconds);
        if let Some(&window) = self.windows.iter().find(|&&window| !fits(window, self.bin_seconds)) {
            return Err(SettingsError::Window { window, cell, long: cell.saturating_mul(LONG) });
        }
        let ranges = [
            ("half_life", f64::from(self.half_life), 3600.0, 1e9),
            ("notice", self.notice, 0.1, 1e6),
            ("alert", self.alert, self.notice, 1e6),
            ("surging", self.surging, 0.0, 1e6),
            ("hold", self.hold, 0.0, 1.0),
            ("least_level", self.least_level, 1e-6, 1e6),
            ("dispersion", self.dispersion, 0.0, 100.0),
            ("dispersion_hours", self.dispersion_hours, 0.1, 1e5),
            ("cut", self.cut, 1.0, 100.0),
            ("first_day", self.first_day, 0.0, 100.0),
            ("season_shrink", self.season_shrink, 0.0, 1e9),
            ("week_shrink", self.week_shrink, 0.0, 1e9),
            ("burn", self.burn, 0.0, 100.0),
            ("calibration_step", self.calibration_step, 0.0, 10.0),
            ("calibration_least", self.calibration_least, 0.0, 100.0),
            ("calibration_most", self.calibration_most, self.calibration_least, 1e6),
        ];
        match ranges.into_iter().find(|&(_, x, low, high)| !(low..=high).contains(&x)) {
            Some((name, ..)) => Err(SettingsError::Range(name)),
            None => Ok(()),
        }
    }

    /// How many windows must agree: two thirds of them.
    pub fn agree(&self) -> usize {
        (2 * self.windows.len()).div_ceil(3)
    }

    /// The window whose band is drawn and which the level follows: the longest of at most an hour, else the shortest.
    pub fn drawn(&self) -> u32 {
        self.windows.get(self.drawn_index()).copied().unwrap_or(self.bin_seconds)
    }

    pub(super) fn drawn_index(&self) -> usize {
        self.windows.iter().take(WINDOWS).rposition(|&window| window <= 3600).unwrap_or(0)
    }

    /// How far back counts are judged, in seconds: the longest window and what its last cell may reach beyond it.
    pub fn reach(&self) -> u32 {
        let longest = self.windows.last().copied().unwrap_or(self.bin_seconds);
        longest + cell(self.bin_seconds) * LONG
    }
}

/// Whether a window is made of whole cells, of either length, and of as many as are kept.
fn fits(window: u32, bin_seconds: u32) -> bool {
    let cell = cell(bin_seconds);
    let most = CELLS as u32;
    let whole = |cell: u32| window.is_multiple_of(cell) && window / cell <= most;
    bin_seconds > 0 && window > 0 && (whole(cell) || whole(cell.saturating_mul(LONG)))
}
