//! One question a screen, for whoever is alone with it at night.

use super::DraftRow;
use crate::pages::Shell;
use askama::Template;
use jiff::Timestamp;
use words::Words;

/// A screen: one question or one thing to do, in this order.
#[derive(Clone, Debug)]
pub enum Screen {
    /// Is anybody hurt?
    Hurt,
    /// What must be done to stay safe.
    Safe(String),
    /// What everybody reads; none: there is no text. Whether it waits in another language too.
    Say(Option<Box<DraftRow>>, bool),
    /// What is held of the marketing; whether it can be held now.
    Held(Option<String>, bool),
    /// Who else must know: in the plan, who, how, what they are told first. None: everybody was told, or the plan names nobody.
    Who(Option<(String, String, String, String)>),
    /// When the next news are promised; the hour that is proposed, as a field takes it.
    Next(Option<Timestamp>, String),
    /// The clock that ran out first, and the one that runs out next; whether it ran out.
    Sleep(Vec<(String, Timestamp, bool)>),
}

impl Screen {
    /// Its place, from 1.
    pub fn number(&self) -> u8 {
        match self {
            Self::Hurt => 1,
            Self::Safe(_) => 2,
            Self::Say(..) => 3,
            Self::Held(..) => 4,
            Self::Who(_) => 5,
            Self::Next(..) => 6,
            Self::Sleep(_) => 7,
        }
    }
}

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "case_night.html")]
pub struct NightPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The case's number.
    pub id: i64,
    /// Whose, and about which brand.
    pub about: String,
    /// What is on it.
    pub screen: Screen,
    /// How many who were not told yet, or texts in other languages, are left for later.
    pub skip: usize,
    /// Makes what is pressed twice one thing.
    pub key: String,
    /// Whether the reader releases alone what they wrote.
    pub alone: bool,
    /// Why something could not be done.
    pub problem: Option<String>,
}

impl NightPage {
    pub(crate) fn place(&self) -> String {
        self.words.tell("case-night-place", &[("n", i64::from(self.screen.number()).into())])
    }

    /// Where the next screen is.
    pub(crate) fn next(&self) -> String {
        if matches!(self.screen, Screen::Say(_, true)) {
            return self.next_who();
        }
        format!("/cases/{}/night?at={}", self.id, self.screen.number() + 1)
    }

    /// Where the next stakeholder, or the next text, is.
    pub(crate) fn next_who(&self) -> String {
        format!("/cases/{}/night?at={}&skip={}", self.id, self.screen.number(), self.skip.saturating_add(1))
    }

    pub(crate) fn wakes(&self, clock: &(String, Timestamp, bool)) -> String {
        let due = self.words.when(clock.1);
        let said = if clock.2 { "case-clock-late" } else { "case-night-wakes" };
        self.words.tell(said, &[("what", clock.0.as_str().into()), ("when", due.as_str().into())])
    }

    pub(crate) fn past(&self, hour: &Timestamp) -> String {
        self.words.name("case-promise-past", &self.words.time(*hour))
    }
}
