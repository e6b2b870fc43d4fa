//! The page behind the link that asks whether somebody is still reached as the plan says: one button, and after the tap what was kept.

use crate::pages::Shell;
use askama::Template;
use words::Words;

/// Before the tap it tells nothing: it is the same for every link, right or wrong. The message itself says what is asked.
#[derive(Clone, Debug, Template)]
#[template(path = "confirm.html")]
pub struct ConfirmPage {
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
    /// It is kept: how they are reached.
    Kept(String),
    /// The plan says otherwise since it was asked.
    Changed,
    /// There is nothing to confirm by it.
    Nothing,
}

impl ConfirmPage {
    pub(crate) fn headline(&self) -> String {
        self.words.say(match self.came {
            None => "confirm-title",
            Some(Came::Kept(_)) => "team-thanks",
            Some(Came::Changed) => "confirm-changed",
            Some(Came::Nothing) => "wake-page-nothing",
        })
    }

    pub(crate) fn lead(&self) -> String {
        match &self.came {
            None => self.words.say("confirm-lead"),
            Some(Came::Kept(contact)) => self.words.name("confirm-kept", contact),
            Some(Came::Changed) => self.words.say("confirm-changed-do"),
            Some(Came::Nothing) => self.words.say("confirm-nothing-do"),
        }
    }
}
