use crate::house::{House, batch, on_both, post, t};
use domain::counter::{Series, minute};
use domain::id::MentionId;
use domain::mention::Arrival;
use domain::organisation::Role;
use domain::post::{PostKind, Rating};
use domain::signal::Verdict;
use store::{DueTick, Error, Item, NewSignal, Settlement, SignalFilter, SignalUpdate, Store};

pub fn settlement(answers: Option<DueTick>) -> Settlement {
    Settlement {
        answers,
        until_minute: minute(t(600)),
        detectors: Vec::new(),
        raise: Vec::new(),
        update: Vec::new(),
        at: t(610),
    }
}

pub fn signal(house: &House, id: &str) -> NewSignal {
    NewSignal {
        id: id.to_owned(),
        organisation: house.ours,
        brand: house.brand,
        series: Series::Negative,
        level: "notice".to_owned(),
        onset: t(540),
        raised_at: t(600),
        last_hot_at: t(599),
        late: false,
        wakes: true,
        score: 12_345,
        observed: 40,
        expected: 2_100,
        frozen: "{}".to_owned(),
        explanation: "{}".to_owned(),
    }
}

pub fn update(id: &str, level: &str) -> SignalUpdate {
    SignalUpdate {
        id: id.to_owned(),
        level: level.to_owned(),
        score: 20_000,
        observed: 90,
        expected: 2_200,
        ended_at: None,
        last_hot_at: t(660),
        wakes: false,
        explanation: None,
        frozen: Some(r#"{"v":2}"#.to_owned()),
    }
}

#[test]
fn a_tick_is_due_until_it_is_settled_and_no_longer() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut late = house.item(post("2", "lantern", 0));
        late.hits[0].arrival = Arrival::History;
        store.commit(batch(house.feed, vec![house.item(post("1", "lantern", 300))])).await.unwrap();
        let newest = store.commit(batch(house.feed, vec![late])).await.unwrap().mentions[0];
        let due = store.due_ticks().await.unwrap();
        let expected = DueTick { organisation: house.ours, brand: house.brand, from_minute: minute(t(0)), newest };
        assert_eq!(due, [expected]);

        // A post that comes between reading the tick and settling it keeps it due.
        store.commit(batch(house.feed, vec![house.item(post("3", "lantern", 400))])).await.unwrap();
        store.settle(house.ours, house.brand, settlement(Some(due[0]))).await.unwrap();
        let due = store.due_ticks().await.unwrap();
        assert_eq!(due.len(), 1);
        store.settle(house.ours, house.brand, settlement(None)).await.unwrap();
        assert_eq!(store.due_ticks().await.unwrap(), due, "the tick of the minute answers none");
        store.settle(house.ours, house.brand, settlement(Some(due[0]))).await.unwrap();
        assert_eq!(store.due_ticks().await.unwrap(), []);
    });
}

#[test]
fn an_import_is_evaluated_once_at_its_end() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        for n in 0..3 {
            let mut held = batch(house.feed, vec![house.item(post(&n.to_string(), "lantern", n * 60))]);
            held.ticks = false;
            store.commit(held).await.unwrap();
        }
        assert_eq!(store.due_ticks().await.unwrap(), []);
        // A live post is due meanwhile; a settlement of it must not swallow the older minutes released after it was read.
        store.commit(batch(house.firehose, vec![house.item(post("live", "lantern", 900))])).await.unwrap();
        let live = store.due_ticks().await.unwrap();
        store.release_ticks(house.feed).await.unwrap();
        store.settle(house.ours, house.brand, settlement(Some(live[0]))).await.unwrap();
        let due = store.due_ticks().await.unwrap();
        assert_eq!(due.iter().map(|d| d.from_minute).collect::<Vec<_>>(), [minute(t(0))]);
        store.release_ticks(house.feed).await.unwrap();
        assert_eq!(store.due_ticks().await.unwrap(), due);
    });
}

#[test]
fn counts_and_window_are_in_order() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut rated = post("3", &"é".repeat(600), 0);
        rated.rating = Some(Rating { tenths: 10, out_of: 5 });
        rated.repost_of = Some("1".to_owned());
        let items =
            vec![house.item(post("1", "lantern", 120)), house.item(post("2", "lantern", 125)), house.item(rated)];
        let ids = store.commit(batch(house.feed, items)).await.unwrap().mentions;
        let first = minute(t(0));
        let counts = store.counts(house.ours, house.brand, Series::Mentions, first, first + 3).await.unwrap();
        assert_eq!(counts, [(first, 1), (first + 2, 2)]);
        assert_eq!(
            store.counts(house.ours, house.brand, Series::LowRatings, first, first + 2).await.unwrap(),
            [(first, 1)]
        );
        assert_eq!(store.counts(house.ours, house.brand, Series::Mentions, first + 1, first + 2).await.unwrap(), []);
        assert_eq!(store.first_minute(house.ours, house.brand, Series::Negative).await.unwrap(), Some(first));
        assert_eq!(store.first_minute(house.theirs, house.their_brand, Series::Negative).await.unwrap(), None);

        let window = store.window(house.ours, house.brand, t(0), t(125), 9).await.unwrap();
        assert_eq!(window.iter().map(|w| w.mention).collect::<Vec<_>>(), [ids[2], ids[0]]);
        let one = &window[0];
        assert_eq!(
            (one.text.chars().count(), one.repost_of.as_deref(), one.rating),
            (500, Some("1"), Some(Rating { tenths: 10, out_of: 5 }))
        );
        assert_eq!(
            (one.author_key.as_deref(), one.followers, one.fingerprint),
            (Some("jan@example.org"), Some(12), u64::MAX - 7)
        );
        assert_eq!((one.source_name.as_str(), &one.queries), ("Our feed", &vec![house.query.id]));
        assert_eq!(store.window(house.ours, house.brand, t(0), t(999), 1).await.unwrap().len(), 1);
    });
}

