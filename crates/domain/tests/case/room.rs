//! Single cases of what people do in the room, each with the refusal that stands in its way.

use crate::desk::{
    ACCOUNT, AISHA, JEANNE, PAUL, Room, capture, key, minutes, noon, opening, party, sealed, text, words,
};
use crate::story::holding_words;
use vigie_domain::case::event::*;
use vigie_domain::case::state::{Stage, TaskStage};
use vigie_domain::case::triage::{Answers, Known, Loudness, Responsibility, Who};
use vigie_domain::case::{Actor, Command, Event, Refusal, Salt, Sealed, Words};
use vigie_domain::id::{AccountId, MentionId, PersonId};
use vigie_domain::organisation::Role;
use vigie_domain::plan::{Channel, ClockKind, Posture};
use vigie_domain::setup::Size;

#[test]
fn a_mention_has_one_who_answers_and_the_second_sees_who() {
    let mut room = Room::crisis();
    let mention = MentionId(9);
    let claim = || Command::Claim { mention, published: noon(), channel: None };
    assert_eq!(room.by(PAUL, claim()).unwrap().len(), 1);
    assert_eq!(room.by(PAUL, claim()), Ok(vec![]));
    assert_eq!(room.by(AISHA, claim()), Err(Refusal::HeldBy(party(PAUL))));
    let reply = Words { target: Target::Mention(mention), ..words("Please call me. Aisha") };
    let draft = Command::Draft { key: key("a"), form: Form::Reply, words: reply.clone(), corrects: None, about: None };
    assert_eq!(room.by(AISHA, draft.clone()), Err(Refusal::HeldBy(party(PAUL))));
    assert_eq!(room.by(AISHA, Command::LetGo { mention }), Err(Refusal::HeldBy(party(PAUL))));
    room.by(PAUL, Command::HandOverMention { mention, to: party(AISHA) }).unwrap();
    assert!(room.by(AISHA, draft).is_ok());
    let unclaimed = Words { target: Target::Mention(MentionId(10)), ..reply };
    let draft = Command::Draft { key: key("b"), form: Form::Reply, words: unclaimed, corrects: None, about: None };
    assert_eq!(room.by(AISHA, draft), Err(Refusal::ClaimFirst(MentionId(10))));
}

#[test]
fn a_mention_is_answered_once() {
    let mut room = Room::crisis();
    let mention = MentionId(9);
    room.by(PAUL, Command::Claim { mention, published: noon(), channel: None }).unwrap();
    let reply = |says| Words { target: Target::Mention(mention), ..words(says) };
    let (first, second) =
        (room.drafted(PAUL, Form::Reply, reply("One.")), room.drafted(PAUL, Form::Reply, reply("Two.")));
    for draft in [first, second] {
        room.submit(PAUL, draft).unwrap();
        room.approve(JEANNE, draft).unwrap();
    }
    room.send(PAUL, first).unwrap();
    assert_eq!(room.send(PAUL, second), Err(Refusal::Answered(first)));
    // Taken back in time, the other may go.
    room.by(PAUL, Command::Undo { draft: first }).unwrap();
    assert!(room.send(PAUL, second).is_ok());
}

#[test]
fn a_changed_word_is_another_text() {
    let mut room = Room::crisis();
    let draft = room.drafted(PAUL, Form::Statement, words("We are checking."));
    let shown = room.binding(draft);
    room.submit(PAUL, draft).unwrap();
    let others = [
        words("We are checking!"),
        Words { account: AccountId(8), ..words("We are checking.") },
        Words { target: Target::UpdatesPage, ..words("We are checking.") },
    ];
    for words in others {
        room.by(PAUL, Command::Revise { draft, words, before: None }).unwrap();
        assert_eq!(room.by(JEANNE, Command::Approve { draft, binding: shown }), Err(Refusal::Stale));
        assert_ne!(room.binding(draft), shown);
        assert_eq!(room.submit(PAUL, draft), Err(Refusal::Unchecked));
    }
    // Back to the very words: what was approved before is not, but the binding is the same.
    room.by(PAUL, Command::Revise { draft, words: words("We are checking."), before: None }).unwrap();
    assert_eq!(room.binding(draft), shown);
    assert_eq!(room.approve(JEANNE, draft), Err(Refusal::Stage(draft)));
}

