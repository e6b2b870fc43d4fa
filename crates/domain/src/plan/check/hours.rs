//! Clocks, escalation, freeze.

use super::Desk;
use crate::plan::finding::Code;
use crate::plan::model::*;
use crate::plan::value;
use crate::setup::Size;

/// The clocks of the first hours. In a team somebody also has to come together.
const NEEDED: [ClockKind; 4] =
    [ClockKind::FirstAssessment, ClockKind::Holding, ClockKind::NextUpdate, ClockKind::TeamAssembled];

pub(super) fn check(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    let top = plan.clocks.first().map_or_else(Default::default, |clock| clock.at);
    let needed = if desk.solo() { &NEEDED[..3] } else { &NEEDED[..] };
    for kind in needed {
        if !plan.clocks.iter().any(|clock| clock.body.kind == Some(*kind)) {
            desk.find(Code::MissingClock, top, &[("name", value::word(value::CLOCKS, kind))]);
        }
    }
    for clock in &plan.clocks {
        match &clock.body.owner {
            None => desk.find(Code::NoResponsible, clock.at, &[("name", &clock.id)]),
            Some(owner) => {
                desk.refers_to_who(owner);
            }
        }
        match &clock.body.fallback {
            // Alone there is nobody to turn to: the clock rings again.
            None if desk.solo() => {}
            None => desk.find(Code::ClockWithoutFallback, clock.at, &[("name", &clock.id)]),
            Some(fallback) => {
                let first = clock.body.owner.as_ref().and_then(|owner| plan.who(&owner.value).into_iter().next());
                let same = |first: &Item<Person>| plan.who(&fallback.value).iter().all(|person| person.id == first.id);
                // Whoever did not do it takes over from themself: nobody does.
                if desk.refers_to_who(fallback) && !desk.solo() && first.is_some_and(same) {
                    desk.find(Code::ClockWithoutFallback, fallback.at, &[("name", &clock.id)]);
                }
            }
        }
    }
    for escalation in &plan.escalations {
        for who in &escalation.body.tell {
            desk.refers_to_who(who);
        }
    }
    let told = plan.escalations.iter().any(|escalation| !escalation.body.tell.is_empty());
    if !told && plan.size != Size::Solo {
        desk.find(Code::MissingEscalation, top, &[]);
    }
    if let Some(freeze) = &plan.freeze
        && !freeze.value.targets.is_empty()
        && freeze.value.allow.is_empty()
    {
        desk.find(Code::FreezeWithoutAllow, freeze.at, &[]);
    }
}
