//! What follows from a command, or why nothing does.
//!
//! Same state, same desk, same command: same events. A command that was carried out already gives none. A refusal changes nothing and says what is to
//! be done instead.

mod board;
mod clocks;
mod command;
mod course;
mod everyday;
mod filling;
mod freeze;
mod ladder;
mod lesson;
mod measure;
mod mention;
mod opening;
mod prepared;
mod refusal;
mod release;
mod rule;
mod send;
mod speech;
mod verb;
mod work;

pub use command::{Command, Declare, Open, Words};
pub use course::{SAFETY, makes_safe};
pub use everyday::decide_everyday;
pub use measure::{Seen, Take};
pub(super) use prepared::blanks;
pub use prepared::is_prepared;
pub use refusal::Refusal;
pub use rule::{rule, without_login};
pub use verb::{Verb, can, open_to};

use super::event::{Entry, Event};
use super::party::{Actor, Key, Party, Scope};
use super::state::State;
use crate::id::AccountId;
use crate::organisation::{Right, Role};
use crate::plan::Plan;
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Who asks, when, and what stands around the case.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The plan that counts.
    pub plan: &'a Plan,
    /// The plan's people, by their names in it, as they are known here.
    pub people: &'a BTreeMap<String, Party>,
    /// Accounts of the case's brand: nothing is sent from another.
    pub accounts: &'a BTreeSet<AccountId>,
    /// Members who may not work on cases: nothing is given to them.
    pub readers: &'a BTreeSet<Party>,
    /// Who asks.
    pub by: Actor,
    /// What they are in the organisation; the house is nothing.
    pub role: Option<Role>,
    /// When.
    pub now: Timestamp,
}

impl Desk<'_> {
    /// People of the plan by a role or a name, as they are known here, in the plan's order.
    pub fn who(&self, name: &str) -> Vec<Party> {
        let people = self.plan.who(name);
        people.into_iter().filter_map(|person| self.people.get(&person.id)).copied().collect()
    }

    /// The same, those first who can be reached now.
    pub fn who_now(&self, name: &str) -> Vec<Party> {
        let (here, away): (Vec<_>, Vec<_>) =
            self.plan.who(name).into_iter().partition(|person| self.plan.is_present(person, self.now));
        here.into_iter().chain(away).filter_map(|person| self.people.get(&person.id)).copied().collect()
    }
}

type Decided = Result<(), Refusal>;

/// What follows from a command: events in the order in which they are applied and kept.
///
/// # Errors
/// Why it is refused; nothing happens then.
pub fn decide(state: &State, desk: &Desk<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    // The log keeps microseconds: what is decided on is what is kept.
    let now = kept(desk.now);
    let mut case =
        Case { state: Cow::Borrowed(state), desk: Desk { now, ..*desk }, events: Vec::new(), everyday: false };
    case.carry_out(command)?;
    Ok(case.events)
}

fn kept(now: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
}

/// A decision in the making: the case as it will be.
struct Case<'a> {
    state: Cow<'a, State>,
    desk: Desk<'a>,
    events: Vec<Event>,
    /// Whether it is no case but the answer to one mention.
    everyday: bool,
}

