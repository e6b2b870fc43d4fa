//! What a signal is about, how big it is and how grave: every number with its kind, and what is not known said as such. Pure.
//!
//! [`assess`] reads an [`Evidence`] and an organisation's [`Rubric`]. An [`Assessment`] holds no names, only
//! ids; its words are the lexicon's, and go with what they were found in.

mod beside;
mod company;
mod found;
mod reported;
mod rubric;
mod spread;
mod trade;
mod urgency;

pub use beside::{Aspect, Beside, Stands, Usual};
pub use company::{
    Company, Dossier, Group, Judged, Kind, Part, ReviewBurst, ReviewEvidence, Shared, Sign, Unseen, may_single_out,
};
pub use found::{CauseFound, Grave, Share, Vivid};
pub use reported::{LONGEST_NOTE, MOST_REPORTED, Reported, ReportedError, Subject, newest, sum};
pub use rubric::{Factor, Graded, Override, Rubric, RubricError, Severity, Step, Verdict};
pub use spread::{Carrier, Crossing, Origin, Place, Reached};
pub use trade::{Control, Risen, Stir, Trade, Watched, Whose};
pub use urgency::{Clocks, Left, Urgency, matters};

use crate::figure::{Figure, share, total};
use crate::id::MentionId;
use crate::post::Image;
use ::signal::forecast::{Ahead, Record, Silence};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use text::Language;

/// Most carriers, causes, languages and sources told of.
pub const TOLD: usize = 5;
/// Fewer people than this are single voices.
const ISOLATED: i64 = 5;

/// One mention, as far as an assessment looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Its id.
    pub mention: MentionId,
    /// When it happened.
    pub at: Timestamp,
    /// In what kind of place.
    pub place: Place,
    /// Its source's name.
    pub source: String,
    /// The kind of its source, or the platform that the post itself names: `mastodon`, `file`, `x`.
    pub platform: String,
    /// What stands for its author: the platform's id, else the handle, else `~ ` and the name shown, which is no account.
    pub author: Option<String>,
    /// How many follow them.
    pub followers: Option<i64>,
    /// Since when their account exists.
    pub account_since: Option<Timestamp>,
    /// Likes, shares and answers together.
    pub drawn: Option<i64>,
    /// The platform's own id of the post.
    pub native_id: String,
    /// That of the post it answers.
    pub parent: Option<String>,
    /// That of the post it repeats.
    pub repost_of: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// When it was found to be deleted.
    pub deleted_at: Option<Timestamp>,
    /// Stars given.
    pub stars: Option<u8>,
    /// Near copies share it; 0 for an empty text.
    pub fingerprint: u64,
    /// Whether it speaks ill.
    pub negative: bool,
    /// Whether it praises.
    pub positive: bool,
    /// Its language.
    pub lang: Option<Language>,
    /// The beginning of its text.
    pub text: String,
    /// Whether its text was erased: that it is empty says nothing then.
    pub erased: bool,
    /// How many reviews their account has written in all, where that is told.
    pub account_reviews: Option<i64>,
    /// Whether their profile is as the platform made it, where that is told.
    pub default_profile: Option<bool>,
    /// Its pictures, where its source tells of them.
    pub images: Vec<Image>,
}

/// All that is known of a signal.
#[derive(Clone, Debug)]
pub struct Evidence<'a> {
    /// When it is looked at.
    pub now: Timestamp,
    /// Since when the counts depart.
    pub onset: Timestamp,
    /// When it ended, if it did.
    pub ended_at: Option<Timestamp>,
    /// The mentions since the onset, oldest first; the oldest ones where there are more than are read.
    pub witnesses: &'a [Witness],
    /// How many mentions there are since the onset, counted.
    pub mentions: i64,
    /// How many of them speak ill, counted.
    pub negative: i64,
    /// How many stand in the window that stood out most, and how many were expected in it, in thousandths.
    pub peak: (i64, i64),
    /// Mentions of the last hour and of the hour before it; `None` in the first two hours.
    pub hours: Option<(i64, i64)>,
    /// Before the onset: how many mentions, and how many that speak ill.
    pub before: (i64, i64),
    /// What is expected to come.
    pub forecast: Result<&'a [Ahead], Silence>,
    /// How forecasts of this signal would have done, from the counts as they are now.
    pub record: &'a [Record],
    /// What people reported.
    pub reported: &'a [Reported],
    /// Who acts together; `None` until somebody looks.
    pub company: Option<&'a Company>,
    /// The first grave post; `None` where none was found, which does not say that none is.
    pub grave: Option<Grave>,
    /// How many articles there are since the onset, counted.
    pub articles: i64,
    /// What was usual before.
    pub usual: Usual<'a>,
    /// Ours and the others that are watched, in the same stretch; `None` where nobody looked.
    pub trade: Option<Trade>,
    /// What somebody says the severity is.
    pub overridden: Option<Override>,
}

/// What is expected within a horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expected {
    /// Minutes from when it was assessed.
    pub minutes: u32,
    /// Further mentions: eight in ten times from `low` to `high`.
    pub further: Figure,
    /// What would be usual.
    pub usual: i64,
    /// Earlier forecasts of this signal whose time is over.
    pub made: u32,
    /// Of them, those whose range held.
    pub held: u32,
}

