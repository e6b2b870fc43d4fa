//! What the texts of a storm suggest: causes, pictures, who speaks.

use super::{TOLD, Witness};
use crate::id::MentionId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use text::{Cause, Causes, Language};

/// Words that say that something is to be seen, folded; and what addresses of pictures hold.
const SHOWS: [&str; 16] = [
    "video",
    "videos",
    "photo",
    "photos",
    "foto",
    "fotos",
    "foto's",
    "film",
    "filme",
    "filmpje",
    "filmke",
    "picture",
    "pictures",
    "image",
    "images",
    "screenshot",
];
const ADDRESSES: [&str; 9] =
    ["pic.twitter.com", "youtube.com/", "youtu.be/", "tiktok.com/", "/media/", ".jpg", ".jpeg", ".png", ".mp4"];
/// Words of a cause that are told of.
const WORDS: usize = 6;
/// A cause that fewer mentions name is chance.
const FEW: i64 = 2;

/// What it is about, by the words that suggest it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CauseFound {
    /// What.
    pub cause: Cause,
    /// Mentions that name it.
    pub count: i64,
    /// Their share of the mentions that speak ill (of all, where none does), in thousandths.
    pub share: i64,
    /// The words of the lexicon that suggest it, the commonest first.
    pub words: Vec<String>,
}

impl CauseFound {
    /// 3 for what harms people, their data or their dignity; 2 for how they are treated, what is harmed around them, who loses work;
    /// else 1.
    pub fn gravity(&self) -> i64 {
        match self.cause {
            Cause::Safety | Cause::Data | Cause::Discrimination => 3,
            Cause::Staff | Cause::Environment | Cause::Closing => 2,
            _ => 1,
        }
    }
}

/// Whether a single post is grave, where somebody looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grave {
    /// Which; `None` where none is.
    pub mention: Option<MentionId>,
}

/// What suggests that there is something to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vivid {
    /// The first mention that suggests it.
    pub mention: MentionId,
}

/// A part of the mentions read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Of what.
    pub label: String,
    /// How many.
    pub count: i64,
    /// In thousandths.
    pub share: i64,
}

/// Mentions by a label, the most first.
pub(super) fn by(witnesses: &[Witness], label: impl Fn(&Witness) -> Option<String>) -> Vec<Share> {
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    for label in witnesses.iter().filter_map(label) {
        *counts.entry(label).or_default() += 1;
    }
    let all = (witnesses.len() as i64).max(1);
    let mut shares: Vec<Share> =
        counts.into_iter().map(|(label, count)| Share { label, count, share: count * 1_000 / all }).collect();
    shares.sort_by_key(|share| std::cmp::Reverse(share.count));
    shares.truncate(TOLD);
    shares
}

/// What those that speak ill are about; what all are about, where none does.
pub(super) fn causes(witnesses: &[Witness], lexicon: &Causes) -> Vec<CauseFound> {
    let ill = witnesses.iter().any(|w| w.negative);
    let heard: Vec<&Witness> = witnesses.iter().filter(|w| w.negative || !ill).collect();
    let mut found: BTreeMap<Cause, (i64, BTreeMap<&str, i64>)> = BTreeMap::new();
    for witness in &heard {
        for hint in lexicon.hints(&witness.text, witness.lang.unwrap_or(Language::Unknown)) {
            let (count, words) = found.entry(hint.cause).or_default();
            *count += 1;
            for word in hint.words {
                *words.entry(word).or_default() += 1;
            }
        }
    }
    let all = (heard.len() as i64).max(1);
    let one = |(cause, (count, words)): (Cause, (i64, BTreeMap<&str, i64>))| {
        let mut words: Vec<(&str, i64)> = words.into_iter().collect();
        words.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        let words = words.into_iter().take(WORDS).map(|(word, _)| word.replace('_', " ")).collect();
        CauseFound { cause, count, share: count * 1_000 / all, words }
    };
    let mut causes: Vec<CauseFound> = found.into_iter().map(one).filter(|found| found.count >= FEW).collect();
    // The gravest of those that are as common comes first: that is their order.
    causes.sort_by_key(|found| std::cmp::Reverse(found.count));
    causes.truncate(TOLD);
    causes
}

/// The first mention that speaks of a picture or a film, or leads to one.
pub(super) fn vivid(witnesses: &[Witness]) -> Option<Vivid> {
    let shows: BTreeSet<&str> = SHOWS.into_iter().collect();
    let shown = |witness: &&Witness| {
        let folded = text::token::fold(&witness.text);
        ADDRESSES.iter().any(|address| folded.contains(address))
            || folded.split(|c: char| !c.is_alphanumeric()).any(|word| shows.contains(word))
    };
    witnesses.iter().find(shown).map(|witness| Vivid { mention: witness.mention })
}
