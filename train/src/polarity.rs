//! The polarity model: features, fit, calibration, figures.

use crate::data::Judged;
use crate::rng::Rng;
use crate::svm::{Problem, Rows, balanced};
use anyhow::Result;
use text::identify::LanguageModel;
use text::lexicon::Lexicon;
use text::model::{ModelKind, encode};
use text::sentiment::{
    BLOCKS, COPIES, Calibration, POLARITY_BITS, PolarityModel, TAGS, polarity_features, polarity_payload,
};

const COST: f32 = 0.1;
const EPOCHS: usize = 15;
const SIZE: usize = 1 << POLARITY_BITS;
/// Folds of the calibration.
const FOLDS: usize = 3;

/// The features of the posts, extracted once.
pub struct Posts {
    grams: Vec<Vec<(u8, u32)>>,
    tags: Vec<(usize, [f32; TAGS])>,
    /// 0 negative, 1 neutral, 2 positive.
    pub polarity: Vec<usize>,
}

/// Extracts the features, by the language the model reads, as the reader will.
pub fn features(judged: &[Judged], language: &LanguageModel, lexicon: &Lexicon) -> Posts {
    let mut posts = Posts { grams: Vec::new(), tags: Vec::new(), polarity: Vec::new() };
    for post in judged {
        let lang = language.language(&post.text);
        let mut grams = Vec::new();
        let tags = polarity_features(&post.text, lang, lexicon, |block, bucket| grams.push((block as u8, bucket)));
        posts.grams.push(grams);
        posts.tags.push((lang as usize, tags));
        posts.polarity.push(post.polarity);
    }
    posts
}

/// What each n-gram weighs by its rarity (inverse document frequency), as the byte that is shipped; 0 where it was never seen.
fn rarities(posts: &Posts, keep: &dyn Fn(usize) -> bool) -> Vec<u8> {
    let mut seen_in = vec![0u32; SIZE];
    let mut last = vec![u32::MAX; SIZE];
    let mut count = 0u32;
    for (i, grams) in posts.grams.iter().enumerate().filter(|(i, _)| keep(*i)) {
        count += 1;
        for (_, bucket) in grams {
            let at = *bucket as usize;
            if last[at] != i as u32 {
                last[at] = i as u32;
                seen_in[at] += 1;
            }
        }
    }
    let most = libm::logf(1.0 + count as f32);
    let byte = |n: u32| (libm::logf((1.0 + count as f32) / (1.0 + n as f32)) / most * 254.0) as u8 + 1;
    seen_in.into_iter().map(|n| if n == 0 { 0 } else { byte(n) }).collect()
}

/// The weights of a fit, not yet in bytes.
struct Weights {
    of: Vec<Vec<f32>>,
    rarity: Vec<u8>,
}

fn solve(posts: &Posts, labels: &[usize], keep: &dyn Fn(usize) -> bool, seed: u64) -> Weights {
    let rarity = rarities(posts, keep);
    let mut rows = Rows::default();
    let mut classes = Vec::new();
    let mut row = Vec::new();
    for (i, grams) in posts.grams.iter().enumerate().filter(|(i, _)| keep(*i)) {
        let mut squares = [0u32; BLOCKS];
        for (block, bucket) in grams {
            squares[usize::from(*block)] += u32::from(rarity[*bucket as usize]).pow(2);
        }
        let norms = squares.map(|s| 1.0 / (s.max(1) as f32).sqrt());
        row.extend(
            grams
                .iter()
                .map(|(block, bucket)| (*bucket, f32::from(rarity[*bucket as usize]) * norms[usize::from(*block)])),
        );
        let (lang, tags) = &posts.tags[i];
        for copy in [0, 1 + lang] {
            row.extend(tags.iter().enumerate().map(|(tag, value)| ((SIZE + copy * TAGS + tag) as u32, *value)));
        }
        rows.push(&mut row);
        classes.push(labels[i]);
    }
    let costs = balanced(&classes, 3, COST);
    let problem =
        Problem { rows: &rows, classes: &classes, costs: &costs, width: SIZE + COPIES * TAGS, epochs: EPOCHS, seed };
    Weights { of: problem.solve(3), rarity }
}

