//! The six questions of the triage and their answers, as labels of a form.

use crate::{Words, plan};
use domain::case::triage::{Known, Responsibility, Who};
use text::Cause;

/// A question of the triage: one field of its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether somebody may be hurt.
    Hurt,
    /// What it is about.
    Cause,
    /// Whose doing people see it as.
    Responsibility,
    /// What was before.
    History,
    /// Whether something to look at is passed on.
    Vivid,
    /// Who speaks of it.
    Who,
}

impl Question {
    /// The six, in the order in which they are asked.
    pub const ALL: [Self; 6] = [Self::Hurt, Self::Cause, Self::Responsibility, Self::History, Self::Vivid, Self::Who];
}

/// A question, asked.
pub fn question(words: &Words, question: Question) -> String {
    words.say(match question {
        Question::Hurt => "case-triage-hurt",
        Question::Cause => "case-triage-cause",
        Question::Responsibility => "case-triage-responsibility",
        Question::History => "case-triage-history",
        Question::Vivid => "case-triage-vivid",
        Question::Who => "case-triage-who",
    })
}

/// Yes, no, or not known yet.
pub fn known(words: &Words, known: Known) -> String {
    words.say(match known {
        Known::No => "case-triage-known-no",
        Known::Unknown => "case-triage-known-unknown",
        Known::Yes => "case-triage-known-yes",
    })
}

/// What it is about; none: nobody can tell yet.
pub fn cause(words: &Words, cause: Option<Cause>) -> String {
    cause.map_or_else(|| words.say("case-triage-cause-unknown"), |cause| plan::choice(words, "cause", cause.code()))
}

/// Whose doing it is.
pub fn responsibility(words: &Words, responsibility: Responsibility) -> String {
    words.say(match responsibility {
        Responsibility::Unknown => "case-triage-responsibility-unknown",
        Responsibility::Untrue => "case-triage-responsibility-untrue",
        Responsibility::Victim => "case-triage-responsibility-victim",
        Responsibility::Accidental => "case-triage-responsibility-accidental",
        Responsibility::Preventable => "case-triage-responsibility-preventable",
    })
}

/// Who speaks of it.
pub fn who(words: &Words, who: Who) -> String {
    words.say(match who {
        Who::One => "case-triage-who-one",
        Who::Some => "case-triage-who-some",
        Who::Many => "case-triage-who-many",
        Who::Press => "case-triage-who-press",
    })
}
