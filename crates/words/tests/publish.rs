//! Why a tool did not do what was asked: each kind in each language, what the tool said quoted.

use domain::publish::{Reason, Why};
use jiff::Timestamp;
use std::collections::BTreeSet;
use vigie_words::publish::{kept, reason};
use vigie_words::{Locale, Words};

fn words(locale: Locale) -> Words {
    Words::new(locale, "UTC", Timestamp::UNIX_EPOCH)
}

#[test]
fn each_kind_of_a_tools_refusal_is_told_in_each_language_and_its_own_words_are_quoted() {
    let mut told = BTreeSet::new();
    let kinds = Why::ALL.into_iter().filter(|why| *why != Why::Else);
    for why in kinds.clone() {
        for locale in Locale::ALL {
            let one = Reason::new(why, "our own sentence").of("postiz.example").saying("invalid_grant");
            let said = kept(&words(locale), &one.kept());
            assert!(
                said.contains("invalid_grant") && !said.contains("our own") && !said.contains("publish-"),
                "{said}"
            );
            told.insert(said);
        }
    }
    assert_eq!(told.len(), kinds.count() * Locale::ALL.len(), "no two are the same");
    // What has no kind, and what was kept before there were kinds, says its sentence.
    assert_eq!(kept(&words(Locale::Fr), "status 401"), "status 401");
    let other = Reason::new(Why::Else, "its date there is another one");
    assert_eq!(reason(&words(Locale::Fy), &other), "its date there is another one");
    assert_eq!(Reason::read(&other.kept()), other);
}
