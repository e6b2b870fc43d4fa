//! What the case says can be done now is what it takes: anything that anybody presses, against what was said to be open the moment before.

use crate::desk::{ACCOUNT, AISHA, Chance, JEANNE, PAUL, Room, capture, key, minutes, noon, party, text};
use crate::release::{rooms, some_command};
use std::collections::{BTreeMap, BTreeSet};
use vigie_domain::case::event::*;
use vigie_domain::case::legal::{Matter, Start};
use vigie_domain::case::state::Stage;
use vigie_domain::case::triage::{Answers, Known, Loudness, Who};
use vigie_domain::case::{Actor, Command, Declare, Key, Party, Refusal, Take, Verb, can, decide, open_to};
use vigie_domain::counter::Series;
use vigie_domain::figure::Figure;
use vigie_domain::id::{MentionId, PersonId, ScheduledId};
use vigie_domain::organisation::Role;
use vigie_domain::plan::Posture;

/// What a command asks for; none: the house's, or the beginning.
fn verb(command: &Command) -> Option<Verb> {
    Some(match command {
        Command::Step { to, .. } => Verb::Step(*to),
        Command::Began { .. } => Verb::Began,
        Command::Assign { .. } => Verb::Assign,
        Command::HandOverLead { .. } => Verb::HandOverLead,
        Command::Choose { .. } => Verb::Choose,
        Command::Triage { .. } => Verb::Triage,
        Command::SetPosture { .. } => Verb::SetPosture,
        Command::SetLoudness { .. } => Verb::SetLoudness,
        Command::Capture { .. } => Verb::Capture,
        Command::Promise { .. } => Verb::Promise,
        Command::Declare(_) => Verb::Declare,
        Command::State { .. } => Verb::State,
        Command::AddTask { .. } => Verb::AddTask,
        Command::Note { .. } => Verb::Note,
        Command::Report { .. } => Verb::Report,
        Command::Tell { .. } => Verb::Tell,
        Command::Draft { words, about, .. } => match (&words.target, about) {
            (Target::Mention(mention), _) | (_, Some(mention)) => Verb::Answer(*mention),
            _ => Verb::Draft,
        },
        Command::Freeze { .. } => Verb::Freeze,
        Command::Lift => Verb::Lift,
        Command::UndoFreeze => Verb::UndoFreeze,
        Command::Pause { clock, .. } => Verb::Pause(*clock),
        Command::Resume { clock } => Verb::Resume(*clock),
        Command::Meet { clock, .. } => Verb::Meet(*clock),
        Command::Drop { clock, .. } => Verb::Drop(*clock),
        Command::Move { fact, .. } => Verb::Move(*fact),
        Command::Retract { fact, .. } => Verb::Retract(*fact),
        Command::HandOverTask { task, .. } => Verb::HandOverTask(*task),
        Command::Do { task, .. } => Verb::Do(*task),
        Command::SetAside { task, .. } => Verb::SetAside(*task),
        Command::Reopen { task, .. } => Verb::Reopen(*task),
        Command::Revise { draft, .. } => Verb::Revise(*draft),
        Command::Submit { draft, .. } => Verb::Submit(*draft),
        Command::Approve { draft, .. } => Verb::Approve(*draft),
        Command::Decline { draft, .. } => Verb::Decline(*draft),
        Command::ReleaseAlone { draft, .. } => Verb::ReleaseAlone(*draft),
        Command::ReleaseAsFallback { draft, .. } => Verb::ReleaseAsFallback(*draft),
        Command::Send { draft, .. } => Verb::Send(*draft),
        Command::Undo { draft } => Verb::Undo(*draft),
        Command::Resolve { draft, .. } => Verb::Resolve(*draft),
        Command::Copied { draft, .. } => Verb::Copied(*draft),
        Command::Shelve { draft } => Verb::Shelve(*draft),
        Command::PassOver { draft, .. } => Verb::PassOver(*draft),
        Command::Claim { mention, .. } => Verb::Claim(*mention),
        Command::HandOverMention { mention, .. } => Verb::HandOverMention(*mention),
        Command::LetGo { mention } => Verb::LetGo(*mention),
        Command::Leave { mention, exit: Exit::AgainstRules(_), .. } => Verb::ReportToPlatform(*mention),
        Command::Leave { mention, exit: Exit::Illegal(_), .. } => Verb::NotifyIllegal(*mention),
        Command::Offer { mention, .. } => Verb::Offer(*mention),
        Command::Thaw { post, .. } => Verb::Thaw(*post),
        Command::Take(_) => Verb::Take,
        Command::Guard { .. } => Verb::Guard,
        Command::DoMeasure { measure, .. } => Verb::DoMeasure(*measure),
        Command::SetMeasureAside { measure, .. } => Verb::SetMeasureAside(*measure),
        Command::Answer { .. } => Verb::HotWash,
        Command::Draw { .. } => Verb::Draw,
        Command::ShelveLesson { lesson, .. } => Verb::ShelveLesson(*lesson),
        _ => return None,
    })
}

