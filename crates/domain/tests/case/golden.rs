//! What was written down must be readable for ever: every event as the first version wrote it. A new variant is a new line; an old line never changes.
//! Where a variant gets a field, today's form goes into a file of its own and the old one is still read.

use crate::desk::{capture, key, noon, party, sealed, text};
use crate::story::{TEXTS, lived};
use jiff::civil::date;
use std::collections::BTreeSet;
use text::{Cause, Language};
use vigie_domain::case::event::*;
use vigie_domain::case::legal::{Matter, Start};
use vigie_domain::case::triage::{Answers, Known, Loudness, Responsibility, Who};
use vigie_domain::case::{Binding, Event};
use vigie_domain::figure::Figure;
use vigie_domain::id::{AccountId, BrandId, MentionId, OrganisationId, ScheduledId};
use vigie_domain::plan::{Alone, Channel, ClockKind, Posture, Severity};
use vigie_domain::setup::Size;

const EVENTS: &str = include_str!("golden/events.v1.jsonl");

/// Variants that got a field, as they are written since then; the lines without it are in the first file, and are read still.
const GROWN: &str = include_str!("golden/events.v2.jsonl");

/// Groups that came later, and what else is new since.
const LATER: &str = include_str!("golden/events.v3.jsonl");

/// The enums of events, as they are written in the source.
const SOURCES: [(&str, &str); 9] = [
    ("course", include_str!("../../src/case/event/course.rs")),
    ("clock", include_str!("../../src/case/event/clock.rs")),
    ("board", include_str!("../../src/case/event/board.rs")),
    ("work", include_str!("../../src/case/event/work.rs")),
    ("speech", include_str!("../../src/case/event/speech.rs")),
    ("mention", include_str!("../../src/case/event/mention.rs")),
    ("freeze", include_str!("../../src/case/event/freeze.rs")),
    ("measure", include_str!("../../src/case/event/measure.rs")),
    ("lesson", include_str!("../../src/case/event/lesson.rs")),
];

fn course() -> Vec<Event> {
    let at = noon();
    let moment = |precision| Moment { at, zone: "Europe/Paris".to_owned(), precision };
    let opening = |step, origin, precision| Opening {
        key: key("tap-1"),
        organisation: OrganisationId(1),
        brand: BrandId(2),
        step,
        origin,
        began: Some(moment(precision)),
        reported: at,
        plan: 4,
        size: Size::Team,
        country: Some("FR".to_owned()),
        zone: "Europe/Paris".to_owned(),
        hurt: true,
        scenario: Some("ill".to_owned()),
    };
    let stepped = |from, to, reason| CourseEvent::Stepped { from, to, reason, why: Some(text("why")) };
    let answers = |hurt, responsibility, who| CourseEvent::Triaged {
        answers: Answers {
            hurt,
            cause: Some(Cause::Safety),
            responsibility,
            history: Known::No,
            vivid: Known::Yes,
            who,
        },
    };
    let mut events = vec![
        CourseEvent::Opened(opening(Step::Crisis, Origin::Call(text("call")), Precision::About)),
        CourseEvent::Opened(opening(Step::Signal, Origin::Signal("2-mentions-0".to_owned()), Precision::Exact)),
        CourseEvent::Opened(Opening {
            began: None,
            country: None,
            scenario: None,
            ..opening(Step::Paracrisis, Origin::Mention(MentionId(9)), Precision::Exact)
        }),
        CourseEvent::TakenUp(opening(Step::Crisis, Origin::Mention(MentionId(9)), Precision::Exact)),
        stepped(Step::Signal, Step::Paracrisis, StepReason::StayedLoud),
        stepped(Step::Crisis, Step::FollowUp, StepReason::Decided),
        stepped(Step::Signal, Step::Dismissed, StepReason::RanOut),
        stepped(Step::Closed, Step::Signal, StepReason::Relapse),
        CourseEvent::BeganAt { began: moment(Precision::Exact), why: text("why") },
        CourseEvent::Assigned { role: "lead".to_owned(), to: Some(party(1)), absent: vec![party(2)] },
        CourseEvent::Assigned {
            role: "legal".to_owned(),
            to: Some(vigie_domain::case::Party::Contact(text("counsel"))),
            absent: vec![],
        },
        CourseEvent::HandedOver { from: Some(party(1)), to: party(3), why: None },
        CourseEvent::ScenarioChosen { scenario: "ill".to_owned() },
        answers(Known::Yes, Responsibility::Preventable, Who::Press),
        answers(Known::Unknown, Responsibility::Unknown, Who::One),
        answers(Known::No, Responsibility::Untrue, Who::Some),
        answers(Known::No, Responsibility::Victim, Who::Many),
        answers(Known::No, Responsibility::Accidental, Who::Many),
        CourseEvent::Captured { mention: Some(MentionId(9)), capture: capture("raw") },
        CourseEvent::Erased { texts: vec![text("why")] },
    ];
    events.extend([Heat::Calm, Heat::Notice, Heat::Alert].map(|heat| CourseEvent::Sensed { heat }));
    events.extend(
        [Posture::Deny, Posture::Diminish, Posture::Rebuild, Posture::Bolster, Posture::Inform]
            .map(|posture| CourseEvent::PostureSet { posture, bolster: true, why: None }),
    );
    events.extend(
        [Loudness::Nothing, Loudness::Answer, Loudness::Statement, Loudness::Everywhere]
            .map(|loudness| CourseEvent::LoudnessSet { loudness, why: Some(text("why")) }),
    );
    events.into_iter().map(Event::from).collect()
}

