//! One file per page: a typed context, its sentences, and its template. A context is plain data; whoever answers the request fills it.
//!
//! Every page has a `sample`, rendered in every language by the tests, and with it goes a hostile one.

pub mod answer;
pub mod assessment;
pub mod backtest;
mod beside;
pub mod brand;
pub mod bridge;
pub mod budget;
pub mod calendar;
mod card;
pub mod carried;
pub mod case;
pub mod company;
pub mod complaint;
pub mod complaints;
pub mod confirm;
pub mod drill;
pub mod error;
mod kept;
pub mod login;
pub mod marketing;
pub mod mentions;
pub mod phone;
pub mod plan;
pub mod policy;
pub mod post;
pub mod profile;
pub mod reader;
pub mod readiness;
pub mod report;
pub mod retention;
pub mod review;
pub mod reviews;
pub mod rubric;
mod sample;
pub mod setup;
pub mod shell;
pub mod show;
pub mod signal;
pub mod source;
pub mod sources;
pub mod staff;
pub mod team;
pub mod timeline;
pub mod tokens;
pub mod tools;
pub mod training;
pub mod updates;
pub mod wake;
pub mod waking;

pub use crate::untrusted::hostile_text;
pub use card::card;
pub use kept::Kept;
pub use sample::all;
pub use shell::{DeafSource, Notice, Room, Shell, Theme, Undo, World};
pub use show::{Figure, State};

#[cfg(test)]
mod tests;
