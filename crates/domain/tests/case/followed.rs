//! What the clocks follow as a case grows and speaks, and what a text keeps when the plan changes under it.

use crate::desk::{JEANNE, PAUL, Room, key, minutes, opening, sealed, text, words};
use crate::story::holding_words;
use vigie_domain::case::event::*;
use vigie_domain::case::triage::{Answers, Known, Loudness, Responsibility, Who};
use vigie_domain::case::{Command, Open, Words};
use vigie_domain::plan::{ClockKind, Item, Reply};

fn runs(room: &Room, kind: ClockKind) -> bool {
    room.state.open_clock(&ClockOf::Plan(kind)).is_some()
}

fn triage(room: &mut Room, answers: Answers) {
    room.by(JEANNE, Command::Triage { answers }).unwrap();
}

/// One person says so, and nobody is hurt.
fn small() -> Answers {
    Answers { hurt: Known::No, responsibility: Responsibility::Accidental, who: Who::One, ..Answers::default() }
}

/// Approved, tried, there.
fn out(room: &mut Room, draft: u32) {
    room.submit(PAUL, draft).unwrap();
    room.approve(JEANNE, draft).unwrap();
    room.send(PAUL, draft).unwrap();
    room.now += minutes(1);
    room.house(Command::Try { draft }).unwrap();
    let outcome = Outcome::Sent { receipt: text("there") };
    room.house(Command::Came { draft, attempt: 1, outcome }).unwrap();
}

#[test]
fn a_case_that_was_quiet_has_the_clocks_of_a_crisis_once_it_is_one() {
    let mut room = Room::team();
    room.open(opening("tap-1", Step::Paracrisis)).unwrap();
    triage(&mut room, small());
    assert_eq!(room.state.course.loudness, Some(Loudness::Answer));
    assert!(!runs(&room, ClockKind::Holding));
    room.by(PAUL, Command::Step { to: Step::Crisis, why: None }).unwrap();
    for kind in [ClockKind::Holding, ClockKind::TeamAssembled] {
        assert!(runs(&room, kind), "{kind:?}");
    }
    // Who says it of the crisis itself is followed.
    room.by(JEANNE, Command::SetLoudness { loudness: Loudness::Nothing, why: Some(text("why")) }).unwrap();
    assert!(!runs(&room, ClockKind::Holding));
}

#[test]
fn a_loudness_that_was_kept_is_nobodys_decision() {
    let mut room = Room::crisis();
    triage(&mut room, Answers { hurt: Known::Yes, ..Answers::default() });
    assert_eq!(room.state.course.loudness, Some(Loudness::Everywhere));
    // One answer alone makes a crisis no quieter.
    triage(&mut room, Answers { hurt: Known::No, ..Answers::default() });
    assert_eq!((room.state.course.loudness, room.state.course.own_loudness), (Some(Loudness::Everywhere), false));
    // The whole triage does: nobody had said otherwise.
    triage(&mut room, Answers { who: Who::Many, ..small() });
    assert_eq!(room.state.course.loudness, Some(Loudness::Statement));
    room.by(JEANNE, Command::SetLoudness { loudness: Loudness::Answer, why: None }).unwrap();
    assert!(room.state.course.own_loudness);
    triage(&mut room, Answers { who: Who::Press, ..small() });
    assert_eq!(room.state.course.loudness, Some(Loudness::Answer), "what somebody decided stays");
}

#[test]
fn any_text_that_everybody_reads_is_the_promised_news_but_the_first_and_a_correction() {
    let promised = || {
        let mut room = Room::crisis();
        room.by(JEANNE, Command::Promise { until: room.now + minutes(60) }).unwrap();
        room
    };
    let mut room = promised();
    let statement = room.drafted(PAUL, Form::Statement, words("The batch is withdrawn."));
    out(&mut room, statement);
    assert!(!runs(&room, ClockKind::NextUpdate), "a statement is news");
    // What puts it right is not.
    room.by(JEANNE, Command::Promise { until: room.now + minutes(60) }).unwrap();
    let (form, corrects) = (Form::Statement, Some(statement));
    let correction = Command::Draft { key: key("c"), form, words: words("We were wrong."), corrects, about: None };
    room.by(PAUL, correction).unwrap();
    let correction = *room.state.drafts.last_key_value().unwrap().0;
    room.checked(correction);
    out(&mut room, correction);
    assert!(runs(&room, ClockKind::NextUpdate), "a correction is none");
    for (form, target) in
        [(Form::Holding, Target::UpdatesPage), (Form::Update, Target::Mail(text("vos@paper.example")))]
    {
        let mut room = promised();
        let draft = room.drafted(PAUL, form, Words { target: target.clone(), ..words("We are checking.") });
        out(&mut room, draft);
        assert!(runs(&room, ClockKind::NextUpdate), "{form:?} {target:?}");
    }
}

