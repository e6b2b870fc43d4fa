//! Who acts together in a storm: the share that is people's own, groups, a burst of reviews; what speaks for and against, what is not known.
//!
//! Nothing here is a verdict, and nothing holds a name: an account stands as one of its mentions.

pub use ::signal::coordination::Kind;
pub use ::signal::reviews::Evidence as ReviewEvidence;

use crate::id::MentionId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Hosts of X, whose terms allow no inference about a person's doings: its accounts are counted and not singled out.
const NO_SINGLING_OUT: [&str; 2] = ["x.com", "twitter.com"];
/// The platform of X as records name it.
const NO_SINGLING_OUT_FROM: [&str; 4] = ["x", "twitter", "x.com", "twitter.com"];

/// Who acts together, as far as could be seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Company {
    /// The share of what was done that no group did, in thousandths; `None` where too little is known to tell.
    pub share: Option<i64>,
    /// What was done and compared: texts, links, hashtags, reposts, answers, pictures.
    pub actions: i64,
    /// Groups, the most suspicious first.
    pub groups: Vec<Group>,
    /// Groups that were found beside them.
    pub more: i64,
    /// The burst of reviews, where the mentions are ratings.
    pub reviews: Option<ReviewBurst>,
    /// What could not be seen.
    pub unseen: Vec<Unseen>,
}

/// Accounts that coincided more than chance explains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// How many accounts.
    pub accounts: i64,
    /// Some of them, each by its first mention: who it is stands there. Without those whose source forbids to single them out.
    pub members: Vec<MentionId>,
    /// By chance, one such group in so many storms like this; at most 10¹⁵.
    pub one_in: i64,
    /// When two of them first coincided.
    pub first: Timestamp,
    /// When they last did.
    pub last: Timestamp,
    /// What they shared, what most share first.
    pub shared: Vec<Shared>,
    /// How many things at least two of them shared.
    pub objects: i64,
    /// What speaks for acting together.
    pub signs_for: Vec<Sign>,
    /// What speaks against it, or for another explanation.
    pub signs_against: Vec<Sign>,
}

/// One thing on which members coincided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// What it is.
    pub kind: Kind,
    /// When two of them first coincided on it.
    pub first: Timestamp,
    /// When they last did.
    pub last: Timestamp,
    /// How many of the group.
    pub accounts: i64,
    /// How many others.
    pub others: i64,
    /// Which of [`Group::members`], by their place there.
    pub members: Vec<usize>,
    /// Mentions that show it, the first ones; of accounts that may be singled out.
    pub mentions: Vec<MentionId>,
}

/// A burst of ratings, as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewBurst {
    /// Reviews in it.
    pub reviews: i64,
    /// Of them, those that look alike beyond what many angry customers share. No verdict: see what speaks against it.
    pub alike: i64,
    /// Of them, those that something of their own speaks for: they look like real customers and are not counted to the others.
    pub own: i64,
    /// By chance, one such burst by such accounts in so many, or one of such accounts alone where how many usually come is not known
    /// ([`ReviewBurst::by_accounts`]); `None` where nothing stands out.
    pub one_in: Option<i64>,
    /// Its first review.
    pub first: Timestamp,
    /// Its last.
    pub last: Timestamp,
    /// What speaks for a campaign.
    pub signs_for: Vec<Sign>,
    /// What speaks against it.
    pub signs_against: Vec<Sign>,
}

impl ReviewBurst {
    /// Whether `one_in` speaks of the accounts alone: how many reviews usually come is not known, so that so many may be usual.
    pub fn by_accounts(&self) -> bool {
        self.signs_against.contains(&Sign::ArrivalUnknown)
    }
}

/// Every rating of a signal and why it is in the burst: what a platform is asked to look at. No verdict on any of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dossier {
    /// The burst as a whole.
    pub burst: ReviewBurst,
    /// The reviews, by time.
    pub reviews: Vec<Judged>,
}

/// One review with what was found of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// Its mention.
    pub mention: MentionId,
    /// When it came.
    pub at: Timestamp,
    /// Stars given.
    pub stars: Option<u8>,
    /// Which part of the dossier it stands in.
    pub part: Part,
    /// What speaks for its being one of a campaign.
    pub evidence_for: Vec<ReviewEvidence>,
    /// What speaks against.
    pub evidence_against: Vec<ReviewEvidence>,
    /// What is not known of it.
    pub unknown: Vec<ReviewEvidence>,
}

/// Which part of a dossier a review stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// It looks like others beyond what many angry customers share.
    Alike,
    /// Something of its own speaks for a real customer: it is not accused.
    Own,
    /// Neither: it is not accused.
    Open,
}

