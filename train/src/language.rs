//! The language model: samples, fit, figures.

use crate::data::{Data, Judged, SETS};
use crate::rng::Rng;
use crate::svm::{Problem, Rows, balanced};
use anyhow::Result;
use text::Language;
use text::identify::{FEW_LETTERS, LANGUAGE_BITS, LANGUAGES, LanguageModel, best, language_features, language_payload};
use text::model::{ModelKind, encode};

/// Lengths of the fragments trained on, in words.
const FRAGMENTS: [usize; 4] = [2, 3, 5, 8];
/// Of each language's interface strings, so many are used: they are not posts.
const STRINGS: usize = 2500;
const COST: f32 = 2.0;
const EPOCHS: usize = 12;
/// What the class of other languages (Hindi in Latin letters, full of English) counts for.
const OTHERS: f32 = 0.1;
/// Margins for texts of few letters and for others, and the least score: chosen by eye on the dev part.
const LIMITS: [f32; 3] = [0.15, 0.10, -0.9];

/// A text and the place of its language in `Language::ALL`.
pub type Sample = (String, usize);

/// What there is to learn from and to measure on.
pub struct Texts {
    pub train: Vec<Sample>,
    pub dev: Vec<Sample>,
    /// Interface strings, for training only.
    pub strings: Vec<Sample>,
}

/// Posts of UMSAB (train, and val as dev) and the treebanks' sentences (the last fifth as dev).
pub fn texts(data: &mut Data<'_>, train: &[Judged], val: &[Judged]) -> Result<Texts> {
    let posts = |judged: &[Judged]| -> Vec<Sample> {
        let language =
            |set: &str| SETS.iter().find(|(name, _)| *name == set).map_or(Language::Unknown, |(_, language)| *language);
        judged
            .iter()
            .filter(|post| post.set != "arabic")
            .map(|post| (post.text.clone(), language(post.set) as usize))
            .collect()
    };
    let mut texts = Texts { train: posts(train), dev: posts(val), strings: Vec::new() };
    // More of everyday English: the English part of UMSAB is news and fans.
    let english = data.lines("tweeteval_emotion/train_text.txt")?;
    texts.train.extend(english.into_iter().map(|line| (line, Language::En as usize)));
    for language in [Language::Fy, Language::Nl, Language::Af] {
        let lines = data.lines(&format!("lid/{}.txt", language.code()))?;
        let cut = lines.len() * 4 / 5;
        for (i, line) in lines.into_iter().enumerate() {
            let part = if i < cut { &mut texts.train } else { &mut texts.dev };
            part.push((line, language as usize));
        }
    }
    let mut files = Vec::new();
    for language in [Language::Fy, Language::Nl, Language::Af, Language::De] {
        files.push((language, data.lines(&format!("lid/firefox_ui_{}.txt", language.code()))?));
    }
    for (language, lines) in &files {
        // A string that stands in two languages was not translated.
        let own = |line: &&String| {
            line.split_whitespace().count() >= 3
                && files.iter().all(|(other, lines)| other == language || lines.binary_search(line).is_err())
        };
        let kept: Vec<&String> = lines.iter().filter(own).collect();
        let stride = kept.len().div_ceil(STRINGS).max(1);
        texts.strings.extend(kept.into_iter().step_by(stride).map(|line| (line.clone(), *language as usize)));
    }
    Ok(texts)
}

impl Texts {
    /// Leaves out the interface strings that a model trained without them takes for another language: many were never translated.
    pub fn keep_clean_strings(&mut self, seed: u64) -> Result<()> {
        let model = LanguageModel::decode(&fit(&[&self.train], seed, false))?;
        self.strings.retain(|(text, language)| model.language(text) as usize == *language);
        Ok(())
    }
}

/// So many words of a text, from a place the random source says; the whole text if it has no more.
pub fn fragment(text: &str, words: usize, rng: &mut Rng) -> String {
    let all: Vec<&str> = text
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic) && !word.starts_with(['@']) && !word.starts_with("http"))
        .collect();
    let from = rng.below((all.len() + 1).saturating_sub(words).max(1));
    all[from..all.len().min(from + words)].join(" ")
}

