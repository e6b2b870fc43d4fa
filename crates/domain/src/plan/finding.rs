//! What the compiler of plans says: a code, a place, and the names that the words need.

use super::source::At;
use serde::Serialize;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// The plan would fail at the bad moment.
    Error,
    /// It would work, and worse than it could.
    Warning,
    /// Still to be done by those whose plan it is.
    Note,
}

/// One thing the compiler found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub code: Code,
    /// Where.
    pub at: At,
    /// The names that its sentences need.
    pub names: Vec<(&'static str, String)>,
}

impl Finding {
    /// A finding at a place.
    pub fn new(code: Code, at: At) -> Self {
        Self { code, at, names: Vec::new() }
    }

    /// With one name more.
    #[must_use]
    pub fn with(mut self, key: &'static str, name: impl ToString) -> Self {
        self.names.push((key, name.to_string()));
        self
    }

    /// One of its names; empty where it has none so called.
    pub fn name(&self, key: &str) -> &str {
        self.names.iter().find(|(at, _)| *at == key).map_or("", |(_, name)| name)
    }
}

/// The rules of the compiler. A code is never given to another rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The text is no TOML here.
    Unreadable,
    /// The text is larger than a plan may be.
    TooLong,
    /// A section that no plan has.
    UnknownSection,
    /// A field that this section does not have.
    UnknownField,
    /// A text where a list is asked for, and the like.
    WrongKind,
    /// A word that is none of those asked for.
    UnknownChoice,
    /// A length of time, a day, hours or a zone that cannot be read.
    BadValue,
    /// A field that must be there is not.
    MissingField,
    /// A name that nothing in the plan has.
    UnknownReference,
    /// An objective without a strategy.
    EmptyObjective,
    /// A strategy without an action.
    EmptyStrategy,
    /// A strategy that belongs to no objective.
    OrphanStrategy,
    /// An action that belongs to no strategy.
    OrphanAction,
    /// A plan without prevention, or without correction.
    HalfMissing,
    /// Nobody is responsible.
    NoResponsible,
    /// More than one is responsible.
    SeveralResponsible,
    /// Nobody stands in; not asked of `solo`.
    NoDeputy,
    /// The deputy is the responsible person.
    SamePerson,
    /// A role that a team needs has nobody.
    MissingRole,
    /// Who must act has neither a telephone nor an address.
    UnreachableOwner,
    /// Nobody in the team speaks a language of the brand.
    MissingLanguage,
    /// A risk that nothing listens for.
    RiskWithoutQuery,
    /// A risk without a scenario.
    RiskWithoutScenario,
    /// A scenario in which nobody does anything.
    ScenarioWithoutAction,
    /// A scenario without a reply in one of the brand's languages.
    ScenarioWithoutReply,
    /// A scenario without a first thing to say.
    NoHolding,
    /// One text only to begin with, or to answer one person with.
    NoAlternative,
    /// People may be hurt and nothing says how to stay safe.
    NoSafety,
    /// An approval that has run out.
    ExpiredApproval,
    /// An approval that runs out within thirty days.
    ExpiresSoon,
    /// A reply nobody has approved.
    NotApproved,
    /// Denying and excusing, or denying and repairing, in one scenario.
    MixedPosture,
    /// A reply longer than its channel takes.
    TextTooLong,
    /// A blank that nothing fills in.
    UnknownBlank,
    /// A clock of the first hours is not there.
    MissingClock,
    /// A clock after which nothing happens.
    ClockWithoutFallback,
    /// Nobody is named who releases at this severity.
    MissingApproval,
    /// An approval that can wait for ever.
    ApprovalWithoutFallback,
    /// At some hour no one can release a statement.
    NobodyCanRelease,
    /// An agency's plan that does not say what the agency may do alone.
    MissingMandate,
    /// A fallback needs what the mandate forbids.
    MandateForbids,
    /// Nothing says who is told when it gets worse.
    MissingEscalation,
    /// A freeze that holds safety notices too.
    FreezeWithoutAllow,
    /// Staff are told by nobody.
    MissingStakeholder,
    /// Customers are not told where to take a complaint.
    MissingPolicy,
    /// Staff are not told how to behave.
    MissingConduct,
    /// No test of recovery covers it.
    UntestedScenario,
    /// Who must act is named with the contacts of an example.
    InventedContact,
    /// The text, or what fills its blanks, was changed after it was approved.
    ApprovedOtherText,
    /// No drill has tried what was learned.
    UntestedLesson,
    /// Approved, and nothing says which words were.
    UnboundApproval,
    /// Approved by somebody whom no rule of approval asks.
    ApproverNotNamed,
    /// Two people with one telephone or one address.
    OnePersonTwice,
}

