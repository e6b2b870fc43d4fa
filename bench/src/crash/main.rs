//! `kill -9` during ingestion from a feed and a webhook, again and again; then the peers' own lists are held against what is stored.
//!
//! `vigie-crash --vigie PROGRAM [--kills N] [--seed S] [--mutant NAME]`: the program must be built with the feature `crashpoints`.
//! Exit codes: 0 nothing lost, nothing twice · 1 something was · 2 the test itself could not be done.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line program speaks to the person who started it"
)]
#![expect(clippy::disallowed_methods, reason = "real processes are killed in wall time, and peers live in wall time")]

mod chance;
mod feed;
mod hook;
mod judge;
mod plan;
mod post;
mod victim;

use anyhow::{Context, bail, ensure};
use feed::Feed;
use hook::{Sender, Target};
use judge::{Verdict, judge};
use plan::{Kill, PLACES, plan};
use std::collections::BTreeMap;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use victim::Victim;

/// How long the program may take to come to a place where it is to be killed.
const PATIENCE: Duration = Duration::from_secs(20);

struct Asked {
    vigie: PathBuf,
    kills: usize,
    seed: u64,
    mutant: Option<String>,
}

fn main() -> ExitCode {
    match read(std::env::args().skip(1)).and_then(|asked| run(&asked)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("vigie-crash: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn read(mut words: impl Iterator<Item = String>) -> anyhow::Result<Asked> {
    let mut asked = Asked { vigie: PathBuf::new(), kills: 20, seed: 1, mutant: None };
    while let Some(word) = words.next() {
        let value = words.next().with_context(|| format!("`{word}` needs a value"))?;
        match word.as_str() {
            "--vigie" => asked.vigie = PathBuf::from(value),
            "--kills" => asked.kills = value.parse().context("--kills needs a number")?,
            "--seed" => asked.seed = value.parse().context("--seed needs a number")?,
            "--mutant" => asked.mutant = Some(value),
            other => bail!("`{other}` is not known; known are --vigie, --kills, --seed, --mutant"),
        }
    }
    ensure!(asked.vigie.is_file(), "--vigie must name the program, built with the feature crashpoints");
    Ok(asked)
}

/// Kills, settles and judges; answers whether nothing was lost and nothing came twice.
fn run(asked: &Asked) -> anyhow::Result<bool> {
    let folder = std::env::temp_dir().join(format!("vigie-crash-{}", std::process::id()));
    std::fs::create_dir(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let listen = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let program = asked.vigie.canonicalize()?;
    let victim = Victim { program, folder: folder.clone(), listen, mutant: asked.mutant.clone() };
    let outcome = attack(&victim, asked);
    if let Err(error) = &outcome {
        eprintln!("{error:#}; the end of its log:\n{}", victim.last_words());
    }
    std::fs::remove_dir_all(&folder)?;
    outcome
}

fn attack(victim: &Victim, asked: &Asked) -> anyhow::Result<bool> {
    let began = Instant::now();
    let feed = Feed::start(asked.seed)?;
    let sender = Sender::start(set_up(victim, &feed)?, asked.seed + 1);
    let mut hits: BTreeMap<String, usize> = BTreeMap::new();
    for kill in plan(asked.kills, asked.seed) {
        *hits.entry(one_life(victim, &kill)?).or_default() += 1;
    }
    let mut last = victim.live(None)?;
    last.ready()?;
    let sent = sender.end()?;
    feed.end();
    settle(&feed)?;
    last.kill()?;
    let verdict = judge(victim, feed.served(), &sent)?;
    print(asked, &hits, &verdict);
    println!(
        "peers            {} polls answered whole, {} deliveries, {} sent again; {:.0} s",
        feed.polls(),
        sent.deliveries,
        sent.repeats,
        began.elapsed().as_secs_f64()
    );
    Ok(verdict.is_clean())
}

/// A house with one brand, the feed and the webhook.
fn set_up(victim: &Victim, feed: &Feed) -> anyhow::Result<Target> {
    victim.ask(&["init", "--organisation", "Arrakis", "--email", "lookout@dune.example", "--name", "Lookout"])?;
    victim.ask(&["brand", "add", post::BRAND, "--query", post::BRAND])?;
    let (address, url) = (feed.address.to_string(), format!("http://{}/feed.xml", feed.address));
    victim.ask(&["source", "add", "feed", &url, "--allow", &address])?;
    let added = victim.ask(&["--json", "source", "add", "webhook"])?;
    let added: serde_json::Value = serde_json::from_str(&added).context("`source add webhook --json` gave no JSON")?;
    let id = added["id"].as_i64().context("the webhook has no id")?;
    Target::new(victim.listen, id, added["secret"].as_str().context("the webhook has no secret")?)
}

/// Lives until its kill; answers where it was killed.
fn one_life(victim: &Victim, kill: &Kill) -> anyhow::Result<String> {
    let wish = match kill {
        Kill::At { place, nth } => Some(format!("{place}:{nth}")),
        _ => None,
    };
    let mut life = victim.live(wish.as_deref())?;
    let place = match kill {
        Kill::At { place, .. } => match life.reached(PATIENCE) {
            Some(reached) => reached,
            None => bail!(
                "it did not come to {place} in {} s: a kill that does not happen proves nothing",
                PATIENCE.as_secs()
            ),
        },
        Kill::After(time) => {
            life.ready()?;
            std::thread::sleep(*time);
            "any time".to_owned()
        }
        Kill::Starting(time) => {
            std::thread::sleep(*time);
            "while starting".to_owned()
        }
    };
    life.kill()?;
    Ok(place)
}

/// Three more whole polls and a moment to take the last.
fn settle(feed: &Feed) -> anyhow::Result<()> {
    let (enough, began) = (feed.polls() + 3, Instant::now());
    while feed.polls() < enough {
        ensure!(began.elapsed() < PATIENCE, "the feed was not polled any more at the end");
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_millis(500));
    Ok(())
}

fn print(asked: &Asked, hits: &BTreeMap<String, usize>, verdict: &Verdict) {
    let bug = asked.mutant.as_ref().map_or(String::new(), |name| format!(", with the bug {name}"));
    println!("{} kills with kill -9, seed {}{bug}", asked.kills, asked.seed);
    for point in ["before-tx1", "inside-tx1", "after-tx1", "between-tx1-and-tx2"] {
        let places: Vec<_> = PLACES.iter().filter(|place| place.starts_with(point)).collect();
        let number = |place: &str| hits.get(place).copied().unwrap_or_default();
        let by: Vec<_> =
            places.iter().map(|p| format!("{} {}", p.split('/').next_back().unwrap_or_default(), number(p))).collect();
        println!("  {point:<20} {:>4}  ({})", places.iter().map(|p| number(p)).sum::<usize>(), by.join(", "));
    }
    for any in ["any time", "while starting"] {
        println!("  {any:<20} {:>4}", hits.get(any).copied().unwrap_or_default());
    }
    println!("feed             {} items served, {} lost", verdict.feed_served, verdict.feed_lost.len());
    println!("webhook          {} posts acknowledged, {} lost", verdict.hook_acknowledged, verdict.hook_lost.len());
    println!(
        "stored           {} posts, {} twice, {} that nobody served",
        verdict.stored,
        verdict.duplicate.len(),
        verdict.strange.len()
    );
    println!("counted          {} mentions, minute counters' sum {}", verdict.mentions, verdict.counted);
    for (what, list) in [
        ("lost from the feed", &verdict.feed_lost),
        ("lost from the webhook", &verdict.hook_lost),
        ("twice", &verdict.duplicate),
        ("strange", &verdict.strange),
    ] {
        if !list.is_empty() {
            println!("{what}: {}", list.iter().take(20).cloned().collect::<Vec<_>>().join(" "));
        }
    }
}
