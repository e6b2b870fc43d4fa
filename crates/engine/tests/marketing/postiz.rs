//! A server that speaks like Postiz, with its workflows, on the world's clock: one key, many channels. As there, a state is set whatever it was, and what is
//! scheduled past its date goes out at once.

use crate::peer::{Faults, read};
use axum::extract::{Request as Asked, State};
use axum::http::header::AUTHORIZATION;
use axum::response::Response;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use vigie_engine::world::Clock;

pub const KEY: &str = "unique-key-of-many";

pub struct Post {
    pub channel: String,
    pub text: String,
    pub date: Timestamp,
    pub tag: Option<&'static str>,
    pub state: &'static str,
    /// What sleeps until it publishes it.
    pub workflow: Option<Timestamp>,
}

pub struct Postiz {
    clock: Clock,
    faults: Faults,
    channels: Mutex<Vec<String>>,
    pub posts: Mutex<BTreeMap<String, Post>>,
    /// What is out: channel, text, and when.
    pub out: Mutex<Vec<(String, String, Timestamp)>>,
    /// Posts whose state was ever asked to be changed.
    pub touched: Mutex<Vec<String>>,
}

impl Postiz {
    pub fn new(clock: Clock, faults: Faults) -> Self {
        let (channels, posts) = (Mutex::default(), Mutex::default());
        Self { clock, faults, channels, posts, out: Mutex::default(), touched: Mutex::default() }
    }

    pub fn open(&self, channel: &str) {
        self.channels.lock().unwrap().push(channel.to_owned());
    }

    /// Somebody schedules a post there.
    pub fn schedule(&self, id: &str, channel: &str, text: &str, date: Timestamp, tag: Option<&'static str>) {
        let (channel, text) = (channel.to_owned(), text.to_owned());
        let post = Post { channel, text, date, tag, state: "QUEUE", workflow: Some(date) };
        self.posts.lock().unwrap().insert(id.to_owned(), post);
    }

    pub fn seen(&self) -> (u64, u64) {
        self.faults.seen()
    }

    /// The workflows whose time has come.
    pub fn work(&self) {
        let now = self.clock.now();
        for post in self.posts.lock().unwrap().values_mut() {
            if post.workflow.is_some_and(|at| at <= now) {
                (post.state, post.workflow) = ("PUBLISHED", None);
                self.out.lock().unwrap().push((post.channel.clone(), post.text.clone(), now));
            }
        }
    }

    fn answer(&self, method: &str, path: &str, query: &str, body: &Value) -> Option<Value> {
        match (method, path.strip_prefix("/api/public/v1/")?) {
            ("GET", "integrations") => {
                let channels = self.channels.lock().unwrap();
                let one = |id: &String| json!({"id": id, "name": format!("Channel {id}"), "identifier": "bluesky", "picture": "", "disabled": false, "profile": id});
                Some(channels.iter().map(one).collect())
            }
            ("GET", "posts") => {
                let span = |name: &str| -> Option<Timestamp> {
                    let value = query.split('&').find_map(|pair| pair.strip_prefix(name))?;
                    value.replace("%3A", ":").parse().ok()
                };
                let (from, to) = (span("startDate=")?, span("endDate=")?);
                let posts = self.posts.lock().unwrap();
                let within = posts.iter().filter(|(_, post)| (from..=to).contains(&post.date));
                let one = |(id, post): (&String, &Post)| {
                    let out = (post.state == "PUBLISHED").then(|| format!("https://social.example/{id}"));
                    let tags: Vec<Value> = post.tag.iter().map(|tag| json!({"tag": {"name": tag}})).collect();
                    json!({"id": id, "content": format!("<p>{}</p>", post.text), "publishDate": post.date.to_string(), "releaseURL": out, "state": post.state,
                        "intervalInDays": null, "group": "g", "tags": tags, "integration": {"id": post.channel, "providerIdentifier": "bluesky", "name": "x"}})
                };
                Some(json!({"posts": within.map(one).collect::<Vec<_>>()}))
            }
            ("PUT", rest) => {
                let id = rest.strip_prefix("posts/")?.strip_suffix("/status")?;
                let mut posts = self.posts.lock().unwrap();
                let post = posts.get_mut(id)?;
                self.touched.lock().unwrap().push(id.to_owned());
                (post.state, post.workflow) = match body["status"].as_str()? {
                    "draft" => ("DRAFT", None),
                    _ => ("QUEUE", Some(post.date)),
                };
                Some(json!({"id": id, "state": post.state}))
            }
            _ => None,
        }
    }
}

pub async fn answer(State(tool): State<Arc<Postiz>>, asked: Asked) -> Response {
    assert_eq!(asked.headers()[AUTHORIZATION], KEY, "the key as it is");
    let (method, path, query, body) = read(asked).await;
    let said = tool.faults.answer(|| tool.answer(&method, &path, &query, &body));
    tool.work();
    said
}
