//! What a drill adds to a pack: who plays, what the facilitator brings in, and what is right to do.

use domain::case::event::{FactStatus, Step};
use domain::case::triage::Answers;
use domain::plan::ClockKind;
use jiff::SignedDuration;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Who plays: the people of a plan that ships.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackTeam {
    /// The plan: `shop`, `brand`, `agency` or `figure`.
    pub plan: String,
    /// Its language.
    pub language: String,
    /// The text of one's own plan, in place of one that ships: of a past case, or of a drill by it; never from a pack's file.
    #[serde(skip)]
    pub own: Option<String>,
    /// The text of the plan that one's own is laid over, where it is.
    #[serde(skip)]
    pub base: Option<String>,
}

/// Something from outside.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inject {
    /// From the storm's beginning.
    pub after: SignedDuration,
    /// What it is.
    pub kind: InjectKind,
    /// The brand it is about; the first own one where none is named.
    pub brand: Option<String>,
    /// Whom the facilitator says it to: a role or a person of the plan; of an absence, who is absent.
    pub to: Option<String>,
    /// What is said, in the language of the pack.
    pub text: String,
    /// Of a fact, how well it is known.
    pub status: Option<FactStatus>,
    /// What it tries, for the facilitator.
    #[serde(default)]
    pub tells: String,
}

/// What comes from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InjectKind {
    /// Somebody calls.
    Call,
    /// Somebody of the team is absent from then on.
    Absent,
    /// Somebody tells a fact.
    Fact,
    /// A fact that contradicts the one before it.
    Contradicts,
}

/// What is right to do about some brands: what a scripted team does, and what a team is scored by.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    /// About which brands, by their keys; every own brand that no other names where it is empty.
    #[serde(default)]
    pub brands: Vec<String>,
    /// What Vigie is to raise.
    pub raise: Raise,
    /// From the storm's beginning to the first outlying post of these brands' story.
    #[serde(default)]
    pub begins: SignedDuration,
    /// Of a slow burn, which simmers before it breaks out: within how long of the storm's beginning a notice is to be raised, by which a team acts.
    pub notice: Option<SignedDuration>,
    /// Within how long of the first outlying post.
    #[serde(default = "half_an_hour")]
    pub within: SignedDuration,
    /// On which step the case is to be.
    pub step: Option<Step>,
    /// The scenario of the plan.
    pub scenario: Option<String>,
    /// Whether people may be hurt.
    #[serde(default)]
    pub hurt: bool,
    /// What is to be answered.
    pub answers: Option<Answers>,
    /// Words of which the signal should show one.
    #[serde(default)]
    pub words: Vec<String>,
    /// Clocks that are to be met.
    #[serde(default)]
    pub clocks: Vec<ClockKind>,
    /// What a scripted team says first; without it, the plan's own words, or Vigie's.
    pub holding: Option<String>,
    /// What it says when more is known; without it, nothing.
    pub statement: Option<String>,
    /// What it answers to single mentions, `{handle}` being whom; without it, a few words that thank them and say when more is known.
    pub reply: Option<String>,
    /// What stands in the blanks of the plan's texts that only a case knows.
    #[serde(default)]
    pub fill: BTreeMap<String, String>,
}

impl Expect {
    /// Nothing but what is to be raised.
    pub(super) fn plain(raise: Raise) -> Self {
        Self {
            brands: Vec::new(),
            raise,
            begins: SignedDuration::ZERO,
            notice: None,
            within: half_an_hour(),
            step: None,
            scenario: None,
            hurt: false,
            answers: None,
            words: Vec::new(),
            clocks: Vec::new(),
            holding: None,
            statement: None,
            reply: None,
            fill: BTreeMap::new(),
        }
    }
}

fn half_an_hour() -> SignedDuration {
    SignedDuration::from_mins(30)
}

/// What Vigie is to raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Raise {
    /// No alert: the right answer is to do nothing.
    Nothing,
    /// An alert that is shown and calls nobody: people speak well, and a lot. The right answer is to do nothing.
    Praise,
    /// Nothing can be raised by what is watched: somebody tells it by telephone.
    Call,
    /// A notice or an alert.
    Notice,
    /// An alert.
    Alert,
}