/// What a command may be refused for although it is open: what was typed, which moment, which other thing it names.
fn is_of_what_was_said(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Why
            | Refusal::Time
            | Refusal::Start(_)
            | Refusal::Proof
            | Refusal::Source
            | Refusal::Stale
            | Refusal::Blank
            | Refusal::Account
            | Refusal::ToAll
            | Refusal::Corrects
            | Refusal::NotInPlan { .. }
            | Refusal::Amount
            | Refusal::Attempt
            | Refusal::Frozen
            | Refusal::Burst
            | Refusal::Stopped(_)
            | Refusal::Mixed(_)
            | Refusal::Missing { what: "fact" | "draft" | "incident", .. }
    )
}

/// What else somebody might press than what concerns texts.
fn some_other(chance: &mut Chance, room: &Room) -> Command {
    let number = |chance: &mut Chance, most: usize| u32::try_from(1 + chance.below(most)).unwrap();
    let (mention, why, to) = (MentionId(9), text("why"), party(JEANNE));
    let (clock, task) = (number(chance, 6), number(chance, 4));
    let name = key(&format!("other-{}", chance.below(6)));
    let steps = [Step::Signal, Step::Paracrisis, Step::Crisis, Step::FollowUp, Step::Closed, Step::Dismissed];
    let post = ScheduledId(i64::from(number(chance, 3)));
    match chance.below(37) {
        0 if chance.below(3) == 0 => {
            Command::Step { to: steps[chance.below(6)], why: (chance.below(4) > 0).then_some(why) }
        }
        0 => Command::Claim { mention, published: noon(), channel: None },
        1 => Command::HandOverLead { to, why: None },
        2 => Command::Assign { role: "legal".to_owned(), to },
        3 => Command::Choose { scenario: "ill".to_owned() },
        4 => {
            let answers = Answers { hurt: [Known::Yes, Known::No][chance.below(2)], ..Answers::default() };
            Command::Triage { answers: Answers { who: [Who::One, Who::Press][chance.below(2)], ..answers } }
        }
        5 => Command::SetPosture { posture: Posture::Rebuild, bolster: false, why: None },
        6 => Command::SetLoudness { loudness: Loudness::Everywhere, why: None },
        7 => Command::Capture { mention: Some(mention), capture: capture("raw") },
        8 => Command::Promise { until: room.now + minutes(i64::from(number(chance, 90)) - 30) },
        9 => Command::Declare(Declare {
            key: name,
            incident: None,
            matter: [Matter::DataBreach, Matter::PressOffence][chance.below(2)],
            start: Start::Awareness,
            since: room.now,
            why,
            capture: None,
        }),
        10 => Command::AddTask { key: name, text: text("task"), owner: Some(to), deputy: None, due: None },
        11 => Command::Note { key: name, text: text("note"), visibility: Visibility::Client, mentions: vec![] },
        12 => Command::Report { key: name, what: text("calls"), figure: Figure::Unknown, as_of: noon() },
        13 => {
            let stakeholder = ["staff", "nobody"][chance.below(2)].to_owned();
            Command::Tell { key: name, stakeholder, when: room.now, text: text("told"), draft: None }
        }
        14 => Command::Freeze { key: name, accounts: vec![ACCOUNT], unmapped: 0 },
        15 => Command::Lift,
        16 => Command::UndoFreeze,
        17 => Command::Pause { clock, why },
        18 => Command::Resume { clock },
        19 => Command::Meet { clock, why: (chance.below(2) == 0).then_some(why), capture: None },
        20 => Command::Drop { clock, why },
        21 => Command::HandOverTask { task, to },
        22 => Command::Do { task, result: text("done") },
        23 => Command::SetAside { task, why },
        24 => Command::Reopen { task, why },
        25 => Command::HandOverMention { mention, to },
        26 => Command::LetGo { mention },
        27 => {
            let exits = [Exit::AgainstRules(Platform::Spam), Exit::Illegal(Ground::Insult)];
            Command::Leave { mention, exit: exits[chance.below(2)], capture: capture("raw"), why }
        }
        30..37 => afterwards(chance, room, name, task),
        28 => Command::Offer { key: name, mention, what: text("offer"), cents: Some(-1), authorised: to },
        _ => Command::Thaw { post, thaw: [Thaw::Withdraw, Thaw::Reschedule(room.now + minutes(9))][chance.below(2)] },
    }
}

