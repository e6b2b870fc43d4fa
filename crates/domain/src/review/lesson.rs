//! A lesson is a change of the plan: laid into its text, comments kept, with a section that says which review it came from and that no drill has
//! tried it yet.

use crate::id::CaseId;
use crate::plan::{Change, ChangeError, Finding, Plan, Weight, Written, apply, check, read};
use jiff::civil::Date;

/// Why a lesson does not become a plan. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LessonError {
    /// It could not be laid into the text.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// It changes nothing.
    #[error("it changes nothing in the plan")]
    Nothing,
    /// The plan would not pass where it passed before.
    #[error("the plan would not pass: {} errors that it has not now", .0.len())]
    Breaks(Vec<Finding>),
}

/// The plan's text with a lesson in it, which must bring no error that was not there; `base` is the plan below it, where there is one.
///
/// # Errors
/// Why it does not; then nothing is changed.
pub fn lesson(
    plan: &str,
    changes: &[Change],
    (case, number, told): (CaseId, u32, &str),
    today: Date,
    base: Option<&str>,
) -> Result<String, LessonError> {
    let changed = apply(plan, changes)?;
    if changed == plan {
        return Err(LessonError::Nothing);
    }
    let id = named(case, number);
    let says = |field: &str, to: Written| Change {
        section: "lesson".to_owned(),
        id: Some(id.clone()),
        field: Some(field.to_owned()),
        from: None,
        to: Some(to),
    };
    let changed_parts = super::parts(&read(plan, base).0, changes);
    let origin = [
        says("text", Written::Text(told.to_owned())),
        says("review", Written::Text(case.to_string())),
        says("changes", Written::List(changed_parts)),
    ];
    let text = apply(&changed, &origin)?;
    let (before, after) = (errors(plan, today, base), errors(&text, today, base));
    let same = |one: &Finding| before.iter().any(|other| (other.code, &other.names) == (one.code, &one.names));
    let new: Vec<Finding> = after.into_iter().filter(|one| !same(one)).collect();
    if new.is_empty() { Ok(text) } else { Err(LessonError::Breaks(new)) }
}

/// The name of a case's lesson in the plan.
pub fn named(case: CaseId, number: u32) -> String {
    format!("case-{case}-{number}")
}

fn errors(text: &str, today: Date, base: Option<&str>) -> Vec<Finding> {
    let (plan, found) = read(text, base);
    check(&plan, found, today).into_iter().filter(|one| one.code.weight() == Weight::Error).collect()
}

/// Lessons of a plan that no drill has tried: their names in it.
pub fn untested(plan: &Plan) -> Vec<&str> {
    plan.lessons.iter().filter(|lesson| lesson.body.tested.is_none()).map(|lesson| lesson.id.as_str()).collect()
}

/// The plan's text with lessons marked as tried by a drill. Those that it does not hold, or that were tried before, stay as they are.
///
/// # Errors
/// Where it cannot be laid into the text; then nothing is changed.
pub fn tested(text: &str, base: Option<&str>, lessons: &[String], drill: &str) -> Result<String, ChangeError> {
    let (plan, _) = read(text, base);
    let open = untested(&plan);
    let marked = lessons.iter().filter(|lesson| open.contains(&lesson.as_str()));
    let changes: Vec<Change> = marked
        .map(|lesson| Change {
            section: "lesson".to_owned(),
            id: Some(lesson.clone()),
            field: Some("tested".to_owned()),
            from: None,
            to: Some(Written::Text(drill.to_owned())),
        })
        .collect();
    apply(text, &changes)
}

/// The case and the number of a lesson, as its name in a plan says them.
pub fn drawn_from(name: &str) -> Option<(CaseId, u32)> {
    let (case, number) = name.strip_prefix("case-")?.split_once('-')?;
    Some((CaseId(case.parse().ok()?), number.parse().ok()?))
}
