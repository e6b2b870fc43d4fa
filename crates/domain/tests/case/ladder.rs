//! Up and down the ladder.

use crate::desk::{AISHA, JEANNE, PAUL, Room, minutes, noon, opening, party, text};
use vigie_domain::case::event::{CourseEvent, Heat, Step, StepReason};
use vigie_domain::case::{Actor, Command, Event, Refusal};
use vigie_domain::id::{MentionId, PersonId};
use vigie_domain::organisation::Role;

fn signal() -> Room {
    let mut room = Room::team();
    room.open(opening("signal-1", Step::Signal)).unwrap();
    room
}

fn step(room: &mut Room, to: Step) -> Result<Vec<Event>, Refusal> {
    room.by(JEANNE, Command::Step { to, why: Some(text("why")) })
}

#[test]
fn every_step_is_taken_or_refused_as_the_table_says() {
    use Step::{Closed, Crisis, Dismissed, FollowUp, Paracrisis, Signal};
    let all = [Signal, Paracrisis, Crisis, FollowUp, Closed, Dismissed];
    let table: [(Step, &[Step], &[Step]); 6] = [
        (Signal, &[], &[Paracrisis, Crisis, Dismissed]),
        (Paracrisis, &[Paracrisis], &[Crisis, FollowUp, Dismissed]),
        (Crisis, &[Crisis], &[FollowUp]),
        (FollowUp, &[Crisis, FollowUp], &[Paracrisis, Crisis, Closed]),
        (Closed, &[Crisis, FollowUp, Closed], &[FollowUp, Paracrisis, Crisis]),
        (Dismissed, &[Dismissed], &[Signal, Paracrisis, Crisis]),
    ];
    for (from, way, to) in table {
        for other in all {
            let mut room = signal();
            way.iter().for_each(|on| drop(step(&mut room, *on).unwrap()));
            assert_eq!(room.state.course.step, from);
            let found = step(&mut room, other);
            if other == from {
                assert_eq!(found, Ok(vec![]), "{from:?} to itself");
            } else if to.contains(&other) {
                assert_eq!((found.is_ok(), room.state.course.step), (true, other), "{from:?} to {other:?}");
            } else {
                assert_eq!(found, Err(Refusal::Ladder { from, to: other }));
            }
        }
    }
}

#[test]
fn the_lower_steps_rise_when_it_stays_loud_and_run_out_when_it_stays_calm() {
    let mut room = signal();
    // Loud for half an hour without a pause; a notice is no alert.
    for (heat, wait) in [(Heat::Notice, 600), (Heat::Alert, 29), (Heat::Notice, 5), (Heat::Alert, 29)] {
        room.house(Command::Sense { heat }).unwrap();
        room.after(minutes(wait));
        assert_eq!(room.state.course.step, Step::Signal, "{heat:?} {wait}");
    }
    let events = room.after(minutes(1));
    assert!(matches!(events[0], Event::Course(CourseEvent::Stepped { reason: StepReason::StayedLoud, .. })));
    // Down again it takes two days of calm, not a notice and not a day.
    room.house(Command::Sense { heat: Heat::Notice }).unwrap();
    room.after(minutes(72 * 60));
    room.house(Command::Sense { heat: Heat::Calm }).unwrap();
    room.after(minutes(48 * 60 - 1));
    assert_eq!(room.state.course.step, Step::Paracrisis);
    room.after(minutes(1));
    assert_eq!(room.state.course.step, Step::FollowUp);
    // It goes no further down by itself, and comes back when it is loud again.
    room.after(minutes(60 * 24 * 60));
    assert_eq!(room.state.course.step, Step::FollowUp);
    room.house(Command::Sense { heat: Heat::Alert }).unwrap();
    let events = room.after(minutes(30));
    assert!(matches!(events[0], Event::Course(CourseEvent::Stepped { reason: StepReason::Relapse, .. })));
}

#[test]
fn a_signal_that_nobody_looked_at_runs_out_and_one_that_somebody_works_on_does_not() {
    let mut untouched = signal();
    untouched.after(minutes(24 * 60 - 1));
    assert_eq!(untouched.state.course.step, Step::Signal);
    untouched.after(minutes(1));
    assert_eq!(untouched.state.course.step, Step::Dismissed);
    let mut held = signal();
    held.by(PAUL, Command::Claim { mention: MentionId(9), published: held.now, channel: None }).unwrap();
    held.after(minutes(10 * 24 * 60));
    assert_eq!(held.state.course.step, Step::Signal);
}

#[test]
fn a_crisis_is_never_ended_by_time() {
    let mut room = Room::crisis();
    room.after(minutes(90 * 24 * 60));
    assert_eq!(room.state.course.step, Step::Crisis);
}

