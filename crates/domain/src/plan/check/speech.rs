//! Scenarios and their replies.

use super::Desk;
use crate::plan::LATER;
use crate::plan::finding::Code;
use crate::plan::model::*;
use crate::plan::value;
use jiff::Span;
use text::Cause;

/// Days before an approval runs out in which that is said.
const SOON: i64 = 30;

pub(super) fn check(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    if plan.scenarios.is_empty() {
        let top = plan.people.first().map(|person| person.at).unwrap_or_default();
        desk.find(Code::MissingField, top, &[("field", "scenario"), ("name", "plan")]);
    }
    for scenario in &plan.scenarios {
        moves(desk, scenario);
        replies(desk, scenario);
        postures(desk, scenario);
        if scenario.body.cause.as_ref().is_some_and(|c| c.value == Cause::Safety) && scenario.body.safety.is_none() {
            desk.find(Code::NoSafety, scenario.at, &[("name", &scenario.id)]);
        }
        let tested = plan.tests.iter().any(|t| t.body.scenarios.is_empty() || names(&t.body.scenarios, &scenario.id));
        if !tested {
            desk.find(Code::UntestedScenario, scenario.at, &[("name", &scenario.id)]);
        }
    }
    for reply in &plan.replies {
        self::reply(desk, reply);
    }
    for test in &plan.tests {
        for scenario in &test.body.scenarios {
            desk.refers(scenario, "scenario", plan.scenarios.iter().map(|s| s.id.as_str()));
        }
    }
}

fn names(said: &[Said<String>], id: &str) -> bool {
    said.iter().any(|one| one.value == id)
}

fn moves(desk: &mut Desk<'_>, scenario: &Item<Scenario>) {
    let plan = desk.plan;
    for name in &scenario.body.moves {
        desk.refers(name, "action", plan.actions.iter().map(|a| a.id.as_str()));
    }
    if plan.actions_of(scenario).is_empty() && scenario.body.moves.is_empty() {
        desk.find(Code::ScenarioWithoutAction, scenario.at, &[("name", &scenario.id)]);
    }
}

fn replies(desk: &mut Desk<'_>, scenario: &Item<Scenario>) {
    let plan = desk.plan;
    for language in &plan.languages {
        let word = value::word(value::LANGUAGES, &language.value);
        let of: Vec<_> = plan.replies_of(&scenario.id).filter(|r| r.body.language.as_ref() == Some(language)).collect();
        if of.is_empty() {
            desk.find(Code::ScenarioWithoutReply, scenario.at, &[("name", &scenario.id), ("language", word)]);
            continue;
        }
        if !of.iter().any(|reply| reply.body.phase == Phase::Holding && reply.body.audience == "public") {
            desk.find(Code::NoHolding, scenario.at, &[("name", &scenario.id), ("language", word)]);
        }
        // What comes later rests on facts of its own: there is nothing to choose from before they are known.
        for phase in [Phase::Holding, Phase::Answer] {
            let said = of.iter().filter(|reply| reply.body.phase == phase && reply.body.audience == "public");
            if let [only] = said.collect::<Vec<_>>()[..] {
                let names = [("name", scenario.id.as_str()), ("language", word), ("phase", phase.code())];
                desk.find(Code::NoAlternative, only.at, &names);
            }
        }
    }
}

/// Never deny and excuse, never deny and repair, in one scenario; said at the reply that departs from what stands before it.
fn postures(desk: &mut Desk<'_>, scenario: &Item<Scenario>) {
    let plan = desk.plan;
    let mut stood: Vec<&Said<Posture>> = scenario.body.posture.iter().collect();
    for posture in plan.replies_of(&scenario.id).filter_map(|reply| reply.body.posture.as_ref()) {
        if let Some(other) = stood.iter().find(|other| posture.value.contradicts(other.value)) {
            let (here, there) =
                (value::word(value::POSTURES, &posture.value), value::word(value::POSTURES, &other.value));
            desk.find(Code::MixedPosture, posture.at, &[("name", &scenario.id), ("posture", here), ("other", there)]);
        } else {
            stood.push(posture);
        }
    }
}

