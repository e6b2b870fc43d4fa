//! Five hundred posts in the queues of two tools, each failing one call in five: the marketing is frozen by a server that is killed in the middle of it,
//! again and again, over a file and over PostgreSQL.

use crate::crisis::{PLAN, post};
use crate::database::Database;
use crate::house::{House, Served};
use crate::peer::{self, Faults, Peer, Waiting};
use crate::postiz::{self, KEY, Postiz};
use crate::wait_for;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use vigie_engine::world::Clock;

const EACH: usize = 250;

/// The two tools, by the wall's clock, with their workers.
struct Tools {
    clock: Clock,
    mastodon: Arc<Peer>,
    postiz: Arc<Postiz>,
    places: [String; 2],
    _runtime: tokio::runtime::Runtime,
}

impl Tools {
    fn start() -> Self {
        let clock = Clock::standing_at(Clock::Wall.now());
        let (queue, out) = (Mutex::default(), Mutex::default());
        let mastodon = Arc::new(Peer { clock: clock.clone(), queue, out, faults: Faults::one_in(5) });
        let postiz = Arc::new(Postiz::new(clock.clone(), Faults::one_in(5)));
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let first = axum::Router::new().fallback(peer::answer).with_state(mastodon.clone());
        let second = axum::Router::new().fallback(postiz::answer).with_state(postiz.clone());
        let places = [first, second].map(|app| runtime.block_on(peer::serve(app)));
        Self { clock, mastodon, postiz, places, _runtime: runtime }
    }

    /// Two hundred and fifty posts in each queue: on Mastodon none that its worker has in its hands already, on Postiz one every second.
    fn fill(&self) {
        let (start, seconds) = (self.clock.now(), |n: usize| SignedDuration::from_secs(i64::try_from(n).unwrap()));
        for n in 0..EACH {
            let waiting = Waiting { due: start + seconds(900 + 10 * n), text: format!("mastodon {n}"), handed: None };
            self.mastodon.queue.lock().unwrap().insert(u64::try_from(n + 1).unwrap(), waiting);
            let tag = (n % 25 == 0).then_some("Safety");
            self.postiz.schedule(&format!("p{n}"), "shop", &format!("postiz {n}"), start + seconds(20 + n), tag);
        }
    }

    /// The workers of both do what is due.
    fn work(&self, now: Timestamp) {
        self.clock.advance_to(now);
        self.mastodon.work();
        self.postiz.work();
    }

    fn out(&self) -> Vec<String> {
        let first = self.mastodon.out.lock().unwrap().iter().map(|(text, _)| text.clone()).collect::<Vec<_>>();
        let second = self.postiz.out.lock().unwrap().iter().map(|(_, text, _)| text.clone()).collect::<Vec<_>>();
        [first, second].concat()
    }

    /// How many posts the tools were told to hold.
    fn held(&self) -> usize {
        let drafts = self.postiz.posts.lock().unwrap().values().filter(|post| post.state == "DRAFT").count();
        let far = self.clock.now() + SignedDuration::from_hours(48);
        drafts + self.mastodon.queue.lock().unwrap().values().filter(|post| post.due > far).count()
    }

    /// Connects both as an owner does: what fails is tried again.
    fn connect(&self, house: &House) {
        let [mastodon, postiz] = self.places.each_ref().map(|place| format!("http://{place}"));
        let again = |arguments: &[&str]| wait_for(arguments[0], || (house.run(arguments, "").code == 0).then_some(()));
        again(&["account", "add", &mastodon, "--token", "unique-token", "--brand", "Dunes"]);
        self.postiz.open("shop");
        again(&["marketing", "tool", "add", &format!("{postiz}/api"), "--key", KEY]);
        house.done(&["marketing", "tool", "give", "1", "shop", "--brand", "Dunes"]);
    }
}

/// What the case's log says of the freeze: whether every post is accounted for.
fn confirmed(served: &Served, token: &str) -> Option<Value> {
    let log = served.api(token, "/organisations/1/cases/1/log");
    let found = log.as_array().unwrap().iter().find(|record| record["kind"] == "freeze.confirmed").cloned();
    found.map(|record| record["event"]["freeze"]["confirmed"].clone())
}

