//! What else departs from the usual, beside the number of mentions: who, in what tone, how far, where.
//!
//! Counts of the stretch are held against those of as long stretches of the four weeks before, shares against the share of those weeks
//! with Wilson's interval. What too few mentions cannot say is said.

use super::{Place, Witness};
use crate::figure::{Figure, share};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use text::{Tone, Tones};

/// A stretch is at least an hour and at most a day.
const LENGTH: (SignedDuration, SignedDuration) = (SignedDuration::from_hours(1), SignedDuration::from_hours(24));
/// Fewer stretches before say nothing of what is usual; more are not looked at.
const STRETCHES: (i64, i64) = (20, 672);
/// Of which one in so many lies below what is usual, and one above.
const OUTSIDE: usize = 20;
/// Followers are compared from so many known ones on.
const KNOWN: usize = 10;

/// What is looked at beside the number of mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// Different authors.
    People,
    /// Mentions that speak ill.
    Negative,
    /// Their share, in thousandths.
    Ill,
    /// The share that speaks ill in anger, disgust or fear, in thousandths.
    Aroused,
    /// The share that says "I", in thousandths; it falls when many join in.
    FirstPerson,
    /// The share that passes on another's post, in thousandths.
    Reposts,
    /// Followers of the authors, counted at each mention.
    Reach,
    /// Kinds of public places.
    Places,
    /// Stories told at least ten times, more and more.
    Stories,
}

impl Aspect {
    /// Every aspect, in the order it is shown.
    pub const ALL: [Self; 9] = [
        Self::People,
        Self::Negative,
        Self::Ill,
        Self::Aroused,
        Self::FirstPerson,
        Self::Reposts,
        Self::Reach,
        Self::Places,
        Self::Stories,
    ];

    /// The name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Negative => "negative",
            Self::Ill => "ill",
            Self::Aroused => "aroused",
            Self::FirstPerson => "first_person",
            Self::Reposts => "reposts",
            Self::Reach => "reach",
            Self::Places => "places",
            Self::Stories => "stories",
        }
    }

    /// Whether it is a share, in thousandths.
    pub fn is_share(self) -> bool {
        matches!(self, Self::Ill | Self::Aroused | Self::FirstPerson | Self::Reposts)
    }
}

/// How something stands to what is usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// Above it.
    Above,
    /// Below it.
    Below,
    /// Within it.
    Usual,
    /// There is too little to say.
    Unknown,
}

/// One aspect: now, usually, and whether it departs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// Which.
    pub aspect: Aspect,
    /// Since the onset, in the last day of it at most; a share with its 90 % interval.
    pub now: Figure,
    /// In as long stretches of the weeks before: the middle, and what nine in ten are within. A share with its 90 % interval.
    pub usual: Figure,
    /// Whether it departs.
    pub stands: Stands,
}

/// What is usual for the brand.
#[derive(Clone, Copy, Debug)]
pub struct Usual<'a> {
    /// Mentions before the onset, oldest first.
    pub witnesses: &'a [Witness],
    /// From when on they are all of them; the onset where nothing is known.
    pub from: Timestamp,
}

/// The stretch that is looked at.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'a> {
    pub(super) onset: Timestamp,
    pub(super) now: Timestamp,
    pub(super) witnesses: &'a [Witness],
    /// Whether the witnesses are all mentions since the onset.
    pub(super) whole: bool,
}

impl Stretch<'_> {
    /// Until when the witnesses tell of it.
    pub(super) fn end(&self) -> Timestamp {
        match self.witnesses.last() {
            Some(last) if !self.whole => last.at,
            _ => self.now,
        }
    }
}

/// A witness and how it speaks.
type Heard<'a> = (&'a Witness, Option<Tone>);

