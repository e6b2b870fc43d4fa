//! Why a message did not arrive: each kind in each language, what was said quoted and bounded.

use domain::target::{Reason, Why};
use jiff::Timestamp;
use std::collections::BTreeSet;
use vigie_words::target::{kept, reason};
use vigie_words::{Locale, Words};

fn words(locale: Locale) -> Words {
    Words::new(locale, "UTC", Timestamp::UNIX_EPOCH)
}

#[test]
fn each_kind_is_told_in_each_language() {
    let mut told = BTreeSet::new();
    for why in Why::ALL {
        for locale in Locale::ALL {
            let one = Reason::new(why).of("mail.example").saying("550 5.1.1 no such person");
            let said = reason(&words(locale), &one);
            assert!(said.contains("550 5.1.1 no such person") && !said.contains("refusal-"), "{said}");
            told.insert(said);
        }
    }
    assert_eq!(told.len(), Why::ALL.len() * Locale::ALL.len(), "no two are the same");
}

#[test]
fn what_was_said_is_one_line_and_bounded_and_comes_back_as_it_was_kept() {
    let one = Reason::new(Why::Refused).of("chat.example").saying(format!("a\n\u{202e}b {}", "x".repeat(9_000)));
    assert!(one.said.starts_with("a b x") && one.said.chars().count() == 300, "{}", one.said);
    assert_eq!(Reason::read(&one.kept()), Some(one.clone()));
    let words = words(Locale::En);
    assert_eq!(kept(&words, &one.kept()), reason(&words, &one));
    assert_eq!(kept(&words, "the mail server x refused it"), "the mail server x refused it", "kept before");
}
