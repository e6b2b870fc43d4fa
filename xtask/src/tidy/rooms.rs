//! The rooms of the house and the arrows between them.

use super::Finding;
use super::tree::{Tree, ending};

/// Room, and the rooms it may know. Arrows only go down.
const ROOMS: [(&str, &[&str]); 10] = [
    ("text", &[]),
    ("signal", &[]),
    ("query", &["text"]),
    ("domain", &["text", "query", "signal"]),
    ("words", &["domain", "text"]),
    ("store", &["domain", "text", "query", "signal"]),
    ("connect", &["domain", "text", "query", "signal"]),
    ("engine", &["domain", "text", "query", "signal", "store", "connect", "words"]),
    ("web", &["domain", "text", "query", "signal", "store", "connect", "words", "engine"]),
    ("vigie", &["domain", "text", "query", "signal", "store", "connect", "words", "engine", "web"]),
];

/// Rooms without input, output, clock or chance.
const PURE: [&str; 5] = ["text", "query", "signal", "domain", "words"];

/// Crates that bring input, output, clock or chance.
const EFFECTS: [&str; 12] = [
    "tokio",
    "tokio-tungstenite",
    "reqwest",
    "sqlx",
    "axum",
    "hyper",
    "futures-util",
    "getrandom",
    "rand",
    "rand_chacha",
    "tracing",
    "ureq",
];

/// A crate that has one door, and the room that keeps it.
const DOORS: [(&str, &str); 4] =
    [("sqlx", "store"), ("reqwest", "connect"), ("tokio-tungstenite", "connect"), ("askama", "web")];

/// What plays a drill.
const DRILLS: [&str; 3] = ["crates/engine/src/drill/", "crates/engine/src/pack/", "crates/engine/src/replay.rs"];

/// Each manifest names only rooms below and crates that its room may use.
pub fn arrows(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts() {
        if path == "xtask/Cargo.toml" {
            let any = dependencies(text).into_iter();
            findings.extend(any.map(|found| Finding::new(path, found.line, "xtask uses the standard library only")));
        }
        let Some(room) = path.strip_prefix("crates/").and_then(|rest| rest.strip_suffix("/Cargo.toml")) else {
            continue;
        };
        let Some((_, below)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            findings.push(Finding::new(path, 0, format!("`{room}` is not a room of the house")));
            continue;
        };
        for found in dependencies(text) {
            if let Some(what) = refusal(room, below, &found) {
                findings.push(Finding::new(path, found.line, what));
            }
        }
    }
    findings
}

fn refusal(room: &str, below: &[&str], found: &Dependency) -> Option<String> {
    let name = found.name.as_str();
    let house = ROOMS.iter().any(|(other, _)| *other == name);
    if house && !below.contains(&name) {
        return Some(format!("`{room}` may not know `{name}`: arrows only go down"));
    }
    if found.by_path {
        return Some(format!("write `{name}.workspace = true`: a path hides which room it is"));
    }
    if found.for_tests {
        return None;
    }
    if PURE.contains(&room) && EFFECTS.contains(&name) {
        return Some(format!("`{room}` is pure and may not use `{name}`"));
    }
    let (_, keeper) = DOORS.iter().find(|(door, keeper)| *door == name && *keeper != room)?;
    Some(format!("`{name}` is used in `{keeper}` only"))
}

struct Dependency {
    name: String,
    line: usize,
    for_tests: bool,
    by_path: bool,
}

/// The dependencies of a manifest: `name = …`, `name.workspace = …` and `[dependencies.name]`.
fn dependencies(manifest: &str) -> Vec<Dependency> {
    let mut found = Vec::new();
    let mut section = "";
    for (at, line) in manifest.lines().enumerate() {
        let line = line.trim();
        let mut add = |name: &str| {
            let name = name.trim().trim_matches('"').to_owned();
            let by_path = line.contains("path =") || line.contains("path=");
            found.push(Dependency { name, line: at + 1, for_tests: section.contains("dev-"), by_path });
        };
        if let Some(header) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = header;
            if let Some((_, name)) = header.rsplit_once("dependencies.") {
                add(name);
            }
        } else if section.ends_with("dependencies") && !line.is_empty() && !line.starts_with('#') {
            add(line.split(['=', '.']).next().unwrap_or(line));
        }
    }
    found
}

/// What the source of a room may not name, beyond its manifest.
pub fn imports(tree: &Tree) -> Vec<Finding> {
    const IMPURE: [&str; 8] =
        ["std::net", "std::fs", "std::process", "std::thread", "std::env::", "SystemTime", "async fn", "tokio::"];
    let mut findings = Vec::new();
    for (path, text) in tree.texts().filter(|(path, _)| ending(path) == "rs") {
        let Some((room, inside)) = path.strip_prefix("crates/").and_then(|rest| rest.split_once('/')) else {
            continue;
        };
        let tests = !inside.starts_with("src/") || inside.ends_with("/tests.rs") || inside.contains("/tests/");
        for (number, line) in code(text) {
            let mut refuse = |what: String| findings.push(Finding::new(path, number, what));
            for (door, keeper) in DOORS {
                let import = format!("{}::", door.replace('-', "_"));
                // SQL stays out of tests too: they judge by what the store's functions say.
                if room != keeper && (!tests || door == "sqlx") && names(line, &import) {
                    refuse(format!("`{import}` is used in `{keeper}` only"));
                }
            }
            // A drill makes its own sandbox: no way out is named where one could be handed to it.
            if DRILLS.iter().any(|of| path.starts_with(of)) && names(line, "connect::") {
                refuse("`connect::`: nothing that a drill starts may hold a way out".to_owned());
            }
            if PURE.contains(&room) && !tests {
                for word in IMPURE.into_iter().filter(|word| names(line, word)) {
                    refuse(format!("`{word}`: `{room}` is pure"));
                }
            }
        }
    }
    findings
}

