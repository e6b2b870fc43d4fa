//! One conformance suite on both engines: every public function of the store, in stories with a beginning and an end.

extern crate vigie_store as store;

mod house;
mod ingest;
mod list;
mod opening;
mod pages;
mod people;
mod properties;
mod sources;
mod tenants;
mod ticks;
