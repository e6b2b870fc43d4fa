//! A burst of reviews by accounts that act once: what its reviews have in common, and which of them are not to be accused.
//!
//! Each account acts once and all on the same shop, so that company is no evidence ([`crate::coordination`] sees nothing here). What many angry
//! customers share too (the day, the star, no text) is told of the burst and never suffices against anybody. An account is counted to the group
//! only by something of its own (it is new, it never reviewed anything else, its words are copied), and never when something of its own speaks
//! for a real customer (a history, an account of some age, words of its own, another day). What is not known is said to be unknown.

use crate::tail::{ln_binomial_upper_tail, ln_poisson_upper_tail};
use serde::{Deserialize, Serialize};

/// One review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The caller's number.
    pub id: u64,
    /// When it came, in seconds since 1970.
    pub at: i64,
    /// Stars, from 1 to 5.
    pub rating: Option<u8>,
    /// What it says.
    pub wording: Wording,
    /// When its account was made or first seen anywhere, in seconds since 1970.
    pub account_since: Option<i64>,
    /// How many reviews its account has written, this one included.
    pub account_reviews: Option<u32>,
}

/// What a review says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// Not told.
    Unknown,
    /// Stars only.
    None,
    /// A text with this fingerprint, of which near copies differ in few bits.
    Text(u64),
}

/// What is usual for the brand on this platform, before the burst.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Usual {
    /// Reviews a day.
    pub per_day: Option<f64>,
    /// Reviews with 1 to 5 stars.
    pub ratings: Option<[u64; 5]>,
    /// The share of them, from 0 to 1, by accounts that were new or wrote nothing else.
    pub one_off: Option<f64>,
}

/// Where the lines are drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The stretches in seconds in which a burst is looked for.
    pub stretches: [u32; 4],
    /// An account younger than this is new, in seconds.
    pub new_account: i64,
    /// An account older than this is no throw-away, in seconds.
    pub old_account: i64,
    /// So many reviews are a history.
    pub history: u32,
    /// Fingerprints that differ in at most so many bits are near copies.
    pub copy_bits: u32,
    /// The share of one-off accounts where the brand's is not known: half of what many platforms hold.
    pub one_off: f64,
    /// The least share of the same stars that is one-sided, from 0 to 1, and how much more than usual that must be.
    pub one_sided: (f64, f64),
    /// The least accounts of a group.
    pub least: usize,
    /// The p above which a group is not told.
    pub p: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            stretches: [3600, 6 * 3600, DAY as u32, 3 * DAY as u32],
            new_account: 14 * DAY,
            old_account: 365 * DAY,
            history: 5,
            copy_bits: 10,
            one_off: 0.5,
            one_sided: (0.8, 0.2),
            least: 5,
            p: 0.01,
        }
    }
}

const DAY: i64 = 86_400;

/// Something that speaks for or against a review being one of a campaign, or that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Evidence {
    /// It came in the burst.
    InBurst,
    /// It came at another time than the burst.
    AnotherTime,
    /// It gives the stars that the burst gives.
    SameRating,
    /// It gives other stars.
    OtherRating,
    /// Stars only. Many who are simply disappointed write nothing either.
    NoText,
    /// Its text is a near copy. That it was copied afterwards says nothing: anybody may do that to anybody.
    CopiedText {
        /// Reviews with nearly the same text that came before.
        others: usize,
    },
    /// A text that nobody else wrote.
    OwnText,
    /// Its account is new.
    NewAccount {
        /// Whole days.
        days: i64,
    },
    /// Its account has existed for long.
    OldAccount {
        /// Whole days.
        days: i64,
    },
    /// The account reviewed nothing else.
    OnlyReview,
    /// The account has reviewed others.
    History {
        /// All its reviews.
        reviews: u32,
    },
    /// How old the account is is not known.
    AgeUnknown,
    /// What else the account reviewed is not known.
    HistoryUnknown,
    /// The stars are not known.
    RatingUnknown,
    /// Whether there is a text is not known.
    TextUnknown,
}

impl Evidence {
    /// Whether it is the account's own and speaks for a real customer.
    pub fn is_own(&self) -> bool {
        matches!(self, Self::OwnText | Self::OldAccount { .. } | Self::History { .. })
    }
}

