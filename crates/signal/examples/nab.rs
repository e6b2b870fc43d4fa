//! The standard NAB score of the surge detector on the realTweets files of a folder, with `windows.json` and `labels.json`.
//!
//! `cargo run --release -p vigie-signal --example nab -- --data DIR`
//!
//! The scorer is written from the published rules: probation, one true positive per window, sigmoid weights, three profiles.
//! The detector's defaults were tuned on five of these files, so that its rows for those are in-sample.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use vigie_signal::replay::{read_csv, replay};
use vigie_signal::{Change, Episodes, Level, Settings, State};

/// One file: its times, counts, windows as inclusive row indices, and labels.
struct Series {
    name: String,
    rows: Vec<(i64, u64)>,
    bin: u32,
    windows: Vec<(usize, usize)>,
    labels: Vec<usize>,
}

/// Weights of a true positive, a false negative, a false positive.
const PROFILES: [(&str, [f64; 3]); 3] =
    [("standard", [1.0, 1.0, 0.11]), ("low FP", [1.0, 1.0, 0.22]), ("low FN", [1.0, 2.0, 0.11])];

impl Series {
    fn probation(&self) -> usize {
        (self.rows.len() * 15 / 100).min(750)
    }

    fn weeks(&self) -> f64 {
        (self.rows.len() - self.probation()) as f64 * f64::from(self.bin) / (7.0 * 86_400.0)
    }

    fn window_of(&self, row: usize) -> Option<usize> {
        self.windows.iter().position(|&(a, b)| (a..=b).contains(&row))
    }

    /// The raw score of these rows, ascending.
    fn raw(&self, rows: &[usize], [tp, fn_, fp]: [f64; 3]) -> f64 {
        let mut best = vec![-fn_; self.windows.len()];
        let mut sum = 0.0;
        for &row in rows.iter().filter(|&&row| row >= self.probation()) {
            if let Some(window) = self.window_of(row) {
                let (a, b) = self.windows[window];
                let x = -((b - row + 1) as f64) / (b - a + 1) as f64;
                best[window] = best[window].max(tp * sigmoid(x) / sigmoid(-1.0));
            } else {
                let before = self.windows.iter().rfind(|&&(_, b)| b < row);
                sum += fp * before.map_or(-1.0, |&(a, b)| sigmoid((row - b) as f64 / (b - a) as f64));
            }
        }
        sum + best.iter().sum::<f64>()
    }
}

fn sigmoid(x: f64) -> f64 {
    if x > 3.0 { -1.0 } else { 2.0 / (1.0 + libm::exp(5.0 * x)) - 1.0 }
}

/// 100 for perfect, 0 for silence.
fn normalised(series: &[&Series], found: &[Vec<usize>], profile: [f64; 3]) -> f64 {
    let windows: usize = series.iter().map(|s| s.windows.len()).sum();
    let raw: f64 = series.iter().zip(found).map(|(s, rows)| s.raw(rows, profile)).sum();
    let null = -(windows as f64) * profile[1];
    100.0 * (raw - null) / (windows as f64 * profile[0] - null)
}

fn load(folder: &Path) -> Result<Vec<Series>, Box<dyn Error>> {
    let read = |name| -> Result<_, Box<dyn Error>> { Ok(std::fs::read_to_string(folder.join(name))?) };
    let windows: BTreeMap<String, Vec<[String; 2]>> = serde_json::from_str(&read("windows.json")?)?;
    let labels: BTreeMap<String, Vec<String>> = serde_json::from_str(&read("labels.json")?)?;
    let mut all = Vec::new();
    for (path, windows) in windows {
        let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
        let (rows, bin) = read_csv(std::io::BufReader::new(std::fs::File::open(folder.join(&name))?))?;
        let row = |time: &str| {
            let time = time.split('.').next().unwrap_or(time);
            rows.iter().position(|row| row.timestamp == time).ok_or(format!("{name}: no row at {time}"))
        };
        let windows = windows.iter().map(|[a, b]| Ok((row(a)?, row(b)?))).collect::<Result<_, String>>()?;
        let labels = labels[&path].iter().map(|t| row(t)).collect::<Result<_, _>>()?;
        let rows = rows.iter().map(|row| (row.at, row.value)).collect();
        let name = name.trim_start_matches("Twitter_volume_").trim_end_matches(".csv").to_owned();
        all.push(Series { name, rows, bin, windows, labels });
    }
    Ok(all)
}

fn scores(series: &Series, settings: &Settings) -> Vec<f64> {
    let mut state = State::new(settings);
    let second = |at: i64| at.rem_euclid(604_800) as u32;
    series.rows.iter().map(|&(at, count)| state.step(settings, count, second(at)).score).collect()
}

/// The first rows of the episodes at one threshold.
fn episodes(series: &Series, scores: &[f64], settings: &Settings, threshold: f64) -> Vec<usize> {
    let settings = Settings { notice: threshold, alert: f64::INFINITY, ..settings.clone() };
    let mut episodes = Episodes::default();
    let raised = |row: usize| {
        let at = series.rows[row].0;
        let changes = episodes.fold(&settings, at, scores[row], || at);
        changes.iter().flatten().any(|c| matches!(c, Change::Raise { .. })).then_some(row)
    };
    (0..scores.len()).filter_map(raised).collect()
}

fn thresholds() -> impl Iterator<Item = f64> {
    (0..160).map(|i| 0.5 + 0.05 * f64::from(i))
}

