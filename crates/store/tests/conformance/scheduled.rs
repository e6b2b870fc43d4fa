//! Posts that wait to go out, and the leases that hold them.

use crate::account::account_of;
use crate::house::{House, on_both, t};
use domain::case::event::Thaw;
use domain::id::{AccountId, CaseId, OrganisationId, ScheduledId};
use domain::marketing::{Misfit, State};
use domain::publish::{Receipt, Waiting};
use jiff::{SignedDuration, Timestamp};
use store::{Came, Error, NewScheduled, Rewritten, ScheduledFilter, ScheduledRow, Store};

const CASE: CaseId = CaseId(7);

fn minute(minutes: i64) -> Timestamp {
    t(60 * minutes)
}

pub fn new_scheduled(account: AccountId, due: Timestamp) -> NewScheduled {
    NewScheduled {
        account,
        text: "Brioche!".to_owned(),
        language: Some("fr".to_owned()),
        label: None,
        due,
        person: None,
    }
}

fn receipt(id: &str) -> Receipt {
    Receipt { id: id.to_owned(), url: Some(format!("https://m.example/@shop/{id}")), at: t(0) }
}

async fn state(store: &Store, of: OrganisationId, id: ScheduledId) -> State {
    store.scheduled(of, id).await.unwrap().state
}

async fn version(store: &Store, of: OrganisationId, id: ScheduledId) -> i64 {
    store.scheduled(of, id).await.unwrap().version
}

async fn thaw(store: &Store, of: OrganisationId, id: ScheduledId, thaw: Thaw, at: Timestamp) -> Result<State, Misfit> {
    let version = version(store, of, id).await;
    store.thaw_scheduled(of, id, version, thaw, at).await.unwrap().map(|row: ScheduledRow| row.state)
}

#[test]
fn a_post_is_taken_once_when_its_time_has_come() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let account = account_of(store, house.ours, "1").await;
        let row = store.schedule(house.ours, new_scheduled(account, minute(10)), t(0)).await.unwrap();
        let other = store.schedule(house.ours, new_scheduled(account, minute(10)), t(0)).await.unwrap();
        assert_ne!(row.key, other.key, "the same words scheduled twice are two posts");
        assert_eq!(store.due_scheduled(minute(9), 9).await.unwrap(), []);
        assert_eq!(store.take_scheduled(row.id, minute(9)).await.unwrap(), None);
        assert_eq!(store.due_scheduled(minute(10), 9).await.unwrap(), [row.id, other.id]);
        let taken = store.take_scheduled(row.id, minute(10)).await.unwrap().unwrap();
        assert_eq!((taken.tries, taken.key.as_str()), (1, row.key.as_str()));
        assert_eq!(store.take_scheduled(row.id, minute(10)).await.unwrap(), None);
        let later = Came::Later("busy".to_owned(), minute(12));
        assert_eq!(store.settle_scheduled(row.id, 1, later, minute(10)).await.unwrap(), State::Queued);
        assert_eq!(store.due_scheduled(minute(11), 9).await.unwrap(), [other.id]);
        let again = store.take_scheduled(row.id, minute(12)).await.unwrap().unwrap();
        assert_eq!((again.tries, again.key), (2, row.key.clone()));
        // Cut short: nobody knows, until somebody looked.
        assert_eq!(store.scheduled_cut_short(minute(11)).await.unwrap(), []);
        assert_eq!(store.scheduled_cut_short(minute(12)).await.unwrap().len(), 1);
        let unknown = Came::Unknown("stopped".to_owned(), minute(14));
        assert_eq!(store.settle_scheduled(row.id, 2, unknown, minute(13)).await.unwrap(), State::Unknown);
        assert_eq!(
            store.take_scheduled(row.id, minute(14)).await.unwrap(),
            None,
            "nothing is repeated before somebody looked"
        );
        assert_eq!(store.scheduled_unknown(minute(13), 9).await.unwrap(), []);
        assert_eq!(store.scheduled_unknown(minute(14), 9).await.unwrap()[0].id, row.id);
        // What an earlier try says comes to nothing, but a receipt is one.
        let old = Came::Refused("no".to_owned());
        assert_eq!(store.settle_scheduled(row.id, 1, old, minute(14)).await.unwrap(), State::Unknown);
        assert_eq!(store.settle_scheduled(row.id, 1, Came::Sent(receipt("9")), minute(15)).await.unwrap(), State::Sent);
        let sent = store.scheduled(house.ours, row.id).await.unwrap();
        assert_eq!((sent.receipt.as_deref(), sent.sent_at), (Some("9"), Some(minute(15))));
        // Too late by now.
        assert_eq!(store.take_scheduled(other.id, minute(26)).await.unwrap(), None);
        assert_eq!(state(store, house.ours, other.id).await, State::Held);
        assert_eq!(thaw(store, house.ours, other.id, Thaw::AsItWas, minute(26)).await, Err(Misfit::Time));
    });
}

