//! One conformance suite on both engines: every public function of the store, in stories with a beginning and an end.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stderr, reason = "says what is left out")]

extern crate vigie_store as store;

mod account;
mod assess;
mod case;
mod complaint;
mod drill;
mod erase;
mod everyday;
mod house;
mod identity;
mod ingest;
mod lease;
mod list;
mod opening;
mod pages;
mod past;
mod people;
mod policy;
mod properties;
mod scheduled;
mod setup;
mod sources;
mod tenants;
mod ticks;
mod tool;
mod waking;
