//! From a text that may be sent to one that is there, once.

use crate::desk::{AISHA, JEANNE, PAUL, Room, minutes, noon, party, text, words};
use vigie_domain::case::event::*;
use vigie_domain::case::state::Stage;
use vigie_domain::case::{Command, Refusal, Words, catch_up};
use vigie_domain::id::MentionId;
use vigie_domain::plan::ClockKind;

#[test]
fn ten_seconds_to_undo_and_then_no_way_back() {
    let mut room = Room::crisis();
    let draft = room.drafted(PAUL, Form::Statement, words("We are checking."));
    room.submit(PAUL, draft).unwrap();
    room.approve(JEANNE, draft).unwrap();
    room.send(PAUL, draft).unwrap();
    let after = noon() + jiff::SignedDuration::from_secs(10);
    assert_eq!(room.house(Command::Try { draft }), Err(Refusal::NotYet(after)));
    room.now = noon() + jiff::SignedDuration::from_millis(9_999);
    assert!(room.by(JEANNE, Command::Undo { draft }).is_ok());
    assert_eq!(room.house(Command::Try { draft }), Err(Refusal::Stage(draft)));
    // Approved as it is: it may be sent after all, and the same key says that it is the same.
    room.send(PAUL, draft).unwrap();
    let first_key = room.state.drafts[&draft].send_key.clone();
    room.now += jiff::SignedDuration::from_secs(10);
    assert_eq!(room.by(JEANNE, Command::Undo { draft }), Err(Refusal::TooLate));
    room.house(Command::Try { draft }).unwrap();
    assert_eq!(room.house(Command::Try { draft }), Err(Refusal::UnderWay(draft)));
    // Nobody knows: no other try before somebody looked.
    room.house(Command::Came { draft, attempt: 1, outcome: Outcome::Unknown { why: text("why") } }).unwrap();
    assert_eq!(room.send(PAUL, draft), Err(Refusal::UnderWay(draft)));
    assert_eq!(room.house(Command::Try { draft }), Err(Refusal::UnderWay(draft)));
    let look = |attempt| Command::Resolve { draft, attempt, receipt: None, why: text("why") };
    assert_eq!(room.by(PAUL, look(2)), Err(Refusal::Attempt));
    room.by(PAUL, look(1)).unwrap();
    room.send(PAUL, draft).unwrap();
    assert_eq!(room.state.drafts[&draft].send_key, first_key);
    room.now += minutes(1);
    room.house(Command::Try { draft }).unwrap();
    let came = |attempt, outcome| Command::Came { draft, attempt, outcome };
    // That the first try was refused is no answer to the second.
    assert_eq!(room.house(came(1, Outcome::Refused { why: text("why") })), Err(Refusal::Attempt));
    let sent = Outcome::Sent { receipt: text("link") };
    assert_eq!(room.house(came(3, sent)), Err(Refusal::Attempt));
    room.house(came(2, sent)).unwrap();
    assert_eq!(room.house(came(2, sent)), Ok(vec![]));
    assert_eq!(room.send(PAUL, draft), Ok(vec![]));
}

/// Sent once, its outcome unknown, looked for and not found.
fn not_found(target: Target) -> (Room, u32) {
    let mut room = Room::crisis();
    room.by(PAUL, Command::Claim { mention: MentionId(9), published: noon(), channel: None }).unwrap();
    let draft = room.drafted(PAUL, Form::Reply, Words { target, ..words("Please call me. Paul") });
    room.submit(PAUL, draft).unwrap();
    room.approve(JEANNE, draft).unwrap();
    room.send(PAUL, draft).unwrap();
    room.now += minutes(1);
    room.house(Command::Try { draft }).unwrap();
    room.house(Command::Came { draft, attempt: 1, outcome: Outcome::Unknown { why: text("why") } }).unwrap();
    room.by(PAUL, Command::Resolve { draft, attempt: 1, receipt: None, why: text("why") }).unwrap();
    (room, draft)
}

#[test]
fn a_receipt_that_comes_after_somebody_looked_ends_every_other_try() {
    let came = |draft, attempt, link| Command::Came { draft, attempt, outcome: Outcome::Sent { receipt: text(link) } };
    let mention = Target::Mention(MentionId(9));
    // Before anything else, when it is to be sent again, and when it was shelved.
    for step in 0..4 {
        let (mut room, draft) = not_found(mention.clone());
        match step {
            1 => drop(room.send(PAUL, draft).unwrap()),
            2 => drop(room.by(PAUL, Command::Shelve { draft }).unwrap()),
            3 => {
                room.by(JEANNE, Command::Decline { draft, binding: room.binding(draft), why: text("why") })
                    .unwrap_err();
            }
            _ => {}
        }
        room.house(came(draft, 1, "link")).unwrap();
        assert!(room.state.drafts[&draft].is_sent(), "{step}");
        room.now += minutes(1);
        assert_eq!(room.house(Command::Try { draft }), Err(Refusal::Stage(draft)), "{step}");
        assert_eq!(room.house(came(draft, 1, "link")), Ok(vec![]));
    }
    // While it is tried a second time: it is there; should the second arrive as well, both are on record.
    let (mut room, draft) = not_found(mention.clone());
    room.send(PAUL, draft).unwrap();
    room.now += minutes(1);
    room.house(Command::Try { draft }).unwrap();
    room.house(came(draft, 1, "link 1")).unwrap();
    assert!(room.state.drafts[&draft].is_sent());
    room.house(came(draft, 2, "link 2")).unwrap();
    assert_eq!(room.state.drafts[&draft].receipts.len(), 2);
    assert_eq!(catch_up(&room.state, &room.log, party(JEANNE), 0).pending.twice, [draft]);
    assert!(matches!(room.state.drafts[&draft].stage, Stage::Sent(_, receipt) if receipt == text("link 1")));
    // Somebody finds it after all.
    let (mut room, draft) = not_found(mention);
    let found = Command::Resolve { draft, attempt: 1, receipt: Some(text("link")), why: text("why") };
    assert_eq!(room.by(AISHA, found.clone()).unwrap().len(), 1);
    assert!(room.state.drafts[&draft].is_sent());
    assert_eq!(room.by(AISHA, found), Ok(vec![]));
}

