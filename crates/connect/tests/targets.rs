//! Messages to receivers on http that take, refuse, hang and break off: what is told must be what happened.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use axum::body::{Body, Bytes};
use axum::extract::{OriginalUri, State};
use axum::http::HeaderMap;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::target::{Notification, Outcome};
use hkdf::Hkdf;
use jiff::{SignedDuration, Timestamp};
use p256::elliptic_curve::sec1::ToSec1Point;
use serde_json::{Value, json};
use sha2::Sha256;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use vigie_connect::http::{Allow, Client, Limits};
use vigie_connect::inbound::webhook::verify;
use vigie_connect::outbound::push::Identity;
use vigie_connect::outbound::{Entropy, House, Outbound, Target};

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const ENTROPY: Entropy = [3; 48];
/// The secret of the browser that subscribed.
const BROWSER: [u8; 32] = [9; 32];
const AUTH: [u8; 16] = [5; 16];

/// What a receiver was sent.
#[derive(Clone)]
struct Sent {
    headers: HeaderMap,
    path: String,
    body: Vec<u8>,
}

impl Sent {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|v| v.to_str().unwrap()).unwrap_or_default()
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// An answer, and everything that was sent.
#[derive(Clone)]
struct Receiver {
    status: u16,
    headers: Vec<(&'static str, &'static str)>,
    body: Vec<u8>,
    sent: Arc<Mutex<Vec<Sent>>>,
    port: u16,
}

impl Receiver {
    async fn start(status: u16, headers: &[(&'static str, &'static str)], body: &[u8]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let receiver = Self { status, headers: headers.to_vec(), body: body.to_vec(), sent: Arc::default(), port };
        let routes = axum::Router::new().fallback(receive).with_state(receiver.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        receiver
    }

    async fn took(kind: &str, note: &Notification) -> (Outcome, Sent) {
        let receiver = Self::start(200, &[], b"ok").await;
        let outcome = live(receiver.port).send(&target(kind, receiver.port), note, now(), &ENTROPY).await;
        let sent = receiver.sent.lock().unwrap().clone();
        assert_eq!(sent.len(), 1);
        (outcome, sent[0].clone())
    }
}

async fn receive(
    State(to): State<Receiver>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    to.sent.lock().unwrap().push(Sent { headers, path: uri.to_string(), body: body.to_vec() });
    let mut response = Response::builder().status(to.status);
    for (name, value) in &to.headers {
        response = response.header(*name, *value);
    }
    response.body(Body::from(to.body.clone())).unwrap()
}

/// Reads a request, then answers with these bytes; none of them: hangs. Closes after it.
async fn raw(answer: Option<&'static [u8]>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let mut piece = [0; 65536];
            let _ = socket.read(&mut piece).await;
            match answer {
                Some(bytes) => _ = socket.write_all(bytes).await,
                None => std::future::pending().await,
            }
        }
    });
    port
}

fn now() -> Timestamp {
    "2026-11-22T02:00:00Z".parse().unwrap()
}

fn note() -> Notification {
    Notification {
        key: "call-12-3".to_owned(),
        title: "Dunes: 12× mear as oars".to_owned(),
        body: "Sûnt 01:40: 48 ynstee fan 4.\n<!channel> @here [bank](https://evil.example) & l…@…".to_owned(),
        link: Some("https://vigie.example/s/12?a=1&b=2".to_owned()),
        waking: true,
        repeat: true,
        story: "7/surge/1".to_owned(),
        lang: "fy".to_owned(),
        until: "2026-11-22T03:00:00Z".parse().unwrap(),
        answer: None,
    }
}

fn live_with(allow: &[String], client: Client) -> Outbound {
    let identity = Some(Identity::new(&[7; 32], "mailto:ops@house.example").unwrap());
    Outbound::Live(Box::new(House { client, allow: Allow::parse(allow).unwrap(), mailer: None, identity }))
}

fn live(port: u16) -> Outbound {
    live_with(&[format!("127.0.0.1:{port}")], Client::new(None))
}

fn browser() -> p256::SecretKey {
    p256::SecretKey::from_slice(&BROWSER).unwrap()
}

