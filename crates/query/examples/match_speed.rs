//! Posts per CPU second against 1,000, 10,000 and 100,000 queries, beside the bare tokenising pass over the same posts in the
//! same run. Queries and posts are made up from a seed. `cargo run --release -p vigie-query --example match_speed [POSTS]`
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a measurement: it reads the clock and prints")]

use std::time::Instant;
use vigie_query::{Document, Matcher, Query, Scratch, evaluate, parse};

/// SplitMix64.
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ z >> 31
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    /// A rank below `n`, rank r about as often as 1/r.
    fn rank(&mut self, n: usize) -> usize {
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        (((n as f64).powf(share)) as usize).min(n) - 1
    }
}

/// A made-up word for a rank: frequent ones are short. `capital` shifts to another set of words.
fn word(rank: usize, set: u64) -> String {
    let syllables =
        ["ba", "ré", "mi", "so", "tu", "len", "vor", "que", "dan", "fi", "gro", "pel", "ché", "sta", "wy", "zen"];
    let mut seeded = Seeded(rank as u64 * 2 + set * 0x1_0000_0001);
    let length = 1 + (rank + 2).ilog10() as usize + seeded.below(2);
    (0..length + set as usize).map(|_| syllables[seeded.below(syllables.len())]).collect()
}

const VOCABULARY: usize = 50_000;

fn post(seeded: &mut Seeded, words: &[String], brands: &[String]) -> String {
    let mut text = String::new();
    for _ in 0..8 + seeded.below(20) {
        let word = &words[seeded.rank(VOCABULARY)];
        match seeded.below(100) {
            0..3 => text.push('#'),
            3..6 => text.push('@'),
            6..8 => text.push_str("https://www."),
            8 => text.push_str("l'"),
            _ => {}
        }
        text.push_str(word);
        text.push(' ');
    }
    if seeded.below(20) == 0 {
        text.push_str(&brands[seeded.rank(brands.len())]);
    }
    text
}

fn query(seeded: &mut Seeded, words: &[String], brand: &str) -> String {
    let many = |seeded: &mut Seeded, n: usize| {
        let words: Vec<&str> = (0..n).map(|_| words[seeded.rank(VOCABULARY)].as_str()).collect();
        words.join(" OR ")
    };
    match seeded.below(10) {
        0..3 => brand.to_owned(),
        3..5 => format!("{brand} -({})", many(seeded, 4)),
        5..7 => format!("{brand} AND ({})", many(seeded, 8)),
        7 => format!("{brand} NEAR/5 {}", words[seeded.rank(VOCABULARY)]),
        8 => format!("\"{brand} {}\" OR #{brand}", words[seeded.rank(VOCABULARY)]),
        _ => format!("{brand}* lang:fr"),
    }
}

/// Seconds this thread has run, where the system tells; else the wall's.
fn cpu_seconds(since: Instant) -> f64 {
    let own = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = own.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| since.elapsed().as_secs_f64(), |ns| ns / 1e9)
}

fn main() {
    let origin = Instant::now();
    let count = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(200_000);
    let mut seeded = Seeded(7);
    let words: Vec<String> = (0..VOCABULARY).map(|rank| word(rank, 0)).collect();
    let brands: Vec<String> = (0..100_000).map(|rank| word(rank, 2)).collect();
    let posts: Vec<String> = (0..count).map(|_| post(&mut seeded, &words, &brands)).collect();
    let bytes: usize = posts.iter().map(String::len).sum();
    println!("{count} posts, {} bytes each", bytes / count);

    for size in [1_000, 10_000, 100_000] {
        let sources = brands[..size].iter().map(|brand| query(&mut seeded, &words, brand));
        let queries: Vec<Query> =
            sources.map(|source| parse(&source).unwrap_or_else(|e| panic!("{}", e.render(&source)))).collect();
        let start = cpu_seconds(origin);
        let mut matcher = Matcher::new();
        for (id, query) in (0..).zip(&queries) {
            matcher.insert(id, query);
        }
        let build = cpu_seconds(origin) - start;
        for post in posts.iter().take(40) {
            gate(&matcher, &queries, post);
        }
        measure(size, &matcher, &posts, build, origin);
    }
}

/// No figure without agreement.
fn gate(matcher: &Matcher, queries: &[Query], post: &str) {
    let document = Document { text: post, lang: Some("fr"), ..Document::default() };
    let expected: Vec<u64> = (0..).zip(queries).filter(|(_, q)| evaluate(q, &document)).map(|(id, _)| id).collect();
    assert_eq!(matcher.matches(&document, &mut Scratch::default()), expected, "{post}");
}

/// Five pairs of passes, tokenising and matching by turns; the medians.
fn measure(size: usize, matcher: &Matcher, posts: &[String], build: f64, origin: Instant) {
    let (mut scans, mut matches) = (Vec::new(), Vec::new());
    let (mut found, mut candidates, mut tokens) = (0, 0, 0);
    let mut scratch = Scratch::default();
    for _ in 0..5 {
        let start = cpu_seconds(origin);
        tokens = 0;
        let mut hashes = 0_u64;
        for post in posts {
            text::token::scan(post, |token, _| {
                hashes ^= token.hash;
                tokens += 1;
            });
        }
        scans.push(cpu_seconds(origin) - start);
        std::hint::black_box(hashes);
        let start = cpu_seconds(origin);
        (found, candidates) = (0, 0);
        for post in posts {
            found +=
                matcher.matches(&Document { text: post, lang: Some("fr"), ..Document::default() }, &mut scratch).len();
            candidates += scratch.candidates();
        }
        matches.push(cpu_seconds(origin) - start);
    }
    let median = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    let (scan, matching, n) = (median(&mut scans), median(&mut matches), posts.len() as f64);
    println!(
        "{size:>7} queries: {:>9.0} posts/cpu-s | scan alone {:>9.0} posts/cpu-s ({:.1} tokens) | ratio {:.2} | candidates {:.3} hits {:.3} a post | {:.2} µs an insertion",
        n / matching,
        n / scan,
        tokens as f64 / n,
        scan / matching,
        candidates as f64 / n,
        found as f64 / n,
        build / size as f64 * 1e6,
    );
}
