//! What went wrong, what was kept, what to do.

use crate::pages::Shell;
use askama::Template;
use words::Words;

/// An error page.
#[derive(Clone, Debug, Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// What happened.
    pub fault: Fault,
    /// A reference to look up in the log.
    pub reference: Option<String>,
    /// What the person had typed, given back so that nothing is lost.
    pub kept: Option<String>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is here, or nothing one may see.
    NotFound,
    /// Not allowed.
    Forbidden,
    /// The request came from another site, or its form is not ours.
    BadOrigin,
    /// What was sent cannot be read.
    BadRequest,
    /// What was sent is longer than any form of ours.
    TooLong,
    /// The disk is full: reading works, writing does not.
    DiskFull,
    /// Our mistake.
    Internal,
}

impl Fault {
    /// Every fault.
    pub const ALL: [Self; 7] = [
        Self::NotFound,
        Self::Forbidden,
        Self::BadOrigin,
        Self::BadRequest,
        Self::TooLong,
        Self::DiskFull,
        Self::Internal,
    ];

    /// The HTTP status.
    pub fn status(self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Forbidden | Self::BadOrigin => 403,
            Self::BadRequest => 400,
            Self::TooLong => 413,
            Self::DiskFull => 507,
            Self::Internal => 500,
        }
    }

    /// The messages: what happened, what was kept, what to do.
    fn ids(self) -> [&'static str; 3] {
        match self {
            Self::NotFound => ["error-not-found", "error-kept-nothing-changed", "error-not-found-do"],
            Self::Forbidden => ["error-forbidden", "error-kept-nothing-changed", "error-forbidden-do"],
            Self::BadOrigin => ["error-bad-origin", "error-kept-nothing-changed", "error-bad-origin-do"],
            Self::BadRequest => ["error-bad-request", "error-kept-nothing-changed", "error-bad-request-do"],
            Self::TooLong => ["error-too-long", "error-kept-nothing-changed", "error-too-long-do"],
            Self::DiskFull => ["error-disk-full", "error-disk-full-kept", "error-disk-full-do"],
            Self::Internal => ["error-internal", "error-internal-kept", "error-internal-do"],
        }
    }
}

impl ErrorPage {
    pub(crate) fn sentences(&self) -> [String; 3] {
        self.fault.ids().map(|id| self.words.say(id))
    }
}
