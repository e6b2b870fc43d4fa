//! The review: a whole one as it is, every number of it recomputed by a script in another language from exported folders alone, and lessons in a plan.

use crate::desk::{JEANNE, Room, key, minutes, noon, sealed, text};
use crate::measure::repaired;
use crate::story::{TEXTS, lived};
use jiff::SignedDuration;
use jiff::civil::date;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Process;
use text::Cause;
use vigie_domain::case::event::{ClockEvent, ClockOf, FactStatus, Terms, Visibility};
use vigie_domain::case::{Actor, Command, Entry, Sealed, lay_out, records};
use vigie_domain::figure::Figure;
use vigie_domain::id::{CaseId, OrganisationId};
use vigie_domain::plan::{Change, Written, changes, check, read};
use vigie_domain::review::{
    Around, Before, Deaf, Done, Gap, LessonError, Moved, Observation, Planned, Ran, Signal, Span, Volumes, Weak, Week,
    Windows, clocks, lesson, review, untested,
};

/// What stood around the story.
fn around() -> Around {
    let span = |from: i64, until: i64, mentions, ill| Span {
        from: noon() + SignedDuration::from_hours(from),
        until: noon() + SignedDuration::from_hours(until),
        mentions,
        ill,
    };
    Around {
        now: noon() + SignedDuration::from_hours(24 * 30),
        signals: vec![
            Signal {
                id: "2-mentions-0".to_owned(),
                onset: noon() - minutes(47),
                alerted: Some(noon() - minutes(4)),
                acknowledged: Some(noon() + minutes(9)),
            },
            Signal { id: "2-other".to_owned(), onset: noon() - minutes(600), alerted: None, acknowledged: None },
        ],
        planned: vec![
            Planned { action: "stop".to_owned(), within: Some(15) },
            Planned { action: "insurer".to_owned(), within: None },
        ],
        volumes: Some(Volumes {
            before: span(-14 * 24, 0, Some(280), Some(28)),
            during: span(0, 72, Some(960), Some(520)),
            after: Some(span(72, 72 + 24 * 14, Some(300), Some(41))),
        }),
        wrote: Figure::AtLeast(37),
        deaf: vec![Deaf { source: "reviews".to_owned(), minutes: 95 }],
        windows: vec![
            Windows {
                draft: 1,
                before: span(-24, 0, Some(400), Some(220)),
                after: Some(span(0, 24, Some(380), Some(140))),
                stories: true,
            },
            Windows { draft: 2, before: span(-23, 1, Some(9), Some(9)), after: None, stories: false },
        ],
        before: Some(Before {
            from: noon() - SignedDuration::from_hours(28 * 24),
            until: noon() - minutes(4),
            cause: Some(Cause::Safety),
            signals: vec![
                weak("2-notice", 9, Some(noon() - SignedDuration::from_hours(8 * 24))),
                weak("2-quiet", 3, None),
            ],
            complaints: Some([20, 12, 2].map(|days| noon() - SignedDuration::from_hours(days * 24)).to_vec()),
            weeks: vec![Week { from: noon() - minutes(10_080), until: noon(), mentions: Some(2) }],
        }),
    }
}

fn weak(id: &str, days: i64, dismissed: Option<jiff::Timestamp>) -> Weak {
    let onset = noon() - SignedDuration::from_hours(days * 24);
    Weak { id: id.to_owned(), level: "notice".to_owned(), onset, dismissed }
}

/// Nothing is known but the log.
fn alone() -> Around {
    let now = noon() + SignedDuration::from_hours(24 * 30);
    let (signals, planned, deaf, windows) = (vec![], vec![], vec![], vec![]);
    Around { now, signals, planned, volumes: None, wrote: Figure::Unknown, deaf, windows, before: None }
}

#[test]
fn a_whole_review_is_this() {
    let found = review(&lived().log, &around());
    insta::assert_snapshot!(serde_json::to_string_pretty(&found).unwrap());
}

