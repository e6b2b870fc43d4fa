//! Lessons that a drill has tried: the plan says so in its next version, and each case that a lesson comes from writes it down.

use super::held;
use crate::EngineError;
use crate::case::{CaseError, Said, act};
use crate::plan::{self, Written};
use crate::waking::Waking;
use domain::case::{Command, Key};
use domain::id::{OrganisationId, PersonId};
use domain::review::{drawn_from, tested};

/// Marks lessons as tried by a drill. Gives the version of the plan that says so; twice is once.
///
/// # Errors
/// [`EngineError::Report`] where somebody writes the plan meanwhile; what a case refuses; the store's.
pub async fn mark_tested(
    waking: &Waking,
    organisation: OrganisationId,
    person: Option<PersonId>,
    lessons: &[String],
    drill: &Key,
) -> Result<i64, CaseError> {
    let (version, text) = held(&waking.world, organisation).await?;
    let base = plan::base(&waking.world, organisation).await?;
    let marked = tested(&text, base.as_ref().map(|base| base.text.as_str()), lessons, &drill.to_string());
    let marked = marked.map_err(|wrong| EngineError::Report(format!("{wrong}; nothing was changed")))?;
    let now = if marked == text {
        version
    } else {
        let written = plan::write(&waking.world, organisation, person, version, &marked, &drill.to_string()).await?;
        let Written::Kept(kept) = written else {
            let why =
                "somebody wrote another version of the plan meanwhile: look at it and try again; nothing was changed";
            return Err(EngineError::Report(why.to_owned()).into());
        };
        kept
    };
    for (case, lesson) in lessons.iter().filter_map(|name| drawn_from(name)) {
        let command = Command::Tested { lesson, drill: drill.clone() };
        match act(waking, organisation, case, &Said::default(), |turn| turn.house(&command)).await {
            // A plan that came from elsewhere names cases of another house.
            Ok(_) | Err(CaseError::House(EngineError::Store(store::Error::NotFound))) => {}
            Err(CaseError::Refused(domain::case::Refusal::Missing { .. })) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(now)
}
