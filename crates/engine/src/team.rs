//! The team of an organisation: who is in it, who of the plan each is, whether they are known to be reached, and how ready all is.

use crate::EngineError;
use crate::practice;
use crate::waking::{Reached, Roster};
use crate::world::World;
use domain::brand::BrandRole;
use domain::case::event::Step;
use domain::complaint::Rate;
use domain::id::{BrandId, OrganisationId, PersonId};
use domain::organisation::{Membership, Person, Right};
use domain::plan::{self, Coverage, Item, Plan};
use domain::practice::{self as shown, Drilled};
use domain::readiness::{self, Contact, Known, Readiness, TEAM};
use domain::training::Part;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use store::Confirmation;

/// Longest name of a link for staff, and of a scenario gone through.
const LONGEST: usize = 80;

/// Longest name of somebody who was trained.
const LONGEST_FIRST_NAME: usize = 40;

/// Trainings that are counted by one link: so many at once, and one more each minute.
const BY_A_LINK: Rate = Rate::new(60, SignedDuration::from_mins(1));

/// The same training is told once in two days.
const TOLD_ONCE: Rate = Rate::new(1, SignedDuration::from_hours(48));
/// Cases among which the last one that is closed is looked for.
const CASES: i64 = 50;

/// A member of a team, or somebody whose end has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mate {
    /// Who.
    pub person: Person,
    /// What they are, and until when.
    pub membership: Membership,
    /// How far they can be woken.
    pub reached: Reached,
    /// The roles that they hold or stand in for in the plan.
    pub roles: Vec<String>,
    /// How they are reached as the plan has it; `None` for who is not in it.
    pub contact: Option<Way>,
}

/// How somebody is reached, as the plan has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Telephone and address.
    pub contact: String,
    /// Whether they said that it is right.
    pub state: Contact,
    /// When they last said so.
    pub at: Option<Timestamp>,
}

impl Way {
    fn of(one: &Item<plan::Person>, said: Option<&Confirmation>, now: Timestamp) -> Self {
        let before = said.map(|said| (said.contact.as_str(), said.at));
        let state = Contact::of(&one.body, before, now);
        Self { contact: one.body.contact(), state, at: said.map(|said| said.at) }
    }
}

/// A team.
#[derive(Clone, Debug)]
pub struct Team {
    /// Its members, in the order in which they joined the house.
    pub mates: Vec<Mate>,
    /// The people of the plan who have no login with their address: their shown names.
    pub without_login: Vec<String>,
    /// Who can be reached; `None` without a plan.
    pub coverage: Option<Coverage>,
    /// The shown names of the plan's people, by their names in it.
    pub names: BTreeMap<String, String>,
    /// When somebody last looked whether the team is the right one.
    pub reviewed: Option<Timestamp>,
    /// When the last case that is closed was.
    pub closed: Option<Timestamp>,
}

impl Team {
    /// Whether it is time to look at the team's composition again: half a year after the last time, and after each case.
    pub fn is_to_be_reviewed(&self, now: Timestamp) -> bool {
        self.reviewed.is_none_or(|at| now.duration_since(at) >= readiness::REHEARSED) || self.is_before_case()
    }

    /// Whether a case was closed since somebody looked.
    pub fn is_before_case(&self) -> bool {
        is_before(self.reviewed, self.closed)
    }
}

/// Whether what was looked at then was looked at before a case was closed.
fn is_before(reviewed: Option<Timestamp>, closed: Option<Timestamp>) -> bool {
    reviewed.is_some() && reviewed < closed
}

/// The plan with what the store knows of its people.
struct Seen {
    plan: Option<Plan>,
    mates: Vec<Mate>,
    rehearsed: BTreeMap<String, Timestamp>,
    closed: Option<Timestamp>,
}

