//! What is not to be kept any longer, from reviews to the messages that quoted them.

use crate::LATER;
use crate::rig::{Shop, after};
use domain::counter::Series;
use domain::retention::{Days, Retention};
use domain::signal::Verdict;
use jiff::SignedDuration;
use store::SignalFilter;
use vigie_engine::retain::{Tally, pass, pass_when_due, set_rules, survey};

fn thirty_days() -> Retention {
    Retention { all: Days { text_days: Some(30), author_days: Some(30) }, ..Retention::default() }
}

/// What no erasure changes.
async fn counted(shop: &Shop) -> String {
    let store = &shop.world.store;
    let mut out = format!("{:?}{:?}", store.counts_of_rows().await.unwrap(), store.signal_log(0).await.unwrap());
    for brand in store.brands(shop.organisation).await.unwrap() {
        for series in [Series::Mentions, Series::Negative, Series::LowRatings] {
            let counts = store.counts(shop.organisation, brand.id, series, 0, i64::MAX).await.unwrap();
            out += &format!("{counts:?}{:?}", store.detectors(shop.organisation, brand.id).await.unwrap());
        }
    }
    for row in store.signals(shop.organisation, SignalFilter::default(), 99).await.unwrap() {
        out += &format!("{}{}{}{}{}", row.id, row.frozen, row.score, row.observed, row.expected);
    }
    out
}

#[tokio::test]
async fn what_nobody_wants_to_keep_is_nowhere_and_evidence_stays_until_it_is_none() {
    let shop = Shop::open().await;
    let (store, organisation) = (&shop.world.store, shop.organisation);
    shop.storm(after(LATER), 60, 1).await;
    assert_eq!(shop.receiver.heard().len(), 1, "somebody was called, by a message that quotes");
    let before = counted(&shop).await;
    let (all, early) = (63 + 60, after(LATER) + SignedDuration::from_hours(20 * 24));
    shop.world.clock.advance_to(early);
    assert_eq!(pass(&shop.world).await.unwrap(), Tally::default(), "nobody said that anything is to go");
    set_rules(&shop.world, organisation, &thirty_days(), Some(shop.lea)).await.unwrap();
    let young = survey(&shop.world, organisation, &thirty_days()).await.unwrap();
    let went = pass(&shop.world).await.unwrap();
    assert_eq!((young.tally, young.stock.posts, young.whole), (went, all, true), "what was foretold is what happens");
    assert!((1..63).contains(&went.texts) && went.texts == went.authors && went.evidence == 0, "{went:?}");

    shop.world.clock.advance_to(after(LATER) + SignedDuration::from_hours(32 * 24));
    let foretold = survey(&shop.world, organisation, &thirty_days()).await.unwrap();
    let then = pass(&shop.world).await.unwrap();
    assert_eq!(foretold.tally, then);
    assert!(then.evidence > 0, "what the signal quotes stays: {then:?}");
    assert_eq!(went.texts + then.texts + then.evidence, all);
    let state = store.dump().await.unwrap();
    assert!(!state.contains("Bon pain") && state.contains("Du sable"));
    assert_eq!(counted(&shop).await, before);
    assert_eq!(pass(&shop.world).await.unwrap(), Tally { evidence: then.evidence, ..Tally::default() });
    assert_eq!(store.dump().await.unwrap(), state, "run twice changes nothing");

    // Dismissed, it is no evidence any more.
    for row in store.signals(organisation, SignalFilter::default(), 99).await.unwrap() {
        store
            .label_signal(organisation, &row.id, Verdict::Dismissed, "", shop.lea, shop.world.clock.now())
            .await
            .unwrap();
    }
    let before = counted(&shop).await;
    let last = pass(&shop.world).await.unwrap();
    assert_eq!((last.texts, last.authors, last.evidence), (then.evidence, then.evidence, 0));
    let state = store.dump().await.unwrap();
    for gone in ["sable", "guest", "pain", "victime"] {
        let at = state.find(gone).map(|at| state[at.saturating_sub(300)..].chars().take(400).collect::<String>());
        assert_eq!(at, None, "{gone} is still there");
    }
    assert_eq!(counted(&shop).await, before);
    let export = store.export(organisation, None, 999).await.unwrap();
    assert_eq!((export.len() as i64, export.iter().all(|(_, _, post, _)| post.text.is_empty())), (all, true));
    let log = store.erasures(Some(organisation), 9).await.unwrap();
    assert_eq!(log.iter().map(|entry| entry.texts).sum::<i64>(), all);
    assert_eq!(
        (log.len(), log.last().unwrap().person),
        (3, Some(shop.lea)),
        "passes of one moment are one entry: {log:?}"
    );
}

#[tokio::test]
async fn evidence_has_an_age_too_where_it_is_set() {
    let shop = Shop::open().await;
    shop.storm(after(LATER), 60, 1).await;
    shop.world.clock.advance_to(after(LATER) + SignedDuration::from_hours(100 * 24));
    let rules = Retention { evidence_days: Some(200), ..thirty_days() };
    set_rules(&shop.world, shop.organisation, &rules, None).await.unwrap();
    assert!(pass(&shop.world).await.unwrap().evidence > 0);
    shop.world.clock.advance_to(after(LATER) + SignedDuration::from_hours(202 * 24));
    assert_eq!(pass(&shop.world).await.unwrap().evidence, 0);
    let state = shop.world.store.dump().await.unwrap();
    assert!(!state.contains("sable") && !state.contains("guest"));
}

#[tokio::test]
async fn there_is_a_pass_each_day_whoever_makes_it() {
    let shop = Shop::open().await;
    let begun = shop.world.clock.now();
    let mut passes = 0;
    for hour in 0..72 {
        shop.world.clock.advance_to(begun + SignedDuration::from_hours(hour));
        for _ in 0..2 {
            passes += usize::from(pass_when_due(&shop.world).await.unwrap().is_some());
        }
    }
    assert_eq!(passes, 3);
}

#[tokio::test]
async fn rules_that_cannot_be_are_refused() {
    let shop = Shop::open().await;
    let strange = shop.world.store.create_organisation("Stranger", after(0)).await.unwrap().id;
    for days in [0, 6, 36_501] {
        let rules = Retention { all: Days { text_days: Some(days), author_days: None }, ..Retention::default() };
        assert!(set_rules(&shop.world, shop.organisation, &rules, None).await.is_err(), "{days}");
        assert!(survey(&shop.world, shop.organisation, &rules).await.is_err(), "{days}");
    }
    let of_one = Days { text_days: Some(30), author_days: None };
    let rules = Retention { sources: [(shop.source.id, of_one)].into(), ..Retention::default() };
    assert!(set_rules(&shop.world, strange, &rules, None).await.is_err(), "a source of others");
    assert!(shop.world.store.retentions().await.unwrap().is_empty());
    set_rules(&shop.world, shop.organisation, &rules, None).await.unwrap();
}