#[test]
fn a_signal_is_raised_once_rises_is_labelled_and_ends() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut first = settlement(None);
        first.detectors =
            vec![(Series::Negative, r#"{"level":1}"#.to_owned(), 7), (Series::Mentions, "{}".to_owned(), 6)];
        first.raise = vec![signal(&house, "s1")];
        first.update = vec![update("s1", "alert")];
        store.settle(house.ours, house.brand, first.clone()).await.unwrap();
        let once = store.dump().await.unwrap();
        store.settle(house.ours, house.brand, first).await.unwrap();
        assert_eq!(store.dump().await.unwrap(), once, "a settlement run twice is run once");
        let detectors = store.detectors(house.ours, house.brand).await.unwrap();
        assert_eq!(
            detectors,
            [(Series::Mentions, "{}".to_owned(), 6), (Series::Negative, r#"{"level":1}"#.to_owned(), 7)]
        );

        let open = store.signal(house.ours, "s1").await.unwrap();
        assert_eq!(
            (open.level.as_str(), open.observed, open.frozen.as_str(), open.explanation.as_str()),
            ("alert", 90, r#"{"v":2}"#, "{}")
        );
        for role in [Role::ReadOnly, Role::Auditor, Role::Client] {
            store.set_membership(house.ours, house.anna, role).await.unwrap();
            let said = store.label_signal(house.ours, "s1", Verdict::Dismissed, "", house.anna, t(700)).await;
            assert!(matches!(said, Err(Error::NotFound)), "{role:?} only reads");
        }
        store.label_signal(house.ours, "s1", Verdict::Dismissed, "a joke", house.lea, t(700)).await.unwrap();

        let mut last = settlement(None);
        last.update = vec![SignalUpdate { ended_at: Some(t(800)), ..update("s1", "alert") }];
        store.settle(house.ours, house.brand, last).await.unwrap();
        let row = store.signal(house.ours, "s1").await.unwrap();
        assert_eq!(
            (row.ended_at, row.label.map(|l| (l.verdict, l.reason))),
            (Some(t(800)), Some((Verdict::Dismissed, "a joke".to_owned())))
        );
        let open = SignalFilter { open_only: true, ..SignalFilter::default() };
        assert_eq!(store.signals(house.ours, open, 9).await.unwrap(), []);
        let since =
            |seconds| SignalFilter { brand: Some(house.brand), since: Some(t(seconds)), ..SignalFilter::default() };
        assert_eq!(store.signals(house.ours, since(540), 9).await.unwrap().len(), 1);
        assert_eq!(store.signals(house.ours, since(541), 9).await.unwrap().len(), 0);
        let beyond = async |seconds, id| {
            store.signals_beyond(house.ours, SignalFilter::default(), Some((t(seconds), id)), 9).await.unwrap().len()
        };
        assert_eq!(
            [beyond(541, "a").await, beyond(540, "s0").await, beyond(540, "s1").await, beyond(539, "a").await],
            [1, 1, 0, 0]
        );

        let log = store.signal_log(0).await.unwrap();
        assert_eq!(log.iter().map(|e| e.kind.as_str()).collect::<Vec<_>>(), ["raised", "level", "labelled", "ended"]);
        assert_eq!(
            log[0].body,
            format!(
                r#"{{"level":"notice","score":12345,"observed":40,"expected":2100,"onset":{}}}"#,
                t(540).as_microsecond()
            )
        );
        assert_eq!(store.signal_log(log[2].seq).await.unwrap(), log[3..]);

        let mut stray = settlement(None);
        stray.raise = vec![signal(&house, "s2")];
        assert!(matches!(store.settle(house.theirs, house.their_brand, stray).await, Err(Error::NotFound)));
        assert!(matches!(store.signal(house.ours, "s2").await, Err(Error::NotFound)));
    });
}

#[test]
fn what_was_history_becomes_news_once_and_stays_so() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut old = house.item(post("1", "lantern", 60));
        old.hits[0].arrival = Arrival::History;
        let items = vec![old, house.item(post("2", "lantern", 185)), house.item(post("3", "lantern", 190))];
        store.commit(batch(house.feed, items)).await.unwrap();
        let first = minute(t(0));
        let fresh = async |from, until| store.fresh_minutes(house.ours, house.brand, from, until).await.unwrap();
        assert_eq!(fresh(first, first + 4).await, [first + 3]);
        assert_eq!(fresh(first, first + 3).await, Vec::<i64>::new());

        let mut found = settlement(None);
        found.raise = vec![NewSignal { wakes: false, ..signal(&house, "old") }];
        let wakes = SignalUpdate { wakes: true, ..update("old", "notice") };
        found.update = vec![update("old", "notice"), wakes.clone(), update("old", "notice"), wakes];
        store.settle(house.ours, house.brand, found).await.unwrap();
        assert!(store.signal(house.ours, "old").await.unwrap().wakes);
        let log = store.signal_log(0).await.unwrap();
        assert_eq!(log.iter().map(|e| e.kind.as_str()).collect::<Vec<_>>(), ["raised", "wakes"]);
    });
}

