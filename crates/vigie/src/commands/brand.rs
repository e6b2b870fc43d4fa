//! `vigie brand add|budget|list`.

use super::{Setting, house};
use crate::Done;
use crate::cli::Brand as Asked;
use crate::output;
use anyhow::{Context, bail};
use domain::brand::BrandRole;
use store::NewBrand;

/// Adds or lists brands, or says how often one is told of.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    match asked {
        Asked::Add { name, organisation, role, zone, queries, own_accounts } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let name = house::name(&name)?;
            let role = match role.as_str() {
                "own" => BrandRole::Own,
                "competitor" => BrandRole::Competitor,
                "industry" => BrandRole::Industry,
                other => bail!("`{other}` is not own, competitor or industry"),
            };
            jiff::tz::TimeZone::get(&zone).with_context(|| format!("`{zone}` is not a time zone like Europe/Paris"))?;
            for text in &queries {
                query::parse(text).map_err(|wrong| {
                    anyhow::anyhow!("the query cannot be used; nothing was added\n{}", wrong.render(text))
                })?;
            }
            let new = NewBrand { name, role, zone, own_accounts, places: Vec::new() };
            let brand = world.store.create_brand(organisation.id, new).await?;
            for text in &queries {
                world.store.create_query(organisation.id, brand.id, &brand.name, text).await?;
            }
            match setting.json {
                true => output::json(&brand)?,
                false => {
                    output::line(format!("{} added as brand {}, {} queries", brand.name, brand.id, queries.len()))?
                }
            }
        }
        Asked::Budget { name, organisation, notice, alert } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let brand = house::brand(&world, &organisation, &name).await?;
            super::budget::set_or_show(&world, &brand, notice.as_deref(), alert.as_deref(), setting.json).await?;
        }
        Asked::List { organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let queries = world.store.queries(organisation.id).await?;
            for brand in world.store.brands(organisation.id).await? {
                let own: Vec<_> = queries.iter().filter(|q| q.brand == brand.id).collect();
                if setting.json {
                    output::json(&serde_json::json!({ "brand": brand, "queries": own }))?;
                    continue;
                }
                output::line(format!("{}\t{}", brand.id, brand.name))?;
                for query in own {
                    output::line(format!("\t{}\t{}", query.name, query.text))?;
                }
            }
        }
    }
    Ok(Done::All)
}
