//! False alarms by threshold, of single series and of brands, from which the budgets' scores were taken; and what many brands cost.

use super::{MINUTES_A_WEEK, World};
use std::io::Write;
use vigie_signal::surge::budget::{Budget, Rarer};
use vigie_signal::{Change, Episodes, Level, Settings, State};

/// Series of each size, and their weeks; the first of each is left out.
const SERIES: u64 = 200;
const WEEKS: u64 = 14;
const SIZES: [(&str, f64); 7] = [
    ("2 a month", 0.0028),
    ("1 a day", 0.042),
    ("3 a day", 0.125),
    ("1 an hour", 1.0),
    ("10 an hour", 10.0),
    ("60 an hour", 60.0),
    ("1000 an hour", 1000.0),
];
const CROWDS: [usize; 3] = [1, 25, 1_000];

/// Of so many posts one speaks ill, whatever else is said.
const ILL: f64 = 0.3;
/// As the engine does: an alert wakes somebody, and four posts never do.
const ALERT_LEAST: u64 = 5;

/// Series judged as one brand, at many thresholds at once. Slow burns make notices and no alerts, so each level has states of its own.
struct Judged {
    settings: Settings,
    states: Vec<State>,
    /// Windows of fewer do not count.
    least: u64,
    episodes: Vec<(Settings, Episodes, u64)>,
}

impl Judged {
    fn new(level: Level, thresholds: &[f64], series: usize) -> Self {
        let usual = Settings::default();
        let (burn, least) = if level == Level::Notice { (usual.burn, 1) } else { (0.0, ALERT_LEAST) };
        let settings = Settings { alert: 1e6, burn, ..usual };
        let at = |&notice: &f64| (Settings { notice, ..settings.clone() }, Episodes::default(), 0);
        let episodes = thresholds.iter().map(at).collect();
        Self { states: vec![State::new(&settings); series], least, episodes, settings }
    }

    /// What stands out most speaks for the others.
    fn take(&mut self, counted: [u64; 2], second: u32, at: i64, counts: bool) {
        let series = self.states.iter_mut().zip(counted);
        let steps = series.map(|(state, count)| state.step(&self.settings, count, second));
        let score = steps.filter(|step| step.window_observed >= self.least).map(|step| step.score).fold(0.0, f64::max);
        for (settings, episodes, raised) in &mut self.episodes {
            if score == 0.0 && episodes.current().is_none() {
                continue;
            }
            let changes = episodes.fold(settings, at, score, || at);
            let begins = changes.iter().flatten().any(|change| matches!(change, Change::Raise { .. }));
            *raised += u64::from(begins && counts);
        }
    }
}

/// Episodes a week at each threshold, for notices and for alerts: of the mentions alone, or with the ill ones among them. The series are drawn from
/// the seeds that follow `first`: the budgets were taken from those that follow 0.
fn rates(hourly: f64, thresholds: &[f64], series: usize, first: u64) -> [Vec<f64>; 2] {
    let mut sums = [vec![0.0; thresholds.len()], vec![0.0; thresholds.len()]];
    for number in 0..SERIES {
        let mut world = World::new(1_000 + first + number, hourly);
        let mut tone = World::new(1_000_000 + first + number, hourly);
        let mut judged = [Level::Notice, Level::Alert].map(|level| Judged::new(level, thresholds, series));
        for minute in 0..WEEKS * MINUTES_A_WEEK {
            let (second, count) = (world.second(), world.count(1.0));
            let ill = if series > 1 { (0..count).filter(|_| tone.uniform() < ILL).count() as u64 } else { 0 };
            for one in &mut judged {
                one.take([count, ill], second, minute as i64 * 60, minute >= MINUTES_A_WEEK);
            }
        }
        for (sums, judged) in sums.iter_mut().zip(&judged) {
            for (sum, (.., raised)) in sums.iter_mut().zip(&judged.episodes) {
                *sum += *raised as f64 / (SERIES * (WEEKS - 1)) as f64;
            }
        }
    }
    sums
}

/// The settings of a brand with the usual budget among so many such brands.
fn crowded(brands: usize) -> Settings {
    Budget::default().settings(&Settings::default(), Rarer::of(vec![Budget::default(); brands]))
}

