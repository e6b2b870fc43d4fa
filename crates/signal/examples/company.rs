//! How long it takes to say who acts together in one storm: the first 5,000 mentions, as many as an assessment reads.
//!
//! `cargo run --release -p vigie-signal --example company`
//!
//! Three storms of 5,000 mentions. *Own words*: nobody copies anybody, the slowest for near copies. *Passed on*: half reposts of twenty posts. *Pushed*: three
//! in a hundred by twelve accounts who each hour write and show the same. Each mention is what an assessment makes of it: a text, a link, hashtags, a picture, or
//! one repost. Medians of eleven runs, one core.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a measurement: it reads the clock and prints")]

use std::time::Instant;
use vigie_signal::coordination::{Action, Kind, Report, Settings, detect};

const MENTIONS: u64 = 5_000;
/// Near copies differ in at most so many bits of their fingerprints.
const NEAR: u32 = 10;
const RUNS: usize = 11;

/// Numbers that look drawn, the same in each run.
struct Drawn(u64);

impl Drawn {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let n = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        n ^ (n >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn is(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// One mention: when, who, its text's fingerprint (0: a repost), the rest of what was done.
struct Mention {
    at: i64,
    account: u64,
    fingerprint: u64,
    rest: Vec<(Kind, u64)>,
}

fn storm(reposts: u64, pushed: u64) -> Vec<Mention> {
    let mut drawn = Drawn(7);
    let mut one = |_| {
        let at = drawn.below(6 * 3_600) as i64;
        if drawn.is(pushed) {
            // Twelve meet each hour, within ten seconds, on a text and a picture of its own.
            let turn = at as u64 / 3_600;
            let object = 1_000_000 + turn;
            let (account, jitter) = (10_000 + drawn.below(12), drawn.below(10) as i64);
            let fingerprint = Drawn(object).next() | 1;
            return Mention {
                at: turn as i64 * 3_600 + jitter,
                account,
                fingerprint,
                rest: vec![(Kind::Image, object)],
            };
        }
        let account = drawn.below(3_000);
        if drawn.is(reposts) {
            return Mention { at, account, fingerprint: 0, rest: vec![(Kind::Repost, drawn.below(20))] };
        }
        let mut rest = Vec::new();
        for (kind, percent, objects) in [(Kind::Link, 30, 40), (Kind::Hashtags, 30, 30), (Kind::Image, 20, 500)] {
            if drawn.is(percent) {
                rest.push((kind, 100_000 * kind as u64 + drawn.below(objects)));
            }
        }
        Mention { at, account, fingerprint: drawn.next() | 1, rest }
    };
    (0..MENTIONS).map(&mut one).collect()
}

/// What was done: near copies of a text are one object.
fn actions(storm: &[Mention]) -> Vec<Action> {
    let (mut texts, mut actions): (Vec<u64>, Vec<Action>) = (Vec::new(), Vec::new());
    for mention in storm {
        let Mention { at, account, .. } = *mention;
        if mention.fingerprint != 0 {
            let known = texts.iter().find(|text| (**text ^ mention.fingerprint).count_ones() <= NEAR).copied();
            let object = known.unwrap_or(mention.fingerprint);
            if known.is_none() {
                texts.push(object);
            }
            actions.push(Action { at, object, account, kind: Kind::Text });
        }
        actions.extend(mention.rest.iter().map(|&(kind, object)| Action { at, object, account, kind }));
    }
    actions
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of[of.len() / 2]
}

fn main() {
    for (name, reposts, pushed) in [("own words", 0, 0), ("passed on", 50, 0), ("pushed", 20, 3)] {
        let storm = storm(reposts, pushed);
        let (mut gathering, mut judging, mut last): (Vec<f64>, Vec<f64>, Option<(usize, Report)>) = Default::default();
        for _ in 0..RUNS {
            let began = Instant::now();
            let done = actions(&storm);
            gathering.push(began.elapsed().as_secs_f64() * 1e3);
            let (count, began) = (done.len(), Instant::now());
            let report = detect(done, Settings::default());
            judging.push(began.elapsed().as_secs_f64() * 1e3);
            last = Some((count, report));
        }
        let Some((count, report)) = last else { return };
        let (gathered, judged) = (median(gathering), median(judging));
        let sizes: Vec<usize> = report.groups.iter().map(|group| group.members.len()).collect();
        println!(
            "{name}: {MENTIONS} mentions, {count} things done: {gathered:.1} ms to gather, {judged:.1} ms to judge ({:.0} things/s); groups of {sizes:?}",
            count as f64 / judged * 1e3
        );
    }
}
