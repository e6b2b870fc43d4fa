//! Who did the same at the same time, again and again.
//!
//! [`Graph`] takes actions as they come (this account reposted, linked, wrote or answered this object at this second) and remembers, in bounded
//! memory, which pairs of accounts coincided on which objects. [`Graph::report`] says which of that is more than chance: accounts by how
//! suspicious their company is, and groups with what speaks for coordination and what against it. A group is never a verdict: fans, a newsroom
//! with ten pages and one person with two accounts look alike from here.
//!
//! A pair is held against two nulls and must be surprising to both. **Choice**: given how often each coincides with anybody, how often would they
//! coincide with each other? **Rhythm**: given the objects they shared, how often would two strangers have come as close in time, by each
//! object's own histogram? The second is why a viral object's natural synchrony is no evidence. What the pair shares is left out of the first as far as it
//! is most of what there is, and in the second each account has one voice: an attack does not make the usual by which it is judged.

mod company;
mod graph;
mod groups;
mod null;
mod read;
mod recent;
mod report;
mod rhythm;

pub use graph::Graph;
pub use groups::{Evidence, Group, SharedObject};
pub use read::{Aside, Known, MOST_ACTIONS, ReadError, read_csv, write_csv};
pub use report::{Account, Report};

use serde::{Deserialize, Serialize};

/// How many windows a coincidence is judged in.
pub const WINDOWS: usize = 4;

/// What an object is, where the caller knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A post that was passed on.
    Repost,
    /// A web address.
    Link,
    /// A text, or its near copies.
    Text,
    /// A set of hashtags.
    Hashtags,
    /// A post that was answered.
    Reply,
    /// An image, by a hash of its bytes: the same file.
    Image,
    /// An image, by how it looks blurred: a copy, or one that merely looks alike.
    Blurhash,
    /// Not told.
    #[default]
    Unknown,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Repost, Self::Link, Self::Text, Self::Hashtags, Self::Reply, Self::Image, Self::Blurhash, Self::Unknown];

    /// The word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Repost => "repost",
            Self::Link => "link",
            Self::Text => "text",
            Self::Hashtags => "hashtags",
            Self::Reply => "reply",
            Self::Image => "image",
            Self::Blurhash => "blurhash",
            Self::Unknown => "unknown",
        }
    }

    /// Reads the word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One account did something with one object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Action {
    /// When, in seconds since 1970.
    pub at: i64,
    /// With what: a number of the caller's, unique over all kinds.
    pub object: u64,
    /// Who: a number of the caller's.
    pub account: u64,
    /// What the object is.
    pub kind: Kind,
}

/// How coincidences are judged. The defaults were chosen on planted attacks: `docs/decisions/0023-coordination-by-two-nulls.md`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The windows in seconds, ascending.
    pub windows: [u32; WINDOWS],
    /// Coincidences of a pair within so many seconds of each other count once, for each window: who reads the same feed in the same hour coincides on
    /// all of it, and one post with three hashtags is one act.
    pub stretches: [u32; WINDOWS],
    /// What the evidence of a window counts, from 0 to 1: the wider it is, the more of what coincides in it is one audience in one evening.
    pub weights: [f64; WINDOWS],
    /// An object's own histogram outweighs that of all objects from so many voices on; an account has one, divided among what it does.
    pub own_rhythm_from: f64,
    /// How often two of an object's actors are within each window where nothing was measured yet.
    pub usual_rhythm: [f64; WINDOWS],
    /// Coincidences among strangers that are taken to have happened outside of what was seen.
    pub strangers: f64,
    /// The most one pair counts in an account's score: beyond it one more partner says more than one more coincidence.
    pub pair_cap: f64,
    /// Partners that count whole in an account's score; as many again count half.
    pub partners: usize,
    /// The share of chance pairs that is accepted among those that alone make a group (Benjamini–Hochberg).
    pub false_pairs: f64,
    /// The same among pairs that make a group together: where each member has at least `links` partners in it.
    pub false_links: f64,
    /// See `false_links`.
    pub links: usize,
    /// The p above which a group is not told.
    pub false_groups: f64,
    /// The most recent accounts of an object that a new one is paired with.
    pub ring: usize,
    /// Objects, accounts and pairs remembered at most, each.
    pub most: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            windows: [10, 60, 300, 3600],
            stretches: [1, 60, 300, 3600],
            weights: [1.0, 1.0, 0.3, 0.1],
            own_rhythm_from: 1000.0,
            usual_rhythm: [0.0015, 0.008, 0.04, 0.24],
            strangers: 1000.0,
            pair_cap: 1.5,
            partners: 5,
            false_pairs: 0.01,
            false_links: 0.5,
            links: 3,
            false_groups: 0.05,
            ring: 32,
            most: 1 << 20,
        }
    }
}

/// Judges a whole file of actions. Their order does not matter.
pub fn detect(mut actions: Vec<Action>, settings: Settings) -> Report {
    actions.sort_unstable();
    let mut graph = Graph::new(settings);
    for action in actions {
        graph.act(action);
    }
    graph.report()
}

#[cfg(test)]
mod tests;
