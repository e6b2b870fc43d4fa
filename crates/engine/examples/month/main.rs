//! How often is one person woken who watches over twenty-five shops? A month of invented life goes through the real pipeline on a
//! virtual clock: ingest, ticks, decisions, messages over a real connection to a receiver. There is a contest that everybody loves, a
//! story about nine shops at once, and one real crisis of 5,000 posts. `month [SEED] [MINUTES UNTIL ACKNOWLEDGED | never]`.

extern crate vigie_engine as engine;

mod life;

use connect::http::{Allow, Client};
use connect::outbound::{House, Outbound};
use domain::brand::BrandRole;
use domain::id::PersonId;
use domain::organisation::Role;
use domain::source::{Delivery, Source};
use domain::waking::{Event, StoryId, Subject};
use engine::EngineError;
use engine::bus::Bus;
use engine::ingest::{Ingest, Manner};
use engine::setup::PROFILE;
use engine::surge_settings;
use engine::tick::tick;
use engine::waking::{Guards, Waking};
use engine::world::{Clock, World};
use jiff::{SignedDuration, Timestamp};
use life::{BRANDS, BURNING, DAYS, Plan, TRADE, WINNER};
use std::sync::Arc;
use store::{NewBrand, NewPerson, NewSource, NewTarget, SignalFilter, Store};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// A call that was made.
struct Call {
    at: Timestamp,
    story: StoryId,
    brands: Vec<usize>,
    named: usize,
    worse: bool,
}

struct Month {
    world: World,
    waking: Waking,
    ingest: Ingest,
    sources: Vec<Source>,
    person: PersonId,
    seen: i64,
    calls: Vec<Call>,
}

#[tokio::main]
#[expect(clippy::print_stdout, reason = "an example prints what it measured")]
#[expect(clippy::disallowed_methods, reason = "a measurement reads wall time")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let seed: u64 = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(1);
    let answers = match arguments.next().as_deref() {
        Some("never") => None,
        Some(minutes) => Some(minutes.parse()?),
        None => Some(6),
    };
    let began = std::time::Instant::now();
    let plan = Plan::from("2026-10-05T00:00:00Z".parse()?);
    let mut month = Month::set(plan.start).await?;
    let said = life::month(seed, &plan);
    let posts = said.len();
    month.live(said, answers).await?;
    let Month { world, calls, .. } = &month;
    let (mut notices, mut alerts) = (0, 0);
    for organisation in world.store.organisations().await? {
        for row in world.store.signals(organisation.id, SignalFilter::default(), 1_000).await? {
            *(if row.level == "alert" { &mut alerts } else { &mut notices }) += 1;
        }
    }
    println!(
        "{posts} posts, {BRANDS} shops, {DAYS} days, seed {seed}: {notices} notices, {alerts} alerts, {:.0} s",
        began.elapsed().as_secs_f64()
    );
    for call in calls {
        let what = if call.worse { "worse" } else { "called" };
        println!("{} {what}: {} shops named, of which {:?} call", call.at, call.named, call.brands);
    }
    let about = |brand: usize| calls.iter().filter(move |call| call.brands.contains(&brand));
    let first = SignedDuration::from_mins(30);
    let crisis = about(BURNING).filter(|call| call.at >= plan.crisis && call.at < plan.crisis + first).count();
    let first_call = about(BURNING).map(|call| call.at.duration_since(plan.crisis).as_mins()).find(|m| *m >= 0);
    let contest = about(WINNER).filter(|call| call.at >= plan.contest).count();
    let trade =
        calls.iter().filter(|call| call.at >= plan.trade && call.brands.iter().any(|b| TRADE.contains(b))).count();
    let rest = calls.iter().filter(|call| call.brands.iter().all(|b| *b != BURNING && !TRADE.contains(b))).count();
    let verdict = |good: bool| if good { "pass" } else { "FAIL" };
    println!("calls in all: {}", calls.len());
    println!("in the first 30 minutes of the crisis: {crisis} (1 or 2: {})", verdict((1..=2).contains(&crisis)));
    println!("first call of the crisis after: {} minutes", first_call.map_or("–".to_owned(), |m| m.to_string()));
    println!("for the contest: {contest} (0: {})", verdict(contest == 0));
    println!("for the trade's story: {trade} (1: {})", verdict(trade == 1));
    println!("for anything else: {rest}");
    let good = (1..=2).contains(&crisis) && contest == 0 && trade == 1;
    if good { Ok(()) } else { Err("a goal was missed".into()) }
}

