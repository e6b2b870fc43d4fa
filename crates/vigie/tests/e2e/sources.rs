//! Other people's servers, watched by `vigie serve`: killed and restarted, nothing is lost and nothing comes twice.

use crate::house::{House, Served};
use crate::{http, service, wait_for};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

/// Ids of everything stored, each as often as it is there.
pub fn stored(house: &House) -> Vec<String> {
    let all = house.done(&["export"]);
    let mut ids: Vec<String> = all
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["native_id"].as_str().unwrap().to_owned())
        .collect();
    ids.sort();
    ids
}

/// Waits until the store holds exactly what the peer says it gave, each once.
pub fn wait_until_stored(house: &House, given: &BTreeSet<String>) {
    let given: Vec<String> = given.iter().cloned().collect();
    wait_for(&format!("{} posts", given.len()), || (stored(house).len() >= given.len()).then_some(()));
    assert_eq!(stored(house), given);
}

/// Waits until the only source's last try ended so.
pub fn wait_for_outcome(served: &Served, token: &str, outcome: &str) -> Value {
    wait_for(outcome, || {
        let source = served.api(token, "/organisations/1/sources")["items"][0].clone();
        (source["health"]["outcome"] == outcome).then_some(source)
    })
}

/// The mock's address and what it was given.
pub struct Mock {
    url: String,
    tag: String,
    pub given: BTreeSet<String>,
}

impl Mock {
    /// The mock lives longer than a run: each has tags of its own.
    pub fn new(url: String, tag: &str) -> Self {
        Self { url, tag: format!("vigie{tag}{}", std::process::id()), given: BTreeSet::new() }
    }

    fn tell(&self, path: &str, body: &Value) -> Value {
        let headers = [("Authorization", "Bearer mock_token"), ("Content-Type", "application/json")];
        let answer = http::ask("POST", &format!("{}{path}", self.url), &headers, &body.to_string()).unwrap();
        assert!(answer.status < 300, "{path}: {}", answer.body);
        answer.json()
    }

    pub fn post(&mut self, count: usize) {
        for n in 0..count {
            let status = self.tell(
                "/api/v1/statuses",
                &json!({ "status": format!("dunes {} {n} #{}", self.given.len(), self.tag) }),
            );
            self.given.insert(status["uri"].as_str().unwrap().to_owned());
        }
    }

    /// Deletes what was given under that name.
    pub fn delete(&self, uri: &str) {
        let id = uri.rsplit('/').next().unwrap();
        let path = format!("{}/api/v1/statuses/{id}", self.url);
        let answer = http::ask("DELETE", &path, &[("Authorization", "Bearer mock_token")], "").unwrap();
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    }

    fn fault(&self, effect: &str) {
        let path = format!("/api/v1/timelines/tag/{}", self.tag);
        self.tell(
            "/api/v1/_mock/faults",
            &json!({ "match": { "path": path }, "count": 1, "effect": { "type": effect } }),
        );
    }

    pub fn add_to(&self, house: &House, more: &[&str]) {
        let place = self.url.strip_prefix("http://").unwrap();
        let usual =
            ["source", "add", "mastodon", &self.url, "--tag", &self.tag, "--token", "mock_token", "--allow", place];
        house.done(&[&usual, more].concat());
    }
}

