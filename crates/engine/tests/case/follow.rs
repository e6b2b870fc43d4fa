//! Follow-up from stored counters: a test that holds closes its measure once, a limit that is passed brings the case back once, across a restart; and a
//! lesson that becomes a version of the plan.

use crate::rig::{Rig, key, start};
use domain::case::Refusal;
use domain::case::event::{Blind, HotWash, Limit, Standing, Step, Test, Theme};
use domain::case::state::{LessonStage, MeasureStage};
use domain::counter::Series;
use domain::figure::Figure;
use domain::id::{CaseId, SourceId};
use domain::mention::Arrival;
use domain::organisation::Role;
use domain::plan::{Change, Written};
use domain::post::Post;
use domain::review::{Gap, Moved, Ran};
use jiff::{SignedDuration, Timestamp};
use store::{Batch, Hit, Item, NewSource};
use vigie_engine::case::{Ask, CaseError, ask, room};
use vigie_engine::review::{self, Lesson};
use vigie_engine::{EngineError, plan};

const ILL: Theme = Theme::Series(Series::Negative);

fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

async fn source(rig: &Rig) -> SourceId {
    let (organisation, brand) = (Some(rig.organisation), Some(rig.brand));
    let (kind, name, settings) = ("webhook".to_owned(), "Reviews".to_owned(), "{}".to_owned());
    let new = NewSource { organisation, brand, kind, name, settings };
    rig.waking.world.store.create_source(new, start()).await.unwrap().id
}

/// So many posts that speak ill, at a moment.
async fn heard(rig: &Rig, source: SourceId, at: Timestamp, posts: usize) {
    let item = |number: usize| Item {
        post: Post {
            source_kind: "webhook".to_owned(),
            native_id: format!("{at}-{number}"),
            text: "Ill again.".to_owned(),
            published_at: Some(at),
            seen_at: at,
            raw: b"{}".to_vec(),
            ..Post::default()
        },
        reading: None,
        hits: vec![Hit {
            organisation: rig.organisation,
            brand: rig.brand,
            queries: Vec::new(),
            arrival: Arrival::Live,
            series: vec![Series::Mentions, Series::Negative],
        }],
        keep: true,
    };
    let batch = Batch { items: (0..posts).map(item).collect(), ..Batch::new(source, at) };
    rig.waking.world.store.commit(batch).await.unwrap();
}

async fn asked(rig: &Rig, case: CaseId, what: Ask) {
    ask(&rig.waking, rig.organisation, case, (rig.anna, Role::Owner), what).await.unwrap();
}

async fn kinds(rig: &Rig, case: CaseId, kind: &str) -> usize {
    let open = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    open.records.iter().filter(|record| record.kind == kind).count()
}

/// A case in follow-up, with a measure and a limit, and a source that is heard.
async fn calmed() -> (Rig, CaseId, SourceId) {
    let rig = Rig::shop().await;
    let source = source(&rig).await;
    let case = rig.open().await;
    asked(&rig, case, Ask::Step { to: Step::FollowUp, why: Some("It is quiet.".to_owned()) }).await;
    let test = Test::Rate { theme: ILL, under: 3, days: 2 };
    let text = "The cold room was repaired.".to_owned();
    asked(&rig, case, Ask::Take { key: key("m"), text, test, owner: Some(rig.ben), due: None, to: None }).await;
    let limit = Limit { theme: ILL, over: 5, hours: 6 };
    asked(&rig, case, Ask::Guard { key: key("g"), limit }).await;
    (rig, case, source)
}

#[tokio::test]
async fn a_test_that_holds_closes_its_measure_once_and_its_owner_hears_of_it() {
    let (rig, case, source) = calmed().await;
    let due = rig.waking.world.store.case(rig.organisation, case).await.unwrap().due_at.unwrap();
    assert!(due <= start() + hours(1), "the house counts each hour: {due}");
    // Four on the first day, two on the second, none on the third.
    heard(&rig, source, start() + hours(3), 4).await;
    heard(&rig, source, start() + hours(30), 2).await;
    for _ in 0..80 {
        rig.pass(hours(1));
        rig.look(case).await;
        // Another process looks too, and a restart reads the same log.
        rig.look(case).await;
    }
    let open = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    let measure = &open.state.measures[&1];
    let MeasureStage::Held(at) = measure.stage else { panic!("{measure:?}") };
    assert_eq!((at, measure.since), (start() + hours(72), Some(start() + hours(24))));
    assert_eq!((kinds(&rig, case, "measure.held").await, kinds(&rig, case, "measure.passed").await), (1, 0));
    assert_eq!(kinds(&rig, case, "measure.turned").await, 2, "off after a day, holding after two");
    let told = rig.told(rig.ben).await;
    assert_eq!(told.iter().filter(|body| body.contains("Measure 1 is closed")).count(), 1, "{told:?}");
}

#[tokio::test]
async fn a_relapse_opens_the_case_again_once_and_whoever_leads_is_told() {
    let (rig, case, source) = calmed().await;
    // What the crisis itself was made of is no relapse.
    heard(&rig, source, start() - hours(1), 20).await;
    rig.pass(hours(2));
    heard(&rig, source, start() + hours(1), 5).await;
    rig.look(case).await;
    assert_eq!(kinds(&rig, case, "measure.passed").await, 0);
    heard(&rig, source, start() + hours(2), 3).await;
    rig.pass(hours(1));
    for _ in 0..3 {
        rig.look(case).await;
    }
    let open = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    assert_eq!((open.state.course.step, kinds(&rig, case, "measure.passed").await), (Step::Paracrisis, 1));
    let told = rig.told(rig.anna).await;
    assert_eq!(told.iter().filter(|body| body.contains("It came back: 8")).count(), 1, "{told:?}");
    let found = review::read(&rig.waking.world, rig.organisation, case).await.unwrap();
    assert_eq!(found.review.volumes.unwrap().after, None, "it is not over: it came back");
    // Twelve hours on it is quiet, and the limit can be passed again.
    rig.pass(hours(12));
    rig.look(case).await;
    assert_eq!(kinds(&rig, case, "measure.cleared").await, 1);
}

