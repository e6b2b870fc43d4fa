//! Text → form → text: what a form shows is what the text says, and what it means is laid in without a word lost.

use super::ships;
use proptest::prelude::*;
use std::collections::BTreeMap;
use vigie_domain::plan::{
    Change, Entry, Field, Form, Sent, Shape, Written, apply, below, changes, edits, entries, form, forms, meant, read,
    shown, without,
};

const TEAM: &str = include_str!("team.toml");

/// What a form shows of a field.
fn shows(entry: Option<&Entry>, name: &str) -> Vec<String> {
    let said = entry.and_then(|entry| entry.field(name)).and_then(|filled| filled.said.as_ref());
    said.and_then(shown).unwrap_or_default()
}

fn sent_as_shown<'a>(form: &'a Form, entry: &Entry) -> Vec<Sent<'a>> {
    let of = |field: &'a Field| {
        let was = shows(Some(entry), field.name);
        Sent { name: field.name, shape: &field.shape, typed: was.clone(), was }
    };
    form.fields.iter().map(of).collect()
}

/// What is said, by section, item and field.
fn meaning(text: &str, base: Option<&str>) -> BTreeMap<(String, Option<String>, String), Option<Written>> {
    let of = |entry: Entry| {
        let (section, id) = (entry.section, entry.id);
        entry.fields.into_iter().map(move |field| ((section.clone(), id.clone(), field.name), field.said))
    };
    entries(text, base).into_iter().flat_map(of).collect()
}

#[test]
fn every_field_of_the_plans_that_ship_has_its_place_in_a_form() {
    assert!(forms().all(|form| form.section == "blank" || !form.fields.is_empty()));
    for (name, text, base) in ships() {
        for entry in entries(text, base).iter().filter(|entry| entry.section != "blank") {
            let form = form(&entry.section).unwrap();
            assert_eq!(form.alone, entry.id.is_none(), "{name}: {entry:?}");
            for field in &entry.fields {
                assert!(form.fields.iter().any(|of| of.name == field.name), "{name}: {} {}", entry.section, field.name);
            }
        }
    }
}

#[test]
fn a_form_sent_back_as_it_was_shown_changes_nothing() {
    let mut forms = 0;
    for (name, text, base) in ships() {
        let under = base.map(|base| below(text, base)).unwrap_or_default();
        for entry in entries(text, base) {
            let form = form(&entry.section).unwrap();
            let below = under.iter().find(|below| below.section == entry.section && below.id == entry.id);
            let sent = sent_as_shown(&form, &entry);
            assert_eq!(
                edits(&entry.section, entry.id.as_deref(), Some(&entry), below, &sent),
                vec![],
                "{name}: {entry:?}"
            );
            forms += 1;
        }
    }
    assert!(forms > 1_000, "{forms} forms");
}

/// Something typed into a field, fitting or not.
fn typing() -> impl Strategy<Value = Vec<String>> {
    let one = prop_oneof![
        Just(String::new()),
        Just("true".to_owned()),
        Just("7".to_owned()),
        Just("2 h".to_owned()),
        Just("lead".to_owned()),
        Just("first\r\nsecond # no comment\r\n\r\n third ".to_owned()),
        "[a-zé\"'\\\\ =#\\[\\]]{1,12}",
    ];
    prop::collection::vec(one, 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_is_typed_is_what_is_said_and_nothing_else_changes(
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), typing()), 1..4),
        whose in any::<prop::sample::Index>(),
    ) {
        let ships = ships();
        let (_, text, base) = &ships[whose.index(ships.len())];
        let under = base.map(|base| entries(base, None)).unwrap_or_default();
        let mut now = (*text).to_owned();
        for (item, field, typed) in picks {
            let all = entries(&now, *base);
            let forms: Vec<&Entry> = all.iter().filter(|entry| entry.section != "blank").collect();
            let entry = forms[item.index(forms.len())];
            let form = form(&entry.section).unwrap();
            let field = &form.fields[field.index(form.fields.len())];
            let below = under.iter().find(|below| below.section == entry.section && below.id == entry.id);
            let was = shows(Some(entry), field.name);
            let sent = [Sent { name: field.name, shape: &field.shape, was, typed }];
            let made = edits(&entry.section, entry.id.as_deref(), Some(entry), below, &sent);
            let after = apply(&now, &made).unwrap();
            let (was, is) = (meaning(&now, *base), meaning(&after, *base));
            let at = (entry.section.clone(), entry.id.clone(), field.name.to_owned());
            for key in was.keys().chain(is.keys()).filter(|key| **key != at) {
                prop_assert_eq!(was.get(key), is.get(key), "{:?}", key);
            }
            let wanted = meant(&field.shape, &sent[0].typed);
            let said = is.get(&at).cloned().flatten();
            let empty = |said: &Option<Written>| match said {
                None => true,
                Some(Written::Text(text)) => text.is_empty(),
                Some(Written::List(items)) => items.is_empty(),
                Some(Written::Flag(flag)) => !flag,
                _ => false,
            };
            prop_assert!(said == wanted || (empty(&said) && empty(&wanted)), "{said:?} for {wanted:?} at {at:?}");
            // A comment between the items of a list that became shorter goes with them; all others stay.
            let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).count();
            prop_assert_eq!(comments(&now), comments(&after));
            // And the difference is what was laid in.
            let differs: Vec<Change> = changes(&now, &after).0.into_iter().filter(|change| change.field.is_some()).collect();
            prop_assert!(differs.len() <= made.len(), "{differs:?} of {made:?}");
            now = after;
        }
    }
}

