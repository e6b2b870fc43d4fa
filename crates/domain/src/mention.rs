//! A post that concerns a brand.

use crate::id::{BrandId, MentionId, OrganisationId, PersonId, PostId, QueryId, SourceId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use text::{Grave, Kind, Language, Polarity};

/// A post that hit a brand's query, or that came from a source bound to a brand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Its id.
    pub id: MentionId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// The brand mentioned.
    pub brand: BrandId,
    /// The post.
    pub post: PostId,
    /// The source that brought it first.
    pub source: SourceId,
    /// The brand's queries it hit; empty for a bound source.
    pub queries: Vec<QueryId>,
    /// When it happened, for counting.
    pub at: Timestamp,
    /// When it arrived here.
    pub arrived_at: Timestamp,
    /// How it came: decides whether it may wake anyone.
    pub arrival: Arrival,
    /// Done with, by whom and when.
    pub handled: Option<(PersonId, Timestamp)>,
    /// Who takes care of it.
    pub assigned: Option<PersonId>,
}

/// What of an organisation's mentions somebody is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sees {
    /// All of them, what customers wrote in private too.
    All,
    /// What was said in the open, with personal data [masked](crate::mask::mask). A complaint by the private channel is between whoever wrote
    /// it and those who may answer: whoever does not say what is shown shows this.
    #[default]
    Open,
}

/// How a mention came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Arrival {
    /// As it happened.
    Live,
    /// By a live source that had to catch up: may wake, marked late.
    Late,
    /// By an import or a source's first poll: never wakes anyone.
    History,
}

/// What the reader says of a mention's text, as the store keeps it. Probabilities in thousandths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Which reader says so.
    pub reader: String,
    /// Language.
    pub lang: Language,
    /// Polarity.
    pub polarity: Polarity,
    /// Probabilities of negative, neutral, positive, in thousandths.
    pub p: [u16; 3],
    /// Statement, question or complaint.
    pub kind: Kind,
    /// Near-duplicate fingerprint; 0 for an empty text.
    pub fingerprint: u64,
    /// What makes it grave, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grave: Option<Grave>,
}
