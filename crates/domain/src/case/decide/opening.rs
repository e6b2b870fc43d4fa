//! One action, "Crisis": the case is open, roles are held, clocks run, marketing is frozen, evidence is captured, the holding text is drafted.

use super::{Case, Decided, Open, Refusal};
use crate::case::event::{CourseEvent, Form, Opening, Step, StepReason};
use crate::case::party::{Party, Scope};
use crate::case::state::{Draft, LEAD};
use crate::id::AccountId;

impl Case<'_> {
    /// What of it cannot be done is left out, since the case opens whatever else is wrong: accounts of others are not frozen, nor any without the mandate's word, a scenario that the plan does not
    /// have gives no tasks, a text that is refused is not drafted. A second tap is the same tap; another person's tap takes the open case up, and does nothing twice.
    pub(super) fn open(&mut self, open: &Open) -> Decided {
        let step = open.opening.step;
        if !matches!(step, Step::Signal | Step::Paracrisis | Step::Crisis) {
            return Err(Refusal::Ladder { from: Step::Signal, to: step });
        }
        // What is heard, however loud, is a paracrisis at most: a crisis is declared by people.
        if step == Step::Crisis {
            self.person()?;
        }
        match &self.state.opening {
            None => {
                self.emit(CourseEvent::Opened(open.opening.clone()));
                self.fill_roles();
                self.follow();
            }
            Some(_) if self.state.is_known(Scope::Open, &open.opening.key) => return Ok(()),
            Some(_) => self.take_up(&open.opening),
        }
        for (mention, capture) in &open.captures {
            self.capture(*mention, *capture);
        }
        self.choose_for(open);
        if let Some((accounts, unmapped)) = &open.freeze
            && self.state.lease().is_none()
        {
            let ours = |account: &AccountId| self.desk.accounts.contains(account);
            let ours: Vec<AccountId> = accounts.iter().copied().filter(ours).collect();
            let _ = self.begin_freeze(&open.opening.key, &ours, *unmapped);
        }
        for (key, words) in &open.holding {
            let is_it = |draft: &Draft| draft.form == Form::Holding && draft.wording.language == words.language;
            let there = self.state.drafts.values().any(is_it);
            if !there && !self.state.is_known(Scope::Draft, key) {
                let _ = self.draft(key, Form::Holding, words, (None, None));
            }
        }
        Ok(())
    }

    /// An open case is called for again: by a person who sees more in it, or from another side.
    fn take_up(&mut self, opening: &Opening) {
        let (from, over) = (self.state.course.step, !self.state.is_live());
        // A case in follow-up is called back like one that is over.
        let rises = over || from == Step::FollowUp || from < opening.step;
        let course = &self.state.course;
        if rises || (opening.hurt && !course.hurt) || !course.origins.contains(&opening.origin) {
            self.emit(CourseEvent::TakenUp(opening.clone()));
        }
        if rises {
            let reason = if over { StepReason::Relapse } else { StepReason::Decided };
            // What was a crisis does not fall to where time lets it go.
            let to = if matches!(from, Step::FollowUp | Step::Closed) {
                opening.step.max(Step::Paracrisis)
            } else {
                opening.step
            };
            self.emit(CourseEvent::Stepped { from, to, reason, why: None });
            self.fill_roles();
            self.follow();
            self.outgrow(over);
        }
    }

    /// The scenario that was named; where people may be hurt, what keeps them safe whichever it is.
    fn choose_for(&mut self, open: &Open) {
        if let Some(scenario) = &open.opening.scenario {
            let _ = self.choose(scenario);
        }
        if open.opening.hurt {
            self.keep_safe();
        }
    }

    /// Gives each role that nobody holds to the first of the plan who can be reached now. Of a signal nobody is called to a role yet, but for the lead;
    /// where no lead can be reached, whoever opened the case leads.
    pub(super) fn fill_roles(&mut self) {
        if !self.state.is_live() {
            return;
        }
        let whole = self.state.course.step >= Step::Paracrisis;
        let plan = self.desk.plan;
        for role in plan.roles.iter().filter(|role| whole || role.id == LEAD) {
            if self.state.course.roles.get(&role.id).is_some_and(|held| held.to.is_some()) {
                continue;
            }
            let (here, away): (Vec<_>, Vec<_>) =
                plan.who(&role.id).into_iter().partition(|person| plan.is_present(person, self.desk.now));
            let party = |id: &str| self.desk.people.get(id).copied();
            // Who leads decides here, so they have a login; any other role may be somebody to telephone.
            let fits = |party: &Party| role.id != LEAD || matches!(party, Party::Member(_));
            let to = here.iter().filter_map(|person| party(&person.id)).find(fits);
            let absent: Vec<Party> = away.iter().filter_map(|person| party(&person.id)).collect();
            let known = self.state.course.roles.get(&role.id);
            if known.is_none_or(|held| held.to != to || held.absent != absent) {
                self.emit(CourseEvent::Assigned { role: role.id.clone(), to, absent });
            }
        }
        if self.state.lead().is_none()
            && let Some(opener) = self.desk.by.party()
        {
            let absent = self.state.course.roles.get(LEAD).map(|held| held.absent.clone()).unwrap_or_default();
            self.emit(CourseEvent::Assigned { role: LEAD.to_owned(), to: Some(opener), absent });
        }
    }
}