#[tokio::test]
async fn what_nobody_listened_to_is_not_held_for_quiet() {
    let rig = Rig::shop().await;
    let case = rig.open().await;
    let test = Test::Rate { theme: ILL, under: 3, days: 1 };
    let text = "The cold room was repaired.".to_owned();
    asked(&rig, case, Ask::Take { key: key("m"), text, test, owner: None, due: None, to: None }).await;
    rig.pass(hours(50));
    rig.look(case).await;
    let open = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    assert_eq!(open.state.measures[&1].standing, Some(Standing::Unknown(Blind::NotListened)));
    let found = review::read(&rig.waking.world, rig.organisation, case).await.unwrap();
    assert!(found.review.unknown.contains(&Gap::Volumes) && found.review.unknown.contains(&Gap::Measure(1)));
}

#[tokio::test]
async fn a_review_is_read_and_its_lesson_becomes_a_version_of_the_plan() {
    let (rig, case, source) = calmed().await;
    heard(&rig, source, start() - hours(100), 20).await;
    heard(&rig, source, start() + hours(1), 40).await;
    rig.pass(hours(30));
    rig.look(case).await;
    let by = (rig.anna, Role::Owner);
    let text = "Somebody who knows the cold room.".to_owned();
    asked(&rig, case, Ask::Answer { key: key("a"), question: HotWash::Missing, text }).await;
    let found = review::read(&rig.waking.world, rig.organisation, case).await.unwrap();
    let volumes = found.review.volumes.unwrap();
    let after = volumes.after.and_then(|after| after.span.mentions);
    assert_eq!((volumes.before.span.mentions, after, volumes.stayed), (Some(20), Some(40), Moved::NotApart));
    assert_eq!(volumes.before.span.from, start() - hours(100), "nobody counted before");
    assert_eq!(found.review.answers.wrote, Figure::Counted(0));
    assert!(!found.review.clocks.is_empty() && found.review.clocks.iter().all(|clock| clock.ran == Ran::Dropped));
    assert_eq!(found.progress[&1].standing, Standing::Off);
    // A change that the plan does not take is no lesson.
    let change = |field: &str, to: &str| Change {
        section: "clock".to_owned(),
        id: Some("first".to_owned()),
        field: Some(field.to_owned()),
        from: None,
        to: Some(Written::Text(to.to_owned())),
    };
    let said = plan::said(&rig.waking.world, rig.organisation).await.unwrap().unwrap();
    let clock = said.clocks.first().map(|clock| clock.id.clone()).unwrap_or_default();
    let placed = |change: Change| Change { id: Some(clock.clone()), ..change };
    let lesson = |changes: Vec<Change>| Lesson {
        key: key("lesson-1"),
        text: "Somebody else takes over sooner.".to_owned(),
        changes,
        records: vec![1],
    };
    let wrong = lesson(vec![placed(change("fallback", "nobody-there"))]);
    let refused = review::draw(&rig.waking, rig.organisation, case, by, &wrong).await;
    assert!(matches!(refused, Err(CaseError::House(EngineError::Report(_)))), "{refused:?}");
    let whole = Change { id: None, field: None, to: None, ..change("due", "") };
    let refused = review::draw(&rig.waking, rig.organisation, case, by, &lesson(vec![whole])).await;
    assert!(matches!(refused, Err(CaseError::House(EngineError::Report(_)))), "a whole section: {refused:?}");
    let right = lesson(vec![placed(change("due", "7 min"))]);
    review::draw(&rig.waking, rig.organisation, case, by, &right).await.unwrap();
    review::draw(&rig.waking, rig.organisation, case, by, &right).await.unwrap();
    let before = rig.waking.world.store.plan(rig.organisation).await.unwrap().unwrap();
    let legal = review::merge(&rig.waking, rig.organisation, case, (rig.anna, Role::Legal), 1).await;
    assert!(matches!(legal, Err(CaseError::Refused(Refusal::Role))), "{legal:?}");
    let other = Lesson { key: key("lesson-2"), ..lesson(vec![placed(change("due", "9 min"))]) };
    assert_eq!(review::draw(&rig.waking, rig.organisation, case, by, &other).await.unwrap(), 2);
    let version = review::merge(&rig.waking, rig.organisation, case, by, 1).await.unwrap();
    // What the second was drawn against is not what the plan says now.
    let late = review::merge(&rig.waking, rig.organisation, case, by, 2).await;
    let said = |why: &str| why.contains("since the lesson was drawn: clock.");
    assert!(matches!(&late, Err(CaseError::House(EngineError::Report(why))) if said(why)), "{late:?}");
    assert_eq!(version, before.version + 1);
    assert_eq!(review::merge(&rig.waking, rig.organisation, case, by, 1).await.unwrap(), version);
    let now = rig.waking.world.store.plan(rig.organisation).await.unwrap().unwrap();
    assert!(now.text.contains("7 min") && now.text.contains(&format!("review = \"{case}\"")), "{}", now.text);
    let missing = review::merge(&rig.waking, rig.organisation, case, by, 9).await;
    assert!(matches!(missing, Err(CaseError::Refused(Refusal::Missing { what: "lesson", number: 9 }))));
    let open = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    assert_eq!(open.state.lessons[&1].stage, LessonStage::Merged(version));
    assert_eq!(kinds(&rig, case, "lesson.merged").await, 1);
}
