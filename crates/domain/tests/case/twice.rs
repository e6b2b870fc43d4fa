//! Every command twice, and after every event: the second time nothing happens, or it is refused; never something else.

use crate::desk::{Room, noon};
use crate::measure::repaired;
use crate::story::lived;
use jiff::Timestamp;
use vigie_domain::case::{Actor, Command, Desk, Entry, Event, Refusal, State, decide};
use vigie_domain::organisation::Role;

#[test]
fn whatever_is_asked_a_second_time_changes_nothing() {
    for told in [lived(), repaired()] {
        run_twice(told.asked);
    }
}

fn run_twice(asked: Vec<(Timestamp, Actor, Option<Role>, Command)>) {
    assert!(asked.len() > 30, "{}", asked.len());
    let mut room = Room::team();
    for (now, by, role, command) in asked {
        room.now = now;
        room.ask(by, role, &command).unwrap();
        let state = room.state.clone();
        // Time passes once: a second tick at the same moment brings nothing.
        let again = decide(&state, &room.desk(by, role), &command);
        assert!(matches!(&again, Ok(events) if events.is_empty()) || again.is_err(), "{command:?}: {again:?}");
    }
}

#[test]
fn two_who_press_at_the_same_time_decide_on_the_same_state_and_one_decides_anew() {
    // Optimistic locking, as the store does it: both decide on version n; the second is given the new state.
    let asked = lived().asked.into_iter().chain(repaired().asked);
    let mut room = Room::team();
    for (now, by, role, command) in asked {
        // Each story begins with a case that is opened.
        if now < room.now {
            room = Room::team();
        }
        room.now = now;
        let before = room.state.clone();
        let first = room.ask(by, role, &command).unwrap();
        let stale = decide(&before, &room.desk(by, role), &command).unwrap();
        assert_eq!(stale, first, "the same state gives the same events: {command:?}");
        assert_eq!(room.state.version as usize, before.version as usize + first.len());
    }
}

#[test]
fn any_order_of_any_events_can_be_folded() {
    let log = lived().log;
    let mut backwards = log.clone();
    backwards.reverse();
    for entries in [backwards, log.iter().skip(30).cloned().collect(), log.iter().step_by(2).cloned().collect()] {
        let state = State::of(&entries);
        assert_eq!(state.version as usize, entries.len());
    }
    let samples: Vec<Entry> =
        crate::golden::samples().into_iter().map(|event| Entry { at: noon(), by: Actor::House, event }).collect();
    assert!(State::of(&samples).version > 100);
}

#[test]
fn nothing_is_decided_before_a_case_is_open_or_by_who_may_not() {
    let asked = lived().asked.into_iter().chain(repaired().asked);
    let room = Room::team();
    let opened = lived();
    for (now, by, role, command) in asked {
        if matches!(command, Command::Open(_)) {
            continue;
        }
        let desk = Desk { now, ..room.desk(by, role) };
        assert_eq!(decide(&State::default(), &desk, &command), Err(Refusal::NotOpen), "{command:?}");
        let reader = Desk { role: Some(Role::ReadOnly), ..desk };
        if let Actor::Member(_) = by {
            assert_eq!(decide(&opened.state, &reader, &command), Err(Refusal::Role), "{command:?}");
        }
    }
}

#[test]
fn what_is_decided_is_what_is_kept() {
    // The log keeps microseconds: what was decided on more is the same after it was stored.
    let mut room = Room::team();
    room.now = "2026-11-24T13:00:00.123456789Z".parse().unwrap();
    room.open(crate::desk::opening("tap-1", vigie_domain::case::event::Step::Crisis)).unwrap();
    let due: Vec<Event> = room.log.iter().map(|entry| entry.event.clone()).collect();
    let written = serde_json::to_string(&due).unwrap();
    assert!(!written.contains("123456789"), "{written}");
}

#[test]
fn each_refusal_has_a_code_of_its_own() {
    let source = include_str!("../../src/case/decide/refusal.rs");
    let codes: Vec<&str> = source
        .lines()
        .filter_map(|line| line.trim().strip_suffix("\",")?.split_once("=> \""))
        .map(|(_, code)| code)
        .collect();
    let unique: std::collections::BTreeSet<&&str> = codes.iter().collect();
    assert!(codes.len() > 45 && unique.len() == codes.len(), "{codes:?}");
    assert_eq!(Refusal::WeakFacts(vec![1]).code(), "weak-facts");
}

#[test]
fn one_key_for_two_things_is_two_keys() {
    use crate::desk::{JEANNE, PAUL, key, text, words};
    use vigie_domain::case::event::{FactStatus, Form, Step, Visibility};
    let mut room = Room::team();
    room.open(crate::desk::opening("1", Step::Crisis)).unwrap();
    let (key, text) = (key("1"), text("text"));
    let status = FactStatus::Unknown;
    let commands = [
        Command::State { key: key.clone(), status, text, source: None, capture: None },
        Command::AddTask { key: key.clone(), text, owner: None, deputy: None, due: None },
        Command::Note { key: key.clone(), text, visibility: Visibility::Internal, mentions: vec![] },
        Command::Report { key: key.clone(), what: text, figure: vigie_domain::figure::Figure::Unknown, as_of: noon() },
        Command::Tell { key: key.clone(), stakeholder: "staff".to_owned(), when: noon(), text, draft: None },
        Command::Draft {
            key: key.clone(),
            form: Form::Holding,
            words: words("We are checking."),
            corrects: None,
            about: None,
        },
        Command::Freeze { key, accounts: vec![crate::desk::ACCOUNT], unmapped: 0 },
    ];
    for command in commands {
        assert!(!room.by(PAUL, command.clone()).unwrap().is_empty(), "{command:?}");
        assert_eq!(room.by(JEANNE, command.clone()), Ok(vec![]), "{command:?}");
    }
}
