//! `vigie ladder show|set|reset`: who is called in an organisation, and who next.

use super::{Setting, house};
use crate::Done;
use crate::cli::Ladder as Asked;
use crate::output;
use anyhow::Context;
use domain::organisation::{Organisation, Person};
use domain::waking::{Ladder, Rung};
use engine::waking::settings::{self, LadderNow};
use engine::world::World;
use serde_json::{Value, json};

/// Shows, writes or forgets a ladder.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    match asked {
        Asked::Show { organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            show(&world, &organisation, setting.json).await?;
        }
        Asked::Set { steps, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let members = members(&world, &organisation).await?;
            let rungs = steps.iter().map(|step| rung(step, &members)).collect::<anyhow::Result<_>>()?;
            settings::set_ladder(&world, organisation.id, &Ladder { rungs }).await?;
            show(&world, &organisation, setting.json).await?;
        }
        Asked::Reset { organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            settings::reset_ladder(&world, organisation.id).await?;
            show(&world, &organisation, setting.json).await?;
        }
    }
    Ok(Done::All)
}

async fn members(world: &World, organisation: &Organisation) -> anyhow::Result<Vec<Person>> {
    Ok(world.store.members(organisation.id, world.clock.now()).await?.into_iter().map(|(person, _)| person).collect())
}

/// A step as it is written: logins, an equals sign, minutes.
fn rung(step: &str, members: &[Person]) -> anyhow::Result<Rung> {
    let (people, minutes) =
        step.rsplit_once('=').with_context(|| format!("`{step}` is not LOGIN,LOGIN=MINUTES; nothing was changed"))?;
    let after_minutes =
        minutes.trim().parse().with_context(|| format!("`{minutes}` is no number of minutes; nothing was changed"))?;
    let person = |email: &str| {
        let email = email.trim().to_lowercase();
        let found = members.iter().find(|member| member.email == email);
        found.map(|member| member.id).with_context(|| format!("{email} is no member; nothing was changed"))
    };
    Ok(Rung { people: people.split(',').map(person).collect::<anyhow::Result<_>>()?, after_minutes })
}

async fn show(world: &World, organisation: &Organisation, as_json: bool) -> anyhow::Result<()> {
    let LadderNow { ladder, gives_way, only_told, .. } = settings::ladder(world, organisation.id).await?;
    let members = members(world, organisation).await?;
    for (n, rung) in ladder.rungs.iter().enumerate() {
        let called = members.iter().filter(|member| rung.people.contains(&member.id));
        let called: Vec<_> = called.collect();
        let emails: Vec<&str> = called.iter().map(|member| member.email.as_str()).collect();
        let told = called.iter().filter(|member| only_told.contains(&member.id));
        let told: Vec<&str> = told.map(|member| member.email.as_str()).collect();
        match as_json {
            true => output::json(&json!({
                "step": n + 1, "called": emails, "minutes": rung.after_minutes, "gives_way": gives_way, "only_told": told
            }))?,
            false => {
                output::line(format!("{}\t{}\t{} min", n + 1, output::tame(&emails.join(", ")), rung.after_minutes))?;
                if !told.is_empty() {
                    let told = output::tame(&told.join(", "));
                    output::line(format!("\tmay not acknowledge, only told: {told}"))?;
                }
            }
        }
    }
    if gives_way && !as_json {
        output::line(
            "nobody on this ladder can be called now: the members who have a target are called one after the other",
        )?;
    }
    if ladder.rungs.is_empty() {
        match as_json {
            true => output::json(&Value::Null)?,
            false => output::line("nobody can be called: no member has a target")?,
        }
    }
    Ok(())
}
