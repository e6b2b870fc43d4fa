//! Real backgrounds, and attacks planted into them.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::collections::HashMap;
use std::error::Error;
use std::io::Read;
use std::path::Path;
use vigie_signal::coordination::{Action, Kind};

/// One attack, done by several groups.
#[derive(Clone, Copy)]
pub struct Attack {
    /// Standard deviation of the members' times around the act, in seconds.
    pub jitter: f64,
    /// Acts of a group.
    pub acts: usize,
    /// The chance that a member takes part in an act.
    pub share: f64,
    /// What each member does beside it: shares of real objects near real times.
    pub camouflage: usize,
    /// Groups, and members of each.
    pub groups: u64,
    /// See `groups`.
    pub size: u64,
    /// Whether the groups act on objects of their own, or on real ones at a real moment, as often as these were shared.
    pub own_objects: bool,
}

/// What is drawn from a seed.
pub struct Draw(ChaCha8Rng);

impl Draw {
    /// The same seed, the same draws.
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, n: usize) -> usize {
        ((self.unit() * n as f64) as usize).min(n - 1)
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.unit())).sqrt();
        radius * libm::cos(std::f64::consts::TAU * self.unit())
    }
}

/// Reads a background: `object` may be several columns, each a kind of its own.
pub fn load(path: &Path, account: usize, objects: &[(usize, Kind)], at: usize) -> Result<Vec<Action>, Box<dyn Error>> {
    let mut text = String::new();
    let file = std::fs::File::open(path).map_err(|e| format!("{}: {e}", path.display()))?;
    flate2::read::GzDecoder::new(file).read_to_string(&mut text)?;
    let (mut accounts, mut known) = (HashMap::new(), HashMap::new());
    let mut actions = Vec::new();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        for &(column, kind) in objects {
            let name = *fields.get(column).ok_or("a short line")?;
            if name.is_empty() {
                continue;
            }
            let next = accounts.len() as u64;
            let account = *accounts.entry(fields[account].to_owned()).or_insert(next);
            let next = known.len() as u64;
            let object = *known.entry((column, name.to_owned())).or_insert(next);
            actions.push(Action { at: fields[at].parse()?, object, account, kind });
        }
    }
    Ok(actions)
}

/// Actions of 200,000 accounts in a day, every other on one of three objects, the rest on a hundred thousand: the worst for speed.
pub fn viral(actions: usize) -> Vec<Action> {
    let mut draw = Draw::new(1);
    let mut one = |n: usize| {
        let object = if n.is_multiple_of(2) { draw.below(3) } else { 3 + draw.below(100_000) };
        let at = (draw.unit() * 86_400.0) as i64;
        Action { at, object: object as u64, account: draw.below(200_000) as u64, kind: Kind::Repost }
    };
    (0..actions).map(&mut one).collect()
}

/// The background with the attack in it, and the first planted account: all from there on are planted.
pub fn plant(background: &[Action], attack: &Attack, seed: u64) -> (Vec<Action>, u64) {
    let mut draw = Draw::new(seed);
    let first = 1 + background.iter().map(|a| a.account).max().unwrap_or(0);
    let mut fresh = 1 + background.iter().map(|a| a.object).max().unwrap_or(0);
    let mut all = background.to_vec();
    for group in 0..attack.groups {
        for _ in 0..attack.acts {
            let mut act = background[draw.below(background.len())];
            if attack.own_objects {
                act.object = fresh;
                fresh += 1;
            }
            for member in 0..attack.size {
                if draw.unit() < attack.share {
                    let late = (draw.normal() * attack.jitter).round() as i64;
                    all.push(Action { account: first + group * attack.size + member, at: act.at + late, ..act });
                }
            }
        }
    }
    for member in 0..attack.groups * attack.size {
        for _ in 0..attack.camouflage {
            let real = background[draw.below(background.len())];
            let late = (draw.normal() * 3600.0).round() as i64;
            all.push(Action { account: first + member, at: real.at + late, ..real });
        }
    }
    (all, first)
}

/// Area under the curve, average precision, best F1. Accounts with the same score count as one block.
pub fn measures(scores: &HashMap<u64, f64>, actions: &[Action], first: u64) -> [f64; 3] {
    let accounts: std::collections::BTreeSet<u64> = actions.iter().map(|a| a.account).collect();
    let mut ranked: Vec<(f64, bool)> =
        accounts.iter().map(|a| (scores.get(a).copied().unwrap_or(0.0), *a >= first)).collect();
    ranked.sort_by(|x, y| y.0.total_cmp(&x.0));
    let positives = ranked.iter().filter(|r| r.1).count() as f64;
    let negatives = ranked.len() as f64 - positives;
    let (mut tp, mut fp, mut auc, mut ap, mut f1) = (0.0, 0.0, 0.0, 0.0, 0.0f64);
    for block in ranked.chunk_by(|x, y| x.0 == y.0) {
        let hits = block.iter().filter(|r| r.1).count() as f64;
        let misses = block.len() as f64 - hits;
        auc += misses * (tp + hits / 2.0);
        tp += hits;
        fp += misses;
        ap += hits / positives * tp / (tp + fp);
        f1 = f1.max(2.0 * tp / (positives + tp + fp));
    }
    [auc / (positives * negatives), ap, f1]
}
