//! Plans as they ship, and what the compiler finds in them.

use jiff::civil::date;
use vigie_domain::plan::{Finding, Plan, Weight, check, read};

/// A plan that ships, and the base it lies over, if it does.
type Ships = (&'static str, &'static str, Option<&'static str>);

macro_rules! ships {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../plans/", $name, ".toml")), None)
    };
    ($name:literal over $base:literal) => {
        (
            $name,
            include_str!(concat!("../../../plans/", $name, ".toml")),
            Some(include_str!(concat!("../../../plans/", $base, ".toml"))),
        )
    };
}

const SHIPS: [Ships; 4] = [ships!("fr/shop"), ships!("en/shop"), ships!("fy/shop"), ships!("nl/shop")];

fn found((_, text, base): Ships) -> (Plan, Vec<Finding>) {
    let (plan, found) = read(text, base);
    let findings = check(&plan, found, date(2026, 11, 22));
    (plan, findings)
}

#[test]
fn the_plans_that_ship_are_clean() {
    for plan in SHIPS {
        let (_, findings) = found(plan);
        let weighty: Vec<_> = findings.iter().filter(|f| f.code.weight() != Weight::Note).collect();
        assert!(weighty.is_empty(), "{}: {weighty:#?}", plan.0);
    }
}
