//! Erasure: what must go is nowhere any more, everything else is as it was.

use crate::house::{Folder, House, batch, likes, new_source, on_both, post, t};
use crate::ticks::{settlement, signal};
use domain::counter::Series;
use domain::id::{MentionId, PostId};
use domain::post::Image;
use domain::source::Quarantined;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeSet;
use store::{Aside, Batch, Erase, Erasure, Item, MentionFilter, NewMessage, NewTarget, Store};

fn fold(text: &str) -> String {
    text.to_lowercase()
}

/// What is to happen to one post of many.
#[derive(Clone, Debug)]
struct Fate {
    text: bool,
    author: bool,
    edits: u8,
    ours: bool,
    theirs: bool,
    of_the_house: bool,
}

fn fate() -> impl Strategy<Value = Fate> {
    (any::<[bool; 5]>(), 0..3_u8).prop_map(|([text, author, ours, theirs, of_the_house], edits)| Fate {
        text,
        author,
        edits,
        ours,
        theirs: theirs && of_the_house,
        of_the_house,
    })
}

/// The item of a post in one of its versions; every word in it is its own.
fn item(house: &House, n: usize, version: u8, fate: &Fate) -> Item {
    let n = n as i64;
    let mut post =
        post(&format!("https://example.org/name{n}x"), &format!("word{n}v{version}x"), 100 * n + i64::from(version));
    post.author.handle = Some(format!("handle{n}x"));
    post.author.display = Some(format!("display{n}x"));
    post.author.reviews = Some(7_700_000_000 + n);
    post.engagement = likes(i64::from(version));
    post.raw = format!("word{n}v{version}x by display{n}x").into_bytes();
    post.repost_of = Some(format!("name{n}x-before"));
    post.images = vec![Image::Cid(format!("word{n}v{version}x"))];
    let mut hits = Vec::new();
    hits.extend(fate.ours.then(|| house.hit(&post)));
    hits.extend(fate.theirs.then(|| house.their_hit(&post)));
    Item { hits, ..house.item(post) }
}

async fn deliver(store: &Store, house: &House, fates: &[Fate]) {
    for (n, fate) in fates.iter().enumerate() {
        let source = if fate.of_the_house { house.firehose } else { house.feed };
        for version in 0..=fate.edits {
            store.commit(batch(source, vec![item(house, n, version, fate)])).await.unwrap();
        }
    }
}

/// The counts and how far everything is: what no erasure changes.
async fn counted(store: &Store, house: &House) -> String {
    let mut out = String::new();
    for (organisation, brand) in [(house.ours, house.brand), (house.theirs, house.their_brand)] {
        for series in [Series::Mentions, Series::Negative] {
            out += &format!("{:?}", store.counts(organisation, brand, series, 0, i64::MAX).await.unwrap());
        }
        out += &format!("{:?}", store.query_hits(organisation, brand).await.unwrap());
        out += &format!("{:?}", store.summary(organisation, brand, t(0), t(99_999)).await.unwrap());
        let all = store.mentions(organisation, &MentionFilter::default(), None, 999).await.unwrap();
        out += &format!(
            "{:?}",
            all.iter().map(|view| (&view.mention, &view.reading, view.post.version)).collect::<Vec<_>>()
        );
    }
    out + &format!("{:?}", store.counts_of_rows().await.unwrap())
}