/// What speaks for or against the burst being a campaign. Shares are from 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum OfAll {
    /// As many came in one stretch as never come.
    Arrival {
        /// Reviews in it.
        reviews: usize,
        /// Its length.
        seconds: u32,
        /// As many usually come.
        expected: f64,
        /// The chance of that, over all stretches that were tried.
        p: f64,
    },
    /// They give the same stars, more than usual.
    OneSided {
        /// Stars.
        rating: u8,
        /// Of those in the burst whose stars are known.
        share: f64,
        /// Of the brand's usual reviews, where that is known.
        usual: Option<f64>,
    },
    /// Accounts that are new or reviewed nothing else.
    OneOff {
        /// So many.
        accounts: usize,
        /// Of so many of whom it is known.
        known: usize,
        /// The usual share; where the brand's is not known, an assumption.
        usual: f64,
        /// Whether `usual` is an assumption.
        assumed: bool,
        /// The chance of that.
        p: f64,
    },
    /// Reviews whose text is a near copy of an earlier one's.
    Copied {
        /// So many.
        reviews: usize,
        /// Of so many of whom it is known whether there is a text.
        known: usize,
    },
    /// Reviews of the burst that speak like real customers': people may have a reason.
    RealCustomers {
        /// So many.
        reviews: usize,
    },
    /// Accounts of the burst of which nothing is known.
    NothingKnown {
        /// So many.
        reviews: usize,
    },
    /// How many usually come is not known: the stretch is the whole of what was given.
    ArrivalUnknown,
    /// A video, a report or a queue at the counter brings many first-time reviewers on one day, too. Nothing here tells that apart.
    CrowdPossible,
}

/// One review with what was found of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Judged {
    /// The caller's number.
    pub id: u64,
    /// Whether it is counted to the group. That is no verdict: see what speaks against it.
    pub in_group: bool,
    /// What speaks for its being one of a campaign.
    pub evidence_for: Vec<Evidence>,
    /// What speaks against.
    pub evidence_against: Vec<Evidence>,
    /// What is not known of it.
    pub unknown: Vec<Evidence>,
}

/// The group, if there is one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// Its reviews, ascending by number.
    pub reviews: Vec<u64>,
    /// The chance of such an arrival, or of such accounts, whichever is larger, if all had come by themselves; of the accounts alone where the
    /// whole says [`OfAll::ArrivalUnknown`].
    pub p: f64,
    /// The first and the last second of its reviews.
    pub first: i64,
    /// See `first`.
    pub last: i64,
}

/// The burst as a whole, whether a group was found in it or not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Whole {
    /// The reviews in it.
    pub reviews: usize,
    /// Its first and its last second.
    pub first: i64,
    /// See `first`.
    pub last: i64,
    /// What speaks for a campaign.
    pub evidence_for: Vec<OfAll>,
    /// What speaks against it.
    pub evidence_against: Vec<OfAll>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dossier {
    /// The strongest burst; nothing where there are no reviews.
    pub whole: Option<Whole>,
    /// Accounts that act as one, where that is more than chance; else nothing.
    pub group: Option<Group>,
    /// Every review, by time, then number.
    pub reviews: Vec<Judged>,
    /// The share of the reviews, from 0 to 1, that is in no group. 1 where there are none.
    pub organic_share: f64,
}

/// The strongest burst.
struct Burst {
    first: i64,
    last: i64,
    rating: Option<u8>,
    arrival: Option<OfAll>,
    arrival_ln_p: f64,
}

impl Burst {
    fn holds(&self, review: &Review) -> bool {
        (self.first..=self.last).contains(&review.at)
    }
}

/// Judges reviews of one brand on one platform: of its last days, say. Of several bursts the strongest is looked at.
pub fn judge(reviews: &[Review], usual: &Usual, settings: &Settings) -> Dossier {
    let mut reviews: Vec<&Review> = reviews.iter().collect();
    reviews.sort_by_key(|review| (review.at, review.id));
    let burst = burst(&reviews, usual, settings);
    let mut judged: Vec<Judged> = (0..reviews.len()).map(|place| one(place, &reviews, &burst, settings)).collect();
    let inside: Vec<(&Review, &Judged)> = reviews.iter().copied().zip(&judged).collect();
    let inside: Vec<_> = inside.into_iter().filter(|(review, _)| burst.holds(review)).collect();
    let accounts = one_off(&inside, usual, settings);
    let group = group(&inside, &accounts, &burst, settings);
    let whole = (!reviews.is_empty()).then(|| whole(&inside, &accounts, &burst, usual, settings));
    if group.is_none() {
        judged.iter_mut().for_each(|one| one.in_group = false);
    }
    let grouped = judged.iter().filter(|one| one.in_group).count();
    let organic_share = 1.0 - grouped as f64 / judged.len().max(1) as f64;
    Dossier { whole, group, reviews: judged, organic_share }
}

