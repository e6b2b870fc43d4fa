//! Quiet hours and rules as data.

use crate::desk::{Desk, alert, minutes, recipient, start, town};
use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use vigie_domain::id::{OrganisationId, PersonId};
use vigie_domain::setup::Opening;
use vigie_domain::waking::{Command, Quiet, Recipient, Rules, Target, TargetKind};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn quiet_hours_follow_the_clock_on_the_wall() {
    let paris = Recipient { zone: TimeZone::get("Europe/Paris").unwrap(), ..recipient(&[1], &["push"]) };
    for (utc, quiet) in [
        // Winter: 22 to 7 is 21 to 6 in UTC.
        ("2026-03-27T20:59:59Z", false),
        ("2026-03-27T21:00:00Z", true),
        ("2026-03-28T05:59:59Z", true),
        ("2026-03-28T06:00:00Z", false),
        // The night summer time begins is an hour shorter.
        ("2026-03-28T21:00:00Z", true),
        ("2026-03-29T04:59:59Z", true),
        ("2026-03-29T05:00:00Z", false),
        ("2026-03-29T19:59:59Z", false),
        ("2026-03-29T20:00:00Z", true),
        // The night it ends is an hour longer.
        ("2026-10-24T20:00:00Z", true),
        ("2026-10-25T05:59:59Z", true),
        ("2026-10-25T06:00:00Z", false),
    ] {
        assert_eq!(paris.is_quiet(at(utc)), quiet, "{utc}");
    }
    let (noon, two) = ("12:00:00".parse().unwrap(), "14:00:00".parse().unwrap());
    assert!(Quiet { from: noon, to: two }.holds("13:59:59".parse().unwrap()));
    assert!(!Quiet { from: noon, to: two }.holds(two));
    assert!(!Quiet { from: noon, to: noon }.holds(noon), "no length, no quiet");
}

#[test]
fn an_alert_crosses_quiet_hours() {
    let mut desk = Desk::new(town());
    let night = at("2026-03-03T02:00:00Z");
    desk.tell(&Command::Raised(alert(0, night, 20)), night);
    desk.pass(night, night + minutes(1));
    assert_eq!(desk.calls().len(), 1);
}

#[test]
fn rules_are_data_and_a_shop_alone_needs_few() {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap();
    let phone = Target { id: "phone".into(), kind: TargetKind::Ntfy };
    let rules = Rules::alone(OrganisationId(1), PersonId(1), zone, vec![phone]);
    let text = serde_json::to_string(&rules).unwrap();
    assert_eq!(serde_json::from_str::<Rules>(&text).unwrap(), rules);
    let short = r#"{"ladders":{"1":{"rungs":[{"people":[1]}]}},"recipients":{"1":{"targets":[{"id":"phone","kind":"ntfy"}],
        "zone":"Europe/Amsterdam","organisations":[1]}}}"#;
    assert_eq!(serde_json::from_str::<Rules>(short).unwrap(), rules);
    for wrong in [r#"{"gather":1}"#, r#"{"recipients":{"1":{"zone":"Mars/Olympus"}}}"#] {
        assert!(serde_json::from_str::<Rules>(wrong).is_err(), "{wrong}");
    }
    let mut desk = Desk::new(rules);
    desk.tell(&Command::Raised(alert(0, start(), 20)), start());
    desk.pass(start(), start() + minutes(1));
    assert_eq!(desk.short(), [(1, 1, "phone".into(), vec![0])]);
}

#[test]
fn while_the_shop_is_open_its_people_are_awake() {
    let hours = |from, until| Quiet::beside(Opening { first_day: 1, last_day: 6, from, until });
    let quiet = |from: i8, to: i8| Quiet { from: Time::constant(from, 0, 0, 0), to: Time::constant(to, 0, 0, 0) };
    for (open, is) in [
        ((9 * 60, 18 * 60), quiet(22, 7)),
        ((5 * 60, 13 * 60), quiet(22, 5)),
        ((11 * 60, 23 * 60), quiet(23, 7)),
        ((17 * 60, 24 * 60), quiet(0, 7)),
        ((0, 24 * 60), quiet(22, 7)),
        ((18 * 60, 2 * 60), quiet(2, 7)),
    ] {
        assert_eq!(hours(open.0, open.1), is, "{open:?}");
    }
}
