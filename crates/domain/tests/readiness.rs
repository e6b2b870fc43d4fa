//! Who can be reached, and how ready a team is.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use jiff::civil::{Date, DateTime, date};
use jiff::{Span, Timestamp, ToSpan};
use proptest::prelude::*;
use std::collections::BTreeMap;
use vigie_domain::brand::BrandQuery;
use vigie_domain::id::{BrandId, OrganisationId, QueryId};
use vigie_domain::plan::{Code, Coverage, Finding, Plan, check, coverage, read};
use vigie_domain::readiness::{Contact, Kind, Known, Readiness, TEAM, readiness, without_plan};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A plan of a lead with hours, their deputy, and legal counsel.
fn plan(lead: &str, deputy: &str, legal: &str) -> Plan {
    let text = format!(
        "[plan]\nsize = \"team\"\nlanguages = [\"en\"]\nzone = \"Europe/Paris\"\n\
         [person.lea]\nname = \"Lea\"\nphone = \"111\"\n{lead}\n[person.ben]\nname = \"Ben\"\nphone = \"112\"\n{deputy}\n\
         [person.lou]\nname = \"Lou\"\nemail = \"lou@a.test\"\n{legal}\n\
         [role.lead]\npeople = [\"lea\", \"ben\"]\n[role.legal]\npeople = [\"lou\"]\n"
    );
    read(&text, None).0
}

fn stretch(from: &str, until: &str) -> (DateTime, DateTime) {
    (from.parse().unwrap(), until.parse().unwrap())
}

fn holes(coverage: &Coverage, night: usize, role: &str) -> Vec<(DateTime, DateTime)> {
    let held = coverage.nights[night].roles.iter().find(|held| held.role == role).unwrap();
    held.holes.iter().map(|hole| (hole.from, hole.until)).collect()
}

#[test]
fn holes_of_the_night_are_told_with_their_hours() {
    let plan = plan(
        "hours = [\"daily 06:00-23:30\"]",
        "hours = [\"mon-fri 22:00-02:00\"]\nabsences = [\"2026-11-25..2026-11-26\"]",
        "hours = [\"mon-fri 09:00-18:00\"]",
    );
    // A Monday, three in the afternoon in Paris.
    let told = coverage(&plan, &BTreeMap::new(), at("2026-11-23T14:00:00Z"));
    assert_eq!(told.now[0].people, ["lea"]);
    assert_eq!(told.now[1].people, ["lou"]);
    assert_eq!(told.nights.iter().map(|night| night.evening).collect::<Vec<_>>().len(), 7);
    assert_eq!(told.nights[0].evening, date(2026, 11, 23));
    assert_eq!(holes(&told, 0, "lead"), [stretch("2026-11-24T02:00", "2026-11-24T06:00")]);
    assert_eq!(told.nights[0].roles[0].people, ["lea", "ben"]);
    assert_eq!(holes(&told, 0, "legal"), [stretch("2026-11-23T22:00", "2026-11-24T07:00")]);
    assert!(told.nights[0].roles[1].is_empty());
    // Away from Wednesday on: on Tuesday until midnight Ben is there, afterwards nobody.
    assert_eq!(holes(&told, 1, "lead"), [stretch("2026-11-25T00:00", "2026-11-25T06:00")]);
    assert_eq!(holes(&told, 2, "lead"), [stretch("2026-11-25T23:30", "2026-11-26T06:00")]);
    // Saturday evening begins no night shift; on Friday it lasts into Saturday.
    assert_eq!(holes(&told, 4, "lead"), [stretch("2026-11-28T02:00", "2026-11-28T06:00")]);
    assert_eq!(holes(&told, 5, "lead"), [stretch("2026-11-28T23:30", "2026-11-29T06:00")]);
    let missing: Vec<&str> = told.missing_tonight().iter().map(|held| held.role.as_str()).collect();
    assert_eq!(missing, ["lead", "legal"]);
}