#[test]
fn what_was_dismissed_comes_back_only_when_it_is_louder_than_it_was() {
    let mut room = signal();
    room.house(Command::Sense { heat: Heat::Notice }).unwrap();
    step(&mut room, Step::Dismissed).unwrap();
    for heat in [Heat::Calm, Heat::Notice] {
        room.house(Command::Sense { heat }).unwrap();
        room.after(minutes(600));
        assert_eq!(room.state.course.step, Step::Dismissed, "{heat:?}");
    }
    room.house(Command::Sense { heat: Heat::Alert }).unwrap();
    assert_eq!(room.state.course.step, Step::Signal);
    step(&mut room, Step::Dismissed).unwrap();
    // Dismissed at its loudest: whatever it does, it stays.
    for heat in [Heat::Calm, Heat::Alert] {
        room.house(Command::Sense { heat }).unwrap();
        room.after(minutes(600));
    }
    assert_eq!(room.state.course.step, Step::Dismissed);
}

#[test]
fn nothing_ends_while_something_waits() {
    let mut room = Room::crisis();
    step(&mut room, Step::FollowUp).unwrap();
    let add = Command::AddTask { key: crate::desk::key("t"), text: text("t"), owner: None, deputy: None, due: None };
    room.by(PAUL, add).unwrap();
    assert_eq!(step(&mut room, Step::Closed), Err(Refusal::OpenTasks(1)));
    room.by(PAUL, Command::SetAside { task: 1, why: text("why") }).unwrap();
    assert!(step(&mut room, Step::Closed).is_ok());
    let mut room = signal();
    assert_eq!(room.by(JEANNE, Command::Step { to: Step::Dismissed, why: None }), Err(Refusal::Why));
}

#[test]
fn up_goes_anybody_and_down_goes_who_leads() {
    let mut room = signal();
    room.by(PAUL, Command::Step { to: Step::Crisis, why: None }).unwrap();
    let down = Command::Step { to: Step::FollowUp, why: Some(text("why")) };
    assert_eq!(room.by(PAUL, down.clone()), Err(Refusal::Lead));
    assert_eq!(room.state.lead(), Some(party(JEANNE)));
    let aisha = Actor::Member(PersonId(AISHA));
    assert_eq!(room.ask(aisha, Some(Role::ReadOnly), &down), Err(Refusal::Role));
    assert_eq!(room.ask(aisha, None, &down), Err(Refusal::Role));
    assert!(room.ask(aisha, Some(Role::Owner), &down).is_ok());
    assert_eq!(room.house(Command::Step { to: Step::Crisis, why: None }), Err(Refusal::Person));
}

#[test]
fn an_open_case_that_is_called_for_from_another_side_says_so_and_is_one_case() {
    let mut room = signal();
    let call = vigie_domain::case::event::Opening {
        hurt: true,
        origin: vigie_domain::case::event::Origin::Mention(MentionId(9)),
        ..opening("tap-2", Step::Crisis)
    };
    let events = room.open(call.clone()).unwrap();
    assert!(matches!(events[0], Event::Course(CourseEvent::TakenUp(_))));
    assert!(room.state.course.safety_first() && room.state.course.origins.len() == 2);
    assert!(room.open(call).unwrap().is_empty());
}

#[test]
fn the_house_never_declares_a_crisis() {
    let open = |step| {
        let opening = opening("signal-9", step);
        Command::Open(Box::new(vigie_domain::case::Open { opening, captures: vec![], freeze: None, holding: vec![] }))
    };
    // Neither at once, nor by taking an open case up, nor a case that calmed down.
    let mut calmed = Room::crisis();
    step(&mut calmed, Step::FollowUp).unwrap();
    for mut room in [Room::team(), signal(), calmed] {
        let before = room.state.clone();
        assert_eq!(room.house(open(Step::Crisis)), Err(Refusal::Person));
        assert_eq!(room.state, before);
        assert!(room.house(open(Step::Paracrisis)).is_ok());
        assert_eq!(room.state.course.step, Step::Paracrisis);
    }
    assert!(Room::team().by(PAUL, open(Step::Crisis)).is_ok());
}

#[test]
fn how_loud_it_is_is_what_goes_on_now() {
    use vigie_domain::case::{Heard, heat};
    use vigie_domain::signal::Level;
    let now = noon();
    let heard = |level, minutes_ago, grave| Heard { level, last: now - minutes(minutes_ago), grave };
    for (signals, expected) in [
        (vec![], Heat::Calm),
        (vec![heard(Level::Notice, 0, false)], Heat::Notice),
        (vec![heard(Level::Alert, 0, false)], Heat::Alert),
        (vec![heard(Level::Alert, 15, false)], Heat::Alert),
        (vec![heard(Level::Alert, 16, false)], Heat::Notice),
        (vec![heard(Level::Alert, 600, true)], Heat::Alert),
        (vec![heard(Level::Notice, 600, true)], Heat::Notice),
        (vec![heard(Level::Alert, 600, false), heard(Level::Alert, 1, false)], Heat::Alert),
        // A clock that was set back must not calm anything.
        (vec![heard(Level::Alert, -5, false)], Heat::Alert),
    ] {
        assert_eq!(heat(signals.iter().copied(), now), expected, "{signals:?}");
    }
}
