//! Targets, decisions and the outbox.

use crate::house::{House, on_both, t};
use crate::ticks::{settlement, signal, update};
use domain::id::PersonId;
use domain::organisation::Role;
use jiff::Timestamp;
use store::{Decided, Error, NewMessage, NewTarget, OutboxState, Settlement, Store, Tried};

fn mail(person: PersonId, address: &str) -> NewTarget {
    let settings = format!(r#"{{"address":"{address}"}}"#);
    NewTarget { person, kind: "mail".to_owned(), name: "Mail".to_owned(), settings }
}

fn message(house: &House, target: i64, key: &str) -> NewMessage {
    NewMessage {
        key: key.to_owned(),
        target,
        person: house.lea,
        story: Some("s".to_owned()),
        body: "{}".to_owned(),
        until: t(3_600),
        complaint: None,
    }
}

fn tried(id: i64, state: OutboxState) -> Tried {
    Tried {
        id,
        state,
        next_try_at: t(20),
        reason: None,
        receipt: None,
        unknown: false,
        target_failed: false,
        rests_until: None,
    }
}

async fn states(store: &Store, house: &House) -> Vec<(String, OutboxState, i64, i64)> {
    let rows = store.messages_to(house.lea, &[], None, 99).await.unwrap();
    rows.into_iter().rev().map(|row| (row.message.key, row.state, row.tries, row.unknown)).collect()
}

#[test]
fn a_target_is_its_persons_alone() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let first = store.add_target(mail(house.lea, "lea@example.org"), t(0)).await.unwrap();
        let renamed = NewTarget { name: "Night".to_owned(), ..mail(house.lea, "lea@example.org") };
        let again = store.add_target(renamed, t(9)).await.unwrap();
        assert_eq!((again.id, again.name.as_str(), again.created_at), (first.id, "Night", t(0)));
        let second = store.add_target(mail(house.lea, "shop@example.org"), t(1)).await.unwrap();
        let annas = store.add_target(mail(house.anna, "lea@example.org"), t(1)).await.unwrap();
        let ids = |rows: Vec<store::TargetRow>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
        assert_eq!(ids(store.targets(Some(house.lea)).await.unwrap()), [first.id, second.id]);
        assert_eq!(ids(store.targets(None).await.unwrap()), [first.id, second.id, annas.id]);
        assert!(matches!(store.target(house.lea, annas.id).await, Err(Error::NotFound)));
        assert!(matches!(store.remove_target(house.lea, annas.id).await, Err(Error::NotFound)));
        assert!(matches!(store.target_tapped(house.lea, annas.id, t(2)).await, Err(Error::NotFound)));
        assert!(matches!(store.add_target(mail(PersonId(99), "x@y.z"), t(0)).await, Err(Error::NotFound)));
        assert!(matches!(store.put_target_first(house.lea, annas.id).await, Err(Error::NotFound)));
        let third = store.add_target(mail(house.lea, "late@example.org"), t(1)).await.unwrap();
        store.put_target_first(house.lea, second.id).await.unwrap();
        store.put_target_first(house.lea, third.id).await.unwrap();
        assert_eq!(ids(store.targets(Some(house.lea)).await.unwrap()), [third.id, second.id, first.id]);
        assert_eq!(ids(store.targets(None).await.unwrap()), [third.id, second.id, first.id, annas.id]);
        store.remove_target(house.lea, third.id).await.unwrap();
        store.target_tapped(house.lea, first.id, t(2)).await.unwrap();
        assert_eq!(store.target(house.lea, first.id).await.unwrap().tapped_at, Some(t(2)));
        // What waits for a target that is taken away is a dead letter; what has left is not touched.
        for key in ["a", "b"] {
            assert!(!store.is_posted(house.lea, key).await.unwrap());
            store.post_message(message(&house, first.id, key), t(0)).await.unwrap();
            assert!(store.is_posted(house.lea, key).await.unwrap());
            assert!(!store.is_posted(PersonId(house.lea.0 + 1), key).await.unwrap(), "somebody else's");
        }
        let rows = store.messages_to(house.lea, &[], None, 9).await.unwrap();
        assert!(store.begin_sending(rows[1].id, t(1)).await.unwrap());
        store.remove_target(house.lea, first.id).await.unwrap();
        let expected = [("a".to_owned(), OutboxState::Sending, 1, 0), ("b".to_owned(), OutboxState::Failed, 0, 0)];
        assert_eq!(states(store, &house).await, expected);

        assert_eq!(store.recipient(house.lea).await.unwrap(), None);
        store.set_recipient(house.lea, "{}").await.unwrap();
        store.set_recipient(house.lea, r#"{"quiet":null}"#).await.unwrap();
        assert_eq!(store.recipient(house.lea).await.unwrap().as_deref(), Some(r#"{"quiet":null}"#));
        assert!(matches!(store.set_recipient(PersonId(99), "{}").await, Err(Error::NotFound)));
    });
}

#[test]
fn a_decision_is_kept_once_with_its_messages() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let target = store.add_target(mail(house.lea, "lea@example.org"), t(0)).await.unwrap().id;
        assert_eq!(store.waking_book().await.unwrap().version, 0);
        let decided = |version: i64, key: &str| Decided {
            version,
            events: vec![format!("{{\"n\":\"{key}\"}}"), "{}".to_owned()],
            book: format!("\"{key}\""),
            messages: vec![message(&house, target, key)],
            silenced: Vec::new(),
        };
        store.keep_decision(decided(0, "a"), t(1)).await.unwrap();
        let before = store.dump().await.unwrap();
        assert!(matches!(store.keep_decision(decided(0, "x"), t(2)).await, Err(Error::Conflict(_))));
        assert_eq!(store.dump().await.unwrap(), before, "who decided on an old book changes nothing");
        store.keep_decision(decided(1, "b"), t(2)).await.unwrap();
        let kept = store.waking_book().await.unwrap();
        assert_eq!((kept.version, kept.book.as_deref()), (2, Some("\"b\"")));
        let events = store.waking_events(0, 9).await.unwrap();
        assert_eq!(
            events.iter().map(|(seq, at, _)| (*seq, *at)).collect::<Vec<_>>(),
            [(1, t(1)), (2, t(1)), (3, t(2)), (4, t(2))]
        );
        assert_eq!(store.waking_events(3, 9).await.unwrap().len(), 1);
        // An acknowledgement stops what has not left, of that story and that person only.
        store
            .post_message(NewMessage { story: Some("other".to_owned()), ..message(&house, target, "c") }, t(3))
            .await
            .unwrap();
        let silences = Decided { silenced: vec![("s".to_owned(), house.lea)], messages: Vec::new(), ..decided(2, "d") };
        store.keep_decision(silences, t(4)).await.unwrap();
        let (silenced, waiting) = (OutboxState::Silenced, OutboxState::Waiting);
        let states: Vec<_> = states(store, &house).await.into_iter().map(|(key, state, ..)| (key, state)).collect();
        assert_eq!(states, [("a".to_owned(), silenced), ("b".to_owned(), silenced), ("c".to_owned(), waiting)]);
    });
}

