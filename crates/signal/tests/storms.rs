//! Storms that an attack fills: the more of it there is, the surer it is told. And storms that nobody made.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use vigie_signal::coordination::{Action, Kind, Settings, detect};

struct Draw(ChaCha8Rng);

impl Draw {
    fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, seconds: i64) -> i64 {
        (self.unit() * seconds as f64) as i64
    }
}

/// Six hours.
const STORM: i64 = 21_600;
/// Accounts of attacks begin here.
const BOTS: u64 = 1_000_000;

/// So many people, each with one post; of them, so many in a hundred on one of six popular objects, the rest on what is their own.
fn people(draw: &mut Draw, people: u64, sharing: u64) -> Vec<Action> {
    let one = |account| {
        let object = if draw.below(100) < sharing as i64 { draw.below(6) as u64 } else { 1_000 + account };
        Action { at: draw.below(STORM), object, account, kind: Kind::Text }
    };
    (0..people).map(one).collect()
}

/// So many groups of such a size, each with bursts of a text of its own within four seconds.
fn bots(draw: &mut Draw, groups: u64, size: u64, bursts: u64) -> Vec<Action> {
    let mut all = Vec::new();
    for burst in 0..bursts {
        for group in 0..groups {
            let (from, object) = (draw.below(STORM), BOTS + burst * groups + group);
            let mut act = |account| all.push(Action { at: from + draw.below(4), object, account, kind: Kind::Text });
            (0..size).for_each(|member| act(BOTS + group * size + member));
        }
    }
    all
}

/// How many whole groups of this size are told, and how many others.
fn told(actions: Vec<Action>, size: u64) -> [usize; 2] {
    let report = detect(actions, Settings::default());
    let whole = report.groups.iter().filter(|group| {
        let of = (group.members[0].wrapping_sub(BOTS)) / size;
        group.members.len() as u64 == size && group.members.iter().all(|m| m.wrapping_sub(BOTS) / size == of)
    });
    let whole = whole.count();
    assert_eq!(report.organic_share.is_some(), !report.groups.is_empty());
    [whole, report.groups.len() - whole]
}

