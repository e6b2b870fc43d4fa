//! A whole crisis, from a signal to its end, and the state it leaves: every field of it.

use crate::desk::{AISHA, JEANNE, PAUL, Room, began, capture, key, minutes, noon, opening, party, text, words};
use vigie_domain::case::event::*;
use vigie_domain::case::legal::{Matter, Start};
use vigie_domain::case::state::{Run, Stage};
use vigie_domain::case::triage::{Answers, Known, Responsibility, Who};
use vigie_domain::case::{Actor, Command, Declare, Event, Open, brief, catch_up, decide, holding};
use vigie_domain::figure::Figure;
use vigie_domain::id::{AccountId, MentionId, PersonId, ScheduledId};
use vigie_domain::organisation::Role;
use vigie_domain::plan::{Channel, ClockKind, Posture};

/// Every text of the story.
pub const TEXTS: [&str; 23] = [
    "Batch 12 was cooled too late.",
    "The cold room's log, page 3.",
    "Eleven people say they are ill.",
    "Two doctors called.",
    "How many jars were sold?",
    "We have read it and are checking. Call 01 99 00 12 34. News at 16:00. Jeanne",
    "What happened: batch 12 was cooled too late. I am sorry. Jeanne, Martin",
    "Correction of our statement of 15:10: it was batch 13. Jeanne, Martin",
    "Thank you for telling us, Piet. Please call me: 01 99 00 12 34. Jeanne",
    "The line broke after it was sent.",
    "I looked at our page: it is there.",
    "https://social.example/@martin/1",
    "https://social.example/@martin/2",
    "https://social.example/@martin/3",
    "The log was of another week.",
    "Eleven calls at the shop.",
    "@paul please ask the insurer.",
    "Staff at the counter know what to answer.",
    "The shop stopped selling at 14:20.",
    "A voucher.",
    "Nothing new for three days.",
    "The doctor said so on the telephone.",
    "Somebody called.",
];

/// A holding text that the plan had approved.
pub fn holding_words() -> vigie_domain::case::Words {
    vigie_domain::case::Words {
        reply: Some("ill-hold-en".to_owned()),
        target: Target::Post(Channel::Bluesky),
        ..words(TEXTS[5])
    }
}

/// The story, told to its end.
pub fn lived() -> Room {
    let mut room = Room::team();
    found(&mut room);
    said(&mut room);
    corrected(&mut room);
    answered(&mut room);
    calmed(&mut room);
    room
}

fn found(room: &mut Room) {
    let signal = Opening { origin: Origin::Signal("2-mentions-0".to_owned()), ..opening("signal-1", Step::Signal) };
    let open = |opening| Command::Open(Box::new(Open { opening, captures: vec![], freeze: None, holding: vec![] }));
    room.house(open(signal)).unwrap();
    room.house(Command::Sense { heat: Heat::Alert }).unwrap();
    room.after(minutes(31));
    assert_eq!(room.state.course.step, Step::Paracrisis);
    let crisis = Open {
        opening: Opening { hurt: true, ..opening("tap-1", Step::Crisis) },
        captures: vec![(Some(MentionId(9)), capture("post 9"))],
        freeze: Some((vec![AccountId(7), AccountId(8)], 2)),
        holding: vec![(key("holding-1"), holding_words())],
    };
    room.by(JEANNE, Command::Open(Box::new(crisis))).unwrap();
    let began = began("2026-11-24T10:30:00Z");
    room.by(JEANNE, Command::Began { began, why: text(TEXTS[3]) }).unwrap();
    let answers =
        Answers { hurt: Known::Yes, responsibility: Responsibility::Preventable, who: Who::Many, ..Answers::default() };
    room.by(JEANNE, Command::Triage { answers }).unwrap();
    let (source, capture) = (Some(FactSource::Document(text(TEXTS[1]))), Some(capture("log")));
    let stated =
        |key, status, said: &str, source, capture| Command::State { key, status, text: text(said), source, capture };
    room.by(PAUL, stated(key("fact-1"), FactStatus::Known, TEXTS[0], source, capture)).unwrap();
    let told = Some(FactSource::Told(text(TEXTS[3])));
    room.by(PAUL, stated(key("fact-2"), FactStatus::Probable, TEXTS[2], told, None)).unwrap();
    room.by(PAUL, stated(key("fact-3"), FactStatus::Unknown, TEXTS[4], None, None)).unwrap();
    let figure = Figure::Reported(11);
    room.by(PAUL, Command::Report { key: key("figure-1"), what: text(TEXTS[15]), figure, as_of: noon() }).unwrap();
    let declared = Declare {
        key: key("breach-1"),
        incident: None,
        matter: Matter::UnsafeFood,
        start: Start::Awareness,
        since: noon() + minutes(20),
        why: text(TEXTS[21]),
        capture: None,
    };
    room.by(JEANNE, Command::Declare(declared)).unwrap();
    let posts = [
        (1, HoldOutcome::Held { due: noon() + minutes(300) }),
        (2, HoldOutcome::Left(Left::Allowed)),
        (3, HoldOutcome::Failed { tries: 1 }),
        (3, HoldOutcome::Held { due: noon() + minutes(60) }),
        (4, HoldOutcome::Gone),
    ];
    for (post, outcome) in posts {
        room.house(Command::Hold { fence: 1, post: ScheduledId(post), account: AccountId(7), outcome }).unwrap();
    }
    room.house(Command::Confirm { fence: 1, listed: (1..=4).map(ScheduledId).collect() }).unwrap();
}

