//! Drills: packs played by a scripted team, the same log on every run, and nothing that leaves the house.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use domain::drill::What;
use std::sync::Arc;
use store::Store;
use vigie_engine::drill::{Drill, Outcome};
use vigie_engine::pack::Pack;
use vigie_engine::replay::Play;

const BAKERY: &str = include_str!("../../../packs/bakery.toml");

async fn play(text: &str, play: Play, workers: usize) -> (Drill, Outcome) {
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    let mut drill = Drill::set(store, Pack::read(text).unwrap(), play, workers).await.unwrap();
    while drill.minute().await.unwrap() {}
    let outcome = drill.outcome().await.unwrap();
    (drill, outcome)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_is_woken_opens_the_case_and_speaks_in_time() {
    let (drill, outcome) = play(BAKERY, Play::default(), 2).await;
    println!("{}", serde_json::to_string_pretty(&outcome).unwrap());
    let item = |what: What| outcome.score.items.iter().find(|item| item.what == what).unwrap();
    assert_eq!(outcome.detected_after_minutes, Some(0), "one grave post is enough");
    for what in [What::Detected, What::Quiet, What::Step, What::Clocks, What::Wording] {
        assert_eq!(item(what).got, item(what).of, "{:?}", item(what));
    }
    let store = &drill.world().store;
    let organisation = store.organisations().await.unwrap()[0].id;
    let cases = store.cases(organisation, false, None, 9).await.unwrap();
    assert_eq!(cases.len(), 1, "one brand burns");
    let records = store.case_records(organisation, cases[0].id, 0).await.unwrap();
    let kinds: Vec<&str> = records.iter().map(|record| record.kind.as_str()).collect();
    println!("{kinds:?}");
    assert!(kinds.contains(&"speech.came"), "the holding text is out: {kinds:?}");
}
