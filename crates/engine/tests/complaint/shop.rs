//! A shop, its customers' forms, and the mail server behind it.

use connect::http::{Allow, Client};
use connect::outbound::mail::{Mailer, MailerSettings};
use connect::outbound::{House, Outbound};
use domain::brand::{Brand, BrandRole};
use domain::complaint::Channel;
use domain::id::PersonId;
use domain::organisation::Role;
use jiff::{SignedDuration, Timestamp};
use std::sync::{Arc, Mutex};
use store::{ComplaintFilter, NewBrand, NewPerson, OutboxRow, Store};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use vigie_engine::bus::Bus;
use vigie_engine::complaint::{self as complaints, Filed, Filing, Wanted};
use vigie_engine::ingest::Ingest;
use vigie_engine::waking::{Guards, Waking};
use vigie_engine::world::{Clock, World};
use words::Locale;

/// A shop with a channel, whose mails leave by a server that keeps them, or by none that listens.
pub struct Shop {
    pub waking: Waking,
    pub ingest: Ingest,
    pub brand: Brand,
    pub channel: Channel,
    pub lea: PersonId,
    pub sink: Sink,
}

pub fn start() -> Timestamp {
    "2026-03-02T10:00:00Z".parse().unwrap()
}

impl Shop {
    /// Mails are put on their way, and nobody takes them.
    pub async fn open() -> Self {
        Self::with(9, Sink::default()).await
    }

    /// Mails are taken and kept.
    pub async fn posting() -> Self {
        let sink = Sink::default();
        Self::with(sink.listen().await, sink).await
    }

    async fn with(port: u16, sink: Sink) -> Self {
        let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
        let organisation = store.create_organisation("Dunes", start()).await.unwrap().id;
        let new = NewPerson {
            name: "Léa".to_owned(),
            email: "lea@dunes.example".to_owned(),
            locale: "fr".to_owned(),
            zone: "Europe/Paris".to_owned(),
            password_hash: "none".to_owned(),
        };
        let lea = store.create_person(new, start()).await.unwrap().id;
        store.set_membership(organisation, lea, Role::Owner).await.unwrap();
        let new = NewBrand {
            name: "Chez Élodie & Fils".to_owned(),
            role: BrandRole::Own,
            zone: "Europe/Paris".to_owned(),
            own_accounts: vec!["Chez Élodie & Fils".to_owned()],
            places: Vec::new(),
        };
        let brand = store.create_brand(organisation, new).await.unwrap();
        let world = World {
            store,
            clock: Clock::standing_at(start()),
            bus: Bus::default(),
            folds: Default::default(),
            workers: 1,
        };
        let settings =
            format!(r#"{{"host":"127.0.0.1","port":{port},"security":"plain","from":"vigie@dunes.example"}}"#);
        let settings: MailerSettings = serde_json::from_str(&settings).unwrap();
        let house = House {
            client: Client::new(None),
            allow: Allow::default(),
            mailer: Some(Mailer::new(&settings).unwrap()),
            identity: None,
        };
        let waking = Waking {
            world: world.clone(),
            outbound: Arc::new(Outbound::Live(Box::new(house))),
            origin: "https://vigie.example".to_owned(),
            secret: [7; 32],
            guards: Guards::default(),
        };
        let ingest = Ingest::open(world).await.unwrap();
        let set = complaints::set_channel(&waking, organisation, brand.id, Wanted::default()).await;
        Self { ingest, brand, channel: set.unwrap().unwrap(), waking, lea, sink }
    }

    pub fn store(&self) -> &Store {
        &self.waking.world.store
    }

    pub fn pass(&self, hours: i64) {
        let clock = &self.waking.world.clock;
        clock.advance_to(clock.now() + SignedDuration::from_hours(hours));
    }

    pub fn filing(&self, text: &str, email: &str) -> Filing {
        let now = self.waking.world.clock.now();
        let shown = now - SignedDuration::from_mins(1);
        Filing {
            name: "Zoé".to_owned(),
            email: email.to_owned(),
            text: text.to_owned(),
            files: Vec::new(),
            locale: Locale::Fr,
            stamp: complaints::stamp(&self.waking.secret, &self.channel.address, shown, "n"),
            trap: String::new(),
            came_at: now,
            from: None,
        }
    }

    pub async fn file(&self, filing: Filing) -> Filed {
        complaints::file(&self.waking, &self.ingest, &self.channel, filing).await.unwrap()
    }

    /// Files something and says whether a mail goes.
    pub async fn mailed(&self, text: &str, email: &str) -> bool {
        match self.file(self.filing(text, email)).await {
            Filed::Taken { mailed, .. } => mailed,
            other => panic!("{other:?}"),
        }
    }

    pub async fn mails(&self) -> Vec<OutboxRow> {
        self.store().due_messages(self.waking.world.clock.now(), 999).await.unwrap()
    }

    pub async fn ids(&self) -> Vec<i64> {
        let all =
            self.store().complaints(self.brand.organisation, ComplaintFilter::default(), None, 999).await.unwrap();
        all.into_iter().map(|(complaint, _)| complaint.id).collect()
    }

    pub async fn answer(&self, id: i64, text: &str) {
        let said = self.store().complaint(self.brand.organisation, id).await.unwrap().complaint.said;
        let by = (self.lea, "Léa");
        complaints::answer(&self.waking, self.brand.organisation, id, by, text, said).await.unwrap();
    }
}

/// A mail server that takes every mail and keeps it.
#[derive(Clone, Default)]
pub struct Sink(Arc<Mutex<Vec<String>>>);

impl Sink {
    /// What came since it was last asked.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }

    async fn listen(&self) -> u16 {
        let (listener, kept) = (TcpListener::bind("127.0.0.1:0").await.unwrap(), self.0.clone());
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let kept = kept.clone();
                tokio::spawn(async move {
                    let (read, mut write) = socket.into_split();
                    let mut lines = BufReader::new(read).lines();
                    let (mut says, mut mail) = ("220 sink", None::<String>);
                    loop {
                        if !says.is_empty() && write.write_all(format!("{says}\r\n").as_bytes()).await.is_err() {
                            return;
                        }
                        let Ok(Some(line)) = lines.next_line().await else { return };
                        says = match (&mut mail, line.as_str()) {
                            (Some(text), ".") => {
                                kept.lock().unwrap().push(std::mem::take(text));
                                mail = None;
                                "250 kept"
                            }
                            (Some(text), line) => {
                                text.push_str(line);
                                text.push('\n');
                                ""
                            }
                            (None, "DATA") => {
                                mail = Some(String::new());
                                "354 go on"
                            }
                            (None, _) => "250 yes",
                        };
                    }
                });
            }
        });
        port
    }
}
