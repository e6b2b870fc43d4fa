//! Reads one text. An instrument: plain inputs, plain outputs; no I/O, no clock, no random source, and it knows nothing of crises.
//!
//! - [`token`]: the single pass that folds case and accents and cuts a text into tokens; everything else works on them.
//! - [`Language`], [`Polarity`], [`Kind`], [`Grave`]: what a reading says.
//! - [`Reader`]: reads a text with the models of `models/`; [`near`] compares fingerprints; [`measured`] says how often it is wrong.
//! - [`wording`]: reads a reply before it is sent.
//! - [`cause`]: what people are angry about, by the words that suggest it.
//! - [`identify`], [`sentiment`], [`lexicon`], [`model`]: the features and file forms that training shares with reading.

pub mod cause;
mod dates;
mod fingerprint;
mod forms;
mod grave;
mod hash;
pub mod identify;
mod kind;
mod language;
pub mod lexicon;
mod marks;
mod measured;
pub mod model;
mod personal;
mod phrases;
mod polarity;
mod reader;
mod script;
pub mod sentiment;
mod table;
mod telling;
pub mod token;
mod tone;
pub mod wording;
mod words;

pub use cause::{Cause, Causes};
pub use dates::Names;
pub use fingerprint::{NEAR, near};
pub use grave::{Grave, Harm, OwnNames};
pub use language::Language;
pub use measured::{Measured, measured};
pub use personal::{Datum, Personal, personal};
pub use polarity::{Kind, Polarity};
pub use reader::{LONGEST, READER, Reader, Reading};
pub use telling::telling;
pub use tone::{Tone, Tones};
