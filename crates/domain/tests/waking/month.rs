//! A month of twenty-five brands and one person: every call is printed.

use crate::desk::{Call, Desk, ack, alert, ladder, minutes, recipient, start};
use jiff::Timestamp;
use std::collections::BTreeMap;
use vigie_domain::id::{OrganisationId, PersonId};
use vigie_domain::signal::Level;
use vigie_domain::waking::{Command, Occurrence, Rules};

const DAY: i64 = 24 * 60;
const DAYS: i64 = 30;
/// Positive, at noon of the sixth day.
const CONTEST: i64 = 5 * DAY + 180;
/// Nine brands, on the thirteenth day.
const TRADE: i64 = 12 * DAY + 600;
/// One brand, at two in the morning of the twenty-first day.
const CRISIS: i64 = 20 * DAY - 420;

/// A brand's report; five organisations have five brands each.
fn of(brand: i64, onset: i64, now: i64, observed: i64, print: u64) -> Occurrence {
    let at = |minute| start() + minutes(minute);
    Occurrence {
        organisation: OrganisationId(1 + brand / 5),
        signal: format!("{brand}-mentions-{onset}"),
        onset: at(onset),
        raised_at: at(onset),
        until: at(now + 30),
        prints: vec![print],
        ..alert(brand, at(now), observed)
    }
}

/// A print of its own for each story.
fn print(seed: i64) -> u64 {
    u64::from_le_bytes(mixed(seed))
}

fn mixed(seed: i64) -> [u8; 8] {
    let mut state = seed.unsigned_abs().wrapping_add(0x9E37_79B9_7F4A_7C15);
    state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (state ^ (state >> 31)).to_le_bytes()
}

/// Posts of the crisis up to a minute: 5,000 in twelve hours, slow, then fast, then slow.
fn posts(minute: i64) -> i64 {
    let x = minute.clamp(0, 720);
    5_000 * x * x * (3 * 720 - 2 * x) / (720 * 720 * 720)
}

/// What is reported in one minute.
fn reports(minute: i64) -> Vec<Occurrence> {
    let mut reports = Vec::new();
    // Each brand has a notice at its own time of each day.
    let (day, of_day) = (minute / DAY, minute % DAY);
    if of_day % 50 == 7 && of_day / 50 < 25 {
        let brand = of_day / 50;
        let notice = of(brand, minute, minute, 4, print(1_000 + day * 25 + brand));
        reports.push(Occurrence { level: Level::Notice, ..notice });
    }
    let since = minute - CONTEST;
    if (0..DAY).contains(&since) && since % 10 == 0 {
        reports.push(Occurrence { ill: false, ..of(7, CONTEST, minute, 30 + since * 3, print(1)) });
    }
    for (nth, after) in [0, 0, 0, 1, 0, 1, 4, 9, 20].into_iter().enumerate() {
        let since = minute - TRADE - after;
        if (0..120).contains(&since) && since % 5 == 0 {
            let copy = print(2) ^ (0b1_0001 << nth);
            reports.push(of(8 + i64::try_from(nth).unwrap(), TRADE + after, minute, 10 + since, copy));
        }
    }
    let since = minute - CRISIS;
    let observed = posts(since) - posts(since - 30);
    if (0..750).contains(&since) && observed >= 5 {
        reports.push(Occurrence { press: since >= 150, ..of(20, CRISIS, minute, observed, print(3)) });
    }
    reports
}

fn agency() -> Rules {
    let all = [1, 2, 3, 4, 5];
    Rules {
        recipients: [(PersonId(1), recipient(&all, &["push", "mail"]))].into(),
        ladders: all.map(|id| (OrganisationId(id), ladder(&[&[1]]))).into(),
        ..Rules::default()
    }
}

/// Lives the month; the person acknowledges so many minutes after each call, or never.
fn month(answers_after: Option<i64>) -> (Desk, usize) {
    let mut desk = Desk::new(agency());
    let mut due: BTreeMap<Timestamp, String> = BTreeMap::new();
    let mut most = 0;
    for minute in 0..DAYS * DAY {
        let now = start() + minutes(minute);
        let mut events = Vec::new();
        for report in reports(minute) {
            events.extend(desk.tell(&Command::Grew(report), now));
        }
        while let Some(first) = due.first_entry().filter(|first| *first.key() <= now) {
            desk.tell(&ack(&first.remove(), 1, now), now);
        }
        events.extend(desk.tell(&Command::Tick, now));
        for call in crate::desk::calls(&events) {
            if let Some(after) = answers_after {
                due.insert(now + minutes(after), call.message.brands[0].signal.clone());
            }
        }
        if minute % (5 * DAY) == 0 {
            desk.restart();
        }
        most = most.max(desk.book.len());
    }
    (desk, most)
}

fn minute_of(call: &Call) -> i64 {
    call.at.duration_since(start()).as_mins()
}

fn print_calls(title: &str, calls: &[Call]) {
    println!("{title}: {} calls", calls.len());
    for call in calls {
        let brands: Vec<String> = call.message.brands.iter().map(|b| format!("{} ({})", b.name, b.observed)).collect();
        let (also, repeat) = (call.message.also.len(), if call.message.repeat { ", repeat" } else { "" });
        let worse = call.message.worse.map_or(String::new(), |worse| format!(", worse: {worse:?}"));
        println!("  {} {} {}{worse}{repeat}, also {also}", call.at, call.target, brands.join(", "));
    }
}

fn parts(calls: &[Call]) -> [Vec<i64>; 3] {
    let of = |brands: std::ops::Range<i64>, begun: i64| {
        let about = calls.iter().filter(|call| call.reasons().iter().any(|brand| brands.contains(brand)));
        about.map(|call| minute_of(call) - begun).collect()
    };
    [of(7..8, CONTEST), of(8..17, TRADE), of(20..21, CRISIS)]
}

#[test]
fn a_month_of_twenty_five_brands() {
    let (desk, most) = month(Some(6));
    let calls = desk.calls();
    print_calls("acknowledged after 6 minutes", &calls);
    let [contest, trade, crisis] = parts(&calls);
    let early = crisis.iter().filter(|minute| **minute - crisis[0] < 30).count();
    println!(
        "contest {}, trade {}, crisis {}, of these in its first 30 minutes {early}; most stories remembered {most}",
        contest.len(),
        trade.len(),
        crisis.len()
    );
    assert_eq!(contest, Vec::<i64>::new());
    assert_eq!(trade, [1]);
    assert_eq!(calls.iter().find(|call| call.reasons().contains(&8)).unwrap().reasons(), [8, 9, 10, 11, 12, 13]);
    assert!(early <= 2);
    assert_eq!(calls.len(), trade.len() + crisis.len(), "no notice woke");
    assert_eq!(crisis, [15, 93, 151], "found, ten times what was acknowledged, the press");
}

#[test]
fn a_month_in_which_nobody_answers() {
    let (desk, most) = month(None);
    let calls = desk.calls();
    print_calls("never acknowledged", &calls);
    println!("most stories remembered {most}");
    let [contest, trade, crisis] = parts(&calls);
    assert_eq!((contest, trade), (vec![], vec![1, 11]));
    assert!(crisis.iter().filter(|minute| **minute - crisis[0] < 30).count() <= 2);
    assert_eq!(crisis, [15, 25, 151, 161], "found, the next target; the press, the next target");
}
