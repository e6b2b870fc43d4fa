//! What is missing in how ready a team is, in sentences: what, and how to mend it.

use crate::Words;
use domain::readiness::{Kind, Reason};

/// What is missing.
pub fn what(words: &Words, reason: &Reason) -> String {
    let many = i64::try_from(reason.subjects.len()).unwrap_or(i64::MAX);
    match reason.kind {
        Kind::NoPlan => words.say("ready-no-plan"),
        Kind::PlanErrors => words.count("ready-plan-errors", many),
        Kind::PlanWarnings => words.count("ready-plan-warnings", many),
        Kind::Tonight => words.count("ready-tonight", many),
        Kind::Nights => words.count("ready-nights", many),
        Kind::Untested => words.count("ready-untested", many),
        Kind::Unconfirmed => words.count("ready-unconfirmed", many),
        Kind::Unheard => words.count("ready-unheard", many),
        Kind::NoScenario => words.count("ready-no-scenario", many),
        Kind::NoReply => words.count("ready-no-reply", many),
        Kind::NoDrill => words.count("ready-no-drill", many),
        Kind::Untrained => words.count("ready-untrained", many),
        Kind::Expired => words.count("ready-expired", many),
        Kind::Void => words.count("ready-void", many),
        Kind::Unapproved => words.count("ready-unapproved", many),
        Kind::TeamNotReviewed => words.say("ready-team"),
    }
}

/// How to mend it.
pub fn mend(words: &Words, kind: Kind) -> String {
    words.say(match kind {
        Kind::NoPlan => "ready-mend-no-plan",
        Kind::PlanErrors | Kind::PlanWarnings => "ready-mend-plan",
        Kind::Tonight | Kind::Nights => "ready-mend-nights",
        Kind::Untested => "ready-mend-untested",
        Kind::Unconfirmed => "ready-mend-unconfirmed",
        Kind::Unheard => "ready-mend-unheard",
        Kind::NoScenario => "ready-mend-scenario",
        Kind::NoReply => "ready-mend-reply",
        Kind::NoDrill => "ready-mend-drill",
        Kind::Untrained => "ready-mend-untrained",
        Kind::Expired | Kind::Void | Kind::Unapproved => "ready-mend-approval",
        Kind::TeamNotReviewed => "ready-mend-team",
    })
}
