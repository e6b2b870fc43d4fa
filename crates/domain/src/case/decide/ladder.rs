//! Up and down the ladder: by people, and on the lower steps by time.
//!
//! Two thresholds and a dwell on each side: the lower steps rise when it stayed at `alert` for half an hour, and run out when it was calm for a day or two;
//! `notice` does neither. A crisis is declared and ended by people only.

use super::{Case, Decided, Refusal};
use crate::case::digest::TextRef;
use crate::case::event::{ClockEvent, ClockOf, CourseEvent, Heat, Step, StepReason};
use crate::case::state::Stage;
use crate::plan::ClockKind;
use jiff::SignedDuration;

/// So long it must be loud to rise.
const RISES_AFTER: SignedDuration = SignedDuration::from_mins(30);
/// So long a signal must be calm to run out.
const SIGNAL_RUNS_OUT: SignedDuration = SignedDuration::from_hours(24);
/// So long a paracrisis must be calm to run out.
const PARACRISIS_RUNS_OUT: SignedDuration = SignedDuration::from_hours(48);

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
            if let Some(draft) = self.under_way() {
                return Err(Refusal::UnderWay(draft));
            }
            if let Some(code) = self.legal_term() {
                return Err(Refusal::LegalTerm(code));
            }
            let open = self.state.open_tasks().count();
            if open > 0 {
                return Err(Refusal::OpenTasks(open));
            }
        }
        self.goes(to, StepReason::Decided, why);
        Ok(())
    }

    fn goes(&mut self, to: Step, reason: StepReason, why: Option<TextRef>) {
        let from = self.state.course.step;
        self.emit(CourseEvent::Stepped { from, to, reason, why });
        self.fill_roles();
        self.follow();
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
        let course = &self.state.course;
        let since = course.since.max(course.heat_since).duration_until(self.desk.now);
        let (heat, step) = (course.heat, course.step);
        let (loud, calm) = (heat == Heat::Alert, heat == Heat::Calm);
        match step {
            Step::Signal if loud && since >= RISES_AFTER => self.goes(Step::Paracrisis, StepReason::StayedLoud, None),
            Step::Signal if calm && since >= SIGNAL_RUNS_OUT && self.is_untouched() => {
                self.goes(Step::Dismissed, StepReason::RanOut, None);
            }
            Step::Paracrisis if calm && since >= PARACRISIS_RUNS_OUT && self.is_untouched() => {
                self.goes(Step::FollowUp, StepReason::RanOut, None);
            }
            Step::FollowUp if loud && since >= RISES_AFTER => self.goes(Step::Paracrisis, StepReason::Relapse, None),
            _ => {}
        }
    }

    /// Nothing waits for anybody: no text is under way or to be approved, no mention is held, no task is open.
    fn is_untouched(&self) -> bool {
        let waits = |stage: &Stage| matches!(stage, Stage::Submitted(_) | Stage::Released(_));
        self.under_way().is_none()
            && self.legal_term().is_none()
            && self.state.open_clock(&ClockOf::Plan(ClockKind::NextUpdate)).is_none()
            && !self.state.drafts.values().any(|draft| waits(&draft.stage))
            && !self.state.mentions.values().any(|handling| handling.holder.is_some())
            && self.state.open_tasks().next().is_none()
    }

    /// A legal term that runs.
    fn legal_term(&self) -> Option<String> {
        self.state.clocks.values().filter(|clock| clock.is_open()).find_map(|clock| match &clock.of {
            ClockOf::Legal(code) => Some(code.clone()),
            _ => None,
        })
    }

    /// A text of which somebody must see the end first.
    fn under_way(&self) -> Option<u32> {
        let moving = |stage: &Stage| matches!(stage, Stage::Intended(_) | Stage::Trying(_) | Stage::Unknown(_));
        self.state.drafts.iter().find(|(_, draft)| moving(&draft.stage)).map(|(number, _)| *number)
    }
}
