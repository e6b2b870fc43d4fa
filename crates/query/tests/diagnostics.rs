//! Wrong queries and what is said of them; explanations of right ones.

use std::collections::BTreeSet;
use std::fmt::Write;
use vigie_query::{Code, MAX_BYTES, MAX_DEPTH, MAX_TERMS, explain, parse};

/// Wrong queries short enough to be shown.
const WRONG: &[&str] = &[
    "",
    "   ",
    "\"fuite de données",
    "Acme « rappel",
    "lang:\"fr",
    "(Acme OR Zorro",
    "Acme AND (rappel",
    "Acme) rappel",
    "()",
    "Acme AND ( )",
    "AND Acme",
    "Acme OR",
    "Acme AND OR rappel",
    "Acme (OR rappel)",
    "(Acme OR)",
    "Acme NOT",
    "Acme -",
    "Acme … rappel",
    "\"!!!\"",
    "Acme ET rappel",
    "Acme OU Zorro",
    "Acme SAUF emploi",
    "Acme EN terugroepactie",
    "Acme NIET vacature",
    "Acme && rappel",
    "Acme|Zorro",
    "Acme near/5 rappel",
    "Acme NEAR rappel",
    "Acme NEAR/0 rappel",
    "Acme NEAR/51 rappel",
    "Acme NEAR/deux rappel",
    "NEAR/5 rappel",
    "Acme NEAR/5",
    "Acme NEAR/5 lang:fr",
    "Acme NEAR/5 (rappel AND lot)",
    "Acme NEAR/5 (rappel OR -lot)",
    "Acme NEAR/5 -rappel",
    "Acme NEAR/5 rappel NEAR/5 lot",
    "ac*",
    "Acme *rappel",
    "rap*pel",
    "l'Or*",
    "\"Acme rapp*\"",
    "Acme colo?r",
    "site:acme.fr",
    "langue:fr Acme",
    "Acme:scandale",
    "Acme lang:",
    "Acme author:@",
    "Acme lang:french",
    "Acme lang:1",
    "Acme lang:>fr",
    "Acme followers:beaucoup",
    "Acme followers:>10k",
    "Acme rating:<=999",
    "followers:99999999999999999999 Acme",
    "NOT Acme",
    "-Acme -Zorro",
    "lang:fr",
    "source:mastodon -Acme",
    "followers:>5",
    "Acme OR NOT rappel",
    "Acme OR lang:fr",
    "(Acme OR (lang:fr -rappel)) OR Zorro",
    "première ligne\nÉté 東京 (rappel\ntroisième",
    "é\u{301}\u{200b}té \u{202e}Acme\u{7} ET",
];

#[test]
fn wrong_queries_are_refused_with_the_place() {
    let mut out = String::new();
    for source in WRONG {
        let error = parse(source).expect_err(source);
        writeln!(out, "{}\n", error.render(source)).expect("a string");
    }
    insta::assert_snapshot!(out);
}

/// Wrong by size, with the code expected.
fn oversized() -> Vec<(String, Code)> {
    let terms = |n: usize| "a ".repeat(n);
    vec![
        ("é".repeat(MAX_BYTES / 2 + 1), Code::TooLong),
        (terms(MAX_TERMS + 1), Code::TooManyTerms),
        (format!("\"{}\"", terms(MAX_TERMS + 1)), Code::TooManyTerms),
        (format!("{}a{}", "(".repeat(MAX_DEPTH + 1), ")".repeat(MAX_DEPTH + 1)), Code::TooDeep),
        ("(".repeat(MAX_BYTES), Code::TooDeep),
        (format!("a {}b", "NOT ".repeat(MAX_BYTES / 4 - 1)), Code::TooDeep),
        (format!("a {}b", "-(".repeat(MAX_BYTES / 2 - 2)), Code::TooDeep),
    ]
}

#[test]
fn oversized_queries_are_refused() {
    for (source, code) in oversized() {
        let error = parse(&source).expect_err("too large");
        assert_eq!(error.kind(), code, "{error}");
        assert!(error.render(&source).lines().all(|line| line.chars().count() < 240));
    }
    for source in ["a ".repeat(MAX_TERMS), format!("{}a{}", "(".repeat(MAX_DEPTH), ")".repeat(MAX_DEPTH))] {
        parse(&source).expect("within the bounds");
    }
}

#[test]
fn every_code_is_shown_and_names_its_values() {
    let shown: BTreeSet<&str> = WRONG
        .iter()
        .map(|source| (*source).to_owned())
        .chain(oversized().into_iter().map(|(source, _)| source))
        .map(|source| {
            let error = parse(&source).expect_err("wrong");
            assert!(!error.message().contains(['{', '}']), "{error}");
            error.code()
        })
        .collect();
    let all: BTreeSet<&str> = Code::ALL.into_iter().map(Code::as_str).collect();
    assert_eq!(shown, all);
}

#[test]
fn suggestions_are_accepted_in_place() {
    for source in WRONG {
        let error = parse(source).expect_err(source);
        let Some(suggestion) = error.suggestion() else { continue };
        let mut repaired = (*source).to_owned();
        repaired.replace_range(error.span(), suggestion);
        if let Err(second) = parse(&repaired) {
            assert_ne!(second.span(), error.span(), "{repaired}: {second}");
        }
    }
}

#[test]
fn explanations() {
    let mut out = String::new();
    for source in [
        "Acme",
        "Orange",
        "Orange (forfait OR réseau) -fruit",
        "l'Équipe AND lang:fr",
        "le",
        "\"de la\" -lang:en",
        "bp and leak",
        "(Acme OR @acme_fr OR #acme) (rappel* OR \"data leak\") -(emploi OR job) followers:>=1000",
        "acme NEAR/5 (retrait OR rappel)",
        "author:lea -acme",
        "a OR b AND c OR NOT NOT d",
    ] {
        let query = parse(source).expect(source);
        writeln!(out, "{source}\n{}", explain(&query)).expect("a string");
    }
    insta::assert_snapshot!(out);
}
