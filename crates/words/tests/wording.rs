//! Every rule of the wording check has its three sentences, and no sentence is without its rule.

use std::collections::BTreeSet;
use text::wording::{Finding, Rule};
use vigie_words::wording::finding;
use vigie_words::{Locale, Words, ids};

#[test]
fn every_rule_is_said_and_nothing_else() {
    let said: BTreeSet<String> = ids(Locale::En).filter(|id| id.starts_with("wording-")).map(str::to_owned).collect();
    let wanted = Rule::ALL.iter().flat_map(|rule| ["", "-why", "-fix"].map(|part| format!("wording-{rule}{part}")));
    assert_eq!(said, wanted.collect());
}

#[test]
fn a_long_sentence_is_told_by_its_length() {
    let words = |locale| Words::new(locale, "UTC", jiff::Timestamp::UNIX_EPOCH);
    let found = Finding { rule: Rule::LongSentence, spans: vec![(0, 9)], number: Some(31) };
    assert_eq!(finding(&words(Locale::En), &found).what, "A sentence of 31 words.");
    assert_eq!(finding(&words(Locale::Fy), &found).fix, "Meitsje der twa fan.");
}
