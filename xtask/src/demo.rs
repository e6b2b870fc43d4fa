//! The demo without pages: an alert, the same log on each run whatever the workers, another with another seed, none without the storm.

use std::process::Command;

use crate::command::{self, Stop};
use crate::json::value;

const DEMO: [&str; 5] = ["demo", "--headless", "--seconds", "60", "--json"];
const RUNS: usize = 10;

/// Runs the demo with one worker and with four, by turns, and compares; then with another seed, and in calm.
pub fn check() -> Result<(), Stop> {
    let play = |more: &[&str]| command::output(&mut vigie(&[&DEMO[..], more].concat()));
    let first = outcome(&play(&["--workers", "1"])?)?;
    for run in 1..RUNS {
        let workers = if run % 2 == 0 { "1" } else { "4" };
        let again = outcome(&play(&["--workers", workers])?)?;
        if again != first {
            return Err(Stop::Failed(format!("run {run} of the demo wrote another log: {first} and {again}")));
        }
    }
    let other = outcome(&play(&["--seed", "2"])?)?;
    if other == first {
        return Err(Stop::failed(format!("another seed wrote the same log: {first}")));
    }
    let calm = play(&["--calm"])?;
    if outcome(&calm).is_ok() || value(&calm, "log_hash").is_none() {
        return Err(Stop::Failed(format!("the demo without its storm must end without an alert; it wrote: {calm}")));
    }
    println!(
        "demo: alert raised, log {first} on {RUNS} runs with 1 and 4 workers; {other} with seed 2; calm without the storm"
    );
    Ok(())
}

/// The release build, as the reader of the README starts it, with a limit on its time.
fn vigie(arguments: &[&str]) -> Command {
    let cargo = command::cargo();
    let mut limited = Command::new("timeout");
    limited.args(["--kill-after=10", "1800"]).arg(cargo.get_program()).current_dir(crate::root());
    limited.args(["run", "--release", "--locked", "--quiet", "--"]).args(arguments);
    limited
}

/// The log hash of a run that raised at least one alert.
fn outcome(json: &str) -> Result<String, Stop> {
    let alerts = value(json, "alerts").unwrap_or_default();
    let none =
        matches!(alerts.trim_start_matches(['[', ' ', '\n', '\r', '\t']).chars().next(), None | Some(']' | '0' | 'n'));
    if none {
        return Err(Stop::Failed(format!("the demo raised no alert; it wrote: {json}")));
    }
    let hash = value(json, "log_hash").and_then(|rest| rest.strip_prefix('"')?.split('"').next());
    match hash {
        Some(hash) if !hash.is_empty() => Ok(hash.to_owned()),
        _ => Err(Stop::Failed(format!("the demo gave no log_hash; it wrote: {json}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_needs_an_alert_and_a_hash() {
        let cases = [
            (r#"{"alerts":[{"brand":"Dune"}],"log_hash":"ab12"}"#, Some("ab12")),
            ("{\n  \"log_hash\" : \"ab12\",\n  \"alerts\": [\n    {}\n  ]\n}", Some("ab12")),
            (r#"{"alerts":2,"log_hash":"ab12"}"#, Some("ab12")),
            (r#"{"alerts":[],"log_hash":"ab12"}"#, None),
            ("{\"alerts\": [\n ],\"log_hash\":\"ab12\"}", None),
            (r#"{"alerts":0,"log_hash":"ab12"}"#, None),
            (r#"{"alerts":null,"log_hash":"ab12"}"#, None),
            (r#"{"alerts":[{}],"log_hash":""}"#, None),
            (r#"{"alerts":[{}]}"#, None),
            (r#"{"log_hash":"ab12"}"#, None),
            ("", None),
        ];
        for (json, expected) in cases {
            assert_eq!(outcome(json).ok().as_deref(), expected, "{json}");
        }
    }
}