#[test]
fn a_freeze_holds_what_waits_and_what_comes_and_a_later_number_fences_it_off() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let (shop, bar) = (account_of(store, house.ours, "1").await, account_of(store, house.ours, "2").await);
        let theirs = account_of(store, house.theirs, "3").await;
        let safety = || NewScheduled { label: Some("Safety".to_owned()), ..new_scheduled(shop, minute(11)) };
        let plain = store.schedule(house.ours, new_scheduled(shop, minute(10)), t(0)).await.unwrap().id;
        let allowed = store.schedule(house.ours, safety(), t(0)).await.unwrap().id;
        let free = store.schedule(house.ours, new_scheduled(bar, minute(10)), t(0)).await.unwrap().id;
        let foreign = store.schedule(house.theirs, new_scheduled(theirs, minute(10)), t(0)).await.unwrap().id;
        let flying = store.schedule(house.ours, new_scheduled(shop, t(1)), t(0)).await.unwrap().id;
        store.take_scheduled(flying, t(1)).await.unwrap().unwrap();
        let allow = ["safety".to_owned()];
        let accounts = [shop];
        let freeze = |fence, at| store.freeze_accounts(house.ours, &accounts, CASE, fence, &allow, at);

        freeze(2, t(60)).await.unwrap();
        freeze(2, t(61)).await.unwrap();
        assert!(matches!(freeze(1, t(62)).await, Err(Error::Conflict(_))), "an older freeze is fenced off");
        let both = store.freeze_accounts(house.ours, &[bar, theirs], CASE, 3, &allow, t(62)).await;
        assert!(matches!(both, Err(Error::NotFound)), "another's account stops all of it");
        let leases = store.leases(house.ours, shop).await.unwrap();
        assert_eq!((leases.len(), leases[0].fence, leases[0].since, leases[0].until), (1, 2, t(60), None));
        assert_eq!(store.leases(house.ours, bar).await.unwrap(), []);
        let late = store.schedule(house.ours, new_scheduled(shop, minute(30)), minute(2)).await.unwrap();
        assert_eq!((late.state, late.holder, late.fence), (State::Held, Some(CASE), Some(2)));

        let frozen = store.frozen_posts(house.ours, CASE).await.unwrap();
        let told: Vec<_> = frozen.iter().map(|row| (row.id, row.state)).collect();
        let expected =
            [(flying, State::Sending), (plain, State::Held), (allowed, State::Queued), (late.id, State::Held)];
        assert_eq!(told, expected);
        for (id, goes) in [(plain, false), (late.id, false), (allowed, true), (free, true), (foreign, true)] {
            assert_eq!(store.take_scheduled(id, minute(11)).await.unwrap().is_some(), goes, "{id}");
        }
        // What was on its way and came back is held too.
        let later = Came::Later("busy".to_owned(), minute(12));
        assert_eq!(store.settle_scheduled(flying, 1, later, minute(11)).await.unwrap(), State::Held);
        // Under the lease nothing goes out, and the rest may be decided.
        let at = minute(12);
        assert_eq!(thaw(store, house.ours, late.id, Thaw::AsItWas, at).await, Err(Misfit::Frozen));
        assert_eq!(thaw(store, house.ours, plain, Thaw::Withdraw, at).await, Ok(State::Withdrawn));

        // Two cases: it is free when neither holds it.
        store.freeze_accounts(house.ours, &[shop], CaseId(8), 1, &[], at).await.unwrap();
        store.lift_freeze(house.ours, CASE, 2, at).await.unwrap();
        assert_eq!(thaw(store, house.ours, late.id, Thaw::AsItWas, at).await, Err(Misfit::Frozen));
        store.lift_freeze(house.ours, CaseId(8), 1, at).await.unwrap();
        assert_eq!(state(store, house.ours, late.id).await, State::Held, "nothing goes out by itself");
        assert_eq!(thaw(store, house.ours, late.id, Thaw::AsItWas, at).await, Ok(State::Queued));
        assert_eq!(thaw(store, house.ours, late.id, Thaw::AsItWas, at).await, Ok(State::Queued), "twice is once");
        assert_eq!(thaw(store, house.ours, flying, Thaw::Reschedule(minute(39)), at).await, Err(Misfit::Burst));
        assert_eq!(thaw(store, house.ours, flying, Thaw::Reschedule(minute(40)), at).await, Ok(State::Queued));
        assert!(
            matches!(freeze(2, at).await, Err(Error::Conflict(_))),
            "what was lifted does not come back by a late message"
        );
        freeze(4, at).await.unwrap();
        assert_eq!(state(store, house.ours, late.id).await, State::Held);

        // Undone: what is not past due goes out as it was to.
        let back = store.undo_freeze(house.ours, CASE, 4, minute(35)).await.unwrap();
        assert_eq!(back.iter().map(|row| row.id).collect::<Vec<_>>(), [flying]);
        assert_eq!(state(store, house.ours, late.id).await, State::Held, "it is past due");
    });
}

