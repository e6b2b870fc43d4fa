//! What time alone brings, and when.
//!
//! Two thresholds and a dwell on each side: the lower steps rise when it stayed at `alert` for half an hour, and run out when it was calm for a day or two;
//! `notice` does neither. Nothing runs out while something waits for somebody.

use super::{Clock, Run, Stage, State};
use crate::case::event::{ClockOf, Heat, Step, StepReason};
use crate::plan::ClockKind;
use jiff::{SignedDuration, Timestamp};

/// So long it must be loud to rise.
const RISES_AFTER: SignedDuration = SignedDuration::from_mins(30);
/// So long a signal must be calm to run out.
const SIGNAL_RUNS_OUT: SignedDuration = SignedDuration::from_hours(24);
/// So long a paracrisis must be calm to run out.
const PARACRISIS_RUNS_OUT: SignedDuration = SignedDuration::from_hours(48);

impl State {
    /// The step that time alone will bring if nothing else happens, and when.
    pub fn passes(&self) -> Option<(Timestamp, Step, StepReason)> {
        let course = &self.course;
        let (wait, to, reason) = match (course.step, course.heat) {
            _ if self.opening.is_none() => return None,
            (Step::Signal, Heat::Alert) => (RISES_AFTER, Step::Paracrisis, StepReason::StayedLoud),
            (Step::Signal, Heat::Calm) if self.is_untouched() => (SIGNAL_RUNS_OUT, Step::Dismissed, StepReason::RanOut),
            (Step::Paracrisis, Heat::Calm) if self.is_untouched() => {
                (PARACRISIS_RUNS_OUT, Step::FollowUp, StepReason::RanOut)
            }
            (Step::FollowUp, Heat::Alert) => (RISES_AFTER, Step::Paracrisis, StepReason::Relapse),
            _ => return None,
        };
        let at = course.since.max(course.heat_since).checked_add(wait).ok()?;
        Some((at, to, reason))
    }

    /// When the next tick brings something, if nothing else happens before: until then none is needed. What is in the past is due now.
    pub fn next_tick(&self) -> Option<Timestamp> {
        let running = self.clocks.values().filter(|clock| clock.run == Run::Running);
        let passes = self.passes().map(|(at, _, _)| at);
        running.filter_map(Clock::next_ring).chain(passes).min()
    }

    /// Nothing waits for anybody: no text is under way or to be approved, no mention is held, no task is open, no term runs, nothing was promised.
    fn is_untouched(&self) -> bool {
        let waits = |stage: &Stage| matches!(stage, Stage::Submitted(_) | Stage::Released(_));
        self.under_way().is_none()
            && self.legal_term().is_none()
            && self.open_clock(&ClockOf::Plan(ClockKind::NextUpdate)).is_none()
            && !self.drafts.values().any(|draft| waits(&draft.stage))
            && !self.mentions.values().any(|handling| handling.holder.is_some())
            && self.open_tasks().next().is_none()
    }

    /// A text of which somebody must see the end first.
    pub fn under_way(&self) -> Option<u32> {
        let moving = |stage: &Stage| matches!(stage, Stage::Intended(_) | Stage::Trying(_) | Stage::Unknown(_));
        self.drafts.iter().find(|(_, draft)| moving(&draft.stage)).map(|(number, _)| *number)
    }

    /// A legal term that runs, by its code.
    pub fn legal_term(&self) -> Option<String> {
        self.clocks.values().filter(|clock| clock.is_open()).find_map(|clock| match &clock.of {
            ClockOf::Legal(code) => Some(code.clone()),
            _ => None,
        })
    }
}

impl Clock {
    /// When somebody is told next, as long as it runs.
    fn next_ring(&self) -> Option<Timestamp> {
        if self.missed.is_none() {
            return Some(self.terms.due);
        }
        let more = (self.told as usize) < self.terms.ladder.len();
        let wait = SignedDuration::from_mins(self.terms.every.max(1).saturating_mul(self.told.into()));
        more.then(|| self.terms.due.saturating_add(wait).ok()).flatten()
    }
}
