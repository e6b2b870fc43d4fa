//! `vigie import`: posts from a file or standard input, resumable, every row accounted for.

use super::{Setting, house};
use crate::Done;
use crate::cli::Import;
use crate::output;
use anyhow::Context;
use connect::inbound::file::{Batch, Detected, Mapping, Options, Reader, TimeFormat};
use domain::brand::Brand;
use domain::organisation::Organisation;
use domain::source::Source;
use engine::ingest::Ingest;
use engine::world::World;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::tz::TimeZone;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use store::NewSource;

/// Rows read at a time.
const ROWS: usize = engine::ingest::BATCH;
/// Most unknown brands that are told of.
const STRANGERS: usize = 20;

/// What became of the rows.
#[derive(Default, serde::Serialize)]
struct Tally {
    rows: u64,
    stored: usize,
    known_before: usize,
    quarantined: usize,
    mentions: usize,
}

/// Reads the file into the store.
pub async fn run(asked: Import, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, asked.organisation.as_deref()).await?;
    let from_stdin = asked.file == Path::new("-");
    let (input, size): (Box<dyn BufRead>, u64) = match from_stdin {
        true => (Box::new(BufReader::new(std::io::stdin())), 0),
        false => {
            let file = File::open(&asked.file).with_context(|| format!("{} cannot be opened", asked.file.display()))?;
            let size = file.metadata()?.len();
            (Box::new(BufReader::with_capacity(1 << 20, file)), size)
        }
    };
    let source = source(&world, &organisation, &asked).await?;
    let cursor = if from_stdin { None } else { world.store.cursor(source.id).await? };
    let options = options(&asked, &world)?;
    let mut reader = Reader::open(input, options, cursor.as_deref())
        .with_context(|| format!("{}; nothing was imported", asked.file.display()))?;
    say_guess(reader.detected());
    let begun = reader.position().rows;
    if begun > 0 {
        output::aside(format!("going on after row {begun}, where an earlier import stopped"));
    }
    let ingest = Ingest::open(world.clone()).await?;
    let known = world.store.brands(organisation.id).await?;
    let mut strangers = BTreeSet::new();
    let bar = bar(size);
    let mut tally = Tally::default();
    loop {
        let batch = reader.next_batch(ROWS)?;
        let done = batch.done;
        bar.set_position(batch.position.bytes);
        tally.rows = batch.position.rows - begun;
        take(&ingest, &known, &source, batch, &mut strangers, &mut tally).await?;
        if done {
            break;
        }
    }
    ingest.finish_import(&source).await?;
    engine::tick::tick(&world, &engine::surge_settings()?).await?;
    while !world.store.index_mentions(ROWS as i64, engine::search::index_text).await?.done {}
    bar.finish_and_clear();
    say(&tally, setting.json)?;
    Ok(if tally.quarantined == 0 { Done::All } else { Done::KeptAside })
}

fn options(asked: &Import, world: &World) -> anyhow::Result<Options> {
    let mut options = Options::new(world.clock.now());
    options.mapping = asked
        .map
        .as_deref()
        .map(str::parse::<Mapping>)
        .transpose()
        .map_err(|wrong| anyhow::anyhow!("--map: {wrong}"))?;
    if let Some(format) = &asked.time_format {
        options.time = format.parse::<TimeFormat>().map_err(|wrong| anyhow::anyhow!("--time-format: {wrong}"))?;
    }
    options.zone =
        TimeZone::get(&asked.zone).with_context(|| format!("`{}` is not a time zone like Europe/Paris", asked.zone))?;
    Ok(options)
}

/// Takes one batch: posts that name a brand are mentions of it; the others must match, unless the source is bound. A brand that is not
/// known is told, once.
async fn take(
    ingest: &Ingest,
    known: &[Brand],
    source: &Source,
    batch: Batch,
    strangers: &mut BTreeSet<String>,
    tally: &mut Tally,
) -> anyhow::Result<()> {
    let mut brands = Vec::with_capacity(batch.brands.len());
    for named in batch.brands {
        let named = named.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let brand = named.and_then(|name| known.iter().find(|b| b.name.to_lowercase() == name.to_lowercase()));
        if let (Some(name), None) = (named, brand)
            && strangers.len() < STRANGERS
            && strangers.insert(name.to_owned())
        {
            let name = output::tame(name);
            output::aside(format!(
                "there is no brand `{name}`: its posts must match a query; `vigie brand add` makes it"
            ));
        }
        brands.push(brand.map(|brand| brand.id));
    }
    count(tally, &ingest.accept_named(source, batch.delivery, &brands).await?);
    Ok(())
}

/// Which column is what, where that was guessed.
fn say_guess(detected: &Detected) {
    let Some(family) = &detected.family else { return };
    let read: Vec<String> =
        detected.mapping.iter().map(|(field, column)| format!("{} = {column}", field.name())).collect();
    output::aside(output::tame(&format!("columns as {family} names them: {}", read.join(", "))));
    if !detected.unread.is_empty() {
        output::aside(output::tame(&format!("not read: {}; say otherwise with --map", detected.unread.join(", "))));
    }
}

fn count(tally: &mut Tally, committed: &store::Committed) {
    tally.stored += committed.new;
    tally.known_before += committed.duplicate + committed.edited;
    tally.quarantined += committed.quarantined;
    tally.mentions += committed.mentions.len();
}

async fn source(world: &World, organisation: &Organisation, asked: &Import) -> anyhow::Result<Source> {
    let brand = match &asked.brand {
        Some(name) => Some(house::brand(world, organisation, name).await?.id),
        None => None,
    };
    let file = asked.file.file_name().map_or("standard input".to_owned(), |name| name.to_string_lossy().into_owned());
    let name = asked.name.clone().unwrap_or(if file == "-" { "standard input".to_owned() } else { file });
    let name = house::name(&name).context("give the source of these posts a name with --name")?;
    let all = world.store.sources(organisation.id).await?;
    if let Some(found) = all.into_iter().find(|s| s.kind == "file" && s.name == name && s.brand == brand) {
        return Ok(found);
    }
    let new = NewSource {
        organisation: Some(organisation.id),
        brand,
        kind: "file".to_owned(),
        name,
        settings: "{}".to_owned(),
    };
    Ok(world.store.create_source(new, world.clock.now()).await?)
}

fn bar(size: u64) -> ProgressBar {
    if !output::is_watched() {
        return ProgressBar::hidden();
    }
    let bar = if size == 0 { ProgressBar::new_spinner() } else { ProgressBar::new(size) };
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {bytes_per_sec}, {eta} left") {
        bar.set_style(style);
    }
    bar
}

fn say(tally: &Tally, json: bool) -> anyhow::Result<()> {
    if json {
        return output::json(tally);
    }
    output::line(format!(
        "{} rows: {} posts stored, {} known before, {} kept aside with a reason; {} mentions",
        tally.rows, tally.stored, tally.known_before, tally.quarantined, tally.mentions
    ))?;
    Ok(())
}