/// Fits a model; answers its file.
pub fn fit(texts: &[&[Sample]], seed: u64, shuffle: bool) -> Vec<u8> {
    let mut rng = Rng::new(seed);
    let mut rows = Rows::default();
    let mut classes = Vec::new();
    let mut row = Vec::new();
    let mut samples: Vec<(String, usize)> = Vec::new();
    for (text, class) in texts.iter().copied().flatten() {
        for words in FRAGMENTS {
            samples.push((fragment(text, words, &mut rng), *class));
        }
        samples.push((text.clone(), *class));
    }
    if shuffle {
        let mut labels: Vec<usize> = samples.iter().map(|(_, class)| *class).collect();
        rng.shuffle(&mut labels);
        for (sample, label) in samples.iter_mut().zip(labels) {
            sample.1 = label;
        }
    }
    for (text, class) in samples {
        let letters = language_features(&text, |bucket| row.push((bucket, 1.0)));
        if letters.grams == 0 {
            continue;
        }
        let norm = 1.0 / (letters.grams as f32).sqrt();
        for (_, value) in &mut row {
            *value = norm;
        }
        row.push((1 << LANGUAGE_BITS, 1.0));
        rows.push(&mut row);
        classes.push(class);
    }
    let mut costs = balanced(&classes, LANGUAGES, COST);
    for (cost, class) in costs.iter_mut().zip(&classes) {
        if *class == Language::Unknown as usize {
            *cost *= OTHERS;
        }
    }
    let problem = Problem {
        rows: &rows,
        classes: &classes,
        costs: &costs,
        width: (1 << LANGUAGE_BITS) + 1,
        epochs: EPOCHS,
        seed,
    };
    pack(&problem.solve(LANGUAGES))
}

fn pack(weights: &[Vec<f32>]) -> Vec<u8> {
    let size = 1 << LANGUAGE_BITS;
    let most = weights.iter().flat_map(|w| &w[..size]).fold(0.0f32, |most, w| most.max(w.abs()));
    let scale = most.max(f32::MIN_POSITIVE) / 127.0;
    let mut bias = [0.0; LANGUAGES];
    for (bias, weights) in bias.iter_mut().zip(weights) {
        *bias = weights[size];
    }
    let rows = (0..size).flat_map(|bucket| weights.iter().map(move |w| (w[bucket] / scale).round() as i8));
    encode(ModelKind::Language, &language_payload(&rows.collect::<Vec<i8>>(), scale, bias, LIMITS))
}

/// How a model does on some texts, cut to so many words.
#[derive(Clone)]
pub struct Figures {
    /// Rows: the language; columns: what was said.
    pub said: [[usize; LANGUAGES]; LANGUAGES],
    /// Right when `Unknown` may not be said.
    pub forced: [usize; LANGUAGES],
}

impl Figures {
    /// The share of a language's texts that were told right, in per cent.
    pub fn right(&self, language: usize) -> f64 {
        percent(self.said[language][language], self.said[language].iter().sum())
    }

    /// The same when `Unknown` may not be said.
    pub fn right_forced(&self, language: usize) -> f64 {
        percent(self.forced[language], self.said[language].iter().sum())
    }
}

fn percent(part: usize, of: usize) -> f64 {
    100.0 * part as f64 / of.max(1) as f64
}

/// Measures a model; `words` 0 is the whole text.
pub fn measure(model: &LanguageModel, texts: &[Sample], words: usize, seed: u64) -> Figures {
    let mut rng = Rng::new(seed ^ words as u64);
    let mut figures = Figures { said: [[0; LANGUAGES]; LANGUAGES], forced: [0; LANGUAGES] };
    for (text, language) in texts {
        let text = if words == 0 { text.clone() } else { fragment(text, words, &mut rng) };
        let (scores, letters) = model.scores(&text);
        if letters.latin < 2 {
            continue;
        }
        figures.said[*language][model.language(&text) as usize] += 1;
        figures.forced[*language] += usize::from(best(&scores).0 == *language);
    }
    figures
}

/// What the report says of the limits.
pub fn limits() -> String {
    format!(
        "`unknown` below a margin of {} ({} under {FEW_LETTERS} letters) or a best score of {}",
        LIMITS[1], LIMITS[0], LIMITS[2]
    )
}
