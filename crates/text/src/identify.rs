//! Tells the language: hashed character 1–4-grams within words, one linear score per language.

use crate::Language;
use crate::hash;
use crate::model::{ModelError, ModelKind, Numbers, decode};
use crate::script::{Chunk, chunks, composed, is_latin, is_letter, lower};

/// The table has `2^LANGUAGE_BITS` rows.
pub const LANGUAGE_BITS: u32 = 14;
/// The classes told apart: [`Language::ALL`]; `Unknown` has a score of its own, learnt from languages that are none of the others.
pub const LANGUAGES: usize = 10;

/// A row in memory: padded, so that a row is one load.
const ROW: usize = 16;
/// Of a word, so many letters are looked at.
const WORD: usize = 32;

/// What is counted beside the n-grams.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// Latin letters.
    pub latin: usize,
    /// Letters of other scripts.
    pub other: usize,
    /// N-grams given out.
    pub grams: usize,
}

/// Gives out the bucket of every n-gram of a text; addresses and handles have none.
pub fn language_features(text: &str, mut give: impl FnMut(u32)) -> Letters {
    let mut letters = Letters::default();
    for chunk in chunks(&composed(text)) {
        if let Chunk::Text(chunk) = chunk {
            let mut word = [u32::from(' '); WORD + 2];
            let mut len = 0;
            for c in chunk.chars() {
                let c = if c == '’' { '\'' } else { lower(c) };
                let latin = is_latin(c);
                if latin || (c == '\'' && len > 0) {
                    letters.latin += usize::from(latin);
                    if len < WORD {
                        len += 1;
                        word[len] = u32::from(c);
                    }
                } else {
                    letters.other += usize::from(is_letter(c));
                    letters.grams += grams(&mut word, len, &mut give);
                    len = 0;
                }
            }
            letters.grams += grams(&mut word, len, &mut give);
        }
    }
    letters
}

/// Gives out the n-grams of one word of `len` letters, which stand after a blank.
#[inline]
fn grams(word: &mut [u32; WORD + 2], len: usize, give: &mut impl FnMut(u32)) -> usize {
    if len == 0 {
        return 0;
    }
    word[len + 1] = u32::from(' ');
    let word = &word[..len + 2];
    let mut count = 0;
    for from in 0..word.len() - 1 {
        let mut hash = hash::EMPTY;
        for (n, &c) in word[from..].iter().take(4).enumerate() {
            hash = hash::step(hash, u64::from(c));
            // A blank alone says nothing.
            if n > 0 || from > 0 {
                give(hash::bucket(hash, LANGUAGE_BITS));
                count += 1;
            }
        }
    }
    count
}

/// The decoded language model.
#[derive(Debug)]
pub struct LanguageModel {
    rows: Vec<[i8; ROW]>,
    scale: f32,
    bias: [f32; LANGUAGES],
    /// Margins below which the answer is unknown: for texts of few letters and for others; and the least score.
    limits: [f32; 3],
}

/// Texts with fewer letters than this are held to the first margin.
pub const FEW_LETTERS: usize = 12;

/// The payload of a language model.
pub fn language_payload(weights: &[i8], scale: f32, bias: [f32; LANGUAGES], limits: [f32; 3]) -> Vec<u8> {
    let mut payload = Vec::with_capacity(weights.len() + 64);
    for number in [scale].iter().chain(&bias).chain(&limits) {
        payload.extend_from_slice(&number.to_le_bytes());
    }
    payload.extend(weights.iter().map(|w| w.to_le_bytes()[0]));
    payload
}

impl LanguageModel {
    /// Reads a model file.
    pub fn decode(file: &[u8]) -> Result<Self, ModelError> {
        let mut numbers = Numbers(decode(ModelKind::Language, file)?);
        let wrong = ModelError::WrongSize(ModelKind::Language);
        let scale = numbers.float().ok_or(wrong)?;
        let bias = numbers.floats().ok_or(wrong)?;
        let limits = numbers.floats().ok_or(wrong)?;
        if numbers.0.len() != LANGUAGES << LANGUAGE_BITS {
            return Err(wrong);
        }
        let rows = numbers
            .0
            .chunks_exact(LANGUAGES)
            .map(|weights| {
                let mut row = [0; ROW];
                for (to, from) in row.iter_mut().zip(weights) {
                    *to = i8::from_le_bytes([*from]);
                }
                row
            })
            .collect();
        Ok(Self { rows, scale, bias, limits })
    }

    /// The score of each language, and what the text is made of.
    pub fn scores(&self, text: &str) -> ([f32; LANGUAGES], Letters) {
        let mut sums = [0i32; ROW];
        let letters = language_features(text, |bucket| {
            for (sum, weight) in sums.iter_mut().zip(&self.rows[bucket as usize]) {
                *sum += i32::from(*weight);
            }
        });
        let norm = self.scale / (letters.grams.max(1) as f32).sqrt();
        let mut scores = self.bias;
        for (score, sum) in scores.iter_mut().zip(sums) {
            *score += sum as f32 * norm;
        }
        (scores, letters)
    }

    /// The language of a text, `Unknown` where the scores do not say.
    pub fn language(&self, text: &str) -> Language {
        let (scores, letters) = self.scores(text);
        if letters.latin < 2 || letters.other > letters.latin {
            return Language::Unknown;
        }
        let (best, score, margin) = best(&scores);
        let least = if letters.latin < FEW_LETTERS { self.limits[0] } else { self.limits[1] };
        if margin < least || score < self.limits[2] { Language::Unknown } else { Language::ALL[best] }
    }
}

/// The place of the best score, the score, and how far it is before the second.
pub fn best(scores: &[f32; LANGUAGES]) -> (usize, f32, f32) {
    let (mut at, mut first, mut second) = (0, f32::MIN, f32::MIN);
    for (i, &score) in scores.iter().enumerate() {
        if score > first {
            (at, second, first) = (i, first, score);
        } else if score > second {
            second = score;
        }
    }
    (at, first, first - second)
}
