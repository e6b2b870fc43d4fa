//! Reads many counts: expected and observed, surge, and why.
//!
//! An instrument: plain inputs, plain outputs. It knows no brands, no clock, no files.
//! [`surge`] watches one series of counts per bin, [`episodes`] turns scores into raised and ended levels,
//! [`why`] explains and recomputes, [`replay`] runs all of it over a file of counts. [`coordination`] reads who did the same at the same time,
//! [`reviews`] what a burst of reviews has in common.

pub mod coordination;
pub mod episodes;
mod exact;
pub mod forecast;
pub mod replay;
pub mod reviews;
pub mod surge;
mod tail;
pub mod why;

pub use episodes::{Change, Episodes, Level};
pub use surge::{Settings, State, Step, VERSION};
