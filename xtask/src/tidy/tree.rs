//! The files of the repository, read once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::command::{Stop, could_not};

/// Path from the root, with `/`, and content.
pub struct Tree {
    files: BTreeMap<String, Vec<u8>>,
}

impl Tree {
    /// Reads all but the build folder and hidden folders of other programs.
    pub fn read(root: &Path) -> Result<Self, Stop> {
        let mut tree = Self { files: BTreeMap::new() };
        tree.walk(root, "")?;
        Ok(tree)
    }

    fn walk(&mut self, folder: &Path, prefix: &str) -> Result<(), Stop> {
        let what = || could_not(format!("read the folder {}", folder.display()));
        for entry in fs::read_dir(folder).map_err(what())? {
            let entry = entry.map_err(what())?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            let kind = entry.file_type().map_err(what())?;
            if left_out(&path) {
            } else if kind.is_dir() {
                self.walk(&entry.path(), &format!("{path}/"))?;
            } else if kind.is_file() {
                let content = fs::read(entry.path()).map_err(could_not(format!("read {path}")))?;
                self.files.insert(path, content);
            }
        }
        Ok(())
    }

    #[cfg(test)]
    pub fn made_up(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        Self { files: files.collect() }
    }

    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Paths and bytes, in order of path.
    pub fn bytes(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, content)| (path.as_str(), content.as_slice()))
    }

    /// Paths and text of the files that hold text.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.bytes().filter_map(|(path, content)| Some((path, str::from_utf8(content).ok()?)))
    }

    /// The text of one file; nothing when it is not there.
    pub fn text(&self, path: &str) -> &str {
        self.files.get(path).and_then(|content| str::from_utf8(content).ok()).unwrap_or("")
    }

    /// True for a file, and for a folder that holds one.
    pub fn holds(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        path.is_empty()
            || self.files.contains_key(path)
            || self.files.range(folder.clone()..).next().is_some_and(|(next, _)| next.starts_with(&folder))
    }

    /// Files under a folder (given with its last `/`), their paths from there.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.bytes().filter_map(move |(path, content)| Some((path.strip_prefix(folder)?, content)))
    }
}

/// What git does not keep, and git itself.
fn left_out(path: &str) -> bool {
    matches!(path, "target" | ".git" | ".vigie") || path.ends_with(".snap.new")
}

/// The ending of a file's name, without the dot.
pub fn ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_held_when_a_file_is_in_it() {
        let tree = Tree::made_up(&[("docs/a.md", ""), ("docs-old", ""), ("x/y/z", "")]);
        for (path, expected) in
            [("docs", true), ("docs/a.md", true), ("x/y", true), ("", true), ("doc", false), ("x/z", false)]
        {
            assert_eq!(tree.holds(path), expected, "{path}");
        }
    }

    #[test]
    fn the_real_tree_is_read_without_the_build_folder() {
        let tree = Tree::read(&crate::root()).unwrap();
        assert!(tree.holds("xtask/src/tidy/tree.rs"));
        assert!(tree.bytes().all(|(path, _)| !path.starts_with("target/") && !path.starts_with(".git/")));
    }
}
