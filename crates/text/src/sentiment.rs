//! Tells the polarity: hashed word n-grams, shared and once more per language, hashed letter n-grams, and tags from the lexicon and the signs.

use crate::hash;
use crate::lexicon::Lexicon;
use crate::marks::{NEGATION, WARNING};
use crate::model::{ModelError, ModelKind, Numbers, decode};
use crate::words::{Sort, Words};
use crate::{Language, token};

/// The table has `2^POLARITY_BITS` entries.
pub const POLARITY_BITS: u32 = 18;
/// Tags of a text: [`Tags`].
pub const TAGS: usize = 20;
/// The blocks n-grams come in, each of unit length: words, the same words in their language, letters.
pub const BLOCKS: usize = 3;
/// Copies of the tags' weights: one shared, one for each of [`Language::ALL`].
pub const COPIES: usize = 1 + Language::ALL.len();

/// Numbers between 0 and 1 that say what the lexicon and the signs say.
pub type Tags = [f32; TAGS];

/// What a warning weighs.
const WARNED: i32 = -4;

/// Of a word, so many letters are looked at.
const WORD: usize = 30;

/// What a text weighs: n-grams given out one by one, tags returned.
pub fn polarity_features(text: &str, language: Language, lexicon: &Lexicon, mut give: impl FnMut(usize, u32)) -> Tags {
    let words = Words::cut(&token::fold(text));
    grams(&words, language, &mut give);
    tags(text, &words, language, lexicon)
}

fn grams(words: &Words, language: Language, give: &mut impl FnMut(usize, u32)) {
    let salt = 100 + language as u64;
    let mut before = hash::step(hash::EMPTY, 3);
    for word in &words.words {
        for hash in [hash::step(word.hash, 7), hash::step(before, word.hash)] {
            give(0, hash::bucket(hash, POLARITY_BITS));
            give(1, hash::bucket(hash::step(hash, salt), POLARITY_BITS));
        }
        before = word.hash;
        if word.sort == Sort::Word {
            let mut letters = [' '; WORD + 2];
            let mut len = 1;
            for c in words.letters[word.from as usize..word.to as usize].iter().take(WORD) {
                letters[len] = *c;
                len += 1;
            }
            letter_grams(&letters[..len + 1], give);
        }
    }
}

#[inline]
fn letter_grams(letters: &[char], give: &mut impl FnMut(usize, u32)) {
    for from in 0..letters.len() - 1 {
        let mut hash = hash::step(hash::EMPTY, 11);
        for (n, c) in letters[from..].iter().take(5).enumerate() {
            hash = hash::step(hash, u64::from(*c));
            if n >= 2 {
                give(2, hash::bucket(hash, POLARITY_BITS));
            }
        }
    }
}

fn tags(text: &str, words: &Words, language: Language, lexicon: &Lexicon) -> Tags {
    let (mut good, mut ill, mut best, mut worst, mut last, mut negations, mut charged) = (0, 0, 0, 0, 0, 0, 0);
    let (mut smiles, mut frowns) = (words.smiles, words.frowns);
    let (mut negated, mut before) = (0u32, 0);
    for word in &words.words {
        let mut weight = match word.sort {
            Sort::Word => lexicon.word(word.hash, language),
            Sort::Emoji => lexicon.emoji(word.hash),
            Sort::Address => 0,
        };
        if word.sort == Sort::Emoji {
            smiles += u32::from(weight > 0);
            frowns += u32::from(weight < 0);
        } else if negated > 0 {
            weight = -weight / 2;
        }
        negated = negated.saturating_sub(1);
        if word.sort == Sort::Word {
            let marks = lexicon.marks();
            let mark = marks.word(word.hash, language);
            if (mark | marks.pair(before, word.hash, language)) & WARNING != 0 {
                (weight, negated) = (WARNED, 0);
            } else if mark & NEGATION != 0 {
                negations += 1;
                negated = 4;
            }
            before = word.hash;
        }
        if weight != 0 {
            charged += 1;
            last = weight;
        }
        good += weight.max(0);
        ill += (-weight).max(0);
        best = best.max(weight);
        worst = worst.max(-weight);
    }
    let capitals = text.bytes().filter(u8::is_ascii_uppercase).count();
    let small = text.bytes().filter(u8::is_ascii_lowercase).count();
    let part = |n: u32, of: u32| n.min(of) as f32 / of as f32;
    let sum = |n: i32, of: i32| n.clamp(0, of) as f32 / of as f32;
    [
        1.0,
        sum(good, 10),
        sum(ill, 10),
        sum(best, 4),
        sum(worst, 4),
        sum(last, 4),
        sum(-last, 4),
        f32::from(u8::from(good > ill)),
        f32::from(u8::from(ill > good)),
        f32::from(u8::from(charged == 0)),
        part(negations, 2),
        part(smiles, 2),
        part(frowns, 2),
        part(words.exclamations, 3),
        part(words.questions, 2),
        part(words.urls, 1),
        part(words.handles, 2),
        part(words.hashtags, 3),
        part(words.ellipses + words.stretched, 2),
        f32::from(u8::from(capitals > small && capitals > 6)),
    ]
}

