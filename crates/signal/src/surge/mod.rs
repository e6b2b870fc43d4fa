//! A departure of counts from what was expected, one series at a time.
//!
//! The method: the sums of the last 5, 15, 30 and 60 minutes, three and six hours are each judged by the upper tail of a negative
//! binomial. Its mean is a slow level (half-life of two weeks; a sum is cut at some deviations above the expected before the level learns
//! from it, so that a storm does not become the usual) times the rhythms of day and week, which are shrunk hard; its over-dispersion is
//! tracked for each window. What is not known yet of a young level counts as dispersion, so that a new series is judged mildly. Each
//! window's surprise, -log10 of its tail, is divided by half plus its own running 99 % quantile: on a series that often bursts, a burst
//! scores less. Four of six windows must agree: the score is that of the fourth, its p corrected for the choice (Rüger 1978), so that
//! neither one spiky minute nor one high day raises anything. A second statistic, the mean of the last days beside the level, finds what
//! burns slowly; it makes a notice at most. Slow numbers learn each five minutes whatever the bins, so that bins of one minute and of
//! five score alike.
//!
//! The defaults were chosen on generated calm weeks (`examples/calm.rs`) and on five NAB files and thinned copies of them
//! (`vigie-nab` in `bench`).

pub mod budget;
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
