//! Services for tests, tests, tidy and the long checks. Standard library only, so that it starts in seconds on a fresh machine.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line program speaks to the person who started it"
)]

mod ci;
mod command;
mod crash;
mod demo;
mod drills;
mod feeds;
mod json;
mod keeper;
mod needs;
mod services;
mod suite;
mod tidy;
mod wall;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use command::Stop;

const HELP: &str = "\
cargo xtask COMMAND

  test [--fast] [-- CARGO TEST ARGUMENTS]
              install and start what the tests need, run them all, stop it.
              --fast leaves out PostgreSQL, Chromium, mastodon-mock, axe-core and promtool.
              Arguments after -- replace --workspace, e.g. -- -p vigie-store
  services    start the services, print the variables to export, stop at enter, end of input or ctrl-c
  tidy        the rules of the house that the compiler does not check
  ci [STEP ...]
              format, clippy with warnings denied, tidy, test, the demo headless, every drill once, a sample of crash;
              or only the steps named: format clippy tidy test demo drills crash
  crash [--kills N] [--seed S] [--mutant NAME] [--prove]
              kill -9 during ingestion from a feed and a webhook, then compare with what the peers served.
              --prove builds two known bugs in, one after the other: each must make it fail
  drills [--with PROGRAM] [PACK ...]
              each pack that ships, or those named, by a scripted team: raised in time, the same log
              with 1, 2 and 8 workers, paced or not, beside a load; another when one post moves
  feeds       the corpus of the feedparser package through the feed reader

Exit codes: 0 all well, 1 a check failed, 2 something must be done first (the message says what).";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("xtask: {}", stop.message());
            ExitCode::from(stop.code())
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), Stop> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["test", rest @ ..] => suite::run(&suite::Choice::parse(rest)?),
        ["services"] => services::hold(),
        ["tidy"] => tidy::run(),
        ["ci", only @ ..] => ci::run(only),
        ["drills", words @ ..] => drills::run(words),
        ["feeds"] => feeds::run(),
        ["crash", rest @ ..] => crash::run(&crash::Choice::parse(rest)?),
        [keeper::VERB] => keeper::serve(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(Stop::Usage(format!("unknown command `{}`\n\n{HELP}", words.join(" ")))),
    }
}

/// The folder of the workspace.
fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// The build folder, where downloads and logs are kept.
fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}
