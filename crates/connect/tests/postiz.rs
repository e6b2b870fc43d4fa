//! Postiz: against a peer of our own that plays payloads of the documented shapes, and hostile ones.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise, and says what it found")]

use axum::body::Body;
use axum::extract::{Request as Asked, State};
use axum::response::Response;
use domain::publish::{Failed, Moved, Publication, Sending, Visibility};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use vigie_connect::http::{Allow, Client};
use vigie_connect::outbound::{House, Outbound};
use vigie_connect::publish::Account;

const KEY: &str = "unique-key-of-the-tool";
const LIST: &str = "GET /api/public/v1/posts?startDate=";
const CHANNELS: &str = "GET /api/public/v1/integrations";

fn now() -> Timestamp {
    at("2026-11-23T12:00:00Z")
}

fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

fn fixture(name: &str) -> String {
    std::fs::read_to_string(format!("{}/../../fixtures/postiz/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

type Script = Vec<(&'static str, u16, String)>;

struct Peer {
    /// The beginning of method and path, and what is said to it.
    script: Script,
    asked: Mutex<Vec<(String, Value)>>,
}

impl Peer {
    async fn start(script: Script) -> (Arc<Self>, Account, Outbound) {
        let peer = Arc::new(Self { script, asked: Mutex::default() });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = listener.local_addr().unwrap().to_string();
        let app = axum::Router::new().fallback(answer).with_state(peer.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        let account = Account::parse("postiz", &format!("http://{place}/api/public/v1/"), KEY).unwrap();
        let allow = Allow::parse(&[place.as_str()]).unwrap();
        let house = House { client: Client::new(None), allow, mailer: None, identity: None };
        (peer, account, Outbound::Live(Box::new(house)))
    }

    fn asked(&self, begin: &str) -> Vec<(String, Value)> {
        self.asked.lock().unwrap().iter().filter(|(what, _)| what.starts_with(begin)).cloned().collect()
    }
}

async fn answer(State(peer): State<Arc<Peer>>, asked: Asked) -> Response {
    let what = format!("{} {}", asked.method(), asked.uri());
    assert_eq!(asked.headers()["authorization"], KEY, "the key as it is, without Bearer");
    let body = axum::body::to_bytes(asked.into_body(), 1 << 20).await.unwrap();
    peer.asked.lock().unwrap().push((what.clone(), serde_json::from_slice(&body).unwrap_or_default()));
    let says = peer.script.iter().find(|(begin, ..)| what.starts_with(begin));
    let (status, body) = says.map_or((404, "{}".to_owned()), |(_, status, body)| (*status, body.clone()));
    Response::builder().status(status).body(Body::from(body)).unwrap()
}

#[tokio::test]
async fn a_keys_channels_are_read_and_what_is_none_is_left_out() {
    let (_, account, outbound) = Peer::start(vec![(CHANNELS, 200, fixture("integrations.json"))]).await;
    let channels = outbound.channels(&account, now()).await.unwrap();
    let shown: Vec<_> = channels.iter().map(|one| (one.name.as_str(), one.client.as_deref(), one.disabled)).collect();
    assert_eq!(shown[..2], [("Le fournil", Some("Boulangerie Martin"), false), ("Dunes", None, true)]);
    assert!(shown.len() == 3 && !shown[2].0.is_empty(), "an id that could lead elsewhere is none: {shown:?}");
    for (status, body, says) in [
        (401, r#"{"msg":"Invalid API key"}"#, "Invalid API key"),
        (200, r#"{"posts":[]}"#, "is it a Postiz"),
        (200, r#"[{"name":"no id"},7]"#, "is it a Postiz"),
        (200, "<html>", "cannot be read"),
    ] {
        let (_, account, outbound) = Peer::start(vec![(CHANNELS, status, body.to_owned())]).await;
        let Failed { why, .. } = outbound.channels(&account, now()).await.unwrap_err();
        assert!(why.plain.contains(says) && !why.kept().contains(KEY), "{why}");
    }
}

#[tokio::test]
async fn each_channel_is_told_what_waits_in_it_and_no_others_post_is_even_read() {
    let (peer, account, outbound) = Peer::start(vec![(LIST, 200, fixture("posts.json"))]).await;
    let from = now() - SignedDuration::from_hours(24);
    let queues = outbound.queues(&account, &["shop", "empty", "strangers"], from, now()).await.unwrap();
    let shop = queues[0].as_ref().unwrap();
    let told: Vec<_> = shop.iter().map(|post| (post.native.as_str(), post.due, post.paused)).collect();
    let expected = [
        ("p-draft", at("2026-11-29T08:00:00Z"), true),
        ("p-queue", at("2026-11-28T08:00:00Z"), false),
        ("p-weekly", at("2026-11-26T10:00:00Z"), false),
    ];
    assert_eq!(told, expected, "what is out or given up is not there; one that repeats has its next time");
    assert_eq!(shop[1].text, "Samedi, la galette est à six euros.\nVenez !");
    assert_eq!(shop[1].labels, ["Opening hours", "offer"]);
    assert_eq!(queues[1], Ok(Vec::new()));
    assert!(queues[2].is_err(), "what cannot be read is no empty queue, and only its channel's");
    let asked = &peer.asked("GET")[0].0;
    assert!(asked.contains("startDate=2026-11-22T12%3A00%3A00.000Z&endDate=2027-11-24T12%3A00%3A00.000Z"), "{asked}");
    for body in [r#"{"posts":{}}"#, "[]", "{", r#"{"posts":[{"integration":{"name":"no id"}}]}"#] {
        let (_, account, outbound) = Peer::start(vec![(LIST, 200, body.to_owned())]).await;
        assert!(outbound.queues(&account, &["shop"], from, now()).await.is_err(), "{body}");
    }
    for (many, held) in [(10_000, true), (10_001, false)] {
        let body = json!({ "posts": vec![json!({}); many] }).to_string();
        let (_, account, outbound) = Peer::start(vec![(LIST, 200, body)]).await;
        let came = outbound.queues(&account, &["shop"], from, now()).await;
        assert!(
            came.is_ok() == held && came.err().is_none_or(|failed| failed.why.plain.contains("too long")),
            "{many}"
        );
    }
}

#[tokio::test]
async fn a_post_is_held_by_its_state_and_every_answer_is_told_as_what_it_means() {
    const PUT: &str = "PUT /api/public/v1/posts/p-queue/status";
    for (status, body, expected) in [
        (200, r#"{"id":"p-queue","state":"DRAFT"}"#, "held"),
        (200, r#"{"id":"p-queue","state":"QUEUE"}"#, "again"),
        (200, "{}", "again"),
        (404, "{}", "gone"),
        (400, r#"{"statusCode":400,"message":"Post not found"}"#, "refused"),
        (429, "{}", "again"),
        (500, "{}", "again"),
    ] {
        let (peer, account, outbound) = Peer::start(vec![(PUT, status, body.to_owned())]).await;
        let came = match outbound.hold(&account, "p-queue", now(), now()).await {
            Moved::Done { at: None } => "held",
            Moved::Done { at: Some(_) } => "sent",
            Moved::Gone => "gone",
            Moved::Failed(Failed { after: Some(_), .. }) => "again",
            Moved::Failed(_) => "refused",
        };
        assert_eq!(came, expected, "{status} {body}");
        assert_eq!(peer.asked("PUT"), [(PUT.to_owned(), json!({"status": "draft"}))]);
    }
    // No id leads elsewhere.
    let (peer, account, outbound) = Peer::start(vec![]).await;
    for id in ["", "..", "a/b", "p?x=1", "é"] {
        assert!(matches!(outbound.hold(&account, id, now(), now()).await, Moved::Failed(_)), "{id}");
    }
    assert_eq!(peer.asked(""), []);
}

#[tokio::test]
async fn a_post_is_let_go_only_as_a_draft_with_its_date_ahead_and_never_at_once() {
    const PUT: &str = "PUT /api/public/v1/posts/p-draft/status";
    let due = at("2026-11-29T08:00:00Z");
    let queued = || (PUT, 200, r#"{"id":"p-draft","state":"QUEUE"}"#.to_owned());
    let going = async |list: String, native: &str, due: Timestamp, now: Timestamp| {
        let (peer, account, outbound) = Peer::start(vec![(LIST, 200, list), queued()]).await;
        let moved = outbound.let_go(&account, native, due, now).await;
        (moved, peer.asked("PUT").len())
    };
    assert_eq!(going(fixture("posts.json"), "p-draft", due, now()).await, (Moved::Done { at: Some(due) }, 1));
    // On its way already: nothing is told twice.
    let (moved, told) = going(fixture("posts.json"), "p-queue", at("2026-11-28T08:00:00Z"), now()).await;
    assert_eq!((moved, told), (Moved::Done { at: Some(at("2026-11-28T08:00:00Z")) }, 0));
    // Given another date there, past or too near, repeating from a date that is past: it would go out at once.
    let near = due - SignedDuration::from_secs(60);
    for (native, due, now) in [
        ("p-draft", due + SignedDuration::from_hours(1), now()),
        ("p-draft", due, near),
        ("p-draft", due, due + SignedDuration::from_hours(1)),
        ("p-weekly", at("2026-11-26T10:00:00Z"), now()),
        ("p-nowhere", due, now()),
    ] {
        let (moved, told) = going(fixture("posts.json"), native, due, now).await;
        assert!(matches!(&moved, Moved::Failed(Failed { after: None, .. })) && told == 0, "{native} {moved:?}");
    }
    // It went out, whatever state it has.
    let out = at("2026-11-20T09:00:00Z");
    let before = out - SignedDuration::from_hours(2);
    assert_eq!(going(fixture("posts.json"), "p-out-as-draft", out, before).await, (Moved::Gone, 0));
}

#[tokio::test]
async fn what_a_channel_says_is_written_in_its_tool() {
    let (peer, account, outbound) = Peer::start(vec![]).await;
    let (key, text) = ("k".to_owned(), "Bonjour".to_owned());
    let text = Publication { key, text, language: None, visibility: Visibility::Public, answers: None };
    let came = outbound.publish(&account, &text, now()).await;
    assert!(matches!(came, Sending::Refused { permanent: true, .. }), "{came:?}");
    assert!(outbound.holder(&account, now()).await.is_err());
    assert_eq!(peer.asked(""), []);
    let held = Outbound::Sandbox.hold(&account, "p", now(), now()).await;
    assert!(matches!(held, Moved::Failed(_)), "nothing leaves a drill");
}

#[test]
fn an_address_is_that_of_the_interface() {
    let parse = |server: &str| Account::parse("postiz", server, KEY).map(|account| account.server());
    for server in ["https://p.example/api", "https://P.example/api/", "https://p.example/api/public/v1"] {
        assert_eq!(parse(server).unwrap(), "https://p.example/api");
    }
    assert_eq!(parse("https://api.postiz.com/public/v1/").unwrap(), "https://api.postiz.com");
    for server in ["p.example", "https://lea:pw@p.example/api", "https://p.example/api?x=1", "ftp://p.example"] {
        assert!(parse(server).is_err(), "{server}");
    }
}