#[test]
fn a_client_says_only_what_differs() {
    let base = "[plan]\ntitle = \"A\"\nsize = \"team\"\nlanguages = [\"en\"]\n[action.a]\ntext = \"do\"\nwithin = \"1 h\"\n[clock.c]\nkind = \"reply\"\ndue = \"1 h\"\npauses_at_night = true\n";
    let text = "# ours\n[plan]\ntitle = \"B\"\n";
    let under = entries(base, None);
    let at = |all: &[Entry], section: &str| all.iter().find(|entry| entry.section == section).cloned();
    let send = |text: &str, section: &str, id: &str, field: &str, typed: &str| {
        let all = entries(text, Some(base));
        let form = form(section).unwrap();
        let field = form.fields.iter().find(|of| of.name == field).unwrap();
        let was = shows(at(&all, section).as_ref(), field.name);
        let sent = [Sent { name: field.name, shape: &field.shape, was, typed: vec![typed.to_owned()] }];
        let made = edits(section, Some(id), at(&all, section).as_ref(), at(&under, section).as_ref(), &sent);
        apply(text, &made).unwrap()
    };
    let sooner = send(text, "action", "a", "within", "30 min");
    assert_eq!(sooner, "# ours\n[plan]\ntitle = \"B\"\n\n[action.a]\nwithin = \"30 min\"\n");
    assert_eq!(read(&sooner, Some(base)).0.actions[0].body.within, Some(30));
    let back = send(&sooner, "action", "a", "within", "1 h");
    assert!(!back.contains("within"), "{back}");
    // What the base says is emptied by saying so.
    let awake = send(text, "clock", "c", "pauses_at_night", "");
    assert!(awake.contains("pauses_at_night = false") && !read(&awake, Some(base)).0.clocks[0].body.night);
    assert!(!send(&awake, "clock", "c", "pauses_at_night", "true").contains("pauses"));
    let gone = apply(text, &without(text, Some(base), "action", "a")).unwrap();
    assert!(gone.contains("without = [\"action.a\"]") && read(&gone, Some(base)).0.actions.is_empty(), "{gone}");
    assert_eq!(without(&gone, Some(base), "action", "a"), vec![]);
}

#[test]
fn with_a_scenario_go_its_replies_and_risks() {
    let (_, _, base) = ships().into_iter().find(|(name, ..)| name == "en/client").unwrap();
    let all = read(base.unwrap(), None).0;
    let scenario = &all.scenarios[0].id;
    let (plan, found) = read(&format!("[plan]\nwithout = [\"scenario.{scenario}\"]\n"), base);
    assert_eq!(found, vec![]);
    assert!(all.replies_of(scenario).count() > 0 && plan.replies_of(scenario).count() == 0);
    assert_eq!(all.replies.len() - plan.replies.len(), all.replies_of(scenario).count());
    assert!(plan.risks.iter().all(|risk| risk.body.scenario.as_ref().is_none_or(|of| of.value != *scenario)));
    assert!(plan.actions.iter().all(|action| action.body.scenarios.iter().all(|of| of.value != *scenario)));
    // What was only for it goes, rather than being for all; over a base and in a plan that stands alone.
    let text = format!("{TEAM}\n[test.only]\ntext = \"x\"\nscenarios = [\"ill\"]\n");
    let gone = apply(&text, &without(&text, None, "scenario", "ill")).unwrap();
    let alone = read(&gone, None).0;
    let over = read("[plan]\nwithout = [\"scenario.ill\"]\n", Some(&text)).0;
    for plan in [alone, over] {
        assert!(plan.replies_of("ill").count() == 0 && plan.tests.iter().all(|test| !test.body.text.eq("x")));
        assert!(plan.risks.iter().all(|risk| risk.body.scenario.as_ref().is_none_or(|of| of.value != "ill")));
    }
}

