//! Up and down the ladder: by people, and on the lower steps by time.
//!
//! What time does is said in [`State::passes`](crate::case::State::passes). A crisis is declared and ended by people only.

use super::{Case, Decided, Refusal};
use crate::case::digest::TextRef;
use crate::case::event::{ClockEvent, ClockOf, CourseEvent, Heat, Step, StepReason};
use crate::plan::ClockKind;

/// Whether people may take this step.
fn leads_to(from: Step, to: Step) -> bool {
    use Step::{Closed, Crisis, Dismissed, FollowUp, Paracrisis, Signal};
    matches!(
        (from, to),
        (Signal, Paracrisis | Crisis | Dismissed)
            | (Paracrisis, Crisis | FollowUp | Dismissed)
            | (Crisis, FollowUp)
            | (FollowUp, Paracrisis | Crisis | Closed)
            | (Closed, FollowUp | Paracrisis | Crisis)
            | (Dismissed, Signal | Paracrisis | Crisis)
    )
}

impl Case<'_> {
    /// Somebody takes a step. Up anybody may; down, and out, who leads, saying why.
    pub(super) fn step(&mut self, to: Step, why: Option<TextRef>) -> Decided {
        let from = self.state.course.step;
        if from == to {
            return Ok(());
        }
        if !leads_to(from, to) {
            return Err(Refusal::Ladder { from, to });
        }
        if matches!(to, Step::FollowUp | Step::Closed | Step::Dismissed) {
            self.leads()?;
            if why.is_none() {
                return Err(Refusal::Why);
            }
        }
        if matches!(to, Step::Closed | Step::Dismissed) {
            if let Some(draft) = self.state.under_way() {
                return Err(Refusal::UnderWay(draft));
            }
            if let Some(code) = self.state.legal_term() {
                return Err(Refusal::LegalTerm(code));
            }
            let open = self.state.open_tasks().count();
            if open > 0 {
                return Err(Refusal::OpenTasks(open));
            }
            let open = self.state.open_measures().count();
            if open > 0 {
                return Err(Refusal::OpenMeasures(open));
            }
        }
        self.goes(to, StepReason::Decided, why);
        Ok(())
    }

    pub(super) fn goes(&mut self, to: Step, reason: StepReason, why: Option<TextRef>) {
        let (from, over) = (self.state.course.step, !self.state.is_live());
        self.emit(CourseEvent::Stepped { from, to, reason, why });
        self.fill_roles();
        self.follow();
        self.outgrow(over);
        if !self.state.is_live() {
            self.rest();
        }
    }

    /// What is over asks for nothing any more, but for what was promised to the public.
    fn rest(&mut self) {
        let promised = ClockOf::Plan(ClockKind::NextUpdate);
        let open = self.state.clocks.iter().filter(|(_, clock)| clock.is_open() && clock.of != promised);
        for clock in open.map(|(number, _)| *number).collect::<Vec<_>>() {
            self.emit(ClockEvent::Dropped { clock, why: None });
        }
    }

    /// Another heat. What was closed comes back only when it is louder than it was then.
    pub(super) fn sense(&mut self, heat: Heat) -> Decided {
        if heat != self.state.course.heat {
            self.emit(CourseEvent::Sensed { heat });
        }
        let over = matches!(self.state.course.step, Step::Closed | Step::Dismissed);
        if over && heat > self.state.course.left_at {
            self.goes(Step::Signal, StepReason::Relapse, None);
        }
        Ok(())
    }

    /// What time alone does to the lower steps.
    pub(super) fn pass(&mut self) {
        if let Some((at, to, reason)) = self.state.passes()
            && at <= self.desk.now
        {
            self.goes(to, reason, None);
        }
    }
}
