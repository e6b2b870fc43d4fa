//! `vigie retention show|set`: how long texts and authors are kept.

use super::{Setting, house};
use crate::Done;
use crate::cli::{Retention as Asked, RetentionSet};
use crate::output;
use anyhow::{Context, ensure};
use domain::organisation::Organisation;
use domain::retention::{Days, Retention};
use engine::retain::{self, Survey};
use engine::world::World;
use serde_json::json;

/// Entries of the log that are printed.
const PRINTED: i64 = 20;

/// Shows or sets the rules.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    match asked {
        Asked::Show { organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let rules = retain::rules(&world, organisation.id).await?;
            show(&world, &organisation, &rules, setting.json).await
        }
        Asked::Set(asked) => set(&world, asked, setting.json).await,
    }
}

async fn show(world: &World, organisation: &Organisation, rules: &Retention, as_json: bool) -> anyhow::Result<Done> {
    let survey = retain::survey(world, organisation.id, rules).await?;
    let log = world.store.erasures(Some(organisation.id), PRINTED).await?;
    let house = world.store.erasures(None, PRINTED).await?;
    if as_json {
        let entry = |entry: &store::Erasure| json!({ "at": entry.at, "kind": entry.kind(), "person": entry.person, "texts": entry.texts, "authors": entry.authors });
        let [log, house] = [log, house].map(|log| log.iter().map(entry).collect::<Vec<_>>());
        output::json(&json!({ "rules": rules, "survey": told(&survey), "log": log, "house_log": house }))?;
        return Ok(Done::All);
    }
    let days = |days: Option<u32>| days.map_or("for ever".to_owned(), |days| format!("{days} days"));
    output::line(format!("{}: texts are kept {}", output::tame(&organisation.name), days(rules.all.text_days)))?;
    output::line(format!("authors are kept {}", days(rules.all.author_days)))?;
    let evidence =
        rules.evidence_days.map_or("as long as it is evidence".to_owned(), |days| format!("{days} days at most"));
    output::line(format!("evidence is kept {evidence}"))?;
    for source in world.store.sources(organisation.id).await? {
        if let Some(of_one) = rules.sources.get(&source.id) {
            let days = |days: Option<u32>| days.map_or("as above".to_owned(), |days| format!("{days} days"));
            let (texts, authors) = (days(of_one.text_days), days(of_one.author_days));
            output::line(format!("{}: texts {texts}, authors {authors}", output::tame(&source.name)))?;
        }
    }
    survey_lines(&survey)?;
    for entry in log {
        match entry.rules {
            Some(_) => output::line(format!("{}\trules set", entry.at))?,
            None => output::line(format!("{}\t{} texts and {} authors erased", entry.at, entry.texts, entry.authors))?,
        }
    }
    for entry in house {
        let what = "of the house's sources and nobody's mentions";
        output::line(format!("{}\t{} texts and {} authors erased, {what}", entry.at, entry.texts, entry.authors))?;
    }
    Ok(Done::All)
}

async fn set(world: &World, asked: RetentionSet, as_json: bool) -> anyhow::Result<Done> {
    let organisation = house::organisation(world, asked.organisation.as_deref()).await?;
    let named = asked.text_days.is_some() || asked.author_days.is_some() || asked.evidence_days.is_some();
    ensure!(named, "say what to set: --text-days, --author-days or --evidence-days; nothing was changed");
    let mut rules = retain::rules(world, organisation.id).await?;
    let days = match &asked.source {
        None => &mut rules.all,
        Some(named) => {
            let sources = world.store.sources(organisation.id).await?;
            let found = sources.iter().find(|source| source.name == *named || source.id.to_string() == *named);
            let source = found.with_context(|| format!("there is no source `{named}`; nothing was changed"))?;
            rules.sources.entry(source.id).or_default()
        }
    };
    days.text_days = asked.text_days.unwrap_or(days.text_days);
    days.author_days = asked.author_days.unwrap_or(days.author_days);
    rules.evidence_days = asked.evidence_days.unwrap_or(rules.evidence_days);
    rules.sources.retain(|_, days| *days != Days::default());
    if asked.tried {
        let survey = retain::survey(world, organisation.id, &rules).await?;
        match as_json {
            true => output::json(&json!({ "rules": rules, "survey": told(&survey) }))?,
            false => survey_lines(&survey)?,
        }
        return Ok(Done::All);
    }
    retain::set_rules(world, organisation.id, &rules, None).await?;
    show(world, &organisation, &rules, as_json).await
}

fn told(survey: &Survey) -> serde_json::Value {
    let Survey { stock, tally, whole } = survey;
    json!({ "posts": stock.posts, "oldest": stock.oldest, "without_text": stock.without_text, "without_author": stock.without_author,
            "texts": tally.texts, "authors": tally.authors, "evidence": tally.evidence, "whole": whole })
}

fn survey_lines(survey: &Survey) -> anyhow::Result<()> {
    let oldest = survey.stock.oldest.map(|at| format!(", the oldest of {at}")).unwrap_or_default();
    output::line(format!("{} posts{oldest}", survey.stock.posts))?;
    let tally = survey.tally;
    let more = if survey.whole { "" } else { " (half a million posts were looked at)" };
    output::line(format!(
        "{} texts and {} authors would go now, {} posts stay as evidence{more}",
        tally.texts, tally.authors, tally.evidence
    ))?;
    Ok(())
}
