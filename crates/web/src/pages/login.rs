//! Login.

use crate::html::Html;
use crate::pages::Shell;
use crate::pages::carried::Carried;
use crate::untrusted;
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
    /// A form that was sent when the session had ended: it goes on after the log-in.
    pub carried: Carried,
}

/// What was sent when the session had ended, to be sent now.
#[derive(Clone, Debug, Template)]
#[template(path = "again.html")]
pub struct AgainPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The form.
    pub carried: Carried,
}

impl LoginPage {
    /// What was typed, to be read and copied.
    pub(crate) fn typed(&self) -> Vec<Html> {
        typed(&self.carried)
    }
}

impl AgainPage {
    /// What was typed, to be read and copied.
    pub(crate) fn typed(&self) -> Vec<Html> {
        typed(&self.carried)
    }

    /// The fields, exactly as they were sent.
    pub(crate) fn fields(&self) -> Vec<(Html, Html)> {
        let fields = self.carried.fields().into_iter();
        fields.map(|(name, value)| (untrusted::typed(&name), untrusted::typed(&value))).collect()
    }

    /// Where it goes.
    pub(crate) fn action(&self) -> Html {
        untrusted::typed(&self.carried.path)
    }

    /// The page that it stands on.
    pub(crate) fn back(&self) -> Html {
        let parts: Vec<&str> = self.carried.path.split('/').take(3).collect();
        untrusted::typed(&parts.join("/"))
    }
}

fn typed(carried: &Carried) -> Vec<Html> {
    carried.words().iter().map(|words| untrusted::typed(words)).collect()
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
    /// The form that goes on, as a field holds it.
    pub(crate) fn body(&self) -> Html {
        untrusted::typed(&self.carried.body)
    }

    pub(crate) fn failure(&self) -> Option<String> {
        self.failed.map(|failed| match failed {
            LoginFailure::Wrong => self.words.say("login-wrong"),
            LoginFailure::Throttled { minutes } => self.words.count("login-throttled", minutes),
            LoginFailure::Expired => self.words.say("login-expired"),
            LoginFailure::Ended => self.words.say("login-ended"),
        })
    }
}
