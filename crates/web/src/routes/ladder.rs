//! Who is called first in an organisation, and who when nobody acknowledges.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::waking::{LadderPage, OnLadder};
use axum::extract::{Path, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::OrganisationId;
use domain::organisation::Right;
use domain::waking::{Ladder, Rung};
use engine::EngineError;
use engine::waking::settings::{self, LadderNow, MOST_RUNGS};
use std::collections::BTreeMap;

/// Steps that are offered at least.
const OFFERED: usize = 4;

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    shown(desk, OrganisationId(id), false).await
}

async fn shown(desk: Desk, id: OrganisationId, refused: bool) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(id, Right::Inspect)?.clone();
    let world = &desk.app.world;
    let LadderNow { ladder, written, gives_way, only_told } = settings::ladder(world, id).await.map_err(failed)?;
    let step = |person| ladder.rungs.iter().position(|rung| rung.people.contains(&person)).map_or(0, |at| at + 1);
    let targets = world.store.targets(None).await?;
    let members = world.store.members(id, desk.now()).await?.into_iter().map(|(person, _)| {
        let reachable = targets.iter().any(|target| target.person == person.id);
        let only_told = only_told.contains(&person.id);
        OnLadder { id: person.id.0, name: person.name, step: step(person.id), reachable, only_told }
    });
    let mut waits: Vec<u32> = ladder.rungs.iter().map(|rung| rung.after_minutes).collect();
    // One more than are in use, so that there is always a next.
    waits.resize((waits.len() + 1).clamp(OFFERED, MOST_RUNGS.max(waits.len())), Rung::default().after_minutes);
    let shown = LadderPage {
        organisation: (id.0, organisation.name),
        members: members.collect(),
        waits,
        may_configure: desk.principal.organisation(id, Right::Configure).is_ok(),
        written,
        gives_way,
        refused,
        shell: desk.shell(Room::Settings).await?,
        words: desk.words,
    };
    page(&shown)
}

/// Forgets the ladder: the members are called one after the other again.
pub async fn reset(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    settings::reset_ladder(&desk.app.world, organisation).await.map_err(failed)?;
    desk.app.waking.decide_at_once().await;
    Ok(Redirect::to("/settings/waking?said=saved").into_response())
}

/// Keeps the ladder: people by their step, steps that call nobody left out.
pub async fn save(desk: Desk, Path(id): Path<i64>, RawForm(form): RawForm) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let Some(ladder) = read(&form) else { return shown(desk, organisation, true).await };
    match settings::set_ladder(&desk.app.world, organisation, &ladder).await {
        Ok(()) => {
            desk.app.waking.decide_at_once().await;
            Ok(Redirect::to("/settings/waking?said=saved").into_response())
        }
        Err(EngineError::Report(_)) => shown(desk, organisation, true).await,
        Err(error) => Err(failed(error)),
    }
}

fn read(form: &[u8]) -> Option<Ladder> {
    let (mut people, mut waits) = (BTreeMap::<usize, Vec<_>>::new(), BTreeMap::<usize, u32>::new());
    for (name, value) in url::form_urlencoded::parse(form) {
        if let Some(person) = name.strip_prefix("person-") {
            people.entry(value.parse().ok()?).or_default().push(domain::id::PersonId(person.parse().ok()?));
        } else if let Some(step) = name.strip_prefix("wait-") {
            waits.insert(step.parse().ok()?, value.parse().ok()?);
        }
    }
    let called = people.into_iter().filter(|(step, _)| *step > 0);
    let rungs = called.map(|(step, people)| Some(Rung { people, after_minutes: *waits.get(&step)? }));
    Some(Ladder { rungs: rungs.collect::<Option<_>>()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_becomes_steps_in_order() {
        let read = |form: &str| read(form.as_bytes());
        let ladder = read("person-7=3&person-8=1&person-9=0&person-4=3&wait-1=5&wait-2=10&wait-3=20").unwrap();
        let rungs: Vec<_> =
            ladder.rungs.iter().map(|r| (r.people.iter().map(|p| p.0).collect(), r.after_minutes)).collect();
        assert_eq!(rungs, [(vec![8], 5), (vec![7, 4], 20)]);
        for broken in ["person-x=1&wait-1=5", "person-7=1", "person-7=1&wait-1=-5", "person-7=first&wait-1=5"] {
            assert_eq!(read(broken), None, "{broken}");
        }
    }
}
