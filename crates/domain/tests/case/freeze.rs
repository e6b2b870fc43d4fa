//! The freeze as a model: a tool with its queue, a server that dies in the middle, a peer that fails one call in five, and people who press anything.

use crate::desk::{ACCOUNT, Chance, JEANNE, PAUL, Room, key, minutes, noon, text};
use std::collections::{BTreeMap, BTreeSet};
use vigie_domain::case::event::{Event, FreezeEvent, HoldOutcome, Left, Thaw};
use vigie_domain::case::state::Queued;
use vigie_domain::case::{Command, Refusal};
use vigie_domain::id::{AccountId, ScheduledId};

const OTHER: AccountId = AccountId(8);
const FOREIGN: AccountId = AccountId(99);

/// A post in a tool's queue.
#[derive(Clone, Copy)]
struct Post {
    account: AccountId,
    due: jiff::Timestamp,
    allowed: bool,
}

fn tool(count: i64, chance: &mut Chance) -> BTreeMap<ScheduledId, Post> {
    (1..=count)
        .map(|id| {
            let account = [ACCOUNT, OTHER, FOREIGN][chance.below(3)];
            let due = noon() + minutes(i64::try_from(chance.below(24 * 60)).unwrap()) - minutes(5);
            (ScheduledId(id), Post { account, due, allowed: chance.below(20) == 0 })
        })
        .collect()
}

#[test]
fn five_hundred_posts_are_accounted_for_and_none_goes_out_after_confirmed() {
    for seed in 0..5 {
        let mut chance = Chance(seed);
        let posts = tool(500, &mut chance);
        let mut room = Room::crisis();
        let freeze = Command::Freeze { key: key("tap-9"), accounts: vec![ACCOUNT, OTHER], unmapped: 0 };
        room.by(JEANNE, freeze.clone()).unwrap();
        let mut tries: BTreeMap<ScheduledId, u32> = BTreeMap::new();
        let mut confirmed = None;
        let mut out: BTreeSet<ScheduledId> = BTreeSet::new();
        for round in 0..400 {
            // The worker takes some posts, in any order; one call in five fails; now and then the server dies and reads the log again.
            for _ in 0..20 {
                let post = ScheduledId(i64::try_from(1 + chance.below(500)).unwrap());
                let Post { account, due, allowed } = posts[&post];
                let outcome = match account {
                    FOREIGN => HoldOutcome::Left(Left::Foreign),
                    _ if allowed => HoldOutcome::Left(Left::Allowed),
                    _ if out.contains(&post) || due <= noon() => HoldOutcome::Gone,
                    _ if chance.below(5) == 0 => {
                        let tries = tries.entry(post).or_default();
                        *tries += 1;
                        HoldOutcome::Failed { tries: *tries }
                    }
                    _ => HoldOutcome::Held { due },
                };
                room.house(Command::Hold { fence: 1, post, account, outcome }).unwrap();
            }
            if chance.below(10) == 0 {
                room.state = vigie_domain::case::State::of(&room.log);
                assert_eq!(room.by(JEANNE, freeze.clone()), Ok(vec![]));
            }
            room.now += minutes(1);
            for (post, of) in &posts {
                let may = room.state.may_publish(*post, of.account, of.due, 1, room.now);
                let ours = of.account != FOREIGN && !of.allowed;
                assert!(!(may && ours), "{post} in round {round} of {seed}");
                if may {
                    out.insert(*post);
                }
            }
            if confirmed.is_none() {
                match room.house(Command::Confirm { fence: 1, listed: posts.keys().copied().collect() }) {
                    Ok(events) => confirmed = Some(events),
                    Err(Refusal::Unaccounted(open)) => assert!(open > 0),
                    Err(other) => panic!("{other}"),
                }
            }
        }
        let confirmed = confirmed.unwrap();
        let [Event::Freeze(FreezeEvent::Confirmed { held, left, gone, .. })] = confirmed[..] else {
            panic!("{confirmed:?}")
        };
        assert_eq!(held + left + gone, 500);
        assert!(held > 100 && left > 100);
        let foreign = posts.values().filter(|post| post.account == FOREIGN).count();
        assert!(left as usize >= foreign);
    }
}

