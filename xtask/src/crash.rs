//! `cargo xtask crash`: builds the program with its crash points, and the harness that kills it and judges what is left.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::command::{self, Stop, could_not};

/// Bugs that the program has with the feature `crashpoints` and `VIGIE_MUTANT`: each must make the test fail.
const MUTANTS: [&str; 2] = ["cursor-first", "delivery-first"];

/// What to do.
#[derive(Debug, PartialEq)]
pub struct Choice {
    pub kills: u32,
    pub seed: u64,
    /// Builds this bug in: the run is meant to fail.
    pub mutant: Option<String>,
    /// Also builds every known bug in, one after the other, and wants each found.
    pub prove: bool,
}

impl Choice {
    /// What every change is held to: few kills, and the proof that losses would be seen.
    pub fn sample() -> Self {
        Self { kills: 20, seed: 1, mutant: None, prove: true }
    }

    pub fn parse(words: &[&str]) -> Result<Self, Stop> {
        let mut choice = Self { kills: 20, seed: 1, mutant: None, prove: false };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if *word == "--prove" {
                choice.prove = true;
                continue;
            }
            let value = words.next().ok_or_else(|| Stop::Usage(format!("`{word}` needs a value")))?;
            let not_a_number = |_| Stop::Usage(format!("`{word}` needs a number, not `{value}`"));
            match *word {
                "--kills" => choice.kills = value.parse().map_err(not_a_number)?,
                "--seed" => choice.seed = value.parse().map_err(not_a_number)?,
                "--mutant" if MUTANTS.contains(value) => choice.mutant = Some((*value).to_owned()),
                "--mutant" => {
                    return Err(Stop::Usage(format!("`{value}` is no mutant; these are: {}", MUTANTS.join(", "))));
                }
                other => return Err(Stop::Usage(format!("`crash` does not know `{other}`"))),
            }
        }
        Ok(choice)
    }
}

/// Kills as often as asked; with `prove`, then shows that the test can fail.
pub fn run(choice: &Choice) -> Result<(), Stop> {
    let (vigie, harness) = build()?;
    let code = judge(&vigie, &harness, choice, choice.mutant.as_deref())?;
    if code != 0 {
        return Err(Stop::failed(format!("the kill test ended with code {code}")));
    }
    if choice.prove {
        for mutant in MUTANTS {
            let code = judge(&vigie, &harness, choice, Some(mutant))?;
            if code != 1 {
                return Err(Stop::Failed(format!(
                    "the bug {mutant} was not found (code {code}): the kill test proves nothing"
                )));
            }
            println!("crash: the bug {mutant} was found");
        }
    }
    Ok(())
}

fn judge(vigie: &Path, harness: &Path, choice: &Choice, mutant: Option<&str>) -> Result<i32, Stop> {
    let mut command = Command::new(harness);
    command.stdin(Stdio::null()).arg("--vigie").arg(vigie);
    command.args(["--kills", &choice.kills.to_string(), "--seed", &choice.seed.to_string()]);
    if let Some(mutant) = mutant {
        command.args(["--mutant", mutant]);
    }
    let status = command.status().map_err(could_not(format!("start {}", harness.display())))?;
    status.code().ok_or_else(|| Stop::failed(format!("the harness ended with {status}")))
}

/// The program with its crash points under a name of its own, so that no other command takes it for the real one; and the harness.
fn build() -> Result<(PathBuf, PathBuf), Stop> {
    let both = ["--package", "vigie", "--package", "vigie-bench", "--features", "vigie/crashpoints"];
    command::run(command::cargo().args(["build", "--locked"]).args(both))?;
    let folder = crate::target().join("debug");
    let vigie = folder.join("vigie-with-crashpoints");
    std::fs::rename(folder.join("vigie"), &vigie)
        .map_err(could_not(format!("move the program to {}", vigie.display())))?;
    Ok((vigie, folder.join("vigie-crash")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_command_line() {
        let choice = Choice::parse(&["--kills", "200", "--prove", "--seed", "7"]).unwrap();
        assert_eq!(choice, Choice { kills: 200, seed: 7, mutant: None, prove: true });
        assert_eq!(Choice::parse(&["--mutant", "cursor-first"]).unwrap().mutant.as_deref(), Some("cursor-first"));
        for wrong in [&["--kills"][..], &["--kills", "many"], &["--mutant", "none"], &["--fast", "1"]] {
            assert_eq!(Choice::parse(wrong).unwrap_err().code(), 2, "{wrong:?}");
        }
    }
}