fn clocks() -> Vec<Event> {
    let at = noon();
    let kinds = [
        ClockKind::FirstAssessment,
        ClockKind::TeamAssembled,
        ClockKind::Holding,
        ClockKind::Full,
        ClockKind::NextUpdate,
        ClockKind::Reply,
    ];
    let mut of: Vec<ClockOf> = kinds.map(ClockOf::Plan).to_vec();
    of.extend([
        ClockOf::Reply(MentionId(9)),
        ClockOf::Task(1),
        ClockOf::Approval(2),
        ClockOf::Legal("gdpr-33".to_owned()),
    ]);
    let rests = Some("Europe/Paris".to_owned());
    let terms = Terms { start: at, due: at, rests, ladder: vec![party(1), party(2)], every: 10 };
    let started =
        (1..).zip(of).map(|(clock, of)| ClockEvent::Started { clock, of, terms: terms.clone(), incident: None });
    let declared = Matter::ALL.into_iter().map(|matter| ClockEvent::StartDeclared {
        matter,
        start: match matter {
            Matter::PressOffence => Start::Publication,
            Matter::RightOfReplyOwed => Start::Demand,
            _ => Start::Awareness,
        },
        since: at,
        why: text("why"),
        capture: Some(capture("raw")),
        known: true,
        incident: None,
        key: None,
    });
    let others = [
        ClockEvent::Paused { clock: 1, why: text("why") },
        ClockEvent::Resumed { clock: 1, due: at },
        ClockEvent::Met { clock: 1, why: None, capture: None },
        ClockEvent::Missed { clock: 1 },
        ClockEvent::Escalated { clock: 1, rung: 1, to: party(2) },
        ClockEvent::Dropped { clock: 1, why: None },
        ClockEvent::Promised { until: at },
    ];
    started.chain(declared).chain(others).map(Event::from).collect()
}

