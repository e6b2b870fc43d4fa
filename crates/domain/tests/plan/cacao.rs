//! CACAO 2.0: each scenario of each plan that ships is a playbook with every property that the specification requires, and no dead end.

use super::{compiled, ships};
use jiff::Timestamp;
use serde_json::Value;
use std::collections::BTreeSet;
use vigie_domain::plan::{Plan, read};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

/// An identifier (section 10.10): a type, two hyphens, a UUID of version 4.
fn uuid(id: &Value, kind: &str) -> String {
    let uuid = id.as_str().and_then(|id| id.strip_prefix(kind)?.strip_prefix("--")).unwrap_or_else(|| panic!("{id}"));
    let parts: Vec<usize> = uuid.split('-').map(str::len).collect();
    let is_hex = uuid.chars().all(|c| c == '-' || c.is_ascii_hexdigit() && !c.is_ascii_uppercase());
    let form = uuid.as_bytes()[14] == b'4' && b"89ab".contains(&uuid.as_bytes()[19]);
    assert!(parts == [8, 4, 4, 4, 12] && is_hex && form, "{uuid}");
    uuid.to_owned()
}

fn text<'v>(of: &'v Value, property: &str) -> &'v str {
    let said = of[property].as_str().unwrap_or_else(|| panic!("{property} in {of}"));
    assert!(!said.trim().is_empty(), "{property}");
    said
}

/// Holds the playbook to what sections 3.1, 4 and 7 require; answers its steps in order.
fn valid(playbook: &Value) -> Vec<String> {
    assert_eq!((text(playbook, "type"), text(playbook, "spec_version")), ("playbook", "cacao-2.0"));
    text(playbook, "name");
    let mut uuids = BTreeSet::from([uuid(&playbook["id"], "playbook"), uuid(&playbook["created_by"], "identity")]);
    let known = [
        "type",
        "spec_version",
        "id",
        "name",
        "description",
        "created_by",
        "created",
        "modified",
        "labels",
        "workflow_start",
        "workflow",
        "agent_definitions",
    ];
    assert!(playbook.as_object().unwrap().keys().all(|key| known.contains(&key.as_str())), "{playbook}");
    for time in ["created", "modified"] {
        let said = text(playbook, time);
        assert!(said.len() == 24 && said.ends_with('Z') && said.as_bytes()[19] == b'.', "{said}");
    }
    assert!(text(playbook, "created") <= text(playbook, "modified"));
    let (workflow, agents) =
        (playbook["workflow"].as_object().unwrap(), playbook["agent_definitions"].as_object().unwrap());
    for (id, agent) in agents {
        let kind = text(agent, "type");
        assert!(["individual", "group"].contains(&kind) && uuids.insert(uuid(&Value::from(id.as_str()), kind)));
        text(agent, "name");
    }
    let (mut names, mut next, mut seen) = (Vec::new(), text(playbook, "workflow_start"), 0);
    uuid(&playbook["workflow_start"], "start");
    loop {
        let step = &workflow[next];
        let kind = text(step, "type");
        assert!(uuids.insert(uuid(&Value::from(next), kind)), "{next} twice");
        seen += 1;
        match kind {
            "end" => {
                assert!(step["on_completion"].is_null());
                break;
            }
            "action" => {
                assert!(agents.contains_key(text(step, "agent")), "{step}");
                let commands = step["commands"].as_array().unwrap();
                assert!(!commands.is_empty() && commands.iter().all(|one| text(one, "type") == "manual"));
                text(&commands[0], "command");
                names.push(text(step, "name").to_owned());
            }
            "start" => assert_eq!(seen, 1),
            other => panic!("{other}"),
        }
        next = text(step, "on_completion");
    }
    assert_eq!((seen, names.len() + 2), (workflow.len(), workflow.len()), "no step is left aside");
    names
}

fn playbook(plan: &Plan, scenario: &str) -> Option<Value> {
    plan.cacao(plan.scenario(scenario).unwrap(), (at(0), at(86_400)))
}

#[test]
fn each_scenario_that_ships_is_a_playbook_with_its_moves_in_order() {
    let mut all = 0;
    for one in &ships() {
        let (plan, _) = compiled(one);
        let mut ids = BTreeSet::new();
        for scenario in &plan.scenarios {
            let made = playbook(&plan, &scenario.id).unwrap();
            let moves: Vec<String> = plan.actions_of(scenario).iter().map(|action| action.id.clone()).collect();
            assert_eq!(valid(&made), moves, "{}/{}", one.0, scenario.id);
            assert!(ids.insert(made["id"].to_string()), "{}: one id twice", one.0);
            assert_eq!(playbook(&plan, &scenario.id), Some(made.clone()), "the same plan gives the same ids");
            let told = made.to_string();
            let contacts = plan.people.iter().flat_map(|person| person.body.phone.iter().chain(&person.body.email));
            assert!(contacts.into_iter().all(|contact| !told.contains(contact.as_str())), "{}", one.0);
            all += 1;
        }
    }
    println!("{all} playbooks, all with what CACAO 2.0 requires");
    assert!(all > 100, "{all}");
}

#[test]
fn who_has_no_moves_is_no_playbook_and_who_has_no_responsible_is_led() {
    let text = "[plan]\ntitle = \"x\"\n[scenario.a]\ntitle = \"A\"\n[scenario.b]\ntitle = \"B\"\nmoves = [\"go\"]\n[action.go]\ntext = \"Go.\"\n";
    let plan = read(text, None).0;
    assert_eq!(playbook(&plan, "a"), None);
    let made = playbook(&plan, "b").unwrap();
    assert_eq!(valid(&made), ["go"]);
    assert_eq!(made["agent_definitions"].as_object().unwrap().values().next().unwrap()["name"], "lead");
    // Changed before it was made: never.
    let scenario = plan.scenario("b").unwrap();
    let late = plan.cacao(scenario, (at(9), at(1))).unwrap();
    assert_eq!(
        (late["created"].as_str(), late["modified"].as_str()),
        (Some("1970-01-01T00:00:09.000Z"), Some("1970-01-01T00:00:09.000Z"))
    );
}
