//! What is stored, looked at once more.

use crate::house::{House, batch, likes, on_both, post, t};
use domain::id::PostId;
use domain::post::{Engagement, Post, Rating};
use store::{Batch, Heard, Item, Store};

const WEEK: i64 = 7 * 86_400;

fn kept(post: Post) -> Item {
    Item { post, reading: None, hits: Vec::new(), keep: true }
}

async fn seen(store: &Store, house: &House, since: i64) -> Vec<(String, bool)> {
    let (mut seen, mut before): (Vec<(String, bool)>, Option<PostId>) = (Vec::new(), None);
    loop {
        let page = store.past_posts(house.ours, house.brand, t(since), before, 2).await.unwrap();
        let Some(last) = page.last() else { return seen };
        before = Some(last.id);
        seen.extend(page.into_iter().map(|past| (past.post.native_id, past.mention.is_some())));
    }
}

#[test]
fn posts_are_seen_again_newest_first_with_the_mention_they_are() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let items = vec![house.item(post("old", "lantern", -3 * WEEK)), kept(post("none", "harbour", 0))];
        store.commit(batch(house.feed, items)).await.unwrap();
        let theirs = post("theirs", "harbour", 60);
        let hits = vec![house.their_hit(&theirs)];
        let reading = Some(crate::house::reading(text::Polarity::Neutral));
        let theirs = Item { post: theirs, reading, hits, keep: true };
        store.commit(batch(house.firehose, vec![theirs])).await.unwrap();
        store.commit(batch(house.their_feed, vec![kept(post("secret", "lantern", 90))])).await.unwrap();
        store.commit(batch(house.feed, vec![house.item(post("new", "lantern", 120))])).await.unwrap();

        let named = |names: &[(&str, bool)]| names.iter().map(|(n, m)| ((*n).to_owned(), *m)).collect::<Vec<_>>();
        let all = [("new", true), ("theirs", false), ("none", false), ("old", true)];
        assert_eq!(
            seen(store, &house, -4 * WEEK).await,
            named(&all),
            "another organisation's own posts are not theirs"
        );
        assert_eq!(seen(store, &house, 0).await, named(&all[..3]), "by the week of arrival");

        let page = store.past_posts(house.ours, house.brand, t(0), None, 1).await.unwrap();
        let mention = page[0].mention.clone().unwrap();
        assert_eq!((mention.at, mention.negative, mention.queries), (t(120), true, vec![house.query.id]));
        assert_eq!((page[0].source, page[0].post.text.as_str()), (house.feed, "lantern"));
        assert!(page[0].reading.is_some());
        let (count, began) = store.arrived_since(t(0)).await.unwrap();
        assert_eq!(count, 4, "the whole house's");
        assert!(began <= t(0) && t(0).duration_since(began).as_secs() < WEEK);
    });
}

#[test]
fn what_was_passed_by_is_counted_for_those_who_hear_it() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let passed = |n: i64| Item { keep: false, ..kept(post(&format!("p{n}"), "harbour", n * 60)) };
        let mut items: Vec<Item> = (0..5).map(passed).collect();
        items.push(house.item(post("hit", "lantern", 0)));
        store.commit(Batch { items, ..Batch::new(house.firehose, t(0)) }).await.unwrap();
        store.commit(batch(house.their_feed, vec![kept(post("theirs", "x", 0))])).await.unwrap();
        let heard = store.heard(house.ours, t(0), t(60)).await.unwrap();
        assert_eq!(heard, [Heard { source: house.firehose, seen: 6, matched: 1 }]);
        assert_eq!(store.heard(house.ours, t(3 * 86_400), t(4 * 86_400)).await.unwrap(), []);
    });
}

#[test]
fn a_report_looks_at_the_newest_mentions_of_the_week() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let rated = |n: u32| Some(Rating { tenths: n * 10, out_of: 5 });
        let most = Engagement { likes: Some(i64::MAX), shares: Some(9), views: Some(70), ..Engagement::default() };
        let posts = [
            post("a", "lantern", 0),
            Post { engagement: likes(3), ..post("b", "lantern", 60) },
            Post { engagement: most, rating: rated(4), ..post("c", "", 120) },
            Post { engagement: Engagement { views: Some(5), ..Engagement::default() }, ..post("d", "lantern", 180) },
        ];
        let items = posts.map(|post| house.item(post)).into();
        let ids = store.commit(batch(house.feed, items)).await.unwrap().mentions;
        store.set_handled(house.ours, &ids[1..2], Some(house.lea), t(500)).await.unwrap();
        let marks = store.marks(house.ours, house.brand, t(0), t(180), 9).await.unwrap();
        let told: Vec<_> = marks.iter().map(|m| (m.at, m.handled, m.negative, m.stars, m.engagement)).collect();
        let expected = [
            (t(120), false, false, Some(4), Some(i64::MAX)),
            (t(60), true, true, None, Some(3)),
            (t(0), false, true, None, None),
        ];
        assert_eq!(told, expected);
        assert_eq!(marks[0].lang, Some(text::Language::Fr));
        assert_eq!(store.marks(house.ours, house.brand, t(0), t(999), 1).await.unwrap()[0].at, t(180));
    });
}
