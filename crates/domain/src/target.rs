//! One message to one target, and what came of it.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A message to one target. Its lines are translated and [masked](crate::mask::mask) before they come here; the target adds nothing in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notification {
    /// Who is who: every try of the same message carries the same key, another message never does.
    pub key: String,
    /// One line.
    pub title: String,
    /// Plain text, lines ended by `\n`.
    pub body: String,
    /// The one address it leads to; http or https.
    pub link: Option<String>,
    /// Whether it wakes somebody: urgent where the target knows urgency.
    pub waking: bool,
    /// Whether an earlier try may have been received. The text says so already; machines are told by this.
    pub repeat: bool,
    /// What it is about: messages of one story stand together where the target can.
    pub story: String,
    /// The language of the text (BCP-47).
    pub lang: String,
    /// Nothing is to arrive after this.
    pub until: Timestamp,
    /// How an answer to it comes back, where one does; mails alone carry it, and it is made when they leave.
    #[serde(skip)]
    pub answer: Option<Answer>,
}

/// How an answer to a mail comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Where it is sent.
    pub address: String,
    /// What names the mail, known to whoever received it alone: small letters and digits.
    pub secret: String,
}

/// What came of one try.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Taken over by the target.
    Sent {
        /// What the target calls it.
        receipt: Option<String>,
    },
    /// Surely not taken over.
    Refused {
        /// What happened and what to do.
        reason: String,
        /// No further try of this message to this target can succeed.
        forever: bool,
        /// How long the target asks to wait; at most a day.
        retry_after: Option<SignedDuration>,
    },
    /// It may have been taken over, or not: the connection broke, or no answer came, after it was sent.
    Unknown {
        /// What happened.
        reason: String,
    },
}
