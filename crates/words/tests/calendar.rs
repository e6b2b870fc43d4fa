//! The calendar held to the rules of RFC 5545, without anybody's parser.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use domain::calendar::{Due, Kind, Known, dues};
use domain::plan::{Kind as PlanKind, read, shipped};
use domain::readiness::TEAM;
use jiff::Timestamp;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use vigie_words::calendar::ics;
use vigie_words::{Locale, Words};

const NOW: &str = "2026-11-23T12:30:00Z";

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

/// The content lines, unfolded; what RFC 5545, 3.1 asks of lines holds.
fn lines(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n"), "the last line ends too");
    let mut lines: Vec<String> = Vec::new();
    for line in text.strip_suffix("\r\n").unwrap().split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(char::is_control), "{line:?}");
        match line.strip_prefix(' ') {
            Some(more) => lines.last_mut().unwrap().push_str(more),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// The text of a value, read back.
fn unescaped(value: &str) -> String {
    let (mut out, mut signs) = (String::new(), value.chars());
    while let Some(c) = signs.next() {
        match c {
            '\\' => match signs.next().unwrap() {
                'n' | 'N' => out.push('\n'),
                c @ ('\\' | ';' | ',') => out.push(c),
                other => panic!("\\{other} stands for nothing"),
            },
            ';' | ',' => panic!("{value}: not escaped"),
            c => out.push(c),
        }
    }
    out
}

fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

#[test]
fn each_plan_that_ships_is_a_calendar_by_the_rfc() {
    for kind in [PlanKind::Shop, PlanKind::Brand, PlanKind::Agency, PlanKind::Figure] {
        for locale in [Locale::En, Locale::Fr, Locale::Fy, Locale::Nl] {
            let language = text::Language::from_code(locale.code()).unwrap();
            let (plan, _) = read(shipped(kind, language).unwrap(), None);
            let known = Known { plan: &plan, rehearsed: &BTreeMap::new(), house: "a", now: now() };
            let (dues, words) = (dues(&known), Words::new(locale, "UTC", now()));
            let text = ics(&words, "Dunes", &dues, now());
            let lines = lines(&text);
            // Components nest, and each event has what it must have, once.
            let mut open: Vec<&str> = Vec::new();
            for line in &lines {
                match line.split_once(':').unwrap() {
                    ("BEGIN", component) => open.push(component),
                    ("END", component) => assert_eq!(open.pop(), Some(component)),
                    _ => assert!(!open.is_empty()),
                }
            }
            assert!(open.is_empty() && lines[0] == "BEGIN:VCALENDAR" && !text.contains('⟦'), "{text}");
            let uids: BTreeSet<&str> = values(&lines, "UID").into_iter().collect();
            assert_eq!(uids.len(), dues.len(), "each event is another");
            assert_eq!(values(&lines, "DTSTAMP"), vec!["20261123T123000Z"; dues.len()]);
            assert_eq!(values(&lines, "DTSTART;VALUE=DATE").len(), dues.len());
            assert_eq!(values(&lines, "RRULE").len(), 2, "confirmations, and the look at the team");
            let drills = dues.iter().filter(|due| due.kind == Kind::Drill);
            let drills: BTreeSet<_> = drills.map(|due| due.day).collect();
            assert_eq!(drills.len(), plan.scenarios.len(), "each scenario is drilled, on a day of its own");
            assert!(!text.contains("vigie drill"), "whoever reads a calendar types no command");
            assert!(dues.iter().all(|due| due.day >= now().to_zoned(plan.clock_zone()).date()), "{dues:?}");
        }
    }
}

#[test]
fn an_approval_that_runs_out_is_called_by_its_scenario() {
    let text = "[plan]\nzone = \"UTC\"\n[scenario.ill]\ntitle = \"Somebody is ill\"\n[reply.ill-hold-fr]\nscenario = \"ill\"\nphase = \"holding\"\n\
        language = \"fr\"\ntext = \"Nous vérifions.\"\napproved_by = \"lea\"\nexpires = 2027-01-12\n[reply.other]\ntext = \"x\"\nexpires = 2027-01-12\n";
    let (plan, _) = read(text, None);
    let known = Known { plan: &plan, rehearsed: &BTreeMap::new(), house: "a", now: now() };
    let dues = dues(&known);
    let called: Vec<&str> = dues.iter().filter(|due| due.kind == Kind::Expires).map(|due| due.about.as_str()).collect();
    assert_eq!(called, ["Somebody is ill (fr)", "other"]);
}

#[test]
fn what_was_done_comes_back_half_a_year_later_and_is_the_same_event() {
    let (plan, _) = read(shipped(PlanKind::Shop, text::Language::En).unwrap(), None);
    let of = |rehearsed: &BTreeMap<String, Timestamp>, now: Timestamp| {
        dues(&Known { plan: &plan, rehearsed, house: "a", now })
    };
    let scenario = plan.scenarios[0].id.clone();
    let before = of(&BTreeMap::new(), now());
    let done = BTreeMap::from([(scenario, now()), (TEAM.to_owned(), now())]);
    let after = of(&done, now());
    let uids = |dues: &[Due]| dues.iter().map(|due| due.uid.clone()).collect::<BTreeSet<_>>();
    assert_eq!(uids(&before), uids(&after));
    let half: jiff::civil::Date = "2027-05-25".parse().unwrap();
    let moved: Vec<&Due> = after.iter().filter(|due| due.day == half).collect();
    assert_eq!(moved.iter().map(|due| due.kind).collect::<Vec<_>>(), [Kind::Drill, Kind::Team]);
    assert!(moved[1].months.is_empty());
    // A week later what nobody did is where it was, or still ahead.
    let later = of(&BTreeMap::new(), "2026-11-30T12:30:00Z".parse().unwrap());
    let confirm = |dues: &[Due]| dues.iter().find(|due| due.kind == Kind::Confirm).map(|due| due.day);
    assert_eq!(confirm(&before), "2027-01-01".parse().ok());
    assert_eq!((uids(&later), confirm(&later)), (uids(&before), confirm(&before)));
    let house = dues(&Known { plan: &plan, rehearsed: &done, house: "b", now: now() });
    assert!(uids(&house).is_disjoint(&uids(&after)), "two houses in one calendar program are two");
}

proptest! {
    #[test]
    fn any_title_is_read_back_as_it_was(title in "\\PC{0,300}|[;,:\\\\\n\r\t a-zé🥐]{0,300}") {
        let day = "2026-12-01".parse().unwrap();
        let due = Due { day, kind: Kind::Drill, about: title.clone(), months: Vec::new(), uid: "drill-1@vigie".to_owned() };
        let words = Words::new(Locale::En, "UTC", now());
        let lines = lines(&ics(&words, "Dunes", &[due], now()));
        let kept: String = title.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        let (told, summary) = (format!("Drill: {kept}"), unescaped(values(&lines, "SUMMARY")[0]));
        prop_assert_eq!(summary, told.trim());
    }
}