async fn check(store: &Store, fates: &[Fate]) {
    let house = House::build(store).await;
    deliver(store, &house, fates).await;
    while !store.index_mentions(7, fold).await.unwrap().done {}
    let held = store.held_posts(None, t(999_999), None, 999).await.unwrap();
    let stored: Vec<&Fate> = fates.iter().collect();
    assert_eq!(held.len(), stored.len());
    let erase: Vec<Erase> = held
        .iter()
        .zip(&stored)
        .map(|(held, fate)| Erase {
            post: held.id,
            text: fate.text,
            author: fate.author,
            mentions: held.mentions.len(),
        })
        .collect();
    let before = counted(store, &house).await;
    let went = store.erase(&erase, t(5_000)).await.unwrap();
    let expected = |part: fn(&Fate) -> bool| fates.iter().filter(|fate| part(fate)).count() as i64;
    assert_eq!(went, (expected(|fate| fate.text), expected(|fate| fate.author)));
    assert_eq!(counted(store, &house).await, before, "what was counted stays");

    let state = store.dump().await.unwrap();
    for (n, fate) in fates.iter().enumerate() {
        let there = |what: String| state.contains(&what) || state.contains(&hex(&what));
        for version in 0..=fate.edits {
            assert_eq!(there(format!("word{n}v{version}x")), !fate.text, "text of {n}: {fate:?}");
        }
        for what in [format!("handle{n}x"), format!("display{n}x"), format!("{}", 7_700_000_000_i64 + n as i64)] {
            assert_eq!(there(what), !fate.author, "author of {n}: {fate:?}");
        }
        assert_eq!(there(format!("name{n}x")), !(fate.text || fate.author), "address of {n}: {fate:?}");
        let found =
            MentionFilter { search: Some(vec![format!("word{n}v{}x", fate.edits)]), ..MentionFilter::default() };
        let found = store.mentions(house.ours, &found, None, 9).await.unwrap();
        assert_eq!(found.len(), usize::from(fate.ours && !fate.text), "search of {n}: {fate:?}");
    }
    // Once more changes nothing; nor does whoever brings it all again, in whatever version.
    assert_eq!(store.erase(&erase, t(6_000)).await.unwrap(), (0, 0));
    let again = store.dump().await.unwrap();
    assert_eq!(again, state);
    deliver(store, &house, fates).await;
    assert_eq!(counted(store, &house).await, before, "known posts are not counted again");
    let again = store.dump().await.unwrap();
    for (n, fate) in fates.iter().enumerate().filter(|(_, fate)| fate.text) {
        assert!(!again.contains(&format!("word{n}v")), "{n} came back: {fate:?}");
    }
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn what_is_erased_is_nowhere_and_the_rest_is_as_it_was() {
    let mut runner = TestRunner::new(Config { cases: 12, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&proptest::collection::vec(fate(), 1..14), |fates| {
        on_both(async |store: &Store| check(store, &fates).await);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn a_post_that_somebody_mentioned_meanwhile_stays() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let fate = Fate { text: true, author: true, edits: 0, ours: true, theirs: false, of_the_house: true };
        deliver(store, &house, std::slice::from_ref(&fate)).await;
        let held = store.held_posts(None, t(9_999), None, 9).await.unwrap().remove(0);
        assert_eq!((held.scope, held.source, held.has_text, held.has_author), (None, house.firehose, true, true));
        assert_eq!(
            held.mentions.iter().map(|m| (m.organisation, m.in_hand)).collect::<Vec<_>>(),
            [(house.ours, false)]
        );
        deliver(store, &house, &[Fate { theirs: true, ..fate }]).await;
        let erase = Erase { post: held.id, text: true, author: true, mentions: held.mentions.len() };
        assert_eq!(store.erase(&[erase], t(5_000)).await.unwrap(), (0, 0), "it is theirs too now");
        assert_eq!(store.erase(&[Erase { mentions: 2, author: false, ..erase }], t(5_000)).await.unwrap(), (1, 0));
        // It is in the log of both, as one pass.
        assert_eq!(store.erase(&[Erase { mentions: 2, ..erase }], t(5_000)).await.unwrap(), (0, 1));
        let pass = Erasure { at: t(5_000), rules: None, person: None, texts: 1, authors: 1 };
        for organisation in [house.ours, house.theirs] {
            assert_eq!(store.erasures(Some(organisation), 9).await.unwrap(), std::slice::from_ref(&pass));
            let stock = store.stock(organisation).await.unwrap();
            assert_eq!((stock.posts, stock.without_text, stock.without_author, stock.oldest), (1, 1, 1, Some(t(30))));
        }
        assert_eq!(store.held_posts(None, t(9_999), None, 9).await.unwrap(), [], "nothing is left of it");
    });
}

#[test]
fn whose_posts_are_looked_at_and_in_which_order() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let of = |ours, theirs, of_the_house| Fate { text: false, author: false, edits: 0, ours, theirs, of_the_house };
        let fates = [
            of(true, false, false),
            of(false, false, false),
            of(false, true, true),
            of(true, true, true),
            of(false, false, true),
        ];
        deliver(store, &house, &fates).await;
        let ids = async |organisation, before, after, limit| {
            let posts = store.held_posts(organisation, before, after, limit).await.unwrap();
            posts.into_iter().map(|post| post.id).collect::<Vec<PostId>>()
        };
        let all = ids(None, t(9_999), None, 99).await;
        assert_eq!(all.len(), 5);
        assert_eq!(ids(None, t(9_999), Some(all[1]), 2).await, all[2..4]);
        assert_eq!(ids(None, t(230), None, 99).await, all[..2], "of those that came before");
        assert_eq!(ids(Some(house.ours), t(9_999), None, 99).await, [all[0], all[1], all[3]]);
        assert_eq!(ids(Some(house.theirs), t(9_999), None, 99).await, all[2..4]);
        // What nobody mentions is in the house's log, and in nobody else's.
        let erase = Erase { post: all[4], text: true, author: true, mentions: 0 };
        assert_eq!(store.erase(&[erase], t(5_000)).await.unwrap(), (1, 1));
        let pass = Erasure { at: t(5_000), rules: None, person: None, texts: 1, authors: 1 };
        assert_eq!(store.erasures(None, 9).await.unwrap(), [pass]);
        for organisation in [house.ours, house.theirs] {
            assert_eq!(store.erasures(Some(organisation), 9).await.unwrap(), []);
        }
        let mention =
            store.mentions(house.ours, &MentionFilter::default(), None, 9).await.unwrap().pop().unwrap().mention.id;
        let in_hand = async || store.held_posts(None, t(9_999), None, 1).await.unwrap()[0].mentions[0].in_hand;
        store.assign(house.ours, &[mention], Some(house.lea), t(0)).await.unwrap();
        assert!(in_hand().await);
        store.set_handled(house.ours, &[mention], Some(house.lea), t(9)).await.unwrap();
        assert!(!in_hand().await, "done with");
    });
}

