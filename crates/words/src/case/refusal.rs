//! Why a command was refused, and what to do instead.

use super::{moment, start, step};
use crate::{Arg, Words};
use domain::case::Refusal;

/// Why a command was refused and what to do instead, in a few plain sentences.
pub fn refusal(words: &Words, refusal: &Refusal) -> String {
    words.tell(message(refusal), &arguments(words, refusal))
}

fn message(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotOpen => "case-refusal-not-open",
        Refusal::Over => "case-refusal-over",
        Refusal::Person => "case-refusal-person",
        Refusal::House => "case-refusal-house",
        Refusal::Role => "case-refusal-role",
        Refusal::Reader => "case-refusal-reader",
        Refusal::Lead => "case-refusal-lead",
        Refusal::Missing { what, .. } => missing(what),
        Refusal::NotInPlan { what } => not_in_plan(what),
        Refusal::Ladder { .. } => "case-refusal-ladder",
        Refusal::Why => "case-refusal-why",
        Refusal::OpenTasks(..) => "case-refusal-open-tasks",
        Refusal::OpenMeasures(..) => "case-refusal-open-measures",
        Refusal::LegalTerm(..) => "case-refusal-legal-term",
        Refusal::UnderWay(..) => "case-refusal-under-way",
        Refusal::NeverPauses => "case-refusal-never-pauses",
        Refusal::Time => "case-refusal-time",
        Refusal::Start(..) => "case-refusal-start",
        Refusal::Proof => "case-refusal-proof",
        Refusal::Source => "case-refusal-source",
        Refusal::Retracted => "case-refusal-retracted",
        Refusal::Stale => "case-refusal-stale",
        Refusal::Stage(..) => "case-refusal-stage",
        Refusal::WeakFacts(..) => "case-refusal-weak-facts",
        Refusal::Unchecked => "case-refusal-unchecked",
        Refusal::Stopped(..) => "case-refusal-stopped",
        Refusal::Mixed(..) => "case-refusal-mixed",
        Refusal::Long { .. } => "case-refusal-long",
        Refusal::Blank => "case-refusal-blank",
        Refusal::Account => "case-refusal-account",
        Refusal::ToAll => "case-refusal-to-all",
        Refusal::Corrects => "case-refusal-corrects",
        Refusal::NoRule => "case-refusal-no-rule",
        Refusal::NoLogin(..) => "case-refusal-no-login",
        Refusal::Author => "case-refusal-author",
        Refusal::Own => "case-refusal-own",
        Refusal::NotAsked => "case-refusal-not-asked",
        Refusal::Already => "case-refusal-already",
        Refusal::NotAlone => "case-refusal-not-alone",
        Refusal::NotYet(..) => "case-refusal-not-yet",
        Refusal::NoFallback => "case-refusal-no-fallback",
        Refusal::NotPrepared => "case-refusal-not-prepared",
        Refusal::Mandate => "case-refusal-mandate",
        Refusal::TooLate => "case-refusal-too-late",
        Refusal::Attempt => "case-refusal-attempt",
        Refusal::MayBeOut(..) => "case-refusal-may-be-out",
        Refusal::HeldBy(..) => "case-refusal-held-by",
        Refusal::Elsewhere => "case-refusal-elsewhere",
        Refusal::ClaimFirst(..) => "case-refusal-claim-first",
        Refusal::Answered(..) => "case-refusal-answered",
        Refusal::Amount => "case-refusal-amount",
        Refusal::Exit(whose) => exit(whose),
        Refusal::ExitNoLogin(..) => "case-refusal-exit-no-login",
        Refusal::NoFreeze => "case-refusal-no-freeze",
        Refusal::Fenced => "case-refusal-fenced",
        Refusal::Unaccounted(..) => "case-refusal-unaccounted",
        Refusal::NotHeld => "case-refusal-not-held",
        Refusal::Frozen => "case-refusal-frozen",
        Refusal::Burst => "case-refusal-burst",
        Refusal::Goal => "case-refusal-goal",
        Refusal::Tested => "case-refusal-tested",
    }
}

/// What is not there, by the word that the domain has for it.
fn missing(what: &str) -> &'static str {
    match what {
        "task" => "case-refusal-missing-task",
        "open task" => "case-refusal-missing-open-task",
        "fact" => "case-refusal-missing-fact",
        "clock" => "case-refusal-missing-clock",
        "incident" => "case-refusal-missing-incident",
        "draft" => "case-refusal-missing-draft",
        "measure" => "case-refusal-missing-measure",
        "lesson" => "case-refusal-missing-lesson",
        "record" => "case-refusal-missing-record",
        _ => "case-refusal-missing",
    }
}

fn not_in_plan(what: &str) -> &'static str {
    match what {
        "stakeholder" => "case-refusal-not-in-plan-stakeholder",
        "reply" => "case-refusal-not-in-plan-reply",
        "role" => "case-refusal-not-in-plan-role",
        "scenario" => "case-refusal-not-in-plan-scenario",
        _ => "case-refusal-not-in-plan",
    }
}

fn exit(whose: &str) -> &'static str {
    match whose {
        "the owner or the social manager" => "case-refusal-exit-platform",
        "legal counsel, or the fallback that the plan names" => "case-refusal-exit-legal",
        "legal counsel, whom nobody is yet" => "case-refusal-exit-legal-nobody",
        _ => "case-refusal-exit",
    }
}

fn arguments(words: &Words, refusal: &Refusal) -> Vec<(&'static str, Arg<'static>)> {
    match refusal {
        Refusal::Missing { number, .. } => vec![("count", (*number).into())],
        Refusal::Ladder { from, to } => vec![("from", step(words, *from).into()), ("to", step(words, *to).into())],
        Refusal::LegalTerm(code) => vec![("what", code.clone().into())],
        Refusal::NoLogin(names) | Refusal::ExitNoLogin(names) => vec![("what", names.join(", ").into())],
        Refusal::OpenTasks(tasks) | Refusal::OpenMeasures(tasks) => vec![("count", whole(*tasks))],
        Refusal::UnderWay(number)
        | Refusal::Stage(number)
        | Refusal::Stopped(number)
        | Refusal::MayBeOut(number)
        | Refusal::Answered(number)
        | Refusal::Unaccounted(number) => vec![("count", i64::from(*number).into())],
        Refusal::WeakFacts(numbers) | Refusal::Mixed(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(|number| words.number(i64::from(*number))).collect();
            vec![("what", numbers.join(", ").into())]
        }
        Refusal::Start(starts) => {
            let starts: Vec<String> = starts.iter().map(|it| start(words, *it)).collect();
            vec![("what", starts.join(", ").into())]
        }
        Refusal::Long { is, most } => vec![("count", whole(*is)), ("most", whole(*most))],
        Refusal::NotYet(at) => vec![("when", moment(words, *at).into())],
        _ => Vec::new(),
    }
}

fn whole(number: usize) -> Arg<'static> {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}