impl Seen {
    async fn look(world: &World, organisation: OrganisationId) -> Result<Self, EngineError> {
        let (store, now) = (&world.store, world.clock.now());
        let plan = crate::plan::said(world, organisation).await?;
        let targets = store.targets(None).await?;
        let said = store.confirmations(organisation).await?;
        let mate = |(person, membership): (Person, Membership)| {
            let said = said.iter().find(|said| said.person == person.id);
            let planned = plan.as_ref().and_then(|plan| Some((plan, planned(plan, &person)?)));
            Mate {
                reached: Reached::by(targets.iter().filter(|target| target.person == person.id)),
                roles: planned.map(|(plan, one)| roles(plan, one)).unwrap_or_default(),
                contact: planned.map(|(_, one)| Way::of(one, said, now)),
                membership,
                person,
            }
        };
        let mates = store.team(organisation).await?.into_iter().map(mate).collect();
        let rehearsed = store.rehearsals(organisation).await?.into_iter().collect();
        let cases = store.cases(organisation, false, None, CASES).await?.into_iter();
        let closed = cases.filter(|case| case.step == Step::Closed).map(|case| case.moved_at).max();
        Ok(Self { plan, mates, rehearsed, closed })
    }

    /// Who of the members somebody of the plan is.
    fn mate(&self, one: &Item<plan::Person>) -> Option<&Mate> {
        self.mates.iter().find(|mate| is(one, &mate.person))
    }

    fn coverage(&self, now: Timestamp) -> Option<Coverage> {
        let team = self.mates.iter().map(|mate| (&mate.person, mate.membership));
        Some(covered(self.plan.as_ref()?, team, now))
    }
}

/// Who can be reached, where the people of the plan act until their last day as members.
fn covered<'t>(plan: &Plan, team: impl Iterator<Item = (&'t Person, Membership)>, now: Timestamp) -> Coverage {
    let ends = team.filter_map(|(person, is)| Some((planned(plan, person)?.id.clone(), is.until?)));
    plan::coverage(plan, &ends.collect(), now)
}

/// Whether somebody of the plan is this person: they have the address of the login.
pub(crate) fn is(one: &Item<plan::Person>, person: &Person) -> bool {
    one.body.email.as_ref().is_some_and(|email| email.trim().to_lowercase() == person.email)
}

fn planned<'p>(plan: &'p Plan, person: &Person) -> Option<&'p Item<plan::Person>> {
    plan.people.iter().find(|one| is(one, person))
}

fn roles(plan: &Plan, one: &Item<plan::Person>) -> Vec<String> {
    let holds = plan.roles.iter().filter(|role| role.body.people.iter().any(|name| name.value == one.id));
    holds.map(|role| role.id.clone()).collect()
}

/// The team of an organisation.
///
/// # Errors
/// The store's.
pub async fn team(world: &World, organisation: OrganisationId) -> Result<Team, EngineError> {
    let seen = Seen::look(world, organisation).await?;
    let people: &[Item<plan::Person>] = seen.plan.as_ref().map_or(&[], |plan| &plan.people);
    let nobody = people.iter().filter(|one| seen.mate(one).is_none());
    Ok(Team {
        without_login: nobody.map(|one| one.body.name.clone()).collect(),
        coverage: seen.coverage(world.clock.now()),
        names: people.iter().map(|one| (one.id.clone(), one.body.name.clone())).collect(),
        reviewed: seen.rehearsed.get(TEAM).copied(),
        closed: seen.closed,
        mates: seen.mates,
    })
}

/// The roles of which nobody can be reached at some time tonight, with whether that is so the whole night; none without a plan.
///
/// # Errors
/// The store's.
pub async fn missing_tonight(world: &World, organisation: OrganisationId) -> Result<Vec<(String, bool)>, EngineError> {
    let Some(plan) = crate::plan::said(world, organisation).await? else { return Ok(Vec::new()) };
    let team = world.store.team(organisation).await?;
    let coverage = covered(&plan, team.iter().map(|(person, is)| (person, *is)), world.clock.now());
    let missing = coverage.missing_tonight().into_iter();
    Ok(missing.map(|held| (held.role.clone(), held.is_empty())).collect())
}

