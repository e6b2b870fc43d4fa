//! False alarms on generated calm weeks, and delays of generated storms, by size of the series.
//!
//! `cargo run --release -p vigie-signal --example calm`; with `table`, false alarms by the score from which a level holds, and what the
//! bound on many brands costs (some minutes); with `brand`, and a size if only that, those of a brand that is judged by two series, its
//! mentions and the ill ones.
//!
//! Counts per minute are Poisson around a rate that follows a daily curve (five times more at noon than at night), a weekly one (less
//! than half at the weekend) and a gamma factor drawn anew each hour (over-dispersion 0.2). Seeded: the same figures on each run.

mod table;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::io::Write;
use vigie_signal::{Change, Episodes, Level, Settings, State};

const MINUTES_A_WEEK: u64 = 7 * 24 * 60;
/// Series of each size, and their weeks; the first week of each is told apart.
const SERIES: u64 = 40;
const WEEKS: u64 = 11;
const DISPERSION: f64 = 0.2;

struct World {
    random: ChaCha8Rng,
    hourly: f64,
    factor: f64,
    minute: u64,
}

impl World {
    fn new(seed: u64, hourly: f64) -> Self {
        Self { random: ChaCha8Rng::seed_from_u64(seed), hourly, factor: 1.0, minute: 0 }
    }

    /// Between 0 and 1, never 0.
    fn uniform(&mut self) -> f64 {
        ((self.random.next_u64() >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0
    }

    fn normal(&mut self) -> f64 {
        let (u, v) = (self.uniform(), self.uniform());
        (-2.0 * libm::log(u)).sqrt() * libm::cos(std::f64::consts::TAU * v)
    }

    /// Marsaglia and Tsang, for shapes from 1 on.
    fn gamma(&mut self, shape: f64) -> f64 {
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = 1.0 + c * x;
            if v > 0.0 {
                let v = v * v * v;
                if libm::log(self.uniform()) < 0.5 * x * x + d - d * v + d * libm::log(v) {
                    return d * v;
                }
            }
        }
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

    /// The next minute's count, with so many times the usual rate.
    fn count(&mut self, times: f64) -> u64 {
        if self.minute.is_multiple_of(60) {
            self.factor = self.gamma(1.0 / DISPERSION) * DISPERSION;
        }
        let angle = f64::from(self.second() % 86_400) / 86_400.0 * std::f64::consts::TAU;
        let day = libm::exp(-0.8 * libm::cos(angle)) / 1.1665;
        let week = if self.minute / 1440 % 7 >= 5 { 0.45 } else { 1.22 };
        self.minute += 1;
        self.poisson(self.hourly / 60.0 * self.factor * day * week * times)
    }

    fn second(&self) -> u32 {
        (self.minute * 60 % 604_800) as u32
    }
}

/// Raises and alerts of one series, split at the end of its first week.
#[derive(Default)]
struct Alarms {
    first_week: [u64; 2],
    later: [u64; 2],
}

fn calm(settings: &Settings, hourly: f64, seed: u64, alarms: &mut Alarms) {
    let (mut world, mut state, mut episodes) = (World::new(seed, hourly), State::new(settings), Episodes::default());
    for minute in 0..WEEKS * MINUTES_A_WEEK {
        let second = world.second();
        let step = state.step(settings, world.count(1.0), second);
        let at = minute as i64 * 60;
        let place = if minute < MINUTES_A_WEEK { &mut alarms.first_week } else { &mut alarms.later };
        for change in episodes.fold(settings, at, step.score, || at).into_iter().flatten() {
            match change {
                Change::Raise { level, .. } => {
                    place[0] += 1;
                    place[1] += u64::from(level == Level::Alert);
                }
                Change::Escalate { .. } => place[1] += 1,
                Change::End { .. } => {}
            }
        }
    }
}

/// Minutes until the score reaches a level, in a storm of six hours after so many minutes of calm.
fn storm(settings: &Settings, hourly: f64, times: f64, seed: u64, start: u64, level: Level) -> Option<u64> {
    let (mut world, mut state) = (World::new(seed, hourly), State::new(settings));
    for minute in 0..start + 360 {
        let second = world.second();
        let now = if minute < start { 1.0 } else { times };
        let step = state.step(settings, world.count(now), second);
        if minute >= start && step.score >= level.threshold(settings) {
            return Some(minute - start + 1);
        }
    }
    None
}

/// How soon storms of one size reach each level.
fn tell(
    to: &mut impl Write,
    settings: &Settings,
    hourly: f64,
    times: f64,
    when: &str,
    start: impl Fn(u64) -> u64,
) -> std::io::Result<()> {
    for level in [Level::Notice, Level::Alert] {
        let runs = 40;
        let one = |seed| storm(settings, hourly, times, seed, start(seed), level);
        let mut delays: Vec<u64> = (0..runs).filter_map(one).collect();
        delays.sort_unstable();
        let at = |share: usize| delays.get(runs as usize * share / 100).map_or("never".into(), |d| format!("{d} min"));
        let (level, found, median, slow) = (level.code(), delays.len(), at(50), at(90));
        writeln!(
            to,
            "    storm of {times}x{when}: {level} in {found}/{runs} within 6 h, median {median}, nine in ten {slow}"
        )?;
    }
    Ok(())
}

fn main() -> std::io::Result<()> {
    let settings = Settings::default();
    let mut to = std::io::stdout().lock();
    match std::env::args().nth(1).as_deref() {
        Some("table") => return table::print(&mut to),
        Some("brand") => {
            let seeds = std::env::args().nth(3).unwrap_or("0".to_owned());
            let first =
                seeds.parse().map_err(|_| std::io::Error::other(format!("{seeds}: say how many seeds to skip")))?;
            return table::brand(&mut to, std::env::args().nth(2).as_deref(), first);
        }
        _ => {}
    }
    let storms: &[f64] = &[3.0, 10.0, 30.0];
    let sizes: [(&str, f64, &[f64]); 7] = [
        // Forty in two hours.
        ("2 a month", 0.0028, &[7143.0]),
        ("1 a day", 0.042, storms),
        ("3 a day", 0.125, storms),
        ("1 an hour", 1.0, storms),
        ("10 an hour", 10.0, storms),
        ("60 an hour", 60.0, storms),
        ("1000 an hour", 1000.0, storms),
    ];
    for (name, hourly, storms) in sizes {
        let mut alarms = Alarms::default();
        for series in 0..SERIES {
            calm(&settings, hourly, series, &mut alarms);
        }
        let later = (SERIES * (WEEKS - 1)) as f64;
        writeln!(
            to,
            "{name}: {later} calm weeks: {:.2} notices a week, {:.2} alerts in 60 days; first weeks: {:.2} notices, {:.2} alerts a series",
            alarms.later[0] as f64 / later,
            alarms.later[1] as f64 / later * 60.0 / 7.0,
            alarms.first_week[0] as f64 / SERIES as f64,
            alarms.first_week[1] as f64 / SERIES as f64,
        )?;
        for &times in storms {
            // Spread over the hours of the day; and in the first day, from its eighth hour on.
            tell(&mut to, &settings, hourly, times, "", |seed| 3 * MINUTES_A_WEEK + seed * 97 % 1440)?;
            tell(&mut to, &settings, hourly, times, " in the first day", |seed| 480 + seed * 97 % 720)?;
        }
    }
    Ok(())
}
