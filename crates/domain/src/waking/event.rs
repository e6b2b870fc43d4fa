//! What is told to waking, and what it answers.

use super::message::Message;
use super::occurrence::{Occurrence, Severity, Worse};
use crate::id::{OrganisationId, PersonId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The id of a story: made from its first signal's id, so that it tells nothing of another organisation's brand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StoryId(pub String);

impl StoryId {
    /// The story that begins with this signal.
    pub fn of(signal: &str) -> Self {
        Self(blake3::hash(signal.as_bytes()).to_hex()[..16].to_owned())
    }
}

impl fmt::Display for StoryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What makes a call the same call: story, person and how often the story had become worse.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CallKey {
    /// About what.
    pub story: StoryId,
    /// To whom.
    pub person: PersonId,
    /// 0 first; one more each time the story became materially worse.
    pub step: u32,
}

impl fmt::Display for CallKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.story, self.person, self.step)
    }
}

/// What somebody points at when they acknowledge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A story: the link of a message.
    Story(StoryId),
    /// A signal's id: its page.
    Signal(String),
}

/// What happened outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// A signal was raised.
    Raised(Occurrence),
    /// A known signal has other figures. Taken as raised when it is not known.
    Grew(Occurrence),
    /// Somebody has seen it.
    Acknowledged {
        /// What.
        subject: Subject,
        /// Who.
        by: PersonId,
        /// When they tapped.
        at: Timestamp,
    },
    /// Somebody says that it is no problem. Silences as an acknowledgement does.
    Dismissed {
        /// What.
        subject: Subject,
        /// Who.
        by: PersonId,
        /// When they tapped.
        at: Timestamp,
    },
    /// A signal is over.
    Ended {
        /// Its id.
        signal: String,
    },
    /// What became of a delivery.
    Came {
        /// Of which call.
        call: CallKey,
        /// To which target.
        target: String,
        /// What.
        outcome: Outcome,
    },
    /// Time passes.
    Tick,
}

/// What became of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was taken.
    Delivered,
    /// It surely was not: the next target is tried at once.
    Failed,
    /// It may have been: the rule's minutes are waited for.
    Unknown,
}

/// Why a call that was due was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The person's quiet hours.
    Quiet,
    /// The person's calls within 30 minutes.
    HalfHour,
    /// The person's calls within 24 hours.
    Day,
    /// The person's calls because of this brand within 24 hours.
    BrandDay,
}

/// One organisation that is silenced, and what it must exceed to be called again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Silence {
    /// Which.
    pub organisation: OrganisationId,
    /// The worst that who acknowledged could see.
    pub base: Severity,
}

/// What was decided. Never change a variant: add one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A signal belongs to a story, with these figures.
    Seen {
        /// When.
        at: Timestamp,
        /// Which story.
        story: StoryId,
        /// The signal.
        occurrence: Box<Occurrence>,
    },
    /// A story that nobody was called about turned out to be another one.
    Merged {
        /// When.
        at: Timestamp,
        /// It is no more.
        from: StoryId,
        /// It has its signals.
        into: StoryId,
    },
    /// An organisation's ladder is begun.
    Begun {
        /// When.
        at: Timestamp,
        /// Which story.
        story: StoryId,
        /// Whose ladder.
        organisation: OrganisationId,
        /// How often the story had become worse.
        step: u32,
        /// Brands are gathered until then.
        due: Timestamp,
        /// Why again; `None` for the first time.
        worse: Option<Worse>,
        /// Who was called about this story already: a brand that joins it does not call them at once.
        excused: Vec<PersonId>,
    },
    /// A place on the ladder is reached.
    Climbed {
        /// When.
        at: Timestamp,
        /// Which story.
        story: StoryId,
        /// Whose ladder.
        organisation: OrganisationId,
        /// Which rung.
        rung: usize,
        /// Which of its people's targets: 0 is the first.
        tries: usize,
    },
    /// The ladder ended and nobody had acknowledged.
    Unanswered {
        /// When.
        at: Timestamp,
        /// Which story.
        story: StoryId,
        /// Whose ladder.
        organisation: OrganisationId,
        /// Who was told.
        told: Vec<PersonId>,
        /// What must be exceeded to begin again; `None` when somebody had acknowledged before.
        base: Option<Severity>,
    },
    /// Somebody is called. The one event that is delivered.
    Called {
        /// When.
        at: Timestamp,
        /// Which call.
        call: CallKey,
        /// By which of the person's targets.
        target: String,
        /// The rounds it belongs to: organisation and step.
        rounds: Vec<(OrganisationId, u32)>,
        /// What it says.
        message: Box<Message>,
    },
    /// A call was due and not made. It is made when the budget allows, or named in the person's next message.
    Held {
        /// When.
        at: Timestamp,
        /// Which call.
        call: CallKey,
        /// Why.
        reason: Reason,
    },
    /// What became of a delivery.
    Came {
        /// When.
        at: Timestamp,
        /// Of which call.
        call: CallKey,
        /// To which target.
        target: String,
        /// What.
        outcome: Outcome,
    },
    /// Somebody has seen the story.
    Acknowledged {
        /// When they tapped; for a brand that joins later, when it joined.
        at: Timestamp,
        /// Which story.
        story: StoryId,
        /// Who.
        by: PersonId,
        /// Whether they say that it is no problem.
        dismissed: bool,
        /// Who is silenced.
        silenced: Vec<Silence>,
    },
    /// A signal is over.
    Ended {
        /// When.
        at: Timestamp,
        /// Which story.
        story: StoryId,
        /// Which signal.
        signal: String,
    },
    /// A signal would have called and is too old: it is on the catch-up list.
    Missed {
        /// When.
        at: Timestamp,
        /// Which story.
        story: StoryId,
        /// Which signal.
        signal: String,
    },
    /// A story has been over for long and is no longer known.
    Forgotten {
        /// When.
        at: Timestamp,
        /// Which story.
        story: StoryId,
    },
}
