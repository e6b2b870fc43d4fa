//! Why a score was what it was: the frozen inputs, the same score again, and what would have had to be different.

use crate::episodes::Level;
use crate::surge::{Settings, State, Step, VERSION, WEEK};
use serde::{Deserialize, Serialize};

/// Everything a score was made from, as it was then. Late counts never change it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frozen {
    /// The version of the method.
    pub version: u32,
    /// Its settings.
    pub settings: Settings,
    /// What it remembered before the first of `bins`.
    pub state_before: State,
    /// The second of the week, as 1970 began, at which the first of `bins` starts.
    pub second: u32,
    /// The counts from there up to the one that was judged. Best as many as the longest window has: a counterfactual can change only these.
    pub bins: Vec<u64>,
}

/// A frozen score that cannot be explained here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhyError {
    /// Another method made it.
    #[error(
        "made by version {found} of the surge method, this is version {VERSION}: recompute it with the release that made it"
    )]
    Version {
        /// The version that made it.
        found: u32,
    },
    /// Nothing was counted.
    #[error("the frozen signal holds no bins: nothing to recompute")]
    Empty,
}

impl Frozen {
    /// Freezes what a score is made from.
    pub fn new(settings: Settings, state_before: State, second: u32, bins: Vec<u64>) -> Self {
        Self { version: VERSION, settings, state_before, second, bins }
    }

    /// The last step and the state after it, from these counts in the place of the frozen ones.
    fn run(&self, bins: &[u64]) -> Result<(Step, State, u32), WhyError> {
        if self.version != VERSION {
            return Err(WhyError::Version { found: self.version });
        }
        let mut state = self.state_before.clone();
        let mut second = self.second % WEEK;
        let mut last = None;
        for &count in bins {
            last = Some((state.step(&self.settings, count, second), second));
            second = (second + self.settings.bin_seconds % WEEK) % WEEK;
        }
        last.map(|(step, second)| (step, state, second)).ok_or(WhyError::Empty)
    }

    /// The frozen counts thinned evenly to `total`: after each bin as many are kept as its share, rounded down.
    fn thinned(&self, total: u64) -> Vec<u64> {
        let all = self.bins.iter().fold(0u128, |sum, &c| sum + u128::from(c)).max(1);
        let (mut seen, mut kept) = (0u128, 0u128);
        let thin = |&count: &u64| {
            seen += u128::from(count);
            let keep = seen * u128::from(total) / all - kept;
            kept += keep;
            keep as u64
        };
        self.bins.iter().map(thin).collect()
    }
}

/// The step again: equal bit for bit to the one that was frozen.
pub fn recompute(frozen: &Frozen) -> Result<Step, WhyError> {
    frozen.run(&frozen.bins).map(|(step, ..)| step)
}

/// Would it still have fired without these? `removed` are counts per frozen bin (of one story, say), cut to what was counted;
/// missing ones are 0.
pub fn without(frozen: &Frozen, removed: &[u64]) -> Result<Step, WhyError> {
    let less = frozen.bins.iter().zip(removed.iter().chain(std::iter::repeat(&0)));
    let bins: Vec<u64> = less.map(|(&count, &gone)| count.saturating_sub(gone)).collect();
    frozen.run(&bins).map(|(step, ..)| step)
}

/// How many mentions of the last `bins` would just not have reached this level, had all the frozen ones come more thinly in the same
/// rhythm: with one more among the frozen it fires. Those that came where the frozen score does not reach it.
pub fn least_count(frozen: &Frozen, level: Level, bins: usize) -> Result<u64, WhyError> {
    let within = |total| frozen.thinned(total).iter().rev().take(bins).fold(0u64, |sum, &c| sum.saturating_add(c));
    let fires = |total| -> Result<bool, WhyError> {
        let (step, ..) = frozen.run(&frozen.thinned(total))?;
        Ok(step.score >= level.threshold(&frozen.settings))
    };
    let all = frozen.bins.iter().fold(0u64, |sum, &c| sum.saturating_add(c));
    if !fires(all)? {
        return Ok(within(all));
    }
    let (mut calm, mut fired) = (0, all);
    while fired - calm > 1 {
        let middle = calm + (fired - calm) / 2;
        if fires(middle)? {
            fired = middle;
        } else {
            calm = middle;
        }
    }
    Ok(within(calm))
}

/// One frozen score in numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// The step, recomputed.
    pub step: Step,
    /// The level its score has, if any.
    pub level: Option<Level>,
    /// How many bins before the last one the departure began.
    pub onset_bins: u32,
    /// See [`least_count`], for a notice.
    pub not_a_notice: u64,
    /// See [`least_count`], for an alert.
    pub not_an_alert: u64,
}

/// Explains a frozen score.
pub fn explain(frozen: &Frozen) -> Result<Explanation, WhyError> {
    let (step, state, second) = frozen.run(&frozen.bins)?;
    Ok(Explanation {
        level: Level::of(step.score, &frozen.settings),
        onset_bins: state.onset(&frozen.settings, second),
        not_a_notice: least_count(frozen, Level::Notice, frozen.bins.len())?,
        not_an_alert: least_count(frozen, Level::Alert, frozen.bins.len())?,
        step,
    })
}
