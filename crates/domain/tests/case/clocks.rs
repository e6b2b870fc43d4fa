//! Clocks and legal terms: nights, pauses, escalation, month ends, leap days, summer time.

use crate::desk::{AISHA, JEANNE, PAUL, Room, capture, key, minutes, noon, opening, party, text};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use text::{Cause, Harm};
use vigie_domain::assess::{Clocks, Severity, matters};
use vigie_domain::case::clock::{counts_between, runs_out};
use vigie_domain::case::event::{ClockEvent, ClockOf, Opening, Step};
use vigie_domain::case::legal::{Answer, Matter, Start, by_code, terms};
use vigie_domain::case::state::Run;
use vigie_domain::case::triage::{Answers, Known, Loudness, Responsibility, Who, advise};
use vigie_domain::case::{Actor, Capture, Command, Declare, Event, Refusal, State};
use vigie_domain::id::{CaseId, MentionId, PersonId};
use vigie_domain::organisation::Role;
use vigie_domain::plan::{Channel, ClockKind, Posture};

fn at(written: &str) -> Timestamp {
    written.parse().unwrap()
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

/// Minute by minute: those between 22:00 and 07:00 on the wall do not count.
fn naive(start: Timestamp, length: i64, zone: &TimeZone) -> Timestamp {
    let (mut now, mut left) = (start, length);
    while left > 0 {
        let hour = now.to_zoned(zone.clone()).hour();
        if (7..22).contains(&hour) {
            left -= 1;
        }
        now += minutes(1);
    }
    now
}

proptest! {
    #[test]
    fn a_clock_that_rests_counts_the_minutes_awake(
        start in 0_i64..525_600,
        length in 1_i64..6_000,
        zone in prop::sample::select(vec!["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]),
    ) {
        let zone = TimeZone::get(zone).unwrap();
        let start = at("2026-01-01T00:00:00Z") + minutes(start);
        let due = runs_out(start, minutes(length), Some(&zone));
        prop_assert_eq!(due, naive(start, length, &zone));
        // A pause takes away what is left, and gives it back.
        prop_assert_eq!(counts_between(start, due, Some(&zone)), minutes(length));
        let middle = start + minutes(length / 2);
        let left = counts_between(middle, due, Some(&zone));
        prop_assert_eq!(runs_out(middle, left, Some(&zone)), if left.is_zero() { middle_awake(middle, &zone) } else { due });
    }
}

/// Nothing left runs out at the next moment awake.
fn middle_awake(at: Timestamp, zone: &TimeZone) -> Timestamp {
    let mut now = at;
    while !(7..22).contains(&now.to_zoned(zone.clone()).hour()) {
        now += minutes(1);
    }
    now
}

#[test]
fn the_nights_in_which_summer_time_begins_and_ends_are_as_long_as_they_are() {
    let paris = zone("Europe/Paris");
    // 21:00 and two hours awake: one in the evening, one from seven.
    for (start, due) in [
        ("2026-03-28T20:00:00Z", "2026-03-29T06:00:00Z"),
        ("2026-10-24T19:00:00Z", "2026-10-25T07:00:00Z"),
        ("2026-11-24T20:00:00Z", "2026-11-25T07:00:00Z"),
    ] {
        assert_eq!(runs_out(at(start), minutes(120), Some(&paris)), at(due), "{start}");
    }
    assert_eq!(runs_out(at("2026-03-28T20:00:00Z"), minutes(120), None), at("2026-03-28T22:00:00Z"));
}

#[test]
fn legal_terms_at_month_ends_leap_days_and_when_the_clock_changes() {
    let table = [
        // 72 hours are hours: over the change of the clock, the end of the year, Sunday.
        ("gdpr-33", "2026-03-27T22:30:00Z", "Europe/Paris", "2026-03-30T22:30:00Z"),
        ("gdpr-33", "2026-12-31T23:59:00Z", "Europe/Paris", "2027-01-03T23:59:00Z"),
        ("uk-gdpr-33", "2028-02-27T12:00:00Z", "Europe/London", "2028-03-01T12:00:00Z"),
        // Three months: as the day with that number begins, in the place's own time.
        ("fr-press-65", "2026-11-24T13:00:00Z", "Europe/Paris", "2027-02-23T23:00:00Z"),
        ("fr-press-65", "2026-01-15T13:00:00Z", "Europe/Paris", "2026-04-14T22:00:00Z"),
        // The day that is not in the month: its last one. In a leap year another.
        ("fr-press-65", "2026-11-30T13:00:00Z", "Europe/Paris", "2027-02-27T23:00:00Z"),
        ("fr-press-65", "2027-11-30T13:00:00Z", "Europe/Paris", "2028-02-28T23:00:00Z"),
        ("fr-press-65", "2026-12-31T13:00:00Z", "Europe/Paris", "2027-03-30T22:00:00Z"),
        // Late in the evening in London it is tomorrow in Paris.
        ("fr-press-65", "2026-11-24T23:30:00Z", "Europe/Paris", "2027-02-24T23:00:00Z"),
        ("gb-limitation-4a", "2028-02-29T10:00:00Z", "Europe/London", "2029-02-28T00:00:00Z"),
        ("fr-press-65-3", "2026-06-30T10:00:00Z", "Europe/Paris", "2027-06-29T22:00:00Z"),
        ("fr-reply-online-owed", "2026-02-26T17:00:00Z", "Europe/Paris", "2026-02-28T23:00:00Z"),
        ("eu-food-19", "2026-11-24T13:00:00Z", "Europe/Paris", "2026-11-24T13:00:00Z"),
        // A zone in which midnight was left out that day.
        ("fr-reply-online-owed", "2023-04-25T12:00:00Z", "Africa/Cairo", "2023-04-27T22:00:00Z"),
    ];
    for (code, start, place, due) in table {
        assert_eq!(by_code(code).unwrap().deadline(at(start), &zone(place)), at(due), "{code} from {start}");
    }
}

#[test]
fn where_nothing_is_known_it_says_so() {
    let known = |country: &str, matter| match terms(Some(country), matter) {
        Answer::Known(terms) => terms.iter().map(|term| term.code).collect(),
        Answer::AskCounsel => vec!["?"],
    };
    for (country, code) in
        [("FR", "gdpr-33"), ("nl", "gdpr-33"), ("NO", "gdpr-33"), ("GB", "uk-gdpr-33"), ("CH", "?"), ("US", "?")]
    {
        assert_eq!(known(country, Matter::DataBreach), [code], "{country}");
    }
    for (country, code) in
        [("FR", "fr-press-65"), ("NL", "nl-sr-66"), ("DE", "de-stgb-77b"), ("BE", "?"), ("ES", "?"), ("", "?")]
    {
        assert_eq!(known(country, Matter::PressOffence), [code], "{country}");
    }
    assert_eq!(terms(None, Matter::DataBreach), Answer::AskCounsel);
    assert_eq!(known("FR", Matter::RightOfReply), ["fr-reply-13", "fr-reply-online"]);
}

fn declare(
    name: &str,
    incident: Option<u32>,
    matter: Matter,
    start: Start,
    since: &str,
    capture: Option<Capture>,
) -> Command {
    let (key, since, why) = (key(name), at(since), text("The host wrote to us."));
    Command::Declare(Declare { key, incident, matter, start, since, why, capture })
}

fn breach(name: &str, incident: Option<u32>, since: &str) -> Command {
    declare(name, incident, Matter::DataBreach, Start::Awareness, since, None)
}

#[test]
fn two_breaches_are_two_clocks() {
    let mut room = Room::crisis();
    room.by(PAUL, breach("a", None, "2026-11-24T10:00:00Z")).unwrap();
    room.by(PAUL, breach("b", None, "2026-11-24T12:00:00Z")).unwrap();
    let open = |room: &Room| -> Vec<(Option<u32>, Timestamp)> {
        let open = room.state.clocks.values().filter(|it| it.is_open() && matches!(it.of, ClockOf::Legal(_)));
        open.map(|clock| (clock.incident, clock.terms.due)).collect()
    };
    let (first, second) = (at("2026-11-27T10:00:00Z"), at("2026-11-27T12:00:00Z"));
    assert_eq!(open(&room), [(Some(1), first), (Some(2), second)]);
    // One is met; the other runs on, and an earlier hour of it moves nothing but itself.
    let clock = room.state.open_term("gdpr-33", Some(1)).unwrap().0;
    room.by(PAUL, Command::Meet { clock, why: Some(text("why")), capture: None }).unwrap();
    room.by(PAUL, breach("c", Some(2), "2026-11-24T11:00:00Z")).unwrap();
    assert_eq!(open(&room), [(Some(2), at("2026-11-27T11:00:00Z"))]);
    // What was met is met, whoever finds out later that it began earlier.
    room.by(AISHA, breach("m", Some(1), "2026-11-24T08:00:00Z")).unwrap();
    assert_eq!(open(&room).len(), 1);
    let missing = Err(Refusal::Missing { what: "incident", number: 3 });
    assert_eq!(room.by(PAUL, breach("d", Some(3), "2026-11-24T11:00:00Z")), missing);
    // An incident is of one matter.
    let food = declare("e", Some(2), Matter::UnsafeFood, Start::Awareness, "2026-11-24T11:00:00Z", None);
    assert_eq!(room.by(PAUL, food), Err(Refusal::Missing { what: "incident", number: 2 }));
}

#[test]
fn a_term_that_counts_from_something_else_says_from_what() {
    let mut room = Room::crisis();
    let since = "2026-11-24T11:00:00Z";
    let raw = Some(capture("post 9"));
    for (matter, wrong, needs) in [
        (Matter::DataBreach, Start::Publication, Start::Awareness),
        (Matter::DataBreach, Start::Demand, Start::Awareness),
        (Matter::PressOffence, Start::Awareness, Start::Publication),
        (Matter::RightOfReplyOwed, Start::Awareness, Start::Demand),
    ] {
        let refused = room.by(PAUL, declare("a", None, matter, wrong, since, raw));
        assert_eq!(refused, Err(Refusal::Start(vec![needs])), "{matter:?} from {wrong:?}");
        assert!(room.by(PAUL, declare(&format!("{matter:?}"), None, matter, needs, since, raw)).is_ok());
    }
    assert!(room.state.declared.iter().all(|declared| declared.known));
}

#[test]
fn a_legal_term_runs_from_what_a_named_person_declared() {
    let mut room = Room::crisis();
    assert_eq!(room.house(breach("a", None, "2026-11-24T12:00:00Z")), Err(Refusal::Person));
    assert_eq!(room.by(PAUL, breach("a", None, "2026-11-24T13:00:01Z")), Err(Refusal::Time));
    room.by(PAUL, breach("a", None, "2026-11-24T12:00:00Z")).unwrap();
    let due = |room: &Room, code: &str, incident| room.state.open_term(code, Some(incident)).map(|it| it.1.terms.due);
    assert_eq!(due(&room, "gdpr-33", 1), Some(at("2026-11-27T12:00:00Z")));
    assert_eq!(room.by(PAUL, breach("a", None, "2026-11-24T12:00:00Z")), Ok(vec![]));
    assert_eq!(room.by(PAUL, breach("b", Some(1), "2026-11-24T12:00:00Z")), Ok(vec![]));
    // Another says that it was known before: the earlier deadline counts; that it was later moves nothing.
    room.by(AISHA, breach("c", Some(1), "2026-11-24T10:00:00Z")).unwrap();
    room.by(AISHA, breach("d", Some(1), "2026-11-24T12:30:00Z")).unwrap();
    assert_eq!(due(&room, "gdpr-33", 1), Some(at("2026-11-27T10:00:00Z")));
    assert_eq!(room.state.declared.len(), 3);
    // What was published is proved.
    let press = |capture| declare("e", None, Matter::PressOffence, Start::Publication, "2026-11-20T12:00:00Z", capture);
    assert_eq!(room.by(PAUL, press(None)), Err(Refusal::Source));
    room.by(PAUL, press(Some(capture("post 9")))).unwrap();
    assert_eq!(due(&room, "fr-press-65", 2), Some(at("2027-02-19T23:00:00Z")));
    // It neither pauses nor lets the case be closed.
    let clock = room.state.open_clock(&ClockOf::Legal("gdpr-33".to_owned())).unwrap().0;
    assert_eq!(room.by(JEANNE, Command::Pause { clock, why: text("why") }), Err(Refusal::NeverPauses));
    // That it was met is said in words, or shown.
    let meet = |why, capture| Command::Meet { clock, why, capture };
    assert_eq!(room.by(JEANNE, meet(None, None)), Err(Refusal::Proof));
    let told = (Some(text("Told the authority, file 12.")), Some(capture("receipt")));
    for (why, proof) in [(told.0, None), (None, told.1)] {
        let mut room = room.clone();
        room.by(JEANNE, meet(why, proof)).unwrap();
        assert_eq!((room.state.clocks[&clock].why, room.state.clocks[&clock].proof), (why, proof));
    }
    room.by(JEANNE, Command::Step { to: Step::FollowUp, why: Some(text("why")) }).unwrap();
    let close = Command::Step { to: Step::Closed, why: Some(text("why")) };
    assert!(matches!(room.by(JEANNE, close.clone()), Err(Refusal::LegalTerm(_))));
    // No term is known there: the case says that counsel is to be asked.
    let mut open = opening("tap-1", Step::Crisis);
    open.country = Some("US".to_owned());
    let mut abroad = Room::team();
    abroad.open(open).unwrap();
    abroad.by(PAUL, breach("a", None, "2026-11-24T12:00:00Z")).unwrap();
    assert!(!abroad.state.declared[0].known);
    assert!(!abroad.state.clocks.values().any(|clock| matches!(clock.of, ClockOf::Legal(_))));
}

#[test]
fn a_clock_that_runs_out_climbs_its_ladder_once() {
    let mut room = Room::crisis();
    let told = |events: &[Event]| -> Vec<(u32, i64)> {
        let escalated = events.iter().filter_map(|event| match event {
            Event::Clock(ClockEvent::Escalated { clock, rung, to }) if *clock == 1 => Some((*rung, *to)),
            _ => None,
        });
        escalated
            .map(|(rung, to)| {
                (
                    rung,
                    if to == party(JEANNE) {
                        JEANNE
                    } else if to == party(PAUL) {
                        PAUL
                    } else {
                        AISHA
                    },
                )
            })
            .collect()
    };
    assert_eq!(told(&room.after(minutes(29))), []);
    // The first assessment: Paul, then Jeanne who stands in for him, each ten minutes (the plan escalates after 15).
    assert_eq!(told(&room.after(minutes(1))), [(0, PAUL)]);
    assert_eq!(told(&room.after(minutes(14))), []);
    assert_eq!(told(&room.after(minutes(1))), [(1, JEANNE)]);
    assert_eq!(told(&room.after(minutes(0))), []);
    // The server was down for a day: each is told once.
    assert_eq!(told(&room.after(minutes(24 * 60))), [(2, AISHA)]);
    assert_eq!(told(&room.after(minutes(24 * 60))), []);
    assert!(room.state.clocks[&1].missed.is_some());
    let meet = Command::Meet { clock: 1, why: None, capture: None };
    room.by(JEANNE, meet.clone()).unwrap();
    assert_eq!(room.by(JEANNE, meet), Ok(vec![]));
}

#[test]
fn each_channel_has_its_window() {
    let reply = |name: &str, channel: &str, due: &str| {
        format!(
            "\n[clock.{name}]\nkind = \"reply\"\n{channel}due = \"{due}\"\nowner = \"social-manager\"\nfallback = \"lead\"\n"
        )
    };
    let windows = reply("reply", "", "24 h") + &reply("reply-x", "channel = \"x\"\n", "1 h");
    let mut room = Room::new(&(crate::desk::team_plan() + &windows), &[("jeanne", JEANNE), ("paul", PAUL)]);
    room.open(opening("tap-1", Step::Crisis)).unwrap();
    let cases = [(1, Some(Channel::X), 60), (2, Some(Channel::Review), 24 * 60), (3, None, 24 * 60)];
    for (mention, channel, due) in cases {
        let (mention, published) = (MentionId(mention), noon() - minutes(10));
        room.by(PAUL, Command::Claim { mention, published, channel }).unwrap();
        let (_, clock) = room.state.open_clock(&ClockOf::Reply(mention)).unwrap();
        assert_eq!(clock.terms.due, published + minutes(due), "{channel:?}");
    }
    // Elsewhere in the plan a clock has no channel.
    let (_, found) = vigie_domain::plan::read("[clock.first]\nkind = \"first-assessment\"\nchannel = \"x\"\n", None);
    assert!(found.iter().any(|finding| finding.code == vigie_domain::plan::Code::UnknownField), "{found:?}");
}

#[test]
fn a_pause_keeps_what_is_left_and_a_promise_does_not_pause() {
    let mut room = Room::crisis();
    let clock = room.state.open_clock(&ClockOf::Plan(ClockKind::TeamAssembled)).unwrap().0;
    room.now += minutes(20);
    room.by(JEANNE, Command::Pause { clock, why: text("why") }).unwrap();
    let events = room.after(minutes(300));
    assert!(!events.contains(&ClockEvent::Missed { clock }.into()));
    room.by(JEANNE, Command::Resume { clock }).unwrap();
    assert_eq!(room.state.clocks[&clock].terms.due, room.now + minutes(25));
    assert_eq!(room.by(JEANNE, Command::Resume { clock }), Ok(vec![]));
    let holding = room.state.open_clock(&ClockOf::Plan(ClockKind::Holding)).unwrap().0;
    assert_eq!(room.by(JEANNE, Command::Pause { clock: holding, why: text("why") }), Err(Refusal::NeverPauses));
    assert_eq!(room.by(JEANNE, Command::Promise { until: room.now }), Err(Refusal::Time));
    let promise = |room: &mut Room, in_minutes| {
        let until = room.now + minutes(in_minutes);
        room.by(JEANNE, Command::Promise { until }).unwrap();
        until
    };
    promise(&mut room, 60);
    let until = promise(&mut room, 90);
    let (next, found) = room.state.open_clock(&ClockOf::Plan(ClockKind::NextUpdate)).unwrap();
    assert_eq!(found.terms.due, until);
    assert_eq!(room.by(JEANNE, Command::Pause { clock: next, why: text("why") }), Err(Refusal::NeverPauses));
    // What was promised stays promised when the case calms down.
    room.by(JEANNE, Command::Step { to: Step::FollowUp, why: Some(text("why")) }).unwrap();
    assert_eq!(room.state.clocks[&next].run, Run::Running);
    assert_eq!(room.state.clocks[&clock].run, Run::Dropped);
}

#[test]
fn the_start_of_it_is_not_the_time_of_the_report() {
    let room = Room::crisis();
    assert_eq!((room.state.course.began.clone(), room.state.opened.map(|(at, _)| at)), (None, Some(noon())));
    let mut room = Room::team();
    let mut open = opening("tap-1", Step::Crisis);
    open.began = Some(crate::desk::began("2026-11-23T17:00:00Z"));
    room.open(open).unwrap();
    let later = Command::Began { began: crate::desk::began("2026-11-24T13:00:01Z"), why: text("why") };
    assert_eq!(room.by(PAUL, later), Err(Refusal::Time));
    assert_eq!(room.state.course.began.as_ref().map(|began| began.at), Some(at("2026-11-23T17:00:00Z")));
}

#[test]
fn the_rules_of_the_theory() {
    use Responsibility::{Accidental, Preventable, Unknown, Untrue, Victim};
    let table = [
        (Unknown, Known::No, Posture::Inform),
        (Unknown, Known::Yes, Posture::Inform),
        (Untrue, Known::No, Posture::Deny),
        (Victim, Known::No, Posture::Inform),
        (Victim, Known::Unknown, Posture::Inform),
        (Victim, Known::Yes, Posture::Diminish),
        (Accidental, Known::No, Posture::Diminish),
        (Accidental, Known::Yes, Posture::Rebuild),
        (Preventable, Known::No, Posture::Rebuild),
        (Preventable, Known::Yes, Posture::Rebuild),
    ];
    for (responsibility, history, posture) in table {
        let advice = advise(&Answers { responsibility, history, hurt: Known::No, ..Answers::default() });
        assert_eq!(advice.posture, posture, "{responsibility:?} {history:?}");
        assert!(!advice.guideline.quoted().is_empty());
        assert!(!(advice.bolster && posture == Posture::Inform));
    }
    let hurt = advise(&Answers { hurt: Known::Yes, who: Who::One, ..Answers::default() });
    assert_eq!((hurt.safety_first, hurt.bolster, hurt.loudness), (true, false, Loudness::Everywhere));
    let whisper = advise(&Answers { hurt: Known::No, responsibility: Untrue, ..Answers::default() });
    assert_eq!(whisper.loudness, Loudness::Nothing);
}

#[test]
fn graver_answers_are_never_quieter_and_never_less_sorry() {
    let known = [Known::No, Known::Unknown, Known::Yes];
    let who = [Who::One, Who::Some, Who::Many, Who::Press];
    let by = [Responsibility::Victim, Responsibility::Accidental, Responsibility::Preventable];
    let sorry = |posture| match posture {
        Posture::Deny => 0,
        Posture::Inform | Posture::Bolster => 1,
        Posture::Diminish => 2,
        Posture::Rebuild => 3,
    };
    let all: Vec<Answers> = known
        .iter()
        .flat_map(|hurt| known.iter().map(move |history| (*hurt, *history)))
        .flat_map(|(hurt, history)| known.iter().map(move |vivid| (hurt, history, *vivid)))
        .flat_map(|(hurt, history, vivid)| who.iter().map(move |who| (hurt, history, vivid, *who)))
        .flat_map(|(hurt, history, vivid, who)| {
            let cause = Some(Cause::Quality);
            by.iter().map(move |responsibility| Answers {
                hurt,
                cause,
                responsibility: *responsibility,
                history,
                vivid,
                who,
            })
        })
        .collect();
    assert_eq!(all.len(), 324);
    for less in &all {
        for more in &all {
            let graver = more.hurt >= less.hurt
                && more.history >= less.history
                && more.vivid >= less.vivid
                && more.who >= less.who
                && more.responsibility >= less.responsibility;
            if graver {
                let (less_advice, more_advice) = (advise(less), advise(more));
                assert!(more_advice.loudness >= less_advice.loudness, "{less:?} {more:?}");
                assert!(sorry(more_advice.posture) >= sorry(less_advice.posture), "{less:?} {more:?}");
            }
        }
    }
}

#[test]
fn no_tick_is_needed_before_the_next_one_and_that_one_brings_something() {
    let told = crate::story::lived();
    let mut with = 0;
    // After whole decisions: in the middle of one nobody looks.
    let mut again = Room { log: Vec::new(), state: State::default(), asked: Vec::new(), ..told.clone() };
    let mut ends = Vec::new();
    for (now, by, role, command) in &told.asked {
        again.now = *now;
        again.ask(*by, *role, command).unwrap();
        ends.push(again.log.len());
    }
    assert_eq!(again.log, told.log);
    for length in ends {
        let mut room = Room { state: State::of(&told.log[..length]), log: told.log[..length].to_vec(), ..told.clone() };
        let last = room.log[length - 1].at;
        let Some(next) = room.state.next_tick() else {
            room.now = last + minutes(365 * 24 * 60);
            assert_eq!(room.house(Command::Tick), Ok(vec![]), "after {length} events");
            continue;
        };
        with += 1;
        for now in [last, last + last.duration_until(next) / 2, next - SignedDuration::from_micros(1)] {
            room.now = now;
            if now >= last && now < next {
                assert_eq!(room.house(Command::Tick), Ok(vec![]), "after {length} events, at {now}");
            }
        }
        room.now = next.max(last);
        assert!(!room.house(Command::Tick).unwrap().is_empty(), "after {length} events, at {next}");
        // Tick by tick it comes to an end: nobody is told for ever.
        let mut ticks = 0;
        while let Some(next) = room.state.next_tick() {
            room.now = room.now.max(next);
            room.house(Command::Tick).unwrap();
            ticks += 1;
            assert!(ticks < 200, "after {length} events");
        }
    }
    assert!(with > 50, "{with}");
}

#[test]
fn an_assessment_tells_the_clocks_that_would_start_and_once_a_case_is_open_those_that_run() {
    let room = Room::team();
    let desk = room.desk(Actor::Member(PersonId(JEANNE)), Some(Role::Lead));
    let asked = matters(&[], Some(Harm::Leak));
    let would = |severity, matters: &[Matter]| {
        Clocks::would(&desk, opening("would", Step::Signal), severity, matters, &zone("Europe/Paris")).unwrap()
    };
    // What is only watched starts nothing; of what the law asks, everything is told, soonest first, with the time it gives.
    let watch = would(Severity::Watch, &asked);
    let told: Vec<_> = watch.running.iter().map(|left| (left.of.clone(), left.minutes)).collect();
    let law = |code: &str| ClockOf::Legal(code.to_owned());
    assert_eq!((watch.step, told), (Step::Signal, vec![(law("gdpr-34"), 0), (law("gdpr-33"), 72 * 60)]));
    assert_eq!(would(Severity::Watch, &[]).running, []);
    // What would start is what starts.
    let alert = would(Severity::Alert, &[]);
    let crisis = would(Severity::Crisis, &[]);
    assert!(crisis.running.len() > alert.running.len() && !alert.running.is_empty());
    let mut open = Room::crisis();
    let runs = |open: &Room| Clocks::of_case(CaseId(4), &open.state, open.now);
    let of_case = runs(&open);
    assert_eq!((of_case.case, of_case.step), (Some(CaseId(4)), Step::Crisis));
    assert_eq!(of_case.running, crisis.running);
    assert!(of_case.running.windows(2).all(|pair| pair[0].due <= pair[1].due));
    // A second over is over by a minute begun: never said to be left.
    let first = of_case.running[0].clone();
    open.now = first.due + SignedDuration::from_secs(1);
    assert_eq!(runs(&open).running[0].minutes, -1);
    // What stands still stands last, what is met is gone.
    let number = |of: ClockOf, open: &Room| open.state.open_clock(&of).unwrap().0;
    let team = ClockOf::Plan(ClockKind::TeamAssembled);
    let clock = number(team.clone(), &open);
    open.by(JEANNE, Command::Pause { clock, why: text("all on the train") }).unwrap();
    let last = runs(&open).running.last().cloned().unwrap();
    assert_eq!((last.of, last.paused), (team, true));
    let clock = number(first.of.clone(), &open);
    open.by(JEANNE, Command::Meet { clock, why: None, capture: None }).unwrap();
    assert!(runs(&open).running.iter().all(|left| left.of != first.of));
    // Where no term is known, that is said.
    let elsewhere = Opening { country: Some("US".to_owned()), ..opening("would", Step::Signal) };
    let there = Clocks::would(&desk, elsewhere, Severity::Watch, &asked, &TimeZone::UTC).unwrap();
    assert_eq!((there.running, there.ask_counsel), (vec![], asked));
}
