use crate::house::{
    Folder, House, batch, create_database, drop_database, likes, new_source, on_both, post, reading, server, t,
};
use domain::counter::{Series, minute};
use domain::id::MentionId;
use domain::mention::Arrival;
use domain::post::{Engagement, Post, Rating, TimeFlag};
use store::{Batch, Committed, Error, Hit, Item, MentionFilter, Store};
use text::Polarity;

/// A busy day: new posts, a duplicate, an edit, counts, a deletion, another tenant's hit on the same post, an import.
pub async fn busy_day(store: &Store, house: &House) -> Vec<Batch> {
    let both = |mut item: Item| {
        item.hits.push(house.their_hit(&item.post));
        item
    };
    let mut rated = post("4", "", 90);
    rated.rating = Some(Rating { tenths: 10, out_of: 5 });
    let mut liked = post("1", "The Lantern is closed\0", 0);
    liked.engagement = likes(3);
    let mut first = batch(
        house.firehose,
        vec![
            both(house.item(liked.clone())),
            house.item(post("2", "lantern ok", 60)),
            house.item(post("1", "The Lantern is closed\0", 0)),
        ],
    );
    first.cursor = Some("a".to_owned());
    let mut edited = post("2", "lantern not ok, sorry", 60);
    edited.seen_at = t(300);
    let mut second = batch(house.firehose, vec![house.item(edited), house.item(rated)]);
    second.engagement = vec![("1".to_owned(), likes(40)), ("unknown".to_owned(), likes(1))];
    second.deleted = vec!["2".to_owned(), "unknown".to_owned()];
    second.delivery_ids = vec!["d1".to_owned()];
    let mut old = house.item(post("5", "lantern of old", -90_000));
    old.hits[0].arrival = Arrival::History;
    let unmatched = Item { post: post("6", "nothing", 0), reading: None, hits: Vec::new(), keep: true };
    let mut third = batch(house.feed, vec![old, unmatched]);
    third.ticks = false;
    let all = vec![first, second, third];
    for one in &all {
        store.commit(one.clone()).await.unwrap();
    }
    all
}

#[test]
fn a_busy_day_leaves_the_same_state_on_both_engines() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let batches = busy_day(store, &house).await;
        let dump = store.dump().await.unwrap();
        insta::assert_snapshot!("busy_day", dump);
        for again in batches {
            let items = again.items.len();
            let committed = store.commit(again).await.unwrap();
            assert_eq!((committed.new, committed.edited, committed.duplicate, committed.deleted), (0, 0, items, 0));
            assert_eq!(committed.mentions, []);
        }
        assert_eq!(store.dump().await.unwrap(), dump, "every batch run twice is run once");
        assert_eq!(store.counts_of_rows().await.unwrap(), store.check().await.unwrap().counts, "kept counts are right");
    });
}

#[test]
fn a_commit_says_what_became_of_each_item() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let passed = Item { post: post("9", "weather", 0), reading: None, hits: Vec::new(), keep: false };
        let items = vec![
            house.item(post("1", "lantern", 0)),
            passed,
            house.item(post("1", "lantern", 0)),
            house.item(post("1", "Lantern!", 5)),
        ];
        let committed = store.commit(batch(house.feed, items)).await.unwrap();
        let week = t(30).as_microsecond() / (7 * 86_400 * 1_000_000);
        let expected = Committed {
            new: 1,
            edited: 1,
            duplicate: 1,
            passed: 1,
            mentions: vec![MentionId(week << 40 | 1)],
            ..Committed::default()
        };
        assert_eq!(committed, expected);
        let counts = store.counts_of_rows().await.unwrap();
        assert_eq!((counts.posts, counts.mentions), (1, 1));
    });
}

#[test]
fn a_delivery_taken_before_brings_nothing_again() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut first = batch(house.feed, vec![house.item(post("1", "lantern", 0))]);
        first.delivery_ids = vec!["d1".to_owned(), "d2".to_owned()];
        assert_eq!(store.commit(first.clone()).await.unwrap().new, 1);
        first.items = vec![house.item(post("2", "lantern", 0))];
        first.delivery_ids = vec!["d2".to_owned(), "d3".to_owned()];
        let refused = store.commit(first.clone()).await.unwrap();
        assert_eq!((refused.new, refused.duplicate, refused.refused_delivery_ids), (0, 1, vec!["d2".to_owned()]));
        // The same id from another source is another delivery, and a refused batch leaves its other ids free.
        first.delivery_ids = vec!["d3".to_owned()];
        assert_eq!(store.commit(first.clone()).await.unwrap().new, 1);
        first.source = house.firehose;
        first.delivery_ids = vec!["d1".to_owned()];
        assert_eq!(store.commit(first).await.unwrap().refused_delivery_ids, Vec::<String>::new());
    });
}