#[test]
fn a_post_is_changed_as_it_was_seen() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let account = account_of(store, house.ours, "1").await;
        let row = store.schedule(house.ours, new_scheduled(account, minute(60)), t(0)).await.unwrap();
        let new = |text: &str, due| Rewritten { text: text.to_owned(), language: None, label: None, due };
        let changed = store
            .rewrite_scheduled(house.ours, row.id, row.version, new("Pain", minute(61)), t(1))
            .await
            .unwrap()
            .unwrap();
        assert_eq!((changed.text.as_str(), changed.due, changed.state), ("Pain", minute(61), State::Queued));
        assert_ne!(changed.key, row.key, "other words are another post");
        let stale = store.rewrite_scheduled(house.ours, row.id, row.version, new("Sel", minute(61)), t(1)).await;
        assert!(matches!(stale, Err(Error::Conflict(_))));
        let stale = store.thaw_scheduled(house.ours, row.id, row.version, Thaw::Withdraw, t(1)).await;
        assert!(matches!(stale, Err(Error::Conflict(_))));
        let labelled = store.label_scheduled(house.ours, row.id, changed.version, Some("recall")).await.unwrap();
        store.freeze_accounts(house.ours, &[account], CASE, 1, &["recall".to_owned()], t(2)).await.unwrap();
        assert_eq!(state(store, house.ours, row.id).await, State::Queued);
        let bare = store.label_scheduled(house.ours, row.id, labelled.version, None).await.unwrap();
        assert_eq!((bare.state, bare.holder), (State::Held, Some(CASE)), "of no kind any more");
        // Written anew it stays back until the lease is over; then it goes in at a time of its own.
        assert_eq!(thaw(store, house.ours, row.id, Thaw::Rewrite, t(3)).await, Ok(State::Draft));
        let seen = version(store, house.ours, row.id).await;
        let held =
            store.rewrite_scheduled(house.ours, row.id, seen, new("Sel", minute(70)), t(4)).await.unwrap().unwrap();
        assert_eq!(held.state, State::Held);
        store.lift_freeze(house.ours, CASE, 1, t(5)).await.unwrap();
        assert_eq!(thaw(store, house.ours, row.id, Thaw::Rewrite, t(6)).await, Ok(State::Draft));
        store.schedule(house.ours, new_scheduled(account, minute(75)), t(6)).await.unwrap();
        let seen = version(store, house.ours, row.id).await;
        let burst = store.rewrite_scheduled(house.ours, row.id, seen, new("Sel", minute(70)), t(7)).await.unwrap();
        assert_eq!(burst.unwrap_err(), Misfit::Burst);
        let apart = store.rewrite_scheduled(house.ours, row.id, seen, new("Sel", minute(65)), t(7)).await.unwrap();
        assert_eq!(apart.unwrap().state, State::Queued);

        let all = |states, after, limit| {
            store.scheduled_posts(house.ours, ScheduledFilter { account: Some(account), states }, after, limit)
        };
        let first = all(&[][..], None, 1).await.unwrap();
        assert_eq!(first[0].due, minute(65));
        let next = all(&[][..], Some((first[0].due, first[0].id)), 9).await.unwrap();
        assert_eq!(next.iter().map(|row| row.due).collect::<Vec<_>>(), [minute(75)]);
        assert_eq!(all(&[State::Held][..], None, 9).await.unwrap(), []);
        store.let_go_account(house.ours, account, t(8)).await.unwrap();
        assert_eq!(all(&[State::Held][..], None, 9).await.unwrap().len(), 2, "an account that is let go sends nothing");
    });
}

fn waiting(native: &str, due: Timestamp) -> Waiting {
    let (native, text) = (native.to_owned(), format!("post {native}"));
    Waiting { native, due, paused: false, labels: Vec::new(), text, language: None, media: 1 }
}

