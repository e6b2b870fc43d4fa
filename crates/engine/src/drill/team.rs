//! The people of a drill: those of a plan that ships, each with a login and the rights of their role.

use super::{Drill, Player};
use crate::EngineError;
use crate::case::{Acted, Ask, CaseError, ask};
use crate::pack::Pack;
use crate::plan;
use crate::replay::Stage;
use crate::world::World;
use domain::brand::BrandRole;
use domain::id::{CaseId, PersonId};
use domain::organisation::Role;
use domain::plan::{Kind, Owner, Plan, made_ones_own, read, shipped};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::{NewPerson, NewTarget};
use text::Language;

/// Somebody of the team.
pub(super) struct Mate {
    pub(super) id: PersonId,
    pub(super) role: Role,
    /// Their name in the plan.
    pub(super) name: String,
    /// Whether somebody plays them; the rules do not move them then.
    pub(super) played: bool,
}

/// The team of a drill.
pub(super) struct Team {
    pub(super) plan: Plan,
    pub(super) language: Language,
    pub(super) mates: Vec<Mate>,
    /// Who is away, by their names in the plan.
    pub(super) absent: BTreeSet<String>,
}

/// Something that somebody of the team asked for and the case did not let them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Refused {
    /// When.
    pub at: Timestamp,
    /// Who, by their name in the plan.
    pub by: String,
    /// What.
    pub what: String,
    /// Why not.
    pub why: String,
}

impl Team {
    /// Writes the plan, and gives everybody of it a login: to whoever plays them under their own name, in their language.
    pub(super) async fn set(
        world: &World,
        stage: &Stage,
        pack: &Pack,
        cast: &BTreeMap<String, Player>,
    ) -> Result<Self, EngineError> {
        let report = |why: &str| EngineError::Report(format!("the pack `{}` {why}", pack.name));
        let team = pack.team.as_ref().ok_or_else(|| report("has no [team]: it cannot be a drill"))?;
        let language = Language::from_code(&team.language).unwrap_or(Language::En);
        let text = text_of(pack)?;
        if let Some(base) = base_of(pack) {
            let agency = world.store.create_organisation("Agency", world.clock.now()).await?.id;
            plan::write(world, agency, None, 0, base, "").await?;
            plan::lay_over(world, stage.organisation.id, Some(agency)).await?;
        }
        plan::write(world, stage.organisation.id, None, 0, &text, "").await?;
        let (plan, _) = read(&text, base_of(pack));
        if let Some(name) = cast.keys().find(|name| plan.person(name).is_none()) {
            return Err(report(&format!("has nobody called `{name}` in its plan")));
        }
        let zone = plan.clock_zone().iana_name().unwrap_or("UTC").to_owned();
        let mut mates = Vec::new();
        for person in &plan.people {
            let role = role_of(&plan, &person.id);
            // A house has an owner: whoever leads first.
            let role = if mates.is_empty() && role == Role::Lead { Role::Owner } else { role };
            let player = cast.get(&person.id);
            let new = NewPerson {
                name: player.map_or(&person.body.name, |player| &player.name).clone(),
                email: person.body.email.clone().unwrap_or_else(|| format!("{}@drill.example", person.id)),
                locale: player.map_or(language.code(), |player| &player.locale).to_owned(),
                zone: player.map_or(&zone, |player| &player.zone).clone(),
                password_hash: "none".to_owned(),
            };
            let id = world.store.create_person(new, world.clock.now()).await?.id;
            world.store.set_membership(stage.organisation.id, id, role).await?;
            // Somebody to call: nothing is sent there, and what is decided is as it would be.
            let settings = r#"{"server":"https://drill.example","topic":"drill"}"#.to_owned();
            let target = NewTarget { person: id, kind: "ntfy".to_owned(), name: person.body.name.clone(), settings };
            world.store.add_target(target, world.clock.now()).await?;
            mates.push(Mate { id, role, name: person.id.clone(), played: player.is_some() });
        }
        Ok(Self { plan, language, mates, absent: BTreeSet::new() })
    }

