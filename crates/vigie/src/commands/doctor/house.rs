//! People, brands, queries and sources.

use super::{About, Finding};
use domain::organisation::Organisation;
use domain::source::{Health, Source};
use engine::world::World;
use jiff::{SignedDuration, Timestamp};
use store::Result;

/// Looks at every organisation.
pub(super) async fn look(world: &World) -> Result<Vec<Finding>> {
    let organisations = world.store.organisations().await?;
    if organisations.is_empty() {
        let why = "without a login there is nothing to see and nobody to wake";
        let todo = "follow the set-up link that `vigie serve` prints, or run `vigie init`";
        return Ok(vec![Finding::broken(About::Configuration, "nobody can log in yet", why, todo)]);
    }
    let mut findings = Vec::new();
    for organisation in &organisations {
        one(world, organisation, &mut findings).await?;
    }
    Ok(findings)
}

async fn one(world: &World, organisation: &Organisation, findings: &mut Vec<Finding>) -> Result<()> {
    let brands = world.store.brands(organisation.id).await?;
    let queries = world.store.queries(organisation.id).await?;
    let sources = world.store.sources(organisation.id).await?;
    let name = &organisation.name;
    findings.push(Finding::good(
        About::Configuration,
        format!("{name}: {} brands, {} queries, {} sources", brands.len(), queries.len(), sources.len()),
    ));
    if brands.is_empty() {
        let what = format!("{name} has no brand");
        findings.push(Finding::broken(
            About::Configuration,
            what,
            "nothing is watched",
            "run `vigie brand add NAME --query QUERY`",
        ));
    }
    for query in &queries {
        if let Err(wrong) = query::parse(&query.text) {
            let what = format!("the query `{}` cannot be read: {wrong}", query.name);
            let why = "it matches nothing, and whatever it should find is missed";
            findings.push(Finding::broken(About::Configuration, what, why, "correct it in the brand's settings"));
        }
    }
    for brand in &brands {
        let heard = queries.iter().any(|q| q.brand == brand.id) || sources.iter().any(|s| s.brand == Some(brand.id));
        if !heard {
            let what = format!("{} has no query and no source of its own", brand.name);
            let why = "nothing can be a mention of it";
            findings.push(Finding::broken(About::Configuration, what, why, "add a query in the brand's settings"));
        }
    }
    let health = world.store.health(organisation.id).await?;
    let listening: Vec<&Source> =
        sources.iter().filter(|s| s.enabled && !matches!(s.kind.as_str(), "file" | "hand" | "complaint")).collect();
    if listening.is_empty() {
        let what = format!("{name} listens to nothing");
        let why = "silence means nothing while nobody listens";
        findings.push(Finding::broken(About::Sources, what, why, "add a place: `vigie source add feed URL`"));
    }
    let now = world.clock.now();
    for source in listening {
        let fares =
            health.iter().find(|(id, _)| *id == source.id).map(|(_, health)| health.clone()).unwrap_or_default();
        findings.extend(fares_ill(source, &fares, now));
    }
    Ok(())
}

/// What is wrong with a source, if anything.
fn fares_ill(source: &Source, health: &Health, now: Timestamp) -> Option<Finding> {
    let named = format!("the source {} ({})", source.id, source.name);
    let todo = format!("run `vigie source test {}` to see why", source.id);
    if let Some(since) = health.deaf_since {
        let detail = health.detail.as_deref().unwrap_or("no reason was given");
        let what = format!("{named} has not been heard since {since}: {detail}");
        return Some(Finding::broken(About::Sources, what, "what is said there is missed", todo));
    }
    if health.last_try_at.is_some_and(|at| at > now.saturating_add(SignedDuration::from_mins(5)).unwrap_or(at)) {
        let what = format!("{named} was last tried in the future: the clock of this machine went back");
        return Some(Finding::broken(About::Clock, what, "it is not visited again before that time", "set the clock"));
    }
    let asked = matches!(source.kind.as_str(), "feed" | "mastodon" | "mailbox");
    let stale = health.last_try_at.is_none_or(|at| now.duration_since(at) > SignedDuration::from_hours(25));
    if asked && stale {
        let when = health.last_try_at.map_or("never".to_owned(), |at| format!("last at {at}"));
        let what = format!("{named} is not being visited ({when})");
        let why = "nobody listens while `vigie serve` does not run";
        return Some(Finding::warning(About::Sources, what, why, "see to it that `vigie serve` runs"));
    }
    None
}
