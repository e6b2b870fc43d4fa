//! What we link: its licences, and the crates that deny.toml bans.
//!
//! The licences are the same as in deny.toml; a test compares them.

use std::collections::BTreeSet;

use super::Finding;

/// Licences that go with ours, AGPL-3.0-or-later.
const ALLOWED: [&str; 14] = [
    "0BSD",
    "AGPL-3.0-or-later",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Checks lines of `name version|licence expression` against the licences and the bans of `deny`.
pub fn check(packages: &str, deny: &str) -> Vec<Finding> {
    let lines: BTreeSet<&str> = packages.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    let mut findings = Vec::new();
    for line in lines.into_iter().filter(|line| !line.trim().is_empty()) {
        let (package, licence) = line.split_once('|').unwrap_or((line, ""));
        if !allowed(licence) {
            findings.push(Finding::new(package, 0, format!("the licence `{licence}` is not among those allowed")));
        }
        let name = package.split(' ').next().unwrap_or(package);
        if banned(deny).any(|banned| banned == name) {
            findings.push(Finding::new(package, 0, "deny.toml bans this crate and says why"));
        }
    }
    findings
}

/// The names in lines of the form `{ crate = "name", reason = "…" }`.
fn banned(deny: &str) -> impl Iterator<Item = &str> {
    let entries = deny.lines().filter_map(|line| line.trim().strip_prefix("{ crate = \""));
    entries.filter_map(|rest| rest.split('"').next())
}

/// Reads an SPDX expression (with `/`, an old spelling of OR): allowed when some choice has allowed terms only.
fn allowed(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    either(&mut words) == Some(true) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn either(words: &mut Words<'_>) -> Option<bool> {
    let mut verdict = both(words)?;
    while words.next_if_eq(&"OR").is_some() {
        verdict |= both(words)?;
    }
    Some(verdict)
}

fn both(words: &mut Words<'_>) -> Option<bool> {
    let mut verdict = term(words)?;
    while words.next_if_eq(&"AND").is_some() {
        verdict &= term(words)?;
    }
    Some(verdict)
}

fn term(words: &mut Words<'_>) -> Option<bool> {
    let word = words.next()?;
    if word == "(" {
        let verdict = either(words)?;
        return words.next_if_eq(&")").map(|_| verdict);
    }
    let mut licence = word.to_owned();
    if words.next_if_eq(&"WITH").is_some() {
        licence = format!("{word} WITH {}", words.next()?);
    }
    Some(ALLOWED.contains(&licence.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions() {
        let cases = [
            ("MIT", true),
            ("MIT/Apache-2.0", true),
            ("Apache-2.0 / MIT", true),
            ("Apache-2.0 OR GPL-2.0-only", true),
            ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
            ("Apache-2.0 WITH LLVM-exception OR GPL-3.0", true),
            ("GPL-3.0-only", false),
            ("MIT AND GPL-3.0-only", false),
            ("(MIT OR Apache-2.0) AND (GPL-3.0-only OR SSPL-1.0)", false),
            ("Apache-2.0 WITH Something-exception", false),
            ("MIT OR", false),
            ("(MIT", false),
            ("MIT)", false),
            ("MIT Apache-2.0", false),
            ("", false),
        ];
        for (expression, expected) in cases {
            assert_eq!(allowed(expression), expected, "{expression}");
        }
    }

    #[test]
    fn each_package_is_named_once() {
        let tree = "good v1.0.0|MIT\n\nbad v2.0.0|GPL-3.0-only\nbad v2.0.0|GPL-3.0-only (*)\nnone v1.0.0|\n";
        let findings = check(tree, "");
        let names: Vec<&str> = findings.iter().map(|finding| finding.path.as_str()).collect();
        assert_eq!(names, ["bad v2.0.0", "none v1.0.0"]);
    }

    #[test]
    fn the_bans_of_deny_toml_hold() {
        let deny = std::fs::read_to_string(crate::root().join("deny.toml")).unwrap();
        let findings = check("openssl-sys v0.9.1|MIT\nopenssl-sys-two v1.0.0|MIT\n", &deny);
        let names: Vec<&str> = findings.iter().map(|finding| finding.path.as_str()).collect();
        assert_eq!(names, ["openssl-sys v0.9.1"]);
        assert_eq!(banned(&deny).count(), deny.matches("{ crate =").count());
    }

    #[test]
    fn the_list_is_the_one_of_deny_toml() {
        let deny = std::fs::read_to_string(crate::root().join("deny.toml")).unwrap();
        let (_, list) = deny.split_once("allow = [").unwrap();
        let (list, _) = list.split_once(']').unwrap();
        let listed: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
        assert_eq!(listed, ALLOWED);
    }
}
