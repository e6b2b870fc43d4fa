//! From text to a plan: every section, every field, and whatever could not be read.

use super::finding::{Code, Finding};
use super::form::{Field, Of, SECTIONS, Shape};
use super::model::*;
use super::section::{Section, items, single};
use super::source::{self, At, Node, Table, Value};
use super::told::{Conduct, Policy, PolicyIn, Promises};
use super::value;
use crate::setup::Size;
use jiff::tz::TimeZone;

/// Reads a plan, or a client's differences over a base plan. Always gives a plan: what could not be read is left out of it and found.
pub fn read(text: &str, base: Option<&str>) -> (Plan, Vec<Finding>) {
    let mut findings = Vec::new();
    let root = tree(text, base, &mut findings);
    for (name, node) in &root {
        if !SECTIONS.iter().any(|(known, _)| known == name) {
            let near = value::nearest(name, SECTIONS.iter().map(|(known, _)| *known));
            let found = Finding::new(Code::UnknownSection, node.key_at).with("name", name);
            findings.push(found.with("near", near.unwrap_or_default()));
        }
    }
    let plan = whole(&root, &mut findings);
    (plan, findings)
}

/// The tree of a plan, or of a client's differences laid over a base plan.
pub(super) fn tree(text: &str, base: Option<&str>, findings: &mut Vec<Finding>) -> Table {
    let Some(base) = base else { return source::parse(text, 0, findings) };
    let mut root = source::parse(base, 0, findings);
    let mut differences = source::parse(text, 1, findings);
    let without = without(&mut differences, findings);
    source::take_out(&mut root, &without, findings);
    source::overlay(&mut root, differences);
    root
}

/// The tree of a base plan without what a client's differences take out.
pub(super) fn tree_below(text: &str, base: &str) -> Table {
    let mut nothing = Vec::new();
    let mut root = source::parse(base, 0, &mut nothing);
    let without = without(&mut source::parse(text, 1, &mut nothing), &mut nothing);
    source::take_out(&mut root, &without, &mut nothing);
    root
}

/// What the differences take out: `without = ["scenario.leak"]` in `[plan]`.
fn without(differences: &mut Table, findings: &mut Vec<Finding>) -> Vec<(String, At)> {
    let Some(Node { value: Value::Table(head), .. }) = differences.get_mut("plan") else { return Vec::new() };
    let Some(node) = head.remove("without") else { return Vec::new() };
    let Value::List(items) = node.value else {
        findings.push(Finding::new(Code::WrongKind, node.at).with("field", "without").with("wanted", "list"));
        return Vec::new();
    };
    items
        .into_iter()
        .filter_map(|item| match item.value {
            Value::Text(path) => Some((path, item.at)),
            _ => None,
        })
        .collect()
}

fn whole(root: &Table, findings: &mut Vec<Finding>) -> Plan {
    let mut plan = single(root, "plan", findings, head).map(|said| said.value).unwrap_or_else(|| {
        findings.push(Finding::new(Code::MissingField, At::default()).with("field", "plan").with("name", "plan"));
        Plan::default()
    });
    plan.blanks = blanks(root, findings);
    plan.people = items(root, "person", findings, person);
    plan.roles = items(root, "role", findings, role);
    plan.objectives = items(root, "objective", findings, objective);
    plan.strategies = items(root, "strategy", findings, strategy);
    plan.actions = items(root, "action", findings, action);
    plan.risks = items(root, "risk", findings, risk);
    plan.scenarios = items(root, "scenario", findings, scenario);
    plan.replies = items(root, "reply", findings, reply);
    plan.clocks = items(root, "clock", findings, clock);
    plan.stakeholders = items(root, "stakeholder", findings, stakeholder);
    plan.approvals = items(root, "approval", findings, approval);
    plan.escalations = items(root, "escalation", findings, escalation);
    plan.mandate = single(root, "mandate", findings, mandate);
    plan.freeze = single(root, "freeze", findings, freeze);
    plan.policy = single(root, "policy", findings, policy);
    plan.policies = items(root, "policy-in", findings, policy_in);
    plan.conduct = single(root, "conduct", findings, conduct);
    plan.tests = items(root, "test", findings, test);
    plan.lessons = items(root, "lesson", findings, lesson);
    plan
}

