//! `vigie mention answer`: one mention answered outside a case.

use super::{role, told_of};
use crate::Done;
use crate::commands::Setting;
use crate::commands::complaint::{desk, member};
use crate::output;
use anyhow::Context;
use domain::id::MentionId;
use domain::organisation::Organisation;
use engine::case::{self as cases, Ask};
use engine::world::World;
use serde_json::{Value, json};
use words::{Locale, Words};

/// Asks something of the answer to a mention.
pub async fn answer(
    setting: &Setting,
    world: &World,
    organisation: &Organisation,
    mention: i64,
    (by, command): (&str, &str),
) -> anyhow::Result<Done> {
    let by = member(world, organisation, by).await?;
    let role = role(world, organisation, by.id).await?;
    let command: Ask =
        serde_json::from_str(command).context("that is no command of an answer; `docs/handbook` lists them")?;
    let waking = desk(setting, world).await?;
    let acted = cases::answer(&waking, organisation.id, MentionId(mention), (by.id, role), command)
        .await
        .with_context(|| format!("mention {mention}: nothing was changed"))?;
    told_of(&acted, setting.json)
}

/// Says who answers a mention, and what is written.
pub async fn answered(
    setting: &Setting,
    world: &World,
    organisation: &Organisation,
    mention: i64,
) -> anyhow::Result<Done> {
    world.store.mention(organisation.id, MentionId(mention)).await.with_context(|| format!("mention {mention}"))?;
    let answering = world.store.answering(organisation.id, MentionId(mention)).await?;
    let case = answering.filter(|file| file.mention.is_none()).map(|file| file.id);
    let open = cases::answer_to(world, organisation.id, MentionId(mention)).await?;
    if setting.json {
        let texts: Value =
            open.iter().flat_map(|open| &open.texts).map(|(of, text)| (of.to_string(), text.clone())).collect();
        let (log, state) = (open.as_ref().map(|open| open.file.id), open.as_ref().map(|open| &open.state));
        output::json(&json!({ "mention": mention, "case": case, "log": log, "state": state, "texts": texts }))?;
        return Ok(Done::All);
    }
    if let Some(case) = case {
        output::line(format!("mention {mention}: case {case} answers it"))?;
    }
    let Some(open) = open else {
        output::line(format!("mention {mention}: nobody wrote an answer outside a case"))?;
        return Ok(Done::All);
    };
    let words = Words::new(Locale::En, "UTC", world.clock.now());
    for (number, draft) in &open.state.drafts {
        let text = open.text(draft.wording.text).unwrap_or("(erased)");
        let stage = words::case::stage(&words, &draft.stage);
        output::line(format!("  text {number}, {stage}: {}", output::tame(text)))?;
    }
    for entry in &open.entries {
        output::line(format!("  {} {}", entry.at, words::case::happened(&words, &entry.event)))?;
    }
    Ok(Done::All)
}
