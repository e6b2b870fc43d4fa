//! Text → changes → text: every comment and meaning is kept.

use proptest::prelude::*;
use vigie_domain::plan::{Change, Written, apply, changes, lay_out};

const TEAM: &str = include_str!("team.toml");
const SHOP: &str = include_str!("../../../../plans/en/shop.toml");

fn comments(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.find("# ").map(|at| line[at..].trim_end())).collect()
}

fn said() -> impl Strategy<Value = Written> {
    let word = "[a-zé\"'\\\\\\n =#\\[\\]]{0,12}";
    prop_oneof![
        word.prop_map(Written::Text),
        Just(Written::Text("2026-12-24".to_owned())),
        (-5i64..9_000).prop_map(Written::Number),
        any::<bool>().prop_map(Written::Flag),
        prop::collection::vec(word, 0..4).prop_map(Written::List),
    ]
}

/// Fields set anew, in items that there are and in new ones.
fn edits() -> impl Strategy<Value = Vec<Change>> {
    let place = prop_oneof![
        Just(("action", Some("stop"))),
        Just(("action", Some("fresh one"))),
        Just(("clock", Some("hold"))),
        Just(("gone", Some("new"))),
        Just(("policy", None)),
        Just(("blank", None)),
    ];
    let field = prop_oneof![Just("text"), Just("within"), Just("responsible"), Just("due"), Just("odd key")];
    let change = (place, field, prop::option::of(said())).prop_map(|((section, id), field, to)| Change {
        section: section.to_owned(),
        id: id.map(str::to_owned),
        field: Some(field.to_owned()),
        from: None,
        to,
    });
    prop::collection::vec(change, 0..6)
}

proptest! {
    #[test]
    fn what_differs_laid_into_the_first_gives_the_second(edits in edits()) {
        for text in [TEAM, SHOP] {
            let second = apply(text, &edits).unwrap();
            let differs = changes(text, &second).0;
            let again = apply(text, &differs).unwrap();
            prop_assert_eq!(changes(&second, &again).0, vec![], "{}\n---\n{}", second, again);
            for comment in comments(text) {
                // What is said beside a field goes with it.
                prop_assert!(second.contains(comment) || comment == "# at once", "{} in {}", comment, second);
            }
        }
    }

    #[test]
    fn laying_out_keeps_meaning_and_comments_and_is_done_once(edits in edits(), blanks in 0usize..4) {
        let loose = apply(TEAM, &edits).unwrap().replace("\n[", &format!("{}[", "\n".repeat(blanks.max(1))));
        let even = lay_out(&loose).unwrap();
        prop_assert_eq!(changes(&loose, &even).0, vec![]);
        prop_assert_eq!(comments(&loose), comments(&even));
        prop_assert_eq!(&lay_out(&even).unwrap(), &even);
    }

    #[test]
    fn any_text_is_refused_or_laid_out(text in "[a-z\\[\\]=\"# .\\n]{0,60}") {
        if let Ok(even) = lay_out(&text) {
            prop_assert_eq!(changes(&text, &even).0, vec![], "{}", even);
        }
        let _ = apply(&text, &[]);
    }
}

#[test]
fn what_stands_there_in_the_same_meaning_is_not_written_again() {
    let text = "[clock.a]\ndue = \"60 min\" # an hour\nlist = [\n  \"one\", # first\n  \"two\", # second\n]\n";
    let set = |field: &str, to| Change {
        section: "clock".into(),
        id: Some("a".into()),
        field: Some(field.into()),
        from: None,
        to: Some(to),
    };
    let list = |texts: &[&str]| Written::List(texts.iter().map(|text| (*text).to_owned()).collect());
    let same = [set("due", Written::Text("1 h".into())), set("list", list(&["one", "two"]))];
    assert_eq!(apply(text, &same).unwrap(), text);
    let other = apply(text, &[set("list", list(&["one", "three"]))]).unwrap();
    assert_eq!(other, text.replace("\"two\"", "\"three\""));
    assert!(
        apply(text, &[set("opening", Written::Text("2026-12-24".into()))])
            .unwrap()
            .contains("opening = \"2026-12-24\"")
    );
}

#[test]
fn the_plans_that_ship_are_laid_out() {
    assert_eq!(lay_out(SHOP).unwrap(), SHOP);
    assert_eq!(lay_out(TEAM).unwrap(), TEAM);
}

#[test]
fn a_difference_is_one_of_meaning() {
    let other = TEAM
        .replacen("due = \"1 h\"", "due = \"60 min\"  # the same", 1)
        .replacen("within = \"15 min\" # at once", "within = \"30 min\"", 1)
        .replacen("[escalation.crisis]\nseverity = \"crisis\"\ntell = [\"executive\"]\nafter = \"15 min\"\n", "", 1);
    let differs = changes(TEAM, &other).0;
    assert_eq!(differs.len(), 2, "{differs:#?}");
    assert_eq!(differs[0].from, Some(Written::Text("15 min".into())));
    assert_eq!((differs[1].section.as_str(), differs[1].id.as_deref()), ("escalation", Some("crisis")));
    assert_eq!((&differs[1].field, &differs[1].to), (&None, &None));
}
