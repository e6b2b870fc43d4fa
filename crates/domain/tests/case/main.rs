//! The case, tried: every event as it is written, the chain under mutation, the way of a text to the public against a naive oracle, and whole stories.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

mod about;
mod can;
mod chain;
mod clocks;
mod desk;
mod everyday;
mod followed;
mod freeze;
mod golden;
mod ladder;
mod measure;
mod outgrown;
mod release;
mod review;
mod room;
mod safety;
mod sending;
mod story;
mod twice;
mod views;
mod without;