/// The stretch in which the most came against what usually comes; all of it where that is not known.
fn burst(reviews: &[&Review], usual: &Usual, settings: &Settings) -> Burst {
    let mut best: Option<(f64, usize, usize, u32, f64)> = None;
    if let Some(per_day) = usual.per_day.filter(|rate| rate.is_finite()) {
        for seconds in settings.stretches {
            let expected = per_day.max(1e-3) * f64::from(seconds) / DAY as f64;
            let mut to = 0;
            for from in 0..reviews.len() {
                while to < reviews.len() && reviews[to].at.saturating_sub(reviews[from].at) <= i64::from(seconds) {
                    to += 1;
                }
                // The review that begins the stretch is no evidence of it: so many others came.
                let ln_p = ln_poisson_upper_tail((to - from - 1) as u64, expected);
                if best.is_none_or(|(least, ..)| ln_p < least) {
                    best = Some((ln_p, from, to, seconds, expected));
                }
            }
        }
    }
    let (from, to) = best.map_or((0, reviews.len()), |(_, from, to, ..)| (from, to));
    let inside = &reviews[from..to];
    // As if each review might have begun each stretch.
    let tried = libm::log((reviews.len() * settings.stretches.len()).max(1) as f64);
    let arrival_ln_p = best.map_or(0.0, |(ln_p, ..)| (ln_p + tried).min(0.0));
    let arrival = best.map(|(_, from, to, seconds, expected)| OfAll::Arrival {
        reviews: to - from,
        seconds,
        expected,
        p: libm::exp(arrival_ln_p),
    });
    Burst {
        first: inside.first().map_or(0, |review| review.at),
        last: inside.last().map_or(0, |review| review.at),
        rating: usual_rating(inside),
        arrival,
        arrival_ln_p,
    }
}

/// The most frequent stars; the fewer of two.
fn usual_rating(reviews: &[&Review]) -> Option<u8> {
    let count = |stars: u8| reviews.iter().filter(|review| review.rating == Some(stars)).count();
    let most = (1..=5).map(count).max().filter(|&most| most > 0)?;
    (1..=5).find(|&stars| count(stars) == most)
}

fn one(place: usize, all: &[&Review], burst: &Burst, settings: &Settings) -> Judged {
    let review = all[place];
    let (mut shared, mut own_for, mut against, mut unknown) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    if burst.holds(review) {
        shared.push(Evidence::InBurst);
    } else {
        against.push(Evidence::AnotherTime);
    }
    match review.rating {
        None => unknown.push(Evidence::RatingUnknown),
        same if same == burst.rating => shared.push(Evidence::SameRating),
        Some(_) => against.push(Evidence::OtherRating),
    }
    match review.wording {
        Wording::Unknown => unknown.push(Evidence::TextUnknown),
        Wording::None => shared.push(Evidence::NoText),
        Wording::Text(print) => {
            let copies = |of: &[&Review]| copies(print, of, settings.copy_bits);
            match (copies(&all[..place]), copies(&all[place + 1..])) {
                (0, 0) => against.push(Evidence::OwnText),
                (0, _) => {}
                (others, _) => own_for.push(Evidence::CopiedText { others }),
            }
        }
    }
    match review.account_since.map(|since| review.at.saturating_sub(since)) {
        None => unknown.push(Evidence::AgeUnknown),
        Some(age) if age < settings.new_account => own_for.push(Evidence::NewAccount { days: age.max(0) / DAY }),
        Some(age) if age > settings.old_account => against.push(Evidence::OldAccount { days: age / DAY }),
        Some(_) => {}
    }
    match review.account_reviews {
        None => unknown.push(Evidence::HistoryUnknown),
        Some(0 | 1) => own_for.push(Evidence::OnlyReview),
        Some(reviews) if reviews >= settings.history => against.push(Evidence::History { reviews }),
        Some(_) => {}
    }
    let in_group = !own_for.is_empty() && against.is_empty();
    let evidence_for = own_for.into_iter().chain(shared).collect();
    Judged { id: review.id, in_group, evidence_for, evidence_against: against, unknown }
}

fn copies(print: u64, others: &[&Review], bits: u32) -> usize {
    let near = |other: &&&Review| matches!(other.wording, Wording::Text(of) if (of ^ print).count_ones() <= bits);
    others.iter().filter(near).count()
}

fn group(inside: &[(&Review, &Judged)], accounts: &OneOff, burst: &Burst, settings: &Settings) -> Option<Group> {
    let members: Vec<&Review> = inside.iter().filter(|(_, one)| one.in_group).map(|(review, _)| *review).collect();
    if members.len() < settings.least {
        return None;
    }
    // Both must be surprising: a bad evening brings many at once, and everywhere some review but once. Where the usual arrival is not known the
    // accounts alone carry it, and `whole` says so.
    let arrival_p = if burst.arrival.is_some() { libm::exp(burst.arrival_ln_p) } else { 0.0 };
    let p = accounts.p.max(arrival_p);
    if p > settings.p {
        return None;
    }
    let first = members.iter().map(|review| review.at).min()?;
    let last = members.iter().map(|review| review.at).max()?;
    let mut reviews: Vec<u64> = members.iter().map(|review| review.id).collect();
    reviews.sort_unstable();
    Some(Group { reviews, p, first, last })
}

