//! Five hundred posts over two tools.

use crate::peer::Waiting;
use crate::postiz::KEY;
use crate::{CASE, EACH, Rig, minutes, start};
use domain::case::event::{HoldOutcome, Left, Thaw};
use domain::id::AccountId;
use domain::marketing::{Misfit, State};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use store::ScheduledFilter;
use vigie_engine::marketing::account::AccountError;
use vigie_engine::marketing::tool::ConnectingTool;

impl Rig {
    /// The second tool's channel, given to nobody's brand in particular.
    async fn second(&self) -> AccountId {
        self.postiz.open("shop");
        self.postiz.open("strangers");
        let asked = ConnectingTool {
            kind: "postiz".to_owned(),
            server: self.tool.clone(),
            token: KEY.to_owned(),
            name: String::new(),
        };
        let tool = loop {
            match self.marketing.connect_tool(self.of, asked.clone()).await {
                Ok(row) => break row.id,
                Err(AccountError::Refused(why)) => assert!(why.plain.contains("try later"), "{why}"),
                Err(error) => panic!("{error}"),
            }
        };
        self.marketing.give(self.of, (tool, "shop"), (self.of, None)).await.unwrap().id
    }
}

#[tokio::test]
async fn of_five_hundred_posts_in_two_tools_none_goes_out_after_it_was_confirmed() {
    let rig = Rig::new().await;
    let second = rig.second().await;
    let both = [rig.account, second];
    for n in 0..EACH {
        let due = start() + minutes(1 + 5 * n);
        let waiting = Waiting { due, text: format!("mastodon {n}"), handed: None };
        rig.peer.queue.lock().unwrap().insert(u64::try_from(n + 1).unwrap(), waiting);
        let tag = (n % 25 == 0).then_some("Safety");
        let due = due + SignedDuration::from_secs(30);
        rig.postiz.schedule(&format!("p{n}"), "shop", &format!("postiz {n}"), due, tag);
        rig.postiz.schedule(&format!("s{n}"), "strangers", &format!("stranger {n}"), due, None);
    }
    let out = || {
        let first: Vec<(String, Timestamp)> = rig.peer.out.lock().unwrap().clone();
        let second = rig.postiz.out.lock().unwrap().clone();
        let ours = second.into_iter().filter(|(channel, ..)| channel == "shop").map(|(_, text, at)| (text, at));
        first.into_iter().chain(ours).collect::<Vec<_>>()
    };
    let mut swept = BTreeMap::new();
    for _ in 0..8 {
        rig.advance(minutes(1));
        rig.pass(&mut swept, None).await;
    }
    assert!(!out().is_empty(), "nothing went out before the freeze");
    let since = rig.marketing.world.clock.now();
    rig.marketing.freeze(rig.of, &both, (CASE, 1), &["safety".to_owned()]).await.unwrap();
    let (mut accounted, mut kills) = (None, 0);
    for life in 0..400_u64 {
        rig.advance(SignedDuration::from_secs(10));
        let kill = (life < 12).then_some(20 + 17 * life);
        kills += u64::from(kill.is_some());
        rig.pass(&mut BTreeMap::new(), kill).await;
        if let Some(all) = rig.confirmed(&both, since).await {
            accounted = Some(all);
            break;
        }
    }
    let total = accounted.unwrap();
    let confirmed_at = rig.marketing.world.clock.now();
    let before: Vec<String> = out().into_iter().map(|(text, _)| text).collect();
    // Scheduled there after the freeze: caught too.
    rig.postiz.schedule("late", "shop", "postiz late", confirmed_at + minutes(300), None);
    for _ in 0..170 {
        rig.advance(minutes(10));
        rig.pass(&mut BTreeMap::new(), None).await;
    }
    let after: Vec<String> = out().into_iter().map(|(text, _)| text).filter(|text| !before.contains(text)).collect();
    let let_out =
        |text: &String| text.strip_prefix("postiz ").and_then(|n| n.parse::<usize>().ok()).is_some_and(|n| n % 25 == 0);
    let slipped: Vec<&String> = after.iter().filter(|text| !let_out(text)).collect();
    assert!(slipped.is_empty(), "went out after it was confirmed: {slipped:?}");
    assert!(!after.is_empty(), "what the plan lets out went out");
    let mut texts: Vec<String> = out().into_iter().map(|(text, _)| text).collect();
    let many = texts.len();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), many, "nothing went out twice");
    let touched = rig.postiz.touched.lock().unwrap().clone();
    assert!(touched.iter().all(|id| !id.starts_with('s')), "what is nobody's was touched");
    let strangers = rig.postiz.out.lock().unwrap().iter().filter(|(channel, ..)| channel == "strangers").count();
    assert_eq!(strangers, EACH, "and all of it went out");

    let store = &rig.marketing.world.store;
    let rows = store.scheduled_posts(rig.of, ScheduledFilter::default(), None, 9_999).await.unwrap();
    assert_eq!(rows.len(), 2 * EACH + 1, "every post is in the list, and no stranger's");
    let all = rig.marketing.accounted(rig.of, CASE).await.unwrap();
    let count = |which: fn(&HoldOutcome) -> bool| all.iter().filter(|post| which(&post.outcome)).count();
    let held = count(|outcome| matches!(outcome, HoldOutcome::Held { .. }));
    let left = count(|outcome| matches!(outcome, HoldOutcome::Left(Left::Allowed)));
    let gone = count(|outcome| matches!(outcome, HoldOutcome::Gone));
    let earlier = rows.iter().filter(|row| row.sent_at.is_some_and(|at| at < since)).count();
    assert_eq!(held + left + gone + earlier, 2 * EACH + 1, "{held} held, {left} left, {gone} gone, {earlier} earlier");
    let (calls, failed) = (rig.peer.faults.seen(), rig.postiz.seen());
    assert!(failed.1 * 6 > failed.0 && calls.1 * 6 > calls.0, "{calls:?} {failed:?}");
    println!(
        "{} posts in two tools, {total} accounted for {:#} after the freeze and {kills} kills; {held} held, {gone} out by then or let out by their kind, \
         {earlier} before; {} of {} calls failed; 0 after confirmed; {strangers} of a channel of nobody's untouched",
        2 * EACH,
        since.duration_until(confirmed_at),
        calls.1 + failed.1,
        calls.0 + failed.0,
    );

    // Let go: nothing by itself; one by one, at the date that the tool has.
    rig.marketing.lift(rig.of, CASE, 1).await.unwrap();
    let quiet = out().len();
    for _ in 0..12 {
        rig.advance(minutes(10));
        rig.pass(&mut BTreeMap::new(), None).await;
    }
    assert_eq!(out().len(), quiet, "what was held goes out by itself");
    let late = rows.iter().find(|row| row.text == "postiz late").unwrap();
    let now = rig.marketing.world.clock.now();
    let thaw = async |thaw| rig.marketing.thaw(rig.of, late.id, thaw).await.unwrap().map(|row| row.state);
    assert_eq!(thaw(Thaw::AsItWas).await, Err(Misfit::Time), "it would go out at once");
    assert_eq!(thaw(Thaw::Reschedule(now + minutes(60))).await, Err(Misfit::Elsewhere));
    rig.postiz.posts.lock().unwrap().get_mut("late").unwrap().date = now + minutes(60);
    for _ in 0..5 {
        rig.advance(minutes(2));
        rig.pass(&mut BTreeMap::new(), None).await;
    }
    assert_eq!(thaw(Thaw::AsItWas).await, Ok(State::Queued));
    for _ in 0..70 {
        rig.advance(minutes(1));
        rig.pass(&mut BTreeMap::new(), None).await;
    }
    let last: Vec<String> = out()[quiet..].iter().map(|(text, _)| text.clone()).collect();
    assert_eq!(last, ["postiz late"]);
}
