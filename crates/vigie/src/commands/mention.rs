//! `vigie mention add`: what somebody saw, reported by hand.

use super::{Setting, house};
use crate::Done;
use crate::cli::Mention as Asked;
use crate::output;
use engine::hand::Report;
use engine::ingest::Ingest;

/// Adds one.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let Asked::Add { brand, organisation, text, url, author, views, at, reported_by } = asked;
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, organisation.as_deref()).await?;
    let brand = house::brand(&world, &organisation, &brand).await?;
    let ingest = Ingest::open(world.clone()).await?;
    let report = Report { text, url, author, views, seen_at: at, reported_by, picture: None };
    let mention = engine::hand::add(&world, &ingest, &brand, report).await?;
    match (setting.json, mention) {
        (true, mention) => output::json(&serde_json::json!({ "mention": mention.map(|id| id.0) }))?,
        (false, Some(id)) => output::line(format!("mention {id} of {} added", brand.name))?,
        (false, None) => output::line("this was reported before; the counts seen were added to it")?,
    }
    Ok(Done::All)
}
