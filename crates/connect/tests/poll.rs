//! Visits to a feed's server that behaves as real ones do: well, badly, and with malice.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use domain::source::Outcome;
use jiff::{SignedDuration, Timestamp};
use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use vigie_connect::http::{Client, Limits};
use vigie_connect::inbound::feed::{Poll, Settings, poll, test};

/// Item numbers in the feed at `/live`, and what it was asked.
#[derive(Clone, Default)]
struct Peer {
    items: Arc<Mutex<Vec<u32>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

fn feed(items: &[u32]) -> String {
    let items: String = items
        .iter()
        .map(|i| {
            format!("<item><guid>urn:item:{i}</guid><title>Item {i}</title><link>http://x.example/{i}</link></item>")
        })
        .collect();
    format!("<rss version='2.0'><channel><title>Live</title>{items}</channel></rss>")
}

fn answer(status: u16, headers: &[(&str, &str)], body: impl Into<Body>) -> Response {
    let mut response = Response::builder().status(StatusCode::from_u16(status).unwrap());
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(body.into()).unwrap()
}

async fn serve(State(peer): State<Peer>, Path(path): Path<String>, headers: HeaderMap) -> Response {
    let sent = |name: &str| headers.get(name).map(|v| v.to_str().unwrap_or("?").to_owned()).unwrap_or_default();
    peer.asked.lock().unwrap().push(format!("{path} etag={} auth={}", sent("if-none-match"), sent("authorization")));
    match path.as_str() {
        "live" => {
            let items = peer.items.lock().unwrap().clone();
            let etag = format!("\"{items:?}\"");
            match sent("if-none-match") == etag {
                true => answer(304, &[("etag", &etag), ("cache-control", "max-age=600")], ""),
                false => answer(200, &[("etag", &etag), ("content-type", "text/html")], feed(&items)),
            }
        }
        "uncached" => answer(200, &[("etag", "\"x\""), ("expires", "0")], feed(&[1])),
        "ttl" => answer(200, &[], "<rss><channel><ttl>20</ttl><item><title>t</title></item></channel></rss>"),
        "bomb" => {
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            packer.write_all(&vec![b' '; 8 << 20]).unwrap();
            answer(200, &[("content-encoding", "gzip")], packer.finish().unwrap())
        }
        "big" => answer(200, &[], "x".repeat(6 << 20)),
        "slow" => {
            let drops = futures_util::stream::unfold(0, |n| async move {
                tokio::task::yield_now().await;
                if n > 3 {
                    std::future::pending::<()>().await
                }
                Some((Ok::<_, std::io::Error>("<rss>"), n + 1))
            });
            answer(200, &[], Body::from_stream(drops))
        }
        "circle" => answer(302, &[("location", "/circle")], ""),
        "moved" => answer(301, &[("location", "/live")], ""),
        "inside" => answer(302, &[("location", "http://169.254.169.254/latest/meta-data/")], ""),
        "page" => answer(
            200,
            &[],
            "<html><head><link rel='alternate' type='application/atom+xml' href='/live'/></head></html>",
        ),
        "limit-seconds" => answer(429, &[("retry-after", "120")], ""),
        "limit-date" => answer(429, &[("retry-after", "Sat, 21 Nov 2026 22:30:00 GMT")], ""),
        "limit-iso" => answer(429, &[("retry-after", "2026-11-21T22:25:00.5Z")], ""),
        "limit-float" => answer(429, &[("retry-after", "90.5")], ""),
        "limit-unsaid" => answer(429, &[], ""),
        "limit-year" => answer(503, &[("retry-after", "31536000")], ""),
        code => answer(code.parse().unwrap_or(404), &[], "no"),
    }
}

struct Scene {
    peer: Peer,
    port: u16,
    client: Client,
}

impl Scene {
    async fn start() -> Self {
        let peer = Peer::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let routes = axum::Router::new().route("/{path}", get(serve)).with_state(peer.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Self { peer, port, client: Client::new(None) }
    }

    fn settings(&self, path: &str) -> Settings {
        let port = self.port;
        Settings::parse(&format!(r#"{{"url":"http://127.0.0.1:{port}/{path}","allow":["127.0.0.1:{port}"]}}"#)).unwrap()
    }

    async fn visit(&self, path: &str, cursor: Option<&str>, now: Timestamp) -> Poll {
        poll(&self.client, &self.settings(path), cursor, now).await
    }

    fn offer(&self, items: &[u32]) {
        *self.peer.items.lock().unwrap() = items.to_vec();
    }
}

fn start() -> Timestamp {
    "2026-11-21T22:20:00Z".parse().unwrap()
}

fn after(minutes: i64) -> Timestamp {
    start() + SignedDuration::from_mins(minutes)
}

fn ids(poll: &Poll) -> Vec<&str> {
    poll.delivery.posts.iter().map(|p| p.native_id.as_str()).collect()
}

#[tokio::test]
async fn news_comes_once_and_holes_are_told() {
    let scene = Scene::start().await;
    scene.offer(&[1, 2]);
    let first = scene.visit("live", None, start()).await;
    assert_eq!((first.outcome, first.first, first.items), (Outcome::Ok, true, 2));
    assert_eq!(ids(&first), ["urn:item:1", "urn:item:2"]);
    let cursor = first.delivery.cursor.clone();

    let quiet = scene.visit("live", cursor.as_deref(), after(5)).await;
    assert_eq!((quiet.outcome, quiet.next_in, quiet.first), (Outcome::NotModified, Duration::from_secs(600), false));
    assert!(scene.peer.asked.lock().unwrap()[1].contains("etag=\"[1, 2]\""));

    scene.offer(&[2, 3]);
    let news = scene.visit("live", quiet.delivery.cursor.as_deref(), after(10)).await;
    assert_eq!((ids(&news), news.delivery.gaps.len()), (vec!["urn:item:3"], 0));

    // The save failed: the same cursor again gives the same news again.
    let again = scene.visit("live", quiet.delivery.cursor.as_deref(), after(10)).await;
    assert_eq!(again, news);

    scene.offer(&[8, 9]);
    let gap = scene.visit("live", news.delivery.cursor.as_deref(), after(20)).await;
    assert_eq!(ids(&gap), ["urn:item:8", "urn:item:9"]);
    assert_eq!((gap.delivery.gaps[0].from, gap.delivery.gaps[0].until), (after(10), after(20)));
    assert_eq!(gap.next_in, Duration::from_secs(60));
}

#[tokio::test]
async fn an_absence_is_a_hole_only_where_the_window_has_slid_past() {
    let scene = Scene::start().await;
    scene.offer(&[1, 2]);
    let first = scene.visit("live", None, start()).await;
    // Down for forty hours, asked now and then in vain.
    let down = scene.visit("500", first.delivery.cursor.as_deref(), after(60)).await;
    assert_eq!(down.outcome, Outcome::Network);
    for minutes in [1, 10, 40 * 60] {
        scene.offer(&[2, 3, 4, 5]);
        let back = scene.visit("live", first.delivery.cursor.as_deref(), after(minutes)).await;
        assert_eq!((ids(&back).len(), back.delivery.gaps.len(), back.first), (3, 0, false), "{minutes} minutes");
        scene.offer(&[7, 8]);
        let rolled = scene.visit("live", first.delivery.cursor.as_deref(), after(minutes)).await;
        let gap = &rolled.delivery.gaps[0];
        assert_eq!((gap.from, gap.until), (start(), after(minutes)), "{minutes} minutes");
    }
}

#[tokio::test]
async fn the_servers_wishes_are_kept() {
    let scene = Scene::start().await;
    let one = scene.visit("uncached", None, start()).await;
    let _ = scene.visit("uncached", one.delivery.cursor.as_deref(), after(1)).await;
    let asked = scene.peer.asked.lock().unwrap().clone();
    assert_eq!(asked, ["uncached etag= auth=", "uncached etag= auth="], "an etag beside Expires: 0 is not believed");
    assert_eq!(scene.visit("ttl", None, start()).await.next_in, Duration::from_secs(1200));

    let table = [
        ("limit-seconds", Outcome::RateLimited, 120.0),
        ("limit-date", Outcome::RateLimited, 600.0),
        ("limit-iso", Outcome::RateLimited, 300.5),
        ("limit-float", Outcome::RateLimited, 90.5),
        ("limit-unsaid", Outcome::RateLimited, 300.0),
        ("limit-year", Outcome::Network, 86_400.0),
    ];
    for (path, outcome, wait) in table {
        let poll = scene.visit(path, None, start()).await;
        assert_eq!((poll.outcome, poll.next_in.as_secs_f64()), (outcome, wait), "{path}");
    }
}

#[tokio::test]
async fn every_failure_has_its_outcome_and_loses_no_cursor() {
    let scene = Scene::start().await;
    let hasty = Client::new(None).with_limits(Limits { total: Duration::from_millis(300), ..Limits::default() });
    let slow = poll(&hasty, &scene.settings("slow"), None, start()).await;
    assert_eq!(slow.outcome, Outcome::Network);
    assert!(slow.detail.unwrap().contains("in time"));
    scene.offer(&[1]);
    let table = [
        ("401", Outcome::Auth, "password"),
        ("403", Outcome::Auth, "password"),
        ("500", Outcome::Network, "500"),
        ("bomb", Outcome::TooBig, "100 to 1"),
        ("big", Outcome::TooBig, "on the wire"),
        ("circle", Outcome::Malformed, "redirects"),
        ("inside", Outcome::Blocked, "169.254.169.254"),
        ("page", Outcome::Malformed, "it names a feed at http://127.0.0.1"),
        ("204", Outcome::Malformed, "empty"),
        ("418", Outcome::Malformed, "418"),
    ];
    for (path, outcome, says) in table {
        let failed = scene.visit(path, None, start()).await;
        let detail = failed.detail.clone().unwrap_or_default();
        assert_eq!(failed.outcome, outcome, "{path}: {detail}");
        assert!(detail.contains(says), "{path}: {detail}");
        assert!(failed.delivery.posts.is_empty() && !failed.first && failed.next_in >= Duration::from_secs(60));
        let stops = matches!(outcome, Outcome::Auth | Outcome::Blocked);
        assert_eq!(failed.next_in >= Duration::from_secs(86_400), stops, "{path}");
        let next = scene.visit(path, failed.delivery.cursor.as_deref(), after(1)).await;
        assert!(next.next_in >= failed.next_in, "{path}: the wait does not shrink");
    }
    // A failure between two good visits changes nothing of what is known.
    let good = scene.visit("live", None, start()).await;
    scene.offer(&[1, 2]);
    let port = scene.port;
    let down = Settings::parse(&format!(r#"{{"url":"http://127.0.0.1:{port}/live"}}"#)).unwrap();
    let blocked = poll(&scene.client, &down, good.delivery.cursor.as_deref(), after(1)).await;
    assert_eq!(blocked.outcome, Outcome::Blocked, "without the allow-list the house is closed");
    let back = scene.visit("live", blocked.delivery.cursor.as_deref(), after(2)).await;
    assert_eq!((ids(&back), back.first, back.delivery.gaps.len()), (vec!["urn:item:2"], false, 0));
}

#[tokio::test]
async fn repeated_answers_are_believed() {
    let scene = Scene::start().await;
    scene.offer(&[1, 2]);
    let mut cursor: Option<String> = None;
    let mut outcomes = Vec::new();
    for minute in 0..11 {
        let poll = scene.visit("404", cursor.as_deref(), after(minute)).await;
        cursor = poll.delivery.cursor;
        outcomes.push(poll.outcome);
    }
    assert_eq!(outcomes.iter().position(|o| *o == Outcome::Gone), Some(9), "{outcomes:?}");

    let mut cursor = None;
    let mut moved = Vec::new();
    for minute in 0..3 {
        let poll = scene.visit("moved", cursor.as_deref(), after(minute)).await;
        cursor = poll.delivery.cursor;
        moved.push(poll.moved_to);
    }
    let to = format!("http://127.0.0.1:{}/live", scene.port);
    assert_eq!(moved, [None, None, Some(to)]);
    scene.offer(&[2, 3]);
    let followed = scene.visit("live", cursor.as_deref(), after(9)).await;
    assert_eq!(
        (ids(&followed), followed.first),
        (vec!["urn:item:3"], false),
        "the settings followed, nothing is history again"
    );
}

#[tokio::test]
async fn a_trial_speaks_plainly() {
    let scene = Scene::start().await;
    scene.offer(&[7]);
    let good = test(&scene.client, &scene.settings("live"), start()).await;
    assert_eq!((good.reachable, good.authorised, good.items), (true, Some(true), 1));
    assert_eq!((good.sample.as_deref(), good.detail.as_str()), (Some("Item 7"), "it is a feed and offers 1 items"));
    let closed = test(&scene.client, &scene.settings("401"), start()).await;
    assert_eq!((closed.reachable, closed.authorised), (true, Some(false)));
    let limited = test(&scene.client, &scene.settings("limit-seconds"), start()).await;
    assert_eq!(limited.not_before, Some(after(2)));
    let port = scene.port;
    let basic = format!(
        r#"{{"url":"http://127.0.0.1:{port}/live","allow":["127.0.0.1"],"basic":{{"name":"a","password":"b"}}}}"#
    );
    let _ = test(&scene.client, &Settings::parse(&basic).unwrap(), start()).await;
    assert!(scene.peer.asked.lock().unwrap().last().unwrap().ends_with("auth=Basic YTpi"));
    let nobody = Settings::parse(r#"{"url":"http://127.0.0.1:9/","allow":["127.0.0.1"]}"#).unwrap();
    let nobody = test(&scene.client, &nobody, start()).await;
    assert_eq!((nobody.reachable, nobody.authorised, nobody.outcome), (false, None, Outcome::Network));
}
