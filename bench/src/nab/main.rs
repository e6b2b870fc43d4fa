//! The surge detector on the realTweets files of NAB (Numenta Anomaly Benchmark), beside others.
//!
//! `cargo run --release -p vigie-bench --bin vigie-nab -- --data DIR [--python PYTHON]`
//!
//! DIR holds the files, `windows.json` and `labels.json`. With `--python`, river, changefinder and pyod run in the same run
//! (`peers.py` beside this file says how to install them).

mod choose;
mod score;

use anyhow::{Context, Result, bail};
use choose::{Rule, Sweep, best, from_the_others, thresholds};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use score::{PROFILES, Series, load, worth};
use signal::replay::replay;
use signal::{Level, Settings, State};
use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// What NAB's own stored results of these detectors score on the five development files, by the rules of `score.rs`, threshold in-sample
/// (numenta/NAB @ea702d75); a standard score.
const PUBLISHED: [(&str, f64); 4] =
    [("ARTime", 86.6), ("CAD OSE", 80.8), ("Numenta HTM", 73.2), ("Twitter ADVec", 56.2)];

/// What a peer says.
#[derive(serde::Deserialize)]
struct Peer {
    name: String,
    points_per_second: f64,
    scores: Vec<Vec<f64>>,
}

#[expect(clippy::disallowed_methods, reason = "points a second are measured by the machine's clock")]
fn main() -> Result<()> {
    let mut to = std::io::stdout().lock();
    let folder = argument("--data").context("give --data DIR: the realTweets files, windows.json and labels.json")?;
    let series = load(&folder)?;
    let Some(first) = series.first() else { bail!("windows.json names no file") };
    let settings = Settings::for_bins(first.bin)?;
    let origin = Instant::now();
    let began = cpu_seconds(origin);
    let scores: Vec<_> = series.iter().map(|s| scores(s, &settings)).collect();
    let rate = points(&series) / (cpu_seconds(origin) - began);
    writeln!(to, "scores: standard / low FP / low FN\n")?;
    chosen(&mut to, &series)?;
    ours(&mut to, &series, &scores, &settings, rate)?;
    levels(&mut to, &series, &settings)?;
    floor_and_ceiling(&mut to, &series)?;
    writeln!(to, "published, on the development half AAPL CRM CVS IBM UPS, threshold in-sample, standard:")?;
    for (name, score) in PUBLISHED {
        writeln!(to, "    {name}: {score}")?;
    }
    if let Some(python) = argument("--python") {
        peers(&mut to, &python, &folder, &series, rate)?;
    }
    Ok(())
}

/// Seconds this thread has run, where the system tells; else the wall's.
fn cpu_seconds(since: Instant) -> f64 {
    let own = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = own.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| since.elapsed().as_secs_f64(), |ns| ns / 1e9)
}

fn argument(name: &str) -> Option<PathBuf> {
    std::env::args_os().skip_while(|a| a != name).nth(1).map(PathBuf::from)
}

fn points(series: &[Series]) -> f64 {
    series.iter().map(|s| s.rows.len()).sum::<usize>() as f64
}

fn windows(series: &[Series]) -> usize {
    series.iter().map(|s| s.windows.len()).sum()
}

fn scores(series: &Series, settings: &Settings) -> Vec<f64> {
    let mut state = State::new(settings);
    let second = |at: i64| at.rem_euclid(signal::surge::WEEK.into()) as u32;
    series.rows.iter().map(|&(at, count)| state.step(settings, count, second(at)).score).collect()
}

/// The configurations among which the choice is made: around the defaults, each told by what differs.
fn configurations(bin: u32) -> Result<Vec<(String, Settings)>> {
    let mut all = Vec::new();
    for days in [7, 14, 21] {
        for cut in [3.5, 4.0, 4.5] {
            for step in [0.04, 0.05, 0.06] {
                let own = Settings { half_life: days * 86_400, cut, ..Settings::for_bins(bin)? };
                let name = format!("half-life {days} d, cut {cut}, step {step}");
                all.push((name, Settings { calibration_step: step, ..own }));
            }
        }
    }
    Ok(all)
}