fn target(kind: &str, port: u16) -> Target {
    let place = format!("http://127.0.0.1:{port}");
    let settings = match kind {
        "ntfy" => json!({ "server": place, "topic": "night", "token": "tk_1" }),
        "webhook" => json!({ "url": format!("{place}/hook/hidden"), "secret": SECRET }),
        "chat" => json!({ "url": format!("{place}/services/hidden") }),
        "markdown" => json!({ "url": format!("{place}/hooks/hidden"), "markup": "markdown" }),
        _ => json!({ "endpoint": format!("{place}/push/hidden"), "keys": {
            "p256dh": URL_SAFE_NO_PAD.encode(browser().public_key().to_sec1_point(false).as_bytes()),
            "auth": URL_SAFE_NO_PAD.encode(AUTH),
        }}),
    };
    Target::parse(if kind == "markdown" { "chat" } else { kind }, &settings.to_string()).unwrap()
}

const KINDS: [&str; 4] = ["ntfy", "push", "webhook", "chat"];

fn kind(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Sent { .. } => "sent",
        Outcome::Refused { forever: true, .. } => "for good",
        Outcome::Refused { .. } => "refused",
        Outcome::Unknown { .. } => "unknown",
    }
}

#[tokio::test]
async fn every_status_has_its_outcome_at_every_kind() {
    // ntfy, push, webhook, chat
    let table = [
        (200, ["sent"; 4]),
        (201, ["sent"; 4]),
        (202, ["sent"; 4]),
        (302, ["refused"; 4]),
        (400, ["for good", "for good", "refused", "for good"]),
        (401, ["for good", "for good", "refused", "for good"]),
        (403, ["for good", "for good", "refused", "for good"]),
        (404, ["for good", "for good", "refused", "for good"]),
        (410, ["refused", "for good", "for good", "for good"]),
        (413, ["for good", "for good", "refused", "refused"]),
        (429, ["refused"; 4]),
        (500, ["refused"; 4]),
        (502, ["unknown"; 4]),
        (503, ["refused"; 4]),
        (504, ["unknown"; 4]),
    ];
    for (status, expected) in table {
        let receiver = Receiver::start(
            status,
            &[("retry-after", "120"), ("location", "/elsewhere/hidden")],
            b"/push/hidden /hook/hidden /services/hidden",
        )
        .await;
        for (name, expected) in KINDS.into_iter().zip(expected) {
            let outcome = live(receiver.port).send(&target(name, receiver.port), &note(), now(), &ENTROPY).await;
            assert_eq!(kind(&outcome), expected, "{name} {status}: {outcome:?}");
            match &outcome {
                Outcome::Refused { reason, retry_after, .. } => {
                    let wait = (status >= 400).then(|| SignedDuration::from_secs(120));
                    assert_eq!(*retry_after, wait, "{name} {status}");
                    assert!(
                        reason.said.contains(&status.to_string()) && !reason.kept().contains("hidden"),
                        "{reason:?}"
                    );
                }
                Outcome::Unknown { reason } => assert!(!reason.kept().contains("hidden"), "{reason:?}"),
                Outcome::Sent { .. } => {}
            }
        }
        assert_eq!(receiver.sent.lock().unwrap().len(), 4, "{status}: asked once each, and no redirect followed");
    }
}