fn board_and_work() -> Vec<Event> {
    let at = noon();
    let stated = |status, source| BoardEvent::Stated {
        key: key("fact-1"),
        fact: 1,
        status,
        text: text("fact"),
        source,
        capture: Some(capture("raw")),
    };
    let board = [
        stated(FactStatus::Known, Some(FactSource::Seen)),
        stated(FactStatus::Probable, Some(FactSource::Inferred)),
        stated(FactStatus::Unknown, None),
        stated(FactStatus::CannotSay, Some(FactSource::Document(text("paper")))),
        stated(FactStatus::Known, Some(FactSource::Told(text("who")))),
        stated(FactStatus::Known, Some(FactSource::Mention(MentionId(9)))),
        BoardEvent::Moved { fact: 1, to: FactStatus::Probable, source: None, capture: None, why: text("why") },
        BoardEvent::Retracted { fact: 1, why: text("why") },
    ];
    let noted = |visibility| WorkEvent::Noted {
        key: key("note-1"),
        note: 1,
        text: text("note"),
        visibility,
        mentions: vec![party(2)],
    };
    let figure = |figure| WorkEvent::Reported { key: key("figure-1"), what: text("what"), figure, as_of: at };
    let (owner, deputy, due) = (Some(party(1)), Some(party(2)), Some(at));
    let work = [
        WorkEvent::TaskOpened { task: 1, action: "stop".to_owned(), owner, deputy, due },
        WorkEvent::TaskAdded { key: key("task-1"), task: 2, text: text("task"), owner, deputy: None, due: None },
        WorkEvent::TaskHandedOver { task: 1, to: party(3) },
        WorkEvent::TaskDone { task: 1, result: text("result") },
        WorkEvent::TaskSetAside { task: 1, why: text("why") },
        WorkEvent::TaskReopened { task: 1, why: text("why") },
        noted(Visibility::Internal),
        noted(Visibility::Client),
        noted(Visibility::Legal),
        figure(Figure::Reported(12)),
        figure(Figure::Counted(12)),
        figure(Figure::AtLeast(12)),
        figure(Figure::Estimated { mid: 12, low: 10, high: 15 }),
        figure(Figure::Unknown),
        WorkEvent::Told {
            key: key("told-1"),
            stakeholder: "staff".to_owned(),
            when: at,
            text: text("told"),
            draft: Some(1),
        },
    ];
    board.into_iter().map(Event::from).chain(work.into_iter().map(Event::from)).collect()
}

fn speech() -> Vec<Event> {
    let (at, binding) = (noon(), Binding([3; 32]));
    let wording = |target| Wording {
        text: text("words"),
        characters: 5,
        blanks: 0,
        language: Language::Fr,
        target,
        subject: None,
        account: AccountId(7),
        cites: vec![Cite { fact: 1, hedged: true }],
        posture: Some(Posture::Rebuild),
        prepared: Some(Prepared { reply: "ill-hold-fr".to_owned(), until: Some(date(2027, 6, 1)) }),
    };
    let drafted = |form, target| {
        let (key, wording) = (key("draft-1"), wording(target));
        SpeechEvent::Drafted { key, draft: 1, form, wording, corrects: Some(2), about: None }
    };
    let rule = |size, mandate| Rule {
        size,
        severity: Severity::Crisis,
        any: vec![party(1)],
        all: vec![vec![party(2), party(3)]],
        ordered: true,
        deadline: Some(at),
        fallback: vec![party(1)],
        mandate,
        alone: false,
    };
    let mandate = Mandated {
        agency: vec![party(2)],
        day: vec![Alone::Watch, Alone::Freeze, Alone::Reply, Alone::Release],
        night: vec![],
        zone: "Europe/Paris".to_owned(),
    };
    let submitted =
        |rule| SpeechEvent::Submitted { draft: 1, binding, rule, mixed: vec![2], despite: Some(text("why")) };
    let came = |outcome| SpeechEvent::Came { draft: 1, attempt: 1, outcome };
    let channels = [
        Channel::Any,
        Channel::Mastodon,
        Channel::Bluesky,
        Channel::X,
        Channel::Facebook,
        Channel::Instagram,
        Channel::Review,
        Channel::Mail,
        Channel::Site,
        Channel::Phone,
        Channel::Counter,
        Channel::Press,
    ];
    let mut events = vec![
        drafted(Form::Holding, Target::UpdatesPage),
        drafted(Form::Statement, Target::Post(Channel::Mastodon)),
        drafted(Form::Update, Target::Mail(text("to"))),
        drafted(Form::Reply, Target::Mention(MentionId(9))),
        drafted(Form::Reply, Target::Conversation(4)),
        SpeechEvent::Revised {
            draft: 1,
            wording: Wording { prepared: None, posture: None, cites: vec![], ..wording(Target::UpdatesPage) },
        },
        SpeechEvent::Checked { draft: 1, binding, found: Checked { version: 1, stops: 2, warnings: 3 } },
        submitted(rule(Size::Team, None)),
        submitted(rule(Size::Solo, None)),
        submitted(rule(Size::Agency, Some(mandate))),
        SpeechEvent::Approved { draft: 1, binding, role: As::Any },
        SpeechEvent::Approved { draft: 1, binding, role: As::Group(0) },
        SpeechEvent::Declined { draft: 1, binding, why: text("why") },
        SpeechEvent::Recalled { draft: 1, fact: 1 },
        SpeechEvent::Intended { draft: 1, binding, key: key("send-1"), after: at, promise: None },
        SpeechEvent::Undone { draft: 1 },
        SpeechEvent::Trying { draft: 1, attempt: 1 },
        came(Outcome::Sent { receipt: text("link") }),
        came(Outcome::Refused { why: text("why") }),
        came(Outcome::Unknown { why: text("why") }),
        SpeechEvent::Resolved { draft: 1, attempt: 1, receipt: Some(text("link")), why: text("why") },
        SpeechEvent::Resolved { draft: 1, attempt: 1, receipt: None, why: text("why") },
        SpeechEvent::Shelved { draft: 1 },
    ];
    events.extend([Release::Approved, Release::SelfReleased, Release::Fallback].map(|how| SpeechEvent::Released {
        draft: 1,
        binding,
        how,
    }));
    events.extend(channels.map(|channel| drafted(Form::Statement, Target::ByHand(channel))));
    events.into_iter().map(Event::from).collect()
}

