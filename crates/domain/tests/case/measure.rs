//! Measures: tested by figures, closed once; a limit that is passed brings the case back, once.

use crate::desk::{AISHA, JEANNE, PAUL, Room, key, minutes, noon, opening, party, sealed, text, words};
use jiff::{SignedDuration, Timestamp};
use vigie_domain::case::event::*;
use vigie_domain::case::measure::{DAY, Day, Observed, progress};
use vigie_domain::case::state::MeasureStage;
use vigie_domain::case::{Command, Event, Refusal, Seen, State, Take};
use vigie_domain::counter::Series;
use vigie_domain::figure::Figure;
use vigie_domain::id::{MentionId, QueryId};

const ILL: Theme = Theme::Series(Series::Negative);

fn days(taken: Timestamp, counts: &[Option<i64>]) -> Observed {
    let until = |at: usize| taken + DAY * i32::try_from(at + 1).unwrap();
    let day = |(at, count): (usize, &Option<i64>)| Day { until: until(at), count: *count, ill: None };
    Observed { days: counts.iter().enumerate().map(day).collect(), part: None }
}

fn take(name: &str, test: Test, due: Option<Timestamp>) -> Command {
    Command::Take(Take { key: key(name), text: text(name), test, owner: Some(party(PAUL)), due, to: None })
}

fn seen(measure: u32, observed: Observed) -> Command {
    Command::Observe(Seen { measures: vec![(measure, observed)], guards: vec![] })
}

fn heard(value: i64) -> Command {
    Command::Observe(Seen { measures: vec![], guards: vec![(1, value)] })
}

/// A crisis in follow-up.
fn calmed() -> Room {
    let mut room = Room::crisis();
    room.now += minutes(60);
    room.by(JEANNE, Command::Step { to: Step::FollowUp, why: Some(text("why")) }).unwrap();
    room
}

/// A case that was repaired: every command of measures, limits and lessons, each carried out.
pub fn repaired() -> Room {
    let mut room = calmed();
    let (taken, week) = (room.now, room.now + SignedDuration::from_hours(24 * 7));
    room.by(JEANNE, take("cooler", Test::Rate { theme: ILL, under: 5, days: 3 }, Some(week))).unwrap();
    room.by(PAUL, take("share", Test::NegativeShare { before: 200, days: 2 }, None)).unwrap();
    room.by(PAUL, take("answers", Test::Answered { share: 900 }, Some(week))).unwrap();
    let call = Take {
        key: key("call"),
        text: text("We call you on Friday."),
        test: Test::Word,
        owner: Some(party(AISHA)),
        due: Some(taken + minutes(120)),
        to: Some(MentionId(9)),
    };
    room.by(AISHA, Command::Take(call)).unwrap();
    room.by(PAUL, take("insurer", Test::Word, None)).unwrap();
    room.by(JEANNE, Command::Guard { key: key("guard"), limit: Limit { theme: ILL, over: 20, hours: 24 } }).unwrap();
    room.by(JEANNE, Command::SetMeasureAside { measure: 5, why: text("why") }).unwrap();
    let counts = [Some(9), Some(4), None, Some(3), Some(2)];
    let asked = [(10, 6), (10, 7), (10, 8), (10, 9), (10, 10)];
    for (day, (all, answered)) in (1_i32..).zip(asked) {
        room.after(DAY);
        let length = usize::try_from(day).unwrap();
        let share = |at: i32| Day { until: taken + DAY * at, count: Some(40), ill: Some(if at < 3 { 20 } else { 7 }) };
        let measures = vec![
            (1, days(taken, &counts[..length])),
            (2, Observed { days: (1..=day).map(share).collect(), part: None }),
            (3, Observed { days: vec![], part: Some((answered, all)) }),
            (4, Observed::default()),
        ];
        // A day that is loud, then calm again.
        let value = if day == 2 { 30 } else { 4 };
        room.house(Command::Observe(Seen { measures, guards: vec![(1, value)] })).unwrap();
        if day == 3 {
            room.by(JEANNE, Command::Step { to: Step::FollowUp, why: Some(text("why")) }).unwrap();
            room.by(AISHA, Command::DoMeasure { measure: 4, result: text("result") }).unwrap();
        }
    }
    for task in room.state.open_tasks().map(|(task, _)| task).collect::<Vec<_>>() {
        room.by(PAUL, Command::SetAside { task, why: text("why") }).unwrap();
    }
    room.by(JEANNE, Command::Step { to: Step::Closed, why: Some(text("why")) }).unwrap();
    learned(&mut room);
    room
}