/// Every rule with its name and its weight, in the order of [`Code`].
const RULES: [(Code, &str, Weight); 53] = [
    (Code::Unreadable, "unreadable", Weight::Error),
    (Code::TooLong, "too-long", Weight::Error),
    (Code::UnknownSection, "unknown-section", Weight::Error),
    (Code::UnknownField, "unknown-field", Weight::Error),
    (Code::WrongKind, "wrong-kind", Weight::Error),
    (Code::UnknownChoice, "unknown-choice", Weight::Error),
    (Code::BadValue, "bad-value", Weight::Error),
    (Code::MissingField, "missing-field", Weight::Error),
    (Code::UnknownReference, "unknown-reference", Weight::Error),
    (Code::EmptyObjective, "empty-objective", Weight::Error),
    (Code::EmptyStrategy, "empty-strategy", Weight::Error),
    (Code::OrphanStrategy, "orphan-strategy", Weight::Error),
    (Code::OrphanAction, "orphan-action", Weight::Error),
    (Code::HalfMissing, "half-missing", Weight::Error),
    (Code::NoResponsible, "no-responsible", Weight::Error),
    (Code::SeveralResponsible, "several-responsible", Weight::Error),
    (Code::NoDeputy, "no-deputy", Weight::Error),
    (Code::SamePerson, "same-person", Weight::Error),
    (Code::MissingRole, "missing-role", Weight::Error),
    (Code::UnreachableOwner, "unreachable-owner", Weight::Error),
    (Code::MissingLanguage, "missing-language", Weight::Warning),
    (Code::RiskWithoutQuery, "risk-without-query", Weight::Error),
    (Code::RiskWithoutScenario, "risk-without-scenario", Weight::Error),
    (Code::ScenarioWithoutAction, "scenario-without-action", Weight::Error),
    (Code::ScenarioWithoutReply, "scenario-without-reply", Weight::Error),
    (Code::NoHolding, "no-holding", Weight::Error),
    (Code::NoAlternative, "no-alternative", Weight::Note),
    (Code::NoSafety, "no-safety", Weight::Error),
    (Code::ExpiredApproval, "expired-approval", Weight::Error),
    (Code::ExpiresSoon, "expires-soon", Weight::Warning),
    (Code::NotApproved, "not-approved", Weight::Note),
    (Code::MixedPosture, "mixed-posture", Weight::Error),
    (Code::TextTooLong, "text-too-long", Weight::Error),
    (Code::UnknownBlank, "unknown-blank", Weight::Error),
    (Code::MissingClock, "missing-clock", Weight::Error),
    (Code::ClockWithoutFallback, "clock-without-fallback", Weight::Error),
    (Code::MissingApproval, "missing-approval", Weight::Error),
    (Code::ApprovalWithoutFallback, "approval-without-fallback", Weight::Error),
    (Code::NobodyCanRelease, "nobody-can-release", Weight::Error),
    (Code::MissingMandate, "missing-mandate", Weight::Error),
    (Code::MandateForbids, "mandate-forbids", Weight::Error),
    (Code::MissingEscalation, "missing-escalation", Weight::Warning),
    (Code::FreezeWithoutAllow, "freeze-without-allow", Weight::Warning),
    (Code::MissingStakeholder, "missing-stakeholder", Weight::Warning),
    (Code::MissingPolicy, "missing-policy", Weight::Warning),
    (Code::MissingConduct, "missing-conduct", Weight::Warning),
    (Code::UntestedScenario, "untested-scenario", Weight::Warning),
    (Code::InventedContact, "invented-contact", Weight::Note),
    (Code::ApprovedOtherText, "approved-other-text", Weight::Error),
    (Code::UntestedLesson, "untested-lesson", Weight::Note),
    (Code::UnboundApproval, "unbound-approval", Weight::Error),
    (Code::ApproverNotNamed, "approver-not-named", Weight::Error),
    (Code::OnePersonTwice, "one-person-twice", Weight::Warning),
];

impl Code {
    /// Every rule.
    pub fn all() -> impl Iterator<Item = Self> {
        RULES.iter().map(|(code, _, _)| *code)
    }

    /// The name in output, data and the handbook.
    pub fn code(self) -> &'static str {
        RULES[self as usize].1
    }

    /// The section that lacks something as a whole, and whether it stands alone, for what is about no item that there is.
    pub fn belongs(self) -> Option<(&'static str, bool)> {
        Some(match self {
            Self::MissingClock => ("clock", false),
            Self::MissingApproval => ("approval", false),
            Self::MissingEscalation => ("escalation", false),
            Self::MissingStakeholder => ("stakeholder", false),
            Self::MissingMandate => ("mandate", true),
            Self::MissingPolicy => ("policy", true),
            Self::MissingConduct => ("conduct", true),
            _ => return None,
        })
    }

    /// Whether it means that a part of the text was not understood.
    pub fn is_of_reading(self) -> bool {
        self as usize <= Self::BadValue as usize
    }

    /// How much it matters.
    pub fn weight(self) -> Weight {
        RULES[self as usize].2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_stands_at_its_number_under_a_name_of_its_own() {
        let mut names: Vec<&str> = Code::all().map(Code::code).collect();
        assert!(RULES.iter().enumerate().all(|(number, (code, _, _))| *code as usize == number));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RULES.len());
    }
}
