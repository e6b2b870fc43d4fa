//! A text that goes out in an organisation's name: what is sent, what came of it, and what waits in a tool's queue.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Who sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Everybody, in the public timelines too.
    #[default]
    Public,
    /// Everybody, not in the public timelines: the courtesy of a reply.
    Unlisted,
}

/// A text to be published, exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// The same for every try of the same text, never for another: what the target takes it once by.
    pub key: String,
    /// The exact text.
    pub text: String,
    /// Its language (BCP-47).
    pub language: Option<String>,
    /// Who sees it.
    pub visibility: Visibility,
    /// The web address, or the id in all servers, of the post it answers.
    pub answers: Option<String>,
}

/// What the target calls what it published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Its id there.
    pub id: String,
    /// Where people see it.
    pub url: Option<String>,
    /// When it was published, as the target says.
    pub at: Timestamp,
}

/// What came of one try to publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sending {
    /// It is there.
    Sent {
        /// Where.
        receipt: Receipt,
    },
    /// It surely is not, and trying again alone does not help.
    Refused {
        /// What happened, and what to do.
        why: String,
        /// Whether this text can never be published so: too long, or what it answers is gone. Else something of the account is to be mended.
        permanent: bool,
    },
    /// It surely is not, and may be tried again.
    Later {
        /// What happened.
        why: String,
        /// Not before so long.
        after: SignedDuration,
    },
    /// It may be there, or not: look before any other try.
    Unknown {
        /// What happened.
        why: String,
    },
}

/// Whether something of which nobody knows was published after all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Looked {
    /// It was.
    Found {
        /// Where it is.
        receipt: Receipt,
    },
    /// It was not: everything published since the try was seen.
    NotThere,
    /// Nobody can tell.
    CannotTell {
        /// Why.
        why: String,
    },
}

/// Whose account a token opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Its id at the server.
    pub id: String,
    /// Its name at the server, without the server.
    pub acct: String,
    /// Its name as shown.
    pub name: String,
    /// What the token may, where the server says it.
    pub scopes: Option<Vec<String>>,
}

/// How long a text may be, and what a link costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The most characters.
    pub characters: u32,
    /// What each link counts, however long it is.
    pub per_link: u32,
}

/// The post that is answered, as the sending server knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Its id at the sending server.
    pub id: String,
    /// Its author, as a reply addresses them: a reply that does not name them does not reach them.
    pub handle: String,
    /// Where people see it.
    pub url: Option<String>,
}

/// A tool whose queue of scheduled posts is read, and told what it holds and what it lets go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Mastodon, and servers that speak like it: no pause, a held post is put off. Texts are published by it too.
    Mastodon,
    /// Postiz: a held post is a draft there, with its date; one key opens the channels of many clients.
    Postiz,
    /// Any other: it is told by webhook to pause, and holds where it answers so. What waits in it is not known.
    Webhook,
}

impl Tool {
    /// Every tool.
    pub const ALL: [Self; 3] = [Self::Mastodon, Self::Postiz, Self::Webhook];

    /// Its name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mastodon => "mastodon",
            Self::Postiz => "postiz",
            Self::Webhook => "webhook",
        }
    }

    /// Of its name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.code() == code)
    }

    /// Its name as people read it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mastodon => "Mastodon",
            Self::Postiz => "Postiz",
            Self::Webhook => "a webhook",
        }
    }

    /// The least time ahead of a post at which the tool surely still does as it is told. Mastodon hands what is due within five minutes to a worker that
    /// publishes it whatever comes; Postiz wakes at the very time, and publishes at once what is let go past its date. Each with some for clocks that differ.
    pub fn lead(self) -> SignedDuration {
        match self {
            Self::Mastodon => SignedDuration::from_mins(6),
            Self::Postiz | Self::Webhook => SignedDuration::from_mins(2),
        }
    }

    /// Whether texts are published by it from here; else they are written in the tool itself, dates chosen there.
    pub fn publishes(self) -> bool {
        self == Self::Mastodon
    }

    /// Whether one key of it opens many channels, each given by itself.
    pub fn opens_channels(self) -> bool {
        self == Self::Postiz
    }
}

/// What a tool that cannot be held from here is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing yet: whether it answers.
    Check,
    /// To publish nothing but what is let out.
    Pause,
    /// To go on.
    Resume,
}

impl Asked {
    /// Its name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Check => "campaign.check",
            Self::Pause => "campaign.pause",
            Self::Resume => "campaign.resume",
        }
    }
}

