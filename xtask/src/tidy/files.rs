//! What no file may be or hold.

use super::Finding;
use super::tree::{Tree, ending};

const MOST_LINES: usize = 500;

/// Source files fit in 500 lines. Locales, data, plans and prose are not source files.
pub fn size(tree: &Tree) -> Vec<Finding> {
    let source = |path: &str| matches!(ending(path), "rs" | "html" | "css" | "js" | "sql" | "sh" | "py" | "toml");
    let long =
        tree.texts().filter(|(path, _)| source(path) && !path.starts_with("plans/")).filter_map(|(path, text)| {
            let lines = text.lines().count();
            (lines > MOST_LINES)
                .then(|| Finding::new(path, 0, format!("{lines} lines; at most {MOST_LINES}: split it by concern")))
        });
    long.collect()
}

/// A module is named for what it does.
pub fn module_names(tree: &Tree) -> Vec<Finding> {
    const VAGUE: [&str; 6] = ["utils", "util", "common", "helpers", "helper", "misc"];
    let rust = tree.bytes().filter(|(path, _)| ending(path) == "rs");
    let vague = rust.filter_map(|(path, _)| {
        let name = path.trim_end_matches(".rs").split('/').find(|part| VAGUE.contains(part))?;
        Some(Finding::new(path, 0, format!("a module `{name}` says nothing: name it for what it does")))
    });
    vague.collect()
}

/// Marks of unfinished or silenced work, in Rust.
pub fn forbidden_words(tree: &Tree) -> Vec<Finding> {
    // Written in two parts, or this file would break its own rule.
    const WORDS: [(&str, &str); 6] = [
        (concat!("#[al", "low("), "use #[expect(lint, reason = \"…\")]"),
        (concat!("#![al", "low("), "use #![expect(lint, reason = \"…\")]"),
        (concat!("to", "do!("), "finish it or leave it out"),
        (concat!("unimple", "mented!("), "finish it or leave it out"),
        (concat!("#[ig", "nore"), "a test is never skipped silently"),
        (concat!("<<<<<", "<< "), "an unresolved merge"),
    ];
    let mut findings = Vec::new();
    for (path, number, line) in lines(tree).filter(|(path, ..)| ending(path) == "rs") {
        for (word, instead) in WORDS {
            if line.contains(word) {
                findings.push(Finding::new(path, number, format!("`{word}`: {instead}")));
            }
        }
    }
    findings
}

/// Folders of a developer's machine.
pub fn machine_paths(tree: &Tree) -> Vec<Finding> {
    const FOLDERS: [&str; 3] = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];
    let mut findings = Vec::new();
    for (path, number, line) in lines(tree) {
        for folder in FOLDERS {
            let absolute = line.match_indices(folder).any(|(at, _)| starts_a_path(&line[..at]));
            if absolute {
                findings.push(Finding::new(path, number, format!("`{folder}` is a path of one machine")));
            }
        }
    }
    findings
}

/// False when what stands before belongs to the same path or address: `https://example.org/x`, `docs/x`, `$HOME/x`.
fn starts_a_path(before: &str) -> bool {
    let last = before.chars().next_back();
    !last.is_some_and(|last| last.is_alphanumeric() || "_~.-})/%*".contains(last))
}

fn lines(tree: &Tree) -> impl Iterator<Item = (&str, usize, &str)> {
    tree.texts().flat_map(|(path, text)| text.lines().enumerate().map(move |(at, line)| (path, at + 1, line)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn long_source_files() {
        let (fits, long) = ("x\n".repeat(500), "x\n".repeat(501));
        let tree = [("a.rs", long.as_str()), ("b.rs", &fits), ("c.css", &long), ("d.csv", &long), ("e.ftl", &long)];
        assert_eq!(places(size, &tree), ["a.rs:0", "c.css:0"]);
        assert_eq!(places(size, &[("deny.toml", &long), ("plans/en/brand.toml", &long)]), ["deny.toml:0"]);
    }

    #[test]
    fn vague_modules() {
        let tree = [("crates/a/src/utils.rs", ""), ("crates/a/src/common/x.rs", ""), ("crates/a/src/commons.rs", "")];
        assert_eq!(places(module_names, &tree), ["crates/a/src/common/x.rs:0", "crates/a/src/utils.rs:0"]);
    }

    #[test]
    fn silenced_or_unfinished_work() {
        let allow = format!("ok\n{}dead_code)]", concat!("#[al", "low("));
        let later = format!("fn f() {{ {}) }}", concat!("to", "do!("));
        let skipped = format!("#[test]\n{}]", concat!("#[ig", "nore"));
        let tree = [
            ("a.rs", allow.as_str()),
            ("b.rs", &later),
            ("c.rs", &skipped),
            ("d.md", &allow),
            ("e.rs", "#[expect(x)]"),
        ];
        assert_eq!(places(forbidden_words, &tree), ["a.rs:2", "b.rs:1", "c.rs:2"]);
    }

    #[test]
    fn absolute_paths_of_a_machine() {
        let work = concat!("/wo", "rk/");
        let bad = format!("cd {work}main\n");
        let quoted = format!("\"{}x\"", concat!("/ro", "ot/"));
        let fine = format!("https://example.org{work}x docs{work} ~{work} $HOME{work}");
        let tree = [("a.sh", bad.as_str()), ("b.md", &quoted), ("c.md", &fine)];
        assert_eq!(places(machine_paths, &tree), ["a.sh:1", "b.md:1"]);
    }
}