/// The decoded polarity model.
#[derive(Debug)]
pub struct PolarityModel {
    /// Three weights and the length of an n-gram.
    table: Vec<[u8; 4]>,
    scale: f32,
    tags: Vec<[[f32; 3]; TAGS]>,
    calibration: Calibration,
}

/// Turns scores into probabilities: softmax of `slope × score + shift`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration {
    /// How sharp.
    pub slope: f32,
    /// What is added per polarity.
    pub shift: [f32; 3],
}

/// The payload of a polarity model: table entries are three signed weights and one unsigned length.
pub fn polarity_payload(table: &[[u8; 4]], scale: f32, tags: &[[[f32; 3]; TAGS]], calibration: Calibration) -> Vec<u8> {
    let numbers =
        [scale, calibration.slope].into_iter().chain(calibration.shift).chain(tags.iter().flatten().flatten().copied());
    numbers.flat_map(f32::to_le_bytes).chain(table.iter().flatten().copied()).collect()
}

impl PolarityModel {
    /// Reads a model file.
    pub fn decode(file: &[u8]) -> Result<Self, ModelError> {
        let payload = decode(ModelKind::Polarity, file)?;
        Self::from_payload(payload).ok_or(ModelError::WrongSize(ModelKind::Polarity))
    }

    fn from_payload(payload: &[u8]) -> Option<Self> {
        let mut numbers = Numbers(payload);
        let scale = numbers.float()?;
        let calibration = Calibration { slope: numbers.float()?, shift: numbers.floats()? };
        let mut tags = Vec::with_capacity(COPIES);
        for _ in 0..COPIES {
            let mut copy = [[0.0; 3]; TAGS];
            for tag in &mut copy {
                *tag = numbers.floats()?;
            }
            tags.push(copy);
        }
        let (table, rest) = numbers.0.as_chunks::<4>();
        let whole = rest.is_empty() && table.len() == 1 << POLARITY_BITS;
        whole.then(|| Self { table: table.to_vec(), scale, tags, calibration })
    }

    /// The score of each polarity.
    pub fn scores(&self, text: &str, language: Language, lexicon: &Lexicon) -> [f32; 3] {
        let words = Words::cut(&token::fold(text));
        self.scores_of(text, &words, language, lexicon)
    }

    pub(crate) fn scores_of(&self, text: &str, words: &Words, language: Language, lexicon: &Lexicon) -> [f32; 3] {
        let mut sums = [[0i32; 3]; BLOCKS];
        let mut squares = [0u32; BLOCKS];
        grams(words, language, &mut |block, bucket| {
            let [a, b, c, length] = self.table[bucket as usize];
            for (sum, weight) in sums[block].iter_mut().zip([a, b, c]) {
                *sum += i32::from(i8::from_le_bytes([weight]));
            }
            squares[block] += u32::from(length) * u32::from(length);
        });
        let mut scores = [0.0; 3];
        for (sums, squares) in sums.iter().zip(squares) {
            let norm = self.scale / (squares.max(1) as f32).sqrt();
            for (score, sum) in scores.iter_mut().zip(sums) {
                *score += *sum as f32 * norm;
            }
        }
        let tags = tags(text, words, language, lexicon);
        for copy in [&self.tags[0], &self.tags[1 + language as usize]] {
            for (tag, weights) in tags.iter().zip(copy) {
                for (score, weight) in scores.iter_mut().zip(weights) {
                    *score += tag * weight;
                }
            }
        }
        scores
    }

    /// The probabilities that scores stand for.
    pub fn probabilities(&self, scores: [f32; 3]) -> [f32; 3] {
        self.calibration.probabilities(scores)
    }
}

impl Calibration {
    /// Softmax, the same on every machine.
    pub fn probabilities(&self, scores: [f32; 3]) -> [f32; 3] {
        let mut p = scores;
        for (p, shift) in p.iter_mut().zip(self.shift) {
            *p = *p * self.slope + shift;
        }
        let most = p.iter().copied().fold(f32::MIN, f32::max);
        for p in &mut p {
            *p = libm::expf(*p - most);
        }
        let sum: f32 = p.iter().sum();
        p.map(|p| p / sum)
    }
}
