//! Numbered and paired files: migrations, decisions, fixtures.

use std::collections::BTreeSet;

use super::Finding;
use super::tree::Tree;

const MIGRATIONS: &str = "crates/store/migrations/";

/// Each migration is there for both engines, or is one text for both.
pub fn migrations(tree: &Tree) -> Vec<Finding> {
    let folder = |engine: &str| -> BTreeSet<&str> {
        tree.under(MIGRATIONS).filter_map(|(path, _)| path.strip_prefix(engine)?.strip_prefix('/')).collect()
    };
    let (sqlite, postgres) = (folder("sqlite"), folder("postgres"));
    let lack = |name: &&str, engine: &str| {
        Finding::new(&format!("{MIGRATIONS}{engine}/{name}"), 0, "missing: the other engine has this migration")
    };
    let mut findings: Vec<Finding> = sqlite.difference(&postgres).map(|name| lack(name, "postgres")).collect();
    findings.extend(postgres.difference(&sqlite).map(|name| lack(name, "sqlite")));
    let empty = tree.under(MIGRATIONS).filter(|(_, content)| content.trim_ascii().is_empty());
    findings.extend(empty.map(|(path, _)| Finding::new(&format!("{MIGRATIONS}{path}"), 0, "an empty migration")));
    findings
}

/// Decisions are numbered from 0001 without holes or doubles.
pub fn decisions(tree: &Tree) -> Vec<Finding> {
    const FOLDER: &str = "docs/decisions/";
    let mut findings = Vec::new();
    let mut expected = 1;
    for (name, _) in tree.under(FOLDER) {
        let path = format!("{FOLDER}{name}");
        match decision_number(name) {
            None => findings.push(Finding::new(&path, 0, "a decision is named NNNN-title.md")),
            Some(number) if number == expected => expected += 1,
            Some(number) => {
                findings.push(Finding::new(&path, 0, format!("expected number {expected:04}: no holes, no doubles")));
                expected = number + 1;
            }
        }
    }
    findings
}

fn decision_number(name: &str) -> Option<u32> {
    let (number, title) = name.strip_suffix(".md")?.split_once('-')?;
    let digits = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    if digits && !title.is_empty() { number.parse().ok() } else { None }
}

/// A fixture without content tests nothing; each belongs to the folder of its source.
pub fn fixtures(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for folder in ["fixtures/", "packs/"] {
        for (name, content) in tree.under(folder) {
            let path = format!("{folder}{name}");
            if content.trim_ascii().is_empty() {
                findings.push(Finding::new(&path, 0, "an empty file tests nothing"));
            }
            if folder == "fixtures/" && !name.contains('/') && !name.ends_with(".md") {
                findings.push(Finding::new(&path, 0, "a fixture stands in fixtures/<source>/"));
            }
        }
    }
    findings
}

/// The tests that the page of the connectors names are there.
pub fn named_tests(tree: &Tree) -> Vec<Finding> {
    const PAGE: &str = "docs/connectors.md";
    let code = || tree.texts().filter(|(path, _)| path.ends_with(".rs"));
    let functions: BTreeSet<&str> = code()
        .flat_map(|(_, text)| text.split("fn ").skip(1))
        .filter_map(|rest| rest.split_once('(').map(|(name, _)| name))
        .collect();
    let mut findings = Vec::new();
    for (number, line) in tree.text(PAGE).lines().enumerate() {
        let quoted = line.split('`').skip(1).step_by(2);
        let is_name = |name: &&str| {
            name.contains('_') && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        };
        let missing = quoted.filter(is_name).filter(|name| !functions.contains(name));
        findings.extend(missing.map(|name| Finding::new(PAGE, number + 1, format!("there is no test {name}"))));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn a_test_that_was_renamed() {
        let page = ("docs/connectors.md", "| 1 | `it_is_kept` and `cargo xtask crash` |\n| 2 | `it_is_lost` |");
        let code = ("crates/a/tests/b.rs", "#[test]\nfn it_is_kept() {}");
        assert_eq!(places(named_tests, &[page, code]), ["docs/connectors.md:2"]);
    }

    #[test]
    fn a_migration_for_one_engine_only() {
        let both = [("crates/store/migrations/sqlite/1.sql", "x"), ("crates/store/migrations/postgres/1.sql", "x")];
        assert!(places(migrations, &both).is_empty());
        assert_eq!(places(migrations, &both[..1]), ["crates/store/migrations/postgres/1.sql:0"]);
        assert_eq!(places(migrations, &both[1..]), ["crates/store/migrations/sqlite/1.sql:0"]);
        assert!(places(migrations, &[("crates/store/migrations/1.sql", "x")]).is_empty());
        assert_eq!(
            places(migrations, &[("crates/store/migrations/1.sql", " \n")]),
            ["crates/store/migrations/1.sql:0"]
        );
    }

    #[test]
    fn decisions_with_holes_doubles_or_other_names() {
        let cases: [(&[&str], &[&str]); 6] = [
            (&["0001-a.md", "0002-b.md"], &[]),
            (&["0002-b.md"], &["0002-b.md"]),
            (&["0001-a.md", "0003-c.md", "0004-d.md"], &["0003-c.md"]),
            (&["0001-a.md", "0001-b.md", "0002-c.md"], &["0001-b.md"]),
            (&["0001-a.md", "2-b.md"], &["2-b.md"]),
            (&["0001-.md", "notes.txt"], &["0001-.md", "notes.txt"]),
        ];
        for (names, wrong) in cases {
            let paths: Vec<String> = names.iter().map(|name| format!("docs/decisions/{name}")).collect();
            let tree: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "x")).collect();
            let expected: Vec<String> = wrong.iter().map(|name| format!("docs/decisions/{name}:0")).collect();
            assert_eq!(places(decisions, &tree), expected, "{names:?}");
        }
    }

    #[test]
    fn fixtures_hold_something_and_have_a_source() {
        let tree = [
            ("fixtures/feed/a.xml", "<rss/>"),
            ("fixtures/feed/b.xml", "\n"),
            ("fixtures/c.xml", "x"),
            ("packs/d", ""),
        ];
        assert_eq!(places(fixtures, &tree), ["fixtures/c.xml:0", "fixtures/feed/b.xml:0", "packs/d:0"]);
    }
}
