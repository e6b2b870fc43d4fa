//! What the detector remembers of one series, and one bin of time.

use super::season::Season;
use super::settings::Settings;
use crate::{exact, tail};
use serde::{Deserialize, Serialize};

/// Bins kept: the longest window.
pub(super) const BINS: usize = 60;
/// Windows judged at once, at most.
pub(super) const WINDOWS: usize = 3;

/// The slow numbers learn from the sums each five minutes, whatever the bins.
const LEARN_SECONDS: u32 = 300;
/// The level believed before there is history: a quarter of a mention in half an hour, soon forgotten.
const PRIOR_MENTIONS: f64 = 0.25;
const PRIOR_HOURS: f64 = 0.5;
/// Hours after which a young level is trusted: its relative variance falls as this many hours by hours seen.
const TRUST_HOURS: f64 = 3.0;
const LN_10: f64 = std::f64::consts::LN_10;

/// What the detector remembers of one series: constant in size, exact when written and read back. It belongs to the settings
/// it was made with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct State {
    bins: u64,
    /// The last counts, bin `n` at `n % BINS`.
    recent: [u32; BINS],
    sums: [u64; WINDOWS],
    /// Discounted mentions and hours: their ratio is the level.
    mentions: f64,
    hours: f64,
    /// Discounted variance beyond Poisson, and squared mean, per window: their ratio is the over-dispersion.
    excess: [f64; WINDOWS],
    square: [f64; WINDOWS],
    season: Season,
    /// The running 99 % quantile of the surprise.
    quantile: f64,
}

/// How a state is written: the ring as a list.
#[derive(Serialize, Deserialize)]
struct Written {
    bins: u64,
    recent: Vec<u32>,
    sums: [u64; WINDOWS],
    #[serde(with = "exact")]
    mentions: f64,
    #[serde(with = "exact")]
    hours: f64,
    #[serde(with = "exact::array")]
    excess: [f64; WINDOWS],
    #[serde(with = "exact::array")]
    square: [f64; WINDOWS],
    season: Season,
    #[serde(with = "exact")]
    quantile: f64,
}

impl From<State> for Written {
    fn from(s: State) -> Self {
        Self {
            bins: s.bins,
            recent: s.recent.to_vec(),
            sums: s.sums,
            mentions: s.mentions,
            hours: s.hours,
            excess: s.excess,
            square: s.square,
            season: s.season,
            quantile: s.quantile,
        }
    }
}

impl TryFrom<Written> for State {
    type Error = String;

    fn try_from(w: Written) -> Result<Self, String> {
        let found = w.recent.len();
        Ok(Self {
            bins: w.bins,
            recent: w.recent.try_into().map_err(|_| format!("a state keeps {BINS} recent counts, found {found}"))?,
            sums: w.sums,
            mentions: w.mentions,
            hours: w.hours,
            excess: w.excess,
            square: w.square,
            season: w.season,
            quantile: w.quantile,
        })
    }
}

/// What one bin showed. The band is that of the longest window, so that it can be drawn; the score is that of the window that stands out most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The sum over the longest window, this bin included.
    pub observed: u64,
    /// What was expected of it.
    #[serde(with = "exact")]
    pub expected: f64,
    /// Nine in ten such sums are from `low`…
    pub low: u64,
    /// …to `high`.
    pub high: u64,
    /// What is expected of one bin.
    #[serde(with = "exact")]
    pub expected_rate: f64,
    /// The window that stands out most, in seconds.
    pub window: u32,
    /// The sum over that window.
    pub window_observed: u64,
    /// What was expected of that sum.
    #[serde(with = "exact")]
    pub window_expected: f64,
    /// How probable a sum so high is on a usual day, corrected for the number of windows; 1 where no sum is a standard
    /// deviation above the expected, 0 below 1e-300.
    #[serde(with = "exact")]
    pub p: f64,
    /// -log10 of `p`, without its lower end.
    #[serde(with = "exact")]
    pub surprise: f64,
    /// The surprise by the series' own usual surprises: what the levels are thresholds of.
    #[serde(with = "exact")]
    pub score: f64,
}

/// What is expected of each window now.
struct Outlook {
    mean: [f64; WINDOWS],
    dispersion: [f64; WINDOWS],
    factor: f64,
    /// The relative variance of the level itself.
    doubt: f64,
}

/// The window that stands out most.
struct Lead {
    index: usize,
    surprise: f64,
}

impl State {
    /// A series of which nothing is known.
    pub fn new(settings: &Settings) -> Self {
        Self {
            bins: 0,
            recent: [0; BINS],
            sums: [0; WINDOWS],
            mentions: 0.0,
            hours: 0.0,
            excess: [0.0; WINDOWS],
            square: [0.0; WINDOWS],
            season: Season::NONE,
            quantile: 2.0_f64.clamp(settings.calibration_least, settings.calibration_most),
        }
    }

