//! The two baselines, from the published descriptions: how often a pair shares the same within a minute (as CooRTweet counts), and the
//! cosine of what accounts share, weighed by rarity (as Pacheco and others compare). Both look at pairs that coincide on two objects at least.

use std::collections::{BTreeMap, HashMap};
use vigie_signal::coordination::Action;

const WINDOW: i64 = 60;

/// Scores of each account: by its best pair and by the sum over its pairs, for count and cosine.
pub fn scores(actions: &[Action]) -> [(&'static str, HashMap<u64, f64>); 4] {
    let pairs: Vec<((u64, u64), f64)> = counts(actions).into_iter().filter(|p| p.1 >= 2.0).collect();
    let vectors = vectors(actions);
    let cosines: Vec<_> = pairs.iter().map(|&((a, b), _)| ((a, b), cosine(&vectors[&a], &vectors[&b]))).collect();
    [
        ("pair count, best pair", gather(&pairs, f64::max)),
        ("pair count, all pairs", gather(&pairs, |x, y| x + y)),
        ("TF-IDF cosine, best pair", gather(&cosines, f64::max)),
        ("TF-IDF cosine, all pairs", gather(&cosines, |x, y| x + y)),
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

fn counts(actions: &[Action]) -> BTreeMap<(u64, u64), f64> {
    let mut by_object: BTreeMap<u64, Vec<(i64, u64)>> = BTreeMap::new();
    for action in actions {
        by_object.entry(action.object).or_default().push((action.at, action.account));
    }
    let mut counts = BTreeMap::new();
    for acts in by_object.values_mut() {
        acts.sort_unstable();
        let mut pairs = std::collections::BTreeSet::new();
        for (i, &(at, account)) in acts.iter().enumerate() {
            let near = acts[..i].iter().rev().take_while(|&&(then, _)| at - then <= WINDOW);
            pairs.extend(near.filter(|n| n.1 != account).map(|n| (n.1.min(account), n.1.max(account))));
        }
        for pair in pairs {
            *counts.entry(pair).or_insert(0.0) += 1.0;
        }
    }
    counts
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
