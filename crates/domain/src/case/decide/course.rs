//! Roles, scenario, triage, captures.

use super::{Case, Command, Decided, Refusal};
use crate::case::digest::Capture;
use crate::case::event::{ClockOf, CourseEvent, Step, WorkEvent};
use crate::case::state::next;
use crate::case::triage::{Answers, Loudness, advise};
use crate::id::MentionId;
use crate::plan::{Action, ClockKind, Item};
use jiff::SignedDuration;

impl Case<'_> {
    pub(super) fn course(&mut self, command: &Command) -> Decided {
        match command {
            Command::Sense { heat } => self.sense(*heat)?,
            Command::Step { to, why } => self.step(*to, *why)?,
            Command::Began { began, why } => {
                if began.at > self.desk.now {
                    return Err(Refusal::Time);
                }
                if self.state.course.began.as_ref() != Some(began) {
                    self.emit(CourseEvent::BeganAt { began: began.clone(), why: *why });
                }
            }
            Command::Assign { role, to } => {
                if !self.desk.plan.roles.iter().any(|there| there.id == *role) {
                    return Err(Refusal::NotInPlan { what: "role" });
                }
                self.leads()?;
                if self.state.course.roles.get(role).and_then(|held| held.to) != Some(*to) {
                    let absent = Vec::new();
                    self.emit(CourseEvent::Assigned { role: role.clone(), to: Some(*to), absent });
                }
            }
            Command::HandOverLead { to, why } => {
                self.leads()?;
                if self.state.lead() != Some(*to) {
                    self.emit(CourseEvent::HandedOver { from: self.state.lead(), to: *to, why: *why });
                }
            }
            Command::Choose { scenario } => self.choose(scenario)?,
            Command::Triage { answers } => self.triage(answers),
            Command::SetPosture { posture, bolster, why } => {
                let (posture, bolster) = (*posture, *bolster);
                if (self.state.course.posture, self.state.course.bolster) != (Some(posture), bolster) {
                    self.emit(CourseEvent::PostureSet { posture, bolster, why: *why });
                }
            }
            Command::SetLoudness { loudness, why } if self.state.course.loudness != Some(*loudness) => {
                self.emit(CourseEvent::LoudnessSet { loudness: *loudness, why: *why });
                self.follow();
            }
            Command::Capture { mention, capture } => self.capture(*mention, *capture),
            Command::Erase { texts, captures, why } => {
                let course = &self.state.course;
                let texts: Vec<_> = texts.iter().filter(|text| !course.erased.contains(text)).copied().collect();
                let captures: Vec<_> =
                    captures.iter().filter(|capture| !course.uncaptured.contains(capture)).copied().collect();
                if !texts.is_empty() || !captures.is_empty() {
                    self.emit(CourseEvent::Cleared { texts, captures, why: *why });
                }
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) fn capture(&mut self, mention: Option<MentionId>, capture: Capture) {
        if !self.state.course.captures.contains(&(mention, capture)) {
            self.emit(CourseEvent::Captured { mention, capture });
        }
    }

    /// The answers, and what they advise where nobody decided otherwise yet.
    fn triage(&mut self, answers: &Answers) {
        if self.state.course.answers == Some(*answers) {
            return;
        }
        let before = self.state.course.answers.map(|answers| advise(&answers));
        self.emit(CourseEvent::Triaged { answers: *answers });
        let advice = advise(answers);
        let course = &self.state.course;
        let follows = |advised: Option<_>, set: Option<_>| set.is_none() || set == advised;
        let stance = course.posture.map(|posture| (posture, course.bolster));
        let own_stance = !follows(before.map(|advice| (advice.posture, advice.bolster)), stance);
        if !own_stance && stance != Some((advice.posture, advice.bolster)) {
            let (posture, bolster) = (advice.posture, advice.bolster);
            self.emit(CourseEvent::PostureSet { posture, bolster, why: None });
        }
        let (loudness, own_loudness) = (self.state.course.loudness, self.state.course.own_loudness);
        // One answer is no triage: it makes a crisis louder, never quieter than its step asks for.
        let only_hurt = *answers == Answers { hurt: answers.hurt, ..Answers::default() };
        let quieter = advice.loudness < loudness.unwrap_or(Loudness::Everywhere);
        let kept = self.state.course.step == Step::Crisis && only_hurt && quieter;
        if !own_loudness && !kept && loudness != Some(advice.loudness) {
            self.emit(CourseEvent::LoudnessSet { loudness: advice.loudness, why: None });
            self.follow();
        }
        self.meet(&ClockOf::Plan(ClockKind::FirstAssessment));
    }

    /// The scenario's actions become tasks, in the order of its first moves; what is a task already does not become another.
    pub(super) fn choose(&mut self, scenario: &str) -> Decided {
        let plan = self.desk.plan;
        let found = plan.scenario(scenario).ok_or(Refusal::NotInPlan { what: "scenario" })?;
        if self.state.course.scenario.as_deref() != Some(scenario) {
            self.emit(CourseEvent::ScenarioChosen { scenario: scenario.to_owned() });
        }
        for action in plan.actions_of(found) {
            let there = self.state.tasks.values().any(|task| task.action.as_deref() == Some(action.id.as_str()));
            if !there && action.body.every.is_none() {
                self.open_task(action);
            }
        }
        Ok(())
    }

    fn open_task(&mut self, action: &Item<Action>) {
        let people = |name: Option<&str>| name.map(|name| self.desk.who_now(name)).unwrap_or_default();
        let responsible = people(action.body.responsible.as_ref().map(|said| said.value.as_str()));
        let owner = responsible.first().copied().or(self.state.lead());
        let deputies = people(action.body.deputy.as_ref().map(|said| said.value.as_str()));
        let deputy = deputies.into_iter().chain(responsible.into_iter().skip(1)).find(|deputy| Some(*deputy) != owner);
        let within = action.body.within.map(SignedDuration::from_mins);
        let due = within.and_then(|within| self.desk.now.checked_add(within).ok());
        let task = next(&self.state.tasks);
        self.emit(WorkEvent::TaskOpened { task, action: action.id.clone(), owner, deputy, due });
        self.watch_task(task);
    }
}
