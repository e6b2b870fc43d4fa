//! A virtual environment in the build folder, filled from pinned digests.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::folder;
use crate::command::{self, Stop, could_not};

const REQUIREMENTS: &str = include_str!("../../mastodon-mock.txt");

/// A ready virtual environment.
pub struct Venv {
    pub python: PathBuf,
}

impl Venv {
    /// Makes it, or uses the one made from exactly these requirements before.
    pub fn ready(python: &Path) -> Result<Self, Stop> {
        let home = folder()?.join("python");
        let installed = home.join("installed.txt");
        let venv = Self { python: home.join("bin/python") };
        let current = std::fs::read_to_string(&installed).is_ok_and(|text| text == REQUIREMENTS);
        if current && command::output(&mut venv.pip(&["--version"])).is_ok() {
            return Ok(venv);
        }
        eprintln!("xtask: install mastodon-mock into {}", home.display());
        command::output(Command::new(python).args(["-m", "venv", "--clear"]).arg(&home))?;
        let requirements = home.join("requirements.txt");
        std::fs::write(&requirements, REQUIREMENTS).map_err(could_not(format!("write {}", requirements.display())))?;
        let pinned = ["install", "--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:", "--requirement"];
        command::output(venv.pip(&pinned).arg(&requirements))?;
        std::fs::rename(&requirements, &installed).map_err(could_not(format!("write {}", installed.display())))?;
        Ok(venv)
    }

    /// A file of a package, downloaded into a folder.
    pub fn download(&self, package: &str, kind: &str, into: &Path) -> Result<(), Stop> {
        command::output(self.pip(&["download", "--quiet", "--no-deps", kind, package, "--dest"]).arg(into)).map(drop)
    }

    fn pip(&self, arguments: &[&str]) -> Command {
        let mut pip = Command::new(&self.python);
        pip.args(["-m", "pip", "--disable-pip-version-check", "--no-input"]).args(arguments);
        pip
    }
}
