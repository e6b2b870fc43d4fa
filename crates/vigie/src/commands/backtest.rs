//! `vigie query backtest`: a query tried on what is stored, before it is saved.

use super::{Setting, house};
use crate::Done;
use crate::cli::QueryBacktest;
use crate::output;
use anyhow::Context;
use domain::signal::Level;
use engine::backtest::{Asked, Backtest, Bounds, Found, run as tried};
use jiff::SignedDuration;

/// Tries it and says what it would have found; saves nothing.
pub async fn run(asked: QueryBacktest, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, asked.organisation.as_deref()).await?;
    let brand = house::brand(&world, &organisation, &asked.brand).await?;
    if let Some(text) = &asked.query {
        query::parse(text).map_err(|wrong| anyhow::anyhow!("the query cannot be used\n{}", wrong.render(text)))?;
    }
    let mut saved = world.store.queries(organisation.id).await?;
    saved.retain(|query| query.brand == brand.id);
    if let Some(name) = &asked.instead_of {
        let place = saved.iter().position(|query| query.name == *name || query.id.to_string() == *name);
        let names: Vec<_> = saved.iter().map(|query| query.name.as_str()).collect();
        let place = place.with_context(|| {
            format!("{} has no query `{name}`; it has: {}", brand.name, output::tame(&names.join(", ")))
        })?;
        saved.remove(place);
    }
    let texts = saved.into_iter().map(|query| query.text).filter(|text| query::parse(text).is_ok());
    let queries = texts.chain(asked.query).collect();
    let bounds = Bounds { time: SignedDuration::from_secs(asked.seconds.into()), ..Bounds::default() };
    let result = tried(&world, &Asked { brand, queries, weeks: asked.weeks }, bounds).await?;
    if setting.json {
        output::json(&result)?
    } else {
        print(&result)?
    }
    Ok(Done::All)
}

fn print(result: &Backtest) -> anyhow::Result<()> {
    let short = if result.whole { "" } else { "; the rest was not tried: there is too much of it" };
    output::line(format!("tried on {} posts, since {}{short}; nothing was saved", result.looked, result.from))?;
    output::line("\tas saved\tas tried")?;
    let counts =
        |found: &Found| [found.mentions, found.negative, found.of_level(Level::Alert), found.of_level(Level::Notice)];
    let (present, changed) = (counts(&result.present), counts(&result.changed));
    for ((what, present), changed) in ["mentions", "negative", "alerts", "notices"].iter().zip(present).zip(changed) {
        output::line(format!("{what}\t{present}\t{changed}"))?;
    }
    for (what, side) in [("also found", &result.gained), ("no longer found", &result.lost)] {
        output::line(format!("{what}: {}", side.count))?;
        for one in &side.examples {
            let author = one.author.as_deref().unwrap_or("unknown");
            output::line(format!("  {}\t{}\t{}", one.at, output::tame(author), output::tame(&one.text)))?;
        }
    }
    output::line("mentions a day:")?;
    for day in &result.days {
        output::line(format!("  {}\t{}\t{}", day.day, day.present, day.changed))?;
    }
    let unseen = &result.unseen;
    match unseen.sources.is_empty() {
        true => output::line("every source keeps all its posts: whatever was heard was tried")?,
        false => output::line(format!(
            "{} of {} posts were not kept ({} keep only what matches): what this query would find among them is not known",
            unseen.passed,
            unseen.seen,
            output::tame(&unseen.sources.join(", "))
        ))?,
    }
    Ok(())
}
