//! Mastodon on bad days: damaged statuses, refused streams, spent limits, and a store that stands still.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stops at the first surprise, and looks at another task's work by wall time"
)]

use domain::source::Outcome;
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use vigie_connect::http::Client;
use vigie_connect::inbound::mastodon::{Poll, Settings, StreamEvent, StreamOptions, poll, stream};

/// Statuses of 64 KiB that the peer says as fast as it is heard.
const SAID: usize = 800;

async fn head_of(asked: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(asked.read_u8().await.unwrap());
    }
    String::from_utf8(head).unwrap()
}

async fn answer(mut asked: TcpStream, written: Arc<AtomicUsize>) {
    let head = head_of(&mut asked).await;
    if !head.contains("/api/v1/streaming/public") {
        let (status, body) = if head.contains("/timelines/") { ("200 OK", "[]") } else { ("404 Not Found", "") };
        let text = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len());
        return asked.write_all(text.as_bytes()).await.unwrap();
    }
    asked.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n").await.unwrap();
    let long = "x".repeat(64 << 10);
    for id in 1..=SAID {
        let status = format!(
            r#"{{"id":"{id:05}","uri":"https://m.example/{id}","visibility":"public","content":"{long}","account":{{"acct":"lea"}}}}"#
        );
        asked.write_all(format!("event: update\ndata: {status}\n\n").as_bytes()).await.unwrap();
        written.fetch_add(status.len(), Ordering::SeqCst);
    }
    std::future::pending().await
}

#[tokio::test]
async fn while_nobody_takes_what_came_the_stream_is_left_unread() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = listener.local_addr().unwrap();
    let written = Arc::new(AtomicUsize::new(0));
    let peer = Arc::clone(&written);
    tokio::spawn(async move {
        while let Ok((asked, _)) = listener.accept().await {
            tokio::spawn(answer(asked, Arc::clone(&peer)));
        }
    });
    let settings = settings(&place.to_string());
    let (sender, mut receiver) = tokio::sync::mpsc::channel(4);
    tokio::spawn(async move { stream(&Client::new(None), &settings, None, now, StreamOptions::new(1), sender).await });
    // The peer has stopped when it says no more for a while.
    let (mut before, mut still) = (0, 0);
    while still < 20 {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let now = written.load(Ordering::SeqCst);
        still = if now == before && now > 0 { still + 1 } else { 0 };
        before = now;
    }
    assert!(before < SAID * (64 << 10) / 2, "{} MiB were taken while nobody asked for them", before >> 20);
    let mut heard = Vec::new();
    while heard.len() < SAID {
        if let StreamEvent::Delivery { delivery, .. } = receiver.recv().await.unwrap() {
            assert!(delivery.posts.iter().map(|post| post.raw.len()).sum::<usize>() < 2 << 20);
            heard.extend(delivery.posts.into_iter().map(|post| post.local_id.unwrap().parse::<usize>().unwrap()));
        }
    }
    assert!(heard.iter().copied().eq(1..=SAID), "all of it, in order, once");
}

fn now() -> Timestamp {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

fn settings(place: &str) -> Settings {
    let json = format!(
        r#"{{"server":"http://{place}","timeline":"public","allow":["{place}"],"streaming":true,"transport":"sse"}}"#
    );
    Settings::parse(&json).unwrap()
}

/// A server that gives one answer to whatever it is asked; where it is.
async fn always(status: &'static str, headers: &'static str, body: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        while let Ok((mut asked, _)) = listener.accept().await {
            head_of(&mut asked).await;
            let head =
                format!("HTTP/1.1 {status}\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n", body.len());
            asked.write_all(head.as_bytes()).await.unwrap();
            asked.write_all(&body).await.unwrap();
        }
    });
    place
}

async fn polled_at(place: &str) -> Poll {
    poll(&Client::new(None), &settings(place), None, now()).await
}

