//! Six questions, and what follows: which stance on responsibility, and how loudly.
//!
//! After Coombs's Situational Crisis Communication Theory (2007): the more responsibility people see with us, the more a response must accommodate;
//! what happened before, and a name that was bad already, move it one step up. Instructing and adjusting information always comes first.

use crate::plan::{ClockKind, Posture};
use serde::{Deserialize, Serialize};
use text::Cause;

/// Yes, no, or not known yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// No.
    No,
    /// Not known yet: taken as it might be.
    #[default]
    Unknown,
    /// Yes.
    Yes,
}

/// Where people see the responsibility.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Responsibility {
    /// Nobody knows yet.
    #[default]
    Unknown,
    /// It is not so, and we can show it.
    Untrue,
    /// It happened to us too: victim cluster.
    Victim,
    /// We did it, and did not mean to: accidental cluster.
    Accidental,
    /// We could have prevented it, or meant it: preventable cluster.
    Preventable,
}

/// Who speaks of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// One person.
    #[default]
    One,
    /// A few.
    Some,
    /// Many.
    Many,
    /// The press, or somebody whom very many follow.
    Press,
}

/// What was answered; what was not stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// May somebody be hurt?
    pub hurt: Known,
    /// What is it about?
    pub cause: Option<Cause>,
    /// Whose doing is it, as people see it?
    pub responsibility: Responsibility,
    /// Did it happen before, or was our name bad already?
    pub history: Known,
    /// Is there a film or a picture that is passed on?
    pub vivid: Known,
    /// Who speaks of it?
    pub who: Who,
}

/// A rule of the theory, by what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guideline {
    /// As long as responsibility is open: what to do, and that we care. Nothing else.
    InformFirst,
    /// Victims of something, without history: informing and caring is enough.
    VictimInform,
    /// Victims of something, with a history or a bad name: diminish.
    VictimWithHistory,
    /// An accident without history: diminish.
    AccidentDiminish,
    /// An accident with a history or a bad name: rebuild.
    AccidentWithHistory,
    /// Preventable: rebuild, whatever the history.
    PreventableRebuild,
    /// A rumour, or a challenge without ground: deny, and show why.
    UnfoundedDeny,
}

impl Guideline {
    /// The rule in English, as it is quoted; the pages have it in every language.
    pub fn quoted(self) -> &'static str {
        match self {
            Self::InformFirst => {
                "Instructing information first (what to do to stay safe), then adjusting information (what happened, that we care): always, \
                 before any word on responsibility."
            }
            Self::VictimInform => {
                "Victim cluster, no history, good name: instructing and adjusting information alone can be enough."
            }
            Self::VictimWithHistory => "Victim cluster with a history or an unfavourable name: diminish.",
            Self::AccidentDiminish => "Accidental cluster, no history, neutral or good name: diminish.",
            Self::AccidentWithHistory => "Accidental cluster with a history or an unfavourable name: rebuild.",
            Self::PreventableRebuild => "Preventable cluster: rebuild, whatever history and name.",
            Self::UnfoundedDeny => {
                "Rumours, and challenges without ground: deny, if possible. Never mix deny with diminish or rebuild."
            }
        }
    }
}

/// How loudly it is answered, from the quietest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Loudness {
    /// Nothing in public yet: a word of ours would carry it further.
    #[default]
    Nothing,
    /// An answer where it was said.
    Answer,
    /// A statement there.
    Statement,
    /// Everywhere we speak.
    Everywhere,
}

impl Loudness {
    /// The clocks that run then.
    pub fn clocks(self) -> &'static [ClockKind] {
        match self {
            Self::Nothing => &[ClockKind::FirstAssessment],
            Self::Answer => &[ClockKind::FirstAssessment, ClockKind::Reply],
            Self::Statement => {
                &[ClockKind::FirstAssessment, ClockKind::Reply, ClockKind::TeamAssembled, ClockKind::Holding]
            }
            Self::Everywhere => &[
                ClockKind::FirstAssessment,
                ClockKind::Reply,
                ClockKind::TeamAssembled,
                ClockKind::Holding,
                ClockKind::Full,
            ],
        }
    }
}

/// What the answers advise. Everything can be decided otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Whether the first thing said is what to do to stay safe.
    pub safety_first: bool,
    /// The stance.
    pub posture: Posture,
    /// Whether what was done well before may stand beside it.
    pub bolster: bool,
    /// By which rule.
    pub guideline: Guideline,
    /// How loudly.
    pub loudness: Loudness,
}

/// What follows from the answers.
pub fn advise(answers: &Answers) -> Advice {
    let might = |known: Known| known != Known::No;
    // A history that nobody knows of is none: an apology is not made on a guess.
    let history = answers.history == Known::Yes;
    let (posture, guideline) = match (answers.responsibility, history) {
        (Responsibility::Unknown, _) => (Posture::Inform, Guideline::InformFirst),
        (Responsibility::Untrue, _) => (Posture::Deny, Guideline::UnfoundedDeny),
        (Responsibility::Victim, false) => (Posture::Inform, Guideline::VictimInform),
        (Responsibility::Victim, true) => (Posture::Diminish, Guideline::VictimWithHistory),
        (Responsibility::Accidental, false) => (Posture::Diminish, Guideline::AccidentDiminish),
        (Responsibility::Accidental, true) => (Posture::Rebuild, Guideline::AccidentWithHistory),
        (Responsibility::Preventable, _) => (Posture::Rebuild, Guideline::PreventableRebuild),
    };
    let safety_first = might(answers.hurt);
    // Praise of oneself beside somebody's harm is one more offence.
    let bolster = !safety_first && !history && matches!(posture, Posture::Deny | Posture::Diminish | Posture::Rebuild);
    Advice { safety_first, posture, bolster, guideline, loudness: loudness(answers) }
}

/// More of anything is never quieter.
fn loudness(answers: &Answers) -> Loudness {
    let by_who = match answers.who {
        Who::One | Who::Some => Loudness::Answer,
        Who::Many => Loudness::Statement,
        Who::Press => Loudness::Everywhere,
    };
    let by_hurt = match answers.hurt {
        Known::Yes => Loudness::Everywhere,
        Known::Unknown | Known::No => Loudness::Nothing,
    };
    let by_sight = match (answers.vivid, answers.who) {
        (Known::Yes, Who::Many | Who::Press) => Loudness::Everywhere,
        (Known::Yes, Who::Some) => Loudness::Statement,
        _ => Loudness::Nothing,
    };
    // Something untrue that one person said: an answer in public would be the first that many read of it.
    let whispered = answers.responsibility == Responsibility::Untrue
        && answers.who == Who::One
        && answers.vivid != Known::Yes
        && answers.hurt == Known::No;
    if whispered { Loudness::Nothing } else { by_who.max(by_hurt).max(by_sight) }
}
