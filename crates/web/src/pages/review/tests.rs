//! The review in every language, for every reader, as usual and under attack.

use super::{Reader, ReviewPage};
use crate::untrusted::hostile_text;
use askama::Template;
use domain::case::event::{ClockOf, Entry, Event, Heat, HotWash, LessonEvent, MeasureEvent, Step, Test, WorkEvent};
use domain::case::{Actor, Key, Salt, Sealed, State, TextRef};
use domain::figure::Figure;
use domain::id::{BrandId, CaseId, OrganisationId, PersonId};
use domain::plan::Plan;
use domain::review::{
    Around, Before, Clocked, Deaf, Finding, Line, Observation, Planned, Ran, Signal, Span, Volumes, Weak, Week, review,
};
use engine::case::Room;
use engine::review::{Letterhead, Read};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use store::CaseFile;
use words::{Locale, Words};

fn at(hours: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH.saturating_add(SignedDuration::from_hours(500_000 + hours)).unwrap_or(Timestamp::MAX)
}

/// A text with what stands for it.
fn sealed(number: u8, text: &str) -> (TextRef, String) {
    (Sealed { salt: Salt([number; 16]), text: text.to_owned() }.reference(), text.to_owned())
}

/// A case in which every text is this one.
fn read(text: &str) -> (Read, BTreeMap<TextRef, String>) {
    let texts: Vec<(TextRef, String)> = (1..=5).map(|number| sealed(number, text)).collect();
    let key = |name: &str| Key::new(name).expect("a key");
    let events: [Event; 4] = [
        MeasureEvent::Taken {
            key: key("m"),
            measure: 1,
            text: texts[0].0,
            test: Test::Word,
            owner: None,
            due: None,
            to: None,
        }
        .into(),
        LessonEvent::Answered { key: key("a"), question: HotWash::Missing, text: texts[1].0 }.into(),
        LessonEvent::Drawn { key: key("l"), lesson: 1, text: texts[2].0, changes: texts[3].0, records: vec![1] }.into(),
        LessonEvent::Shelved { lesson: 1, why: texts[4].0 }.into(),
    ];
    let by = Actor::Member(PersonId(1));
    let entries: Vec<Entry> = (0..).zip(events).map(|(hour, event)| Entry { at: at(hour), by, event }).collect();
    let span = |from: i64, until: i64| Span { from: at(from), until: at(until), mentions: Some(40), ill: Some(9) };
    let around = Around {
        now: at(99),
        signals: vec![Signal { id: text.to_owned(), onset: at(-2), alerted: None, acknowledged: None }],
        planned: (0..9).map(|n| Planned { action: format!("plan-<script>{n}"), within: None }).collect(),
        volumes: Some(Volumes { before: span(-99, -2), during: span(-2, 40), after: Some(span(40, 99)) }),
        wrote: Figure::AtLeast(9),
        deaf: (0..9).map(|minutes| Deaf { source: text.to_owned(), minutes: minutes + 1 }).collect(),
        windows: Vec::new(),
        before: Some(Before {
            from: at(-700),
            until: at(-1),
            cause: Some(text::Cause::Safety),
            signals: vec![Weak {
                id: text.to_owned(),
                level: "notice".to_owned(),
                onset: at(-300),
                dismissed: Some(at(-200)),
            }],
            complaints: Some(vec![at(-90)]),
            weeks: vec![Week { from: at(-200), until: at(-32), mentions: Some(3) }],
        }),
    };
    let file = CaseFile {
        id: CaseId(7),
        organisation: OrganisationId(1),
        brand: BrandId(2),
        step: Step::FollowUp,
        lead: None,
        opened_at: at(0),
        moved_at: at(3),
        due_at: None,
        version: 4,
        heat: Heat::Calm,
        mention: None,
    };
    let texts: BTreeMap<TextRef, String> = texts.into_iter().collect();
    let (state, review) = (State::of(&entries), review(&entries, &around));
    let room = Room { file, records: Vec::new(), entries, state, texts: texts.clone() };
    (Read { room, around, review, plan: Plan::default(), progress: BTreeMap::new(), letterhead: None }, texts)
}

#[test]
fn nothing_that_somebody_wrote_runs_or_hides_in_a_review_and_a_client_reads_none_of_it() {
    let (hostile, usual) = (hostile_text(), "canary".to_owned());
    for text in [&hostile, &usual] {
        for locale in Locale::ALL {
            for reader in [Reader::Team, Reader::Short, Reader::Client] {
                let (mut read, texts) = read(text);
                if reader == Reader::Client {
                    read.review.for_client();
                }
                let people = [(1, text.clone())];
                let words = Words::new(locale, "Europe/Paris", at(99));
                let page = ReviewPage {
                    words,
                    read: &read,
                    brand: "Dunes",
                    texts: &texts,
                    people: &people,
                    reader,
                    linked: true,
                };
                let html = page.render().expect("a review renders");
                let name = format!("{reader:?} {}", locale.code());
                assert!(!html.contains('⟦'), "{name} lacks a message");
                for bad in ["<script", "<img", "\u{202e}", "\u{2066}", "\u{200b}"] {
                    assert!(!html.contains(bad), "{name}: {bad:?}");
                }
                assert_eq!(html.matches("<h1>").count(), 1, "{name}");
                assert_eq!(html.matches("<section>").count(), html.matches("</section>").count(), "{name}");
                // What the team typed reaches the team, and no client.
                let typed = html.contains("canary") || html.contains("alert(1)");
                assert_eq!(typed, reader != Reader::Client, "{name}: {html}");
            }
        }
    }
}

