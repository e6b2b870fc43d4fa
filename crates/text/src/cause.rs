//! What people are angry about, by the words that suggest it. A hint and never a finding: the words are shown beside it.

mod words;

use crate::Language;
use crate::forms::{Form, forms};
use crate::token;
use std::collections::{BTreeMap, BTreeSet};

/// What a text is angry about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Somebody was hurt or ill, or might be.
    Safety,
    /// What is known of people got into other hands.
    Data,
    /// Somebody was treated worse for what they are.
    Discrimination,
    /// How people were spoken to, helped, or left alone.
    Staff,
    /// It is bad, dirty or does not work.
    Quality,
    /// It comes late, or people wait.
    Delay,
    /// What was theirs is lost or broken.
    Loss,
    /// Ordering, booking or paying does not work.
    Ordering,
    /// It was called off, or money does not come back.
    Cancellation,
    /// It costs too much, or more than was said.
    Price,
    /// It harms nature or animals.
    Environment,
    /// A place closes, people lose their work.
    Closing,
}

impl Cause {
    /// Every cause, the gravest first.
    pub const ALL: [Self; 12] = [
        Self::Safety,
        Self::Data,
        Self::Discrimination,
        Self::Staff,
        Self::Quality,
        Self::Delay,
        Self::Loss,
        Self::Ordering,
        Self::Cancellation,
        Self::Price,
        Self::Environment,
        Self::Closing,
    ];

    /// The name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Safety => "safety",
            Self::Data => "data",
            Self::Discrimination => "discrimination",
            Self::Staff => "staff",
            Self::Quality => "quality",
            Self::Delay => "delay",
            Self::Loss => "loss",
            Self::Ordering => "ordering",
            Self::Cancellation => "cancellation",
            Self::Price => "price",
            Self::Environment => "environment",
            Self::Closing => "closing",
        }
    }
}

/// A cause and the words that suggest it, as the lexicon has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What.
    pub cause: Cause,
    /// By which words, each once, in alphabetical order.
    pub words: Vec<&'static str>,
}

/// One entry: a word, the beginning of a word (`late*`), or two words side by side (`no_answer`).
struct Entry {
    cause: Cause,
    languages: Vec<Language>,
    written: &'static str,
}

/// The lexicon of causes. Made once, shared by all threads.
pub struct Causes {
    whole: BTreeMap<String, Vec<Entry>>,
    begun: BTreeMap<String, Vec<Entry>>,
}

impl Default for Causes {
    fn default() -> Self {
        Self::new()
    }
}

impl Causes {
    /// The lexicon of this version.
    pub fn new() -> Self {
        let (mut whole, mut begun) = (BTreeMap::new(), BTreeMap::new());
        for (language, cause, list) in words::WORDS {
            for written in list.split_whitespace() {
                let (map, word) = match written.strip_suffix('*') {
                    Some(begin) => (&mut begun, begin),
                    None => (&mut whole, written),
                };
                let entries: &mut Vec<Entry> = map.entry(token::fold(word)).or_default();
                match entries.iter_mut().find(|entry| entry.cause == *cause) {
                    Some(entry) => entry.languages.push(*language),
                    None => entries.push(Entry { cause: *cause, languages: vec![*language], written: word }),
                }
            }
        }
        Self { whole, begun }
    }

    /// What a text in a language suggests: the cause with most words first, of equals the gravest. Of a language that is not read here,
    /// the words of all four are tried.
    pub fn hints(&self, text: &str, language: Language) -> Vec<Hint> {
        let known = matches!(language, Language::Fr | Language::En | Language::Nl | Language::Fy);
        let mut found: BTreeMap<Cause, BTreeSet<&'static str>> = BTreeMap::new();
        let mut hit = |entries: &[Entry]| {
            for entry in entries.iter().filter(|entry| !known || entry.languages.contains(&language)) {
                found.entry(entry.cause).or_default().insert(entry.written);
            }
        };
        forms(text, |form| {
            let entries = match form {
                Form::Whole(word) => self.whole.get(word),
                Form::Begun(begin) => self.begun.get(begin),
            };
            hit(entries.map_or(&[][..], Vec::as_slice));
        });
        let mut hints: Vec<Hint> =
            found.into_iter().map(|(cause, words)| Hint { cause, words: words.into_iter().collect() }).collect();
        hints.sort_by_key(|hint| std::cmp::Reverse(hint.words.len()));
        hints
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_suggest_causes_in_four_languages() {
        let causes = Causes::new();
        let table = [
            (Language::Fr, "Du verre dans le pain, mon fils à l’hôpital !", Some(Cause::Safety)),
            (Language::Fr, "Colis toujours pas livré, trois semaines de retard", Some(Cause::Delay)),
            (Language::Fr, "Le serveur nous a insultés, personnel odieux", Some(Cause::Staff)),
            (Language::Fr, "Remboursement refusé après l’annulation", Some(Cause::Cancellation)),
            (Language::En, "they lost my bag and it came back damaged", Some(Cause::Loss)),
            (Language::En, "so rude, the agent hung up on me", Some(Cause::Staff)),
            (Language::En, "our passwords were leaked", Some(Cause::Data)),
            (Language::Nl, "Veel te duur geworden, belachelijke prijzen", Some(Cause::Price)),
            (Language::Nl, "geweigerd aan de deur, dit is gewoon racisme", Some(Cause::Discrimination)),
            (Language::Nl, "Het filiaal gaat dicht, iedereen ontslagen", Some(Cause::Closing)),
            (Language::Fy, "It pakket is noch altyd net besoarge, te let", Some(Cause::Delay)),
            (Language::Fy, "Se lozje gif yn it wetter, miljeuskandaal", Some(Cause::Environment)),
            (Language::Fr, "Très bon accueil, le pain est excellent", None),
            (Language::En, "lovely day at the beach", None),
            // Another language's word is no hint: the spring of the Dutch is not slow.
            (Language::Nl, "de lente komt eraan", None),
        ];
        for (language, text, cause) in table {
            assert_eq!(causes.hints(text, language).first().map(|hint| hint.cause), cause, "{text}");
        }
    }

    #[test]
    fn every_cause_has_words_in_every_language_and_its_words_are_found() {
        let causes = Causes::new();
        for language in [Language::Fr, Language::En, Language::Nl, Language::Fy] {
            for cause in Cause::ALL {
                let lists = words::WORDS.iter().filter(|(of, what, _)| (*of, *what) == (language, cause));
                let words: Vec<&str> = lists.flat_map(|(_, _, list)| list.split_whitespace()).collect();
                assert!(words.len() >= 6, "{language:?} {cause:?}");
                for word in words {
                    let text = word.trim_end_matches('*').replace('_', " ");
                    assert!(causes.hints(&text, language).iter().any(|hint| hint.cause == cause), "{word}");
                }
            }
        }
    }
}
