//! A departure of counts from what was expected, one series at a time.

mod season;
mod settings;
mod state;

pub use settings::{Settings, SettingsError};
pub use state::{State, Step};

/// The version of the method. Frozen inputs are recomputed only by the version that made them.
pub const VERSION: u32 = 1;
