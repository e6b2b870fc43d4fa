//! From reviews to a message on somebody's phone, over a real connection, on a virtual clock.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

mod grave;
mod retention;
mod rig;
mod servers;
mod together;
mod weekly;

use domain::id::PersonId;
use domain::organisation::Role;
use domain::waking::{StoryId, Subject};
use jiff::SignedDuration;
use rig::{Manners, Shop, after};
use store::OutboxState;
use vigie_engine::ingest::Manner;
use vigie_engine::waking::{Link, Taken};

/// When something happens: three quiet weeks have passed.
const LATER: i64 = 64 * 480;

fn link(message: &serde_json::Value) -> Link {
    let address = message["data"]["link"].as_str().or(message["link"].as_str()).unwrap();
    let token = address.strip_prefix("https://vigie.example/wake/").unwrap();
    Link::read(token.split_once('?').unwrap().0, &[7; 32]).unwrap()
}

fn text(message: &serde_json::Value) -> String {
    message.to_string()
}

#[tokio::test]
async fn a_storm_calls_once_says_enough_and_falls_silent_at_a_tap() {
    let shop = Shop::open().await;
    let jan = shop.joins("Jan", Role::SocialManager).await;
    shop.storm(after(LATER), 60, 1).await;
    let heard = shop.receiver.heard();
    assert_eq!(heard.len(), 1, "{heard:?}");
    let said = text(&heard[0]);
    for part in ["Dunes", "Du sable dans le pain", "Personne d’autre", "d’habitude"] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
    for private in ["victime@example.org", "06 12 34 56 78", "\u{202e}"] {
        assert!(!said.contains(private), "{said}");
    }
    let link = link(&heard[0]);
    assert_eq!(link.person, shop.lea);
    // Two tap: the first counts, the second is told who was first.
    let story = Subject::Story(StoryId(link.story.clone()));
    assert_eq!(shop.waking.acknowledge(&story, shop.lea, Some(link.step)).await.unwrap(), Taken::First);
    let Taken::Known(answer) = shop.waking.acknowledge(&story, jan, None).await.unwrap() else {
        panic!("Léa was first")
    };
    assert_eq!(answer.by, shop.lea);
    assert_eq!(shop.waking.acknowledge(&story, PersonId(99), None).await.unwrap(), Taken::Nothing);
    // The storm goes on; nobody else is called, nor is Léa again, whatever restarts.
    let again = Shop::waking(&shop.world, &shop.receiver);
    for n in 0..30 {
        shop.says(after(LATER + 11) + SignedDuration::from_mins(n), 1, "Du sable dans le pain").await;
        shop.minute(after(LATER + 12) + SignedDuration::from_mins(n)).await;
        again.decide().await.unwrap();
    }
    assert_eq!(shop.receiver.heard().len(), 1);
    // Ten times as much is materially worse: exactly one more, to the first who can be called.
    let (worse, mut n) = (after(LATER + 45), 0);
    while n < 1_500 {
        let at = worse + SignedDuration::from_secs(n * 2);
        shop.says(at, 1, "Du sable dans le pain").await;
        n += 1;
        if n % 30 == 0 {
            shop.minute(at + SignedDuration::from_secs(1)).await;
        }
    }
    let heard = shop.receiver.heard();
    let to_lea = heard.iter().filter(|message| self::link(message).person == shop.lea).count();
    assert_eq!(to_lea, 2, "{:?}", heard.iter().map(text).collect::<Vec<_>>());
    // The first message's link is older than what it became, and silences nothing; the second one's does.
    assert_eq!(shop.waking.acknowledge(&story, shop.lea, Some(link.step)).await.unwrap(), Taken::Nothing);
    let newer = self::link(heard.iter().rfind(|message| self::link(message).person == shop.lea).unwrap());
    assert_eq!(shop.waking.acknowledge(&story, shop.lea, Some(newer.step)).await.unwrap(), Taken::First);
}

#[tokio::test]
async fn who_does_not_answer_is_followed_by_the_next() {
    let shop = Shop::open().await;
    let jan = shop.joins("Jan", Role::SocialManager).await;
    shop.storm(after(LATER), 60, 1).await;
    shop.minutes(after(LATER + 11), 25).await;
    let heard = shop.receiver.heard();
    let people: Vec<PersonId> = heard.iter().map(|message| link(message).person).collect();
    assert_eq!(people, [shop.lea, jan]);
    assert!(text(&heard[1]).contains("Léa"), "who else was told: {}", text(&heard[1]));
}

