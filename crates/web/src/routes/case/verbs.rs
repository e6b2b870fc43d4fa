//! The names of the room's forms, and what of the case each asks for: a form is shown where the case would take it.

use domain::case::Verb;
use domain::case::event::Step;
use domain::id::MentionId;
use std::collections::BTreeSet;

type Of<T> = (&'static str, fn(T) -> Verb);

pub const CLOCK: [Of<u32>; 4] =
    [("pause", Verb::Pause), ("resume", Verb::Resume), ("meet", Verb::Meet), ("drop", Verb::Drop)];
pub const FACT: [Of<u32>; 2] = [("move", Verb::Move), ("retract", Verb::Retract)];
pub const TASK: [Of<u32>; 4] =
    [("hand", Verb::HandOverTask), ("done", Verb::Do), ("aside", Verb::SetAside), ("reopen", Verb::Reopen)];
pub const DRAFT: [Of<u32>; 12] = [
    ("revise", Verb::Revise),
    ("submit", Verb::Submit),
    ("approve", Verb::Approve),
    ("decline", Verb::Decline),
    ("release", Verb::ReleaseAlone),
    ("fallback", Verb::ReleaseAsFallback),
    ("send", Verb::Send),
    ("undo", Verb::Undo),
    ("resolve", Verb::Resolve),
    ("copied", Verb::Copied),
    ("shelve", Verb::Shelve),
    ("passover", Verb::PassOver),
];
pub const MENTION: [Of<MentionId>; 7] = [
    ("claim", Verb::Claim),
    ("answer", Verb::Answer),
    ("handmention", Verb::HandOverMention),
    ("letgo", Verb::LetGo),
    ("rules", Verb::ReportToPlatform),
    ("illegal", Verb::NotifyIllegal),
    ("offer", Verb::Offer),
];
const CASE: [(&str, Verb); 19] = [
    ("assign", Verb::Assign),
    ("lead", Verb::HandOverLead),
    ("choose", Verb::Choose),
    ("triage", Verb::Triage),
    ("posture", Verb::SetPosture),
    ("loudness", Verb::SetLoudness),
    ("capture", Verb::Capture),
    ("promise", Verb::Promise),
    ("declare", Verb::Declare),
    ("fact", Verb::State),
    ("task", Verb::AddTask),
    ("note", Verb::Note),
    ("report", Verb::Report),
    ("tell", Verb::Tell),
    ("draft", Verb::Draft),
    ("freeze", Verb::Freeze),
    ("lift", Verb::Lift),
    ("unfreeze", Verb::UndoFreeze),
    ("began", Verb::Began),
];

/// The forms of one thing that are open.
pub fn of<T: Copy>(open: &BTreeSet<Verb>, all: &[Of<T>], one: T) -> Vec<&'static str> {
    all.iter().filter(|(_, verb)| open.contains(&verb(one))).map(|(name, _)| *name).collect()
}

/// The forms of the case that are open.
pub fn of_case(open: &BTreeSet<Verb>) -> Vec<&'static str> {
    CASE.iter().filter(|(_, verb)| open.contains(verb)).map(|(name, _)| *name).collect()
}

/// The steps that can be taken.
pub fn steps(open: &BTreeSet<Verb>) -> Vec<Step> {
    let step = |verb: &Verb| match verb {
        Verb::Step(step) => Some(*step),
        _ => None,
    };
    // What leads up, and out of it, before what leads back.
    open.iter().filter_map(step).collect()
}
