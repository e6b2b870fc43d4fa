//! Two people tap at once, while two processes decide and a third has just started: through the store, on real threads.

use crate::rig::{Shop, after};
use crate::{LATER, link};
use domain::organisation::Role;
use domain::waking::{Event, StoryId, Subject};
use jiff::SignedDuration;
use std::sync::Arc;
use store::OutboxState;
use tokio::sync::Barrier;
use vigie_engine::waking::Taken;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_who_tap_at_once_one_is_first_and_the_story_is_silent() {
    let shop = Shop::open().await;
    let jan = shop.joins("Jan", Role::SocialManager).await;
    shop.storm(after(LATER), 60, 1).await;
    let story = Subject::Story(StoryId(link(&shop.receiver.heard()[0]).story));
    let start = Arc::new(Barrier::new(6));
    let mut taps = Vec::new();
    for person in [shop.lea, jan, shop.lea, jan] {
        let (waking, start, story) = (Shop::waking(&shop.world, &shop.receiver), start.clone(), story.clone());
        taps.push(tokio::spawn(async move {
            start.wait().await;
            (person, waking.acknowledge(&story, person, None).await.unwrap())
        }));
    }
    let mut deciding = Vec::new();
    for _ in 0..2 {
        let (waking, start) = (Shop::waking(&shop.world, &shop.receiver), start.clone());
        deciding.push(tokio::spawn(async move {
            start.wait().await;
            for _ in 0..5 {
                waking.decide().await.unwrap();
            }
        }));
    }
    let mut first = Vec::new();
    for tap in taps {
        let (person, taken) = tap.await.unwrap();
        match taken {
            Taken::First => first.push(person),
            Taken::Known(answer) => first.push(answer.by),
            Taken::Nothing | Taken::MayNot(_) => panic!("both may acknowledge"),
        }
    }
    for one in deciding {
        one.await.unwrap();
    }
    assert!(first.windows(2).all(|pair| pair[0] == pair[1]), "everybody is told of the same one: {first:?}");
    let events = shop.world.store.waking_events(0, 10_000).await.unwrap();
    let acknowledged = |body: &str| matches!(serde_json::from_str(body).unwrap(), Event::Acknowledged { .. });
    assert_eq!(events.iter().filter(|(_, _, body)| acknowledged(body)).count(), 1, "once, whoever taps");
    // The storm goes on for an hour: nobody is called any more.
    for n in 0..60 {
        shop.says(after(LATER + 11) + SignedDuration::from_mins(n), 1, "Du sable dans le pain").await;
        shop.minute(after(LATER + 12) + SignedDuration::from_mins(n)).await;
    }
    assert_eq!(shop.receiver.heard().len(), 1);
    assert_eq!((shop.states(shop.lea).await, shop.states(jan).await), (vec![OutboxState::Sent], vec![]));
}
