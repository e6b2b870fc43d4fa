//! Single cases: one story, one call, the ladder, who is told what.

use crate::desk::{Desk, ack, alert, awake, ladder, minutes, recipient, start, town};
use vigie_domain::id::{OrganisationId, PersonId};
use vigie_domain::signal::Level;
use vigie_domain::waking::{
    Budget, Command, Event, Occurrence, Outcome, Reason, Recipient, Rules, Subject, Why, Worse,
};

fn grew(occurrence: Occurrence) -> Command {
    Command::Grew(occurrence)
}

/// Person 1 alone, with two targets, in all three organisations.
fn alone() -> Desk {
    let mut rules = town();
    rules.recipients.retain(|person, _| person.0 == 1);
    for rungs in rules.ladders.values_mut() {
        *rungs = ladder(&[&[1]]);
    }
    Desk::new(rules)
}

#[test]
fn an_alert_calls_after_the_gathering_and_climbs_to_a_stated_end() {
    let mut desk = Desk::new(town());
    let t = start();
    desk.tell(&Command::Raised(alert(0, t, 20)), t);
    assert_eq!(desk.calls(), []);
    for minute in (0..60).step_by(10) {
        desk.tell(&grew(Occurrence { until: t + minutes(minute + 30), ..alert(0, t, 20) }), t + minutes(minute));
        desk.pass(t + minutes(minute), t + minutes(minute + 10));
    }
    let push = |after, person, target: &str| (after, person, target.to_owned(), vec![0]);
    assert_eq!(desk.short(), [push(1, 1, "push"), push(11, 1, "mail"), push(21, 2, "push")]);
    let calls = desk.calls();
    assert_eq!(calls.iter().map(|call| call.message.repeat).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(calls.iter().map(|call| call.message.late).collect::<Vec<_>>(), [false, false, false]);
    assert_eq!(calls[2].message.others, [PersonId(1)]);
    let ends: Vec<_> = desk.events.iter().filter(|event| matches!(event, Event::Unanswered { .. })).collect();
    let [Event::Unanswered { at, told, .. }] = ends.as_slice() else { panic!("{ends:?}") };
    assert_eq!((*at, told.as_slice()), (t + minutes(31), [PersonId(1), PersonId(2)].as_slice()));
}

#[test]
fn nobody_on_the_ladder_is_said() {
    let mut desk = Desk::new(Rules { ladders: [].into(), ..town() });
    desk.tell(&Command::Raised(alert(0, start(), 20)), start());
    let events = desk.tell(&Command::Tick, start() + minutes(1));
    assert!(matches!(events.as_slice(), [Event::Unanswered { told, .. }] if told.is_empty()), "{events:?}");
}

#[test]
fn a_dead_target_is_followed_by_the_next_at_once_and_costs_no_budget() {
    let mut desk = Desk::new(town());
    let t = start();
    desk.tell(&Command::Raised(alert(1, t, 20)), t);
    desk.pass(t, t + minutes(1));
    assert_eq!(desk.short(), [(1, 1, "push".into(), vec![1]), (1, 3, "push".into(), vec![1])]);
    for _ in 0..2 {
        let last = desk.calls().into_iter().rfind(|call| call.person() == 3).unwrap();
        desk.came(&last, Outcome::Unknown, t + minutes(2));
        desk.came(&last, Outcome::Failed, t + minutes(2));
        desk.came(&last, Outcome::Unknown, t + minutes(2));
    }
    let to: Vec<_> = desk.calls().into_iter().filter(|call| call.person() == 3).collect();
    assert_eq!(to.iter().map(|call| call.target.as_str()).collect::<Vec<_>>(), ["push", "mail", "chat"]);
    assert!(to.iter().all(|call| !call.message.repeat), "what surely failed was not received");
    desk.came(&to[2], Outcome::Unknown, t + minutes(3));
    assert_eq!(desk.calls().len(), 4, "an unknown outcome waits for the rule's minutes");
}

#[test]
fn acknowledged_is_silent_until_worse_then_one_round_more() {
    let mut desk = Desk::new(awake(town()));
    let t = start();
    desk.tell(&Command::Raised(alert(0, t, 20)), t);
    desk.pass(t, t + minutes(1));
    desk.tell(&ack("0-mentions-0", 2, t + minutes(2)), t + minutes(2));
    let second = desk.tell(&ack("0-mentions-0", 1, t + minutes(2)), t + minutes(2));
    assert!(matches!(second.as_slice(), []), "{second:?}");
    let subject = Subject::Signal("0-mentions-0".into());
    assert_eq!(desk.book.answer(&desk.rules, &subject, PersonId(1)).map(|a| a.by), Some(PersonId(2)));
    assert_eq!(desk.book.answer(&desk.rules, &subject, PersonId(3)), None);
    let hour = |observed, press| Occurrence { until: t + minutes(240), press, ..alert(0, t, observed) };
    desk.tell(&grew(hour(199, false)), t + minutes(3));
    desk.pass(t + minutes(3), t + minutes(40));
    assert_eq!(desk.calls().len(), 1);
    desk.tell(&grew(hour(200, false)), t + minutes(41));
    desk.pass(t + minutes(41), t + minutes(90));
    let round: Vec<_> = desk.calls()[1..].iter().map(|c| (c.person(), c.key.step, c.message.worse)).collect();
    assert_eq!(round, [(1, 1, Some(Worse::Tenfold)), (1, 1, Some(Worse::Tenfold)), (2, 1, Some(Worse::Tenfold))]);
    desk.tell(&grew(hour(9000, true)), t + minutes(91));
    desk.pass(t + minutes(91), t + minutes(120));
    assert_eq!(desk.calls().len(), 4, "not acknowledged since: silent");
    let old = ack("0-mentions-0", 1, t + minutes(30));
    assert_eq!(desk.tell(&old, t + minutes(121)), [], "a tap from before the worse turn");
    desk.tell(&ack("0-mentions-0", 1, t + minutes(122)), t + minutes(122));
    desk.tell(&grew(hour(90_000, true)), t + minutes(123));
    desk.pass(t + minutes(123), t + minutes(124));
    assert_eq!(desk.calls().len(), 5);
}

#[test]
fn unseen_by_all_a_worse_turn_calls_again() {
    let mut desk = alone();
    let t = start();
    let hours = |observed| Occurrence { until: t + minutes(300), ..alert(0, t, observed) };
    desk.tell(&Command::Raised(hours(20)), t);
    desk.pass(t, t + minutes(100));
    assert_eq!(desk.calls().len(), 2);
    desk.tell(&grew(hours(200)), t + minutes(100));
    desk.pass(t + minutes(100), t + minutes(105));
    assert_eq!(desk.calls().len(), 3);
}

#[test]
fn one_story_over_nine_brands_is_one_message_naming_them() {
    let mut desk = alone();
    let t = start();
    let of = |brand: i64, after: i64| {
        let at = t + minutes(after);
        Occurrence { prints: vec![0xff00 ^ (7 << brand)], until: t + minutes(90), ..alert(brand, at, 20 + brand) }
    };
    for brand in [3, 0, 5, 1, 4, 2] {
        desk.tell(&Command::Raised(of(brand, 0)), t);
    }
    desk.pass(t, t + minutes(4));
    for brand in [6, 7, 8] {
        desk.tell(&Command::Raised(of(brand, 4)), t + minutes(4));
    }
    desk.pass(t + minutes(4), t + minutes(10));
    assert_eq!(desk.short(), [(1, 1, "push".into(), vec![0, 1, 2, 3, 4, 5])]);
    desk.pass(t + minutes(10), t + minutes(12));
    assert_eq!(desk.short()[1..], [(11, 1, "mail".into(), (0..9).collect::<Vec<_>>())], "named in the next message");
}

#[test]
fn what_joins_a_story_is_found_by_trade_and_words_too() {
    let mut desk = alone();
    let t = start();
    let words = |words: &str| words.split(' ').map(text::token::hash).collect();
    let of = |brand: i64, print: u64, trade: &str, told: &str| {
        let trade = Some(trade.to_owned());
        Command::Raised(Occurrence { prints: vec![print], trade, words: words(told), ..alert(brand, t, 20) })
    };
    desk.tell(&of(0, 1, "bakery", "flour salmonella recall shop"), t);
    desk.tell(&of(1, u64::MAX, "bakery", "recall salmonella flour bread"), t);
    desk.tell(&of(2, 0xffff_ffff, "hotel", "recall salmonella flour bread"), t);
    desk.pass(t, t + minutes(1));
    let reasons: Vec<_> = desk.short().into_iter().map(|call| call.3).collect();
    assert_eq!(reasons, [vec![0, 1], vec![2]]);
}

#[test]
fn two_stories_that_turn_out_to_be_one_call_once() {
    let mut desk = alone();
    let t = start();
    let of = |brand: i64, prints: Vec<u64>| Command::Raised(Occurrence { prints, ..alert(brand, t, 20) });
    desk.tell(&of(0, vec![1]), t);
    desk.tell(&of(1, vec![u64::MAX]), t);
    assert_eq!(desk.book.len(), 2);
    desk.tell(&of(2, vec![u64::MAX, 1]), t);
    assert_eq!(desk.book.len(), 1);
    desk.pass(t, t + minutes(1));
    assert_eq!(desk.short(), [(1, 1, "push".into(), vec![0, 1, 2])]);
}

#[test]
fn each_tenant_hears_of_its_own_and_answers_for_itself() {
    let mut desk = Desk::new(awake(town()));
    let t = start();
    for brand in 0..3 {
        let occurrence = Occurrence { until: t + minutes(90), ..alert(brand, t, 20) };
        desk.tell(&Command::Raised(occurrence), t);
    }
    desk.pass(t, t + minutes(1));
    let first: Vec<_> = desk.short().into_iter().map(|(_, person, _, brands)| (person, brands)).collect();
    assert_eq!(first, [(1, vec![0, 1]), (3, vec![1]), (4, vec![2])]);
    let shown = desk.calls()[0].message.brands.iter().map(|named| (named.brand.0, named.calls)).collect::<Vec<_>>();
    assert_eq!(shown, [(0, true), (1, true), (2, false)], "person 1 may see the third, whose ladder begins elsewhere");
    // 2 belongs to the first organisation only: the others go on.
    desk.tell(&ack("0-mentions-0", 2, t + minutes(5)), t + minutes(5));
    desk.pass(t + minutes(5), t + minutes(12));
    let later: Vec<_> = desk.short()[3..].iter().map(|(_, person, _, brands)| (*person, brands.clone())).collect();
    assert_eq!(later, [(1, vec![1, 2]), (3, vec![1])], "the third's ladder came to person 1: one message for both");
    desk.pass(t + minutes(12), t + minutes(32));
    let last: Vec<_> = desk.short()[5..].iter().map(|(_, person, _, brands)| (*person, brands.clone())).collect();
    assert_eq!(last, [(3, vec![1]), (5, vec![1, 2])]);
}

#[test]
fn a_brand_that_joins_later_is_silent_for_those_who_acknowledged() {
    let t = start();
    for (by, called) in [(1, false), (2, true)] {
        let mut desk = Desk::new(awake(town()));
        let hours = |brand| Occurrence { until: t + minutes(90), ..alert(brand, t, 20) };
        desk.tell(&Command::Raised(hours(0)), t);
        desk.pass(t, t + minutes(1));
        desk.tell(&ack("0-mentions-0", by, t + minutes(2)), t + minutes(2));
        desk.tell(&Command::Raised(hours(1)), t + minutes(3));
        desk.pass(t + minutes(3), t + minutes(8));
        let second = desk.short().into_iter().skip(1).map(|call| (call.1, call.3)).collect::<Vec<_>>();
        // 1 was called about the story and is not called again by a brand that joins; 3 never was.
        assert_eq!(second, if called { vec![(3, vec![1])] } else { vec![] }, "acknowledged by {by}");
    }
}

#[test]
fn what_does_not_wake() {
    let t = start();
    let plain = alert(0, t, 500);
    let cases = [
        ("a notice", Occurrence { level: Level::Notice, ..plain.clone() }),
        ("praise", Occurrence { ill: false, ..plain.clone() }),
        ("history", Occurrence { wakes: false, ..plain.clone() }),
        ("old", Occurrence { until: t, ..plain.clone() }),
        (
            "a grave post in an import",
            Occurrence { wakes: false, grave: plain.posts.first().copied(), ..plain.clone() },
        ),
    ];
    for (what, occurrence) in cases {
        let mut desk = alone();
        desk.tell(&Command::Raised(occurrence), t);
        desk.pass(t, t + minutes(200));
        assert_eq!(desk.calls(), [], "{what}");
        let begun = desk.events.iter().any(|event| matches!(event, Event::Begun { .. } | Event::Held { .. }));
        assert!(!begun, "{what}");
        assert_eq!(desk.book.missed(OrganisationId(1)).len(), usize::from(what == "old"), "{what}");
    }
    let grave = Occurrence { level: Level::Notice, ill: false, grave: plain.posts.get(2).copied(), ..plain };
    let mut desk = alone();
    desk.tell(&Command::Raised(grave), t);
    desk.pass(t, t + minutes(1));
    assert_eq!(desk.calls()[0].message.posts.iter().map(|post| post.0).collect::<Vec<_>>(), [2, 0, 1]);
}

#[test]
fn what_a_budget_holds_is_said_and_named_in_the_next_message() {
    let mut desk = alone();
    let t = start();
    for brand in [0, 3, 6] {
        desk.tell(&Command::Raised(Occurrence { until: t + minutes(25), ..alert(brand, t, 20) }), t);
    }
    desk.pass(t, t + minutes(1));
    let held = |event: &&Event| matches!(event, Event::Held { reason: Reason::HalfHour, .. });
    assert_eq!((desk.calls().len(), desk.events.iter().filter(held).count()), (2, 1));
    let quiet = ["0-mentions-0", "3-mentions-0", "6-mentions-0"].into_iter();
    let named: Vec<i64> = desk.calls().iter().flat_map(|call| call.reasons()).collect();
    let rest = [0, 3, 6].into_iter().find(|brand| !named.contains(brand)).unwrap();
    for signal in quiet.filter(|signal| !signal.starts_with(&rest.to_string())) {
        desk.tell(&ack(signal, 1, t + minutes(2)), t + minutes(2));
    }
    // Its window is over before the budget is free: the catch-up list, and the next message.
    desk.pass(t + minutes(2), t + minutes(60));
    assert_eq!(desk.calls().len(), 2);
    assert_eq!(desk.book.missed(OrganisationId(1)).len(), 1);
    desk.tell(&Command::Raised(alert(9, t + minutes(60), 20)), t + minutes(60));
    desk.pass(t + minutes(60), t + minutes(61));
    let also: Vec<_> = desk.calls()[2].message.also.iter().map(|also| (also.brand.brand.0, also.why)).collect();
    assert_eq!(also, [(rest, Why::Missed)]);
}

#[test]
fn a_held_call_is_made_when_the_budget_is_free_and_is_late() {
    let mut desk = alone();
    let t = start();
    for brand in [0, 3, 6] {
        desk.tell(&Command::Raised(Occurrence { until: t + minutes(90), ..alert(brand, t, 20) }), t);
    }
    desk.pass(t, t + minutes(1));
    for call in desk.calls() {
        let subject = Subject::Story(call.key.story);
        desk.tell(&Command::Dismissed { subject, by: PersonId(1), at: t + minutes(2) }, t + minutes(2));
    }
    desk.pass(t + minutes(2), t + minutes(80));
    let after: Vec<_> = desk.short().iter().map(|call| (call.0, call.2.clone())).collect();
    let at = |minute, target: &str| (minute, target.to_owned());
    assert_eq!(after, [at(1, "push"), at(1, "push"), at(31, "push"), at(41, "mail")]);
    assert!(desk.calls()[2].message.late);
}

#[test]
fn over_is_forgotten() {
    let mut desk = Desk::new(Rules { keep_hours: 24, ..town() });
    let t = start();
    for brand in 0..9 {
        desk.tell(&Command::Raised(alert(brand, t, 20)), t);
    }
    desk.tell(&Command::Ended { signal: "0-mentions-0".into() }, t + minutes(3));
    desk.pass(t, t + minutes(120));
    assert_eq!(desk.book.len(), 3);
    desk.tell(&Command::Tick, t + minutes(28 * 60));
    assert!(desk.book.is_empty());
    assert_eq!(desk.tell(&Command::Raised(alert(0, t, 20)), t + minutes(28 * 60)), [], "too old for anything");
}

#[test]
fn who_has_left_is_not_called() {
    let mut desk = Desk::new(town());
    desk.rules.ladders.insert(OrganisationId(1), ladder(&[&[4, 77], &[2]]));
    desk.rules.recipients.insert(PersonId(4), recipient(&[3], &["mail"]));
    desk.tell(&Command::Raised(alert(0, start(), 20)), start());
    desk.pass(start(), start() + minutes(1));
    assert_eq!(desk.short(), [(1, 2, "push".into(), vec![0])]);
}

/// An episode an hour, each a story of its own and acknowledged at once; how many calls came in 24 hours, and in the hour after.
fn a_day_of(brands: i64) -> (usize, usize) {
    let mut desk = alone();
    let mut within = 0;
    for hour in 0..26 {
        let t = start() + minutes(hour * 60);
        let print = 0x0123_4567_89ab_cdef_u64.wrapping_mul(2 * hour.unsigned_abs() + 1);
        let signal = format!("{hour}");
        let occurrence = Occurrence { signal: signal.clone(), prints: vec![print], ..alert(hour % brands, t, 20) };
        desk.tell(&Command::Raised(occurrence), t);
        desk.pass(t, t + minutes(1));
        desk.tell(&ack(&signal, 1, t + minutes(2)), t + minutes(2));
        desk.tell(&Command::Ended { signal }, t + minutes(40));
        if hour == 23 {
            within = desk.calls().len();
        }
    }
    (within, desk.calls().len())
}

#[test]
fn a_day_has_its_budgets() {
    assert_eq!(a_day_of(1), (3, 5), "because of one brand");
    assert_eq!(a_day_of(26), (6, 8), "in all");
}

#[test]
fn a_call_that_arrives_at_another_try_counts_again() {
    let one_target = Recipient { budget: Budget { half_hour: 1, ..Budget::default() }, ..recipient(&[1], &["push"]) };
    let mut rules = awake(town());
    rules.recipients.insert(PersonId(1), one_target);
    let called = |outcomes: &[Outcome]| {
        let mut desk = Desk::new(rules.clone());
        let t = start();
        desk.tell(&Command::Raised(alert(0, t, 20)), t);
        desk.pass(t, t + minutes(1));
        let first = desk.calls().into_iter().find(|call| call.person() == 1).unwrap();
        for outcome in outcomes {
            desk.came(&first, *outcome, t + minutes(2));
        }
        // Another story, five minutes later.
        desk.tell(&Command::Raised(alert(3, t + minutes(5), 20)), t + minutes(5));
        desk.pass(t + minutes(5), t + minutes(7));
        desk.calls().into_iter().filter(|call| call.person() == 1).count()
    };
    assert_eq!(called(&[]), 1, "the budget is spent");
    assert_eq!(called(&[Outcome::Failed]), 2, "what surely did not arrive costs nothing");
    assert_eq!(called(&[Outcome::Failed, Outcome::Delivered]), 1, "it arrived after all");
}

#[test]
fn one_grave_post_is_not_gathered() {
    let mut desk = Desk::new(town());
    let t = start();
    let plain = alert(0, t, 1);
    let grave = Occurrence { grave: plain.posts.first().copied(), ..plain };
    desk.tell(&Command::Raised(grave), t);
    desk.tell(&Command::Tick, t);
    assert_eq!(desk.short(), [(0, 1, "push".to_owned(), vec![0])]);
}

#[test]
fn grave_posts_and_surges_do_not_use_up_each_others_calls() {
    let mut desk = alone();
    let mut happens = |hour: i64, grave: bool| {
        let t = start() + minutes(hour * 60);
        let plain = alert(0, t, 20);
        let occurrence = Occurrence {
            signal: format!("{hour}"),
            prints: vec![0x0123_4567_89ab_cdef_u64.wrapping_mul(2 * hour.unsigned_abs() + 1)],
            grave: plain.posts.first().copied().filter(|_| grave),
            ..plain
        };
        desk.tell(&Command::Raised(occurrence), t);
        desk.pass(t, t + minutes(1));
        desk.tell(&ack(&format!("{hour}"), 1, t + minutes(2)), t + minutes(2));
        desk.calls().len()
    };
    let calls: Vec<usize> = (0..4).map(|hour| happens(hour, true)).collect();
    assert_eq!(calls, [1, 2, 3, 3], "three grave posts a day");
    assert_eq!(happens(5, false), 4, "then the storm calls all the same");
}