#[test]
fn the_night_that_goes_on_is_tonight_and_nobody_acts_after_their_last_day() {
    let plan = plan("", "", "");
    let ends = BTreeMap::from([("lou".to_owned(), at("2026-11-23T23:00:00Z"))]);
    for (now, evening) in [
        ("2026-11-23T05:59:59Z", date(2026, 11, 22)),
        ("2026-11-23T06:00:00Z", date(2026, 11, 23)),
        ("2026-11-23T23:30:00Z", date(2026, 11, 23)),
    ] {
        assert_eq!(coverage(&plan, &ends, at(now)).nights[0].evening, evening, "{now}");
    }
    let told = coverage(&plan, &ends, at("2026-11-23T22:59:00Z"));
    assert_eq!(told.now[1].people, ["lou"]);
    assert_eq!(holes(&told, 0, "legal"), [stretch("2026-11-24T00:00", "2026-11-24T07:00")]);
    assert!(told.nights[1].roles[1].is_empty() && told.nights[0].roles[0].holes.is_empty());
    assert_eq!(coverage(&plan, &ends, at("2026-11-23T23:00:00Z")).now[1].people, Vec::<String>::new());
}

#[test]
fn what_was_last_evening_is_no_hole_of_this_morning() {
    let plan = plan("hours = [\"daily 23:30-22:00\"]", "hours = [\"daily 23:30-22:00\"]", "");
    for (now, missing) in [("2026-11-23T21:30:00Z", 1), ("2026-11-23T22:29:00Z", 1), ("2026-11-24T05:00:00Z", 0)] {
        let told = coverage(&plan, &BTreeMap::new(), at(now));
        assert_eq!(told.missing_tonight().len(), missing, "{now}: {:?}", told.nights[0]);
        assert_eq!(told.zone, "Europe/Paris");
    }
}

#[test]
fn somebody_without_a_way_to_be_reached_covers_nothing() {
    let text = "[person.lea]\nname = \"Lea\"\n[role.lead]\npeople = [\"lea\"]\n";
    let told = coverage(&read(text, None).0, &BTreeMap::new(), at("2026-11-23T14:00:00Z"));
    assert!(told.now[0].people.is_empty() && told.nights.iter().all(|night| night.roles[0].is_empty()));
}

/// Who is there at a minute, read from the text of the hours anew: the plain way.
fn is_there(hours: &[(u8, u8, i64, i64)], away: (i64, i64), day: Date, minute: i64) -> bool {
    let step = i64::from(date(2026, 11, 20).until(day).unwrap().get_days());
    if (away.0..=away.1).contains(&step) {
        return false;
    }
    let weekday = day.weekday().to_monday_zero_offset() as u8;
    let on = |first: u8, last: u8, day: u8| (first..=last).contains(&day);
    hours.is_empty()
        || hours.iter().any(|(first, last, from, to)| {
            if from < to {
                on(*first, *last, weekday) && (*from..*to).contains(&minute)
            } else {
                (on(*first, *last, weekday) && *from <= minute)
                    || (on(*first, *last, (weekday + 6) % 7) && minute < *to)
            }
        })
}

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

fn written(hours: &[(u8, u8, i64, i64)], away: (i64, i64)) -> String {
    let clock = |minute: i64| format!("{:02}:{:02}", minute / 60 % 24, minute % 60);
    let one = |(first, last, from, to): &(u8, u8, i64, i64)| {
        format!("\"{}-{} {}-{}\"", DAYS[*first as usize], DAYS[*last as usize], clock(*from), clock(*to))
    };
    let day = |step: i64| date(2026, 11, 20).checked_add(Span::new().days(step)).unwrap();
    let hours = hours.iter().map(one).collect::<Vec<_>>().join(", ");
    format!("hours = [{hours}]\nabsences = [\"{}..{}\"]", day(away.0), day(away.1))
}

