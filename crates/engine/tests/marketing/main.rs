//! A freeze of five hundred posts in two queues, at a server that fails one call in five, by a Vigie that is killed again and again.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise, and says what it found")]

mod agency;
mod campaign;
mod peer;
mod postiz;
mod tools;

use connect::http::{Allow, Client};
use connect::outbound::{House, Outbound};
use domain::case::event::{HoldOutcome, Left, Thaw};
use domain::id::{AccountId, CaseId, OrganisationId};
use domain::marketing::State as PostState;
use jiff::{SignedDuration, Timestamp};
use peer::{Faults, Peer, Waiting};
use postiz::Postiz;
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

struct Rig {
    peer: Arc<Peer>,
    postiz: Arc<Postiz>,
    /// Where the second tool is.
    tool: String,
    marketing: Marketing,
    of: OrganisationId,
    account: AccountId,
}

impl Rig {
    async fn new() -> Self {
        let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
        let clock = Clock::standing_at(start());
        let world = World { store, clock: clock.clone(), bus: Bus::default(), folds: Default::default(), workers: 1 };
        let peer =
            Peer { clock: clock.clone(), queue: Mutex::default(), out: Mutex::default(), faults: Faults::one_in(5) };
        let peer = Arc::new(peer);
        let place = peer::serve(axum::Router::new().fallback(peer::answer).with_state(peer.clone())).await;
        let postiz = Arc::new(Postiz::new(clock, Faults::one_in(5)));
        let second = peer::serve(axum::Router::new().fallback(postiz::answer).with_state(postiz.clone())).await;
        let allow = Allow::parse(&[place.as_str(), second.as_str()]).unwrap();
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
                Err(AccountError::Refused(why)) => assert!(why.plain.contains("try later"), "{why}"),
                Err(error) => panic!("{error}"),
            }
        };
        Self { peer, postiz, tool: format!("http://{second}/api"), marketing, of, account }
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
        self.postiz.work();
    }

    fn advance(&self, by: SignedDuration) {
        let clock = &self.marketing.world.clock;
        clock.advance_to(clock.now() + by);
    }

    async fn confirmed(&self, accounts: &[AccountId], since: Timestamp) -> Option<usize> {
        if !self.marketing.unlisted(self.of, accounts, since).await.unwrap().is_empty() {
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
        if let Some(all) = rig.confirmed(&[rig.account], since).await {
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
    let (asked, failed) = rig.peer.faults.seen();
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
