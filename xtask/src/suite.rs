//! `cargo xtask test`: the services, then every test, then one closing line.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use crate::command::{self, Stop, could_not};
use crate::keeper::Keeper;
use crate::services::{self, VARIABLES};

/// What to run.
#[derive(Debug, Default, PartialEq)]
pub struct Choice {
    /// Without services; tests that need them say what they leave out.
    pub fast: bool,
    /// Arguments for cargo test in place of `--workspace`.
    pub instead: Vec<String>,
}

impl Choice {
    pub fn parse(words: &[&str]) -> Result<Self, Stop> {
        let mut choice = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--fast" => choice.fast = true,
                "--" => choice.instead = words.by_ref().map(|word| (*word).to_owned()).collect(),
                other => {
                    return Err(Stop::Usage(format!(
                        "`test` does not know `{other}`; arguments for cargo test come after --"
                    )));
                }
            }
        }
        Ok(choice)
    }
}

/// Runs the tests; an error unless all passed and there were any.
pub fn run(choice: &Choice) -> Result<(), Stop> {
    let mut keeper = Keeper::start()?;
    let mut cargo = command::cargo();
    cargo.args(["test", "--locked", "--no-fail-fast"]).stdout(Stdio::piped());
    if choice.instead.is_empty() {
        cargo.arg("--workspace");
    } else {
        cargo.args(&choice.instead);
    }
    for name in VARIABLES {
        cargo.env_remove(name);
    }
    if choice.fast {
        cargo.env("VIGIE_TEST_FAST", "1");
        println!("--fast: left out is what needs PostgreSQL, mastodon-mock, Dovecot, Chromium, axe-core and promtool");
    } else {
        cargo.env_remove("VIGIE_TEST_FAST").envs(services::start(&mut keeper)?.exports);
    }
    let mut child = keeper.spawn("TERM", &mut cargo)?;
    let tally = child.stdout.take().map(|stdout| stream(BufReader::new(stdout), std::io::stdout())).transpose()?;
    let status = child.wait().map_err(could_not("wait for cargo test"))?;
    keeper.sweep(child.id())?;
    drop(keeper);
    verdict(tally.unwrap_or_default(), status.success())
}

fn verdict(tally: Tally, success: bool) -> Result<(), Stop> {
    if tally.ignored > 0 {
        println!("{} ignored", tally.ignored);
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    match (success, tally) {
        (true, Tally { passed: 1.., failed: 0, .. }) => Ok(()),
        (_, Tally { failed: 1.., .. }) => Err(Stop::failed("tests failed")),
        (true, _) => Err(Stop::failed("no test ran")),
        (false, _) => Err(Stop::failed("cargo test failed; see above")),
    }
}

/// What cargo's own result lines add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Tally {
    passed: u64,
    failed: u64,
    ignored: u64,
}

impl Tally {
    /// `test result: ok. 3 passed; 0 failed; 1 ignored; …`
    fn add(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else {
            return;
        };
        for part in result.split(['.', ';']) {
            let mut words = part.split_whitespace();
            let (Some(number), Some(kind)) = (words.next(), words.next()) else {
                continue;
            };
            let number = number.parse().unwrap_or(0);
            match kind {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

/// Passes every line through as it comes, and counts.
fn stream(mut from: impl BufRead, mut to: impl Write) -> Result<Tally, Stop> {
    let mut tally = Tally::default();
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line).map_err(could_not("read what cargo says"))? > 0 {
        tally.add(&String::from_utf8_lossy(&line));
        to.write_all(&line).and_then(|()| to.flush()).map_err(could_not("write"))?;
        line.clear();
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_add_up_and_the_text_goes_through_untouched() {
        let text = b"running 4 tests\n\
            test a ... ok\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            3 passed, said a test\n\
            test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 7 filtered out; finished in 1.50s\n\
            \xff no line end";
        let mut shown = Vec::new();
        let tally = stream(&text[..], &mut shown).unwrap();
        assert_eq!(tally, Tally { passed: 13, failed: 2, ignored: 1 });
        assert_eq!(shown, text);
    }

    #[test]
    fn nothing_run_is_not_a_success() {
        let tally = |passed, failed| Tally { passed, failed, ignored: 0 };
        let cases = [
            (tally(3, 0), true, true),
            (tally(3, 1), false, false),
            (tally(3, 0), false, false),
            (tally(0, 0), true, false),
            (tally(0, 0), false, false),
        ];
        for (tally, success, expected) in cases {
            assert_eq!(verdict(tally, success).is_ok(), expected, "{tally:?} {success}");
        }
    }

    #[test]
    fn arguments() {
        let choice = Choice::parse(&["--fast", "--", "-p", "vigie-text"]).unwrap();
        assert_eq!(choice, Choice { fast: true, instead: vec!["-p".into(), "vigie-text".into()] });
        assert_eq!(Choice::parse(&[]).unwrap(), Choice::default());
        assert_eq!(Choice::parse(&["--slow"]).unwrap_err().code(), 2);
    }
}
