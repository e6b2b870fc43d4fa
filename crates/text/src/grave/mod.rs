//! Finds in one text that somebody was hurt: the harm, and the words that say so.
//!
//! Rules over marks: the words of `words/` give tokens their marks (an event, a victim, somebody of the house, a negation…), the rules of
//! `rules.txt` say which marks near one another tell of an event, and what stands around it decides whether it happened: negations,
//! conditions, questions, stories, lessons and figures of speech do not alert. No model: whoever is woken sees the words.

mod find;
mod names;
mod rules;

pub use names::OwnNames;

use crate::Language;
use crate::phrases::Phrases;
use rules::Rule;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Display, Formatter};

/// The marks, in the order of their bits.
const MARKS: [&str; 85] = [
    "not", "if", "asks", "fiction", "lesson", "brand", "figure", "laugh", "praise", "reason", "thing", "me", "who",
    "child", "staff", "food", "ill", "vomit", "poison", "care", "hurt", "breaks", "body", "falls", "blood", "vermin",
    "bits", "glass", "found", "off", "served", "fire", "died", "toxic", "drank", "allergy", "after", "data", "secret",
    "breach", "hack", "leaks", "plain", "cc", "gave", "other", "see", "mine", "yours", "card", "drained", "group",
    "because", "refuse", "slur", "racist", "bigot", "insult", "hit", "push", "grope", "threat", "terror", "weapon",
    "drew", "shots", "sexual", "private", "touches", "alone", "alcohol", "sold", "film", "strict", "bully", "abduct",
    "stranger", "choke", "work", "night", "place", "expired", "police", "scam", "shards",
];

/// What was done to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Harm {
    /// Somebody was injured or fell ill, or food was not safe.
    Injury,
    /// Data of customers, patients or staff were exposed.
    Leak,
    /// Somebody was turned away or insulted for what they are.
    Discrimination,
    /// Somebody was hit, assaulted or threatened.
    Violence,
    /// A minor was at risk.
    Minor,
}

impl Harm {
    /// Every harm.
    pub const ALL: [Self; 5] = [Self::Injury, Self::Leak, Self::Discrimination, Self::Violence, Self::Minor];

    /// `injury`, `leak`, `discrimination`, `violence` or `minor`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Injury => "injury",
            Self::Leak => "leak",
            Self::Discrimination => "discrimination",
            Self::Violence => "violence",
            Self::Minor => "minor",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|harm| harm.code() == code)
    }
}

/// What makes a text grave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grave {
    /// What was done.
    pub harm: Harm,
    /// Where the words stand that say so: from and to in bytes of the text, in order, apart.
    pub spans: Vec<(u32, u32)>,
}

impl Grave {
    /// Reads what [`Grave`] is written as; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let harm = Harm::from_code(parts.next()?)?;
        let span =
            |part: &str| part.split_once('-').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
        Some(Self { harm, spans: parts.map(span).collect::<Option<_>>()? })
    }

    /// The words themselves, as they are written in the text this was read from.
    pub fn words<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        self.spans.iter().filter_map(|(from, to)| text.get(*from as usize..*to as usize))
    }
}

/// The harm, then each span: `injury 3-8 20-27`.
impl Display for Grave {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.harm.code())?;
        self.spans.iter().try_for_each(|(from, to)| write!(f, " {from}-{to}"))
    }
}

/// Finds what is grave. Made once, shared by all threads.
#[derive(Debug)]
pub(crate) struct Finder {
    rules: Vec<Rule>,
    fr: Phrases,
    en: Phrases,
    /// Dutch and Frisian: who writes one often writes words of the other.
    low: Phrases,
}

impl Finder {
    pub(crate) fn new() -> Self {
        let (nl, fy) = (include_str!("words/nl.txt"), include_str!("words/fy.txt"));
        Self {
            rules: rules::read(include_str!("rules.txt")),
            fr: Phrases::new(&MARKS, &[include_str!("words/fr.txt")]),
            en: Phrases::new(&MARKS, &[include_str!("words/en.txt")]),
            low: Phrases::new(&MARKS, &[nl, fy]),
        }
    }

    /// What makes a text grave, as one in `language`; where there are no words of it, as one in those it may be taken for. What stands in one of
    /// the names says nothing.
    pub(crate) fn find(&self, text: &str, language: Language, names: &OwnNames) -> Option<Grave> {
        let lexicons: &[&Phrases] = match language {
            Language::Fr => &[&self.fr],
            Language::En => &[&self.en],
            Language::Nl | Language::Fy | Language::Af => &[&self.low],
            Language::De => &[&self.low, &self.en],
            Language::Es | Language::It | Language::Pt => &[&self.fr],
            Language::Unknown => &[&self.fr, &self.en, &self.low],
        };
        lexicons.iter().find_map(|lexicon| find::find(text, lexicon, &self.rules, names))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::faults;

    #[test]
    fn every_word_can_be_looked_up_and_every_language_has_every_mark() {
        for file in [
            include_str!("words/fr.txt"),
            include_str!("words/en.txt"),
            include_str!("words/nl.txt"),
            include_str!("words/fy.txt"),
        ] {
            assert_eq!(faults(&MARKS, file), Vec::<String>::new());
        }
    }
}