#[test]
fn a_message_is_tried_by_one_until_it_ends() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let target = store.add_target(mail(house.lea, "lea@example.org"), t(0)).await.unwrap().id;
        for key in ["a", "a", "b"] {
            store.post_message(message(&house, target, key), t(0)).await.unwrap();
        }
        let due = async |at: Timestamp| -> Vec<i64> {
            store.due_messages(at, 9).await.unwrap().into_iter().map(|row| row.id).collect()
        };
        let ids = due(t(0)).await;
        let [a, b] = ids[..] else { panic!("{ids:?}: the same message twice is there once") };
        assert!(store.begin_sending(a, t(1)).await.unwrap());
        assert!(!store.begin_sending(a, t(1)).await.unwrap(), "somebody has it");
        assert_eq!(due(t(1)).await, [b]);
        assert!(store.cut_short(t(0)).await.unwrap().is_empty(), "somebody is at it");
        assert_eq!(store.cut_short(t(1)).await.unwrap().into_iter().map(|row| row.id).collect::<Vec<_>>(), [a]);
        let failed = |rests_until| Tried {
            reason: Some("it is down".to_owned()),
            target_failed: true,
            rests_until,
            unknown: true,
            ..tried(a, OutboxState::Waiting)
        };
        store.end_sending(failed(None)).await.unwrap();
        assert!(store.cut_short(t(9_999)).await.unwrap().is_empty());
        assert_eq!((due(t(19)).await, due(t(20)).await), (vec![b], vec![a, b]));
        store.end_sending(failed(Some(t(100)))).await.unwrap();
        let row = store.target(house.lea, target).await.unwrap();
        assert_eq!((row.failures, row.rests_until, row.problem.as_deref()), (2, Some(t(100)), Some("it is down")));
        // A target that rests is asked nothing, but what has become too old is told as such.
        assert_eq!((due(t(99)).await, due(t(100)).await, due(t(3_600)).await), (vec![], vec![a, b], vec![a, b]));
        store.begin_sending(a, t(100)).await.unwrap();
        let sent = Tried { receipt: Some("250 ok".to_owned()), ..tried(a, OutboxState::Sent) };
        store.end_sending(sent).await.unwrap();
        let row = store.target(house.lea, target).await.unwrap();
        assert_eq!((row.failures, row.rests_until, row.problem), (0, None, None));
        let rows = store.messages_to(house.lea, &[OutboxState::Sent], None, 9).await.unwrap();
        assert_eq!((rows.len(), rows[0].tries, rows[0].unknown, rows[0].receipt.as_deref()), (1, 2, 2, Some("250 ok")));
        assert_eq!(store.messages_to(house.lea, &[], Some(b), 9).await.unwrap().len(), 1);
        assert!(store.messages_to(house.anna, &[], None, 9).await.unwrap().is_empty());
        // Only what has ended is told of everybody's calls; only what waits is wanted for longer, and never for less long.
        let ended = store.ended_calls(None, 9).await.unwrap();
        assert_eq!(ended.iter().map(|row| row.id).collect::<Vec<_>>(), [a]);
        assert!(store.ended_calls(Some(a), 9).await.unwrap().is_empty());
        for (id, until) in [(a, t(9_000)), (b, t(5_000)), (b, t(4_000))] {
            store.prolong(id, until).await.unwrap();
        }
        let until = async |id| store.messages_to(house.lea, &[], Some(id + 1), 1).await.unwrap()[0].message.until;
        assert_eq!((until(a).await, until(b).await), (t(3_600), t(5_000)));
        // Who is taken out is not told of the organisation any more, what waits of the others does.
        for key in ["week-1-2026-W48", &format!("deaf-{}-7", house.ours), "deaf-999-7", "test-1"] {
            let about_nothing = NewMessage { story: None, ..message(&house, target, key) };
            store.post_message(about_nothing, t(200)).await.unwrap();
        }
        store.set_membership(house.ours, house.anna, Role::Owner).await.unwrap();
        store.remove_membership(house.ours, house.lea, t(1)).await.unwrap();
        let waiting = store.messages_to(house.lea, &[OutboxState::Waiting], None, 9).await.unwrap();
        let keys: Vec<_> = waiting.into_iter().map(|row| row.message.key).collect();
        assert_eq!(keys, ["test-1", "deaf-999-7", "b"]);
        assert!(matches!(store.end_sending(tried(99, OutboxState::Sent)).await, Err(Error::NotFound)));
    });
}

