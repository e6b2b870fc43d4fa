//! The detector on series of every size: what must be raised, what must not, and that nothing depends on how the fold is cut.

use proptest::prelude::*;
use vigie_signal::surge::SettingsError;
use vigie_signal::{Change, Episodes, Level, Settings, State, Step};

const DAY: usize = 1440;

/// Counts per minute of so many days in which mentions come at these minutes of each `every`-th day.
fn days(count: usize, every: usize, minutes: &[usize]) -> Vec<u64> {
    let mut counts = vec![0; count * DAY];
    for day in (0..count).step_by(every) {
        for minute in minutes {
            counts[day * DAY + minute] += 1;
        }
    }
    counts
}

/// An even daily rhythm of so many mentions an hour on average: five times more at its peak than in its trough.
fn rhythm(count: usize, hourly: f64) -> Vec<u64> {
    let mut owed = 0.0;
    let minute = |minute: usize| {
        let angle = (minute % DAY) as f64 / DAY as f64 * std::f64::consts::TAU;
        // Uneven by turns, so that the series is over-dispersed as real ones are.
        let hour = [0.7, 1.3, 0.9, 1.5, 0.6, 1.0, 1.2][minute / 60 % 7];
        owed += hourly / 60.0 * (1.0 - 0.65 * angle.cos()) * hour;
        let whole = owed.floor();
        owed -= whole;
        whole as u64
    };
    (0..count * DAY).map(minute).collect()
}

fn spread(total: u64, minutes: usize) -> Vec<u64> {
    (0..minutes as u64).map(|m| (m + 1) * total / minutes as u64 - m * total / minutes as u64).collect()
}

fn second(minute: usize) -> u32 {
    (minute % (7 * DAY) * 60) as u32
}

/// Every change from minute `from` on.
fn changes(settings: &Settings, counts: &[u64], from: usize) -> Vec<Change> {
    let (mut state, mut episodes) = (State::new(settings), Episodes::default());
    let mut found = Vec::new();
    for (minute, &count) in counts.iter().enumerate() {
        let step = state.step(settings, count, second(minute));
        let onset = || minute as i64 * 60 - 60 * i64::from(state.onset(settings, second(minute)));
        let new = episodes.fold(settings, minute as i64 * 60, step.score, onset);
        found.extend(new.into_iter().flatten().filter(|_| minute >= from));
    }
    found
}

/// The highest level of a storm, and how many minutes after its start it was reached.
fn storm(before: &[u64], storm: &[u64]) -> Option<(Level, usize)> {
    let counts = [before, storm].concat();
    let from = before.len();
    let level = |change: &Change| match *change {
        Change::Raise { level, at, .. } => Some((level, at as usize / 60 - from)),
        Change::Escalate { at, .. } => Some((Level::Alert, at as usize / 60 - from)),
        Change::End { .. } => None,
    };
    changes(&Settings::default(), &counts, from)
        .iter()
        .filter_map(level)
        .max_by_key(|&(level, at)| (level, std::cmp::Reverse(at)))
}

type Case<'a> = (&'a str, &'a [u64], Vec<u64>, Option<Level>, Option<Level>, usize);

#[test]
fn what_must_be_raised_and_what_must_not() {
    let shop = days(60, 1, &[550, 870, 1210]);
    let monthly = days(120, 15, &[700]);
    let hourly = rhythm(30, 1.0);
    let giant = rhythm(30, 1020.0);
    let young = vec![0; 300];
    let none: Vec<u64> = Vec::new();
    let times = |counts: &[u64], times: u64, hours: usize| -> Vec<u64> {
        counts[..hours * 60].iter().map(|c| c * times).collect()
    };
    let first_day = rhythm(1, 1020.0);
    // What was, what comes, the least and the most level that may follow, and within how many minutes the most.
    let cases: [Case; 13] = [
        (
            "40 one-star ratings in two hours where two a month are usual",
            &monthly,
            spread(40, 120),
            Some(Level::Alert),
            Some(Level::Alert),
            30,
        ),
        ("two ratings in an hour there", &monthly, spread(2, 60), None, None, 0),
        ("3 mentions in an hour where 3 a day are usual", &shop, spread(3, 60), None, Some(Level::Notice), 0),
        ("3 mentions in a day there", &shop, days(1, 1, &[500, 900, 1200]), None, None, 0),
        ("30 mentions in an hour there", &shop, spread(30, 60), Some(Level::Alert), Some(Level::Alert), 20),
        ("one an hour goes on", &hourly, rhythm(3, 1.0), None, None, 0),
        (
            "thirty times more where one an hour is usual",
            &hourly,
            spread(30, 60),
            Some(Level::Alert),
            Some(Level::Alert),
            30,
        ),
        ("a giant goes on through its day", &giant, rhythm(3, 1020.0), None, None, 0),
        (
            "a giant's night with ten times more",
            &giant,
            times(&giant, 10, 4),
            Some(Level::Alert),
            Some(Level::Alert),
            60,
        ),
        ("a new series' first mentions", &young, spread(3, 60), None, None, 0),
        ("a storm on a new series", &young, spread(60, 60), Some(Level::Alert), Some(Level::Alert), 40),
        ("a giant's first day", &none, first_day, None, None, 0),
        ("years of silence, then one", &vec![0; 700 * DAY], spread(1, 60), None, None, 0),
    ];
    for (name, before, after, least, most, minutes) in cases {
        let found = storm(before, &after);
        let level = found.map(|(level, _)| level);
        assert!(level >= least && level <= most, "{name}: {found:?}");
        if let (Some(_), Some((_, at))) = (least, found) {
            assert!(at <= minutes, "{name}: after {at} minutes");
        }
    }
}