/// Threshold and configuration from the other files; the configurations tried lie around defaults that were found on all five. Copies with seven, five and three in
/// ten of their posts stand beside the others, so that the choice hangs on no single row.
fn chosen(to: &mut impl Write, series: &[Series]) -> Result<()> {
    let configurations = configurations(series[0].bin)?;
    let thresholds = thresholds(0.3);
    let copies: Vec<Vec<Series>> =
        [(70, 1), (50, 2), (30, 3)].map(|of| series.iter().map(|s| s.thinned(of)).collect()).into();
    let sweep = |series: &[Series], settings: &Settings| {
        let scores: Vec<_> = series.iter().map(|s| scores(s, settings)).collect();
        Sweep::of(series, &scores, &thresholds, Series::episodes_at)
    };
    let (mut chosen_on, mut scored) = (Vec::new(), Vec::new());
    for (_, settings) in &configurations {
        let own = sweep(series, settings);
        let mut all: Vec<Sweep> = copies.iter().map(|copy| sweep(copy, settings)).collect();
        all.push(own.clone());
        chosen_on.push(Sweep::mean(&all));
        scored.push(own);
    }
    let rules = [(Rule::ThresholdFirst, "the threshold first"), (Rule::BestPair, "the best of all pairs")];
    for (rule, how) in rules {
        let among = configurations.len();
        writeln!(
            to,
            "configuration (of {among}) and threshold from the other files and thinned copies of them, {how}:"
        )?;
        for (profile, (name, _)) in PROFILES.iter().enumerate() {
            let (score, chosen) = from_the_others(rule, &chosen_on, &scored, profile, windows(series));
            writeln!(to, "    {name}: {score:.1}")?;
            for (file, (c, t)) in series.iter().zip(chosen) {
                writeln!(to, "        {:<5} {} at {:.2}", file.name, configurations[c].0, thresholds[t])?;
            }
        }
    }
    Ok(())
}

fn ours(to: &mut impl Write, all: &[Series], scores: &[Vec<f64>], settings: &Settings, rate: f64) -> Result<()> {
    let thresholds = thresholds(0.3);
    let sweep = Sweep::of(all, scores, &thresholds, Series::episodes_at);
    writeln!(to, "\nthe defaults, {:.1} M points/s:", rate / 1e6)?;
    for (profile, (name, _)) in PROFILES.iter().enumerate() {
        let (at, score) = best(&sweep, profile, windows(all));
        let honest = from_the_others(
            Rule::BestPair,
            std::slice::from_ref(&sweep),
            std::slice::from_ref(&sweep),
            profile,
            windows(all),
        )
        .0;
        let at = thresholds[at];
        writeln!(to, "    {name}: best {score:.1} at {at:.2}, in-sample; threshold from the other files {honest:.1}")?;
    }
    let found: Vec<_> = all.iter().zip(scores).map(|(s, x)| s.episodes_at(x, settings.notice)).collect();
    let title = format!("episodes at {}, without the rows that make them alerts", settings.notice);
    writeln!(to)?;
    print(to, &title, all, &found)?;
    Ok(())
}

/// The two levels as they are told.
fn levels(to: &mut impl Write, series: &[Series], settings: &Settings) -> Result<()> {
    let judged: Vec<Vec<f64>> =
        series.iter().map(|s| replay(s.rows.iter().copied(), settings).map(|row| row.score).collect()).collect();
    for level in [Level::Notice, Level::Alert] {
        let threshold = level.threshold(settings);
        let found: Vec<_> = series.iter().zip(&judged).map(|(s, x)| s.rows_at(x, threshold)).collect();
        print(to, &format!("{} (replay, score >= {threshold})", level.code()), series, &found)?;
    }
    Ok(())
}

/// An oracle, and two that look at nothing.
fn floor_and_ceiling(to: &mut impl Write, series: &[Series]) -> Result<()> {
    let labels: Vec<_> = series.iter().map(|s| s.labels.clone()).collect();
    print(to, "an oracle that alarms at each label", series, &labels)?;
    let every = |s: &Series| (s.probation()..s.rows.len()).step_by(48 * 3600 / s.bin as usize).collect();
    print(to, "metronome, every 48 h", series, &series.iter().map(every).collect::<Vec<_>>())?;
    let mut random = ChaCha8Rng::seed_from_u64(1);
    for merged in [false, true] {
        let mut sums = [0.0; 3];
        for _ in 0..50 {
            let mut draw = |s: &Series| -> Vec<f64> {
                s.rows.iter().map(|_| f64::from(random.next_u32() < u32::MAX / 1152)).collect()
            };
            let find = |s: &Series, x: &[f64]| if merged { s.episodes_at(x, 1.0) } else { s.rows_at(x, 1.0) };
            let found: Vec<_> = series.iter().map(|s| find(s, &draw(s))).collect();
            for (sum, (_, profile)) in sums.iter_mut().zip(PROFILES) {
                *sum += worth(series, &found, profile) / 50.0;
            }
        }
        let [a, b, c] = sums;
        let merged = if merged { ", merged" } else { "" };
        writeln!(to, "random rows, one in 96 h{merged}, mean of 50 draws: {a:.1} / {b:.1} / {c:.1}")?;
    }
    writeln!(to)?;
    Ok(())
}

