//! How well forecasts hold: coverage and sharpness on generated storms and on the labelled windows of real files, beside two plain rules.
//!
//! `cargo run --release -p vigie-signal --example forecast -- --data DIR` (with files of NAB realTweets and their `windows.json`)
//!
//! The settings were tuned on the seeds and files of the rows "tuned"; the others were only scored. A forecast is looked at each quarter of an
//! hour in which one is told: in the first 40 hours of a generated storm, in the whole of a labelled window. Coverage is the share of 80 %
//! ranges that held; the width is the median of the range's upper by its lower end, each plus one; the error is the median factor by which what
//! was expected, plus one, missed what came. The plain rules are "as many an hour as in the last hour" and "what stands above the usual halves in
//! so many minutes", with the ranges and the half-life that are right on the tuned rows of the same kind: they are given what they need.

mod bursts;
mod generate;

use bursts::{Burst, Point, generated, real};
use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use vigie_signal::forecast::{HORIZONS, Settings};

const TUNED_FILES: [&str; 3] = ["AAPL", "CVS", "UPS"];
const HALF_LIVES: [f64; 8] = [10.0, 20.0, 40.0, 80.0, 160.0, 320.0, 640.0, 1_280.0];

/// How one method did on some points, each as what was expected, its range, and what came.
struct Score {
    held: f64,
    width: f64,
    error: f64,
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn score(told: &[(f64, f64, f64, f64)]) -> Score {
    let held = told.iter().filter(|(_, low, high, came)| (low..=high).contains(&came)).count();
    Score {
        held: held as f64 * 100.0 / told.len() as f64,
        width: median(told.iter().map(|(_, low, high, _)| (high + 1.0) / (low + 1.0)).collect()),
        error: median(told.iter().map(|(mid, .., came)| libm::exp(libm::fabs(miss(*mid, *came)))).collect()),
    }
}

fn miss(mid: f64, came: f64) -> f64 {
    libm::log((came + 1.0) / (mid + 1.0))
}

/// What a plain rule expects.
fn persistence(point: &Point) -> f64 {
    point.hour as f64 * f64::from(HORIZONS[point.horizon]) / 60.0
}

fn decay(point: &Point, half_life: f64) -> f64 {
    let (long, rate) = (f64::from(HORIZONS[point.horizon]), std::f64::consts::LN_2 / half_life);
    let above = (point.hour as f64 / 60.0 - point.usual).max(0.0);
    point.usual * long + above * (1.0 - libm::exp(-rate * long)) / rate
}

/// The rule with the range that held eight times in ten on the points it was fitted on.
fn ranged(points: &[&Point], fitted: &[&Point], rule: impl Fn(&Point) -> f64) -> Vec<(f64, f64, f64, f64)> {
    let mut misses: Vec<f64> = fitted.iter().map(|p| miss(rule(p), p.came as f64)).collect();
    misses.sort_by(f64::total_cmp);
    let at = |share: f64| misses[((misses.len() - 1) as f64 * share) as usize];
    let bound = |mid: f64, share: f64| ((mid + 1.0) * libm::exp(at(share)) - 1.0).max(0.0);
    let one = |p: &&Point| {
        let mid = rule(p);
        (mid, libm::floor(bound(mid, 0.1)), libm::ceil(bound(mid, 0.9)), p.came as f64)
    };
    points.iter().map(one).collect()
}

fn of(points: &[Point], horizon: usize) -> Vec<&Point> {
    points.iter().filter(|point| point.horizon == horizon).collect()
}

fn rows(out: &mut impl Write, name: &str, points: &[Point], fitted: &[Point]) -> std::io::Result<()> {
    for (horizon, minutes) in HORIZONS.iter().enumerate() {
        let (points, fitted) = (of(points, horizon), of(fitted, horizon));
        if points.is_empty() {
            continue;
        }
        let range = |p: &&Point| (p.ahead.mid, p.ahead.low as f64, p.ahead.high as f64, p.came as f64);
        let own: Vec<_> = points.iter().map(range).collect();
        let missed = |half_life: f64| {
            median(fitted.iter().map(|p| libm::fabs(miss(decay(p, half_life), p.came as f64))).collect())
        };
        let best = HALF_LIVES.into_iter().min_by(|a, b| missed(*a).total_cmp(&missed(*b))).unwrap_or(80.0);
        let methods = [
            ("forecast".to_owned(), own),
            ("last hour".to_owned(), ranged(&points, &fitted, persistence)),
            (format!("decay {best} min"), ranged(&points, &fitted, |p| decay(p, best))),
        ];
        for (method, told) in methods {
            let Score { held, width, error } = score(&told);
            let (count, hours) = (told.len(), minutes / 60);
            writeln!(
                out,
                "{name:18} {hours:3} h {method:15} {count:6} forecasts  held {held:5.1} %  width {width:7.1}×  error {error:6.2}×"
            )?;
        }
    }
    writeln!(out)
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--data").skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("say --data DIR")?);
    let windows: std::collections::BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&std::fs::read_to_string(folder.join("windows.json"))?)?;
    let named = |path: &str| path.trim_start_matches("realTweets/Twitter_volume_").trim_end_matches(".csv").to_owned();
    let files: Vec<String> = windows.keys().map(|path| named(path)).collect();
    let (tuned, others): (Vec<&str>, Vec<&str>) =
        files.iter().map(String::as_str).partition(|name| TUNED_FILES.contains(name));
    let settings = Settings::default();
    let points = |bursts: Vec<Burst>| bursts.iter().flat_map(|burst| burst.points(&settings)).collect::<Vec<_>>();
    let seeds = [points(generated(0..40)), points(generated(1_000..1_060))];
    let real = [points(real(&folder, &tuned)?), points(real(&folder, &others)?)];
    let mut out = std::io::stdout().lock();
    for (name, points, fitted) in [
        ("seeds, tuned", &seeds[0], &seeds[0]),
        ("seeds, others", &seeds[1], &seeds[0]),
        ("windows, tuned", &real[0], &real[0]),
        ("windows, others", &real[1], &real[0]),
    ] {
        rows(&mut out, name, points, fitted)?;
    }
    let all: Vec<Point> = real.into_iter().flatten().collect();
    rows(&mut out, "windows, all", &all, &all)?;
    Ok(())
}