/// Lines of code: without comments, and up to the unit tests at the foot of the file.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().take_while(|(_, line)| line.trim() != "#[cfg(test)]");
    lines.map(|(at, line)| (at + 1, line.split("//").next().unwrap_or("")))
}

/// True when the line holds the word, not as the end of a longer one.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|before| before.is_alphanumeric() || before == '_')
    })
}

/// Every package takes the lints of the workspace.
pub fn lints(tree: &Tree) -> Vec<Finding> {
    let manifests = tree.texts().filter(|(path, _)| path.ends_with("/Cargo.toml"));
    let without = manifests.filter(|(_, text)| {
        let mut lines = text.lines().skip_while(|line| line.trim() != "[lints]").skip(1);
        lines.next().is_none_or(|line| line.trim() != "workspace = true")
    });
    without.map(|(path, _)| Finding::new(path, 0, "add `[lints]` with `workspace = true`")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn forbidden_arrows() {
        let cases = [
            ("text", "[dependencies]\nserde = \"1\"\n", None),
            ("text", "[dependencies]\ndomain.workspace = true\n", Some(2)),
            ("query", "[dependencies]\ntext.workspace = true\n", None),
            ("query", "[dependencies]\nsignal.workspace = true\n", Some(2)),
            ("store", "[dependencies]\nconnect.workspace = true\n", Some(2)),
            ("store", "[dependencies]\nsqlx.workspace = true\n", None),
            ("web", "[dependencies]\nsqlx.workspace = true\n", Some(2)),
            ("web", "[dependencies]\n\n# a note\nengine.workspace = true\nvigie = { path = \"../vigie\" }\n", Some(5)),
            ("engine", "[dependencies.web]\nworkspace = true\n", Some(1)),
            ("engine", "[target.'cfg(unix)'.dependencies]\nreqwest = \"0\"\n", Some(2)),
            ("engine", "[dependencies]\nstored = { path = \"../store\", package = \"vigie-store\" }\n", Some(2)),
            ("domain", "[dev-dependencies]\ntokio = \"1\"\n", None),
            ("domain", "[dependencies]\ntokio = \"1\"\n", Some(2)),
            ("domain", "[dev-dependencies]\nstore.workspace = true\n", Some(2)),
            ("gadgets", "[dependencies]\n", Some(0)),
        ];
        for (room, manifest, line) in cases {
            let path = format!("crates/{room}/Cargo.toml");
            let expected: Vec<String> = line.iter().map(|line| format!("{path}:{line}")).collect();
            assert_eq!(places(arrows, &[(&path, manifest)]), expected, "{room}: {manifest}");
        }
        assert_eq!(places(arrows, &[("xtask/Cargo.toml", "[dependencies]\nserde = \"1\"\n")]), ["xtask/Cargo.toml:2"]);
    }

    #[test]
    fn forbidden_imports() {
        let cases = [
            ("crates/web/src/a.rs", "use sqlx::Row;", true),
            ("crates/web/tests/a.rs", "use sqlx::Row;", true),
            ("crates/store/src/a.rs", "use sqlx::Row;", false),
            ("crates/engine/src/a.rs", "let c = reqwest::Client::builder();", true),
            ("crates/vigie/tests/a.rs", "reqwest::get(url)", false),
            ("crates/connect/src/http/a.rs", "use reqwest::Client;", false),
            ("crates/engine/src/a.rs", "// not reqwest::Client", false),
            ("crates/engine/src/drill/mod.rs", "use connect::outbound::Outbound;", true),
            ("crates/engine/src/waking/mod.rs", "use connect::outbound::Outbound;", false),
            ("crates/text/src/a.rs", "use std::fs;", true),
            ("crates/text/src/a.rs", "fn f() {}\n#[cfg(test)]\nmod tests { use std::fs; }", false),
            ("crates/text/tests/a.rs", "use std::fs;", false),
            ("crates/domain/src/a.rs", "pub async fn f() {}", true),
            ("crates/domain/src/a.rs", "use mytokio::x;", false),
            ("crates/words/src/a.rs", "std::time::SystemTime::now()", true),
            ("crates/engine/src/a.rs", "use std::fs;", false),
        ];
        for (path, text, refused) in cases {
            assert_eq!(!places(imports, &[(path, text)]).is_empty(), refused, "{path}: {text}");
        }
    }

    #[test]
    fn every_package_takes_the_lints() {
        let tree = [
            ("Cargo.toml", "[workspace]\n"),
            ("bench/Cargo.toml", "[lints]\nworkspace = true\n"),
            ("crates/a/Cargo.toml", "[package]\n"),
            ("crates/b/Cargo.toml", "[lints]\n\n[dependencies]\n"),
        ];
        assert_eq!(places(lints, &tree), ["crates/a/Cargo.toml:0", "crates/b/Cargo.toml:0"]);
    }
}
