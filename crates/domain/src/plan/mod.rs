//! The plan: objectives → strategies → actions, each with exactly one responsible; scenarios with several alternative replies; who
//! releases what. A text file (TOML, decision 31), read with the place of every word, and compiled: see [`check()`].

mod approved;
mod cacao;
mod change;
mod check;
mod coverage;
mod finding;
mod form;
mod iso;
mod model;
mod place;
pub(crate) mod presence;
mod read;
mod section;
mod shipped;
mod source;
mod told;
mod unkept;
mod value;

pub use approved::stamp;
pub use change::{Change, ChangeError, Written, apply, changes, lay_out, value_at};
pub use check::check;
pub use coverage::{Coverage, Held, Hole, Night, Reached, coverage};
pub use finding::{Code, Finding, Weight};
pub use form::{
    Entry, Field, Filled, Form, Of, Sent, Shape, below, edits, entries, fits, form, forms, meant, shown, without,
};
pub use iso::{Element, Evidence, Group, Shown, State, iso22361};
pub use model::*;
pub use place::{Place, place};
pub use read::read;
pub use shipped::{Kind, Owner, made_ones_own, shipped};
pub use source::{At, MOST_BYTES};
pub use told::{Conduct, Policy, PolicyIn, Promises};
pub use unkept::{Known, unkept};
pub use value::word;

use crate::setup::Size;
/// Blanks that are filled in when a reply is used: by whoever writes, or by the case.
pub const LATER: [&str; 7] = ["name", "time", "next", "place", "product", "fact", "signature"];

/// Most bytes of a text with its blanks filled in.
const MOST_FILLED: usize = 100_000;

/// Most bytes of a blank's name.
const LONGEST_BLANK: usize = 200;

impl Mandate {
    /// Whether somebody of the agency may do something alone, by day or at night.
    pub fn lets(&self, what: Alone, night: bool) -> bool {
        let alone = if night { &self.night } else { &self.day };
        alone.iter().any(|may| may.value == what)
    }
}

impl Plan {
    /// A person by their name in the plan.
    pub fn person(&self, id: &str) -> Option<&Item<Person>> {
        self.people.iter().find(|person| person.id == id)
    }

    /// Who is meant by a role or a person: in a role the first holds it and the others stand in.
    pub fn who(&self, name: &str) -> Vec<&Item<Person>> {
        match self.roles.iter().find(|role| role.id == name) {
            Some(role) => {
                let mut people: Vec<&Item<Person>> = Vec::new();
                for person in role.body.people.iter().filter_map(|one| self.person(&one.value)) {
                    if !people.iter().any(|there| there.id == person.id) {
                        people.push(person);
                    }
                }
                people
            }
            None => self.person(name).into_iter().collect(),
        }
    }

    /// Whether a name is a role or a person of the plan.
    pub fn knows(&self, name: &str) -> bool {
        self.roles.iter().any(|role| role.id == name) || self.person(name).is_some()
    }

    /// A scenario by its name.
    pub fn scenario(&self, id: &str) -> Option<&Item<Scenario>> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    /// What the agency's people may do alone, by day or at night: the one rule of the check and of a case. `None`: there is no agency here. An agency
    /// whose plan says nothing may do nothing alone.
    pub fn mandate_of(&self, size: Size) -> Option<&Mandate> {
        static NOTHING: Mandate = Mandate { day: Vec::new(), night: Vec::new() };
        let said = self.mandate.as_ref().map(|said| &said.value);
        said.or_else(|| (size == Size::Agency).then_some(&NOTHING))
    }

    /// The clock of a kind; of a reply the one for that channel, else the one for any.
    pub fn clock(&self, kind: ClockKind, channel: Option<Channel>) -> Option<&Clock> {
        let of = |clock: &&Clock| clock.kind == Some(kind);
        let there = |clock: &Clock| clock.channel.as_ref().map(|said| said.value);
        let clocks = || self.clocks.iter().map(|item| &item.body).filter(of);
        let exact = channel.and_then(|channel| clocks().find(|clock| there(clock) == Some(channel)));
        exact.or_else(|| clocks().find(|clock| matches!(there(clock), None | Some(Channel::Any))))
    }

    /// The actions of a scenario: its first moves in their order, then the others that name it.
    pub fn actions_of<'a>(&'a self, scenario: &'a Item<Scenario>) -> Vec<&'a Item<Action>> {
        let moves = &scenario.body.moves;
        let first = moves.iter().filter_map(|name| self.actions.iter().find(|action| action.id == name.value));
        let named = self.actions.iter().filter(|action| {
            let of = &action.body.scenarios;
            of.iter().any(|name| name.value == scenario.id) && !moves.iter().any(|name| name.value == action.id)
        });
        first.chain(named).collect()
    }

    /// A text with the plan's own blanks filled in, once; those that a case fills in stay. What would grow beyond 100,000 bytes stays too.
    pub fn filled(&self, text: &str) -> String {
        let (mut said, mut rest) = (String::new(), text);
        while let Some((before, behind)) = rest.split_once('{') {
            said.push_str(before);
            let close = behind.bytes().take(LONGEST_BLANK).position(|byte| byte == b'}');
            let blank = close.and_then(|close| {
                let (name, after) = (&behind[..close], &behind[close + 1..]);
                self.blanks.iter().find(|(own, _)| own == name).map(|(_, filling)| (filling, after))
            });
            match blank {
                Some((filling, after)) if said.len() + filling.len() <= MOST_FILLED => {
                    said.push_str(filling);
                    rest = after;
                }
                _ => {
                    said.push('{');
                    rest = behind;
                }
            }
        }
        said + rest
    }

    /// The replies of a scenario.
    pub fn replies_of(&self, scenario: &str) -> impl Iterator<Item = &Item<Reply>> {
        self.replies.iter().filter(move |reply| reply.body.scenario.as_ref().is_some_and(|of| of.value == scenario))
    }
}