/// Checked, submitted by whoever wrote it, approved by Jeanne or Aisha, sent.
fn out(room: &mut Room, by: i64, approver: i64, draft: u32) {
    room.checked(draft);
    room.submit(by, draft).unwrap();
    room.approve(approver, draft).unwrap();
    room.send(by, draft).unwrap();
    room.now += minutes(1);
    room.house(Command::Try { draft }).unwrap();
}

fn said(room: &mut Room) {
    // Jeanne tapped: the holding text is hers, and Aisha approves it.
    out(room, JEANNE, AISHA, 1);
    let outcome = Outcome::Sent { receipt: text(TEXTS[11]) };
    room.house(Command::Came { draft: 1, attempt: 1, outcome }).unwrap();
    room.by(JEANNE, Command::Promise { until: noon() + minutes(120) }).unwrap();
    room.by(PAUL, Command::Do { task: 1, result: text(TEXTS[18]) }).unwrap();
    let statement = vigie_domain::case::Words {
        cites: vec![Cite { fact: 1, hedged: false }],
        posture: Some(Posture::Rebuild),
        ..words(TEXTS[6])
    };
    let draft = room.drafted(PAUL, Form::Statement, statement);
    out(room, PAUL, JEANNE, draft);
    let outcome = Outcome::Unknown { why: text(TEXTS[9]) };
    room.house(Command::Came { draft, attempt: 1, outcome }).unwrap();
    let resolve = Command::Resolve { draft, attempt: 1, receipt: Some(text(TEXTS[12])), why: text(TEXTS[10]) };
    room.by(JEANNE, resolve).unwrap();
    let told = Command::Tell {
        key: key("told-1"),
        stakeholder: "staff".to_owned(),
        when: room.now,
        text: text(TEXTS[17]),
        draft: Some(draft),
    };
    room.by(AISHA, told).unwrap();
}

fn corrected(room: &mut Room) {
    room.by(PAUL, Command::Retract { fact: 1, why: text(TEXTS[14]) }).unwrap();
    assert_eq!(room.state.to_correct(), [2]);
    let draft = Command::Draft {
        key: key("correction"),
        form: Form::Update,
        words: words(TEXTS[7]),
        corrects: Some(2),
        about: None,
    };
    room.by(PAUL, draft).unwrap();
    out(room, PAUL, JEANNE, 3);
    let outcome = Outcome::Sent { receipt: text(TEXTS[13]) };
    room.house(Command::Came { draft: 3, attempt: 1, outcome }).unwrap();
    assert!(room.state.to_correct().is_empty());
}

fn answered(room: &mut Room) {
    let mention = MentionId(9);
    room.by(PAUL, Command::Claim { mention, published: noon(), channel: None }).unwrap();
    let (key_1, what, cents) = (key("offer-1"), text(TEXTS[19]), Some(2_000));
    let offer = Command::Offer { key: key_1, mention, what, cents, authorised: party(JEANNE) };
    room.by(PAUL, offer).unwrap();
    let target = Target::Mention(mention);
    let draft = room.drafted(PAUL, Form::Reply, vigie_domain::case::Words { target, ..words(TEXTS[8]) });
    out(room, PAUL, AISHA, draft);
    // Jeanne and Aisha hold the lead's role: any one of them.
    let outcome = Outcome::Refused { why: text(TEXTS[9]) };
    room.house(Command::Came { draft, attempt: 1, outcome }).unwrap();
    let (key, text, visibility) = (key("note-1"), text(TEXTS[16]), Visibility::Internal);
    room.by(JEANNE, Command::Note { key, text, visibility, mentions: vec![party(PAUL)] }).unwrap();
}

