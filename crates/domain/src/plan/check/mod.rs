//! The compiler of plans: everything that would fail at the bad moment, each with its place.

mod approvals;
mod hours;
mod people;
mod speech;
mod work;

use super::finding::{Code, Finding};
use super::model::*;
use super::source::At;
use super::value;
use crate::setup::Size;
use jiff::civil::Date;

/// Most findings that are said: who has more begins with these.
const MOST_FINDINGS: usize = 1_000;

/// What the compiler finds in a plan, in the order of the text. `today` decides what has run out.
///
/// `found` are the findings of [`super::read()`]; where a text could not be read to its end, what follows from that is not said.
pub fn check(plan: &Plan, mut found: Vec<Finding>, today: Date) -> Vec<Finding> {
    let unread = |one: &Finding| matches!(one.code, Code::Unreadable | Code::TooLong);
    if found.iter().any(unread) {
        found.retain(unread);
        return found;
    }
    let mut desk = Desk { plan, today, findings: found };
    work::check(&mut desk);
    people::check(&mut desk);
    speech::check(&mut desk);
    hours::check(&mut desk);
    approvals::check(&mut desk);
    let mut findings = desk.findings;
    findings.sort_by_key(|found| (found.at, found.code));
    findings.dedup();
    findings.truncate(MOST_FINDINGS);
    findings
}

/// What every rule sees.
struct Desk<'a> {
    plan: &'a Plan,
    today: Date,
    findings: Vec<Finding>,
}

impl Desk<'_> {
    fn find(&mut self, code: Code, at: At, names: &[(&'static str, &str)]) {
        let found = names.iter().fold(Finding::new(code, at), |found, (key, name)| found.with(key, name));
        self.findings.push(found);
    }

    fn solo(&self) -> bool {
        self.plan.size == Size::Solo
    }

    /// Finds a name that nothing has; whether it is known.
    fn refers<'n>(&mut self, said: &Said<String>, kind: &'static str, known: impl Iterator<Item = &'n str>) -> bool {
        let known: Vec<&str> = known.collect();
        if known.contains(&said.value.as_str()) {
            return true;
        }
        let near = value::nearest(&said.value, known.into_iter()).unwrap_or_default();
        self.find(Code::UnknownReference, said.at, &[("name", &said.value), ("kind", kind), ("near", near)]);
        false
    }

    /// Finds a role or a person that the plan does not have; whether it is known.
    fn refers_to_who(&mut self, said: &Said<String>) -> bool {
        let plan = self.plan;
        let roles = plan.roles.iter().map(|role| role.id.as_str());
        self.refers(said, "who", roles.chain(plan.people.iter().map(|person| person.id.as_str())))
    }
}