/// Every aspect of a stretch beside what is usual.
pub(super) fn beside(stretch: Stretch<'_>, usual: Usual<'_>, tones: &Tones) -> Vec<Beside> {
    let end = stretch.end();
    let length = end.duration_since(stretch.onset).clamp(LENGTH.0, LENGTH.1);
    let heard = |witnesses: &'_ [Witness]| -> Vec<Option<Tone>> {
        witnesses.iter().map(|w| w.lang.and_then(|lang| tones.tone(&w.text, lang))).collect()
    };
    let from = end.saturating_sub(length).unwrap_or(Timestamp::MIN);
    let tone = heard(stretch.witnesses);
    let now: Vec<Heard<'_>> = stretch.witnesses.iter().zip(tone).filter(|(w, _)| w.at >= from).collect();
    let before: Vec<Heard<'_>> = usual.witnesses.iter().zip(heard(usual.witnesses)).collect();
    let stretches = stretches(&before, usual.from, stretch.onset, length);
    let one = |aspect: Aspect| {
        if aspect.is_share() {
            shared(aspect, &now, &before)
        } else {
            counted(aspect, &now, (from, end), stretch.whole, &stretches)
        }
    };
    Aspect::ALL.map(one).into()
}

/// As long stretches before the onset, the newest first.
fn stretches<'h, 'a>(
    before: &'h [Heard<'a>],
    from: Timestamp,
    onset: Timestamp,
    length: SignedDuration,
) -> Vec<(&'h [Heard<'a>], (Timestamp, Timestamp))> {
    let (known, length) = (onset.duration_since(from).as_secs().max(0), length.as_secs().max(1));
    let begins = |n: i64| onset.saturating_sub(SignedDuration::from_secs(n * length)).unwrap_or(Timestamp::MIN);
    let at = |time: Timestamp| before.partition_point(|(w, _)| w.at < time);
    let one = |n: i64| (&before[at(begins(n))..at(begins(n - 1))], (begins(n), begins(n - 1)));
    (1..=(known / length).min(STRETCHES.1)).map(one).collect()
}

/// A share of the mentions in which it can be told, now and before.
fn shared(aspect: Aspect, now: &[Heard<'_>], before: &[Heard<'_>]) -> Beside {
    let told = |(w, tone): &Heard<'_>| match aspect {
        Aspect::Ill => Some(w.negative),
        Aspect::Aroused => tone.map(|tone| tone.aroused && w.negative),
        Aspect::FirstPerson => tone.map(|tone| tone.first_person),
        _ => Some(w.repost_of.is_some()),
    };
    let of = |heard: &[Heard<'_>]| {
        let told: Vec<bool> = heard.iter().filter_map(told).collect();
        share(told.iter().filter(|yes| **yes).count() as i64, told.len() as i64)
    };
    let (now, usual) = (of(now), of(before));
    let stands = match (now, usual) {
        (Some((_, low, _)), Some((.., high))) if low > high => Stands::Above,
        (Some((.., high)), Some((_, low, _))) if high < low => Stands::Below,
        (Some(_), Some(_)) => Stands::Usual,
        _ => Stands::Unknown,
    };
    let figure = |share: Option<(i64, i64, i64)>| {
        share.map_or(Figure::Unknown, |(mid, low, high)| Figure::Estimated { mid, low, high })
    };
    Beside { aspect, now: figure(now), usual: figure(usual), stands }
}

