//! How surprising a pair is: its coincidences against chance, by choice and by rhythm.

use super::company::Company;
use super::graph::{Graph, PairKey, Shared};
use super::rhythm::Rhythms;
use super::{Settings, WINDOWS};
use crate::tail::ln_poisson_upper_tail;

/// What a pair's company looked like in one window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct InWindow {
    /// Separate coincidences: those of one stretch count once.
    pub(super) count: u64,
    /// As many were to be expected: the larger of the two nulls.
    pub(super) expected: f64,
}

/// A pair that coincided at least twice in some window.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) key: PairKey,
    /// −log10 of its p, corrected over the windows; not above 0 where trying several windows explains it.
    pub(super) evidence: f64,
    /// The window that gave it, as its place among the settings' windows.
    pub(super) window: usize,
    pub(super) best: InWindow,
    /// What was to be expected by rhythm in each window, 0 where it coincided less than twice.
    by_rhythm: [f64; WINDOWS],
    /// What they shared, by time.
    pub(super) shared: Vec<Shared>,
}

/// Coincidences are one act where they are no further apart in time, in seconds: one post brings a text, a link and a picture.
pub(super) const ONE_ACT: u32 = 1;

/// The acts within the window. `shared` is in order of time.
pub(super) fn acts(shared: &[Shared], window: u32) -> u64 {
    separate(shared, window, ONE_ACT)
}

/// Coincidences within the window, those of one stretch counted once. `shared` is in order of time.
fn separate(shared: &[Shared], window: u32, stretch: u32) -> u64 {
    let mut count = 0;
    let mut last: Option<i64> = None;
    for coincidence in shared.iter().filter(|s| s.gap <= window) {
        if last.is_none_or(|last| coincidence.at.saturating_sub(last) > i64::from(stretch)) {
            count += 1;
            last = Some(coincidence.at);
        }
    }
    count
}

/// Judges one pair; `None` when in every window it coincided less than twice, or no more than expected.
fn judge(key: PairKey, shared: &[Shared], rhythms: &Rhythms, company: &Company, settings: &Settings) -> Option<Pair> {
    let mut shared = shared.to_vec();
    shared.sort_unstable();
    let counts = std::array::from_fn(|k| separate(&shared, settings.windows[k], settings.stretches[k]));
    let counts: [u64; WINDOWS] = counts;
    if counts.iter().all(|&count| count < 2) {
        return None;
    }
    let (by_choice, by_rhythm) = (company.expected(key, &shared, settings.strangers), rhythms.expected(&shared));
    let mut found: Option<(f64, usize, InWindow)> = None;
    for (window, &count) in counts.iter().enumerate().filter(|&(_, &count)| count >= 2) {
        let expected = by_rhythm[window].max(by_choice[window]);
        let surprise = -ln_poisson_upper_tail(count, expected) / std::f64::consts::LN_10;
        let weighed = settings.weights[window] * surprise;
        if weighed > found.map_or(0.0, |(best, ..)| best) {
            found = Some((weighed, window, InWindow { count, expected }));
        }
    }
    let (weighed, window, best) = found?;
    // One p for all windows: as if each had been one more try.
    let evidence = weighed - libm::log10(WINDOWS as f64);
    let by_rhythm = std::array::from_fn(|k| if counts[k] < 2 { 0.0 } else { by_rhythm[k] });
    Some(Pair { key, evidence, window, best, by_rhythm, shared })
}

/// All pairs that coincided more than expected, the strongest first.
pub(super) fn suspicious(graph: &Graph, company: &Company) -> Vec<Pair> {
    let rhythms = Rhythms::new(graph);
    let judged = graph.repeated.iter().filter_map(|(key, s)| judge(key, s, &rhythms, company, &graph.settings));
    let mut pairs: Vec<Pair> = judged.collect();
    pairs.sort_unstable_by(|x, y| y.evidence.total_cmp(&x.evidence).then(x.key.cmp(&y.key)));
    pairs
}

/// Steps in which accounts are classed by their company: each class is a quarter wider than the one before.
const CLASS: f64 = 1.25;
/// Below this many coincidences by rhythm nothing is added to what the choice gives.
const KNOWN: f64 = 0.02;
/// Evidence is tried in steps of this, up to the most that is told apart.
const STEP: f64 = 0.25;
const STEPS: u32 = 60;

/// How many pairs would reach some evidence by chance. Counts are whole numbers: a pair that coincides once in a thousand years either shows
/// no evidence or a lot, never a little. So the chance is summed over what each pair could show, not taken from the p itself.
pub(super) struct Chance {
    /// Per window: how often a pair is expected to coincide, and how many such pairs there are.
    pairs: Vec<Vec<(f64, f64)>>,
    weights: [f64; WINDOWS],
    /// Accounts that coincided with anybody more than once.
    accounts: f64,
}

