//! A freeze of five hundred posts in two queues, at a server that fails one call in five, by a Vigie that is killed again and again.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise, and says what it found")]

use axum::body::{Body, to_bytes};
use axum::extract::{Request as Asked, State};
use axum::response::Response;
use connect::http::{Allow, Client};
use connect::outbound::{House, Outbound};
use domain::case::event::{HoldOutcome, Left, Thaw};
use domain::id::{AccountId, CaseId, OrganisationId};
use domain::marketing::State as PostState;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use store::{ScheduledFilter, Store};
use vigie_engine::bus::Bus;
use vigie_engine::marketing::Marketing;
use vigie_engine::marketing::account::{AccountError, Connecting};
use vigie_engine::marketing::write::Post;
use vigie_engine::world::{Clock, World};

const CASE: CaseId = CaseId(3);
const EACH: usize = 250;

fn start() -> Timestamp {
    "2026-11-23T02:00:00Z".parse().unwrap()
}

fn minutes(n: usize) -> SignedDuration {
    SignedDuration::from_mins(i64::try_from(n).unwrap())
}

/// What waits in a server's queue.
struct Waiting {
    due: Timestamp,
    text: String,
    /// When the worker that has it publishes it, whatever it is told afterwards.
    handed: Option<Timestamp>,
}

/// A server that speaks like Mastodon, with its worker, on the world's clock.
struct Peer {
    clock: Clock,
    queue: Mutex<BTreeMap<u64, Waiting>>,
    /// What is out: text, and when.
    out: Mutex<Vec<(String, Timestamp)>>,
    asked: Mutex<(u64, u64)>,
}

