//! The accessibility checker axe-core: one script, pinned by digest, kept in the build folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::folder;
use super::python::Venv;
use crate::command::{self, Stop, could_not};

/// `axe.min.js` of axe-core 4.14.1 (npm).
const NPM: (&str, &str) = ("axe-core@4.14.1", "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c");
/// `axe.min.js` 4.12.1 as axe-playwright-python 0.1.8 (PyPI) carries it: for machines without npm.
const PYPI: (&str, &str) =
    ("axe-playwright-python==0.1.8", "84494fec757e4710dc751c8d7a636e457f4532f08f85c86dc9070133fbff53bc");

/// The script, fetched by npm, else from the Python package.
pub fn fetch(venv: &Venv) -> Result<PathBuf, Stop> {
    let home = folder()?.join("axe");
    let script = home.join("axe.min.js");
    if script.is_file() && (matches_digest(&script, NPM.1) || matches_digest(&script, PYPI.1)) {
        return Ok(script);
    }
    std::fs::create_dir_all(&home).map_err(could_not(format!("make the folder {}", home.display())))?;
    let fetched = from_npm(&home).or_else(|refused| {
        eprintln!("xtask: axe-core not by npm, trying PyPI ({})", refused.message().lines().next().unwrap_or(""));
        from_pypi(&home, venv)
    })?;
    std::fs::rename(&fetched, &script).map_err(could_not(format!("write {}", script.display())))?;
    Ok(script)
}

fn from_npm(home: &Path) -> Result<PathBuf, Stop> {
    let npm = command::locate("npm").ok_or_else(|| Stop::failed("npm is not installed"))?;
    command::output(Command::new(npm).args(["pack", "--silent", NPM.0]).current_dir(home))?;
    let archive = home.join(format!("{}.tgz", NPM.0.replace('@', "-")));
    command::output(Command::new("tar").arg("xzf").arg(archive).arg("-C").arg(home).arg("package/axe.min.js"))?;
    pinned(home.join("package/axe.min.js"), NPM.1)
}

fn from_pypi(home: &Path, venv: &Venv) -> Result<PathBuf, Stop> {
    venv.download(PYPI.0, "--only-binary=:all:", home)?;
    let wheel = home.join("axe_playwright_python-0.1.8-py3-none-any.whl");
    command::output(Command::new(&venv.python).args(["-m", "zipfile", "-e"]).arg(wheel).arg(home))?;
    pinned(home.join("axe_playwright_python/axe.min.js"), PYPI.1)
}

fn pinned(file: PathBuf, digest: &str) -> Result<PathBuf, Stop> {
    if matches_digest(&file, digest) {
        Ok(file)
    } else {
        Err(Stop::failed(format!("{} does not have the pinned digest {digest}", file.display())))
    }
}

/// Compares a file with a SHA-256 digest.
pub fn matches_digest(file: &Path, digest: &str) -> bool {
    let sum = command::output(Command::new("sha256sum").arg("--").arg(file));
    sum.is_ok_and(|line| line.split_whitespace().next() == Some(digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_file_is_refused() {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        assert!(pinned(manifest, NPM.1).is_err());
        assert!(pinned("no such file".into(), NPM.1).is_err());
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert!(matches_digest(Path::new("/dev/null"), empty));
    }
}
