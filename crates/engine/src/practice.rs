//! What the people of a plan showed that they can do: in drills that were kept, and in the training by a link; and the days that come of it.

use crate::EngineError;
use crate::team::is;
use crate::world::World;
use domain::calendar::{self, Due};
use domain::id::{OrganisationId, PersonId};
use domain::organisation::{Membership, Person};
use domain::plan::Plan;
use domain::practice::{self, Drilled, HOLDS, Kept, Status, Trained};
use domain::training::Part;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// Trainings that are looked through.
const TRAININGS: i64 = 10_000;

/// Somebody of the plan with a role, and what they showed within a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Their name in the plan.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// When they last showed each part.
    pub status: Status,
}

/// The drills that people of the plan played and that still hold, the last first. Who is not in the plan any more showed nothing for it.
///
/// # Errors
/// The store's.
pub async fn drilled(world: &World, organisation: OrganisationId, plan: &Plan) -> Result<Vec<Drilled>, EngineError> {
    let since = world.clock.now().checked_sub(HOLDS).unwrap_or(Timestamp::MIN);
    let people = world.store.team(organisation).await?;
    let rows = world.store.drills_shown(organisation, since).await?.into_iter();
    // What cannot be read says nothing; the drill stays where it is kept.
    let read = rows.filter_map(|row| Some((serde_json::from_str::<Kept>(&row.shown).ok()?, row)));
    Ok(read
        .map(|(kept, row)| Drilled {
            pack: row.pack,
            at: row.ended_at,
            scenarios: kept.scenarios,
            shown: by_plan(plan, &people, kept.shown),
        })
        .collect())
}

/// What people showed, by their names in the plan.
fn by_plan(
    plan: &Plan,
    people: &[(Person, Membership)],
    shown: BTreeMap<PersonId, BTreeSet<Part>>,
) -> BTreeMap<String, BTreeSet<Part>> {
    let named = |id: PersonId| {
        let (person, _) = people.iter().find(|(person, _)| person.id == id)?;
        Some(plan.people.iter().find(|one| is(one, person))?.id.clone())
    };
    shown.into_iter().filter_map(|(id, parts)| Some((named(id)?, parts))).collect()
}

pub(crate) async fn trained(world: &World, organisation: OrganisationId) -> Result<Vec<Trained>, EngineError> {
    let rows = world.store.trainings(organisation, TRAININGS).await?.into_iter();
    let parts =
        |said: String| Part::ALL.into_iter().filter(|part| said.split(' ').any(|code| code == part.code())).collect();
    let read = |one: store::Trained| Trained {
        name: one.name,
        correct: one.correct,
        asked: one.asked,
        parts: one.parts.map(parts),
        at: one.at,
    };
    Ok(rows.map(read).collect())
}

/// Who of the plan has a role, in the order of the plan, with what they showed; nobody without a plan.
///
/// # Errors
/// The store's.
pub async fn standing(world: &World, organisation: OrganisationId) -> Result<Vec<Standing>, EngineError> {
    let Some(plan) = crate::plan::said(world, organisation).await? else { return Ok(Vec::new()) };
    let (drilled, trained) = (drilled(world, organisation, &plan).await?, trained(world, organisation).await?);
    let mut status = practice::status(&plan, &drilled, &trained, world.clock.now());
    let of = |one: &domain::plan::Item<domain::plan::Person>| {
        let status = status.remove(&one.id)?;
        Some(Standing { id: one.id.clone(), name: one.body.name.clone(), status })
    };
    Ok(plan.people.iter().filter_map(of).collect())
}

/// The days that are ahead by the plan, the next first; `None` without a plan. `house` tells this house's calendar from others.
///
/// # Errors
/// The store's.
pub async fn days(world: &World, organisation: OrganisationId, house: &str) -> Result<Option<Vec<Due>>, EngineError> {
    let Some(plan) = crate::plan::said(world, organisation).await? else { return Ok(None) };
    let said = world.store.rehearsals(organisation).await?.into_iter().collect();
    let rehearsed = practice::rehearsed(&said, &drilled(world, organisation, &plan).await?);
    let house = format!("{house} {organisation}");
    let known = calendar::Known { plan: &plan, rehearsed: &rehearsed, house: &house, now: world.clock.now() };
    Ok(Some(calendar::dues(&known)))
}
