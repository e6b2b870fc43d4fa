//! Storms made of a seed: a usual level, a trigger, a marked self-exciting cascade, relays.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A warm-up of calm, then room for the storm and what follows, in minutes.
pub const CALM: usize = 3 * 1_440;
const LENGTH: usize = CALM + 3 * 1_440;
/// Nobody reacts any more so many minutes after the trigger.
const END: f64 = 40.0 * 60.0;
/// Past this a cascade is cut: it is a drill, not the end of the world.
const MOST: usize = 60_000;
/// The kernel of SEISMIC: constant for five minutes, then a power law. Minutes.
const START: f64 = 5.0;
const POWER: f64 = 0.2314843;

pub struct Chance(ChaCha8Rng);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Between 0 and 1, never 0.
    pub fn uniform(&mut self) -> f64 {
        ((self.0.next_u64() >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.uniform()
    }

    fn normal(&mut self) -> f64 {
        let (u, v) = (self.uniform(), self.uniform());
        libm::sqrt(-2.0 * libm::log(u)) * libm::cos(std::f64::consts::TAU * v)
    }

    fn poisson(&mut self, mean: f64) -> u64 {
        let (mut left, mut count) = (mean, 0);
        loop {
            left += libm::log(self.uniform());
            if left < 0.0 {
                return count;
            }
            count += 1;
        }
    }

    /// Minutes until a reaction.
    fn reaction(&mut self) -> f64 {
        let early = POWER / (1.0 + POWER);
        let u = self.uniform();
        if u < early { START * u / early } else { START * libm::pow((1.0 - u) / (1.0 - early), -1.0 / POWER) }
    }
}

/// Counts a minute; the trigger falls on [`CALM`].
pub fn storm(seed: u64) -> Vec<u64> {
    let mut chance = Chance::new(seed);
    let mut counts = vec![0; LENGTH];
    // A usual level from three a day to five hundred a day, a day's curve, an hour's scatter.
    let daily = libm::exp(chance.between(libm::log(3.0), libm::log(500.0)));
    let mut factor = 1.0;
    for (minute, count) in counts.iter_mut().enumerate() {
        if minute % 60 == 0 {
            factor = libm::exp(0.4 * chance.normal() - 0.08);
        }
        let angle = minute as f64 / 1_440.0 * std::f64::consts::TAU;
        *count = chance.poisson(daily / 1_440.0 * factor * (1.0 - 0.6 * libm::cos(angle)));
    }
    let branching = chance.between(0.6, 0.95);
    let seeds = libm::exp(chance.between(libm::log(10.0), libm::log(100.0)));
    let mut open: Vec<f64> = (0..seeds as usize).map(|_| chance.between(0.0, 30.0)).collect();
    for _ in 0..1 + (chance.uniform() * 3.0) as usize {
        let (at, size) = (chance.between(60.0, 720.0), seeds * chance.between(3.0, 10.0));
        // A relay is read within an hour or so.
        open.extend((0..size as usize).map(|_| at - 60.0 * libm::log(chance.uniform())));
    }
    let mut all = 0;
    while let Some(at) = open.pop() {
        let Some(count) = counts.get_mut(CALM + at as usize) else { continue };
        *count += 1;
        all += 1;
        // Some have many followers: a mark of mean 1.
        let mark = libm::exp(chance.normal() - 0.5);
        for _ in 0..if all < MOST { chance.poisson(branching * mark) } else { 0 } {
            let next = at + chance.reaction();
            if next < END {
                open.push(next);
            }
        }
    }
    counts
}
