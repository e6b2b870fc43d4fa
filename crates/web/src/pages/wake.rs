//! The page behind the link of a message: one button, and after the tap what came of it.

use crate::pages::Shell;
use askama::Template;
use jiff::Timestamp;
use words::Words;

/// The page of a message's link. Before the tap it tells nothing: it is the same for every link, right or wrong.
#[derive(Clone, Debug, Template)]
#[template(path = "wake.html")]
pub struct WakePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// What the tap brought; `None` before it.
    pub came: Option<Came>,
}

/// What a tap brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// Theirs is the acknowledgement that counts.
    First {
        /// The signal's page.
        signal: Option<String>,
    },
    /// Somebody was first.
    Known {
        /// Who.
        who: String,
        /// When.
        at: Timestamp,
        /// The signal's page.
        signal: Option<String>,
    },
    /// The posts that it quotes are theirs.
    Mine {
        /// How many.
        posts: i64,
        /// The signal's page.
        signal: Option<String>,
    },
    /// There is nothing to acknowledge any more.
    Nothing,
    /// They see it and may not acknowledge it.
    MayNot {
        /// Who may, by name.
        who: String,
        /// The signal's page.
        signal: Option<String>,
    },
    /// The message only tried the target: it works.
    Works {
        /// The target's name.
        target: String,
    },
    /// A test was tapped on the machine that Vigie runs on: nothing is known of the phone.
    Here,
}

impl WakePage {
    /// What is said in large letters.
    pub(crate) fn headline(&self) -> String {
        match &self.came {
            None => self.words.say("wake-page-title"),
            Some(Came::First { .. }) => self.words.say("wake-page-first"),
            Some(Came::Known { who, at, .. }) => self
                .words
                .tell("wake-page-known", &[("who", who.as_str().into()), ("when", self.words.when(*at).into())]),
            Some(Came::Mine { posts: 0, .. }) => self.words.say("wake-page-mine-none"),
            Some(Came::Mine { posts, .. }) => self.words.count("wake-page-mine", *posts),
            Some(Came::Nothing) => self.words.say("wake-page-nothing"),
            Some(Came::MayNot { .. }) => self.words.say("wake-page-may-not"),
            Some(Came::Here) => self.words.say("wake-page-here"),
            Some(Came::Works { target }) => self.words.name("wake-page-works", target),
        }
    }

    /// What follows from it.
    pub(crate) fn lead(&self) -> String {
        self.words.say(match &self.came {
            Some(Came::MayNot { who, .. }) => return self.words.name("wake-page-may-not-do", who),
            None => "wake-page-lead",
            Some(Came::First { .. } | Came::Known { .. } | Came::Mine { .. }) => "wake-page-silent",
            Some(Came::Nothing) => "wake-page-nothing-do",
            Some(Came::Here) => "wake-page-here-do",
            Some(Came::Works { .. }) => "wake-page-works-do",
        })
    }

    /// Whether they can say that it is theirs.
    pub(crate) fn may_take(&self) -> bool {
        matches!(&self.came, Some(Came::First { signal: Some(_) } | Came::Known { signal: Some(_), .. }))
    }

    /// Where to read on; it needs a login.
    pub(crate) fn signal(&self) -> Option<&str> {
        match &self.came {
            Some(
                Came::First { signal }
                | Came::Known { signal, .. }
                | Came::Mine { signal, .. }
                | Came::MayNot { signal, .. },
            ) => signal.as_deref(),
            _ => None,
        }
    }
}