#[test]
fn what_was_taken_out_and_is_written_again_is_written_whole() {
    let base = "[action.call]\ntext = \"Call.\"\nwithin = \"1 h\"\n";
    let text = "[plan]\nwithout = [\"action.call\"]\n";
    assert_eq!(below(text, base), vec![]);
    let form = form("action").unwrap();
    let shape = &form.fields.iter().find(|field| field.name == "within").unwrap().shape;
    let sent = [Sent { name: "within", shape, was: Vec::new(), typed: vec!["1 h".to_owned()] }];
    let after = apply(text, &edits("action", Some("call"), None, None, &sent)).unwrap();
    assert_eq!(read(&after, Some(base)).0.actions[0].body.within, Some(60));
}

#[test]
fn what_a_form_cannot_hold_is_left_as_it_stands() {
    for (field, said) in [
        ("signs", "[\"one\\ntwo\"]"),
        ("signs", "[1, \"two\"]"),
        ("signs", "[\"\"]"),
        ("signs", "true"),
        ("title", "[\"a\", \"b\"]"),
        ("title", "1.5"),
    ] {
        let text = format!("{TEAM}\n[scenario.odd]\n{field} = {said}\n");
        let all = entries(&text, None);
        let entry = all.iter().find(|entry| entry.id.as_deref() == Some("odd")).unwrap();
        let form = form("scenario").unwrap();
        let shape = &form.fields.iter().find(|of| of.name == field).unwrap().shape;
        let sent = [Sent { name: field, shape, was: Vec::new(), typed: vec!["changed".to_owned()] }];
        assert_eq!(edits("scenario", Some("odd"), Some(entry), None, &sent), vec![], "{said}");
    }
    let text = TEAM.replacen("name = \"Aisha\"", "name = \"Aisha\"\nagency = \"yes\"", 1);
    let all = entries(&text, None);
    let aisha = all.iter().find(|entry| entry.id.as_deref() == Some("aisha")).unwrap();
    let unticked = [Sent { name: "agency", shape: &Shape::Flag, was: Vec::new(), typed: vec!["true".to_owned()] }];
    assert_eq!(edits("person", Some("aisha"), Some(aisha), None, &unticked), vec![]);
}

#[test]
fn what_others_changed_meanwhile_is_contested_only_where_one_typed() {
    let now = entries("[action.a]\ntext = \"theirs\"\nwithin = \"1 h\"\n", None);
    let sent = |name: &'static str, shape, was: &str, typed: &str| Sent {
        name,
        shape,
        was: vec![was.to_owned()],
        typed: vec![typed.to_owned()],
    };
    let contested = |sent: Sent<'_>| sent.is_contested(now.first());
    assert!(!contested(sent("text", &Shape::Text, "before", "before")), "left as it was shown");
    assert!(contested(sent("text", &Shape::Text, "before", "mine")));
    assert!(!contested(sent("text", &Shape::Text, "before", "theirs")), "of one mind");
    assert!(!contested(sent("within", &Shape::Length, "1 h", "2 h")), "nobody else was there");
    assert!(contested(sent("deputy", &Shape::Text, "lead", "legal")), "somebody emptied it");
}

#[test]
fn what_is_emptied_over_a_base_is_empty_and_no_finding() {
    let (_, text, base) = ships().into_iter().find(|(name, ..)| name == "en/client").unwrap();
    for entry in entries(text, base).iter().filter(|entry| entry.section != "blank") {
        let form = form(&entry.section).unwrap();
        let under = below(text, base.unwrap());
        let below = under.iter().find(|one| one.section == entry.section && one.id == entry.id);
        for field in form.fields.iter().filter(|field| !field.needed && entry.field(field.name).is_some()) {
            let was = shows(Some(entry), field.name);
            let sent = [Sent { name: field.name, shape: &field.shape, was, typed: Vec::new() }];
            let after = apply(text, &edits(&entry.section, entry.id.as_deref(), Some(entry), below, &sent)).unwrap();
            let (_, found) = read(&after, base);
            let at = format!("{}.{:?} {}", entry.section, entry.id, field.name);
            assert_eq!(found, vec![], "{at}");
            let left = entries(&after, base);
            let left = left.iter().find(|one| one.section == entry.section && one.id == entry.id);
            let said = left.and_then(|one| one.field(field.name)).and_then(|field| field.said.clone());
            let empty =
                [None, Some(Written::Flag(false)), Some(Written::Text(String::new())), Some(Written::List(vec![]))];
            assert!(empty.contains(&said), "{at}: {said:?}");
        }
    }
}
