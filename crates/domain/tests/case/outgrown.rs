//! What was released when it was less grave does not go out when more is asked for.

use crate::desk::{AISHA, Chance, JEANNE, PAUL, Room, minutes, opening, party, team_plan, text, words};
use std::collections::BTreeSet;
use vigie_domain::case::event::*;
use vigie_domain::case::state::Stage;
use vigie_domain::case::{Command, Event, Party, Refusal};
use vigie_domain::organisation::Role;

/// A plan with a rule for each severity.
fn tiers(lower: &str, higher: &str) -> Room {
    let team = team_plan();
    let (before, rest) = team.split_once("[approval.all]").unwrap();
    let (_, after) = rest.split_once("[escalation.crisis]").unwrap();
    let rule = |severity: &str, rule: &str| format!("[approval.{severity}]\nseverity = \"{severity}\"\n{rule}\n");
    let plan = format!("{before}{}{}[escalation.crisis]{after}", rule("paracrisis", lower), rule("crisis", higher));
    let mut room = Room::new(&plan, &[("jeanne", JEANNE), ("paul", PAUL), ("aisha", AISHA)]);
    room.open(opening("tap-1", Step::Paracrisis)).unwrap();
    room
}

fn rise(room: &mut Room) -> Vec<Event> {
    room.by(PAUL, Command::Step { to: Step::Crisis, why: None }).unwrap()
}

fn released(room: &mut Room, approver: i64) -> u32 {
    let draft = room.drafted(PAUL, Form::Statement, words("We are checking."));
    room.submit(PAUL, draft).unwrap();
    room.approve(approver, draft).unwrap();
    assert_eq!(room.state.drafts[&draft].stage, Stage::Released(Release::Approved));
    draft
}

const BOTH: &str = "all = [\"jeanne\", \"aisha\"]\nwithin = \"15 min\"\nfallback = [\"jeanne\"]";

#[test]
fn what_was_released_for_less_is_asked_for_anew_when_the_case_rises() {
    for sends in [false, true] {
        let mut room = tiers("any = [\"lead\"]", BOTH);
        let draft = released(&mut room, AISHA);
        if sends {
            room.send(PAUL, draft).unwrap();
        }
        let events = rise(&mut room);
        assert!(Room::kinds(&events).contains(&"speech.outgrown".to_owned()), "{events:?}");
        room.now += minutes(1);
        assert_eq!(room.house(Command::Try { draft }), Err(Refusal::Stage(draft)));
        assert_eq!(room.send(PAUL, draft), Err(Refusal::Stage(draft)));
        // It is asked of those whom a crisis asks, within their time; nobody writes it once more.
        assert_eq!(room.state.drafts[&draft].asked_now(), [party(JEANNE), party(AISHA)]);
        assert!(room.state.open_clock(&ClockOf::Approval(draft)).is_some());
        room.approve(AISHA, draft).unwrap();
        assert_eq!(room.send(PAUL, draft), Err(Refusal::Stage(draft)));
        room.approve(JEANNE, draft).unwrap();
        assert!(room.send(PAUL, draft).is_ok());
    }
}

#[test]
fn what_was_under_way_while_the_case_rose_is_not_tried_again_by_the_old_rule() {
    for looked in [false, true] {
        let mut room = tiers("any = [\"lead\"]", BOTH);
        let draft = released(&mut room, JEANNE);
        room.send(PAUL, draft).unwrap();
        room.now += minutes(1);
        room.house(Command::Try { draft }).unwrap();
        rise(&mut room);
        assert_eq!(room.state.drafts[&draft].stage, Stage::Trying(1));
        let why = text("why");
        let outcome = if looked { Outcome::Unknown { why } } else { Outcome::Refused { why } };
        room.house(Command::Came { draft, attempt: 1, outcome }).unwrap();
        if looked {
            room.by(PAUL, Command::Resolve { draft, attempt: 1, receipt: None, why }).unwrap();
        }
        assert_eq!(room.send(PAUL, draft), Err(Refusal::Stage(draft)));
        assert_eq!(room.state.drafts[&draft].asked_now(), [party(JEANNE), party(AISHA)]);
    }
}

#[test]
fn a_plan_that_loses_its_rule_in_the_middle_of_a_case_takes_no_release_away() {
    let mut room = tiers("any = [\"lead\"]", BOTH);
    rise(&mut room);
    let [stays, other] = [0, 1].map(|_| released_by_both(&mut room));
    room.plan.approvals.clear();
    room.send(PAUL, other).unwrap();
    room.now += minutes(1);
    room.house(Command::Try { draft: other }).unwrap();
    room.house(Command::Came { draft: other, attempt: 1, outcome: Outcome::Refused { why: text("why") } }).unwrap();
    room.by(JEANNE, Command::Step { to: Step::FollowUp, why: Some(text("why")) }).unwrap();
    assert!(room.send(PAUL, stays).is_ok() && room.send(PAUL, other).is_ok());
    // Higher than it was released for, without a rule for that, it goes nowhere.
    let mut room = tiers("any = [\"lead\"]", BOTH);
    let draft = released(&mut room, JEANNE);
    room.plan.approvals.clear();
    rise(&mut room);
    assert_eq!(room.state.drafts[&draft].stage, Stage::Writing);
}

