//! Forecasts: silent while there is too little, honest about their record, never absurd.

use proptest::prelude::*;
use vigie_signal::forecast::{Cascade, HORIZONS, LEAST_MINUTES, MEMORIES, Settings, Silence, record};

/// A calm day, then a storm of about so many mentions in its first ten minutes that falls as reactions do: by half in a quarter of an hour, then ever slower.
fn storm(first: f64) -> Vec<u64> {
    let calm = (0..1_440_u64).map(|minute| u64::from(minute % 30 == 0));
    let fall = (0..720).map(|minute| libm::round(first / 10.0 / (1.0 + f64::from(minute) / 15.0)) as u64);
    calm.chain(fall).collect()
}

fn fed(counts: &[u64], usual: f64) -> Cascade {
    let mut cascade = Cascade::new(&Settings::default());
    counts.iter().for_each(|count| cascade.step(*count, usual));
    cascade
}

#[test]
fn nothing_is_said_of_too_little() {
    let calm = &storm(100.0)[..1_440];
    assert_eq!(fed(&calm[..5], 1.0 / 30.0).ahead(), Err(Silence::Young));
    assert_eq!(fed(calm, 1.0 / 30.0).ahead(), Err(Silence::Little));
    assert_eq!(fed(&[0; 2_000], 0.0).ahead(), Err(Silence::Little));
    // Eight above the usual are too few, thirty are not.
    let with = |more: u64| fed(&[calm, &[more]].concat(), 1.0 / 30.0).ahead();
    assert_eq!(with(8), Err(Silence::Little));
    assert!(with(30).is_ok());
    // Where a thousand an hour are usual, thirty more are noise.
    let busy: Vec<u64> = (0..2_000).map(|minute| 16 + minute % 3).collect();
    assert_eq!(fed(&[&busy[..], &[47]].concat(), 17.0).ahead(), Err(Silence::Little));
}

#[test]
fn a_storm_is_followed_down() {
    let counts = storm(400.0);
    let at = |minutes: usize| fed(&counts[..1_440 + minutes], 1.0 / 30.0).ahead().unwrap();
    let (early, late) = (at(20), at(240));
    for horizon in 0..HORIZONS.len() {
        assert!(late[horizon].mid < early[horizon].mid / 2.0, "{early:?} {late:?}");
        assert!(early[horizon].mid > early[horizon].usual);
    }
    let came: u64 = counts[1_460..1_520].iter().sum();
    assert!((early[0].low..=early[0].high).contains(&came), "{came} in {:?}", early[0]);
    // A second wave is seen within minutes.
    let second = fed(&[&counts[..1_680], &[60; 5]].concat(), 1.0 / 30.0).ahead().unwrap();
    assert!(second[0].mid > 3.0 * late[0].mid, "{second:?} {late:?}");
}

#[test]
fn the_record_is_that_of_forecasts_whose_time_is_over() {
    let counts = storm(400.0);
    let usual = vec![1.0 / 30.0; counts.len()];
    let records = record(&counts, &usual, 1_440, &Settings::default());
    // Each quarter of an hour from the first on, as long as something was told and its horizon is over.
    assert_eq!(records.map(|record| record.minutes), HORIZONS);
    assert_eq!(records[2].made, 0, "half a day is no day");
    let mut told = 0;
    for minutes in (0..720).step_by(15) {
        let ahead = fed(&counts[..=1_440 + minutes], 1.0 / 30.0).ahead();
        told += u32::from(ahead.is_ok() && minutes + 60 < 720);
    }
    assert_eq!(records[0].made, told);
    assert!(records[0].held <= records[0].made && records[0].held * 2 > records[0].made, "{records:?}");
    assert!(records[0].error > 0.0 && records[2].error == 0.0);
    assert_eq!(record(&[], &[], 0, &Settings::default()).map(|record| record.made), [0, 0, 0]);
}

#[test]
fn the_settings_are_a_kernel() {
    let settings = Settings::default();
    assert!((settings.kernel.iter().sum::<f64>() - 1.0).abs() < 1e-3, "{:?}", settings.kernel);
    assert!(MEMORIES.windows(2).all(|pair| pair[0] < pair[1]));
}

proptest! {
    #[test]
    fn any_counts_are_forecast_without_absurdity(
        counts in prop::collection::vec(prop_oneof![8 => 0_u64..20, 1 => 0_u64..100_000, 1 => Just(u64::MAX / 4)], 0..400),
        usual in prop_oneof![0.0..50.0, Just(f64::NAN), Just(f64::INFINITY), Just(-3.0)],
    ) {
        let cascade = fed(&counts, usual);
        prop_assert!(cascade.branching().is_finite());
        match cascade.ahead() {
            Err(silence) => prop_assert!(silence != Silence::Young || counts.len() < LEAST_MINUTES as usize),
            Ok(told) => {
                for ahead in told {
                    prop_assert!(ahead.mid.is_finite() && ahead.mid >= 0.0 && ahead.usual >= 0.0, "{ahead:?}");
                    prop_assert!(ahead.low as f64 <= ahead.mid && ahead.mid <= ahead.high as f64 * 1.000_001, "{ahead:?}");
                }
                prop_assert!(told[0].mid <= told[1].mid && told[1].mid <= told[2].mid);
            }
        }
        // The same again, bit for bit.
        prop_assert_eq!(format!("{:?}", fed(&counts, usual).ahead()), format!("{:?}", cascade.ahead()));
    }
}
