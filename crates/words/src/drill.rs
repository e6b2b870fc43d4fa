//! The score of a drill, in words.

use crate::Words;
use domain::drill::{Evidence, What};

/// What is scored.
pub fn item(words: &Words, what: What) -> String {
    words.say(match what {
        What::Detected => "drill-item-detected",
        What::Quiet => "drill-item-quiet",
        What::Shown => "drill-item-shown",
        What::Step => "drill-item-step",
        What::Clocks => "drill-item-clocks",
        What::Roles => "drill-item-roles",
        What::Wording => "drill-item-wording",
        What::Contradictions => "drill-item-contradictions",
        What::Actions => "drill-item-actions",
        What::Answered => "drill-item-answered",
        What::Measures => "drill-item-measures",
        What::ClaimedOnce => "drill-item-claimed-once",
    })
}

/// What something shows: whether it is as it should be, and by how long.
pub fn shows(words: &Words, what: What, evidence: &Evidence) -> String {
    let minutes = evidence.minutes.map(|minutes| match (what, minutes) {
        (What::Detected, minutes) => words.tell("drill-minutes-after", &[("minutes", minutes.into())]),
        (_, 0..) => words.tell("drill-minutes-left", &[("minutes", minutes.into())]),
        (_, late) => words.tell("drill-minutes-late", &[("minutes", (-late).into())]),
    });
    let held = words.say(if evidence.holds { "drill-held" } else { "drill-not-held" });
    [Some(held), minutes].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