#[test]
fn saved_without_a_change_it_stays_approved() {
    let mut room = Room::crisis();
    let first = sealed("We are checking.");
    let draft = room.drafted(PAUL, Form::Statement, Words { text: first.clone(), ..words("") });
    room.submit(PAUL, draft).unwrap();
    room.approve(JEANNE, draft).unwrap();
    let again = |says: &str| {
        let text = Sealed { salt: Salt([9; 16]), text: says.to_owned() };
        Words { text, ..words("") }
    };
    let revise = |words, before| Command::Revise { draft, words, before };
    assert_eq!(room.by(AISHA, revise(again("We are checking."), Some(first.clone()))), Ok(vec![]));
    assert!(matches!(room.state.drafts[&draft].stage, Stage::Released(_)));
    // Another letter, another text that is said to have been there, another target: another text to be approved.
    let elsewhere = Words { target: Target::UpdatesPage, ..again("We are checking.") };
    for (words, before) in [
        (again("We are checking!"), Some(first.clone())),
        (again("We are checking."), Some(sealed("We were checking."))),
        (again("We are checking."), None),
        (elsewhere, Some(first)),
    ] {
        let mut room = room.clone();
        assert_eq!(room.by(AISHA, revise(words, before)).unwrap().len(), 1);
        assert_eq!(room.state.drafts[&draft].stage, Stage::Writing);
    }
}

#[test]
fn who_wrote_a_word_of_it_does_not_approve_it() {
    let mut room = Room::crisis();
    let draft = room.drafted(PAUL, Form::Statement, words("We are checking."));
    room.by(AISHA, Command::Revise { draft, words: words("We are checking, and we are sorry."), before: None })
        .unwrap();
    room.checked(draft);
    room.submit(AISHA, draft).unwrap();
    // Aisha stands in for the lead, and wrote half of it.
    assert_eq!(room.approve(AISHA, draft), Err(Refusal::Own));
    assert_eq!(room.approve(PAUL, draft), Err(Refusal::Own));
    assert_eq!(room.state.drafts[&draft].asked_now(), [party(JEANNE)]);
    let house = room.ask(Actor::House, None, &Command::Approve { draft, binding: room.binding(draft) });
    assert_eq!(house, Err(Refusal::Person));
    let reader = Actor::Member(PersonId(JEANNE));
    let binding = room.binding(draft);
    assert_eq!(room.ask(reader, Some(Role::ReadOnly), &Command::Approve { draft, binding }), Err(Refusal::Role));
    assert!(room.approve(JEANNE, draft).is_ok());
    assert_eq!(room.approve(JEANNE, draft), Ok(vec![]));
}

#[test]
fn what_stands_in_the_way_of_approval() {
    let mut room = Room::crisis();
    let source = Some(FactSource::Seen);
    let state = |n: u32, status, source| Command::State {
        key: key(&format!("fact-{n}")),
        status,
        text: text("fact"),
        source,
        capture: None,
    };
    assert_eq!(room.by(PAUL, state(1, FactStatus::Known, None)), Err(Refusal::Source));
    assert_eq!(room.by(PAUL, state(1, FactStatus::Known, Some(FactSource::Inferred))), Err(Refusal::Source));
    for (n, status) in (1..).zip([FactStatus::Known, FactStatus::Probable, FactStatus::Unknown, FactStatus::CannotSay])
    {
        room.by(PAUL, state(n, status, source)).unwrap();
    }
    let refused = |room: &mut Room, words: Words| {
        let draft = room.drafted(PAUL, Form::Statement, words);
        room.submit(PAUL, draft).err()
    };
    let citing = |fact, hedged| Words { cites: vec![Cite { fact, hedged }], ..words("Text.") };
    assert_eq!(refused(&mut room, citing(1, false)), None);
    assert_eq!(refused(&mut room, citing(2, true)), None);
    assert_eq!(refused(&mut room, citing(2, false)), Some(Refusal::WeakFacts(vec![2])));
    assert_eq!(refused(&mut room, citing(3, true)), Some(Refusal::WeakFacts(vec![3])));
    assert_eq!(refused(&mut room, citing(4, true)), Some(Refusal::WeakFacts(vec![4])));
    assert_eq!(refused(&mut room, words("What happened: {fact}.")), Some(Refusal::Blank));
    let long = "é".repeat(501);
    assert_eq!(refused(&mut room, words(&long)), Some(Refusal::Long { is: 501, most: 500 }));
    assert_eq!(refused(&mut room, words(&long[..1_000])), None);
    let rebuild = Words { posture: Some(Posture::Rebuild), ..words("We are sorry.") };
    assert_eq!(refused(&mut room, rebuild), None);
    let deny = Words { posture: Some(Posture::Deny), ..words("It was not us.") };
    let mixed = refused(&mut room, deny);
    assert!(matches!(mixed, Some(Refusal::Mixed(_))), "{mixed:?}");
    let draft = |room: &mut Room, words, corrects| {
        room.by(PAUL, Command::Draft { key: key("x"), form: Form::Statement, words, corrects, about: None })
    };
    assert_eq!(draft(&mut room, Words { account: AccountId(9), ..words("Text.") }, None), Err(Refusal::Account));
    assert_eq!(draft(&mut room, words("Text."), Some(1)), Err(Refusal::Corrects));
    assert_eq!(draft(&mut room, words(" \n"), None), Err(Refusal::Blank));
    assert_eq!(draft(&mut room, citing(7, false), None), Err(Refusal::Missing { what: "fact", number: 7 }));
    // What the check would stop goes only with a reason.
    let stopped = room.drafted(PAUL, Form::Statement, words("You are a troll."));
    let (binding, found) = (room.binding(stopped), Checked { version: 1, stops: 2, warnings: 0 });
    room.house(Command::Check { draft: stopped, binding, found }).unwrap();
    assert_eq!(room.submit(PAUL, stopped), Err(Refusal::Stopped(2)));
    assert!(room.by(PAUL, Command::Submit { draft: stopped, binding, despite: Some(text("why")) }).is_ok());
}