fn mention_and_freeze() -> Vec<Event> {
    let (at, mention) = (noon(), MentionId(9));
    let left = |exit| MentionEvent::Left { mention, exit, capture: capture("raw"), why: text("why") };
    let mut events: Vec<Event> = vec![
        MentionEvent::Claimed { mention, by: party(1) }.into(),
        MentionEvent::HandedOver { mention, from: party(1), to: party(2) }.into(),
        MentionEvent::LetGo { mention }.into(),
        MentionEvent::Offered { mention, what: text("what"), cents: Some(1_250), authorised: party(1), key: None }
            .into(),
    ];
    events.extend(Platform::ALL.map(|rule| left(Exit::AgainstRules(rule)).into()));
    events.extend(Ground::ALL.map(|ground| left(Exit::Illegal(ground)).into()));
    let (fence, post, account) = (1, ScheduledId(5), AccountId(7));
    let allow = vec!["safety".to_owned()];
    events.push(FreezeEvent::Begun { key: key("tap-1"), fence, accounts: vec![account], allow, unmapped: 2 }.into());
    let outcomes = [
        HoldOutcome::Held { due: at },
        HoldOutcome::Left(Left::Allowed),
        HoldOutcome::Left(Left::Foreign),
        HoldOutcome::Left(Left::Unmapped),
        HoldOutcome::Gone,
        HoldOutcome::Failed { tries: 3 },
    ];
    events.extend(outcomes.map(|outcome| FreezeEvent::Outcome { fence, post, account, outcome }.into()));
    events.push(FreezeEvent::Confirmed { fence, held: 1, left: 2, gone: 3 }.into());
    events.push(FreezeEvent::Clashes { post, why: text("why") }.into());
    let thaws = [Thaw::Reschedule(at), Thaw::Rewrite, Thaw::Withdraw, Thaw::AsItWas];
    events.extend(thaws.map(|thaw| FreezeEvent::Thawed { post, thaw }.into()));
    events.push(FreezeEvent::Lifted { fence }.into());
    events.push(FreezeEvent::Undone { fence }.into());
    events
}

/// What came later: variants first, then those that got a field.
fn later() -> Vec<Event> {
    let rule = Rule {
        size: Size::Team,
        severity: Severity::Crisis,
        any: vec![party(1)],
        all: vec![],
        ordered: false,
        deadline: None,
        fallback: vec![],
        mandate: None,
        alone: true,
    };
    let outgrown = |rule| SpeechEvent::Outgrown { draft: 1, binding: Binding([3; 32]), rule };
    let terms = Terms { start: noon(), due: noon(), rests: None, ladder: vec![party(1)], every: 10 };
    let declared = ClockEvent::StartDeclared {
        matter: Matter::DataBreach,
        start: Start::Awareness,
        since: noon(),
        why: text("why"),
        capture: None,
        known: true,
        incident: Some(1),
        key: Some(key("breach-1")),
    };
    let (binding, send) = (Binding([3; 32]), key("send-1"));
    let words = Wording {
        text: text("words"),
        characters: 5,
        blanks: 0,
        language: Language::Fr,
        target: Target::ByHand(Channel::Review),
        subject: None,
        account: AccountId(7),
        cites: vec![],
        posture: None,
        prepared: None,
    };
    let (name, form, about) = (key("reply-1"), Form::Reply, Some(MentionId(9)));
    let letter = Wording { target: Target::Mail(text("to")), subject: Some(text("subject")), ..words.clone() };
    let reply = SpeechEvent::Drafted { key: name, draft: 1, form, wording: words, corrects: None, about };
    let letter = SpeechEvent::Revised { draft: 1, wording: letter };
    let (mention, what, key) = (MentionId(9), text("what"), Some(key("offer-1")));
    vec![
        outgrown(Some(Rule { alone: false, ..rule.clone() })).into(),
        outgrown(None).into(),
        CourseEvent::Cleared { texts: vec![text("why")], captures: vec![capture("raw")], why: Some(text("what")) }
            .into(),
        MentionEvent::Offered { mention, what, cents: None, authorised: party(1), key }.into(),
        ClockEvent::Met { clock: 1, why: Some(text("why")), capture: Some(capture("raw")) }.into(),
        ClockEvent::Started { clock: 1, of: ClockOf::Legal("gdpr-33".to_owned()), terms, incident: Some(1) }.into(),
        declared.into(),
        SpeechEvent::Submitted { draft: 1, binding: Binding([3; 32]), rule, mixed: vec![], despite: None }.into(),
        SpeechEvent::Intended { draft: 1, binding, key: send, after: noon(), promise: Some(noon()) }.into(),
        reply.into(),
        letter.into(),
    ]
}

