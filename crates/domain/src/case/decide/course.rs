//! Roles, scenario, triage, captures.

use super::{Case, Command, Decided, Refusal};
use crate::case::digest::Capture;
use crate::case::event::{ClockOf, CourseEvent, Step, WorkEvent};
use crate::case::party::Party;
use crate::case::state::next;
use crate::case::triage::{Answers, Known, Loudness, advise};
use crate::id::MentionId;
use crate::plan::{Action, ClockKind, Item};
use jiff::{SignedDuration, Timestamp};

/// What is done first where people may be hurt and the plan does not say it: each by its name, and how soon, in minutes.
pub const SAFETY: [(&str, i64); 4] =
    [("stop-selling", 15), ("keep-batch", 15), ("call-authority", 30), ("call-insurer", 120)];

/// Whether an action stops the danger, or keeps what shows where it came from: it is done once people are safe.
pub fn makes_safe(action: &str) -> bool {
    action.starts_with("stop-") || action == "keep-batch"
}

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
                self.works(*to)?;
                if self.state.course.roles.get(role).and_then(|held| held.to) != Some(*to) {
                    let absent = Vec::new();
                    self.emit(CourseEvent::Assigned { role: role.clone(), to: Some(*to), absent });
                }
            }
            Command::HandOverLead { to, why } => {
                self.leads()?;
                self.works(*to)?;
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
        if answers.hurt == Known::Yes {
            self.keep_safe();
        }
        self.meet(&ClockOf::Plan(ClockKind::FirstAssessment));
    }

    /// Where people may be hurt: the moves of the scenario, if it says what keeps them safe; of none that was chosen, those of the first that does; else Vigie's own.
    pub(super) fn keep_safe(&mut self) {
        let plan = self.desk.plan;
        let safe = match self.state.course.scenario.as_deref() {
            Some(chosen) => plan.scenario(chosen).filter(|it| it.body.safety.is_some()),
            None => plan.scenarios.iter().find(|it| it.body.safety.is_some()),
        };
        if let Some(scenario) = safe {
            let _ = self.choose(&scenario.id);
            return;
        }
        for (name, within) in SAFETY {
            match plan.actions.iter().find(|action| action.id == name) {
                _ if self.is_task(name) => {}
                Some(action) => self.open_task(action),
                None => {
                    let due = self.desk.now.checked_add(SignedDuration::from_mins(within)).ok();
                    self.opens(name, (self.state.lead(), None), due);
                }
            }
        }
    }

    /// The scenario's actions become tasks, in the order of its first moves; what is a task already does not become another.
    pub(super) fn choose(&mut self, scenario: &str) -> Decided {
        let plan = self.desk.plan;
        let found = plan.scenario(scenario).ok_or(Refusal::NotInPlan { what: "scenario" })?;
        if self.state.course.scenario.as_deref() != Some(scenario) {
            self.emit(CourseEvent::ScenarioChosen { scenario: scenario.to_owned() });
        }
        for action in plan.actions_of(found) {
            if !self.is_task(&action.id) && action.body.every.is_none() {
                self.open_task(action);
            }
        }
        Ok(())
    }

    fn is_task(&self, action: &str) -> bool {
        self.state.tasks.values().any(|task| task.action.as_deref() == Some(action))
    }

    fn open_task(&mut self, action: &Item<Action>) {
        let people = |name: Option<&str>| name.map(|name| self.desk.who_now(name)).unwrap_or_default();
        let responsible = people(action.body.responsible.as_ref().map(|said| said.value.as_str()));
        let owner = responsible.first().copied().or(self.state.lead());
        let deputies = people(action.body.deputy.as_ref().map(|said| said.value.as_str()));
        let deputy = deputies.into_iter().chain(responsible.into_iter().skip(1)).find(|deputy| Some(*deputy) != owner);
        let within = action.body.within.map(SignedDuration::from_mins);
        let due = within.and_then(|within| self.desk.now.checked_add(within).ok());
        self.opens(&action.id, (owner, deputy), due);
    }

    fn opens(&mut self, action: &str, (owner, deputy): (Option<Party>, Option<Party>), due: Option<Timestamp>) {
        let task = next(&self.state.tasks);
        self.emit(WorkEvent::TaskOpened { task, action: action.to_owned(), owner, deputy, due });
        self.watch_task(task);
    }
}
