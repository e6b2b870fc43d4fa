//! Who plays whom: people some of the team, the rules the others. A rule never does what falls to somebody whom a person plays.

use super::moves::{LEAD, Move, WRITES};
use super::team::{base_of, role_of, text_of};
use super::{Drill, MOST};
use crate::EngineError;
use crate::pack::{InjectKind, Pack};
use domain::case::Party;
use domain::case::state::{Draft, Stage};
use domain::id::PersonId;
use domain::organisation::Role;
use domain::plan::read;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How long a colleague played by the rules takes to look at a text.
const LOOKS: SignedDuration = SignedDuration::from_mins(3);

/// Somebody who plays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Player {
    /// Their own name.
    pub name: String,
    /// The language in which they read.
    pub locale: String,
    /// Their IANA zone.
    pub zone: String,
}

/// A seat of the team: somebody of the plan that the pack is played by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seat {
    /// Their name in the plan: what they are cast by.
    pub key: String,
    /// What they are called in the plan.
    pub name: String,
    /// The roles of the plan that they hold.
    pub roles: Vec<String>,
    /// What they may do in the drill's organisation.
    #[serde(skip)]
    pub role: Option<Role>,
}

/// What became of something that the facilitator brings in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Brought {
    /// It was brought in, then.
    In(Timestamp),
    /// It was left out, then.
    Out(Timestamp),
}

/// Something that the facilitator brings in, or did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InjectRow {
    /// Its number in the pack.
    pub number: usize,
    /// What it is: `call`, `absent`, `fact`, `contradicts`.
    pub kind: String,
    /// Whom it is said to: a role or a person of the plan.
    pub to: Option<String>,
    /// What is said.
    pub text: String,
    /// What it tries.
    pub tells: String,
    /// When it is due by the pack.
    pub due: Timestamp,
    /// What became of it.
    pub brought: Option<Brought>,
}

impl Pack {
    /// The seats of its team, in the order of the plan.
    ///
    /// # Errors
    /// [`EngineError::Report`] for a pack that cannot be a drill.
    pub fn seats(&self) -> Result<Vec<Seat>, EngineError> {
        let (plan, _) = read(&text_of(self)?, base_of(self));
        let seat = |person: &domain::plan::Item<domain::plan::Person>| {
            let roles = plan.roles.iter().map(|role| role.id.clone());
            let holds = |role: &String| plan.who(role).iter().any(|holder| holder.id == person.id);
            Seat {
                key: person.id.clone(),
                name: person.body.name.clone(),
                roles: roles.filter(holds).collect(),
                role: Some(role_of(&plan, &person.id)),
            }
        };
        Ok(plan.people.iter().map(seat).collect())
    }
}

fn code(kind: InjectKind) -> &'static str {
    match kind {
        InjectKind::Call => "call",
        InjectKind::Absent => "absent",
        InjectKind::Fact => "fact",
        InjectKind::Contradicts => "contradicts",
    }
}

impl Drill {
    /// Who somebody of the plan is in this world.
    pub fn person(&self, seat: &str) -> Option<PersonId> {
        self.team.mates.iter().find(|mate| mate.name == seat).map(|mate| mate.id)
    }

    /// What the facilitator brings in, in the order of the pack.
    pub fn injects(&self) -> Vec<InjectRow> {
        let due = |after| self.pack.storm_at().saturating_add(after).unwrap_or(Timestamp::MAX);
        let row = |(number, inject): (usize, &crate::pack::Inject)| InjectRow {
            number,
            kind: code(inject.kind).to_owned(),
            to: inject.to.clone(),
            text: inject.text.clone(),
            tells: inject.tells.clone(),
            due: due(inject.after),
            brought: self.brought.get(&number).copied(),
        };
        self.pack.inject.iter().enumerate().map(row).collect()
    }

    /// Brings something in now. Answers whether there was such a thing still to be brought in.
    ///
    /// # Errors
    /// The store's.
    pub async fn bring_in(&mut self, number: usize) -> Result<bool, EngineError> {
        if !self.is_to_come(number) {
            return Ok(false);
        }
        self.forget(number);
        self.bring(number).await?;
        Ok(true)
    }

    /// Leaves something out. Answers whether there was such a thing still to be brought in.
    pub fn leave_out(&mut self, number: usize) -> bool {
        let comes = self.is_to_come(number);
        if comes {
            self.forget(number);
            self.brought.insert(number, Brought::Out(self.now()));
        }
        comes
    }

    fn is_to_come(&self, number: usize) -> bool {
        number < self.pack.inject.len() && !self.brought.contains_key(&number)
    }

    fn forget(&mut self, number: usize) {
        self.agenda.retain(|_, next| !matches!(next, Move::Bring(of) if *of == number));
    }

    /// Whether anybody plays.
    pub(super) fn has_people(&self) -> bool {
        self.team.mates.iter().any(|mate| mate.played)
    }

    /// Whether somebody who is played holds one of some roles.
    pub(super) fn people_hold(&self, roles: &[&str]) -> bool {
        let holds = |name: &str| roles.iter().any(|role| self.team.plan.who(role).iter().any(|one| one.id == name));
        self.team.mates.iter().any(|mate| mate.played && holds(&mate.name))
    }

    /// Whether writing falls to somebody who is played: who writes is whoever holds the first of the roles that anybody holds.
    pub(super) fn people_write(&self) -> bool {
        let held = WRITES.iter().find(|role| !self.team.plan.who(role).is_empty());
        self.has_people() && held.is_none_or(|role| self.people_hold(&[role]))
    }

    /// Whether something falls to somebody who is played; what is nobody's falls to whoever leads.
    pub(super) fn is_peoples(&self, party: Option<Party>) -> bool {
        let of = |id: PersonId| self.team.mates.iter().any(|mate| mate.played && mate.id == id);
        match party {
            Some(Party::Member(id)) => of(id),
            _ => self.people_hold(&LEAD),
        }
    }

    /// Whether somebody who is played is asked to approve.
    pub(super) fn people_are_asked(&self, draft: &Draft) -> bool {
        let asked =
            |id: PersonId| !draft.authors.contains(&Party::Member(id)) && !draft.asked(Party::Member(id)).is_empty();
        self.team.mates.iter().any(|mate| mate.played && asked(mate.id))
    }

    /// The cases that people opened.
    pub(super) async fn find_cases(&mut self) -> Result<(), EngineError> {
        if !self.has_people() {
            return Ok(());
        }
        let organisation = self.stage.organisation.id;
        let mut files = self.world().store.cases(organisation, false, None, MOST).await?;
        files.sort_by_key(|file| file.id);
        for file in files {
            if !self.cases.values().any(|case| *case == file.id) {
                self.begin(file.id, file.brand);
            }
        }
        Ok(())
    }

    /// What falls to those whom the rules play: a text that somebody submitted is looked at.
    pub(super) async fn attend(&mut self) -> Result<(), EngineError> {
        if !self.has_people() {
            return Ok(());
        }
        self.find_cases().await?;
        for case in self.cases.values().copied().collect::<Vec<_>>() {
            let state = self.room_of(case).await?.state;
            for (number, draft) in state.drafts.iter().filter(|(_, draft)| matches!(draft.stage, Stage::Submitted(_))) {
                if self.looked_at.insert((case, *number, draft.binding)) {
                    let at = self.now().saturating_add(LOOKS).unwrap_or(Timestamp::MAX);
                    self.at(at, Move::Approve(case, *number, draft.binding));
                }
            }
        }
        Ok(())
    }
}
