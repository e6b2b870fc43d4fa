//! `vigie report --week`: the week in five lines.

use super::{Setting, house};
use crate::Done;
use crate::cli::Report as Asked;
use crate::output;
use anyhow::Context;
use words::{Locale, Words};

/// Prints the week of an organisation or of one brand.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let locale =
        Locale::from_code(&asked.locale).with_context(|| format!("`{}` is none of fr, en, fy, nl", asked.locale))?;
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, asked.organisation.as_deref()).await?;
    let until = asked.until.unwrap_or_else(|| world.clock.now());
    let brands = world.store.brands(organisation.id).await?;
    let (report, zone) = match &asked.brand {
        Some(name) => {
            let brand = house::brand(&world, &organisation, name).await?;
            (engine::report::week_of(&world, organisation.id, brand.id, until).await?, Some(brand.zone))
        }
        None => {
            let zone = brands.first().map(|brand| brand.zone.clone());
            (engine::report::week(&world, organisation.id, until).await?, zone)
        }
    };
    let words = Words::new(locale, zone.as_deref().unwrap_or("UTC"), until);
    let lines = words::report::lines(&words, &report);
    if setting.json {
        output::json(&serde_json::json!({ "report": report, "lines": lines }))?;
        return Ok(Done::All);
    }
    output::line(words::report::subject(&words, &report))?;
    for line in lines {
        output::line(line)?;
    }
    Ok(Done::All)
}
