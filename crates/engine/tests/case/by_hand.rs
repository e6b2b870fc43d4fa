//! What could not be held is a task for somebody.

use crate::agency::client;
use crate::rig::{key, start};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use connect::http::{Allow, Client};
use connect::outbound::{House, Outbound};
use domain::case::event::Step;
use domain::organisation::Role;
use jiff::SignedDuration;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use store::Store;
use vigie_engine::bus::Bus;
use vigie_engine::case::{Alarm, Caller, crisis, look_after, room};
use vigie_engine::marketing::Marketing;
use vigie_engine::marketing::account::Connecting;
use vigie_engine::waking::{Guards, Waking};
use vigie_engine::world::{Clock, World};

const WAITS: &str = "Win a week of soup!";

/// A Mastodon that lists one post and moves none, and a flow that says what it is to.
async fn answer(State(says): State<Arc<Mutex<&'static str>>>, asked: Request) -> Response {
    let (method, path) = (asked.method().to_string(), asked.uri().path().to_owned());
    let paged = asked.uri().query().unwrap_or_default().contains("max_id");
    to_bytes(asked.into_body(), 1 << 20).await.unwrap();
    let due = start() + SignedDuration::from_hours(9);
    let said = match (method.as_str(), path.as_str()) {
        ("GET", "/api/v1/accounts/verify_credentials") => json!({ "id": "0", "acct": "shop", "display_name": "Shop" }),
        ("GET", "/api/v1/scheduled_statuses") if !paged => {
            json!([{ "id": "41", "scheduled_at": due, "params": { "text": WAITS }, "media_attachments": [] }])
        }
        ("GET", _) => json!([]),
        ("POST", "/flow") => return Response::new(Body::from(*says.lock().unwrap())),
        _ => return Response::builder().status(422).body(Body::from(r#"{"error":"not today"}"#)).unwrap(),
    };
    Response::new(Body::from(said.to_string()))
}

#[tokio::test]
async fn what_no_tool_holds_is_a_task_with_the_way_there_once() {
    let says = Arc::new(Mutex::new("ok"));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = listener.local_addr().unwrap().to_string();
    let app = axum::Router::new().fallback(answer).with_state(Arc::clone(&says));
    tokio::spawn(async move { axum::serve(listener, app).await });
    let allow = Allow::parse(&[place.as_str()]).unwrap();
    let house = House { client: Client::new(None), allow, mailer: None, identity: None };
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    let waking = Waking {
        world: World {
            store,
            clock: Clock::standing_at(start()),
            bus: Bus::default(),
            folds: Default::default(),
            workers: 1,
        },
        outbound: Arc::new(Outbound::Live(Box::new(house))),
        origin: "https://vigie.example".to_owned(),
        secret: [7; 32],
        guards: Guards::default(),
    };
    let ours = client(&waking, &format!("http://{place}"), 0).await;
    let marketing = Marketing::of(&waking);
    let asked = Connecting {
        kind: "webhook".to_owned(),
        server: format!("http://{place}/flow"),
        token: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".to_owned(),
        name: "The newsletter".to_owned(),
        brand: Some(ours.brand),
    };
    marketing.connect(ours.organisation, asked).await.unwrap();
    let alarm = Alarm {
        key: key("tap"),
        brand: ours.brand,
        step: Step::Crisis,
        caller: Caller::Call("Somebody called.".to_owned()),
        began: None,
        hurt: false,
        scenario: None,
        language: None,
        beside: false,
    };
    let by = (ours.person, Role::Owner);
    let case = crisis(&waking, ours.organisation, by, &alarm).await.unwrap().case;
    let store = &waking.world.store;
    let mut swept = BTreeMap::new();
    let mut run = async |steps: i64| {
        for _ in 0..steps {
            let clock = &waking.world.clock;
            clock.advance_to(clock.now() + SignedDuration::from_secs(10));
            marketing.sweep_when_due(&mut swept).await.unwrap();
            look_after(&waking, &store.case(ours.organisation, case).await.unwrap()).await.unwrap();
        }
        let open = room(&waking.world, ours.organisation, case).await.unwrap();
        let by_hand = |text: &&str| text.contains("by hand");
        let texts = open.state.tasks.values().filter_map(|task| open.text(task.text?));
        let texts: Vec<String> = texts.filter(by_hand).map(str::to_owned).collect();
        (texts, open)
    };
    let (tasks, _) = run(2).await;
    assert_eq!(tasks, [""; 0], "twenty seconds are no reason to send anybody");
    let (tasks, open) = run(30).await;
    assert_eq!(tasks.len(), 2, "each once: {tasks:?}");
    let of = |what: &str| tasks.iter().filter(|text| text.contains(what) && text.contains(&place)).count();
    assert_eq!((of("The newsletter"), of(WAITS)), (1, 1), "{tasks:?}");
    assert!(tasks.iter().all(|text| !text.contains("/flow")), "the address of a webhook may hold a secret");
    let (fence, lease) = open.state.lease().unwrap();
    assert!(lease.confirmed.is_none(), "nothing is confirmed that nobody said");
    // What was asked and answered stands in the case.
    let mut kept = Vec::new();
    for (capture, _) in store.case_captures(ours.organisation, case).await.unwrap() {
        kept.push(String::from_utf8(store.case_capture(ours.organisation, case, capture).await.unwrap()).unwrap());
    }
    let told = format!("pause-{case}-{fence}");
    let telling = |answer: &str| kept.iter().filter(|bytes| bytes.contains(&told) && bytes.contains(answer)).count();
    assert_eq!((telling("200 ok"), kept.iter().filter(|bytes| bytes.contains("/flow")).count()), (1, 0));
    *says.lock().unwrap() = r#"{"paused": true}"#;
    let (after, open) = run(30).await;
    assert_eq!(after.len(), 2);
    assert!(open.state.lease().unwrap().1.confirmed.is_none(), "the post is still not held");
    assert_eq!(store.case_captures(ours.organisation, case).await.unwrap().len(), kept.len() + 1, "its new answer");
}
