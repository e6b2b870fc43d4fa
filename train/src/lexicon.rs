//! The lexicon file: our own words of customers' praise and blame (`lexicon.tsv`), then AFINN's per language, emoji once.

use crate::data::Data;
use anyhow::{Context, Result};
use text::Language;
use text::lexicon::{LexiconEntry, lexicon_entry, lexicon_payload};
use text::model::{ModelKind, encode};

/// The lexicon of each language; Arabic serves where the language is unknown.
const FILES: [(&str, Language); 10] = [
    ("fr", Language::Fr),
    ("en", Language::En),
    ("fy", Language::Fy),
    ("nl", Language::Nl),
    ("de", Language::De),
    ("es", Language::Es),
    ("it", Language::It),
    ("pt", Language::Pt),
    ("af", Language::Af),
    ("ar", Language::Unknown),
];

/// A line each: language, weight, words.
const OWN: &str = include_str!("../lexicon.tsv");

fn own() -> Result<Vec<LexiconEntry>> {
    let mut entries = Vec::new();
    for line in OWN.lines() {
        let wrong = || format!("lexicon.tsv: {line}");
        let mut fields = line.split('\t');
        let language = fields.next().and_then(Language::from_code).with_context(wrong)?;
        let weight = fields.next().and_then(|weight| weight.parse().ok()).with_context(wrong)?;
        for word in fields.next().with_context(wrong)?.split(' ') {
            entries.push(
                lexicon_entry(word, language, weight).with_context(|| format!("lexicon.tsv: {word} is no word"))?,
            );
        }
    }
    Ok(entries)
}

/// Makes the file, and says how many entries it has.
pub fn file(data: &mut Data<'_>) -> Result<(Vec<u8>, usize)> {
    let mut entries = own()?;
    for (name, language) in FILES {
        for (word, weight, emoji) in data.lexicon(name)? {
            // Emoji stand in every file: those of the first will do.
            if weight != 0 && (!emoji || name == "fr") {
                entries.extend(lexicon_entry(&word, language, weight));
            }
        }
    }
    // The sort is stable: our own entry stays before AFINN's, and of two spellings that fold to the same the first.
    entries.sort_by_key(|(key, _)| *key);
    entries.dedup_by_key(|(key, _)| *key);
    Ok((encode(ModelKind::Lexicon, &lexicon_payload(&entries)), entries.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_words_are_words_and_stand_once() {
        let mut entries = own().expect("every line is whole");
        let all = entries.len();
        entries.sort_by_key(|(key, _)| *key);
        let twice: Vec<_> =
            entries.windows(2).filter(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1).collect();
        assert_eq!(twice, Vec::<&[LexiconEntry]>::new());
        assert!(all > 500, "{all}");
    }
}
