//! The two baselines, from the published descriptions: how often a pair shares the same within a window (as CooRTweet counts), and the
//! cosine of what accounts share at whatever time, weighed by rarity (as Pacheco and others compare). Both look at pairs that share two
//! objects at least.

use std::collections::{BTreeMap, HashMap};
use vigie_signal::coordination::Action;

/// An object that more accounts than this share makes no pair for the cosine at any time: its pairs would not fit, and its weight is least.
const VIRAL: usize = 300;

/// Scores of each account, for counts within a minute and an hour and the cosine within a minute and at any time.
pub fn scores(actions: &[Action]) -> [(&'static str, HashMap<u64, f64>); 7] {
    let (minute, hour) = (counts(actions, 60, usize::MAX), counts(actions, 3_600, usize::MAX));
    let ever = counts(actions, i64::MAX, VIRAL);
    let vectors = vectors(actions);
    let cosines = |pairs: &[((u64, u64), f64)]| -> Vec<((u64, u64), f64)> {
        pairs.iter().map(|&((a, b), _)| ((a, b), cosine(&vectors[&a], &vectors[&b]))).collect()
    };
    let sum = |x: f64, y: f64| x + y;
    [
        ("pair count, best pair", gather(&minute, f64::max)),
        ("pair count, all pairs", gather(&minute, sum)),
        ("pair count in an hour, all pairs", gather(&hour, sum)),
        ("TF-IDF cosine in a minute, best pair", gather(&cosines(&minute), f64::max)),
        ("TF-IDF cosine in a minute, all pairs", gather(&cosines(&minute), sum)),
        ("TF-IDF cosine, best pair", gather(&cosines(&ever), f64::max)),
        ("TF-IDF cosine, all pairs", gather(&cosines(&ever), sum)),
    ]
}

fn gather(pairs: &[((u64, u64), f64)], both: fn(f64, f64) -> f64) -> HashMap<u64, f64> {
    let mut scores = HashMap::new();
    for &((a, b), value) in pairs {
        for account in [a, b] {
            let score = scores.entry(account).or_insert(0.0);
            *score = both(*score, value);
        }
    }
    scores
}

/// Pairs that share two objects at least within so many seconds, and how many; objects of more than `most` accounts make none.
fn counts(actions: &[Action], window: i64, most: usize) -> Vec<((u64, u64), f64)> {
    let mut by_object: BTreeMap<u64, Vec<(i64, u64)>> = BTreeMap::new();
    for action in actions {
        by_object.entry(action.object).or_default().push((action.at, action.account));
    }
    let mut counts: HashMap<(u64, u64), f64> = HashMap::new();
    for acts in by_object.values_mut() {
        acts.sort_unstable();
        if acts.iter().map(|act| act.1).collect::<std::collections::BTreeSet<_>>().len() > most {
            continue;
        }
        let mut pairs = std::collections::BTreeSet::new();
        for (i, &(at, account)) in acts.iter().enumerate() {
            let near = acts[..i].iter().rev().take_while(|&&(then, _)| at - then <= window);
            pairs.extend(near.filter(|n| n.1 != account).map(|n| (n.1.min(account), n.1.max(account))));
        }
        for pair in pairs {
            *counts.entry(pair).or_insert(0.0) += 1.0;
        }
    }
    counts.into_iter().filter(|(_, count)| *count >= 2.0).collect()
}

fn vectors(actions: &[Action]) -> HashMap<u64, BTreeMap<u64, f64>> {
    let mut vectors: HashMap<u64, BTreeMap<u64, f64>> = HashMap::new();
    for action in actions {
        *vectors.entry(action.account).or_default().entry(action.object).or_default() += 1.0;
    }
    let mut spread: HashMap<u64, f64> = HashMap::new();
    for object in vectors.values().flat_map(|vector| vector.keys()) {
        *spread.entry(*object).or_default() += 1.0;
    }
    let all = vectors.len() as f64;
    for (object, weight) in vectors.values_mut().flatten() {
        *weight *= libm::log(all / spread[object]);
    }
    vectors
}

fn cosine(a: &BTreeMap<u64, f64>, b: &BTreeMap<u64, f64>) -> f64 {
    let norm = |v: &BTreeMap<u64, f64>| v.values().map(|w| w * w).sum::<f64>().sqrt();
    let dot: f64 = a.iter().filter_map(|(object, w)| b.get(object).map(|v| v * w)).sum();
    dot / (norm(a) * norm(b)).max(1e-12)
}