#[test]
fn a_review_says_what_things_are_called_and_none_of_their_codes() {
    const PLAN: &str = "[action.halt-sale]\ntext = \"Arrêter la vente\"\n[action.ring-press]\ntext = \"Rappeler la presse\"\n\
                        [stakeholder.paper-north]\nname = \"Le journal\"\n";
    let (mut read, mut texts) = read("said");
    texts.extend([sealed(9, "said")]);
    read.plan = domain::plan::read(PLAN, None).0;
    let told = WorkEvent::Told {
        key: Key::new("t").expect("a key"),
        stakeholder: "paper-north".to_owned(),
        when: at(2),
        text: sealed(9, "said").0,
        draft: None,
    };
    let (at_, by) = (at(4), Actor::Member(PersonId(1)));
    read.room.entries.push(Entry { at: at_, by, event: told.into() });
    read.review.timeline.push(Line { record: 5, at: at_, by, kind: "work.told".to_owned(), mark: true });
    let planned = ["halt-sale", "ring-press"].map(|action| Planned { action: action.to_owned(), within: None });
    let around = Around { planned: planned.to_vec(), ..read.around.clone() };
    read.review.tasks = review(&read.room.entries, &around).tasks;
    let legal = ClockOf::Legal("gdpr-33".to_owned());
    read.review.clocks = vec![Clocked {
        clock: 1,
        of: legal.clone(),
        start: at(0),
        due: at(1),
        met: None,
        ran: Ran::Missed(60),
        escalated: 0,
        records: Vec::new(),
    }];
    let observed = [
        Observation::ActionLate { action: "halt-sale".to_owned(), over: 90 },
        Observation::ActionSkipped { action: "ring-press".to_owned() },
        Observation::Vacant { role: "social-manager".to_owned() },
        Observation::ClockMissed { of: legal, over: 60, met: false },
    ];
    read.review.improve = observed.map(|observed| Finding { observed, records: vec![1] }).to_vec();
    for locale in Locale::ALL {
        for reader in [Reader::Team, Reader::Short, Reader::Client] {
            let (words, people) = (Words::new(locale, "Europe/Paris", at(99)), [(1, "Léa".to_owned())]);
            let (brand, read, texts, people) = ("Dunes", &read, &texts, people.as_slice());
            let html = ReviewPage { words, read, brand, texts, people, reader, linked: true }.render().expect("a page");
            for code in ["halt-sale", "ring-press", "paper-north", "social-manager", "gdpr-33"] {
                assert!(!html.contains(code), "{code} in {} for {reader:?}", locale.code());
            }
            // The team reads its plan's own words; a client none that somebody typed.
            assert_eq!(html.contains("Arrêter la vente"), reader != Reader::Client, "{} {reader:?}", locale.code());
            assert!(html.contains("art. 33(1)"), "{} {reader:?}", locale.code());
        }
    }
}

#[test]
fn on_an_agencys_paper_its_name_and_colour_stand_and_vigies_nowhere() {
    let (mut read, texts) = read("canary");
    let people = [(1, "Léa".to_owned())];
    read.room.entries.push(Entry { at: at(4), by: Actor::House, event: read.room.entries[3].event.clone() });
    read.review.timeline.push(Line { record: 5, at: at(4), by: Actor::House, kind: "x".to_owned(), mark: true });
    for (head, colour) in [(None, ""), (Letterhead::checked("Marée & Co", "#1A5FB4").ok(), "#1a5fb4;")] {
        read.letterhead = head;
        for locale in Locale::ALL {
            for reader in [Reader::Team, Reader::Short, Reader::Client] {
                let (mut read, words) = (read.clone(), Words::new(locale, "Europe/Paris", at(99)));
                if reader == Reader::Client {
                    read.review.for_client();
                }
                let (brand, people, (read, texts)) = ("Dunes", people.as_slice(), (&read, &texts));
                let html =
                    ReviewPage { words, read, brand, texts, people, reader, linked: true }.render().expect("a page");
                let name = format!("{reader:?} {}", locale.code());
                let is_theirs = read.letterhead.is_some();
                assert_eq!(html.contains("Marée &amp; Co") && html.contains(colour), is_theirs, "{name}");
                assert_eq!(html.contains("Vigie"), !is_theirs && reader == Reader::Team, "{name}");
                assert!(reader != Reader::Client || !html.contains("canary"), "{name}: what the team noted");
            }
        }
    }
    for (name, colour) in [("", "#1a5fb4"), ("Marée", "red"), ("Marée", "#12345"), ("Marée", "#12345;}*{")] {
        assert!(Letterhead::checked(name, colour).is_err(), "{name} {colour}");
    }
}
