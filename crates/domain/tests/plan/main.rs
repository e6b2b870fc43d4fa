//! Plans as they ship, and what the compiler finds in them.

mod changing;
mod defects;

use jiff::civil::date;
use vigie_domain::plan::{check, read};

#[test]
fn the_plans_that_ship_are_clean() {
    let text = include_str!("../../../../plans/en/shop.toml");
    let (plan, found) = read(text, None);
    let findings = check(&plan, found, date(2026, 11, 22));
    let weighty: Vec<_> = findings.iter().filter(|f| f.code.weight() != vigie_domain::plan::Weight::Note).collect();
    assert!(weighty.is_empty(), "{weighty:#?}");
}