#[test]
fn a_fact_that_falls_recalls_what_rests_on_it() {
    let mut room = Room::crisis();
    let (status, source) = (FactStatus::Known, Some(FactSource::Seen));
    let state = Command::State { key: key("fact-1"), status, text: text("fact"), source, capture: None };
    room.by(PAUL, state).unwrap();
    let citing = Words { cites: vec![Cite { fact: 1, hedged: false }], ..words("It is so.") };
    let (released, intended) = (
        room.drafted(PAUL, Form::Statement, citing.clone()),
        room.drafted(PAUL, Form::Update, Words { target: Target::UpdatesPage, ..citing }),
    );
    for draft in [released, intended] {
        room.submit(PAUL, draft).unwrap();
        room.approve(JEANNE, draft).unwrap();
    }
    room.send(PAUL, intended).unwrap();
    let to = FactStatus::Probable;
    let events = room.by(AISHA, Command::Move { fact: 1, to, source: None, capture: None, why: text("why") }).unwrap();
    let recalled = |draft| Event::from(SpeechEvent::Recalled { draft, fact: 1 });
    assert!(events.contains(&recalled(released)) && events.contains(&recalled(intended)));
    room.now += minutes(1);
    assert_eq!(room.house(Command::Try { draft: intended }), Err(Refusal::Stage(intended)));
    assert_eq!(room.submit(PAUL, released), Err(Refusal::WeakFacts(vec![1])));
    // It keeps its history.
    room.by(AISHA, Command::Retract { fact: 1, why: text("why") }).unwrap();
    assert_eq!(room.state.facts[&1].history.len(), 2);
    let back = Command::Move { fact: 1, to: FactStatus::Known, source, capture: Some(capture("x")), why: text("why") };
    assert_eq!(room.by(AISHA, back), Err(Refusal::Retracted));
}

#[test]
fn an_offer_counts_once_however_often_it_is_sent() {
    let mut room = Room::crisis();
    // Sent again after the line broke: the same words, sealed anew.
    let offer = |name: &str, what: &str| Command::Offer {
        key: key(name),
        mention: MentionId(9),
        what: text(what),
        cents: Some(2_000),
        authorised: party(JEANNE),
    };
    assert_eq!(room.by(PAUL, offer("a", "A voucher, sealed once.")).unwrap().len(), 1);
    assert_eq!(room.by(PAUL, offer("a", "A voucher, sealed twice.")), Ok(vec![]));
    assert_eq!(room.by(PAUL, offer("b", "A voucher, sealed once.")).unwrap().len(), 1);
    assert_eq!(room.state.mentions[&MentionId(9)].offers.len(), 2);
}