/// What a section is asked for, in the order of asking; empty for one that no plan has, and for `blank`, whose fields have any name.
pub(super) fn asked(section: &str) -> Vec<Field> {
    let nothing = Table::new();
    let mut s = Section::new(section, &nothing, At::default());
    match section {
        "plan" => drop(head(&mut s)),
        "person" => drop(person(&mut s)),
        "role" => drop(role(&mut s)),
        "objective" => drop(objective(&mut s)),
        "strategy" => drop(strategy(&mut s)),
        "action" => drop(action(&mut s)),
        "risk" => drop(risk(&mut s)),
        "scenario" => drop(scenario(&mut s)),
        "reply" => drop(reply(&mut s)),
        "clock" => drop(clock(&mut s)),
        "stakeholder" => drop(stakeholder(&mut s)),
        "approval" => drop(approval(&mut s)),
        "escalation" => drop(escalation(&mut s)),
        "mandate" => drop(mandate(&mut s)),
        "freeze" => drop(freeze(&mut s)),
        "policy" => drop(policy(&mut s)),
        "policy-in" => drop(policy_in(&mut s)),
        "conduct" => drop(conduct(&mut s)),
        "test" => drop(test(&mut s)),
        "lesson" => drop(lesson(&mut s)),
        _ => {}
    }
    s.asked
}

fn days(minutes: i64) -> i64 {
    minutes.div_euclid(24 * 60).max(1)
}

fn plain(said: Vec<Said<String>>) -> Vec<String> {
    said.into_iter().map(|one| one.value).collect()
}

fn head(s: &mut Section<'_>) -> Plan {
    let size = s.choice("size", value::SIZES);
    if size.is_none() {
        s.missing("size");
    }
    let languages = s.languages("languages");
    if languages.is_empty() {
        s.missing("languages");
    }
    let zone = s.each("zone", Shape::Zone, "zone", |name| TimeZone::get(name).ok()).into_iter().next();
    Plan {
        title: s.needed("title").value,
        size: size.map_or(Size::Solo, |said| said.value),
        languages,
        country: s.text("country").map(|said| said.value),
        zone,
        ..Plan::default()
    }
}

fn blanks(root: &Table, findings: &mut Vec<Finding>) -> Vec<(String, String)> {
    let Some(Node { value: Value::Table(table), .. }) = root.get("blank") else { return Vec::new() };
    let mut blanks = Vec::with_capacity(table.len());
    for (name, node) in table {
        match &node.value {
            Value::Text(text) => blanks.push((name.clone(), text.clone())),
            _ => findings.push(Finding::new(Code::WrongKind, node.at).with("field", name).with("wanted", "text")),
        }
    }
    blanks
}

fn role(s: &mut Section<'_>) -> RoleOf {
    RoleOf { people: s.names_of("people", Of::Person) }
}

fn objective(s: &mut Section<'_>) -> Objective {
    Objective { text: s.needed("text").value }
}

fn mandate(s: &mut Section<'_>) -> Mandate {
    Mandate { day: s.choices("day", value::ALONE), night: s.choices("night", value::ALONE) }
}

fn freeze(s: &mut Section<'_>) -> Freeze {
    Freeze { targets: plain(s.list("targets")), allow: plain(s.list("allow")) }
}

fn test(s: &mut Section<'_>) -> Test {
    Test {
        text: s.needed("text").value,
        scenarios: s.names_of("scenarios", Of::Scenario),
        every: s.minutes("every").map(days),
    }
}

fn lesson(s: &mut Section<'_>) -> Lesson {
    Lesson {
        text: s.needed("text").value,
        review: s.needed("review").value,
        changes: plain(s.list("changes")),
        tested: s.text("tested").map(|said| said.value),
    }
}

fn person(s: &mut Section<'_>) -> Person {
    Person {
        name: s.needed("name").value,
        phone: s.read("phone", "phone", value::phone),
        email: s.read("email", "email", value::email),
        languages: s.languages("languages"),
        hours: s.each("hours", Shape::Hours, "hours", value::hours),
        absences: s.each("absences", Shape::Absences, "absence", value::absence),
        of_agency: s.flag("agency").unwrap_or(false),
    }
}

fn strategy(s: &mut Section<'_>) -> Strategy {
    Strategy {
        objective: s.name_of("objective", Of::Objective),
        text: s.needed("text").value,
        half: s.choice("half", value::HALVES).map(|said| said.value).unwrap_or_default(),
    }
}

fn action(s: &mut Section<'_>) -> Action {
    // Exactly one: several are found as such, not as a wrong kind.
    let several = s.list_instead("responsible");
    let responsible = match several {
        None => s.name_of("responsible", Of::Who),
        Some((at, count)) => {
            if count != 1 {
                s.findings.push(Finding::new(Code::SeveralResponsible, at).with("count", count));
            }
            s.names_of("responsible", Of::Who).into_iter().next()
        }
    };
    Action {
        strategy: s.name_of("strategy", Of::Strategy),
        text: s.needed("text").value,
        responsible,
        deputy: s.name_of("deputy", Of::Who),
        within: s.minutes("within"),
        scenarios: s.names_of("scenarios", Of::Scenario),
        every: s.minutes("every").map(days),
    }
}

