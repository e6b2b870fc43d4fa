//! The plan of an organisation: kept in versions, read and checked, laid together where two wrote at once.

use crate::EngineError;
use crate::world::World;
use domain::id::{OrganisationId, PersonId};
use domain::plan::{self, Change, Finding, Kind, MOST_BYTES, Owner, Plan};
use jiff::tz::TimeZone;
use store::PlanVersion;
use text::Language;

/// Most characters of a reason.
const LONGEST_WHY: usize = 300;

/// A plan as it is kept, read and checked.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The version that holds.
    pub version: PlanVersion,
    /// What it says.
    pub plan: Plan,
    /// What the compiler finds in it.
    pub findings: Vec<Finding>,
}

/// What came of writing a plan.
#[derive(Clone, Debug)]
pub enum Written {
    /// It is kept as this version.
    Kept(i64),
    /// Somebody wrote meanwhile: what holds now, what they changed, and what was to be changed. Nothing was kept.
    Meanwhile {
        /// The version that holds.
        now: Box<PlanVersion>,
        /// What they changed since.
        theirs: Vec<Change>,
        /// What was to be changed.
        ours: Vec<Change>,
        /// Both together, ours last; `None` where one of the texts cannot be read.
        both: Option<String>,
    },
}

/// A text, read and checked as of the world's day in the plan's own zone.
pub fn checked(world: &World, text: &str) -> (Plan, Vec<Finding>) {
    let (read, found) = plan::read(text, None);
    let zone = read.zone.clone().unwrap_or(TimeZone::UTC);
    let today = world.clock.now().to_zoned(zone).date();
    let findings = plan::check(&read, found, today);
    (read, findings)
}

/// What the plan that holds says, not checked: for what is asked often.
///
/// # Errors
/// The store's.
pub async fn said(world: &World, organisation: OrganisationId) -> Result<Option<Plan>, EngineError> {
    Ok(world.store.plan(organisation).await?.map(|version| plan::read(&version.text, None).0))
}

/// The plan that holds.
///
/// # Errors
/// The store's.
pub async fn of(world: &World, organisation: OrganisationId) -> Result<Option<Kept>, EngineError> {
    let Some(version) = world.store.plan(organisation).await? else { return Ok(None) };
    let (plan, findings) = checked(world, &version.text);
    Ok(Some(Kept { version, plan, findings }))
}

/// Keeps a text as the next version after `expected`. A plan with errors is kept too: it is being written.
///
/// # Errors
/// [`EngineError::Report`] where it is too long; the store's.
pub async fn write(
    world: &World,
    organisation: OrganisationId,
    person: Option<PersonId>,
    expected: i64,
    text: &str,
    why: &str,
) -> Result<Written, EngineError> {
    if text.len() > MOST_BYTES || text.contains('\0') {
        return Err(EngineError::Report(format!("a plan has at most {MOST_BYTES} bytes of text; nothing was kept")));
    }
    let text = text.replace("\r\n", "\n");
    let now = world.store.plan(organisation).await?;
    if now.as_ref().is_some_and(|now| now.text == text) {
        return Ok(Written::Kept(now.map_or(0, |now| now.version)));
    }
    let new = PlanVersion {
        version: expected.saturating_add(1),
        text: text.clone(),
        why: why.trim().chars().take(LONGEST_WHY).collect(),
        person,
        at: world.clock.now(),
    };
    match world.store.keep_plan(organisation, expected, &new).await {
        Ok(()) => Ok(Written::Kept(new.version)),
        Err(store::Error::Conflict(_)) => meanwhile(world, organisation, expected, &text).await,
        Err(other) => Err(other.into()),
    }
}

async fn meanwhile(
    world: &World,
    organisation: OrganisationId,
    expected: i64,
    ours: &str,
) -> Result<Written, EngineError> {
    let now = world.store.plan(organisation).await?.ok_or(store::Error::NotFound)?;
    let base = world.store.plans(organisation, Some(expected.saturating_add(1)), 1).await?.pop();
    let base = base.map(|base| base.text).unwrap_or_default();
    let (theirs, ours) = (plan::changes(&base, &now.text).0, plan::changes(&base, ours).0);
    let both = plan::apply(&now.text, &ours).ok();
    Ok(Written::Meanwhile { now: Box::new(now), theirs, ours, both })
}

/// Begins with a plan that ships, made the organisation's own.
///
/// # Errors
/// [`EngineError::Report`] where there is a plan already, or none ships in this language; the store's.
pub async fn begin(
    world: &World,
    organisation: OrganisationId,
    person: Option<PersonId>,
    kind: Kind,
    language: Language,
    owner: &Owner,
) -> Result<i64, EngineError> {
    let shipped = plan::shipped(kind, language)
        .ok_or_else(|| EngineError::Report("this plan does not ship in this language".to_owned()))?;
    let text = plan::made_ones_own(shipped, owner).map_err(|wrong| EngineError::Report(wrong.to_string()))?;
    match write(world, organisation, person, 0, &text, "").await? {
        Written::Kept(version) => Ok(version),
        Written::Meanwhile { .. } => {
            Err(EngineError::Report("there is a plan already; nothing was changed".to_owned()))
        }
    }
}