#[test]
fn whatever_is_pressed_nothing_ours_goes_out_under_a_freeze_late_or_in_a_burst() {
    let mut went = 0;
    for seed in 0..120 {
        let mut chance = Chance(seed);
        let posts = tool(12, &mut chance);
        let mut room = Room::crisis();
        // What the naive oracle knows: accounts that are frozen now, and when each post went out.
        let mut frozen: BTreeSet<AccountId> = BTreeSet::new();
        let mut out: BTreeMap<ScheduledId, jiff::Timestamp> = BTreeMap::new();
        let mut touched: BTreeSet<ScheduledId> = BTreeSet::new();
        for _ in 0..150 {
            let post = ScheduledId(i64::try_from(1 + chance.below(12)).unwrap());
            let Post { account, due, .. } = posts[&post];
            let fence = room.state.leases.last_key_value().map_or(1, |(fence, _)| *fence);
            let at = room.now + minutes(i64::try_from(chance.below(120)).unwrap() - 10);
            let command = match chance.below(9) {
                0 => Command::Freeze {
                    key: key(&format!("f{}", chance.below(9))),
                    accounts: vec![[ACCOUNT, OTHER][chance.below(2)]],
                    unmapped: 0,
                },
                1 | 2 => Command::Hold { fence, post, account, outcome: HoldOutcome::Held { due } },
                3 => Command::Hold { fence, post, account, outcome: HoldOutcome::Failed { tries: 1 } },
                4 => Command::Lift,
                5 => Command::UndoFreeze,
                6 => Command::Thaw { post, thaw: Thaw::Reschedule(at) },
                7 => Command::Thaw { post, thaw: [Thaw::AsItWas, Thaw::Withdraw, Thaw::Rewrite][chance.below(3)] },
                _ => Command::Confirm { fence, listed: posts.keys().copied().collect() },
            };
            let house = matches!(command, Command::Hold { .. } | Command::Confirm { .. });
            let found = if house { room.house(command.clone()) } else { room.by(PAUL, command.clone()) };
            for event in found.unwrap_or_default() {
                match event {
                    Event::Freeze(FreezeEvent::Begun { accounts, .. }) => frozen.extend(accounts),
                    Event::Freeze(FreezeEvent::Lifted { .. } | FreezeEvent::Undone { .. }) => frozen.clear(),
                    Event::Freeze(FreezeEvent::Outcome { post, .. }) => drop(touched.insert(post)),
                    _ => {}
                }
            }
            room.now += minutes(i64::try_from(chance.below(25)).unwrap());
            for (post, of) in &posts {
                let fence = room.state.leases.last_key_value().map_or(0, |(fence, _)| *fence);
                if out.contains_key(post) || !room.state.may_publish(*post, of.account, of.due, fence, room.now) {
                    continue;
                }
                assert!(!frozen.contains(&of.account), "{post} went out under a freeze, seed {seed}");
                let queued = room.state.queue.get(post);
                let due = queued.and_then(Queued::goes_out).unwrap_or(of.due);
                let late = due.duration_until(room.now);
                assert!(late <= minutes(15) && late >= minutes(0), "{post} late by {late:#}, seed {seed}");
                assert!(queued.is_none_or(|queued| queued.thaw != Some(Thaw::Withdraw)), "{post} was withdrawn");
                went += usize::from(touched.contains(post));
                out.insert(*post, due);
            }
        }
        // Of one account, no two that somebody rescheduled are closer than ten minutes.
        for (post, queued) in &room.state.queue {
            let Some(Thaw::Reschedule(at)) = queued.thaw else { continue };
            let near = room.state.queue.iter().filter(|(other, it)| *other != post && it.account == queued.account);
            let near =
                near.filter(|(_, it)| matches!(it.thaw, Some(Thaw::Reschedule(_)))).filter_map(|(_, it)| it.goes_out());
            assert!(near.into_iter().all(|other| other.duration_until(at).abs() >= minutes(10)), "seed {seed}");
        }
    }
    assert!(went > 20, "{went} held posts went out again: too few to have tried anything");
}