#[test]
fn an_edit_keeps_the_old_text_and_counts_nothing_again() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mentions = store.commit(batch(house.feed, vec![house.item(post("1", "first", 0))])).await.unwrap().mentions;
        let mut edited = house.item(post("1", "second", 600));
        edited.reading = Some(reading(Polarity::Positive));
        edited.post.native_rev = Some("2".to_owned());
        assert_eq!(store.commit(batch(house.feed, vec![edited.clone()])).await.unwrap().edited, 1);
        // The old text comes late, and again: it is no edit.
        assert_eq!(
            store.commit(batch(house.feed, vec![house.item(post("1", "first", 0))])).await.unwrap().duplicate,
            1
        );
        edited.post.native_rev = Some("3".to_owned());
        edited.post.text = "third".to_owned();
        assert_eq!(store.commit(batch(house.feed, vec![edited])).await.unwrap().edited, 1);

        let detail = store.mention(house.ours, mentions[0]).await.unwrap();
        assert_eq!((detail.view.post.post.text.as_str(), detail.view.post.version), ("third", 3));
        assert_eq!(detail.view.reading.map(|r| r.polarity), Some(Polarity::Positive));
        let texts: Vec<_> = detail.versions.iter().map(|v| (v.version, v.text.as_str())).collect();
        assert_eq!(texts, [(1, "first"), (2, "second")]);
        let total: i64 = store
            .counts(house.ours, house.brand, Series::Mentions, 0, i64::MAX)
            .await
            .unwrap()
            .iter()
            .map(|c| c.1)
            .sum();
        assert_eq!(total, 1);
        let positive = MentionFilter { polarity: Some(Polarity::Positive), ..MentionFilter::default() };
        assert_eq!(store.mentions(house.ours, &positive, None, 9).await.unwrap().len(), 1);
    });
}

#[test]
fn the_same_post_by_another_way_adds_only_what_is_missing() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let second_brand = store.create_brand(house.ours, crate::house::new_brand("Second")).await.unwrap().id;
        let other = store.create_source(crate::house::new_source(None, "Other"), t(0)).await.unwrap().id;
        store.commit(batch(house.firehose, vec![house.item(post("1", "lantern", 0))])).await.unwrap();
        let mut item = house.item(post("1", "lantern", 0));
        item.hits.push(house.their_hit(&item.post));
        item.hits.push(Hit { brand: second_brand, ..house.hit(&item.post) });
        let committed = store.commit(batch(other, vec![item])).await.unwrap();
        assert_eq!((committed.new, committed.duplicate, committed.mentions.len()), (0, 1, 2));
        assert_eq!(store.counts_of_rows().await.unwrap().posts, 1);
        let all = store.mentions(house.ours, &MentionFilter::default(), None, 9).await.unwrap();
        assert_eq!(
            all.iter().map(|v| (v.mention.brand, v.mention.source)).collect::<Vec<_>>(),
            [(second_brand, other), (house.brand, house.firehose)]
        );
    });
}

