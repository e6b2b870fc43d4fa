use crate::house::{House, batch, new_person, new_source, on_both, post, reading, t};
use crate::ingest::busy_day;
use domain::counter::{Series, minute};
use domain::id::MentionId;
use domain::mention::{Arrival, Sees};
use domain::organisation::Role;
use store::{Error, IndexLag, Item, MentionFilter, NewSource, Store, Summary, Tally};
use text::{Language, Polarity};

fn filter() -> MentionFilter {
    MentionFilter { sees: Sees::All, ..MentionFilter::default() }
}

async fn found(store: &Store, house: &House, filter: MentionFilter) -> Vec<String> {
    let views = store.mentions(house.ours, &filter, None, 99).await.unwrap();
    views.into_iter().map(|v| v.post.post.native_id).collect()
}

#[test]
fn pages_of_mentions_follow_one_another_and_filters_all_hold() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut items: Vec<Item> = (0..5).map(|n| house.item(post(&n.to_string(), "lantern", n / 2 * 60))).collect();
        items[3].reading = Some(reading(Polarity::Positive));
        items[4].hits[0].arrival = Arrival::History;
        store.commit(batch(house.feed, items)).await.unwrap();
        let (mut seen, mut before) = (Vec::new(), None);
        loop {
            let page = store.mentions(house.ours, &filter(), before, 2).await.unwrap();
            let Some(last) = page.last() else { break };
            before = Some((last.mention.at, last.mention.id));
            seen.extend(page.into_iter().map(|v| v.post.post.native_id));
        }
        assert_eq!(seen, ["4", "3", "2", "1", "0"]);

        assert_eq!(found(store, &house, MentionFilter { polarity: Some(Polarity::Positive), ..filter() }).await, ["3"]);
        assert_eq!(found(store, &house, MentionFilter { arrival: Some(Arrival::History), ..filter() }).await, ["4"]);
        assert_eq!(
            found(store, &house, MentionFilter { since: Some(t(60)), until: Some(t(120)), ..filter() }).await,
            ["3", "2"]
        );
        assert_eq!(
            found(store, &house, MentionFilter { lang: Some(Language::En), ..filter() }).await,
            Vec::<String>::new()
        );
        assert_eq!(
            found(store, &house, MentionFilter { source: Some(house.firehose), ..filter() }).await,
            Vec::<String>::new()
        );
        let all =
            MentionFilter { brand: Some(house.brand), source: Some(house.feed), lang: Some(Language::Fr), ..filter() };
        assert_eq!(found(store, &house, all).await.len(), 5);
    });
}

#[test]
fn a_mention_is_handled_once_and_assigned() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let ben = store.create_person(new_person("Ben"), t(0)).await.unwrap().id;
        store.set_membership(house.ours, ben, Role::Legal).await.unwrap();
        let items = (0..3).map(|n| house.item(post(&n.to_string(), "lantern", 0))).collect();
        let ids = store.commit(batch(house.feed, items)).await.unwrap().mentions;
        assert_eq!(store.set_handled(house.ours, &[ids[0], ids[1], ids[0]], Some(house.lea), t(50)).await.unwrap(), 2);
        assert_eq!(store.set_handled(house.ours, &ids[..2], Some(ben), t(60)).await.unwrap(), 0);
        let handled = store.mention(house.ours, ids[0]).await.unwrap().view.mention.handled;
        assert_eq!(handled, Some((house.lea, t(50))), "who did it first stays");
        store.assign(house.ours, &ids[1..], Some(ben), t(0)).await.unwrap();
        assert_eq!(found(store, &house, MentionFilter { handled: Some(false), ..filter() }).await, ["2"]);
        assert_eq!(
            found(store, &house, MentionFilter { handled: Some(true), assigned: Some(ben), ..filter() }).await,
            ["1"]
        );
        let brief = store.summary(house.ours, house.brand, t(0), t(1)).await.unwrap();
        assert_eq!(brief, Summary { mentions: 3, negative: 3, unhandled: 1 });
        assert_eq!(store.summary(house.ours, house.brand, t(1), t(2)).await.unwrap(), Summary::default());
        assert_eq!(store.set_handled(house.ours, &ids, None, t(70)).await.unwrap(), 2);
        store.assign(house.ours, &ids, None, t(0)).await.unwrap();
        assert_eq!(found(store, &house, MentionFilter { handled: Some(false), ..filter() }).await.len(), 3);
    });
}

