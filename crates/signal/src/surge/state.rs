//! What the detector remembers of one series, and one bin of time.

use super::burn::Burn;
use super::season::{QUARTER, Season, WEEK};
use super::settings::Settings;
use super::sums::{Sum, Sums, cell};
use crate::{exact, tail};
use serde::{Deserialize, Serialize};

/// Windows judged at once, at most.
pub(super) const WINDOWS: usize = 6;

/// The level believed before there is history: a quarter of a mention in half an hour, soon forgotten.
const PRIOR_MENTIONS: f64 = 0.25;
const PRIOR_HOURS: f64 = 0.5;
/// Hours after which a young level is trusted: its relative variance falls as this many hours by hours seen.
const TRUST_HOURS: f64 = 3.0;
/// Sums of fewer deviations above the expected are usual: their tail is dear, and below any quantile of surprise that is kept.
const USUAL: f64 = 1.5;
const LN_10: f64 = std::f64::consts::LN_10;

/// What the detector remembers of one series: constant in size, exact when written and read back. It belongs to the settings
/// it was made with, but for `notice`, `alert` and `hold`: the levels may change and what was learnt stays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    sums: Sums,
    /// Discounted mentions and hours: their ratio is the level.
    #[serde(with = "exact")]
    mentions: f64,
    #[serde(with = "exact")]
    hours: f64,
    /// Discounted variance beyond Poisson, and squared mean, per window: their ratio is the over-dispersion.
    #[serde(with = "exact::array")]
    excess: [f64; WINDOWS],
    #[serde(with = "exact::array")]
    square: [f64; WINDOWS],
    season: Season,
    burn: Burn,
    /// The running 99 % quantile of each window's surprise.
    #[serde(with = "exact::array")]
    quantile: [f64; WINDOWS],
}

/// What one bin showed. The band is that of the drawn window; the score is that of the window that decides: of those that must
/// agree, the one that stands out least.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The sum over the drawn window, this bin included.
    pub observed: u64,
    /// What was expected of it.
    #[serde(with = "exact")]
    pub expected: f64,
    /// The over-dispersion of that sum (variance = mean + dispersion × mean²), what is not known of the level included.
    #[serde(with = "exact")]
    pub dispersion: f64,
    /// What is expected of one bin.
    #[serde(with = "exact")]
    pub expected_rate: f64,
    /// The window to tell of, in seconds, as long as it is now: the drawn one where it stands out, else the one that decides.
    pub window: u32,
    /// The sum over that window.
    pub window_observed: u64,
    /// What was expected of that sum.
    #[serde(with = "exact")]
    pub window_expected: f64,
    /// The over-dispersion of that sum.
    #[serde(with = "exact")]
    pub window_dispersion: f64,
    /// How probable sums so high are on a usual day, corrected for the number of windows; 1 where too few windows are one and a half
    /// deviations above the expected and where a slow burn decides, 0 below 1e-300.
    #[serde(with = "exact")]
    pub p: f64,
    /// -log10 of `p`, without its lower end.
    #[serde(with = "exact")]
    pub surprise: f64,
    /// The surprise by the window's own usual surprises, or the slow burn's deviations: what the levels are thresholds of.
    #[serde(with = "exact")]
    pub score: f64,
    /// Whether a slow burn decides: then the window is a day, and its sum that of a day at the mean rate of the last ones.
    pub burns: bool,
}

impl Step {
    /// Nine in ten sums over the drawn window are from the first of these to the second.
    pub fn band(&self) -> (u64, u64) {
        tail::band(self.expected, 1.0 / self.dispersion)
    }

    /// Nine in ten sums over the window told of are from the first of these to the second.
    pub fn window_band(&self) -> (u64, u64) {
        tail::band(self.window_expected, 1.0 / self.window_dispersion)
    }
}

/// What is expected of each window now.
struct Outlook {
    sum: [Sum; WINDOWS],
    factor: [f64; WINDOWS],
    mean: [f64; WINDOWS],
    dispersion: [f64; WINDOWS],
    /// The relative variance of the level itself.
    doubt: f64,
}

/// The window that decides.
struct Lead {
    index: usize,
    surprise: f64,
    score: f64,
}