impl Chance {
    pub(super) fn new(graph: &Graph, company: &Company, judged: &[Pair]) -> Self {
        let strangers = graph.settings.strangers;
        let (apart, all) = company.apart();
        let pairs = (0..WINDOWS).map(|window| {
            let mut classes: std::collections::BTreeMap<u32, (u64, f64)> = std::collections::BTreeMap::new();
            for kept in apart.values().map(|kept| kept[window]).filter(|&kept| kept > 0) {
                let class = classes.entry((libm::log(kept as f64) / libm::log(CLASS)) as u32).or_default();
                *class = (class.0 + kept, class.1 + 1.0);
            }
            let classes: Vec<(f64, f64)> = classes.into_values().map(|(kept, n)| (kept as f64 / n, n)).collect();
            let all = all[window] as f64 + strangers;
            let mut pairs = Vec::new();
            for (i, &(x, n)) in classes.iter().enumerate() {
                pairs.push((x * x / all, n * (n - 1.0) / 2.0));
                pairs.extend(classes[..i].iter().map(|&(y, m)| (x * y / all, n * m)));
            }
            // Pairs that met are no draw from all pairs: what they shared may explain more than the company they keep.
            let mut crowds: std::collections::BTreeMap<i32, f64> = std::collections::BTreeMap::new();
            for q in judged.iter().map(|pair| pair.by_rhythm[window]).filter(|&q| q > KNOWN) {
                *crowds.entry(libm::ceil(libm::log(q) / libm::log(CLASS)) as i32).or_default() += 1.0;
            }
            pairs.extend(crowds.into_iter().map(|(class, n)| (libm::pow(CLASS, f64::from(class)), n)));
            pairs
        });
        let accounts = company.accounts();
        Self { pairs: pairs.collect(), weights: graph.settings.weights, accounts }
    }

    /// As many pairs show this evidence or more by chance.
    pub(super) fn pairs(&self, evidence: f64) -> f64 {
        let one = |window: usize| -> f64 {
            let surprise = (evidence + libm::log10(WINDOWS as f64)) / self.weights[window].max(1e-3);
            let of = |&(expected, pairs): &(f64, f64)| pairs * reached(surprise * std::f64::consts::LN_10, expected);
            self.pairs[window].iter().map(of).sum()
        };
        (0..WINDOWS).map(one).sum()
    }

    /// Of the pairs with at least so much evidence, the share that chance explains, from 0 to 1; `pairs` come strongest first.
    pub(super) fn shares(&self, pairs: &[Pair]) -> ChanceShares {
        let mut least = 1.0f64;
        let share = |step: u32| {
            let evidence = f64::from(step) * STEP;
            let found = pairs.partition_point(|pair| pair.evidence >= evidence);
            if found > 0 {
                least = least.min(self.pairs(evidence) / found as f64);
            }
            least
        };
        ChanceShares((0..=STEPS).map(share).collect())
    }
}

/// The share of chance per step of evidence; it never grows.
pub(super) struct ChanceShares(Vec<f64>);

impl ChanceShares {
    /// The share among pairs with this evidence or more.
    pub(super) fn at(&self, evidence: f64) -> f64 {
        let step = ((evidence / STEP) as usize).min(STEPS as usize);
        self.0.get(step).copied().unwrap_or(1.0)
    }

    /// How many of the pairs, strongest first, stand when this share of them may be chance: Benjamini–Hochberg, for counts.
    pub(super) fn standing(&self, pairs: &[Pair], share: f64) -> usize {
        pairs.partition_point(|pair| pair.evidence > 0.0 && self.at(pair.evidence) <= share)
    }
}

impl Chance {
    /// As many groups of this size are linked by chance by pairs of this evidence at least: every set of accounts, every tree of links in it. The
    /// links beyond the tree are not counted: who is close to the same account on the same objects is close to each other.
    pub(super) fn groups(&self, size: usize, evidence: f64) -> f64 {
        let (n, g) = (self.accounts.max(size as f64), size as f64);
        let sets = libm::lgamma(n + 1.0) - libm::lgamma(g + 1.0) - libm::lgamma(n - g + 1.0);
        let link = libm::log((2.0 * self.pairs(evidence) / (n * (n - 1.0)).max(1.0)).clamp(1e-300, 1.0));
        libm::exp(sets + (g - 2.0) * libm::log(g) + (g - 1.0) * link).max(1e-300)
    }
}

/// The chance that a pair of which `expected` coincidences are expected shows at least this surprise (−ln p), with two coincidences or more.
fn reached(surprise: f64, expected: f64) -> f64 {
    let enough = |count: u64| -ln_poisson_upper_tail(count, expected) >= surprise;
    let mut low = (libm::ceil(expected) as u64).max(2);
    let mut high = low;
    while !enough(high) {
        low = high + 1;
        high += 1 + high / 8;
    }
    // The least count that is enough: a later one would be rarer than what is asked for.
    while low < high {
        let middle = low + (high - low) / 2;
        if enough(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    libm::exp(ln_poisson_upper_tail(high, expected))
}
