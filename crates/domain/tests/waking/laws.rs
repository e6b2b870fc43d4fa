//! The laws, over random orders of reports, acknowledgements, outcomes, restarts, doubles and two people at once.

use crate::desk::{Call, Desk, alert, awake, calls, minutes, start, town};
use crate::oracle::{Entry, budgets, silence_and_reason, visibility};
use jiff::Timestamp;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use vigie_domain::id::{OrganisationId, PersonId};
use vigie_domain::signal::Level;
use vigie_domain::waking::{Command, Outcome, Rules, Subject, decide};

/// One thing that happens.
#[derive(Clone, Debug)]
enum Happening {
    Report { brand: i64, notice: bool, ill: bool, wakes: bool, press: bool, grave: bool, old: bool, observed: i64 },
    Answer { brand: i64, people: Vec<i64>, dismissed: bool, ago: i64 },
    Came { back: usize, outcome: Outcome },
    Ended { brand: i64 },
    Pass { minutes: i64 },
    Restart,
    Again { back: usize },
}

fn often(share: f64) -> impl Strategy<Value = bool> {
    proptest::bool::weighted(share)
}

fn report() -> impl Strategy<Value = Happening> {
    let flags = (often(0.2), often(0.85), often(0.9), often(0.1), often(0.05), often(0.08));
    (0..9_i64, flags, select(vec![1_i64, 5, 20, 60, 300, 3000])).prop_map(
        |(brand, (notice, ill, wakes, press, grave, old), observed)| Happening::Report {
            brand,
            notice,
            ill,
            wakes,
            press,
            grave,
            old,
            observed,
        },
    )
}

fn happening(ends: bool) -> impl Strategy<Value = Happening> {
    let answer = (0..9_i64, proptest::collection::vec(1..6_i64, 1..3), often(0.2), select(vec![0, 0, 0, 25_i64]));
    let outcome = select(vec![Outcome::Delivered, Outcome::Failed, Outcome::Failed, Outcome::Unknown]);
    prop_oneof![
        8 => report(),
        3 => answer.prop_map(|(brand, people, dismissed, ago)| Happening::Answer { brand, people, dismissed, ago }),
        2 => (0..4_usize, outcome).prop_map(|(back, outcome)| Happening::Came { back, outcome }),
        u32::from(ends) => (0..9_i64).prop_map(|brand| Happening::Ended { brand }),
        6 => (1..25_i64).prop_map(|minutes| Happening::Pass { minutes }),
        1 => Just(Happening::Restart),
        2 => (0..6_usize).prop_map(|back| Happening::Again { back }),
    ]
}

/// The commands of one happening.
fn commands(happening: &Happening, now: Timestamp, said: &[(Timestamp, Command)], made: &[Call]) -> Vec<Command> {
    match happening {
        Happening::Report { brand, notice, ill, wakes, press, grave, old, observed } => {
            let mut occurrence = alert(*brand, now, *observed);
            occurrence.level = if *notice { Level::Notice } else { Level::Alert };
            (occurrence.ill, occurrence.wakes, occurrence.press) = (*ill, *wakes, *press);
            occurrence.grave = occurrence.posts.first().copied().filter(|_| *grave);
            if *old {
                occurrence.until = now - minutes(1);
            }
            vec![Command::Grew(occurrence)]
        }
        Happening::Answer { brand, people, dismissed, ago } => {
            let subject = || Subject::Signal(format!("{brand}-mentions-0"));
            let at = now - minutes(*ago);
            let answer = |by: &i64| match dismissed {
                true => Command::Dismissed { subject: subject(), by: PersonId(*by), at },
                false => Command::Acknowledged { subject: subject(), by: PersonId(*by), at },
            };
            people.iter().map(answer).collect()
        }
        Happening::Came { back, outcome } => {
            let call = made.iter().rev().nth(*back);
            let came = |call: &Call| (call.key.clone(), call.target.clone(), *outcome);
            let came = call.map(came).map(|(call, target, outcome)| Command::Came { call, target, outcome });
            came.into_iter().collect()
        }
        Happening::Ended { brand } => vec![Command::Ended { signal: format!("{brand}-mentions-0") }],
        Happening::Again { back } => said.iter().rev().nth(*back).map(|(_, said)| said.clone()).into_iter().collect(),
        Happening::Pass { .. } | Happening::Restart => Vec::new(),
    }
}

/// Lets everything happen, a second apart; returns the desk and all that was said and called in order.
fn live(rules: Rules, happenings: &[Happening]) -> (Desk, Vec<Entry>) {
    let mut desk = Desk::new(rules);
    let (mut now, mut said, mut entries) = (start(), Vec::new(), Vec::new());
    let tell = |desk: &mut Desk, command: Command, now: Timestamp, entries: &mut Vec<Entry>| {
        let events = desk.tell(&command, now);
        entries.push(Entry::Said(now, Box::new(command)));
        entries.extend(calls(&events).into_iter().map(|call| Entry::Called(Box::new(call))));
    };
    for happening in happenings {
        now += jiff::SignedDuration::from_secs(1);
        for command in commands(happening, now, &said, &desk.calls()) {
            said.push((now, command.clone()));
            tell(&mut desk, command, now, &mut entries);
        }
        match happening {
            Happening::Pass { minutes: passing } => {
                for _ in 0..*passing {
                    now += minutes(1);
                    tell(&mut desk, Command::Tick, now, &mut entries);
                }
            }
            Happening::Restart => desk.restart(),
            _ => {}
        }
    }
    (desk, entries)
}