#[test]
fn what_the_review_says_of_the_story() {
    let room = lived();
    let found = review(&room.log, &around());
    // 47 minutes before the first tap, an alert 43 minutes later, acknowledged 13 minutes after that.
    assert_eq!((found.times.onset_to_alert, found.times.alert_to_acknowledged), (Some(43 * 60), Some(13 * 60)));
    assert_eq!(found.times.opened_to_holding, Some(32 * 60));
    let missed: Vec<&Observation> = found.improve.iter().map(|finding| &finding.observed).collect();
    assert!(missed.iter().any(|it| matches!(it, Observation::ClockMissed { .. })), "{missed:?}");
    assert!(missed.contains(&&Observation::ActionSkipped { action: "insurer".to_owned() }));
    assert!(missed.contains(&&Observation::Fell { texts: 1 }));
    let volume = found.volumes.unwrap();
    assert_eq!((volume.rose, volume.stayed), (Moved::Up, Moved::NotApart));
    assert!(found.unknown.contains(&Gap::Deaf(Deaf { source: "reviews".to_owned(), minutes: 95 })));
    // A day of complaints, then a calmer one: told, with how many other texts were out; nine mentions are too few, and a day that is not over is none.
    let followed: Vec<_> =
        found.followed.iter().map(|it| (it.draft, it.moved, it.after.is_some(), it.stories)).collect();
    assert_eq!(followed[0], (1, Moved::Down, true, true), "{followed:?}");
    assert!(followed[1..].iter().all(|it| it.1 == Moved::Unknown), "{followed:?}");
    // A notice that was dismissed and three complaints stood before, the first of them twenty days ago.
    let earlier = found.earlier.as_ref().unwrap();
    assert_eq!((earlier.dismissed, earlier.stood, earlier.complaints), (1, 1, Some(3)));
    assert_eq!(earlier.sooner, Some(20 * 86_400 - 4 * 60));
    assert!(missed.contains(&&Observation::Dismissed { signals: 1 }));
    assert!(missed.contains(&&Observation::Complained { complaints: 3 }));
    // Each finding rests on records that there are, but for what the plan asks for and nobody did.
    for finding in found.strengths.iter().chain(&found.improve) {
        let never = matches!(finding.observed, Observation::ActionSkipped { .. });
        assert!(never || !finding.records.is_empty(), "{finding:?}");
        assert!(finding.records.iter().all(|record| (1..=found.records).contains(record)));
    }
    // Without what stood around it, what is not in the log is said to be not known.
    let bare = review(&room.log, &alone());
    for gap in [Gap::Onset, Gap::Alert, Gap::Acknowledged, Gap::Volumes, Gap::Wrote] {
        assert!(bare.unknown.contains(&gap), "{gap:?}");
    }
    assert_eq!((bare.times.onset_to_alert, bare.volumes), (None, None));
    assert_eq!(review(&[], &alone()).unknown.len(), 8);
}

#[test]
fn what_the_review_says_of_repair() {
    let found = review(&repaired().log, &alone());
    assert_eq!(found.relapses, 1);
    assert_eq!((found.hot_wash.len(), found.lessons.len(), found.measures.len()), (4, 2, 5));
    assert!(found.strengths.iter().any(|it| it.observed == Observation::Repaired { measures: 3 }));
    assert!(found.improve.iter().any(|it| it.observed == Observation::Relapsed { times: 1 }));
    let late = |it: &vigie_domain::review::Clocked| matches!(it.ran, Ran::Late(_) | Ran::Missed(_));
    assert!(found.clocks.iter().any(late));
    assert!(found.tasks.iter().all(|task| task.done != Done::Done));
}

/// A clock that was missed, stood still, ran again and was met; and one that was met while it stood still.
fn paused() -> Vec<Entry> {
    let at =
        |after: i64, event: ClockEvent| Entry { at: noon() + minutes(after), by: Actor::House, event: event.into() };
    let started = |clock: u32| {
        let (start, due) = (noon(), noon() + minutes(30));
        let terms = Terms { start, due, rests: None, ladder: vec![], every: 10 };
        at(0, ClockEvent::Started { clock, of: ClockOf::Task(clock), terms, incident: None })
    };
    let met = |after: i64, clock: u32| at(after, ClockEvent::Met { clock, why: None, capture: None });
    let pause = |after: i64, clock: u32| at(after, ClockEvent::Paused { clock, why: text("Wait.") });
    vec![
        started(1),
        started(2),
        pause(20, 2),
        at(30, ClockEvent::Missed { clock: 1 }),
        pause(40, 1),
        at(50, ClockEvent::Resumed { clock: 1, due: noon() + minutes(90) }),
        met(60, 1),
        met(70, 2),
    ]
}

#[test]
fn a_pause_takes_no_missed_clock_back_and_stops_what_is_left() {
    let log = paused();
    let ran = |log: &[Entry]| clocks(log, noon() + minutes(80)).into_iter().map(|it| it.ran).collect::<Vec<_>>();
    assert_eq!(ran(&log), [Ran::Late(30 * 60), Ran::Met(10 * 60)]);
    assert_eq!(ran(&log[..5]), [Ran::Missed(50 * 60), Ran::Paused], "missed, and paused since");
}

/// Exported as `vigie case export` does, with what stood around it and the review beside.
fn export(folder: &Path, log: &[Entry], around: &Around) {
    fs::create_dir_all(folder).unwrap();
    let texts: Vec<Sealed> = TEXTS.iter().map(|text| sealed(text)).collect();
    let (organisation, case) = (OrganisationId(1), CaseId(7));
    let records = records(organisation, case, None, log).unwrap();
    let laid = lay_out(organisation, case, &records, &texts, vec![], &[7; 32]).unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    write("manifest.json", &laid.manifest);
    write("events.jsonl", &laid.events);
    write("texts.jsonl", &laid.texts);
    write("around.json", &serde_json::to_vec(around).unwrap());
    write("review.json", &serde_json::to_vec(&review(log, around)).unwrap());
}

