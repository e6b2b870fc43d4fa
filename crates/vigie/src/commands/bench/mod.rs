//! `vigie bench`: this machine's speed beside this machine's limits, measured in the same run; no number without its gate.

mod e2e;
mod generate;
mod start;

use super::Setting;
use crate::Done;
use crate::cli::Bench;
use crate::output;
use anyhow::ensure;
use e2e::Speeds;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

/// One line of the answer.
#[derive(Debug, Serialize)]
struct Row {
    metric: &'static str,
    unit: &'static str,
    ours: f64,
    limit: Option<&'static str>,
    limit_value: Option<f64>,
    ratio: Option<f64>,
    /// The least ratio that will do.
    goal: Option<f64>,
    passes: Option<bool>,
}

/// Post rows beside the bare append.
const POST_ROWS_GOAL: f64 = 0.30;

/// Measures and prints.
pub async fn run(asked: Bench, setting: &Setting) -> anyhow::Result<Done> {
    ensure!(asked.posts > 0 && asked.queries > 0 && asked.runs > 0, "--posts, --queries and --runs are at least 1");
    // Times of the posts are part of the load: they come from the seed's own day.
    let start = Timestamp::UNIX_EPOCH.saturating_add(SignedDuration::from_hours(24 * 365 * 56))?;
    let now = start.saturating_add(SignedDuration::from_hours(25))?;
    let load = generate::load(asked.posts, asked.queries, asked.seed, start);
    let workers = setting.config.workers.max(1);
    let matched = e2e::gate(&load, now, workers).await?;
    output::aside(format!(
        "gate: of {} posts {matched} are stored, the very ones of the naive evaluator; {} were made to match",
        asked.posts, load.planted
    ));
    let (mut speeds, mut starts) = (Vec::new(), Vec::new());
    for n in 1..=asked.runs {
        speeds.push(e2e::run(&load, now, workers).await?);
        starts.push(start::run().await?);
        output::aside(format!("run {n} of {}", asked.runs));
    }
    let rows = rows(&speeds, &starts);
    match setting.json {
        true => output::json(&serde_json::json!({
            "posts": asked.posts, "queries": asked.queries, "runs": asked.runs, "seed": asked.seed, "workers": workers,
            "matching": load.planted as f64 / asked.posts as f64, "bytes_a_line": load.jsonl.len() / asked.posts,
            "stored_as_the_naive_evaluator_says": matched, "medians": rows,
        }))?,
        false => print(&asked, &load, &rows)?,
    }
    ensure!(are_met(&rows), "a goal was missed; on a busy machine more runs tell more");
    Ok(Done::All)
}

fn print(asked: &Bench, load: &generate::Load, rows: &[Row]) -> anyhow::Result<()> {
    output::line(format!(
        "{} posts of {} bytes, {} queries, {:.1} % matching; medians of {} runs",
        asked.posts,
        load.jsonl.len() / asked.posts,
        asked.queries,
        100.0 * load.planted as f64 / asked.posts as f64,
        asked.runs
    ))?;
    output::line("metric | ours | limit | ratio | goal")?;
    for row in rows {
        let limit = match (row.limit, row.limit_value) {
            (Some(name), Some(value)) => format!("{name}: {value:.0} {}", row.unit),
            _ => "–".to_owned(),
        };
        let ratio = row.ratio.map_or("–".to_owned(), |ratio| format!("{ratio:.2}"));
        let goal = match (row.goal, row.passes) {
            (Some(goal), Some(passes)) => format!("≥ {goal:.2}: {}", if passes { "pass" } else { "FAIL" }),
            _ => "–".to_owned(),
        };
        output::line(format!("{} | {:.0} {} | {limit} | {ratio} | {goal}", row.metric, row.ours, row.unit))?;
    }
    Ok(())
}

/// Whether no goal was missed.
fn are_met(rows: &[Row]) -> bool {
    rows.iter().all(|row| row.passes != Some(false))
}

fn rows(speeds: &[Speeds], starts: &[start::Start]) -> Vec<Row> {
    let against = |metric, unit, ours: fn(&Speeds) -> f64, name, limit: fn(&Speeds) -> f64| Row {
        metric,
        unit,
        ours: median(speeds.iter().map(ours)),
        limit: Some(name),
        limit_value: Some(median(speeds.iter().map(limit))),
        // The ratio is taken within each run: both met the same neighbours.
        ratio: Some(median(speeds.iter().map(|s| ours(s) / limit(s)))),
        goal: None,
        passes: None,
    };
    let alone = |metric, unit, ours| Row {
        metric,
        unit,
        ours,
        limit: None,
        limit_value: None,
        ratio: None,
        goal: None,
        passes: None,
    };
    const PATH: &str = "JSONL to stored and counted";
    vec![
        against(PATH, "posts/s", |s| s.end_to_end, "parse only", |s| s.parse),
        against(PATH, "posts/s", |s| s.end_to_end, "match only, one thread", |s| s.matching),
        against(PATH, "posts/s", |s| s.end_to_end, "bare append of every post", |s| s.append),
        against("JSON lines to posts", "posts/s", |s| s.parse, "JSON read, nothing made of it", |s| s.json),
        judged(
            against("post rows, every post stored", "rows/s", |s| s.post_rows, "bare append", |s| s.append),
            POST_ROWS_GOAL,
        ),
        against("transaction 1, every post a mention", "mentions/s", |s| s.mentions, "bare append", |s| s.append),
        alone("cold start to the first 200", "ms", median(starts.iter().map(|s| s.cold_ms))),
        alone("idle memory of serve", "MiB", median(starts.iter().map(|s| s.idle_mib))),
    ]
}

/// The row with its goal; the measured ratio is judged, not the one that is printed.
fn judged(row: Row, goal: f64) -> Row {
    Row { goal: Some(goal), passes: row.ratio.map(|ratio| ratio >= goal), ..row }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratio_is_the_median_of_ratios() {
        let run = |ours, limit| Speeds { end_to_end: ours, parse: limit, ..Speeds::default() };
        let rows = rows(&[run(10.0, 100.0), run(60.0, 120.0), run(30.0, 90.0)], &[]);
        assert_eq!((rows[0].ours, rows[0].limit_value), (30.0, Some(100.0)));
        assert!(rows[0].ratio.is_some_and(|ratio| (ratio - 1.0 / 3.0).abs() < 1e-9), "{rows:?}");
    }

    #[test]
    fn a_goal_is_judged_by_the_ratio_itself() {
        let run = |post_rows| Speeds { post_rows, append: 1_000.0, ..Speeds::default() };
        let met = |speed| are_met(&rows(&[run(speed)], &[]));
        assert!(!met(299.0), "printed as 0.30, and yet below");
        assert!(met(300.0));
    }
}