#[test]
fn a_storm_does_not_become_the_usual_but_a_lasting_change_does() {
    let settings = Settings::default();
    let mut state = State::new(&settings);
    let mut run = |counts: &[u64]| {
        for (minute, &count) in counts.iter().enumerate() {
            state.step(&settings, count, second(minute));
        }
        state.level(&settings)
    };
    let usual = run(&rhythm(30, 10.0));
    let after_storm = run(&vec![10; 12 * 60]);
    assert!((usual - 10.0).abs() < 1.0, "{usual}");
    assert!(after_storm < 1.15 * usual, "{after_storm} after {usual}");
    let lasting = run(&rhythm(60, 40.0));
    assert!(lasting > 35.0, "{lasting}");
}

#[test]
fn what_doubles_for_good_burns_to_a_notice_and_never_to_an_alert() {
    let settings = Settings::default();
    let (calm, doubled) = (rhythm(28, 1_000.0), rhythm(32, 1_000.0));
    let mut state = State::new(&settings);
    for (minute, count) in calm.iter().enumerate() {
        state.step(&settings, *count, second(minute));
    }
    let burning: Vec<Step> = (calm.len()..doubled.len())
        .map(|minute| state.step(&settings, doubled[minute] * 2, second(minute)))
        .filter(|step| step.burns)
        .collect();
    assert!(burning.iter().any(|step| step.score >= settings.notice), "{}", burning.len());
    assert!(burning.iter().all(|step| step.score < settings.alert && step.p == 1.0 && step.window == 86_400));
}

#[test]
fn bins_of_a_minute_and_of_five_give_comparable_scores() {
    let counts = [rhythm(21, 60.0), spread(600, 120)].concat();
    let (one, five) = (Settings::default(), Settings::for_bins(300).unwrap());
    let (mut fine, mut coarse) = (State::new(&one), State::new(&five));
    for (i, bin) in counts.chunks(5).enumerate() {
        let mut step = None;
        for (j, &count) in bin.iter().enumerate() {
            step = Some(fine.step(&one, count, second(5 * i + j)));
        }
        let (fine, coarse) = (step.unwrap(), coarse.step(&five, bin.iter().sum(), second(5 * i)));
        assert_eq!(fine.observed, coarse.observed);
        // Below a standard deviation a sum has no score at all: there the two may differ by that step.
        if i > DAY && fine.score.max(coarse.score) > 0.4 {
            assert!((fine.score - coarse.score).abs() <= 0.1 + 0.05 * coarse.score, "bin {i}: {fine:?} {coarse:?}");
        }
    }
}

#[test]
fn the_state_is_small_and_keeps_its_size() {
    assert!(size_of::<State>() <= 400, "{}", size_of::<State>());
}

#[test]
fn unusable_settings_are_refused_with_the_reason_and_never_panic() {
    let good = Settings::default();
    assert_eq!(good.check(), Ok(()));
    assert_eq!(Settings::for_bins(0), Err(SettingsError::Bin(0)));
    assert_eq!(Settings::for_bins(30), Err(SettingsError::Bin(30)));
    assert_eq!(Settings::for_bins(3600).unwrap().windows, [3600, 10_800, 21_600]);
    assert_eq!(Settings::for_bins(86_400).unwrap().windows, [86_400]);
    for (bad, error) in [
        (Settings { windows: vec![], ..good.clone() }, SettingsError::Windows),
        (Settings { windows: vec![3600, 1800], ..good.clone() }, SettingsError::Windows),
        (Settings { windows: vec![60; 9], ..good.clone() }, SettingsError::Windows),
        (Settings { windows: vec![90], ..good.clone() }, SettingsError::Window { window: 90, cell: 300, long: 1800 }),
        (
            Settings { windows: vec![7500], ..good.clone() },
            SettingsError::Window { window: 7500, cell: 300, long: 1800 },
        ),
        (Settings { alert: 0.5, ..good.clone() }, SettingsError::Range("alert")),
        (Settings { least_level: f64::NAN, ..good.clone() }, SettingsError::Range("least_level")),
        (Settings { bin_seconds: 0, half_life: 0, ..good.clone() }, SettingsError::Bin(0)),
    ] {
        assert_eq!(bad.check(), Err(error));
        let mut state = State::new(&good);
        for minute in 0..200 {
            state.step(&bad, u64::MAX, second(minute));
        }
    }
}

