//! Words with a known charge, per language, and emoji.

use crate::hash;
use crate::marks::Marks;
use crate::model::{ModelError, ModelKind, decode};
use crate::table::{Table, key};
use crate::words::{Sort, Words};
use crate::{Language, token};

/// One entry: key of the word in its language, weight from -5 to 5.
pub type LexiconEntry = (u32, i8);

/// The word weights.
#[derive(Debug)]
pub struct Lexicon {
    table: Table,
    marks: Marks,
}

/// The entry of a word or an emoji; `None` for anything else (several words, signs).
pub fn lexicon_entry(word: &str, language: Language, weight: i8) -> Option<LexiconEntry> {
    let words = Words::cut(&token::fold(word));
    match words.words[..] {
        [word] if word.sort == Sort::Word => Some((word_key(word.hash, language), weight)),
        [word] if word.sort == Sort::Emoji => Some((key(word.hash), weight)),
        _ => None,
    }
}

/// The payload of a lexicon file.
pub fn lexicon_payload(entries: &[LexiconEntry]) -> Vec<u8> {
    entries.iter().flat_map(|(key, weight)| key.to_le_bytes().into_iter().chain(weight.to_le_bytes())).collect()
}

/// A word's key in its language: the same word may weigh otherwise in another.
#[inline]
fn word_key(hash: u64, language: Language) -> u32 {
    key(hash::step(hash, 1 + language as u64))
}

impl Lexicon {
    /// Reads a lexicon file.
    pub fn decode(file: &[u8]) -> Result<Self, ModelError> {
        let payload = decode(ModelKind::Lexicon, file)?;
        let (entries, rest) = payload.as_chunks::<5>();
        if !rest.is_empty() {
            return Err(ModelError::WrongSize(ModelKind::Lexicon));
        }
        let entries = entries.iter().map(|[a, b, c, d, weight]| (u32::from_le_bytes([*a, *b, *c, *d]), *weight));
        Ok(Self { table: Table::new(entries, false), marks: Marks::new() })
    }

    pub(crate) fn marks(&self) -> &Marks {
        &self.marks
    }

    #[inline]
    pub(crate) fn word(&self, hash: u64, language: Language) -> i32 {
        i32::from(i8::from_le_bytes([self.table.get(word_key(hash, language))]))
    }

    #[inline]
    pub(crate) fn emoji(&self, hash: u64) -> i32 {
        i32::from(i8::from_le_bytes([self.table.get(key(hash))]))
    }
}