impl State {
    /// A series of which nothing is known.
    pub fn new(settings: &Settings) -> Self {
        let quantile = 2.0_f64.clamp(settings.calibration_least, settings.calibration_most);
        Self {
            sums: Sums::NONE,
            mentions: 0.0,
            hours: 0.0,
            excess: [0.0; WINDOWS],
            square: [0.0; WINDOWS],
            season: Season::NONE,
            burn: Burn::NONE,
            quantile: [quantile; WINDOWS],
        }
    }

    /// Takes in one bin that starts at this second of the (UTC) week, and judges it. Weeks begin as 1970 did.
    pub fn step(&mut self, settings: &Settings, count: u64, second: u32) -> Step {
        let full = self.sums.take(settings, count, second);
        let end = second.wrapping_add(settings.bin_seconds);
        let outlook = self.outlook(settings, end);
        let surprises = self.surprises(settings, &outlook);
        let lead = self.lead(settings, &surprises);
        let step = self.report(settings, &outlook, &surprises, &lead);
        if full {
            self.learn(settings, &outlook, &surprises, end);
        }
        step
    }

    /// Takes in this many empty bins, to the same state as as many calls of [`State::step`], without judging each.
    pub fn fast_forward(&mut self, settings: &Settings, bins: u64, second: u32) {
        let mut end = second % WEEK;
        for _ in 0..bins {
            let full = self.sums.take(settings, 0, end);
            end = (end + settings.bin_seconds % WEEK) % WEEK;
            if full {
                let outlook = self.outlook(settings, end);
                let surprises = self.surprises(settings, &outlook);
                self.learn(settings, &outlook, &surprises, end);
            }
        }
    }

    /// Bins taken in so far.
    pub fn bins(&self) -> u64 {
        self.sums.bins
    }

    /// Mentions an hour that are usual, the rhythms of day and week left out.
    pub fn level(&self, settings: &Settings) -> f64 {
        ((PRIOR_MENTIONS + self.mentions) / (PRIOR_HOURS + self.hours)).max(settings.least_level)
    }

    /// How many bins ago the departure began (0: in the last bin): the cell from which on the counts are least like the expected, by the
    /// likelihood ratio of a scan statistic (Kulldorff 1997), and of several the latest. Cells are five minutes long in the last hour
    /// and half an hour before.
    pub fn onset(&self, settings: &Settings, second: u32) -> u32 {
        let outlook = self.outlook(settings, second.wrapping_add(settings.bin_seconds));
        let hourly = outlook.factor[settings.drawn_index()] * self.level(settings);
        let (mut count, mut seconds, mut best, mut onset) = (0.0, 0, 0.0, 0);
        for sum in self.sums.backwards(settings) {
            count += sum.count as f64;
            seconds = (seconds + sum.seconds).min(self.age(settings));
            let expected = hourly * hours(seconds);
            if count > expected && expected > 0.0 {
                let ratio = count * libm::log(count / expected) - (count - expected);
                if ratio > best {
                    (best, onset) = (ratio, seconds / settings.bin_seconds.max(1) - 1);
                }
            }
        }
        onset
    }

    fn young(&self, settings: &Settings) -> bool {
        self.age(settings) <= settings.warm_up
    }

    fn age(&self, settings: &Settings) -> u32 {
        self.sums.age(settings.bin_seconds)
    }

    /// What is expected of each window that ends at this second.
    fn outlook(&self, settings: &Settings, end: u32) -> Outlook {
        let level = self.level(settings);
        let mut outlook = Outlook {
            sum: self.sums.over(settings),
            factor: [1.0; WINDOWS],
            mean: [0.0; WINDOWS],
            dispersion: [0.0; WINDOWS],
            doubt: 1.0 / (PRIOR_MENTIONS + self.mentions)
                + TRUST_HOURS / (TRUST_HOURS + self.hours)
                + settings.first_day * (1.0 - self.hours / 24.0).max(0.0),
        };
        let mut known = (u32::MAX, 1.0);
        for (factor, sum) in outlook.factor.iter_mut().zip(&outlook.sum).take(settings.windows.len()) {
            let quarter = middle(end, sum.seconds) / QUARTER;
            if known.0 != quarter {
                known = (quarter, self.season.factor(quarter));
            }
            *factor = known.1;
        }
        for i in 0..WINDOWS {
            let mean = (level * outlook.factor[i]).max(settings.least_level) * hours(outlook.sum[i].seconds);
            let prior = settings.dispersion_hours * (1.0 + mean * mean);
            outlook.mean[i] = mean;
            outlook.dispersion[i] =
                ((settings.dispersion * prior + self.excess[i]) / (prior + self.square[i])).clamp(1e-4, 100.0);
        }
        outlook
    }