#[test]
fn what_was_not_found_keeps_its_words_and_what_was_refused_may_change() {
    let (mut room, draft) = not_found(Target::Mention(MentionId(9)));
    let other = Words { target: Target::Mention(MentionId(9)), ..words("Please write to me. Paul") };
    assert_eq!(
        room.by(PAUL, Command::Revise { draft, words: other.clone(), before: None }),
        Err(Refusal::MayBeOut(draft))
    );
    let mut room = Room::crisis();
    let draft = room.drafted(PAUL, Form::Statement, words("We are checking."));
    room.submit(PAUL, draft).unwrap();
    room.approve(JEANNE, draft).unwrap();
    room.send(PAUL, draft).unwrap();
    room.now += minutes(1);
    room.house(Command::Try { draft }).unwrap();
    room.house(Command::Came { draft, attempt: 1, outcome: Outcome::Refused { why: text("why") } }).unwrap();
    room.by(PAUL, Command::Revise { draft, words: words("We look into it."), before: None }).unwrap();
    // A receipt for the earlier words is on record, and does not say that these are out.
    let outcome = Outcome::Sent { receipt: text("link") };
    room.house(Command::Came { draft, attempt: 1, outcome }).unwrap();
    assert_eq!((room.state.drafts[&draft].is_sent(), room.state.drafts[&draft].receipts.len()), (false, 1));
}

/// A statement on its way to be tried, promising news then.
fn promising(room: &mut Room, form: Form, corrects: Option<u32>, until: Option<jiff::Timestamp>) -> u32 {
    let key = crate::desk::key(&format!("told-{}", room.log.len()));
    room.by(PAUL, Command::Draft { key, form, words: words("We are checking."), corrects, about: None }).unwrap();
    let draft = *room.state.drafts.last_key_value().unwrap().0;
    room.checked(draft);
    room.submit(PAUL, draft).unwrap();
    room.approve(JEANNE, draft).unwrap();
    let binding = room.binding(draft);
    room.by(PAUL, Command::Send { draft, binding, promise: until }).unwrap();
    draft
}

fn arrives(room: &mut Room, draft: u32) {
    room.now += minutes(1);
    room.house(Command::Try { draft }).unwrap();
    room.house(Command::Came { draft, attempt: 1, outcome: Outcome::Sent { receipt: text("link") } }).unwrap();
}

#[test]
fn what_a_text_promises_runs_once_it_is_out_and_a_correction_does_not_keep_it() {
    let next = |room: &Room| {
        let of = ClockOf::Plan(ClockKind::NextUpdate);
        room.state.open_clock(&of).map(|(_, clock)| clock.terms.due)
    };
    let mut room = Room::crisis();
    let until = noon() + minutes(60);
    let first = promising(&mut room, Form::Holding, None, Some(until));
    assert_eq!(next(&room), None, "nothing is promised that nobody read");
    // Taken back and sent without: nothing was promised.
    room.by(PAUL, Command::Undo { draft: first }).unwrap();
    let mut other = room.clone();
    other.send(PAUL, first).unwrap();
    arrives(&mut other, first);
    assert_eq!(next(&other), None);
    let binding = room.binding(first);
    room.by(PAUL, Command::Send { draft: first, binding, promise: Some(until) }).unwrap();
    arrives(&mut room, first);
    assert_eq!(next(&room), Some(until));
    // The correction of it is out: the news that were promised are still to come.
    let correction = promising(&mut room, Form::Update, Some(first), None);
    arrives(&mut room, correction);
    assert_eq!(next(&room), Some(until));
    // An update is the news, and promises the next; what it promises counts although it arrived late.
    let later = noon() + minutes(120);
    let update = promising(&mut room, Form::Update, None, Some(later));
    room.now = later;
    arrives(&mut room, update);
    assert_eq!(next(&room), Some(later));
    // A second receipt of the same text is no second update.
    let before = room.state.clocks.clone();
    room.house(Command::Came { draft: first, attempt: 1, outcome: Outcome::Sent { receipt: text("link") } }).unwrap();
    assert_eq!(room.state.clocks, before);
    // Nobody promises what is past.
    let draft = room.drafted(PAUL, Form::Update, words("Again."));
    room.submit(PAUL, draft).unwrap();
    room.approve(JEANNE, draft).unwrap();
    let binding = room.binding(draft);
    let past = Command::Send { draft, binding, promise: Some(room.now) };
    assert_eq!(room.by(PAUL, past), Err(Refusal::Time));
}
