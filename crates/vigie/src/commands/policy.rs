//! `vigie policy`: what the public reads of a brand's policy, what it would read, and publishing.

use super::{Setting, house};
use crate::Done;
use crate::cli::Policy as Asked;
use crate::output;
use anyhow::Context;
use domain::id::BrandId;
use domain::organisation::Organisation;
use domain::policy::{Difference, Policy};
use engine::policy::{self, Wanted};
use engine::world::World;
use serde_json::json;

/// Runs one of them.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let find = async |brand: &str, organisation: Option<String>| {
        let organisation = house::organisation(&world, organisation.as_deref()).await?;
        let brand = house::brand(&world, &organisation, brand).await?.id;
        anyhow::Ok((organisation, brand))
    };
    match asked {
        Asked::Show { brand, organisation } => {
            let (organisation, brand) = find(&brand, organisation).await?;
            show(&world, setting, &organisation, brand).await?;
        }
        Asked::Publish { brand, organisation, stamp, address } => {
            let (organisation, brand) = find(&brand, organisation).await?;
            let published = policy::publish(&world, organisation.id, brand, None, Wanted { stamp, address }).await?;
            published.context("the policy")?;
            show(&world, setting, &organisation, brand).await?;
        }
        Asked::Withdraw { brand, organisation } => {
            let (organisation, brand) = find(&brand, organisation).await?;
            world.store.withdraw_policy(organisation.id, brand).await?;
            show(&world, setting, &organisation, brand).await?;
        }
    }
    Ok(Done::All)
}

async fn show(world: &World, setting: &Setting, organisation: &Organisation, brand: BrandId) -> anyhow::Result<()> {
    let standing = policy::standing(world, organisation.id, brand).await?;
    let origin = house::origin(world, setting).await?;
    let page = standing.shown().map(|shown| format!("{origin}/policy/{}", shown.address));
    let stamp = standing.planned.as_ref().map(Policy::stamp);
    let differences = standing.differences();
    if setting.json {
        let newest = standing.published.first();
        return output::json(&json!({
            "brand": standing.brand.id, "open": page.is_some(), "page": page, "address": standing.address,
            "version": newest.map(|one| one.version), "at": newest.map(|one| one.at),
            "published": newest.map(|one| &one.policy), "planned": standing.planned, "stamp": stamp,
            "differences": differences,
        }));
    }
    match &page {
        Some(page) => output::line(format!("published\t{page}"))?,
        None => output::line("not published")?,
    }
    for Difference { language, part, was, is } in &differences {
        let part = part.field();
        let at = if language.is_empty() { part.to_owned() } else { format!("{part} ({language})") };
        for (mark, said) in [("-", was), ("+", is)] {
            if let Some(said) = said {
                output::line(output::tame(&format!("{mark} {at}: {said}")))?;
            }
        }
    }
    match stamp {
        None => output::line("the plan says nothing to the public: it has no [policy] with a text")?,
        Some(stamp) if differences.is_empty() && page.is_some() => {
            output::line(format!("the plan says the same\t{stamp}"))?
        }
        Some(stamp) => output::line(format!("stamp\t{stamp}"))?,
    }
    Ok(())
}
