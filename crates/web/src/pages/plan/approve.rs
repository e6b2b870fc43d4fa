//! Replies to approve: each in full, as it would go out.

use crate::pages::Shell;
use askama::Template;
use words::Words;

/// The page of one organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "plan_approve.html")]
pub struct ApprovePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The version that is read.
    pub version: i64,
    /// What is to be approved.
    pub replies: Vec<Waiting>,
    /// Who approves: short name, how they are called, whether that is the reader.
    pub people: Vec<(String, String, bool)>,
    /// Until when, as a day.
    pub until: String,
}

/// A reply that nobody has approved, or not for long any more.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its short name and the stamp of the text that is shown.
    pub read: String,
    /// Scenario, phase, channel, language.
    pub about: String,
    /// What would go out.
    pub text: String,
}
