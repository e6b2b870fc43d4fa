//! A server that speaks like Mastodon, and the faults of servers.

use axum::body::{Body, to_bytes};
use axum::extract::{Request as Asked, State};
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use vigie_engine::world::Clock;

/// Which calls fail: before anything was done, or after all of it was.
pub struct Faults {
    one_in: u64,
    seen: Mutex<(u64, u64)>,
}

impl Faults {
    pub fn one_in(one_in: u64) -> Self {
        Self { one_in, seen: Mutex::default() }
    }

    /// How many calls there were, and how many failed.
    pub fn seen(&self) -> (u64, u64) {
        *self.seen.lock().unwrap()
    }

    /// Answers a call that is done by `done`.
    pub fn answer(&self, done: impl FnOnce() -> Option<Value>) -> Response {
        let (fails, before) = {
            let mut seen = self.seen.lock().unwrap();
            seen.0 += 1;
            // In no step with how many calls a pass makes.
            let dice = seen.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
            let fails = dice.is_multiple_of(self.one_in);
            seen.1 += u64::from(fails);
            (fails, (dice / self.one_in).is_multiple_of(2))
        };
        let broken = || Response::builder().status(500).body(Body::from(r#"{"error":"broken"}"#)).unwrap();
        if fails && before {
            return broken();
        }
        match done() {
            _ if fails => broken(),
            Some(done) => Response::new(Body::from(done.to_string())),
            None => Response::builder().status(404).body(Body::from("{}")).unwrap(),
        }
    }
}

/// Serves an application; where.
pub async fn serve(app: axum::Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move { axum::serve(listener, app).await });
    place
}

/// What is asked: method, path, query, body.
pub async fn read(asked: Asked) -> (String, String, String, Value) {
    let (method, uri) = (asked.method().to_string(), asked.uri().clone());
    let body = to_bytes(asked.into_body(), 1 << 20).await.unwrap();
    let body = serde_json::from_slice(&body).unwrap_or_default();
    (method, uri.path().to_owned(), uri.query().unwrap_or_default().to_owned(), body)
}

pub async fn answer(State(peer): State<Arc<Peer>>, asked: Asked) -> Response {
    let (method, path, query, body) = read(asked).await;
    peer.faults.answer(|| peer.answer(&method, &path, &query, &body))
}

/// What waits in a server's queue.
pub struct Waiting {
    pub due: Timestamp,
    pub text: String,
    /// When the worker that has it publishes it, whatever it is told afterwards.
    pub handed: Option<Timestamp>,
}

/// A server that speaks like Mastodon, with its worker, on the world's clock.
pub struct Peer {
    pub clock: Clock,
    pub queue: Mutex<BTreeMap<u64, Waiting>>,
    /// What is out: text, and when.
    pub out: Mutex<Vec<(String, Timestamp)>>,
    pub faults: Faults,
}

impl Peer {
    /// The worker: takes what is due within five minutes, publishes what its time has come.
    pub fn work(&self) {
        let now = self.clock.now();
        let mut queue = self.queue.lock().unwrap();
        for waiting in queue.values_mut() {
            if waiting.handed.is_none() && waiting.due <= now + SignedDuration::from_mins(5) {
                waiting.handed = Some(waiting.due);
            }
        }
        let gone: Vec<u64> =
            queue.iter().filter(|(_, post)| post.handed.is_some_and(|at| at <= now)).map(|(id, _)| *id).collect();
        for id in gone {
            let post = queue.remove(&id).unwrap();
            self.out.lock().unwrap().push((post.text, now));
        }
    }

    fn listed(&self, id: u64, post: &Waiting) -> Value {
        json!({"id": id.to_string(), "scheduled_at": post.due.to_string(), "params": {"text": post.text}, "media_attachments": []})
    }

    /// Does what is asked; `None`: there is no such thing.
    fn answer(&self, method: &str, path: &str, query: &str, body: &Value) -> Option<Value> {
        let now = self.clock.now();
        let status = |(n, (text, at)): (usize, &(String, Timestamp))| json!({"id": n.to_string(), "created_at": at.to_string(), "content": format!("<p>{text}</p>"), "in_reply_to_id": null});
        match (method, path.strip_prefix("/api/v1/")?) {
            ("GET", "accounts/verify_credentials") => {
                Some(json!({"id": "5", "acct": "shop", "display_name": "The shop"}))
            }
            ("GET", "accounts/5/statuses") => {
                let before = query.split('&').find_map(|pair| pair.strip_prefix("max_id=")?.parse::<usize>().ok());
                let out = self.out.lock().unwrap();
                let newest = out.iter().enumerate().rev().filter(|(n, _)| before.is_none_or(|before| *n < before));
                Some(newest.take(40).map(status).collect())
            }
            ("POST", "statuses") => {
                let mut out = self.out.lock().unwrap();
                out.push((body["status"].as_str().unwrap().to_owned(), now));
                Some(status((out.len() - 1, out.last().unwrap())))
            }
            ("GET", "scheduled_statuses") => {
                let before =
                    query.split('&').find_map(|pair| pair.strip_prefix("max_id=")?.parse().ok()).unwrap_or(u64::MAX);
                let queue = self.queue.lock().unwrap();
                Some(queue.range(..before).rev().take(40).map(|(id, post)| self.listed(*id, post)).collect())
            }
            ("PUT", rest) => {
                let id: u64 = rest.strip_prefix("scheduled_statuses/")?.parse().ok()?;
                let mut queue = self.queue.lock().unwrap();
                let post = queue.get_mut(&id)?;
                post.due = body["scheduled_at"].as_str().unwrap().parse().unwrap();
                Some(self.listed(id, post))
            }
            _ => None,
        }
    }
}
