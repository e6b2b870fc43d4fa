//! A departure of counts from what was expected, one series at a time.
//!
//! The method: the sums of the last 30 and 60 minutes are judged by the upper tail of a negative binomial. Its mean is a slow
//! level (half-life of two weeks; a sum is cut at some deviations above the expected before the level learns from it, so
//! that a storm does not become the usual) times a daily rhythm that is shrunk hard; its over-dispersion is tracked. What is
//! not known yet of a young level counts as dispersion, so that a new series is judged mildly. The surprise, -log10 of the
//! smallest tail times the number of windows, is divided by half plus its own running 99 % quantile: on a series that often
//! bursts, a burst scores less. Slow numbers learn each five minutes whatever the bins, so that bins of one minute and of
//! five score alike.
//!
//! The defaults were tuned on generated calm weeks (`examples/calm.rs`) and on five NAB files (`examples/nab.rs`). There a
//! free season costs up to four points and one shrunk to 300 none, while it halves the delay of a large brand's storm at night.

mod burn;
mod season;
mod settings;
mod state;
mod sums;

pub use season::WEEK;
pub use settings::{Settings, SettingsError};
pub use state::{State, Step};

/// The version of the method. Frozen inputs are recomputed only by the version that made them.
pub const VERSION: u32 = 3;