/// Runs the others over the same files, and scores them as they are and with episodes merged as ours are.
fn peers(to: &mut impl Write, python: &PathBuf, folder: &PathBuf, series: &[Series], rate: f64) -> Result<()> {
    writeln!(to, "\nothers in this run: standard as they are, threshold from the other files; with episodes merged")?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/nab/peers.py");
    let mut child = Command::new(python)
        .arg(script)
        .arg(folder)
        .args(series.iter().map(|s| format!("Twitter_volume_{}.csv", s.name)))
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{python:?} cannot be started"))?;
    let lines = child.stdout.take().context("no output")?;
    for line in std::io::BufReader::new(lines).lines() {
        let peer: Peer = serde_json::from_str(&line?)?;
        let mut told = format!("    {:<32}", peer.name);
        for find in [Series::rows_at, Series::episodes_at] {
            let sweep = Sweep::of(series, &peer.scores, &among(&peer.scores), find);
            let (_, score) = best(&sweep, 0, windows(series));
            let honest = from_the_others(
                Rule::BestPair,
                std::slice::from_ref(&sweep),
                std::slice::from_ref(&sweep),
                0,
                windows(series),
            )
            .0;
            told += &format!(" best {score:5.1}, {honest:5.1};");
        }
        let ratio = rate / peer.points_per_second;
        writeln!(to, "{told} {:.0} k points/s, ours {ratio:.1} times that", peer.points_per_second / 1e3)?;
    }
    if !child.wait()?.success() {
        bail!("{python:?} {script} failed: what it says stands above");
    }
    Ok(())
}

/// Thresholds among a detector's own scores, so that none is missed for its scale: its 140 highest quantiles.
fn among(scores: &[Vec<f64>]) -> Vec<f64> {
    let mut all: Vec<f64> = scores.concat().into_iter().filter(|score| score.is_finite()).collect();
    all.sort_by(f64::total_cmp);
    let quantile = |i: i32| all[(all.len() as f64 * (1.0 - 0.2 * libm::pow(0.95, f64::from(i)))) as usize];
    (0..140).map(quantile).collect()
}

/// Prints what a set of rows is worth: three scores, recall, delays, false alarms.
fn print(to: &mut impl Write, what: &str, series: &[Series], found: &[Vec<usize>]) -> Result<()> {
    let [a, b, c] = PROFILES.map(|(_, profile)| worth(series, found, profile));
    let (mut hit, mut soon, mut false_alarms, mut weeks) = (0, 0, 0, 0.0);
    let mut delays = String::new();
    let mut minutes = Vec::new();
    for (s, rows) in series.iter().zip(found) {
        let outside = rows.iter().filter(|&&r| r >= s.probation() && s.window_of(r).is_none()).count();
        let mut own = Vec::new();
        for &(from, to) in &s.windows {
            let label = s.labels.iter().copied().find(|l| (from..=to).contains(l)).unwrap_or(from);
            let first = rows.iter().copied().find(|r| (from..=to).contains(r));
            let delay = first.map(|r| (r as i64 - label as i64) * i64::from(s.bin) / 60);
            hit += usize::from(delay.is_some());
            soon += usize::from(delay.is_some_and(|d| d <= 30));
            own.push(delay.map_or("miss".to_owned(), |d| d.to_string()));
            minutes.extend(delay);
        }
        false_alarms += outside;
        weeks += s.weeks();
        let rate = outside as f64 / s.weeks();
        delays += &format!("    {:<5} {rate:.2} false a week; minutes after the label: {}\n", s.name, own.join(" "));
    }
    minutes.sort_unstable();
    let median = minutes.get(minutes.len() / 2).map_or("none".to_owned(), i64::to_string);
    let (all, per_week) = (windows(series), false_alarms as f64 / weeks);
    writeln!(
        to,
        "{what}: {a:.1} / {b:.1} / {c:.1}; windows {hit}/{all}, within +30 min {soon}; false alarms {false_alarms}, \
         {per_week:.2} a week; median {median} min\n{delays}"
    )?;
    Ok(())
}
