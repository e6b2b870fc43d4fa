//! `vigie case`: opened by one action, shown, asked, exported; and its folder verified with nothing but itself.

mod answer;
mod compare;
mod review;
mod updates;
mod verify;

pub use answer::{answer, answered};
pub use updates::keep as keep_updates;
pub use verify::{read as read_folder, run as verify};

use super::complaint::{desk, member};
use super::{Setting, house};
use crate::Done;
use crate::cli::{Case as Asked, CaseAsk, CaseNamed, CaseOpen};
use crate::output;
use anyhow::{Context, bail};
use domain::case::Key;
use domain::case::event::Step;
use domain::id::{CaseId, MentionId};
use domain::organisation::Organisation;
use engine::case::{self as cases, Acted, Alarm, Ask, Caller, Room};
use engine::world::World;
use serde_json::{Value, json};
use std::fs;
use std::io::Read;
use std::path::Path;
use words::{Locale, Named, Words};

/// Cases that are listed.
const MOST: i64 = 200;
/// Lines of the log that are shown; the API and the folder have all.
const LINES: usize = 20;
/// Longest command from standard input, in bytes.
const LONGEST: u64 = 1 << 20;

/// Runs one of them.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    match asked {
        Asked::Open(asked) => open(setting, &world, asked).await,
        Asked::List { organisation, all } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            list(&world, &organisation, all, setting.json).await
        }
        Asked::Show(CaseNamed { case, organisation }) => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            show(&world, &organisation, case, setting.json).await
        }
        Asked::Ask(asked) => ask(setting, &world, asked).await,
        Asked::Erase { case: CaseNamed { case, organisation }, by, why, mention, named } => {
            let (texts, captures): (Vec<_>, Vec<_>) = named.into_iter().partition(|name| name.starts_with("text:"));
            let erase = json!({ "texts": texts, "captures": captures, "mention": mention, "why": why });
            let command = Some(json!({ "erase": erase }).to_string());
            ask(setting, &world, CaseAsk { case: CaseNamed { case, organisation }, by, command }).await
        }
        Asked::Export { case: CaseNamed { case, organisation }, to } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            export(setting, &world, &organisation, case, &to).await
        }
        Asked::Updates { brand, organisation, to } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let brand = house::brand(&world, &organisation, &brand).await?;
            let origin = house::origin(&world, setting).await?;
            updates::write(&world, &brand, &origin, &to, setting.json).await
        }
        Asked::Review(CaseNamed { case, organisation }) => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            review::run(&world, &organisation, case, setting.json).await
        }
        Asked::Earlier { case: CaseNamed { case, organisation }, query, notice, alert } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let budget = notice.as_deref().zip(alert.as_deref());
            compare::earlier(&world, &organisation, case, (query, budget), setting.json).await
        }
        Asked::Reviews { organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            compare::reviews(&world, &organisation, setting.json).await
        }
        Asked::Letterhead { organisation, name, colour, none } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let said = name.as_deref().zip(colour.as_deref());
            review::letterhead(&world, &organisation, (said, none), setting.json).await
        }
        Asked::Quality { organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            compare::quality(&world, &organisation, setting.json).await
        }
        Asked::Lesson(asked) => review::lesson(setting, &world, asked).await,
        Asked::Verify(asked) => verify(&asked, setting.json),
    }
}

fn unknown(case: i64) -> String {
    format!("case {case}: nothing was changed")
}

async fn open(setting: &Setting, world: &World, asked: CaseOpen) -> anyhow::Result<Done> {
    let organisation = house::organisation(world, asked.organisation.as_deref()).await?;
    let brand = house::brand(world, &organisation, &asked.brand).await?;
    let by = member(world, &organisation, &asked.by).await?;
    let caller = match (asked.mention, asked.signal, asked.said) {
        (Some(mention), ..) => Caller::Mention(MentionId(mention)),
        (_, Some(signal), _) => Caller::Signal(signal),
        (.., Some(said)) if !said.trim().is_empty() => Caller::Call(said),
        _ => bail!("say what it is about: --said, --mention or --signal; nothing was opened"),
    };
    // The same words about the same brand are the same call.
    let told = asked.key.unwrap_or_else(|| {
        let hash = blake3::hash(format!("{} {caller:?}", brand.id).as_bytes());
        format!("cli-{}", &hash.to_hex()[..24])
    });
    let key = Key::new(&told).context("a key is 1 to 64 letters, digits and `-`; nothing was opened")?;
    let alarm = Alarm {
        key,
        brand: brand.id,
        step: Step::Crisis,
        caller,
        began: None,
        hurt: asked.hurt,
        scenario: asked.scenario,
        language: None,
        beside: false,
    };
    let role = role(world, &organisation, by.id).await?;
    let waking = desk(setting, world).await?;
    let acted = cases::crisis(&waking, organisation.id, (by.id, role), &alarm).await.context("nothing was opened")?;
    told_of(&acted, setting.json)
}

/// What a member is in an organisation.
async fn role(
    world: &World,
    organisation: &Organisation,
    person: domain::id::PersonId,
) -> anyhow::Result<domain::organisation::Role> {
    let members = world.store.members(organisation.id, world.clock.now()).await?;
    let found = members.into_iter().find(|(member, _)| member.id == person);
    found.map(|(_, role)| role).context("that person is no member any more; nothing was changed")
}

