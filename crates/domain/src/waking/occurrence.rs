//! A signal as waking sees it, how bad it is, and which signals tell one story.

use crate::id::{BrandId, MentionId, OrganisationId};
use crate::signal::Level;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Most fingerprints of one signal that are compared.
const PRINTS: usize = 8;
/// Most words of one signal that are compared.
const WORDS: usize = 16;
/// Most posts that are quoted.
pub(super) const POSTS: usize = 3;
/// A story is materially worse when it counts so many times what was acknowledged.
const TENFOLD: i64 = 10;

/// What is known of one signal at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// Whose.
    pub organisation: OrganisationId,
    /// Its name, where the house has several.
    pub organisation_name: Option<String>,
    /// Which brand.
    pub brand: BrandId,
    /// Its name as shown.
    pub brand_name: String,
    /// The signal's id; unique in the house.
    pub signal: String,
    /// Notice or alert.
    pub level: Level,
    /// Since when the counts depart.
    pub onset: Timestamp,
    /// When it was found.
    pub raised_at: Timestamp,
    /// The window that stood out, in minutes.
    pub window_minutes: i64,
    /// From then on it is old: it calls nobody any more.
    pub until: Timestamp,
    /// Whether live posts stand in the window: history never calls.
    pub wakes: bool,
    /// Whether it was found by catching up.
    pub late: bool,
    /// Whether there are more negatives than usual: a surge of praise never calls.
    pub ill: bool,
    /// What was counted in the window.
    pub observed: i64,
    /// What was expected in it, in thousandths.
    pub expected: i64,
    /// Whether the press picked it up.
    pub press: bool,
    /// One post so grave that it alerts by itself.
    pub grave: Option<MentionId>,
    /// Fingerprints of its largest stories, largest first; eight are looked at.
    pub prints: Vec<u64>,
    /// Posts worth quoting, best first; three are kept.
    pub posts: Vec<MentionId>,
    /// The brand's trade, where it is known.
    pub trade: Option<String>,
    /// The words that stand out, folded, most telling first; sixteen are looked at.
    pub words: Vec<String>,
}

impl Occurrence {
    /// The level that counts for waking: a surge without more negatives is a notice whatever its height, one grave post is an alert.
    pub fn rank(&self) -> Level {
        if self.grave.is_some() || (self.level == Level::Alert && self.ill) { Level::Alert } else { Level::Notice }
    }

    /// Whether it may call somebody now, as far as it alone decides.
    pub fn pages(&self, now: Timestamp) -> bool {
        self.wakes && self.rank() == Level::Alert && now < self.until
    }

    /// Cut to what is looked at.
    pub(super) fn bounded(&self) -> Self {
        let mut bounded = self.clone();
        bounded.prints.truncate(PRINTS);
        bounded.words.truncate(WORDS);
        bounded.posts.truncate(POSTS);
        bounded
    }

    /// This and another report of the same signal, in whatever order they came: the later one's figures, and of what never goes back,
    /// the most.
    pub(super) fn joined(&self, other: &Self) -> Self {
        let age = |one: &Self| (one.until, one.observed);
        let (later, earlier) = if age(other) > age(self) { (other, self) } else { (self, other) };
        Self {
            level: self.level.max(other.level),
            onset: self.onset.min(other.onset),
            raised_at: self.raised_at.min(other.raised_at),
            wakes: self.wakes || other.wakes,
            press: self.press || other.press,
            grave: later.grave.or(earlier.grave),
            ill: later.ill || (age(self) == age(other) && earlier.ill),
            ..later.clone()
        }
    }

    /// Whether two signals tell the same: near copies among what they tell most, or one trade, one beginning and the same words.
    pub(super) fn tells_as(&self, other: &Self, together: SignedDuration) -> bool {
        let near = |print: &u64| other.prints.iter().any(|near| text::near(*print, *near));
        self.prints.iter().any(near) || self.is_of_one_trade(other, together)
    }

    fn is_of_one_trade(&self, other: &Self, together: SignedDuration) -> bool {
        let least = self.words.len().min(other.words.len());
        let shared = self.words.iter().filter(|word| other.words.contains(word)).count();
        self.trade.is_some()
            && self.trade == other.trade
            && self.onset.duration_since(other.onset).abs() <= together
            && shared >= 3
            && shared * 2 >= least
    }
}

/// How bad a story is for those who may see it: what was acknowledged, and what must be exceeded to call again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Severity {
    /// The highest [`Occurrence::rank`].
    pub rank: Level,
    /// Whether the press picked it up.
    pub press: bool,
    /// The largest count of one signal.
    pub observed: i64,
}

impl Severity {
    /// Of several signals; `None` when there are none.
    pub(super) fn of<'a>(occurrences: impl Iterator<Item = &'a Occurrence>) -> Option<Self> {
        occurrences.map(Self::one).reduce(Self::max)
    }

    fn one(occurrence: &Occurrence) -> Self {
        Self { rank: occurrence.rank(), press: occurrence.press, observed: occurrence.observed }
    }

    /// The worst of both in each respect.
    pub(super) fn max(self, other: Self) -> Self {
        Self {
            rank: self.rank.max(other.rank),
            press: self.press || other.press,
            observed: self.observed.max(other.observed),
        }
    }

    /// In what it is materially worse than what was acknowledged.
    pub fn worse_than(self, base: Self) -> Option<Worse> {
        if self.rank > base.rank {
            Some(Worse::Level)
        } else if self.press && !base.press {
            Some(Worse::Press)
        } else if self.observed >= base.observed.max(1).saturating_mul(TENFOLD) {
            Some(Worse::Tenfold)
        } else {
            None
        }
    }
}

/// In what a story became materially worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Worse {
    /// A notice became an alert.
    Level,
    /// The press picked it up.
    Press,
    /// Ten times what was acknowledged.
    Tenfold,
}