/// How ready a team is, and why.
///
/// # Errors
/// The store's.
pub async fn ready(world: &World, organisation: OrganisationId) -> Result<Readiness, EngineError> {
    ready_after(world, organisation, &[]).await
}

/// The same after these drills too, beside those that are kept.
///
/// # Errors
/// The store's.
pub async fn ready_after(
    world: &World,
    organisation: OrganisationId,
    drilled: &[Drilled],
) -> Result<Readiness, EngineError> {
    let (mut seen, now) = (Seen::look(world, organisation).await?, world.clock.now());
    // After a case it is asked again whether the team is the right one.
    let closed = seen.closed;
    seen.rehearsed.retain(|name, at| name != TEAM || !is_before(Some(*at), closed));
    let kept = crate::plan::of(world, organisation).await?;
    let (Some(kept), Some(coverage)) = (&kept, seen.coverage(now)) else {
        return Ok(readiness::without_plan());
    };
    let contact = |one: &Item<plan::Person>| {
        let mate = seen.mate(one).filter(|mate| mate.membership.holds(now));
        let state = mate.and_then(|mate| mate.contact.as_ref()).map_or(Contact::NoLogin, |way| way.state);
        (one.id.clone(), state)
    };
    let roster = Roster::read(&world.store, now).await?;
    let called: BTreeSet<PersonId> = roster.called(organisation).collect();
    // Where nobody is called, everybody who could be is untested.
    let may_be = |mate: &Mate| match called.is_empty() {
        true => mate.membership.holds(now) && mate.membership.role.may(Right::Triage),
        false => called.contains(&mate.person.id),
    };
    let untested = seen.mates.iter().filter(|mate| may_be(mate) && mate.reached != Reached::Tapped);
    let untested: Vec<String> = untested.map(|mate| mate.person.name.clone()).collect();
    let mut drills = practice::drilled(world, organisation, &kept.plan).await?;
    drills.extend(drilled.iter().cloned());
    let trained = practice::trained(world, organisation).await?;
    let untrained = shown::untrained(&shown::status(&kept.plan, &drills, &trained, now));
    let own: BTreeSet<BrandId> = world
        .store
        .brands(organisation)
        .await?
        .into_iter()
        .filter(|brand| brand.role == BrandRole::Own)
        .map(|brand| brand.id)
        .collect();
    let mut listening = world.store.queries(organisation).await?;
    listening.retain(|saved| own.contains(&saved.brand));
    let named = |id: &String| kept.plan.person(id).map_or_else(|| id.clone(), |person| person.body.name.clone());
    let untrained: Vec<String> = untrained.iter().map(named).collect();
    Ok(readiness::readiness(&Known {
        plan: &kept.plan,
        findings: &kept.findings,
        coverage: &coverage,
        contacts: &kept.plan.people.iter().map(contact).collect(),
        rehearsed: &shown::rehearsed(&seen.rehearsed, &drills),
        untested: &untested,
        untrained: &untrained,
        listening: &listening,
        now,
    }))
}

/// How somebody is reached as the plan has it, and whether they said so; `None` for who is not in it, or where it gives no way.
///
/// # Errors
/// The store's.
pub async fn way(world: &World, organisation: OrganisationId, person: &Person) -> Result<Option<Way>, EngineError> {
    let plan = crate::plan::said(world, organisation).await?;
    let said = world.store.confirmations(organisation).await?.into_iter().find(|said| said.person == person.id);
    let way = plan.and_then(|plan| Some(Way::of(planned(&plan, person)?, said.as_ref(), world.clock.now())));
    Ok(way.filter(|way| !way.contact.is_empty()))
}

