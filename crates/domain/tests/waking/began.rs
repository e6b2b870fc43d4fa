//! A storm that begins with one grave post is one story; what is told once is what one acknowledgement silences.

use crate::desk::{Desk, ack, alert, awake, calls, ladder, minutes, start, town};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::sample::select;
use vigie_domain::id::PersonId;
use vigie_domain::waking::{Command, Event, Occurrence, Subject, Worse};

const POST: &str = "0-grave";
const SURGE: &str = "0-surge";

/// Person 1 alone, with two targets.
fn alone() -> Desk {
    let mut rules = awake(town());
    rules.recipients.retain(|person, _| person.0 == 1);
    rules.ladders.values_mut().for_each(|rungs| *rungs = ladder(&[&[1]]));
    Desk::new(rules)
}

fn words(words: &str) -> Vec<u64> {
    words.split(' ').map(text::token::hash).collect()
}

/// One grave post about brand 0.
fn post(at: Timestamp) -> Occurrence {
    let plain = alert(0, at, 1);
    Occurrence {
        signal: POST.to_owned(),
        grave: plain.posts.first().copied(),
        ill: false,
        until: at + minutes(60),
        prints: vec![1],
        words: words("glass in the bread my daughter cut her tongue at the bakery this morning"),
        ..plain
    }
}

/// A surge of brand 0 that tells the same in other words.
fn surge(onset: Timestamp, now: Timestamp, observed: i64) -> Occurrence {
    Occurrence {
        signal: SURGE.to_owned(),
        onset,
        until: now + minutes(60),
        prints: vec![u64::MAX],
        words: words("bread glass bakery boycott shame liars"),
        ..alert(0, onset, observed)
    }
}

fn grew(occurrence: Occurrence) -> Command {
    Command::Grew(occurrence)
}

/// The post is told at `start`; the surge as `change` has it comes after so many minutes and is reported for forty.
fn after_the_post(mut desk: Desk, after: i64, change: impl Fn(Occurrence) -> Occurrence) -> Vec<i64> {
    let t = start() + minutes(after);
    for minute in 0..40 {
        let now = t + minutes(minute);
        desk.tell(&grew(change(surge(t, now, 6 + minute))), now);
        desk.tell(&Command::Tick, now);
    }
    desk.calls().iter().map(|call| call.at.duration_since(start()).as_mins()).collect()
}

/// A desk at which the post was told and somebody tapped two minutes later.
fn tapped(dismissed: bool) -> Desk {
    let mut desk = alone();
    desk.tell(&grew(post(start())), start());
    desk.tell(&Command::Tick, start());
    let (subject, by, at) = (Subject::Signal(POST.to_owned()), PersonId(1), start() + minutes(2));
    let tap = match dismissed {
        true => Command::Dismissed { subject, by, at },
        false => Command::Acknowledged { subject, by, at },
    };
    desk.tell(&tap, at);
    desk
}

#[test]
fn a_storm_that_begins_with_a_grave_post_is_silent_with_it() {
    for after in [3, 60, 11 * 60] {
        assert_eq!(after_the_post(tapped(false), after, |surge| surge), [0], "{after} minutes after");
    }
    let others = |surge: Occurrence| Occurrence { words: words("rude waiter video mocks guest"), ..surge };
    let mute = |surge: Occurrence| Occurrence { words: vec![], ..surge };
    let of_another = |surge: Occurrence| Occurrence { brand: vigie_domain::id::BrandId(3), ..surge };
    assert_eq!(after_the_post(tapped(false), 60, others), [0, 61, 71], "another story");
    assert_eq!(after_the_post(tapped(false), 60, mute), [0, 61, 71], "nothing says that it is the same");
    assert_eq!(after_the_post(tapped(false), 60, of_another), [0, 61, 71], "another brand");
    assert_eq!(after_the_post(tapped(false), 13 * 60, |surge| surge), [0, 781, 791], "another day");
    assert_eq!(after_the_post(tapped(true), 60, |surge| surge), [0, 61, 71], "a hoax silences nobody else");
}

#[test]
fn it_wakes_once_more_when_it_is_materially_worse() {
    for (observed, press, worse) in
        [(49, false, None), (50, false, Some(Worse::Tenfold)), (6, true, Some(Worse::Press))]
    {
        let mut desk = tapped(false);
        let t = start() + minutes(60);
        for minute in 0..60 {
            let now = t + minutes(minute);
            let (observed, press) = if minute < 30 { (6, false) } else { (observed, press) };
            desk.tell(&grew(Occurrence { press, ..surge(t, now, observed) }), now);
            desk.tell(&Command::Tick, now);
        }
        let again: Vec<_> = desk.calls()[1..].iter().map(|call| (call.key.step, call.message.worse)).collect();
        // One round: the first target, ten minutes later the other.
        let round = worse.map_or(vec![], |worse| vec![(1, Some(worse)); 2]);
        assert_eq!(again, round, "{observed}, press {press}");
    }
}

#[test]
fn told_and_not_answered_the_surge_is_the_same_call() {
    let mut desk = alone();
    desk.tell(&grew(post(start())), start());
    desk.tell(&Command::Tick, start());
    let t = start() + minutes(4);
    desk.tell(&grew(surge(t, t, 20)), t);
    desk.pass(t, start() + minutes(15));
    let told: Vec<_> = desk.short().into_iter().map(|call| (call.0, call.2)).collect();
    assert_eq!(told, [(0, "push".to_owned()), (10, "mail".to_owned())], "the ladder's next, not a call of its own");
    let named: Vec<_> = desk.calls()[1].message.brands.iter().map(|named| named.signal.clone()).collect();
    assert_eq!(named, [POST, SURGE]);
    let now = start() + minutes(15);
    desk.tell(&ack(POST, 1, now), now);
    for minute in 16..60 {
        desk.tell(&grew(surge(t, start() + minutes(minute), 30)), start() + minutes(minute));
        desk.tell(&Command::Tick, start() + minutes(minute));
    }
    assert_eq!(desk.calls().len(), 2, "one tap silences both");
}

