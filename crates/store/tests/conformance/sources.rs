use crate::house::{House, batch, new_source, on_both, t};
use domain::source::{Gap, Health, Outcome, Quarantined};
use store::{Aside, Batch, NewSource, Store, Try};

#[test]
fn a_source_is_made_changed_and_listed() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut bound = store
            .create_source(NewSource { brand: Some(house.brand), ..new_source(Some(house.ours), "Reviews") }, t(1))
            .await
            .unwrap();
        assert_eq!(store.source(house.ours, bound.id).await.unwrap(), bound);
        bound.enabled = false;
        bound.settings = r#"{"url":"https://example.org"}"#.to_owned();
        store.update_source(&bound).await.unwrap();
        let ours: Vec<_> = store.sources(house.ours).await.unwrap();
        assert_eq!(ours.iter().map(|s| s.id).collect::<Vec<_>>(), [house.feed, house.firehose, bound.id]);
        assert_eq!(ours.last(), Some(&bound));
        assert_eq!(store.all_sources().await.unwrap().len(), 4);
        let mut firehose = store.source(house.ours, house.firehose).await.unwrap();
        firehose.name = "All of it".to_owned();
        store.update_source(&firehose).await.unwrap();
        assert_eq!(store.source(house.theirs, house.firehose).await.unwrap(), firehose);
    });
}

#[test]
fn a_source_is_deaf_from_the_first_failure_that_goes_on() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let tried = |second: i64, outcome: Outcome| Try {
            at: t(second),
            outcome,
            detail: (!outcome.is_heard()).then(|| "told so".to_owned()),
            next_at: Some(t(second + 60)),
            heard_post_at: (outcome == Outcome::Ok).then(|| t(second)),
        };
        assert_eq!(store.health(house.ours).await.unwrap()[0], (house.feed, Health::default()));
        for (second, outcome) in
            [(1, Outcome::Ok), (2, Outcome::Network), (3, Outcome::Network), (4, Outcome::RateLimited)]
        {
            store.record_try(house.feed, tried(second, outcome)).await.unwrap();
        }
        let health = store.health(house.ours).await.unwrap();
        assert_eq!(
            health[0].1,
            Health {
                last_try_at: Some(t(4)),
                last_ok_at: Some(t(1)),
                last_post_at: Some(t(1)),
                deaf_since: Some(t(2)),
                outcome: Some(Outcome::RateLimited),
                detail: Some("told so".to_owned()),
                next_try_at: Some(t(64)),
                counts: vec![(Outcome::Ok, 1), (Outcome::RateLimited, 1), (Outcome::Network, 2)],
            }
        );
        assert_eq!(store.counts_of_rows().await.unwrap().deaf_sources, 1);
        assert_eq!(store.health_of(house.feed).await.unwrap().next_try_at, Some(t(64)));
        assert_eq!(store.health_of(house.firehose).await.unwrap(), Health::default());
        let mut feed = store.source(house.ours, house.feed).await.unwrap();
        feed.name = "Another name".to_owned();
        store.update_source(&feed).await.unwrap();
        assert_eq!(
            store.health_of(house.feed).await.unwrap().next_try_at,
            Some(t(64)),
            "a name is nothing to hurry for"
        );
        feed.settings = r#"{"token":"new"}"#.to_owned();
        store.update_source(&feed).await.unwrap();
        assert_eq!(store.health_of(house.feed).await.unwrap().next_try_at, None, "other settings are tried at once");
        store.record_try(house.feed, tried(5, Outcome::NotModified)).await.unwrap();
        let health = store.health(house.ours).await.unwrap();
        assert_eq!((health[0].1.deaf_since, health[0].1.last_post_at, &health[0].1.detail), (None, Some(t(1)), &None));
        assert_eq!(store.health(house.theirs).await.unwrap().len(), 2);
    });
}

