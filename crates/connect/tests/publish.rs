//! Publishing by Mastodon: against a peer of our own that plays recorded payloads, and against mastodon-mock.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise, and says what it leaves out"
)]

use axum::body::Body;
use axum::extract::{Request as Asked, State};
use axum::response::Response;
use domain::publish::{Failed, Looked, Moved, Publication, Sending, Tool, Visibility, Waiting};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use vigie_connect::http::{Allow, Client, Limits, Request};
use vigie_connect::outbound::{House, Outbound};
use vigie_connect::publish::{Account, mastodon};

const SECRET: &str = "unique-secret-of-the-token";

fn now() -> Timestamp {
    at("2025-04-01T12:05:00Z")
}

fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

fn fixture(name: &str) -> String {
    std::fs::read_to_string(format!("{}/../../fixtures/mastodon/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// What a peer says to one request, or that it falls silent, or hangs up.
#[derive(Clone)]
enum Says {
    Status(u16, String),
    Wait(u16, &'static str),
    Nothing,
}

type Script = Vec<(&'static str, Says)>;

#[derive(Default)]
struct Peer {
    /// The beginning of method and path, and what is said to it; each is said once, the last one of its kind for ever.
    script: Mutex<Script>,
    asked: Mutex<Vec<(String, Option<String>, Value)>>,
}

impl Peer {
    async fn start(script: Script) -> (Arc<Self>, Account, Outbound) {
        let peer = Arc::new(Self { script: Mutex::new(script), asked: Mutex::default() });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = listener.local_addr().unwrap().to_string();
        let app = axum::Router::new().fallback(answer).with_state(peer.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        let account = Account::parse("mastodon", &format!("http://{place}"), SECRET).unwrap();
        (peer, account, outbound(&place))
    }

    fn asked(&self, begin: &str) -> Vec<(String, Option<String>, Value)> {
        self.asked.lock().unwrap().iter().filter(|(what, ..)| what.starts_with(begin)).cloned().collect()
    }
}

fn outbound(place: &str) -> Outbound {
    let limits = Limits { first_byte: Duration::from_secs(2), ..Limits::default() };
    let client = Client::new(None).with_limits(limits);
    let allow = Allow::parse(&[place]).unwrap();
    Outbound::Live(Box::new(House { client, allow, mailer: None, identity: None }))
}

async fn answer(State(peer): State<Arc<Peer>>, asked: Asked) -> Response {
    let what = format!("{} {}", asked.method(), asked.uri());
    let key = asked.headers().get("idempotency-key").map(|key| key.to_str().unwrap().to_owned());
    assert_eq!(asked.headers()["authorization"], format!("Bearer {SECRET}"));
    let body = axum::body::to_bytes(asked.into_body(), 1 << 20).await.unwrap();
    let body = serde_json::from_slice(&body).unwrap_or_default();
    peer.asked.lock().unwrap().push((what.clone(), key, body));
    let says = {
        let mut script = peer.script.lock().unwrap();
        let fits = |(begin, _): &(&str, Says)| what.starts_with(begin);
        let found = script.iter().position(fits);
        let more = script.iter().filter(|line| fits(line)).count() > 1;
        found.map(|line| if more { script.remove(line).1 } else { script[line].1.clone() })
    };
    match says {
        None => Response::builder().status(404).body(Body::from(r#"{"error":"Record not found"}"#)).unwrap(),
        Some(Says::Status(status, body)) => Response::builder().status(status).body(Body::from(body)).unwrap(),
        Some(Says::Wait(status, seconds)) => {
            let body = Body::from(r#"{"error":"Too many requests"}"#);
            Response::builder().status(status).header("retry-after", seconds).body(body).unwrap()
        }
        Some(Says::Nothing) => std::future::pending().await,
    }
}

async fn queue(outbound: &Outbound, account: &Account) -> Result<Vec<Waiting>, Failed> {
    outbound.queues(account, &[""], now(), now()).await?.remove(0)
}

fn ok(body: &str) -> Says {
    Says::Status(200, body.to_owned())
}

fn reply() -> Publication {
    Publication {
        key: "k-1".to_owned(),
        text: "@lea@far.example Nous vérifions.\nSuite à 14 h : https://fournil.example/suivi".to_owned(),
        language: Some("fr".to_owned()),
        visibility: Visibility::Unlisted,
        answers: Some("https://far.example/@lea/77".to_owned()),
    }
}

fn post(text: &str) -> Publication {
    let (key, text) = (format!("key of {text}"), text.to_owned());
    Publication { key, text, language: None, visibility: Visibility::Public, answers: None }
}

const SEARCH: &str = "GET /api/v2/search?q=https%3A%2F%2Ffar.example%2F%40lea%2F77&type=statuses&resolve=true";
const SENT: &str = r#"{"id":"503","url":"https://m.example/@fournil/503","created_at":"2025-04-01T12:05:01.000Z"}"#;

#[tokio::test]
async fn a_reply_goes_under_the_post_it_answers_once() {
    let script = vec![(SEARCH, ok(&fixture("search.json"))), ("POST /api/v1/statuses", ok(SENT))];
    let (peer, account, outbound) = Peer::start(script).await;
    let Sending::Sent { receipt } = outbound.publish(&account, &reply(), now()).await else { panic!("sent") };
    assert_eq!((receipt.id.as_str(), receipt.url.as_deref()), ("503", Some("https://m.example/@fournil/503")));
    assert_eq!(receipt.at, at("2025-04-01T12:05:01Z"));
    let posted = peer.asked("POST");
    let body = json!({"status": reply().text, "visibility": "unlisted", "language": "fr", "in_reply_to_id": "900"});
    assert_eq!(posted, [("POST /api/v1/statuses".to_owned(), Some("k-1".to_owned()), body)]);
    let answered = outbound.answered(&account, "https://far.example/users/lea/statuses/77", now()).await;
    assert!(answered.is_err(), "another address is asked for, and the peer knows none");
    assert!(!format!("{account:?}").contains(SECRET));
}

#[tokio::test]
async fn nothing_is_posted_where_the_post_that_is_answered_is_not_that_one() {
    let other = fixture("search.json").replace("lea/77", "lea/79").replace("statuses/77", "statuses/79");
    for (says, later) in [(ok(&other), false), (ok(r#"{"statuses":[]}"#), false), (Says::Wait(429, "40"), true)] {
        let (peer, account, outbound) = Peer::start(vec![(SEARCH, says)]).await;
        match outbound.publish(&account, &reply(), now()).await {
            Sending::Later { after, .. } => assert!(later && after == SignedDuration::from_secs(40)),
            Sending::Refused { why, permanent: false } => assert!(!later && why.contains("does not find"), "{why}"),
            other => panic!("{other:?}"),
        }
        assert_eq!(peer.asked("POST"), []);
    }
}

#[tokio::test]
async fn every_answer_is_told_as_what_it_means() {
    let error = |status| Says::Status(status, r#"{"error":"Validation failed: the words"}"#.to_owned());
    let table: Vec<(Says, &str)> = vec![
        (ok(SENT), "sent"),
        (ok("{"), "unknown"),
        (ok(r#"{"id":"1"}"#), "unknown"),
        (error(401), "refused"),
        (error(403), "refused"),
        (error(302), "refused"),
        (error(404), "refused for good"),
        (error(422), "refused for good"),
        (Says::Wait(429, "70"), "later 70"),
        (Says::Wait(503, "999999"), "later 3600"),
        (error(500), "unknown"),
        (error(502), "unknown"),
        (Says::Nothing, "unknown"),
    ];
    for (n, (says, expected)) in table.into_iter().enumerate() {
        let (_, account, outbound) = Peer::start(vec![("POST /api/v1/statuses", says)]).await;
        let came = match outbound.publish(&account, &post("Bonjour"), now()).await {
            Sending::Sent { .. } => "sent".to_owned(),
            Sending::Refused { permanent: true, why } => {
                assert!(why.contains("the words"), "{why}");
                "refused for good".to_owned()
            }
            Sending::Refused { .. } => "refused".to_owned(),
            Sending::Later { after, .. } => format!("later {}", after.as_secs()),
            Sending::Unknown { .. } => "unknown".to_owned(),
        };
        assert_eq!(came, expected, "line {n}");
    }
    // Nobody there: surely not sent.
    let account = Account::parse("mastodon", "http://127.0.0.1:1", SECRET).unwrap();
    let came = outbound("127.0.0.1:1").publish(&account, &post("Bonjour"), now()).await;
    assert!(matches!(&came, Sending::Later { why, .. } if !why.contains(SECRET)), "{came:?}");
    let came = Outbound::Sandbox.publish(&account, &post("Bonjour"), now()).await;
    assert!(matches!(came, Sending::Refused { permanent: true, .. }));
}

#[tokio::test]
async fn a_text_that_is_too_long_there_is_not_posted() {
    let instance = r#"{"configuration":{"statuses":{"max_characters":40,"characters_reserved_per_url":23}}}"#;
    let script = vec![("GET /api/v2/instance", ok(instance)), ("POST /api/v1/statuses", ok(SENT))];
    let (peer, account, outbound) = Peer::start(script).await;
    let link = format!("https://example.org/{}", "a".repeat(100));
    let fits = outbound.publish(&account, &post(&format!("{} {link}", "a".repeat(16))), now()).await;
    assert!(matches!(fits, Sending::Sent { .. }), "{fits:?}");
    let long = outbound.publish(&account, &post(&format!("{} {link}", "a".repeat(17))), now()).await;
    assert!(matches!(&long, Sending::Refused { permanent: true, why } if why.contains("41")), "{long:?}");
    assert_eq!(peer.asked("POST").len(), 1);
}

#[tokio::test]
async fn what_nobody_knows_is_found_by_its_words_its_parent_and_its_time() {
    const OWN: &str = "GET /api/v1/accounts/verify_credentials";
    const STATUSES: &str = "GET /api/v1/accounts/5/statuses?";
    let me = || (OWN, ok(r#"{"id":"5","acct":"fournil"}"#));
    let source = |text: &str| ok(&json!({"id": "503", "text": text}).to_string());
    let script = |more: Script| {
        [vec![me(), (SEARCH, ok(&fixture("search.json"))), (STATUSES, ok(&fixture("published.json")))], more].concat()
    };
    let since = at("2025-04-01T12:03:00Z");
    let later = at("2025-04-01T12:10:00Z");
    let look = async |script: Script, publication: &Publication, since, now| {
        let (_, account, outbound) = Peer::start(script).await;
        outbound.look(&account, publication, since, now).await
    };
    let found = |looked: Looked| match looked {
        Looked::Found { receipt } => receipt.id,
        other => format!("{other:?}"),
    };
    // As it was written, where the server says it; as it is shown where it does not.
    let exact = vec![("GET /api/v1/statuses/503/source", source(&reply().text))];
    assert_eq!(found(look(script(exact), &reply(), since, later).await), "503");
    assert_eq!(found(look(script(vec![]), &reply(), since, later).await), "503");
    // Other words, another parent, or from before the try.
    let other = vec![("GET /api/v1/statuses/503/source", source("@lea Nous vérifions."))];
    assert_eq!(look(script(other), &reply(), since, later).await, Looked::NotThere);
    let alone = Publication { answers: None, ..reply() };
    assert_eq!(look(script(vec![]), &alone, since, later).await, Looked::NotThere);
    let before = at("2025-04-01T12:20:00Z");
    assert_eq!(look(script(vec![]), &reply(), before, at("2025-04-01T12:30:00Z")).await, Looked::NotThere);
    // A try of a moment ago may be under way; a server that breaks tells nothing.
    let soon = look(script(vec![]), &alone, since, at("2025-04-01T12:04:00Z")).await;
    assert!(matches!(soon, Looked::CannotTell { .. }), "{soon:?}");
    let broken = vec![me(), (SEARCH, ok(&fixture("search.json"))), (STATUSES, Says::Status(500, String::new()))];
    assert!(matches!(look(broken, &reply(), since, later).await, Looked::CannotTell { .. }));
    let damaged = vec![me(), (STATUSES, ok(r#"[{"id":"1"}]"#))];
    assert!(matches!(look(damaged, &alone, since, later).await, Looked::CannotTell { .. }));
}

#[tokio::test]
async fn a_queue_is_read_to_its_end_and_its_posts_are_moved() {
    const FIRST: &str = "GET /api/v1/scheduled_statuses?limit=40";
    let page = |ids: std::ops::Range<u32>| {
        let posts: Vec<Value> = ids
            .rev()
            .map(
                |id| json!({"id": id.to_string(), "scheduled_at": "2025-05-01T10:00:00.000Z", "params": {"text": "x"}}),
            )
            .collect();
        ok(&json!(posts).to_string())
    };
    let script = vec![
        ("GET /api/v1/scheduled_statuses?limit=40&max_id=100", page(60..100)),
        ("GET /api/v1/scheduled_statuses?limit=40&max_id=60", ok("[]")),
        (FIRST, page(100..140)),
    ];
    let (_, account, outbound) = Peer::start(script).await;
    let all = queue(&outbound, &account).await.unwrap();
    assert_eq!((all.len(), all[0].native.as_str(), all[79].native.as_str()), (80, "139", "60"));
    // A real server's answer holds doubled keys; one that knows no pages gives all each time; half a queue is none.
    let moved = r#"{"id":"41","scheduled_at":"2026-03-31T14:33:14.000Z","params":{},"media_attachments":[]}"#;
    let script = vec![
        (FIRST, ok(&fixture("scheduled.json"))),
        ("PUT /api/v1/scheduled_statuses/41", ok(moved)),
        ("PUT /api/v1/scheduled_statuses/42", Says::Status(422, r#"{"error":"limit of 25"}"#.to_owned())),
        ("PUT /api/v1/scheduled_statuses/43", Says::Wait(429, "9")),
    ];
    let (peer, account, outbound) = Peer::start(script).await;
    let all = queue(&outbound, &account).await.unwrap();
    insta::assert_debug_snapshot!(all);
    let far: Vec<Timestamp> = mastodon::put_off(all[0].due, now()).collect();
    assert_eq!((far[0], far[1]), (at("2026-03-31T14:33:14Z"), at("2026-04-01T14:33:14Z")));
    assert_eq!(outbound.let_go(&account, "41", far[0], now()).await, Moved::Done { at: Some(far[0]) });
    assert_eq!(peer.asked("PUT")[0].2, json!({"scheduled_at": "2026-03-31T14:33:14Z"}));
    let other = outbound.let_go(&account, "41", far[1], now()).await;
    assert!(matches!(&other, Moved::Failed(failed) if failed.why.plain.contains("did not change")), "{other:?}");
    let full = outbound.let_go(&account, "42", far[0], now()).await;
    assert!(
        matches!(&full, Moved::Failed(failed) if failed.why.plain.contains("25") && failed.after.is_none()),
        "{full:?}"
    );
    let wait = outbound.let_go(&account, "43", far[0], now()).await;
    assert!(matches!(&wait, Moved::Failed(failed) if failed.after == Some(SignedDuration::from_secs(9))), "{wait:?}");
    assert_eq!(outbound.let_go(&account, "44", far[0], now()).await, Moved::Gone);
    let script = vec![
        ("GET /api/v1/scheduled_statuses?limit=40&max_id=100", Says::Status(500, String::new())),
        ("GET /api/v1/scheduled_statuses?limit=40&max_id=100", Says::Status(500, String::new())),
        ("GET /api/v1/scheduled_statuses?limit=40&max_id=100", Says::Status(500, String::new())),
        ("GET /api/v1/scheduled_statuses?limit=40&max_id=100", Says::Status(500, String::new())),
        (FIRST, page(100..140)),
    ];
    let (_, account, outbound) = Peer::start(script).await;
    assert!(queue(&outbound, &account).await.is_err());
}

#[test]
fn an_account_is_a_server_and_a_token() {
    let parse = |server: &str, token: &str| Account::parse("mastodon", server, token);
    assert_eq!(parse(" HTTPS://M.example/ ", " t ").unwrap().server(), "https://m.example");
    assert_eq!(parse("https://m.example:443", "t").unwrap().server(), "https://m.example");
    for (server, token) in [
        ("m.example", "t"),
        ("ftp://m.example", "t"),
        ("https://lea:pw@m.example", "t"),
        ("https://m.example/@fournil", "t"),
        ("https://m.example?a=b", "t"),
        ("https://m.example", ""),
        ("https://m.example", "to ken"),
        ("https://m.example", "to\nken"),
    ] {
        let wrong = parse(server, token).unwrap_err();
        assert!(!wrong.contains("ken") || token.is_empty() || wrong.contains("token"), "{wrong}");
    }
    assert!(Account::parse("x", "https://x.example", "t").unwrap_err().contains("use mastodon or postiz"));
}

/// The mock's host and port; `None` where services are left out.
fn mock() -> Option<String> {
    if let Ok(url) = std::env::var("VIGIE_TEST_MASTODON") {
        // Its statuses name it so.
        return Some(url.trim_start_matches("http://").trim_end_matches('/').replace("127.0.0.1", "localhost"));
    }
    assert!(
        std::env::var_os("VIGIE_TEST_FAST").is_some(),
        "VIGIE_TEST_MASTODON is not set: give the address of a running mastodon-mock (cargo xtask test does), \
         or set VIGIE_TEST_FAST=1 to leave this test out"
    );
    println!("left out: VIGIE_TEST_FAST is set, mastodon-mock is not asked");
    None
}

async fn tell(place: &str, token: &str, path: &str, body: Value) -> Value {
    let allow = Allow::parse(&[place]).unwrap();
    let body = body.to_string().into_bytes();
    let request = Request::post(&format!("http://{place}{path}"), "application/json", body).unwrap();
    let response = Client::new(None).fetch(&request.bearer(token).unwrap().allow(&allow)).await.unwrap();
    assert!(response.status < 300, "{path}: {} {}", response.status, String::from_utf8_lossy(&response.body));
    serde_json::from_slice(&response.body).unwrap_or_default()
}

/// Somebody new at the mock: their account as we would send from it, and their token.
async fn somebody(place: &str) -> (Account, String) {
    let made = tell(place, "mock_token", "/api/v1/_mock/dev_user", json!({})).await;
    let token = made["access_token"].as_str().unwrap().to_owned();
    (Account::parse("mastodon", &format!("http://{place}"), &token).unwrap(), token)
}

#[tokio::test]
async fn mastodon_mock_takes_a_post_and_a_reply_once_and_shows_them() {
    let Some(place) = mock() else { return };
    let (outbound, (account, _)) = (outbound(&place), somebody(&place).await);
    let holder = outbound.holder(&account, now()).await.unwrap();
    assert!(holder.acct.starts_with("user_") && !holder.id.is_empty(), "{holder:?}");
    let length = outbound.length(&account, now()).await.unwrap();
    assert_eq!((length.characters, length.per_link), (500, 23));
    let wrong = Account::parse("mastodon", &format!("http://{place}"), "nobodys").unwrap();
    assert!(outbound.holder(&wrong, now()).await.unwrap_err().why.plain.contains("does not know the token"));

    let (_, critic) = somebody(&place).await;
    let theirs = tell(&place, &critic, "/api/v1/statuses", json!({"status": "Du verre dans le pain"})).await;
    let address = theirs["url"].as_str().unwrap().to_owned();
    let answered = outbound.answered(&account, &address, now()).await.unwrap();
    assert_eq!(answered.id, theirs["id"].as_str().unwrap());
    assert!(answered.handle.starts_with("@user_"));

    let clock = at(theirs["created_at"].as_str().unwrap());
    let publication = Publication { key: holder.id.clone(), answers: Some(address), ..reply() };
    let looked = async |text: &Publication, after: i64| {
        outbound.look(&account, text, clock, clock + SignedDuration::from_secs(after)).await
    };
    assert_eq!(looked(&publication, 600).await, Looked::NotThere);
    let Sending::Sent { receipt } = outbound.publish(&account, &publication, now()).await else { panic!("sent") };
    assert_eq!(looked(&publication, 0).await, Looked::Found { receipt: receipt.clone() });
    let Sending::Sent { receipt: again } = outbound.publish(&account, &publication, now()).await else { panic!() };
    assert_eq!(again.id, receipt.id, "the same key is the same post");
    let other = Publication { text: "Autre chose".to_owned(), ..publication };
    assert_eq!(looked(&other, 600).await, Looked::NotThere);
}

#[tokio::test]
async fn mastodon_mock_holds_a_scheduled_post_and_lets_it_go() {
    let Some(place) = mock() else { return };
    let (outbound, (account, token)) = (outbound(&place), somebody(&place).await);
    assert_eq!(queue(&outbound, &account).await.unwrap(), []);
    let due = at("2035-06-01T10:00:00Z");
    for n in 0..45 {
        let text = json!({"status": format!("Offre {n}"), "scheduled_at": due.to_string(), "language": "fr"});
        tell(&place, &token, "/api/v1/statuses", text).await;
    }
    let waits = queue(&outbound, &account).await.unwrap();
    assert_eq!(waits.len(), 45);
    let one = &waits[7];
    assert_eq!((one.text.as_str(), one.due, one.language.as_deref()), ("Offre 7", due, Some("fr")));
    let far = mastodon::put_off(due, now()).next().unwrap();
    assert_eq!(outbound.let_go(&account, &one.native, far, now()).await, Moved::Done { at: Some(far) });
    let listed = queue(&outbound, &account).await.unwrap();
    assert_eq!(
        listed.iter().filter(|post| post.due == far).map(|post| &post.native).collect::<Vec<_>>(),
        [&one.native]
    );
    assert_eq!(outbound.let_go(&account, &one.native, due, now()).await, Moved::Done { at: Some(due) });
    let (stranger, _) = somebody(&place).await;
    assert_eq!(outbound.let_go(&stranger, &one.native, far, now()).await, Moved::Gone, "not theirs to move");
    assert!(Tool::Mastodon.lead() > SignedDuration::from_mins(5));
}
