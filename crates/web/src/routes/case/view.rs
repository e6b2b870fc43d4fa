//! A case as it is told to one reader: its texts, people and names in their words.

use super::super::bridge::failed;
use super::super::desk::Desk;
use crate::error::Failure;
use domain::case::event::{Event, HoldOutcome};
use domain::case::{Actor, Desk as CaseDesk, Party, TextRef, Verb, can, open_to};
use domain::id::{MentionId, PersonId};
use domain::organisation::Role;
use engine::case::{self, Around};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};
use store::CaseFile;
use words::{Named, Words};

/// What a page of a case is made from.
pub struct View<'a> {
    pub desk: &'a Desk,
    pub words: Words,
    pub room: case::Room,
    pub texts: BTreeMap<TextRef, String>,
    pub around: Around,
    pub role: Role,
    /// What the reader can do now.
    pub open: BTreeSet<Verb>,
    /// When the reader looks.
    pub now: Timestamp,
}

impl<'a> View<'a> {
    /// Reads a case for whoever is at the desk.
    pub async fn of(desk: &'a Desk, file: &CaseFile, role: Role) -> Result<Self, Failure> {
        let world = &desk.app.world;
        let room = case::room(world, file.organisation, file.id).await.map_err(failed)?;
        let around = Around::of(world, file.organisation, file.brand).await.map_err(failed)?;
        let (mut texts, hidden) = engine::private::texts(world, &room, role).await.map_err(failed)?;
        texts.extend(hidden.into_iter().map(|text| (text, desk.words.say("case-private"))));
        let now = world.clock.now();
        // What is told of a case is told in its hours: they are those of its forms.
        let words = desk.words.there(&room.state.zone());
        let mut view = Self { desk, words, room, texts, around, role, open: BTreeSet::new(), now };
        view.open = open_to(&view.room.state, &view.seat());
        Ok(view)
    }

    /// The desk at which the reader asks something of the case.
    pub fn seat(&self) -> CaseDesk<'_> {
        self.around.desk(Actor::Member(self.desk.principal.person.id), Some(self.role), self.now)
    }

    /// Whether the reader can do that with a mention that the case does not know yet.
    pub fn may(&self, verb: Verb) -> bool {
        self.open.contains(&verb) || can(&self.room.state, &self.seat(), verb) == Ok(true)
    }

    pub fn words(&self) -> &Words {
        &self.words
    }

    pub fn zone(&self) -> TimeZone {
        self.room.state.zone()
    }

    /// An hour of the brand's day as a field takes it.
    pub fn field(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone()).strftime("%Y-%m-%dT%H:%M").to_string()
    }

    pub fn text(&self, of: TextRef) -> String {
        self.texts.get(&of).cloned().unwrap_or_else(|| self.words().say("case-gone"))
    }

    fn person(&self, id: PersonId) -> String {
        let found = self.around.member(id).map(|person| person.name.clone());
        found.unwrap_or_else(|| self.words().say("case-somebody"))
    }

    pub fn party(&self, party: Party) -> Option<String> {
        match party {
            Party::Member(person) => Some(self.person(person)),
            Party::Contact(name) => self.texts.get(&name).cloned(),
        }
    }

    pub fn actor(&self, by: Actor) -> String {
        match by {
            Actor::House => "Vigie".to_owned(),
            Actor::Member(person) => self.person(person),
        }
    }

    pub fn about(&self) -> String {
        let (organisation, brand) = (&self.around.organisation.name, &self.around.brand.1);
        if organisation == brand { brand.clone() } else { format!("{organisation} · {brand}") }
    }

    pub fn me(&self) -> Party {
        Party::Member(self.desk.principal.person.id)
    }

    /// In the words of the scenario; where none says it, Vigie's own.
    pub fn safety(&self) -> Option<String> {
        let course = &self.room.state.course;
        if !course.safety_first() || (!course.hurt && course.answers.is_none()) {
            return None;
        }
        let scenario = course.scenario.as_ref().and_then(|name| self.around.plan.scenario(name));
        let said = scenario.and_then(|scenario| scenario.body.safety.clone());
        Some(said.map_or_else(|| self.words().say("case-safety-default"), |said| self.around.plan.filled(&said)))
    }

    /// What the freeze holds, where one does.
    pub fn marketing(&self) -> Option<String> {
        let (fence, lease) = self.room.state.lease()?;
        let ours = self.room.state.queue.values().filter(|queued| queued.fence == fence);
        let (held, left): (Vec<_>, Vec<_>) =
            ours.partition(|queued| matches!(queued.outcome, HoldOutcome::Held { .. }));
        let left = left.iter().filter(|queued| matches!(queued.outcome, HoldOutcome::Left(_))).count();
        let args = [("held", (held.len() as i64).into()), ("left", (left as i64).into())];
        Some(match lease.confirmed {
            Some(at) => {
                let at = self.words().time(at);
                let more = [("when", at.as_str().into())];
                self.words().tell("case-freeze-confirmed", &args.into_iter().chain(more).collect::<Vec<_>>())
            }
            None => self.words().tell("case-freeze-pending", &args),
        })
    }

    fn named(&self) -> Named<'_> {
        Named::by(self.words(), &self.around.plan)
    }

    /// An action of the plan in its words.
    pub fn action(&self, name: &str) -> String {
        self.named().action(name)
    }

    pub fn role_word(&self, name: &str) -> String {
        self.named().role(name)
    }

    /// What happened, with the plan's own words in place of its names.
    pub fn happened(&self, event: &Event) -> String {
        self.named().happened(event)
    }

    /// Mentions that the case is about, or somebody answers in it, by number.
    pub fn mentions(&self) -> BTreeSet<MentionId> {
        use domain::case::event::Origin;
        let state = &self.room.state;
        let origins = state.course.origins.iter().filter_map(|origin| match origin {
            Origin::Mention(mention) => Some(*mention),
            _ => None,
        });
        let captured = state.course.captures.iter().filter_map(|(mention, _)| *mention);
        state.mentions.keys().copied().chain(origins).chain(captured).collect()
    }
}
