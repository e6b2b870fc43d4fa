//! Drills without pages: the same log on each run whatever the workers, paced or not; another with another seed; nobody called where the right answer is to do
//! nothing.

use crate::command::{self, Stop};
use crate::demo::{value, vigie};

/// A short pack of one story.
const ONE: [&str; 4] = ["--json", "drill", "run", "grave-post"];
/// A pack about which nothing is to be raised.
const CALM: [&str; 4] = ["--json", "drill", "run", "false-alarm"];
/// Fast enough to wait for, slow enough to wait at all.
const PACE: &str = "1200";

/// Runs the drills and compares.
pub fn check() -> Result<(), Stop> {
    let play = |more: &[&str]| command::output(&mut vigie(&[&ONE[..], more].concat()));
    let first = outcome(&play(&["--workers", "1"])?)?;
    for more in [&["--workers", "2"][..], &["--workers", "8"], &["--workers", "2", "--speed", PACE]] {
        let again = outcome(&play(more)?)?;
        if again != first {
            return Err(Stop::Failed(format!("the drill wrote another log with {more:?}: {first:?} and {again:?}")));
        }
    }
    let (other, _) = outcome(&play(&["--seed", "2"])?)?;
    if other == first.0 {
        return Err(Stop::Failed(format!("another seed wrote the same log: {other}")));
    }
    let calm = command::output(&mut vigie(&CALM))?;
    if value(&calm, "alerts").and_then(number) != Some(0) {
        return Err(Stop::Failed(format!("the false alarm must raise no alert; it wrote: {calm}")));
    }
    println!("drill: detected after {} minutes, log {} on every run; no alert where none is due", first.1, first.0);
    Ok(())
}

/// The log's hash, and the minutes until the first signal.
fn outcome(json: &str) -> Result<(String, u64), Stop> {
    let hash = value(json, "log_hash").and_then(|rest| rest.strip_prefix('"')?.split('"').next());
    let after = value(json, "detected_after_minutes").and_then(number);
    match (hash, after) {
        (Some(hash), Some(after)) if !hash.is_empty() && after <= 30 => Ok((hash.to_owned(), after)),
        _ => Err(Stop::Failed(format!("the drill gave no log_hash, or was not detected within 30 minutes: {json}"))),
    }
}

fn number(rest: &str) -> Option<u64> {
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_needs_a_hash_and_a_detection_in_time() {
        let cases = [
            (r#"{"detected_after_minutes":1,"log_hash":"ab"}"#, Some(("ab".to_owned(), 1))),
            (r#"{"detected_after_minutes":31,"log_hash":"ab"}"#, None),
            (r#"{"detected_after_minutes":null,"log_hash":"ab"}"#, None),
            (r#"{"detected_after_minutes":1,"log_hash":""}"#, None),
            (r#"{"log_hash":"ab"}"#, None),
        ];
        for (json, expected) in cases {
            assert_eq!(outcome(json).ok(), expected, "{json}");
        }
    }
}
