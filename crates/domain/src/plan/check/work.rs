//! Objectives → strategies → actions, each with exactly one responsible and a deputy; risks; lessons.

use super::Desk;
use crate::plan::finding::Code;
use crate::plan::model::*;
use crate::plan::source::At;
use std::ops::Range;

pub(super) fn check(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    for objective in &plan.objectives {
        let served = plan.strategies.iter().any(|s| s.body.objective.as_ref().is_some_and(|o| o.value == objective.id));
        if !served {
            desk.find(Code::EmptyObjective, objective.at, &[("name", &objective.id)]);
        }
    }
    for strategy in &plan.strategies {
        self::strategy(desk, strategy);
    }
    for half in [Half::Prevention, Half::Correction] {
        if !plan.strategies.iter().any(|strategy| strategy.body.half == half) {
            let name = if half == Half::Prevention { "prevention" } else { "correction" };
            let at = plan.strategies.first().map(|s| s.at).or_else(|| plan.people.first().map(|p| p.at));
            desk.find(Code::HalfMissing, at.unwrap_or_default(), &[("name", name)]);
        }
    }
    for action in &plan.actions {
        self::action(desk, action);
    }
    for risk in &plan.risks {
        self::risk(desk, risk);
    }
    for lesson in plan.lessons.iter().filter(|lesson| lesson.body.tested.is_none()) {
        desk.find(Code::UntestedLesson, lesson.at, &[("name", &lesson.id), ("case", &lesson.body.review)]);
    }
}

fn strategy(desk: &mut Desk<'_>, strategy: &Item<Strategy>) {
    let plan = desk.plan;
    match &strategy.body.objective {
        None => desk.find(Code::OrphanStrategy, strategy.at, &[("name", &strategy.id)]),
        Some(objective) => {
            desk.refers(objective, "objective", plan.objectives.iter().map(|o| o.id.as_str()));
        }
    }
    let done = plan.actions.iter().any(|a| a.body.strategy.as_ref().is_some_and(|s| s.value == strategy.id));
    if !done {
        desk.find(Code::EmptyStrategy, strategy.at, &[("name", &strategy.id)]);
    }
}

fn action(desk: &mut Desk<'_>, action: &Item<Action>) {
    let plan = desk.plan;
    match &action.body.strategy {
        None => desk.find(Code::OrphanAction, action.at, &[("name", &action.id)]),
        Some(strategy) => {
            if !plan.strategies.iter().any(|s| s.id == strategy.value) {
                desk.find(Code::OrphanAction, strategy.at, &[("name", &action.id), ("strategy", &strategy.value)]);
            }
        }
    }
    for scenario in &action.body.scenarios {
        desk.refers(scenario, "scenario", plan.scenarios.iter().map(|s| s.id.as_str()));
    }
    let Some(responsible) = &action.body.responsible else {
        desk.find(Code::NoResponsible, action.at, &[("name", &action.id)]);
        return;
    };
    if desk.refers_to_who(responsible) {
        deputy(desk, action, responsible);
    }
}

/// Where the responsible is a role of several people, the next of them stands in.
fn deputy(desk: &mut Desk<'_>, action: &Item<Action>, responsible: &Said<String>) {
    let plan = desk.plan;
    let holders = plan.who(&responsible.value);
    let Some(deputy) = &action.body.deputy else {
        if !desk.solo() && holders.len() < 2 {
            desk.find(Code::NoDeputy, action.at, &[("name", &action.id), ("who", &responsible.value)]);
        }
        return;
    };
    if !desk.refers_to_who(deputy) {
        return;
    }
    let first = holders.first().map(|person| person.id.as_str());
    let stands_in = plan.who(&deputy.value);
    if first.is_some() && stands_in.first().map(|person| person.id.as_str()) == first {
        desk.find(Code::SamePerson, deputy.at, &[("name", &action.id), ("who", first.unwrap_or_default())]);
    }
}

fn risk(desk: &mut Desk<'_>, risk: &Item<Risk>) {
    let plan = desk.plan;
    if risk.body.queries.iter().all(|query| query.value.trim().is_empty()) {
        desk.find(Code::RiskWithoutQuery, risk.at, &[("name", &risk.id)]);
    }
    for said in risk.body.queries.iter().filter(|said| !said.value.trim().is_empty()) {
        if let Err(wrong) = query::parse(&said.value) {
            let names = [("field", "queries"), ("name", said.value.as_str()), ("wanted", "query")];
            desk.find(Code::BadValue, within(said, wrong.span()), &names);
        }
    }
    match &risk.body.scenario {
        None => desk.find(Code::RiskWithoutScenario, risk.at, &[("name", &risk.id)]),
        Some(scenario) => {
            if !plan.scenarios.iter().any(|s| s.id == scenario.value) {
                desk.find(Code::RiskWithoutScenario, scenario.at, &[("name", &risk.id), ("scenario", &scenario.value)]);
            }
        }
    }
}

/// The place inside a quoted text; the whole of it where it is written otherwise than it reads.
fn within(said: &Said<String>, span: Range<usize>) -> At {
    let plain = (said.at.to.saturating_sub(said.at.from)) as usize == said.value.len() + 2;
    let (Ok(from), Ok(to)) = (u32::try_from(span.start), u32::try_from(span.end)) else { return said.at };
    match plain && to > from {
        true => At { from: said.at.from + 1 + from, to: said.at.from + 1 + to, ..said.at },
        false => said.at,
    }
}
