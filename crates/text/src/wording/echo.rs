//! A draft beside what others said: the accusation, the known facts, what was answered before.

use super::cut::Cut;
use super::patterns::bits::{ACCUSING, APOLOGY, CALLED, DENIAL, NOT, REPAIR, RESPONSIBLE};
use super::tone::apart;
use super::{Finding, Rule, Sheet};
use crate::near;
use crate::token::{self, Mark, scan};
use std::collections::BTreeSet;

/// Shorter words say nothing of what a text is about, but numbers do.
const CONTENT: usize = 4;
/// A fact is cited by so many of its words.
const CITED: usize = 2;
/// Words that begin alike in so many letters are forms of one.
const STEM: usize = 5;
/// How many words before an accusation its denial stands.
const DENIES: usize = 4;
/// Fewer words are the same in many replies.
const COPIED: usize = 6;
/// So many of the latest replies are compared.
const LATEST: usize = 200;
/// Of two near copies, so many words are looked at for what they share.
const SHARED: usize = 1_000;

/// What repeats.
pub(super) fn find(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    let spans = apart(accused(sheet));
    if !spans.is_empty() {
        found.push(Finding::of(Rule::RepeatedAccusation, spans));
    }
    found.extend(mixed(&sheet.cut));
    found.extend(copied(sheet));
    found
}

/// A denial beside an apology or a repair: who denies has nothing to repair (Coombs). Sympathy goes with both.
fn mixed(cut: &Cut) -> Option<Finding> {
    let denial = cut.hits.iter().find(|hit| hit.marks & DENIAL != 0)?;
    let amends = cut.hits.iter().find(|hit| hit.marks & (APOLOGY | RESPONSIBLE | REPAIR) != 0)?;
    Some(Finding::of(Rule::MixedPosture, cut.spans(&[*denial, *amends])))
}

/// What a text is about: its longer words and its numbers, folded, without handles.
pub(super) fn content(text: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    scan(text, |token, folded| {
        let long = folded.chars().count() >= CONTENT || folded.starts_with(|c: char| c.is_ascii_digit());
        if token.mark != Mark::Handle && long {
            all.insert(folded.to_owned());
        }
    });
    all
}

/// Whether the draft cites something that is known.
pub(super) fn rests_on_fact(sheet: &Sheet<'_>) -> bool {
    let said = content(sheet.text);
    sheet.context.facts.iter().any(|fact| {
        let known = content(fact);
        known.intersection(&said).count() >= CITED.min(known.len().max(1))
    })
}

fn stem(word: &str) -> &str {
    word.char_indices().nth(STEM).map_or(word, |(at, _)| &word[..at])
}

/// Accusing words that the post says too, or that are denied; hashtags of the post, or with an accusing word in them.
fn accused(sheet: &Sheet<'_>) -> Vec<(u32, u32)> {
    let cut = &sheet.cut;
    let (mut said, mut tags) = (BTreeSet::new(), BTreeSet::new());
    if let Some(post) = sheet.context.post {
        scan(post.text, |token, folded| {
            said.insert(stem(folded).to_owned());
            if token.mark == Mark::Hashtag {
                tags.insert(folded.to_owned());
            }
        });
    }
    let own: BTreeSet<String> = sheet.context.may.iter().map(|name| joined(name)).collect();
    let mut spans = Vec::new();
    spans.extend(cut.hits.iter().filter(|hit| hit.marks & CALLED != 0).map(|hit| cut.span(hit.first, hit.last)));
    for hit in cut.hits.iter().filter(|hit| hit.marks & ACCUSING != 0) {
        let post = cut.word(hit.first).is_some_and(|word| said.contains(stem(word)));
        let denied = cut
            .of_sentence(cut.words[hit.first].sentence)
            .iter()
            .any(|not| not.marks & NOT != 0 && not.last < hit.first && hit.first - not.last <= DENIES);
        if post || denied {
            spans.push(cut.span(hit.first, hit.last));
        }
    }
    for (at, word) in cut.words.iter().enumerate().filter(|(_, word)| word.mark == Mark::Hashtag) {
        let tag = cut.word(at).unwrap_or("");
        let written = sheet.text[word.start..word.end].trim_start_matches(['#', '＃']);
        let accusing = || token::parts(written).any(|part| accuses(part, sheet));
        if !own.contains(tag) && (tags.contains(tag) || accusing()) {
            spans.push((word.start as u32, word.end as u32));
        }
    }
    spans
}

/// A name as its hashtag is written.
fn joined(name: &str) -> String {
    let mut all = String::new();
    scan(name, |_, folded| all.push_str(folded));
    all
}

/// Whether a part of a compound hashtag accuses by itself.
fn accuses(part: &str, sheet: &Sheet<'_>) -> bool {
    let Some(phrases) = super::LISTS.of(sheet.language) else { return false };
    Cut::new(part, phrases).has(ACCUSING)
}

/// The first of the latest earlier replies that this one nearly copies, and the words they share.
fn copied(sheet: &Sheet<'_>) -> Option<Finding> {
    if sheet.cut.words.len() < COPIED {
        return None;
    }
    let own = sheet.reader.fingerprint(sheet.text);
    let latest = sheet.context.earlier.len().saturating_sub(LATEST);
    let earlier = sheet.context.earlier.iter().enumerate().skip(latest);
    let (at, earlier) = earlier.into_iter().find(|(_, earlier)| near(own, sheet.reader.fingerprint(earlier)))?;
    let (first, last) = shared(&sheet.cut, earlier)?;
    Some(Finding::of(Rule::CopyPaste, vec![sheet.cut.span(first, last)]).with(at + 1))
}

/// The longest run of words that stands in both.
fn shared(cut: &Cut, other: &str) -> Option<(usize, usize)> {
    let mut theirs = Vec::new();
    scan(other, |token, _| theirs.push(token.hash));
    theirs.truncate(SHARED);
    let mut best = (0, 0);
    let mut before = vec![0usize; theirs.len() + 1];
    for at in 0..cut.words.len().min(SHARED) {
        let own = token::hash(cut.word(at).unwrap_or(""));
        let mut now = vec![0; theirs.len() + 1];
        for (i, _) in theirs.iter().enumerate().filter(|(_, hash)| **hash == own) {
            now[i + 1] = before[i] + 1;
            if now[i + 1] > best.0 {
                best = (now[i + 1], at);
            }
        }
        before = now;
    }
    (best.0 > 0).then(|| (best.1 + 1 - best.0, best.1))
}