#[tokio::test]
async fn praise_notices_and_history_call_nobody() {
    let shop = Shop::open().await;
    shop.storm(after(LATER), 120, 5).await;
    let signals = shop.world.store.signals(shop.organisation, store::SignalFilter::default(), 9).await.unwrap();
    assert!(signals.iter().any(|row| row.level == "alert" && row.wakes), "the contest stands out: {signals:?}");
    assert!(shop.states(shop.lea).await.is_empty());

    let shop = Shop::open().await;
    for n in 0..120 {
        shop.tells(after(LATER) + SignedDuration::from_secs(n * 10), 1, "Du sable", Manner::Import).await;
    }
    shop.ingest.finish_import(&shop.source).await.unwrap();
    shop.minutes(after(LATER + 20), 30).await;
    let signals = shop.world.store.signals(shop.organisation, store::SignalFilter::default(), 9).await.unwrap();
    assert!(signals.iter().any(|row| row.level == "alert"), "{signals:?}");
    assert!(shop.states(shop.lea).await.is_empty(), "last year's crisis pages nobody");
}

#[tokio::test]
async fn a_target_that_was_down_is_caught_up_within_the_window_and_not_after_it() {
    let shop = Shop::open().await;
    shop.receiver.behave(Manners::Refuses);
    shop.storm(after(LATER), 60, 1).await;
    shop.minutes(after(LATER + 11), 25).await;
    assert_eq!((shop.receiver.heard().len(), shop.states(shop.lea).await), (0, vec![OutboxState::Waiting]));
    let target = shop.world.store.targets(Some(shop.lea)).await.unwrap().remove(0);
    assert!(target.failures >= 3 && target.rests_until.is_some() && target.problem.is_some(), "{target:?}");
    shop.receiver.behave(Manners::Takes);
    shop.minutes(after(LATER + 36), 12).await;
    assert_eq!((shop.receiver.heard().len(), shop.states(shop.lea).await), (1, vec![OutboxState::Sent]));

    let shop = Shop::open().await;
    shop.receiver.behave(Manners::Refuses);
    shop.storm(after(LATER), 60, 1).await;
    shop.minutes(after(LATER + 11), 120).await;
    shop.receiver.behave(Manners::Takes);
    shop.minutes(after(LATER + 131), 30).await;
    assert_eq!((shop.receiver.heard().len(), shop.states(shop.lea).await), (0, vec![OutboxState::Stale]));
}

#[tokio::test]
async fn a_repeat_comes_only_after_an_unknown_outcome_and_says_so() {
    let shop = Shop::open().await;
    shop.receiver.behave(Manners::Swallows);
    for minute in 0..15 {
        shop.storm(after(LATER + minute), 6, 1).await;
        if !shop.receiver.heard().is_empty() {
            shop.receiver.behave(Manners::Takes);
        }
    }
    let heard = shop.receiver.heard();
    assert_eq!(heard.len(), 2, "one of which nothing is known, and its repeat: {heard:?}");
    assert!(!text(&heard[0]).contains("déjà reçu"), "{heard:?}");
    assert!(heard[1..].iter().all(|message| text(message).contains("déjà reçu")), "{heard:?}");
    assert_eq!(shop.states(shop.lea).await, [OutboxState::Sent]);

    // A process that ends while it sends.
    let shop = Shop::open().await;
    let target = shop.world.store.targets(Some(shop.lea)).await.unwrap().remove(0);
    shop.waking.test(shop.lea, target.id).await.unwrap();
    let row = shop.waking.due().await.unwrap().remove(0);
    assert!(shop.world.store.begin_sending(row.id, shop.world.clock.now()).await.unwrap());
    let next = Shop::waking(&shop.world, &shop.receiver);
    assert_eq!(next.resume().await.unwrap(), 0, "somebody may still be at it");
    shop.world.clock.advance_to(shop.world.clock.now() + SignedDuration::from_mins(4));
    assert_eq!(next.resume().await.unwrap(), 1);
    shop.minutes(shop.world.clock.now(), 3).await;
    let heard = shop.receiver.heard();
    assert_eq!(heard.len(), 1);
    assert!(text(&heard[0]).contains("déjà reçu") && link(&heard[0]).story == Link::TEST, "{heard:?}");
}