/// What somebody might press of measures, limits, answers and lessons.
fn afterwards(chance: &mut Chance, room: &Room, key: Key, number: u32) -> Command {
    let (text, theme) = (text("after"), Theme::Series(Series::Negative));
    match chance.below(7) {
        0 => {
            let test = [Test::Word, Test::Rate { theme, under: 3, days: 2 }][chance.below(2)];
            let due = (chance.below(2) == 0).then(|| room.now + minutes(90));
            Command::Take(Take { key, text, test, owner: Some(party(PAUL)), due, to: None })
        }
        1 => {
            let over = i64::try_from(chance.below(4)).unwrap();
            Command::Guard { key, limit: Limit { theme, over, hours: 24 } }
        }
        2 => Command::DoMeasure { measure: number, result: text },
        3 => Command::SetMeasureAside { measure: number, why: text },
        4 => Command::Answer { key, question: HotWash::ALL[chance.below(4)], text },
        5 => Command::Draw { key, text, changes: text, records: vec![1] },
        _ => Command::ShelveLesson { lesson: number, why: text },
    }
}

const ROLES: [Role; 8] = [
    Role::Owner,
    Role::SocialManager,
    Role::SocialManager,
    Role::SocialManager,
    Role::Legal,
    Role::Lead,
    Role::Lead,
    Role::ReadOnly,
];

/// Other words go where they were to go, from where they were to come.
fn stays(room: &Room, command: &Command) -> bool {
    let Command::Revise { draft, words, .. } = command else { return true };
    let before = room.state.drafts.get(draft).map(|found| (&found.wording.target, found.wording.account));
    before == Some((&words.target, words.account))
}

#[test]
fn what_is_open_is_taken_and_what_is_not_is_refused() {
    let (mut taken, mut refused, mut of_words) = (BTreeMap::new(), BTreeMap::new(), 0);
    for (game, (name, open)) in (0..).zip(rooms()) {
        for seed in 0..12 {
            let (mut room, mut chance) = (open.clone(), Chance(game * 1_000 + seed * 77 + 5));
            for _ in 0..400 {
                let of_texts = chance.below(3) > 0;
                let intended = room.state.drafts.iter().find(|(_, it)| matches!(it.stage, Stage::Intended(_)));
                let command = match intended.map(|(draft, _)| *draft) {
                    Some(draft) if chance.below(3) == 0 => Command::Undo { draft },
                    _ if of_texts => some_command(&mut chance, &room),
                    _ => some_other(&mut chance, &room),
                };
                // Who is asked presses more often than who is not.
                let asked = match &command {
                    Command::Approve { draft, .. } => room.state.drafts.get(draft).map(|it| it.asked_now()),
                    _ => None,
                };
                let person = match asked.as_deref() {
                    Some([Party::Member(person), ..]) if chance.below(4) > 0 => person.0,
                    _ => [JEANNE, JEANNE, PAUL, AISHA][chance.below(4)],
                };
                let (by, role) = (Actor::Member(PersonId(person)), Some(ROLES[chance.below(8)]));
                if let Some(verb) = verb(&command).filter(|_| stays(&room, &command)) {
                    let is_open = can(&room.state, &room.desk(by, role), verb) == Ok(true);
                    match (is_open, decide(&room.state, &room.desk(by, role), &command)) {
                        (true, Ok(_)) => *taken.entry(kind(verb)).or_insert(0) += 1,
                        (true, Err(refusal)) if is_of_what_was_said(&refusal) => of_words += 1,
                        (false, Ok(events)) if events.is_empty() => {}
                        (false, Err(_)) => *refused.entry(kind(verb)).or_insert(0) += 1,
                        (said, came) => {
                            panic!("{name}, seed {seed}: {verb:?} was said to be {said}: {command:?}: {came:?}")
                        }
                    }
                }
                drop(room.ask(by, role, &command));
                drop(some_house(&mut chance, &mut room));
            }
        }
    }
    println!("taken {taken:?}\nrefused {refused:?}\nrefused for what was said: {of_words}");
    // Each verb was met open, and all but those that anybody may at any time were met shut.
    let never: Vec<_> = KINDS.iter().filter(|kind| !taken.contains_key(**kind)).collect();
    assert!(never.is_empty(), "never open: {never:?}");
    let always: Vec<_> = KINDS.iter().filter(|kind| !refused.contains_key(**kind)).collect();
    assert!(always.is_empty(), "never shut: {always:?}");
}

