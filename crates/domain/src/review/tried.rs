//! Whether a drill went through what a lesson changed: the parts of the plan that a lesson names, and what the cases of the drill show of them.

use crate::case::Party;
use crate::case::event::ClockOf;
use crate::case::state::{Clock, Draft, Run, State, TaskStage};
use crate::drill::Played;
use crate::id::PersonId;
use crate::plan::{Action, Change, Item, Plan, Strategy};
use std::collections::{BTreeMap, BTreeSet};

/// The parts of the plan that changes are of, such as `action.call-authority`. What is taken out leaves nothing to be gone through: an action or a reply that
/// goes is tried by the scenarios that had it.
pub fn parts(before: &Plan, changes: &[Change]) -> Vec<String> {
    let mut parts = BTreeSet::new();
    for change in changes {
        let gone = change.field.is_none() && change.to.is_none();
        let id = change.id.as_deref().unwrap_or_default();
        match (change.section.as_str(), gone) {
            ("action", true) => {
                let had = before.scenarios.iter().filter(|one| before.actions_of(one).iter().any(|it| it.id == id));
                parts.extend(had.map(|one| format!("scenario.{}", one.id)));
            }
            ("reply", true) => {
                let reply = before.replies.iter().find(|reply| reply.id == id);
                let of = reply.and_then(|reply| reply.body.scenario.as_ref());
                parts.extend(of.map(|of| format!("scenario.{}", of.value)));
            }
            (section, _) if id.is_empty() => drop(parts.insert(section.to_owned())),
            (section, _) => drop(parts.insert(format!("{section}.{id}"))),
        }
    }
    parts.into_iter().collect()
}

/// The lessons of a plan that no drill had tried and that these cases went through: every part that the lesson changed. `people`: who somebody of the plan is
/// in the cases. A lesson that does not say what it changed is tried by none.
pub fn tried<'a>(plan: &'a Plan, cases: &[Played<'_>], people: &BTreeMap<String, PersonId>) -> Vec<&'a str> {
    let went = |part: &String| cases.iter().any(|case| went_through(plan, part, case, people));
    let open = plan.lessons.iter().filter(|lesson| lesson.body.tested.is_none());
    let tried = open.filter(|lesson| !lesson.body.changes.is_empty() && lesson.body.changes.iter().all(went));
    tried.map(|lesson| lesson.id.as_str()).collect()
}

/// What no case shows (a conduct card, a policy, a mandate) is gone through by no drill.
fn went_through(plan: &Plan, part: &str, case: &Played<'_>, people: &BTreeMap<String, PersonId>) -> bool {
    let state = case.state;
    let (section, id) = part.split_once('.').unwrap_or((part, ""));
    let played = |scenario: &str| state.course.scenario.as_deref() == Some(scenario);
    let acted = |who: PersonId| {
        let is = |party: Party| matches!(party, Party::Member(one) if one == who);
        case.entries.iter().any(|entry| entry.by.party().is_some_and(is))
    };
    match section {
        "scenario" => plan.scenario(id).is_some() && played(id),
        "action" => is_done(state, id),
        "strategy" => serves(plan, id, state),
        "objective" => {
            let of = |one: &&Item<Strategy>| one.body.objective.as_ref().is_some_and(|objective| objective.value == id);
            plan.strategies.iter().filter(of).any(|strategy| serves(plan, &strategy.id, state))
        }
        "risk" => {
            let risk = plan.risks.iter().find(|risk| risk.id == id);
            risk.and_then(|risk| risk.body.scenario.as_ref()).is_some_and(|scenario| played(&scenario.value))
        }
        "reply" => {
            let is = |draft: &Draft| {
                draft.is_sent() && draft.wording.prepared.as_ref().is_some_and(|prepared| prepared.reply == id)
            };
            state.drafts.values().any(is)
        }
        "clock" => {
            let clock = plan.clocks.iter().find(|clock| clock.id == id);
            clock.and_then(|clock| clock.body.kind).is_some_and(|kind| {
                let ended = |one: &Clock| matches!(one.run, Run::Met(_)) || one.missed.is_some();
                state.clocks.values().any(|one| one.of == ClockOf::Plan(kind) && ended(one))
            })
        }
        "role" => match state.course.roles.get(id).and_then(|role| role.to) {
            Some(Party::Member(who)) => acted(who),
            _ => false,
        },
        "person" => people.get(id).is_some_and(|who| acted(*who)),
        "stakeholder" => state.told.iter().any(|told| told.stakeholder == id),
        "approval" => {
            let approval = plan.approvals.iter().find(|approval| approval.id == id);
            approval.is_some_and(|approval| {
                let by = |draft: &Draft| {
                    draft.released.is_some()
                        && draft.rule.as_ref().is_some_and(|rule| rule.severity == approval.body.severity)
                };
                state.drafts.values().any(by)
            })
        }
        "freeze" => !state.leases.is_empty(),
        _ => false,
    }
}

fn is_done(state: &State, action: &str) -> bool {
    let done = |stage: &TaskStage| matches!(stage, TaskStage::Done(_));
    state.tasks.values().any(|task| task.action.as_deref() == Some(action) && done(&task.stage))
}

/// Whether an action of a strategy was done.
fn serves(plan: &Plan, strategy: &str, state: &State) -> bool {
    let of = |one: &&Item<Action>| one.body.strategy.as_ref().is_some_and(|named| named.value == strategy);
    plan.actions.iter().filter(of).any(|action| is_done(state, &action.id))
}