    /// -log10 of each window's upper tail; 0 for what is usual, and while the series is young.
    fn surprises(&self, settings: &Settings, outlook: &Outlook) -> [f64; WINDOWS] {
        let mut surprises = [0.0; WINDOWS];
        if self.young(settings) {
            return surprises;
        }
        for (i, surprise) in surprises.iter_mut().enumerate().take(settings.windows.len().min(WINDOWS)) {
            let (mean, dispersion) = (outlook.mean[i], outlook.dispersion[i] + outlook.doubt);
            let beyond = outlook.sum[i].count as f64 - mean;
            if beyond > 0.0 && beyond * beyond > USUAL * USUAL * (mean + dispersion * mean * mean) {
                *surprise = -tail::ln_upper_tail(outlook.sum[i].count, mean, 1.0 / dispersion) / LN_10;
            }
        }
        surprises
    }

    /// The windows must agree: the score is the k-th among n, and the p the k-th smallest of theirs times n/k, which holds however
    /// the windows depend on each other (Rüger 1978). A window whose surprises are usual may stand elsewhere in the two orders.
    fn lead(&self, settings: &Settings, surprises: &[f64; WINDOWS]) -> Lead {
        let windows = settings.windows.len().min(WINDOWS);
        let agree = settings.agree().clamp(1, WINDOWS);
        let none = Lead { index: settings.drawn_index(), surprise: 0.0, score: 0.0 };
        if surprises.iter().filter(|surprise| **surprise > 0.0).count() < agree {
            return none;
        }
        let correction = libm::log10(windows as f64 / agree as f64);
        let mut leads: [Lead; WINDOWS] = std::array::from_fn(|index| {
            let surprise = (surprises[index] - correction).max(0.0);
            Lead { index, surprise, score: surprise / (0.5 + self.quantile[index]) }
        });
        leads.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.index.cmp(&b.index)));
        let mut usual = *surprises;
        usual.sort_by(|a, b| b.total_cmp(a));
        let surprise = (usual[agree - 1] - correction).max(0.0);
        leads.into_iter().nth(agree - 1).map_or(none, |lead| Lead { surprise, ..lead })
    }

    fn report(&self, settings: &Settings, outlook: &Outlook, surprises: &[f64; WINDOWS], lead: &Lead) -> Step {
        let drawn = settings.drawn_index();
        let told = if surprises[drawn] > 0.0 { drawn } else { lead.index };
        let level = self.level(settings);
        let step = Step {
            observed: outlook.sum[drawn].count,
            expected: outlook.mean[drawn],
            dispersion: outlook.dispersion[drawn] + outlook.doubt,
            expected_rate: level * outlook.factor[drawn] * hours(settings.bin_seconds),
            window: outlook.sum[told].seconds,
            window_observed: outlook.sum[told].count,
            window_expected: outlook.mean[told],
            window_dispersion: outlook.dispersion[told] + outlook.doubt,
            p: if lead.surprise > 0.0 { libm::exp(-lead.surprise * LN_10) } else { 1.0 },
            surprise: lead.surprise,
            score: lead.score,
            burns: false,
        };
        let deviations = self.burn.deviations(level, self.hours);
        let score = settings.burning(deviations);
        if score <= step.score {
            return step;
        }
        // How the mean of days is spread is not known well enough for a p: its days depend on each other.
        Step {
            window: 86_400,
            window_observed: (self.burn.day * 24.0 + 0.5) as u64,
            window_expected: level * 24.0,
            window_dispersion: outlook.dispersion[settings.windows.len().min(WINDOWS) - 1] + outlook.doubt,
            p: 1.0,
            surprise: 0.0,
            score,
            burns: true,
            ..step
        }
    }

    /// Lets the slow numbers follow the sums, which are cut first: a storm must not become the usual.
    fn learn(&mut self, settings: &Settings, outlook: &Outlook, surprises: &[f64; WINDOWS], end: u32) {
        let seconds = cell(settings.bin_seconds);
        let dt = hours(seconds);
        let decay = decay(dt / hours(settings.half_life.max(1)));
        let young = self.young(settings);
        let hot = self.lead(settings, surprises).score >= settings.surging;
        let step = settings.calibration_step * f64::from(seconds / 300).min(12.0);
        let drawn = settings.drawn_index();
        for (i, &surprise) in surprises.iter().enumerate().take(settings.windows.len()) {
            let mean = outlook.mean[i];
            let spread = mean + (outlook.dispersion[i] + outlook.doubt) * mean * mean;
            let seen = outlook.sum[i].count as f64;
            let sum = if young { seen } else { seen.min(mean + settings.cut * spread.sqrt()) };
            self.excess[i] *= decay;
            self.square[i] *= decay;
            if !young {
                self.excess[i] += ((sum - mean) * (sum - mean) - mean) * dt;
                self.square[i] += mean * mean * dt;
                let push = if surprise > self.quantile[i] { 0.99 } else { -0.01 };
                self.quantile[i] =
                    (self.quantile[i] + step * push).clamp(settings.calibration_least, settings.calibration_most);
            }
            if i == drawn {
                self.follow(settings, outlook, sum, hot, (decay, dt), end);
            }
        }
    }

    /// The level and the rhythms follow the drawn sum.
    fn follow(
        &mut self,
        settings: &Settings,
        outlook: &Outlook,
        sum: f64,
        hot: bool,
        (decay, dt): (f64, f64),
        end: u32,
    ) {
        let drawn = settings.drawn_index();
        let (mean, seconds) = (outlook.mean[drawn], outlook.sum[drawn].seconds);
        let level = self.level(settings);
        let rate = sum / (hours(seconds) * outlook.factor[drawn]);
        // What a surge tells already does not burn too.
        let rate = if hot { rate.min(level) } else { rate };
        self.burn.learn(rate, level, self.hours, dt, decay);
        self.mentions = self.mentions * decay + sum / (hours(seconds) * outlook.factor[drawn]) * dt;
        self.hours = self.hours * decay + dt;
        if seconds <= 3 * 3600 {
            let scale = dt / (1.0 + (outlook.dispersion[drawn] + outlook.doubt) * mean);
            let (surprise, worth) = ((sum - mean) * scale, mean * scale);
            self.season.learn(settings, middle(end, seconds) / QUARTER, surprise, worth, decay);
        }
    }
}

