//! Generated storms and calm weeks through the detector as it is used live: which share is detected, after how long, and how often calm alarms.
//! `cargo run --release -p vigie-engine --example storms [-- STORMS WEEKS]`; without numbers 200 storms and 500 brand-weeks.
//!
//! Brands from 3 mentions a day to 500 an hour, storms up to 5,000 an hour: seeds, branching, relays and negative share as the generator of drills has them.
//! It is our own generator that is measured with: what it leaves out (no public data has labelled crises of brands) it cannot tell.

use domain::counter::Series;
use domain::signal::{Budget, Level, Rarer};
use jiff::SignedDuration;
use signal::surge::{Settings, State};
use std::collections::BTreeMap;
use std::io::{self, Write};
use vigie_engine::fold::{Fold, level_of};
use vigie_engine::pack::{Cascade, Dice, Relay, spread};

type Failed = Box<dyn std::error::Error + Send + Sync>;

/// Minutes of a day.
const DAY: i64 = 1_440;
/// Days of calm before a storm, or before the weeks that count.
const CALM: i64 = 14;
/// Hours for which a storm is looked at.
const HOURS: i64 = 40;
/// How much of a day's talk falls in each hour; sums to 24.
const CURVE: [f64; 24] = [
    0.25, 0.15, 0.1, 0.1, 0.1, 0.2, 0.5, 0.9, 1.2, 1.3, 1.3, 1.4, 1.6, 1.4, 1.2, 1.2, 1.2, 1.3, 1.5, 1.7, 1.8, 1.7,
    1.2, 0.7,
];
/// Weeks of one brand that are counted.
const WEEKS: i64 = 4;
/// The share of calm talk that speaks ill.
const ILL: f64 = 0.35;

/// Counts by minute: all, and those that speak ill.
#[derive(Default)]
struct Counts {
    all: BTreeMap<i64, i64>,
    ill: BTreeMap<i64, i64>,
}

impl Counts {
    fn add(&mut self, minute: i64, ill: bool) {
        *self.all.entry(minute).or_default() += 1;
        if ill {
            *self.ill.entry(minute).or_default() += 1;
        }
    }
}

fn log_even(dice: &mut Dice, low: f64, high: f64) -> f64 {
    low * libm::pow(high / low, dice.unit())
}

fn calm(counts: &mut Counts, per_day: f64, days: i64, dice: &mut Dice) {
    let size = 3.0 + 6.0 * dice.unit();
    let mut unevenness = 1.0;
    for minute in 0..days * DAY {
        if minute % 60 == 0 {
            unevenness = dice.gamma(size);
        }
        let hour = usize::try_from(minute / 60 % 24).unwrap_or_default();
        for _ in 0..dice.poisson(per_day / DAY as f64 * CURVE[hour] * unevenness) {
            let ill = dice.unit() < ILL;
            counts.add(minute, ill);
        }
    }
}

/// A storm over a brand of that size; answers how many posts it has, and its loudest hour.
fn storm(counts: &mut Counts, per_day: f64, at: i64, dice: &mut Dice) -> (usize, i64) {
    // Three to a hundred people begin it; at a large brand so many that the hour has 10 to 80 times its usual talk.
    let few = log_even(dice, 3.0, 100.0);
    let many = log_even(dice, 10.0, 80.0) * per_day / 24.0 / 3.0;
    let within = 10.0 + 30.0 * dice.unit();
    // About 5,000 in the loudest hour at most.
    let seeds = few.max(many).min(1_500.0) as u32;
    let relays = 1 + dice.below(3);
    let relay = |dice: &mut Dice| Relay {
        after: SignedDuration::from_mins(60 + i64::from(dice.below(660))),
        seeds: ((f64::from(seeds) * (3.0 + 7.0 * dice.unit())) as u32).min(1_500),
    };
    let relays = (0..relays).map(|_| relay(dice)).collect();
    let cascade = Cascade {
        seeds,
        within: SignedDuration::from_secs_f64(within * 60.0),
        branching: 0.6 + 0.35 * dice.unit(),
        relays,
        ends: SignedDuration::from_hours(HOURS),
    };
    // Followers on a logarithmic scale: few reach many.
    let posts = spread(&cascade, dice, |dice| (0, log_even(dice, 1.0, 200.0) / 37.6));
    let mut hours: BTreeMap<i64, i64> = BTreeMap::new();
    for (seconds, _) in &posts {
        let minutes = (seconds / 60.0) as i64;
        let ill = 0.35 + 0.35 * (minutes as f64 / 360.0).min(1.0);
        let speaks_ill = dice.unit() < ill;
        counts.add(at + minutes, speaks_ill);
        *hours.entry(minutes / 60).or_default() += 1;
    }
    (posts.len(), hours.values().copied().max().unwrap_or_default())
}

/// The minutes at which a level was reached, by either series, in order.
fn reached(settings: &Settings, counts: &Counts, from: i64, upto: i64) -> Vec<(i64, Option<Level>)> {
    let mut hot = Vec::new();
    for (series, of) in [(Series::Mentions, &counts.all), (Series::Negative, &counts.ill)] {
        let counts = of.iter().map(|(at, n)| (*at, *n)).collect();
        let fold = Fold { settings: settings.clone(), series, state: State::new(settings), from: 0, counts };
        hot.extend(fold.run(from, upto).0.into_iter().map(|hot| (hot.minute, level_of(settings, &hot.step))));
    }
    hot.sort_by_key(|(minute, level)| (*minute, std::cmp::Reverse(*level)));
    hot
}

