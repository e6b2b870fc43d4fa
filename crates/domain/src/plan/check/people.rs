//! People, roles and who can be reached; stakeholders, policy and conduct.

use super::Desk;
use super::speech::blanks;
use crate::plan::finding::Code;
use crate::plan::model::*;
use crate::plan::value;
use std::collections::{BTreeMap, BTreeSet};

/// The roles a team needs; `on-call` is filled by whoever wakes.
const NEEDED: [&str; 5] = ["lead", "spokesperson", "social-manager", "legal", "executive"];

pub(super) fn check(desk: &mut Desk<'_>) {
    roles(desk);
    reachable(desk);
    twice(desk);
    languages(desk);
    stakeholders(desk);
    let plan = desk.plan;
    let top = plan.people.first().map_or_else(Default::default, |person| person.at);
    if plan.policy.as_ref().is_none_or(|policy| policy.value.complaints.is_none()) {
        desk.find(Code::MissingPolicy, plan.policy.as_ref().map_or(top, |policy| policy.at), &[]);
    }
    policy(desk);
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

/// Of what the public reads no blank is filled in later.
fn policy(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    let main = plan.policy.iter().map(|main| {
        let said = &main.value;
        (main.at, &said.text, said.complaints.as_ref(), &said.more)
    });
    let others = plan.policies.iter().map(|other| (other.at, &other.body.text, None, &other.body.more));
    for (at, text, complaints, more) in main.chain(others) {
        let said = [text].into_iter().chain(complaints).chain(&more.answers).chain(&more.do_).chain(&more.never);
        for text in said {
            let is_empty =
                |blank: &&str| plan.blanks.iter().any(|(name, said)| name == blank && said.trim().is_empty());
            let empty = blanks(text).into_iter().filter(is_empty);
            for blank in empty.chain(blanks(&plan.filled(text))) {
                desk.find(Code::UnknownBlank, at, &[("name", blank)]);
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
    for role in plan.roles.iter().filter(|role| role.body.people.is_empty() && !NEEDED.contains(&role.id.as_str())) {
        desk.find(Code::MissingRole, role.at, &[("name", &role.id)]);
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

/// What each person is asked to do first, by the person's name in the plan.
fn asked(plan: &Plan) -> BTreeMap<&str, &str> {
    let actions = plan.actions.iter().flat_map(|a| names(&a.id, [&a.body.responsible, &a.body.deputy]));
    let clocks = plan.clocks.iter().flat_map(|c| names(&c.id, [&c.body.owner, &c.body.fallback]));
    let stakeholders = plan.stakeholders.iter().flat_map(|s| names(&s.id, [&s.body.owner]));
    let conduct = plan.conduct.iter().flat_map(|conduct| names("conduct", [&conduct.value.tell]));
    let approvals = plan.approvals.iter().flat_map(|approval| {
        let body = &approval.body;
        let who = body.any.iter().chain(&body.all).chain(&body.fallback).chain(&body.authors);
        who.map(|who| (approval.id.as_str(), who))
    });
    let told = plan.escalations.iter().flat_map(|e| e.body.tell.iter().map(|who| (e.id.as_str(), who)));
    let mut asked = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (what, who) in actions.chain(clocks).chain(stakeholders).chain(conduct).chain(approvals).chain(told) {
        if seen.insert(who.value.as_str()) {
            for person in plan.who(&who.value) {
                asked.entry(person.id.as_str()).or_insert(what);
            }
        }
    }
    asked
}

fn names<'p, const N: usize>(
    what: &'p str,
    who: [&'p Option<Said<String>>; N],
) -> impl Iterator<Item = (&'p str, &'p Said<String>)> {
    who.into_iter().flatten().map(move |who| (what, who))
}

/// Said once a person, at their own name: that is where it is mended.
fn reachable(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    let asked = asked(plan);
    for person in &plan.people {
        let silent = person.body.phone.is_none() && person.body.email.is_none();
        if let Some(what) = asked.get(person.id.as_str()).filter(|_| silent) {
            desk.find(Code::UnreachableOwner, person.at, &[("name", &person.body.name), ("what", what)]);
        } else if asked.contains_key(person.id.as_str()) && person.body.is_invented() {
            desk.find(Code::InventedContact, person.at, &[("name", &person.body.name)]);
        }
    }
}

/// Who stands in the plan twice would count as two where two are asked for.
fn twice(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    // The last nine digits: with or without the code of the country.
    let phone = |one: &Person| {
        let digits: Vec<char> = one.phone.iter().flat_map(|said| said.chars()).filter(char::is_ascii_digit).collect();
        (digits.len() >= 9).then(|| digits[digits.len() - 9..].to_vec())
    };
    let email = |one: &Person| one.email.as_ref().map(|said| said.trim().to_lowercase());
    for (at, one) in plan.people.iter().enumerate() {
        let same = |other: &&Item<Person>| {
            let by_phone = phone(&one.body).is_some_and(|said| phone(&other.body) == Some(said));
            by_phone || email(&one.body).is_some_and(|said| email(&other.body) == Some(said))
        };
        if let Some(other) = plan.people[..at].iter().find(same) {
            desk.find(Code::OnePersonTwice, one.at, &[("name", &one.body.name), ("other", &other.body.name)]);
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