#[tokio::test]
async fn what_breaks_before_is_refused_and_after_is_unknown() {
    let hasty = Client::new(None).with_limits(Limits { first_byte: Duration::from_millis(700), ..Limits::default() });
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let cases = [
        ("closed port", free, "refused"),
        ("no answer", raw(None).await, "unknown"),
        ("closed after the request", raw(Some(b"")).await, "unknown"),
        ("half a head", raw(Some(b"HTTP/1.1 200 O")).await, "unknown"),
        ("no http", raw(Some(b"hello\r\n\r\n")).await, "unknown"),
        ("taken, then broken off", raw(Some(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nhalf")).await, "sent"),
        (
            "taken, damaged body",
            raw(Some(b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\n\x1f\x8b")).await,
            "sent",
        ),
        ("taken, endless body", raw(Some(b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n")).await, "sent"),
        ("refused, broken off", raw(Some(b"HTTP/1.1 500 No\r\ncontent-length: 99\r\n\r\nhalf")).await, "refused"),
    ];
    for (what, port, expected) in cases {
        for name in KINDS {
            let client = if what == "no answer" { hasty.clone() } else { Client::new(None) };
            let outbound = live_with(&[format!("127.0.0.1:{port}")], client);
            let outcome = outbound.send(&target(name, port), &note(), now(), &ENTROPY).await;
            assert_eq!(kind(&outcome), expected, "{name}, {what}: {outcome:?}");
        }
    }
}

#[tokio::test]
async fn nothing_goes_inside_or_out_of_a_drill_or_too_late() {
    let receiver = Receiver::start(200, &[], b"ok").await;
    let closed = live_with(&[], Client::new(None));
    for name in KINDS {
        let target = target(name, receiver.port);
        let outcome = closed.send(&target, &note(), now(), &ENTROPY).await;
        assert!(kind(&outcome) == "refused" && format!("{outcome:?}").contains("127.0.0.1"), "{outcome:?}");
        let late = live(receiver.port).send(&target, &note(), note().until, &ENTROPY).await;
        let drill = Outbound::Sandbox.send(&target, &note(), now(), &ENTROPY).await;
        assert_eq!((kind(&late), kind(&drill)), ("for good", "for good"));
    }
    assert!(receiver.sent.lock().unwrap().is_empty());
    let nobody = Outbound::Live(Box::new(House {
        client: Client::new(None),
        allow: Allow::nothing(),
        mailer: None,
        identity: None,
    }));
    assert_eq!(kind(&nobody.send(&target("push", 9), &note(), now(), &ENTROPY).await), "refused");
}

#[tokio::test]
async fn ntfy_gets_a_message_that_a_repeat_replaces() {
    let receiver = Receiver::start(200, &[], br#"{"id":"xE73Iyuabi","event":"message"}"#).await;
    let send = async |note: &Notification| {
        live(receiver.port).send(&target("ntfy", receiver.port), note, now(), &ENTROPY).await
    };
    assert_eq!(send(&note()).await, Outcome::Sent { receipt: Some("xE73Iyuabi".to_owned()) });
    let quiet = Notification { waking: false, link: None, body: "é".repeat(4000), title: "a\nb".to_owned(), ..note() };
    send(&quiet).await;
    let sent = receiver.sent.lock().unwrap().clone();
    assert_eq!((sent[0].path.as_str(), sent[0].header("authorization")), ("/", "Bearer tk_1"));
    let first = sent[0].json();
    let expected = json!({
        "topic": "night", "title": note().title, "message": note().body, "priority": 5,
        "click": note().link, "sequence_id": first["sequence_id"],
    });
    assert_eq!(first, expected);
    let second = sent[1].json();
    assert_eq!((&second["title"], &second["priority"], second.get("click")), (&json!("a b"), &json!(3), None));
    assert_eq!(second["sequence_id"], first["sequence_id"], "the same key");
    let message = second["message"].as_str().unwrap();
    assert!(message.len() <= 4096 && message.ends_with(" […]"));
    let told = Receiver::start(403, &[], br#"{"code":40301,"http":403,"error":"forbidden"}"#).await;
    let outcome = live(told.port).send(&target("ntfy", told.port), &note(), now(), &ENTROPY).await;
    assert!(
        format!("{outcome:?}").contains("Login") && format!("{outcome:?}").contains("403 forbidden"),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn a_webhook_is_signed_so_that_our_own_verifier_takes_it() {
    let (outcome, sent) = Receiver::took("webhook", &note()).await;
    assert_eq!(outcome, Outcome::Sent { receipt: None });
    let headers: Vec<(&str, &str)> = sent.headers.iter().map(|(n, v)| (n.as_str(), v.to_str().unwrap())).collect();
    assert_eq!(verify(&headers, &sent.body, &[SECRET], now()).unwrap().0, "call-12-3");
    let expected = json!({
        "type": "vigie.notification",
        "timestamp": "2026-11-22T02:00:00Z",
        "data": {
            "key": "call-12-3", "title": note().title, "body": note().body, "link": note().link, "waking": true, "repeat": true,
            "story": "7/surge/1", "lang": "fy", "until": "2026-11-22T03:00:00Z",
        },
    });
    assert_eq!((sent.json(), sent.header("content-type")), (expected, "application/json"));
}

#[tokio::test]
async fn a_channel_gets_words_that_command_nothing() {
    let (_, slack) = Receiver::took("chat", &note()).await;
    let text = "Dunes: 12× mear as oars\nSûnt 01:40: 48 ynstee fan 4.\n&lt;!channel&gt; @\u{2060}here [bank](https://evil.example) &amp; l…@\u{2060}…\n<https://vigie.example/s/12?a=1&amp;b=2>";
    assert_eq!(slack.json(), json!({ "text": text, "unfurl_links": false, "unfurl_media": false }));
    let (_, markdown) = Receiver::took("markdown", &note()).await;
    assert_eq!(markdown.json()["text"], text.replace("[bank]", "\\[bank\\]"));
    let receiver = Receiver::start(404, &[], b"no_service").await;
    let outcome = live(receiver.port).send(&target("chat", receiver.port), &note(), now(), &ENTROPY).await;
    assert!(kind(&outcome) == "for good" && format!("{outcome:?}").contains("404 no_service"), "{outcome:?}");
}

/// What a browser does with a push (RFC 8291, 3.4), by the key and secret that only it has.
fn opened(body: &[u8]) -> Vec<u8> {
    let (salt, rest) = body.split_at(16);
    assert_eq!(rest[..5], [0, 0, 16, 0, 65], "one record of 4096, a key of 65");
    let (ours, sealed) = rest[5..].split_at(65);
    let sender = p256::PublicKey::from_sec1_bytes(ours).unwrap();
    let shared = p256::ecdh::diffie_hellman(browser().to_nonzero_scalar(), sender.as_affine());
    let theirs = browser().public_key().to_sec1_point(false);
    let info = [b"WebPush: info\0", theirs.as_bytes(), ours].concat();
    let (mut input, mut key, mut nonce) = ([0; 32], [0; 16], [0; 12]);
    Hkdf::<Sha256>::new(Some(&AUTH), shared.raw_secret_bytes()).expand(&info, &mut input).unwrap();
    let keys = Hkdf::<Sha256>::new(Some(salt), &input);
    keys.expand(b"Content-Encoding: aes128gcm\0", &mut key).unwrap();
    keys.expand(b"Content-Encoding: nonce\0", &mut nonce).unwrap();
    let key = ring::aead::LessSafeKey::new(ring::aead::UnboundKey::new(&ring::aead::AES_128_GCM, &key).unwrap());
    let mut record = sealed.to_vec();
    let nonce = ring::aead::Nonce::assume_unique_for_key(nonce);
    let plain = key.open_in_place(nonce, ring::aead::Aad::empty(), &mut record).unwrap();
    assert_eq!(plain.last(), Some(&2));
    plain[..plain.len() - 1].to_vec()
}

#[tokio::test]
async fn a_push_is_opened_by_the_browser_alone_and_says_how_urgent_it_is() {
    let receiver = Receiver::start(201, &[("location", "https://push.example/m/abc-1")], b"").await;
    let push = target("push", receiver.port);
    let outcome = live(receiver.port).send(&push, &note(), now(), &ENTROPY).await;
    assert_eq!(outcome, Outcome::Sent { receipt: Some("abc-1".to_owned()) });
    let long = Notification {
        waking: false,
        body: "Dunes ".repeat(3000),
        until: "2026-12-22T02:00:00Z".parse().unwrap(),
        ..note()
    };
    live(receiver.port).send(&push, &long, now(), &[4; 48]).await;
    let other = Notification { story: "8/surge/1".to_owned(), ..note() };
    live(receiver.port).send(&push, &other, now(), &ENTROPY).await;
    let sent = receiver.sent.lock().unwrap().clone();
    assert_eq!(serde_json::from_slice::<Notification>(&opened(&sent[0].body)).unwrap(), note());
    assert!(sent[1].body.len() <= 4096 && opened(&sent[1].body).len() > 3900, "{}", sent[1].body.len());
    let heads = |s: &Sent| ["ttl", "urgency", "content-encoding"].map(|h| s.header(h).to_owned());
    assert_eq!(heads(&sent[0]), ["3600", "high", "aes128gcm"]);
    assert_eq!(heads(&sent[1]), ["86400", "normal", "aes128gcm"]);
    assert_eq!(sent[0].header("topic"), sent[1].header("topic"));
    assert_ne!(sent[0].header("topic"), sent[2].header("topic"));
    assert!(sent[0].header("topic").len() <= 32 && sent[0].header("authorization").starts_with("vapid t=ey"));
    let no_key = live(receiver.port).send(&push, &note(), now(), &[0; 48]).await;
    assert_eq!(kind(&no_key), "refused", "zero is no key");
}
