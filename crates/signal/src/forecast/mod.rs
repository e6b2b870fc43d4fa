//! How many more: what a storm will still bring, from how it excites itself.
//!
//! A mention draws reactions, reactions draw others (Hawkes 1971; for posts Zhao et al., "SEISMIC", KDD 2015). [`Cascade`] takes one count a minute
//! and the usual level, remembers the excess in six exponential memories, and learns how many reactions a mention of this storm draws now.
//! [`Cascade::ahead`] runs its mean forward and puts an 80 % interval around it; [`record`] says how earlier forecasts of the same storm did.
//! Nothing is said while too little stands out.

mod record;
mod settings;

pub use record::{Record, record};
pub use settings::{MEMORIES, Settings};

/// The version of the method.
pub const VERSION: u32 = 1;

/// The horizons told of, in minutes.
pub const HORIZONS: [u32; 3] = [60, 360, 1_440];

/// The least excess within some hours that a forecast is made of: of fewer mentions nothing can be said.
pub const LEAST_EXCESS: f64 = 10.0;
/// The least minutes a storm was watched.
pub const LEAST_MINUTES: u32 = 10;

const MEMORY: usize = MEMORIES.len();
/// The standard deviations that eight in ten values lie within.
const EIGHT_IN_TEN: f64 = 1.2816;
/// No minute has more mentions: sums of what is larger would lose their digits.
const MOST: u64 = 1_000_000_000;
/// The forecast holds its own half hours against what came, in minutes; those of which fewer mentions are expected tell nothing.
const HALF: u32 = 30;
const TELLING: f64 = 5.0;
/// The memory, in minutes, of the excess that decides whether anything is said.
const SPEAKING: f64 = 180.0;

/// What a storm has been so far, as far as a forecast needs it: constant in size, a minute at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Cascade {
    settings: Settings,
    /// Excess in each memory, mentions.
    excess: [f64; MEMORY],
    /// Reactions seen and mentions they could react to, both fading.
    drawn: (f64, f64),
    /// Excess and usual mentions of the last hours, fading: whether there is enough to speak of.
    recent: (f64, f64),
    usual: f64,
    /// Mentions and usual mentions just now, fading: whether it is quieter than usual.
    now: (f64, f64),
    /// What was expected of this half hour, and what came of it so far.
    half: (f64, u64),
    /// Squared errors of the half hours, in logarithms, and how many they are; both fading.
    errors: (f64, f64),
    minutes: u32,
}

/// What is expected within a horizon, beside what came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ahead {
    /// Minutes from now.
    pub minutes: u32,
    /// Further mentions expected, the usual ones among them.
    pub mid: f64,
    /// Eight in ten times it is from here…
    pub low: u64,
    /// …to here.
    pub high: u64,
    /// What would be usual in that time.
    pub usual: f64,
}

/// Why nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Silence {
    /// It began too lately.
    #[error("counts are known for fewer than {LEAST_MINUTES} minutes: too little for a forecast")]
    Young,
    /// It is too small, or over.
    #[error("fewer than {LEAST_EXCESS} mentions above the usual in the last hours: too little for a forecast")]
    Little,
}

impl Cascade {
    /// A storm of which nothing was seen.
    pub fn new(settings: &Settings) -> Self {
        Self {
            settings: settings.clone(),
            excess: [0.0; MEMORY],
            drawn: (0.0, 0.0),
            recent: (0.0, 0.0),
            usual: 0.0,
            now: (0.0, 0.0),
            half: (0.0, 0),
            errors: (0.0, 0.0),
            minutes: 0,
        }
    }

    /// One more minute: its count and the usual count of a minute now (mentions a minute; negative is taken for 0).
    pub fn step(&mut self, count: u64, usual: f64) {
        let s = &self.settings;
        let usual = if usual.is_finite() { usual.clamp(0.0, MOST as f64) } else { 0.0 };
        let count = count.min(MOST);
        let excess = count as f64 - usual;
        let fade = libm::exp(-1.0 / s.learning);
        self.drawn.0 = self.drawn.0 * fade + excess;
        self.drawn.1 = self.drawn.1 * fade + pull(&s.kernel, &self.excess).max(0.0);
        for (held, memory) in self.excess.iter_mut().zip(MEMORIES) {
            *held = *held * libm::exp(-1.0 / memory) + excess;
        }
        let fade = libm::exp(-1.0 / SPEAKING);
        self.recent = (self.recent.0 * fade + excess, self.recent.1 * fade + usual);
        let fade = libm::exp(-1.0 / s.lull.0);
        self.now = (self.now.0 * fade + count as f64, self.now.1 * fade + usual);
        self.usual = usual;
        self.half.1 = self.half.1.saturating_add(count);
        self.minutes = self.minutes.saturating_add(1);
        if self.minutes.is_multiple_of(HALF) {
            self.score();
        }
    }

