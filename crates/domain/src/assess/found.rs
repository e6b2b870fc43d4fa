//! What the texts of a storm suggest: causes, pictures, who speaks.

use super::beside::{Stretch, Usual};
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
/// Known for fewer seconds, nothing is usual: a day.
const KNOWN: i64 = 86_400;

/// What it is about, by the words that suggest it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CauseFound {
    /// What.
    pub cause: Cause,
    /// Mentions that name it before all others.
    pub count: i64,
    /// Their share of the mentions that are no praise, in thousandths.
    pub share: i64,
    /// How many more than as long a stretch of the weeks before brings; `None` where too little is known of them.
    #[serde(default)]
    pub beyond: Option<i64>,
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

/// The first post whose words are grave by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grave {
    /// Which.
    pub mention: MentionId,
}

/// An earlier form said that somebody had looked by a post that may be none.
pub(super) fn maybe_grave<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Grave>, D::Error> {
    #[derive(Deserialize)]
    struct Kept {
        mention: Option<MentionId>,
    }
    let kept = Option::<Kept>::deserialize(from)?;
    Ok(kept.and_then(|kept| kept.mention).map(|mention| Grave { mention }))
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

/// What all are about that are no praise: of who says "on hold for two hours", half are not read as ill. Each mention counts for the cause
/// that most of its words suggest. First comes what rose most, where it is known what is usual; else what is commonest.
pub(super) fn causes(stretch: Stretch<'_>, usual: Usual<'_>, lexicon: &Causes) -> Vec<CauseFound> {
    let (now, before) = (tally(stretch.witnesses, lexicon), tally(usual.witnesses, lexicon));
    let known = stretch.onset.duration_since(usual.from).as_secs();
    let length = stretch.end().duration_since(stretch.onset).as_secs().max(60);
    let beyond = |cause: Cause, count: i64| {
        let before = before.by.get(&cause).map_or(0, |(count, _)| *count) as f64;
        (known >= KNOWN).then(|| count - libm::round(before * length as f64 / known as f64) as i64)
    };
    let one = |(cause, (count, words)): (Cause, (i64, BTreeMap<&str, i64>))| {
        let mut words: Vec<(&str, i64)> = words.into_iter().collect();
        words.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        let words = words.into_iter().take(WORDS).map(|(word, _)| word.replace('_', " ")).collect();
        CauseFound { cause, count, share: count * 1_000 / now.all.max(1), beyond: beyond(cause, count), words }
    };
    let mut causes: Vec<CauseFound> = now.by.into_iter().map(one).filter(|found| found.count >= FEW).collect();
    // The gravest of those that are as common comes first: that is their order.
    causes.sort_by_key(|found| std::cmp::Reverse((found.beyond, found.count)));
    causes
}

/// Mentions by cause, and the words that suggest it.
struct Tally {
    all: i64,
    by: BTreeMap<Cause, (i64, BTreeMap<&'static str, i64>)>,
}

fn tally(witnesses: &[Witness], lexicon: &Causes) -> Tally {
    let mut tally = Tally { all: 0, by: BTreeMap::new() };
    for witness in witnesses.iter().filter(|w| !w.positive) {
        tally.all += 1;
        let hints = lexicon.hints(&witness.text, witness.lang.unwrap_or(Language::Unknown));
        if let Some(hint) = hints.into_iter().next() {
            let (count, words) = tally.by.entry(hint.cause).or_default();
            *count += 1;
            for word in hint.words {
                *words.entry(word).or_default() += 1;
            }
        }
    }
    tally
}

/// The first mention that has a picture, speaks of one or of a film, or leads to one.
pub(super) fn vivid(witnesses: &[Witness]) -> Option<Vivid> {
    let shows: BTreeSet<&str> = SHOWS.into_iter().collect();
    let shown = |witness: &&Witness| {
        let folded = text::token::fold(&witness.text);
        !witness.images.is_empty()
            || ADDRESSES.iter().any(|address| folded.contains(address))
            || folded.split(|c: char| !c.is_alphanumeric()).any(|word| shows.contains(word))
    };
    witnesses.iter().find(shown).map(|witness| Vivid { mention: witness.mention })
}
