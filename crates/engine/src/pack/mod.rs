//! A packaged crisis: calm days, then the storm. A text file says who, where and what; a seed makes the posts of it.
//!
//! Packs serve the demo and the drills; `docs/packs.md` tells their format. Offsets are counted from `start` and from the storm's beginning, so a pack can be
//! moved in time as a whole.

mod cascade;
mod dice;
mod generate;
mod past;
mod read;
mod script;
mod shipped;

pub use cascade::{Cascade, Mark, Relay, Together, spread};
pub use dice::Dice;
pub use past::{Past, past};
pub use read::PackError;
pub use script::{Expect, Inject, InjectKind, PackTeam, Raise};
pub use shipped::{Shipped, shipped};

use domain::brand::{BrandRole, Place};
use domain::post::Post;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

/// A pack, as written in its file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Its name.
    pub name: String,
    /// What happens in it, in a sentence; in the language of the pack.
    #[serde(default)]
    pub title: String,
    /// The languages its posts are in, as codes.
    #[serde(default)]
    pub languages: Vec<String>,
    /// When it begins.
    pub start: Timestamp,
    /// How long it lasts.
    pub length: SignedDuration,
    /// When the storm begins, from the start.
    pub storm: SignedDuration,
    /// Share of the posts that is kept, in thousandths; the same posts for the same share.
    #[serde(default = "all")]
    pub keep: u16,
    /// Who plays, and by which plan; a pack without a team is for the demo only.
    #[serde(default)]
    pub team: Option<PackTeam>,
    /// The brands watched.
    pub brand: Vec<PackBrand>,
    /// Where people talk.
    pub source: Vec<PackSource>,
    /// Who talks.
    pub crowd: Vec<Crowd>,
    /// What they say.
    pub voice: Vec<Voice>,
    /// How often.
    pub flow: Vec<Flow>,
    /// Posts written out one by one.
    #[serde(default)]
    pub post: Vec<Scripted>,
    /// Posts of a past case, with the keys of their sources; see [`Past`].
    #[serde(skip)]
    pub past: Vec<(String, Post)>,
    /// What the facilitator brings in from outside.
    #[serde(default)]
    pub inject: Vec<Inject>,
    /// What is right to do, brand by brand.
    #[serde(default)]
    pub expect: Vec<Expect>,
}

fn all() -> u16 {
    1000
}

/// A brand of the pack.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackBrand {
    /// Its key in the pack.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Own, competitor or industry.
    pub role: BrandRole,
    /// Its IANA zone; also the zone of the day's curve.
    pub zone: String,
    /// Accounts that speak for it.
    #[serde(default)]
    pub own_accounts: Vec<String>,
    /// Where its customers talk.
    #[serde(default)]
    pub places: Vec<Place>,
    /// Its queries: name, text.
    #[serde(default)]
    pub queries: Vec<(String, String)>,
}

/// A source of the pack.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackSource {
    /// Its key in the pack.
    pub key: String,
    /// Its name as shown.
    pub name: String,
    /// The brand it is bound to.
    pub bound: Option<String>,
    /// What kind of place it is.
    #[serde(default)]
    pub place: SourcePlace,
}

/// The kind of place that a source of a pack is. Stars make a review wherever they are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourcePlace {
    /// A social network.
    #[default]
    Network,
    /// A forum.
    Forum,
    /// A newspaper: what it publishes are articles.
    Press,
}

/// People who talk.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crowd {
    /// Its key in the pack.
    pub key: String,
    /// Their handles; more are made by numbering them.
    pub handles: Vec<String>,
    /// How many people there are.
    pub people: u32,
    /// Least and most followers; drawn evenly on a logarithmic scale.
    pub followers: Option<(u32, u32)>,
    /// Youngest and oldest account, in days before the start; drawn evenly on a logarithmic scale. Absent: no source tells.
    pub ages: Option<(u32, u32)>,
}

/// What is said: opener, text and closer, each drawn from its list.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// Its key in the pack.
    pub key: String,
    /// How a text may begin.
    #[serde(default)]
    pub openers: Vec<String>,
    /// The texts; an empty one is a rating without words.
    pub texts: Vec<String>,
    /// How a text may end.
    #[serde(default)]
    pub closers: Vec<String>,
}

/// A stream of posts. How often is said by one of `per_day`, `peak_per_hour`, `cascade` and `together`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// Its key in the pack; also the first part of its posts' ids.
    pub key: String,
    /// Its source.
    pub source: String,
    /// Its crowd.
    pub crowd: String,
    /// Its voice.
    pub voice: String,
    /// Stars drawn for each post, if any.
    #[serde(default)]
    pub stars: Vec<u8>,
    /// Share of posts that repeat an earlier text of the flow word for word, in thousandths.
    #[serde(default)]
    pub reposts: u16,
    /// Posts a day, along the day's curve, all days alike.
    pub per_day: Option<f64>,
    /// How unevenly they come: the size of a negative binomial over the counts of an hour; the smaller, the more uneven. Absent: no more than by chance.
    pub size: Option<f64>,
    /// Posts an hour at the peak of a storm that rises, then halves and halves again.
    pub peak_per_hour: Option<f64>,
    /// From its beginning to its peak.
    pub rise: Option<SignedDuration>,
    /// From one level to half of it.
    pub half_life: Option<SignedDuration>,
    /// From the storm's beginning to this flow's.
    #[serde(default)]
    pub delay: SignedDuration,
    /// A story that is passed on: a self-exciting cascade.
    pub cascade: Option<Cascade>,
    /// A group that acts together.
    pub together: Option<Together>,
    /// The voice of those who do not speak ill in a storm.
    pub beside: Option<String>,
    /// Share of the posts that speak by `voice` and not by `beside`, at the flow's beginning and at its end, in thousandths.
    pub negative: Option<(u16, u16)>,
}

/// How often a flow brings a post.
#[derive(Clone, Copy, Debug)]
pub enum Rhythm<'a> {
    /// All days alike, along the day's curve: posts a day, and their size where they come unevenly.
    Calm(f64, Option<f64>),
    /// Only when the storm comes: posts an hour at the peak, rise, half-life.
    Storm(f64, SignedDuration, SignedDuration),
    /// A story that is passed on.
    Cascade(&'a Cascade),
    /// A group that acts together.
    Together(&'a Together),
}

/// A post written out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scripted {
    /// Its key in the pack, where others answer or repeat it.
    pub key: Option<String>,
    /// From the storm's beginning; a minus sign is before it.
    pub after: SignedDuration,
    /// Its source.
    pub source: String,
    /// Who.
    pub handle: String,
    /// How many follow them.
    pub followers: Option<i64>,
    /// How old their account is, in days.
    pub age: Option<u32>,
    /// The post it answers, by its key.
    pub answers: Option<String>,
    /// The post it repeats, by its key.
    pub repeats: Option<String>,
    /// Stars, of five.
    pub stars: Option<u8>,
    /// What.
    pub text: String,
}

impl Pack {
    /// When it ends.
    pub fn end(&self) -> Timestamp {
        self.start.saturating_add(self.length).unwrap_or(Timestamp::MAX)
    }

    /// When the storm begins.
    pub fn storm_at(&self) -> Timestamp {
        self.start.saturating_add(self.storm).unwrap_or(Timestamp::MAX)
    }
}