fn reply(desk: &mut Desk<'_>, reply: &Item<Reply>) {
    let plan = desk.plan;
    let body = &reply.body;
    if let Some(scenario) = &body.scenario {
        desk.refers(scenario, "scenario", plan.scenarios.iter().map(|s| s.id.as_str()));
    }
    if body.audience != "public" && !plan.stakeholders.iter().any(|s| s.id == body.audience) {
        let near = value::nearest(&body.audience, plan.stakeholders.iter().map(|s| s.id.as_str()));
        let names = [("name", body.audience.as_str()), ("kind", "stakeholder"), ("near", near.unwrap_or_default())];
        desk.find(Code::UnknownReference, reply.at, &names);
    }
    approval(desk, reply);
    let text = plan.filled(&body.text.value);
    let is_empty = |blank: &&str| plan.blanks.iter().any(|(name, filling)| name == blank && filling.trim().is_empty());
    let empty = blanks(&body.text.value).into_iter().filter(is_empty);
    for blank in empty.chain(blanks(&text).into_iter().filter(|blank| !LATER.contains(blank))) {
        desk.find(Code::UnknownBlank, body.text.at, &[("name", blank)]);
    }
    let channel = body.channel.as_ref();
    if let Some((channel, most)) = channel.and_then(|c| c.value.most().map(|most| (c, most))) {
        let long = text.chars().count();
        if long > most {
            let (long, most) = (long.to_string(), most.to_string());
            let word = value::word(value::CHANNELS, &channel.value);
            desk.find(Code::TextTooLong, body.text.at, &[("count", &long), ("most", &most), ("channel", word)]);
        }
    }
}

fn approval(desk: &mut Desk<'_>, reply: &Item<Reply>) {
    match &reply.body.approved_by {
        None => return desk.find(Code::NotApproved, reply.at, &[("name", &reply.id)]),
        Some(who) => {
            if desk.refers_to_who(who) && !is_asked(desk.plan, &who.value) {
                desk.find(Code::ApproverNotNamed, who.at, &[("name", &reply.id), ("who", &who.value)]);
            }
        }
    }
    if reply.body.approved_text.is_none() {
        let stamp = desk.plan.stamp_of(&reply.body);
        desk.find(Code::UnboundApproval, reply.at, &[("name", &reply.id), ("stamp", &stamp)]);
    } else if desk.plan.is_other_than_approved(&reply.body) {
        desk.find(Code::ApprovedOtherText, reply.body.text.at, &[("name", &reply.id)]);
    }
    let Some(expires) = &reply.body.expires else {
        return desk.find(Code::MissingField, reply.at, &[("field", "expires"), ("name", &reply.id)]);
    };
    let day = expires.value.to_string();
    let soon = desk.today.saturating_add(Span::new().days(SOON));
    if expires.value < desk.today {
        desk.find(Code::ExpiredApproval, expires.at, &[("name", &reply.id), ("day", &day)]);
    } else if expires.value < soon {
        desk.find(Code::ExpiresSoon, expires.at, &[("name", &reply.id), ("day", &day)]);
    }
}

/// Whether a rule of approval asks somebody of that name, or of that role; where there is no rule, that is what is said.
fn is_asked(plan: &Plan, who: &str) -> bool {
    let meant = plan.who(who);
    plan.approvals.is_empty() || meant.iter().any(|one| plan.asks(&one.id))
}

/// The blanks of a text: `{brand}` → `brand`; one that is never closed is the word behind its brace.
pub(super) fn blanks(text: &str) -> Vec<&str> {
    let name = |rest: &'_ str| rest.find(['}', ' ', '\n']).unwrap_or(rest.len());
    text.split('{').skip(1).map(|rest| &rest[..name(rest)]).collect()
}
