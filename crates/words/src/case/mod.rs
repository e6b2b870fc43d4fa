//! Words of the case room: what its log and its refusals say, and the names of the things in it.

mod log;
mod refusal;
pub mod triage;
mod word;

pub use log::happened;
pub use refusal::refusal;
pub use word::{
    exit, fact_status, form, guideline, left, loudness, matter, posture, stage, start, target, thaw, visibility,
};

use crate::Words;
use domain::case::event::{ClockOf, Step};
use domain::plan::ClockKind;
use jiff::Timestamp;

/// What a clock is about.
pub fn clock(words: &Words, of: &ClockOf) -> String {
    match of {
        ClockOf::Plan(ClockKind::FirstAssessment) => words.say("case-clock-assessment"),
        ClockOf::Plan(ClockKind::TeamAssembled) => words.say("case-clock-team"),
        ClockOf::Plan(ClockKind::Holding) => words.say("case-clock-holding"),
        ClockOf::Plan(ClockKind::Full) => words.say("case-clock-full"),
        ClockOf::Plan(ClockKind::NextUpdate) => words.say("case-clock-update"),
        ClockOf::Plan(ClockKind::Reply) | ClockOf::Reply(_) => words.say("case-clock-reply"),
        ClockOf::Task(task) => words.count("case-clock-task", i64::from(*task)),
        ClockOf::Approval(draft) => words.count("case-clock-approval", i64::from(*draft)),
        ClockOf::Legal(code) => words.name("case-clock-legal", code),
    }
}

/// Where a case stands.
pub fn step(words: &Words, step: Step) -> String {
    words.say(match step {
        Step::Signal => "case-step-signal",
        Step::Paracrisis => "case-step-paracrisis",
        Step::Crisis => "case-step-crisis",
        Step::FollowUp => "case-step-follow-up",
        Step::Closed => "case-step-closed",
        Step::Dismissed => "case-step-dismissed",
    })
}

/// A moment that stays the same however late it is read: the time today, else the date with the time.
fn moment(words: &Words, at: Timestamp) -> String {
    let (then, now) = (at.to_zoned(words.zone().clone()), words.now().to_zoned(words.zone().clone()));
    let time = words.time(at);
    if then.date() == now.date() { time } else { format!("{}, {time}", words.date(at)) }
}
