//! How somebody is woken, as they set it: their targets, quiet hours and budgets, and each organisation's ladder. What would leave
//! everybody asleep, or could not be read again, is refused.

use super::roster::{Hours, Roster};
use crate::EngineError;
use crate::world::World;
use connect::outbound::Target;
use domain::id::{OrganisationId, PersonId};
use domain::organisation::Right;
use domain::waking::{Budget, Ladder};
use std::collections::BTreeSet;
use store::{NewTarget, TargetRow};

/// Most targets of one person.
pub const MOST_TARGETS: usize = 20;
/// The longest settings of a target, in bytes.
const LONGEST: usize = 4_096;
/// Most calls that a budget may allow.
pub const MOST_CALLS: u32 = 100;
/// Most rungs of a ladder.
pub const MOST_RUNGS: usize = 10;
/// The longest wait on a rung, in minutes.
pub const LONGEST_WAIT: u32 = 24 * 60;

/// Adds a target, after those that are there. Without a name it is called what may be shown of it.
///
/// # Errors
/// [`EngineError::Report`] says what to correct and holds no secret; the store's.
pub async fn add_target(world: &World, new: NewTarget) -> Result<TargetRow, EngineError> {
    if new.settings.len() > LONGEST {
        return Err(wrong(format!("the settings of the target are longer than {LONGEST} bytes; it was not added")));
    }
    let target = Target::parse(&new.kind, &new.settings).map_err(|e| wrong(format!("{e}; it was not added")))?;
    if target.kind() == "mail" && !domain::mail::is_address(&target.shown()) {
        let why = "that is no address that mail can reach, as name@example.org; the target was not added";
        return Err(wrong(why.to_owned()));
    }
    let name = if new.name.trim().is_empty() { target.shown() } else { new.name };
    let name = domain::name::checked(&name).map_err(|e| wrong(format!("{e}; the target was not added")))?;
    let there = world.store.targets(Some(new.person)).await?;
    let same = there.iter().any(|row| row.kind == new.kind && row.settings == new.settings);
    if there.len() >= MOST_TARGETS && !same {
        return Err(wrong(format!("one person has {MOST_TARGETS} targets at most; take one away first")));
    }
    Ok(world.store.add_target(NewTarget { name, ..new }, world.clock.now()).await?)
}

/// When somebody may be called and how often.
///
/// # Errors
/// The store's, or what it kept cannot be read.
pub async fn hours(world: &World, person: PersonId) -> Result<Hours, EngineError> {
    if let Some(written) = world.store.recipient(person).await? {
        return Ok(serde_json::from_str(&written)?);
    }
    let quiet =
        Roster::read(&world.store, world.clock.now()).await?.rules.recipients.remove(&person).map(|usual| usual.quiet);
    Ok(quiet.map_or(Hours::default(), |quiet| Hours { quiet, ..Hours::default() }))
}

/// Says when somebody may be called and how often.
///
/// # Errors
/// [`EngineError::Report`] where a budget allows no call, or too many; the store's.
pub async fn set_hours(world: &World, person: PersonId, hours: &Hours) -> Result<(), EngineError> {
    let Budget { half_hour, day, brand_day } = hours.budget;
    if [half_hour, day, brand_day].iter().any(|calls| !(1..=MOST_CALLS).contains(calls)) {
        return Err(wrong(format!("a budget must allow 1 to {MOST_CALLS} calls; nothing was changed")));
    }
    Ok(world.store.set_recipient(person, &serde_json::to_string(hours)?).await?)
}

/// An organisation's ladder as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderNow {
    /// The one that was written, or the members one after the other.
    pub ladder: Ladder,
    /// Whether somebody wrote one.
    pub written: bool,
    /// Whether the written one reaches nobody now: the members are called one after the other in its place.
    pub gives_way: bool,
    /// Members who may not acknowledge: on the ladder they are told, and it goes on.
    pub only_told: BTreeSet<PersonId>,
}

/// An organisation's ladder: the one that was written, or the members one after the other.
///
/// # Errors
/// The store's, or what it kept cannot be read.
pub async fn ladder(world: &World, organisation: OrganisationId) -> Result<LadderNow, EngineError> {
    let text = world.store.get_setting(Some(organisation), Roster::LADDER).await?;
    let mut roster = Roster::read(&world.store, world.clock.now()).await?;
    let written = text.is_some();
    let members = world.store.members(organisation, world.clock.now()).await?.into_iter();
    let only_told = members.filter(|(_, role)| !role.may(Right::Triage)).map(|(person, _)| person.id).collect();
    if let Some(ladder) = text.and_then(|text| serde_json::from_str::<Ladder>(&text).ok()) {
        let gives_way = roster.reachable(organisation, ladder.clone()).is_none();
        return Ok(LadderNow { ladder, written, gives_way, only_told });
    }
    let ladder = roster.rules.ladders.remove(&organisation).ok_or(EngineError::Store(store::Error::NotFound))?;
    Ok(LadderNow { ladder, written, gives_way: written, only_told })
}

/// Writes an organisation's ladder.
///
/// # Errors
/// [`EngineError::Report`] where nobody would be called, or a rung cannot be; [`store::Error::NotFound`] for people who are no members.
pub async fn set_ladder(world: &World, organisation: OrganisationId, ladder: &Ladder) -> Result<(), EngineError> {
    if !(1..=MOST_RUNGS).contains(&ladder.rungs.len()) {
        return Err(wrong(format!("a ladder has 1 to {MOST_RUNGS} steps; nothing was changed")));
    }
    let members = world.store.members(organisation, world.clock.now()).await?;
    let members: BTreeSet<PersonId> = members.into_iter().map(|(person, _)| person.id).collect();
    for rung in &ladder.rungs {
        let people: BTreeSet<PersonId> = rung.people.iter().copied().collect();
        if people.is_empty() || people.len() != rung.people.len() {
            return Err(wrong("every step calls somebody, and nobody twice; nothing was changed"));
        }
        if !(1..=LONGEST_WAIT).contains(&rung.after_minutes) {
            return Err(wrong(format!("a step waits 1 to {LONGEST_WAIT} minutes; nothing was changed")));
        }
        if !people.is_subset(&members) {
            return Err(EngineError::Store(store::Error::NotFound));
        }
    }
    let text = serde_json::to_string(ladder)?;
    Ok(world.store.set_setting(Some(organisation), Roster::LADDER, &text).await?)
}

/// Forgets an organisation's ladder: its members are called one after the other again.
///
/// # Errors
/// The store's.
pub async fn reset_ladder(world: &World, organisation: OrganisationId) -> Result<(), EngineError> {
    Ok(world.store.unset_setting(organisation, Roster::LADDER).await?)
}

fn wrong(what: impl Into<String>) -> EngineError {
    EngineError::Report(what.into())
}