fn whole(inside: &[(&Review, &Judged)], accounts: &OneOff, burst: &Burst, usual: &Usual, settings: &Settings) -> Whole {
    let (mut evidence_for, mut evidence_against) = (Vec::new(), vec![OfAll::CrowdPossible]);
    let mut weigh = |speaks_for: bool, evidence: OfAll| {
        if speaks_for { evidence_for.push(evidence) } else { evidence_against.push(evidence) }
    };
    match &burst.arrival {
        Some(arrival) => weigh(libm::exp(burst.arrival_ln_p) <= settings.p, arrival.clone()),
        None => weigh(false, OfAll::ArrivalUnknown),
    }
    if accounts.known > 0 {
        weigh(accounts.p <= settings.p, accounts.evidence());
    }
    if let Some(same) = one_sided(inside, burst, usual, settings) {
        weigh(true, same);
    }
    if let Some(copied) = copied(inside, settings) {
        weigh(true, copied);
    }
    let real = inside.iter().filter(|(_, one)| one.evidence_against.iter().any(Evidence::is_own)).count();
    if real > 0 {
        weigh(false, OfAll::RealCustomers { reviews: real });
    }
    let nothing =
        |one: &Judged| [Evidence::AgeUnknown, Evidence::HistoryUnknown].iter().all(|e| one.unknown.contains(e));
    let dark = inside.iter().filter(|(_, one)| nothing(one)).count();
    if dark > 0 {
        weigh(false, OfAll::NothingKnown { reviews: dark });
    }
    Whole { reviews: inside.len(), first: burst.first, last: burst.last, evidence_for, evidence_against }
}

/// How many of the accounts are new or reviewed nothing else.
struct OneOff {
    accounts: usize,
    known: usize,
    usual: f64,
    assumed: bool,
    p: f64,
}

impl OneOff {
    fn evidence(&self) -> OfAll {
        let Self { accounts, known, usual, assumed, p } = *self;
        OfAll::OneOff { accounts, known, usual, assumed, p }
    }
}

fn one_off(inside: &[(&Review, &Judged)], usual: &Usual, settings: &Settings) -> OneOff {
    let throw_away = |one: &Judged| {
        one.evidence_for.iter().any(|e| matches!(e, Evidence::NewAccount { .. } | Evidence::OnlyReview))
            && !one.evidence_against.iter().any(Evidence::is_own)
    };
    let accounts = inside.iter().filter(|(_, one)| throw_away(one)).count();
    let known = |review: &Review| review.account_since.is_some() || review.account_reviews.is_some();
    let known = inside.iter().filter(|(review, _)| known(review)).count();
    let share = usual.one_off.unwrap_or(settings.one_off).clamp(0.01, 0.99);
    let p = libm::exp(ln_binomial_upper_tail(accounts as u64, known as u64, share));
    OneOff { accounts, known, usual: share, assumed: usual.one_off.is_none(), p }
}

/// Where stars are as usual they say nothing.
fn one_sided(inside: &[(&Review, &Judged)], burst: &Burst, usual: &Usual, settings: &Settings) -> Option<OfAll> {
    let rating = burst.rating?;
    let known = inside.iter().filter(|(review, _)| review.rating.is_some()).count();
    let same = inside.iter().filter(|(review, _)| review.rating == Some(rating)).count();
    let usual = usual.ratings.map(|counts| {
        let all: u64 = counts.iter().sum();
        counts.get(usize::from(rating) - 1).copied().unwrap_or(0) as f64 / all.max(1) as f64
    });
    let share = same as f64 / known.max(1) as f64;
    let (least, above) = settings.one_sided;
    let stands_out = share >= least && usual.is_none_or(|usual| share >= usual + above);
    stands_out.then_some(OfAll::OneSided { rating, share, usual })
}

/// A few copies are told of no burst: of many who are angry some write the same few words.
fn copied(inside: &[(&Review, &Judged)], settings: &Settings) -> Option<OfAll> {
    let known = inside.iter().filter(|(review, _)| review.wording != Wording::Unknown).count();
    let copy = |one: &Judged| one.evidence_for.iter().any(|e| matches!(e, Evidence::CopiedText { .. }));
    let reviews = inside.iter().filter(|(_, one)| copy(one)).count();
    (reviews >= settings.least && reviews * 4 >= known).then_some(OfAll::Copied { reviews, known })
}