#[test]
fn what_is_enough_for_more_stays_released() {
    // The same people, the same rule, or a rule that those who approved satisfy.
    let (lead, wide) = ("any = [\"lead\"]", "any = [\"lead\", \"legal\", \"executive\"]");
    for (lower, higher) in [(lead, lead), (lead, wide), (BOTH, lead)] {
        let mut room = tiers(lower, higher);
        let draft = room.drafted(PAUL, Form::Statement, words("We are checking."));
        room.submit(PAUL, draft).unwrap();
        for approver in [JEANNE, AISHA] {
            drop(room.approve(approver, draft));
        }
        assert_eq!(room.state.drafts[&draft].stage, Stage::Released(Release::Approved));
        rise(&mut room);
        assert!(room.send(PAUL, draft).is_ok(), "{lower} then {higher}");
        // Down again nothing is asked for anew.
        let mut room = tiers(lower, higher);
        rise(&mut room);
        let draft = released_by_both(&mut room);
        let down = Command::Step { to: Step::FollowUp, why: Some(text("why")) };
        room.by(JEANNE, down).unwrap();
        assert!(room.send(PAUL, draft).is_ok(), "{lower} then {higher}");
    }
}

fn released_by_both(room: &mut Room) -> u32 {
    let draft = room.drafted(PAUL, Form::Statement, words("We are checking."));
    room.submit(PAUL, draft).unwrap();
    for approver in [JEANNE, AISHA] {
        drop(room.approve(approver, draft));
    }
    draft
}

#[test]
fn who_may_not_write_for_more_has_it_back_to_be_written() {
    let mut room = tiers("any = [\"lead\"]", "authors = [\"spokesperson\", \"lead\"]\nany = [\"lead\"]");
    let draft = room.drafted(4, Form::Statement, words("We are checking."));
    room.submit(4, draft).unwrap();
    room.approve(JEANNE, draft).unwrap();
    rise(&mut room);
    assert_eq!(room.state.drafts[&draft].stage, Stage::Writing);
    assert_eq!(room.submit(4, draft), Err(Refusal::Author));
}

#[test]
fn what_was_released_before_it_was_over_is_looked_at_when_it_is_back() {
    let mut room = tiers("any = [\"lead\"]", BOTH);
    let draft = released(&mut room, JEANNE);
    let step = |room: &mut Room, to| room.by(JEANNE, Command::Step { to, why: Some(text("why")) }).unwrap();
    step(&mut room, Step::FollowUp);
    step(&mut room, Step::Closed);
    // Meanwhile the plan asks for two on every step.
    for approval in &mut room.plan.approvals {
        approval.body.any.clear();
        approval.body.all = room.plan.roles.iter().find(|role| role.id == "lead").unwrap().body.people.clone();
    }
    room.open(opening("tap-2", Step::Paracrisis)).unwrap();
    assert_eq!(room.send(PAUL, draft), Err(Refusal::Stage(draft)));
    assert_eq!(room.state.drafts[&draft].asked_now(), [party(JEANNE), party(AISHA)]);
}

#[test]
fn alone_and_by_the_fallback_it_is_the_same() {
    // The fallback of the lower rule is not the one of the higher.
    let fallback = "any = [\"lead\"]\nwithin = \"15 min\"\nfallback = [\"aisha\"]";
    for (higher, stays) in [(fallback, true), (BOTH, false)] {
        let mut room = tiers(fallback, higher);
        let draft = room.drafted(PAUL, Form::Holding, crate::story::holding_words());
        room.submit(PAUL, draft).unwrap();
        room.now += minutes(16);
        let binding = room.binding(draft);
        room.by(AISHA, Command::ReleaseAsFallback { draft, binding }).unwrap();
        rise(&mut room);
        assert_eq!(room.send(PAUL, draft).is_ok(), stays, "{higher}");
    }
}

#[test]
fn in_a_crisis_nothing_is_tried_that_its_two_did_not_approve() {
    let mut tried = [0, 0];
    for seed in 0..60 {
        let mut chance = Chance(seed);
        let mut room = tiers("any = [\"lead\", \"paul\"]", BOTH);
        let mut yes: BTreeSet<Party> = BTreeSet::new();
        let draft = room.drafted(4, Form::Statement, words("We are checking."));
        for _ in 0..40 {
            let binding = room.binding(draft);
            let person = [JEANNE, PAUL, AISHA][chance.below(3)];
            let attempt = room.state.drafts[&draft].attempts.max(1);
            let found = match chance.below(7) {
                6 => {
                    let outcome = Outcome::Refused { why: text("why") };
                    room.house(Command::Came { draft, attempt, outcome })
                }
                0 => room.submit(4, draft),
                1 | 2 => room.approve(person, draft),
                3 => room.send(4, draft),
                4 if chance.below(3) == 0 => {
                    let to = [Step::Crisis, Step::FollowUp, Step::Paracrisis][chance.below(3)];
                    let jeanne = vigie_domain::case::Actor::Member(vigie_domain::id::PersonId(JEANNE));
                    room.ask(jeanne, Some(Role::Owner), &Command::Step { to, why: Some(text("why")) })
                }
                _ => {
                    room.now += minutes(1);
                    room.house(Command::Try { draft })
                }
            };
            for event in found.unwrap_or_default() {
                match event {
                    Event::Speech(SpeechEvent::Submitted { .. } | SpeechEvent::Outgrown { .. }) => yes.clear(),
                    Event::Speech(SpeechEvent::Approved { .. }) => drop(yes.insert(party(person))),
                    Event::Speech(SpeechEvent::Trying { .. }) if room.state.course.step == Step::Crisis => {
                        tried[1] += 1;
                        assert_eq!(yes, BTreeSet::from([party(JEANNE), party(AISHA)]), "seed {seed}");
                    }
                    Event::Speech(SpeechEvent::Trying { .. }) => tried[0] += 1,
                    _ => {}
                }
            }
            assert_eq!(room.binding(draft), binding);
        }
    }
    assert!(tried.iter().all(|tried| *tried > 5), "{tried:?}: too few to have tried anything");
}
