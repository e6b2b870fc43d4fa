//! The corpus of the feedparser package (PyPI, BSD-2-Clause; downloaded, never kept in the repository).

use std::process::Command;

use crate::command::{self, Stop, could_not};
use crate::needs;
use crate::services::{axe, python};

const PACKAGE: &str = "feedparser==6.0.14";
const ARCHIVE: &str = "feedparser-6.0.14.tar.gz";
const DIGEST: &str = "088679b0c4b543ee211a820dd544698c76a402122eae7473c04a43425f283d06";

/// Downloads and unpacks the corpus, then runs the feed reader over it.
pub fn run() -> Result<(), Stop> {
    let folder = crate::target().join("feeds");
    std::fs::create_dir_all(&folder).map_err(could_not(format!("make the folder {}", folder.display())))?;
    let archive = folder.join(ARCHIVE);
    if !axe::matches_digest(&archive, DIGEST) {
        let venv = python::Venv::ready(&needs::python()?)?;
        venv.download(PACKAGE, "--no-binary=:all:", &folder)?;
    }
    if !axe::matches_digest(&archive, DIGEST) {
        return Err(Stop::Failed(format!("{} does not have the pinned digest {DIGEST}", archive.display())));
    }
    command::output(Command::new("tar").arg("xzf").arg(&archive).arg("-C").arg(&folder))?;
    let tests = folder.join(ARCHIVE.trim_end_matches(".tar.gz")).join("tests");
    let mut cargo = command::cargo();
    cargo.args(["run", "--release", "--locked", "--package", "vigie-connect", "--example", "feeds", "--"]);
    command::run(cargo.arg(tests))
}