#[test]
fn the_more_an_attack_fills_the_storm_the_surer_it_is_told() {
    // Groups, size, bursts, people, of whom so many in a hundred share something.
    let rows = [
        (1, 12, 6, 100, 0),
        (1, 12, 12, 100, 0),
        (1, 12, 24, 100, 0),
        (1, 12, 36, 100, 0),
        (1, 12, 60, 100, 0),
        (3, 12, 6, 100, 0),
        (3, 12, 12, 100, 0),
        (3, 12, 36, 100, 0),
        (3, 12, 60, 100, 0),
        (1, 12, 36, 300, 10),
        (3, 12, 6, 300, 10),
        (3, 12, 12, 300, 10),
        (3, 12, 24, 300, 10),
        (3, 12, 36, 300, 10),
        (3, 12, 24, 300, 30),
        (3, 12, 36, 300, 60),
        (3, 12, 14, 150, 0),
        (5, 12, 8, 300, 30),
        (1, 20, 6, 100, 0),
        (1, 20, 10, 300, 10),
        (1, 20, 60, 500, 10),
        (1, 40, 6, 100, 0),
        (1, 40, 12, 200, 0),
        (1, 40, 12, 300, 10),
        (1, 40, 60, 500, 0),
        (1, 60, 6, 100, 0),
        (1, 60, 12, 500, 10),
        (1, 60, 60, 100, 0),
        (2, 30, 10, 500, 20),
        (1, 60, 200, 100, 0),
        (1, 200, 12, 200, 0),
        (1, 200, 24, 200, 10),
    ];
    let mut missed = Vec::new();
    for row @ (groups, size, bursts, organic, sharing) in rows {
        for seed in [1, 2] {
            let mut draw = Draw::new(seed);
            let mut actions = people(&mut draw, organic, sharing);
            actions.extend(bots(&mut draw, groups, size, bursts));
            let told = told(actions, size);
            if told != [groups as usize, 0] {
                missed.push((row, seed, told));
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn one_more_burst_never_untells_a_group() {
    for (groups, size, organic, sharing) in [(1, 40, 200, 0), (1, 12, 100, 10), (3, 12, 300, 10), (1, 20, 500, 30)] {
        let mut draw = Draw::new(11);
        let crowd = people(&mut draw, organic, sharing);
        let attack = bots(&mut draw, groups, size, 40);
        let mut before = 0;
        for bursts in 2..=40 {
            let so_far = &attack[..(bursts * groups * size) as usize];
            let [now, others] = told([&crowd, so_far].concat(), size);
            assert!(
                now >= before && others == 0,
                "{groups} of {size} among {organic}: {before}, then {now} and {others} at {bursts}"
            );
            before = now;
        }
        assert_eq!(before, groups as usize);
    }
}

#[test]
fn members_who_sleep_through_half_of_the_bursts_are_told() {
    for (size, share) in [(40, 0.5), (20, 0.7), (60, 0.6)] {
        let mut draw = Draw::new(3);
        let mut actions = people(&mut draw, 300, 10);
        let attack = bots(&mut draw, 1, size, 24);
        actions.extend(attack.into_iter().filter(|_| draw.unit() < share));
        assert_eq!(told(actions, size), [1, 0], "{size} at {share}");
    }
}

#[test]
fn where_no_group_is_told_nothing_is_known_of_the_share() {
    let storm = people(&mut Draw::new(5), 200, 20);
    assert_eq!(detect(storm, Settings::default()).organic_share, None);
    assert_eq!(detect(Vec::new(), Settings::default()).organic_share, None);
}

#[test]
fn five_in_the_same_second_among_people_who_come_again() {
    let mut actions = Vec::new();
    for act in 0..8 {
        let at = act as i64 * 7_000;
        actions.extend((0..5).map(|n| Action { at, object: act, account: BOTS + n, kind: Kind::Link }));
    }
    actions.extend((0..200u64).map(|n| Action {
        at: n as i64 * 400,
        object: 500 + n % 40,
        account: n % 90,
        kind: Kind::Link,
    }));
    assert_eq!(told(actions, 5), [1, 0]);
}

#[test]
fn viral_storms_tell_nobody() {
    for seed in 1..=3 {
        // Everybody within minutes on one link, on three links, and each with something of their own beside it.
        for (links, within) in [(1, 120), (1, 600), (3, 600), (6, 900)] {
            let mut draw = Draw::new(seed);
            let mut actions = people(&mut draw, 500, 30);
            for link in 0..links {
                let from = draw.below(STORM);
                for account in 0..500 {
                    let at = from + draw.below(within);
                    actions.push(Action { at, object: 500 + link, account, kind: Kind::Link });
                }
            }
            assert_eq!(told(actions, 12), [0, 0], "{links} links within {within} s, seed {seed}");
        }
    }
}

#[test]
fn a_fan_club_at_match_time_is_no_group() {
    let mut told_of = Vec::new();
    for seed in 1..=3 {
        for (fans, matches, within, share) in [
            (20, 6, 600, 1.0),
            (40, 12, 600, 1.0),
            (40, 12, 600, 0.7),
            (40, 24, 300, 0.8),
            (60, 12, 900, 0.9),
            (60, 38, 600, 0.8),
            (12, 38, 400, 0.9),
        ] {
            let mut draw = Draw::new(seed);
            let mut actions = people(&mut draw, 300, 10);
            for game in 0..matches {
                let from = game as i64 * 3 * 86_400;
                for fan in 0..fans {
                    if draw.unit() < share {
                        let at = from + draw.below(within);
                        actions.push(Action { at, object: 500 + game, account: 10_000 + fan, kind: Kind::Hashtags });
                    }
                }
            }
            if told(actions, 12) != [0, 0] {
                told_of.push((fans, matches, within, share, seed));
            }
        }
    }
    assert!(told_of.is_empty(), "{told_of:?}");
}