fn told_of(acted: &Acted, json: bool) -> anyhow::Result<Done> {
    if json {
        output::json(&json!({ "case": acted.case, "version": acted.version, "happened": acted.happened }))?;
    } else if acted.happened.is_empty() {
        output::line(format!("case {}: it was so already", acted.case))?;
    } else {
        output::line(format!("case {}, record {}: {}", acted.case, acted.version, acted.happened.join(", ")))?;
    }
    Ok(Done::All)
}

async fn list(world: &World, organisation: &Organisation, all: bool, json: bool) -> anyhow::Result<Done> {
    for file in world.store.cases(organisation.id, !all, None, MOST).await? {
        let (id, brand, step, moved) = (file.id, file.brand, file.step, file.moved_at);
        if json {
            let (lead, opened) = (file.lead, file.opened_at);
            output::json(
                &json!({ "id": id, "brand": brand, "step": step, "lead": lead, "opened_at": opened, "moved_at": moved, "version": file.version }),
            )?;
        } else {
            let name = world.store.brand(organisation.id, brand).await?.name;
            let words = Words::new(Locale::En, "UTC", world.clock.now());
            output::line(format!("{id}\t{}\t{}\t{moved}", words::case::step(&words, step), output::tame(&name)))?;
        }
    }
    Ok(Done::All)
}

async fn show(world: &World, organisation: &Organisation, case: i64, json: bool) -> anyhow::Result<Done> {
    let room = cases::room(world, organisation.id, CaseId(case)).await.with_context(|| unknown(case))?;
    if json {
        let texts: Value = room.texts.iter().map(|(of, text)| (of.to_string(), text.clone())).collect();
        output::json(&json!({ "id": case, "state": room.state, "texts": texts }))?;
        return Ok(Done::All);
    }
    said(world, organisation, &room).await
}

async fn said(world: &World, organisation: &Organisation, room: &Room) -> anyhow::Result<Done> {
    let words = Words::new(Locale::En, "UTC", world.clock.now());
    let brand = world.store.brand(organisation.id, room.file.brand).await?.name;
    let step = words::case::step(&words, room.file.step);
    output::line(format!("case {} of {}: {step}", room.file.id, output::tame(&brand)))?;
    for clock in room.state.clocks.values().filter(|clock| clock.is_open()) {
        output::line(format!("  clock: {}, due {}", words::case::clock(&words, &clock.of), clock.terms.due))?;
    }
    for (number, draft) in &room.state.drafts {
        let text = room.text(draft.wording.text).unwrap_or("(erased)");
        let stage = words::case::stage(&words, &draft.stage);
        output::line(format!("  text {number}, {stage}: {}", output::tame(text)))?;
    }
    let plan = engine::plan::said(world, organisation.id).await?.unwrap_or_default();
    let named = Named::by(&words, &plan);
    for entry in room.entries.iter().rev().take(LINES).rev() {
        output::line(format!("  {} {}", entry.at, output::tame(&named.happened(&entry.event))))?;
    }
    Ok(Done::All)
}

async fn ask(setting: &Setting, world: &World, asked: CaseAsk) -> anyhow::Result<Done> {
    let CaseNamed { case, organisation } = asked.case;
    let organisation = house::organisation(world, organisation.as_deref()).await?;
    let by = member(world, &organisation, &asked.by).await?;
    let role = role(world, &organisation, by.id).await?;
    let written = match asked.command {
        Some(command) => command,
        None => {
            let mut text = String::new();
            std::io::stdin().lock().take(LONGEST).read_to_string(&mut text)?;
            text
        }
    };
    let command: Ask =
        serde_json::from_str(&written).context("that is no command of a case; `docs/handbook` lists them")?;
    let waking = desk(setting, world).await?;
    let acted = cases::ask(&waking, organisation.id, CaseId(case), (by.id, role), command)
        .await
        .with_context(|| unknown(case))?;
    told_of(&acted, setting.json)
}

async fn export(
    setting: &Setting,
    world: &World,
    organisation: &Organisation,
    case: i64,
    to: &Path,
) -> anyhow::Result<Done> {
    let waking = desk(setting, world).await?;
    let role = domain::organisation::Role::Owner;
    let exported = cases::export(&waking, organisation.id, CaseId(case), role).await.with_context(|| unknown(case))?;
    let unwritten = || format!("{} cannot be written: it must not be there yet; nothing was exported", to.display());
    fs::create_dir(to).with_context(unwritten)?;
    let folder = &exported.folder;
    for (name, bytes) in
        [("manifest.json", &folder.manifest), ("events.jsonl", &folder.events), ("texts.jsonl", &folder.texts)]
    {
        fs::write(to.join(name), bytes).with_context(unwritten)?;
    }
    for (name, bytes) in &folder.beside {
        fs::write(to.join(name), bytes).with_context(unwritten)?;
    }
    fs::create_dir(to.join("captures")).with_context(unwritten)?;
    for (name, bytes) in &exported.captures {
        fs::write(to.join("captures").join(name), bytes).with_context(unwritten)?;
    }
    let (key, head) = (cases::house_key(&waking.secret), exported.head);
    if setting.json {
        let captures = exported.captures.len();
        output::json(&json!({ "folder": to, "key": key.to_string(), "head": head.to_string(), "captures": captures }))?;
    } else {
        output::line(format!("{}: {} records, {} captures", to.display(), head.version, exported.captures.len()))?;
        output::line(format!("keep elsewhere, to verify with:\n  --key {key}\n  --head {head}"))?;
    }
    Ok(Done::All)
}
