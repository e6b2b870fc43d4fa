//! Where people may be hurt, where no plan is kept, and to whom work is given.

use crate::desk::{AISHA, JEANNE, PAUL, Room, key, minutes, opening, party, text, words};
use std::collections::BTreeMap;
use vigie_domain::case::event::{Form, Step};
use vigie_domain::case::triage::{Answers, Known};
use vigie_domain::case::{Command, Refusal, SAFETY};
use vigie_domain::id::{MentionId, PersonId};
use vigie_domain::organisation::{Person, Role};
use vigie_domain::plan::{ClockKind, Known as Around, unkept};
use vigie_domain::setup::Size;

fn actions(room: &Room) -> Vec<String> {
    room.state.tasks.values().filter_map(|task| task.action.clone()).collect()
}

fn hurt() -> Command {
    Command::Triage { answers: Answers { hurt: Known::Yes, ..Answers::default() } }
}

#[test]
fn that_somebody_may_be_hurt_brings_its_tasks_whenever_it_is_said() {
    let own: Vec<&str> = SAFETY.iter().map(|(name, _)| *name).collect();
    assert_eq!(own, ["stop-selling", "keep-batch", "call-authority", "call-insurer"]);
    // By the plan's own moves.
    let (mut at_once, mut later) = (Room::team(), Room::crisis());
    let mut open = opening("tap-1", Step::Crisis);
    open.hurt = true;
    at_once.open(open.clone()).unwrap();
    assert!(actions(&later).is_empty());
    later.by(JEANNE, hurt()).unwrap();
    assert_eq!(actions(&later), actions(&at_once));
    assert!(!actions(&later).is_empty());
    assert!(later.by(JEANNE, hurt()).unwrap().is_empty());
    // A plan that says nothing of it, and one whose scenario is another.
    let (mut bare, mut asked) = (Room::new("", &[]), Room::new("", &[]));
    bare.open(open).unwrap();
    asked.open(opening("tap-1", Step::Crisis)).unwrap();
    asked.by(JEANNE, hurt()).unwrap();
    for room in [&bare, &asked] {
        assert_eq!(actions(room), own);
        assert!(room.state.tasks.values().all(|task| task.owner == Some(party(JEANNE)) && task.due.is_some()));
    }
    let mut rumour = Room::new("[scenario.rumour]\ntitle = \"Something false\"\n", &[]);
    rumour.open(opening("tap-1", Step::Crisis)).unwrap();
    rumour.by(JEANNE, Command::Choose { scenario: "rumour".to_owned() }).unwrap();
    rumour.by(JEANNE, hurt()).unwrap();
    assert_eq!(
        (actions(&rumour), rumour.state.course.scenario.as_deref()),
        (SAFETY.map(|it| it.0.to_owned()).into(), Some("rumour"))
    );
}

#[test]
fn nothing_is_given_to_whom_it_is_not_let_do() {
    let mut room = Room::crisis();
    room.readers.insert(party(AISHA));
    let mention = MentionId(9);
    room.by(PAUL, Command::Claim { mention, published: room.now, channel: None }).unwrap();
    let add = |owner: i64, deputy: i64| Command::AddTask {
        key: key("task-1"),
        text: text("Call them."),
        owner: Some(party(owner)),
        deputy: Some(party(deputy)),
        due: None,
    };
    room.by(PAUL, Command::AddTask { key: key("task-0"), text: text("Call."), owner: None, deputy: None, due: None })
        .unwrap();
    let (to, task) = (party(AISHA), *room.state.tasks.last_key_value().unwrap().0);
    for command in [
        add(AISHA, PAUL),
        add(PAUL, AISHA),
        Command::HandOverTask { task, to },
        Command::HandOverMention { mention, to },
        Command::HandOverLead { to, why: None },
        Command::Offer { key: key("o"), mention, what: text("A cake."), cents: None, authorised: to },
    ] {
        let before = room.state.clone();
        assert_eq!(room.by(JEANNE, command.clone()).err(), Some(Refusal::Reader), "{command:?}");
        assert_eq!(room.state, before);
    }
    assert!(room.by(PAUL, Command::HandOverMention { mention, to: party(JEANNE) }).is_ok());
    assert!(room.by(PAUL, add(JEANNE, PAUL)).is_ok());
}

fn member(id: i64, name: &str) -> Person {
    Person {
        id: PersonId(id),
        name: name.to_owned(),
        email: format!("{name}@dunes.example"),
        locale: "en".to_owned(),
        zone: "Europe/Paris".to_owned(),
    }
}

/// A room without a plan: Paul owns, Jeanne leads, Aisha reads.
fn without(size: Size) -> Room {
    let team = [
        (member(JEANNE, "jeanne"), Role::Lead),
        (member(AISHA, "aisha"), Role::ReadOnly),
        (member(PAUL, "paul"), Role::Owner),
    ];
    let known = Around {
        size,
        brand: "Dunes".to_owned(),
        phone: Some("01 99 00 12 34".to_owned()),
        zone: Some("Europe/Paris".to_owned()),
        ..Around::default()
    };
    let (plan, people) = unkept(&known, &team);
    let people: BTreeMap<_, _> = people.into_iter().map(|(name, id)| (name, party(id.0))).collect();
    assert_eq!((people.len(), plan.filled("{brand} {phone}").as_str()), (2, "Dunes 01 99 00 12 34"));
    let mut room = Room { plan, people, ..Room::new("", &[]) };
    let mut open = opening("tap-1", Step::Crisis);
    open.size = size;
    room.open(open).unwrap();
    room
}

#[test]
fn without_a_plan_the_owner_leads_clocks_run_and_another_who_may_lead_releases() {
    for size in Size::ALL {
        let mut room = without(size);
        assert_eq!(room.state.lead(), Some(party(PAUL)));
        for kind in [ClockKind::FirstAssessment, ClockKind::Holding] {
            let of = vigie_domain::case::event::ClockOf::Plan(kind);
            let (_, clock) = room.state.open_clock(&of).unwrap();
            assert_eq!(clock.terms.ladder.first(), Some(&party(PAUL)), "{size:?}");
        }
        let draft = room.drafted(PAUL, Form::Holding, words("We are checking."));
        room.submit(PAUL, draft).unwrap();
        assert_eq!(room.approve(PAUL, draft), Err(Refusal::Own));
        if size != Size::Solo {
            assert_eq!(room.state.drafts[&draft].asked_now(), [party(JEANNE)]);
            assert_eq!(room.send(PAUL, draft), Err(Refusal::Stage(draft)));
            room.approve(JEANNE, draft).unwrap();
            room.send(PAUL, draft).unwrap();
        }
    }
}

#[test]
fn a_plan_that_is_kept_later_starts_the_clocks_that_it_alone_asks_for() {
    let mut room = Room::new("", &[]);
    room.open(opening("tap-1", Step::Crisis)).unwrap();
    assert!(room.state.clocks.is_empty());
    let kept = Room::team();
    let mut room = Room { plan: kept.plan, people: kept.people, ..room };
    room.after(minutes(1));
    assert_eq!(room.state.clocks.len(), Room::crisis().state.clocks.len());
    // What somebody dropped stays dropped, and a second look starts nothing.
    let (clock, why) = (*room.state.clocks.first_key_value().unwrap().0, text("why"));
    room.by(JEANNE, Command::Drop { clock, why }).unwrap();
    assert!(room.after(minutes(1)).is_empty());
}