#[test]
fn rules_are_kept_with_who_set_them() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        assert_eq!(store.retention(house.ours).await.unwrap(), None);
        store.set_retention(house.ours, "{\"a\":1}", Some(house.lea), t(5)).await.unwrap();
        store.set_retention(house.ours, "{\"a\":2}", None, t(6)).await.unwrap();
        assert_eq!(store.retention(house.ours).await.unwrap().as_deref(), Some("{\"a\":2}"));
        assert_eq!(store.retentions().await.unwrap(), [(house.ours, "{\"a\":2}".to_owned())]);
        let set = |at, rules: &str, person| Erasure {
            at: t(at),
            rules: Some(rules.to_owned()),
            person,
            texts: 0,
            authors: 0,
        };
        let log = [set(6, "{\"a\":2}", None), set(5, "{\"a\":1}", Some(house.lea))];
        assert_eq!(store.erasures(Some(house.ours), 9).await.unwrap(), log);
        assert_eq!(store.erasures(Some(house.ours), 1).await.unwrap(), log[..1]);
    });
}

#[test]
fn what_quoted_it_is_put_right() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let ids = store
            .commit(batch(house.feed, vec![house.item(post("1", "lantern", 0)), house.item(post("2", "lantern", 0))]))
            .await;
        let ids: Vec<MentionId> = ids.unwrap().mentions;
        let held = store.held_posts(None, t(9_999), None, 1).await.unwrap().remove(0);
        store.erase(&[Erase { post: held.id, text: true, author: false, mentions: 1 }], t(50)).await.unwrap();
        let erased = store.erased_mentions(house.ours, &ids).await.unwrap();
        assert_eq!(erased, (BTreeSet::from([held.mentions[0].id]), BTreeSet::new()));

        let mut raised = settlement(None);
        raised.raise = vec![signal(&house, "s1")];
        store.settle(house.ours, house.brand, raised).await.unwrap();
        let before = store.signal(house.ours, "s1").await.unwrap();
        store.erase_in_signal(house.ours, "s1", "{\"stories\":[]}").await.unwrap();
        let after = store.signal(house.ours, "s1").await.unwrap();
        assert_eq!(after, store::SignalRow { explanation: "{\"stories\":[]}".to_owned(), ..before });

        let settings = r#"{"address":"lea@example.org"}"#.to_owned();
        let new = NewTarget { person: house.lea, kind: "mail".to_owned(), name: "Mail".to_owned(), settings };
        let target = store.add_target(new, t(0)).await.unwrap().id;
        let body = "{\"quote\":1}".to_owned();
        let message = NewMessage {
            key: "k".to_owned(),
            target,
            person: house.lea,
            story: None,
            body,
            until: t(99),
            complaint: None,
        };
        store.post_message(message, t(0)).await.unwrap();
        let row = async || store.messages_to(house.lea, &[], None, 9).await.unwrap().remove(0);
        store.erase_in_message(row().await.id, "{}").await.unwrap();
        assert_eq!(row().await.message.body, "{\"quote\":1}", "it may still be sent");
        store.remove_target(house.lea, target).await.unwrap();
        store.erase_in_message(row().await.id, "{}").await.unwrap();
        assert_eq!(row().await.message.body, "{}");
    });
}