#[test]
fn what_proves_a_fact_is_kept_although_its_status_stays() {
    let mut room = Room::crisis();
    let (status, source) = (FactStatus::Probable, Some(FactSource::Inferred));
    room.by(PAUL, Command::State { key: key("fact-1"), status, text: text("fact"), source, capture: None }).unwrap();
    let moves = |source, capture| Command::Move { fact: 1, to: status, source, capture, why: text("why") };
    assert_eq!(room.by(PAUL, moves(source, None)), Ok(vec![]));
    let (seen, log) = (Some(FactSource::Seen), Some(capture("log")));
    assert_eq!(room.by(PAUL, moves(seen, None)).unwrap().len(), 1);
    assert_eq!(room.by(PAUL, moves(None, log)).unwrap().len(), 1);
    assert_eq!(room.by(PAUL, moves(seen, log)), Ok(vec![]));
    let fact = &room.state.facts[&1];
    assert_eq!((fact.status, fact.source, fact.capture, fact.history.len()), (status, seen, log, 3));
}

#[test]
fn two_exits_each_for_who_may_and_no_third() {
    let mut room = Room::crisis();
    let leave = |exit| Command::Leave { mention: MentionId(9), exit, capture: capture("post 9"), why: text("why") };
    let rules = leave(Exit::AgainstRules(Platform::Violence));
    let illegal = leave(Exit::Illegal(Ground::Threat));
    // (who, as what) and what they may: person 4 is nobody in the plan; Paul is counsel and writes; Jeanne is the fallback.
    let table = [
        (4, Role::Owner, true, false),
        (4, Role::SocialManager, true, false),
        (4, Role::Legal, false, true),
        (4, Role::Lead, false, false),
        (4, Role::Spokesperson, false, false),
        (4, Role::Executive, false, false),
        (4, Role::ReadOnly, false, false),
        (PAUL, Role::Executive, true, true),
        (AISHA, Role::Executive, false, true),
    ];
    for (person, role, may_rules, may_illegal) in table {
        let tried = |command: &Command| {
            let mut room = Room::crisis();
            let found = room.ask(Actor::Member(PersonId(person)), Some(role), command);
            found.is_ok_and(|events| !events.is_empty())
        };
        assert_eq!((tried(&rules), tried(&illegal)), (may_rules, may_illegal), "{person} as {role:?}");
    }
    let events = room.by(PAUL, rules.clone()).unwrap();
    assert_eq!(Room::kinds(&events), ["course.captured", "mention.left"]);
    assert_eq!(room.by(PAUL, rules), Ok(vec![]));
}

#[test]
fn where_counsel_has_no_login_it_is_the_fallback_or_said_who_is_to_be_invited() {
    let leave = Command::Leave {
        mention: MentionId(9),
        exit: Exit::Illegal(Ground::Threat),
        capture: capture("post 9"),
        why: text("why"),
    };
    let asked = |room: &mut Room, person, role| room.ask(Actor::Member(PersonId(person)), Some(role), &leave);
    let mut room = Room::crisis();
    room.people.remove("paul");
    assert_eq!(asked(&mut room, 4, Role::Lead).unwrap_err().code(), "exit");
    assert!(!asked(&mut room, JEANNE, Role::Lead).unwrap().is_empty());
    let mut room = Room::crisis();
    room.people.clear();
    let refusal = Refusal::ExitNoLogin(["Paul", "Jeanne", "Aisha"].map(str::to_owned).into());
    assert_eq!(asked(&mut room, JEANNE, Role::Lead), Err(refusal));
    // Nobody is named at all; whoever works alone is let as the owner.
    (room.plan.roles, room.plan.approvals) = (Vec::new(), Vec::new());
    assert_eq!(asked(&mut room, 4, Role::Owner), Err(Refusal::Exit("legal counsel, whom nobody is yet")));
    let mut alone = Room::new("", &[]);
    alone.open(Opening { size: vigie_domain::setup::Size::Solo, ..opening("tap-1", Step::Crisis) }).unwrap();
    assert!(!asked(&mut alone, 4, Role::Owner).unwrap().is_empty());
}

#[test]
fn no_name_of_an_event_or_a_command_takes_anything_away() {
    let sources = [include_str!("../../src/case/decide/command.rs"), include_str!("../../src/case/event/mention.rs")];
    for word in ["Delete", "Remove", "Hide", "Purge", "Trash"] {
        assert!(sources.iter().all(|source| !source.contains(word)), "{word}");
    }
}