/// What is expected to come, or why nothing is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forecast {
    /// By horizon.
    Told(Vec<Expected>),
    /// It began too lately.
    Young,
    /// It is too small, or over.
    Little,
}

/// What somebody cannot know from what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// How many saw it: who wrote has no number of followers.
    Reach,
    /// How much of it is organised.
    Organic,
    /// Whether a single post is grave.
    Grave,
    /// Whether there is a picture or a film: no post read has a picture or speaks of one, and not every source tells of them.
    Vivid,
    /// What it is about: no words suggest it.
    Cause,
    /// What it costs: nobody reported calls, bookings or sales.
    Harm,
    /// What will come.
    Forecast,
    /// Whether it grows: it is too young.
    Growth,
    /// How much of this is ill beside the usual.
    Ill,
    /// The mentions beyond the ones that were read.
    Rest,
}

/// What a signal is, as far as can be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// As of.
    pub at: Timestamp,
    /// Mentions since the onset.
    pub mentions: Figure,
    /// Different authors.
    pub people: Figure,
    /// Followers of those authors together: those who may have seen it.
    pub reach: Figure,
    /// Single voices: fewer than five people.
    pub isolated: bool,
    /// The share that speaks ill, in thousandths, with its range.
    pub negative: Option<(i64, i64, i64)>,
    /// Who spreads it most.
    pub carriers: Vec<Carrier>,
    /// The first publication of what most repeat.
    pub origin: Option<Origin>,
    /// The kinds of places it reached, in order of time.
    pub crossings: Vec<Crossing>,
    /// What it is about, by the words that suggest it.
    pub causes: Vec<CauseFound>,
    /// What suggests a picture or a film.
    pub vivid: Option<Vivid>,
    /// By language.
    pub languages: Vec<Share>,
    /// By source.
    pub sources: Vec<Share>,
    /// What is expected to come.
    pub forecast: Forecast,
    /// What people reported, newest of each subject.
    pub reported: Vec<Reported>,
    /// Who acts together, and how much is people's own.
    #[serde(default, alias = "organic")]
    pub company: Option<Company>,
    /// The gravest single post.
    #[serde(default, deserialize_with = "found::maybe_grave")]
    pub grave: Option<Grave>,
    /// What else departs from the usual; empty where it was kept before anybody looked.
    #[serde(default)]
    pub beside: Vec<Beside>,
    /// Whether it is ours or the trade's; absent where nobody looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trade: Option<Trade>,
    /// How grave, and by what.
    pub severity: Verdict,
    /// How soon.
    pub urgency: Urgency,
    /// What is not known.
    pub unknown: Vec<Unknown>,
}

/// Assesses a signal.
pub fn assess(evidence: &Evidence<'_>, rubric: &Rubric, causes: &text::Causes, tones: &text::Tones) -> Assessment {
    let seen = Seen::of(evidence, causes, tones);
    let severity = rubric.grade(&seen.graded(evidence), evidence.overridden.clone());
    let unknown = seen.unknown(evidence);
    let tellings = spread::tellings(evidence.witnesses);
    Assessment {
        at: evidence.now,
        mentions: Figure::Counted(evidence.mentions),
        people: seen.people,
        reach: seen.reach,
        isolated: seen.authors < ISOLATED && seen.whole,
        negative: share(evidence.negative, evidence.mentions),
        carriers: spread::carriers(evidence.witnesses, &tellings),
        origin: spread::origin(evidence.witnesses, &tellings),
        crossings: seen.crossings,
        causes: seen.causes.into_iter().take(TOLD).collect(),
        vivid: seen.vivid,
        languages: found::by(evidence.witnesses, |w| w.lang.map(|lang| lang.code().to_owned())),
        sources: found::by(evidence.witnesses, |w| Some(w.source.clone())),
        forecast: forecast(evidence),
        reported: newest(evidence.reported),
        company: evidence.company.cloned(),
        grave: evidence.grave,
        beside: seen.beside,
        trade: evidence.trade.clone(),
        urgency: urgency(evidence, rubric, severity.severity),
        severity,
        unknown,
    }
}

/// What the witnesses together show.
struct Seen {
    whole: bool,
    authors: i64,
    people: Figure,
    reach: Figure,
    crossings: Vec<Crossing>,
    causes: Vec<CauseFound>,
    vivid: Option<Vivid>,
    beside: Vec<Beside>,
}

impl Seen {
    fn of(evidence: &Evidence<'_>, causes: &text::Causes, tones: &text::Tones) -> Self {
        let witnesses = evidence.witnesses;
        let whole = witnesses.len() as i64 >= evidence.mentions;
        let followers = spread::followers(witnesses);
        let authors = followers.len() as i64;
        let nameless = witnesses.iter().any(|w| w.author.is_none());
        let known: Vec<i64> = followers.values().copied().flatten().collect();
        let reach = total(&known, authors - known.len() as i64);
        let stretch = beside::Stretch { onset: evidence.onset, now: evidence.now, witnesses, whole };
        Self {
            whole,
            authors,
            people: if whole && !nameless { Figure::Counted(authors) } else { Figure::AtLeast(authors) },
            reach: match reach {
                Figure::Counted(0) => Figure::Unknown,
                Figure::Counted(sum) if !whole || nameless => Figure::AtLeast(sum),
                reach => reach,
            },
            crossings: spread::crossings(witnesses),
            causes: found::causes(stretch, evidence.usual, causes),
            vivid: found::vivid(witnesses),
            beside: beside::beside(stretch, evidence.usual, tones),
        }
    }

