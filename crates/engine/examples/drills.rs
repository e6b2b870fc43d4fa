//! Plays every pack that ships with a scripted team, and prints the table: detected after so many minutes, what was raised, the score, the log.
//! `cargo run -p vigie-engine --example drills [-- PACK…]` (a name, or the path of a file); each pack is played with 1, 2 and 8 workers where `--thrice` stands first.

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Instant;
use store::Store;
use vigie_engine::drill::{Drill, Outcome};
use vigie_engine::pack::{Pack, shipped};
use vigie_engine::replay::Play;

type Failed = Box<dyn std::error::Error + Send + Sync>;

fn main() -> Result<(), Failed> {
    let named: Vec<String> = std::env::args().skip(1).collect();
    let thrice = named.first().is_some_and(|first| first == "--thrice");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().worker_threads(2).build()?;
    runtime.block_on(all(&named, thrice))
}

#[expect(clippy::disallowed_methods, reason = "how long a drill takes is wall time")]
async fn all(named: &[String], thrice: bool) -> Result<(), Failed> {
    let mut out = io::stdout();
    writeln!(out, "| pack | detected after (min) | alerts | called | notices | score | refused | posts | s | log |")?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|---|")?;
    for pack in asked(named)? {
        let workers: &[usize] = if thrice { &[1, 2, 8] } else { &[2] };
        let mut first: Option<Outcome> = None;
        for workers in workers {
            let began = Instant::now();
            let outcome = play(pack.clone(), *workers).await?;
            writeln!(out, "{}", row(&outcome, began.elapsed().as_secs()))?;
            if named.iter().any(|name| name == "--explain") {
                explain(&mut out, &outcome)?;
            }
            if first.as_ref().is_some_and(|first| first.log_hash != outcome.log_hash) {
                return Err(format!("{}: another log with {workers} workers", pack.name).into());
            }
            first = first.or(Some(outcome));
        }
    }
    Ok(())
}

/// Those that are named, by their names or by the paths of files; all that ship where none is.
fn asked(named: &[String]) -> Result<Vec<Pack>, Failed> {
    let named: Vec<&String> = named.iter().filter(|name| !name.starts_with("--")).collect();
    let mut packs = Vec::new();
    for name in &named {
        match shipped().iter().find(|known| known.name == name.as_str()) {
            Some(known) => packs.push(known.read()?),
            None => packs.push(Pack::read(&std::fs::read_to_string(name)?).map_err(|why| format!("{name}: {why}"))?),
        }
    }
    if named.is_empty() {
        for known in shipped() {
            packs.push(known.read()?);
        }
    }
    packs.retain(|pack| pack.team.is_some());
    Ok(packs)
}

async fn play(pack: Pack, workers: usize) -> Result<Outcome, Failed> {
    let store = Arc::new(Store::open("sqlite::memory:").await?);
    let mut drill = Drill::set(store, pack, Play::default(), workers).await?;
    while drill.minute().await? {}
    Ok(drill.outcome().await?)
}

fn row(outcome: &Outcome, seconds: u64) -> String {
    let after = outcome.detected_after_minutes.map_or("–".to_owned(), |minutes| minutes.to_string());
    let notices = outcome.signals.len() - outcome.alerts;
    let (score, refused) = (outcome.score.percent, outcome.refused.len());
    let log = outcome.log_hash.get(..12).unwrap_or_default();
    let (pack, alerts, called, posts) = (&outcome.pack, outcome.alerts, outcome.called, outcome.posts);
    format!(
        "| {pack} | {after} | {alerts} | {called} | {notices} | {score} | {refused} | {posts} | {seconds} | {log} |"
    )
}

fn explain(out: &mut io::Stdout, outcome: &Outcome) -> Result<(), Failed> {
    for row in &outcome.signals {
        writeln!(
            out,
            "  {} {} {} {}{}",
            row.at,
            row.level,
            row.brand,
            row.series,
            if row.called { ", called" } else { "" }
        )?;
    }
    for item in &outcome.score.items {
        let missing: Vec<&str> = item.evidence.iter().filter(|one| !one.holds).map(|one| one.of.as_str()).collect();
        writeln!(out, "  {}: {}/{} {missing:?}", item.what.code(), item.got, item.of)?;
    }
    for refused in &outcome.refused {
        writeln!(out, "  refused {} to {} at {}: {}", refused.what, refused.by, refused.at, refused.why)?;
    }
    Ok(())
}