#[test]
fn what_is_counted_is_what_is_listed_as_far_as_somebody_looks() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut items: Vec<Item> = (0..7).map(|n| house.item(post(&n.to_string(), "lantern", n * 60))).collect();
        items[0].reading = Some(reading(Polarity::Positive));
        items[5].reading = Some(reading(Polarity::Positive));
        let ids = store.commit(batch(house.feed, items)).await.unwrap().mentions;
        store.set_handled(house.ours, &ids[3..], Some(house.lea), t(500)).await.unwrap();
        let of = |filter: MentionFilter| MentionFilter { brand: Some(house.brand), ..filter };
        let positive = MentionFilter { polarity: Some(Polarity::Positive), ..filter() };
        let open = MentionFilter { handled: Some(false), ..filter() };
        let filters = [
            filter(),
            positive.clone(),
            open.clone(),
            MentionFilter { handled: Some(true), ..filter() },
            MentionFilter { handled: Some(false), ..positive.clone() },
            MentionFilter { since: Some(t(60)), until: Some(t(240)), ..filter() },
            MentionFilter { since: Some(t(60)), until: Some(t(301)), ..positive.clone() },
            MentionFilter { source: Some(house.firehose), ..filter() },
            MentionFilter { sees: Sees::Open, ..filter() },
            MentionFilter { sees: Sees::Open, handled: Some(false), ..filter() },
        ];
        for filter in filters.into_iter().flat_map(|filter| [of(filter.clone()), filter]) {
            let listed = found(store, &house, filter.clone()).await.len() as i64;
            let whole = Tally { found: listed, whole: true };
            assert_eq!(store.count_mentions(house.ours, &filter, 99).await.unwrap(), whole, "{filter:?}");
            assert_eq!(store.count_mentions(house.ours, &filter, 7).await.unwrap(), whole, "{filter:?}");
        }
        let at_least = |found| Tally { found, whole: false };
        assert_eq!(store.count_mentions(house.ours, &of(filter()), 6).await.unwrap(), at_least(6));
        assert_eq!(store.count_mentions(house.ours, &of(open), 2).await.unwrap(), at_least(2));
        assert_eq!(store.open_mentions(house.ours, house.brand, 9).await.unwrap(), Tally { found: 3, whole: true });
        assert_eq!(
            store.count_mentions(house.ours, &of(positive), 3).await.unwrap(),
            at_least(1),
            "of the newest four"
        );

        let minutes = |from, until| store.counted(house.ours, house.brand, Series::Mentions, from, until);
        let (first, last) = (minute(t(0)), minute(t(360)));
        assert_eq!((minutes(first, last + 1).await.unwrap(), minutes(first + 1, last).await.unwrap()), (7, 5));
        let after = |id| store.stored_after(house.ours, house.brand, id);
        assert_eq!(after(Some(MentionId(0))).await.unwrap(), (ids[6], Some(t(0))));
        assert_eq!(after(Some(ids[4])).await.unwrap(), (ids[6], Some(t(300))));
        assert_eq!(after(Some(ids[6])).await.unwrap(), (ids[6], None));
        assert_eq!(after(None).await.unwrap(), (ids[6], None));
        let asked = [ids[2], MentionId(1 << 60), ids[0], ids[2]];
        assert_eq!(store.own_mentions(house.ours, &asked).await.unwrap(), [ids[0], ids[2]]);
    });
}

#[test]
fn full_text_follows_behind_and_knows_edits() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let fold = |text: &str| text.to_lowercase().replace('é', "e");
        let search = |words: &[&str]| MentionFilter {
            search: Some(words.iter().map(|w| (*w).to_owned()).collect()),
            ..filter()
        };
        assert_eq!(store.index_lag().await.unwrap().behind, 0);
        let items = vec![
            house.item(post("1", "Délai! L'attente: 3 heures. https://example.org/a?b=c", 0)),
            house.item(post("2", "délai", 0)),
            house.item(post("3", "", 0)),
        ];
        let ids = store.commit(batch(house.feed, items)).await.unwrap().mentions;
        let all = found(store, &house, filter()).await;
        assert_eq!(found(store, &house, search(&["delai"])).await, all, "what is not indexed yet is not left out");
        let indexed = store.index_mentions(2, fold).await.unwrap();
        assert_eq!((indexed.upto, indexed.done), (ids[1], false));
        assert_eq!(store.index_lag().await.unwrap(), IndexLag { indexed_upto: ids[1], newest: ids[2], behind: 1 });
        assert!(store.index_mentions(2, fold).await.unwrap().done);
        assert_eq!(found(store, &house, search(&["delai"])).await, ["2", "1"]);
        assert_eq!(found(store, &house, search(&["delai", "heures"])).await, ["1"]);
        assert_eq!(found(store, &house, search(&["l'attente", "example.org"])).await, ["1"]);
        assert_eq!(found(store, &house, search(&["heure"])).await, Vec::<String>::new());
        assert_eq!(
            found(store, &house, search(&["'\" OR *"])).await,
            Vec::<String>::new(),
            "an operator is a word like another"
        );
        assert_eq!(found(store, &house, search(&["!"])).await.len(), 3, "no word asks nothing");

        store
            .commit(batch(house.feed, vec![house.item(post("2", "Merci", 9)), house.item(post("3", "Tard", 9))]))
            .await
            .unwrap();
        assert_eq!(store.index_lag().await.unwrap().behind, 2);
        assert_eq!(found(store, &house, search(&["merci"])).await, ["3", "2"], "nor what was edited since");
        assert!(store.index_mentions(10, fold).await.unwrap().done);
        assert_eq!(found(store, &house, search(&["delai"])).await, ["1"]);
        assert_eq!(found(store, &house, search(&["merci"])).await, ["2"]);
        assert_eq!(store.index_lag().await.unwrap().behind, 0);
    });
}