#[test]
fn a_text_is_changed_although_the_plan_lost_the_reply_it_was_made_from() {
    let mut room = Room::crisis();
    let draft = room.drafted(PAUL, Form::Holding, holding_words());
    assert!(room.state.drafts[&draft].wording.prepared.is_some());
    room.plan.replies.retain(|reply: &Item<Reply>| reply.id != "ill-hold-en" && reply.id != "ill-second-en");
    let revised = Words { text: sealed("We are checking, and stay with you."), ..holding_words() };
    room.by(PAUL, Command::Revise { draft, words: revised.clone(), before: None }).unwrap();
    assert_eq!(room.state.drafts[&draft].wording.prepared, None);
    // Another name that the plan never had is refused as ever.
    let other = Words { reply: Some("nowhere".to_owned()), ..revised };
    assert!(room.by(PAUL, Command::Revise { draft, words: other, before: None }).is_err());
}

#[test]
fn a_letters_subject_is_part_of_what_is_approved() {
    let mut room = Room::crisis();
    let letter = |subject: &str| Words {
        target: Target::Mail(text("vos@paper.example")),
        subject: Some(text(subject)),
        ..words("Dear Ms. Vos, we have read your questions.")
    };
    let draft = room.drafted(PAUL, Form::Statement, letter("Your questions"));
    let shown = room.binding(draft);
    room.submit(PAUL, draft).unwrap();
    room.by(PAUL, Command::Revise { draft, words: letter("Your demands"), before: None }).unwrap();
    assert_ne!(room.binding(draft), shown);
    // Only a letter has one.
    let post = room.drafted(PAUL, Form::Statement, Words { subject: Some(text("x")), ..words("We are checking.") });
    assert_eq!(room.state.drafts[&post].wording.subject, None);
}

#[test]
fn a_contradiction_is_passed_over_with_a_reason_and_for_these_very_words() {
    let mut room = Room::crisis();
    let said = room.drafted(PAUL, Form::Statement, words("Batch 4012 was withdrawn."));
    let new = room.drafted(PAUL, Form::Update, words("Batch 4012 was not withdrawn."));
    let pass = |room: &Room| Command::PassOver {
        draft: new,
        binding: room.binding(new),
        against: said,
        said: 11,
        here: 11,
        why: text("another batch of that number"),
    };
    assert!(room.by(PAUL, pass(&room)).is_err(), "what is not out contradicts nothing yet");
    out(&mut room, said);
    assert_eq!(Room::kinds(&room.by(PAUL, pass(&room)).unwrap()), ["speech.passed_over"]);
    assert_eq!(room.by(PAUL, pass(&room)), Ok(vec![]), "twice is once");
    assert!(room.state.drafts[&new].passed_over.contains(&(said, 11, 11)));
    room.by(PAUL, Command::Revise { draft: new, words: words("Batch 4012 was never withdrawn."), before: None })
        .unwrap();
    assert!(room.state.drafts[&new].passed_over.is_empty(), "other words are read anew");
}

#[test]
fn a_holding_text_is_drafted_in_each_language_that_has_one_and_in_none_twice() {
    let mut room = Room::team();
    let french = Words { language: ::text::Language::Fr, ..words("Nous avons vu les messages et nous vérifions.") };
    let open = |name: &str| {
        let holding = vec![(key(&format!("{name}-en")), holding_words()), (key(&format!("{name}-fr")), french.clone())];
        Command::Open(Box::new(Open { opening: opening(name, Step::Crisis), captures: vec![], freeze: None, holding }))
    };
    room.by(JEANNE, open("tap-1")).unwrap();
    room.by(PAUL, open("tap-2")).unwrap();
    let languages: Vec<_> = room.state.drafts.values().map(|draft| (draft.form, draft.wording.language)).collect();
    assert_eq!(languages, [(Form::Holding, ::text::Language::En), (Form::Holding, ::text::Language::Fr)]);
}
