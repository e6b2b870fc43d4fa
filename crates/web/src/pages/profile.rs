//! What is said of an organisation: its country, its hours, its languages, its clock.

use crate::pages::Shell;
use crate::pages::shell::Choice;
use askama::Template;
use domain::setup::{Country, Profile, ProfileError, Size};
use text::Language;
use words::Words;

/// The languages that are read.
const READ: [Language; 9] = [
    Language::Fr,
    Language::En,
    Language::Fy,
    Language::Nl,
    Language::De,
    Language::Es,
    Language::It,
    Language::Pt,
    Language::Af,
];

/// The page of one organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "profile.html")]
pub struct ProfilePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The reader's other organisations.
    pub others: Vec<(i64, String)>,
    /// What stands in the form.
    pub typed: Typed,
    /// What of it cannot be used; nothing was changed.
    pub problems: Vec<ProfileError>,
    /// Whether anybody said it.
    pub is_said: bool,
    /// The country that the plan names, where that is another.
    pub planned: Option<String>,
    /// Whether the reader may change it.
    pub may_configure: bool,
}

/// What stands in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// How many look after it.
    pub size: String,
    /// The country's code.
    pub country: String,
    /// Codes of languages.
    pub languages: Vec<String>,
    /// The first and the last open day, 1 is Monday.
    pub days: (String, String),
    /// When it opens and closes.
    pub hours: (String, String),
    /// The zone.
    pub zone: String,
}

impl Typed {
    /// What is kept, as the form shows it.
    pub fn of(profile: &Profile, zone: &str) -> Self {
        Self {
            size: profile.size.code().to_owned(),
            country: profile.country.code().to_owned(),
            languages: profile.languages.iter().map(|language| language.code().to_owned()).collect(),
            days: (profile.opening.first_day.to_string(), profile.opening.last_day.to_string()),
            hours: profile.opening.clocks(),
            zone: zone.to_owned(),
        }
    }
}

impl ProfilePage {
    /// What is wrong with a field, in a sentence.
    pub(crate) fn problem(&self, field: &str) -> Option<String> {
        let wrong = self.problems.iter().find(|wrong| wrong.field() == field)?;
        Some(self.words.say(wrong.message()))
    }

    pub(crate) fn sizes(&self) -> [(&'static str, String, bool); 3] {
        Size::ALL.map(|size| {
            let name = match size {
                Size::Solo => "size-solo",
                Size::Team => "size-team",
                Size::Agency => "size-agency",
            };
            (size.code(), self.words.say(name), size.code() == self.typed.size)
        })
    }

    pub(crate) fn countries(&self) -> Vec<Choice> {
        let choice = |country: Country| Choice {
            value: country.code().to_owned(),
            label: self.words.say(country.label()),
            chosen: country.code() == self.typed.country,
        };
        Country::all().map(choice).collect()
    }

    /// The number to call in an emergency, in the country chosen.
    pub(crate) fn emergency(&self) -> Option<String> {
        let country = Country::from_code(&self.typed.country)?;
        Some(self.words.name("profile-emergency", country.emergency()))
    }

    /// What the plan says of the country.
    pub(crate) fn plan_line(&self) -> Option<String> {
        let planned = self.planned.as_deref()?;
        let known = Country::from_code(planned).map(|country| self.words.say(country.label()));
        Some(self.words.name("profile-planned", known.as_deref().unwrap_or(planned)))
    }

    pub(crate) fn languages(&self) -> Vec<Choice> {
        let choice = |language: Language| Choice {
            value: language.code().to_owned(),
            label: crate::pages::show::language(&self.words, &language),
            chosen: self.typed.languages.iter().any(|code| code == language.code()),
        };
        READ.map(choice).into()
    }

    /// The days of the week, the first open one chosen.
    pub(crate) fn first_days(&self) -> Vec<Choice> {
        self.days(&self.typed.days.0)
    }

    /// The same, with the last one.
    pub(crate) fn last_days(&self) -> Vec<Choice> {
        self.days(&self.typed.days.1)
    }

    fn days(&self, chosen: &str) -> Vec<Choice> {
        let choice = |day: u8| Choice {
            value: day.to_string(),
            label: super::setup::weekday(&self.words, day),
            chosen: day.to_string() == chosen,
        };
        (1..=7).map(choice).collect()
    }
}
