//! `cargo xtask ci`: all that must hold before a change is taken.

use crate::command::{self, Stop};
use crate::suite::Choice;
use crate::{demo, suite, tidy, wall};

type Step = (&'static str, fn() -> Result<(), Stop>);

const STEPS: [Step; 5] = [
    ("format", || command::run(command::cargo().args(["fmt", "--all", "--check"]))),
    ("clippy", clippy),
    ("tidy", tidy::run),
    ("test", || suite::run(&Choice::default())),
    ("demo", demo::check),
];

/// Runs the steps in order and stops at the first that fails.
pub fn run() -> Result<(), Stop> {
    for (name, step) in STEPS {
        println!("== {name}");
        let watch = wall::Watch::start();
        step().map_err(|stop| Stop::Failed(format!("{name}: {}", stop.message())))?;
        println!("== {name} passed in {:.0} s", watch.seconds());
    }
    println!("== all passed");
    Ok(())
}

fn clippy() -> Result<(), Stop> {
    command::run(command::cargo().args(["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
}
