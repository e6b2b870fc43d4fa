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
    ("crash", || crash::run(&crash::Choice::sample())),
];

/// Runs every step, or those named, each to its end, so that one run tells all that is wrong.
pub fn run(only: &[&str]) -> Result<(), Stop> {
    if let Some(unknown) = only.iter().find(|asked| STEPS.iter().all(|(name, _)| name != *asked)) {
        let all: Vec<&str> = STEPS.iter().map(|(name, _)| *name).collect();
        return Err(Stop::Usage(format!("there is no step `{unknown}`; these are: {}", all.join(", "))));
    }
    let mut failed = Vec::new();
    for (name, step) in STEPS.into_iter().filter(|(name, _)| only.is_empty() || only.contains(name)) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_is_not_there_is_named_before_anything_runs() {
        let stop = run(&["tidy", "drill"]).unwrap_err();
        assert!(
            stop.code() == 2 && stop.message().contains("`drill`") && stop.message().contains("drills"),
            "{stop:?}"
        );
    }
}