impl Case<'_> {
    fn emit(&mut self, event: impl Into<Event>) {
        let event = event.into();
        let entry = Entry { at: self.desk.now, by: self.desk.by, event };
        self.state.to_mut().apply(&entry);
        self.events.push(entry.event);
    }

    fn carry_out(&mut self, command: &Command) -> Decided {
        self.is_let(command)?;
        if let Command::Open(open) = command {
            return self.open(open);
        }
        if self.state.opening.is_none() {
            return Err(Refusal::NotOpen);
        }
        if command_key(command).is_some_and(|(scope, key)| self.state.is_known(scope, key)) {
            return Ok(());
        }
        if !self.state.is_live() && !lives_on(command) {
            return Err(Refusal::Over);
        }
        self.dispatch(command)
    }

    fn dispatch(&mut self, command: &Command) -> Decided {
        match command {
            Command::Open(open) => self.open(open),
            Command::Tick
            | Command::Pause { .. }
            | Command::Resume { .. }
            | Command::Meet { .. }
            | Command::Drop { .. }
            | Command::Promise { .. }
            | Command::Declare(_) => self.clock(command),
            Command::State { .. } | Command::Move { .. } | Command::Retract { .. } => self.board(command),
            Command::AddTask { .. }
            | Command::HandOverTask { .. }
            | Command::Do { .. }
            | Command::SetAside { .. }
            | Command::Reopen { .. }
            | Command::Note { .. }
            | Command::Report { .. }
            | Command::Tell { .. } => self.work(command),
            Command::Draft { .. }
            | Command::Revise { .. }
            | Command::Check { .. }
            | Command::Shelve { .. }
            | Command::PassOver { .. } => self.speech(command),
            Command::Submit { .. }
            | Command::Approve { .. }
            | Command::Decline { .. }
            | Command::ReleaseAlone { .. }
            | Command::ReleaseAsFallback { .. } => self.release(command),
            Command::Send { .. }
            | Command::Undo { .. }
            | Command::Try { .. }
            | Command::Came { .. }
            | Command::Resolve { .. }
            | Command::Copied { .. } => self.send(command),
            Command::Claim { .. }
            | Command::HandOverMention { .. }
            | Command::LetGo { .. }
            | Command::Leave { .. }
            | Command::Offer { .. } => self.mention(command),
            Command::Freeze { .. }
            | Command::Hold { .. }
            | Command::Confirm { .. }
            | Command::Clash { .. }
            | Command::Thaw { .. }
            | Command::Lift
            | Command::UndoFreeze => self.freeze(command),
            Command::Take(_)
            | Command::DoMeasure { .. }
            | Command::SetMeasureAside { .. }
            | Command::Guard { .. }
            | Command::Observe(_) => self.measure(command),
            Command::Answer { .. }
            | Command::Draw { .. }
            | Command::Merge { .. }
            | Command::Tested { .. }
            | Command::ShelveLesson { .. } => self.lesson(command),
            _ => self.course(command),
        }
    }

    /// Deny by default: the house reads, sends, listens, erases as its rules say and passes the time; the owner erases; people who may work on mentions do all else; both open a case, capture, and add tasks.
    fn is_let(&self, command: &Command) -> Decided {
        let house = matches!(
            command,
            Command::Tick
                | Command::Sense { .. }
                | Command::Check { .. }
                | Command::Try { .. }
                | Command::Came { .. }
                | Command::Hold { .. }
                | Command::Confirm { .. }
                | Command::Observe(_)
                | Command::Tested { .. }
        );
        if let Command::Erase { why, .. } = command {
            return match self.desk.by {
                Actor::House => Ok(()),
                Actor::Member(_) if self.desk.role != Some(Role::Owner) => Err(Refusal::Role),
                Actor::Member(_) if why.is_none() => Err(Refusal::Why),
                Actor::Member(_) => Ok(()),
            };
        }
        let both = matches!(
            command,
            Command::Open(_) | Command::Capture { .. } | Command::Clash { .. } | Command::AddTask { .. }
        );
        match self.desk.by {
            Actor::House if house || both => Ok(()),
            Actor::House => Err(Refusal::Person),
            Actor::Member(_) if house => Err(Refusal::House),
            Actor::Member(_) if self.desk.role.is_some_and(|role| role.may(Right::Triage)) => Ok(()),
            Actor::Member(_) => Err(Refusal::Role),
        }
    }

    /// The person who asks.
    fn person(&self) -> Result<Party, Refusal> {
        self.desk.by.party().ok_or(Refusal::Person)
    }

    /// Whether somebody whom a person gives something may do it.
    fn works(&self, to: Party) -> Decided {
        if self.desk.by != Actor::House && self.desk.readers.contains(&to) { Err(Refusal::Reader) } else { Ok(()) }
    }

    /// Whether whoever asks leads, or may lead.
    fn leads(&self) -> Decided {
        let leads = self.desk.by.party().is_some() && self.desk.by.party() == self.state.lead();
        let may = matches!(self.desk.role, Some(Role::Owner | Role::Lead | Role::Executive));
        if leads || may { Ok(()) } else { Err(Refusal::Lead) }
    }
}

/// What makes a command the same command.
fn command_key(command: &Command) -> Option<(Scope, &Key)> {
    Some(match command {
        Command::State { key, .. } => (Scope::Fact, key),
        Command::AddTask { key, .. } => (Scope::Task, key),
        Command::Note { key, .. } => (Scope::Note, key),
        Command::Report { key, .. } => (Scope::Figure, key),
        Command::Tell { key, .. } => (Scope::Told, key),
        Command::Draft { key, .. } => (Scope::Draft, key),
        Command::Freeze { key, .. } => (Scope::Freeze, key),
        Command::Offer { key, .. } => (Scope::Offer, key),
        Command::Declare(declare) => (Scope::Declaration, &declare.key),
        Command::Take(take) => (Scope::Measure, &take.key),
        Command::Guard { key, .. } => (Scope::Guard, key),
        Command::Answer { key, .. } => (Scope::Answer, key),
        Command::Draw { key, .. } => (Scope::Lesson, key),
        _ => return None,
    })
}

/// What goes on after a case is over: what was under way comes to its end, what was learned late is noted, and it may come back.
fn lives_on(command: &Command) -> bool {
    matches!(
        command,
        Command::Open(_)
            | Command::Tick
            | Command::Sense { .. }
            | Command::Step { .. }
            | Command::Erase { .. }
            | Command::Note { .. }
            | Command::Came { .. }
            | Command::Resolve { .. }
            | Command::Retract { .. }
            | Command::Hold { .. }
            | Command::Confirm { .. }
            | Command::Thaw { .. }
            | Command::Lift
            | Command::UndoFreeze
            | Command::Answer { .. }
            | Command::Draw { .. }
            | Command::Merge { .. }
            | Command::Tested { .. }
            | Command::ShelveLesson { .. }
    )
}
