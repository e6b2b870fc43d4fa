//! End to end: the real binary, a real browser, real servers on the other side.
//!
//! `cargo xtask test` starts what these tests talk to and names it in `VIGIE_TEST_…`; with `VIGIE_TEST_FAST=1` the tests that need a
//! service say that they are left out, without it a missing variable is a failure.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test stops at the first surprise, waits for another process by wall time, and says what it leaves out"
)]

extern crate engine as vigie_engine;

mod acceptance;
mod browser;
mod case;
mod clients;
mod commands;
mod complaint;
mod crisis;
mod database;
mod demo;
mod doctor;
mod dovecot;
mod drill;
mod held;
mod house;
mod http;
mod import;
mod journey;
mod learn;
mod line;
mod mailbox;
mod newcomer;
mod outward;
mod pages;
#[path = "../../../engine/tests/marketing/peer.rs"]
mod peer;
mod people;
mod plan;
mod post;
#[path = "../../../engine/tests/marketing/postiz.rs"]
mod postiz;
mod reach;
mod rehearse;
mod room;
mod sources;
mod storm;
mod target;
mod team;
mod trial;
mod webhook;

/// What a service's variable says; `None`, said aloud, where services are left out.
fn service(name: &str) -> Option<String> {
    if let Ok(value) = std::env::var(name) {
        return Some(value);
    }
    assert!(
        std::env::var_os("VIGIE_TEST_FAST").is_some(),
        "{name} is not set: run `cargo xtask test`, or `cargo xtask services` and export what it prints, or set VIGIE_TEST_FAST=1 to leave this test out"
    );
    println!("left out: VIGIE_TEST_FAST is set and {name} is not");
    None
}

/// Whether the browser's tests can run.
fn browser_is_there() -> bool {
    ["VIGIE_TEST_CHROMIUM", "VIGIE_TEST_CHROMEDRIVER", "VIGIE_TEST_AXE"].iter().all(|name| service(name).is_some())
}

/// Asks again until the answer is there; fails after five minutes.
fn wait_for<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let started = std::time::Instant::now();
    loop {
        if let Some(found) = ask() {
            return found;
        }
        assert!(started.elapsed().as_secs() < 300, "waited five minutes for {what}");
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}
