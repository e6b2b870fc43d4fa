//! A shop with a storm, people with webhooks, and a receiver that takes, refuses or swallows.

use connect::http::{Allow, Client};
use connect::outbound::{House, Outbound};
use domain::id::{OrganisationId, PersonId, SourceId};
use domain::organisation::Role;
use domain::post::{Post, Rating};
use domain::source::{Delivery, Outcome, Source};
use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use store::{NewBrand, NewPerson, NewSource, NewTarget, OutboxState, Store, Try};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;
use vigie_engine::bus::Bus;
use vigie_engine::ingest::{Ingest, Manner};
use vigie_engine::surge_settings;
use vigie_engine::tick::tick;
use vigie_engine::waking::{Guards, Waking};
use vigie_engine::world::{Clock, World};

pub const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// What a receiver does with a message.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Manners {
    Takes,
    Refuses,
    /// Reads it whole and breaks off.
    Swallows,
    /// Breaks off before it has read anything.
    Dies,
}

/// Takes webhooks, or mails.
#[derive(Clone)]
pub struct Receiver {
    pub port: u16,
    mails: bool,
    manners: Arc<Mutex<Manners>>,
    heard: Arc<Mutex<Vec<serde_json::Value>>>,
    acknowledged: Arc<AtomicUsize>,
    died: Arc<AtomicUsize>,
    life: Arc<Mutex<Option<AbortHandle>>>,
}

impl Receiver {
    pub async fn start() -> Self {
        Self::new(false).await
    }

    /// A mail server.
    pub async fn mail() -> Self {
        Self::new(true).await
    }

    async fn new(mails: bool) -> Self {
        let mut receiver = Self {
            port: 0,
            mails,
            manners: Arc::new(Mutex::new(Manners::Takes)),
            heard: Arc::default(),
            acknowledged: Arc::default(),
            died: Arc::default(),
            life: Arc::default(),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        receiver.port = listener.local_addr().unwrap().port();
        receiver.live(listener);
        receiver
    }

    fn live(&self, listener: TcpListener) {
        let own = self.clone();
        let life = tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                match own.mails {
                    true => drop(own.serve_mail(BufReader::new(socket)).await),
                    false => own.serve(socket).await,
                }
            }
        });
        *self.life.lock().unwrap() = Some(life.abort_handle());
    }

    /// Ends it as `kill -9` does: nothing listens any more, whatever was being told.
    pub async fn kill(&self) {
        let life = self.life.lock().unwrap().take();
        if let Some(life) = life {
            life.abort();
            while !life.is_finished() {
                tokio::task::yield_now().await;
            }
        }
    }

    /// Starts it again at the same address, where it was killed.
    pub async fn restart(&self) {
        if self.life.lock().unwrap().is_none() {
            self.live(TcpListener::bind(("127.0.0.1", self.port)).await.unwrap());
        }
    }

    /// Takes one mail as RFC 5321 says; `None` where the connection ended.
    async fn serve_mail(&self, mut wire: BufReader<TcpStream>) -> Option<()> {
        let manners = *self.manners.lock().unwrap();
        if manners == Manners::Dies {
            self.died.fetch_add(1, Ordering::SeqCst);
            return None;
        }
        wire.write_all(b"220 ready\r\n").await.ok()?;
        let mut mail: Option<String> = None;
        loop {
            let mut line = String::new();
            if wire.read_line(&mut line).await.ok()? == 0 {
                return None;
            }
            let answer = match (&mut mail, line.trim_end()) {
                (Some(text), ".") => {
                    let text = std::mem::take(text);
                    mail = None;
                    if manners == Manners::Refuses {
                        "451 not now"
                    } else {
                        self.heard.lock().unwrap().push(serde_json::Value::String(text));
                        if manners == Manners::Swallows {
                            return None;
                        }
                        self.acknowledged.fetch_add(1, Ordering::SeqCst);
                        "250 taken"
                    }
                }
                (Some(text), _) => {
                    text.push_str(&line);
                    continue;
                }
                (None, "DATA") => {
                    mail = Some(String::new());
                    "354 go on"
                }
                (None, _) => "250 yes",
            };
            wire.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
        }
    }

    pub fn behave(&self, manners: Manners) {
        *self.manners.lock().unwrap() = manners;
    }

    /// The messages that it took or swallowed, oldest first.
    pub fn heard(&self) -> Vec<serde_json::Value> {
        self.heard.lock().unwrap().clone()
    }

    /// How many messages it said it had taken.
    pub fn acknowledged(&self) -> usize {
        self.acknowledged.load(Ordering::SeqCst)
    }

    /// How many connections it broke off.
    pub fn died(&self) -> usize {
        self.died.load(Ordering::SeqCst)
    }

    async fn serve(&self, mut socket: TcpStream) {
        let (mut bytes, mut piece) = (Vec::new(), [0; 8192]);
        let body = loop {
            let n = socket.read(&mut piece).await.unwrap_or(0);
            bytes.extend_from_slice(&piece[..n]);
            let text = String::from_utf8_lossy(&bytes).to_string();
            if let Some((head, body)) = text.split_once("\r\n\r\n") {
                let length = head
                    .lines()
                    .find_map(|line| line.to_lowercase().strip_prefix("content-length:").map(str::to_owned));
                if body.len() >= length.and_then(|n| n.trim().parse().ok()).unwrap_or(0) {
                    break body.to_owned();
                }
            }
            if n == 0 {
                return;
            }
        };
        let manners = *self.manners.lock().unwrap();
        if manners == Manners::Dies {
            self.died.fetch_add(1, Ordering::SeqCst);
            return;
        }
        if manners == Manners::Refuses {
            let _ = socket.write_all(b"HTTP/1.1 500 down\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await;
            return;
        }
        // A question without a body is answered and not kept.
        self.heard.lock().unwrap().extend(serde_json::from_str::<serde_json::Value>(&body));
        if manners == Manners::Takes {
            self.acknowledged.fetch_add(1, Ordering::SeqCst);
            let _ = socket.write_all(b"HTTP/1.1 204 taken\r\nconnection: close\r\n\r\n").await;
        }
    }
}