/// How many episodes reached each level: one lasts until it was quiet for long enough.
fn episodes(settings: &Settings, hot: &[(i64, Option<Level>)]) -> (usize, usize) {
    let quiet = i64::from(settings.quiet / 60);
    let (mut notices, mut alerts) = (0, 0);
    let mut current: Option<(i64, Level)> = None;
    for (minute, level) in hot {
        current = match (current, level) {
            (Some((last, top)), level) if minute - last <= quiet => {
                let now = level.map_or(top, |level| level.max(top));
                alerts += usize::from(now > top);
                Some((*minute, now))
            }
            (_, Some(level)) => {
                notices += 1;
                alerts += usize::from(*level == Level::Alert);
                Some((*minute, *level))
            }
            (other, None) => other,
        };
    }
    (notices, alerts)
}

fn main() -> Result<(), Failed> {
    let mut asked = std::env::args().skip(1);
    let storms: u64 = asked.next().map_or(Ok(200), |text| text.parse())?;
    let weeks: u64 = asked.next().map_or(Ok(500), |text| text.parse())?;
    let budget = Budget::default();
    let settings = budget.settings(&vigie_engine::surge_settings()?, Rarer::of([budget]));
    let mut out = io::stdout();
    measure_storms(&mut out, &settings, storms)?;
    measure_calm(&mut out, &settings, weeks)
}

fn measure_storms(out: &mut io::Stdout, settings: &Settings, storms: u64) -> Result<(), Failed> {
    let mut rows: Vec<Row> = Vec::new();
    for seed in 0..storms {
        let mut dice = Dice::new(seed, "storms", "storm");
        let per_day = log_even(&mut dice, 3.0, 12_000.0);
        let at = CALM * DAY + i64::from(dice.below(1_440));
        let mut counts = Counts::default();
        calm(&mut counts, per_day, CALM + 3, &mut dice);
        let (_, peak) = storm(&mut counts, per_day, at, &mut dice);
        let hot = reached(settings, &counts, at, at + HOURS * 60);
        let alert = hot.iter().find(|(_, level)| *level == Some(Level::Alert));
        rows.push((per_day, alert.map(|(minute, _)| minute + 1 - at), peak));
    }
    writeln!(
        out,
        "| | storms | loudest hour (median, most) | alert within 30 min | within 60 min | at all | median delay (min) |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|")?;
    for (low, high) in [(3, 10), (10, 100), (100, 1_000), (1_000, 12_000)] {
        let of = rows.iter().filter(|row| (f64::from(low)..f64::from(high)).contains(&row.0));
        line(out, &format!("brand of {low} to {high} mentions a day"), &of.collect::<Vec<_>>())?;
    }
    for (low, high) in [(1, 10), (10, 100), (100, 1_000), (1_000, 10_000)] {
        let of = rows.iter().filter(|row| (low..high).contains(&row.2));
        line(out, &format!("loudest hour of {low} to {high}"), &of.collect::<Vec<_>>())?;
    }
    line(out, "all", &rows.iter().collect::<Vec<_>>())
}

/// Mentions a day, minutes until the alert, mentions in the loudest hour.
type Row = (f64, Option<i64>, i64);

fn line(out: &mut io::Stdout, what: &str, of: &[&Row]) -> Result<(), Failed> {
    let mut delays: Vec<i64> = of.iter().filter_map(|(_, delay, _)| *delay).collect();
    delays.sort_unstable();
    let mut peaks: Vec<i64> = of.iter().map(|(_, _, peak)| *peak).collect();
    peaks.sort_unstable();
    let within = |minutes: i64| delays.iter().filter(|delay| **delay <= minutes).count();
    let median = delays.get(delays.len() / 2).map_or("–".to_owned(), i64::to_string);
    let peak = peaks.get(peaks.len() / 2).copied().unwrap_or_default();
    let most = peaks.last().copied().unwrap_or_default();
    let (soon, hour, all, count) = (within(30), within(60), delays.len(), of.len());
    writeln!(out, "| {what} | {count} | {peak}, {most} | {soon} | {hour} | {all} | {median} |")?;
    Ok(())
}

fn measure_calm(out: &mut io::Stdout, settings: &Settings, weeks: u64) -> Result<(), Failed> {
    let brands = weeks.div_ceil(WEEKS.unsigned_abs());
    let (mut notices, mut alerts) = (0, 0);
    for seed in 0..brands {
        let mut dice = Dice::new(seed, "storms", "calm");
        let per_day = log_even(&mut dice, 3.0, 12_000.0);
        let mut counts = Counts::default();
        let days = CALM + 7 * WEEKS;
        calm(&mut counts, per_day, days, &mut dice);
        let (more, loud) = episodes(settings, &reached(settings, &counts, CALM * DAY, days * DAY));
        (notices, alerts) = (notices + more, alerts + loud);
    }
    let all = brands * WEEKS.unsigned_abs();
    let (a_week, loud) = (notices as f64 / all as f64, alerts as f64 / all as f64);
    writeln!(
        out,
        "calm: {all} brand-weeks of {brands} brands, {notices} episodes ({a_week:.3} a brand-week), {alerts} alerts ({loud:.4} a brand-week)"
    )?;
    Ok(())
}