/// Minutes until a storm after three calm weeks reaches each of these scores, within six hours.
fn storm(hourly: f64, times: f64, seed: u64, scores: &[f64]) -> Vec<Option<u64>> {
    let settings = Settings::default();
    let (mut world, mut state) = (World::new(seed, hourly), State::new(&settings));
    let start = 3 * MINUTES_A_WEEK + seed * 97 % 1440;
    let mut reached = vec![None; scores.len()];
    for minute in 0..start + 360 {
        let (second, now) = (world.second(), if minute < start { 1.0 } else { times });
        let step = state.step(&settings, world.count(now), second);
        if minute >= start {
            for (reached, _) in reached.iter_mut().zip(scores).filter(|(_, score)| step.score >= **score) {
                reached.get_or_insert(minute - start + 1);
            }
        }
    }
    reached
}

/// Prints it all.
pub fn print(to: &mut impl Write) -> std::io::Result<()> {
    let mut thresholds: Vec<f64> = (4..=20).map(|n| f64::from(n) * 0.1).collect();
    let grid = thresholds.len();
    thresholds.extend(CROWDS.map(|brands| crowded(brands).notice));
    thresholds.extend(CROWDS.map(|brands| crowded(brands).alert));
    let mut all = Vec::new();
    for (name, hourly) in SIZES {
        let found = rates(hourly, &thresholds, 1, 0);
        writeln!(to, "{name}, score: notices and alerts a week")?;
        for (n, threshold) in thresholds.iter().enumerate().take(grid) {
            writeln!(to, "  {threshold:.2}: {:.5} {:.5}", found[0][n], found[1][n])?;
        }
        to.flush()?;
        all.push(found);
    }
    let worst = |level: usize, n: usize| all.iter().map(|rates| rates[level][n]).fold(0.0, f64::max);
    let mean = |level: usize, n: usize| all.iter().map(|rates| rates[level][n]).sum::<f64>() / all.len() as f64;
    writeln!(to, "the worst size, score: notices and alerts a week")?;
    for (n, threshold) in thresholds.iter().enumerate().take(grid) {
        writeln!(to, "  ({threshold:.2}, {:.5}, {:.5}),", worst(0, n), worst(1, n))?;
    }
    let month = 30.0 / 7.0;
    for (n, brands) in CROWDS.into_iter().enumerate() {
        let many = brands as f64 * month;
        for (level, what) in [(0, "notices"), (1, "alerts")] {
            let (free, bound) = (grid + level * CROWDS.len(), grid + level * CROWDS.len() + n);
            writeln!(
                to,
                "{brands} brands, {what} a month: without a bound {:.2} (all of the worst size {:.2}), with it {:.2} ({:.2}), from {:.3} on",
                many * mean(level, free),
                many * worst(level, free),
                many * mean(level, bound),
                many * worst(level, bound),
                thresholds[bound],
            )?;
        }
    }
    storms(to)
}

/// Prints how often a brand of a size, or of each, reaches each score by its mentions and the ill ones among them, drawn from the seeds after `first`.
pub fn brand(to: &mut impl Write, only: Option<&str>, first: u64) -> std::io::Result<()> {
    let thresholds: Vec<f64> = (10..=36).map(|n| f64::from(n) * 0.05).collect();
    for (name, hourly) in SIZES.into_iter().filter(|(name, _)| only.is_none_or(|only| only == *name)) {
        let [notices, alerts] = rates(hourly, &thresholds, 2, first);
        writeln!(to, "{name}, score: notices and alerts a week")?;
        for ((threshold, notices), alerts) in thresholds.iter().zip(notices).zip(alerts) {
            writeln!(to, "  {threshold:.2}: {notices:.5} {alerts:.5}")?;
        }
        to.flush()?;
    }
    Ok(())
}

fn storms(to: &mut impl Write) -> std::io::Result<()> {
    const RUNS: u64 = 40;
    let scores = CROWDS.map(|brands| crowded(brands).alert);
    for (name, hourly) in SIZES.into_iter().skip(1) {
        for times in [3.0, 10.0, 30.0] {
            let runs: Vec<_> = (0..RUNS).map(|seed| storm(hourly, times, seed, &scores)).collect();
            write!(to, "{name}, storm of {times}x, alerts within 6 h and their median minute:")?;
            for (n, brands) in CROWDS.into_iter().enumerate() {
                let mut delays: Vec<u64> = runs.iter().filter_map(|reached| reached[n]).collect();
                delays.sort_unstable();
                let median = delays.get(RUNS as usize / 2).map_or("never".to_owned(), u64::to_string);
                write!(to, "  {brands} brands {}/{RUNS} {median}", delays.len())?;
            }
            writeln!(to)?;
        }
    }
    Ok(())
}
