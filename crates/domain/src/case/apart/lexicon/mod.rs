//! The words by which two sentences are compared, in four languages.

mod dutch;
mod english;
mod french;
mod frisian;

use text::{Language, Names};

type List = &'static [&'static str];

/// What a language says things with.
#[derive(Clone, Copy)]
pub(super) struct Lexicon {
    /// Verbs of which a yes and a no contradict each other: withdraw, sell, inform, concern, test, contaminate, hurt, fall ill, know, refund, stop, leak,
    /// deliver, confirm, close, find; each with its forms, in this order in each language.
    verbs: [List; 16],
    pub(super) no: List,
    /// Nobody, as the one it is said of.
    pub(super) nobody: List,
    pub(super) yet: List,
    pub(super) longer: List,
    /// Where one part of a sentence ends.
    pub(super) breaks: List,
    pub(super) conditions: List,
    /// Somebody else says so.
    pub(super) reports: List,
    /// It is otherwise than before, or than was said.
    pub(super) changes: List,
    /// It is to come.
    pub(super) ahead: List,
    /// It is one more.
    pub(super) adds: List,
    pub(super) people: List,
    /// Words before a number that make it no exact one.
    pub(super) loose: List,
    /// What a number of is no count of things.
    pub(super) units: List,
    /// What has a number as its name.
    pub(super) batches: List,
    /// Words before a place.
    pub(super) places: List,
    pub(super) dates: &'static Names,
    numbers: List,
    pub(super) stop: List,
    pub(super) endings: List,
}

impl Lexicon {
    pub(super) fn of(language: Language) -> Option<Self> {
        match language {
            Language::Fr => Some(french::FRENCH),
            Language::En => Some(english::ENGLISH),
            Language::Fy => Some(frisian::FRISIAN),
            Language::Nl => Some(dutch::DUTCH),
            _ => None,
        }
    }

    /// Which verb a word is a form of.
    pub(super) fn concept(&self, word: &str) -> Option<usize> {
        self.verbs.iter().position(|forms| forms.contains(&word))
    }

    pub(super) fn is_time(&self, word: &str) -> bool {
        self.dates.weekday(word).is_some() || self.dates.month(word).is_some()
    }

    /// The number that a word is, from two on: one is an article too.
    pub(super) fn number(&self, word: &str) -> Option<u64> {
        self.numbers.iter().position(|number| *number == word).and_then(|at| u64::try_from(at + 2).ok())
    }
}
