//! What people have shown that they can do, in the three parts of the training: from drills that they played, and from the training by a link. Pure.
//!
//! A drill is told as a plain value: whoever keeps drills makes it of what is kept. It says what people did and that it was as it should be; it says nothing
//! bad of anybody who did not come to it.

use crate::case::event::{CourseEvent, Entry, Event, SpeechEvent, Target, WorkEvent};
use crate::case::state::{Draft, State};
use crate::case::{Actor, Party};
use crate::id::PersonId;
use crate::plan::Plan;
use crate::training::Part;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How long it holds that somebody showed a part: a year.
pub const HOLDS: SignedDuration = SignedDuration::from_hours(24 * 365);

/// A drill that was played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drilled {
    /// The pack.
    pub pack: String,
    /// When it ended.
    pub at: Timestamp,
    /// The scenarios of the plan that were played, by their names in it.
    pub scenarios: BTreeSet<String>,
    /// What people showed, by their names in the plan.
    pub shown: BTreeMap<String, BTreeSet<Part>>,
}

/// What is kept of a drill: what the people of the house showed who played it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The scenarios that were played, by their names in the plan of the pack.
    pub scenarios: BTreeSet<String>,
    /// What each showed.
    pub shown: BTreeMap<PersonId, BTreeSet<Part>>,
}

/// Somebody went through the training by a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trained {
    /// Who, as they said.
    pub name: String,
    /// Questions answered as the plan says.
    pub correct: i64,
    /// Questions asked: of all three parts.
    pub asked: i64,
    /// The parts of which every question was answered so; `None`: nobody counted by parts then.
    pub parts: Option<BTreeSet<Part>>,
    /// When.
    pub at: Timestamp,
}

impl Trained {
    /// The parts that count: where nobody counted by parts, all of them when four in five were right.
    pub fn shows(&self) -> BTreeSet<Part> {
        let is_passed = self.asked > 0 && self.correct.saturating_mul(5) >= self.asked.saturating_mul(4);
        self.parts.clone().unwrap_or_else(|| if is_passed { BTreeSet::from(Part::ALL) } else { BTreeSet::new() })
    }
}

/// What people showed in a case, by its log. Seeing a risk: they opened the case or answered the triage. Responding: they did a task in time, or answered a
/// mention. Speaking: a text that they wrote or approved went out, and the wording check stops nobody in it.
pub fn shown(state: &State, entries: &[Entry]) -> BTreeMap<PersonId, BTreeSet<Part>> {
    let mut shown: BTreeMap<PersonId, BTreeSet<Part>> = BTreeMap::new();
    let mut shows = |person: PersonId, part: Part| shown.entry(person).or_default().insert(part);
    for entry in entries {
        let Actor::Member(person) = entry.by else { continue };
        match &entry.event {
            Event::Course(CourseEvent::Opened(_) | CourseEvent::TakenUp(_) | CourseEvent::Triaged { .. }) => {
                shows(person, Part::Spot);
            }
            Event::Work(WorkEvent::TaskDone { task, .. }) => {
                let due = state.tasks.get(task).and_then(|task| task.due);
                if due.is_none_or(|due| entry.at <= due) {
                    shows(person, Part::Respond);
                }
            }
            Event::Speech(SpeechEvent::Intended { draft, .. }) => {
                let answers = |draft: &Draft| draft.is_sent() && matches!(draft.wording.target, Target::Mention(_));
                if state.drafts.get(draft).is_some_and(answers) {
                    shows(person, Part::Respond);
                }
            }
            _ => {}
        }
    }
    let clean = |draft: &&Draft| draft.is_sent() && draft.checked.is_some_and(|found| found.stops == 0);
    for draft in state.drafts.values().filter(clean) {
        let approved = draft.approvals.iter().map(|approval| approval.by);
        for party in draft.authors.iter().copied().chain(approved) {
            if let Party::Member(person) = party {
                shows(person, Part::Speak);
            }
        }
    }
    shown
}

/// Who somebody is who trained by a link, as they said: where the plan lists people one of these, by their name in it, or nobody; else what they typed.
pub fn called(plan: &Plan, said: &str) -> String {
    match plan.people.is_empty() {
        true => said.to_owned(),
        false => plan.person(said).map(|person| person.body.name.clone()).unwrap_or_default(),
    }
}

/// When somebody last showed each part; what holds no more is left out.
pub type Status = BTreeMap<Part, Timestamp>;

/// Each person of the plan with a role, by name, with what they showed within a year.
pub fn status(plan: &Plan, drilled: &[Drilled], trained: &[Trained], now: Timestamp) -> BTreeMap<String, Status> {
    let has_role = |id: &str| plan.roles.iter().any(|role| role.body.people.iter().any(|name| name.value == id));
    let holds = |at: &Timestamp| now.duration_since(*at) < HOLDS;
    let of = |id: &str, name: &str| {
        let mut status = Status::new();
        let mut show = |part: Part, at: Timestamp| {
            let last = status.entry(part).or_insert(at);
            *last = at.max(*last);
        };
        for drill in drilled.iter().filter(|drill| holds(&drill.at)) {
            drill.shown.get(id).into_iter().flatten().for_each(|part| show(*part, drill.at));
        }
        // Who trains by a link says who they are: the name in the plan, or nobody's.
        let same = |said: &str| !name.trim().is_empty() && said.trim().to_lowercase() == name.trim().to_lowercase();
        for one in trained.iter().filter(|one| holds(&one.at) && same(&one.name)) {
            one.shows().into_iter().for_each(|part| show(part, one.at));
        }
        status
    };
    let people = plan.people.iter().filter(|person| has_role(&person.id));
    people.map(|person| (person.id.clone(), of(&person.id, &person.body.name))).collect()
}

/// Who of the plan lacks a part, by their names in it.
pub fn untrained(status: &BTreeMap<String, Status>) -> Vec<String> {
    let lacks = status.iter().filter(|(_, shown)| shown.len() < Part::ALL.len());
    lacks.map(|(name, _)| name.clone()).collect()
}

/// By name, when each scenario was last gone through: as somebody said, or in a drill.
pub fn rehearsed(said: &BTreeMap<String, Timestamp>, drilled: &[Drilled]) -> BTreeMap<String, Timestamp> {
    let mut last = said.clone();
    for drill in drilled {
        for scenario in &drill.scenarios {
            let at = last.entry(scenario.clone()).or_insert(drill.at);
            *at = drill.at.max(*at);
        }
    }
    last
}
