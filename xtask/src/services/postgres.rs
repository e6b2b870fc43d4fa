//! A PostgreSQL of our own: fresh data, a socket in a folder, no network, nothing synced to disk.

use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::{did_not_start, log};
use crate::command::{self, Stop, could_not};
use crate::keeper::Keeper;
use crate::{needs, wall};

/// Starts the server; gives a URL whose user may create databases.
pub fn start(keeper: &mut Keeper, bin: &Path) -> Result<String, Stop> {
    let user = if needs::root() { Some(account("postgres")?) } else { None };
    // A short path that the account can enter: a socket's path has room for 107 bytes.
    let folder = std::env::temp_dir().join(format!("vigie-{}", std::process::id()));
    make_folder(&folder, user)?;
    keeper.remove_at_end(&folder)?;

    let data = folder.join("data");
    let mut initdb = as_user(bin.join("initdb"), user);
    initdb.args(["--username=postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"]);
    command::output(initdb.arg("--pgdata").arg(&data)).map_err(explain)?;

    let (log_path, file) = log("postgres.log")?;
    let errors = file.try_clone().map_err(could_not("share the log of PostgreSQL"))?;
    let mut server = as_user(bin.join("postgres"), user);
    server.arg("-D").arg(&data).arg("-k").arg(&folder).stdout(file).stderr(errors);
    for setting in
        ["listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"]
    {
        server.args(["-c", setting]);
    }
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
    let mut process = keeper.spawn("INT", &mut server)?;
    let answers = || command::output(Command::new(bin.join("pg_isready")).arg("-q").arg("-h").arg(&folder)).is_ok();
    let mut ended = false;
    let up = wall::wait_until(Duration::from_secs(60), || {
        ended = process.try_wait().is_ok_and(|status| status.is_some());
        ended || answers()
    });
    if !up || ended {
        return Err(did_not_start("PostgreSQL", &log_path));
    }
    Ok(format!("postgres://postgres@localhost/postgres?host={}", folder.display()))
}

fn as_user(program: impl AsRef<std::ffi::OsStr>, user: Option<(u32, u32)>) -> Command {
    let mut command = Command::new(program);
    command.current_dir("/").env("LC_ALL", "C.UTF-8");
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    command
}

fn make_folder(folder: &Path, user: Option<(u32, u32)>) -> Result<(), Stop> {
    let what = || format!("make the folder {}", folder.display());
    std::fs::create_dir(folder).map_err(could_not(what()))?;
    std::fs::set_permissions(folder, PermissionsExt::from_mode(0o755)).map_err(could_not(what()))?;
    if let Some((uid, gid)) = user {
        chown(folder, Some(uid), Some(gid)).map_err(could_not(what()))?;
    }
    Ok(())
}

fn explain(stop: Stop) -> Stop {
    let hint = "PostgreSQL does not run as root: the account postgres must be able to enter the folder; set TMPDIR to one it can";
    Stop::failed(format!("{}\n{hint}", stop.message()))
}

/// User and group number of an account.
fn account(name: &str) -> Result<(u32, u32), Stop> {
    let text = std::fs::read_to_string("/etc/passwd").map_err(could_not("read the accounts of this machine"))?;
    find_account(&text, name).ok_or_else(|| Stop::failed(format!("no account `{name}`: its package was not set up")))
}

fn find_account(passwd: &str, name: &str) -> Option<(u32, u32)> {
    let mut fields = passwd.lines().map(|line| line.split(':')).find(|fields| fields.clone().next() == Some(name))?;
    Some((fields.nth(2)?.parse().ok()?, fields.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_are_found_by_their_whole_name() {
        let passwd =
            "root:x:0:0:root:/home:/bin/bash\npostgres2:x:7:8::/:/bin/sh\npostgres:x:104:112:,,,:/var:/bin/bash\n";
        assert_eq!(find_account(passwd, "postgres"), Some((104, 112)));
        assert_eq!(find_account(passwd, "root"), Some((0, 0)));
        assert_eq!(find_account(passwd, "post"), None);
    }
}
