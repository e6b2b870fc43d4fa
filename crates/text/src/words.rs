//! The words of a text as the reader's rules and features see them: folded, stretched letters shortened, signs counted.

use crate::hash;
use crate::script::{Chunk, chunks, is_word};

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Letters and digits.
    Word,
    /// An emoji or an emoticon.
    Emoji,
    /// A web address or a handle: that there is one, not which.
    Address,
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) hash: u64,
    pub(crate) sort: Sort,
    /// Its letters, in [`Words::letters`].
    pub(crate) from: u32,
    pub(crate) to: u32,
}

/// A text cut into words.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) words: Vec<Word>,
    pub(crate) letters: Vec<char>,
    pub(crate) exclamations: u32,
    pub(crate) questions: u32,
    pub(crate) hashtags: u32,
    pub(crate) urls: u32,
    pub(crate) handles: u32,
    pub(crate) numbers: u32,
    pub(crate) ellipses: u32,
    pub(crate) stretched: u32,
    pub(crate) smiles: u32,
    pub(crate) frowns: u32,
}

/// The hash that stands for any web address, and for any handle.
const URL: u64 = 1;
const HANDLE: u64 = 2;

const SMILES: [&str; 12] = [":)", ":-)", ":d", ":-d", ";)", ";-)", "<3", "^^", "^_^", ":))", "xd", "(:"];
const FROWNS: [&str; 9] = [":(", ":-(", ":'(", ":/", ":-/", ":((", ">:(", "-_-", "):"];

impl Words {
    /// Cuts a folded text.
    pub(crate) fn cut(folded: &str) -> Self {
        let mut words = Self {
            letters: Vec::with_capacity(folded.len()),
            words: Vec::with_capacity(folded.len() / 4),
            ..Self::default()
        };
        for chunk in chunks(folded) {
            match chunk {
                Chunk::Url => {
                    words.urls += 1;
                    words.push(hash::step(hash::EMPTY, URL), Sort::Address);
                }
                Chunk::Handle => {
                    words.handles += 1;
                    words.push(hash::step(hash::EMPTY, HANDLE), Sort::Address);
                }
                Chunk::Text(chunk) => words.chunk(chunk),
            }
        }
        words
    }

    fn push(&mut self, hash: u64, sort: Sort) {
        let at = self.letters.len() as u32;
        self.words.push(Word { hash, sort, from: at, to: at });
    }

    fn chunk(&mut self, chunk: &str) {
        if self.emoticon(chunk) {
            return;
        }
        let mut from = self.letters.len();
        for c in chunk.chars() {
            if is_word(c) {
                if is_unspaced(c) {
                    self.word(from);
                    from = self.letters.len();
                    self.letters.push(c);
                    self.word(from);
                    from = self.letters.len();
                } else {
                    self.letter(c, from);
                }
            } else if !matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe0f}') {
                self.word(from);
                from = self.letters.len();
                self.sign(c);
            }
        }
        self.word(from);
        if chunk.ends_with("...") || chunk.ends_with('…') {
            self.ellipses += 1;
        }
    }

    /// Adds a letter to the word that starts at `from`; of a letter written three times or more, two are kept.
    #[inline]
    fn letter(&mut self, c: char, from: usize) {
        if let [.., a, b] = self.letters[from..]
            && a == c
            && b == c
            && !c.is_numeric()
        {
            self.stretched += 1;
        } else {
            self.letters.push(c);
        }
    }

    /// Ends the word that starts at `from`, if it has letters.
    fn word(&mut self, from: usize) {
        let letters = &self.letters[from..];
        if !letters.is_empty() {
            let hash = letters.iter().fold(hash::EMPTY, |hash, c| hash::step(hash, u64::from(*c)));
            self.numbers += u32::from(letters[0].is_numeric());
            self.words.push(Word { hash, sort: Sort::Word, from: from as u32, to: self.letters.len() as u32 });
        }
    }

    fn sign(&mut self, c: char) {
        match c {
            '!' | '¡' | '！' => self.exclamations += 1,
            '?' | '¿' | '？' | '؟' => self.questions += 1,
            '#' => self.hashtags += 1,
            _ if is_emoji(c) => self.push(hash::step(hash::EMPTY, u64::from(c)), Sort::Emoji),
            _ => {}
        }
    }

    /// Whether the chunk is an emoticon and nothing else.
    fn emoticon(&mut self, chunk: &str) -> bool {
        if chunk.len() > 4 || chunk.chars().all(char::is_alphanumeric) && chunk != "xd" {
            return false;
        }
        let (smile, frown) = (SMILES.contains(&chunk), FROWNS.contains(&chunk));
        if smile || frown {
            self.smiles += u32::from(smile);
            self.frowns += u32::from(frown);
            self.push(hash::text(chunk), Sort::Emoji);
        }
        smile || frown
    }
}

/// A script whose words are not spaced: each character is a word.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '\u{e00}'..='\u{eff}')
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}