#[tokio::test]
async fn a_damaged_status_costs_itself_only_and_every_script_is_kept() {
    let good = |id: u32, text: &str| {
        format!(
            r#"{{"id":"{id}","uri":"https://m.example/{id}","visibility":"public","content":"{text}","account":{{"acct":"lea"}}}}"#
        )
    };
    let texts = [
        "Ça déraille, œuf compris",
        "It giet net sa’t it moat, ûnwis",
        "اللغة العربية",
        "日本の悪い夢",
        "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "שלום \u{200f}(כן)",
    ];
    let mut items: Vec<Vec<u8>> =
        texts.iter().enumerate().map(|(n, text)| good(10 + n as u32, text).into_bytes()).collect();
    let damaged: [&[u8]; 9] = [
        br#"{"id":"30","uri":"https://m.example/30","visibility":"public","content":7,"account":{"acct":"lea"}}"#,
        br#"{"id":"31","uri":"https://m.example/31","visibility":"public","content":"x","account":null}"#,
        br#"{"id":1.5,"uri":"https://m.example/32","visibility":"public","content":"x","account":{"acct":"lea"}}"#,
        br#"{"id":"33","uri":"https://m.example/33","visibility":"public","content":"a\u0000b","account":{"acct":"lea"}}"#,
        br#"{"id":"34","uri":"https://m.example/34","visibility":"public","content":"\ud800","account":{"acct":"lea"}}"#,
        br#"{"id":"35","uri":"35","visibility":"public","content":"a name that could be anybody's","account":{"acct":"lea"}}"#,
        br#"{"id":"36","uri":"https://m.example/36","content":"nobody says who may read it","account":{"acct":"lea"}}"#,
        b"[[[[]]]]",
        b"18446744073709551617",
    ];
    items.extend(damaged.iter().map(|item| item.to_vec()));
    let long = "x".repeat(1 << 20);
    items.push(good(37, &long).into_bytes());
    // An id that no index would hold, and an address that is none.
    items.push(good(38, "x").replace(r#""38""#, &format!(r#""{}""#, "9".repeat(3000))).into_bytes());
    items.push(good(39, "x").replace("/39", &format!("/{}", "x".repeat(3000))).into_bytes());
    // Not damaged: unknown fields, a key given twice, an id as a number, a byte that is no text.
    let odd = r#"{"id":50,"uri":"https://m.example/50","uri":"https://m.example/50","visibility":"public","content":"a@b","account":{"acct":"lea"},"new":{"deep":[1]}}"#;
    items.push(odd.bytes().map(|byte| if byte == b'@' { 0xff } else { byte }).collect());
    let page = [b"[".to_vec(), items.join(&b","[..]), b"]".to_vec()].concat();
    let place = always("200 OK", "content-type: application/json\r\n", page).await;
    let polled = polled_at(&place).await;
    assert_eq!(polled.outcome, Outcome::Ok, "{:?}", polled.detail);
    let told: Vec<_> = polled.delivery.quarantined.iter().map(|q| (q.place.as_str(), q.reason.as_str())).collect();
    assert_eq!(told.len(), damaged.len() + 3, "{told:#?}");
    assert!(polled.delivery.cursor.unwrap().len() < 200);
    assert!(told.iter().all(|(place, reason)| place.starts_with("item ") && !reason.is_empty()), "{told:#?}");
    let kept: Vec<_> = polled.delivery.posts.iter().map(|post| post.text.as_str()).collect();
    assert_eq!(kept, [&texts[..], &["a\u{fffd}b"]].concat());
}

#[tokio::test]
async fn a_spent_limit_is_waited_for() {
    let headers = "x-ratelimit-limit: 300\r\nx-ratelimit-remaining: 0\r\nx-ratelimit-reset: 2026-01-01T00:04:00.5Z\r\n";
    let place = always("200 OK", headers, b"[]".to_vec()).await;
    let polled = polled_at(&place).await;
    assert_eq!((polled.outcome, polled.next_in), (Outcome::NotModified, Duration::from_millis(240_500)));
    assert_eq!(polled.limits.as_deref(), Some("0 of 300 requests left, all of them again in 240 s"));
    // Within reason.
    for reset in ["9999-01-01T00:00:00Z", "999999999", "250000000000"] {
        let headers = format!("x-ratelimit-limit: 300\r\nx-ratelimit-remaining: 0\r\nx-ratelimit-reset: {reset}\r\n");
        let place = always("200 OK", headers.leak(), b"[]".to_vec()).await;
        assert_eq!(polled_at(&place).await.next_in, Duration::from_secs(3600), "{reset}");
    }
}

#[tokio::test]
async fn a_refused_stream_says_how_and_when_it_is_tried_again() {
    let (wait, hour) = (Some(Duration::from_secs(90)), Some(Duration::from_secs(3600)));
    for (status, headers, body, outcome, retry_in) in [
        ("401 Unauthorized", "", "", Outcome::Auth, None),
        ("403 Forbidden", "", "", Outcome::Auth, None),
        ("404 Not Found", "", "", Outcome::Gone, None),
        ("410 Gone", "", "", Outcome::Gone, None),
        ("429 Too Many Requests", "retry-after: 90\r\n", "", Outcome::RateLimited, wait),
        ("429 Too Many Requests", "retry-after: Thu, 01 Jan 2026 00:01:30 GMT\r\n", "", Outcome::RateLimited, wait),
        ("503 Service Unavailable", "retry-after: 90\r\n", "", Outcome::Network, wait),
        ("429 Too Many Requests", "retry-after: 999999999\r\n", "", Outcome::RateLimited, hour),
        ("503 Service Unavailable", "retry-after: Fri, 01 Jan 9999 00:00:00 GMT\r\n", "", Outcome::Network, hour),
        ("302 Found", "location: http://169.254.169.254/x\r\n", "", Outcome::Blocked, None),
        (
            "200 OK",
            "content-type: application/json\r\n",
            "{\"error\":\"down\"}",
            Outcome::Malformed,
            Some(Duration::ZERO),
        ),
    ] {
        let place = always(status, headers, body.as_bytes().to_vec()).await;
        let (sender, mut receiver) = tokio::sync::mpsc::channel(1);
        let listening = tokio::spawn(async move {
            stream(&Client::new(None), &settings(&place), None, now, StreamOptions::new(1), sender).await
        });
        let Some(StreamEvent::Lost { outcome: ended, retry_in: again, detail }) = receiver.recv().await else {
            panic!("{status}: it opened")
        };
        // Where the server says nothing, the wait is our own.
        let again = if outcome == Outcome::Malformed { again.map(|_| Duration::ZERO) } else { again };
        assert_eq!((ended, again), (outcome, retry_in), "{status}: {detail}");
        assert!(detail.contains("127.0.0.1") || detail.contains("169.254"), "{detail}");
        drop(receiver);
        listening.await.unwrap();
    }
}

/// A timeline that is asked page by page, as real servers are: what it shows (id, bytes), and how it was asked.
#[derive(Default)]
struct Timeline {
    shown: Mutex<Vec<(u64, usize)>>,
    asked: Mutex<Vec<String>>,
}

impl Timeline {
    async fn start() -> (Arc<Self>, String) {
        let timeline = Arc::new(Self::default());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = listener.local_addr().unwrap().to_string();
        let app = axum::Router::new().fallback(page).with_state(Arc::clone(&timeline));
        tokio::spawn(async move { axum::serve(listener, app).await });
        (timeline, place)
    }

    fn show(&self, ids: std::ops::Range<u64>, bytes: usize) {
        self.shown.lock().unwrap().extend(ids.map(|id| (id, bytes)));
    }

    /// How often it was asked since the last time.
    fn asked(&self) -> usize {
        std::mem::take(&mut *self.asked.lock().unwrap()).len()
    }
}

async fn page(
    axum::extract::State(timeline): axum::extract::State<Arc<Timeline>>,
    asked: axum::extract::Request,
) -> String {
    let uri = asked.uri().to_string();
    timeline.asked.lock().unwrap().push(uri.clone());
    let told = |name: &str| uri.split(['?', '&']).find_map(|part| part.strip_prefix(name)?.parse::<usize>().ok());
    let (limit, shown) = (told("limit=").unwrap_or(20), timeline.shown.lock().unwrap());
    let page: Vec<String> = match told("min_id=") {
        Some(from) => shown.iter().filter(|(id, _)| *id > from as u64).take(limit).map(status).collect(),
        None => shown.iter().rev().take(limit).rev().map(status).collect(),
    };
    format!("[{}]", page.into_iter().rev().collect::<Vec<_>>().join(","))
}

fn status((id, bytes): &(u64, usize)) -> String {
    let head = format!(
        r#"{{"id":"{id}","uri":"https://m.example/{id}","visibility":"public","content":"n","account":{{"acct":"lea"}},"more":""#
    );
    format!("{head}{}\"}}", "x".repeat(bytes.saturating_sub(head.len() + 2)))
}

/// The numbers of the posts that a poll brought.
fn brought(polled: &Poll) -> BTreeSet<u64> {
    polled.delivery.posts.iter().map(|post| post.local_id.as_ref().unwrap().parse().unwrap()).collect()
}

#[tokio::test]
async fn a_steady_timeline_is_followed_for_good_with_few_requests() {
    let (timeline, place) = Timeline::start().await;
    timeline.show(1000..1050, 0);
    let (client, settings) = (Client::new(None), settings(&place));
    let mut cursor = poll(&client, &settings, None, now()).await.delivery.cursor;
    timeline.asked();
    for begin in (1050..2050).step_by(10) {
        timeline.show(begin..begin + 10, 0);
        let polled = poll(&client, &settings, cursor.as_deref(), now()).await;
        let asked = timeline.asked();
        assert!(asked <= 3 && !polled.more, "{asked} requests at {begin}");
        let brought = brought(&polled);
        assert!((begin..begin + 10).all(|id| brought.contains(&id)), "{begin} is not heard");
        assert!(brought.len() >= 40, "known posts are read again, {begin}: {}", brought.len());
        cursor = polled.delivery.cursor;
    }
}

/// Polls until nothing more waits; all that was brought, the holes told, and where it stands.
async fn caught_up(place: &str, mut cursor: Option<String>) -> (BTreeSet<u64>, usize, Option<String>) {
    let (mut all, mut gaps) = (BTreeSet::new(), 0);
    for _ in 0..40 {
        let polled = poll(&Client::new(None), &settings(place), cursor.as_deref(), now()).await;
        assert!(polled.outcome.is_heard(), "{:?}", polled.detail);
        assert!(!polled.more || polled.delivery.cursor != cursor, "more is promised, and it stands still");
        all.extend(brought(&polled));
        gaps += polled.delivery.gaps.len();
        cursor = polled.delivery.cursor;
        if !polled.more {
            return (all, gaps, cursor);
        }
    }
    panic!("it never ends");
}

#[tokio::test]
async fn large_statuses_are_read_in_smaller_pages_and_what_is_read_again_stops_nothing() {
    let (timeline, place) = Timeline::start().await;
    // Forty of them are more than a page may weigh, and more than a poll takes.
    timeline.show(1000..1040, 900 << 10);
    let cursor = Some(r#"{"last":"1039","again":"1000"}"#.to_owned());
    timeline.show(1040..1045, 900 << 10);
    let (brought, gaps, _) = caught_up(&place, cursor).await;
    assert!((1001..1045).eq(brought) && gaps == 0);
}

#[tokio::test]
async fn statuses_that_cannot_be_read_do_not_hide_what_follows() {
    let (timeline, place) = Timeline::start().await;
    timeline.show(1000..1010, 0);
    let (_, _, cursor) = caught_up(&place, None).await;
    timeline.show(1010..1060, (1 << 20) + 1);
    timeline.show(1060..1070, 0);
    let (brought, gaps, _) = caught_up(&place, cursor).await;
    assert!((1060..1070).all(|id| brought.contains(&id)) && gaps == 0, "{brought:?}");
}

#[tokio::test]
async fn a_status_larger_than_any_page_is_passed_over_and_told() {
    let (timeline, place) = Timeline::start().await;
    timeline.show(1000..1010, 0);
    let (_, _, cursor) = caught_up(&place, None).await;
    timeline.show(1010..1011, 6 << 20);
    timeline.show(1011..1031, 0);
    let (brought, gaps, cursor) = caught_up(&place, cursor).await;
    assert!(brought.contains(&1030) && gaps == 1, "{gaps} {brought:?}");
    timeline.show(1031..1041, 0);
    timeline.asked();
    let (brought, gaps, _) = caught_up(&place, cursor).await;
    assert!((1031..1041).all(|id| brought.contains(&id)) && gaps == 0, "told once: {gaps} {brought:?}");
    assert!(timeline.asked() <= 3);
}