fn risk(s: &mut Section<'_>) -> Risk {
    Risk {
        text: s.needed("text").value,
        likelihood: s.number("likelihood", 1, 5).unwrap_or(0),
        impact: s.number("impact", 1, 5).unwrap_or(0),
        queries: s.list("queries"),
        scenario: s.name_of("scenario", Of::Scenario),
    }
}

fn scenario(s: &mut Section<'_>) -> Scenario {
    let cause = s.choice("cause", &value::causes());
    if cause.is_none() {
        s.missing("cause");
    }
    Scenario {
        title: s.needed("title").value,
        cause,
        severity: s.choice("severity", value::SEVERITIES).map(|said| said.value).unwrap_or_default(),
        posture: s.choice("posture", value::POSTURES),
        safety: s.text("safety").map(|said| said.value),
        signs: plain(s.list("signs")),
        moves: s.names_of("moves", Of::Action),
    }
}

fn scenario_of(s: &mut Section<'_>) -> Option<Said<String>> {
    let scenario = s.name_of("scenario", Of::Scenario);
    if scenario.is_none() {
        s.missing("scenario");
    }
    scenario
}

fn reply(s: &mut Section<'_>) -> Reply {
    let language = s.choice("language", value::LANGUAGES);
    if language.is_none() {
        s.missing("language");
    }
    Reply {
        scenario: scenario_of(s),
        phase: s.choice("phase", value::PHASES).map(|said| said.value).unwrap_or_default(),
        audience: s.text("audience").map_or_else(|| "public".to_owned(), |said| said.value),
        channel: s.choice("channel", value::CHANNELS),
        language,
        posture: s.choice("posture", value::POSTURES),
        text: s.needed("text"),
        approved_by: s.name_of("approved_by", Of::Who),
        expires: s.day("expires"),
        approved_text: s.text("approved_text"),
    }
}

fn clock(s: &mut Section<'_>) -> Clock {
    let kind = s.choice("kind", value::CLOCKS).map(|said| said.value);
    if kind.is_none() {
        s.missing("kind");
    }
    let due = s.minutes("due");
    if due.is_none() {
        s.missing("due");
    }
    Clock {
        kind,
        text: s.text("text").map(|said| said.value).unwrap_or_default(),
        due: due.unwrap_or(0),
        owner: s.name_of("owner", Of::Who),
        fallback: s.name_of("fallback", Of::Who),
        night: s.flag("pauses_at_night").unwrap_or(false),
        // Only a reply goes to where something was said.
        channel: if kind.is_none_or(|kind| kind == ClockKind::Reply) {
            s.choice("channel", value::CHANNELS)
        } else {
            None
        },
    }
}

fn stakeholder(s: &mut Section<'_>) -> Stakeholder {
    Stakeholder {
        name: s.needed("name").value,
        power: s.choice("power", value::DEGREES).map(|said| said.value).unwrap_or_default(),
        interest: s.choice("interest", value::DEGREES).map(|said| said.value).unwrap_or_default(),
        channel: s.text("channel").map(|said| said.value).unwrap_or_default(),
        owner: s.name_of("owner", Of::Who),
        message: s.text("message").map(|said| said.value).unwrap_or_default(),
    }
}

fn approval(s: &mut Section<'_>) -> Approval {
    Approval {
        severity: s.choice("severity", value::SEVERITIES).map(|said| said.value).unwrap_or_default(),
        authors: s.names_of("authors", Of::Who),
        any: s.names_of("any", Of::Who),
        all: s.names_of("all", Of::Who),
        ordered: s.flag("ordered").unwrap_or(false),
        within: s.minutes("within"),
        fallback: s.names_of("fallback", Of::Who),
    }
}

fn escalation(s: &mut Section<'_>) -> Escalation {
    Escalation {
        severity: s.choice("severity", value::SEVERITIES).map(|said| said.value).unwrap_or_default(),
        tell: s.names_of("tell", Of::Who),
        after: s.minutes("after").unwrap_or(0),
    }
}

fn policy(s: &mut Section<'_>) -> Policy {
    Policy {
        text: s.needed("text").value,
        complaints: s.text("complaints").map(|said| said.value),
        answer_within: s.minutes("answer_within").map(|minutes| minutes / 60),
        more: promises(s),
    }
}

fn policy_in(s: &mut Section<'_>) -> PolicyIn {
    let language = s.choice("language", value::LANGUAGES);
    if language.is_none() {
        s.missing("language");
    }
    PolicyIn { language, text: s.needed("text").value, more: promises(s) }
}

fn promises(s: &mut Section<'_>) -> Promises {
    Promises {
        answers: s.text("answers").map(|said| said.value),
        do_: plain(s.list("do")),
        never: plain(s.list("never")),
    }
}

fn conduct(s: &mut Section<'_>) -> Conduct {
    Conduct { do_: plain(s.list("do")), dont: plain(s.list("do_not")), tell: s.name_of("tell", Of::Who) }
}