/// The file of a fit: weights and rarity in bytes.
fn pack(weights: &Weights, calibration: Calibration) -> Vec<u8> {
    let folded = |class: usize, bucket: usize| weights.of[class][bucket] * f32::from(weights.rarity[bucket]);
    let most = (0..3)
        .flat_map(|class| (0..SIZE).map(move |bucket| folded(class, bucket).abs()))
        .fold(f32::MIN_POSITIVE, f32::max);
    let scale = most / 127.0;
    let byte = |class, bucket| ((folded(class, bucket) / scale).round() as i8).to_le_bytes()[0];
    let table: Vec<[u8; 4]> =
        (0..SIZE).map(|bucket| [byte(0, bucket), byte(1, bucket), byte(2, bucket), weights.rarity[bucket]]).collect();
    let mut tags = vec![[[0.0; 3]; TAGS]; COPIES];
    for (copy, tags) in tags.iter_mut().enumerate() {
        for (tag, three) in tags.iter_mut().enumerate() {
            for (class, weight) in three.iter_mut().enumerate() {
                *weight = weights.of[class][SIZE + copy * TAGS + tag];
            }
        }
    }
    encode(ModelKind::Polarity, &polarity_payload(&table, scale, &tags, calibration))
}

const PLAIN: Calibration = Calibration { slope: 1.0, shift: [0.0; 3] };

/// What a fit needs.
pub struct Fit<'a> {
    pub judged: &'a [Judged],
    pub language: &'a LanguageModel,
    pub lexicon: &'a Lexicon,
    pub seed: u64,
    /// Labels put in another order: what is learnt then is worth nothing.
    pub shuffle: bool,
}

impl Fit<'_> {
    /// Fits a model on all posts, calibrated on scores of posts that were left out of the fit. Answers its file.
    pub fn file(&self) -> Result<Vec<u8>> {
        let posts = features(self.judged, self.language, self.lexicon);
        let mut labels = posts.polarity.clone();
        if self.shuffle {
            Rng::new(self.seed).shuffle(&mut labels);
        }
        // By chance: the files of the data go through the polarities in turn.
        let mut rng = Rng::new(self.seed ^ 0xF01D);
        let folds: Vec<usize> = labels.iter().map(|_| rng.below(FOLDS)).collect();
        let mut scores = vec![[0.0; 3]; labels.len()];
        for fold in 0..FOLDS {
            let file = pack(&solve(&posts, &labels, &|i| folds[i] != fold, self.seed), PLAIN);
            let model = PolarityModel::decode(&file)?;
            for i in (0..labels.len()).filter(|i| folds[*i] == fold) {
                scores[i] = self.scores(&model, &self.judged[i].text);
            }
        }
        let calibration = calibrate(&scores, &labels);
        Ok(pack(&solve(&posts, &labels, &|_| true, self.seed), calibration))
    }

    fn scores(&self, model: &PolarityModel, text: &str) -> [f32; 3] {
        model.scores(text, self.language.language(text), self.lexicon)
    }
}

/// The slope and shifts under which the labels are most likely: gradient descent on a convex loss.
fn calibrate(scores: &[[f32; 3]], labels: &[usize]) -> Calibration {
    let mut calibration = PLAIN;
    let part = 1.0 / labels.len().max(1) as f32;
    for _ in 0..400 {
        let (mut slope, mut shift) = (0.0, [0.0; 3]);
        for (scores, label) in scores.iter().zip(labels) {
            let p = calibration.probabilities(*scores);
            for class in 0..3 {
                let error = p[class] - f32::from(u8::from(class == *label));
                slope += error * scores[class] * part;
                shift[class] += error * part;
            }
        }
        calibration.slope -= 2.0 * slope;
        for (to, by) in calibration.shift.iter_mut().zip(shift) {
            *to -= 1.0 * by;
        }
    }
    calibration
}
