//! What the public, those who decide, a client and whoever answers an author read of a case: whole, and never a word more.

use crate::desk::{
    ACCOUNT, AISHA, Chance, JEANNE, PAUL, Room, capture, key, minutes, noon, opening, party, text, words,
};
use crate::story::lived;
use std::collections::BTreeSet;
use vigie_domain::case::event::*;
use vigie_domain::case::legal::{Matter, Start};
use vigie_domain::case::{Command, Declare, TextRef, Words, author_card, brief, client_view, updates};
use vigie_domain::figure::Figure;
use vigie_domain::id::MentionId;
use vigie_domain::plan::Channel;

/// Everything that stands for a text, wherever it is.
fn texts(page: &impl serde::Serialize) -> BTreeSet<TextRef> {
    fn walk(value: &serde_json::Value, found: &mut BTreeSet<TextRef>) {
        match value {
            serde_json::Value::String(word) => found.extend(TextRef::read(word)),
            serde_json::Value::Array(values) => values.iter().for_each(|value| walk(value, found)),
            serde_json::Value::Object(fields) => fields.values().for_each(|value| walk(value, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    walk(&serde_json::to_value(page).unwrap(), &mut found);
    found
}

/// Written by Paul, approved by Jeanne, sent and there.
fn out(room: &mut Room, form: Form, words: Words, corrects: Option<u32>) -> u32 {
    let name = format!("draft-{}", room.log.len());
    room.by(PAUL, Command::Draft { key: key(&name), form, words, corrects, about: None }).unwrap();
    let draft = *room.state.drafts.last_key_value().unwrap().0;
    room.checked(draft);
    let binding = room.binding(draft);
    room.by(PAUL, Command::Submit { draft, binding, despite: Some(text("despite")) }).unwrap();
    room.approve(JEANNE, draft).unwrap();
    if matches!(room.state.drafts[&draft].wording.target, Target::ByHand(_)) {
        room.by(PAUL, Command::Copied { draft, binding, receipt: text("link"), promise: None }).unwrap();
        return draft;
    }
    room.send(PAUL, draft).unwrap();
    room.now += minutes(1);
    room.house(Command::Try { draft }).unwrap();
    room.house(Command::Came { draft, attempt: 1, outcome: Outcome::Sent { receipt: text("link") } }).unwrap();
    draft
}

fn page(says: &str) -> Words {
    Words { target: Target::UpdatesPage, ..words(says) }
}

/// A case in which everything was said somewhere.
fn told() -> Room {
    let mut room = Room::crisis();
    out(&mut room, Form::Holding, page("We have read it."), None);
    out(&mut room, Form::Statement, words("It was batch 12."), None);
    let second = out(&mut room, Form::Statement, page("It was batch 12, we are sorry."), None);
    room.now += minutes(30);
    out(&mut room, Form::Update, page("Correction: it was batch 13."), Some(second));
    // Corrects what stands elsewhere.
    out(&mut room, Form::Update, page("Our post said batch 12: it was 13."), Some(2));
    room.by(JEANNE, Command::Promise { until: noon() + minutes(120) }).unwrap();
    room.drafted(PAUL, Form::Update, page("Not sent."));
    let note =
        |name: &str, visibility| Command::Note { key: key(name), text: text(name), visibility, mentions: vec![] };
    room.by(PAUL, note("for-the-team", Visibility::Internal)).unwrap();
    room.by(PAUL, note("for-the-client", Visibility::Client)).unwrap();
    room.by(PAUL, note("for-counsel", Visibility::Legal)).unwrap();
    room
}

#[test]
fn the_updates_page_as_a_whole() {
    let room = told();
    insta::assert_snapshot!(serde_json::to_string_pretty(&updates(&room.state)).unwrap());
    // Over: it says since when, and what was promised stays promised.
    let mut room = room;
    let step = |to| Command::Step { to, why: Some(text("why")) };
    room.by(JEANNE, step(Step::FollowUp)).unwrap();
    let closed = room.now;
    room.by(JEANNE, step(Step::Closed)).unwrap();
    let found = updates(&room.state);
    assert_eq!((found.closed, found.next, found.updates.len()), (Some(closed), Some(noon() + minutes(120)), 4));
    // A text that was erased leaves its place, with its hour.
    let gone = found.updates[3].text.unwrap().reference();
    room.house(Command::Erase { texts: vec![gone], captures: vec![], why: None }).unwrap();
    assert_eq!((updates(&room.state).updates.len(), updates(&room.state).updates[3].text), (4, None));
}

#[test]
fn a_clients_view_as_a_whole() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&client_view(&told().state)).unwrap());
}

#[test]
fn the_brief_of_a_whole_crisis() {
    let room = lived();
    insta::assert_snapshot!(serde_json::to_string_pretty(&brief(&room.state, &room.log, false)).unwrap());
    // What is counsel's is not the client's.
    let mut room = Room::crisis();
    let declare = Declare {
        key: key("breach-1"),
        incident: None,
        matter: Matter::DataBreach,
        start: Start::Awareness,
        since: noon(),
        why: text("why"),
        capture: None,
    };
    room.by(PAUL, Command::Declare(declare)).unwrap();
    let told = |client| -> Vec<String> {
        brief(&room.state, &room.log, client).decided.into_iter().map(|decision| decision.kind).collect()
    };
    let law = "clock.start_declared".to_owned();
    assert!(told(false).contains(&law) && !told(true).contains(&law));
}

#[test]
fn an_author_is_known_by_what_was_answered_and_offered() {
    let mut room = Room::crisis();
    let [first, second, other] = [9, 10, 11].map(MentionId);
    for mention in [first, second, other] {
        room.by(PAUL, Command::Claim { mention, published: noon(), channel: None }).unwrap();
    }
    let reply = Words { target: Target::Mention(first), ..words("Please call me. Paul") };
    let sent = out(&mut room, Form::Reply, reply, None);
    let at = room.now;
    let offers = [
        (first, "voucher", Some(2_000)),
        (second, "refund", Some(1_500)),
        (other, "cake", Some(900)),
        (first, "visit", None),
    ];
    for (mention, what, cents) in offers {
        let (key, what, authorised) = (key(what), text(what), party(JEANNE));
        room.by(PAUL, Command::Offer { key, mention, what, cents, authorised }).unwrap();
    }
    let exit = Exit::AgainstRules(Platform::Spam);
    room.by(PAUL, Command::Leave { mention: second, exit, capture: capture("raw"), why: text("why") }).unwrap();
    let card = author_card(&room.state, &BTreeSet::from([first, second, MentionId(99)]));
    assert_eq!(card.cents, 3_500);
    assert_eq!(
        card.offers.iter().map(|offer| offer.what).collect::<Vec<_>>(),
        ["voucher", "visit", "refund"].map(|it| Some(text(it)))
    );
    assert!(card.offers.iter().all(|offer| offer.authorised == party(JEANNE)));
    let answered: Vec<_> = card.mentions.iter().map(|it| (it.mention, it.answered, it.exits.len())).collect();
    assert_eq!(answered, [(first, Some((sent, at)), 0), (second, None, 1), (MentionId(99), None, 0)]);
}

/// What each may read, by name.
#[derive(Default)]
struct Expected {
    page: BTreeSet<TextRef>,
    everybody: BTreeSet<TextRef>,
    client: BTreeSet<TextRef>,
    facts: Vec<(FactStatus, TextRef)>,
    figures: BTreeSet<TextRef>,
}

/// One thing that somebody writes somewhere, each time another string.
fn write(room: &mut Room, chance: &mut Chance, n: usize, expected: &mut Expected) {
    let canary = format!("canary {n}");
    let (reference, name) = (text(&canary), format!("key-{n}"));
    match chance.below(12) {
        0 | 1 => {
            let visibility = [Visibility::Internal, Visibility::Client, Visibility::Legal][chance.below(3)];
            let mentions = vec![party(AISHA)];
            room.by(PAUL, Command::Note { key: key(&name), text: reference, visibility, mentions }).unwrap();
            if visibility == Visibility::Client {
                expected.client.insert(reference);
            }
        }
        2 | 3 => {
            let all = [FactStatus::Known, FactStatus::Probable, FactStatus::Unknown, FactStatus::CannotSay];
            let status = all[chance.below(4)];
            let source = Some(FactSource::Told(text(&format!("{canary} source"))));
            room.by(PAUL, Command::State { key: key(&name), status, text: reference, source, capture: None }).unwrap();
            expected.facts.push((status, reference));
        }
        4 => {
            let (owner, deputy, due) = (Some(party(PAUL)), None, None);
            room.by(PAUL, Command::AddTask { key: key(&name), text: reference, owner, deputy, due }).unwrap();
        }
        5 => {
            let (figure, as_of) = (Figure::Reported(3), noon());
            room.by(PAUL, Command::Report { key: key(&name), what: reference, figure, as_of }).unwrap();
            expected.figures.insert(reference);
        }
        6 => {
            let (mention, cents, authorised) = (MentionId(9), None, party(JEANNE));
            room.by(PAUL, Command::Offer { key: key(&name), mention, what: reference, cents, authorised }).unwrap();
        }
        7 => drop(room.drafted(PAUL, Form::Statement, page(&canary))),
        8 => {
            room.by(PAUL, Command::Claim { mention: MentionId(n as i64), published: noon(), channel: None }).unwrap();
            let target = Target::Mention(MentionId(n as i64));
            out(room, Form::Reply, Words { target, ..words(&canary) }, None);
        }
        9 => {
            let targets = [Target::Post(Channel::Bluesky), Target::ByHand(Channel::Press), Target::Mail(text("to"))];
            let target = targets[chance.below(3)].clone();
            let everybody = !matches!(target, Target::Mail(_));
            out(room, Form::Statement, Words { target, account: ACCOUNT, ..words(&canary) }, None);
            if everybody {
                expected.everybody.insert(reference);
            }
        }
        10 => {
            out(room, Form::Update, page(&canary), None);
            expected.page.insert(reference);
            expected.everybody.insert(reference);
        }
        _ => {
            let until = room.now + minutes(60);
            room.by(JEANNE, Command::Promise { until }).unwrap();
            let told = Command::Tell {
                key: key(&name),
                stakeholder: "staff".to_owned(),
                when: room.now,
                text: reference,
                draft: None,
            };
            room.by(JEANNE, told).unwrap();
        }
    }
}

#[test]
fn no_canary_is_read_by_who_should_not_and_each_is_read_where_it_belongs() {
    let mut found = [0; 4];
    for seed in 0..40 {
        let mut chance = Chance(seed);
        let mut room = Room::team();
        room.open(opening("tap-1", Step::Crisis)).unwrap();
        let mut expected = Expected::default();
        (0..40).for_each(|n| write(&mut room, &mut chance, n, &mut expected));
        assert_eq!(texts(&updates(&room.state)), expected.page, "the public, seed {seed}");
        let client: BTreeSet<TextRef> = expected.everybody.union(&expected.client).copied().collect();
        assert_eq!(texts(&client_view(&room.state)), client, "the client, seed {seed}");
        let sayable = |status: &FactStatus| *status != FactStatus::CannotSay;
        let facts = expected.facts.iter().filter(|(status, _)| sayable(status)).map(|(_, text)| *text);
        let handed_on: BTreeSet<TextRef> = facts.chain(expected.client.iter().copied()).collect();
        assert_eq!(texts(&brief(&room.state, &room.log, true)), handed_on, "the client's brief, seed {seed}");
        let whole: BTreeSet<TextRef> = handed_on.union(&expected.figures).copied().collect();
        assert_eq!(texts(&brief(&room.state, &room.log, false)), whole, "the brief, seed {seed}");
        for (count, of) in found.iter_mut().zip([&expected.page, &expected.everybody, &client, &whole]) {
            *count += of.len();
        }
        // They are somewhere: the state has every one of them.
        assert!(texts(&room.state).len() > whole.len() + client.len());
    }
    assert!(found.iter().all(|found| *found > 50), "{found:?}: too few to have tried anything");
}
