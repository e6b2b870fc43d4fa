//! `vigie signal coordination`: who did the same at the same time, as a filter.

use crate::Done;
use crate::output;
use anyhow::Context;
use serde_json::{Value, json};
use signal::coordination::{Group, Known, Report, Settings, detect, read_csv, write_csv};
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter};
use std::path::Path;

/// Rows left out that are named one by one.
const NAMED: usize = 20;

/// Below it a score only orders those of whom nothing can be said.
const NOTHING: f64 = 0.01;

/// Judges a file of actions, or standard input.
pub fn run(actions: &Path, json: bool) -> anyhow::Result<Done> {
    let (from, name): (Box<dyn BufRead>, _) = if actions == Path::new("-") {
        (Box::new(std::io::stdin().lock()), "standard input".to_owned())
    } else {
        let file = File::open(actions).with_context(|| format!("{} cannot be opened", actions.display()))?;
        (Box::new(BufReader::new(file)), actions.display().to_string())
    };
    let mut left_out = 0;
    let mut known = read_csv(from, |row| {
        left_out += 1;
        if left_out <= NAMED {
            output::aside(format!("{name} line {}: left out: {}", row.line, output::tame(&row.problem)));
        }
    })
    .with_context(|| name.clone())?;
    if left_out > NAMED {
        output::aside(format!("{name}: {left_out} rows were left out, the first {NAMED} are named above"));
    }
    let report = detect(std::mem::take(&mut known.actions), Settings::default());
    if report.forgotten > 0 {
        let forgotten = report.forgotten;
        output::aside(format!(
            "{name}: {forgotten} objects, accounts and pairs were forgotten for want of room: what they shared is not seen; give a shorter time"
        ));
    }
    if json {
        output::json(&object(&report, &known, left_out))?;
    } else {
        write_csv(BufWriter::new(std::io::stdout().lock()), &report, &known.accounts)?;
    }
    Ok(if left_out == 0 { Done::All } else { Done::KeptAside })
}

/// All of it in one object, with the names of the file. Accounts of whom nothing can be said are left out.
fn object(report: &Report, known: &Known, left_out: usize) -> Value {
    let suspects = report.accounts.iter().filter(|account| account.score >= NOTHING || account.group.is_some());
    let accounts: Vec<Value> = suspects
        .map(|account| {
            let group = account.group.map(|group| group + 1);
            json!({ "account": name(&known.accounts, account.account), "score": account.score, "group": group, "actions": account.actions })
        })
        .collect();
    let groups: Vec<Value> = report.groups.iter().enumerate().map(|(i, group)| told(i + 1, group, known)).collect();
    json!({
        "actions": report.actions, "left_out": left_out, "forgotten": report.forgotten, "organic_share": report.organic_share,
        "groups": groups, "accounts": accounts,
    })
}

fn told(number: usize, group: &Group, known: &Known) -> Value {
    let names = |of: &[u64]| of.iter().map(|&account| name(&known.accounts, account)).collect::<Vec<_>>();
    let shared: Vec<Value> = group
        .shared
        .iter()
        .map(|one| {
            json!({
                "object": name(&known.objects, one.object), "kind": one.kind, "first": one.first, "last": one.last,
                "members": names(&one.members), "others": one.others,
            })
        })
        .collect();
    json!({
        "group": number, "members": names(&group.members), "p": group.p, "score": group.score, "first": group.first, "last": group.last,
        "objects": group.objects, "shared": shared, "for": group.evidence_for, "against": group.evidence_against,
    })
}

fn name(names: &[String], number: u64) -> &str {
    names.get(number as usize).map_or("", String::as_str)
}
