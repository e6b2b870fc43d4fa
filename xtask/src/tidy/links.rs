//! Links in Markdown lead somewhere.

use super::Finding;
use super::tree::{Tree, ending};

/// Every relative link names a file or folder of the repository.
pub fn resolve(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts().filter(|(path, _)| ending(path) == "md") {
        for (number, target) in links(text) {
            let file = target.split('#').next().unwrap_or("");
            if file.is_empty() || elsewhere(target) {
                continue;
            }
            let held = joined(path, file).is_some_and(|full| tree.holds(&full));
            if !held {
                findings.push(Finding::new(path, number, format!("the link to `{target}` leads nowhere")));
            }
        }
    }
    findings
}

fn elsewhere(target: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme))
}

/// The targets of `[words](target)`, outside of code.
fn links(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (at, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        if fenced {
            continue;
        }
        for prose in line.split('`').step_by(2) {
            let targets = prose.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
            found.extend(targets.map(|target| (at + 1, target)));
        }
    }
    found
}

/// The path that a relative link means, from the root; none when it leaves the repository.
fn joined(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn links_that_lead_nowhere() {
        let text = "see [a](a.md), [b](../README.md#two), [web](https://example.org/x), [here](#top), [dir](./)\n\
            and [gone](gone.md \"title\") or [out](../../x)\n\
            `[code](none)`\n\
            ```\n[fenced](none)\n```\n\
            [last](a.md) [x](missing/)\n";
        let tree = [("docs/guide.md", text), ("docs/a.md", ""), ("README.md", "[g](docs/guide.md)")];
        assert_eq!(places(resolve, &tree), ["docs/guide.md:2", "docs/guide.md:2", "docs/guide.md:7"]);
    }
}
