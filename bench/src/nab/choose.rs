//! Thresholds and configurations, chosen on some files and scored on another.

use super::score::{PROFILES, Series, normalised};

/// Raw scores of one configuration: per file, threshold, profile.
#[derive(Clone)]
pub struct Sweep(Vec<Vec<[f64; 3]>>);

/// The thresholds that are tried, in steps of three in a hundred: `least` is half the smallest sensible one.
pub fn thresholds(least: f64) -> Vec<f64> {
    (0..140).map(|i| least * libm::pow(1.03, f64::from(i))).collect()
}

impl Sweep {
    /// Tries all thresholds on all files; `find` answers the rows that a threshold alarms at.
    pub fn of(
        series: &[Series],
        scores: &[Vec<f64>],
        thresholds: &[f64],
        find: impl Fn(&Series, &[f64], f64) -> Vec<usize>,
    ) -> Self {
        let one = |(series, scores): (&Series, &Vec<f64>)| {
            let at = |&threshold: &f64| {
                let rows = find(series, scores, threshold);
                PROFILES.map(|(_, profile)| series.raw(&rows, profile))
            };
            thresholds.iter().map(at).collect()
        };
        Self(series.iter().zip(scores).map(one).collect())
    }

    /// The mean of several sweeps over the same files and thresholds.
    pub fn mean(sweeps: &[Self]) -> Self {
        let mut mean = sweeps[0].0.clone();
        for (file, thresholds) in mean.iter_mut().enumerate() {
            for (threshold, profiles) in thresholds.iter_mut().enumerate() {
                for (profile, raw) in profiles.iter_mut().enumerate() {
                    let all: f64 = sweeps.iter().map(|sweep| sweep.0[file][threshold][profile]).sum();
                    *raw = all / sweeps.len() as f64;
                }
            }
        }
        Self(mean)
    }

    fn raw(&self, threshold: usize, profile: usize, without: Option<usize>) -> f64 {
        let files = (0..self.0.len()).filter(|&file| Some(file) != without);
        files.map(|file| self.0[file][threshold][profile]).sum()
    }

    /// What a threshold is worth over the three profiles, its two neighbours to each side included: a single peak is luck.
    fn around(&self, threshold: usize, without: usize) -> f64 {
        let range = threshold.saturating_sub(2)..=(threshold + 2).min(self.0[0].len() - 1);
        let count = range.clone().count() as f64;
        let worth = |t: usize| {
            // The span from null to perfect: 2, 2 and 3 a window.
            let [standard, low_fp, low_fn] = [0, 1, 2].map(|profile| self.raw(t, profile, Some(without)));
            standard / 2.0 + low_fp / 2.0 + low_fn / 3.0
        };
        range.map(worth).sum::<f64>() / count
    }
}

/// The best threshold's place and score over all files: in-sample.
pub fn best(sweep: &Sweep, profile: usize, windows: usize) -> (usize, f64) {
    let score = |t| normalised(sweep.raw(t, profile, None), windows, PROFILES[profile].1);
    let all = (0..sweep.0[0].len()).map(|t| (t, score(t)));
    all.fold((0, f64::MIN), |best, next| if next.1 > best.1 { next } else { best })
}

/// How threshold and configuration are chosen.
#[derive(Clone, Copy)]
pub enum Rule {
    /// First the threshold that is best for the configurations on average, then the configuration there: of so many pairs the very best is luck.
    ThresholdFirst,
    /// The very best pair of all.
    BestPair,
}

/// The score where each file has the threshold and the configuration that were best on the others, and which they were. `chosen_on` and
/// `scored` hold a sweep for each configuration.
pub fn from_the_others(
    rule: Rule,
    chosen_on: &[Sweep],
    scored: &[Sweep],
    profile: usize,
    windows: usize,
) -> (f64, Vec<(usize, usize)>) {
    let files = scored[0].0.len();
    let all = chosen_on[0].0[0].len();
    let chosen = |out: usize| match rule {
        Rule::ThresholdFirst => {
            let threshold = argmax(all, |t| chosen_on.iter().map(|sweep| sweep.around(t, out)).sum());
            (argmax(chosen_on.len(), |c| chosen_on[c].around(threshold, out)), threshold)
        }
        Rule::BestPair => {
            let pair = argmax(all * chosen_on.len(), |pair| chosen_on[pair / all].around(pair % all, out));
            (pair / all, pair % all)
        }
    };
    let chosen: Vec<(usize, usize)> = (0..files).map(chosen).collect();
    let raw = chosen.iter().enumerate().map(|(file, &(c, t))| scored[c].0[file][t][profile]).sum();
    (normalised(raw, windows, PROFILES[profile].1), chosen)
}

fn argmax(count: usize, worth: impl Fn(usize) -> f64) -> usize {
    (0..count).fold(0, |best, next| if worth(next) > worth(best) { next } else { best })
}
