//! One configured place to listen to, what it delivers, and how it fares.

use crate::id::{BrandId, OrganisationId, SourceId};
use crate::post::{Engagement, Post};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One configured place to listen to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Whose it is; `None` for the house's (one firehose for all clients).
    pub organisation: Option<OrganisationId>,
    /// The brand it is bound to: all it brings is a mention of that brand, no match needed.
    pub brand: Option<BrandId>,
    /// `feed`, `mastodon`, `mailbox`, `webhook`, `file`, `hand`, `complaint` or `pack`.
    pub kind: String,
    /// Its name as shown.
    pub name: String,
    /// JSON that its connector reads (address, tag, token, secret); may hold secrets, never shown whole.
    pub settings: String,
    /// Whether it is listened to.
    pub enabled: bool,
}

/// Whether a source of that kind is visited from time to time; the others are brought something.
pub fn is_visited(kind: &str) -> bool {
    matches!(kind, "feed" | "mastodon" | crate::incoming::KIND)
}

/// How a source fares, as the bridge shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Health {
    /// Its last try.
    pub last_try_at: Option<Timestamp>,
    /// Its last try that worked, with or without news.
    pub last_ok_at: Option<Timestamp>,
    /// The last post it brought.
    pub last_post_at: Option<Timestamp>,
    /// Deaf since: the first of the failures that go on; `None` while it works.
    pub deaf_since: Option<Timestamp>,
    /// How the last try ended.
    pub outcome: Option<Outcome>,
    /// The last failure in plain words.
    pub detail: Option<String>,
    /// When it is tried next.
    pub next_try_at: Option<Timestamp>,
    /// How often each outcome happened.
    pub counts: Vec<(Outcome, i64)>,
}

/// How one try of a source ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Worked and may have brought posts.
    Ok,
    /// Worked: nothing changed.
    NotModified,
    /// Told to wait.
    RateLimited,
    /// Not let in: a person must act.
    Auth,
    /// Gone for good.
    Gone,
    /// Answered with something that could not be read.
    Malformed,
    /// Answered with more than is accepted.
    TooBig,
    /// Refused by our own rules (private address, other host).
    Blocked,
    /// No answer.
    Network,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 9] = [
        Self::Ok,
        Self::NotModified,
        Self::RateLimited,
        Self::Auth,
        Self::Gone,
        Self::Malformed,
        Self::TooBig,
        Self::Blocked,
        Self::Network,
    ];

    /// The name in data and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::NotModified => "not_modified",
            Self::RateLimited => "rate_limited",
            Self::Auth => "auth",
            Self::Gone => "gone",
            Self::Malformed => "malformed",
            Self::TooBig => "too_big",
            Self::Blocked => "blocked",
            Self::Network => "network",
        }
    }

    /// Whether the source was heard.
    pub fn is_heard(self) -> bool {
        matches!(self, Self::Ok | Self::NotModified)
    }
}

/// What one try of a source brought; saved with its cursor in one transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivery {
    /// Posts, in the order of the source.
    pub posts: Vec<Post>,
    /// What the source says is deleted: native ids, or its own names of posts ([`Post::local_id`]).
    pub deleted: Vec<String>,
    /// Fresh counts of posts seen before: native id, counts.
    pub engagement: Vec<(String, Engagement)>,
    /// Items that could not be read, kept aside.
    pub quarantined: Vec<Quarantined>,
    /// Holes in what was heard.
    pub gaps: Vec<Gap>,
    /// Where to go on from; `None` leaves the cursor as it is.
    pub cursor: Option<String>,
    /// Delivery ids (webhooks) that must not be taken twice.
    pub delivery_ids: Vec<String>,
}

/// One item kept aside, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantined {
    /// Why, in plain words.
    pub reason: String,
    /// Where in the source: line, item number, id.
    pub place: String,
    /// The item, cut to 64 KiB.
    pub bytes: Vec<u8>,
}

/// A hole in what was heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// From when.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
    /// Why, in plain words: "every item was new: the feed's window may have overflowed".
    pub reason: String,
}
