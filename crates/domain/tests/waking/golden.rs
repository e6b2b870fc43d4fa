//! What was written down must be readable for ever: events and book as the first version wrote them. A new variant is a new line here; an
//! old line never changes. Where a variant gets a new field, today's form goes into a file of its own and the old one is still read.

use crate::desk::{alert, minutes, start};
use vigie_domain::id::{BrandId, MentionId, OrganisationId, PersonId};
use vigie_domain::signal::Level;
use vigie_domain::waking::{
    Also, Book, CallKey, Event, Message, Named, Occurrence, Outcome, Reason, Severity, Silence, StoryId, Why, Worse,
};

const EVENTS: &str = include_str!("golden/events.v1.jsonl");
const BOOK: &str = include_str!("golden/book.v1.json");

fn story() -> StoryId {
    StoryId("story".to_owned())
}

fn call() -> CallKey {
    CallKey { story: story(), person: PersonId(2), step: 1 }
}

fn named() -> Named {
    Named {
        organisation: OrganisationId(1),
        organisation_name: Some("Dunes SARL".to_owned()),
        brand: BrandId(3),
        name: "Dunes".to_owned(),
        signal: "3-mentions-0".to_owned(),
        calls: true,
        level: Level::Alert,
        grave: Some(MentionId(7)),
        onset: start(),
        window_minutes: 30,
        observed: 60,
        expected: 500,
        press: true,
    }
}

fn message(worse: Worse) -> Box<Message> {
    let also = |why| Also { story: story(), step: 0, brand: named(), why };
    Box::new(Message {
        brands: vec![named()],
        since: start(),
        worse: Some(worse),
        others: vec![PersonId(4)],
        posts: vec![MentionId(7), MentionId(8)],
        also: vec![also(Why::Missed), also(Why::Held(Reason::Day))],
        repeat: true,
        late: true,
    })
}

/// One of each variant, and each word that stands in one.
fn samples() -> Vec<Event> {
    let (at, organisation, severity) =
        (start(), OrganisationId(1), Severity { rank: Level::Notice, press: true, observed: 12 });
    let whole = Occurrence {
        organisation_name: Some("Dunes SARL".to_owned()),
        grave: Some(MentionId(7)),
        trade: Some("bakery".to_owned()),
        words: vec![7, u64::MAX],
        ..alert(3, at, 60)
    };
    let due = at + minutes(1);
    let mut samples = vec![
        Event::Seen { at, story: story(), occurrence: Box::new(alert(3, at, 60)) },
        Event::Seen { at, story: story(), occurrence: Box::new(whole) },
        Event::Begun { at, story: story(), organisation, step: 0, due, worse: None, excused: vec![] },
        Event::Climbed { at, story: story(), organisation, rung: 0, tries: 1 },
        Event::Unanswered { at, story: story(), organisation, told: vec![PersonId(2)], base: Some(severity) },
        Event::Ended { at, story: story(), signal: "3-mentions-0".to_owned() },
        Event::Missed { at, story: story(), signal: "3-mentions-0".to_owned() },
        Event::Merged { at, from: StoryId("other".to_owned()), into: story() },
    ];
    let silenced = vec![Silence { organisation, base: severity }];
    samples.push(Event::Acknowledged { at, story: story(), by: PersonId(2), dismissed: true, silenced });
    for worse in [Worse::Level, Worse::Press, Worse::Tenfold] {
        let excused = vec![PersonId(4)];
        samples.push(Event::Begun { at, story: story(), organisation, step: 1, due, worse: Some(worse), excused });
        let rounds = vec![(organisation, 1)];
        samples.push(Event::Called { at, call: call(), target: "5".to_owned(), rounds, message: message(worse) });
    }
    for reason in [Reason::Quiet, Reason::HalfHour, Reason::Day, Reason::BrandDay] {
        samples.push(Event::Held { at, call: call(), reason });
    }
    for outcome in [Outcome::Delivered, Outcome::Failed, Outcome::Unknown] {
        samples.push(Event::Came { at, call: call(), target: "5".to_owned(), outcome });
    }
    samples.push(Event::Forgotten { at, story: StoryId("other".to_owned()) });
    samples
}

/// Does not compile when a variant was added that nothing here knows.
fn name(event: &Event) -> &'static str {
    match event {
        Event::Seen { .. } => "seen",
        Event::Merged { .. } => "merged",
        Event::Begun { .. } => "begun",
        Event::Climbed { .. } => "climbed",
        Event::Unanswered { .. } => "unanswered",
        Event::Called { .. } => "called",
        Event::Held { .. } => "held",
        Event::Came { .. } => "came",
        Event::Acknowledged { .. } => "acknowledged",
        Event::Ended { .. } => "ended",
        Event::Missed { .. } => "missed",
        Event::Forgotten { .. } => "forgotten",
    }
}

#[test]
fn events_of_the_first_version_are_read_and_written_as_they_were() {
    let samples = samples();
    let names: std::collections::BTreeSet<&str> = samples.iter().map(name).collect();
    assert_eq!(names.len(), 12, "one of each");
    let lines: Vec<&str> = EVENTS.lines().collect();
    let written: Vec<String> = samples.iter().map(|event| serde_json::to_string(event).unwrap()).collect();
    assert_eq!(written, lines);
    for (line, event) in lines.iter().zip(&samples) {
        assert_eq!(&serde_json::from_str::<Event>(line).unwrap(), event);
        assert!(line.starts_with(&format!("{{\"{}\":", name(event))), "{line}");
    }
}

#[test]
fn the_book_of_the_first_version_is_read_and_written_as_it_was() {
    let mut book = Book::default();
    // The merged one would take its story away.
    samples().iter().filter(|event| name(event) != "merged").for_each(|event| book.apply(event));
    assert_eq!(serde_json::to_string(&book).unwrap(), BOOK.trim_end());
    assert_eq!(serde_json::from_str::<Book>(BOOK).unwrap(), book);
    // Books that were kept before calls could fail and arrive later, and before those of grave posts were counted apart.
    let older = BOOK.replace(",\"failed\":false,\"grave\":true", "");
    let as_surges = BOOK.replace("\"grave\":true", "\"grave\":false");
    assert_ne!(older, BOOK);
    assert_eq!(serde_json::from_str::<Book>(&older).unwrap(), serde_json::from_str::<Book>(&as_surges).unwrap());
}