fn made(entries: &[Entry]) -> Vec<Call> {
    let call = |entry: &Entry| match entry {
        Entry::Called(call) => Some((**call).clone()),
        Entry::Said(..) => None,
    };
    entries.iter().filter_map(call).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn acknowledged_is_silent_and_nothing_wakes_without_a_reason(
        happenings in proptest::collection::vec(happening(false), 1..60), free in any::<bool>(),
    ) {
        let rules = if free { awake(town()) } else { town() };
        let (desk, entries) = live(rules, &happenings);
        silence_and_reason(&desk.rules, &entries);
    }

    #[test]
    fn budgets_and_visibility_hold_in_every_window(
        happenings in proptest::collection::vec(happening(true), 1..80), hours in 24..60_u32,
    ) {
        let (desk, entries) = live(Rules { keep_hours: hours, ..town() }, &happenings);
        let made = made(&entries);
        budgets(&desk.rules, &made, &desk.events);
        visibility(&desk.rules, &made);
    }

    /// Law 7: what people of one tenant do changes nothing for people who see nothing of it.
    #[test]
    fn another_tenants_answers_are_not_felt(happenings in proptest::collection::vec(happening(true), 1..60)) {
        let rules = Rules { gather_seconds: 0, ..town() };
        let heard = |skip: bool| {
            let mut happenings = happenings.clone();
            for happening in &mut happenings {
                match happening {
                    Happening::Answer { people, .. } => people.retain(|person| *person == 2 && !skip),
                    // These point back at what was called or said, which is not the same in both.
                    Happening::Came { .. } | Happening::Again { .. } => *happening = Happening::Restart,
                    _ => {}
                }
            }
            let (_, entries) = live(rules.clone(), &happenings);
            let others = made(&entries).into_iter().filter(|call| call.person() > 2);
            others.map(|call| (call.at, call.person(), call.target.clone(), call.reasons())).collect::<Vec<_>>()
        };
        prop_assert_eq!(heard(true), heard(false));
    }

    /// Law 10: two organisations with their own people and stories, woven in any order within each minute.
    #[test]
    fn independent_stories_do_not_change_each_other(
        one in proptest::collection::vec((0..40_i64, report()), 1..20),
        two in proptest::collection::vec((0..40_i64, report()), 1..20),
        weave in proptest::collection::vec(any::<bool>(), 40),
    ) {
        let mut rules = town();
        rules.recipients.retain(|person, _| person.0 != 5);
        rules.ladders.remove(&OrganisationId(3));
        for (person, of) in [(1, 1), (2, 1), (3, 2), (4, 2)] {
            let recipient = rules.recipients.get_mut(&PersonId(person)).unwrap();
            recipient.organisations = BTreeSet::from([OrganisationId(of)]);
        }
        // Brands 0 and 3 are of the first organisation, 7 and 10 of the second; each tells its own story.
        let one = said(&one, [0, 3]);
        let two = said(&two, [7, 10]);
        let run = |swap: &dyn Fn(usize) -> bool| {
            let mut desk = Desk::new(rules.clone());
            for minute in 0..60 {
                let now = start() + minutes(minute);
                let of = |said: &[(i64, Command)]| said.iter().filter(|s| s.0 == minute).cloned().collect::<Vec<_>>();
                let (mut one, mut two) = (of(&one).into_iter().peekable(), of(&two).into_iter().peekable());
                let mut turn = usize::try_from(minute).unwrap();
                while one.peek().is_some() || two.peek().is_some() {
                    let next = if swap(turn) { one.next().or_else(|| two.next()) } else { two.next().or_else(|| one.next()) };
                    desk.tell(&next.unwrap().1, now);
                    turn += 7;
                }
                desk.tell(&Command::Tick, now);
            }
            let mut calls: Vec<_> = desk.calls().into_iter().map(|c| (c.person(), c.at, c.target, c.message)).collect();
            calls.sort_by_key(|call| (call.0, call.1, call.2.clone()));
            calls
        };
        let straight = run(&|_| true);
        prop_assert_eq!(&straight, &run(&|_| false));
        prop_assert_eq!(&straight, &run(&|turn| weave[turn % weave.len()]));
    }

    /// Reports of one signal give the same in whatever order and however often they come.
    #[test]
    fn reports_are_joined_in_any_order(
        reports in proptest::collection::vec(report(), 1..8), order in any::<proptest::sample::Index>(),
    ) {
        let (rules, now) = (town(), start());
        let mut said = said(&reports.into_iter().map(|report| (0, report)).collect::<Vec<_>>(), [0, 0]);
        let book = |said: &[(i64, Command)]| {
            let mut book = vigie_domain::waking::Book::default();
            for (_, command) in said.iter().chain(said) {
                decide(&book, &rules, command, now).iter().for_each(|event| book.apply(event));
            }
            let kept = serde_json::to_value(&book).unwrap();
            let story = kept["stories"].as_object().and_then(|stories| stories.values().next().cloned());
            story.map(|story| story["signals"]["0-mentions-0"]["occurrence"].clone())
        };
        let straight = book(&said);
        let at = order.index(said.len());
        said.rotate_left(at);
        prop_assert_eq!(straight, book(&said));
    }
}

/// Reports as commands; the first brand's or the second's, by turns of what was drawn.
fn said(reports: &[(i64, Happening)], brands: [i64; 2]) -> Vec<(i64, Command)> {
    let mut said = Vec::new();
    for (nth, (minute, report)) in reports.iter().enumerate() {
        let Happening::Report { brand: drawn, .. } = report else { continue };
        let mut report = report.clone();
        if let Happening::Report { brand, .. } = &mut report {
            *brand = brands[usize::try_from(*drawn % 2).unwrap()];
        }
        // Different at every report, so that no two are equally new.
        let at = start() + minutes(*minute) + jiff::SignedDuration::from_secs(i64::try_from(nth).unwrap());
        said.extend(commands(&report, at, &[], &[]).into_iter().map(|command| (*minute, command)));
    }
    said
}
