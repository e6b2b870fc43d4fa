//! What a proposed lesson would change in the plan that holds, and what would then be found in it: before anybody says yes to it.

use super::{held, laid, overwritten};
use crate::EngineError;
use crate::case::Room;
use crate::plan;
use crate::world::World;
use domain::case::state::LessonStage;
use domain::id::OrganisationId;
use domain::plan::{Change, Finding};

/// What a lesson changes.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// Its changes, each with what was said when it was drawn.
    pub changes: Vec<Change>,
    /// Why it cannot be taken into the plan as it stands.
    pub problem: Option<String>,
    /// What would be found in the plan that is not found now.
    pub new: Vec<Finding>,
    /// What would be found no more.
    pub gone: Vec<Finding>,
}

/// What a lesson of a case changes; of one that is in the plan, or was set aside, its changes alone. `None`: there is none, or its words were erased.
///
/// # Errors
/// The store's.
pub async fn preview(
    world: &World,
    organisation: OrganisationId,
    room: &Room,
    number: u32,
) -> Result<Option<Preview>, EngineError> {
    let Some(lesson) = room.state.lessons.get(&number) else { return Ok(None) };
    let (Some(told), Some(changes)) = (room.text(lesson.text), room.text(lesson.changes)) else { return Ok(None) };
    let Ok(changes) = serde_json::from_str::<Vec<Change>>(changes) else { return Ok(None) };
    if lesson.stage != LessonStage::Drawn {
        return Ok(Some(Preview { changes, ..Preview::default() }));
    }
    let (_, stands) = held(world, organisation).await?;
    if let Some(place) = changes.iter().find_map(|change| overwritten(&stands, change)) {
        let problem = Some(format!("somebody changed this in the plan since the lesson was drawn: {place}"));
        return Ok(Some(Preview { changes, problem, ..Preview::default() }));
    }
    match laid(world, organisation, (room.file.id, number, told), &changes, &stands).await {
        Ok(text) => {
            let base = plan::base(world, organisation).await?;
            let base = base.as_ref().map(|base| base.text.as_str());
            let ((_, before), (_, after)) = (plan::checked(world, &stands, base), plan::checked(world, &text, base));
            let (new, gone) = (beside(&after, &before), beside(&before, &after));
            Ok(Some(Preview { changes, problem: None, new, gone }))
        }
        Err(EngineError::Report(why)) => Ok(Some(Preview { changes, problem: Some(why), ..Preview::default() })),
        Err(error) => Err(error),
    }
}

/// What is found in one and not in the other, by what it is about and not by its line.
fn beside(one: &[Finding], other: &[Finding]) -> Vec<Finding> {
    let there = |found: &Finding| other.iter().any(|it| (it.code, &it.names) == (found.code, &found.names));
    one.iter().filter(|found| !there(found)).cloned().collect()
}
