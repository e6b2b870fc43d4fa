//! Login.

use crate::pages::Shell;
use askama::Template;
use words::Words;

/// The login page.
#[derive(Clone, Debug, Template)]
#[template(path = "login.html")]
pub struct LoginPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The address typed before, given back.
    pub email: String,
    /// Where to go afterwards.
    pub next: String,
    /// Why the last try failed.
    pub failed: Option<LoginFailure>,
}

/// Why a login failed; never which half was wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginFailure {
    /// Address or password.
    Wrong,
    /// Too many tries: wait this many minutes.
    Throttled {
        /// Minutes to wait.
        minutes: i64,
    },
    /// The session ended.
    Expired,
    /// They belong to no organisation any more.
    Ended,
}

impl LoginPage {
    pub(crate) fn failure(&self) -> Option<String> {
        self.failed.map(|failed| match failed {
            LoginFailure::Wrong => self.words.say("login-wrong"),
            LoginFailure::Throttled { minutes } => self.words.count("login-throttled", minutes),
            LoginFailure::Expired => self.words.say("login-expired"),
            LoginFailure::Ended => self.words.say("login-ended"),
        })
    }
}