#[tokio::test]
async fn what_happened_while_vigie_was_stopped_is_told_once() {
    let shop = Shop::open().await;
    shop.waking.awake().await.unwrap();
    shop.storm(after(LATER), 12, 1).await;
    shop.waking.look_around().await.unwrap();
    assert!(shop.waking.listens().await.unwrap());
    // Two hours in a storm: what was said then is heard at the next start, and told as a call where it is still young enough.
    let from = shop.world.clock.now();
    for n in 0..120 {
        let at = from + SignedDuration::from_mins(n);
        shop.keeps_quiet_and_says(at, 1, "Du sable dans le pain").await;
    }
    shop.world.clock.advance_to(from + SignedDuration::from_mins(121));
    let next = Shop::waking(&shop.world, &shop.receiver);
    assert!(!next.listens().await.unwrap(), "who watches over it is not told that it is alive");
    next.awake().await.unwrap();
    shop.catches_up().await;
    let about = |key: &str| {
        let key = key.to_owned();
        shop.receiver.heard().into_iter().filter(move |message| text(message).contains(&key)).collect::<Vec<_>>()
    };
    for n in 0..60 {
        shop.minute(from + SignedDuration::from_mins(122 + n)).await;
        next.look_around().await.unwrap();
        shop.send().await;
    }
    let blind = about("était aveugle");
    assert_eq!(blind.len(), 1, "{blind:?}");
    assert!(
        text(&blind[0]).contains("126 mentions")
            && text(&blind[0]).contains("une alerte\u{a0}: 09:00")
            && text(&blind[0]).contains("09:01 – 11:02"),
        "{}",
        text(&blind[0])
    );
    // A short stop is none.
    shop.world.clock.advance_to(shop.world.clock.now() + SignedDuration::from_mins(9));
    next.awake().await.unwrap();
    shop.world.clock.advance_to(shop.world.clock.now() + SignedDuration::from_mins(30));
    next.look_around().await.unwrap();
    shop.send().await;
    assert_eq!(about("était aveugle").len(), 1);
}

#[tokio::test]
async fn the_last_source_that_falls_silent_is_told_within_a_quarter_of_an_hour() {
    let shop = Shop::open().await;
    shop.waking.awake().await.unwrap();
    let (first, second) = (shop.listens_to("Forum").await, shop.listens_to("Press").await);
    let fell = shop.world.clock.now();
    let mut told = None;
    for n in 0..40 {
        shop.world.clock.advance_to(fell + SignedDuration::from_mins(n));
        shop.tried(first, false).await;
        shop.tried(second, n < 10).await;
        shop.waking.look_around().await.unwrap();
        shop.send().await;
        let heard = shop.receiver.heard();
        if told.is_none() && !heard.is_empty() {
            told = Some(n);
            assert!(text(&heard[0]).contains("n’entend plus rien") && text(&heard[0]).contains("Forum: no answer"));
        }
        assert_eq!(shop.waking.listens().await.unwrap(), told.is_none());
    }
    assert_eq!((told, shop.receiver.heard().len()), (Some(20), 1), "ten minutes after the last of them, once");
}

#[tokio::test]
async fn somebody_outside_is_told_when_a_vigie_stops() {
    // Its owners are asleep with it; ours watch over it.
    let ours = Shop::open().await;
    let theirs = rig::Receiver::start().await;
    let address = format!("http://127.0.0.1:{}/alive", theirs.port);
    let waking = ours.watches(&[address.as_str()], &theirs);
    let (mut silent, fell) = (Default::default(), ours.world.clock.now());
    waking.ask_guards(&mut silent).await;
    assert!(silent.is_empty());
    theirs.behave(Manners::Refuses);
    for n in 1..=4 {
        ours.world.clock.advance_to(fell + SignedDuration::from_mins(n * 4));
        waking.ask_guards(&mut silent).await;
        ours.send().await;
        let told = ours.receiver.heard().len();
        assert_eq!(told, usize::from(n >= 3), "after {} minutes", n * 4);
    }
    assert!(text(&ours.receiver.heard()[0]).contains("/alive"));
}

