//! The way of a case: opened, up and down the ladder, who is what, triage.

use crate::case::digest::{Capture, TextRef};
use crate::case::party::{Key, Party};
use crate::case::triage::{Answers, Loudness};
use crate::id::{BrandId, MentionId, OrganisationId};
use crate::plan::Posture;
use crate::setup::Size;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The ladder: `signal → paracrisis → crisis → follow-up → closed`, or `dismissed`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Something stands out; nobody looked yet.
    #[default]
    Signal,
    /// Looks like a crisis, wants an answer, does not want the team.
    Paracrisis,
    /// A crisis.
    Crisis,
    /// It calmed down and is still watched.
    FollowUp,
    /// Over.
    Closed,
    /// There was nothing to it.
    Dismissed,
}

/// How much is heard at this moment, as the detector says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heat {
    /// Nothing out of the usual.
    #[default]
    Calm,
    /// More than usual.
    Notice,
    /// Much more, or a grave post.
    Alert,
}

/// How well a moment is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the minute.
    Exact,
    /// About.
    About,
}

/// When something happened, with the zone in which it was said: never the time of the report by default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// When.
    pub at: Timestamp,
    /// The IANA name of the zone in which it was told.
    pub zone: String,
    /// How well it is known.
    pub precision: Precision,
}

/// Where a case comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A signal, by its id.
    Signal(String),
    /// A mention.
    Mention(MentionId),
    /// Somebody called.
    Call(TextRef),
}

/// What is known when a case is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Makes a second tap the same tap.
    pub key: Key,
    /// Whose case.
    pub organisation: OrganisationId,
    /// About which brand.
    pub brand: BrandId,
    /// On which step.
    pub step: Step,
    /// Where it comes from.
    pub origin: Origin,
    /// When it began, where somebody knows.
    pub began: Option<Moment>,
    /// When it was reported to us.
    pub reported: Timestamp,
    /// Which version of the plan counts.
    pub plan: i64,
    /// By which the rules of releasing go.
    pub size: Size,
    /// The country whose law counts, where the plan says it.
    pub country: Option<String>,
    /// The IANA name of the plan's zone.
    pub zone: String,
    /// Whether people may be hurt.
    pub hurt: bool,
    /// The scenario of the plan, where one was named.
    pub scenario: Option<String>,
}

/// Why a case goes to another step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepReason {
    /// Somebody decided so.
    Decided,
    /// It stayed loud for long enough.
    StayedLoud,
    /// It was calm for so long that the lower step ran out.
    RanOut,
    /// It came back.
    Relapse,
}

/// What happened on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CourseEvent {
    /// The case is open.
    Opened(Opening),
    /// The open case was called for from another side: what was known there.
    TakenUp(Opening),
    /// It is louder or calmer than before.
    Sensed {
        /// How much is heard now.
        heat: Heat,
    },
    /// It stands on another step.
    Stepped {
        /// From.
        from: Step,
        /// To.
        to: Step,
        /// Why.
        reason: StepReason,
        /// In somebody's words.
        why: Option<TextRef>,
    },
    /// Somebody found out when it began.
    BeganAt {
        /// When.
        began: Moment,
        /// How one knows.
        why: TextRef,
    },
    /// Who is what: the first of the plan who is present, or nobody.
    Assigned {
        /// The role, as the plan names it.
        role: String,
        /// Who; `None`: nobody can be reached.
        to: Option<Party>,
        /// Who holds it in the plan and was not there.
        absent: Vec<Party>,
    },
    /// Another takes the lead.
    HandedOver {
        /// Who had it.
        from: Option<Party>,
        /// Who has it.
        to: Party,
        /// What whoever takes over must know.
        why: Option<TextRef>,
    },
    /// The scenario of the plan that it is.
    ScenarioChosen {
        /// By its name in the plan.
        scenario: String,
    },
    /// The questions were answered.
    Triaged {
        /// What was answered.
        answers: Answers,
    },
    /// What stance is taken on responsibility: as advised, or as somebody decided.
    PostureSet {
        /// The stance.
        posture: Posture,
        /// Whether it says beside it what was done well before.
        bolster: bool,
        /// Why another than advised.
        why: Option<TextRef>,
    },
    /// How loudly it is answered.
    LoudnessSet {
        /// How loudly.
        loudness: Loudness,
        /// Why another than advised.
        why: Option<TextRef>,
    },
    /// Something was captured before it could vanish.
    Captured {
        /// Of which mention, if of one.
        mention: Option<MentionId>,
        /// The raw bytes.
        capture: Capture,
    },
    /// Texts were erased for data protection. The log keeps their references, and stays valid.
    Erased {
        /// Which.
        texts: Vec<TextRef>,
    },
    /// Texts and captures were erased for data protection, at somebody's word or because what they captured was. The log keeps what stands for them.
    Cleared {
        /// Which texts.
        texts: Vec<TextRef>,
        /// Which captures.
        captures: Vec<Capture>,
        /// Why, in somebody's words.
        why: Option<TextRef>,
    },
}