/// One organisation with one brand whose reviews come from one source.
pub struct Shop {
    pub world: World,
    pub waking: Waking,
    pub ingest: Ingest,
    pub source: Source,
    pub organisation: OrganisationId,
    pub lea: PersonId,
    pub receiver: Receiver,
    next: AtomicUsize,
    unheard: Mutex<Vec<Post>>,
}

pub fn start() -> Timestamp {
    "2026-11-02T00:00:00Z".parse().unwrap()
}

pub fn after(minutes: i64) -> Timestamp {
    start() + SignedDuration::from_mins(minutes)
}

impl Shop {
    /// Three quiet weeks have passed: three reviews a day, one in six of them bad.
    pub async fn open() -> Self {
        let receiver = Receiver::start().await;
        let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
        let organisation = store.create_organisation("Dunes", start()).await.unwrap().id;
        let new = NewBrand {
            name: "Dunes".to_owned(),
            role: domain::brand::BrandRole::Own,
            zone: "Europe/Paris".to_owned(),
            own_accounts: Vec::new(),
            places: Vec::new(),
        };
        let brand = store.create_brand(organisation, new).await.unwrap().id;
        let new = NewSource {
            organisation: Some(organisation),
            brand: Some(brand),
            kind: "file".to_owned(),
            name: "Reviews".to_owned(),
            settings: "{}".to_owned(),
        };
        let source = store.create_source(new, start()).await.unwrap();
        let world = World {
            store,
            clock: Clock::standing_at(start()),
            bus: Bus::default(),
            folds: Default::default(),
            workers: 1,
        };
        let waking = Self::waking(&world, &receiver);
        let ingest = Ingest::open(world.clone()).await.unwrap();
        let next = AtomicUsize::new(0);
        let lea = PersonId(0);
        let mut shop =
            Self { world, waking, ingest, source, organisation, lea, receiver, next, unheard: Mutex::default() };
        shop.lea = shop.joins("Léa", Role::Owner).await;
        for n in 0..63 {
            shop.says(after(n * 480), if n % 6 == 0 { 1 } else { 5 }, "Bon pain, accueil rapide").await;
        }
        shop.judge(after(63 * 480)).await;
        shop
    }

    /// What wakes people in a world, as a process that has just started has it.
    pub fn waking(world: &World, receiver: &Receiver) -> Waking {
        let allow = Allow::parse(&[format!("127.0.0.1:{}", receiver.port)]).unwrap();
        let house = House { client: Client::new(None), allow, mailer: None, identity: None };
        let outbound = Arc::new(Outbound::Live(Box::new(house)));
        Waking {
            world: world.clone(),
            outbound,
            origin: "https://vigie.example".to_owned(),
            secret: [7; 32],
            guards: Guards::default(),
        }
    }