/// Every verb by its name, but those that this game never comes to.
const KINDS: [&str; 47] = [
    "Step",
    "Assign",
    "HandOverLead",
    "Choose",
    "Triage",
    "SetPosture",
    "SetLoudness",
    "Capture",
    "Promise",
    "Declare",
    "State",
    "AddTask",
    "Note",
    "Report",
    "Tell",
    "Draft",
    "Freeze",
    "Lift",
    "Pause",
    "Resume",
    "Meet",
    "Drop",
    "Move",
    "Retract",
    "HandOverTask",
    "Do",
    "SetAside",
    "Reopen",
    "Revise",
    "Submit",
    "Approve",
    "Decline",
    "ReleaseAlone",
    "Send",
    "Undo",
    "Resolve",
    "Copied",
    "Shelve",
    "Claim",
    "Answer",
    "Take",
    "Guard",
    "DoMeasure",
    "SetMeasureAside",
    "HotWash",
    "Draw",
    "ShelveLesson",
];

fn kind(verb: Verb) -> String {
    format!("{verb:?}").split('(').next().unwrap_or_default().to_owned()
}

/// The house reads, sends and is answered.
fn some_house(chance: &mut Chance, room: &mut Room) -> Result<(), Refusal> {
    room.now += minutes(i64::try_from(chance.below(3)).unwrap());
    let draft = u32::try_from(1 + chance.below(room.state.drafts.len().max(1))).unwrap();
    let Some(found) = room.state.drafts.get(&draft) else { return Ok(()) };
    let (binding, attempt) = (found.binding, found.attempts);
    let found = Checked { version: 1, stops: 0, warnings: 0 };
    room.house(Command::Check { draft, binding, found })?;
    if chance.below(2) == 0 {
        return room.house(Command::Try { draft }).map(drop);
    }
    let outcomes = [
        Outcome::Unknown { why: text("why") },
        Outcome::Refused { why: text("why") },
        Outcome::Sent { receipt: text("link") },
    ];
    room.house(Command::Came { draft, attempt, outcome: outcomes[chance.below(3)] }).map(drop)
}

#[test]
fn all_that_is_open_is_told_at_once_and_nobody_else_is_told_so() {
    let mut room = Room::crisis();
    let draft = room.drafted(PAUL, Form::Holding, crate::desk::words("We have read it and are checking."));
    room.submit(PAUL, draft).unwrap();
    let open =
        |room: &Room, person: i64, role| open_to(&room.state, &room.desk(Actor::Member(PersonId(person)), Some(role)));
    let (lead, author) = (open(&room, JEANNE, Role::Lead), open(&room, PAUL, Role::SocialManager));
    assert!(lead.contains(&Verb::Approve(draft)) && !author.contains(&Verb::Approve(draft)));
    assert!(lead.contains(&Verb::Step(Step::FollowUp)) && !author.contains(&Verb::Step(Step::FollowUp)));
    assert!(!lead.contains(&Verb::Send(draft)) && author.contains(&Verb::Revise(draft)));
    // Who stands in for whoever does not answer has nothing to press before the hour, and then has.
    let fallback = |room: &Room| open(room, AISHA, Role::SocialManager).contains(&Verb::ReleaseAsFallback(draft));
    assert!(!fallback(&room));
    let agreed = room.drafted(PAUL, Form::Holding, crate::story::holding_words());
    room.submit(PAUL, agreed).unwrap();
    room.now += minutes(16);
    let after = open(&room, AISHA, Role::SocialManager);
    assert!(after.contains(&Verb::ReleaseAsFallback(agreed)) && !fallback(&room), "only what was agreed on");
    assert_eq!(open(&room, JEANNE, Role::ReadOnly), BTreeSet::new());
}