    /// Takes in one bin that starts at this second of the (UTC) day, and judges it.
    pub fn step(&mut self, settings: &Settings, count: u64, second_of_day: u32) -> Step {
        let lead = self.place(settings, count);
        let outlook = self.outlook(settings, second_of_day);
        let (lead, quantile) = (lead.unwrap_or_else(|| self.lead(settings, &outlook)), self.quantile);
        let step = self.report(settings, &outlook, &lead, quantile);
        self.learn(settings, &outlook, lead.surprise, second_of_day);
        step
    }

    /// Takes in this many empty bins, to the same state as as many calls of [`State::step`], without judging each.
    pub fn fast_forward(&mut self, settings: &Settings, bins: u64, second_of_day: u32) {
        let mut second = second_of_day % 86_400;
        for _ in 0..bins {
            let quiet = self.place(settings, 0);
            if quiet.is_none() || learns(settings, second) {
                let outlook = self.outlook(settings, second);
                let lead = quiet.unwrap_or_else(|| self.lead(settings, &outlook));
                self.learn(settings, &outlook, lead.surprise, second);
            }
            second = (second + settings.bin_seconds % 86_400) % 86_400;
        }
    }

    /// Bins taken in so far.
    pub fn bins(&self) -> u64 {
        self.bins
    }

    /// Mentions an hour that are usual, the rhythm of the day left out.
    pub fn level(&self, settings: &Settings) -> f64 {
        ((PRIOR_MENTIONS + self.mentions) / (PRIOR_HOURS + self.hours)).max(settings.least_level)
    }

    /// How many bins ago the departure began (0: in the last bin): the bin of the longest window from which on the counts are least
    /// like the expected, by the likelihood ratio of a scan statistic (Kulldorff 1997), and of several the latest.
    pub fn onset(&self, settings: &Settings, second_of_day: u32) -> u32 {
        let rate = self.outlook(settings, second_of_day).factor * self.level(settings) * hours(settings.bin_seconds);
        let bins = bins_of(settings, settings.longest()).min(self.bins as usize);
        let (mut count, mut expected, mut best, mut onset) = (0.0, 0.0, 0.0, 0);
        for back in 0..bins {
            count += f64::from(self.recent[(self.bins as usize - 1 - back) % BINS]);
            expected += rate;
            if count > expected && expected > 0.0 {
                let ratio = count * libm::log(count / expected) - (count - expected);
                if ratio > best {
                    (best, onset) = (ratio, back as u32);
                }
            }
        }
        onset
    }

    /// Puts a count in its place; the lead is plain where nothing was counted or the series is too young.
    fn place(&mut self, settings: &Settings, count: u64) -> Option<Lead> {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let at = (self.bins % BINS as u64) as usize;
        let mut any = 0;
        for (sum, &window) in self.sums.iter_mut().zip(&settings.windows) {
            let left = self.recent[(at + BINS - bins_of(settings, window)) % BINS];
            *sum = sum.saturating_add(u64::from(count)).saturating_sub(u64::from(left));
            any |= *sum;
        }
        self.recent[at] = count;
        self.bins = self.bins.saturating_add(1);
        let plain = any == 0 || self.age(settings) <= u64::from(settings.warm_up);
        plain.then_some(Lead { index: last(settings), surprise: 0.0 })
    }

    fn age(&self, settings: &Settings) -> u64 {
        self.bins.saturating_mul(u64::from(settings.bin_seconds))
    }

    fn outlook(&self, settings: &Settings, second_of_day: u32) -> Outlook {
        let middle = middle(settings, second_of_day);
        let factor = if settings.season_shrink > 0.0 { self.season.factor(middle) } else { 1.0 };
        let hourly = (self.level(settings) * factor).max(settings.least_level);
        let mut outlook = Outlook {
            mean: [0.0; WINDOWS],
            dispersion: [0.0; WINDOWS],
            factor,
            doubt: 1.0 / (PRIOR_MENTIONS + self.mentions)
                + TRUST_HOURS / (TRUST_HOURS + self.hours)
                + settings.first_day * (1.0 - self.hours / 24.0).max(0.0),
        };
        for (i, &window) in settings.windows.iter().enumerate().take(WINDOWS) {
            let seen = u64::from(window).min(self.age(settings)) as u32;
            let mean = hourly * hours(seen);
            let prior = settings.dispersion_hours * (1.0 + mean * mean);
            outlook.mean[i] = mean;
            outlook.dispersion[i] =
                ((settings.dispersion * prior + self.excess[i]) / (prior + self.square[i])).clamp(1e-4, 100.0);
        }
        outlook
    }