#[test]
fn settings_read_numbers_plain_or_as_text_and_refuse_unknown_names() {
    let read = |text| serde_json::from_str::<Settings>(text);
    assert_eq!(read(r#"{"notice": 1.25}"#).unwrap().notice, 1.25);
    assert_eq!(read(r#"{"notice": "1.25"}"#).unwrap().notice, 1.25);
    assert_eq!(read(r#"{"notice": 2}"#).unwrap().notice, 2.0);
    assert!(read(r#"{"notice": "NaN"}"#).unwrap_err().to_string().contains("not finite"));
    assert!(read(r#"{"notise": 1}"#).unwrap_err().to_string().contains("notise"));
}

/// Stretches of counts: quiet ones, usual ones, storms.
fn stretches() -> impl Strategy<Value = Vec<u64>> {
    let stretch = prop_oneof![
        (1usize..400).prop_map(|n| vec![0; n]),
        prop::collection::vec(0u64..4, 1..300),
        prop::collection::vec(0u64..400, 1..60),
    ];
    prop::collection::vec(stretch, 1..6).prop_map(|s| s.concat())
}

fn scores(settings: &Settings, counts: &[u64]) -> (State, Vec<Step>) {
    let mut state = State::new(settings);
    let steps = counts.iter().enumerate().map(|(m, &c)| state.step(settings, c, second(m))).collect();
    (state, steps)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn written_and_read_back_anywhere_it_goes_on_the_same(counts in stretches(), cuts in prop::collection::vec(0usize..2000, 0..5)) {
        let settings = Settings::default();
        let (whole, steps) = scores(&settings, &counts);
        let mut state = State::new(&settings);
        for (minute, &count) in counts.iter().enumerate() {
            if cuts.contains(&minute) {
                state = serde_json::from_str(&serde_json::to_string(&state).unwrap()).unwrap();
            }
            prop_assert_eq!(&state.step(&settings, count, second(minute)), &steps[minute]);
        }
        prop_assert_eq!(state, whole);
    }

    #[test]
    fn fast_forward_is_as_many_steps(counts in stretches(), empty in 0usize..5000) {
        let settings = Settings::default();
        let (mut fast, _) = scores(&settings, &counts);
        let mut slow = fast.clone();
        for minute in counts.len()..counts.len() + empty {
            slow.step(&settings, 0, second(minute));
        }
        fast.fast_forward(&settings, empty as u64, second(counts.len()));
        prop_assert_eq!(fast, slow);
    }

    #[test]
    fn a_storm_shifted_by_some_bins_has_its_onset_shifted(shift in 0usize..600, size in 80u64..800) {
        let settings = Settings::default();
        let raised = |before: usize| {
            let counts = [vec![0; 3000 + before], spread(size, 60), vec![0; 60]].concat();
            match changes(&settings, &counts, 0)[..] {
                [Change::Raise { onset, .. }, ..] => onset / 60,
                _ => -1,
            }
        };
        // The cell of five minutes in which it began.
        let begun = |shift: usize| (3000 + shift as i64) / 5 * 5;
        prop_assert_eq!(raised(0), begun(0));
        prop_assert_eq!(raised(shift), begun(shift));
    }

    #[test]
    fn a_step_makes_sense(counts in stretches()) {
        let settings = Settings::default();
        let (_, steps) = scores(&settings, &counts);
        for (i, step) in steps.iter().enumerate() {
            // An hour, and what has passed of the cell of five minutes that is open.
            let hour: u64 = counts[i.saturating_sub(59 + (i + 1) % 5)..=i].iter().sum();
            prop_assert_eq!(step.observed, hour);
            prop_assert!(step.expected > 0.0 && step.band().0 <= step.band().1);
            prop_assert!(step.band().0 as f64 <= step.expected + 1.0);
            prop_assert!((0.0..=1.0).contains(&step.p) && step.score >= 0.0 && step.score.is_finite());
            prop_assert!(step.score == 0.0 || step.window_observed as f64 > step.window_expected);
        }
    }
}

/// A series that begins at night has not seen its morning; a storm is another thing.
#[test]
fn the_first_morning_is_no_storm() {
    let night = spread(16, 480);
    assert_eq!(storm(&night, &spread(100, 180)), None, "seventeen times the night's rate, for three hours");
    let (level, after) = storm(&night, &spread(400, 60)).unwrap();
    assert_eq!(level, Level::Alert);
    assert!(after <= 15, "{after} minutes");
}

proptest! {
    #[test]
    fn what_is_learnt_does_not_depend_on_the_levels(
        counts in prop::collection::vec(prop_oneof![9 => 0u64..3, 1 => 0u64..60], 200..1500), notice in 0.3f64..3.0, more in 0.0f64..3.0
    ) {
        let (usual, other) = (Settings::default(), Settings { notice, alert: notice + more, ..Settings::default() });
        let (mut one, mut two) = (State::new(&usual), State::new(&other));
        for (n, &count) in counts.iter().enumerate() {
            // Hours at a time, so that days pass and something can burn.
            let second = second(n * 30);
            one.step(&usual, count, second);
            two.step(&other, count, second);
            one.fast_forward(&usual, 29, second + 60);
            two.fast_forward(&other, 29, second + 60);
        }
        prop_assert_eq!(one, two);
    }
}