/// The second of the week in the middle of a window that ends at this second, where its sum has its weight.
fn middle(end: u32, seconds: u32) -> u32 {
    (end % WEEK + WEEK - seconds / 2 % WEEK) % WEEK
}

/// What is left of a weight after so many half-lives; the few of one cell need no exponential.
fn decay(half_lives: f64) -> f64 {
    let x = std::f64::consts::LN_2 * half_lives;
    if x < 1e-3 { 1.0 - x * (1.0 - x / 2.0 * (1.0 - x / 3.0)) } else { libm::exp(-x) }
}

fn hours(seconds: u32) -> f64 {
    f64::from(seconds) / 3600.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_p_is_that_of_the_fourth_smallest_whichever_window_decides() {
        let settings = Settings::default();
        let mut state = State::new(&settings);
        state.quantile = [1.5, 1.5, 1.5, 6.0, 1.5, 1.5];
        // The fourth by its own usual surprises is the one that surprises most.
        let lead = state.lead(&settings, &[4.0, 4.0, 4.0, 9.0, 0.9, 0.9]);
        assert_eq!(lead.index, 3);
        assert!((lead.surprise - (4.0 - libm::log10(1.5))).abs() < 1e-12, "{}", lead.surprise);
        assert!((lead.score - (9.0 - libm::log10(1.5)) / 6.5).abs() < 1e-12, "{}", lead.score);
    }
}
