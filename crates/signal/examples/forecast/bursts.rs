//! What is forecast: generated storms and the labelled windows of real files, as counts a minute beside the usual level.

use crate::generate::{CALM, storm};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use vigie_signal::forecast::{Ahead, Cascade, HORIZONS, Settings};
use vigie_signal::replay::read_csv;
use vigie_signal::surge::WEEK;
use vigie_signal::{Settings as Surge, State};

/// A forecast is looked at each quarter of an hour.
const EVERY: usize = 15;

/// One storm and the minutes in which it is forecast.
pub struct Burst {
    counts: Vec<u64>,
    usual: Vec<f64>,
    from: usize,
    until: usize,
}

/// A forecast and what came.
pub struct Point {
    pub horizon: usize,
    pub ahead: Ahead,
    pub came: u64,
    /// Mentions of the hour before.
    pub hour: u64,
    /// The usual level, mentions a minute.
    pub usual: f64,
}

pub fn generated(seeds: std::ops::Range<u64>) -> Vec<Burst> {
    let burst = |seed: u64| {
        let counts = storm(seed);
        let surge = Surge::for_bins(60).unwrap_or_default();
        let mut state = State::new(&surge);
        let second = |minute: usize| (minute * 60 % WEEK as usize) as u32;
        let usual = counts.iter().enumerate().map(|(m, n)| state.step(&surge, *n, second(m)).expected_rate).collect();
        Burst { counts, usual, from: CALM, until: CALM + 40 * 60 }
    };
    seeds.map(burst).collect()
}

pub fn real(folder: &Path, names: &[&str]) -> Result<Vec<Burst>, Box<dyn Error>> {
    let windows: BTreeMap<String, Vec<[String; 2]>> =
        serde_json::from_str(&std::fs::read_to_string(folder.join("windows.json"))?)?;
    let mut all = Vec::new();
    for name in names {
        let file = format!("Twitter_volume_{name}.csv");
        let (rows, bin) = read_csv(std::io::BufReader::new(std::fs::File::open(folder.join(&file))?))?;
        let surge = Surge::for_bins(bin)?;
        let mut state = State::new(&surge);
        let minutes = bin as usize / 60;
        let (mut counts, mut usual) = (Vec::new(), Vec::new());
        for row in &rows {
            let step = state.step(&surge, row.value, row.at.rem_euclid(WEEK.into()) as u32);
            // A bin's count, spread over its minutes.
            let share = |minute: usize| {
                (row.value as usize * (minute + 1) / minutes - row.value as usize * minute / minutes) as u64
            };
            counts.extend((0..minutes).map(share));
            usual.extend(std::iter::repeat_n(step.expected_rate / minutes as f64, minutes));
        }
        let row = |time: &str| {
            let time = time.split('.').next().unwrap_or(time);
            rows.iter().position(|row| row.timestamp == time).ok_or(format!("{file}: no row at {time}"))
        };
        for [from, until] in &windows[&format!("realTweets/{file}")] {
            let (from, until) = (row(from)? * minutes, row(until)? * minutes);
            all.push(Burst { counts: counts.clone(), usual: usual.clone(), from, until });
        }
    }
    Ok(all)
}

impl Burst {
    pub fn points(&self, settings: &Settings) -> Vec<Point> {
        let mut cascade = Cascade::new(settings);
        let mut points = Vec::new();
        for (at, (count, usual)) in self.counts.iter().zip(&self.usual).enumerate().take(self.until) {
            if at + 2 * 1_440 < self.from {
                continue;
            }
            cascade.step(*count, *usual);
            if at < self.from || !at.is_multiple_of(EVERY) {
                continue;
            }
            let Ok(told) = cascade.ahead() else { continue };
            let hour = self.counts[(at + 1).saturating_sub(60)..=at].iter().sum();
            for (horizon, ahead) in told.into_iter().enumerate() {
                let Some(next) = self.counts.get(at + 1..at + 1 + HORIZONS[horizon] as usize) else { continue };
                points.push(Point { horizon, ahead, came: next.iter().sum(), hour, usual: *usual });
            }
        }
        points
    }
}
