//! Where and when to kill: half at named places, as often at each, half at any time.

use crate::chance::Chance;
use std::time::Duration;

/// Where the program can be made to stand still. The places of transaction 1 are told apart by who delivers.
pub const PLACES: [&str; 7] = [
    "before-tx1/feed",
    "before-tx1/webhook",
    "inside-tx1/feed",
    "inside-tx1/webhook",
    "after-tx1/feed",
    "after-tx1/webhook",
    "between-tx1-and-tx2/tick",
];

/// One kill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kill {
    /// When this place is reached for the nth time.
    At { place: &'static str, nth: u64 },
    /// So long after it began to listen.
    After(Duration),
    /// So long after it was started, which may be before it listens.
    Starting(Duration),
}

/// The plan of a seed. The place between the two transactions comes twice as often, so that each of the four has the same share.
pub fn plan(kills: usize, seed: u64) -> Vec<Kill> {
    let mut chance = Chance::new(seed);
    let places: Vec<&'static str> = PLACES.iter().copied().chain([PLACES[6]]).collect();
    let mut plan: Vec<Kill> = (0..kills)
        .map(|i| match i % 2 {
            0 => Kill::At { place: places[i / 2 % places.len()], nth: 1 + chance.below(4) },
            _ if chance.below(5) == 0 => Kill::Starting(Duration::from_millis(chance.below(250))),
            _ => Kill::After(Duration::from_millis(chance.below(600))),
        })
        .collect();
    chance.shuffle(&mut plan);
    plan
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_hundred_kills_hit_each_of_the_four_points_at_least_twenty_times() {
        let plan = plan(200, 1);
        for point in ["before-tx1", "inside-tx1", "after-tx1", "between-tx1-and-tx2"] {
            let at = plan.iter().filter(|kill| matches!(kill, Kill::At { place, .. } if place.starts_with(point)));
            assert!(at.count() >= 20, "{point}");
        }
        assert_eq!(plan.iter().filter(|kill| !matches!(kill, Kill::At { .. })).count(), 100);
    }
}
