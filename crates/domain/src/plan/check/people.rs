//! People, roles and who can be reached; stakeholders, policy and conduct.

use super::Desk;
use crate::plan::finding::Code;
use crate::plan::model::*;
use crate::plan::value;

/// The roles a team needs; `on-call` is filled by whoever wakes.
const NEEDED: [&str; 5] = ["lead", "spokesperson", "social-manager", "legal", "executive"];

pub(super) fn check(desk: &mut Desk<'_>) {
    roles(desk);
    reachable(desk);
    languages(desk);
    stakeholders(desk);
    let plan = desk.plan;
    let top = plan.people.first().map_or_else(Default::default, |person| person.at);
    if plan.policy.as_ref().is_none_or(|policy| policy.value.complaints.is_none()) {
        desk.find(Code::MissingPolicy, plan.policy.as_ref().map_or(top, |policy| policy.at), &[]);
    }
    match &plan.conduct {
        None => desk.find(Code::MissingConduct, top, &[]),
        Some(conduct) => {
            if let Some(who) = &conduct.value.tell {
                desk.refers_to_who(who);
            }
            if conduct.value.do_.is_empty() || conduct.value.dont.is_empty() {
                desk.find(Code::MissingConduct, conduct.at, &[]);
            }
        }
    }
}

fn roles(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    for role in &plan.roles {
        for person in &role.body.people {
            desk.refers(person, "person", plan.people.iter().map(|p| p.id.as_str()));
        }
    }
    let needed: &[&str] = if desk.solo() { &NEEDED[..1] } else { &NEEDED };
    for name in needed {
        let role = plan.roles.iter().find(|role| role.id == *name);
        if role.is_none_or(|role| role.body.people.is_empty()) {
            let at = role.map(|role| role.at).or_else(|| plan.people.first().map(|person| person.at));
            desk.find(Code::MissingRole, at.unwrap_or_default(), &[("name", name)]);
        }
    }
}

/// Everybody the plan asks to act, with the place that asks.
fn asked(plan: &Plan) -> Vec<(&Said<String>, &str)> {
    let actions = plan.actions.iter().flat_map(|action| {
        let who = action.body.responsible.iter().chain(&action.body.deputy);
        who.map(|who| (who, action.id.as_str()))
    });
    let clocks = plan.clocks.iter().flat_map(|clock| {
        let who = clock.body.owner.iter().chain(&clock.body.fallback);
        who.map(|who| (who, clock.id.as_str()))
    });
    let approvals = plan.approvals.iter().flat_map(|approval| {
        let body = &approval.body;
        body.any.iter().chain(&body.all).chain(&body.fallback).map(|who| (who, approval.id.as_str()))
    });
    actions.chain(clocks).chain(approvals).collect()
}

/// Said once a person, at their own name: that is where it is mended.
fn reachable(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    for person in &plan.people {
        if person.body.phone.is_some() || person.body.email.is_some() {
            continue;
        }
        let does = asked(plan).into_iter().find(|(who, _)| plan.who(&who.value).iter().any(|p| p.id == person.id));
        if let Some((_, what)) = does {
            desk.find(Code::UnreachableOwner, person.at, &[("name", &person.body.name), ("what", what)]);
        }
    }
}

fn languages(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    // Where nobody's languages are given, nothing is known.
    if plan.people.iter().all(|person| person.body.languages.is_empty()) {
        return;
    }
    for language in &plan.languages {
        let spoken = plan.people.iter().any(|person| person.body.languages.contains(language));
        if !spoken {
            let name = value::word(value::LANGUAGES, &language.value);
            desk.find(Code::MissingLanguage, language.at, &[("language", name)]);
        }
    }
}

fn stakeholders(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    for stakeholder in &plan.stakeholders {
        match &stakeholder.body.owner {
            None => desk.find(Code::NoResponsible, stakeholder.at, &[("name", &stakeholder.id)]),
            Some(owner) => {
                desk.refers_to_who(owner);
            }
        }
    }
    if !desk.solo() && !plan.stakeholders.iter().any(|stakeholder| stakeholder.id == "staff") {
        let at = plan.stakeholders.first().map(|s| s.at).or_else(|| plan.people.first().map(|p| p.at));
        desk.find(Code::MissingStakeholder, at.unwrap_or_default(), &[]);
    }
}
