//! What every connector must do, seen from outside: see docs/connectors.md.

use crate::house::House;
use crate::sources::{Mock, stored, wait_for_outcome, wait_until_stored};
use crate::webhook::{Hook, stars};
use crate::{service, wait_for};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

#[test]
fn what_is_deleted_after_a_restart_is_known_to_be_deleted() {
    let Some(url) = service("VIGIE_TEST_MASTODON") else { return };
    let mut mock = Mock::new(url, "buried");
    let house = House::new();
    mock.post(1);
    let buried = mock.given.iter().next().unwrap().clone();
    mock.add_to(&house, &["--stream"]);
    let (token, served) = (house.token(), house.serve());
    wait_until_stored(&house, &mock.given);
    // So many that the one is not read again when the stream is opened again.
    mock.post(60);
    wait_until_stored(&house, &mock.given);
    served.kill();
    let served = house.serve();
    mock.post(1);
    wait_until_stored(&house, &mock.given);
    mock.delete(&buried);
    let gone = wait_for("the deletion", || {
        let mentions = served.api(&token, "/organisations/1/mentions?limit=200");
        mentions["items"].as_array().unwrap().iter().find(|m| m["deleted_at"].is_string()).cloned()
    });
    assert!(gone.to_string().contains("dunes 0 0"), "the text stays as evidence: {gone}");
    assert_eq!(stored(&house).len(), 62, "counts do not change");
}

/// A feed and a Mastodon server behind one password.
#[derive(Default)]
struct Gate {
    password: String,
    /// Answers 429 to whoever asks for it.
    busy: bool,
    asked: Vec<(String, String)>,
}

type Shared = Arc<Mutex<Gate>>;

async fn gate(State(gate): State<Shared>, uri: Uri, headers: HeaderMap) -> Response {
    let mut gate = gate.lock().unwrap();
    let sent = headers.get(header::AUTHORIZATION).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
    gate.asked.push((uri.path().to_owned(), sent.clone()));
    if gate.busy && uri.path() == "/busy" {
        return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "3600")], "").into_response();
    }
    let basic = format!("Basic {}", STANDARD.encode(format!("lea:{}", gate.password)));
    let open = matches!(uri.path(), "/busy" | "/open");
    if !open && sent != basic && sent != format!("Bearer {}", gate.password) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let limits =
        [("x-ratelimit-limit", "300"), ("x-ratelimit-remaining", "297"), ("x-ratelimit-reset", "2099-01-01T00:00:00Z")];
    match uri.path() {
        "/api/v1/timelines/public" => {
            let status = json!([{ "id": "1", "uri": "https://m.example/1", "visibility": "public", "content": "Dunes", "account": { "acct": "lea" } }]);
            (limits, status.to_string()).into_response()
        }
        path if path.starts_with("/api/") => StatusCode::NOT_FOUND.into_response(),
        _ => "<rss version=\"2.0\"><channel><item><guid isPermaLink=\"false\">g1</guid><title>Dunes</title></item></channel></rss>".into_response(),
    }
}

struct Peer {
    gate: Shared,
    place: String,
    _runtime: tokio::runtime::Runtime,
}

impl Peer {
    fn start(password: &str) -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let gate: Shared = Arc::new(Mutex::new(Gate { password: password.to_owned(), ..Gate::default() }));
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let place = listener.local_addr().unwrap().to_string();
        let app = axum::Router::new().fallback(self::gate).with_state(Arc::clone(&gate));
        runtime.spawn(async move { axum::serve(listener, app).await });
        Self { gate, place, _runtime: runtime }
    }

    fn asked(&self, path: &str) -> Vec<String> {
        let gate = self.gate.lock().unwrap();
        gate.asked.iter().filter(|(asked, _)| asked == path).map(|(_, sent)| sent.clone()).collect()
    }

    fn add(&self, house: &House, kind: &str, path: &str, more: &[&str]) {
        let url = format!("http://{}{path}", self.place);
        house.done(&[&["source", "add", kind, &url, "--force", "--allow", &self.place], more].concat());
    }
}