/// Every scheduled post that Vigie knows, by its state.
fn states(served: &Served, token: &str) -> BTreeMap<String, usize> {
    let (mut states, mut next) = (BTreeMap::new(), Some("/organisations/1/scheduled-posts?limit=200".to_owned()));
    while let Some(path) = next {
        let page = served.api(token, &path);
        for post in page["items"].as_array().unwrap() {
            *states.entry(post["state"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        next = page["next"].as_str().map(|url| url.split_once("/api/v1").unwrap().1.to_owned());
    }
    states
}

fn frozen_by_a_server_that_is_killed(house: &House, engine: &str) {
    let tools = Tools::start();
    let settings = std::fs::read_to_string(house.path("vigie.toml")).unwrap_or_default();
    house.file("vigie.toml", &format!("{settings}targets = {:?}\n", tools.places));
    house.init();
    let plan = house.file("plan.toml", &format!("{PLAN}\n[freeze]\nallow = [\"safety\"]\n"));
    house.done(&["plan", "keep", &plan, "--why", "quiet times"]);
    tools.connect(house);
    tools.fill();
    let (token, over) = (house.token(), AtomicBool::new(false));
    std::thread::scope(|scope| {
        // By the wall's clock until it is confirmed.
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                tools.work(Clock::Wall.now());
                std::thread::sleep(Duration::from_millis(50));
            }
        });
        let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| freeze(house, &tools, &token, engine)));
        over.store(true, Ordering::Relaxed);
        ended.unwrap();
    });
}

fn freeze(house: &House, tools: &Tools, token: &str, engine: &str) {
    let served = house.serve();
    wait_for("both queues", || (states(&served, token).values().sum::<usize>() == 2 * EACH).then_some(()));
    wait_for("what goes out before", || (!tools.out().is_empty()).then_some(()));
    let tap = json!({ "key": "tap", "brand": 1, "from": { "call": "Somebody called." } });
    let (status, said) = post(&served, token, "/cases", &tap);
    assert_eq!(status, 200, "{said}");
    let early = tools.out();
    let (mut served, mut cut) = (Some(served), BTreeSet::new());
    for life in 0..8_u64 {
        std::thread::sleep(Duration::from_millis(150 + 250 * life));
        served.take().unwrap().kill();
        cut.insert(tools.held());
        served = Some(house.serve());
    }
    let served = served.unwrap();
    let begun = Instant::now();
    let said = wait_for("every post accounted for", || confirmed(&served, token));
    let took = begun.elapsed().as_secs();
    let before = tools.out();
    let mut inside: Vec<usize> = cut.into_iter().filter(|held| (1..2 * EACH - 30).contains(held)).collect();
    inside.dedup();
    assert!(inside.len() >= 2, "no kill came in the middle of it: {inside:?}");
    // Whatever the queues still send, they send within two days.
    for hour in 0..48 {
        tools.work(Clock::Wall.now() + SignedDuration::from_hours(hour));
    }
    let all = tools.out();
    let since =
        |earlier: &[String]| -> Vec<String> { all.iter().filter(|text| !earlier.contains(text)).cloned().collect() };
    let (after, during) = (since(&before), since(&early));
    let let_out = |text: &str| text.strip_prefix("postiz ").is_some_and(|n| n.parse::<usize>().unwrap() % 25 == 0);
    assert!(after.iter().all(|text| let_out(text)), "went out after it was confirmed: {after:?}");
    assert!(during.iter().any(|text| let_out(text)), "what the plan lets out goes out");
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "nothing goes out twice");
    let states = states(&served, token);
    assert_eq!(states.values().sum::<usize>(), 2 * EACH, "every post is in the list: {states:?}");
    let count = |what: &str| said[what].as_u64().unwrap();
    let (held, left, gone) = (count("held"), count("left"), count("gone"));
    let earlier = 2 * EACH - usize::try_from(held + left + gone).unwrap();
    let (first, second) = (tools.mastodon.faults.seen(), tools.postiz.seen());
    println!(
        "{engine}: {} posts in two tools, the server killed 8 times, in the middle with {inside:?} held; {held} held, {left} let out, {gone} gone meanwhile, \
         {earlier} before; {} of {} calls failed; 0 out after confirmed, {took} s after the last kill; {states:?}",
        2 * EACH,
        first.1 + second.1,
        first.0 + second.0
    );
    assert!(earlier <= early.len(), "{earlier} are accounted for by nobody, {} were out", early.len());
    served.kill();
}

#[test]
fn nothing_goes_out_after_confirmed_though_the_server_is_killed_over_a_file() {
    frozen_by_a_server_that_is_killed(&House::bare(), "a file");
}

#[test]
fn nothing_goes_out_after_confirmed_though_the_server_is_killed_over_postgresql() {
    let Some(server) = crate::service("VIGIE_TEST_POSTGRES") else { return };
    let database = Database::create(server, "held");
    let house = House::bare();
    house.file("vigie.toml", &format!("store = {:?}\n", database.url()));
    frozen_by_a_server_that_is_killed(&house, "PostgreSQL");
}
