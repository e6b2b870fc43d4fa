//! How well fingerprints tell copies from other posts, and complaints from other tweets.

use crate::rng::Rng;
use text::{Kind, Reader};

/// What changes in a copy.
const CHANGES: [&str; 5] =
    ["one word replaced", "one word left out", "one word added", "address, emoji and handle added", "reposted"];

/// The lines of the report's table: change, share within 6 bits, share near.
pub fn recall(reader: &Reader, texts: &[&str], seed: u64) -> Vec<(String, f64, f64)> {
    let mut rng = Rng::new(seed);
    let long: Vec<&str> = texts.iter().copied().filter(|text| words(text).len() >= 8).collect();
    let mut lines = Vec::new();
    for (change, name) in CHANGES.iter().enumerate() {
        let (mut six, mut near) = (0, 0);
        for text in &long {
            let other = long[rng.below(long.len())];
            let (a, b) =
                (reader.read(text).fingerprint, reader.read(&changed(text, other, change, &mut rng)).fingerprint);
            six += usize::from((a ^ b).count_ones() <= 6);
            near += usize::from(text::near(a, b));
        }
        let percent = |n: usize| 100.0 * n as f64 / long.len().max(1) as f64;
        lines.push(((*name).to_owned(), percent(six), percent(near)));
    }
    lines
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| !word.starts_with('@') && !word.starts_with("http")).collect()
}

fn changed(text: &str, other: &str, change: usize, rng: &mut Rng) -> String {
    let mut copy = words(text);
    let strange = words(other);
    let strange = strange[rng.below(strange.len())];
    let at = rng.below(copy.len());
    match change {
        0 => copy[at] = strange,
        1 => {
            copy.remove(at);
        }
        2 => copy.insert(at, strange),
        3 => return format!("@somebody {text} 😡 https://example.org/a?b=c"),
        _ => return format!("RT @somebody: {text}"),
    }
    copy.join(" ")
}

/// Among all pairs of different texts: how many there are, how many are near, and of those how many share fewer than half their words.
pub fn false_near(reader: &Reader, texts: &[&str]) -> (usize, usize, usize) {
    let prints: Vec<u64> = texts.iter().map(|text| reader.read(text).fingerprint).collect();
    let (mut pairs, mut near, mut wrong) = (0, 0, 0);
    for (i, a) in prints.iter().enumerate() {
        for (j, b) in prints.iter().enumerate().skip(i + 1) {
            pairs += 1;
            if text::near(*a, *b) {
                near += 1;
                wrong += usize::from(shared(texts[i], texts[j]) < 0.5);
            }
        }
    }
    (pairs, near, wrong)
}

/// The part of their words that two texts share.
fn shared(a: &str, b: &str) -> f64 {
    let set = |text: &str| {
        let mut tokens = Vec::new();
        for word in words(text) {
            text::token::tokens(word, &mut tokens);
        }
        tokens.iter().map(|token| token.hash).collect::<std::collections::BTreeSet<u64>>()
    };
    let (a, b) = (set(a), set(b));
    a.intersection(&b).count() as f64 / a.union(&b).count().max(1) as f64
}

/// Precision and recall, in per cent, of complaints among tweets to airlines; a tweet is one when its judges gave a reason.
pub fn complaints(reader: &Reader, tweets: &[(String, bool)]) -> (f64, f64) {
    let (mut said, mut right, mut there) = (0, 0, 0);
    for (text, complaint) in tweets {
        let told = reader.read(text).kind == Kind::Complaint;
        said += usize::from(told);
        there += usize::from(*complaint);
        right += usize::from(told && *complaint);
    }
    let percent = |n: usize, of: usize| 100.0 * n as f64 / of.max(1) as f64;
    (percent(right, said), percent(right, there))
}
