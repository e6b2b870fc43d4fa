//! `vigie signal replay|list|why`; the others stand in `assessment` and `budget`.

use super::{Setting, house};
use crate::Done;
use crate::cli::Signal as Asked;
use crate::output;
use anyhow::Context;
use domain::brand::Brand;
use domain::counter::Series;
use domain::signal::Explanation;
use engine::world::World;
use signal::why::{Frozen, recompute};
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;
use store::SignalFilter;

/// Replays counts through the detector, as a filter.
pub fn replay(counts: &Path) -> anyhow::Result<Done> {
    let file = File::open(counts).with_context(|| format!("{} cannot be opened", counts.display()))?;
    let (rows, bin) = signal::replay::read_csv(BufReader::new(file)).with_context(|| counts.display().to_string())?;
    let settings = signal::surge::Settings::for_bins(bin).with_context(|| counts.display().to_string())?;
    let judged = signal::replay::replay(rows.iter().map(|row| (row.at, row.value)), &settings);
    signal::replay::write_csv(BufWriter::new(std::io::stdout().lock()), &rows, judged)?;
    Ok(Done::All)
}

/// Lists signals, or says why one was raised.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    match asked {
        Asked::Replay { counts } => replay(&counts),
        Asked::Coordination { actions } => super::coordination::run(&actions, setting.json),
        Asked::List { organisation } => list(setting, organisation.as_deref()).await,
        Asked::Why { id, organisation } => why(setting, &id, organisation.as_deref()).await,
        Asked::Calibrate { brand, organisation, apply } => {
            let world = house::open(setting).await?;
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let brands = match brand {
                Some(named) => vec![house::brand(&world, &organisation, &named).await?],
                None => world.store.brands(organisation.id).await?,
            };
            super::budget::calibrate(&world, &brands, apply, setting.json).await
        }
        Asked::Assess(asked) => super::assessment::run(asked, setting).await,
    }
}

async fn list(setting: &Setting, organisation: Option<&str>) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, organisation).await?;
    let brands = world.store.brands(organisation.id).await?;
    for row in world.store.signals(organisation.id, SignalFilter::default(), 1_000).await? {
        if setting.json {
            output::json(&summary(&row, &brands))?;
        } else {
            let end = row.ended_at.map_or("open".to_owned(), |at| format!("ended {at}"));
            output::line(format!(
                "{}\t{}\t{}\tsince {}\t{} where {} were expected\t{end}",
                row.id,
                output::tame(brand_name(&row, &brands)),
                row.level,
                row.onset,
                row.observed,
                row.expected as f64 / 1000.0
            ))?;
        }
    }
    Ok(Done::All)
}

/// A signal in one object, as the command line and the demo print it.
pub fn summary(row: &store::SignalRow, brands: &[Brand]) -> serde_json::Value {
    serde_json::json!({
        "id": row.id, "brand": row.brand.0, "brand_name": brand_name(row, brands), "series": row.series.code(), "level": row.level, "onset": row.onset,
        "raised_at": row.raised_at, "ended_at": row.ended_at, "late": row.late, "wakes": row.wakes,
        "score": row.score as f64 / 1000.0, "observed": row.observed, "expected": row.expected as f64 / 1000.0,
    })
}

/// The name of the brand a signal is about.
pub fn brand_name<'a>(row: &store::SignalRow, brands: &'a [Brand]) -> &'a str {
    brands.iter().find(|brand| brand.id == row.brand).map_or("", |brand| &brand.name)
}

async fn why(setting: &Setting, id: &str, organisation: Option<&str>) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, organisation).await?;
    let row = world.store.signal(organisation.id, id).await.with_context(|| format!("signal `{id}`"))?;
    if row.series == Series::Grave {
        return grave_why(setting, &world, &row).await;
    }
    let frozen: Frozen = serde_json::from_str(&row.frozen).context("what the signal froze cannot be read")?;
    let again = recompute(&frozen)?;
    let score = engine::tick::thousandths(again.score);
    let same = score == row.score;
    let said: Explanation =
        serde_json::from_str(&row.explanation).context("the signal's explanation cannot be read")?;
    if setting.json {
        let brand = world.store.brand(organisation.id, row.brand).await?;
        let object = serde_json::json!({
            "signal": summary(&row, &[brand]), "recomputed": again, "identical": same, "explanation": said, "method_version": frozen.version,
        });
        output::json(&object)?;
    } else {
        print(&row, &said, again.score, same)?;
    }
    anyhow::ensure!(
        same,
        "the score computed again is {score} thousandths, the signal says {}: the record was changed",
        row.score
    );
    Ok(Done::All)
}

/// Says which words of one post raised a signal, and reads it again.
async fn grave_why(setting: &Setting, world: &World, row: &store::SignalRow) -> anyhow::Result<Done> {
    let again = engine::grave::read_again(world, row).await?;
    let same = again.is_identical();
    let said: Explanation =
        serde_json::from_str(&row.explanation).context("the signal's explanation cannot be read")?;
    if setting.json {
        let brand = world.store.brand(row.organisation, row.brand).await?;
        output::json(&serde_json::json!({
            "signal": summary(row, &[brand]), "recomputed": again.grave, "identical": same, "explanation": said,
            "method_version": again.frozen.reader,
        }))?;
    } else {
        let grave = said.grave.as_ref();
        let words = grave.map_or(String::new(), |grave| grave.words.join("\u{201d}, \u{201c}"));
        let harm = grave.map_or("", |grave| grave.harm.code());
        output::line(format!("{} {}: one grave post ({harm}), since {}", row.level, row.id, row.onset))?;
        output::line(format!("the words that say so: \u{201c}{}\u{201d}", output::tame(&words)))?;
        output::line(format!("read again: {}", if same { "identical" } else { "DIFFERENT" }))?;
        for story in &said.stories {
            output::line(format!("  {}", output::tame(&story.text)))?;
        }
    }
    anyhow::ensure!(
        same,
        "the post read again says something else than what the signal was raised on: the record was changed"
    );
    Ok(Done::All)
}

fn print(row: &store::SignalRow, said: &Explanation, score: f64, same: bool) -> anyhow::Result<()> {
    let expected = said.expected as f64 / 1000.0;
    output::line(format!(
        "{} {}: {} {} in {} minutes, {expected:.1} expected ({} to {} are usual), since {}",
        row.level,
        row.id,
        said.observed,
        row.series.code().replace('_', " "),
        said.window_minutes,
        said.low,
        said.high,
        row.onset,
    ))?;
    output::line(format!(
        "score {score:.3}, computed again from what was frozen: {}",
        if same { "identical" } else { "DIFFERENT" }
    ))?;
    output::line(format!("it would not have fired with fewer than {} in the same rhythm", said.least))?;
    output::line(format!("{} people, {} of the mentions speak ill", said.people, said.negative))?;
    for story in &said.stories {
        output::line(format!("  {:>4}× {}{}", story.count, output::tame(&story.text), without(story.fires_without)))?;
    }
    for (title, shares) in [("queries", &said.queries), ("authors", &said.authors), ("sources", &said.sources)] {
        output::line(format!("{title}:"))?;
        for share in shares {
            output::line(format!(
                "  {:>4}× {}{}",
                share.count,
                output::tame(&share.label),
                without(share.fires_without)
            ))?;
        }
    }
    Ok(())
}

fn without(fires: bool) -> &'static str {
    if fires { "" } else { "  (without it: no signal)" }
}
