//! Drills: packs played by a scripted team, the same log on every run, and nothing that leaves the house.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

mod canary;
mod lesson;
mod live;
mod packs;

use domain::case::event::Form;
use domain::case::state::MeasureStage;
use domain::drill::What;
use domain::readiness::{Kind, Readiness};
use domain::training::Part;
use std::collections::BTreeSet;
use std::sync::Arc;
use store::Store;
use vigie_engine::EngineError;
use vigie_engine::drill::{Drill, Outcome};
use vigie_engine::pack::Pack;
use vigie_engine::replay::Play;
use vigie_engine::team::{ready, ready_after};

const BAKERY: &str = include_str!("../../../../packs/bakery.toml");

/// The pack of one grave post, with one calm day before it instead of three and a half.
fn short() -> String {
    let text = include_str!("../../../../packs/grave-post.toml");
    text.replace(r#"length = "90h""#, r#"length = "30h""#).replace(r#"storm = "85h 15m""#, r#"storm = "25h 15m""#)
}

async fn set(text: &str, play: Play, workers: usize) -> Drill {
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    Drill::set(store, Pack::read(text).unwrap(), play, workers).await.unwrap()
}

async fn play(text: &str, play: Play, workers: usize) -> (Drill, Outcome) {
    let mut drill = set(text, play, workers).await;
    while drill.minute().await.unwrap() {}
    let outcome = drill.outcome().await.unwrap();
    (drill, outcome)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_is_woken_opens_the_case_and_speaks_in_time() {
    let (drill, outcome) = play(BAKERY, Play::default(), 2).await;
    let item = |what: What| outcome.score.items.iter().find(|item| item.what == what).unwrap();
    assert!(outcome.detected_after_minutes.is_some_and(|minutes| minutes <= 1), "one grave post is enough");
    for what in [What::Detected, What::Quiet, What::Shown, What::Step, What::Clocks, What::Wording, What::Actions] {
        assert_eq!(item(what).got, item(what).of, "{:?}", item(what));
    }
    assert!(outcome.refused.iter().all(|refused| refused.what == "claim"), "{:?}", outcome.refused);
    assert_eq!((item(What::ClaimedOnce).got, item(What::ClaimedOnce).of, outcome.claimed_twice), (9, 9, 9));
    assert_eq!((item(What::Answered).got, item(What::Answered).of), (9, 9), "{:?}", item(What::Answered));
    assert_eq!((item(What::Measures).got, item(What::Measures).of), (1, 1), "{:?}", item(What::Measures));
    // What the owner and the friend showed, of one scenario; and what their readiness makes of it.
    let drilled = outcome.drilled(drill.world().clock.now());
    assert!(drilled.scenarios.contains("injury"), "{drilled:?}");
    assert_eq!(drilled.shown["owner"], BTreeSet::from(Part::ALL), "{drilled:?}");
    let store = &drill.world().store;
    let organisation = store.organisations().await.unwrap()[0].id;
    let cases = store.cases(organisation, false, None, 9).await.unwrap();
    assert_eq!(cases.len(), 1, "one brand burns");
    let untrained = |ready: Readiness| ready.reasons.into_iter().find(|reason| reason.kind == Kind::Untrained);
    let before = ready(drill.world(), organisation).await.unwrap();
    let after = ready_after(drill.world(), organisation, &[drilled]).await.unwrap();
    let went = |ready: &Readiness| ready.matrix.iter().filter(|row| row.rehearsed.is_some()).count();
    assert!(went(&before) == 0 && went(&after) > 0 && after.score > before.score, "{before:?} {after:?}");
    let (before, after) = (untrained(before).unwrap(), untrained(after));
    assert!(after.is_none_or(|after| after.subjects.len() < before.subjects.len()), "{before:?}");
    let records = store.case_records(organisation, cases[0].id, 0).await.unwrap();
    let sent = records.iter().filter(|record| record.kind == "speech.came").count();
    assert_eq!(sent, 11, "the holding text, the statement and nine answers are out");
    // As far as the case goes: each answer's receipt says that it left nowhere.
    let room = vigie_engine::case::room(drill.world(), organisation, cases[0].id).await.unwrap();
    let replies: Vec<_> = room.state.drafts.values().filter(|draft| draft.form == Form::Reply).collect();
    let receipts = replies.iter().flat_map(|draft| draft.receipts.values());
    let receipts: Vec<&str> = receipts.map(|receipt| room.text(*receipt).unwrap()).collect();
    assert_eq!((replies.len(), receipts.len()), (9, 9));
    assert!(receipts.iter().all(|receipt| receipt.contains("nothing left the house")), "{receipts:?}");
    let measure = room.state.measures.values().next().unwrap();
    assert!(matches!(measure.stage, MeasureStage::Held(_)), "{measure:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_seed_is_the_same_log_whatever_the_workers_and_batches() {
    let text = short();
    let (_, first) = play(&text, Play::default(), 1).await;
    for (workers, batch) in [(2, 1), (8, 5_000)] {
        let (_, again) = play(&text, Play { batch, ..Play::default() }, workers).await;
        assert_eq!(serde_json::to_value(&again).unwrap(), serde_json::to_value(&first).unwrap());
    }
    let (_, seed) = play(&text, Play { seed: 2, ..Play::default() }, 2).await;
    let (_, moved) = play(&text.replace(r#"after = "0m""#, r#"after = "1m""#), Play::default(), 2).await;
    assert!(seed.log_hash != first.log_hash && moved.log_hash != first.log_hash);
    // Not the posts' digest alone: what the team did is another log too.
    assert_ne!(moved.score.items[0].evidence[0].at, first.score.items[0].evidence[0].at);
    assert_eq!((moved.detected_after_minutes, first.detected_after_minutes), (Some(1), Some(1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_that_is_not_there_is_scored_so() {
    // Nobody of the plan answers from the beginning of the storm on.
    let absent =
        |who: &str| format!("\n[[inject]]\nafter = \"0m\"\nkind = \"absent\"\nto = \"{who}\"\ntext = \"Away.\"\n");
    let text = short() + &absent("owner") + &absent("friend");
    let (_, outcome) = play(&text, Play::default(), 2).await;
    let got = |what: What| outcome.score.items.iter().find(|item| item.what == what).map(|item| (item.got, item.of));
    assert_eq!(got(What::Detected), Some((1, 1)), "Vigie saw it all the same");
    assert_eq!((got(What::Step), got(What::Clocks)), (Some((0, 1)), Some((0, 2))), "{:?}", outcome.score);
    assert_eq!((got(What::Roles), got(What::Actions)), (Some((0, 1)), Some((0, 1))), "no case, no role, no action");
    assert!(outcome.score.percent < 50, "{}", outcome.score.percent);
}

#[tokio::test]
async fn a_drill_never_shares_a_store() {
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    store.create_organisation("Dunes", "2026-03-02T06:00:00Z".parse().unwrap()).await.unwrap();
    let refused = Drill::set(store.clone(), Pack::read(&short()).unwrap(), Play::default(), 1).await;
    assert!(matches!(refused.err(), Some(EngineError::Report(why)) if why.contains("in use")));
    assert_eq!(store.organisations().await.unwrap().len(), 1);
}