#[test]
fn a_tenants_source_never_touches_what_others_read() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        // The same native id from two tenants' own sources: two posts.
        store.commit(batch(house.feed, vec![house.item(post("1", "ours", 0))])).await.unwrap();
        let theirs = post("1", "theirs", 0);
        let item = Item { hits: vec![house.their_hit(&theirs)], reading: None, post: theirs, keep: true };
        assert_eq!(store.commit(batch(house.their_feed, vec![item])).await.unwrap().new, 1);
        let texts = |views: Vec<store::MentionView>| views.into_iter().map(|v| v.post.post.text).collect::<Vec<_>>();
        assert_eq!(texts(store.mentions(house.ours, &MentionFilter::default(), None, 9).await.unwrap()), ["ours"]);
        assert_eq!(texts(store.mentions(house.theirs, &MentionFilter::default(), None, 9).await.unwrap()), ["theirs"]);
        // What the house brought can be neither edited nor buried by a tenant, and is the same mention to it.
        store.commit(batch(house.firehose, vec![house.item(post("2", "house", 0))])).await.unwrap();
        let mut forged = batch(house.feed, vec![house.item(post("2", "forged", 9))]);
        forged.deleted = vec!["2".to_owned()];
        forged.engagement = vec![("2".to_owned(), likes(1_000_000))];
        let committed = store.commit(forged).await.unwrap();
        assert_eq!((committed.duplicate, committed.deleted, committed.mentions.len()), (1, 0, 0));
        assert_eq!(
            texts(store.mentions(house.ours, &MentionFilter::default(), None, 9).await.unwrap()),
            ["house", "ours"]
        );
        // The house brings what ours brought before: we have our mention already.
        assert_eq!(
            store.commit(batch(house.firehose, vec![house.item(post("1", "ours", 0))])).await.unwrap().mentions,
            []
        );
        // A hit for another tenant, or of a brand that is not the organisation's, stops the whole batch.
        let stray = post("3", "stray", 0);
        for hit in [house.their_hit(&stray), Hit { brand: house.their_brand, ..house.hit(&stray) }] {
            let item = Item { hits: vec![hit], reading: None, post: stray.clone(), keep: true };
            assert!(matches!(store.commit(batch(house.feed, vec![item])).await, Err(Error::NotFound)));
        }
    });
}

#[test]
fn a_deletion_finds_its_post_by_what_the_source_calls_it() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let called = |native_id: &str, name: &str| {
            let mut post = post(native_id, "lantern", 0);
            post.local_id = Some(name.to_owned());
            house.item(post)
        };
        let buries = |source, names: &[&str]| {
            let mut batch = batch(source, Vec::new());
            batch.deleted = names.iter().map(|name| (*name).to_owned()).collect();
            batch
        };
        store.commit(batch(house.feed, vec![called("https://a/1", "11"), called("https://a/2", "12")])).await.unwrap();
        // Another source knows the same post by another name, and may call another post so.
        store.commit(batch(house.firehose, vec![called("https://a/3", "11")])).await.unwrap();
        store.commit(batch(house.feed, vec![called("https://a/3", "13")])).await.unwrap();
        let deleted = async || {
            let views = store.mentions(house.ours, &MentionFilter::default(), None, 9).await.unwrap();
            let gone = views.into_iter().filter(|v| v.post.deleted_at.is_some()).map(|v| v.post.post.native_id);
            let mut gone: Vec<String> = gone.collect();
            gone.sort();
            gone
        };
        assert_eq!(store.commit(buries(house.feed, &["11", "99"])).await.unwrap().deleted, 1);
        assert_eq!(deleted().await, ["https://a/1"]);
        assert_eq!(
            store.commit(buries(house.feed, &["11", "13"])).await.unwrap().deleted,
            0,
            "the house's is not ours to bury"
        );
        assert_eq!(store.commit(buries(house.firehose, &["11"])).await.unwrap().deleted, 1);
        assert_eq!(deleted().await, ["https://a/1", "https://a/3"]);
        // Nor is what another source of ours brought, whatever a server calls it.
        let other = store.create_source(new_source(Some(house.ours), "Another"), t(0)).await.unwrap().id;
        store.commit(batch(other, vec![called("https://a/2", "7")])).await.unwrap();
        assert_eq!(store.commit(buries(other, &["7", "12"])).await.unwrap().deleted, 0);
        assert_eq!(deleted().await, ["https://a/1", "https://a/3"]);
        // Posted and deleted within one delivery.
        let mut at_once = buries(house.feed, &["14"]);
        at_once.items = vec![called("https://a/4", "14")];
        assert_eq!(store.commit(at_once).await.unwrap().deleted, 1);
    });
}

#[test]
fn the_payload_of_the_newest_version_is_kept_as_it_came() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let came = |rev: &str, text: &str, raw: &[u8]| {
            let mut post = post("1", text, 0);
            post.native_rev = Some(rev.to_owned());
            post.raw = raw.to_vec();
            house.item(post)
        };
        let id = store.commit(batch(house.feed, vec![came("a", "lantern", b"\0one\xff")])).await.unwrap().mentions[0];
        assert_eq!(store.raw(house.ours, id).await.unwrap(), b"\0one\xff");
        store.commit(batch(house.feed, vec![came("b", "lantern lit", b"two")])).await.unwrap();
        assert_eq!(store.raw(house.ours, id).await.unwrap(), b"two");
        let mut plain = post("2", "lantern", 5);
        plain.raw.clear();
        let plain = store.commit(batch(house.feed, vec![house.item(plain)])).await.unwrap().mentions[0];
        assert_eq!(store.raw(house.ours, plain).await.unwrap(), b"");
        let hits = store.query_hits(house.ours, house.brand).await.unwrap();
        assert_eq!(hits.iter().map(|(_, n)| *n).sum::<i64>(), 2);
    });
}