    /// How many reactions a mention draws now, usual beliefs included.
    pub fn branching(&self) -> f64 {
        let s = &self.settings;
        ((s.branching * s.belief + self.drawn.0) / (s.belief + self.drawn.1)).clamp(0.0, 2.0)
    }

    /// What comes within each of [`HORIZONS`].
    ///
    /// # Errors
    /// [`Silence`], where too little is known to say anything.
    pub fn ahead(&self) -> Result<[Ahead; HORIZONS.len()], Silence> {
        if self.minutes < LEAST_MINUTES {
            return Err(Silence::Young);
        }
        // Noise of the usual level is no storm: four of its standard deviations, were it twice as scattered as chance.
        if self.recent.0 < LEAST_EXCESS.max(4.0 * libm::sqrt(2.0 * self.recent.1)) {
            return Err(Silence::Little);
        }
        let mut storm = Mean::of(self);
        let brought = HORIZONS.map(|minutes| storm.until(minutes));
        Ok(std::array::from_fn(|horizon| self.interval(horizon, brought[horizon])))
    }

    /// Holds what was expected of the half hour against what came, and expects the next one.
    fn score(&mut self) {
        let (expected, came) = self.half;
        if expected >= TELLING {
            let error = libm::log((came as f64 + 1.0) / (expected + 1.0));
            let fade = 1.0 - 1.0 / self.settings.trust.2;
            self.errors = (self.errors.0 * fade + error * error, self.errors.1 * fade + 1.0);
        }
        self.half = (self.level(HALF) + Mean::of(self).until(HALF), 0);
    }

    /// What the usual level brings, as far as it is usual just now.
    fn level(&self, minutes: u32) -> f64 {
        let (long, over) = (f64::from(minutes), self.settings.lull.2);
        self.usual * (long - self.lull() * over * (1.0 - libm::exp(-long / over)))
    }

    /// By which share it is quieter than usual just now; 0 where it is not.
    fn lull(&self) -> f64 {
        let against = self.settings.lull.1;
        (1.0 - (self.now.0 + against) / (self.now.1 + against)).max(0.0)
    }

    fn interval(&self, horizon: usize, brought: f64) -> Ahead {
        let s = &self.settings;
        let (minutes, spread, lean) = (HORIZONS[horizon], s.spread[horizon], s.lean[horizon]);
        let usual = self.usual * f64::from(minutes);
        let level = self.level(minutes);
        let mid = level + brought;
        let variance =
            mid + s.clusters * brought + spread * spread * brought * brought + s.usual * s.usual * level * level;
        let (blocks, believed, _) = s.trust;
        let own = (blocks * believed + self.errors.0) / (blocks + self.errors.1) / believed;
        let scale = libm::sqrt(own * libm::log1p(variance / (mid * mid).max(1e-9)));
        let at = |z: f64| mid * libm::exp(z * scale);
        let (low, high) = (at(-EIGHT_IN_TEN * (1.0 - lean)), at(EIGHT_IN_TEN * (1.0 + lean)));
        Ahead { minutes, mid, low: libm::floor(low) as u64, high: libm::ceil(high) as u64, usual }
    }
}

/// The reactions of the next minute, were each mention to draw one in all.
fn pull(kernel: &[f64; MEMORY], excess: &[f64; MEMORY]) -> f64 {
    kernel.iter().zip(MEMORIES).zip(excess).map(|((share, memory), held)| share * held / memory).sum()
}

/// The mean of what comes, run forward.
struct Mean<'a> {
    settings: &'a Settings,
    excess: [f64; MEMORY],
    branching: f64,
    /// What a step of so many minutes leaves in each memory.
    kept: (u32, [f64; MEMORY]),
    at: u32,
    brought: f64,
}

impl<'a> Mean<'a> {
    fn of(cascade: &'a Cascade) -> Self {
        let branching = cascade.branching();
        Self {
            settings: &cascade.settings,
            excess: cascade.excess,
            branching,
            kept: (0, [0.0; MEMORY]),
            at: 0,
            brought: 0.0,
        }
    }

    /// What the storm brings until so many minutes from now; asked in rising order.
    fn until(&mut self, minutes: u32) -> f64 {
        while self.at < minutes {
            let step = if self.at < 60 { 1 } else { 5 };
            self.run(step.min(minutes - self.at));
        }
        self.brought
    }

    fn run(&mut self, minutes: u32) {
        let (s, long) = (self.settings, f64::from(minutes));
        let branching = s.rest + (self.branching - s.rest) * libm::exp(-(f64::from(self.at) + long / 2.0) / s.fading);
        let rate = branching * pull(&s.kernel, &self.excess).max(0.0);
        if self.kept.0 != minutes {
            self.kept = (minutes, MEMORIES.map(|memory| libm::exp(-long / memory)));
        }
        for ((held, memory), kept) in self.excess.iter_mut().zip(MEMORIES).zip(self.kept.1) {
            *held = *held * kept + rate * memory * (1.0 - kept);
        }
        self.brought += rate * long;
        self.at += minutes;
    }
}