fn calmed(room: &mut Room) {
    room.house(Command::Sense { heat: Heat::Calm }).unwrap();
    room.after(minutes(3 * 24 * 60));
    let legal = room.state.open_clock(&ClockOf::Legal("eu-food-19".to_owned())).unwrap().0;
    room.by(PAUL, Command::Meet { clock: legal, why: Some(text(TEXTS[18])), capture: None }).unwrap();
    room.by(JEANNE, Command::Step { to: Step::FollowUp, why: Some(text(TEXTS[20])) }).unwrap();
    room.by(JEANNE, Command::Lift).unwrap();
    room.by(JEANNE, Command::Thaw { post: ScheduledId(1), thaw: Thaw::Withdraw }).unwrap();
    let next_week = Thaw::Reschedule(room.now + minutes(7 * 24 * 60));
    room.by(JEANNE, Command::Thaw { post: ScheduledId(3), thaw: next_week }).unwrap();
    room.by(JEANNE, Command::Step { to: Step::Closed, why: Some(text(TEXTS[20])) }).unwrap();
}

#[test]
fn a_whole_crisis_leaves_this_state() {
    let room = lived();
    assert_eq!(vigie_domain::case::State::of(&room.log), room.state);
    insta::assert_snapshot!(serde_json::to_string_pretty(&room.state).unwrap());
}

