//! Who is protected, and where its customers talk.

use crate::id::{BrandId, OrganisationId, QueryId};
use serde::{Deserialize, Serialize};

/// Who is protected: a company, a shop, a person; or who is watched beside it as a control series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brand {
    /// Its id.
    pub id: BrandId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Its name as shown.
    pub name: String,
    /// Own, competitor or industry.
    pub role: BrandRole,
    /// IANA zone of its opening hours and its charts.
    pub zone: String,
    /// Accounts that speak for it (its own, its agency's): handles or profile addresses, folded. What they publish is no mention.
    pub own_accounts: Vec<String>,
    /// Where its customers talk, watched or not.
    pub places: Vec<Place>,
}

/// Why a brand is watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BrandRole {
    /// Ours to protect.
    Own,
    /// A competitor.
    Competitor,
    /// The trade as a whole.
    Industry,
}

/// One place where a brand's customers talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its name: "Google reviews", "Instagram".
    pub name: String,
    /// Whether Vigie sees it.
    pub watch: Watch,
}

/// Whether, and how, a place is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Watch {
    /// By a source.
    Watched,
    /// Through the mails it sends.
    Mails,
    /// Not at all: stays visible on the bridge.
    NotWatched,
}

/// A saved boolean search that belongs to a brand. Its text is in the language of the `query` crate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrandQuery {
    /// Its id.
    pub id: QueryId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Its brand.
    pub brand: BrandId,
    /// Its name as shown.
    pub name: String,
    /// What it asks, as written.
    pub text: String,
}
