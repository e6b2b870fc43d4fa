//! The rules of the house that the compiler does not check. Each rule is a pure function over a tree of files.

mod dependencies;
mod files;
mod links;
mod records;
mod rooms;
mod sql;
mod tree;

use std::fmt;

use crate::command::{self, Stop};
use tree::Tree;

/// One place that breaks a rule.
#[derive(Debug, PartialEq)]
struct Finding {
    path: String,
    /// From 1; 0 is the file as a whole.
    line: usize,
    what: String,
}

impl Finding {
    fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.what),
            line => write!(f, "{}:{line}: {}", self.path, self.what),
        }
    }
}

type Rule = fn(&Tree) -> Vec<Finding>;

const RULES: [(&str, Rule); 14] = [
    ("size", files::size),
    ("module names", files::module_names),
    ("forbidden words", files::forbidden_words),
    ("machine paths", files::machine_paths),
    ("arrows between rooms", rooms::arrows),
    ("imports", rooms::imports),
    ("lints inherited", rooms::lints),
    ("migrations", records::migrations),
    ("decisions", records::decisions),
    ("fixtures", records::fixtures),
    ("tests named", records::named_tests),
    ("no clock in SQL", sql::no_clock),
    ("no loss of posts", sql::no_loss),
    ("links", links::resolve),
];

/// `cargo xtask tidy`
pub fn run() -> Result<(), Stop> {
    let tree = Tree::read(&crate::root())?;
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|(_, rule)| rule(&tree)).collect();
    findings.extend(dependencies::check(&linked()?, tree.text("deny.toml")));
    for finding in &findings {
        println!("{finding}");
    }
    let rules = RULES.len() + 2;
    match findings.len() {
        0 => {
            println!("tidy: {} files, {rules} rules, nothing found", tree.len());
            Ok(())
        }
        number => Err(Stop::Failed(format!("tidy: {number} places break a rule"))),
    }
}

/// Every package of every platform with its licence, one a line: `name version|licence`.
fn linked() -> Result<String, Stop> {
    let mut tree = command::cargo();
    tree.args(["tree", "--workspace", "--locked", "--edges", "normal,build,dev", "--target", "all"]);
    command::output(tree.args(["--prefix", "none", "--format", "{p}|{l}"]))
}

/// Runs a rule on a made-up tree; gives `path:line` of each finding.
#[cfg(test)]
fn places(rule: Rule, files: &[(&str, &str)]) -> Vec<String> {
    let findings = rule(&Tree::made_up(files));
    findings.iter().map(|finding| format!("{}:{}", finding.path, finding.line)).collect()
}
