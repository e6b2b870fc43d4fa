//! The emergency numbers of a plan that ships are those of the country of whoever chooses it.

use super::ships;
use jiff::civil::date;
use vigie_domain::plan::{Finding, Owner, Plan, Weight, check, made_ones_own, read};

/// What people are told to do, as it is shown and sent.
fn told(plan: &Plan) -> Vec<String> {
    let actions = plan.actions.iter().map(|action| action.body.text.as_str());
    let safety = plan.scenarios.iter().filter_map(|scenario| scenario.body.safety.as_deref());
    let replies = plan.replies.iter().map(|reply| reply.body.text.value.as_str());
    actions.chain(safety).chain(replies).map(|text| plan.filled(text)).collect()
}

/// Whether a number stands there by itself.
fn names(text: &str, number: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == number)
}

fn weighty(findings: &[Finding]) -> Vec<&Finding> {
    findings.iter().filter(|found| found.code.weight() != Weight::Note).collect()
}

#[test]
fn nobody_is_told_to_call_another_countrys_number() {
    // The emergency number, and the numbers of others that must not be named.
    let table: [(&str, &str, &[&str]); 7] = [
        ("GB", "999", &["112", "15", "17", "18", "114", "911"]),
        ("FR", "112", &["999", "111", "911"]),
        ("BE", "112", &["999", "111", "15", "17", "18", "114"]),
        ("NL", "112", &["999", "111", "15", "17", "18", "114"]),
        ("IE", "112", &["999", "111", "911"]),
        ("CH", "112", &["999", "111", "15", "17", "18", "114"]),
        ("CA", "911", &["999", "111", "112", "15", "17", "18", "114"]),
    ];
    for (name, text, base) in ships() {
        for (country, ours, foreign) in table {
            let owner = Owner { country: Some(country.to_owned()), ..Owner::default() };
            let base = base.map(|base| made_ones_own(base, &owner).unwrap());
            let own = made_ones_own(text, &owner).unwrap();
            let (plan, found) = read(&own, base.as_deref());
            let findings = check(&plan, found, date(2026, 11, 22));
            assert_eq!(weighty(&findings), [] as [&Finding; 0], "{name} in {country}");
            let told = told(&plan);
            assert!(told.iter().any(|text| names(text, ours)), "{name} in {country} names {ours}");
            for number in foreign {
                // "Avant 18 ans" is an age.
                let called = |text: &&String| names(text, number) && (*number != "18" || text.contains("ou 18"));
                assert_eq!(told.iter().find(called), None, "{name} in {country}: {number}");
            }
        }
    }
}

#[test]
fn at_home_a_plan_keeps_the_numbers_it_ships_with() {
    for (name, text, _) in ships() {
        let home = read(text, None).0.country;
        let owner = Owner { country: home.clone(), ..Owner::default() };
        assert!(home.is_some(), "{name}");
        assert_eq!(made_ones_own(text, &owner).unwrap(), text, "{name}");
    }
}
