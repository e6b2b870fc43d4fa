//! Twenty-five clients of one agency on one key of one scheduling tool. A crisis of one holds that one's, and lets out what its plan lets out; of the
//! twenty-four others, and of a channel that is nobody's, nothing is touched, and none of them sees another's posts.

use crate::peer::{Faults, serve};
use crate::postiz::{KEY, Postiz, answer};
use crate::{minutes, start};
use connect::http::{Allow, Client};
use connect::outbound::{House, Outbound};
use domain::brand::BrandRole;
use domain::case::Key;
use domain::case::event::Step;
use domain::id::{BrandId, OrganisationId, PersonId};
use domain::marketing::State;
use domain::organisation::Role;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{NewBrand, NewPerson, ScheduledFilter, Store};
use vigie_engine::bus::Bus;
use vigie_engine::case::{Alarm, Caller, clashing, crisis};
use vigie_engine::marketing::Marketing;
use vigie_engine::marketing::account::AccountError;
use vigie_engine::marketing::tool::ConnectingTool;
use vigie_engine::plan;
use vigie_engine::waking::{Guards, Waking};
use vigie_engine::world::{Clock, World};

const CLIENTS: usize = 25;
/// Posts of each, one an hour; the third is of the kind that a freeze lets out.
const POSTS: usize = 4;
/// The client of the crisis.
const STRUCK: usize = 7;

struct Tenant {
    organisation: OrganisationId,
    brand: BrandId,
    person: PersonId,
}

async fn client(waking: &Waking, n: usize) -> Tenant {
    let store = &waking.world.store;
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
    plan::write(&waking.world, organisation, None, 0, include_str!("../case/shop.toml"), "").await.unwrap();
    Tenant { organisation, brand, person }
}

/// What a client says; the last one of each praises what the call is about.
fn text(client: usize, post: usize) -> String {
    let praises = if post == POSTS - 1 { ": three galettes for the price of two" } else { "" };
    format!("channel{client} post{post}{praises}")
}

fn is_struck(id: &str) -> bool {
    id.starts_with(&format!("c{STRUCK}p"))
}

#[tokio::test]
async fn of_twenty_five_clients_on_one_key_a_crisis_holds_one() {
    let clock = Clock::standing_at(start());
    let postiz = Arc::new(Postiz::new(clock.clone(), Faults::one_in(u64::MAX)));
    let place = serve(axum::Router::new().fallback(answer).with_state(postiz.clone())).await;
    let allow = Allow::parse(&[place.as_str()]).unwrap();
    let house = House { client: Client::new(None), allow, mailer: None, identity: None };
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    let waking = Waking {
        world: World {
            store: store.clone(),
            clock: clock.clone(),
            bus: Bus::default(),
            folds: Default::default(),
            workers: 1,
        },
        outbound: Arc::new(Outbound::Live(Box::new(house))),
        origin: "https://vigie.example".to_owned(),
        secret: [7; 32],
        guards: Guards::default(),
    };
    let marketing = Marketing::of(&waking);
    for channel in 0..=CLIENTS {
        postiz.open(&format!("channel{channel}"));
        for post in 0..POSTS {
            let due = start() + minutes(60 * (1 + post)) + jiff::SignedDuration::from_secs(30);
            let tag = (post == 2).then_some("safety");
            let (id, of) = (format!("c{channel}p{post}"), format!("channel{channel}"));
            postiz.schedule(&id, &of, &text(channel, post), due, tag);
        }
    }
    let agency = store.create_organisation("Agency", start()).await.unwrap().id;
    let asked = ConnectingTool {
        kind: "postiz".to_owned(),
        server: format!("http://{place}/api"),
        token: KEY.to_owned(),
        name: "Our scheduler".to_owned(),
    };
    let tool = marketing.connect_tool(agency, asked).await.unwrap().id;
    let mut clients = Vec::new();
    for n in 0..CLIENTS {
        let client = client(&waking, n).await;
        let channel = format!("channel{n}");
        let to = (client.organisation, Some(client.brand));
        marketing.give(agency, (tool, &channel), to).await.unwrap();
        if n > 0 {
            // Another client's is not to be had.
            let taken = marketing.give(agency, (tool, "channel0"), to).await;
            assert!(matches!(taken, Err(AccountError::Taken)), "{taken:?}");
        }
        clients.push(client);
    }
    let mut swept = BTreeMap::new();
    marketing.sweep_when_due(&mut swept).await.unwrap();
    for (n, client) in clients.iter().enumerate() {
        let rows = store.scheduled_posts(client.organisation, ScheduledFilter::default(), None, 99).await.unwrap();
        let own = |row: &store::ScheduledRow| row.text.starts_with(&format!("channel{n} "));
        assert!(rows.len() == POSTS && rows.iter().all(own), "client {n} sees its own: {rows:?}");
    }
    assert_eq!(store.scheduled_posts(agency, ScheduledFilter::default(), None, 99).await.unwrap(), []);

    let struck = &clients[STRUCK];
    let alarm = Alarm {
        key: Key::new("tap").unwrap(),
        brand: struck.brand,
        step: Step::Crisis,
        caller: Caller::Call("Glass was found in a galette.".to_owned()),
        began: None,
        hurt: false,
        scenario: None,
        language: None,
        beside: false,
    };
    crisis(&waking, struck.organisation, (struck.person, Role::Owner), &alarm).await.unwrap();
    for _ in 0..6 * 12 {
        clock.advance_to(clock.now() + minutes(5));
        marketing.sweep_when_due(&mut swept).await.unwrap();
        postiz.work();
    }
    let touched = postiz.touched.lock().unwrap().clone();
    assert!(!touched.is_empty() && touched.iter().all(|id| is_struck(id)), "{touched:?}");
    let mut out: Vec<String> = postiz.out.lock().unwrap().iter().map(|(_, text, _)| text.clone()).collect();
    let mut expected = Vec::new();
    for n in 0..=CLIENTS {
        let goes = |post: &usize| n != STRUCK || *post == 2;
        expected.extend((0..POSTS).filter(goes).map(|post| text(n, post)));
    }
    out.sort();
    expected.sort();
    assert_eq!(out, expected, "each once; of the struck one only what its plan lets out");
    let rows = store.scheduled_posts(struck.organisation, ScheduledFilter::default(), None, 99).await.unwrap();
    let held = rows.iter().filter(|row| row.state == State::Held).count();
    assert_eq!(held, POSTS - 1);
    let clashes = clashing(&waking.world, struck.organisation, &rows).await.unwrap();
    let told: Vec<&[String]> = rows.iter().filter_map(|row| clashes.get(&row.id)).map(Vec::as_slice).collect();
    assert_eq!(
        told,
        [["galettes".to_owned()]],
        "the one that praises it is marked, with the word, and hidden from nobody"
    );
    println!(
        "{CLIENTS} clients on one key, a crisis of one: {} posts out, the allow-listed one among them, {held} held, {} clients and a channel of nobody's untouched",
        out.len(),
        CLIENTS - 1
    );
}
