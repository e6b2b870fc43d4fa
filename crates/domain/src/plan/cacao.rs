//! A scenario as a security playbook of CACAO 2.0 (OASIS Committee Specification 01, 27 November 2023): its moves one after the other, each a
//! manual command of whoever is responsible. What CACAO has no place for is left out; the handbook says what.

use super::model::{Item, Plan, Scenario};
use super::value;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

impl Plan {
    /// The playbook of a scenario, as made and last changed at these times; `None` where it has no moves, which CACAO does not allow. Ids are made
    /// from names, so the same plan gives the same ids; nobody's telephone number or address leaves the plan.
    pub fn cacao(&self, scenario: &Item<Scenario>, (created, modified): (Timestamp, Timestamp)) -> Option<Value> {
        let actions = self.actions_of(scenario);
        if actions.is_empty() {
            return None;
        }
        let brand = self.blanks.iter().find(|(name, _)| name == "brand").map_or("", |(_, brand)| brand.as_str());
        let id = |kind: &str, name: &str| {
            let seed = [self.title.as_str(), brand, scenario.id.as_str(), kind, name].join("\u{1f}");
            format!("{kind}--{}", uuid(&seed))
        };
        let (start, end) = (id("start", ""), id("end", ""));
        let steps: Vec<String> = actions.iter().map(|action| id("action", &action.id)).collect();
        let (mut workflow, mut agents) = (Map::new(), Map::new());
        workflow.insert(start.clone(), json!({ "type": "start", "on_completion": steps[0] }));
        for (at, action) in actions.iter().enumerate() {
            let responsible = action.body.responsible.as_ref().map_or("lead", |who| who.value.as_str());
            let (kind, name) = match self.person(responsible) {
                Some(person) => ("individual", person.body.name.as_str()),
                None => ("group", responsible),
            };
            let agent = id(kind, responsible);
            let text = self.filled(action.body.text.trim());
            workflow.insert(
                steps[at].clone(),
                json!({
                    "type": "action", "name": action.id, "description": text, "agent": agent,
                    "commands": [{ "type": "manual", "command": text }],
                    "on_completion": steps.get(at + 1).unwrap_or(&end),
                }),
            );
            agents.insert(agent, json!({ "type": kind, "name": name }));
        }
        workflow.insert(end, json!({ "type": "end" }));
        let cause = scenario.body.cause.as_ref().map(|said| said.value.code());
        let severity = value::word(value::SEVERITIES, &scenario.body.severity);
        let mut playbook = json!({
            "type": "playbook", "spec_version": "cacao-2.0", "id": id("playbook", ""),
            "name": self.filled(&scenario.body.title), "created_by": id("identity", ""),
            "created": moment(created), "modified": moment(modified.max(created)),
            "labels": cause.into_iter().chain([severity]).collect::<Vec<_>>(),
            "workflow_start": start, "workflow": workflow, "agent_definitions": agents,
        });
        let signs = scenario.body.signs.iter().map(|sign| self.filled(sign)).collect::<Vec<_>>().join("; ");
        if !signs.is_empty() {
            playbook["description"] = Value::from(signs);
        }
        Some(playbook)
    }
}

/// In UTC, with exactly three digits behind the seconds.
fn moment(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}

/// A UUID of the form of version 4, made from a name.
fn uuid(seed: &str) -> String {
    let hash = blake3::hash(seed.as_bytes());
    let mut bytes: [u8; 16] = std::array::from_fn(|at| hash.as_bytes()[at]);
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}
