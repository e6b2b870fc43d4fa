//! `vigie profile show|set`: what is said of an organisation.

use super::{Setting, house};
use crate::Done;
use crate::cli::{Profile as Asked, ProfileSet};
use crate::output;
use anyhow::{Context, bail, ensure};
use domain::organisation::Organisation;
use domain::setup::ProfileChange;
use engine::setup::Said;
use engine::world::World;
use serde_json::json;

/// The language of the pages that the command line has: what it lets expect stands only where nobody said anything.
const NOBODYS: &str = "en";

/// Shows or changes it.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let (organisation, said) = match asked {
        Asked::Show { organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let said = engine::setup::said(&world, &organisation, NOBODYS).await?;
            (organisation, said)
        }
        Asked::Set(asked) => set(&world, asked).await?,
    };
    show(&organisation, &said, setting.json)
}

async fn set(world: &World, asked: ProfileSet) -> anyhow::Result<(Organisation, Said)> {
    let organisation = house::organisation(world, asked.organisation.as_deref()).await?;
    let pair = |text: &str, what: &str| {
        let (one, other) = text.split_once(['-', '–']).with_context(|| format!("{what}; nothing was changed"))?;
        anyhow::Ok((one.trim().to_owned(), other.trim().to_owned()))
    };
    let days = asked.days.map(|text| pair(&text, "`--days` are two days, such as 2-7")).transpose()?;
    let day = |text: String| text.parse::<u8>().context("a day is a number from 1, Monday, to 7; nothing was changed");
    let change = ProfileChange {
        size: asked.size,
        country: asked.country,
        languages: Some(asked.languages).filter(|codes| !codes.is_empty()),
        days: days.map(|(first, last)| anyhow::Ok((day(first)?, day(last)?))).transpose()?,
        hours: asked.hours.map(|text| pair(&text, "`--hours` are two times, such as 9:30-19:00")).transpose()?,
        zone: asked.zone,
    };
    let what = "say what to change: --country, --hours, --days, --language, --zone or --size; nothing was changed";
    ensure!(change != ProfileChange::default(), what);
    match engine::setup::change_profile(world, &organisation, NOBODYS, &change).await? {
        Ok(said) => Ok((organisation, said)),
        Err(wrong) => {
            let all: Vec<String> = wrong.iter().map(ToString::to_string).collect();
            bail!("{}; nothing was changed", all.join("; "))
        }
    }
}

fn show(organisation: &Organisation, said: &Said, as_json: bool) -> anyhow::Result<Done> {
    let Said { profile, is_said, zone, planned } = said;
    let languages: Vec<&str> = profile.languages.iter().map(|language| language.code()).collect();
    let (opening, (from, until)) = (profile.opening, profile.opening.clocks());
    if as_json {
        output::json(&json!({ "organisation": organisation.id.0, "name": organisation.name, "said": is_said,
            "size": profile.size.code(), "country": profile.country.code(), "country_of_plan": planned,
            "emergency": profile.country.emergency(), "languages": languages, "zone": zone, "trade": profile.trade,
            "opening": { "first_day": opening.first_day, "last_day": opening.last_day, "from": from, "until": until } }))?;
        return Ok(Done::All);
    }
    let guess = if *is_said { "" } else { " (nobody said so yet: only expected)" };
    output::line(format!("{}: {}{guess}", output::tame(&organisation.name), profile.size.code()))?;
    output::line(format!("country\t{}, emergency {}", profile.country.code(), profile.country.emergency()))?;
    if let Some(other) = planned {
        output::line(format!("\tthe plan says {}: the terms of the law follow the plan", output::tame(other)))?;
    }
    output::line(format!("open\tdays {}-{} of the week, {from}-{until}", opening.first_day, opening.last_day))?;
    output::line(format!("zone\t{}", output::tame(zone)))?;
    output::line(format!("languages\t{}", languages.join(" ")))?;
    Ok(Done::All)
}