#[test]
fn what_stands_beside_goes_too() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let other = store.create_source(new_source(Some(house.ours), "Other"), t(0)).await.unwrap().id;
        let aside =
            |text: &str| Quarantined { reason: "broken".to_owned(), place: text.to_owned(), bytes: text.into() };
        for (source, at) in [(house.feed, 10), (house.feed, 20), (other, 10)] {
            let quarantined = vec![aside(&format!("item {at}"))];
            store.commit(Batch { quarantined, ..Batch::new(source, t(at)) }).await.unwrap();
        }
        assert_eq!(store.erase_aside(house.feed, t(20)).await.unwrap(), 1);
        assert_eq!(store.erase_aside(house.feed, t(20)).await.unwrap(), 0);
        let count = async |source| store.quarantine_count(house.ours, source).await.unwrap();
        assert_eq!(count(house.feed).await, Aside { kept: 1, dropped: 1 });
        assert_eq!(count(other).await, Aside { kept: 1, dropped: 0 });

        let day = 86_400;
        store.begin_setup(&[7; 32], false, t(0), t(2 * day)).await.unwrap();
        store.save_setup(&[7; 32], "{\"an example\":1}").await.unwrap();
        store.keep_answer(house.ours, "key", &[1; 32], 201, "quotes it", t(0)).await.unwrap();
        store.forget_expired(t(2 * day - 1)).await.unwrap();
        assert!(store.idempotent(house.ours, "key", &[1; 32]).await.unwrap().is_some());
        assert!(store.dump().await.unwrap().contains("an example"));
        store.forget_expired(t(2 * day)).await.unwrap();
        assert!(store.idempotent(house.ours, "key", &[1; 32]).await.unwrap().is_none());
        let state = store.dump().await.unwrap();
        assert!(!state.contains("quotes it") && !state.contains("an example"));
    });
}

/// A file of SQLite, as bytes.
fn holds(folder: &Folder, what: &str) -> bool {
    let bytes = std::fs::read(folder.0.join("vigie.db")).unwrap();
    bytes.windows(what.len()).any(|window| window == what.as_bytes())
}

#[tokio::test]
async fn the_file_forgets_it_too() {
    let folder = Folder::new("erased");
    let store = Store::open(&folder.url()).await.unwrap();
    let house = House::build(&store).await;
    for n in 0..40 {
        let text = if n == 7 { "lantern xylophonist" } else { "lantern vibraphonist" };
        store.commit(batch(house.feed, vec![house.item(post(&format!("id-{n}"), text, n))])).await.unwrap();
        // Each time another piece of the index.
        store.index_mentions(9, fold).await.unwrap();
    }
    store.close().await;
    assert!(holds(&folder, "xylophonist") && holds(&folder, "vibraphonist"));
    let store = Store::open(&folder.url()).await.unwrap();
    let held = store.held_posts(None, t(9_999), None, 99).await.unwrap().remove(7);
    store.erase(&[Erase { post: held.id, text: true, author: false, mentions: 1 }], t(50)).await.unwrap();
    let mut steps = 0;
    while !store.compact_index().await.unwrap() {
        steps += 1;
        assert!(steps < 100, "it comes to an end");
    }
    let words = MentionFilter { search: Some(vec!["vibraphonist".to_owned()]), ..MentionFilter::default() };
    assert_eq!(store.mentions(house.ours, &words, None, 99).await.unwrap().len(), 39, "the rest is found as before");
    store.close().await;
    assert!(!holds(&folder, "xylophonist") && !holds(&folder, "xylophon") && holds(&folder, "vibraphonist"));
}