#[tokio::test]
async fn what_cannot_be_read_any_more_keeps_nobody_asleep() {
    let shop = Shop::open().await;
    let store = &shop.world.store;
    store.set_setting(Some(shop.organisation), vigie_engine::waking::Roster::LADDER, "{").await.unwrap();
    store.set_recipient(shop.lea, "[]").await.unwrap();
    shop.storm(after(LATER), 60, 1).await;
    assert_eq!(shop.states(shop.lea).await, [OutboxState::Sent]);
}

#[tokio::test]
async fn who_set_no_quiet_hours_rests_while_the_shop_is_closed() {
    let shop = Shop::open().await;
    let profile = r#"{"size":"solo","country":"FR","languages":["fr"],
        "opening":{"first_day":1,"last_day":7,"from":690,"until":1380},"trade":"restaurant"}"#;
    let store = &shop.world.store;
    store.set_setting(Some(shop.organisation), vigie_engine::setup::PROFILE, profile).await.unwrap();
    let hours = async || vigie_engine::waking::settings::hours(&shop.world, shop.lea).await.unwrap();
    let quiet = hours().await.quiet.unwrap();
    assert_eq!((quiet.from.hour(), quiet.to.hour()), (23, 7));
    let own = vigie_engine::waking::Hours { quiet: None, ..hours().await };
    vigie_engine::waking::settings::set_hours(&shop.world, shop.lea, &own).await.unwrap();
    assert_eq!(hours().await.quiet, None);
    assert_eq!(
        vigie_engine::waking::Roster::read(store, shop.world.clock.now()).await.unwrap().rules.recipients[&shop.lea]
            .quiet,
        None
    );
}

#[tokio::test]
async fn what_goes_on_is_told_when_the_target_is_back_however_late() {
    let shop = Shop::open().await;
    shop.receiver.behave(Manners::Refuses);
    shop.storm(after(LATER), 60, 1).await;
    for n in 0..120 {
        let at = after(LATER + 11) + SignedDuration::from_mins(n);
        shop.says(at, 1, "Du sable dans le pain").await;
        shop.minute(at + SignedDuration::from_secs(30)).await;
    }
    assert!(shop.receiver.heard().is_empty());
    shop.receiver.behave(Manners::Takes);
    shop.minutes(after(LATER + 132), 12).await;
    assert_eq!((shop.receiver.heard().len(), shop.states(shop.lea).await), (1, vec![OutboxState::Sent]));
}

#[tokio::test]
async fn praise_that_went_before_hides_nothing() {
    let shop = Shop::open().await;
    shop.storm(after(LATER), 180, 5).await;
    assert!(shop.states(shop.lea).await.is_empty());
    // The same hour turns ill; over the whole surge the bad are as few as ever.
    shop.storm(after(LATER + 120), 30, 1).await;
    assert_eq!(shop.states(shop.lea).await, [OutboxState::Sent]);
}

#[tokio::test]
async fn a_ladder_that_reaches_nobody_gives_way() {
    let shop = Shop::open().await;
    let jan = shop.joins("Jan", Role::SocialManager).await;
    let ladder = format!(r#"{{"rungs":[{{"people":[{}],"after_minutes":10}}]}}"#, jan.0);
    let store = &shop.world.store;
    store.set_setting(Some(shop.organisation), vigie_engine::waking::Roster::LADDER, &ladder).await.unwrap();
    store.remove_membership(shop.organisation, jan, shop.world.clock.now()).await.unwrap();
    shop.storm(after(LATER), 60, 1).await;
    assert_eq!((shop.states(shop.lea).await, shop.states(jan).await), (vec![OutboxState::Sent], vec![]));
}

#[tokio::test]
async fn what_is_said_of_a_competitor_wakes_nobody() {
    let shop = Shop::open().await;
    let brand = shop.world.store.brands(shop.organisation).await.unwrap().remove(0);
    let theirs = domain::brand::Brand { role: domain::brand::BrandRole::Competitor, ..brand };
    shop.world.store.update_brand(&theirs).await.unwrap();
    shop.storm(after(LATER), 60, 1).await;
    let signals = shop.world.store.signals(shop.organisation, store::SignalFilter::default(), 9).await.unwrap();
    assert!(signals.iter().any(|row| row.level == "alert"), "{signals:?}");
    assert!(shop.states(shop.lea).await.is_empty());
}
