//! What stood before anybody had heard of it: a notice that somebody dismissed, complaints of the same cause; and what followed what was said.

use crate::rig::{Rig, start};
use domain::case::triage::Answers;
use domain::counter::Series;
use domain::id::SourceId;
use domain::mention::Arrival;
use domain::organisation::Role;
use domain::post::Post;
use domain::review::{Gap, Observation};
use domain::signal::{Verdict, signal_id};
use jiff::{SignedDuration, Timestamp};
use store::{Batch, Hit, Item, NewSignal, NewSource, Settlement};
use text::Cause;
use vigie_engine::case::{Ask, ask};
use vigie_engine::review;

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

async fn source(rig: &Rig, kind: &str) -> SourceId {
    let (organisation, brand) = (Some(rig.organisation), Some(rig.brand));
    let (kind, name, settings) = (kind.to_owned(), kind.to_owned(), "{}".to_owned());
    let new = NewSource { organisation, brand, kind, name, settings };
    rig.waking.world.store.create_source(new, start() - days(60)).await.unwrap().id
}

async fn wrote(rig: &Rig, source: SourceId, at: Timestamp, text: &str) {
    let item = Item {
        post: Post {
            source_kind: "webhook".to_owned(),
            native_id: format!("{source}-{at}"),
            text: text.to_owned(),
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
    let batch = Batch { items: vec![item], ..Batch::new(source, at) };
    rig.waking.world.store.commit(batch).await.unwrap();
}

/// A signal as a tick raises it; gives its id.
async fn raised(rig: &Rig, level: &str, onset: Timestamp) -> String {
    let id = signal_id(rig.brand, Series::Negative, onset);
    let signal = NewSignal {
        id: id.clone(),
        organisation: rig.organisation,
        brand: rig.brand,
        series: Series::Negative,
        level: level.to_owned(),
        onset,
        raised_at: onset,
        last_hot_at: onset,
        late: false,
        wakes: level == "alert",
        score: 5_000,
        observed: 7,
        expected: 500,
        frozen: "{}".to_owned(),
        explanation: "{}".to_owned(),
    };
    let settlement = Settlement {
        answers: None,
        until_minute: onset.as_second() / 60,
        detectors: Vec::new(),
        raise: vec![signal],
        update: Vec::new(),
        at: onset,
    };
    rig.waking.world.store.settle(rig.organisation, rig.brand, settlement).await.unwrap();
    id
}

#[tokio::test]
async fn a_dismissed_notice_and_three_complaints_that_stood_before_are_told_and_nothing_is_asserted_of_them() {
    let rig = Rig::shop().await;
    let (reviews, complaints) = (source(&rig, "webhook").await, source(&rig, domain::complaint::KIND).await);
    // Three complaints of illness and one of a late parcel; one of illness so long ago that nobody looks there.
    for (before, text) in [
        (40, "I was ill after your soup, food poisoning."),
        (20, "My son was ill after your soup, food poisoning."),
        (12, "Food poisoning: my mother was ill and in hospital."),
        (2, "We were all ill, it was food poisoning."),
        (3, "The parcel came three weeks late, late again."),
    ] {
        wrote(&rig, complaints, start() - days(before), text).await;
    }
    for before in [9, 10] {
        wrote(&rig, reviews, start() - days(before), "Ill, food poisoning again, hospital.").await;
    }
    raised(&rig, "notice", start() - days(45)).await;
    let notice = raised(&rig, "notice", start() - days(9)).await;
    let dismissed = start() - days(8);
    let store = &rig.waking.world.store;
    store.label_signal(rig.organisation, &notice, Verdict::Dismissed, "noise", rig.anna, dismissed).await.unwrap();
    raised(&rig, "alert", start() - SignedDuration::from_mins(30)).await;
    let case = rig.open().await;
    let world = &rig.waking.world;
    // Before anybody said what it is about, nobody knows which complaints were of the same cause.
    let found = review::read(world, rig.organisation, case).await.unwrap().review;
    let earlier = found.earlier.unwrap();
    assert_eq!((earlier.cause, earlier.complaints, earlier.dismissed), (None, None, 1));
    assert!(found.unknown.contains(&Gap::Before), "{:?}", found.unknown);
    let answers = Answers { cause: Some(Cause::Safety), ..Answers::default() };
    let by = (rig.anna, Role::Owner);
    ask(&rig.waking, rig.organisation, case, by, Ask::Triage { answers }).await.unwrap();
    let found = review::read(world, rig.organisation, case).await.unwrap().review;
    let earlier = found.earlier.unwrap();
    assert_eq!((earlier.dismissed, earlier.stood, earlier.complaints), (1, 0, Some(3)), "{:?}", earlier.weeks);
    // The first of them twenty days before the first mention that stood out, half an hour before the alert.
    assert_eq!(earlier.first, Some(start() - days(20)));
    let weeks: Vec<Option<i64>> = earlier.weeks.iter().map(|week| week.mentions).collect();
    assert_eq!(weeks.len(), 4);
    assert_eq!(weeks.iter().flatten().sum::<i64>(), 5, "three complaints and two reviews: {weeks:?}");
    let improve: Vec<&Observation> = found.improve.iter().map(|finding| &finding.observed).collect();
    assert!(improve.contains(&&Observation::Dismissed { signals: 1 }), "{improve:?}");
    assert!(improve.contains(&&Observation::Complained { complaints: 3 }), "{improve:?}");
    assert!(!found.unknown.contains(&Gap::Before));
}

#[tokio::test]
async fn what_was_told_by_telephone_was_heard_of_then_and_not_at_a_later_alert() {
    let rig = Rig::shop().await;
    let case = rig.open().await;
    let later = start() + SignedDuration::from_mins(40);
    rig.waking.world.clock.advance_to(later + SignedDuration::from_hours(1));
    raised(&rig, "alert", later).await;
    let heard = async || review::read(&rig.waking.world, rig.organisation, case).await.unwrap().around;
    let around = heard().await;
    assert!(around.signals.iter().any(|signal| signal.alerted == Some(later)), "{:?}", around.signals);
    assert_eq!(around.before.unwrap().until, start());
    // An alert that came first was the first to tell.
    let sooner = start() - SignedDuration::from_mins(30);
    raised(&rig, "alert", sooner).await;
    assert_eq!(heard().await.before.unwrap().until, sooner);
}
