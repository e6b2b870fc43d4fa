//! Finds the programs that the tests need, or installs them as Debian packages.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{self, Stop};

/// Programs found.
pub struct Programs {
    /// The folder of `initdb`, `postgres`, `pg_isready`.
    pub postgres: PathBuf,
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
    pub promtool: PathBuf,
    pub dovecot: PathBuf,
    pub python: PathBuf,
}

struct Need {
    package: &'static str,
    found: Option<PathBuf>,
}

/// All programs; what is missing is installed when we are root, else the line to run is printed (exit 2).
pub fn all() -> Result<Programs, Stop> {
    let [postgres, chromium, chromedriver, promtool, dovecot, _, python] = found_or_installed(|| {
        [
            Need { package: "postgresql", found: postgres() },
            Need { package: "chromium", found: command::locate("chromium") },
            Need { package: "chromium-driver", found: command::locate("chromedriver") },
            Need { package: "prometheus", found: command::locate("promtool") },
            Need { package: "dovecot-imapd", found: dovecot("imap") },
            Need { package: "dovecot-lmtpd", found: dovecot("lmtp") },
            Need { package: "python3-venv", found: find_python() },
        ]
    })?;
    Ok(Programs { postgres, chromium, chromedriver, promtool, dovecot, python })
}

/// Python that can make a virtual environment.
pub fn python() -> Result<PathBuf, Stop> {
    let [python] = found_or_installed(|| [Need { package: "python3-venv", found: find_python() }])?;
    Ok(python)
}

/// True when we run as the administrator.
pub fn root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|us| us.uid() == 0)
}

fn found_or_installed<const N: usize>(look: impl Fn() -> [Need; N]) -> Result<[PathBuf; N], Stop> {
    let missing = missing(&look());
    if !missing.is_empty() {
        install(&missing)?;
    }
    let needs = look();
    let still = self::missing(&needs);
    if !still.is_empty() {
        return Err(Stop::failed(format!("installed {}, but its programs are not found", still.join(" "))));
    }
    Ok(needs.map(|need| need.found.unwrap_or_default()))
}

fn missing(needs: &[Need]) -> Vec<&'static str> {
    needs.iter().filter(|need| need.found.is_none()).map(|need| need.package).collect()
}

fn install(packages: &[&str]) -> Result<(), Stop> {
    let line = install_line(packages);
    if !root() {
        return Err(Stop::Usage(format!(
            "the tests need programs that are not installed; run this line, then try again:\n  sudo sh -c '{line}'"
        )));
    }
    if command::locate("apt-get").is_none() {
        return Err(Stop::Usage(format!(
            "this is not Debian: install what these packages hold: {}",
            packages.join(" ")
        )));
    }
    eprintln!("xtask: {line}");
    command::run(Command::new("sh").args(["-c", &line]).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn install_line(packages: &[&str]) -> String {
    format!("apt-get update && apt-get install -y --no-install-recommends {}", packages.join(" "))
}

/// The newest PostgreSQL of those installed.
fn postgres() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    newest(versions.flatten().map(|version| version.path().join("bin")).filter(|bin| bin.join("initdb").is_file()))
}

fn newest(folders: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    let version = |bin: &PathBuf| -> u32 {
        let name = bin.parent().and_then(Path::file_name);
        name.and_then(|name| name.to_str()?.parse().ok()).unwrap_or(0)
    };
    folders.max_by_key(version)
}

/// The server, where it has that protocol; it is in a folder that not everybody looks in.
fn dovecot(protocol: &str) -> Option<PathBuf> {
    let is_there = Path::new("/usr/lib/dovecot").join(protocol).is_file();
    let found = [command::locate("dovecot"), Some(PathBuf::from("/usr/sbin/dovecot"))];
    found.into_iter().flatten().find(|program| is_there && program.is_file())
}

fn find_python() -> Option<PathBuf> {
    // Debian's own comes first: the pinned wheels are for its versions.
    let candidates = [Some(PathBuf::from("/usr/bin/python3")), command::locate("python3")];
    candidates.into_iter().flatten().find(|python| {
        let mut try_it = Command::new(python);
        command::output(try_it.args(["-c", "import ensurepip, venv"])).is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_is_installed_in_one_line() {
        let needs = [
            Need { package: "postgresql", found: None },
            Need { package: "chromium", found: Some("/usr/bin/chromium".into()) },
            Need { package: "prometheus", found: None },
        ];
        let line = install_line(&missing(&needs));
        assert_eq!(line, "apt-get update && apt-get install -y --no-install-recommends postgresql prometheus");
    }

    #[test]
    fn the_newest_version_is_a_matter_of_numbers_not_of_letters() {
        let folders = ["9", "17", "15"].map(|version| PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")));
        assert_eq!(newest(folders.into_iter()), Some(PathBuf::from("/usr/lib/postgresql/17/bin")));
        assert_eq!(newest(std::iter::empty()), None);
    }
}