/// Keeps that somebody is reached as the plan says. Answers what it says.
///
/// # Errors
/// [`EngineError::Report`] where the plan names nobody with their address; the store's.
pub async fn confirm(
    world: &World,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Confirmation, EngineError> {
    let who = world.store.person(person).await?;
    let Some(Way { contact, .. }) = way(world, organisation, &who).await? else {
        return Err(EngineError::Report(
            "the plan names nobody with the address of this login; write it beside the person in the plan".to_owned(),
        ));
    };
    let said = Confirmation { person, contact, at: world.clock.now() };
    world.store.confirm(organisation, &said).await?;
    Ok(said)
}

/// Keeps that the team's composition was looked at and is right.
///
/// # Errors
/// The store's.
pub async fn review(
    world: &World,
    organisation: OrganisationId,
    person: Option<PersonId>,
) -> Result<Timestamp, EngineError> {
    let now = world.clock.now();
    world.store.rehearse(organisation, TEAM, person, now).await?;
    Ok(now)
}

/// Keeps that a scenario of the plan was gone through, with or without Vigie.
///
/// # Errors
/// [`store::Error::NotFound`] where the plan has no such scenario; the store's.
pub async fn rehearse(
    world: &World,
    organisation: OrganisationId,
    scenario: &str,
    person: Option<PersonId>,
) -> Result<Timestamp, EngineError> {
    let plan = crate::plan::said(world, organisation).await?.ok_or(store::Error::NotFound)?;
    plan.scenario(scenario).ok_or(store::Error::NotFound)?;
    let now = world.clock.now();
    world.store.rehearse(organisation, scenario, person, now).await?;
    Ok(now)
}

/// Adds a link by which staff read how to behave; only the digest of its secret is kept.
///
/// # Errors
/// [`EngineError::Report`] for a name that cannot be shown; the store's.
pub async fn add_staff_link(
    world: &World,
    organisation: OrganisationId,
    name: &str,
    digest: [u8; 32],
    person: Option<PersonId>,
) -> Result<i64, EngineError> {
    let name =
        domain::name::checked(name).map_err(|wrong| EngineError::Report(format!("{wrong}; no link was made")))?;
    let name: String = name.chars().take(LONGEST).collect();
    Ok(world.store.add_staff_link(organisation, &name, digest, person, world.clock.now()).await?)
}

/// The plan whose staff a link is for; `None` where the link was withdrawn, or there is no plan that says how staff behave.
///
/// # Errors
/// The store's.
pub async fn staff_plan(world: &World, digest: &[u8; 32]) -> Result<Option<Plan>, EngineError> {
    let Some(organisation) = world.store.staff_link(digest).await? else { return Ok(None) };
    Ok(crate::plan::said(world, organisation).await?.filter(|plan| plan.conduct.is_some()))
}

/// Keeps that somebody went through the training by a link: how many of its questions they answered as the plan says, and of which parts all. The same
/// training, by its seed, is kept once. Answers whether it is kept; it is not where very many are told at once.
///
/// # Errors
/// [`store::Error::NotFound`] where the link was withdrawn; the store's.
pub async fn trained(
    world: &World,
    digest: &[u8; 32],
    seed: u64,
    name: &str,
    (correct, asked, parts): (usize, usize, &BTreeSet<Part>),
) -> Result<bool, EngineError> {
    let (store, now) = (&world.store, world.clock.now());
    let link = blake3::Hash::from(*digest).to_hex();
    if store.take_tokens(&[(format!("training {link}"), BY_A_LINK)], now).await? != [true] {
        return Ok(false);
    }
    if store.take_tokens(&[(format!("training {link} {seed}"), TOLD_ONCE)], now).await? != [true] {
        return Ok(true);
    }
    // What cannot be shown is no name.
    let name: String = domain::name::checked(name).unwrap_or_default().chars().take(LONGEST_FIRST_NAME).collect();
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let parts: Vec<&str> = parts.iter().map(|part| part.code()).collect();
    store.add_training(digest, name.trim(), (count(correct), count(asked), &parts.join(" ")), now).await?;
    Ok(true)
}