    fn lead(&self, settings: &Settings, outlook: &Outlook) -> Lead {
        let windows = settings.windows.len().min(WINDOWS);
        let mut lead = Lead { index: windows.saturating_sub(1), surprise: 0.0 };
        for i in 0..windows {
            let (mean, dispersion) = (outlook.mean[i], outlook.dispersion[i] + outlook.doubt);
            // Most sums are usual: the tail is dear, and below a deviation no level is near.
            let beyond = self.sums[i] as f64 - mean;
            if beyond <= 0.0 || beyond * beyond <= mean + dispersion * mean * mean {
                continue;
            }
            let ln_p = tail::ln_upper_tail(self.sums[i], mean, 1.0 / dispersion) + libm::log(windows as f64);
            if -ln_p / LN_10 > lead.surprise {
                lead = Lead { index: i, surprise: -ln_p / LN_10 };
            }
        }
        lead
    }

    fn report(&self, settings: &Settings, outlook: &Outlook, lead: &Lead, quantile: f64) -> Step {
        let last = last(settings);
        let shape = 1.0 / (outlook.dispersion[last] + outlook.doubt);
        let (low, high) = tail::band(outlook.mean[last], shape);
        Step {
            observed: self.sums[last],
            expected: outlook.mean[last],
            low,
            high,
            expected_rate: self.level(settings) * outlook.factor * hours(settings.bin_seconds),
            window: settings.windows.get(lead.index).copied().unwrap_or(settings.bin_seconds),
            window_observed: self.sums[lead.index],
            window_expected: outlook.mean[lead.index],
            p: libm::exp(-lead.surprise * LN_10),
            surprise: lead.surprise,
            score: lead.surprise / (0.5 + quantile),
        }
    }

    /// Lets the slow numbers follow the sums, which are cut first: a storm must not become the usual.
    fn learn(&mut self, settings: &Settings, outlook: &Outlook, surprise: f64, second_of_day: u32) {
        if !learns(settings, second_of_day) {
            return;
        }
        let dt = hours(settings.bin_seconds.max(LEARN_SECONDS));
        let decay = libm::exp(-std::f64::consts::LN_2 * dt / hours(settings.half_life.max(1)));
        let young = self.age(settings) <= u64::from(settings.warm_up);
        let last = last(settings);
        for i in 0..=last {
            let mean = outlook.mean[i];
            let spread = mean + (outlook.dispersion[i] + outlook.doubt) * mean * mean;
            let seen = self.sums[i] as f64;
            let sum = if young { seen } else { seen.min(mean + settings.cut * spread.sqrt()) };
            self.excess[i] *= decay;
            self.square[i] *= decay;
            if !young {
                self.excess[i] += ((sum - mean) * (sum - mean) - mean) * dt;
                self.square[i] += mean * mean * dt;
            }
            if i == last {
                self.follow(settings, outlook, sum, decay, dt, second_of_day);
            }
        }
        if !young {
            let step = settings.calibration_step * (dt / hours(LEARN_SECONDS)).min(12.0);
            let push = if surprise > self.quantile { 0.99 } else { -0.01 };
            self.quantile = (self.quantile + step * push).clamp(settings.calibration_least, settings.calibration_most);
        }
    }

    /// The level and the season follow the longest sum.
    fn follow(&mut self, settings: &Settings, outlook: &Outlook, sum: f64, decay: f64, dt: f64, second_of_day: u32) {
        let last = last(settings);
        let mean = outlook.mean[last];
        let seen = u64::from(settings.longest()).min(self.age(settings)) as u32;
        self.mentions = self.mentions * decay + sum / (hours(seen) * outlook.factor) * dt;
        self.hours = self.hours * decay + dt;
        if settings.season_shrink > 0.0 && settings.bin_seconds <= 3 * 3600 {
            let scale = dt / (1.0 + (outlook.dispersion[last] + outlook.doubt) * mean);
            self.season.learn(
                middle(settings, second_of_day),
                (sum - mean) * scale,
                mean * scale,
                decay,
                settings.season_shrink,
            );
        }
    }
}

/// The second of the day in the middle of the longest window, where its sum has its weight.
fn middle(settings: &Settings, second_of_day: u32) -> u32 {
    let end = second_of_day % 86_400 + settings.bin_seconds % 86_400;
    (end + 86_400 - settings.longest().min(86_400) / 2) % 86_400
}

/// The longest window's place.
fn last(settings: &Settings) -> usize {
    settings.windows.len().clamp(1, WINDOWS) - 1
}

fn learns(settings: &Settings, second_of_day: u32) -> bool {
    settings.bin_seconds >= LEARN_SECONDS || second_of_day % LEARN_SECONDS < settings.bin_seconds
}

fn bins_of(settings: &Settings, window: u32) -> usize {
    ((window / settings.bin_seconds.max(1)) as usize).clamp(1, BINS)
}

fn hours(seconds: u32) -> f64 {
    f64::from(seconds) / 3600.0
}