/// One thing that speaks for or against. Shares and expectations are in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Sign {
    /// Within so many seconds they coincided so often, where so much was to be expected.
    Synchrony {
        /// The window.
        seconds: i64,
        /// How often.
        count: i64,
        /// How often by chance.
        expected: i64,
    },
    /// Half of the coincidences were closer than this.
    Closeness {
        /// The median.
        seconds: i64,
    },
    /// Of the possible pairs so many stand out.
    Density {
        /// Pairs that do.
        pairs: i64,
        /// Pairs there could be.
        possible: i64,
    },
    /// So much of what they did was together.
    SinglePurpose {
        /// Of all they did.
        share: i64,
    },
    /// They did much beside it.
    OtherInterests {
        /// Of all they did.
        share: i64,
    },
    /// Most who did the same are in no group: it was popular.
    Popular {
        /// Of all who did it.
        share: i64,
    },
    /// All of it happened in one stretch.
    OneStretch {
        /// How long.
        seconds: i64,
    },
    /// One person or one house may have as many accounts.
    FewAccounts {
        /// How many.
        count: i64,
    },
    /// Pictures they shared are known by how they look blurred: others may look so, too.
    Blurred {
        /// How many.
        count: i64,
        /// Of how many things shared that are told.
        shown: i64,
    },
    /// They coincided on few things.
    FewObjects {
        /// How many.
        count: i64,
    },
    /// Accounts younger than two weeks.
    Young {
        /// How many.
        count: i64,
        /// Of how many whose age is known.
        known: i64,
    },
    /// Accounts older than a year.
    Old {
        /// How many.
        count: i64,
        /// Of how many whose age is known.
        known: i64,
    },
    /// Accounts whose profile is as the platform made it.
    DefaultProfiles {
        /// How many.
        count: i64,
        /// Of how many of which it is known.
        known: i64,
    },
    /// Accounts that have written one review and no other.
    SingleReview {
        /// How many.
        count: i64,
        /// Of how many of which it is known.
        known: i64,
    },
    /// Accounts that have written five reviews or more.
    ManyReviews {
        /// How many.
        count: i64,
        /// Of how many of which it is known.
        known: i64,
    },
    /// Posts that were deleted within ten minutes.
    Vanished {
        /// How many.
        count: i64,
    },
    /// Nothing that was measured speaks against it.
    NothingMeasured,
    /// As many reviews came in one stretch.
    Arrival {
        /// How many.
        count: i64,
        /// The stretch.
        seconds: i64,
        /// How many usually come.
        expected: i64,
    },
    /// They give the same stars, more than usual.
    OneSided {
        /// Stars.
        stars: i64,
        /// Of those in the burst.
        share: i64,
        /// Of the brand's usual reviews, where that is known.
        usual: Option<i64>,
    },
    /// Accounts that are new or reviewed nothing else.
    OneOff {
        /// How many.
        count: i64,
        /// Of how many of whom it is known.
        known: i64,
        /// The usual share.
        usual: i64,
        /// Whether that is an assumption.
        assumed: bool,
    },
    /// Reviews that repeat an earlier one.
    Copied {
        /// How many.
        count: i64,
        /// Of how many of whom it is known whether there is a text.
        known: i64,
    },
    /// Reviews of the burst that look like real customers'.
    RealCustomers {
        /// How many.
        count: i64,
    },
    /// Accounts of the burst of which nothing is known.
    NothingKnown {
        /// How many.
        count: i64,
    },
    /// How many reviews usually come is not known.
    ArrivalUnknown,
    /// A video, a report or a queue at the counter brings many first-time reviewers on one day, too.
    CrowdPossible,
}

/// What could not be seen of who acts together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Unseen {
    /// Too little was done to compare.
    Few,
    /// How old accounts are.
    Ages {
        /// Accounts whose age is known.
        known: i64,
        /// All accounts.
        accounts: i64,
    },
    /// Mentions that do not say who wrote them.
    Nameless {
        /// How many.
        count: i64,
    },
    /// Whether they share a picture, but for those mentions whose source tells of pictures.
    Pictures {
        /// Mentions whose pictures were compared.
        #[serde(default)]
        known: i64,
        /// All mentions; 0 where nobody compared pictures yet.
        #[serde(default)]
        mentions: i64,
    },
    /// The mentions beyond those that were read, or what had no room.
    Rest,
    /// Accounts that are counted and not singled out: the terms of their source forbid it.
    Terms {
        /// How many.
        accounts: i64,
    },
}

/// Whether the terms of where a post stands let its account be singled out. `platform` is what the post names as its own, as a table of posts without
/// addresses does; `url` is the post's page.
pub fn may_single_out(platform: &str, url: Option<&str>) -> bool {
    if NO_SINGLING_OUT_FROM.iter().any(|of| platform.trim().eq_ignore_ascii_case(of)) {
        return false;
    }
    let Some(url) = url.and_then(|url| url::Url::parse(url).ok()) else { return true };
    let Some(host) = url.host_str() else { return true };
    !NO_SINGLING_OUT.iter().any(|of| host == *of || host.strip_suffix(of).is_some_and(|sub| sub.ends_with('.')))
}