    /// Somebody by their name in the plan.
    fn mate(&self, name: &str) -> Option<&Mate> {
        self.mates.iter().find(|mate| mate.name == name)
    }

    /// Of those whom nobody plays: who hold any of some roles and are there, in their order; everybody else who is there after them.
    pub(super) fn who(&self, roles: &[&str], at: Timestamp) -> Vec<(PersonId, Role)> {
        let holders = roles.iter().flat_map(|role| self.plan.who(role));
        let there = |name: &str| {
            let person = self.plan.person(name);
            !self.absent.contains(name) && person.is_some_and(|person| self.plan.is_present(person, at))
        };
        let mut who: Vec<(PersonId, Role)> = Vec::new();
        let names = holders.map(|person| person.id.as_str()).chain(self.plan.people.iter().map(|one| one.id.as_str()));
        for mate in names.filter(|name| there(name)).filter_map(|name| self.mate(name)).filter(|mate| !mate.played) {
            if !who.iter().any(|(id, _)| *id == mate.id) {
                who.push((mate.id, mate.role));
            }
        }
        who
    }
}

/// The plan that a pack is played by, with the brand's name in it.
///
/// # Errors
/// [`EngineError::Report`] for a pack without a team, or one that names no plan that ships.
pub(super) fn text_of(pack: &Pack) -> Result<String, EngineError> {
    let report = |why: &str| EngineError::Report(format!("the pack `{}` {why}", pack.name));
    let team = pack.team.as_ref().ok_or_else(|| report("has no [team]: it cannot be a drill"))?;
    if let Some(own) = &team.own {
        return Ok(own.clone());
    }
    let language = Language::from_code(&team.language).unwrap_or(Language::En);
    let kind = Kind::ALL.into_iter().find(|kind| kind.code() == team.plan);
    let text = kind.and_then(|kind| shipped(kind, language)).ok_or_else(|| report("names no plan that ships"))?;
    let brand = pack.brand.iter().find(|brand| brand.role == BrandRole::Own).map(|brand| brand.name.clone());
    let own = made_ones_own(text, &Owner { brand, ..Owner::default() });
    own.map_err(|why| report(&format!("cannot have that plan: {why}")))
}

/// The plan that it is laid over, where it is.
pub(super) fn base_of(pack: &Pack) -> Option<&str> {
    pack.team.as_ref().and_then(|team| team.base.as_deref())
}

/// What somebody is in the organisation, by their first role in the plan; who has none helps.
pub(super) fn role_of(plan: &Plan, name: &str) -> Role {
    let holds = |role: &str| plan.who(role).iter().any(|person| person.id == name);
    let known = [
        ("lead", Role::Lead),
        ("executive", Role::Executive),
        ("legal", Role::Legal),
        ("spokesperson", Role::Spokesperson),
        ("social-manager", Role::SocialManager),
        ("on-call", Role::Lead),
    ];
    known.into_iter().find(|(role, _)| holds(role)).map_or(Role::SocialManager, |(_, role)| role)
}

impl Drill {
    /// Somebody asks something of a case. What is refused is written down, and changes nothing.
    pub(super) async fn asks(
        &mut self,
        case: CaseId,
        by: (PersonId, Role),
        what: &str,
        asked: Ask,
    ) -> Result<Option<Acted>, EngineError> {
        let organisation = self.stage.organisation.id;
        match ask(&self.waking, organisation, case, by, asked).await {
            Ok(acted) => Ok(Some(acted)),
            Err(CaseError::Refused(why)) => {
                self.note_refused(by.0, what, why.to_string());
                Ok(None)
            }
            Err(CaseError::House(EngineError::Report(why))) => {
                self.note_refused(by.0, what, why);
                Ok(None)
            }
            Err(CaseError::House(error)) => Err(error),
        }
    }

    pub(super) fn note_refused(&mut self, by: PersonId, what: &str, why: String) {
        let name = self.team.mates.iter().find(|mate| mate.id == by).map(|mate| mate.name.clone());
        let (at, by, what) = (self.now(), name.unwrap_or_default(), what.to_owned());
        self.refused.push(Refused { at, by, what, why });
    }
}