    /// What the rubric grades; `None` where it is not known.
    fn graded(&self, evidence: &Evidence<'_>) -> Vec<(Factor, Option<i64>)> {
        let press = self.crossings.iter().find(|c| c.place == Place::Press).map_or(0, |c| c.count);
        let public = self.crossings.iter().filter(|c| c.place.is_public()).count() as i64;
        let (observed, expected) = evidence.peak;
        let until = evidence.ended_at.unwrap_or(evidence.now);
        vec![
            // Beside an expectation of nearly nothing, few are not many: at least one is expected.
            (Factor::Volume, Some(observed.saturating_mul(1_000) / expected.max(1_000))),
            (Factor::Growth, evidence.hours.map(|(last, before)| last.saturating_mul(100) / before.max(10))),
            (Factor::People, Some(self.authors)),
            (Factor::Ill, rise(evidence)),
            (Factor::Duration, Some(until.duration_since(evidence.onset).as_mins().max(0))),
            (Factor::Reach, low(self.reach)),
            (Factor::Places, Some(public)),
            (Factor::Press, Some(press.max(evidence.articles))),
            (Factor::Cause, self.causes.iter().map(CauseFound::gravity).max()),
            (Factor::Vivid, self.vivid.map(|_| 1)),
            (Factor::Harm, sum(evidence.reported, Subject::is_harm)),
            (Factor::Organic, evidence.company.and_then(|company| company.share)),
            (Factor::Grave, evidence.grave.map(|_| 1)),
            (Factor::Arousal, beside::above(&self.beside, Aspect::Aroused)),
            (Factor::Impersonal, beside::below(&self.beside, Aspect::FirstPerson)),
        ]
    }

    fn unknown(&self, evidence: &Evidence<'_>) -> Vec<Unknown> {
        let lacks = [
            (Unknown::Reach, self.reach == Figure::Unknown),
            (Unknown::Organic, evidence.company.is_none_or(|company| company.share.is_none())),
            (Unknown::Grave, evidence.grave.is_none()),
            (Unknown::Vivid, self.vivid.is_none()),
            (Unknown::Cause, self.causes.is_empty()),
            (Unknown::Harm, sum(evidence.reported, Subject::is_harm).is_none()),
            (Unknown::Forecast, evidence.forecast.is_err()),
            (Unknown::Growth, evidence.hours.is_none()),
            (Unknown::Ill, rise(evidence).is_none()),
            (Unknown::Rest, !self.whole),
        ];
        lacks.into_iter().filter(|(_, lacks)| *lacks).map(|(what, _)| what).collect()
    }
}

/// By how many hundredths more of it speaks ill than before; from ten mentions on both sides.
fn rise(evidence: &Evidence<'_>) -> Option<i64> {
    let (now, ..) = share(evidence.negative, evidence.mentions)?;
    let (before, ..) = share(evidence.before.1, evidence.before.0)?;
    Some((now - before) / 10)
}

/// What a figure is at least.
fn low(figure: Figure) -> Option<i64> {
    match figure {
        Figure::Counted(n) | Figure::AtLeast(n) | Figure::Reported(n) => Some(n),
        Figure::Estimated { low, .. } => Some(low),
        Figure::Unknown => None,
    }
}

fn forecast(evidence: &Evidence<'_>) -> Forecast {
    let told = match evidence.forecast {
        Err(Silence::Young) => return Forecast::Young,
        Err(Silence::Little) => return Forecast::Little,
        Ok(told) => told,
    };
    let whole = |n: f64| libm::round(n).clamp(0.0, 1e15) as i64;
    let bound = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let one = |ahead: &Ahead| {
        let record = evidence.record.iter().find(|record| record.minutes == ahead.minutes);
        Expected {
            minutes: ahead.minutes,
            further: Figure::Estimated { mid: whole(ahead.mid), low: bound(ahead.low), high: bound(ahead.high) },
            usual: whole(ahead.usual),
            made: record.map_or(0, |record| record.made),
            held: record.map_or(0, |record| record.held),
        }
    };
    Forecast::Told(told.iter().map(one).collect())
}

fn urgency(evidence: &Evidence<'_>, rubric: &Rubric, severity: Severity) -> Urgency {
    let minutes = rubric.answer_minutes(severity);
    let answer_by =
        evidence.onset.saturating_add(SignedDuration::from_mins(i64::from(minutes))).unwrap_or(Timestamp::MAX);
    Urgency { answer_by, overdue: evidence.ended_at.is_none() && answer_by < evidence.now, minutes, clocks: None }
}