/// What came last.
fn newest() -> Vec<Event> {
    let (binding, against, why) = (Binding([3; 32]), 2, text("why"));
    vec![SpeechEvent::PassedOver { draft: 1, binding, against, said: 12, here: 34, why }.into()]
}

/// One of each variant, and each word that stands in one.
pub fn samples() -> Vec<Event> {
    [course(), clocks(), board_and_work(), speech(), mention_and_freeze(), later(), crate::measure::events(), newest()]
        .concat()
}

#[test]
fn every_event_is_read_and_written_as_it_was() {
    let written: Vec<String> = samples().iter().map(|event| serde_json::to_string(event).unwrap()).collect();
    let golden: Vec<&str> = EVENTS.lines().chain(GROWN.lines()).chain(LATER.lines()).collect();
    for (at, (written, golden)) in written.iter().zip(&golden).enumerate() {
        assert_eq!(written, golden, "line {} of the files", at + 1);
        assert_eq!(serde_json::from_str::<Event>(golden).unwrap(), samples()[at], "line {} of the files", at + 1);
    }
    assert_eq!(written.len(), golden.len());
}

#[test]
fn no_variant_is_without_its_golden_line() {
    let there: BTreeSet<String> = samples().iter().map(Event::kind).collect();
    let mut expected = BTreeSet::new();
    for (group, source) in SOURCES {
        let body = source.split_once("Event {\n").unwrap().1.split_once("\n}\n").unwrap().0;
        let variants = body
            .lines()
            .filter_map(|line| line.strip_prefix("    "))
            .filter(|line| line.starts_with(char::is_uppercase));
        for variant in variants {
            let name = variant.split([' ', '(', '{', ',']).next().unwrap();
            let snake: String = name
                .char_indices()
                .flat_map(|(at, c)| {
                    let gap = if at > 0 && c.is_uppercase() { Some('_') } else { None };
                    gap.into_iter().chain(c.to_lowercase())
                })
                .collect();
            expected.insert(format!("{group}.{snake}"));
        }
    }
    assert_eq!(there, expected);
    assert_eq!(expected.len(), 76);
}

#[test]
fn no_event_holds_a_word_that_somebody_typed() {
    // Whatever is typed has blanks, in this story; what an event holds is an id, a hash, a moment or a name of a closed list.
    fn strings(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::String(word) => found.push(word.clone()),
            serde_json::Value::Array(values) => values.iter().for_each(|value| strings(value, found)),
            serde_json::Value::Object(fields) => fields.values().for_each(|value| strings(value, found)),
            _ => {}
        }
    }
    let room = lived();
    let mut found = Vec::new();
    for entry in &room.log {
        strings(&serde_json::to_value(&entry.event).unwrap(), &mut found);
    }
    assert!(found.len() > 150 && TEXTS.iter().any(|text| found.contains(&sealed(text).reference().to_string())));
    let plain = |word: &String| word.chars().all(|c| c.is_ascii_alphanumeric() || "-_:./".contains(c));
    assert_eq!(found.iter().find(|word| !plain(word)), None);
}
