//! A drill marks the lessons that it went through, and no other; a client's plan over its agency's is played as one.

use super::short;
use jiff::civil::date;
use std::sync::Arc;
use store::Store;
use vigie_engine::drill::{Drill, by_plan};
use vigie_engine::pack::Pack;
use vigie_engine::replay::Play;

/// The plan that the pack is played by, as a drill has it.
async fn plan_of(pack: &Pack) -> String {
    let drill = set(pack.clone()).await;
    let store = &drill.world().store;
    let organisation = store.organisations().await.unwrap()[0].id;
    store.plan(organisation).await.unwrap().unwrap().text
}

async fn set(pack: Pack) -> Drill {
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    Drill::set(store, pack, Play::default(), 2).await.unwrap()
}

async fn tried(pack: Pack) -> Vec<String> {
    let mut drill = set(pack).await;
    while drill.minute().await.unwrap() {}
    drill.lessons_tested().await.unwrap()
}

fn lesson(name: &str, changes: &[&str]) -> String {
    format!("\n[lesson.{name}]\ntext = \"Sooner.\"\nreview = \"7\"\nchanges = {changes:?}\n")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lesson_is_tried_by_a_drill_that_went_through_what_it_changed_and_by_no_other() {
    let pack = Pack::read(&short()).unwrap();
    let text = plan_of(&pack).await;
    let (plan, _) = domain::plan::read(&text, None);
    let played = plan.scenario(pack.expect[0].scenario.as_deref().unwrap()).unwrap();
    let elsewhere = plan.scenarios.iter().find(|one| one.id != played.id).unwrap();
    let ours: Vec<&str> = plan.actions_of(played).iter().map(|one| one.id.as_str()).collect();
    let other = plan.actions.iter().find(|one| !ours.contains(&one.id.as_str())).unwrap();
    let (done, other) = (format!("action.{}", ours[0]), format!("action.{}", other.id));
    let (scenario, elsewhere) = (format!("scenario.{}", played.id), format!("scenario.{}", elsewhere.id));
    let lessons = [
        lesson("a-done", &[&done]),
        lesson("b-other", &[&other]),
        lesson("c-scenario", &[&scenario]),
        lesson("d-elsewhere", &[&elsewhere]),
        lesson("e-half", &[&done, &other]),
        lesson("f-says-nothing", &[]),
        lesson("g-card", &["conduct"]),
        lesson("h-both", &[&done, &scenario]),
    ];
    let today = date(2026, 3, 2);
    let ours = by_plan(pack.clone(), &(text.clone() + &lessons.concat()), None, today).unwrap();
    assert_eq!(tried(ours).await, ["a-done", "c-scenario", "h-both"]);
    // A client's own lines over its agency's plan: its people and words are the agency's, its lessons its own.
    let own = lesson("mine", &[&done]) + &lesson("not-mine", &[&other]);
    let both = by_plan(pack, &own, Some(&(text + &lesson("theirs", &[&done]))), today).unwrap();
    assert_eq!(tried(both).await, ["mine"]);
}
