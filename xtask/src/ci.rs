//! `cargo xtask ci`: all that must hold before a change is taken.

use crate::command::{self, Stop};
use crate::suite::Choice;
use crate::{crash, demo, drills, suite, tidy, wall};

type Step = (&'static str, fn() -> Result<(), Stop>);

const STEPS: [Step; 7] = [
    ("format", || command::run(command::cargo().args(["fmt", "--all", "--check"]))),
    ("clippy", clippy),
    ("tidy", tidy::run),
    ("test", || suite::run(&Choice::default())),
    ("demo", demo::check),
    ("drills", drills::check),
    ("crash, a sample", || crash::run(&crash::Choice::sample())),
];

/// Runs every step, so that one run tells all that is wrong.
pub fn run() -> Result<(), Stop> {
    let mut failed = Vec::new();
    for (name, step) in STEPS {
        println!("== {name}");
        let watch = wall::Watch::start();
        let outcome = step();
        let seconds = watch.seconds();
        match outcome {
            Ok(()) => println!("== {name} passed in {seconds:.0} s"),
            Err(stop) => {
                println!("== {name} FAILED in {seconds:.0} s: {}", stop.message());
                failed.push(name);
            }
        }
    }
    if failed.is_empty() {
        println!("== all steps passed");
        return Ok(());
    }
    Err(Stop::Failed(format!("failed: {}", failed.join(", "))))
}

fn clippy() -> Result<(), Stop> {
    command::run(command::cargo().args(["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
}
