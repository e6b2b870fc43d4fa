//! Storms as they are: a story that is passed on, and a group that acts together.
//!
//! The cascade is a marked self-exciting process with the reaction times measured on Twitter (Zhao et al. 2015, SEISMIC; the constants of its R package): a
//! constant rate for five minutes, then a power law. The parameters are those that the detection notes of this project give for drills.

use super::dice::Dice;
use jiff::SignedDuration;
use serde::Deserialize;

/// Exponent of the reaction times' tail.
const THETA: f64 = 0.231_484_3;
/// Seconds for which they are even.
const EVEN: f64 = 300.0;
/// Their density there, per second.
const DENSITY: f64 = 0.000_626_572_5;
/// Most posts of one cascade, whatever its parameters.
const MOST: usize = 60_000;

/// A story that is passed on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cascade {
    /// How many begin it by themselves.
    pub seeds: u32,
    /// Within how long.
    #[serde(default = "ten_minutes")]
    pub within: SignedDuration,
    /// How many further posts one post brings about, on average; below 1.
    pub branching: f64,
    /// Who takes it up later: a newspaper, somebody whom many follow.
    #[serde(default)]
    pub relays: Vec<Relay>,
    /// How long after its beginning nobody posts any more.
    #[serde(default = "forty_hours")]
    pub ends: SignedDuration,
}

/// Somebody takes the story up, and brings it to others.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relay {
    /// From the cascade's beginning.
    pub after: SignedDuration,
    /// How many it makes post by themselves.
    pub seeds: u32,
}

/// A group that acts together.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// How many posts.
    pub posts: u32,
    /// The mean time from one to the next.
    pub gap: SignedDuration,
}

fn ten_minutes() -> SignedDuration {
    SignedDuration::from_mins(10)
}

fn forty_hours() -> SignedDuration {
    SignedDuration::from_hours(40)
}

/// What is drawn for one post of a cascade: who posts, by their number.
pub type Mark = u32;

/// Every post of a cascade: seconds from its beginning and who posts, in their order. `mark` draws who, and how much more than others they are passed on
/// (1 on average).
pub fn spread(cascade: &Cascade, dice: &mut Dice, mut mark: impl FnMut(&mut Dice) -> (Mark, f64)) -> Vec<(f64, Mark)> {
    let ends = cascade.ends.as_secs_f64();
    let mut events: Vec<(f64, Mark, f64)> = Vec::new();
    let begin = Relay { after: SignedDuration::ZERO, seeds: cascade.seeds };
    for relay in [begin].iter().chain(&cascade.relays) {
        for number in 0..relay.seeds {
            // The first post is the beginning.
            let within = cascade.within.as_secs_f64() * if number == 0 { 0.0 } else { dice.unit() };
            let (who, reach) = mark(dice);
            events.push((relay.after.as_secs_f64() + within, who, reach));
        }
    }
    let mut next = 0;
    while let Some((at, _, reach)) = events.get(next).copied() {
        next += 1;
        for _ in 0..dice.poisson(cascade.branching * reach) {
            let then = at + reaction(dice.unit());
            if then < ends && events.len() < MOST {
                let (who, reach) = mark(dice);
                events.push((then, who, reach));
            }
        }
    }
    let mut posts: Vec<(f64, Mark)> = events.into_iter().map(|(at, who, _)| (at, who)).collect();
    posts.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    posts
}

/// The time from a post to one that it brings about, by the share of those that came sooner.
fn reaction(share: f64) -> f64 {
    let even = DENSITY * EVEN;
    if share < even {
        return share / DENSITY;
    }
    EVEN * libm::pow((1.0 - share) * THETA / even, -1.0 / THETA)
}

/// Every post of a group: seconds from its beginning.
pub(super) fn in_step(together: &Together, dice: &mut Dice) -> Vec<f64> {
    let (mut at, gap) = (0.0, together.gap.as_secs_f64());
    let mut posts = Vec::new();
    for _ in 0..together.posts {
        posts.push(at);
        at -= gap * libm::log(1.0 - dice.unit());
    }
    posts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reactions_are_those_that_were_measured() {
        // Median 40 minutes, a quarter within 7, three quarters within 13.6 hours.
        for (share, minutes) in [(0.25, 7.0), (0.5, 40.0), (0.75, 13.6 * 60.0)] {
            let got = reaction(share) / 60.0;
            assert!((got / minutes - 1.0).abs() < 0.08, "{share}: {got} minutes");
        }
        let even = DENSITY * EVEN;
        assert!((reaction(even) - EVEN).abs() < 1.0, "no leap where the tail begins: {}", reaction(even));
        assert!((even + even / THETA - 1.0).abs() < 1e-3, "the density sums to 1");
    }

    #[test]
    fn a_cascade_is_as_large_as_its_branching_says() {
        let cascade = Cascade {
            seeds: 30,
            within: ten_minutes(),
            branching: 0.8,
            relays: Vec::new(),
            ends: SignedDuration::from_hours(24 * 7),
        };
        let sizes: Vec<usize> = (0..60)
            .map(|seed| spread(&cascade, &mut Dice::new(seed, "test", "cascade"), |dice| (dice.below(9), 1.0)).len())
            .collect();
        let mean = sizes.iter().sum::<usize>() as f64 / sizes.len() as f64 / 30.0;
        // 5 in the long run; within a week about 3.5: simulated 2.9 within the 36 hours in which nine tenths fall.
        assert!((2.8..=5.0).contains(&mean), "{mean} posts a seed");
    }

    #[test]
    fn gamma_has_mean_one_and_the_spread_of_its_shape() {
        for shape in [0.5, 2.0, 8.0] {
            let mut dice = Dice::new(7, "test", "gamma");
            let drawn: Vec<f64> = (0..40_000).map(|_| dice.gamma(shape)).collect();
            let mean = drawn.iter().sum::<f64>() / drawn.len() as f64;
            let variance = drawn.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / drawn.len() as f64;
            assert!((mean - 1.0).abs() < 0.03 && (variance * shape - 1.0).abs() < 0.08, "{shape}: {mean} {variance}");
        }
    }
}
