//! The four files say the same things: same messages, same arguments, in four languages.

use std::collections::{BTreeMap, BTreeSet};
use vigie_words::{Arg, Locale, Words, ids, source};

/// Messages by id, as written.
fn messages(locale: Locale) -> BTreeMap<&'static str, String> {
    let mut all = BTreeMap::new();
    let mut last = "";
    for line in source(locale).lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        match line.split_once(" =") {
            Some((id, text)) if id.starts_with(|c: char| c.is_ascii_lowercase()) => {
                last = id;
                assert!(all.insert(id, text.to_owned()).is_none(), "{} says {id} twice", locale.code());
            }
            _ => all.get_mut(last).expect("a file begins with a message").push_str(line),
        }
    }
    all
}

fn arguments(message: &str) -> BTreeSet<String> {
    let names = message.split('$').skip(1);
    names.map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()).collect()
}

#[test]
fn every_language_has_the_same_messages_with_the_same_arguments() {
    let english = messages(Locale::En);
    assert!(english.len() > 200);
    for locale in Locale::ALL {
        let own = messages(locale);
        let keys = |m: &BTreeMap<&'static str, String>| m.keys().copied().collect::<Vec<_>>();
        assert_eq!(keys(&own), keys(&english), "{}", locale.code());
        for (id, text) in &own {
            assert_eq!(arguments(text), arguments(&english[id]), "{} {id}", locale.code());
        }
    }
}

#[test]
fn every_message_formats_and_leaves_no_trace_of_its_making() {
    for locale in Locale::ALL {
        let written = messages(locale);
        for id in ids(locale) {
            for n in [0, 1, 2, 41, 1_000_000] {
                let names = arguments(&written[id]);
                let args: Vec<(&str, Arg<'_>)> = names.iter().map(|name| (name.as_str(), Arg::Number(n))).collect();
                let said = Words::get(locale, id, &args);
                assert!(!said.is_empty() && !said.contains(['⟦', '{', '}', '$']), "{} {id}: {said}", locale.code());
            }
        }
    }
}

#[test]
fn plurals_go_through_our_own_rule() {
    for locale in Locale::ALL {
        for (id, text) in messages(locale) {
            for piece in text.rsplit("->").skip(1) {
                let chooses = piece.trim_end();
                // What a plan's check finds chooses by words of the plan, never by a bare number.
                let by_word = id.starts_with("finding-") && !chooses.ends_with("$count");
                assert!(by_word || chooses.ends_with("PLURAL($count)"), "{} {id}", locale.code());
            }
        }
    }
}

#[test]
fn two_languages_share_at_most_one_string_in_twenty() {
    // Names stay the same everywhere; they are not counted.
    const NAMES: [&str; 2] = ["signal-headline", "unit-bytes"];
    let all: Vec<_> = Locale::ALL.map(messages).into();
    for (i, one) in all.iter().enumerate() {
        for (j, other) in all.iter().enumerate().skip(i + 1) {
            let same: Vec<_> = one.iter().filter(|(id, text)| other[*id] == **text && !NAMES.contains(id)).collect();
            let pair = (Locale::ALL[i].code(), Locale::ALL[j].code());
            assert!(same.len() * 20 <= one.len(), "{pair:?} share {} of {}: {same:#?}", same.len(), one.len());
        }
    }
}
