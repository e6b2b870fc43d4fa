//! ISO 22361 in a plan: everything that is looked for is seen where it is, and missed where it is taken out.

use super::{compiled, ships};
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};
use text::Language;
use vigie_domain::plan::{
    Change, Evidence, Kind, Plan, Shown, State, Written, apply, check, entries, iso22361, read, shipped,
};

const TEAM: &str = include_str!("team.toml");

fn shown(text: &str) -> Vec<Shown> {
    let (plan, found) = read(text, None);
    let findings = check(&plan, found, date(2026, 11, 22));
    iso22361(&plan, &findings)
}

fn evidence(rows: &[Shown]) -> BTreeMap<Evidence, bool> {
    rows.iter().flat_map(|row| row.evidence.iter().copied()).collect()
}

/// What is taken out of the plan of a brand (section, item, field), what is said instead, and what is not shown then.
type Taken = (&'static str, Option<&'static str>, Option<&'static str>, Option<&'static str>, &'static [Evidence]);

use Evidence as V;

const TAKEN: &[Taken] = &[
    ("role", Some("lead"), Some("people"), None, &[V::Lead, V::Team, V::Deputies, V::Liveness]),
    ("role", Some("legal"), None, None, &[V::Team]),
    ("role", Some("legal"), Some("people"), Some("counsel"), &[V::Deputies]),
    ("action", Some("say-full"), Some("responsible"), None, &[V::Responsible]),
    ("approval", Some("paracrisis"), None, None, &[V::Approval]),
    ("objective", Some("calm"), Some("text"), Some("Calm."), &[V::Objectives]),
    ("risk", Some("leak"), Some("likelihood"), None, &[V::Rated]),
    ("risk", Some("leak"), Some("queries"), None, &[V::Heard]),
    ("risk", Some("leak"), Some("scenario"), None, &[V::Scenarios]),
    ("scenario", Some("leak"), Some("signs"), None, &[V::Signs]),
    ("scenario", Some("leak"), Some("moves"), None, &[V::Moves]),
    ("scenario", Some("leak"), Some("posture"), None, &[V::Postures]),
    ("scenario", Some("injury"), Some("safety"), None, &[V::Safety]),
    ("clock", Some("first-assessment"), None, None, &[V::FirstAssessment]),
    ("clock", Some("team-assembled"), None, None, &[V::Assembled]),
    ("clock", Some("update"), None, None, &[V::Updates]),
    ("clock", Some("full"), None, None, &[V::FullStatement]),
    ("freeze", None, Some("allow"), None, &[V::Freeze]),
    ("plan", None, Some("languages"), Some("nl"), &[V::Holding, V::Alternatives, V::Languages]),
    ("stakeholder", Some("press"), Some("message"), None, &[V::Stakeholders]),
    ("policy", None, Some("complaints"), None, &[V::Policy]),
    ("policy", None, Some("never"), None, &[V::Never]),
    ("conduct", None, Some("do"), None, &[V::Conduct]),
    ("test", Some("recall"), Some("every"), None, &[V::Repeated]),
    ("test", Some("half-year"), None, None, &[V::Tests]),
];

/// What concerns every item of a kind: the field taken out of all of them, or all of them.
const ALL_TAKEN: &[(&str, Option<&str>, &[Evidence])] = &[
    ("action", Some("every"), &[V::Recurring]),
    ("action", Some("within"), &[V::Measures]),
    ("strategy", Some("half"), &[V::Halves]),
    ("escalation", None, &[V::Escalation]),
    // What has no phase is said first.
    ("reply", Some("phase"), &[V::After]),
];

fn without(changes: &[Change]) -> Vec<Evidence> {
    let brand = shipped(Kind::Brand, Language::En).unwrap();
    let now = evidence(&shown(&apply(brand, changes).unwrap()));
    let before = evidence(&shown(brand));
    before.into_iter().filter(|(one, there)| *there && !now[one]).map(|(one, _)| one).collect()
}

#[test]
fn what_is_taken_out_is_missed_and_nothing_else() {
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    let change = |section: &str, id: Option<&str>, field: Option<&str>, to: Option<&str>| Change {
        section: section.to_owned(),
        id: id.map(str::to_owned),
        field: field.map(str::to_owned),
        from: None,
        to: to.map(|to| Written::Text(to.to_owned())),
    };
    for (section, id, field, to, missed) in TAKEN {
        let lost = without(&[change(section, *id, *field, *to)]);
        if lost != *missed {
            wrong.push(format!("{section} {id:?} {field:?}: {lost:?}, not {missed:?}"));
        }
        seen.extend(*missed);
    }
    let brand = shipped(Kind::Brand, Language::En).unwrap();
    for (section, field, missed) in ALL_TAKEN {
        let of = entries(brand, None).into_iter().filter(|entry| entry.section == *section);
        let changes: Vec<Change> = of.map(|entry| change(section, entry.id.as_deref(), *field, None)).collect();
        let lost = without(&changes);
        if lost != *missed {
            wrong.push(format!("every {field:?} of {section}: {lost:?}, not {missed:?}"));
        }
        seen.extend(*missed);
    }
    assert_eq!(wrong, Vec::<String>::new());
    // What a plan that ships does not show yet, a plan in use does.
    let lost = |from: &str, to: &str| {
        let (before, now) = (evidence(&shown(TEAM)), evidence(&shown(&TEAM.replacen(from, to, 1))));
        before.into_iter().filter(|(one, there)| *there && !now[one]).map(|(one, _)| one).collect::<Vec<_>>()
    };
    assert_eq!(lost("approved_by = \"jeanne\"\nexpires = 2027-06-01\n", ""), [V::Approved]);
    assert_eq!(lost("phone = \"01 98 00 00 03\"", "phone = \"01 99 00 00 03\""), [V::Reachable]);
    assert_eq!(lost("fallback = [\"jeanne\", \"aisha\"]", "fallback = [\"jeanne\"]"), [V::Liveness]);
    seen.extend([V::Approved, V::Reachable, V::Liveness]);
    let never: BTreeSet<Evidence> = evidence(&shown(TEAM)).into_keys().filter(|one| !seen.contains(one)).collect();
    assert_eq!(never, BTreeSet::from([V::Risks]), "an empty plan misses it");
}

#[test]
fn a_plan_that_ships_shows_all_but_what_only_people_can_do() {
    for one in &ships() {
        let (plan, findings) = compiled(one);
        let rows = iso22361(&plan, &findings);
        let absent: BTreeSet<Evidence> =
            evidence(&rows).into_iter().filter(|(_, there)| !there).map(|(one, _)| one).collect();
        println!("{}: {absent:?}", one.0);
        assert!(absent.contains(&Evidence::Approved), "{}: nobody has approved it yet", one.0);
        assert!(rows.iter().all(|row| row.state != State::Missing), "{}", one.0);
    }
}

#[test]
fn a_plan_that_says_nothing_shows_nothing() {
    let rows = iso22361(&Plan::default(), &[]);
    assert!(rows.iter().all(|row| row.state == State::Missing), "{rows:#?}");
    assert_eq!(rows.len(), 18);
    let all: BTreeSet<Evidence> = evidence(&rows).into_keys().collect();
    assert_eq!(all.len(), 36, "everything that can be looked for is");
    assert!(
        all.iter().all(|one| vigie_domain::plan::form(one.section()).is_some()),
        "each leads to a part of the plan"
    );
}