#[test]
fn a_restart_is_no_reason_to_ask_again_sooner() {
    let (house, peer) = (House::new(), Peer::start(""));
    peer.add(&house, "feed", "/busy", &["--name", "busy"]);
    peer.gate.lock().unwrap().busy = true;
    let token = house.token();
    let served = house.serve();
    wait_for_outcome(&served, &token, "rate_limited");
    served.kill();
    let asked = peer.asked("/busy").len();
    peer.add(&house, "feed", "/open", &["--name", "open"]);
    for _ in 0..2 {
        let visits = peer.asked("/open").len();
        let served = house.serve();
        // When the other feed is visited, the first would have been.
        wait_for("a visit", || (peer.asked("/open").len() > visits).then_some(()));
        wait_for("its health", || {
            let open = &served.api(&token, "/organisations/1/sources")["items"][1];
            open["health"]["last_ok_at"].is_string().then_some(())
        });
        // Another name is no reason either; another address is one.
        let visits = peer.asked("/open").len();
        house.done(&["source", "set", "1", "--name", &format!("busy since {visits}")]);
        house.done(&["source", "set", "2", "--url", &format!("http://{}/open?{visits}", peer.place)]);
        wait_for("the new address", || (peer.asked("/open").len() > visits).then_some(()));
        served.kill();
        assert_eq!(peer.asked("/busy").len(), asked, "it said to wait an hour");
        house.all_are_due("name = 'open'");
    }
}

#[test]
fn new_credentials_are_used_without_a_restart_and_the_old_ones_are_gone() {
    let (house, peer) = (House::new(), Peer::start("new"));
    peer.add(&house, "feed", "/feed", &["--name", "feed"]);
    peer.add(&house, "mastodon", "", &["--name", "masto", "--token", "old", "--stream"]);
    house.done(&["source", "set", "1", "--login", "lea", "--password", "old"]);
    let (hook, token, served) = (Hook::add(&house), house.token(), house.serve());
    let outcomes = |wanted: &str| {
        wait_for(wanted, || {
            let items = served.api(&token, "/organisations/1/sources")["items"].clone();
            let polled = items.as_array().unwrap()[..2].to_vec();
            polled.iter().all(|source| source["health"]["outcome"] == wanted).then_some(polled)
        })
    };
    for refused in outcomes("auth") {
        assert!(refused["health"]["deaf_since"].is_string(), "{refused}");
    }
    wait_for("the next tries", || {
        let items = served.api(&token, "/organisations/1/sources")["items"].clone();
        items.as_array().unwrap()[..2].iter().all(|source| source["health"]["next_try_at"].is_string()).then_some(())
    });
    let before = peer.asked("/feed").len();
    house.done(&["source", "set", "1", "--login", "lea", "--password", "new"]);
    house.done(&["source", "set", "2", "--token", "new"]);
    house.done_with("VIGIE_SOURCE_TOKEN", "never said", &["source", "set", "2", "--name", "masto 2"]);
    house.done(&["source", "test", "2"]);
    house.refused(&["source", "set", "2", "--token", "-"], 1);
    house.done_with("VIGIE_SOURCE_TOKEN", "another", &["source", "set", "2", "--token", "-"]);
    house.refused(&["source", "test", "2"], 1);
    house.done_with("VIGIE_SOURCE_TOKEN", "new", &["source", "set", "2", "--token", "-"]);
    for heard in outcomes("ok") {
        assert!(heard["health"]["deaf_since"].is_null(), "{heard}");
    }
    assert_eq!(stored(&house).len(), 2);
    let since: BTreeSet<String> = peer.asked("/feed").split_off(before).into_iter().collect();
    assert_eq!(since, BTreeSet::from([format!("Basic {}", STANDARD.encode("lea:new"))]));

    assert_eq!(hook.deliver(&served, "d1", &stars(0, 1)).status, 200);
    let made: Value =
        serde_json::from_str(&house.done(&["--json", "source", "set", &hook.id.to_string(), "--new-secret"])).unwrap();
    let rotated = Hook { id: hook.id, secret: made["secret"].as_str().unwrap().to_owned() };
    assert_eq!(hook.deliver(&served, "d2", &stars(1, 1)).status, 200, "the one before stays good for a while");
    assert_eq!(rotated.deliver(&served, "d3", &stars(2, 1)).status, 200);
    house.done(&["source", "set", &hook.id.to_string(), "--drop-old-secrets"]);
    assert_eq!(hook.deliver(&served, "d4", &stars(3, 1)).status, 401);
    assert_eq!(rotated.deliver(&served, "d5", &stars(4, 1)).status, 200);
    let said = house.refused(&["source", "set", "1", "--token", "x"], 1);
    assert!(said.contains("no token") && said.contains("not changed"), "{said}");
    let said = house.refused(&["source", "set", "1", "--name", "a\u{202e}b"], 1);
    assert!(said.contains("U+202E"), "{said}");
}

