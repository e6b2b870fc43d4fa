//! From text to a plan: every section, every field, and whatever could not be read.

use super::finding::{Code, Finding};
use super::model::*;
use super::section::{Section, items, single};
use super::source::{self, At, Node, Table, Value};
use super::value;
use crate::setup::Size;
use jiff::tz::TimeZone;

/// The sections a plan may have.
const SECTIONS: [&str; 18] = [
    "plan",
    "blank",
    "person",
    "role",
    "objective",
    "strategy",
    "action",
    "risk",
    "scenario",
    "reply",
    "clock",
    "stakeholder",
    "approval",
    "escalation",
    "mandate",
    "freeze",
    "policy",
    "conduct",
];

/// Reads a plan, or a client's differences over a base plan. Always gives a plan: what could not be read is left out of it and found.
pub fn read(text: &str, base: Option<&str>) -> (Plan, Vec<Finding>) {
    let mut findings = Vec::new();
    let root = match base {
        None => source::parse(text, 0, &mut findings),
        Some(base) => {
            let mut root = source::parse(base, 0, &mut findings);
            let mut differences = source::parse(text, 1, &mut findings);
            let without = without(&mut differences, &mut findings);
            source::take_out(&mut root, &without, &mut findings);
            source::overlay(&mut root, differences);
            root
        }
    };
    for (name, node) in &root {
        if name != "test" && !SECTIONS.contains(&name.as_str()) {
            let near = value::nearest(name, SECTIONS.into_iter().chain(["test"]));
            let found = Finding::new(Code::UnknownSection, node.key_at).with("name", name);
            findings.push(found.with("near", near.unwrap_or_default()));
        }
    }
    let plan = whole(&root, &mut findings);
    (plan, findings)
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
    plan.roles = items(root, "role", findings, |s| RoleOf { people: s.list("people") });
    plan.objectives = items(root, "objective", findings, |s| Objective { text: s.needed("text").value });
    plan.strategies = items(root, "strategy", findings, strategy);
    plan.actions = items(root, "action", findings, action);
    plan.risks = items(root, "risk", findings, risk);
    plan.scenarios = items(root, "scenario", findings, scenario);
    plan.replies = items(root, "reply", findings, reply);
    plan.clocks = items(root, "clock", findings, clock);
    plan.stakeholders = items(root, "stakeholder", findings, stakeholder);
    plan.approvals = items(root, "approval", findings, approval);
    plan.escalations = items(root, "escalation", findings, escalation);
    plan.mandate = single(root, "mandate", findings, |s| Mandate {
        day: s.choices("day", value::ALONE),
        night: s.choices("night", value::ALONE),
    });
    plan.freeze = single(root, "freeze", findings, |s| Freeze {
        targets: plain(s.list("targets")),
        allow: plain(s.list("allow")),
    });
    plan.policy = single(root, "policy", findings, policy);
    plan.conduct = single(root, "conduct", findings, conduct);
    plan.tests = items(root, "test", findings, |s| Test {
        text: s.needed("text").value,
        scenarios: s.list("scenarios"),
        every: s.minutes("every").map(days),
    });
    plan
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
    let zone = s.each("zone", "zone", |name| TimeZone::get(name).ok()).into_iter().next();
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

fn person(s: &mut Section<'_>) -> Person {
    Person {
        name: s.needed("name").value,
        phone: s.text("phone").map(|said| said.value),
        email: s.text("email").map(|said| said.value),
        languages: s.languages("languages"),
        hours: s.each("hours", "hours", value::hours),
        absences: s.each("absences", "absence", value::absence),
        of_agency: s.flag("agency").unwrap_or(false),
    }
}

fn strategy(s: &mut Section<'_>) -> Strategy {
    Strategy {
        objective: s.text("objective"),
        text: s.needed("text").value,
        half: s.choice("half", value::HALVES).map(|said| said.value).unwrap_or_default(),
    }
}

fn action(s: &mut Section<'_>) -> Action {
    // Exactly one: several are found as such, not as a wrong kind.
    let several = s.list_instead("responsible");
    let responsible = match several {
        None => s.text("responsible"),
        Some((at, count)) => {
            if count != 1 {
                s.findings.push(Finding::new(Code::SeveralResponsible, at).with("count", count));
            }
            s.list("responsible").into_iter().next()
        }
    };
    Action {
        strategy: s.text("strategy"),
        text: s.needed("text").value,
        responsible,
        deputy: s.text("deputy"),
        within: s.minutes("within"),
        scenarios: s.list("scenarios"),
        every: s.minutes("every").map(days),
    }
}

fn risk(s: &mut Section<'_>) -> Risk {
    Risk {
        text: s.needed("text").value,
        likelihood: s.number("likelihood", 1, 5).unwrap_or(0),
        impact: s.number("impact", 1, 5).unwrap_or(0),
        queries: s.list("queries"),
        scenario: s.text("scenario"),
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
        moves: s.list("moves"),
    }
}

fn reply(s: &mut Section<'_>) -> Reply {
    let language = s.choice("language", value::LANGUAGES);
    if language.is_none() {
        s.missing("language");
    }
    Reply {
        scenario: Some(s.needed("scenario")).filter(|said| !said.value.is_empty()),
        phase: s.choice("phase", value::PHASES).map(|said| said.value).unwrap_or_default(),
        audience: s.text("audience").map_or_else(|| "public".to_owned(), |said| said.value),
        channel: s.choice("channel", value::CHANNELS),
        language,
        posture: s.choice("posture", value::POSTURES),
        text: s.needed("text"),
        approved_by: s.text("approved_by"),
        expires: s.day("expires"),
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
        owner: s.text("owner"),
        fallback: s.text("fallback"),
        night: s.flag("pauses_at_night").unwrap_or(false),
    }
}

fn stakeholder(s: &mut Section<'_>) -> Stakeholder {
    Stakeholder {
        name: s.needed("name").value,
        power: s.choice("power", value::DEGREES).map(|said| said.value).unwrap_or_default(),
        interest: s.choice("interest", value::DEGREES).map(|said| said.value).unwrap_or_default(),
        channel: s.text("channel").map(|said| said.value).unwrap_or_default(),
        owner: s.text("owner"),
        message: s.text("message").map(|said| said.value).unwrap_or_default(),
    }
}

fn approval(s: &mut Section<'_>) -> Approval {
    Approval {
        severity: s.choice("severity", value::SEVERITIES).map(|said| said.value).unwrap_or_default(),
        authors: s.list("authors"),
        any: s.list("any"),
        all: s.list("all"),
        ordered: s.flag("ordered").unwrap_or(false),
        within: s.minutes("within"),
        fallback: s.list("fallback"),
    }
}

fn escalation(s: &mut Section<'_>) -> Escalation {
    Escalation {
        severity: s.choice("severity", value::SEVERITIES).map(|said| said.value).unwrap_or_default(),
        tell: s.list("tell"),
        after: s.minutes("after").unwrap_or(0),
    }
}

fn policy(s: &mut Section<'_>) -> Policy {
    Policy {
        text: s.needed("text").value,
        complaints: s.text("complaints").map(|said| said.value),
        answer_within: s.minutes("answer_within").map(|minutes| minutes / 60),
    }
}

fn conduct(s: &mut Section<'_>) -> Conduct {
    Conduct { do_: plain(s.list("do")), dont: plain(s.list("do_not")), tell: s.text("tell") }
}