#[test]
fn counts_of_a_post_are_a_series_that_only_goes_on() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let counted = |native_id: &str, n: i64, seconds: i64| {
            let mut post = post(native_id, "lantern", seconds);
            post.engagement = likes(n);
            house.item(post)
        };
        let id = store.commit(batch(house.feed, vec![counted("1", 5, 0)])).await.unwrap().mentions[0];
        // Same counts, older counts: nothing new. Newer ones, and views alone: appended, likes kept.
        store
            .commit(batch(house.feed, vec![counted("1", 5, 60), counted("1", 4, 10), counted("1", 9, 120)]))
            .await
            .unwrap();
        let mut later = batch(house.feed, Vec::new());
        later.engagement = vec![("1".to_owned(), Engagement { views: Some(70), ..Engagement::default() })];
        store.commit(later).await.unwrap();
        let series = store.engagement_series(house.ours, id).await.unwrap();
        let newest = Engagement { views: Some(70), ..likes(9) };
        assert_eq!(series, [(t(30), likes(5)), (t(150), likes(9)), (t(1_000), newest)]);
        assert_eq!(store.mention(house.ours, id).await.unwrap().view.post.post.engagement, newest);
    });
}

#[test]
fn times_that_lie_are_placed_and_flagged() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut future = post("1", "lantern", 0);
        future.published_at = Some(t(9_000_000));
        let mut undated = post("2", "lantern", 60);
        undated.published_at = None;
        let ids = store
            .commit(batch(house.feed, vec![house.item(future.clone()), house.item(undated)]))
            .await
            .unwrap()
            .mentions;
        let view = store.mention(house.ours, ids[0]).await.unwrap().view;
        assert_eq!(
            (view.post.time_flag, view.mention.at, view.post.post.published_at),
            (TimeFlag::Future, t(30), future.published_at)
        );
        assert_eq!(store.mention(house.ours, ids[1]).await.unwrap().view.post.time_flag, TimeFlag::Undated);
        let counts = store.counts(house.ours, house.brand, Series::Negative, 0, i64::MAX).await.unwrap();
        assert_eq!(counts, [(minute(t(30)), 1), (minute(t(90)), 1)]);
    });
}

#[test]
fn what_is_known_from_weeks_ago_is_known_whatever_was_learnt_of_them() {
    on_both(async |store: &Store| {
        const WEEK: i64 = 7 * 86_400;
        let house = House::build(store).await;
        let of_week = |week: i64| {
            (0..120)
                .map(|n| {
                    let post = post(&format!("{week}-{n}"), "lantern", week * WEEK + n);
                    Item { post, reading: None, hits: Vec::new(), keep: true }
                })
                .collect::<Vec<_>>()
        };
        for week in 0..5 {
            let committed = store.commit(batch(house.feed, of_week(week))).await.unwrap();
            assert_eq!((committed.new, committed.duplicate), (120, 0), "week {week}");
        }
        // Each commit learns some more of the weeks before it; none may change what is known.
        for round in 0..3 {
            for week in 0..5 {
                let mut items = of_week(week);
                items.push(Item { post: post(&format!("{round}-{week}-new"), "x", 5 * WEEK), ..items[0].clone() });
                items.truncate(if round == 2 { 10 } else { items.len() });
                let fresh = items.len() / 121;
                let committed = store.commit(batch(house.feed, items.clone())).await.unwrap();
                assert_eq!((committed.new, committed.duplicate), (fresh, items.len() - fresh), "{round} {week}");
            }
        }
    });
}

fn unmatched(ids: std::ops::Range<usize>, seconds: i64) -> Vec<Item> {
    ids.map(|n| Item { post: post(&format!("n{n}"), "x", seconds), reading: None, hits: Vec::new(), keep: true })
        .collect()
}