fn some_hours() -> impl Strategy<Value = Vec<(u8, u8, i64, i64)>> {
    let one = (0_u8..7, 0_u8..7, 0_i64..96, 1_i64..96).prop_map(|(a, b, from, long)| {
        let (first, last) = (a.min(b), a.max(b));
        (first, last, from * 15, (from + long) % 96 * 15)
    });
    prop::collection::vec(one, 0..3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn each_minute_of_each_night_is_as_the_hours_say(
        lead in some_hours(),
        deputy in some_hours(),
        away in (0_i64..12, 0_i64..4).prop_map(|(from, long)| (from, from + long)),
        hour in 0_i64..72,
    ) {
        let none = (90, 90);
        let plan = plan(&written(&lead, away), &written(&deputy, none), "");
        let now = at("2026-11-22T23:00:00Z") + hour.hours();
        let told = coverage(&plan, &BTreeMap::new(), now);
        let local = now.to_zoned(jiff::tz::TimeZone::get("Europe/Paris").unwrap()).datetime();
        for night in &told.nights {
            let first: DateTime = night.evening.at(22, 0, 0, 0);
            for step in 0..9 * 60 {
                let moment = first + step.minutes();
                // What is over is no hole any more.
                if moment < local {
                    let told = night.roles[0].holes.iter().any(|hole| hole.from <= moment);
                    prop_assert!(!told, "{} is over: {:?}", moment, night.roles[0]);
                    continue;
                }
                let minute = i64::from(moment.hour()) * 60 + i64::from(moment.minute());
                let there = is_there(&lead, away, moment.date(), minute)
                    || is_there(&deputy, none, moment.date(), minute);
                let held = &night.roles[0];
                let hole = held.holes.iter().any(|hole| (hole.from..hole.until).contains(&moment));
                prop_assert_eq!(hole, !there, "{} of {:?}", moment, held);
            }
        }
    }
}

/// One saved query.
fn listening(name: &str, text: &str) -> [BrandQuery; 1] {
    let (id, organisation, brand) = (QueryId(1), OrganisationId(1), BrandId(1));
    [BrandQuery { id, organisation, brand, name: name.to_owned(), text: text.to_owned() }]
}

/// A plan with every kind of hole, or with none.
fn known(
    plan: &Plan,
    findings: &[Finding],
    contact: Contact,
    gone: &[&str],
    untested: &[String],
    now: Timestamp,
) -> Readiness {
    let covered = coverage(plan, &BTreeMap::new(), now);
    let contacts = plan.people.iter().map(|person| (person.id.clone(), contact)).collect();
    let rehearsed = gone.iter().map(|name| ((*name).to_owned(), now - 24.hours())).collect();
    readiness(&Known {
        plan,
        findings,
        coverage: &covered,
        contacts: &contacts,
        rehearsed: &rehearsed,
        untested,
        untrained: &[],
        listening: &listening("ill", " ill  OR sick "),
        now,
    })
}

const SMALL: &str = include_str!("plan/team.toml");

fn small() -> (Plan, Vec<Finding>, Timestamp) {
    let (plan, found) = read(SMALL, None);
    let findings = check(&plan, found, date(2026, 11, 22));
    (plan, findings, at("2026-11-23T14:00:00Z"))
}

fn costs(told: &Readiness) -> Vec<(Kind, i64, usize)> {
    told.reasons.iter().map(|reason| (reason.kind, reason.cost, reason.subjects.len())).collect()
}

#[test]
fn every_point_has_a_reason_and_mending_it_brings_the_points_back() {
    assert_eq!((without_plan().score, costs(&without_plan())), (0, vec![(Kind::NoPlan, 100, 0)]));
    let (plan, findings, now) = small();
    let scenarios: Vec<String> = plan.scenarios.iter().map(|scenario| scenario.id.clone()).collect();
    let all: Vec<&str> = scenarios.iter().map(String::as_str).chain([TEAM]).collect();
    let best = known(&plan, &findings, Contact::Confirmed, &all, &[], now);
    // Paul alone is legal counsel, and sleeps: that is all.
    assert_eq!(costs(&best), [(Kind::Tonight, 6, 1), (Kind::Nights, 6, 6)], "{best:?}");
    assert_eq!((best.score, best.reasons[0].subjects.as_slice()), (88, &["legal".to_owned()][..]));
    let worse = known(&plan, &findings, Contact::Stale, &[], &["Lea".to_owned()], now);
    let risks = plan.risks.len() as i64;
    let expected = [
        (Kind::Unconfirmed, 9, 3),
        (Kind::Tonight, 6, 1),
        (Kind::Nights, 6, 6),
        (Kind::TeamNotReviewed, 6, 0),
        (Kind::Untested, 4, 1),
        (Kind::NoDrill, risks, plan.risks.len()),
    ];
    assert_eq!(costs(&worse), expected);
    assert_eq!(worse.score, 100 - expected.iter().map(|(_, cost, _)| cost).sum::<i64>());
    let old = worse.matrix.iter().all(|row| row.rehearsed.is_none() && row.queries > 0 && row.replies > 0);
    assert!(old && best.matrix.iter().all(|row| row.rehearsed.is_some()), "{:?}", worse.matrix);
}

#[test]
fn a_plan_without_a_role_is_no_plan() {
    let now = at("2026-11-23T14:00:00Z");
    for text in ["", "[plan]\nlanguages = [\"en\"]\n", "[person.lea]\nname = \"Lea\"\nphone = \"111\"\n"] {
        let (plan, found) = read(text, None);
        let told = known(&plan, &check(&plan, found, date(2026, 11, 22)), Contact::Never, &[], &[], now);
        assert_eq!((told.score, costs(&told)), (0, vec![(Kind::NoPlan, 100, 0)]), "{text}");
    }
}

#[test]
fn holes_of_the_matrix_are_told_once_and_by_risk() {
    let text =
        format!("{SMALL}\n[risk.unheard]\ntext = \"Nobody listens.\"\nlikelihood = 5\nimpact = 5\nqueries = []\n");
    let (plan, found) = read(&text, None);
    let findings = check(&plan, found, date(2026, 11, 22));
    assert!(findings.iter().any(|found| found.code == Code::RiskWithoutQuery), "the compiler finds it too");
    let told = known(&plan, &findings, Contact::Confirmed, &[TEAM], &[], at("2026-11-23T14:00:00Z"));
    let of = |kind: Kind| told.reasons.iter().find(|reason| reason.kind == kind).map(|reason| reason.subjects.clone());
    assert_eq!(of(Kind::Unheard), Some(vec!["unheard".to_owned()]));
    assert_eq!(of(Kind::NoScenario), Some(vec!["unheard".to_owned()]));
    assert_eq!((of(Kind::NoReply), of(Kind::PlanErrors)), (None, None), "and nothing twice");
    assert_eq!((told.matrix[0].risk.as_str(), told.matrix[0].weight), ("unheard", 25), "the gravest first");
}

#[test]
fn what_was_confirmed_holds_a_quarter_and_for_what_it_was_said_of() {
    let person = plan("", "", "").people[0].body.clone();
    let now = at("2026-11-23T14:00:00Z");
    for (said, ago, expected) in [
        (None, 0, Contact::Never),
        (Some("111"), 0, Contact::Confirmed),
        (Some("111"), 91, Contact::Confirmed),
        (Some("111"), 92, Contact::Stale),
        (Some("112"), 0, Contact::Changed),
        (Some("112"), 400, Contact::Changed),
    ] {
        let said = said.map(|contact| (contact, now - (24 * ago).hours()));
        assert_eq!(Contact::of(&person, said, now), expected, "{said:?}");
    }
}

proptest! {
    #[test]
    fn a_score_is_what_its_reasons_leave_and_no_trouble_more_makes_it_better(
        untested in 0_usize..9,
        errors in 0_usize..9,
        gone in any::<bool>(),
        confirmed in any::<bool>(),
    ) {
        let (plan, findings, now) = small();
        let score = |untested: usize, errors: usize, gone: bool, confirmed: bool| {
            let mut findings = findings.clone();
            findings.extend((0..errors).map(|_| Finding::new(Code::NoSafety, plan.risks[0].at)));
            let names: Vec<String> = (0..untested).map(|n| n.to_string()).collect();
            let contact = if confirmed { Contact::Confirmed } else { Contact::Never };
            let told = known(&plan, &findings, contact, if gone { &[TEAM] } else { &[] }, &names, now);
            let cost: i64 = told.reasons.iter().map(|reason| reason.cost).sum();
            assert_eq!(told.score, (100 - cost).max(0));
            assert!(told.reasons.iter().all(|reason| reason.cost > 0));
            told.score
        };
        let now_is = score(untested, errors, gone, confirmed);
        prop_assert!((0..=100).contains(&now_is));
        prop_assert!(score(untested + 1, errors, gone, confirmed) <= now_is);
        prop_assert!(score(untested, errors + 1, gone, confirmed) <= now_is);
        prop_assert!(score(untested, errors, false, confirmed) <= now_is);
        prop_assert!(score(untested, errors, gone, false) <= now_is);
    }
}

#[test]
fn a_risk_is_heard_by_what_is_saved_and_by_nothing_that_is_only_written() {
    let (plan, findings, now) = small();
    let covered = coverage(&plan, &BTreeMap::new(), now);
    let heard = |listening: &[BrandQuery]| {
        let (contacts, rehearsed) = (BTreeMap::new(), BTreeMap::new());
        let known = Known {
            plan: &plan,
            findings: &findings,
            coverage: &covered,
            contacts: &contacts,
            rehearsed: &rehearsed,
            untested: &[],
            untrained: &[],
            listening,
            now,
        };
        readiness(&known).matrix[0].queries
    };
    assert_eq!(heard(&[]), 0);
    assert_eq!(heard(&listening("Brand", "martin")), 0);
    assert_eq!(heard(&listening("Illness", "ill  OR  sick")), 1, "the same question");
    assert_eq!(heard(&listening("Ill or sick", "martin AND (ill OR sick)")), 1, "by its name");
}
