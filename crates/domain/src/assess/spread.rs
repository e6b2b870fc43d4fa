//! How a storm spreads: who carries it, where it began, what kinds of places it crossed into.

use super::{TOLD, Witness};
use crate::figure::Figure;
use crate::id::MentionId;
use crate::post::PostKind;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The kind of place where something is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A social network.
    Network,
    /// A forum, comments under a page.
    Forum,
    /// Reviews.
    Reviews,
    /// An article.
    Press,
    /// Written or said to the house: mails, complaints, calls.
    Direct,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 5] = [Self::Network, Self::Forum, Self::Reviews, Self::Press, Self::Direct];

    /// The place of a post of a kind of source. Who answers in a network's own connector is still in the network; a comment that a program or a
    /// table brings stands under a page.
    pub fn of(source_kind: &str, kind: PostKind) -> Self {
        match kind {
            PostKind::Article => Self::Press,
            PostKind::Review => Self::Reviews,
            PostKind::Mail | PostKind::Report => Self::Direct,
            PostKind::Post | PostKind::Comment if ["feed", "forum"].contains(&source_kind) => Self::Forum,
            PostKind::Comment if ["file", "webhook"].contains(&source_kind) => Self::Forum,
            PostKind::Post | PostKind::Comment => Self::Network,
        }
    }

    /// The name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Forum => "forum",
            Self::Reviews => "reviews",
            Self::Press => "press",
            Self::Direct => "direct",
        }
    }

    /// Whether others can read it.
    pub fn is_public(self) -> bool {
        self != Self::Direct
    }
}

/// Somebody who spreads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carrier {
    /// Their first mention: who it is stands there.
    pub mention: MentionId,
    /// How many mentions are theirs.
    pub count: i64,
    /// How many of the mentions read are others' and repeat one of theirs: by passing it on, or as a near copy told after they told it first.
    pub repeated: i64,
    /// Likes, shares and answers that theirs drew.
    pub drawn: Figure,
    /// How many follow them.
    pub followers: Figure,
}

/// The first publication of the text that most repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Which mention.
    pub mention: MentionId,
    /// When.
    pub at: Timestamp,
    /// How many of the mentions read tell the same, itself included.
    pub copies: i64,
    /// Whether it repeats a post that is not among the mentions: then the beginning lies elsewhere.
    pub repeats: bool,
}

/// The arrival in a kind of place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crossing {
    /// Which.
    pub place: Place,
    /// When it was first told there.
    pub at: Timestamp,
    /// By which mention.
    pub mention: MentionId,
    /// How many mentions are there.
    pub count: i64,
    /// When it was last told there.
    pub last: Timestamp,
    /// The sources there, in the order they were reached.
    #[serde(default)]
    pub sources: Vec<Reached>,
}

/// The arrival in one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// Its name.
    pub source: String,
    /// When it was first told there.
    pub at: Timestamp,
}

/// Each author and how many follow them, where that is known.
pub(super) fn followers(witnesses: &[Witness]) -> BTreeMap<&str, Option<i64>> {
    let mut followers: BTreeMap<&str, Option<i64>> = BTreeMap::new();
    for witness in witnesses {
        if let Some(author) = witness.author.as_deref() {
            let known = followers.entry(author).or_default();
            *known = (*known).max(witness.followers.filter(|n| *n >= 0));
        }
    }
    followers
}

/// The mentions that tell the same, near copies together: the oldest of each group first.
pub(super) fn tellings(witnesses: &[Witness]) -> Vec<Vec<&Witness>> {
    let mut groups: Vec<Vec<&Witness>> = Vec::new();
    for witness in witnesses.iter().filter(|w| w.fingerprint != 0) {
        match groups.iter_mut().find(|group| text::near(group[0].fingerprint, witness.fingerprint)) {
            Some(group) => group.push(witness),
            None => groups.push(vec![witness]),
        }
    }
    groups
}

/// For each author, the mentions of others that repeat one of theirs: those that pass it on, and the near copies told after the first of them.
fn taken_up<'w>(witnesses: &'w [Witness], tellings: &[Vec<&'w Witness>]) -> BTreeMap<&'w str, Vec<&'w Witness>> {
    let whose: BTreeMap<&str, &str> =
        witnesses.iter().filter_map(|w| Some((w.native_id.as_str(), w.author.as_deref()?))).collect();
    let passed = witnesses.iter().filter_map(|w| Some((*whose.get(w.repost_of.as_deref()?)?, w)));
    let copied = tellings.iter().flat_map(|group| {
        let first = group[0].author.as_deref();
        group[1..].iter().filter_map(move |copy| Some((first?, *copy)))
    });
    let mut taken: BTreeMap<&str, Vec<&Witness>> = BTreeMap::new();
    for (author, by) in passed.chain(copied).filter(|(author, by)| by.author.as_deref() != Some(author)) {
        taken.entry(author).or_default().push(by);
    }
    // Who passes on a post copies its text too: one mention takes up one author once.
    for mentions in taken.values_mut() {
        mentions.sort_by_key(|w| w.mention);
        mentions.dedup_by_key(|w| w.mention);
    }
    taken
}

