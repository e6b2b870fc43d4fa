//! Tools that are told by webhook, against a peer that checks the signature as any verifier of Standard Webhooks does.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise, and says what it found")]

use axum::body::Body;
use axum::extract::{Request as Asked, State};
use axum::response::Response;
use domain::publish::{Asked as What, Campaign, CampaignAnswer, Failed};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use vigie_connect::http::{Allow, Client};
use vigie_connect::inbound::webhook::verify;
use vigie_connect::outbound::{House, Outbound};
use vigie_connect::publish::Account;

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

struct Peer {
    says: (u16, String),
    /// Ids and bodies of what was taken.
    took: Mutex<Vec<(String, Value)>>,
}

fn signed(headers: &axum::http::HeaderMap) -> [(&'static str, String); 3] {
    ["webhook-id", "webhook-timestamp", "webhook-signature"]
        .map(|name| (name, headers[name].to_str().unwrap().to_owned()))
}

async fn answer(State(peer): State<Arc<Peer>>, asked: Asked) -> Response {
    assert_eq!(asked.uri().path(), "/hook/a%20b/", "the address as it was entered");
    let named = signed(asked.headers());
    let body = axum::body::to_bytes(asked.into_body(), 1 << 20).await.unwrap();
    let headers: Vec<(&str, &str)> = named.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let id = verify(&headers, &body, &[SECRET], now()).unwrap().0;
    peer.took.lock().unwrap().push((id, serde_json::from_slice(&body).unwrap()));
    Response::builder().status(peer.says.0).body(Body::from(peer.says.1.clone())).unwrap()
}

async fn told(status: u16, says: &str) -> (Result<CampaignAnswer, Failed>, Vec<(String, Value)>) {
    let peer = Arc::new(Peer { says: (status, says.to_owned()), took: Mutex::default() });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = listener.local_addr().unwrap().to_string();
    let app = axum::Router::new().fallback(answer).with_state(peer.clone());
    tokio::spawn(async move { axum::serve(listener, app).await });
    let account = Account::parse("webhook", &format!("http://{place}/hook/a%20b/"), SECRET).unwrap();
    let allow = Allow::parse(&[place.as_str()]).unwrap();
    let outbound = Outbound::Live(Box::new(House { client: Client::new(None), allow, mailer: None, identity: None }));
    let campaign = Campaign {
        asked: What::Pause,
        key: "pause-12-1".to_owned(),
        freeze: Some("12-1".to_owned()),
        since: Some(now()),
        allow: vec!["safety".to_owned()],
    };
    let came = outbound.campaign(&account, &campaign, now()).await;
    let took = peer.took.lock().unwrap().clone();
    (came, took)
}

#[tokio::test]
async fn it_is_signed_and_nothing_but_its_own_word_says_that_it_holds() {
    for (status, says, paused) in [
        (200, r#"{"paused": true}"#, true),
        (202, r#"{"paused":true,"posts":12}"#, true),
        (200, r#"{"paused": false, "left": 3}"#, false),
        (200, r#"{"paused": "true"}"#, false),
        (200, r#"[{"paused": true}]"#, false),
        (200, "ok", false),
        (204, "", false),
    ] {
        let (came, took) = told(status, says).await;
        let came = came.unwrap();
        assert_eq!(came.paused, paused, "{status} {says}");
        assert!(came.said.starts_with(&status.to_string()), "{}", came.said);
        let (id, body) = &took[0];
        assert_eq!(id, "pause-12-1");
        let data = json!({"freeze": "12-1", "since": now(), "allow": ["safety"]});
        assert_eq!(*body, json!({"type": "campaign.pause", "timestamp": now(), "data": data}));
    }
    for (status, again) in [(401, false), (410, false), (429, true), (500, true)] {
        let (came, _) = told(status, r#"{"paused": true}"#).await;
        let Failed { why, after } = came.unwrap_err();
        assert!(after.is_some() == again && !why.kept().contains("whsec_"), "{status} {why}");
    }
    // A server may repeat the address; it is nobody's to read.
    let (came, _) = told(404, r#"{"message":"POST /hook/a%20b/ is not registered"}"#).await;
    assert!(came.unwrap_err().why.plain.contains("POST … is not registered"));
    let (came, _) = told(200, "hello /hook/a b/").await;
    assert_eq!(came.unwrap().said, "200 hello …");
    let (came, _) = told(200, &"x".repeat(100_000)).await;
    assert!(came.unwrap().said.chars().count() <= 210);
}

#[tokio::test]
async fn an_address_and_a_secret_are_asked_for_and_nothing_leaves_a_drill() {
    for (server, secret) in [
        ("https://flows.example/hook", "whsec_short"),
        ("https://flows.example/hook", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        ("ftp://flows.example/hook", SECRET),
        ("https://lea:pw@flows.example/hook", SECRET),
    ] {
        let why = Account::parse("webhook", server, secret).unwrap_err();
        assert!(!why.contains(secret), "{why}");
    }
    let account = Account::parse("webhook", "https://flows.example/secret-path", SECRET).unwrap();
    assert_eq!(format!("{account:?}"), "Account(flows.example)");
    let campaign = Campaign { asked: What::Check, key: "k".to_owned(), freeze: None, since: None, allow: vec![] };
    assert!(Outbound::Sandbox.campaign(&account, &campaign, now()).await.is_err());
}