/// The threshold with the best score of one profile, and that score.
fn best(series: &[&Series], scores: &[&Vec<f64>], settings: &Settings, profile: [f64; 3]) -> (f64, f64) {
    let at = |threshold| {
        let found: Vec<_> = series.iter().zip(scores).map(|(s, x)| episodes(s, x, settings, threshold)).collect();
        normalised(series, &found, profile)
    };
    thresholds().map(|t| (t, at(t))).fold((0.0, f64::MIN), |a, b| if b.1 > a.1 { b } else { a })
}

/// The score where each file has the threshold that was best on the others.
fn leave_one_out(series: &[&Series], scores: &[&Vec<f64>], settings: &Settings, profile: [f64; 3]) -> f64 {
    let found: Vec<_> = (0..series.len())
        .map(|out| {
            let (mut others, mut their) = (series.to_vec(), scores.to_vec());
            others.remove(out);
            their.remove(out);
            episodes(series[out], scores[out], settings, best(&others, &their, settings, profile).0)
        })
        .collect();
    normalised(series, &found, profile)
}

fn data_folder() -> Result<PathBuf, Box<dyn Error>> {
    let mut arguments = std::env::args().skip_while(|a| a != "--data").skip(1);
    Ok(arguments
        .next()
        .ok_or("give --data DIR: the folder with the realTweets files, windows.json and labels.json")?
        .into())
}

/// Prints what a set of rows is worth: three scores, recall, delays, false alarms.
fn print(to: &mut impl Write, what: &str, series: &[&Series], found: &[Vec<usize>]) -> std::io::Result<()> {
    let [a, b, c] = PROFILES.map(|(_, profile)| normalised(series, found, profile));
    let (mut hit, mut soon, mut windows, mut false_alarms, mut weeks) = (0, 0, 0, 0, 0.0);
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
        windows += s.windows.len();
        false_alarms += outside;
        weeks += s.weeks();
        let rate = outside as f64 / s.weeks();
        delays += &format!("    {:<5} {rate:.2} false a week; minutes after the label: {}\n", s.name, own.join(" "));
    }
    minutes.sort_unstable();
    let median = minutes.get(minutes.len() / 2).map_or("none".to_owned(), i64::to_string);
    let per_week = false_alarms as f64 / weeks;
    writeln!(
        to,
        "{what}: {a:.1} / {b:.1} / {c:.1}; windows {hit}/{windows}, within +30 min {soon}; false alarms {false_alarms}, \
         {per_week:.2} a week; median {median} min\n{delays}"
    )
}

fn every(series: &Series, hours: usize) -> Vec<usize> {
    let step = hours * 3600 / series.bin as usize;
    (series.probation()..series.rows.len()).step_by(step).collect()
}

fn at_random(series: &Series, hours: f64, random: &mut ChaCha8Rng) -> Vec<usize> {
    let chance = f64::from(series.bin) / (hours * 3600.0);
    let mut hit = || f64::from(random.next_u32()) / 4_294_967_296.0 < chance;
    (0..series.rows.len()).filter(|_| hit()).collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let all = load(&data_folder()?)?;
    let series: Vec<&Series> = all.iter().collect();
    let settings = Settings::for_bins(series.first().ok_or("no files")?.bin)?;
    let scores: Vec<_> = series.iter().map(|s| scores(s, &settings)).collect();
    let scores: Vec<_> = scores.iter().collect();
    let mut to = std::io::stdout().lock();
    writeln!(
        to,
        "scores: standard / low FP / low FN. Settings and thresholds were chosen on these files: in-sample.\n"
    )?;
    for (name, profile) in PROFILES {
        let (threshold, score) = best(&series, &scores, &settings, profile);
        let honest = leave_one_out(&series, &scores, &settings, profile);
        writeln!(to, "{name}: best {score:.1} at {threshold:.2}; threshold from the other files {honest:.1}")?;
    }
    writeln!(to)?;
    let judged: Vec<Vec<_>> = series.iter().map(|s| replay(s.rows.iter().copied(), &settings).collect()).collect();
    let rows_at = |threshold: f64| -> Vec<Vec<usize>> {
        judged.iter().map(|j: &Vec<_>| (0..j.len()).filter(|&i| j[i].score >= threshold).collect()).collect()
    };
    let first: Vec<_> = series.iter().zip(&scores).map(|(s, x)| episodes(s, x, &settings, settings.notice)).collect();
    let title = format!("episodes at {}, without the rows that make them alerts", settings.notice);
    print(&mut to, &title, &series, &first)?;
    for level in [Level::Notice, Level::Alert] {
        let threshold = level.threshold(&settings);
        print(&mut to, &format!("{} (replay, score >= {threshold})", level.code()), &series, &rows_at(threshold))?;
    }
    let labels: Vec<_> = series.iter().map(|s| s.labels.clone()).collect();
    print(&mut to, "an oracle that alarms at each label", &series, &labels)?;
    let metronome: Vec<_> = series.iter().map(|s| every(s, 48)).collect();
    print(&mut to, "metronome, every 48 h", &series, &metronome)?;
    let mut random = ChaCha8Rng::seed_from_u64(1);
    for hours in [48.0, 96.0, 192.0] {
        let mut sums = [0.0; 3];
        for _ in 0..50 {
            let found: Vec<_> = series.iter().map(|s| at_random(s, hours, &mut random)).collect();
            for (sum, (_, profile)) in sums.iter_mut().zip(PROFILES) {
                *sum += normalised(&series, &found, profile) / 50.0;
            }
        }
        let [a, b, c] = sums;
        writeln!(to, "random rows, one in {hours} h, mean of 50 draws: {a:.1} / {b:.1} / {c:.1}")?;
    }
    Ok(())
}