#[test]
fn an_export_brings_everything_in_order_and_imports_the_same() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        busy_day(store, &house).await;
        let all = store.export(house.ours, None, 99).await.unwrap();
        assert_eq!(all.iter().map(|(.., post, _)| post.native_id.as_str()).collect::<Vec<_>>(), ["1", "2", "4", "5"]);
        let second = store.export(house.ours, Some((all[0].0, all[0].1)), 1).await.unwrap();
        assert_eq!(second, all[1..2]);
        let mut published = post("4", "", 90);
        published.rating = all[2].2.rating;
        published.raw.clear();
        assert_eq!(all[2].2, published);
        // Taken as an import by the other organisation it reads the same.
        let items = all.iter().map(|(.., post, reading)| Item {
            hits: vec![house.their_hit(post)],
            post: post.clone(),
            reading: reading.clone(),
            keep: true,
        });
        store.commit(batch(house.their_feed, items.collect())).await.unwrap();
        let theirs = store.export(house.theirs, None, 99).await.unwrap();
        let posts = |all: Vec<store::Exported>| {
            let mut posts: Vec<_> =
                all.into_iter().map(|(.., post, reading)| (post.native_id.clone(), post, reading)).collect();
            posts.sort_by(|a, b| a.0.cmp(&b.0));
            posts
        };
        assert_eq!(posts(theirs), posts(all));
    });
}

#[test]
fn the_store_says_what_it_holds() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        busy_day(store, &house).await;
        let facts = store.check().await.unwrap();
        assert_eq!((facts.engine, facts.schema, facts.counts.posts, facts.counts.mentions), (store.engine(), 27, 5, 5));
        assert!(facts.bytes > 0, "{facts:?}");
        assert!(matches!(store.mention(house.theirs, domain::id::MentionId(1)).await, Err(Error::NotFound)));
    });
}

#[test]
fn what_was_written_in_private_is_there_for_those_who_may_answer_alone() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let private = NewSource { kind: "complaint".to_owned(), ..new_source(Some(house.ours), "Complaints") };
        let private = store.create_source(private, t(0)).await.unwrap().id;
        let open =
            store.commit(batch(house.feed, vec![house.item(post("1", "lantern", 0))])).await.unwrap().mentions[0];
        let told =
            store.commit(batch(private, vec![house.item(post("2", "lantern broke", 60))])).await.unwrap().mentions[0];
        let listed = async |sees| {
            let of = MentionFilter { sees, ..filter() };
            let all = store.mentions(house.ours, &of, None, 9).await.unwrap();
            let counted = store.count_mentions(house.ours, &of, 9).await.unwrap();
            assert_eq!(counted, Tally { found: all.len() as i64, whole: true });
            all.into_iter().map(|view| view.mention.id).collect::<Vec<_>>()
        };
        assert_eq!(listed(Sees::All).await, [told, open]);
        assert_eq!(listed(Sees::Open).await, [open]);
        assert_eq!(listed(Sees::default()).await, [open], "whoever does not say what is shown shows no secret");
        let one = async |id, sees| store.mention_for(house.ours, id, sees).await.map(|found| found.view.mention.id);
        assert_eq!((one(told, Sees::All).await.unwrap(), one(open, Sees::Open).await.unwrap()), (told, open));
        assert!(matches!(one(told, Sees::Open).await, Err(Error::NotFound)));
    });
}

#[test]
fn who_may_not_answer_is_told_no_number_and_no_account() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let said = "injured! lantern, refund to GB82WEST12345698765432, call +44 20 7946 0958 or lea@example.org";
        let id = store.commit(batch(house.feed, vec![house.item(post("1", said, 0))])).await.unwrap().mentions[0];
        let listed = async |sees| {
            let all = store.mentions(house.ours, &MentionFilter { sees, ..filter() }, None, 9).await.unwrap();
            all.into_iter().map(|view| view.post.post.text).collect::<Vec<_>>()
        };
        let one = async |sees| store.mention_for(house.ours, id, sees).await.unwrap().view.post.post.text;
        assert_eq!((listed(Sees::All).await, one(Sees::All).await), (vec![said.to_owned()], said.to_owned()));
        let left = "injured! lantern, refund to GB82 … 5432, call +44 … 58 or l…@…";
        assert_eq!((listed(Sees::Open).await, one(Sees::Open).await), (vec![left.to_owned()], left.to_owned()));
    });
}
