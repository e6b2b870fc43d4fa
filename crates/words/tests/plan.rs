//! Every rule of the compiler of plans has its three sentences, and no sentence is without its rule.

use domain::plan::{At, Code, Finding, Shape, forms};
use std::collections::BTreeSet;
use vigie_words::plan::{choice, field, finding, hint, section};
use vigie_words::{Locale, Words, ids};

#[test]
fn every_rule_is_said_and_nothing_else() {
    let said: BTreeSet<String> = ids(Locale::En).filter(|id| id.starts_with("finding-")).map(str::to_owned).collect();
    let mut wanted = BTreeSet::from(["finding-near".to_owned()]);
    for code in Code::all() {
        wanted.extend(["", "-why", "-fix"].map(|part| format!("finding-{}{part}", code.code())));
    }
    assert_eq!(said, wanted);
}

#[test]
fn every_form_is_said_and_nothing_else() {
    let words = Words::new(Locale::En, "UTC", jiff::Timestamp::UNIX_EPOCH);
    let known: BTreeSet<&str> = ids(Locale::En).filter(|id| id.starts_with("form-")).collect();
    let mut said = BTreeSet::from(["form-field-without".to_owned()]);
    for form in forms() {
        said.insert(format!("form-section-{}", form.section));
        assert!(!section(&words, form.section).is_empty());
        for one in &form.fields {
            said.insert(format!("form-field-{}", one.name));
            assert!(!field(&words, one.name).is_empty());
            if let Shape::Choice(list) | Shape::Choices(list) = &one.shape {
                let own = |word: &&&str| known.contains(format!("form-word-{word}").as_str());
                said.extend(list.iter().filter(own).map(|word| format!("form-word-{word}")));
                assert!(list.iter().all(|word| !choice(&words, one.name, word).contains("form-word")), "{}", one.name);
            }
        }
    }
    for shape in [Shape::Texts, Shape::Length, Shape::Hours, Shape::Absences, Shape::Zone] {
        assert!(hint(&words, &shape).is_some());
    }
    said.extend(["lines", "length", "hours", "absences", "zone"].map(|hint| format!("form-hint-{hint}")));
    let said: BTreeSet<&str> = said.iter().map(String::as_str).collect();
    assert_eq!(known, said);
}

#[test]
fn a_hole_is_told_by_name_and_hour() {
    let found = Finding::new(Code::NobodyCanRelease, At::default())
        .with("name", "all")
        .with("weekday", "sunday")
        .with("hour", "02:00")
        .with("day", "")
        .with("only", "Jeanne")
        .with("missing", "Jeanne");
    let words = |locale| Words::new(locale, "UTC", jiff::Timestamp::UNIX_EPOCH);
    assert_eq!(
        finding(&words(Locale::En), &found).what,
        "On Sunday at 02:00 no one can release a statement (\"all\"): only Jeanne may, and Jeanne is absent."
    );
    let found = found.with("near", "").clone();
    assert!(finding(&words(Locale::Fr), &found).what.starts_with("Le dimanche à 02:00, personne ne peut publier"));
    assert!(finding(&words(Locale::Fy), &found).what.starts_with("Snein om 02:00 kin nimmen"));
}