fn learned(room: &mut Room) {
    for (number, question) in HotWash::ALL.into_iter().enumerate() {
        let (key, text) = (key(&format!("answer-{number}")), text("What I say."));
        room.by(PAUL, Command::Answer { key, question, text }).unwrap();
    }
    let draw = |name: &str| {
        let (key, text, changes) = (key(name), text("lesson"), text("[]"));
        Command::Draw { key, text, changes, records: vec![1, 2] }
    };
    room.by(PAUL, draw("lesson-1")).unwrap();
    room.by(PAUL, draw("lesson-2")).unwrap();
    room.by(JEANNE, Command::Merge { lesson: 1, plan: 5 }).unwrap();
    room.by(JEANNE, Command::ShelveLesson { lesson: 2, why: text("why") }).unwrap();
    room.house(Command::Tested { lesson: 1, drill: key("drill-1") }).unwrap();
}

#[test]
fn a_case_that_was_repaired_is_these_events() {
    let room = repaired();
    assert_eq!(State::of(&room.log), room.state);
    let measures = room.log.iter().filter(|entry| {
        matches!(&entry.event, Event::Measure(_) | Event::Lesson(_) | Event::Course(CourseEvent::Stepped { .. }))
            || matches!(&entry.event, Event::Clock(ClockEvent::Started { of: ClockOf::Measure(_), .. }))
    });
    let bare = |entry: &vigie_domain::case::Entry| {
        let event = serde_json::to_string(&entry.event).unwrap();
        let short = event.split("text:").map(|part| part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
        format!("{} {} {}", entry.at, entry.by, short.collect::<Vec<_>>().join("T"))
    };
    insta::assert_snapshot!(measures.map(bare).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_test_that_holds_closes_its_measure_once() {
    let room = repaired();
    let held = |measure: u32| {
        let is =
            |event: &Event| matches!(event, Event::Measure(MeasureEvent::Held { measure: of, .. }) if *of == measure);
        room.log.iter().filter(|entry| is(&entry.event)).count()
    };
    assert_eq!([held(1), held(2), held(3), held(4)], [1, 1, 1, 0]);
    // Four under five, a day nobody listened, three, two: three days that are known.
    let MeasureStage::Held(at) = room.state.measures[&1].stage else { panic!("not held") };
    assert_eq!((at, room.state.measures[&1].since), (room.now, Some(room.now - DAY * 4)));
    assert!(matches!(room.state.measures[&4].stage, MeasureStage::Done(..)));
    assert!(room.state.clocks.values().all(|clock| !clock.is_open()));
    // Whatever is counted afterwards changes nothing, nor after a restart.
    for mut room in [room.clone(), Room { state: State::of(&room.log), ..room }] {
        let late = days(room.now, &[Some(99)]);
        assert_eq!(room.house(seen(1, late)), Err(Refusal::Over));
    }
}

#[test]
fn a_limit_that_is_passed_brings_the_case_back_once() {
    let mut room = calmed();
    room.by(JEANNE, Command::Guard { key: key("guard"), limit: Limit { theme: ILL, over: 20, hours: 24 } }).unwrap();
    assert_eq!(room.house(heard(20)).unwrap(), []);
    let events = room.house(heard(21)).unwrap();
    let back =
        CourseEvent::Stepped { from: Step::FollowUp, to: Step::Paracrisis, reason: StepReason::Relapse, why: None };
    assert_eq!(events[..2], [MeasureEvent::Passed { guard: 1, value: 21 }.into(), back.into()]);
    // Across a restart too.
    room.state = State::of(&room.log);
    assert_eq!(room.house(heard(40)).unwrap(), []);
    // Back in follow-up while it is still loud: somebody decided so, and it does not come back by that.
    room.by(JEANNE, Command::Step { to: Step::FollowUp, why: Some(text("why")) }).unwrap();
    assert_eq!(room.house(heard(40)).unwrap(), []);
    assert_eq!(room.house(heard(3)).unwrap(), [MeasureEvent::Cleared { guard: 1, value: 3 }.into()]);
    assert_eq!(room.house(heard(22)).unwrap().len() > 1, room.state.course.step == Step::Paracrisis);
    // Before follow-up a limit does nothing.
    let mut room = Room::crisis();
    room.by(JEANNE, Command::Guard { key: key("guard"), limit: Limit { theme: ILL, over: 20, hours: 24 } }).unwrap();
    assert_eq!(room.house(heard(99)).unwrap(), []);
}

#[test]
fn what_stands_in_the_way() {
    let mut room = calmed();
    let refused = |room: &mut Room, test| room.by(PAUL, take("bad", test, None)).err();
    for test in [
        Test::Rate { theme: ILL, under: 0, days: 3 },
        Test::Rate { theme: ILL, under: 3, days: 0 },
        Test::Rate { theme: ILL, under: 3, days: 367 },
        Test::NegativeShare { before: 1001, days: 3 },
        Test::Answered { share: 0 },
    ] {
        assert_eq!(refused(&mut room, test), Some(Refusal::Goal), "{test:?}");
    }
    assert_eq!(
        refused(&mut room, Test::Seen { draft: 9, share: 500 }),
        Some(Refusal::Missing { what: "draft", number: 9 })
    );
    let draft = room.drafted(PAUL, Form::Statement, words("We are checking."));
    assert_eq!(refused(&mut room, Test::Seen { draft, share: 500 }), Some(Refusal::Stage(draft)));
    let past = Some(room.now);
    assert_eq!(room.by(PAUL, take("late", Test::Word, past)), Err(Refusal::Time));
    room.by(PAUL, take("rate", Test::Rate { theme: ILL, under: 5, days: 3 }, None)).unwrap();
    let done = |measure| Command::DoMeasure { measure, result: text("result") };
    assert_eq!(room.by(PAUL, done(1)), Err(Refusal::Tested));
    assert_eq!(room.by(PAUL, done(7)), Err(Refusal::Missing { what: "measure", number: 7 }));
    // Nobody listened: then a word tells.
    room.house(seen(1, days(noon(), &[None]))).unwrap();
    assert!(room.clone().by(PAUL, done(1)).is_ok());
    assert_eq!(room.by(PAUL, Command::SetMeasureAside { measure: 1, why: text("why") }), Err(Refusal::Lead));
    assert_eq!(room.by(JEANNE, seen(1, Observed::default())), Err(Refusal::House));
    for task in room.state.open_tasks().map(|(task, _)| task).collect::<Vec<_>>() {
        room.by(PAUL, Command::SetAside { task, why: text("why") }).unwrap();
    }
    let close = Command::Step { to: Step::Closed, why: Some(text("why")) };
    assert_eq!(room.by(JEANNE, close.clone()), Err(Refusal::OpenMeasures(1)));
    room.by(JEANNE, Command::SetMeasureAside { measure: 1, why: text("why") }).unwrap();
    assert!(room.by(JEANNE, close).is_ok());
    let records = vec![room.state.version + 1];
    let draw = Command::Draw { key: key("l"), text: text("l"), changes: text("[]"), records: records.clone() };
    assert_eq!(room.by(PAUL, draw), Err(Refusal::Missing { what: "record", number: records[0].into() }));
    assert_eq!(
        room.by(PAUL, Command::Merge { lesson: 1, plan: 1 }),
        Err(Refusal::Missing { what: "lesson", number: 1 })
    );
}

#[test]
fn how_a_test_stands() {
    use Standing::{Failed, Holding, Met, Off, Unknown};
    let rate = Test::Rate { theme: ILL, under: 5, days: 3 };
    let stands = |test: &Test, observed: &Observed| {
        let found = progress(test, None, observed, noon());
        (found.standing, found.value, found.held)
    };
    type Row<'a> = (&'a [Option<i64>], (Standing, Figure, u32));
    let rows: [Row<'_>; 8] = [
        (&[], (Unknown(Blind::TooEarly), Figure::Unknown, 0)),
        (&[Some(5)], (Off, Figure::Counted(5), 0)),
        (&[Some(9), Some(4)], (Holding, Figure::Counted(4), 1)),
        (&[Some(4), Some(9), Some(4)], (Holding, Figure::Counted(4), 1)),
        (&[Some(4), None], (Unknown(Blind::NotListened), Figure::Unknown, 1)),
        (&[Some(4), None, Some(0), Some(4)], (Met, Figure::Counted(4), 3)),
        (&[Some(4), Some(4), Some(4), Some(9)], (Off, Figure::Counted(9), 0)),
        (&[Some(9), Some(4), Some(4), Some(4), Some(4)], (Met, Figure::Counted(4), 3)),
    ];
    for (counts, expected) in rows {
        assert_eq!(stands(&rate, &days(noon(), counts)), expected, "{counts:?}");
    }
    let share = |rows: &[(i64, i64)]| {
        let day = |(at, (all, ill)): (usize, &(i64, i64))| Day {
            until: noon() + DAY * i32::try_from(at + 1).unwrap(),
            count: Some(*all),
            ill: Some(*ill),
        };
        let observed = Observed { days: rows.iter().enumerate().map(day).collect(), part: None };
        stands(&Test::NegativeShare { before: 250, days: 2 }, &observed).0
    };
    assert_eq!(share(&[(9, 0)]), Unknown(Blind::TooFew));
    assert_eq!(share(&[(20, 5)]), Holding);
    assert_eq!(share(&[(20, 5), (20, 5)]), Met);
    assert_eq!(share(&[(20, 5), (20, 6)]), Off);
    assert_eq!(share(&[(20, 20), (20, 5), (20, 5)]), Met);
    let answered = |part| stands(&Test::Answered { share: 900 }, &Observed { days: vec![], part }).0;
    let none = [answered(None), answered(Some((0, 0))), answered(Some((8, 9))), answered(Some((9, 10)))];
    assert_eq!(none, [Unknown(Blind::NotObserved), Unknown(Blind::TooFew), Off, Met]);
    // When its time is over what does not hold has failed; what nobody knows stays unknown.
    let late = |counts: &[Option<i64>]| progress(&rate, Some(noon() - DAY), &days(noon(), counts), noon()).standing;
    assert_eq!((late(&[Some(4)]), late(&[Some(9)])), (Failed, Failed));
    assert_eq!((late(&[None]), late(&[Some(1); 3])), (Unknown(Blind::NotListened), Met));
}

#[test]
fn an_offer_that_nobody_follows_is_seen() {
    let mut room = Room::crisis();
    let mention = MentionId(9);
    let what = sealed("A voucher.").reference();
    room.by(PAUL, Command::Offer { key: key("o"), mention, what, cents: None, authorised: party(JEANNE) }).unwrap();
    assert_eq!(room.state.offers_unfollowed(), [mention]);
    let follow = Take { key: key("f"), text: what, test: Test::Word, owner: None, due: None, to: Some(mention) };
    room.by(PAUL, Command::Take(follow)).unwrap();
    assert!(room.state.offers_unfollowed().is_empty());
    // Its clock tells whoever it is of, when the day comes.
    let mut room = Room::team();
    room.open(opening("tap-1", Step::Crisis)).unwrap();
    let due = room.now + minutes(60);
    room.by(AISHA, take("call", Test::Word, Some(due))).unwrap();
    let told = room.after(minutes(60));
    let to_paul =
        |event: &Event| matches!(event, Event::Clock(ClockEvent::Escalated { to, rung: 0, .. }) if *to == party(PAUL));
    assert!(told.iter().any(to_paul), "{told:?}");
}

/// One of each event of measures, limits and lessons, as a golden line has it.
pub fn events() -> Vec<Event> {
    let (theme, at) = (Theme::Series(Series::Negative), noon());
    let tests = [
        Test::Rate { theme, under: 5, days: 7 },
        Test::Rate { theme: Theme::Query(QueryId(3)), under: 1, days: 30 },
        Test::NegativeShare { before: 120, days: 14 },
        Test::Answered { share: 900 },
        Test::Seen { draft: 2, share: 500 },
        Test::Word,
    ];
    let taken = tests.map(|test| MeasureEvent::Taken {
        key: key("measure-1"),
        measure: 1,
        text: text("what"),
        test,
        owner: Some(party(2)),
        due: Some(at),
        to: Some(MentionId(9)),
    });
    let blind = [Blind::TooEarly, Blind::NotListened, Blind::TooFew, Blind::NotObserved].map(Standing::Unknown);
    let standings = [Standing::Met, Standing::Holding, Standing::Off, Standing::Failed, Standing::Word];
    let (value, since) = (Figure::Counted(4), Some(at));
    let turned = standings.into_iter().chain(blind);
    let turned = turned.map(|standing| MeasureEvent::Turned { measure: 1, standing, value, since });
    let share = Figure::Estimated { mid: 110, low: 70, high: 160 };
    let others = [
        MeasureEvent::Held { measure: 1, value: share, since: None },
        MeasureEvent::Done { measure: 1, result: text("result") },
        MeasureEvent::SetAside { measure: 1, why: text("why") },
        MeasureEvent::Guarded { key: key("guard-1"), guard: 1, limit: Limit { theme, over: 20, hours: 24 } },
        MeasureEvent::Passed { guard: 1, value: 21 },
        MeasureEvent::Cleared { guard: 1, value: 3 },
    ];
    let answered =
        HotWash::ALL.map(|question| LessonEvent::Answered { key: key("answer-1"), question, text: text("said") });
    let lessons = [
        LessonEvent::Drawn {
            key: key("lesson-1"),
            lesson: 1,
            text: text("lesson"),
            changes: text("[]"),
            records: vec![4, 9],
        },
        LessonEvent::Merged { lesson: 1, plan: 5 },
        LessonEvent::Tested { lesson: 1, drill: key("drill-2027-01") },
        LessonEvent::Shelved { lesson: 1, why: text("why") },
    ];
    let terms = Terms { start: at, due: at, rests: None, ladder: vec![party(2)], every: 10 };
    let clock = ClockEvent::Started { clock: 1, of: ClockOf::Measure(1), terms, incident: None };
    let measures = taken.into_iter().chain(turned).chain(others).map(Event::from);
    measures.chain(answered.into_iter().chain(lessons).map(Event::from)).chain([clock.into()]).collect()
}
