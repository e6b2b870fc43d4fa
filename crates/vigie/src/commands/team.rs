//! `vigie team list|coverage|confirm|ask|reviewed|rehearsed|practice|calendar|calendar-link|link|links|withdraw` and `vigie plan readiness`.

use super::user::person;
use super::{Setting, house, waking};
use crate::Done;
use crate::cli::Team as Asked;
use crate::output;
use anyhow::Context;
use domain::organisation::Organisation;
use domain::plan::Held;
use domain::readiness::Readiness;
use domain::training::Part;
use engine::practice::{self, Standing};
use engine::team::{self, Mate};
use engine::world::World;
use serde_json::json;
use std::io::Write;
use web::auth::doorstep;
use words::{Locale, Words};

/// Shows the team, or keeps what it did.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let (world, as_json) = (house::open(setting).await?, setting.json);
    let of = async |named: Option<String>| house::organisation(&world, named.as_deref()).await;
    match asked {
        Asked::List { organisation } => list(&world, &of(organisation).await?, as_json).await?,
        Asked::Coverage { organisation } => coverage(&world, &of(organisation).await?, as_json).await?,
        Asked::Confirm { email, organisation } => {
            let (organisation, person) = (of(organisation).await?, person(&world, &email).await?);
            let said = team::confirm(&world, organisation.id, person.id).await;
            let said = said.with_context(|| format!("nothing was kept of {}", person.email))?;
            told(as_json, "contact", &said.contact, &format!("{} is reached so: {}", person.email, said.contact))?;
        }
        Asked::Ask { organisation } => {
            let organisation = of(organisation).await?;
            let client = connect::http::Client::new(setting.config.contact.as_deref());
            let waking = waking::live(setting, &world, &client, &house::origin(&world, setting).await?).await?;
            let asked = waking.ask_team(organisation.id).await?;
            match as_json {
                true => output::json(&json!({ "asked": asked }))?,
                false => output::line(format!("{asked} messages wait; `vigie serve` sends them"))?,
            }
        }
        Asked::Reviewed { organisation } => {
            let at = team::review(&world, of(organisation).await?.id, None).await?;
            told(as_json, "at", &at.to_string(), "the team was looked at")?;
        }
        Asked::Rehearsed { scenario, organisation } => {
            let kept = team::rehearse(&world, of(organisation).await?.id, &scenario, None).await;
            let at = kept.with_context(|| format!("the plan has no scenario `{scenario}`; nothing was kept"))?;
            told(as_json, "at", &at.to_string(), &format!("{scenario} was gone through"))?;
        }
        Asked::Link { name, organisation } => {
            let organisation = of(organisation).await?;
            let (id, path) = doorstep::staff_link(&world, organisation.id, &house::name(&name)?, None).await?;
            let link = format!("{}{path}", house::origin(&world, setting).await?);
            match as_json {
                true => output::json(&json!({ "id": id, "link": link }))?,
                false => output::line(format!("{link}\nIt holds until `vigie team withdraw {id}`."))?,
            }
        }
        Asked::Links { organisation } => links(&world, &of(organisation).await?, as_json).await?,
        Asked::Practice { organisation } => practised(&world, &of(organisation).await?, as_json).await?,
        Asked::Calendar { ics, organisation } => {
            let (organisation, house) = (of(organisation).await?, house::origin(&world, setting).await?);
            days(&world, &organisation, &house, (ics, as_json)).await?;
        }
        Asked::CalendarLink { email, withdraw, organisation } => {
            let (organisation, person) = (of(organisation).await?, person(&world, &email).await?);
            if withdraw {
                doorstep::without_calendar_link(&world, organisation.id, person.id).await?;
                output::line(format!("no address opens the calendar of {} any more", person.email))?;
            } else {
                let path = doorstep::calendar_link(&world, organisation.id, person.id).await;
                let path = path.with_context(|| format!("{} is no member; no address was made", person.email))?;
                let link = format!("{}{path}", house::origin(&world, setting).await?);
                told(as_json, "link", &link, &link)?;
            }
        }
        Asked::Trained { organisation } => trained(&world, &of(organisation).await?, as_json).await?,
        Asked::Untrain { id, organisation } => {
            let erased = world.store.erase_training(of(organisation).await?.id, id).await;
            erased.with_context(|| format!("there is no training {id}; nothing was erased"))?;
            output::line(format!("training {id} is erased"))?;
        }
        Asked::Withdraw { id, organisation } => {
            let withdrawn = world.store.withdraw_staff_link(of(organisation).await?.id, id).await;
            withdrawn.with_context(|| format!("there is no link {id}; nothing was withdrawn"))?;
            output::line(format!("link {id} opens nothing any more"))?;
        }
    }
    Ok(Done::All)
}

fn told(as_json: bool, key: &str, value: &str, line: &str) -> anyhow::Result<()> {
    match as_json {
        true => output::json(&json!({ key: value }))?,
        false => output::line(output::tame(line))?,
    }
    Ok(())
}

async fn list(world: &World, organisation: &Organisation, as_json: bool) -> anyhow::Result<()> {
    for Mate { person, membership, reached, roles, contact } in team::team(world, organisation.id).await?.mates {
        let state = contact.as_ref().map_or("not-in-plan", |way| way.state.code());
        match as_json {
            true => output::json(&json!({
                "email": person.email, "name": person.name, "role": membership.role.code(), "until": membership.until,
                "reached": reached.code(), "plan_roles": roles, "contact": state,
                "confirmed_at": contact.and_then(|way| way.at),
            }))?,
            false => {
                let until = membership.until.map(|end| format!(" until {end}")).unwrap_or_default();
                let line = format!(
                    "{}\t{}{until}\t{}\t{}\t{state}",
                    person.email,
                    membership.role.code(),
                    output::tame(&person.name),
                    reached.code()
                );
                output::line(line)?;
            }
        }
    }
    Ok(())
}