    /// Somebody who is called by the receiver, under a path of their own.
    pub async fn joins(&self, name: &str, role: Role) -> PersonId {
        let new = NewPerson {
            name: name.to_owned(),
            email: format!("{name}@example.org"),
            locale: "fr".to_owned(),
            zone: "Europe/Paris".to_owned(),
            password_hash: String::new(),
        };
        let person = self.world.store.create_person(new, start()).await.unwrap().id;
        self.world.store.set_membership(self.organisation, person, role).await.unwrap();
        let settings =
            format!(r#"{{"url":"http://127.0.0.1:{}/{}","secret":"{SECRET}"}}"#, self.receiver.port, person.0);
        let new = NewTarget { person, kind: "webhook".to_owned(), name: "Hook".to_owned(), settings };
        self.world.store.add_target(new, start()).await.unwrap();
        person
    }

    fn review(&self, at: Timestamp, stars: u32, text: &str) -> Post {
        let n = self.next.fetch_add(1, Ordering::SeqCst);
        Post {
            source_kind: "file".to_owned(),
            native_id: format!("r{n}"),
            author: domain::post::Author { handle: Some(format!("guest{n}")), ..Default::default() },
            text: text.to_owned(),
            rating: Some(Rating { tenths: stars * 10, out_of: 5 }),
            published_at: Some(at),
            seen_at: at,
            ..Post::default()
        }
    }

    pub async fn says(&self, at: Timestamp, stars: u32, text: &str) {
        self.tells(at, stars, text, Manner::Live).await;
    }

    pub async fn tells(&self, at: Timestamp, stars: u32, text: &str, manner: Manner) {
        self.world.clock.advance_to(at);
        let delivery = Delivery { posts: vec![self.review(at, stars, text)], ..Delivery::default() };
        self.ingest.accept(&self.source, delivery, manner).await.unwrap();
    }

    pub async fn judge(&self, at: Timestamp) {
        self.world.clock.advance_to(at);
        tick(&self.world, &surge_settings().unwrap()).await.unwrap();
    }

    /// So many reviews, one each ten seconds, judged and decided each minute, sent when due.
    pub async fn storm(&self, from: Timestamp, number: i64, stars: u32) {
        for n in 0..number {
            let at = from + SignedDuration::from_secs(n * 10);
            self.says(at, stars, "Du sable\n\u{202e}dans le pain ! Écrivez à victime@example.org ou 06 12 34 56 78")
                .await;
            if n % 6 == 5 {
                self.minute(at + SignedDuration::from_secs(5)).await;
            }
        }
    }

    /// What happens at the end of a minute.
    pub async fn minute(&self, at: Timestamp) {
        self.judge(at).await;
        self.waking.decide().await.unwrap();
        self.send().await;
    }

    /// Minutes in which nobody says anything.
    pub async fn minutes(&self, from: Timestamp, number: i64) {
        for n in 0..number {
            self.minute(from + SignedDuration::from_mins(n)).await;
        }
    }

    /// Something said that nobody hears yet.
    pub async fn keeps_quiet_and_says(&self, at: Timestamp, stars: u32, text: &str) {
        self.unheard.lock().unwrap().push(self.review(at, stars, text));
    }

    /// The sources catch up.
    pub async fn catches_up(&self) {
        let now = self.world.clock.now();
        let posts = std::mem::take(&mut *self.unheard.lock().unwrap());
        let posts = posts.into_iter().map(|post| Post { seen_at: now, ..post }).collect();
        self.ingest.accept(&self.source, Delivery { posts, ..Delivery::default() }, Manner::Live).await.unwrap();
    }

    /// A feed of the organisation.
    pub async fn listens_to(&self, name: &str) -> SourceId {
        let new = NewSource {
            organisation: Some(self.organisation),
            brand: None,
            kind: "feed".to_owned(),
            name: name.to_owned(),
            settings: "{}".to_owned(),
        };
        self.world.store.create_source(new, start()).await.unwrap().id
    }

    pub async fn tried(&self, source: SourceId, works: bool) {
        let (outcome, detail) =
            if works { (Outcome::Ok, None) } else { (Outcome::Network, Some("no answer".to_owned())) };
        let tried = Try { at: self.world.clock.now(), outcome, detail, next_at: None, heard_post_at: None };
        self.world.store.record_try(source, tried).await.unwrap();
    }

    /// What wakes people here, watching over others as well.
    pub fn watches(&self, others: &[&str], peer: &Receiver) -> Waking {
        let allow = [self.receiver.port, peer.port].map(|port| format!("127.0.0.1:{port}"));
        let allow = Allow::parse(&allow).unwrap();
        let house = House { client: Client::new(None), allow, mailer: None, identity: None };
        let guards = Guards { heartbeats: Vec::new(), others: others.iter().map(|o| (*o).to_owned()).collect() };
        Waking { outbound: Arc::new(Outbound::Live(Box::new(house))), guards, ..self.waking.clone() }
    }

    pub async fn send(&self) {
        for row in self.waking.due().await.unwrap() {
            self.waking.send(&row).await.unwrap();
        }
    }

    pub async fn states(&self, person: PersonId) -> Vec<OutboxState> {
        let rows = self.world.store.messages_to(person, &[], None, 99).await.unwrap();
        rows.into_iter().rev().map(|row| row.state).collect()
    }
}
