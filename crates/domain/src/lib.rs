//! What a reputation crisis is. Pure: `fn(&input, &rules) -> output`; no I/O, no async, no clock, no random source.
//!
//! Time is [`jiff::Timestamp`], kept to the microsecond; ids come from the store.

pub mod address;
pub mod assess;
pub mod brand;
pub mod calendar;
pub mod calibrate;
pub mod case;
pub mod complaint;
pub mod counter;
pub mod drill;
pub mod figure;
pub mod id;
pub mod incoming;
pub mod mail;
pub mod marketing;
pub mod mask;
pub mod mention;
pub mod name;
pub mod organisation;
pub mod plan;
pub mod policy;
pub mod post;
pub mod practice;
pub mod publish;
pub mod quality;
pub mod readiness;
pub mod report;
pub mod retention;
pub mod review;
pub mod setup;
pub mod signal;
pub mod source;
pub mod target;
pub mod training;
pub mod waking;