async fn coverage(world: &World, organisation: &Organisation, as_json: bool) -> anyhow::Result<()> {
    let coverage = team::team(world, organisation.id).await?.coverage;
    let coverage = coverage.context("there is no plan yet: nobody knows who is missing")?;
    let people = |people: &[String]| if people.is_empty() { "nobody".to_owned() } else { people.join(", ") };
    for role in &coverage.now {
        match as_json {
            true => output::json(&json!({ "when": "now", "role": role.role, "people": role.people }))?,
            false => output::line(output::tame(&format!("now\t{}\t{}", role.role, people(&role.people))))?,
        }
    }
    for (night, held) in coverage.nights.iter().flat_map(|night| night.roles.iter().map(move |held| (night, held))) {
        let Held { role, people: there, holes } = held;
        let hole = |hole: &domain::plan::Hole| format!("{} to {}", hole.from, hole.until);
        let nobody: Vec<String> = holes.iter().map(hole).collect();
        match as_json {
            true => output::json(
                &json!({ "when": night.evening, "role": role, "people": there, "nobody": nobody, "zone": coverage.zone }),
            )?,
            false => {
                let hole = if nobody.is_empty() {
                    String::new()
                } else {
                    format!("\tnobody {} ({})", nobody.join(", "), coverage.zone)
                };
                output::line(output::tame(&format!("{}\t{role}\t{}{hole}", night.evening, people(there))))?;
            }
        }
    }
    Ok(())
}

async fn links(world: &World, organisation: &Organisation, as_json: bool) -> anyhow::Result<()> {
    for link in world.store.staff_links(organisation.id).await? {
        match as_json {
            true => output::json(&json!({ "id": link.id, "name": link.name, "created_at": link.created_at }))?,
            false => output::line(format!("{}\t{}\tmade {}", link.id, output::tame(&link.name), link.created_at))?,
        }
    }
    Ok(())
}

async fn practised(world: &World, organisation: &Organisation, as_json: bool) -> anyhow::Result<()> {
    for Standing { id, name, status } in practice::standing(world, organisation.id).await? {
        let at = |part: Part| status.get(&part).map_or_else(|| "✕".to_owned(), ToString::to_string);
        match as_json {
            true => output::json(&json!({ "person": id, "name": name, "shown": status }))?,
            false => {
                let parts = Part::ALL.map(|part| format!("{} {}", part.code(), at(part)));
                output::line(output::tame(&format!("{id}\t{name}\t{}", parts.join("\t"))))?;
            }
        }
    }
    Ok(())
}

async fn days(
    world: &World,
    organisation: &Organisation,
    house: &str,
    (ics, as_json): (bool, bool),
) -> anyhow::Result<()> {
    let dues = practice::days(world, organisation.id, house).await?.context("there is no plan yet, and so no days")?;
    let now = world.clock.now();
    let words = Words::new(Locale::En, "UTC", now);
    if ics {
        // Lines of a calendar end with CR and LF: they are written as they are.
        let text = words::calendar::ics(&words, &organisation.name, &dues, now);
        std::io::stdout().lock().write_all(text.as_bytes())?;
        return Ok(());
    }
    for due in &dues {
        match as_json {
            true => output::json(due)?,
            false => {
                let (what, _) = words::calendar::told(&words, due);
                output::line(output::tame(&format!("{}\t{}\t{what}", due.day, due.kind.code())))?;
            }
        }
    }
    Ok(())
}

/// Most trainings that are listed.
const TRAINED: i64 = 1_000;

async fn trained(world: &World, organisation: &Organisation, as_json: bool) -> anyhow::Result<()> {
    for one in world.store.trainings(organisation.id, TRAINED).await? {
        let store::Trained { id, link, name, correct, asked, parts, at } = one;
        match as_json {
            true => output::json(&json!({
                "id": id, "link": link, "name": name, "correct": correct, "asked": asked, "parts": parts, "at": at,
            }))?,
            false => {
                let (link, name) = (output::tame(&link), output::tame(&name));
                output::line(format!("{id}\t{link}\t{name}\t{correct}/{asked}\t{at}"))?;
            }
        }
    }
    Ok(())
}

/// How ready an organisation is, and why.
pub async fn readiness(named: Option<&str>, locale: Locale, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, named).await?;
    let ready = team::ready(&world, organisation.id).await?;
    if setting.json {
        output::json(&ready)?;
        return Ok(Done::All);
    }
    let words = Words::new(locale, "UTC", world.clock.now());
    let Readiness { score, reasons, matrix } = ready;
    output::line(words.tell("ready-score", &[("score", score.into())]))?;
    for reason in &reasons {
        let (what, mend) = (words::readiness::what(&words, reason), words::readiness::mend(&words, reason.kind));
        let subjects = output::tame(&reason.subjects.join(", "));
        output::line(format!("−{}\t{what}\t{mend}\t{subjects}", reason.cost))?;
    }
    for row in &matrix {
        let stands = |there: bool| if there { "●" } else { "✕" };
        let line = format!(
            "{}\t{} query\t{} scenario\t{} reply\t{} drill",
            output::tame(&row.risk),
            stands(row.queries > 0),
            stands(row.scenario.is_some()),
            stands(row.replies > 0),
            stands(row.rehearsed.is_some())
        );
        output::line(line)?;
    }
    Ok(Done::All)
}
