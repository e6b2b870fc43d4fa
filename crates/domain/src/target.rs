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
        /// What happened.
        reason: Reason,
        /// No further try of this message to this target can succeed.
        forever: bool,
        /// How long the target asks to wait; at most a day.
        retry_after: Option<SignedDuration>,
    },
    /// It may have been taken over, or not: the connection broke, or no answer came, after it was sent.
    Unknown {
        /// What happened.
        reason: Reason,
    },
}

/// Why a message was not taken over, or why nobody knows: told to people in their language by its kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What happened.
    pub why: Why,
    /// Who was asked; empty where nobody was. A host, never a whole address: that may hold a secret.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub host: String,
    /// In the words of whoever answered, or of this machine: one line, quoted as it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub said: String,
}

/// What happened to a message that did not arrive, or perhaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Nothing leaves this world: it is a drill or a demo.
    Sandbox,
    /// It would come too late.
    Late,
    /// The house has no mail server.
    NoMailer,
    /// The house has no key for push services, or none that works.
    NoKey,
    /// The target's settings, or the address, cannot be used.
    Settings,
    /// The target is no more.
    Gone,
    /// It is longer than a letter may be.
    TooLong,
    /// Vigie was stopped while it was sent.
    Stopped,
    /// The host stands for an address inside, which is not on the allow-list.
    Inside,
    /// Nobody answers at that name.
    NoHost,
    /// There was no connection.
    NoConnection,
    /// The certificate cannot be trusted, or the connection not be kept from others.
    Insecure,
    /// It took too long to answer, and had not been given the message.
    Slow,
    /// It was not given the message.
    NotBegun,
    /// It leads on to another address.
    Moved,
    /// It does not let us in: name, password, token.
    Login,
    /// It does not know the address, topic or subscription.
    NoSuch,
    /// It asks to wait.
    Busy,
    /// It broke on its side.
    Broken,
    /// It said no.
    Refused,
    /// It was given the message, and then nothing clear came back.
    Unclear,
}

impl Why {
    /// Every kind.
    pub const ALL: [Self; 21] = [
        Self::Sandbox,
        Self::Late,
        Self::NoMailer,
        Self::NoKey,
        Self::Settings,
        Self::Gone,
        Self::TooLong,
        Self::Stopped,
        Self::Inside,
        Self::NoHost,
        Self::NoConnection,
        Self::Insecure,
        Self::Slow,
        Self::NotBegun,
        Self::Moved,
        Self::Login,
        Self::NoSuch,
        Self::Busy,
        Self::Broken,
        Self::Refused,
        Self::Unclear,
    ];
}

/// Most characters of what somebody said.
const SAID: usize = 300;

impl Reason {
    /// A reason that is all of it.
    pub fn new(why: Why) -> Self {
        Self { why, host: String::new(), said: String::new() }
    }

    /// With who was asked.
    #[must_use]
    pub fn of(self, host: impl Into<String>) -> Self {
        Self { host: host.into(), ..self }
    }

    /// With what was said; what is longer is cut, and what is not seen is left out.
    #[must_use]
    pub fn saying(self, said: impl AsRef<str>) -> Self {
        let seen = said.as_ref().chars().map(|c| if crate::name::is_hidden(c) { ' ' } else { c });
        let said = seen.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
        Self { said: said.chars().take(SAID).collect(), ..self }
    }

    /// As it is kept.
    pub fn kept(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what was [kept](Self::kept); `None` for the sentences that were kept before reasons had kinds.
    pub fn read(kept: &str) -> Option<Self> {
        serde_json::from_str(kept).ok()
    }
}
