//! Messages to a mail server and a receiver that are killed and started again while messages are on their way.

use crate::rig::{Manners, Receiver, Shop};
use connect::http::{Allow, Client};
use connect::outbound::mail::{Mailer, MailerSettings};
use connect::outbound::{House, Outbound};
use domain::target::Notification;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{NewTarget, OutboxState};
use vigie_engine::waking::{Letter, Waking};

/// Messages to each of the two.
const MESSAGES: usize = 30;

/// What is known of one message: how often a server had it whole, and how often as a repeat.
#[derive(Default, Debug)]
struct Had {
    plain: usize,
    repeats: usize,
}

fn mail(message: &serde_json::Value) -> (String, bool) {
    let text = message.as_str().unwrap();
    let id = text.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap();
    (id.to_owned(), text.contains("You may have received this before."))
}

fn hook(message: &serde_json::Value) -> (String, bool) {
    (message["data"]["key"].as_str().unwrap().to_owned(), message["data"]["repeat"].as_bool().unwrap())
}

/// What a server had, by message.
fn had(receiver: &Receiver, read: fn(&serde_json::Value) -> (String, bool)) -> BTreeMap<String, Had> {
    let mut all: BTreeMap<String, Had> = BTreeMap::new();
    for (key, repeat) in receiver.heard().iter().map(read) {
        let had = all.entry(key).or_default();
        *(if repeat { &mut had.repeats } else { &mut had.plain }) += 1;
    }
    all
}

/// The shop's waking, with a mail server.
async fn with_mail(shop: &Shop, mails: &Receiver) -> (Waking, i64) {
    let settings = MailerSettings {
        host: "127.0.0.1".to_owned(),
        port: Some(mails.port),
        security: serde_json::from_str(r#""plain""#).unwrap(),
        name: None,
        password: None,
        from: "vigie@house.example".to_owned(),
        domain: None,
    };
    let allow = Allow::parse(&[format!("127.0.0.1:{}", shop.receiver.port)]).unwrap();
    let mailer = Some(Mailer::new(&settings).unwrap());
    let house = House { client: Client::new(None), allow, mailer, identity: None };
    let (person, kind) = (shop.lea, "mail".to_owned());
    let new =
        NewTarget { person, kind, name: "Mail".to_owned(), settings: r#"{"address":"lea@example.org"}"#.to_owned() };
    let target = shop.world.store.add_target(new, shop.world.clock.now()).await.unwrap().id;
    (Waking { outbound: Arc::new(Outbound::Live(Box::new(house))), ..shop.waking.clone() }, target)
}

/// A message that waits half an hour.
fn letter(number: usize, now: Timestamp) -> Letter {
    let note = Notification {
        key: format!("message-{number}"),
        story: "story".to_owned(),
        title: "Dunes".to_owned(),
        body: "60 mentions".to_owned(),
        link: None,
        waking: false,
        repeat: false,
        lang: "en".to_owned(),
        until: now + SignedDuration::from_mins(30),
        answer: None,
    };
    Letter { note, repeat_line: "You may have received this before.".to_owned(), call: None, of: BTreeSet::new() }
}

/// What a server does in a minute: it lives, is dead, or breaks off at one point or another.
fn fate(minute: usize) -> Option<Manners> {
    match minute % 17 {
        3 | 14 => Some(Manners::Swallows),
        5 => Some(Manners::Dies),
        8..=10 => None,
        12 => Some(Manners::Refuses),
        _ => Some(Manners::Takes),
    }
}

#[tokio::test]
async fn servers_that_die_and_return_lose_nothing_and_every_repeat_says_so() {
    let shop = Shop::open().await;
    let mails = Receiver::mail().await;
    let (waking, mail_target) = with_mail(&shop, &mails).await;
    let hook_target = shop.world.store.targets(Some(shop.lea)).await.unwrap()[0].id;
    let (start, mut cut_short) = (shop.world.clock.now(), BTreeSet::new());
    for minute in 0..MESSAGES + 60 {
        let now = start + SignedDuration::from_mins(minute as i64);
        shop.world.clock.advance_to(now);
        // Every message waits half an hour: the servers are well again before the last of them is stale.
        let fate = if minute < MESSAGES { fate(minute) } else { Some(Manners::Takes) };
        for server in [&mails, &shop.receiver] {
            server.kill().await;
            if let Some(manners) = fate {
                server.behave(manners);
                server.restart().await;
            }
        }
        if minute < MESSAGES {
            for target in [mail_target, hook_target] {
                let message = letter(minute, now).message(target, shop.lea, None).unwrap();
                shop.world.store.post_message(message, now).await.unwrap();
            }
        }
        // Vigie itself is killed as well, when it has taken a message and nothing is written down.
        if minute % 13 == 5
            && let Some(row) = waking.due().await.unwrap().first()
        {
            assert!(shop.world.store.begin_sending(row.id, now).await.unwrap());
            cut_short.insert(row.message.key.clone());
        }
        waking.resume().await.unwrap();
        for row in waking.due().await.unwrap() {
            waking.send(&row).await.unwrap();
        }
    }
    let states = shop.states(shop.lea).await;
    assert_eq!(
        (states.len(), states.iter().all(|state| *state == OutboxState::Sent)),
        (2 * MESSAGES, true),
        "{states:?}"
    );
    for (server, read) in [(&mails, mail as fn(&_) -> _), (&shop.receiver, hook)] {
        let had = had(server, read);
        assert_eq!(had.len(), MESSAGES, "no message is lost: {had:?}");
        assert_eq!(server.acknowledged(), MESSAGES, "what was taken for certain is not said again");
        assert!(had.values().all(|had| had.plain <= 1), "a repeat says that it is one: {had:?}");
        assert!(had.values().any(|had| had.plain + had.repeats > 1), "the servers were too kind: {had:?}");
        // Where a connection ends without a word, HTTP does not say whether the message arrived; mail does.
        let unknown = cut_short.len() + if server.port == mails.port { 0 } else { server.died() };
        let only_repeats = had.values().filter(|had| had.plain == 0).count();
        assert!(only_repeats <= unknown, "a repeat without an unknown outcome before it: {had:?}");
    }
}
