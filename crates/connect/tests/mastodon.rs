//! The Mastodon connector against a peer of our own, and against mastodon-mock where its address is given.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise, and says what it leaves out"
)]

use axum::body::Body;
use axum::extract::{Request as Asked, State};
use axum::response::Response;
use domain::mention::Arrival;
use domain::post::Post;
use domain::source::{Delivery, Outcome};
use jiff::Timestamp;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::mpsc;
use vigie_connect::http::{Client, Request};
use vigie_connect::inbound::mastodon::{Settings, StreamEvent, StreamOptions, poll, stream, test};

fn now() -> Timestamp {
    "2025-04-01T12:00:00Z".parse().unwrap()
}

fn fixture(name: &str) -> String {
    std::fs::read_to_string(format!("{}/../../fixtures/mastodon/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[derive(Clone)]
struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: String,
}

fn says(status: u16, headers: &[(&'static str, &str)], body: &str) -> Answer {
    let headers = headers.iter().map(|(name, value)| (*name, value.to_string())).collect();
    Answer { status, headers, body: body.into() }
}

/// A server that gives its answers in turn, then serves its timeline by `min_id`, and its streams.
#[derive(Default)]
struct Peer {
    answers: Mutex<VecDeque<Answer>>,
    instance: Mutex<String>,
    /// Numbers of the statuses on the timeline, ascending.
    timeline: Mutex<Vec<u64>>,
    /// What each stream says before it falls silent.
    streams: Mutex<VecDeque<String>>,
    asked: Mutex<Vec<(String, Option<String>)>>,
}

impl Peer {
    async fn start() -> (Arc<Self>, String) {
        let peer = Arc::new(Self::default());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = listener.local_addr().unwrap().to_string();
        let app = axum::Router::new().fallback(answer).with_state(peer.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        (peer, place)
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().iter().map(|(uri, _)| uri.clone()).collect()
    }
}

async fn answer(State(peer): State<Arc<Peer>>, asked: Asked) -> Response {
    let uri = asked.uri().to_string();
    let token = asked.headers().get("authorization").map(|v| v.to_str().unwrap().to_string());
    peer.asked.lock().unwrap().push((uri.clone(), token));
    if uri.starts_with("/api/v2/instance") {
        return Response::new(Body::from(peer.instance.lock().unwrap().clone()));
    }
    if uri.starts_with("/api/v1/streaming") {
        let said = peer.streams.lock().unwrap().pop_front().unwrap_or_default();
        let endless = futures_util::stream::unfold(Some(said), |said| async move {
            match said {
                Some(said) => Some((Ok::<_, std::io::Error>(said), None)),
                None => std::future::pending().await,
            }
        });
        return Response::builder()
            .header("content-type", "text/event-stream")
            .body(Body::from_stream(endless))
            .unwrap();
    }
    if let Some(answer) = peer.answers.lock().unwrap().pop_front() {
        let mut response = Response::builder().status(answer.status);
        for (name, value) in answer.headers {
            response = response.header(name, value);
        }
        return response.body(Body::from(answer.body)).unwrap();
    }
    let from = uri.split(['?', '&']).find_map(|p| p.strip_prefix("min_id=")).map(|id| id.parse::<u64>().unwrap());
    let timeline = peer.timeline.lock().unwrap();
    let page: Vec<u64> = match from {
        Some(from) => timeline.iter().copied().filter(|id| *id > from).take(40).collect(),
        None => timeline.iter().rev().copied().take(40).rev().collect(),
    };
    let page: Vec<String> = page.iter().rev().map(|id| status(*id)).collect();
    Response::new(Body::from(format!("[{}]", page.join(","))))
}

fn status(id: u64) -> String {
    format!(
        r#"{{"id":"{id}","uri":"https://m.example/s/{id}","visibility":"public","content":"<p>n {id}</p>",
        "created_at":"{}","favourites_count":{},"account":{{"id":"1","acct":"lea"}}}}"#,
        if id < 5000 { "2025-04-01T10:00:00Z" } else { "2025-04-03T00:00:00Z" },
        id % 7
    )
}

fn settings(place: &str, more: &str) -> Settings {
    let json = format!(r#"{{"server":"http://{place}","timeline":{{"tag":"pain"}},"allow":["{place}"]{more}}}"#);
    Settings::parse(&json).unwrap()
}

fn ids(delivery: &Delivery) -> Vec<&str> {
    delivery.posts.iter().map(|post| post.native_id.rsplit('/').next().unwrap()).collect()
}

#[tokio::test]
async fn the_first_poll_takes_the_newest_page_and_keeps_aside_what_it_cannot_read() {
    let (peer, place) = Peer::start().await;
    peer.answers.lock().unwrap().push_back(says(200, &[], &fixture("page.json")));
    let polled = poll(&Client::new(None), &settings(&place, ""), None, now()).await;
    assert!(polled.first && polled.outcome == Outcome::Ok, "{polled:?}");
    assert!(!format!("{:?}", polled.delivery).contains("entre nous"), "what is private is not kept");
    let mut delivery = polled.delivery;
    let page = fixture("page.json");
    for post in &mut delivery.posts {
        assert!(page.contains(std::str::from_utf8(&post.raw).unwrap()), "the payload is kept exactly");
        post.raw.clear();
    }
    for quarantined in &mut delivery.quarantined {
        assert!(!std::mem::take(&mut quarantined.bytes).is_empty());
    }
    insta::assert_debug_snapshot!(delivery);
}

#[tokio::test]
async fn a_long_absence_is_caught_up_page_by_page_and_nothing_is_lost() {
    let (peer, place) = Peer::start().await;
    *peer.timeline.lock().unwrap() = (100..150).collect();
    let (client, settings) = (Client::new(None), settings(&place, ""));
    let first = poll(&client, &settings, None, now()).await;
    assert_eq!(ids(&first.delivery).len(), 40);
    peer.timeline.lock().unwrap().extend(150..2000);
    let mut cursor = first.delivery.cursor;
    let mut seen: Vec<String> = Vec::new();
    loop {
        let polled = poll(&client, &settings, cursor.as_deref(), now()).await;
        assert!(!polled.first && polled.outcome == Outcome::Ok, "{:?}", polled.detail);
        assert!(polled.delivery.posts.len() <= 20 * 40, "one poll is bounded");
        seen.extend(ids(&polled.delivery).into_iter().map(String::from));
        cursor = polled.delivery.cursor;
        if !polled.more {
            break;
        }
        assert_eq!(polled.next_in, Duration::ZERO);
    }
    for id in 150..2000 {
        assert!(seen.contains(&id.to_string()), "{id} is lost");
    }
    // A post that reached the server late stands before the last one seen: the overlap brings it.
    peer.timeline.lock().unwrap().retain(|id| *id != 1990);
    let quiet = poll(&client, &settings, cursor.as_deref(), now()).await;
    assert_eq!(quiet.outcome, Outcome::NotModified);
    assert!(!quiet.delivery.engagement.is_empty(), "counts of known posts are fresh");
    peer.timeline.lock().unwrap().push(1990);
    peer.timeline.lock().unwrap().sort();
    let late = poll(&client, &settings, quiet.delivery.cursor.as_deref(), now()).await;
    assert!(ids(&late.delivery).contains(&"1990"));
}

#[tokio::test]
async fn what_a_server_no_longer_keeps_is_a_hole_that_is_told() {
    let (peer, place) = Peer::start().await;
    *peer.timeline.lock().unwrap() = (100..150).collect();
    let (client, settings) = (Client::new(None), settings(&place, ""));
    let first = poll(&client, &settings, None, now()).await;
    let later = |hours: i64| now() + jiff::SignedDuration::from_hours(hours);
    // Down for ten minutes, then for forty hours, and all is still there: no hole.
    peer.timeline.lock().unwrap().extend(150..300);
    let short =
        poll(&client, &settings, first.delivery.cursor.as_deref(), now() + jiff::SignedDuration::from_mins(10)).await;
    let long = poll(&client, &settings, first.delivery.cursor.as_deref(), later(40)).await;
    for caught_up in [&short, &long] {
        assert_eq!((caught_up.delivery.gaps.len(), ids(&caught_up.delivery).len()), (0, 189));
    }
    // Forty hours, and the server has only its newest ones.
    *peer.timeline.lock().unwrap() = (5000..5010).collect();
    let rolled = poll(&client, &settings, first.delivery.cursor.as_deref(), later(40)).await;
    assert_eq!(ids(&rolled.delivery).len(), 10);
    let [gap] = &rolled.delivery.gaps[..] else { panic!("{:?}", rolled.delivery.gaps) };
    assert_eq!((gap.from, gap.until.to_string().as_str()), (now(), "2025-04-03T00:00:00Z"));
    assert!(gap.reason.contains("127.0.0.1"), "{}", gap.reason);
    // Told once; and an empty answer after an absence is no calm either.
    let next = poll(&client, &settings, rolled.delivery.cursor.as_deref(), later(41)).await;
    assert_eq!(next.delivery.gaps, []);
    peer.timeline.lock().unwrap().clear();
    let empty = poll(&client, &settings, first.delivery.cursor.as_deref(), later(40)).await;
    assert_eq!((empty.delivery.gaps[0].from, empty.delivery.gaps[0].until), (now(), later(40)));
    let after = poll(&client, &settings, empty.delivery.cursor.as_deref(), later(80)).await;
    assert_eq!(after.delivery.gaps, [], "there is nothing left to compare with");
}

#[tokio::test]
async fn refusals_are_told_apart_and_waited_for() {
    let (peer, place) = Peer::start().await;
    let (client, settings) = (Client::new(None), settings(&place, ""));
    for (answer, outcome, seconds) in [
        (says(429, &[("retry-after", "30")], ""), Outcome::RateLimited, Some(30)),
        (says(429, &[("retry-after", "Tue, 01 Apr 2025 12:01:00 GMT")], ""), Outcome::RateLimited, Some(60)),
        (says(429, &[("x-ratelimit-reset", "2025-04-01T12:02:00.000000Z")], ""), Outcome::RateLimited, Some(120)),
        (says(429, &[("x-ratelimit-reset", "1743509100")], ""), Outcome::RateLimited, Some(300)),
        (says(429, &[("retry-after", "1.5")], ""), Outcome::RateLimited, None),
        (says(401, &[], r#"{"error":"The access token is invalid"}"#), Outcome::Auth, Some(3600)),
        (says(403, &[], ""), Outcome::Auth, Some(3600)),
        (says(422, &[], r#"{"error":"This method requires an authenticated user"}"#), Outcome::Auth, None),
        (says(404, &[], ""), Outcome::Gone, None),
        (says(410, &[], ""), Outcome::Gone, None),
        (says(503, &[("retry-after", "7")], ""), Outcome::Network, Some(7)),
        (says(200, &[], r#"{"error":"down for maintenance"}"#), Outcome::Malformed, None),
        (says(200, &[], r#"[{"id":"1","uri":"#), Outcome::Malformed, None),
        (says(200, &[], "\u{0}"), Outcome::Malformed, None),
        (says(200, &[("link", "<http://169.254.169.254/x?min_id=1>; rel=\"prev\"")], "[]"), Outcome::Blocked, None),
    ] {
        peer.answers.lock().unwrap().push_back(answer.clone());
        let polled = poll(&client, &settings, Some(r#"{"last":"5","again":"3","failures":2}"#), now()).await;
        assert_eq!(polled.outcome, outcome, "{} {:?}", answer.status, answer.headers);
        if let Some(seconds) = seconds {
            assert_eq!(polled.next_in, Duration::from_secs(seconds), "{:?}", answer.headers);
        }
        assert!(polled.detail.is_some() && polled.delivery.posts.is_empty());
        assert_eq!(
            polled.delivery.cursor.as_deref(),
            Some(r#"{"last":"5","again":"3","failures":3}"#),
            "the place is kept"
        );
    }
    let down = Client::new(None);
    let gone = poll(&down, &self::settings("127.0.0.1:1", ""), None, now()).await;
    assert_eq!(gone.outcome, Outcome::Network);
    let private = Settings::parse(r#"{"server":"http://127.0.0.1:1","timeline":"public"}"#).unwrap();
    assert_eq!(poll(&down, &private, None, now()).await.outcome, Outcome::Blocked);
}

#[tokio::test]
async fn an_empty_answer_of_a_closed_timeline_is_not_calm() {
    let (peer, place) = Peer::start().await;
    *peer.instance.lock().unwrap() = fixture("instance-closed.json");
    let client = Client::new(None);
    let closed = poll(&client, &settings(&place, ""), None, now()).await;
    assert_eq!(closed.outcome, Outcome::Auth);
    assert!(closed.detail.unwrap().contains("token"));
    let with_token = poll(&client, &settings(&place, r#","token":"t0k""#), None, now()).await;
    assert_eq!((with_token.outcome, with_token.detail), (Outcome::NotModified, None));
    assert!(peer.asked.lock().unwrap().iter().any(|(_, token)| token.as_deref() == Some("Bearer t0k")));
    let verdict = test(&client, &settings(&place, ""), now()).await;
    assert_eq!((verdict.reachable, verdict.authorised, verdict.outcome), (true, Some(false), Outcome::Auth));
}

#[test]
fn settings_are_checked_and_tokens_never_shown() {
    let shown = format!("{:?}", settings("m.example", r#","token":"s3cret","streaming":true"#));
    assert!(!shown.contains("s3cret"), "{shown}");
    for bad in [
        r#"{"server":"ftp://x","timeline":"public"}"#,
        r##"{"server":"https://x","timeline":{"tag":"#pain"}}"##,
        r#"{"server":"https://x","timeline":{"tag":"../x"}}"#,
        r#"{"server":"https://x","timeline":"private"}"#,
        r#"{"server":"https://x","timeline":"public","tokn":"t"}"#,
    ] {
        assert!(Settings::parse(bad).is_err(), "{bad}");
    }
}

struct Heard {
    receiver: mpsc::Receiver<StreamEvent>,
    cursor: Option<String>,
}

impl Heard {
    fn listen(settings: Settings, cursor: Option<String>, idle: Duration) -> Self {
        let (sender, receiver) = mpsc::channel(4);
        let options = StreamOptions { idle, wait: Duration::from_millis(20), ..StreamOptions::new(7) };
        tokio::spawn(
            async move { stream(&Client::new(None), &settings, cursor.as_deref(), now, options, sender).await },
        );
        Self { receiver, cursor: None }
    }

    async fn next(&mut self) -> StreamEvent {
        let event = tokio::time::timeout(Duration::from_secs(20), self.receiver.recv())
            .await
            .expect("an event in time")
            .unwrap();
        if let StreamEvent::Delivery { delivery, .. } = &event {
            self.cursor = delivery.cursor.clone().or(self.cursor.take());
        }
        event
    }

    /// Everything delivered until `enough` says so.
    async fn until(&mut self, enough: impl Fn(&[Post], &[Delivery]) -> bool) -> (Vec<Post>, Vec<Delivery>) {
        let (mut posts, mut live) = (Vec::new(), Vec::new());
        while !enough(&posts, &live) {
            if let StreamEvent::Delivery { delivery, arrival } = self.next().await {
                posts.extend(delivery.posts.clone());
                if arrival == Arrival::Live {
                    live.push(delivery);
                }
            }
        }
        (posts, live)
    }
}

#[tokio::test]
async fn a_stream_opens_first_then_catches_up_then_goes_live_and_comes_back_from_silence() {
    let (peer, place) = Peer::start().await;
    *peer.timeline.lock().unwrap() = (1..5).collect();
    peer.streams.lock().unwrap().push_back(fixture("stream.sse"));
    let cursor = Some(r#"{"last":"2"}"#.to_string());
    let mut heard = Heard::listen(settings(&place, ""), cursor, Duration::from_millis(400));
    let StreamEvent::Delivery { delivery, arrival } = heard.next().await else { panic!("a catch-up") };
    assert_eq!((ids(&delivery), arrival), (vec!["3", "4"], Arrival::Late));
    assert!(matches!(heard.next().await, StreamEvent::Open));
    let (posts, live) = heard.until(|_, live| live.iter().any(|d| !d.quarantined.is_empty())).await;
    assert_eq!(posts.len(), 2, "the private one is not kept");
    assert_eq!(posts[0].native_id, posts[1].native_id);
    assert_eq!(
        (posts[0].native_rev.as_deref(), posts[1].native_rev.as_deref()),
        (None, Some("2025-04-01T00:00:00.000Z"))
    );
    let deleted: Vec<_> = live.iter().flat_map(|d| &d.deleted).collect();
    assert_eq!(deleted, ["114000000000000030", "1"], "a deletion says what the server calls the post");
    assert_eq!(posts[0].local_id.as_deref(), Some("114000000000000030"));
    let asked = peer.asked();
    let (opened, caught_up) = (
        asked.iter().position(|u| u.contains("streaming/hashtag?tag=pain")),
        asked.iter().position(|u| u.contains("min_id=2")),
    );
    assert!(opened.unwrap() < caught_up.unwrap(), "{asked:?}");
    loop {
        if let StreamEvent::Lost { outcome, detail, retry_in } = heard.next().await {
            assert!(outcome == Outcome::Network && detail.contains("silent") && retry_in.is_some(), "{detail}");
            break;
        }
    }
    loop {
        if let StreamEvent::Open = heard.next().await {
            break;
        }
    }
    let asked_for = |what: &str| peer.asked().iter().filter(|u| u.contains(what)).count();
    let (opened, overlapped) = (asked_for("streaming/hashtag"), asked_for("min_id=2"));
    assert_eq!((opened, overlapped), (2, 2), "it reads again from behind what it had seen");
}

#[tokio::test]
async fn a_stream_on_another_host_does_not_get_the_token() {
    let (peer, place) = Peer::start().await;
    *peer.instance.lock().unwrap() = r#"{"configuration":{"urls":{"streaming":"wss://evil.example"}}}"#.into();
    let mut heard = Heard::listen(settings(&place, r#","token":"t""#), None, Duration::from_secs(5));
    let StreamEvent::Lost { outcome, retry_in, detail } = heard.next().await else { panic!("a refusal") };
    assert_eq!((outcome, retry_in), (Outcome::Blocked, None));
    assert!(detail.contains("evil.example"));
    assert!(heard.receiver.recv().await.is_none(), "it waits for a person");
}

#[tokio::test]
async fn a_server_without_a_working_stream_is_left_to_visits() {
    // Nothing listens there.
    let mut heard = Heard::listen(settings("127.0.0.1:1", ""), None, Duration::from_secs(5));
    let mut retries = Vec::new();
    while let Some(event) = heard.receiver.recv().await {
        let StreamEvent::Lost { outcome: Outcome::Network, retry_in, .. } = event else { panic!("{event:?}") };
        retries.push(retry_in.is_some());
    }
    assert_eq!(retries, [true, true, true, true, false]);
}

#[tokio::test]
async fn a_receiver_that_goes_away_ends_the_listening() {
    let (peer, place) = Peer::start().await;
    peer.streams.lock().unwrap().push_back(fixture("stream.sse"));
    let (sender, receiver) = mpsc::channel(1);
    drop(receiver);
    let settings = settings(&place, "");
    let client = Client::new(None);
    let ended = stream(&client, &settings, None, now, StreamOptions::new(1), sender);
    assert_eq!(tokio::time::timeout(Duration::from_secs(10), ended).await.unwrap(), Outcome::Ok);
}

/// The mock's host and port; `None` where services are left out.
fn mock() -> Option<String> {
    if let Ok(url) = std::env::var("VIGIE_TEST_MASTODON") {
        return Some(url.trim_start_matches("http://").trim_end_matches('/').to_string());
    }
    assert!(
        std::env::var_os("VIGIE_TEST_FAST").is_some(),
        "VIGIE_TEST_MASTODON is not set: give the address of a running mastodon-mock (cargo xtask test does), \
         or set VIGIE_TEST_FAST=1 to leave this test out"
    );
    println!("left out: VIGIE_TEST_FAST is set, mastodon-mock is not asked");
    None
}

async fn tell(place: &str, path: &str, body: String) -> serde_json::Value {
    let allow = vigie_connect::http::Allow::parse(&[place]).unwrap();
    let request = Request::post(&format!("http://{place}{path}"), "application/json", body.into_bytes()).unwrap();
    let response = Client::new(None).fetch(&request.bearer("mock_token").unwrap().allow(&allow)).await.unwrap();
    assert!(response.status < 300, "{path}: {} {}", response.status, String::from_utf8_lossy(&response.body));
    serde_json::from_slice(&response.body).unwrap_or_default()
}

async fn post(place: &str, text: &str) -> String {
    let status = tell(place, "/api/v1/statuses", serde_json::json!({ "status": text }).to_string()).await;
    status["uri"].as_str().unwrap().to_string()
}

#[tokio::test]
async fn mastodon_mock_is_polled_and_its_faults_survived() {
    let Some(place) = mock() else { return };
    let client = Client::new(None);
    let settings = Settings::parse(&format!(
        r#"{{"server":"http://{place}","timeline":{{"tag":"gist"}},"allow":["{place}"],"token":"mock_token"}}"#
    ))
    .unwrap();
    let one = post(&place, "premier #gist").await;
    let first = poll(&client, &settings, None, now()).await;
    assert_eq!(first.outcome, Outcome::Ok, "{:?}", first.detail);
    assert!(first.delivery.posts.iter().any(|p| p.native_id == one && p.text == "premier #gist"));
    let path = r#""match":{"path":"/api/v1/timelines/tag/gist"},"count":1"#;
    tell(&place, "/api/v1/_mock/faults", format!(r#"{{{path},"effect":{{"type":"ratelimit"}}}}"#)).await;
    let limited = poll(&client, &settings, first.delivery.cursor.as_deref(), now()).await;
    assert_eq!(limited.outcome, Outcome::RateLimited);
    tell(&place, "/api/v1/_mock/faults", format!(r#"{{{path},"effect":{{"type":"malformed"}}}}"#)).await;
    let two = post(&place, "deuxième #gist").await;
    let malformed = poll(&client, &settings, limited.delivery.cursor.as_deref(), now()).await;
    assert_eq!(malformed.outcome, Outcome::Malformed);
    let mut all = vec![two];
    for n in 0..90 {
        all.push(post(&place, &format!("encore {n} #gist")).await);
    }
    let caught_up = poll(&client, &settings, malformed.delivery.cursor.as_deref(), now()).await;
    assert_eq!(caught_up.outcome, Outcome::Ok);
    let brought: Vec<_> = caught_up.delivery.posts.iter().map(|p| p.native_id.clone()).collect();
    assert!(brought.ends_with(&all), "oldest first, nothing lost");
    let verdict = test(&client, &settings, now()).await;
    assert!(verdict.reachable && verdict.items > 0, "{verdict:?}");
}

#[tokio::test]
async fn mastodon_mock_is_heard_by_both_carriers() {
    let Some(place) = mock() else { return };
    for transport in ["sse", "websocket"] {
        let tag = format!("four{transport}");
        let json = format!(
            r#"{{"server":"http://{place}","timeline":{{"tag":"{tag}"}},"allow":["{place}"],"token":"mock_token","streaming":true,"transport":"{transport}"}}"#
        );
        let settings = Settings::parse(&json).unwrap();
        let missed = post(&place, &format!("avant #{tag}")).await;
        let mut heard = Heard::listen(settings.clone(), None, Duration::from_secs(60));
        let StreamEvent::Delivery { delivery, arrival } = heard.next().await else {
            panic!("{transport}: history first")
        };
        assert_eq!(
            (delivery.posts[delivery.posts.len() - 1].native_id.as_str(), arrival),
            (missed.as_str(), Arrival::History)
        );
        assert!(matches!(heard.next().await, StreamEvent::Open));
        let live = post(&place, &format!("en direct #{tag}")).await;
        let (posts, deliveries) = heard.until(|posts, _| !posts.is_empty()).await;
        assert_eq!((posts[0].native_id.as_str(), deliveries.len()), (live.as_str(), 1), "{transport}");
        // Gone while two are posted; then back from the saved cursor.
        let cursor = heard.cursor.clone();
        drop(heard);
        let absent = [post(&place, &format!("un #{tag}")).await, post(&place, &format!("deux #{tag}")).await];
        let mut heard = Heard::listen(settings, cursor, Duration::from_secs(60));
        let (posts, _) = heard.until(|posts, _| posts.len() >= 2).await;
        let found: Vec<_> = posts.iter().map(|p| p.native_id.clone()).collect();
        assert!(found.ends_with(&absent), "{transport}: {found:?}");
    }
}
