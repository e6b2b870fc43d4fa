//! `vigie doctor`: what is wrong, in plain words, and what to do.

use super::{Setting, house};
use crate::Done;
use crate::output;
use engine::world::Clock;
use jiff::SignedDuration;

/// Looks at everything; fails when something needs a person.
pub async fn run(setting: &Setting) -> anyhow::Result<Done> {
    let mut findings: Vec<String> = Vec::new();
    let address = house::masked(&setting.config.store);
    let world = house::open(setting).await?;
    let facts = world.store.check().await?;
    let mut notes = vec![format!(
        "store {address}, {} MB: schema {}, {} posts, {} mentions",
        facts.bytes / 1_000_000,
        facts.schema,
        facts.counts.posts,
        facts.counts.mentions
    )];
    let now = Clock::Wall.now();
    let organisations = world.store.organisations().await?;
    if organisations.is_empty() {
        findings.push("nobody can log in yet: `vigie serve` prints a set-up link, or run `vigie init`".to_owned());
    }
    for organisation in organisations {
        let brands = world.store.brands(organisation.id).await?;
        let queries = world.store.queries(organisation.id).await?;
        let sources = world.store.sources(organisation.id).await?;
        notes.push(format!(
            "{}: {} brands, {} queries, {} sources",
            organisation.name,
            brands.len(),
            queries.len(),
            sources.len()
        ));
        for query in &queries {
            if let Err(wrong) = query::parse(&query.text) {
                findings.push(format!("the query `{}` cannot be read and matches nothing: {wrong}", query.name));
            }
        }
        for (id, health) in world.store.health(organisation.id).await? {
            let Some(source) = sources.iter().find(|source| source.id == id) else { continue };
            if let Some(since) = health.deaf_since {
                findings.push(format!(
                    "source {id} ({}) is deaf since {since}: {}",
                    source.name,
                    health.detail.unwrap_or_default()
                ));
            }
            if health.last_try_at.is_some_and(|at| at > now.saturating_add(SignedDuration::from_mins(5)).unwrap_or(at))
            {
                findings.push(format!("source {id} was last tried in the future: the clock of this machine went back"));
            }
        }
        for brand in brands {
            let heard =
                queries.iter().any(|q| q.brand == brand.id) || sources.iter().any(|s| s.brand == Some(brand.id));
            if !heard {
                findings.push(format!(
                    "{} has no query and no source of its own: nothing can be a mention of it",
                    brand.name
                ));
            }
        }
    }
    let lag = world.store.index_lag().await?;
    if lag.behind > 100_000 {
        findings.push(format!("the search index is {} mentions behind; `vigie serve` catches up", lag.behind));
    }
    if setting.json {
        output::json(&serde_json::json!({ "notes": notes, "findings": findings }))?;
    } else {
        for note in &notes {
            output::line(format!("  {}", output::tame(note)))?;
        }
        for finding in &findings {
            output::line(format!("✕ {}", output::tame(finding)))?;
        }
    }
    anyhow::ensure!(findings.is_empty(), "{} things need a person", findings.len());
    Ok(Done::All)
}