#[test]
fn a_servers_queue_is_held_for_sure_before_it_counts_as_held() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let account = account_of(store, house.ours, "1").await;
        let see = async |queue: &[Waiting], at: Timestamp| {
            let moves = store.see_queue(house.ours, account, queue, Timestamp::MIN, at).await.unwrap();
            moves.into_iter().map(|row| row.native.unwrap()).collect::<Vec<_>>()
        };
        let posts = async || {
            let all = store.scheduled_posts(house.ours, ScheduledFilter::default(), None, 99).await.unwrap();
            all.into_iter().map(|row| (row.native.clone().unwrap_or_default(), row.state)).collect::<Vec<_>>()
        };
        let of = async |native: &str| {
            let all = store.scheduled_posts(house.ours, ScheduledFilter::default(), None, 99).await.unwrap();
            all.into_iter().find(|row| row.native.as_deref() == Some(native)).unwrap()
        };
        let tell = async |native: &str, to: Timestamp, at: Timestamp| {
            store.queue_moved(house.ours, of(native).await.id, Ok(Some(to)), at).await.unwrap();
        };
        let year = SignedDuration::from_hours(52 * 7 * 24);
        let (soon, far) = (waiting("soon", minute(4)), waiting("far", minute(600)));
        assert!(see(&[soon.clone(), far.clone()], t(0)).await.is_empty());
        assert_eq!(store.due_scheduled(minute(5), 9).await.unwrap(), [], "its own server sends it, not we");
        store.freeze_accounts(house.ours, &[account], CASE, 1, &[], t(10)).await.unwrap();
        let expected = [("soon".to_owned(), State::Holding), ("far".to_owned(), State::Holding)];
        assert_eq!(posts().await, expected);
        assert_eq!(see(&[soon.clone(), far.clone()], t(11)).await, ["soon", "far"], "the earliest first");
        store.queue_moved(house.ours, of("far").await.id, Err(("busy".to_owned(), Some(t(40)))), t(12)).await.unwrap();
        tell("soon", minute(4) + year, t(12)).await;
        assert!(see(&[waiting("soon", minute(4) + year), far.clone()], t(13)).await.is_empty(), "one waits its turn");
        assert_eq!(of("soon").await.state, State::Holding, "its server may have handed it to a worker already");
        assert_eq!(see(&[waiting("soon", minute(4) + year), far.clone()], t(40)).await, ["far"]);
        tell("far", minute(600) + year, t(41)).await;
        let held = [waiting("soon", minute(4) + year), waiting("far", minute(600) + year)];
        see(&held, t(42)).await;
        assert_eq!((of("soon").await.state, of("far").await.state), (State::Holding, State::Held));
        see(&held, minute(7)).await;
        assert_eq!(of("soon").await.state, State::Held, "its time is past and it is still there");
        // Scheduled after the freeze, by whatever app; or given another time there.
        let with_new = [held[0].clone(), held[1].clone(), waiting("new", minute(90))];
        assert_eq!(see(&with_new, minute(8)).await, ["new"]);
        let back = [held[0].clone(), waiting("far", minute(300))];
        assert_eq!(see(&back, minute(9)).await, ["far"]);
        assert_eq!((of("new").await.state, of("far").await.due), (State::Gone, minute(300)));
        tell("far", minute(300) + year, minute(9)).await;
        let held = [held[0].clone(), waiting("far", minute(300) + year)];
        see(&held, minute(10)).await;
        let frozen = store.frozen_posts(house.ours, CASE).await.unwrap();
        assert_eq!(frozen.iter().map(|row| row.state).collect::<Vec<_>>(), [State::Held, State::Gone, State::Held]);

        // Let go: its server is told its time again. What is past due is not.
        store.lift_freeze(house.ours, CASE, 1, minute(11)).await.unwrap();
        assert!(see(&held, minute(11)).await.is_empty());
        assert_eq!(thaw(store, house.ours, of("soon").await.id, Thaw::AsItWas, minute(11)).await, Err(Misfit::Time));
        let near = Thaw::Reschedule(minute(16));
        assert_eq!(thaw(store, house.ours, of("soon").await.id, near, minute(11)).await, Err(Misfit::Time));
        assert_eq!(thaw(store, house.ours, of("far").await.id, Thaw::AsItWas, minute(11)).await, Ok(State::Queued));
        assert_eq!(see(&held, minute(12)).await, ["far"]);
        tell("far", minute(300), minute(12)).await;
        assert!(see(&[held[0].clone(), waiting("far", minute(300))], minute(13)).await.is_empty());
        // Somebody chose another hour there, however far: that is theirs.
        assert!(see(&[held[0].clone(), waiting("far", minute(300) + year)], minute(14)).await.is_empty());
        assert_eq!(of("far").await.due, minute(300) + year);
        // Written anew: put off there for good, a draft of ours here. It is put off again before its new time comes near.
        assert_eq!(thaw(store, house.ours, of("soon").await.id, Thaw::Rewrite, minute(15)).await, Ok(State::Withdrawn));
        let drafts = ScheduledFilter { account: None, states: &[State::Draft] };
        let drafts = store.scheduled_posts(house.ours, drafts, None, 9).await.unwrap();
        assert_eq!((drafts.len(), drafts[0].text.as_str(), drafts[0].native.as_deref()), (1, "post soon", None));
        let months = SignedDuration::from_hours(310 * 24);
        assert_eq!(see(&[held[0].clone(), waiting("far", minute(300) + year)], t(0) + months).await, ["soon"]);
    });
}