impl Month {
    /// Twenty-five organisations with a shop each, and one person who watches over them all.
    async fn set(at: Timestamp) -> Result<Self, Box<dyn std::error::Error>> {
        let port = receiver().await?;
        let store = Arc::new(Store::open("sqlite::memory:").await?);
        let new = NewPerson {
            name: "Léa".to_owned(),
            email: "lea@agency.example".to_owned(),
            locale: "fr".to_owned(),
            zone: "Europe/Paris".to_owned(),
            password_hash: String::new(),
        };
        let person = store.create_person(new, at).await?.id;
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        let settings = format!(r#"{{"url":"http://127.0.0.1:{port}/","secret":"{secret}"}}"#);
        let new = NewTarget { person, kind: "webhook".to_owned(), name: "Phone".to_owned(), settings };
        store.add_target(new, at).await?;
        let mut sources = Vec::new();
        for n in 0..BRANDS {
            let name = format!("Shop {n}");
            let organisation = store.create_organisation(&name, at).await?.id;
            store.set_membership(organisation, person, Role::Owner).await?;
            let profile = r#"{"size":"solo","country":"FR","languages":["fr"],
                "opening":{"first_day":1,"last_day":6,"from":420,"until":1170},"trade":"bakery"}"#;
            store.set_setting(Some(organisation), PROFILE, profile).await?;
            let (zone, role) = ("Europe/Paris".to_owned(), BrandRole::Own);
            let new = NewBrand { name, role, zone, own_accounts: Vec::new(), places: Vec::new() };
            let brand = store.create_brand(organisation, new).await?.id;
            let new = NewSource {
                organisation: Some(organisation),
                brand: Some(brand),
                kind: "webhook".to_owned(),
                name: "Said".to_owned(),
                settings: "{}".to_owned(),
            };
            sources.push(store.create_source(new, at).await?);
        }
        let world =
            World { store, clock: Clock::standing_at(at), bus: Bus::default(), folds: Default::default(), workers: 2 };
        let allow = Allow::parse(&[format!("127.0.0.1:{port}")])?;
        let house = House { client: Client::new(None), allow, mailer: None, identity: None };
        let (outbound, origin) = (Arc::new(Outbound::Live(Box::new(house))), "https://vigie.example".to_owned());
        let waking = Waking { world: world.clone(), outbound, origin, secret: [7; 32], guards: Guards::default() };
        let ingest = Ingest::open(world.clone()).await?;
        Ok(Self { world, waking, ingest, sources, person, seen: 0, calls: Vec::new() })
    }

    /// Minute by minute; in quiet times it is decided every ten minutes only.
    async fn live(&mut self, said: Vec<life::Said>, answers: Option<i64>) -> Result<(), EngineError> {
        let (settings, start) = (surge_settings()?, self.world.clock.now());
        let (mut said, mut answered) = (said.into_iter().peekable(), 0);
        for minute in 1..=DAYS * 1_440 {
            let end = start + SignedDuration::from_mins(minute);
            let mut of: Vec<Vec<domain::post::Post>> = vec![Vec::new(); BRANDS];
            while let Some(one) = said.next_if(|one| one.at < end) {
                of[one.brand].push(one.post);
            }
            for (source, posts) in self.sources.iter().zip(of).filter(|(_, posts)| !posts.is_empty()) {
                self.ingest.accept(source, Delivery { posts, ..Delivery::default() }, Manner::Live).await?;
            }
            self.world.clock.advance_to(end);
            let changed = tick(&self.world, &settings).await?;
            let open = self.world.store.counts_of_rows().await?.open_signals > 0;
            if changed > 0 || open || minute % 10 == 0 {
                self.waking.decide().await?;
                for row in self.waking.due().await? {
                    self.waking.send(&row).await?;
                }
                self.note().await?;
            }
            let ripe = |call: &&Call| answers.is_some_and(|m| call.at + SignedDuration::from_mins(m) <= end);
            while let Some(call) = self.calls.get(answered).filter(ripe) {
                self.waking.acknowledge(&Subject::Story(call.story.clone()), self.person, None).await?;
                answered += 1;
            }
        }
        Ok(())
    }

    /// Takes down the calls made since.
    async fn note(&mut self) -> Result<(), EngineError> {
        for (seq, at, body) in self.world.store.waking_events(self.seen, 10_000).await? {
            self.seen = seq;
            if let Event::Called { call, message, .. } = serde_json::from_str(&body)? {
                let calling = message.brands.iter().filter(|brand| brand.calls);
                let brands = calling.filter_map(|brand| brand.name.strip_prefix("Shop ")?.parse().ok()).collect();
                let (named, worse) = (message.brands.len(), message.worse.is_some());
                self.calls.push(Call { at, story: call.story, brands, named, worse });
            }
        }
        Ok(())
    }
}

/// Takes every message.
async fn receiver() -> std::io::Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let mut piece = [0; 65_536];
            let _ = socket.read(&mut piece).await;
            let _ = socket.write_all(b"HTTP/1.1 204 taken\r\nconnection: close\r\n\r\n").await;
            let _ = socket.shutdown().await;
        }
    });
    Ok(port)
}
