//! How a text is said: whether it is aroused (anger, disgust, fear), and whether somebody speaks of themselves.
//!
//! By words written by us, and by what shouting looks like. Anger carries further than sadness; "I" gives way to "they" when many join in.

use crate::Language;
use crate::forms::{Form, forms};
use crate::token::{self, Mark, scan};
use std::collections::BTreeSet;

/// Words in capitals that make a text shouted, and the fewest letters they have.
const SHOUTED: (usize, usize) = (2, 4);

/// How one text is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tone {
    /// In anger, disgust or fear, or shouted.
    pub aroused: bool,
    /// Somebody says "I".
    pub first_person: bool,
}

/// The words of four languages. Made once, shared by all threads.
#[derive(Debug)]
pub struct Tones {
    fr: Words,
    en: Words,
    nl: Words,
    fy: Words,
}

impl Default for Tones {
    fn default() -> Self {
        Self::new()
    }
}

impl Tones {
    /// The words of this version.
    pub fn new() -> Self {
        Self {
            fr: Words::new(include_str!("tone/fr.txt")),
            en: Words::new(include_str!("tone/en.txt")),
            nl: Words::new(include_str!("tone/nl.txt")),
            fy: Words::new(include_str!("tone/fy.txt")),
        }
    }

    /// How a text in a language is said; `None` for a language that is not read here and for a text without words.
    pub fn tone(&self, text: &str, language: Language) -> Option<Tone> {
        let words = match language {
            Language::Fr => &self.fr,
            Language::En => &self.en,
            Language::Nl => &self.nl,
            Language::Fy => &self.fy,
            _ => return None,
        };
        let (mut any, mut tone) = (false, Tone { aroused: is_shouted(text), first_person: false });
        forms(text, |form| {
            any = true;
            match form {
                Form::Whole(word) => {
                    tone.first_person |= words.own.contains(word);
                    tone.aroused |= words.aroused.contains(word);
                }
                Form::Begun(begin) => tone.aroused |= words.begun.contains(begin),
            }
        });
        any.then_some(tone)
    }
}

/// The lists of one language, folded as texts are.
#[derive(Debug, Default)]
struct Words {
    own: BTreeSet<String>,
    aroused: BTreeSet<String>,
    begun: BTreeSet<String>,
}

impl Words {
    /// Reads lines of `self:` and `aroused:`, which go on where the next begins with a space; `late*` is open at its end, `no_more` are
    /// two words side by side.
    fn new(file: &str) -> Self {
        let (mut lists, mut own) = (Self::default(), false);
        for line in file.lines() {
            let words = match line.split_once(": ") {
                Some((name, words)) => {
                    own = name == "self";
                    words
                }
                None => line,
            };
            for word in words.split_whitespace() {
                let (list, word) = match word.strip_suffix('*') {
                    Some(begin) => (&mut lists.begun, begin),
                    None if own => (&mut lists.own, word),
                    None => (&mut lists.aroused, word),
                };
                list.insert(token::fold(word));
            }
        }
        lists
    }
}

/// Two exclamation marks together, or words in capitals that are no names of places.
fn is_shouted(text: &str) -> bool {
    let mut loud = 0;
    scan(text, |token, _| {
        let written = &text[token.start as usize..token.end as usize];
        let letters = written.chars().filter(|c| c.is_alphabetic()).count();
        loud +=
            usize::from(token.mark == Mark::Word && letters >= SHOUTED.1 && written.chars().all(|c| c.is_uppercase()));
    });
    loud >= SHOUTED.0 || text.contains("!!")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anger_is_told_from_sadness_and_i_from_they() {
        let tones = Tones::new();
        let table = [
            (Language::Fr, "J’ai attendu deux heures, c’est une honte", true, true),
            (Language::Fr, "Ils se moquent de nous, boycott !", true, false),
            (Language::Fr, "Un peu triste, le pain était sec", false, false),
            (Language::En, "My bag is lost", false, true),
            (Language::En, "These crooks make people SICK AGAIN, DISGUSTING", true, false),
            (Language::En, "They should answer!!", true, false),
            (Language::En, "a terrific day at JFK with KLM", false, false),
            (Language::Nl, "Ik wacht nog steeds op mijn pakket", false, true),
            (Language::Nl, "Schandalig hoe zij met mensen omgaan", true, false),
            (Language::Nl, "Het mes is bot", false, false),
            (Language::Fy, "Ik haw der neat fan heard", false, true),
            (Language::Fy, "Skandalich, se lizze eltsenien wat foar", true, false),
            (Language::Fy, "It waar is moai", false, false),
        ];
        for (language, text, aroused, first_person) in table {
            assert_eq!(tones.tone(text, language), Some(Tone { aroused, first_person }), "{text}");
        }
        assert_eq!(tones.tone("ich bin wütend", Language::De), None, "a language that is not read");
        assert_eq!(tones.tone("!!", Language::Fr), None, "no words");
    }

    #[test]
    fn every_word_of_a_list_is_found() {
        let tones = Tones::new();
        for (language, words) in
            [(Language::Fr, &tones.fr), (Language::En, &tones.en), (Language::Nl, &tones.nl), (Language::Fy, &tones.fy)]
        {
            assert!(words.own.len() >= 3 && words.aroused.len() + words.begun.len() >= 80, "{language:?}");
            for word in words.aroused.iter().chain(&words.begun) {
                let found = tones.tone(&word.replace('_', " "), language);
                assert!(found.is_some_and(|tone| tone.aroused), "{language:?} {word}");
            }
            for word in &words.own {
                let found = tones.tone(&word.replace('_', " "), language);
                assert!(found.is_some_and(|tone| tone.first_person), "{language:?} {word}");
            }
        }
    }
}
