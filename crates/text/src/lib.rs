//! Reads one text. An instrument: plain inputs, plain outputs; no I/O, no clock, no random source, and it knows nothing of crises.
//!
//! - [`token`]: the single pass that folds case and accents and cuts a text into tokens; everything else works on them.
//! - [`Language`], [`Polarity`], [`Kind`]: what a reading says.

mod language;
mod polarity;
pub mod token;

pub use language::Language;
pub use polarity::{Kind, Polarity};