#[test]
fn a_mastodon_server_is_heard_through_kills_and_faults() {
    let Some(url) = service("VIGIE_TEST_MASTODON") else { return };
    let mut mock = Mock::new(url, "killed");
    let house = House::new();
    mock.post(3);
    mock.add_to(&house, &[]);
    let token = house.token();
    let served = house.serve();
    wait_until_stored(&house, &mock.given);
    served.kill();
    mock.post(60);
    for (effect, outcome) in [("ratelimit", "rate_limited"), ("malformed", "malformed")] {
        mock.fault(effect);
        house.all_are_due("1 = 1");
        let served = house.serve();
        let source = wait_for_outcome(&served, &token, outcome);
        assert!(source["health"]["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{source}");
        assert_eq!(stored(&house).len(), 3);
        served.kill();
        mock.post(1);
    }
    house.all_are_due("1 = 1");
    let served = house.serve();
    wait_until_stored(&house, &mock.given);
    let source = wait_for_outcome(&served, &token, "ok");
    assert!(source["health"]["deaf_since"].is_null(), "{source}");
    let mentions = served.api(&token, "/organisations/1/mentions?limit=200");
    assert_eq!(mentions["items"].as_array().unwrap().len(), 65);
    served.kill();
    house.all_are_due("1 = 1");
    let served = house.serve();
    wait_for_outcome(&served, &token, "not_modified");
    assert_eq!(stored(&house).len(), 65, "asked again, stored once");
}

#[test]
fn a_mastodon_stream_is_heard_as_it_speaks() {
    let Some(url) = service("VIGIE_TEST_MASTODON") else { return };
    let mut mock = Mock::new(url, "stream");
    let house = House::new();
    mock.post(2);
    mock.add_to(&house, &["--stream"]);
    let token = house.token();
    let served = house.serve();
    wait_for_outcome(&served, &token, "ok");
    wait_until_stored(&house, &mock.given);
    for _ in 0..3 {
        mock.post(1);
        wait_until_stored(&house, &mock.given);
    }
    served.kill();
    mock.post(4);
    let _served = house.serve();
    wait_until_stored(&house, &mock.given);
}

/// A feed that can be asked whether it changed.
#[derive(Default)]
struct Feed {
    items: usize,
    /// Answers in place of the feed, last first.
    instead: Vec<(u16, &'static str)>,
    /// Status given and the etag asked with.
    asked: Vec<(u16, Option<String>)>,
}

type Shared = Arc<Mutex<Feed>>;

async fn feed(State(feed): State<Shared>, headers: HeaderMap) -> Response {
    let mut feed = feed.lock().unwrap();
    let known = headers.get(header::IF_NONE_MATCH).map(|value| value.to_str().unwrap().to_owned());
    let etag = format!("\"items-{}\"", feed.items);
    let (status, body) = match feed.instead.pop() {
        Some((status, body)) => (status, body.to_owned()),
        None if known.as_ref() == Some(&etag) => (304, String::new()),
        None => (200, rss(feed.items)),
    };
    feed.asked.push((status, known));
    let headers = [(header::ETAG, etag), (header::CONTENT_TYPE, "application/rss+xml".to_owned())];
    (StatusCode::from_u16(status).unwrap(), headers, body).into_response()
}

fn rss(items: usize) -> String {
    let item = |n: usize| {
        format!(
            "<item><guid isPermaLink=\"false\">item-{n}</guid><title>Dunes {n}</title><link>https://journal.example/{n}</link></item>"
        )
    };
    let items: String = (0..items).rev().map(item).collect();
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Journal</title><link>https://journal.example/</link><description/>{items}</channel></rss>"
    )
}

#[test]
fn a_feed_is_asked_politely_and_read_through_its_bad_days() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let shared: Shared = Arc::new(Mutex::new(Feed { items: 3, ..Feed::default() }));
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let place = listener.local_addr().unwrap().to_string();
    let app = axum::Router::new().route("/feed", axum::routing::get(feed)).with_state(Arc::clone(&shared));
    runtime.spawn(async move { axum::serve(listener, app).await });
    let (house, url) = (House::new(), format!("http://{place}/feed"));
    let said = house.refused(&["source", "add", "feed", &url], 1);
    assert!(said.contains("127.0.0.1"), "an internal address needs --allow: {said}");
    house.done(&["source", "add", "feed", &url, "--allow", &place]);
    let token = house.token();
    let visit = |items: usize, outcome: &str| {
        house.all_are_due("1 = 1");
        let served = house.serve();
        let source = wait_for_outcome(&served, &token, outcome);
        let ids: BTreeSet<String> = (0..items).map(|n| format!("127.0.0.1#item-{n}")).collect();
        assert_eq!(stored(&house), Vec::from_iter(ids), "{outcome}: {source}");
        served.kill();
    };
    visit(3, "ok");
    visit(3, "not_modified");
    shared.lock().unwrap().items = 5;
    visit(5, "ok");
    shared.lock().unwrap().items = 6;
    for (status, body, outcome) in
        [(503, "later", "network"), (200, "<html><p>no feed here", "malformed"), (404, "", "malformed")]
    {
        shared.lock().unwrap().instead.push((status, body));
        visit(5, outcome);
    }
    visit(6, "ok");
    let asked = std::mem::take(&mut shared.lock().unwrap().asked);
    let (statuses, known): (Vec<u16>, Vec<Option<String>>) = asked.into_iter().unzip();
    assert_eq!(statuses, [200, 200, 304, 200, 503, 200, 404, 200], "the trial, then one visit each");
    let known: Vec<_> = known.iter().map(|etag| etag.as_deref().unwrap_or("-").trim_matches('"')).collect();
    assert_eq!(known, ["-", "-", "items-3", "items-3", "items-5", "items-5", "items-5", "items-5"]);
}
