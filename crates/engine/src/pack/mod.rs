//! A packaged crisis: calm days, then the storm. A text file says who, where and what; a seed makes the posts of it.
//!
//! Packs serve the demo, and later the drills. Offsets are counted from `start`, so a pack can be moved in time as a whole.

mod generate;

use domain::brand::{BrandRole, Place};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

/// A pack, as written in its file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Its name.
    pub name: String,
    /// When it begins.
    pub start: Timestamp,
    /// How long it lasts.
    pub length: SignedDuration,
    /// When the storm begins, from the start.
    pub storm: SignedDuration,
    /// Share of the posts that is kept, in thousandths; the same posts for the same share.
    #[serde(default = "all")]
    pub keep: u16,
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

/// A stream of posts.
#[derive(Clone, Debug, Deserialize)]
pub struct Flow {
    /// Its key in the pack; also the first part of its posts' ids.
    pub key: String,
    /// Its source.
    pub source: String,
    /// Its crowd.
    pub crowd: String,
    /// Its voice.
    pub voice: String,
    /// How often.
    #[serde(flatten)]
    pub rhythm: Rhythm,
    /// Stars drawn for each post, if any.
    #[serde(default)]
    pub stars: Vec<u8>,
    /// Share of posts that repeat an earlier text of the flow word for word, in thousandths.
    #[serde(default)]
    pub reposts: u16,
}

/// How often a flow brings a post.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Rhythm {
    /// All days alike, along the day's curve.
    Calm {
        /// Posts a day.
        per_day: f64,
    },
    /// Only when the storm comes: rises to a peak, then halves and halves again.
    Storm {
        /// Posts an hour at the peak.
        peak_per_hour: f64,
        /// From the storm's beginning to this flow's.
        #[serde(default)]
        delay: SignedDuration,
        /// From its beginning to its peak.
        rise: SignedDuration,
        /// From one level to half of it.
        half_life: SignedDuration,
    },
}

/// A post written out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scripted {
    /// From the storm's beginning.
    pub after: SignedDuration,
    /// Its source.
    pub source: String,
    /// Who.
    pub handle: String,
    /// How many follow them.
    pub followers: Option<i64>,
    /// What.
    pub text: String,
}

/// Why a pack cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// Not the text of a pack.
    #[error("the pack cannot be read: {0}")]
    Text(#[from] toml::de::Error),
    /// A key that nothing has.
    #[error("the pack's {what} names `{key}`, which it does not define")]
    Unknown {
        /// What names it.
        what: String,
        /// The key.
        key: String,
    },
    /// A zone nobody knows.
    #[error("the pack's brand `{0}` has no known time zone")]
    Zone(String),
}

impl Pack {
    /// Reads a pack's text and checks that every key it names is defined.
    pub fn read(text: &str) -> Result<Self, PackError> {
        let pack: Self = toml::from_str(text)?;
        let need = |known: bool, what: String, key: &str| match known {
            true => Ok(()),
            false => Err(PackError::Unknown { what, key: key.to_owned() }),
        };
        for source in &pack.source {
            if let Some(brand) = &source.bound {
                need(pack.brand.iter().any(|b| &b.key == brand), format!("source `{}`", source.key), brand)?;
            }
        }
        for flow in &pack.flow {
            let what = format!("flow `{}`", flow.key);
            need(pack.source.iter().any(|s| s.key == flow.source), what.clone(), &flow.source)?;
            need(pack.crowd.iter().any(|c| c.key == flow.crowd && !c.handles.is_empty()), what.clone(), &flow.crowd)?;
            need(pack.voice.iter().any(|v| v.key == flow.voice && !v.texts.is_empty()), what, &flow.voice)?;
        }
        for post in &pack.post {
            need(pack.source.iter().any(|s| s.key == post.source), format!("post by `{}`", post.handle), &post.source)?;
        }
        Ok(pack)
    }

    /// When it ends.
    pub fn end(&self) -> Timestamp {
        self.start.saturating_add(self.length).unwrap_or(Timestamp::MAX)
    }

    /// When the storm begins.
    pub fn storm_at(&self) -> Timestamp {
        self.start.saturating_add(self.storm).unwrap_or(Timestamp::MAX)
    }
}
