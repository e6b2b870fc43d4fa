//! What a forecast believes before it has seen anything; tuned by `examples/forecast`.

use super::HORIZONS;

/// Memories of the reaction kernel, in minutes: a sum of exponentials stands for its power law, so that a minute costs the same whatever came before.
pub const MEMORIES: [f64; 6] = [2.0, 8.0, 30.0, 120.0, 480.0, 1_440.0];

/// What is believed before anything was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The share of all reactions that each of [`MEMORIES`] brings; sums to 1.
    pub kernel: [f64; MEMORIES.len()],
    /// Reactions one mention draws, usually.
    pub branching: f64,
    /// How many mentions' worth of reactions that belief weighs.
    pub belief: f64,
    /// Minutes in which what was learnt of this storm fades, by `e`.
    pub learning: f64,
    /// Minutes in which this storm's own rate of reactions falls back to the usual one, by `e`.
    pub fading: f64,
    /// The rate it falls back to.
    pub rest: f64,
    /// Relative error of what the storm brings, by horizon.
    pub spread: [f64; HORIZONS.len()],
    /// Variance by mean of what the storm brings: mentions come in clusters.
    pub clusters: f64,
    /// Relative error of the usual level itself.
    pub usual: f64,
    /// Minutes in which a lull below the usual level is seen, mentions it is believed against, and minutes until it is over, by `e`.
    pub lull: (f64, f64, f64),
    /// What a range believes of its own half hours before it has seen some: as if so many had been, their mean squared error in logarithms, and
    /// how many are remembered.
    pub trust: (f64, f64, f64),
    /// How far the interval leans to more, by horizon: 0 is even in logarithms.
    pub lean: [f64; HORIZONS.len()],
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            kernel: [0.235, 0.0639, 0.164, 0.303, 0.228, 0.00607],
            branching: 0.889,
            belief: 2.95,
            learning: 6.03,
            fading: 71.8,
            rest: 0.7,
            spread: [0.51, 1.34, 1.3],
            clusters: 0.126,
            usual: 0.846,
            lull: (4.99, 0.301, 1060.0),
            trust: (7.27, 0.3, 13.5),
            lean: [-0.208, 0.195, 0.197],
        }
    }
}