impl Peer {
    /// The worker: takes what is due within five minutes, publishes what its time has come.
    fn work(&self) {
        let now = self.clock.now();
        let mut queue = self.queue.lock().unwrap();
        for waiting in queue.values_mut() {
            if waiting.handed.is_none() && waiting.due <= now + minutes(5) {
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

/// One call in five fails: before anything was done, or after all of it was.
async fn answer(State(peer): State<Arc<Peer>>, asked: Asked) -> Response {
    let (method, uri) = (asked.method().to_string(), asked.uri().clone());
    let body = to_bytes(asked.into_body(), 1 << 20).await.unwrap();
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let failing = {
        let mut asked = peer.asked.lock().unwrap();
        asked.0 += 1;
        // In no step with how many calls a pass makes.
        let dice = asked.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
        let fails = dice % 5 == 0;
        asked.1 += u64::from(fails);
        (fails, (dice / 5) % 2 == 0)
    };
    let broken = || Response::builder().status(500).body(Body::from(r#"{"error":"broken"}"#)).unwrap();
    if failing == (true, true) {
        return broken();
    }
    let done = peer.answer(&method, uri.path(), uri.query().unwrap_or_default(), &body);
    match done {
        _ if failing.0 => broken(),
        Some(done) => Response::new(Body::from(done.to_string())),
        None => Response::builder().status(404).body(Body::from("{}")).unwrap(),
    }
}

struct Rig {
    peer: Arc<Peer>,
    marketing: Marketing,
    of: OrganisationId,
    account: AccountId,
}

impl Rig {
    async fn new() -> Self {
        let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
        let clock = Clock::standing_at(start());
        let world = World { store, clock: clock.clone(), bus: Bus::default(), workers: 1 };
        let peer = Arc::new(Peer { clock, queue: Mutex::default(), out: Mutex::default(), asked: Mutex::default() });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = listener.local_addr().unwrap().to_string();
        let app = axum::Router::new().fallback(answer).with_state(peer.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        let allow = Allow::parse(&[place.as_str()]).unwrap();
        let house = House { client: Client::new(None), allow, mailer: None, identity: None };
        let marketing = Marketing { world: world.clone(), outbound: Arc::new(Outbound::Live(Box::new(house))) };
        let of = world.store.create_organisation("ours", start()).await.unwrap().id;
        let asked = Connecting {
            kind: "mastodon".to_owned(),
            server: format!("http://{place}"),
            token: "unique-token".to_owned(),
            name: String::new(),
            brand: None,
        };
        let account = loop {
            match marketing.connect(of, asked.clone()).await {
                Ok(row) => break row.id,
                Err(AccountError::Refused(why)) => assert!(why.contains("try later"), "{why}"),
                Err(error) => panic!("{error}"),
            }
        };
        Self { peer, marketing, of, account }
    }

    /// What a running Vigie does, until it is killed after so many milliseconds.
    async fn pass(&self, swept: &mut BTreeMap<AccountId, Timestamp>, killed_after: Option<u64>) {
        let all = async {
            self.marketing.resume().await.unwrap();
            self.marketing.send_due().await.unwrap();
            self.marketing.look_for_unknown().await.unwrap();
            self.marketing.sweep_when_due(swept).await.unwrap();
        };
        let patience = Duration::from_millis(killed_after.unwrap_or(120_000));
        let ended = tokio::time::timeout(patience, all).await;
        assert!(ended.is_ok() || killed_after.is_some(), "a pass has no end");
        self.peer.work();
    }

    fn advance(&self, by: SignedDuration) {
        let clock = &self.marketing.world.clock;
        clock.advance_to(clock.now() + by);
    }

    async fn confirmed(&self, since: Timestamp) -> Option<usize> {
        if !self.marketing.unlisted(self.of, &[self.account], since).await.unwrap().is_empty() {
            return None;
        }
        let all = self.marketing.accounted(self.of, CASE).await.unwrap();
        let open = all.iter().any(|post| matches!(post.outcome, HoldOutcome::Failed { .. }));
        (!open).then_some(all.len())
    }
}

#[tokio::test]
async fn a_freeze_holds_both_queues_and_every_post_is_accounted_for() {
    let rig = Rig::new().await;
    for n in 0..EACH {
        let label = if n % 25 == 0 { "Safety" } else { "" };
        let (text, due) = (format!("ours {n} {label}"), start() + minutes(1 + 5 * n));
        let post = Post { text, language: "en".to_owned(), label: label.to_owned(), due };
        rig.marketing.schedule(rig.of, rig.account, &post, None).await.unwrap();
        let (text, due) = (format!("theirs {n}"), start() + minutes(1 + 5 * n) + SignedDuration::from_secs(30));
        rig.peer.queue.lock().unwrap().insert(u64::try_from(n + 1).unwrap(), Waiting { due, text, handed: None });
    }
    // Some went out before: the freeze comes while it runs.
    let mut swept = BTreeMap::new();
    for _ in 0..8 {
        rig.advance(minutes(1));
        rig.pass(&mut swept, None).await;
    }
    let before = rig.peer.out.lock().unwrap().len();
    assert!(before > 0, "nothing went out before the freeze");
    let allow = ["safety".to_owned()];
    let since = rig.marketing.world.clock.now();
    rig.marketing.freeze(rig.of, &[rig.account], (CASE, 1), &allow).await.unwrap();
    // Killed in the middle, again and again; each life knows only what the store does.
    let (mut accounted, mut kills) = (None, 0);
    for life in 0..400_u64 {
        rig.advance(SignedDuration::from_secs(10));
        let kill = (life < 12).then_some(20 + 17 * life);
        kills += u64::from(kill.is_some());
        rig.pass(&mut BTreeMap::new(), kill).await;
        if let Some(all) = rig.confirmed(since).await {
            accounted = Some(all);
            break;
        }
    }
    let confirmed_at = rig.marketing.world.clock.now();
    let total = accounted.unwrap();
    let out_before = rig.peer.out.lock().unwrap().len();
    let took = since.duration_until(confirmed_at);
    // A day and more: one that is scheduled in another app meanwhile is caught too.
    let late = Waiting { due: confirmed_at + minutes(300), text: "theirs late".to_owned(), handed: None };
    rig.peer.queue.lock().unwrap().insert(9_000, late);
    for _ in 0..170 {
        rig.advance(minutes(10));
        rig.pass(&mut BTreeMap::new(), None).await;
    }
    let out = rig.peer.out.lock().unwrap().clone();
    let after = &out[out_before..];
    let slipped: Vec<_> = after.iter().filter(|(text, _)| !text.contains("Safety")).collect();
    assert!(slipped.is_empty(), "went out after it was confirmed: {slipped:?}");
    assert!(!after.is_empty(), "what the plan lets out went out");
    let mut texts: Vec<&String> = out.iter().map(|(text, _)| text).collect();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), out.len(), "nothing went out twice");

    let store = &rig.marketing.world.store;
    let rows = store.scheduled_posts(rig.of, ScheduledFilter::default(), None, 9_999).await.unwrap();
    assert_eq!(rows.len(), 2 * EACH + 1, "every post is in the list");
    let all = rig.marketing.accounted(rig.of, CASE).await.unwrap();
    let count = |which: fn(&HoldOutcome) -> bool| all.iter().filter(|post| which(&post.outcome)).count();
    let held = count(|outcome| matches!(outcome, HoldOutcome::Held { .. }));
    let left = count(|outcome| matches!(outcome, HoldOutcome::Left(Left::Allowed)));
    let gone = count(|outcome| matches!(outcome, HoldOutcome::Gone));
    let earlier = rows.iter().filter(|row| row.sent_at.is_some_and(|at| at < since)).count();
    assert_eq!(held + left + gone + earlier, 2 * EACH + 1, "{held} held, {left} left, {gone} gone, {earlier} earlier");
    let (asked, failed) = *rig.peer.asked.lock().unwrap();
    assert!(failed * 6 > asked, "{failed} of {asked} calls failed");
    println!(
        "{total} accounted for {took:#} after the freeze and {kills} kills; {held} held, {left} let out by their kind, {gone} out \
         between freeze and confirmed, {earlier} before; {failed} of {asked} calls failed; 0 after confirmed"
    );

    // Let go: nothing by itself. One by one, at its own time, and its server has it again.
    rig.marketing.lift(rig.of, CASE, 1).await.unwrap();
    let quiet = rig.peer.out.lock().unwrap().len();
    for _ in 0..12 {
        rig.advance(minutes(10));
        rig.pass(&mut BTreeMap::new(), None).await;
    }
    assert_eq!(rig.peer.out.lock().unwrap().len(), quiet, "what was held goes out by itself");
    let theirs = rows.iter().find(|row| row.text == "theirs late").unwrap();
    let ours = rows.iter().find(|row| row.native.is_none() && row.state == PostState::Held).unwrap();
    let now = rig.marketing.world.clock.now();
    assert!(rig.marketing.thaw(rig.of, ours.id, Thaw::AsItWas).await.unwrap().is_err(), "it is past due");
    for (row, at) in [(theirs, now + minutes(60)), (ours, now + minutes(70))] {
        rig.marketing.thaw(rig.of, row.id, Thaw::Reschedule(at)).await.unwrap().unwrap();
    }
    for _ in 0..100 {
        rig.advance(minutes(1));
        rig.pass(&mut BTreeMap::new(), None).await;
    }
    let out = rig.peer.out.lock().unwrap();
    let mut again: Vec<&str> = out[quiet..].iter().map(|(text, _)| text.as_str()).collect();
    again.sort_unstable();
    assert_eq!(again, [ours.text.as_str(), "theirs late"]);
}