#[test]
fn the_house_is_read_as_a_whole() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        store.set_membership(house.theirs, house.lea, Role::ReadOnly).await.unwrap();
        let all: Vec<_> =
            store.everybody(t(0)).await.unwrap().into_iter().map(|(of, who, role)| (of, who.id, role)).collect();
        let expected = [
            (house.ours, house.lea, Role::Owner),
            (house.theirs, house.lea, Role::ReadOnly),
            (house.theirs, house.anna, Role::Owner),
        ];
        assert_eq!(all, expected);
        store.set_recipient(house.anna, "1").await.unwrap();
        store.set_recipient(house.lea, "2").await.unwrap();
        let said = [(house.lea, "2".to_owned()), (house.anna, "1".to_owned())];
        assert_eq!(store.recipients().await.unwrap(), said);
        for organisation in [Some(house.theirs), Some(house.ours), None] {
            store.set_setting(organisation, "ladder", "{}").await.unwrap();
        }
        let both = [(house.ours, "{}".to_owned()), (house.theirs, "{}".to_owned())];
        assert_eq!(store.settings_named("ladder").await.unwrap(), both);
        store.unset_setting(house.ours, "ladder").await.unwrap();
        store.unset_setting(house.ours, "ladder").await.unwrap();
        assert_eq!(store.settings_named("ladder").await.unwrap(), both[1..]);
        assert_eq!(store.get_setting(None, "ladder").await.unwrap().as_deref(), Some("{}"), "the house's stays");

        let mut raised = settlement(None);
        raised.raise = ["a", "b", "c"].map(|id| signal(&house, id)).into();
        raised.raise[1].onset = t(60);
        raised.raise[2].raised_at = t(1);
        store.settle(house.ours, house.brand, raised).await.unwrap();
        let ids = async |since: i64| -> Vec<String> {
            store.live_signals(t(since)).await.unwrap().into_iter().map(|row| row.id).collect()
        };
        assert_eq!(ids(9_999).await, ["c", "a", "b"], "what goes on, by when it was found");
        let ends = |id: &str| store::SignalUpdate { ended_at: Some(t(700)), ..update(id, "notice") };
        let ended = Settlement { update: vec![ends("a"), ends("b")], ..settlement(None) };
        store.settle(house.ours, house.brand, ended).await.unwrap();
        assert_eq!(ids(540).await, ["c", "a"]);
        assert_eq!(ids(541).await, ["c"]);
    });
}
