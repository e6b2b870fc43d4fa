//! Posts and queries from a seed: words made of syllables, so that nobody's text is needed and everybody's machine has the same.

use connect::inbound::file::jsonl;
use domain::post::{Author, Engagement, Post};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;

/// SplitMix64: the bench must not depend on what a library calls random.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap_or_default()
    }
}

/// What is measured with.
pub struct Load {
    /// The posts, one a line.
    pub jsonl: Vec<u8>,
    /// The same posts.
    pub posts: Vec<Post>,
    /// Brand name and query.
    pub queries: Vec<(String, String)>,
    /// How many posts were made to match: no other can, for no other holds a brand's name.
    pub planted: usize,
}

const SYLLABLES: [&str; 32] = [
    "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "qui", "ro", "su", "ta", "ve", "wi", "xo",
    "zu", "bran", "cler", "drin", "fles", "gron", "plo", "stra", "tri", "vlu", "eau", "ane", "iek",
];
const VOCABULARY: usize = 20_000;
/// One post in fifty names a brand: two in a hundred match.
const ONE_IN: usize = 50;

/// Draws the load.
pub fn load(posts: usize, queries: usize, seed: u64, start: Timestamp) -> Load {
    let mut chance = Chance(seed);
    let mut taken = BTreeSet::new();
    let mut word = |chance: &mut Chance, syllables: usize| loop {
        let word: String = (0..syllables).map(|_| SYLLABLES[chance.below(SYLLABLES.len())]).collect();
        if taken.insert(word.clone()) {
            return word;
        }
    };
    let vocabulary: Vec<String> = (0..VOCABULARY).map(|i| word(&mut chance, if i < 300 { 2 } else { 3 })).collect();
    let brands: Vec<String> = (0..queries).map(|_| word(&mut chance, 4)).collect();
    let queries: Vec<(String, String, String)> = brands
        .into_iter()
        .map(|name| query(&name, &vocabulary, &mut chance))
        .map(|(q, witness, name)| (name, q, witness))
        .collect();
    let mut load = Load { jsonl: Vec::new(), posts: Vec::with_capacity(posts), queries: Vec::new(), planted: 0 };
    for n in 0..posts {
        let planted = chance.below(ONE_IN) == 0 && !queries.is_empty();
        let witness = planted.then(|| queries[chance.below(queries.len())].2.as_str());
        load.planted += usize::from(planted);
        let post = post(n, posts, witness, &vocabulary, &mut chance, start);
        load.jsonl.extend_from_slice(jsonl::write(&post).as_bytes());
        load.posts.push(post);
    }
    load.queries = queries.into_iter().map(|(name, query, _)| (name, query)).collect();
    load
}

/// A query of one of the usual forms, words that match it, and the brand's name.
fn query(name: &str, vocabulary: &[String], chance: &mut Chance) -> (String, String, String) {
    let mut word = || vocabulary[300 + chance.below(vocabulary.len() - 300)].clone();
    let (a, b, c) = (word(), word(), word());
    let (query, witness) = match name.len() % 5 {
        0 => (format!("{name} AND ({a} OR {b} OR {c})"), format!("{name} {b}")),
        1 => (format!("\"{name} {a}\""), format!("{name} {a}")),
        2 => (format!("{name} NEAR/5 {a}"), format!("{a} {b} {name}")),
        3 => (format!("{name} OR {name}{a}"), name.to_owned()),
        _ => (name.to_owned(), name.to_owned()),
    };
    (query, witness, name.to_owned())
}

/// About nineteen words, the common ones far more often.
fn post(
    n: usize,
    of: usize,
    witness: Option<&str>,
    vocabulary: &[String],
    chance: &mut Chance,
    start: Timestamp,
) -> Post {
    let length = 8 + chance.below(23);
    let place = chance.below(length);
    let mut words: Vec<&str> = Vec::with_capacity(length + 1);
    for i in 0..length {
        if let (true, Some(witness)) = (i == place, witness) {
            words.push(witness);
        }
        let share = chance.below(1_000_000) as f64 / 1e6;
        let rank = (share * share * share * vocabulary.len() as f64) as usize;
        words.push(&vocabulary[rank.min(vocabulary.len() - 1)]);
    }
    // A day of posts, in order.
    let at = SignedDuration::from_secs((n as i64).saturating_mul(86_400) / of.max(1) as i64);
    let at = start.saturating_add(at).unwrap_or(start);
    let author = chance.below(300_000);
    Post {
        source_kind: "file".to_owned(),
        native_id: format!("post-{n}"),
        author: Author {
            handle: Some(format!("reader{author}@example.org")),
            followers: Some(chance.below(5_000) as i64),
            ..Author::default()
        },
        url: Some(format!("https://example.org/posts/{n}")),
        text: words.join(" "),
        published_at: Some(at),
        seen_at: at.saturating_add(SignedDuration::from_secs(20)).unwrap_or(at),
        engagement: Engagement::default(),
        ..Post::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_the_planted_posts_match_by_the_naive_evaluator() {
        let load = load(2_000, 60, 7, Timestamp::UNIX_EPOCH);
        let queries: Vec<_> = load.queries.iter().map(|(_, text)| query::parse(text).unwrap()).collect();
        let matched = load
            .posts
            .iter()
            .filter(|post| {
                let document = query::Document { text: &post.text, ..query::Document::default() };
                queries.iter().any(|query| query::evaluate(query, &document))
            })
            .count();
        assert_eq!(matched, load.planted);
        assert!((20..=70).contains(&matched), "{matched} of 2,000");
    }
}
