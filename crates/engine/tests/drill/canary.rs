//! Every kind of target points to one listener: a drill makes no connection to it, and a live world makes one by each kind.

use super::{set, short};
use connect::http::{Allow, Client};
use connect::outbound::mail::{Mailer, MailerSettings};
use connect::outbound::push::Identity;
use connect::outbound::{House, Outbound};
use domain::id::{AccountId, OrganisationId, PersonId};
use domain::publish::{Length, Publication, Visibility};
use jiff::SignedDuration;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::{NewAccount, NewTarget, OutboxState};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use vigie_engine::marketing::Marketing;
use vigie_engine::replay::Play;
use vigie_engine::waking::{Guards, Waking};

/// A key and a secret of a browser that subscribed: those of RFC 8291, appendix A.
const BROWSER: (&str, &str) = (
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    "BTBZMqHH6r4Tts7J_aSIgg",
);

/// Counts connections, and answers none.
struct Canary {
    port: u16,
    heard: Arc<AtomicUsize>,
    now: Arc<Notify>,
}

impl Canary {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(AtomicUsize::new(0));
        let now = Arc::new(Notify::new());
        let (count, told) = (heard.clone(), now.clone());
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::SeqCst);
                told.notify_one();
                drop(socket);
            }
        });
        Self { port, heard, now }
    }

    /// Goes on with something until it is over, or was heard: what is tried again for minutes need not be waited for.
    async fn until_heard(&self, trying: impl Future<Output = ()>) {
        let heard = async {
            while self.heard.load(Ordering::SeqCst) == 0 {
                self.now.notified().await;
            }
        };
        tokio::select! {
            () = trying => {}
            () = heard => {}
        }
    }

    /// Connections since it was asked last.
    fn heard(&self) -> usize {
        self.heard.swap(0, Ordering::SeqCst)
    }

    fn settings(&self, kind: &str) -> String {
        let place = format!("http://127.0.0.1:{}", self.port);
        let settings = match kind {
            "mail" => json!({ "address": "lea@example.org" }),
            "ntfy" => json!({ "server": place, "topic": "night" }),
            "webhook" => json!({ "url": format!("{place}/hook"), "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }),
            "chat" => json!({ "url": format!("{place}/services/chat") }),
            _ => json!({ "endpoint": format!("{place}/push"), "keys": { "p256dh": BROWSER.0, "auth": BROWSER.1 } }),
        };
        settings.to_string()
    }

    /// A live world's way out, with a mail server, that may reach the listener.
    fn house(&self) -> Outbound {
        let place = format!("127.0.0.1:{}", self.port);
        let settings = MailerSettings {
            host: "127.0.0.1".to_owned(),
            port: Some(self.port),
            security: serde_json::from_str(r#""plain""#).unwrap(),
            name: None,
            password: None,
            from: "vigie@house.example".to_owned(),
            domain: None,
        };
        Outbound::Live(Box::new(House {
            client: Client::new(None),
            allow: Allow::parse(&[place]).unwrap(),
            mailer: Some(Mailer::new(&settings).unwrap()),
            identity: Some(Identity::new(&[7; 32], "mailto:ops@house.example").unwrap()),
        }))
    }
}

const KINDS: [&str; 5] = ["mail", "ntfy", "webhook", "chat", "push"];

/// Sends a test to each target, publishes from the account, asks the guards; how many connections each made.
async fn try_all(
    waking: &Waking,
    canary: &Canary,
    (organisation, person, account): (OrganisationId, PersonId, AccountId),
    targets: &BTreeMap<&'static str, i64>,
) -> BTreeMap<&'static str, usize> {
    let mut connections = BTreeMap::new();
    for (kind, target) in targets {
        waking.test(person, *target).await.unwrap();
        let due = waking.due().await.unwrap();
        for row in due.into_iter().filter(|row| row.message.target == *target) {
            let send = async {
                let state = waking.send(&row).await.unwrap();
                assert_ne!(state, OutboxState::Sent, "{kind}: the canary answers nobody");
            };
            canary.until_heard(send).await;
        }
        connections.insert(*kind, canary.heard());
    }
    let marketing = Marketing::of(waking);
    let text = Publication {
        key: "drill".to_owned(),
        text: "We are checking.".to_owned(),
        language: None,
        visibility: Visibility::Public,
        answers: None,
    };
    canary.until_heard(async { drop(marketing.publish(organisation, account, &text).await.unwrap()) }).await;
    connections.insert("mastodon", canary.heard());
    canary.until_heard(async { drop(marketing.check(organisation, account).await.unwrap()) }).await;
    connections.insert("account", canary.heard());
    canary.until_heard(waking.ask_guards(&mut BTreeMap::new())).await;
    connections.insert("guard", canary.heard());
    connections
}

#[tokio::test(flavor = "multi_thread")]
async fn no_drill_reaches_a_target_and_a_live_world_reaches_every_kind() {
    let canary = Canary::start().await;
    // Three quarters of an hour of storm: a freeze that no server confirms is looked after every few seconds.
    let text = short().replace(r#"length = "30h""#, r#"length = "26h""#);
    let mut drill = set(&text, Play::default(), 2).await;
    let world = drill.world().clone();
    let (store, now) = (world.store.clone(), world.clock.now());
    let organisation = store.organisations().await.unwrap()[0].id;
    let members = store.members(organisation, now).await.unwrap();
    let person = members[0].0.id;
    let mut targets = BTreeMap::new();
    for kind in KINDS {
        for (member, _) in &members {
            let (kind_, name, settings) = (kind.to_owned(), kind.to_owned(), canary.settings(kind));
            let new = NewTarget { person: member.id, kind: kind_, name, settings };
            let id = store.add_target(new, now).await.unwrap().id;
            if member.id == person {
                targets.insert(kind, id);
            }
        }
    }
    let account = NewAccount {
        brand: None,
        kind: "mastodon".to_owned(),
        server: format!("http://127.0.0.1:{}", canary.port),
        native: "1".to_owned(),
        acct: "house".to_owned(),
        name: None,
        shown: "House".to_owned(),
        token: "token".to_owned(),
        length: Length { characters: 500, per_link: 23 },
    };
    let account = store.add_account(organisation, account, now).await.unwrap().id;
    // The whole drill: people are called, a crisis is opened and spoken of, marketing is to be held.
    while drill.minute().await.unwrap() {}
    let called = store.messages_to(person, &[], None, 99).await.unwrap();
    assert!(!called.is_empty(), "the drill called nobody: it proves nothing");
    assert!(called.iter().all(|row| row.state != OutboxState::Sent), "{called:?}");
    assert_eq!(canary.heard(), 0, "a drill opened a socket");
    let at = (organisation, person, account);
    let tried = try_all(drill.waking(), &canary, at, &targets).await;
    assert!(tried.values().all(|connections| *connections == 0), "{tried:?}");
    // The same store with a way out: every kind connects, so that nothing above was silent for another reason.
    world.clock.advance_to(world.clock.now() + SignedDuration::from_hours(3));
    let place = format!("http://127.0.0.1:{}/beat", canary.port);
    let guards = Guards { heartbeats: Vec::new(), others: vec![place] };
    let live = Waking { outbound: Arc::new(canary.house()), guards, ..drill.waking().clone() };
    let tried = try_all(&live, &canary, at, &targets).await;
    assert!(tried.values().all(|connections| *connections > 0), "{tried:?}");
}
