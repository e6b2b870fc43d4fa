//! The everyday answer to one mention: a log of its own that lists of cases leave out; and one log a mention.

use crate::case::{append, heard, open};
use crate::house::{House, batch, on_both, post, t};
use domain::case::event::{Heat, Step};
use domain::case::{Actor, Capture};
use domain::id::{CaseId, OrganisationId};
use store::{Append, Erase, Error, Store};

#[test]
fn a_mention_has_one_log_of_its_own_that_is_no_case() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mention =
            store.commit(batch(house.feed, vec![house.item(post("1", "lantern", 0))])).await.unwrap().mentions[0];
        assert!(matches!(store.number_everyday(house.theirs, mention, t(0)).await, Err(Error::NotFound)));
        let log = store.number_everyday(house.ours, mention, t(0)).await.unwrap();
        assert_eq!(store.number_everyday(house.ours, mention, t(1)).await.unwrap(), log);
        assert_eq!(store.everyday(house.ours, mention).await.unwrap(), None, "a number is no log yet");
        let first = heard(house.ours, log, None, Actor::Member(house.lea), Heat::Calm);
        store.append_to_case(house.ours, log, append(0, first, Step::Signal), t(2)).await.unwrap();
        let file = store.everyday(house.ours, mention).await.unwrap().unwrap();
        assert_eq!((file.id, file.brand, file.mention, file.heat), (log, house.brand, Some(mention), Heat::Notice));
        assert_eq!(store.everyday(house.theirs, mention).await.unwrap(), None);
        assert_eq!(store.cases(house.ours, false, None, 9).await.unwrap(), []);
        assert_eq!(store.cases_of_public(house.brand, 9).await.unwrap(), []);
        assert_eq!(store.open_case(house.ours, house.brand).await.unwrap(), None);
        assert_eq!(store.heard_cases(t(0)).await.unwrap(), []);
        assert_eq!(store.due_cases(t(60), 9).await.unwrap(), [file], "the house looks after it as after a case");
        assert_ne!(open(store, &house).await, log);
    });
}

#[test]
fn a_mention_is_answered_by_one_log() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mention =
            store.commit(batch(house.feed, vec![house.item(post("1", "lantern", 0))])).await.unwrap().mentions[0];
        let case = open(store, &house).await;
        let log = store.number_everyday(house.ours, mention, t(0)).await.unwrap();
        assert_eq!(store.answering(house.ours, mention).await.unwrap(), None);
        let last = store.case_records(house.ours, case, 0).await.unwrap();
        let more = heard(house.ours, case, last.last(), Actor::House, Heat::Calm);
        let takes = Append { takes: vec![mention], ..append(1, more, Step::Crisis) };
        store.append_to_case(house.ours, case, takes, t(2)).await.unwrap();
        assert_eq!(store.answering(house.ours, mention).await.unwrap().map(|file| file.id), Some(case));
        assert_eq!(store.answering(house.theirs, mention).await.unwrap(), None);
        let first = heard(house.ours, log, None, Actor::Member(house.lea), Heat::Calm);
        let also = Append { takes: vec![mention], ..append(0, first, Step::Signal) };
        let before = store.dump().await.unwrap();
        assert!(matches!(store.append_to_case(house.ours, log, also.clone(), t(3)).await, Err(Error::Conflict(_))));
        assert_eq!(store.dump().await.unwrap(), before);
        let last = store.case_records(house.ours, case, 0).await.unwrap();
        let more = heard(house.ours, case, last.last(), Actor::House, Heat::Alert);
        let leaves = Append { leaves: vec![mention], ..append(2, more, Step::Crisis) };
        store.append_to_case(house.ours, case, leaves, t(4)).await.unwrap();
        store.append_to_case(house.ours, log, also, t(5)).await.unwrap();
        assert_eq!(store.answering(house.ours, mention).await.unwrap().map(|file| file.id), Some(log));
    });
}

#[test]
fn a_case_is_listened_for_until_long_after_it_is_over() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let case = open(store, &house).await;
        let heard_of = async |since| {
            store.heard_cases(t(since)).await.unwrap().into_iter().map(|file| file.id).collect::<Vec<_>>()
        };
        assert_eq!(heard_of(9_999).await, [case]);
        let last = store.case_records(house.ours, case, 0).await.unwrap();
        let more = heard(house.ours, case, last.last(), Actor::House, Heat::Calm);
        store.append_to_case(house.ours, case, append(1, more, Step::Dismissed), t(50)).await.unwrap();
        assert_eq!((heard_of(50).await, heard_of(51).await), (vec![case], vec![]));
    });
}

#[test]
fn what_was_captured_of_an_erased_mention_goes_unless_a_case_keeps_it() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let items = ["1", "2", "3"].map(|id| house.item(post(id, "lantern", 0)));
        let mentions = store.commit(batch(house.feed, items.to_vec())).await.unwrap().mentions;
        let capture = |bytes: &[u8]| (Capture(*blake3::hash(bytes).as_bytes()), bytes.to_vec());
        let case = open(store, &house).await;
        let mut logs = Vec::new();
        for (n, mention) in mentions.iter().enumerate() {
            let log = store.number_everyday(house.ours, *mention, t(0)).await.unwrap();
            let first = heard(house.ours, log, None, Actor::Member(house.lea), Heat::Calm);
            let captures = vec![capture(format!("seen {n}").as_bytes())];
            store
                .append_to_case(house.ours, log, Append { captures, ..append(0, first, Step::Signal) }, t(2))
                .await
                .unwrap();
            logs.push(log);
        }
        let gone = async |after| {
            let all = store.erased_everyday(house.ours, after, 9).await.unwrap();
            all.into_iter().map(|(log, _)| log).collect::<Vec<_>>()
        };
        assert_eq!(gone(CaseId(0)).await, [], "what is there is captured");
        let posts = store.held_posts(None, t(9_999), None, 9).await.unwrap();
        let erase: Vec<Erase> = posts
            .iter()
            .map(|post| Erase { post: post.id, text: true, author: false, mentions: post.mentions.len() })
            .collect();
        store.erase(&erase, t(3)).await.unwrap();
        assert_eq!(gone(CaseId(0)).await, logs);
        assert_eq!(gone(logs[0]).await, logs[1..]);
        assert!(matches!(store.erased_everyday(OrganisationId(999), CaseId(0), 9).await, Err(Error::NotFound)));
        assert_eq!(store.erased_everyday(house.theirs, CaseId(0), 9).await.unwrap(), []);
        // A case cites the first, and has the second in hand.
        let last = store.case_records(house.ours, case, 0).await.unwrap();
        let more = heard(house.ours, case, last.last(), Actor::House, Heat::Calm);
        let keeps =
            Append { captures: vec![capture(b"seen 0")], takes: vec![mentions[1]], ..append(1, more, Step::Crisis) };
        store.append_to_case(house.ours, case, keeps, t(4)).await.unwrap();
        assert_eq!(gone(CaseId(0)).await, logs[2..]);
        let last = store.case_records(house.ours, case, 0).await.unwrap();
        let more = heard(house.ours, case, last.last(), Actor::House, Heat::Alert);
        store.append_to_case(house.ours, case, append(2, more, Step::Closed), t(5)).await.unwrap();
        assert_eq!(gone(CaseId(0)).await, logs[1..], "the case is over: what it did not capture is no evidence");
    });
}
