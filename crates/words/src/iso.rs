//! ISO 22361 in a plan, in words: titles and what shows them.

use crate::Words;
use domain::plan::{Element, Evidence, Group, State};

/// A group as a heading.
pub fn group(words: &Words, group: Group) -> String {
    words.say(match group {
        Group::Principle => "iso-principle",
        Group::Process => "iso-process",
        Group::Clause => "iso-clause",
    })
}

/// How much is shown.
pub fn state(words: &Words, state: State) -> String {
    words.say(match state {
        State::Met => "iso-met",
        State::Partly => "iso-partly",
        State::Missing => "iso-missing",
    })
}

/// An element by its title.
pub fn element(words: &Words, element: Element) -> String {
    words.say(match element {
        Element::Governance => "iso-governance",
        Element::Strategy => "iso-strategy",
        Element::Risk => "iso-risk",
        Element::Decision => "iso-decision",
        Element::Communication => "iso-communication",
        Element::Ethics => "iso-ethics",
        Element::Learning => "iso-learning",
        Element::Anticipation => "iso-anticipation",
        Element::Assessment => "iso-assessment",
        Element::Prevention => "iso-prevention",
        Element::Preparedness => "iso-preparedness",
        Element::Response => "iso-response",
        Element::Recovery => "iso-recovery",
        Element::Improvement => "iso-improvement",
        Element::Leadership => "iso-leadership",
        Element::StrategicDecision => "iso-strategic-decision",
        Element::CrisisCommunication => "iso-crisis-communication",
        Element::Training => "iso-training",
    })
}

/// What we look for.
pub fn evidence(words: &Words, evidence: Evidence) -> String {
    words.say(match evidence {
        Evidence::Lead => "iso-has-lead",
        Evidence::Team => "iso-has-team",
        Evidence::Deputies => "iso-has-deputies",
        Evidence::Responsible => "iso-has-responsible",
        Evidence::Reachable => "iso-has-reachable",
        Evidence::Approval => "iso-has-approval",
        Evidence::Liveness => "iso-has-liveness",
        Evidence::Escalation => "iso-has-escalation",
        Evidence::Objectives => "iso-has-objectives",
        Evidence::Halves => "iso-has-halves",
        Evidence::Risks => "iso-has-risks",
        Evidence::Rated => "iso-has-rated",
        Evidence::Heard => "iso-has-heard",
        Evidence::Scenarios => "iso-has-scenarios",
        Evidence::Signs => "iso-has-signs",
        Evidence::Recurring => "iso-has-recurring",
        Evidence::FirstAssessment => "iso-has-first-assessment",
        Evidence::Assembled => "iso-has-assembled",
        Evidence::Moves => "iso-has-moves",
        Evidence::Freeze => "iso-has-freeze",
        Evidence::Holding => "iso-has-holding",
        Evidence::Alternatives => "iso-has-alternatives",
        Evidence::Languages => "iso-has-languages",
        Evidence::Approved => "iso-has-approved",
        Evidence::Updates => "iso-has-updates",
        Evidence::Postures => "iso-has-postures",
        Evidence::Stakeholders => "iso-has-stakeholders",
        Evidence::Policy => "iso-has-policy",
        Evidence::Never => "iso-has-never",
        Evidence::Conduct => "iso-has-conduct",
        Evidence::Safety => "iso-has-safety",
        Evidence::FullStatement => "iso-has-full-statement",
        Evidence::After => "iso-has-after",
        Evidence::Measures => "iso-has-measures",
        Evidence::Tests => "iso-has-tests",
        Evidence::Repeated => "iso-has-repeated",
    })
}