#[test]
fn a_sender_that_missed_a_freeze_sends_nothing() {
    let mut room = Room::crisis();
    let may = |room: &Room, fence| room.state.may_publish(ScheduledId(1), FOREIGN, noon(), fence, noon());
    assert!(may(&room, 0));
    room.by(JEANNE, Command::Freeze { key: key("a"), accounts: vec![ACCOUNT], unmapped: 3 }).unwrap();
    // Another's account goes on; who does not know of the freeze asks again first.
    assert!(!may(&room, 0) && may(&room, 1));
    room.by(JEANNE, Command::Lift).unwrap();
    assert!(!may(&room, 0) && may(&room, 1));
    let stale = Command::Hold { fence: 1, post: ScheduledId(1), account: ACCOUNT, outcome: HoldOutcome::Gone };
    let never = Command::Hold { fence: 2, post: ScheduledId(1), account: ACCOUNT, outcome: HoldOutcome::Gone };
    assert_eq!(room.house(never), Err(Refusal::NoFreeze));
    room.by(JEANNE, Command::Freeze { key: key("b"), accounts: vec![ACCOUNT], unmapped: 3 }).unwrap();
    assert_eq!(room.house(stale), Err(Refusal::Fenced));
    let foreign = Command::Freeze { key: key("c"), accounts: vec![FOREIGN], unmapped: 0 };
    assert_eq!(room.by(JEANNE, foreign), Err(Refusal::Account));
}

#[test]
fn undone_what_is_ahead_goes_out_as_it_was_and_what_is_past_stays() {
    let mut room = Room::crisis();
    room.by(JEANNE, Command::Freeze { key: key("a"), accounts: vec![ACCOUNT], unmapped: 0 }).unwrap();
    for (post, due) in [(1, noon() + minutes(5)), (2, noon() + minutes(60))] {
        let outcome = HoldOutcome::Held { due };
        room.house(Command::Hold { fence: 1, post: ScheduledId(post), account: ACCOUNT, outcome }).unwrap();
    }
    let clash = Command::Clash { post: ScheduledId(2), why: text("It praises the batch.") };
    room.house(clash).unwrap();
    assert_eq!(room.by(PAUL, Command::Thaw { post: ScheduledId(2), thaw: Thaw::AsItWas }), Err(Refusal::Frozen));
    room.now += minutes(10);
    room.by(JEANNE, Command::UndoFreeze).unwrap();
    let thaws: Vec<_> = room.state.queue.values().map(|queued| queued.thaw).collect();
    assert_eq!(thaws, [None, Some(Thaw::AsItWas)]);
    let may = |post, now| room.state.may_publish(ScheduledId(post), ACCOUNT, noon() + minutes(5), 1, now);
    assert!(!may(1, room.now) && !may(2, room.now) && may(2, noon() + minutes(60)) && !may(2, noon() + minutes(76)));
}

#[test]
fn a_second_freeze_accounts_for_every_post_anew() {
    let mut room = Room::crisis();
    let hold = |room: &mut Room, fence, post, outcome| {
        room.house(Command::Hold { fence, post: ScheduledId(post), account: ACCOUNT, outcome }).unwrap()
    };
    let due = noon() + minutes(600);
    room.by(JEANNE, Command::Freeze { key: key("a"), accounts: vec![ACCOUNT], unmapped: 0 }).unwrap();
    (1..=3).for_each(|post| drop(hold(&mut room, 1, post, HoldOutcome::Held { due })));
    room.house(Command::Confirm { fence: 1, listed: (1..=3).map(ScheduledId).collect() }).unwrap();
    room.by(JEANNE, Command::Lift).unwrap();
    room.by(JEANNE, Command::Thaw { post: ScheduledId(1), thaw: Thaw::Reschedule(noon() + minutes(60)) }).unwrap();
    room.by(JEANNE, Command::Thaw { post: ScheduledId(2), thaw: Thaw::Withdraw }).unwrap();
    room.by(JEANNE, Command::Freeze { key: key("b"), accounts: vec![ACCOUNT], unmapped: 0 }).unwrap();
    // The hour that was chosen for the first is chosen no more; what was withdrawn stays so.
    assert_eq!([1, 2].map(|post| room.state.queue[&ScheduledId(post)].thaw), [None, Some(Thaw::Withdraw)]);
    assert_eq!(
        room.house(Command::Confirm { fence: 2, listed: (1..=3).map(ScheduledId).collect() }),
        Err(Refusal::Unaccounted(3))
    );
    (1..=3).for_each(|post| drop(hold(&mut room, 2, post, HoldOutcome::Held { due })));
    assert!(room.house(Command::Confirm { fence: 2, listed: (1..=3).map(ScheduledId).collect() }).is_ok());
    assert_eq!(room.state.queue[&ScheduledId(2)].thaw, Some(Thaw::Withdraw));
}

