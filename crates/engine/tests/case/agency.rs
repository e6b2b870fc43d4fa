//! Twenty-five clients of one agency whose posts go out by one server, in one house. A crisis of one holds that one's, and lets out what its plan lets
//! out; the twenty-four others notice nothing. A scheduler with one token for many clients is this server with one account each: an account belongs to one
//! organisation of the house, so that nothing else of the token is ever touched.

use crate::rig::start;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::Response;
use connect::http::{Allow, Client};
use connect::outbound::{House, Outbound};
use domain::brand::BrandRole;
use domain::case::Key;
use domain::case::event::Step;
use domain::id::{BrandId, OrganisationId, PersonId};
use domain::organisation::Role;
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use store::{NewBrand, NewPerson, ScheduledFilter, Store};
use vigie_engine::bus::Bus;
use vigie_engine::case::{Alarm, Caller, crisis};
use vigie_engine::marketing::Marketing;
use vigie_engine::marketing::account::{AccountError, Connecting};
use vigie_engine::marketing::write::Post;
use vigie_engine::plan;
use vigie_engine::waking::{Guards, Waking};
use vigie_engine::world::{Clock, World};

const CLIENTS: usize = 25;
/// Posts of each, one an hour; the third is of the kind that a freeze lets out.
const POSTS: usize = 4;
/// The client of the crisis.
const STRUCK: usize = 7;

/// What is out, by the account it came from.
type Out = Arc<Mutex<Vec<(String, String)>>>;

async fn answer(State(out): State<Out>, asked: Request) -> Response {
    let (method, path) = (asked.method().to_string(), asked.uri().path().to_owned());
    let bearer = asked.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let own = bearer.strip_prefix("Bearer token-").unwrap_or("nobody").to_owned();
    let body = to_bytes(asked.into_body(), 1 << 20).await.unwrap();
    let said = match (method.as_str(), path.as_str()) {
        ("GET", "/api/v1/accounts/verify_credentials") => {
            json!({ "id": own, "acct": format!("client{own}"), "display_name": own })
        }
        ("POST", "/api/v1/statuses") => {
            let body: Value = serde_json::from_slice(&body).unwrap();
            let mut out = out.lock().unwrap();
            out.push((own, body["status"].as_str().unwrap().to_owned()));
            json!({ "id": out.len().to_string(), "created_at": "2026-11-24T13:00:00Z", "content": "<p>x</p>", "in_reply_to_id": null })
        }
        ("GET", _) => json!([]),
        _ => return Response::builder().status(404).body(Body::from("{}")).unwrap(),
    };
    Response::new(Body::from(said.to_string()))
}

pub struct Tenant {
    pub organisation: OrganisationId,
    pub brand: BrandId,
    pub person: PersonId,
}

pub async fn client(waking: &Waking, server: &str, n: usize) -> Tenant {
    let (store, world) = (&waking.world.store, &waking.world);
    let organisation = store.create_organisation(&format!("Client {n}"), start()).await.unwrap().id;
    let new = NewPerson {
        name: format!("Owner {n}"),
        email: format!("owner{n}@agency.example"),
        locale: "en".to_owned(),
        zone: "Europe/Paris".to_owned(),
        password_hash: "none".to_owned(),
    };
    let person = store.create_person(new, start()).await.unwrap().id;
    store.set_membership(organisation, person, Role::Owner).await.unwrap();
    let new = NewBrand {
        name: format!("Brand {n}"),
        role: BrandRole::Own,
        zone: "Europe/Paris".to_owned(),
        own_accounts: Vec::new(),
        places: Vec::new(),
    };
    let brand = store.create_brand(organisation, new).await.unwrap().id;
    plan::write(world, organisation, None, 0, include_str!("shop.toml"), "").await.unwrap();
    let marketing = Marketing::of(waking);
    let asked = |token: usize| Connecting {
        kind: "mastodon".to_owned(),
        server: server.to_owned(),
        token: format!("token-{token}"),
        name: String::new(),
        brand: Some(brand),
    };
    let account = marketing.connect(organisation, asked(n)).await.unwrap().id;
    if n > 0 {
        // Another client's is not to be had, whoever has the token.
        let taken = marketing.connect(organisation, asked(n - 1)).await;
        assert!(matches!(taken, Err(AccountError::Taken)), "{taken:?}");
    }
    for post in 0..POSTS {
        let label = if post == 2 { "safety" } else { "" };
        let due = start() + SignedDuration::from_hours(1 + post as i64);
        let post =
            Post { text: format!("client {n} post {post}"), language: "en".to_owned(), label: label.to_owned(), due };
        marketing.schedule(organisation, account, &post, None).await.unwrap();
    }
    Tenant { organisation, brand, person }
}