#[test]
fn what_comes_very_late_is_counted_and_does_not_call_years_back() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let years = -3 * 365 * 86_400;
        let mut late = house.item(post("1", "lantern", 0));
        late.post.published_at = Some(t(years));
        store.commit(batch(house.feed, vec![late.clone()])).await.unwrap();
        let first = store.first_minute(house.ours, house.brand, Series::Mentions).await.unwrap();
        assert_eq!(first, Some(minute(t(years))), "placed where it belongs");
        let due = store.due_ticks().await.unwrap();
        assert_eq!(due[0].from_minute, minute(late.post.seen_at));

        // An import calls as far back as it goes.
        late.post.native_id = "2".to_owned();
        late.hits[0].arrival = Arrival::History;
        store.commit(batch(house.feed, vec![late])).await.unwrap();
        assert_eq!(store.due_ticks().await.unwrap()[0].from_minute, minute(t(years)));
    });
}

#[test]
fn articles_of_a_brand_are_counted_within_a_time() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let of = |id: &str, kind: PostKind, seconds: i64| {
            let mut post = post(id, "lantern", seconds);
            post.kind = kind;
            house.item(post)
        };
        let items = vec![
            of("1", PostKind::Article, 0),
            of("2", PostKind::Article, 60),
            of("3", PostKind::Post, 60),
            of("4", PostKind::Article, 120),
        ];
        store.commit(batch(house.feed, items)).await.unwrap();
        let count = async |from, until| store.articles(house.ours, house.brand, t(from), t(until)).await.unwrap();
        assert_eq!((count(0, 120).await, count(1, 119).await, count(61, 119).await), (3, 1, 0));
    });
}

#[test]
fn grave_mentions_are_those_that_are_no_history() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let grave = text::Grave { harm: text::Harm::Injury, spans: vec![(0, 7)] };
        let item = |id: &str, at: i64, arrival: Arrival| {
            let mut item = house.item(post(id, "lantern hurt me", at));
            item.reading.as_mut().unwrap().grave = Some(grave.clone());
            item.hits[0].arrival = arrival;
            item
        };
        let items = vec![
            item("live", 300, Arrival::Live),
            item("late", 200, Arrival::Late),
            item("history", 250, Arrival::History),
            item("before", 50, Arrival::Live),
            house.item(post("calm", "lantern", 400)),
        ];
        store.commit(batch(house.feed, items)).await.unwrap();
        let found = store.grave_mentions(house.ours, house.brand, (t(100), MentionId(0)), 9).await.unwrap();
        assert_eq!(
            found.iter().map(|m| (m.at, m.grave.as_ref())).collect::<Vec<_>>(),
            [(t(200), Some(&grave)), (t(300), Some(&grave))]
        );
        let next = (found[0].at, found[0].mention);
        let rest = store.grave_mentions(house.ours, house.brand, next, 9).await.unwrap();
        assert_eq!(rest, found[1..], "page after page, each once");
        let within = async |from, until| {
            let found = store.grave_mentions_within(house.ours, house.brand, t(from), t(until), 2).await.unwrap();
            found.iter().map(|mention| mention.at).collect::<Vec<_>>()
        };
        assert_eq!(within(100, 999).await, [t(200), t(250)], "the first, history too");
        assert_eq!((within(100, 200).await, within(301, 999).await), (Vec::new(), Vec::new()));
        let kept = store.mention(house.ours, found[1].mention).await.unwrap().view.reading.unwrap().grave;
        assert_eq!(kept, Some(grave.clone()));
        // Another version of the post says something else.
        let calm = Item { reading: house.item(post("x", "y", 0)).reading, ..item("live", 300, Arrival::Live) };
        let calm = Item {
            post: domain::post::Post { native_rev: Some("2".into()), ..post("live", "lantern, all well", 300) },
            ..calm
        };
        store.commit(batch(house.feed, vec![calm])).await.unwrap();
        assert_eq!(store.grave_mentions(house.ours, house.brand, (t(100), MentionId(0)), 9).await.unwrap().len(), 1);
    });
}