#[test]
fn what_is_let_go_goes_out_one_by_one() {
    let mut room = Room::crisis();
    room.by(JEANNE, Command::Freeze { key: key("a"), accounts: vec![ACCOUNT, OTHER], unmapped: 0 }).unwrap();
    for (post, account) in [(1, ACCOUNT), (2, ACCOUNT), (3, OTHER)] {
        let outcome = HoldOutcome::Held { due: noon() + minutes(60) };
        room.house(Command::Hold { fence: 1, post: ScheduledId(post), account, outcome }).unwrap();
    }
    room.by(JEANNE, Command::Lift).unwrap();
    let thaw = |room: &mut Room, post, thaw| room.by(JEANNE, Command::Thaw { post: ScheduledId(post), thaw });
    let at = |wait| Thaw::Reschedule(noon() + minutes(wait));
    assert_eq!(thaw(&mut room, 1, at(0)), Err(Refusal::Time));
    assert!(thaw(&mut room, 1, at(55)).is_ok());
    for wait in [46, 55, 64] {
        assert_eq!(thaw(&mut room, 2, at(wait)), Err(Refusal::Burst), "{wait}");
    }
    assert_eq!(thaw(&mut room, 2, Thaw::AsItWas), Err(Refusal::Burst));
    assert!(thaw(&mut room, 3, at(55)).is_ok());
    assert!(thaw(&mut room, 2, at(65)).is_ok() && thaw(&mut room, 2, at(45)).is_ok());
    // Decided otherwise, it makes room.
    thaw(&mut room, 1, Thaw::Withdraw).unwrap();
    assert!(thaw(&mut room, 2, at(55)).is_ok());
    assert_eq!(thaw(&mut room, 4, at(55)), Err(Refusal::NotHeld));
}

#[test]
fn a_post_that_failed_is_not_accounted_for_whatever_was_listed() {
    let mut room = Room::crisis();
    room.by(JEANNE, Command::Freeze { key: key("a"), accounts: vec![ACCOUNT], unmapped: 0 }).unwrap();
    let due = noon() + minutes(60);
    for (post, outcome) in [(1, HoldOutcome::Held { due }), (2, HoldOutcome::Failed { tries: 1 })] {
        room.house(Command::Hold { fence: 1, post: ScheduledId(post), account: ACCOUNT, outcome }).unwrap();
    }
    for last in [0, 1, 2] {
        let listed = (1..=last).map(ScheduledId).collect();
        assert_eq!(room.house(Command::Confirm { fence: 1, listed }), Err(Refusal::Unaccounted(1)), "{last}");
    }
    let gone = Command::Hold { fence: 1, post: ScheduledId(2), account: ACCOUNT, outcome: HoldOutcome::Gone };
    room.house(gone).unwrap();
    assert!(room.house(Command::Confirm { fence: 1, listed: [1, 2].map(ScheduledId).into() }).is_ok());
    // What was held and slipped through all the same is told, and never goes out again.
    let slipped = Command::Hold { fence: 1, post: ScheduledId(1), account: ACCOUNT, outcome: HoldOutcome::Gone };
    assert_eq!(room.house(slipped).unwrap().len(), 1);
    room.by(JEANNE, Command::Lift).unwrap();
    assert!(!room.state.may_publish(ScheduledId(1), ACCOUNT, due, 1, due));
}