/// How many people some mentions are from; of those without a name each is somebody.
fn people(mentions: &[&Witness]) -> i64 {
    let named: BTreeSet<&str> = mentions.iter().filter_map(|w| w.author.as_deref()).collect();
    (named.len() + mentions.iter().filter(|w| w.author.is_none()).count()) as i64
}

/// Who spreads it most: by how many people repeated theirs and by what theirs drew, then by who follows, then by how much they wrote.
/// Somebody who wrote once, drew nothing and whom nobody is known to follow carries nothing.
pub(super) fn carriers(witnesses: &[Witness], tellings: &[Vec<&Witness>]) -> Vec<Carrier> {
    let taken = taken_up(witnesses, tellings);
    let mut by_author: BTreeMap<&str, Vec<&Witness>> = BTreeMap::new();
    for witness in witnesses {
        if let Some(author) = witness.author.as_deref() {
            by_author.entry(author).or_default().push(witness);
        }
    }
    let one = |(author, own): (&&str, &Vec<&Witness>)| {
        let drawn: Vec<i64> = own.iter().filter_map(|w| w.drawn).collect();
        let sum = drawn.iter().fold(0_i64, |sum, n| sum.saturating_add(*n));
        let taken = taken.get(author).map_or(&[][..], Vec::as_slice);
        let carrier = Carrier {
            mention: own[0].mention,
            count: own.len() as i64,
            repeated: taken.len() as i64,
            drawn: match drawn.len() {
                0 => Figure::Unknown,
                n if n == own.len() => Figure::Counted(sum),
                _ => Figure::AtLeast(sum),
            },
            followers: own.iter().filter_map(|w| w.followers).max().into(),
        };
        (people(taken), carrier)
    };
    let known = |figure: Figure| super::low(figure).unwrap_or(0);
    let mut carriers: Vec<(i64, Carrier)> = by_author.iter().map(one).collect();
    carriers.retain(|(_, c)| c.count > 1 || c.repeated > 0 || known(c.drawn) > 0 || known(c.followers) > 0);
    let order = |(people, c): &(i64, Carrier)| (people.saturating_add(known(c.drawn)), known(c.followers), c.count);
    carriers.sort_by(|a, b| order(b).cmp(&order(a)).then(a.1.mention.cmp(&b.1.mention)));
    carriers.into_iter().map(|(_, carrier)| carrier).take(TOLD).collect()
}

/// The first of the near copies that most mentions are; `None` where nobody repeats anybody.
pub(super) fn origin(witnesses: &[Witness], tellings: &[Vec<&Witness>]) -> Option<Origin> {
    let most = tellings.iter().rev().max_by_key(|group| group.len()).filter(|group| group.len() > 1)?;
    let first = most[0];
    let known = |id: &str| witnesses.iter().any(|w| w.native_id == id);
    let repeats = first.repost_of.as_deref().is_some_and(|of| !known(of));
    Some(Origin { mention: first.mention, at: first.at, copies: most.len() as i64, repeats })
}

/// The sources of some mentions, by when they were first reached.
fn reached(there: &[&Witness]) -> Vec<Reached> {
    let mut first: BTreeMap<&str, Timestamp> = BTreeMap::new();
    for witness in there {
        let at = first.entry(&witness.source).or_insert(witness.at);
        *at = (*at).min(witness.at);
    }
    let mut sources: Vec<Reached> =
        first.into_iter().map(|(source, at)| Reached { source: source.to_owned(), at }).collect();
    sources.sort_by_key(|reached| reached.at);
    sources.truncate(TOLD);
    sources
}

/// The kinds of places it reached, by when it was first told there.
pub(super) fn crossings(witnesses: &[Witness]) -> Vec<Crossing> {
    let one = |place: Place| {
        let there: Vec<&Witness> = witnesses.iter().filter(|w| w.place == place).collect();
        let first = there.iter().min_by_key(|w| (w.at, w.mention))?;
        let last = there.iter().map(|w| w.at).max()?;
        let (count, sources) = (there.len() as i64, reached(&there));
        Some(Crossing { place, at: first.at, mention: first.mention, count, last, sources })
    };
    let mut crossings: Vec<Crossing> = Place::ALL.into_iter().filter_map(one).collect();
    crossings.sort_by_key(|crossing| (crossing.at, crossing.place));
    crossings
}
