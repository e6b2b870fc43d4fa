//! `vigie mention`: what somebody saw, reported by hand; and the answer to one, outside a case.

use super::{Setting, case, house};
use crate::Done;
use crate::cli::Mention as Asked;
use crate::output;
use engine::hand::Report;
use engine::ingest::Ingest;

/// Runs one of them.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let (brand, organisation, text, url, author, views, at, reported_by) = match asked {
        Asked::Add { brand, organisation, text, url, author, views, at, reported_by } => {
            (brand, organisation, text, url, author, views, at, reported_by)
        }
        Asked::Answer { mention, organisation, by, command } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            return match by.zip(command) {
                Some((by, command)) => case::answer(setting, &world, &organisation, mention, (&by, &command)).await,
                None => case::answered(setting, &world, &organisation, mention).await,
            };
        }
    };
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