#[test]
fn what_the_tool_held_is_recorded_although_the_freeze_had_ended() {
    let due = noon() + minutes(60);
    let hold = |post, fence, outcome| Command::Hold { fence, post: ScheduledId(post), account: ACCOUNT, outcome };
    let mut room = Room::crisis();
    room.by(JEANNE, Command::Freeze { key: key("a"), accounts: vec![ACCOUNT], unmapped: 0 }).unwrap();
    room.by(JEANNE, Command::UndoFreeze).unwrap();
    // The tool answers after the undo: it holds the post, and the post goes out as it was to.
    room.house(hold(1, 1, HoldOutcome::Held { due })).unwrap();
    assert_eq!(room.state.queue[&ScheduledId(1)].thaw, Some(Thaw::AsItWas));
    assert!(room.state.may_publish(ScheduledId(1), ACCOUNT, due, 1, due));
    assert_eq!(room.house(hold(1, 1, HoldOutcome::Held { due })), Ok(vec![]));
    // What was past due by then waits for somebody.
    room.house(hold(2, 1, HoldOutcome::Held { due: noon() })).unwrap();
    assert_eq!(room.state.queue[&ScheduledId(2)].thaw, None);
    // After a lift it stays held, until somebody decides.
    room.by(JEANNE, Command::Freeze { key: key("b"), accounts: vec![ACCOUNT], unmapped: 0 }).unwrap();
    room.by(JEANNE, Command::Lift).unwrap();
    room.house(hold(3, 2, HoldOutcome::Held { due })).unwrap();
    assert_eq!((room.state.queue[&ScheduledId(3)].thaw, room.state.queue.len()), (None, 3));
    assert!(!room.state.may_publish(ScheduledId(3), ACCOUNT, due, 2, due));
    // A later freeze of another account leaves it as it was; one of the same accounts for it anew.
    room.by(JEANNE, Command::Freeze { key: key("c"), accounts: vec![OTHER], unmapped: 0 }).unwrap();
    assert_eq!(room.house(hold(4, 2, HoldOutcome::Held { due })).unwrap().len(), 1);
    room.by(JEANNE, Command::Freeze { key: key("d"), accounts: vec![ACCOUNT], unmapped: 0 }).unwrap();
    assert_eq!(room.house(hold(5, 2, HoldOutcome::Held { due })), Err(Refusal::Fenced));
}

#[test]
fn confirmed_is_of_the_posts_that_were_listed_and_not_of_as_many() {
    let mut room = Room::crisis();
    room.by(JEANNE, Command::Freeze { key: key("a"), accounts: vec![ACCOUNT], unmapped: 0 }).unwrap();
    let outcome = HoldOutcome::Held { due: noon() + minutes(60) };
    for post in [1, 2] {
        room.house(Command::Hold { fence: 1, post: ScheduledId(post), account: ACCOUNT, outcome }).unwrap();
    }
    // One left the list and another came onto it: as many, not the same.
    let listed = [2, 3].map(ScheduledId).into();
    assert_eq!(room.house(Command::Confirm { fence: 1, listed }), Err(Refusal::Unaccounted(1)));
    let listed = [2].map(ScheduledId).into();
    assert!(room.house(Command::Confirm { fence: 1, listed }).is_ok());
}

#[test]
fn what_one_freeze_left_alone_the_next_one_may_hold() {
    let mut room = Room::crisis();
    let due = noon() + minutes(5);
    let may = |room: &Room, fence| room.state.may_publish(ScheduledId(1), ACCOUNT, due, fence, due);
    room.by(JEANNE, Command::Freeze { key: key("a"), accounts: vec![ACCOUNT], unmapped: 0 }).unwrap();
    let left = |fence| {
        let outcome = HoldOutcome::Left(Left::Allowed);
        Command::Hold { fence, post: ScheduledId(1), account: ACCOUNT, outcome }
    };
    room.house(left(1)).unwrap();
    assert!(may(&room, 1));
    room.by(JEANNE, Command::Lift).unwrap();
    assert!(may(&room, 1));
    // The second freeze has not looked at it yet.
    room.by(JEANNE, Command::Freeze { key: key("b"), accounts: vec![ACCOUNT], unmapped: 0 }).unwrap();
    assert!(!may(&room, 2));
    room.house(left(2)).unwrap();
    assert!(may(&room, 2));
}