#[test]
fn triage_sets_stance_and_loudness_until_somebody_decides_otherwise() {
    let mut room = Room::crisis();
    let kinds = |room: &Room| -> Vec<ClockKind> {
        let open = room.state.clocks.values().filter(|clock| clock.is_open());
        open.filter_map(|clock| if let ClockOf::Plan(kind) = clock.of { Some(kind) } else { None }).collect()
    };
    assert_eq!(kinds(&room), [ClockKind::FirstAssessment, ClockKind::TeamAssembled, ClockKind::Holding]);
    // That nobody is hurt, and nothing else, takes no clock from a crisis.
    let unhurt = Answers { hurt: Known::No, ..Answers::default() };
    room.by(JEANNE, Command::Triage { answers: unhurt }).unwrap();
    assert_eq!(kinds(&room), [ClockKind::TeamAssembled, ClockKind::Holding]);
    let whisper = Answers { hurt: Known::No, responsibility: Responsibility::Untrue, ..Answers::default() };
    room.by(JEANNE, Command::Triage { answers: whisper }).unwrap();
    assert_eq!((room.state.course.posture, room.state.course.loudness), (Some(Posture::Deny), Some(Loudness::Nothing)));
    assert_eq!(kinds(&room), []);
    let (loudness, why) = (Loudness::Statement, Some(text("The mayor asked.")));
    room.by(JEANNE, Command::SetLoudness { loudness, why }).unwrap();
    assert_eq!(kinds(&room), [ClockKind::TeamAssembled, ClockKind::Holding]);
    // Other answers change the advice, not what somebody decided; the stance was as advised and follows.
    let press = Answers { responsibility: Responsibility::Preventable, who: Who::Press, ..whisper };
    room.by(JEANNE, Command::Triage { answers: press }).unwrap();
    assert_eq!(
        (room.state.course.posture, room.state.course.loudness),
        (Some(Posture::Rebuild), Some(Loudness::Statement))
    );
    room.by(JEANNE, Command::SetPosture { posture: Posture::Inform, bolster: false, why: None }).unwrap();
    room.by(JEANNE, Command::Triage { answers: whisper }).unwrap();
    assert_eq!(room.state.course.posture, Some(Posture::Inform));
}

#[test]
fn tasks_are_done_with_a_result_and_a_copied_text_has_its_link() {
    let mut room = Room::crisis();
    room.by(JEANNE, Command::Choose { scenario: "ill".to_owned() }).unwrap();
    assert_eq!(
        room.by(JEANNE, Command::Choose { scenario: "flood".to_owned() }),
        Err(Refusal::NotInPlan { what: "scenario" })
    );
    room.by(JEANNE, Command::HandOverTask { task: 1, to: party(AISHA) }).unwrap();
    room.by(AISHA, Command::Do { task: 1, result: text("done") }).unwrap();
    assert_eq!(room.state.tasks[&1].stage, TaskStage::Done(text("done")));
    let missing = Err(Refusal::Missing { what: "open task", number: 1 });
    assert_eq!(room.by(AISHA, Command::HandOverTask { task: 1, to: party(PAUL) }), missing);
    let by_hand =
        Words { target: Target::ByHand(Channel::Facebook), account: ACCOUNT, text: sealed("We check."), ..words("") };
    let draft = room.drafted(PAUL, Form::Holding, by_hand);
    let (binding, receipt) = (room.binding(draft), text("https://…/1"));
    assert_eq!(room.by(PAUL, Command::Copied { draft, binding, receipt, promise: None }), Err(Refusal::Stage(draft)));
    room.submit(PAUL, draft).unwrap();
    room.approve(JEANNE, draft).unwrap();
    assert_eq!(room.send(PAUL, draft), Err(Refusal::Stage(draft)));
    let events = room.by(PAUL, Command::Copied { draft, binding, receipt, promise: None }).unwrap();
    assert!(Room::kinds(&events).contains(&"clock.met".to_owned()));
    assert!(room.by(PAUL, Command::Copied { draft, binding, receipt, promise: None }).unwrap().is_empty());
}

#[test]
fn what_the_house_drafted_is_the_text_of_whoever_submits_it() {
    let mut room = Room::team();
    let open = vigie_domain::case::Open {
        opening: opening("signal-1", Step::Paracrisis),
        captures: vec![],
        freeze: None,
        holding: vec![(key("holding-1"), holding_words())],
    };
    room.house(Command::Open(Box::new(open))).unwrap();
    room.checked(1);
    assert!(room.state.drafts[&1].authors.is_empty());
    // Jeanne may write here only where the plan says so: the social manager and the spokesperson do, and she stands in for one.
    room.submit(JEANNE, 1).unwrap();
    assert_eq!(room.approve(JEANNE, 1), Err(Refusal::Own));
    assert!(room.approve(AISHA, 1).is_ok());
}

