//! A Dovecot of our own: IMAP and LMTP on free ports of this machine, mailboxes in a folder, any user, one password.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::{did_not_start, log};
use crate::command::{self, Stop, could_not};
use crate::keeper::Keeper;
use crate::{needs, wall};

/// The password of every mailbox.
const PASSWORD: &str = "plainte";

/// Starts the server; gives `imap://any:password@address?lmtp=port`.
pub fn start(keeper: &mut Keeper, program: &Path) -> Result<String, Stop> {
    let folder = std::env::temp_dir().join(format!("vigie-mail-{}", std::process::id()));
    let what = || format!("make the folder {}", folder.display());
    std::fs::create_dir(&folder).map_err(could_not(what()))?;
    keeper.remove_at_end(&folder)?;
    for each in ["run", "mail"] {
        std::fs::create_dir(folder.join(each)).map_err(could_not(what()))?;
        // Mailboxes are written by an account of Dovecot's choice.
        std::fs::set_permissions(folder.join(each), PermissionsExt::from_mode(0o777)).map_err(could_not(what()))?;
    }
    std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o755)).map_err(could_not(what()))?;
    let (imap, lmtp) = (free_port()?, free_port()?);
    let us = if needs::root() { None } else { Some(command::output(Command::new("id").arg("-un"))?.trim().to_owned()) };
    let (log_path, _) = log("dovecot.log")?;
    let settings = folder.join("dovecot.conf");
    let text = configuration(&folder, (imap, lmtp), us.as_deref(), &log_path);
    std::fs::write(&settings, text).map_err(could_not(what()))?;
    let mut process = keeper.spawn("TERM", Command::new(program).arg("-F").arg("-c").arg(&settings))?;
    let mut ended = false;
    let up = wall::wait_until(Duration::from_secs(30), || {
        ended = process.try_wait().is_ok_and(|status| status.is_some());
        ended || [imap, lmtp].into_iter().all(answers)
    });
    if !up || ended {
        return Err(did_not_start("Dovecot", &log_path));
    }
    Ok(format!("imap://any:{PASSWORD}@127.0.0.1:{imap}?lmtp={lmtp}"))
}

fn configuration(folder: &Path, (imap, lmtp): (u16, u16), us: Option<&str>, log: &Path) -> String {
    let (folder, log) = (folder.display(), log.display());
    // Without the administrator's rights it all runs as us, and shuts itself in nowhere.
    let who = match us {
        None => "default_internal_user = dovecot\ndefault_login_user = dovenull\nmail_uid = mail\nmail_gid = mail"
            .to_owned(),
        Some(us) => format!("default_internal_user = {us}\ndefault_login_user = {us}\nmail_uid = {us}"),
    };
    let chroot = if us.is_some() { "\n  chroot =" } else { "" };
    format!(
        "base_dir = {folder}/run
state_dir = {folder}/run
log_path = {log}
protocols = imap lmtp
ssl = no
disable_plaintext_auth = no
listen = 127.0.0.1
{who}
first_valid_uid = 1
mail_location = maildir:{folder}/mail/%u
mail_fsync = never
recipient_delimiter = +
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = home={folder}/mail/%u allow_all_users=yes
}}
service anvil {{{chroot}
}}
service imap-login {{{chroot}
  inet_listener imap {{
    address = 127.0.0.1
    port = {imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
"
    )
}

fn free_port() -> Result<u16, Stop> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(could_not("find a free port"))?;
    Ok(listener.local_addr().map_err(could_not("find a free port"))?.port())
}

/// Both greet whoever connects.
fn answers(port: u16) -> bool {
    let greeted = || -> std::io::Result<bool> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        let mut start = [0; 4];
        std::io::Read::read_exact(&mut stream, &mut start)?;
        Ok(matches!(&start, b"* OK" | b"220 "))
    };
    greeted().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_but_this_machine_is_served() {
        for us in [None, Some("lea")] {
            let text = configuration(Path::new("/tmp/x"), (1143, 1024), us, Path::new("/tmp/x/log"));
            assert_eq!(text.matches("address = 127.0.0.1").count(), 2, "{text}");
            assert!(text.contains("listen = 127.0.0.1\n") && text.contains("port = 0"), "{text}");
            assert_eq!(us.is_some(), text.contains("chroot ="), "{text}");
        }
    }
}
