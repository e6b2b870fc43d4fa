//! Released without a second pair of eyes there: by the fallback that the plan names, and by who works alone.

use crate::desk::{AISHA, JEANNE, PAUL, Room, minutes, noon, opening, party, sealed, words};
use crate::story::holding_words;
use vigie_domain::case::event::*;
use vigie_domain::case::state::Stage;
use vigie_domain::case::{Command, Event, Refusal, Words, is_prepared};
use vigie_domain::plan::Channel;
use vigie_domain::setup::Size;

#[test]
fn nothing_known_and_nobody_there_the_fallback_releases_what_was_agreed_and_nothing_else() {
    let mut room = Room::crisis();
    let release = |room: &mut Room, by, draft| {
        let binding = room.binding(draft);
        room.by(by, Command::ReleaseAsFallback { draft, binding })
    };
    let agreed = room.drafted(PAUL, Form::Holding, holding_words());
    let new = room.drafted(PAUL, Form::Holding, words("It was not us."));
    room.submit(PAUL, agreed).unwrap();
    room.submit(PAUL, new).unwrap();
    let deadline = noon() + minutes(15);
    assert_eq!(release(&mut room, AISHA, agreed), Err(Refusal::NotYet(deadline)));
    // When the time is over the fallback is told, for each of the two.
    let events = room.after(minutes(15));
    let told = events.iter().filter_map(|event| match event {
        Event::Clock(ClockEvent::Escalated { to, .. }) => Some(*to),
        _ => None,
    });
    assert_eq!(told.collect::<Vec<_>>(), [party(JEANNE), party(JEANNE)]);
    assert_eq!(release(&mut room, PAUL, agreed), Err(Refusal::NotAsked));
    assert_eq!(release(&mut room, AISHA, new), Err(Refusal::NotPrepared));
    // The text of the plan for another channel, or with more than an hour in its blank, is another text.
    let there = Words { target: Target::Post(Channel::Mastodon), ..holding_words() };
    let says = "We have read it and are checking. Call 01 99 00 12 34. News at 16:00, it was Paul. Jeanne";
    for words in [there, Words { text: sealed(says), ..holding_words() }] {
        let mut room = room.clone();
        room.now = noon();
        let other = room.drafted(PAUL, Form::Holding, words);
        room.submit(PAUL, other).unwrap();
        room.now += minutes(16);
        assert_eq!(release(&mut room, AISHA, other), Err(Refusal::NotPrepared));
    }
    assert!(release(&mut room, AISHA, agreed).is_ok());
    assert!(matches!(room.state.drafts[&agreed].stage, Stage::Released(Release::Fallback)));
    // Two years on its approval has run out.
    let late = room.drafted(PAUL, Form::Holding, holding_words());
    room.now = "2028-11-24T13:00:00Z".parse().unwrap();
    room.submit(PAUL, late).unwrap();
    room.now += minutes(16);
    assert_eq!(release(&mut room, AISHA, late), Err(Refusal::NotPrepared));
    assert!(is_prepared(&room.plan, "Call {name}.", "Call Jeanne."));
}

#[test]
fn the_fallback_releases_nothing_whose_approval_was_of_other_words_or_has_no_end() {
    type Change = fn(&mut vigie_domain::plan::Reply);
    let changes: [(Change, bool); 5] = [
        (|_| {}, true),
        // Whoever approved it read another text.
        (
            |reply| reply.approved_text = Some(vigie_domain::plan::Said { value: "0".repeat(16), at: reply.text.at }),
            false,
        ),
        // Nobody knows which words were read.
        (|reply| reply.approved_text = None, false),
        (|reply| reply.expires = None, false),
        (|reply| reply.approved_by = None, false),
    ];
    for (change, may) in changes {
        let mut room = Room::crisis();
        // An approved alternative would be taken instead.
        room.plan.replies.retain(|reply| reply.id != "ill-second-en");
        let reply = room.plan.replies.iter_mut().find(|reply| reply.id == "ill-hold-en").unwrap();
        change(&mut reply.body);
        let today = jiff::civil::date(2026, 11, 24);
        let found = vigie_domain::case::holding(&room.plan, Some("ill"), ::text::Language::En, Channel::Bluesky, today);
        assert_eq!(found.unwrap().approved, may);
        let draft = room.drafted(PAUL, Form::Holding, holding_words());
        room.submit(PAUL, draft).unwrap();
        room.now += minutes(16);
        let binding = room.binding(draft);
        let released = room.by(AISHA, Command::ReleaseAsFallback { draft, binding });
        assert_eq!(released.err(), (!may).then_some(Refusal::NotPrepared));
    }
}

#[test]
fn the_fallback_releases_nothing_once_another_telephone_fills_what_was_approved() {
    let mut room = Room::crisis();
    let phone = room.plan.blanks.iter_mut().find(|(name, _)| name == "phone").unwrap();
    phone.1 = "01 99 00 99 99".to_owned();
    let today = jiff::civil::date(2026, 11, 24);
    let found = vigie_domain::case::holding(&room.plan, Some("ill"), ::text::Language::En, Channel::Bluesky, today);
    assert!(!found.unwrap().approved, "another number is another text");
    let says = "We have read it and are checking. Call 01 99 00 99 99. News at 16:00. Jeanne";
    let draft = room.drafted(PAUL, Form::Holding, Words { text: sealed(says), ..holding_words() });
    room.submit(PAUL, draft).unwrap();
    room.now += minutes(16);
    let binding = room.binding(draft);
    let released = room.by(AISHA, Command::ReleaseAsFallback { draft, binding });
    assert_eq!(released.err(), Some(Refusal::NotPrepared));
}

#[test]
fn alone_one_releases_ones_own_text_after_it_was_shown_whole() {
    let shop = include_str!("../../../../plans/en/shop.toml");
    let mut room = Room::new(shop, &[]);
    for person in room.plan.people.clone() {
        room.people.insert(person.id, party(JEANNE));
    }
    let mut open = opening("tap-1", Step::Crisis);
    open.size = Size::Solo;
    room.open(open).unwrap();
    let draft = room.drafted(JEANNE, Form::Holding, words("We have read it and are checking."));
    let binding = room.binding(draft);
    let shown = room.state.drafts[&draft].checked;
    assert_eq!(room.by(JEANNE, Command::ReleaseAlone { draft, binding, shown }), Err(Refusal::Stage(draft)));
    room.submit(JEANNE, draft).unwrap();
    assert_eq!(room.approve(JEANNE, draft), Err(Refusal::Own));
    assert_eq!(room.by(JEANNE, Command::ReleaseAlone { draft, binding, shown: None }), Err(Refusal::Stale));
    assert_eq!(room.by(PAUL, Command::ReleaseAlone { draft, binding, shown }), Err(Refusal::NotAlone));
    let events = room.by(JEANNE, Command::ReleaseAlone { draft, binding, shown }).unwrap();
    assert_eq!(events[0], SpeechEvent::Released { draft, binding, how: Release::SelfReleased }.into());
    let mut team = Room::crisis();
    let draft = team.drafted(JEANNE, Form::Holding, words("We have read it and are checking."));
    team.submit(JEANNE, draft).unwrap();
    let (binding, shown) = (team.binding(draft), team.state.drafts[&draft].checked);
    assert_eq!(team.by(JEANNE, Command::ReleaseAlone { draft, binding, shown }), Err(Refusal::NotAlone));
    assert_eq!(team.send(JEANNE, draft), Err(Refusal::Stage(draft)));
}
