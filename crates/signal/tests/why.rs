//! A frozen score comes out the same again, and what would have had to be different is right.

use proptest::prelude::*;
use vigie_signal::surge::WEEK;
use vigie_signal::why::{Frozen, WhyError, explain, least_count, recompute, without};
use vigie_signal::{Level, Settings, State, Step, VERSION};

/// A calm past, then these minutes, frozen; with the step that was seen live.
fn frozen(calm: u64, minutes: &[u64]) -> (Frozen, Step) {
    frozen_with(Settings::default(), calm, minutes)
}

fn frozen_with(settings: Settings, calm: u64, minutes: &[u64]) -> (Frozen, Step) {
    let mut state = State::new(&settings);
    let second = |minute: u64| (minute * 60 % u64::from(WEEK)) as u32;
    for minute in 0..calm {
        state.step(&settings, u64::from(minute % 480 == 17), second(minute));
    }
    let before = state.clone();
    let mut last = None;
    for (minute, &count) in (calm..).zip(minutes) {
        last = Some(state.step(&settings, count, second(minute)));
    }
    (Frozen::new(settings, before, second(calm), minutes.to_vec()), last.expect("at least one minute"))
}

fn storm() -> Vec<u64> {
    (0..60).map(|m| if m < 30 { 0 } else { 1 + m % 2 }).collect()
}

#[test]
fn a_storm_is_explained() {
    let (frozen, live) = frozen(30_000, &storm());
    let why = explain(&frozen).unwrap();
    assert_eq!(why.step, live);
    assert_eq!((why.level, why.onset_bins), (Some(Level::Alert), 29));
    assert!(why.not_a_notice < why.not_an_alert && why.not_an_alert < 45, "{why:?}");
    assert!(why.not_a_notice >= 1, "{why:?}");
}

#[test]
fn without_the_story_it_is_calm_and_with_half_of_it_less() {
    let (frozen, live) = frozen(30_000, &storm());
    let half: Vec<u64> = storm().iter().map(|c| c / 2).collect();
    assert_eq!(without(&frozen, &storm()).unwrap().score, 0.0);
    let less = without(&frozen, &half).unwrap();
    assert!(less.score < live.score && less.observed == 30, "{less:?}");
    assert_eq!(without(&frozen, &[]).unwrap(), live);
    assert_eq!(without(&frozen, &[u64::MAX; 99]).unwrap().observed, 0);
}

#[test]
fn another_version_and_an_empty_one_are_refused() {
    let (mut frozen, _) = frozen(3000, &storm());
    frozen.version = VERSION + 1;
    assert_eq!(recompute(&frozen), Err(WhyError::Version { found: VERSION + 1 }));
    frozen.version = VERSION;
    frozen.bins.clear();
    assert_eq!(recompute(&frozen), Err(WhyError::Empty));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn recomputed_after_any_storage_it_is_equal_bit_for_bit(
        calm in 100u64..4000, minutes in prop::collection::vec(0u64..20, 1..130), notice in 0.5f64..3.0
    ) {
        let settings = Settings { notice, alert: 2.0 * notice, ..Settings::default() };
        let (frozen, live) = frozen_with(settings, calm, &minutes);
        let text = serde_json::to_string(&frozen).unwrap();
        let read: Frozen = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&read, &frozen);
        let again = recompute(&read).unwrap();
        prop_assert_eq!(again.score.to_bits(), live.score.to_bits());
        prop_assert_eq!(&again, &live);
        let step: Step = serde_json::from_str(&serde_json::to_string(&live).unwrap()).unwrap();
        prop_assert_eq!(step, live);
    }

    #[test]
    fn one_more_than_the_least_count_fires(minutes in prop::collection::vec(0u64..30, 60..61)) {
        let (frozen, live) = frozen(10_000, &minutes);
        let all: u64 = minutes.iter().sum();
        for level in [Level::Notice, Level::Alert] {
            let least = least_count(&frozen, level, 60).unwrap();
            let fired = live.score >= level.threshold(&frozen.settings);
            prop_assert_eq!(least < all, fired);
            if fired {
                // Thinned by hand: what is kept after each minute is its share, rounded down.
                let fires = |total: u64| {
                    let kept: Vec<u64> = (0..=60).map(|n| minutes[..n].iter().sum::<u64>() * total / all).collect();
                    let gone: Vec<u64> = (0..60).map(|n| minutes[n] - (kept[n + 1] - kept[n])).collect();
                    without(&frozen, &gone).unwrap().score >= level.threshold(&frozen.settings)
                };
                prop_assert!(!fires(least) && fires(least + 1));
            }
        }
    }
}

#[test]
fn the_least_count_of_a_window_leaves_out_what_came_before_it() {
    let (settings, mut state) = (Settings::default(), State::new(&Settings::default()));
    let second = |minute: u64| (minute * 60 % u64::from(WEEK)) as u32;
    let calm = |minute: u64| u64::from(minute * 7 % 19 < 6);
    for minute in 0..14_400 {
        state.step(&settings, calm(minute), second(minute));
    }
    // Twenty an hour for hours, then a hundred and twenty in one: the hour's own count is asked for.
    let bins: Vec<u64> = (14_400..14_790).map(|minute| if minute < 14_730 { calm(minute) } else { 2 }).collect();
    let frozen = Frozen::new(settings, state, second(14_400), bins);
    assert!(recompute(&frozen).unwrap().score >= frozen.settings.notice);
    let all = least_count(&frozen, Level::Notice, 390).unwrap();
    let hour = least_count(&frozen, Level::Notice, 60).unwrap();
    assert!(hour < 120 && hour < all && (20..120).contains(&hour), "{hour} of {all}");
}