#[test]
fn a_post_that_nobody_answered_silences_no_storm() {
    let mut desk = alone();
    desk.tell(&grew(post(start())), start());
    desk.pass(start(), start() + minutes(50));
    assert!(desk.events.iter().any(|event| matches!(event, Event::Unanswered { .. })));
    assert_eq!(after_the_post(desk, 50, |surge| surge), [1, 11, 51, 61], "nobody knows: it calls");
}

#[test]
fn a_grave_post_in_a_surge_is_told_at_once_whoever_knows_of_the_surge() {
    for answered in [true, false] {
        let mut desk = alone();
        let (t, later) = (start(), start() + minutes(5));
        let hours = |now| Occurrence { until: t + minutes(300), ..surge(t, now, 20) };
        desk.tell(&grew(hours(t)), t);
        desk.pass(t, t + minutes(4));
        if answered {
            desk.tell(&ack(SURGE, 1, t + minutes(4)), t + minutes(4));
        }
        desk.tell(&grew(post(later)), later);
        desk.tell(&Command::Tick, later);
        let at: Vec<_> = desk.short().into_iter().map(|call| call.0).collect();
        assert_eq!(at, [1, 5], "the surge answered: {answered}");
        // One tap, at the post's message: who was told of the surge too has answered for both.
        let now = later + minutes(1);
        desk.tell(&ack(POST, 1, now), now);
        desk.pass(now, now + minutes(120));
        assert_eq!(desk.calls().len(), 2, "the surge answered: {answered}");
    }
}

#[test]
fn a_surge_that_is_gathered_is_called_with_the_post_at_once() {
    let mut desk = alone();
    let (t, soon) = (start(), start() + SignedDuration::from_secs(10));
    desk.tell(&grew(surge(t, t, 20)), t);
    desk.tell(&grew(post(soon)), soon);
    desk.tell(&Command::Tick, soon);
    let named: Vec<_> = desk.calls()[0].message.brands.iter().map(|named| named.signal.as_str().to_owned()).collect();
    assert_eq!((desk.calls().len(), named), (1, vec![POST.to_owned(), SURGE.to_owned()]));
}

/// What may happen to one brand after its grave post was told and acknowledged.
#[derive(Clone, Debug)]
enum Then {
    Surge {
        observed: i64,
        press: bool,
    },
    /// A surge's words are others from now on.
    Words,
    Again,
    Tap(bool),
    Pass(i64),
    Restart,
}

fn then() -> impl Strategy<Value = Then> {
    let observed = select(vec![1_i64, 5, 9, 20, 49, 50, 400, 5_000]);
    prop_oneof![
        6 => (observed, proptest::bool::weighted(0.05)).prop_map(|(observed, press)| Then::Surge { observed, press }),
        1 => Just(Then::Words),
        2 => Just(Then::Again),
        1 => any::<bool>().prop_map(Then::Tap),
        4 => (1..40_i64).prop_map(Then::Pass),
        1 => Just(Then::Restart),
    ]
}

proptest! {
    /// The law: silent since a tap until ten times the most that was seen (five at least) or the press, then one round, until the next tap.
    #[test]
    fn one_tap_silences_the_post_and_its_storm_until_worse(thens in proptest::collection::vec(then(), 1..40)) {
        let mut desk = tapped(false);
        let (mut now, mut told) = (start() + minutes(3), desk.calls().len());
        // What who tapped last could see, and the calls of the round since it was exceeded.
        let (mut seen, mut press_seen, mut round) = (5, false, None::<usize>);
        let (mut onset, mut told_in) = (None, surge(now, now, 1).words);
        let (mut most, mut pressed) = (1, false);
        for then in thens {
            now += SignedDuration::from_secs(1);
            let mut events = Vec::new();
            match then {
                Then::Surge { observed, press } => {
                    let began = *onset.get_or_insert(now);
                    pressed |= press;
                    let news = Occurrence { words: told_in.clone(), press, ..surge(began, now, observed) };
                    events.extend(desk.tell(&grew(news), now));
                    most = observed;
                    if round.is_none() && (observed >= seen * 10 || (pressed && !press_seen)) {
                        round = Some(0);
                    }
                }
                // A story stays one, whatever is said later.
                Then::Words if onset.is_some() => told_in = words("shame boycott liars"),
                Then::Words => {}
                Then::Again => events.extend(desk.tell(&grew(post(start())), now)),
                Then::Tap(post) => {
                    let on = if post || onset.is_none() { POST } else { SURGE };
                    events.extend(desk.tell(&ack(on, 1, now), now));
                    if round.take().is_some() {
                        (seen, press_seen) = (most.max(5), pressed);
                    }
                }
                Then::Pass(passing) => {
                    for _ in 0..passing {
                        now += minutes(1);
                        events.extend(desk.tell(&Command::Tick, now));
                    }
                }
                Then::Restart => desk.restart(),
            }
            let made = calls(&events).len();
            told += made;
            match &mut round {
                Some(round) => *round += made,
                None => prop_assert_eq!(made, 0, "silent, {} seen", seen),
            }
            prop_assert!(round.is_none_or(|round| round <= 2), "two targets, one round");
        }
        prop_assert_eq!(told, desk.calls().len());
    }
}
