//! Properties over random queries and posts: the matcher answers as the naive evaluator does, the canonical form means the same.

use proptest::prelude::*;
use std::collections::BTreeMap;
use vigie_query::{Document, MAX_BYTES, Matcher, Query, Scratch, evaluate, highlight, parse};

const WORDS: [&str; 10] =
    ["acme", "acmes", "rappel", "rappels", "l'or", "été", "#acme", "@acme", "#RappelAcme", "@acme@b.fr"];

fn word() -> impl Strategy<Value = String> {
    proptest::sample::select(&WORDS[..]).prop_map(str::to_owned)
}

fn sequence() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => word(),
        2 => proptest::collection::vec(word(), 1..4).prop_map(|words| format!("\"{}\"", words.join(" "))),
        1 => proptest::sample::select(&["acm*", "rapp*", "rappel*", "#rap*", "@acm*", "été*"][..]).prop_map(str::to_owned),
    ]
}

fn condition() -> impl Strategy<Value = String> {
    let conditions =
        ["lang:fr", "source:web", "author:lea", "author:lea@b.fr", "followers:>10", "followers:<=10", "rating:<2"];
    proptest::sample::select(conditions.to_vec()).prop_map(str::to_owned)
}

fn near() -> impl Strategy<Value = String> {
    let side = || proptest::collection::vec(sequence(), 1..3).prop_map(|side| format!("({})", side.join(" OR ")));
    (side(), 1_u32..4, side()).prop_map(|(left, distance, right)| format!("{left} NEAR/{distance} {right}"))
}

/// Sources of queries; those that could match everything are refused by `parse` and not used.
fn source() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![6 => sequence(), 2 => condition(), 1 => near().prop_map(|near| format!("({near})"))];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            3 => proptest::collection::vec(inner.clone(), 2..4).prop_map(|all| format!("({})", all.join(" AND "))),
            3 => proptest::collection::vec(inner.clone(), 2..4).prop_map(|all| format!("({})", all.join(" OR "))),
            2 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} -{b})")),
            1 => inner.prop_map(|inner| format!("NOT {inner}")),
        ]
    })
}

fn query() -> impl Strategy<Value = Query> {
    source().prop_filter_map("could match everything", |source| parse(&source).ok())
}

#[derive(Clone, Debug)]
struct Post {
    text: String,
    lang: Option<&'static str>,
    source: Option<&'static str>,
    author: Option<&'static str>,
    followers: Option<i64>,
    rating: Option<u8>,
}

impl Post {
    fn document(&self) -> Document<'_> {
        let Self { text, lang, source, author, followers, rating } = self;
        Document { text, lang: *lang, source: *source, author: *author, followers: *followers, rating: *rating }
    }
}

fn post() -> impl Strategy<Value = Post> {
    let text = proptest::collection::vec(prop_oneof![3 => word(), 1 => Just("autre".to_owned())], 0..9);
    let some = |values: &[&'static str]| proptest::option::of(proptest::sample::select(values.to_vec()));
    (
        text.prop_map(|words| words.join(" ")),
        some(&["fr", "en", "fr-BE"]),
        some(&["web", "Web", "x"]),
        some(&["Léa", "lea@b.fr", "@zoe"]),
        proptest::option::of(0_i64..20),
        proptest::option::of(0_u8..4),
    )
        .prop_map(|(text, lang, source, author, followers, rating)| Post {
            text,
            lang,
            source,
            author,
            followers,
            rating,
        })
}

#[derive(Clone, Debug)]
enum Change {
    Insert(u64, Query),
    Remove(u64),
    Observe(String),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        24 => (0_u64..12, query()).prop_map(|(id, query)| Change::Insert(id, query)),
        12 => (0_u64..12).prop_map(Change::Remove),
        1 => post().prop_map(|post| Change::Observe(post.text)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn the_matcher_answers_as_the_evaluator_does(steps in proptest::collection::vec((change(), post()), 1..14)) {
        let (mut matcher, mut scratch, mut model) = (Matcher::new(), Scratch::default(), BTreeMap::new());
        for (change, post) in steps {
            match change {
                Change::Insert(id, query) => {
                    matcher.insert(id, &query);
                    model.insert(id, query);
                }
                Change::Remove(id) => prop_assert_eq!(matcher.remove(id), model.remove(&id).is_some()),
                Change::Observe(text) => (0..1100).for_each(|_| matcher.observe(&text)),
            }
            prop_assert_eq!(matcher.len(), model.len());
            let document = post.document();
            let expected: Vec<u64> = model.iter().filter(|(_, q)| evaluate(q, &document)).map(|(id, _)| *id).collect();
            let found = matcher.matches(&document, &mut scratch);
            let queries: Vec<String> = model.iter().map(|(id, q)| format!("{id}: {q}")).collect();
            prop_assert_eq!(found, expected, "{:?}", queries);
        }
    }

    #[test]
    fn the_canonical_form_is_the_same_query(query in query()) {
        let canonical = query.to_string();
        let again = parse(&canonical).map_err(|error| TestCaseError::fail(error.render(&canonical)))?;
        prop_assert_eq!(&again, &query, "{}", canonical);
        prop_assert_eq!(again.to_string(), canonical);
    }

    #[test]
    fn no_query_matches_a_post_that_says_nothing(query in query()) {
        let nothing_said = Document { lang: Some("fr"), followers: Some(11), rating: Some(1), ..Document::default() };
        prop_assert!(!evaluate(&query, &nothing_said));
    }

    #[test]
    fn any_source_is_read_or_refused_in_its_place(source in hostile(), post in post()) {
        match parse(&source) {
            Ok(query) => {
                let canonical = query.to_string();
                if canonical.len() <= MAX_BYTES {
                    prop_assert_eq!(parse(&canonical), Ok(query.clone()), "{}", canonical);
                }
                for range in highlight(&query, &post.text) {
                    prop_assert!(post.text.get(range).is_some());
                }
            }
            Err(error) => {
                prop_assert!(source.get(error.span()).is_some(), "{:?}", error);
                // A brace in the message is one of the source's own, never a place left open.
                let filled = source.contains('{') || !error.message().contains('{');
                prop_assert!(error.render(&source).contains('^') && filled, "{:?}", error);
            }
        }
    }
}

fn hostile() -> impl Strategy<Value = String> {
    let pieces = [
        "(", ")", "\"", "«", "»", "“", "-", "*", "NOT ", " AND ", " OR ", " NEAR/3 ", "NEAR", "near/2", "lang:",
        "author:", "rating:<", "9", "#", "@", ":", "|", "acme", "été", "é", "東", "\u{200b}", "\u{301}", "Аcme", "?",
        " ", "\n", "'", ".", "https://", "ET ",
    ];
    let piece = prop_oneof![8 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,4}"];
    proptest::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}
