//! A signal as waking sees it, how bad it is, and which signals tell one story.

use crate::id::{BrandId, MentionId, OrganisationId};
use crate::signal::Level;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Most fingerprints of one signal that are compared.
const PRINTS: usize = 8;
/// Most words of one signal that are compared, and of one grave post.
const WORDS: (usize, usize) = (16, 64);
/// Most posts that are quoted.
pub(super) const POSTS: usize = 3;
/// A story is materially worse when it counts so many times what was acknowledged.
const TENFOLD: i64 = 10;
/// Less than what an alert needs (decision 6) is no number to multiply: who acknowledged one post expects that some write of it.
const LEAST: i64 = 5;
/// For so long after it was last hot a brand's episode goes on (decision 5).
const EPISODE: SignedDuration = SignedDuration::from_hours(12);

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
    /// Hashes of the words that stand out, folded, most telling first; sixteen are looked at. Of a grave post those it says, sixty-four of
    /// them. No text: events are kept.
    pub words: Vec<u64>,
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
        bounded.words.truncate(if self.grave.is_some() { WORDS.1 } else { WORDS.0 });
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

    /// Whether this grave post tells what a surge of its brand does: it came in the surge's time, or up to an episode's rest before, and
    /// says a third of the words that stand out there, two at least.
    pub(super) fn belongs_to(&self, surge: &Self) -> bool {
        let shared = surge.words.iter().filter(|word| self.words.contains(word)).count();
        self.grave.is_some()
            && surge.grave.is_none()
            && (self.organisation, self.brand) == (surge.organisation, surge.brand)
            && surge.onset.duration_since(self.onset) <= EPISODE
            && self.onset <= surge.until
            && shared >= 2
            && shared * 3 >= surge.words.len()
    }

    fn is_of_one_trade(&self, other: &Self, together: SignedDuration) -> bool {
        let least = self.words.len().min(other.words.len());
        let shared = self.words.iter().filter(|word| other.words.contains(word)).count();
        self.trade.is_some()
            && self.grave.is_none()
            && other.grave.is_none()
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
        } else if self.observed >= base.observed.max(LEAST).saturating_mul(TENFOLD) {
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

/// Whether a window speaks more ill than usual: (negative, all) in it, and (negative, all) of the time before. At least three speak ill,
/// and by more than chance explains, had the usual share gone on (a one-sided test of a proportion at 1 %, the usual share shrunk
/// towards a fifth by twenty posts). A contest that everybody loves has many mentions and the usual share.
pub fn speaks_ill(window: (i64, i64), usual: (i64, i64)) -> bool {
    const LEAST: i64 = 3;
    const PRIOR: (f64, f64) = (4.0, 20.0);
    const ONE_PERCENT: f64 = 2.326;
    let ((negative, all), (before, of)) = (window, usual);
    if negative < LEAST || all < negative {
        return false;
    }
    let share = (before.max(0) as f64 + PRIOR.0) / (of.max(0) as f64 + PRIOR.1);
    let (expected, n) = (share * all as f64, all as f64);
    let excess = negative as f64 - expected;
    excess > 0.0 && excess * excess >= ONE_PERCENT * ONE_PERCENT * n * share * (1.0 - share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_negatives_than_usual() {
        for (window, usual, ill, what) in [
            ((0, 5_000), (100, 1_000), false, "praise"),
            ((500, 5_000), (100, 1_000), false, "a contest with the usual grumbling"),
            ((620, 5_000), (100, 1_000), true, "more grumbling than that"),
            ((30, 40), (10, 300), true, "a storm"),
            ((2, 2), (0, 300), false, "two are no storm"),
            ((3, 3), (0, 0), true, "three of three, nothing known before"),
            ((3, 10), (0, 0), false, "three of ten, nothing known before"),
            ((40, 40), (60, 80), true, "a shop that is always scolded, scolded by all"),
            ((30, 40), (60, 80), false, "a shop that is always scolded"),
            ((5, 3), (0, 0), false, "counts that cannot be"),
        ] {
            assert_eq!(speaks_ill(window, usual), ill, "{what}");
        }
    }
}
