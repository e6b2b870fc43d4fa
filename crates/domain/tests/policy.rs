//! The policy: of a plan what it tells the public, and nothing else; what differs is told, and nothing is told that does not differ.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use proptest::prelude::*;
use text::Language;
use vigie_domain::plan::{Change, Field, Kind, Shape, Written, apply, entries, forms, read, shipped};
use vigie_domain::policy::{Part, Policy, Said};

const TOLD: [&str; 2] = ["policy", "policy-in"];

fn of(text: &str, base: Option<&str>) -> Policy {
    Policy::of(&read(text, base).0).unwrap()
}

#[test]
fn each_plan_that_ships_tells_the_public_where_who_when_and_what_never() {
    for kind in Kind::ALL {
        for language in [Language::Fr, Language::En, Language::Fy, Language::Nl] {
            let base = (kind == Kind::Client).then(|| shipped(Kind::Agency, language).unwrap());
            let policy = of(shipped(kind, language).unwrap(), base);
            let at = format!("{}/{}", language.code(), kind.code());
            assert!(policy.complaints.as_ref().is_some_and(|to| to.contains("complaint") || to.contains('/')), "{at}");
            assert!(policy.answer_within.is_some_and(|hours| hours >= 24), "{at}");
            assert_eq!(policy.open_blank(), None, "{at}");
            let codes: Vec<&str> = policy.said.iter().map(|said| said.language.as_str()).collect();
            let wanted: &[&str] = if language == Language::Fy { &["fy", "nl"] } else { &[language.code()] };
            assert_eq!(codes, wanted, "{at}");
            for said in &policy.said {
                assert!(!said.text.is_empty() && said.answers.is_some() && said.do_.len() > 1 && said.never.len() > 1);
            }
        }
    }
}

/// A plan in which every text outside the policy is a canary, and every text of the policy is not.
fn marked(text: &str) -> (String, usize, usize) {
    let (mut changes, mut canaries, mut told) = (Vec::new(), 0, 0);
    let form = |section: &str| forms().find(|form| form.section == section).unwrap();
    for entry in entries(text, None).into_iter().filter(|entry| entry.section != "blank") {
        let of_policy = TOLD.contains(&entry.section.as_str());
        let texts = |field: &&Field| matches!(field.shape, Shape::Text | Shape::Texts);
        for field in form(&entry.section).fields.iter().filter(texts) {
            let (word, count) = if of_policy { ("TOLD", &mut told) } else { ("CANARY", &mut canaries) };
            *count += 1;
            let said = format!("{word}-{}-{}-{count}", entry.section, field.name);
            let to = if field.shape == Shape::Texts { Written::List(vec![said]) } else { Written::Text(said) };
            changes.push(Change {
                section: entry.section.clone(),
                id: entry.id.clone(),
                field: Some(field.name.to_owned()),
                from: None,
                to: Some(to),
            });
        }
    }
    let blanks = "\nsecret = \"CANARY-blank\"\n";
    (apply(text, &changes).unwrap().replacen("[blank]", &format!("[blank]{blanks}"), 1), canaries, told)
}

#[test]
fn nothing_of_a_plan_is_told_that_is_not_policy() {
    for kind in [Kind::Shop, Kind::Brand, Kind::Agency, Kind::Figure] {
        for language in [Language::En, Language::Fy] {
            let (text, canaries, told) = marked(shipped(kind, language).unwrap());
            let policy = serde_json::to_string(&of(&text, None)).unwrap();
            assert!(canaries > 80 && !policy.contains("CANARY"), "{}: {canaries}: {policy}", kind.code());
            assert_eq!(policy.matches("TOLD").count(), told, "{policy}");
        }
    }
}

#[test]
fn the_readers_language_comes_first_and_the_brands_own_where_there_is_none() {
    let policy = of(shipped(Kind::Shop, Language::Fy).unwrap(), None);
    let read = |language| policy.for_reader(language).unwrap().language.clone();
    assert_eq!(
        (read(Some(Language::Nl)), read(Some(Language::Fr)), read(None)),
        ("nl".into(), "fy".into(), "fy".into())
    );
}

#[test]
fn what_is_changed_is_told_and_what_is_not_is_not() {
    let shop = shipped(Kind::Shop, Language::En).unwrap();
    let before = of(shop, None);
    assert_eq!(before.differences(Some(&before)), []);
    // Elsewhere in the plan much may change.
    assert_eq!(of(&shop.replace("07700", "07711"), None).stamp(), before.stamp());
    let after = of(
        &shop
            .replace("answer_within = \"24 h\"", "answer_within = \"48 h\"")
            .replace("We do not delete criticism.", "We answer criticism."),
        None,
    );
    assert_ne!(after.stamp(), before.stamp());
    let told = after.differences(Some(&before));
    let told: Vec<_> = told.iter().map(|one| (one.part, one.was.as_deref(), one.is.as_deref())).collect();
    assert_eq!(
        told,
        [
            (Part::AnswerWithin, Some("24"), Some("48")),
            (Part::Never, Some("We do not delete criticism."), None),
            (Part::Never, None, Some("We answer criticism.")),
        ]
    );
    let all = before.differences(None);
    assert!(all.len() > 6 && all.iter().all(|one| one.was.is_none() && one.is.is_some()));
}

#[test]
fn a_blank_that_nothing_fills_in_is_seen() {
    let shop = shipped(Kind::Shop, Language::En).unwrap();
    for (text, blank) in
        [("{name} is never told.", Some("name")), ("{oops is open", Some("oops")), ("{brand} hears you.", None)]
    {
        let policy = of(&shop.replace("We do not delete criticism.", text), None);
        assert_eq!(policy.open_blank(), blank, "{text}");
    }
    assert_eq!(of(shop, None).invented(), Some("martins-bakery.example/complaints"));
    assert_eq!(of(&shop.replace(".example", ".test"), None).invented(), None);
    assert_eq!(Policy::of(&read("[plan]\ntitle = \"x\"\n", None).0), None);
    assert_eq!(Policy::of(&read("[policy]\ncomplaints = \"x\"\n", None).0), None, "a policy without a text is none");
}

fn lines() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[ab]", 0..4)
}

fn policies() -> impl Strategy<Value = Policy> {
    let said = |language: &'static str| {
        ("[xy]", prop::option::of("[pq]"), lines(), lines()).prop_map(move |(text, answers, do_, never)| Said {
            language: language.to_owned(),
            text,
            answers,
            do_,
            never,
        })
    };
    let said = (said("fr"), said("nl"), 0..4usize).prop_map(|(one, two, which)| match which {
        0 => vec![one],
        1 => vec![two],
        2 => vec![one, two],
        _ => vec![two, one],
    });
    (prop::option::of("[uv]"), prop::option::of(1..3i64), said).prop_map(|(complaints, answer_within, said)| Policy {
        complaints,
        answer_within,
        said,
    })
}

proptest! {
    #[test]
    fn differences_are_told_exactly_where_there_are_some(one in policies(), other in policies()) {
        prop_assert_eq!(one.differences(Some(&other)).is_empty(), one == other);
        prop_assert_eq!(one.stamp() == other.stamp(), one == other);
    }
}
