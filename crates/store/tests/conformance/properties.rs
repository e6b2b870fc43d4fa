//! The same items cut into any batches leave the same state, and every batch run twice is run once.

use crate::house::{House, batch, likes, on_both, post, reading, t};
use domain::mention::Arrival;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use store::{Item, Store};
use text::Polarity;

#[derive(Clone, Debug)]
struct Sketch {
    native_id: u8,
    rev: Option<u8>,
    text: u8,
    seconds: i64,
    seen_after: i64,
    likes: Option<i64>,
    negative: bool,
    ours: bool,
    theirs: bool,
    arrival: u8,
    keep: bool,
}

fn sketch() -> impl Strategy<Value = Sketch> {
    let identity = (0..6_u8, proptest::option::of(0..3_u8), 0..3_u8);
    let times = (0..2_000_000_i64, 0..2_000_000_i64);
    let rest = (proptest::option::of(0..3_i64), any::<bool>(), any::<bool>(), any::<bool>(), 0..3_u8);
    (identity, times, rest).prop_map(
        |((native_id, rev, text), (seconds, seen_after), (likes, negative, ours, theirs, arrival))| Sketch {
            native_id,
            rev,
            text,
            seconds,
            seen_after,
            likes,
            negative,
            ours,
            theirs,
            arrival,
            // A post that leaves no trace is counted again when it comes again.
            keep: true,
        },
    )
}

fn item(house: &House, sketch: &Sketch) -> Item {
    let mut post = post(&sketch.native_id.to_string(), &format!("text {}", sketch.text), sketch.seconds);
    post.native_rev = sketch.rev.map(|r| r.to_string());
    post.seen_at = t(sketch.seconds + sketch.seen_after);
    post.engagement = sketch.likes.map(likes).unwrap_or_default();
    let polarity = if sketch.negative { Polarity::Negative } else { Polarity::Neutral };
    let mut hits = Vec::new();
    hits.extend(sketch.ours.then(|| house.hit(&post)));
    hits.extend(sketch.theirs.then(|| house.their_hit(&post)));
    for hit in &mut hits {
        hit.arrival = [Arrival::Live, Arrival::Late, Arrival::History][usize::from(sketch.arrival)];
    }
    Item { post, reading: Some(reading(polarity)), hits, keep: sketch.keep }
}

async fn state(store: &Store, sketches: &[Sketch], cuts: &[usize], times: usize) -> String {
    let house = House::build(store).await;
    let items: Vec<Item> = sketches.iter().map(|s| item(&house, s)).collect();
    for _ in 0..times {
        let mut start = 0;
        for cut in cuts.iter().copied().chain([items.len()]) {
            let end = cut.clamp(start, items.len());
            store.commit(batch(house.firehose, items[start..end].to_vec())).await.unwrap();
            start = end;
        }
    }
    store.dump().await.unwrap()
}

fn check(cases: u32) {
    let strategy =
        (proptest::collection::vec(sketch(), 1..24), proptest::collection::vec(0..24_usize, 0..5), 1..3_usize);
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&strategy, |(sketches, mut cuts, times)| {
        cuts.sort_unstable();
        let expected = std::cell::RefCell::new(None);
        let story = async |store: &Store| {
            let state = state(store, &sketches, &cuts, times).await;
            // On both engines the state is that of one batch, run once, on SQLite.
            let expected = expected.borrow_mut().get_or_insert_with(|| state.clone()).clone();
            pretty(&expected, &state);
        };
        let whole = async |store: &Store| {
            *expected.borrow_mut() = Some(state(store, &sketches, &[], 1).await);
        };
        on_both(whole);
        on_both(story);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

fn pretty(expected: &str, state: &str) {
    let differs = expected.lines().zip(state.lines()).find(|(a, b)| a != b);
    assert!(expected == state, "the states differ, first at {differs:#?}");
}

#[test]
fn any_cut_leaves_the_same_state() {
    check(12);
}
