//! What a case tells, in the words of its plan: actions, scenarios, stakeholders and roles by what they are called, never by their codes.

use crate::Words;
use crate::case::{self, happened};
use crate::plan::role;
use domain::case::event::{CourseEvent, Event, WorkEvent};
use domain::plan::Plan;

/// Tells of a case with the names of its plan.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    words: &'a Words,
    plan: Option<&'a Plan>,
}

impl<'a> Named<'a> {
    /// For the team. What the plan does not know any more keeps its code: nobody knows another name.
    pub fn by(words: &'a Words, plan: &'a Plan) -> Self {
        Self { words, plan: Some(plan) }
    }

    /// For who reads no word that somebody typed, such as a client.
    pub fn without(words: &'a Words) -> Self {
        Self { words, plan: None }
    }

    /// What speaks.
    pub fn words(&self) -> &'a Words {
        self.words
    }

    /// An action, in its sentence; one that is Vigie's own, in Vigie's words.
    pub fn action(&self, name: &str) -> String {
        let found = |plan: &Plan| Some(plan.filled(&plan.actions.iter().find(|it| it.id == name)?.body.text));
        let ours = case::action(self.words, name);
        match self.plan {
            Some(plan) => found(plan).filter(|text| !text.is_empty()).unwrap_or(ours),
            None if ours != name => ours,
            None => self.words.say("review-plan-action"),
        }
    }

    /// A scenario, by its title.
    pub fn scenario(&self, name: &str) -> String {
        let found = self.plan.and_then(|plan| plan.scenario(name)).map(|scenario| scenario.body.title.clone());
        found.filter(|title| !title.is_empty()).unwrap_or_else(|| name.to_owned())
    }

    /// A stakeholder.
    pub fn stakeholder(&self, name: &str) -> String {
        let found = self.plan.and_then(|plan| {
            let stakeholder = plan.stakeholders.iter().find(|it| it.id == name)?;
            Some(plan.filled(&stakeholder.body.name))
        });
        found.filter(|said| !said.is_empty()).unwrap_or_else(|| name.to_owned())
    }

    /// A role.
    pub fn role(&self, name: &str) -> String {
        role(self.words, name)
    }

    /// What happened, as [`happened`] tells it.
    pub fn happened(&self, event: &Event) -> String {
        let mut named = event.clone();
        match &mut named {
            Event::Work(WorkEvent::TaskOpened { action, .. }) => *action = self.action(action),
            Event::Work(WorkEvent::Told { stakeholder, .. }) => *stakeholder = self.stakeholder(stakeholder),
            Event::Course(CourseEvent::Assigned { role, .. }) => *role = self.role(role),
            Event::Course(CourseEvent::ScenarioChosen { scenario }) => *scenario = self.scenario(scenario),
            _ => {}
        }
        happened(self.words, &named)
    }
}
