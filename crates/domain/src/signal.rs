//! A surge that became a signal, and why.

use crate::assess::Assessment;
use crate::counter::Series;
use crate::id::{BrandId, MentionId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use text::Harm;

pub use ::signal::Level;
pub use ::signal::surge::budget::{Budget, Often, Rarer};

/// Reads a level's code.
pub fn level_from_code(code: &str) -> Option<Level> {
    [Level::Notice, Level::Alert].into_iter().find(|level| level.code() == code)
}

/// The id of a signal: brand, series and onset, so that a tick that runs twice raises it once.
pub fn signal_id(brand: BrandId, series: Series, onset: Timestamp) -> String {
    format!("{brand}-{}-{}", series.code().replace('_', "-"), onset.strftime("%Y%m%dT%H%MZ"))
}

/// The id of the signal of one grave post: of brand, time and what it says, so that each story has its own, found twice or not.
pub fn grave_id(brand: BrandId, at: Timestamp, fingerprint: u64) -> String {
    format!("{}-{fingerprint:016x}", signal_id(brand, Series::Grave, at))
}

/// Whether there was something to a signal, as somebody says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Nothing to it.
    Dismissed,
    /// There was: seen, and taken for real.
    Confirmed,
}

impl Verdict {
    /// The name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Dismissed => "dismissed",
            Self::Confirmed => "confirmed",
        }
    }

    /// Reads a [`Verdict::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Dismissed, Self::Confirmed].into_iter().find(|verdict| verdict.code() == code)
    }
}

/// What the signal page shows of why it was raised; computed once, when it is raised or escalates, and kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The series that stood out most when this was computed.
    pub series: Option<Series>,
    /// How many mentions of the series stand in the window.
    pub observed: i64,
    /// What was expected in it, in thousandths.
    pub expected: i64,
    /// The usual range: from.
    pub low: i64,
    /// The usual range: to.
    pub high: i64,
    /// The window, in minutes.
    pub window_minutes: i64,
    /// The least count in this window that would still have reached the level.
    pub least: i64,
    /// How many different authors.
    pub people: i64,
    /// How many of the window's mentions speak ill.
    pub negative: i64,
    /// The words that stand out beside the four weeks before, as they are written most often, the most telling first.
    #[serde(default)]
    pub words: Vec<String>,
    /// The stories told, largest first: near copies together.
    pub stories: Vec<Story>,
    /// By query.
    pub queries: Vec<Share>,
    /// By author.
    pub authors: Vec<Share>,
    /// By source.
    pub sources: Vec<Share>,
    /// What one grave post says, where that alone raised it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grave: Option<GravePost>,
    /// What it was, as far as could be seen then; absent where it was explained before there were assessments, or by a release whose
    /// assessments are not read any more.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "readable")]
    pub assessment: Option<Assessment>,
}

/// An assessment of another form must not make the signal unreadable.
fn readable<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Assessment>, D::Error> {
    let kept = Option::<serde_json::Value>::deserialize(from)?;
    Ok(kept.and_then(|kept| serde_json::from_value(kept).ok()))
}

/// What makes one post grave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GravePost {
    /// Its mention.
    pub mention: MentionId,
    /// What was done to somebody.
    pub harm: Harm,
    /// The words that say so, as they are written.
    pub words: Vec<String>,
}

/// Near copies of one text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// The first text, cut.
    pub text: String,
    /// Who published it first.
    pub first_author: Option<String>,
    /// When.
    pub first_at: Timestamp,
    /// How many posts tell it.
    pub count: i64,
    /// Whether the level would have been reached without it.
    pub fires_without: bool,
    /// Ids of its first mentions.
    pub mentions: Vec<i64>,
    /// Near-duplicate fingerprint of the first text; 0 for an empty one, and where it was not kept yet.
    #[serde(default)]
    pub fingerprint: u64,
}

/// What one query, author or source brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Its name.
    pub label: String,
    /// How many of the window's mentions.
    pub count: i64,
    /// Its share, in thousandths.
    pub share: i64,
    /// Whether the level would have been reached without it.
    pub fires_without: bool,
}
