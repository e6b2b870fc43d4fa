//! What a call says, as data. The words crate phrases it.

use super::event::{Reason, StoryId};
use super::occurrence::{Occurrence, Worse};
use crate::id::{BrandId, MentionId, OrganisationId, PersonId};
use crate::signal::Level;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What one call says. Only of brands of organisations that the person belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The brands of the story, those that call first, of these the grave posts, the largest first.
    pub brands: Vec<Named>,
    /// The earliest beginning.
    pub since: Timestamp,
    /// Why it calls again; `None` for the first time.
    pub worse: Option<Worse>,
    /// Who else was told of this story, among those the person shares an organisation of it with.
    pub others: Vec<PersonId>,
    /// Up to three posts to quote.
    pub posts: Vec<MentionId>,
    /// What was held back from this person or is too old to call, and is named here instead.
    pub also: Vec<Also>,
    /// Whether the person may have received a message of this round before.
    pub repeat: bool,
    /// Whether it was found, or is told, late.
    pub late: bool,
}

/// One brand in a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Whose.
    pub organisation: OrganisationId,
    /// Its name, where the house has several.
    pub organisation_name: Option<String>,
    /// Which brand.
    pub brand: BrandId,
    /// Its name.
    pub name: String,
    /// The signal's id.
    pub signal: String,
    /// Whether this brand is a reason to call, or only in the same story.
    pub calls: bool,
    /// Notice or alert.
    pub level: Level,
    /// A grave post.
    pub grave: Option<MentionId>,
    /// Since when.
    pub onset: Timestamp,
    /// The window, in minutes.
    pub window_minutes: i64,
    /// What was counted in it.
    pub observed: i64,
    /// What was expected in it, in thousandths.
    pub expected: i64,
    /// Whether the press picked it up.
    pub press: bool,
}

impl Named {
    pub(super) fn of(occurrence: &Occurrence, calls: bool) -> Self {
        Self {
            organisation: occurrence.organisation,
            organisation_name: occurrence.organisation_name.clone(),
            brand: occurrence.brand,
            name: occurrence.brand_name.clone(),
            signal: occurrence.signal.clone(),
            calls,
            level: occurrence.level,
            grave: occurrence.grave,
            onset: occurrence.onset,
            window_minutes: occurrence.window_minutes,
            observed: occurrence.observed,
            expected: occurrence.expected,
            press: occurrence.press,
        }
    }
}

/// Something else that the message names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Also {
    /// Which story.
    pub story: StoryId,
    /// The round it was held in.
    pub step: u32,
    /// The brand.
    pub brand: Named,
    /// Why it did not call.
    pub why: Why,
}

/// Why something is named and did not call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Held back.
    Held(Reason),
    /// Older than its window.
    Missed,
}