/// Runs the script; what it says, and whether it found every number.
fn recompute(folders: &[PathBuf]) -> (bool, String) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/case/recompute.py");
    let ran = Process::new("python3").arg(script).args(folders).output().expect("python3 recomputes the review");
    let said = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
    (ran.status.success(), said)
}

#[test]
fn every_number_of_a_review_is_recomputed_from_its_folder_alone() {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("review");
    let _ = fs::remove_dir_all(&home);
    let mut folders = Vec::new();
    for (name, log) in [("lived", lived().log), ("repaired", repaired().log), ("paused", paused())] {
        // As it was read at every moment of its way.
        for length in (0..=log.len()).rev().step_by(5) {
            for (beside, around) in [("around", around()), ("alone", alone())] {
                let folder = home.join(format!("{name}-{length}-{beside}"));
                export(&folder, &log[..length], &around);
                folders.push(folder);
            }
        }
    }
    let (right, said) = recompute(&folders);
    assert!(right, "{said}");
    let numbers: usize = said.split_whitespace().find_map(|word| word.parse().ok()).unwrap();
    assert!(folders.len() > 50 && numbers > 3_000, "{} folders: {said}", folders.len());
    // The script would see a number that is not so.
    let wrong = &folders[0].join("review.json");
    let changed = fs::read_to_string(wrong).unwrap().replacen("\"late\":", "\"late\":1", 1);
    fs::write(wrong, changed).unwrap();
    let (right, said) = recompute(&folders[..1]);
    assert!(!right && said.contains("clocks"), "{said}");
}

#[test]
fn a_lesson_is_a_plan_that_passes_and_says_where_it_comes_from() {
    let (plan, today) = (include_str!("../plan/team.toml"), date(2026, 11, 24));
    let change = |section: &str, id: &str, field: &str, to: Written| Change {
        section: section.to_owned(),
        id: Some(id.to_owned()),
        field: Some(field.to_owned()),
        from: None,
        to: Some(to),
    };
    let sooner = change("action", "stop", "within", Written::Text("5 min".to_owned()));
    let named = (CaseId(7), 1, "We stopped selling too late.");
    let better = lesson(plan, std::slice::from_ref(&sooner), named, today, None).unwrap();
    // The comment beside what was changed stays.
    assert!(better.contains("within = \"5 min\" # at once"), "{better}");
    let (read_again, found) = read(&better, None);
    assert_eq!(untested(&read_again), ["case-7-1"]);
    let codes: Vec<&str> = check(&read_again, found, today).iter().map(|finding| finding.code.code()).collect();
    assert_eq!(codes, ["untested-lesson"]);
    let (said, _) = changes(plan, &better);
    let fields: Vec<_> = said.iter().map(|one| (one.section.as_str(), one.field.as_deref())).collect();
    let lesson_says = [None, Some("changes"), Some("review"), Some("text")].map(|field| ("lesson", field));
    assert_eq!(fields, [vec![("action", Some("within"))], lesson_says.to_vec()].concat());
    assert_eq!(read_again.lessons[0].body.changes, ["action.stop"]);
    // A drill tries it: the flag goes.
    let tested = change("lesson", "case-7-1", "tested", Written::Text("drill-2027-01".to_owned()));
    let tried = vigie_domain::plan::apply(&better, &[tested]).unwrap();
    assert!(untested(&read(&tried, None).0).is_empty());
    // What breaks the plan, or changes nothing, is none.
    let nobody = change("action", "stop", "responsible", Written::Text("nobody".to_owned()));
    let broken = lesson(plan, &[nobody], named, today, None);
    assert!(matches!(&broken, Err(LessonError::Breaks(found)) if found.len() == 1), "{broken:?}");
    assert_eq!(lesson(&better, &[sooner], named, today, None), Err(LessonError::Nothing));
}

#[test]
fn the_review_holds_no_word_that_somebody_typed() {
    let mut room: Room = lived();
    let (key, text, visibility) = (key("late"), text("CANARY of the team"), Visibility::Internal);
    room.by(JEANNE, Command::Note { key, text, visibility, mentions: vec![] }).unwrap();
    let written = serde_json::to_string(&review(&room.log, &around())).unwrap();
    assert!(!written.contains("CANARY"));
    assert!(TEXTS.iter().all(|text| !written.contains(text)));
    // A client's names no text at all, not even by what stands for it.
    for room in [lived(), repaired()] {
        let mut client = review(&room.log, &around());
        assert!(serde_json::to_string(&client).unwrap().contains("text:") || client.lessons.is_empty());
        client.for_client();
        let written = serde_json::to_string(&client).unwrap();
        assert!(!written.contains("text:") && !written.contains("member"), "{written}");
        assert!(
            !written.contains("reviews") && written.contains("\"minutes\":95"),
            "a deaf source has no name: {written}"
        );
        let (speech, answers) = (&client.speech, &client.answers);
        let numbers = speech.mixed.len() + speech.despite.len() + speech.fell.len() + answers.records.len();
        assert_eq!((numbers, client.times.opened.unwrap().record), (0, None));
    }
    assert!(room.state.facts.values().any(|fact| fact.status == FactStatus::Known));
}