#[test]
fn a_trial_says_in_plain_words_how_a_source_fares() {
    let (house, peer) = (House::new(), Peer::start("right"));
    peer.add(&house, "mastodon", "", &["--token", "right"]);
    peer.add(&house, "feed", "/feed", &[]);
    let hook = Hook::add(&house);
    let said = house.done(&["source", "test", "1"]);
    for part in ["reachable: yes; lets us in: yes", "for example: Dunes", "next poll: in ", "297 of 300 requests left"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let ran = house.run(&["source", "test", "2"], "");
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("reachable: yes; lets us in: no") && ran.out.contains("password"), "{}", ran.out);
    let said = house.done(&["source", "test", &hook.id.to_string()]);
    assert!(said.contains(&format!("/hooks/{}", hook.id)) && said.contains("nothing came yet"), "{said}");
    // Somebody who takes the connection and never answers.
    let mute = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let place = mute.local_addr().unwrap().to_string();
    let url = format!("http://{place}/feed");
    let ran = house.run(&["source", "add", "feed", &url, "--allow", &place], "");
    assert!(ran.err.contains("in time") || ran.err.contains("within five seconds"), "{}", ran.err);
}

/// Holds the store's write lock, as a disk that stands still does.
struct Lock(Child);

impl Lock {
    fn hold(house: &House) -> Self {
        let script = "import sqlite3, sys; c = sqlite3.connect('vigie.db', isolation_level=None); c.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read(); c.execute('ROLLBACK')";
        let mut child = Command::new("python3")
            .args(["-c", script])
            .current_dir(&house.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        assert_eq!(said, "held\n");
        Self(child)
    }

    fn release(mut self) {
        drop(self.0.stdin.take());
        assert!(self.0.wait().unwrap().success());
    }
}

#[test]
fn a_store_that_stands_still_loses_nothing() {
    let (house, peer) = (House::new(), Peer::start(""));
    peer.add(&house, "feed", "/open", &[]);
    let hook = Hook::add(&house);
    let lock = Lock::hold(&house);
    let served = house.serve();
    let visits = peer.asked("/open").len();
    wait_for("visits that could not be stored", || (peer.asked("/open").len() >= visits + 2).then_some(()));
    let refused = hook.deliver(&served, "d1", &stars(0, 3));
    assert_eq!(refused.status, 503, "the sender keeps it: {}", refused.body);
    assert_eq!(stored(&house).len(), 0);
    lock.release();
    wait_for("the feed's post", || (stored(&house).len() == 1).then_some(()));
    assert_eq!(hook.deliver(&served, "d1", &stars(0, 3)).status, 200);
    assert_eq!(stored(&house).len(), 4);
}

#[test]
fn a_password_changes_and_who_leaves_is_out() {
    let house = House::new();
    house.done(&["user", "add", "--email", " Tom@a.example\u{a0}", "--name", " Tom ", "--role", "lead"]);
    assert!(house.done(&["user", "list"]).contains("tom@a.example\tlead\tTom\tno-target\n"), "kept as it was checked");
    let made: Value =
        serde_json::from_str(&house.done(&["--json", "token", "add", "--email", "tom@a.example", "--name", "t"]))
            .unwrap();
    let (bearer, served) = (format!("Bearer {}", made["token"].as_str().unwrap()), house.serve());
    let log_in = |password: &str| {
        let form = format!("email=tom%40a.example&password={password}");
        let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Origin", served.url.as_str())];
        crate::http::ask("POST", &served.at("/login"), &headers, &form).unwrap()
    };
    assert_eq!(log_in(crate::house::PASSWORD).status, 303);
    house.done_with("VIGIE_PASSWORD", "another long enough word", &["user", "password", "--email", "TOM@a.example"]);
    assert_ne!(log_in(crate::house::PASSWORD).status, 303, "the old password is over");
    assert_eq!(log_in("another+long+enough+word").status, 303);
    assert_eq!(served.api(&bearer, "/me")["email"], "tom@a.example");
    house.done(&["user", "remove", "--email", "tom@a.example"]);
    let listed = house.done(&["user", "list"]);
    assert!(listed.lines().any(|line| line.starts_with("tom@") && line.contains(" ended ")), "{listed}");
    let me = crate::http::ask("GET", &served.at("/api/v1/me"), &[("Authorization", &bearer)], "").unwrap();
    assert_eq!(me.status, 401, "{}", me.body);
    let said = house.refused(&["user", "remove", "--email", crate::house::EMAIL], 1);
    assert!(said.contains("owner"), "{said}");
}
