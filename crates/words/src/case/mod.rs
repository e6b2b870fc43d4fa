//! Words of the case room: what its log and its refusals say, and the names of the things in it.

mod after;
mod log;
mod refusal;
pub mod triage;
mod word;

pub use after::{hot_wash, standing};
pub use log::{happened, money};
pub use refusal::refusal;
pub use word::{
    exit, fact_status, form, guideline, left, loudness, matter, posture, stage, start, target, thaw, visibility,
};

use crate::Words;
use domain::case::event::{ClockOf, Step};
use domain::case::{Broken, Flaw, ManifestFlaw, TextFlaw, Unproven, legal};
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
        ClockOf::Measure(measure) => words.count("case-clock-measure", i64::from(*measure)),
        ClockOf::Legal(code) => {
            let reference = legal::by_code(code).map_or(code.as_str(), |term| term.reference);
            words.name("case-clock-legal", reference)
        }
    }
}

/// An action that is Vigie's own, in words: what is done first where people may be hurt; any other by its name in the plan.
pub fn action(words: &Words, name: &str) -> String {
    match name {
        "stop-selling" => words.say("case-action-stop-selling"),
        "keep-batch" => words.say("case-action-keep-batch"),
        "call-authority" => words.say("case-action-call-authority"),
        "call-insurer" => words.say("case-action-call-insurer"),
        name => name.to_owned(),
    }
}

/// A number and what kind it is.
pub fn figure(words: &Words, figure: domain::figure::Figure) -> String {
    crate::report::figure(words, figure, |number| words.number(number))
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

/// Where a folder does not hold, and why.
pub fn broken(words: &Words, broken: &Broken) -> String {
    let record = |id: &str, number: u32| words.tell(id, &[("number", i64::from(number).into())]);
    match broken {
        Broken::Record { number, flaw: why } => words
            .tell("case-broken-record", &[("number", i64::from(*number).into()), ("why", flaw(words, *why).into())]),
        Broken::Missing(number) => record("case-broken-missing", *number),
        Broken::Added(number) => record("case-broken-added", *number),
        Broken::Head(number) => record("case-broken-head", *number),
        Broken::Earlier(number) => record("case-broken-earlier", *number),
        Broken::OtherKey(key) => words.tell("case-broken-other-key", &[("key", key.as_str().into())]),
        Broken::Manifest(why) => words.tell("case-broken-manifest", &[("why", manifest(words, *why).into())]),
        Broken::Text { line, why } => {
            let line = i64::try_from(*line).unwrap_or(i64::MAX);
            words.tell("case-broken-text", &[("line", line.into()), ("why", text(words, *why).into())])
        }
        Broken::Beside(name) => words.tell("case-broken-beside", &[("name", name.as_str().into())]),
        Broken::Captured(name) => words.tell("case-broken-capture", &[("name", name.as_str().into())]),
    }
}

fn flaw(words: &Words, flaw: Flaw) -> String {
    words.say(match flaw {
        Flaw::Unreadable => "case-flaw-unreadable",
        Flaw::Number(number) => return words.tell("case-flaw-number", &[("number", i64::from(number).into())]),
        Flaw::Order => "case-flaw-order",
        Flaw::Changed => "case-flaw-changed",
        Flaw::Name => "case-flaw-name",
    })
}

fn manifest(words: &Words, flaw: ManifestFlaw) -> String {
    words.say(match flaw {
        ManifestFlaw::Cut => "case-manifest-cut",
        ManifestFlaw::Unreadable => "case-manifest-unreadable",
        ManifestFlaw::Newer => "case-manifest-newer",
        ManifestFlaw::Key => "case-manifest-key",
        ManifestFlaw::Signature => "case-manifest-signature",
    })
}

fn text(words: &Words, flaw: TextFlaw) -> String {
    words.say(match flaw {
        TextFlaw::Unreadable => "case-text-unreadable",
        TextFlaw::Salt => "case-text-salt",
        TextFlaw::Changed => "case-text-changed",
        TextFlaw::Unnamed => "case-text-unnamed",
        TextFlaw::Twice => "case-text-twice",
    })
}

/// What a folder that holds does not prove.
pub fn unproven(words: &Words, unproven: Unproven) -> String {
    words.say(match unproven {
        Unproven::Origin => "case-unproven-origin",
        Unproven::After(number) => {
            return words.tell("case-unproven-after", &[("number", i64::from(number).into())]);
        }
        Unproven::ReMadeBySigner => "case-unproven-signer",
    })
}
