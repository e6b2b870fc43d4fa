//! What people have shown: in drills, by the training, for a year; and what readiness makes of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use jiff::{Timestamp, ToSpan};
use std::collections::{BTreeMap, BTreeSet};
use vigie_domain::id::PersonId;
use vigie_domain::plan::read;
use vigie_domain::practice::{Drilled, Kept, Trained, rehearsed, status, untrained};
use vigie_domain::training::Part;

const PLAN: &str = "[plan]\nsize = \"team\"\nlanguages = [\"en\"]\nzone = \"Europe/Paris\"\n\
    [person.lea]\nname = \"Léa Martin\"\nphone = \"111\"\n[person.ben]\nname = \"Ben\"\nphone = \"112\"\n[person.eve]\nname = \"Eve\"\n\
    [role.lead]\npeople = [\"lea\", \"ben\"]\n";

fn now() -> Timestamp {
    "2026-11-23T14:00:00Z".parse().unwrap()
}

fn drill(days_ago: i64, shown: &[(&str, &[Part])]) -> Drilled {
    Drilled {
        pack: "grave-post".to_owned(),
        at: now() - (24 * days_ago).hours(),
        scenarios: BTreeSet::from(["injury".to_owned()]),
        shown: shown.iter().map(|(who, parts)| ((*who).to_owned(), parts.iter().copied().collect())).collect(),
    }
}

fn trained(name: &str, correct: i64, days_ago: i64) -> Trained {
    Trained { name: name.to_owned(), correct, asked: 6, parts: None, at: now() - (24 * days_ago).hours() }
}

#[test]
fn a_part_is_shown_in_a_drill_or_by_the_training_and_holds_a_year() {
    let (plan, _) = read(PLAN, None);
    let lacks = |drilled: &[Drilled], link: &[Trained]| untrained(&status(&plan, drilled, link, now()));
    assert_eq!(lacks(&[], &[]), ["ben", "lea"], "who has no role is asked nothing");
    let halves = [drill(10, &[("lea", &[Part::Spot, Part::Speak])]), drill(300, &[("lea", &[Part::Respond])])];
    assert_eq!(lacks(&halves, &[]), ["ben"]);
    let old = [halves[0].clone(), drill(365, &[("lea", &[Part::Respond])])];
    assert_eq!(lacks(&old, &[]), ["ben", "lea"]);
    // By the link, by the name of the plan: where nobody counted by parts, all of them for four in five.
    for (said, correct, ago, passes) in
        [(" léa martin ", 5, 0, true), ("Léa Martin", 4, 0, false), ("Léa", 6, 0, false), ("Léa Martin", 6, 365, false)]
    {
        let left = lacks(&[], &[trained(said, correct, ago)]);
        assert_eq!(!left.contains(&"lea".to_owned()), passes, "{said} {correct} {ago}");
    }
    // The part that they did, and no other.
    let part = Trained { parts: Some(BTreeSet::from([Part::Respond])), ..trained("Ben", 5, 1) };
    assert_eq!(lacks(&halves, std::slice::from_ref(&part)), ["ben"]);
    let both = [drill(2, &[("ben", &[Part::Spot, Part::Speak])]), halves[0].clone(), halves[1].clone()];
    assert_eq!(lacks(&both, &[part]), [""; 0]);
    let told = status(&plan, &halves, &[trained("Léa Martin", 6, 20)], now());
    assert_eq!(told["lea"][&Part::Spot], halves[0].at, "the last time counts");
    assert_eq!(told["lea"][&Part::Respond], now() - (24 * 20).hours());
}

#[test]
fn a_scenario_that_was_drilled_was_gone_through() {
    let said = BTreeMap::from([("injury".to_owned(), now() - 480.hours()), ("".to_owned(), now())]);
    let last = rehearsed(&said, &[drill(3, &[]), drill(9, &[])]);
    assert_eq!((last["injury"], last[""]), (now() - 72.hours(), now()));
    assert_eq!(rehearsed(&BTreeMap::new(), &[drill(3, &[])]).len(), 1);
}

#[test]
fn what_is_kept_of_a_drill_is_read_as_it_was_written() {
    let shown =
        BTreeMap::from([(PersonId(7), BTreeSet::from([Part::Spot, Part::Speak])), (PersonId(12), BTreeSet::new())]);
    let kept = Kept { scenarios: BTreeSet::from(["injury".to_owned()]), shown };
    let written = serde_json::to_string(&kept).unwrap();
    assert_eq!(written, r#"{"scenarios":["injury"],"shown":{"7":["spot","speak"],"12":[]}}"#);
    assert_eq!(serde_json::from_str::<Kept>(&written).unwrap(), kept);
}
