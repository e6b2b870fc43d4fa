//! How well a polarity model does on posts it was not trained on.

use crate::data::{Judged, SETS};
use crate::rng::Rng;
use text::identify::LanguageModel;
use text::lexicon::Lexicon;
use text::sentiment::PolarityModel;

/// How a model does on one set.
pub struct Figures {
    /// The set.
    pub set: &'static str,
    /// Mean of the F1 of the three polarities, in per cent.
    pub macro_f1: f64,
    /// Area under the ROC curve of the probability of negative.
    pub auc: f64,
    /// Mean error of the share of negative posts in batches of 100, in points: mean probability as it is.
    pub share_raw: f64,
    /// The same, stretched by what the mean is at shares 0 and 1 in the other half of the posts.
    pub share_stretched: f64,
}

/// Measures a model per set.
pub fn polarity(
    model: &PolarityModel,
    judged: &[Judged],
    language: &LanguageModel,
    lexicon: &Lexicon,
    seed: u64,
) -> Vec<Figures> {
    let mut all = Vec::new();
    for (set, _) in SETS {
        let posts: Vec<&Judged> = judged.iter().filter(|post| post.set == set).collect();
        let told =
            |post: &&Judged| model.probabilities(model.scores(&post.text, language.language(&post.text), lexicon));
        let p: Vec<[f32; 3]> = posts.iter().map(told).collect();
        let labels: Vec<usize> = posts.iter().map(|post| post.polarity).collect();
        let [share_raw, share_stretched] = share_errors(&p, &labels, seed);
        all.push(Figures { set, macro_f1: macro_f1(&p, &labels), auc: auc(&p, &labels), share_raw, share_stretched });
    }
    all
}

/// The mean of a figure over the sets.
pub fn mean(figures: &[Figures], of: impl Fn(&Figures) -> f64) -> f64 {
    figures.iter().map(of).sum::<f64>() / figures.len().max(1) as f64
}

fn macro_f1(p: &[[f32; 3]], labels: &[usize]) -> f64 {
    let mut table = [[0usize; 3]; 3];
    for (p, label) in p.iter().zip(labels) {
        let said = (0..3).max_by(|a, b| p[*a].total_cmp(&p[*b])).unwrap_or(1);
        table[*label][said] += 1;
    }
    let f1 = |class: usize| {
        let said: usize = table.iter().map(|row| row[class]).sum();
        let there: usize = table[class].iter().sum();
        2.0 * table[class][class] as f64 / (said + there).max(1) as f64
    };
    100.0 * (0..3).map(f1).sum::<f64>() / 3.0
}

/// Batches of 100 posts of the second half with from 0 to 100 negative ones: mean distance between the share told and the share
/// there is, raw and stretched by the means of the first half.
fn share_errors(p: &[[f32; 3]], labels: &[usize], seed: u64) -> [f64; 2] {
    let mut rng = Rng::new(seed);
    let half = labels.len() / 2;
    let of = |from: usize, to: usize, negative: bool| -> Vec<f64> {
        (from..to).filter(|i| (labels[*i] == 0) == negative).map(|i| f64::from(p[i][0])).collect()
    };
    let average = |p: &[f64]| p.iter().sum::<f64>() / p.len().max(1) as f64;
    let (low, high) = (average(&of(0, half, false)), average(&of(0, half, true)));
    let (negative, other) = (of(half, labels.len(), true), of(half, labels.len(), false));
    let (mut errors, mut batches) = ([0.0; 2], 0);
    for share in (0..=100u32).step_by(10) {
        for _ in 0..20 {
            let batch = (0..100)
                .map(|i| if i < share { negative[rng.below(negative.len())] } else { other[rng.below(other.len())] });
            let told = average(&batch.collect::<Vec<f64>>());
            let stretched = ((told - low) / (high - low).max(1e-6)).clamp(0.0, 1.0);
            for (error, told) in errors.iter_mut().zip([told, stretched]) {
                *error += (100.0 * told - f64::from(share)).abs();
            }
            batches += 1;
        }
    }
    errors.map(|error| error / f64::from(batches))
}

fn auc(p: &[[f32; 3]], labels: &[usize]) -> f64 {
    let (mut won, mut pairs) = (0.0, 0.0);
    for (a, label) in p.iter().zip(labels) {
        for (b, other) in p.iter().zip(labels) {
            if *label == 0 && *other != 0 {
                pairs += 1.0;
                won += if a[0] > b[0] { 1.0 } else { f64::from(u8::from(a[0] == b[0])) / 2.0 };
            }
        }
    }
    won / f64::max(pairs, 1.0)
}