#[test]
fn an_agency_does_what_its_mandate_says_at_that_hour() {
    let agency = include_str!("../../../../plans/en/agency.toml");
    let mut room = Room::new(agency, &[]);
    // The client is person 100; everybody else is the agency's, with a login each.
    for (number, person) in (1..).zip(room.plan.people.clone()) {
        room.people.insert(person.id, party(if person.body.of_agency { number } else { 100 }));
    }
    let mut open = opening("tap-1", Step::Crisis);
    (open.size, open.zone) = (Size::Agency, "Europe/London".to_owned());
    room.open(open).unwrap();
    let freeze = |n: u32, accounts| Command::Freeze { key: key(&format!("f{n}")), accounts, unmapped: 0 };
    // Day and night it may hold the marketing; without that word, only the client.
    assert!(room.by(JEANNE, freeze(1, vec![ACCOUNT])).is_ok());
    room.plan.mandate.as_mut().unwrap().value.night.clear();
    room.now = "2026-11-24T23:30:00Z".parse().unwrap();
    assert_eq!(room.by(JEANNE, freeze(2, vec![AccountId(8)])), Err(Refusal::Mandate));
    room.now = "2026-11-25T09:30:00Z".parse().unwrap();
    assert!(room.by(JEANNE, freeze(3, vec![AccountId(8)])).is_ok());
    room.by(JEANNE, Command::Lift).unwrap();
    room.plan.mandate = None;
    assert_eq!(room.by(JEANNE, freeze(4, vec![ACCOUNT])), Err(Refusal::Mandate));
    assert!(room.by(100, freeze(5, vec![ACCOUNT])).is_ok());
}

/// Sent as a statement of Paul's that rests on these.
fn say(room: &mut Room, says: &str, cites: Vec<Cite>, posture: Option<Posture>) -> u32 {
    let draft = room.drafted(PAUL, Form::Statement, Words { cites, posture, ..words(says) });
    let (binding, despite) = (room.binding(draft), Some(text("why")));
    room.by(PAUL, Command::Submit { draft, binding, despite }).unwrap();
    room.approve(JEANNE, draft).unwrap();
    room.send(PAUL, draft).unwrap();
    room.now += minutes(1);
    room.house(Command::Try { draft }).unwrap();
    room.house(Command::Came { draft, attempt: 1, outcome: Outcome::Sent { receipt: text("link") } }).unwrap();
    draft
}

#[test]
fn the_line_of_the_house_is_kept_and_breaks_in_it_are_shown() {
    use vigie_domain::case::Contradiction::{Certainty, Stance, Uncorrected};
    let mut room = Room::crisis();
    let source = Some(FactSource::Seen);
    let facts = [FactStatus::Unknown, FactStatus::Probable, FactStatus::Known, FactStatus::CannotSay];
    for (n, status) in (1..).zip(facts) {
        let (key, text) = (key(&format!("fact-{n}")), text(&format!("fact {n}")));
        room.by(PAUL, Command::State { key, status, text, source, capture: None }).unwrap();
    }
    let cite = |fact, hedged| vec![Cite { fact, hedged }];
    let first = say(&mut room, "It may be so.", cite(2, true), Some(Posture::Deny));
    // Asked and not answered yet; said; known and not said: not on the sheet, nor what cannot be said.
    let sheet = |room: &Room| -> Vec<(u32, Vec<u32>)> {
        room.state.questions().into_iter().map(|line| (line.fact, line.said)).collect()
    };
    assert_eq!(sheet(&room), [(1, vec![]), (2, vec![first])]);
    let to = FactStatus::Known;
    room.by(PAUL, Command::Move { fact: 2, to, source, capture: None, why: text("why") }).unwrap();
    let certain = Words { cites: cite(2, false), posture: Some(Posture::Rebuild), ..words("It is so.") };
    let draft = room.drafted(PAUL, Form::Statement, certain);
    assert_eq!(room.state.contradictions(draft), [Stance { draft: first }, Certainty { draft: first, fact: 2 }]);
    // What the first rests on falls: whoever says anything is told that it is not corrected.
    room.by(PAUL, Command::Retract { fact: 2, why: text("why") }).unwrap();
    let other = room.drafted(PAUL, Form::Update, words("News."));
    assert_eq!(room.state.contradictions(other), [Uncorrected { draft: first, fact: 2 }]);
    let correction = Command::Draft {
        key: key("c"),
        form: Form::Update,
        words: words("We were wrong."),
        corrects: Some(first),
        about: None,
    };
    room.by(PAUL, correction).unwrap();
    assert_eq!(room.state.contradictions(other + 1), []);
    assert_eq!(sheet(&room), [(1, vec![])]);
}