#[tokio::test]
async fn of_twenty_five_clients_at_one_server_a_crisis_holds_one() {
    let out = Out::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = listener.local_addr().unwrap().to_string();
    let app = axum::Router::new().fallback(answer).with_state(Arc::clone(&out));
    tokio::spawn(async move { axum::serve(listener, app).await });
    let allow = Allow::parse(&[place.as_str()]).unwrap();
    let house = House { client: Client::new(None), allow, mailer: None, identity: None };
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    let world =
        World { store, clock: Clock::standing_at(start()), bus: Bus::default(), folds: Default::default(), workers: 1 };
    let waking = Waking {
        world,
        outbound: Arc::new(Outbound::Live(Box::new(house))),
        origin: "https://vigie.example".to_owned(),
        secret: [7; 32],
        guards: Guards::default(),
    };
    let server = format!("http://{place}");
    let mut clients = Vec::new();
    for n in 0..CLIENTS {
        clients.push(client(&waking, &server, n).await);
    }
    let before = waking.world.store.dump().await.unwrap();
    let struck = &clients[STRUCK];
    let alarm = Alarm {
        key: Key::new("tap").unwrap(),
        brand: struck.brand,
        step: Step::Crisis,
        caller: Caller::Call("Somebody called.".to_owned()),
        began: None,
        hurt: false,
        scenario: None,
        language: None,
        beside: false,
    };
    crisis(&waking, struck.organisation, (struck.person, Role::Owner), &alarm).await.unwrap();
    // Of the others not a row of the queue changed.
    let posts = |dump: &str| {
        let others = |line: &&str| line.starts_with("scheduled ") && !line.contains(&format!("client {STRUCK} post"));
        dump.lines().filter(others).map(str::to_owned).collect::<Vec<_>>()
    };
    let after = waking.world.store.dump().await.unwrap();
    assert_eq!((posts(&before).len(), posts(&before)), ((CLIENTS - 1) * POSTS, posts(&after)));
    let marketing = Marketing::of(&waking);
    let clock = &waking.world.clock;
    let mut swept = BTreeMap::new();
    for _ in 0..6 * 12 {
        clock.advance_to(clock.now() + SignedDuration::from_mins(5));
        marketing.send_due().await.unwrap();
        marketing.look_for_unknown().await.unwrap();
        marketing.sweep_when_due(&mut swept).await.unwrap();
    }
    let out = out.lock().unwrap().clone();
    let mut expected = Vec::new();
    for n in 0..CLIENTS {
        let goes = |post: &usize| n != STRUCK || *post == 2;
        expected.extend((0..POSTS).filter(goes).map(|post| (n.to_string(), format!("client {n} post {post}"))));
    }
    let mut sorted = out.clone();
    sorted.sort();
    expected.sort();
    assert_eq!(sorted, expected, "each once, from its own account; of the struck one only what its plan lets out");
    let rows = waking.world.store.scheduled_posts(struck.organisation, ScheduledFilter::default(), None, 99).await;
    let held = rows.unwrap().iter().filter(|row| row.state == domain::marketing::State::Held).count();
    assert_eq!(held, POSTS - 1);
    eprintln!(
        "{CLIENTS} clients, a crisis of one: {} posts out, {held} held, {} of others untouched",
        out.len(),
        CLIENTS - 1
    );
}
