//! What a plan tells the public and the staff.

use super::model::Said;
use text::Language;

/// What the public is told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policy {
    /// The policy.
    pub text: String,
    /// Where to complain.
    pub complaints: Option<String>,
    /// Hours until an answer.
    pub answer_within: Option<i64>,
    /// What is said in the brand's main language beside the text.
    pub more: Promises,
}

/// What the public is told beside the text of the policy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Promises {
    /// Who answers, as the public is told: a function, most likely.
    pub answers: Option<String>,
    /// What we do.
    pub do_: Vec<String>,
    /// What we never do.
    pub never: Vec<String>,
}

/// The policy in another language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyIn {
    /// Which.
    pub language: Option<Said<Language>>,
    /// The policy.
    pub text: String,
    /// What is said beside it.
    pub more: Promises,
}

/// What staff are told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conduct {
    /// Do.
    pub do_: Vec<String>,
    /// Do not.
    pub dont: Vec<String>,
    /// Whom to tell: a role or a person.
    pub tell: Option<Said<String>>,
}