/// Two processes that write to one database, turn by turn: each must know what the other stored, in weeks old and new.
async fn take_turns(url: &str) {
    let (one, other) = (Store::open(url).await.unwrap(), Store::open(url).await.unwrap());
    let house = House::build(&one).await;
    let mut stored = 0;
    for turn in 0..8_usize {
        let (writer, asked) = if turn % 2 == 0 { (&one, &other) } else { (&other, &one) };
        let size = if turn % 3 == 2 { 7 } else { 90 };
        let week = i64::try_from(turn / 3).unwrap() * 7 * 86_400;
        let committed = writer.commit(batch(house.feed, unmatched(stored..stored + size, week))).await.unwrap();
        assert_eq!((committed.new, committed.duplicate), (size, 0), "turn {turn}");
        stored += size;
        let again = asked.commit(batch(house.feed, unmatched(0..stored, week))).await.unwrap();
        assert_eq!((again.new, again.duplicate), (0, stored), "turn {turn}");
    }
    // Far more than is read at once: what was learnt is forgotten, not trusted.
    let many = stored..stored + 20_500;
    assert_eq!(one.commit(batch(house.feed, unmatched(many.clone(), 0))).await.unwrap().new, many.len());
    let again = other.commit(batch(house.feed, unmatched(0..many.end, 0))).await.unwrap();
    assert_eq!((again.new, again.duplicate), (0, many.end));
    one.close().await;
    other.close().await;
}

#[tokio::test]
async fn two_processes_know_what_the_other_stored() {
    let folder = Folder::new("turns");
    take_turns(&folder.url()).await;
    if let Some(server) = server() {
        let url = create_database(&server).await;
        take_turns(&url).await;
        drop_database(&server, &url).await;
    }
}

#[test]
fn what_one_post_of_many_says_is_kept() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut items: Vec<Item> = (0..620).map(|n| house.item(post(&n.to_string(), "lantern", n))).collect();
        items[611].post.lang = Some("fy".to_owned());
        items[3].post.parent = Some("2".to_owned());
        items[5].post.engagement = likes(0);
        let posts: Vec<_> = items.iter().map(|item| Post { raw: Vec::new(), ..item.post.clone() }).collect();
        store.commit(batch(house.feed, items)).await.unwrap();
        let kept = store.export(house.ours, None, 1_000).await.unwrap();
        assert_eq!(kept.into_iter().map(|(_, _, post, _)| post).collect::<Vec<_>>(), posts);
    });
}

#[test]
fn only_who_brought_a_post_or_its_home_changes_it() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let other = store.create_source(new_source(Some(house.ours), "Another"), t(0)).await.unwrap().id;
        let says = |text: &str, seconds: i64, at_home: bool| {
            let mut post = post("https://a/1", text, seconds);
            (post.at_home, post.engagement) = (at_home, likes(seconds));
            house.item(post)
        };
        let shown = async || {
            let views = store.mentions(house.ours, &MentionFilter::default(), None, 9).await.unwrap();
            let post = &views[0].post;
            (post.post.text.clone(), post.post.engagement.likes.unwrap(), post.version, post.deleted_at.is_some())
        };
        store.commit(batch(house.feed, vec![says("lantern", 1, false)])).await.unwrap();
        // Another server, which knows the post by its public name: it neither edits, nor counts, nor buries.
        let mut foreign = batch(other, vec![says("we hate the lantern", 2, false)]);
        foreign.engagement = vec![("https://a/1".to_owned(), likes(90_000))];
        foreign.deleted = vec!["https://a/1".to_owned()];
        let done = store.commit(foreign).await.unwrap();
        assert_eq!((done.edited, done.duplicate, done.deleted), (0, 1, 0));
        assert_eq!(shown().await, ("lantern".to_owned(), 1, 1, false));
        let mut edits = batch(other, vec![says("lantern, mended", 3, true)]);
        edits.items[0].post.local_id = Some("7".to_owned());
        assert_eq!(store.commit(edits).await.unwrap().edited, 1, "the place where it was published");
        let edits = batch(house.feed, vec![says("lantern, lit", 4, false)]);
        assert_eq!(store.commit(edits).await.unwrap().edited, 1, "the source that brought it");
        assert_eq!(shown().await, ("lantern, lit".to_owned(), 4, 3, false));
        let buries = Batch { deleted: vec!["7".to_owned()], ..batch(other, Vec::new()) };
        assert_eq!(store.commit(buries).await.unwrap().deleted, 1, "it is gone where it was published");
    });
}
