//! The NAB score, written from the published rules: probation, one true positive per window, sigmoid weights, three profiles; and episodes
//! merged by quiet time.

use anyhow::{Context, Result};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use signal::replay::read_csv;
use std::collections::BTreeMap;
use std::path::Path;

/// One file: its times, counts, windows as inclusive row indices, and labels.
pub struct Series {
    pub name: String,
    pub rows: Vec<(i64, u64)>,
    pub bin: u32,
    pub windows: Vec<(usize, usize)>,
    pub labels: Vec<usize>,
}

/// Weights of a true positive, a false negative, a false positive.
pub const PROFILES: [(&str, [f64; 3]); 3] =
    [("standard", [1.0, 1.0, 0.11]), ("low FP", [1.0, 1.0, 0.22]), ("low FN", [1.0, 2.0, 0.11])];

/// An alarm after so long without one is a new one.
const QUIET_SECONDS: u32 = 12 * 3600;

impl Series {
    pub fn probation(&self) -> usize {
        (self.rows.len() * 15 / 100).min(750)
    }

    pub fn weeks(&self) -> f64 {
        (self.rows.len() - self.probation()) as f64 * f64::from(self.bin) / (7.0 * 86_400.0)
    }

    pub fn window_of(&self, row: usize) -> Option<usize> {
        self.windows.iter().position(|&(a, b)| (a..=b).contains(&row))
    }

    /// The raw score of these rows, ascending.
    pub fn raw(&self, rows: &[usize], [tp, fn_, fp]: [f64; 3]) -> f64 {
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

    /// A copy that kept so many in a hundred of its posts, drawn with this seed.
    pub fn thinned(&self, (percent, seed): (u32, u64)) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let mut kept = |count: u64| (0..count).filter(|_| random.next_u32() % 100 < percent).count() as u64;
        Self {
            name: self.name.clone(),
            rows: self.rows.iter().map(|&(at, count)| (at, kept(count))).collect(),
            bin: self.bin,
            windows: self.windows.clone(),
            labels: self.labels.clone(),
        }
    }

    /// The rows at or above a threshold.
    pub fn rows_at(&self, scores: &[f64], threshold: f64) -> Vec<usize> {
        (0..scores.len()).filter(|&row| scores[row] >= threshold).collect()
    }

    /// The same, merged: an alarm goes on while the score comes back to seven tenths of the threshold within the quiet time.
    pub fn episodes_at(&self, scores: &[f64], threshold: f64) -> Vec<usize> {
        let quiet = (QUIET_SECONDS / self.bin) as usize;
        let mut last: Option<usize> = None;
        let mut first = Vec::new();
        for (row, &score) in scores.iter().enumerate() {
            let goes_on = last.is_some_and(|last| row - last < quiet);
            if goes_on && score >= 0.7 * threshold {
                last = Some(row);
            } else if !goes_on && score >= threshold {
                first.push(row);
                last = Some(row);
            }
        }
        first
    }
}

fn sigmoid(x: f64) -> f64 {
    if x > 3.0 { -1.0 } else { 2.0 / (1.0 + libm::exp(5.0 * x)) - 1.0 }
}

/// What a raw sum over files is worth: 100 for perfect, 0 for silence.
pub fn normalised(raw: f64, windows: usize, [tp, fn_, _]: [f64; 3]) -> f64 {
    let null = -(windows as f64) * fn_;
    100.0 * (raw - null) / (windows as f64 * tp - null)
}

/// The score of what was found in each file.
pub fn worth(series: &[Series], found: &[Vec<usize>], profile: [f64; 3]) -> f64 {
    let windows = series.iter().map(|s| s.windows.len()).sum();
    normalised(series.iter().zip(found).map(|(s, rows)| s.raw(rows, profile)).sum(), windows, profile)
}

/// Reads the files that `windows.json` names.
pub fn load(folder: &Path) -> Result<Vec<Series>> {
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).with_context(|| format!("{name} in {folder:?}"));
    let windows: BTreeMap<String, Vec<[String; 2]>> = serde_json::from_str(&read("windows.json")?)?;
    let labels: BTreeMap<String, Vec<String>> = serde_json::from_str(&read("labels.json")?)?;
    let mut all = Vec::new();
    for (path, windows) in windows {
        let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
        let (rows, bin) = read_csv(std::io::BufReader::new(std::fs::File::open(folder.join(&name))?))?;
        let row = |time: &str| {
            let time = time.split('.').next().unwrap_or(time);
            rows.iter().position(|row| row.timestamp == time).with_context(|| format!("{name}: no row at {time}"))
        };
        let windows = windows.iter().map(|[a, b]| Ok((row(a)?, row(b)?))).collect::<Result<_>>()?;
        let labels = labels.get(&path).into_iter().flatten().map(|t| row(t)).collect::<Result<_>>()?;
        let rows = rows.iter().map(|row| (row.at, row.value)).collect();
        let name = name.trim_start_matches("Twitter_volume_").trim_end_matches(".csv").to_owned();
        all.push(Series { name, rows, bin, windows, labels });
    }
    Ok(all)
}
