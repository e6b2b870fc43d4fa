//! Runs other programs and says plainly what went wrong.

use std::fmt::Display;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Why a command of xtask ended early.
#[derive(Debug)]
pub enum Stop {
    /// A check failed: exit code 1.
    Failed(String),
    /// The person who called must do something first: exit code 2.
    Usage(String),
}

impl Stop {
    pub fn failed(message: impl Into<String>) -> Self {
        Self::Failed(message.into())
    }

    pub fn message(&self) -> &str {
        match self {
            Self::Failed(message) | Self::Usage(message) => message,
        }
    }

    pub fn code(&self) -> u8 {
        match self {
            Self::Failed(_) => 1,
            Self::Usage(_) => 2,
        }
    }
}

/// Names what was tried when the operating system refuses.
pub fn could_not(what: impl Display) -> impl FnOnce(std::io::Error) -> Stop {
    move |error| Stop::Failed(format!("could not {what}: {error}"))
}

/// `cargo`, the same one that started us, in the workspace.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::root()).stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(describes_xtask) {
            command.env_remove(name);
        }
    }
    command
}

/// What `cargo run` says about xtask: build scripts that watch these variables would run anew for nothing.
fn describes_xtask(variable: &str) -> bool {
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"].iter().any(|prefix| variable.starts_with(prefix))
}

/// Runs to the end with output shown; anything but success is a failure.
pub fn run(command: &mut Command) -> Result<(), Stop> {
    let status = command.stdin(Stdio::null()).status().map_err(could_not(format!("start {}", shown(command))))?;
    if status.success() { Ok(()) } else { Err(Stop::failed(format!("{} ended with {status}", shown(command)))) }
}

/// Runs quietly and gives what it wrote to stdout; on failure the message carries its stderr.
pub fn output(command: &mut Command) -> Result<String, Stop> {
    let output = command.stdin(Stdio::null()).output().map_err(could_not(format!("start {}", shown(command))))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Stop::failed(format!("{} ended with {}\n{}", shown(command), output.status, said.trim_end())))
}

/// Finds a program on the path, or in the folders that Debian keeps for the administrator.
pub fn locate(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(["/usr/sbin", "/usr/bin"].map(PathBuf::from))
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!("`{}`", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_carries_what_the_program_said_when_it_fails() {
        let stop = output(Command::new("sh").args(["-c", "echo broken pipe >&2; exit 3"])).unwrap_err();
        assert_eq!(stop.code(), 1);
        assert!(stop.message().contains("exit status: 3") && stop.message().contains("broken pipe"), "{stop:?}");
    }

    #[test]
    fn an_inner_cargo_is_told_nothing_about_xtask() {
        let cargo = cargo();
        let removed: Vec<_> = cargo.get_envs().filter(|(_, value)| value.is_none()).collect();
        assert!(removed.iter().any(|(name, _)| *name == "CARGO_PKG_NAME"), "{removed:?}");
        assert!(!describes_xtask("CARGO_HOME") && !describes_xtask("CARGO_TARGET_DIR"));
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let stop = run(&mut Command::new("vigie-no-such-program")).unwrap_err();
        assert!(stop.message().contains("vigie-no-such-program"), "{stop:?}");
        assert!(locate("vigie-no-such-program").is_none());
        assert!(locate("sh").is_some());
    }
}