#[test]
fn a_whole_crisis_is_these_events() {
    let room = lived();
    let lines: Vec<String> =
        room.log.iter().map(|entry| format!("{} {} {}", entry.at, entry.by, entry.event.kind())).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn one_tap_does_it_all_and_a_second_does_nothing() {
    let mut room = Room::team();
    let open = Open {
        opening: Opening { hurt: true, ..opening("tap-1", Step::Crisis) },
        captures: vec![(Some(MentionId(9)), capture("post 9"))],
        freeze: Some((vec![AccountId(7)], 0)),
        holding: vec![(key("holding-1"), holding_words())],
    };
    let events = room.by(JEANNE, Command::Open(Box::new(open.clone()))).unwrap();
    let kinds = Room::kinds(&events);
    for kind in [
        "course.opened",
        "course.assigned",
        "clock.started",
        "course.captured",
        "work.task_opened",
        "freeze.begun",
        "speech.drafted",
    ] {
        assert!(kinds.iter().any(|there| there == kind), "{kind}: {kinds:?}");
    }
    // People may be hurt and nobody named a scenario: the one that keeps them safe.
    assert_eq!(room.state.course.scenario.as_deref(), Some("ill"));
    assert_eq!(room.state.tasks[&1].owner, Some(party(PAUL)));
    assert_eq!(room.state.tasks[&1].deputy, Some(party(JEANNE)));
    assert!(room.state.drafts[&1].wording.prepared.is_some());
    assert!(room.by(JEANNE, Command::Open(Box::new(open.clone()))).unwrap().is_empty());
    // Somebody else presses at the same time: the case is theirs too, and nothing is done twice.
    let other = Open { opening: Opening { hurt: true, ..opening("tap-2", Step::Crisis) }, ..open };
    assert!(room.by(PAUL, Command::Open(Box::new(other))).unwrap().is_empty());
}

#[test]
fn at_night_the_deputy_is_there_and_nobody_is_said_to_be_nobody() {
    let mut room = Room::team();
    // Sunday, three in the morning: Paul, who is counsel and writes, is asleep.
    room.now = "2026-11-29T02:00:00Z".parse().unwrap();
    room.open(opening("tap-1", Step::Crisis)).unwrap();
    let roles = &room.state.course.roles;
    assert_eq!(roles["social-manager"].to, Some(party(JEANNE)));
    assert_eq!(roles["social-manager"].absent, [party(PAUL)]);
    assert_eq!((roles["legal"].to, roles["legal"].absent.as_slice()), (None, [party(PAUL)].as_slice()));
    assert_eq!(room.state.lead(), Some(party(JEANNE)));
    let card = catch_up(&room.state, &room.log, party(AISHA), 0);
    assert_eq!(card.pending.vacant, ["legal"]);
    // In the morning he is there: the next step fills the role.
    room.now = "2026-11-30T09:00:00Z".parse().unwrap();
    room.by(JEANNE, Command::Step { to: Step::FollowUp, why: Some(text("why")) }).unwrap();
    assert_eq!(room.state.course.roles["legal"].to, Some(party(PAUL)));
}

#[test]
fn the_card_says_what_waits_for_whom() {
    let mut room = Room::crisis();
    let draft = room.drafted(PAUL, Form::Statement, words("We are checking."));
    room.submit(PAUL, draft).unwrap();
    let mention = MentionId(9);
    room.by(PAUL, Command::Claim { mention, published: room.now, channel: None }).unwrap();
    let seen = room.state.version;
    let (key, text, visibility) = (key("note-1"), text("Look at it."), Visibility::Internal);
    room.now += minutes(1);
    room.by(JEANNE, Command::Note { key, text, visibility, mentions: vec![party(AISHA)] }).unwrap();
    room.after(minutes(31));
    let card = |whom, seen| catch_up(&room.state, &room.log, party(whom), seen);
    assert_eq!(card(JEANNE, 0).mine.approvals, [draft]);
    assert_eq!((card(PAUL, 0).mine.approvals.len(), card(PAUL, 0).mine.mentions.as_slice()), (0, [mention].as_slice()));
    assert_eq!(card(AISHA, seen).mine.notes, [1]);
    assert!(card(AISHA, room.state.version).mine.notes.is_empty());
    assert_eq!(card(AISHA, room.state.version).news, 0);
    // The first assessment was due after half an hour, and the approval after a quarter.
    let missed = card(JEANNE, 0).pending.missed;
    let of: Vec<&ClockOf> = missed.iter().map(|clock| &room.state.clocks[clock].of).collect();
    assert_eq!(of, [&ClockOf::Plan(ClockKind::FirstAssessment), &ClockOf::Approval(draft)]);
    assert_eq!(card(JEANNE, 0).next_clock, Some(missed[1]));
}

#[test]
fn a_client_reads_what_is_meant_for_them() {
    let mut room = Room::crisis();
    for (name, visibility) in
        [("internal", Visibility::Internal), ("client", Visibility::Client), ("legal", Visibility::Legal)]
    {
        let (key, text) = (key(name), text(name));
        room.by(JEANNE, Command::Note { key, text, visibility, mentions: vec![] }).unwrap();
    }
    let source = Some(FactSource::Seen);
    let stated = |name, status| Command::State { key: key(name), status, text: text(name), source, capture: None };
    room.by(JEANNE, stated("known", FactStatus::Known)).unwrap();
    room.by(JEANNE, stated("secret", FactStatus::CannotSay)).unwrap();
    let client = brief(&room.state, &room.log, true);
    assert_eq!(client.notes, [text("client")]);
    // The page is handed on: what is internal is not on it either.
    assert_eq!(brief(&room.state, &room.log, false).notes, [text("client")]);
    for page in
        [serde_json::to_string(&client).unwrap(), serde_json::to_string(&brief(&room.state, &room.log, false)).unwrap()]
    {
        assert!(page.contains(&text("known").to_string()) && !page.contains(&text("secret").to_string()));
        assert!(!page.contains(&text("legal").to_string()));
    }
}

#[test]
fn a_text_that_can_be_sent_with_nothing_known() {
    let room = Room::team();
    let today = jiff::civil::date(2026, 11, 24);
    let held = |scenario, channel, today| holding(&room.plan, scenario, ::text::Language::En, channel, today);
    let found = held(Some("ill"), Channel::Bluesky, today).unwrap();
    assert_eq!(
        (found.reply.as_str(), found.needs.as_slice()),
        ("ill-hold-en", ["next".to_owned(), "name".to_owned()].as_slice())
    );
    assert!(found.approved && found.text.contains("Call 01 99 00 12 34."), "{}", found.text);
    assert!(!held(Some("ill"), Channel::Bluesky, jiff::civil::date(2027, 6, 2)).unwrap().approved);
    // Another scenario's words would tell what is not so.
    assert_eq!(held(None, Channel::Bluesky, today), None);
    // Made for another channel: not this text.
    assert_eq!(held(Some("ill"), Channel::Mastodon, today), None);
    assert_eq!(holding(&room.plan, Some("ill"), ::text::Language::Fy, Channel::Bluesky, today), None);
}

#[test]
fn who_leaves_hands_over_with_a_word() {
    let mut room = Room::crisis();
    room.by(JEANNE, Command::HandOverLead { to: party(AISHA), why: Some(text("I must sleep.")) }).unwrap();
    assert_eq!(room.state.lead(), Some(party(AISHA)));
    let step = |to| Command::Step { to, why: Some(text("why")) };
    assert!(room.by(JEANNE, step(Step::FollowUp)).is_err());
    assert!(room.by(AISHA, step(Step::FollowUp)).is_ok());
    assert!(matches!(
        room.log.last().map(|entry| &entry.event),
        Some(Event::Course(CourseEvent::Stepped { .. }) | Event::Clock(_))
    ));
    assert!(room.state.clocks.values().all(|clock| clock.run != Run::Running));
    assert!(room.state.drafts.values().all(|draft| draft.stage != Stage::Released(Release::Approved)));
}

#[test]
fn the_case_opens_whatever_else_is_wrong() {
    let mut room = Room::team();
    let open = Open {
        opening: Opening {
            scenario: Some("flood".to_owned()),
            zone: "Mars/Olympus".to_owned(),
            country: Some("XX".to_owned()),
            ..opening("tap-1", Step::Crisis)
        },
        captures: vec![],
        freeze: Some((vec![AccountId(7), AccountId(99)], 0)),
        holding: vec![(key("holding-1"), vigie_domain::case::Words { account: AccountId(99), ..holding_words() })],
    };
    room.by(JEANNE, Command::Open(Box::new(open))).unwrap();
    let (_, lease) = room.state.lease().unwrap();
    assert_eq!(
        (lease.accounts.as_slice(), room.state.drafts.len(), room.state.tasks.len()),
        ([AccountId(7)].as_slice(), 0, 0)
    );
    // An empty plan, and nobody in it: whoever pressed leads.
    let mut bare = Room::new("", &[]);
    bare.open(opening("tap-1", Step::Crisis)).unwrap();
    assert_eq!(bare.state.lead(), Some(party(JEANNE)));
    bare.after(minutes(60));
    // A team whose plan names nobody who releases releases nothing.
    let draft = bare.drafted(JEANNE, Form::Holding, words("We are checking."));
    assert_eq!(bare.submit(JEANNE, draft), Err(vigie_domain::case::Refusal::NoRule));
}

#[test]
fn the_house_does_not_decide_and_people_do_not_answer_for_the_house() {
    let mut room = Room::crisis();
    let draft = room.drafted(PAUL, Form::Statement, words("We are checking."));
    let (binding, found) = (room.binding(draft), Checked { version: 1, stops: 0, warnings: 0 });
    for command in [
        Command::Check { draft, binding, found },
        Command::Came { draft, attempt: 1, outcome: Outcome::Sent { receipt: text("link") } },
        Command::Try { draft },
        Command::Confirm { fence: 1, listed: [].into() },
        Command::Sense { heat: Heat::Alert },
    ] {
        assert_eq!(room.by(JEANNE, command), Err(vigie_domain::case::Refusal::House));
    }
    assert_eq!(room.house(Command::Send { draft, binding, promise: None }), Err(vigie_domain::case::Refusal::Person));
    // Erasing is the owner's, who says why; and the house's, by its rules.
    let erase = |why| Command::Erase { texts: vec![text("gone")], captures: vec![], why };
    assert_eq!(room.by(PAUL, erase(Some(text("why")))), Err(vigie_domain::case::Refusal::Role));
    let owner = Actor::Member(PersonId(PAUL));
    let erased = decide(&room.state, &room.desk(owner, Some(Role::Owner)), &erase(None));
    assert_eq!(erased, Err(vigie_domain::case::Refusal::Why));
    let erased = decide(&room.state, &room.desk(owner, Some(Role::Owner)), &erase(Some(text("why"))));
    assert!(erased.is_ok_and(|events| events.len() == 1));
    assert_eq!(room.house(erase(None)).unwrap().len(), 1);
}
