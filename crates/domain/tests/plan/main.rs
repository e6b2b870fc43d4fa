//! Plans as they ship, and what the compiler finds in them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

mod cacao;
mod changing;
mod defects;
mod emergency;
mod forming;
mod iso;

use jiff::civil::date;
use text::Language;
use vigie_domain::plan::{Code, Finding, Item, Kind, Phase, Plan, Scenario, Weight, check, read, shipped};

/// A plan that ships: its name, its text, the base it lies over, if it does.
type Ships = (String, &'static str, Option<&'static str>);

/// Every plan that ships, kind by kind.
fn ships() -> Vec<Ships> {
    let languages = [Language::Fr, Language::En, Language::Fy, Language::Nl];
    let plans = Kind::ALL.into_iter().flat_map(|kind| languages.map(|language| (kind, language)));
    plans
        .map(|(kind, language)| {
            let base = (kind == Kind::Client).then(|| shipped(Kind::Agency, language).unwrap());
            (format!("{}/{}", language.code(), kind.code()), shipped(kind, language).unwrap(), base)
        })
        .collect()
}

fn compiled(&(_, text, base): &Ships) -> (Plan, Vec<Finding>) {
    let (plan, found) = read(text, base);
    let findings = check(&plan, found, date(2026, 11, 22));
    (plan, findings)
}

#[test]
fn the_plans_that_ship_are_clean() {
    for ships in &ships() {
        let (_, findings) = compiled(ships);
        let weighty: Vec<_> = findings.iter().filter(|f| f.code.weight() != Weight::Note).collect();
        assert!(weighty.is_empty(), "{}: {weighty:#?}", ships.0);
    }
}

#[test]
fn each_scenario_that_ships_has_two_replies_in_each_language_and_one_to_begin_with() {
    for ships in &ships() {
        let (plan, _) = compiled(ships);
        assert!(!plan.languages.is_empty() && !plan.scenarios.is_empty(), "{}", ships.0);
        for scenario in &plan.scenarios {
            for language in &plan.languages {
                let of = plan.replies_of(&scenario.id).filter(|r| r.body.language.as_ref() == Some(language));
                let (first, then): (Vec<_>, Vec<_>) = of.partition(|reply| reply.body.phase == Phase::Holding);
                let at = format!("{}: {} in {:?}", ships.0, scenario.id, language.value);
                assert!(!first.is_empty() && first.len() + then.len() >= 2, "{at}");
            }
        }
    }
}

#[test]
fn each_card_of_a_shop_leaves_a_choice_of_first_words_and_of_answers() {
    for ships in ships().iter().filter(|(name, ..)| name.ends_with("/shop")) {
        let alone: Vec<_> = compiled(ships).1.into_iter().filter(|found| found.code == Code::NoAlternative).collect();
        assert!(alone.is_empty(), "{}: {alone:#?}", ships.0);
    }
}

#[test]
fn what_listens_for_the_risks_that_ship_can_be_read() {
    for ships in &ships() {
        let (plan, _) = compiled(ships);
        for heard in plan.risks.iter().flat_map(|risk| &risk.body.queries) {
            assert!(query::parse(&heard.value).is_ok(), "{}: {}", ships.0, heard.value);
        }
    }
}

#[test]
fn a_plan_is_the_same_in_each_language_but_for_its_words() {
    let bones = |ships: &Ships| {
        let (plan, _) = compiled(ships);
        let moves = |scenario: &Item<Scenario>| scenario.body.moves.iter().map(|one| one.value.clone()).collect();
        let scenarios: Vec<(String, Vec<String>)> = plan.scenarios.iter().map(|s| (s.id.clone(), moves(s))).collect();
        let first = plan.languages.first().cloned();
        let of = plan.replies.iter().filter(|reply| reply.body.language == first);
        let replies: Vec<String> = of.map(|reply| reply.id.clone()).collect();
        (scenarios, replies, plan.actions.len(), plan.risks.len(), plan.clocks.len(), plan.people.len())
    };
    for kind in ships().chunks(4) {
        let first = bones(&kind[0]);
        assert!(kind[1..].iter().all(|other| bones(other) == first), "{}", kind[0].0);
    }
}
