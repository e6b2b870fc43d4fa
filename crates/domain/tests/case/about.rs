//! A reply answers its mention wherever it goes: below a review, by hand on a platform, into a conversation.

use crate::desk::{AISHA, JEANNE, PAUL, Room, key, noon, opening, party, team_plan, text, words};
use std::collections::BTreeSet;
use vigie_domain::case::event::*;
use vigie_domain::case::state::Run;
use vigie_domain::case::{Command, Event, Refusal, Words, author_card};
use vigie_domain::figure::Figure;
use vigie_domain::id::MentionId;
use vigie_domain::plan::Channel;
use vigie_domain::review::answers;

const REVIEW: MentionId = MentionId(9);

/// A reply that does not go under its mention.
fn reply(name: &str, target: Target, about: Option<MentionId>) -> Command {
    let words = Words { target, ..words(&format!("Please call me. {name}")) };
    Command::Draft { key: key(name), form: Form::Reply, words, corrects: None, about }
}

fn by_hand() -> Target {
    Target::ByHand(Channel::Review)
}

/// Drafted, read, approved.
fn released(room: &mut Room, by: i64, command: Command) -> u32 {
    room.by(by, command).unwrap();
    let draft = *room.state.drafts.last_key_value().unwrap().0;
    room.checked(draft);
    room.submit(by, draft).unwrap();
    room.approve(JEANNE, draft).unwrap();
    draft
}

fn copied(room: &mut Room, by: i64, draft: u32) -> Result<Vec<Event>, Refusal> {
    let (binding, receipt) = (room.binding(draft), text("https://example.org/review/1#answer"));
    room.by(by, Command::Copied { draft, binding, receipt, promise: None })
}

/// A crisis in which Paul answers a review; the plan gives a day for it.
fn taken_up() -> Room {
    let window = "\n[clock.reply]\nkind = \"reply\"\ndue = \"24 h\"\nowner = \"social-manager\"\n";
    let people = [("jeanne", JEANNE), ("paul", PAUL), ("aisha", AISHA)];
    let mut room = Room::new(&(team_plan() + window), &people);
    room.open(opening("tap-1", Step::Crisis)).unwrap();
    room.by(PAUL, Command::Claim { mention: REVIEW, published: noon(), channel: Some(Channel::Review) }).unwrap();
    room
}

#[test]
fn an_answer_by_hand_meets_the_window_of_its_mention_and_counts_for_it() {
    let mut room = taken_up();
    let window = room.state.open_clock(&ClockOf::Reply(REVIEW)).unwrap().0;
    let draft = released(&mut room, PAUL, reply("paul", by_hand(), Some(REVIEW)));
    let came = copied(&mut room, PAUL, draft).unwrap();
    assert!(Room::kinds(&came).contains(&"clock.met".to_owned()), "{:?}", Room::kinds(&came));
    assert!(matches!(room.state.clocks[&window].run, Run::Met(_)));
    let card = author_card(&room.state, &BTreeSet::from([REVIEW]));
    assert_eq!(card.mentions[0].answered, Some((draft, room.now)));
    let told = answers(&room.log, &room.state, Figure::Unknown);
    assert_eq!((told.taken_on, told.answered, told.unanswered), (1, 1, vec![]));
}

#[test]
fn an_answer_by_hand_is_the_only_one() {
    let mut room = taken_up();
    let first = released(&mut room, PAUL, reply("paul", by_hand(), Some(REVIEW)));
    let second = released(&mut room, PAUL, reply("again", Target::Mention(REVIEW), None));
    let third = released(&mut room, PAUL, reply("more", Target::Conversation(4), Some(REVIEW)));
    copied(&mut room, PAUL, first).unwrap();
    assert_eq!(room.send(PAUL, second), Err(Refusal::Answered(first)));
    assert_eq!(room.send(PAUL, third), Err(Refusal::Answered(first)));
}

#[test]
fn whoever_answers_by_hand_has_claimed_the_mention() {
    let mut room = Room::crisis();
    assert_eq!(room.by(PAUL, reply("paul", by_hand(), Some(REVIEW))), Err(Refusal::ClaimFirst(REVIEW)));
    let mut room = taken_up();
    assert_eq!(room.by(AISHA, reply("aisha", by_hand(), Some(REVIEW))), Err(Refusal::HeldBy(party(PAUL))));
    let draft = released(&mut room, PAUL, reply("paul", by_hand(), Some(REVIEW)));
    room.by(PAUL, Command::HandOverMention { mention: REVIEW, to: party(AISHA) }).unwrap();
    assert_eq!(copied(&mut room, PAUL, draft), Err(Refusal::HeldBy(party(AISHA))));
    assert!(copied(&mut room, AISHA, draft).is_ok());
}

#[test]
fn what_everybody_is_told_answers_nobody_by_name() {
    let mut room = taken_up();
    let words = words("We are checking.");
    let (key, about) = (key("s"), Some(REVIEW));
    let statement = Command::Draft { key, form: Form::Statement, words, corrects: None, about };
    assert_eq!(room.by(PAUL, statement), Err(Refusal::ToAll));
}

#[test]
fn a_reply_that_is_moved_elsewhere_goes_on_answering_its_mention() {
    let mut room = taken_up();
    room.by(PAUL, reply("paul", Target::Mention(REVIEW), None)).unwrap();
    let (draft, _) = room.state.drafts.last_key_value().unwrap();
    let (draft, words) = (*draft, Words { target: by_hand(), ..words("Please write to me. Paul") });
    room.by(PAUL, Command::Revise { draft, words, before: None }).unwrap();
    assert_eq!(room.state.drafts[&draft].answers(), Some(REVIEW));
}

#[test]
fn a_reply_that_names_no_mention_answers_none() {
    let mut room = taken_up();
    let draft = released(&mut room, PAUL, reply("paul", by_hand(), None));
    copied(&mut room, PAUL, draft).unwrap();
    assert!(room.state.open_clock(&ClockOf::Reply(REVIEW)).is_some());
}
