//! A drill that people play: what falls to them is done by nobody else, the rules play the others, and the clock does as it is told.

use super::short;
use domain::case::event::{Form, Step};
use domain::case::state::Stage;
use domain::case::{Key, Party};
use domain::id::BrandId;
use domain::organisation::Role;
use jiff::SignedDuration;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{SignalFilter, Store};
use text::Language;
use vigie_engine::case::{Alarm, Ask, Caller, ask, crisis, room};
use vigie_engine::drill::{Brought, Drill, Ended, Live, Order, Phase, Player};
use vigie_engine::pack::Pack;
use vigie_engine::replay::Play;

fn player(name: &str) -> Player {
    Player { name: name.to_owned(), locale: "nl".to_owned(), zone: "Europe/Amsterdam".to_owned() }
}

async fn played(seats: &[&str]) -> Drill {
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    let cast: BTreeMap<String, Player> = seats.iter().map(|seat| ((*seat).to_owned(), player("Sanne"))).collect();
    Drill::set_for(store, Pack::read(&short()).unwrap(), Play::default(), 1, &cast).await.unwrap()
}

async fn until_the_alert(drill: &mut Drill) -> (String, BrandId) {
    loop {
        assert!(drill.minute().await.unwrap(), "nothing was raised");
        let organisation = drill.world().store.organisations().await.unwrap()[0].id;
        let raised = drill.world().store.signals(organisation, SignalFilter::default(), 9).await.unwrap();
        if let Some(alert) = raised.iter().find(|row| row.level == "alert") {
            return (alert.id.clone(), alert.brand);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_falls_to_people_is_done_by_nobody_else_and_the_rules_play_the_others() {
    let mut drill = played(&["owner"]).await;
    let store = drill.world().store.clone();
    let organisation = store.organisations().await.unwrap()[0].id;
    let owner = drill.person("owner").unwrap();
    let members = store.members(organisation, drill.world().clock.now()).await.unwrap();
    let (sanne, role) = members.iter().find(|(person, _)| person.id == owner).unwrap();
    assert_eq!((sanne.name.as_str(), sanne.locale.as_str(), *role), ("Sanne", "nl", Role::Owner));
    let (signal, brand) = until_the_alert(&mut drill).await;
    for _ in 0..20 {
        drill.minute().await.unwrap();
    }
    assert!(store.cases(organisation, false, None, 9).await.unwrap().is_empty(), "whoever plays did nothing yet");
    assert_eq!(drill.waking().told(organisation, &signal).await.unwrap().calls.len(), members.len().min(2));
    let alarm = Alarm {
        key: Key::new("tap").unwrap(),
        brand,
        step: Step::Crisis,
        caller: Caller::Signal(signal),
        began: None,
        hurt: true,
        scenario: Some("injury".to_owned()),
        language: Some(Language::En),
        beside: false,
    };
    let by = (owner, Role::Owner);
    let case = crisis(drill.waking(), organisation, by, &alarm).await.unwrap().case;
    for _ in 0..12 {
        drill.minute().await.unwrap();
    }
    let open = room(drill.world(), organisation, case).await.unwrap();
    let (number, holding) = open.state.drafts.iter().find(|(_, draft)| draft.form == Form::Holding).unwrap();
    assert!(matches!(holding.stage, Stage::Writing), "nobody submitted for the owner: {:?}", holding.stage);
    let mine = open.state.open_tasks().filter(|(_, task)| task.owner == Some(Party::Member(owner))).count();
    assert!(mine > 0, "the owner's tasks are the owner's");
    let (draft, binding) = (*number, holding.binding);
    let submit = Ask::Submit { draft, binding, despite: Some("Read twice.".to_owned()) };
    ask(drill.waking(), organisation, case, by, submit).await.unwrap();
    for _ in 0..6 {
        drill.minute().await.unwrap();
    }
    let open = room(drill.world(), organisation, case).await.unwrap();
    let found = &open.state.drafts[&draft];
    assert!(matches!(found.stage, Stage::Submitted(_)), "whoever is alone releases alone: {:?}", found.stage);
    let release = Ask::ReleaseAlone { draft, binding, shown: found.checked };
    ask(drill.waking(), organisation, case, by, release).await.unwrap();
    ask(drill.waking(), organisation, case, by, Ask::Send { draft, binding, promise: None }).await.unwrap();
    for _ in 0..3 {
        drill.minute().await.unwrap();
    }
    let open = room(drill.world(), organisation, case).await.unwrap();
    assert!(open.state.drafts[&draft].is_sent(), "{:?}", open.state.drafts[&draft].stage);
    let outcome = drill.outcome().await.unwrap();
    assert!(outcome.score.items.iter().any(|item| item.got > 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_whom_the_rules_play_opens_the_case_and_approves_and_leaves_the_sending_to_people() {
    let pack = Pack::read(include_str!("../../../../packs/data-leak.toml")).unwrap();
    let seats = pack.seats().unwrap();
    let holds = |role: &str| seats.iter().find(|seat| seat.roles.iter().any(|of| of == role)).unwrap();
    let (speaks, writes) = (holds("spokesperson").key.clone(), holds("spokesperson").role.unwrap());
    assert!(!holds("spokesperson").roles.iter().any(|role| role == "lead" || role == "on-call"));
    let cast = BTreeMap::from([(speaks.clone(), player("Sanne"))]);
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    let mut drill = Drill::set_for(store, pack, Play::default(), 2, &cast).await.unwrap();
    let by = (drill.person(&speaks).unwrap(), writes);
    let (_, brand) = until_the_alert(&mut drill).await;
    for _ in 0..30 {
        drill.minute().await.unwrap();
    }
    let store = drill.world().store.clone();
    let organisation = store.organisations().await.unwrap()[0].id;
    let cases = store.cases(organisation, false, None, 9).await.unwrap();
    assert_eq!(cases.iter().map(|file| file.brand).collect::<Vec<_>>(), [brand], "who is called opens it");
    let open = room(drill.world(), organisation, cases[0].id).await.unwrap();
    let (draft, holding) = open.state.drafts.iter().find(|(_, draft)| draft.form == Form::Holding).unwrap();
    assert!(matches!(holding.stage, Stage::Writing), "the words are the spokesperson's: {:?}", holding.stage);
    let submit = Ask::Submit { draft: *draft, binding: holding.binding, despite: Some("Read twice.".to_owned()) };
    ask(drill.waking(), organisation, cases[0].id, by, submit).await.unwrap();
    for _ in 0..40 {
        drill.minute().await.unwrap();
    }
    let open = room(drill.world(), organisation, cases[0].id).await.unwrap();
    let stage = &open.state.drafts[draft].stage;
    assert!(matches!(stage, Stage::Released(_)), "approved by a colleague, sent by nobody: {stage:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clock_stands_jumps_and_ends_as_it_is_told() {
    let drill = played(&["owner"]).await;
    let storm = drill.pack().storm_at();
    let (live, orders, mut seen) = Live::of(drill, 60);
    let driver = tokio::spawn(live.drive());
    let ready = seen.wait_for(|status| status.phase == Phase::On && status.jumps_to.is_none()).await.unwrap().clone();
    assert_eq!(ready.now, storm - SignedDuration::from_mins(10), "people come in before the story");
    assert!(ready.paused && ready.pace == 60);
    orders.send(Order::Ahead(5)).await.unwrap();
    let ahead = seen.wait_for(|status| status.now >= ready.now + SignedDuration::from_mins(5)).await.unwrap().clone();
    assert_eq!(ahead.now, ready.now + SignedDuration::from_mins(5));
    orders.send(Order::Jump).await.unwrap();
    let next = seen.wait_for(|status| status.now > ahead.now && status.jumps_to.is_none()).await.unwrap().clone();
    assert!(next.now > ahead.now && next.paused, "it stands again after a jump");
    orders.send(Order::Skip(1)).await.unwrap();
    orders.send(Order::Bring(0)).await.unwrap();
    let now = seen.wait_for(|status| status.injects.iter().all(|row| row.brought.is_some())).await.unwrap().clone();
    assert_eq!(
        (now.injects[0].brought, now.injects[1].brought),
        (Some(Brought::In(now.now)), Some(Brought::Out(now.now)))
    );
    orders.send(Order::Resume).await.unwrap();
    seen.wait_for(|status| status.now >= next.now + SignedDuration::from_mins(1)).await.unwrap();
    orders.send(Order::End).await.unwrap();
    let (drill, ended) = driver.await.unwrap();
    assert_eq!(ended, Ended::Finished);
    assert!(drill.outcome().await.unwrap().posts > 0);
    let (live, orders, _seen) = Live::of(drill, 1);
    drop(orders);
    assert_eq!(live.drive().await.1, Ended::Stopped, "nobody holds the line any more");
}

#[tokio::test]
async fn nobody_plays_who_is_not_in_the_plan() {
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    let cast = BTreeMap::from([("stranger".to_owned(), player("Zoé"))]);
    let refused = Drill::set_for(store, Pack::read(&short()).unwrap(), Play::default(), 1, &cast).await;
    assert!(refused.is_err_and(|error| error.to_string().contains("stranger")));
}