#[test]
fn what_cannot_be_read_is_kept_aside_once_and_holes_are_known() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let aside = |place: &str| Quarantined {
            reason: "no date\0".to_owned(),
            place: place.to_owned(),
            bytes: vec![0xff; 70_000],
        };
        let gap = Gap { from: t(1), until: t(9), reason: "every item was new".to_owned() };
        let mut brought = batch(house.feed, Vec::new());
        brought.quarantined = vec![aside("line 1"), aside("line 2")];
        brought.gaps = vec![gap.clone()];
        brought.cursor = Some("page 2".to_owned());
        assert_eq!(store.commit(brought.clone()).await.unwrap().quarantined, 2);
        assert_eq!(store.commit(brought).await.unwrap().quarantined, 0);
        assert_eq!(store.quarantine_count(house.ours, house.feed).await.unwrap(), Aside { kept: 2, dropped: 0 });
        let newest = store.quarantine(house.ours, house.feed, None, 1).await.unwrap();
        assert_eq!((newest[0].1, newest[0].2.place.as_str(), newest[0].2.bytes.len()), (t(1_000), "line 2", 65_536));
        let older = store.quarantine(house.ours, house.feed, Some(newest[0].0), 9).await.unwrap();
        assert_eq!(older.iter().map(|(.., item)| item.place.as_str()).collect::<Vec<_>>(), ["line 1"]);
        assert_eq!(store.quarantine(house.ours, house.feed, Some(older[0].0), 9).await.unwrap(), []);
        let mut brought = batch(house.firehose, Vec::new());
        brought.quarantined = vec![aside("anybody's")];
        store.commit(brought).await.unwrap();
        assert_eq!(store.quarantine_count(house.ours, house.firehose).await.unwrap(), Aside { kept: 1, dropped: 0 });
        let read = store.quarantine(house.ours, house.firehose, None, 9).await;
        assert!(
            matches!(read, Err(store::Error::NotFound)),
            "what the house's sources bring is read through mentions only"
        );
        assert_eq!(store.gaps(house.ours, house.feed, t(0)).await.unwrap(), [gap]);
        assert_eq!(store.gaps(house.ours, house.feed, t(9)).await.unwrap(), []);
        assert_eq!(store.cursor(house.feed).await.unwrap().as_deref(), Some("page 2"));
        store.commit(batch(house.feed, Vec::new())).await.unwrap();
        assert_eq!(store.cursor(house.feed).await.unwrap().as_deref(), Some("page 2"), "no cursor leaves it as it is");
        assert_eq!(store.cursor(house.firehose).await.unwrap(), None);
    });
}

#[test]
fn of_what_cannot_be_read_the_newest_are_kept_and_the_others_counted() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let aside =
            |n: usize| Quarantined { reason: "no date".to_owned(), place: format!("line {n}"), bytes: vec![b'x'] };
        let brought = |lines: std::ops::Range<usize>| Batch {
            quarantined: lines.map(aside).collect(),
            ..batch(house.feed, Vec::new())
        };
        let mut theirs = brought(0..3);
        theirs.source = house.their_feed;
        store.commit(theirs).await.unwrap();
        store.commit(brought(0..9_990)).await.unwrap();
        store.commit(brought(9_985..10_000)).await.unwrap();
        let count = async || store.quarantine_count(house.ours, house.feed).await.unwrap();
        assert_eq!(count().await, Aside { kept: 10_000, dropped: 0 });
        store.commit(brought(10_000..10_007)).await.unwrap();
        assert_eq!(count().await, Aside { kept: 10_000, dropped: 7 });
        let kept = store.quarantine(house.ours, house.feed, None, 20_000).await.unwrap();
        let ends = [kept.first(), kept.last()].map(|item| item.unwrap().2.place.clone());
        assert_eq!((kept.len(), ends), (10_000, ["line 10006".to_owned(), "line 7".to_owned()]));
        assert_eq!(
            store.quarantine_count(house.theirs, house.their_feed).await.unwrap().kept,
            3,
            "each source for itself"
        );
        assert_eq!(store.counts_of_rows().await.unwrap(), store.check().await.unwrap().counts);
    });
}

#[test]
fn a_delivery_is_remembered_for_long_not_for_ever() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let delivered = async |id: &str, days: i64| {
            let brought =
                Batch { delivery_ids: vec![id.to_owned()], at: t(days * 86_400), ..batch(house.feed, Vec::new()) };
            store.commit(brought).await.unwrap().refused_delivery_ids.len()
        };
        assert_eq!((delivered("a", 0).await, delivered("b", 20).await), (0, 0));
        assert_eq!(delivered("a", 29).await, 1, "known for weeks");
        assert_eq!(delivered("c", 31).await, 0);
        let dump = store.dump().await.unwrap();
        let kept: Vec<&str> = dump.lines().filter(|line| line.starts_with("delivery ")).collect();
        assert_eq!(kept.len(), 2, "b and c: {kept:?}");
    });
}