/// A count, now and in as long stretches before.
fn counted(
    aspect: Aspect,
    now: &[Heard<'_>],
    span: (Timestamp, Timestamp),
    whole: bool,
    stretches: &[(&[Heard<'_>], (Timestamp, Timestamp))],
) -> Beside {
    // Of followers that no source told before, nothing is usual.
    let told = stretches.iter().flat_map(|(heard, _)| *heard).filter(|(w, _)| w.followers.is_some()).count();
    let enough = stretches.len() as i64 >= STRETCHES.0 && (aspect != Aspect::Reach || told >= KNOWN);
    let before: Option<Vec<i64>> = stretches.iter().map(|(heard, span)| count(aspect, heard, *span, 0)).collect();
    let usual = before.filter(|_| enough).map(|mut before| {
        before.sort_unstable();
        let (last, outside) = (before.len() - 1, before.len() / OUTSIDE);
        (before[last / 2], before[outside.saturating_sub(1)], before[last - outside.saturating_sub(1)])
    });
    let seen = count(aspect, now, span, KNOWN);
    let stands = match (seen, usual) {
        (Some(n), Some((.., high))) if n > high => Stands::Above,
        (Some(n), Some((_, low, _))) if n < low && whole => Stands::Below,
        (Some(_), Some(_)) if whole => Stands::Usual,
        _ => Stands::Unknown,
    };
    // Of some authors nobody knows how many follow them.
    let partial = aspect == Aspect::Reach && now.iter().any(|(w, _)| w.followers.is_none());
    let now = match seen {
        Some(n) if whole && !partial => Figure::Counted(n),
        Some(n) => Figure::AtLeast(n),
        None => Figure::Unknown,
    };
    let usual = usual.map_or(Figure::Unknown, |(mid, low, high)| Figure::Estimated { mid, low, high });
    Beside { aspect, now, usual, stands }
}

/// What is counted of some mentions; `None` for the reach where fewer than `known` of them say who follows.
fn count(aspect: Aspect, heard: &[Heard<'_>], span: (Timestamp, Timestamp), known: usize) -> Option<i64> {
    let distinct = match aspect {
        Aspect::People => heard.iter().filter_map(|(w, _)| w.author.as_deref()).collect::<BTreeSet<_>>().len(),
        Aspect::Places => {
            heard.iter().map(|(w, _)| w.place).filter(|place: &Place| place.is_public()).collect::<BTreeSet<_>>().len()
        }
        Aspect::Reach => {
            let followers: Vec<i64> = heard.iter().filter_map(|(w, _)| w.followers).filter(|n| *n >= 0).collect();
            let sum = followers.iter().fold(0_i64, |sum, n| sum.saturating_add(*n));
            return (followers.len() >= known).then_some(sum);
        }
        Aspect::Stories => rising(heard, span),
        _ => heard.iter().filter(|(w, _)| w.negative).count(),
    };
    Some(distinct as i64)
}

/// Stories that are told more in the second half of a stretch than in the first, more than chance explains.
fn rising(heard: &[Heard<'_>], (from, until): (Timestamp, Timestamp)) -> usize {
    let middle = from.saturating_add(until.duration_since(from) / 2).unwrap_or(until);
    let mut stories: Vec<(u64, i64, i64)> = Vec::new();
    for (witness, _) in heard.iter().filter(|(w, _)| w.fingerprint != 0) {
        let late = i64::from(witness.at >= middle);
        match stories.iter_mut().find(|(first, ..)| text::near(*first, witness.fingerprint)) {
            Some((_, told, lately)) => (*told, *lately) = (*told + 1, *lately + late),
            None => stories.push((witness.fingerprint, 1, late)),
        }
    }
    stories.into_iter().filter(|(_, told, lately)| share(*lately, *told).is_some_and(|(_, low, _)| low > 500)).count()
}

/// By how many hundredths an aspect stands above what is usual; 0 where it does not depart, `None` where that is not known.
pub(super) fn above(found: &[Beside], aspect: Aspect) -> Option<i64> {
    departs(found, aspect, Stands::Above)
}

/// By how many hundredths an aspect stands below what is usual.
pub(super) fn below(found: &[Beside], aspect: Aspect) -> Option<i64> {
    departs(found, aspect, Stands::Below)
}

fn departs(found: &[Beside], aspect: Aspect, which: Stands) -> Option<i64> {
    let beside = found.iter().find(|beside| beside.aspect == aspect)?;
    match (beside.stands, beside.now, beside.usual) {
        (Stands::Unknown, ..) => None,
        (stands, Figure::Estimated { mid: now, .. }, Figure::Estimated { mid: usual, .. }) if stands == which => {
            Some((now - usual).abs() / 10)
        }
        _ => Some(0),
    }
}
