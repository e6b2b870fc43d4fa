//! The REST API, webhooks and health over the whole router, on a throw-away store in a world whose clock stands still.

#![expect(clippy::unwrap_used, reason = "a test may fail where it stands")]

extern crate vigie_web as web;

mod answers;
mod budget;
mod calendar;
mod cases;
mod cast;
mod client;
mod complaints;
mod drills;
mod health;
mod hooks;
mod house;
mod idempotency;
mod kept;
mod login;
mod pages;
mod people;
mod plan;
mod plan_whole;
mod policy;
mod private;
mod problems;
mod profile;
mod repair;
mod retention;
mod rights;
mod rights_pages;
mod settings;
mod setup;
mod slow;
mod sources;
mod targets;
mod team;
mod training;
mod wake;
mod work;
