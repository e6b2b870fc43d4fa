//! Two people tap at once, while two processes decide and a third has just started: through the store, on real threads.

use crate::rig::{Shop, after, start};
use crate::{LATER, link};
use domain::brand::BrandRole;
use domain::organisation::Role;
use domain::post::Post;
use domain::source::Delivery;
use domain::waking::{Event, StoryId, Subject};
use jiff::SignedDuration;
use std::sync::Arc;
use store::{NewBrand, NewSource, OutboxState};
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use vigie_engine::grave::look;
use vigie_engine::ingest::{Ingest, Manner};
use vigie_engine::waking::Taken;
use vigie_engine::world::{Clock, World};

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

#[tokio::test(flavor = "multi_thread")]
async fn what_is_raised_of_five_brands_within_a_moment_is_one_message_that_names_them_all() {
    let shop = Shop::open().await;
    let world = World { clock: Clock::Wall, ..shop.world.clone() };
    let names = ["Alpha", "Bravo", "Charlie", "Delta", "Echo"];
    let mut sources = Vec::new();
    for name in names {
        let new = NewBrand {
            name: name.to_owned(),
            role: BrandRole::Own,
            zone: "Europe/Paris".to_owned(),
            own_accounts: Vec::new(),
            places: Vec::new(),
        };
        let brand = Some(world.store.create_brand(shop.organisation, new).await.unwrap().id);
        let (organisation, kind, settings) = (Some(shop.organisation), "file".to_owned(), "{}".to_owned());
        let new = NewSource { organisation, brand, kind, name: name.to_owned(), settings };
        sources.push(world.store.create_source(new, start()).await.unwrap());
    }
    let ingest = Ingest::open(world.clone()).await.unwrap();
    let mut tasks = JoinSet::new();
    Shop::waking(&world, &shop.receiver).watch(&mut tasks);
    // What it decides when it starts is behind it.
    world.clock.sleep_until(world.clock.now() + SignedDuration::from_secs(1)).await;
    for (n, source) in sources.iter().enumerate() {
        let post = Post {
            source_kind: "file".to_owned(),
            native_id: format!("g{n}"),
            text: "Du verre dans la baguette, ma fille s'est coupé la langue.".to_owned(),
            published_at: Some(world.clock.now()),
            seen_at: world.clock.now(),
            ..Post::default()
        };
        ingest.accept(source, Delivery { posts: vec![post], ..Delivery::default() }, Manner::Live).await.unwrap();
        assert_eq!(look(&world).await.unwrap(), 1, "each brand is read by itself");
    }
    let calls = || -> Vec<String> {
        let heard = shop.receiver.heard().iter().map(serde_json::Value::to_string).collect::<Vec<_>>();
        heard.into_iter().filter(|said| said.contains("publication grave")).collect()
    };
    for _ in 0..400 {
        if !calls().is_empty() {
            break;
        }
        world.clock.sleep_until(world.clock.now() + SignedDuration::from_millis(50)).await;
    }
    let calls = calls();
    assert_eq!(calls.len(), 1, "{calls:?}");
    assert!(names.iter().all(|name| calls[0].contains(name)), "{calls:?}");
}
