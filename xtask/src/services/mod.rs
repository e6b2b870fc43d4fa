//! What the tests talk to: started before them, stopped after them.

pub mod axe;
mod dovecot;
mod mastodon;
mod postgres;
pub mod python;

use std::io::BufRead;
use std::path::PathBuf;

use crate::command::{Stop, could_not};
use crate::keeper::Keeper;
use crate::needs;

/// The variables by which tests find the services.
pub const VARIABLES: [&str; 7] = [
    "VIGIE_TEST_POSTGRES",
    "VIGIE_TEST_MASTODON",
    "VIGIE_TEST_IMAP",
    "VIGIE_TEST_CHROMIUM",
    "VIGIE_TEST_CHROMEDRIVER",
    "VIGIE_TEST_AXE",
    "VIGIE_TEST_PROMTOOL",
];

/// Running services: variable and value, in the order of [`VARIABLES`].
pub struct Services {
    pub exports: [(&'static str, String); 7],
}

/// Installs, starts and waits until each answers. The keeper stops them.
pub fn start(keeper: &mut Keeper) -> Result<Services, Stop> {
    let programs = needs::all()?;
    let venv = python::Venv::ready(&programs.python)?;
    let axe = axe::fetch(&venv)?;
    let postgres = postgres::start(keeper, &programs.postgres)?;
    let mastodon = mastodon::start(keeper, &venv)?;
    let imap = dovecot::start(keeper, &programs.dovecot)?;
    let shown = |path: PathBuf| path.display().to_string();
    let values = [
        postgres,
        mastodon,
        imap,
        shown(programs.chromium),
        shown(programs.chromedriver),
        shown(axe),
        shown(programs.promtool),
    ];
    let mut values = values.into_iter();
    Ok(Services { exports: VARIABLES.map(|name| (name, values.next().unwrap_or_default())) })
}

/// `cargo xtask services`
pub fn hold() -> Result<(), Stop> {
    let mut keeper = Keeper::start()?;
    let services = start(&mut keeper)?;
    for (name, value) in &services.exports {
        println!("export {name}='{value}'");
    }
    eprintln!("xtask: the services run until enter, end of input or ctrl-c");
    std::io::stdin().lock().read_line(&mut String::new()).map_err(could_not("read the keyboard"))?;
    Ok(())
}

/// The folder for downloads and logs of services.
fn folder() -> Result<PathBuf, Stop> {
    let folder = crate::target().join("services");
    std::fs::create_dir_all(&folder).map_err(could_not(format!("make the folder {}", folder.display())))?;
    Ok(folder)
}

/// A log file for a service, begun anew.
fn log(name: &str) -> Result<(PathBuf, std::fs::File), Stop> {
    let path = folder()?.join(name);
    let file = std::fs::File::create(&path).map_err(could_not(format!("write {}", path.display())))?;
    Ok((path, file))
}

/// The failure of a service to start, with the end of its log.
fn did_not_start(name: &str, log: &std::path::Path) -> Stop {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let tail = lines[lines.len().saturating_sub(15)..].join("\n");
    Stop::failed(format!("{name} did not start; the end of {}:\n{tail}", log.display()))
}