/// One thing that such a tool is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    /// What.
    pub asked: Asked,
    /// The same for every try.
    pub key: String,
    /// Which freeze.
    pub freeze: Option<String>,
    /// Since when it holds.
    pub since: Option<Timestamp>,
    /// Kinds that still go out.
    pub allow: Vec<String>,
}

/// What it answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignAnswer {
    /// Whether it says that nothing goes out.
    pub paused: bool,
    /// Its words, in one short line.
    pub said: String,
}

/// A post in a tool's own queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What the tool calls it.
    pub native: String,
    /// When it goes out; when it was to, where it is paused.
    pub due: Timestamp,
    /// Whether the tool keeps it and does not send it: a draft with a date.
    pub paused: bool,
    /// Kinds that it was given in the tool.
    pub labels: Vec<String>,
    /// Its text.
    pub text: String,
    /// Its language, if said.
    pub language: Option<String>,
    /// How many pictures and the like it has.
    pub media: u32,
}

/// Why a tool did not say or do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{why}")]
pub struct Failed {
    /// What happened.
    pub why: Reason,
    /// Not again before so long; none: something is to be mended first.
    pub after: Option<SignedDuration>,
}

/// Why a tool did not say or do what was asked: told to people in their language by its kind, to logs and programs by its sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What happened.
    pub why: Why,
    /// Who was asked; empty where nobody was. A host, never a whole address: that may hold a secret.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub host: String,
    /// In the words of whoever answered: one line, quoted as it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub said: String,
    /// All of it in one sentence: what happened, and what to do.
    pub plain: String,
}

/// What happened to what was asked of a tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It does not know the token.
    Token,
    /// The token may not do that.
    Scope,
    /// It asks to try later, or is broken.
    Busy,
    /// It did not answer in time.
    Slow,
    /// There was no connection.
    Network,
    /// It leads on to another address.
    Moved,
    /// It said no.
    Refused,
    /// Its answer cannot be read: perhaps it is another thing than was said.
    Unreadable,
    /// Nothing leaves this world.
    Sandbox,
    /// It answered, and did not say that it holds.
    Unsaid,
    /// The key opens the channel no more.
    Channel,
    /// The channel is switched off there.
    Off,
    /// The token opens another account.
    Other,
    /// What was entered cannot be used.
    Settings,
    /// Anything else: its sentence alone says what.
    Else,
}

impl Why {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::Token,
        Self::Scope,
        Self::Busy,
        Self::Slow,
        Self::Network,
        Self::Moved,
        Self::Refused,
        Self::Unreadable,
        Self::Sandbox,
        Self::Unsaid,
        Self::Channel,
        Self::Off,
        Self::Other,
        Self::Settings,
        Self::Else,
    ];
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain)
    }
}

impl Reason {
    /// Of a kind, in one sentence.
    pub fn new(why: Why, plain: impl Into<String>) -> Self {
        Self { why, host: String::new(), said: String::new(), plain: plain.into() }
    }

    /// With who was asked.
    #[must_use]
    pub fn of(self, host: impl Into<String>) -> Self {
        Self { host: host.into(), ..self }
    }

    /// With what was said.
    #[must_use]
    pub fn saying(self, said: impl Into<String>) -> Self {
        Self { said: said.into(), ..self }
    }

    /// As it is kept.
    pub fn kept(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what was [kept](Self::kept); of the sentences that were kept before reasons had kinds the sentence.
    pub fn read(kept: &str) -> Self {
        serde_json::from_str(kept).unwrap_or_else(|_| Self::new(Why::Else, kept))
    }
}

/// A channel that a tool's key opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// What the tool calls it.
    pub native: String,
    /// Its name there.
    pub name: String,
    /// On which platform, as the tool names it.
    pub platform: String,
    /// Whose it is, as the tool says.
    pub client: Option<String>,
    /// Whether it was switched off there.
    pub disabled: bool,
}

/// What came of telling a tool to hold a post of its queue, or to let it go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moved {
    /// It did.
    Done {
        /// When the tool sends it now; none: not at all.
        at: Option<Timestamp>,
    },
    /// It is in the queue no more: out, or taken out there.
    Gone,
    /// The tool did not do it.
    Failed(Failed),
}

/// What every try of a text carries: of account, text and moment, so that a store that begins anew never takes another's.
pub fn key(account: i64, post: i64, text: &str, at: Timestamp) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("vigie publication key 1");
    for part in [&account.to_le_bytes()[..], &post.to_le_bytes(), &at.as_microsecond().to_le_bytes(), text.as_bytes()] {
        hasher.update(part);
    }
    hasher.finalize().to_hex()[..32].to_owned()
}
