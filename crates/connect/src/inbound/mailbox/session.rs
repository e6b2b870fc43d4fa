//! The few words of IMAP (RFC 3501) that reading a folder takes: a login, the folder opened for reading alone, a search by number, one mail at
//! a time. Written here because the libraries there are hold what a server sends without bound, or bring a second kind of time stamp.

use super::settings::{Security, Settings};
use crate::http::Client;
use crate::wire::Wire;
use domain::source::Outcome;
use jiff::Timestamp;
use std::io;
use tokio::net::TcpStream;

/// The longest mail that is read whole, in bytes; of a longer one so much of its beginning.
pub(super) const LARGEST: usize = 1 << 20;
/// The longest line of a server, in bytes: a search may tell many numbers.
const LINE: usize = 1 << 20;
/// Most that a server may say in one visit, in bytes.
const VISIT: usize = 24 << 20;
/// Most lines a server may say before it answers a command.
const LINES: usize = 10_000;

/// Why a visit could not go on.
#[derive(Debug)]
pub(super) struct Trouble {
    pub outcome: Outcome,
    pub detail: String,
}

impl Trouble {
    fn new(outcome: Outcome, detail: impl Into<String>) -> Self {
        Self { outcome, detail: detail.into() }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        let outcome = if error.kind() == io::ErrorKind::InvalidData { Outcome::Malformed } else { Outcome::Network };
        Self::new(outcome, error.to_string())
    }
}

/// The folder as the server opened it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Folder {
    pub validity: u32,
    /// The number of the next mail, where it says so.
    pub next: Option<u32>,
    /// Mails in it.
    pub mails: u32,
}

/// One mail as fetched.
pub(super) struct Fetched {
    pub received_at: Option<Timestamp>,
    /// Its whole size, where the server says so.
    pub size: Option<usize>,
    pub bytes: Vec<u8>,
}

/// What a server says at a time: a line, its literals apart.
struct Said {
    line: String,
    literals: Vec<Vec<u8>>,
}

pub(super) struct Session {
    wire: Wire,
    buffer: Vec<u8>,
    /// What it may still say.
    left: usize,
    tag: u32,
}

impl Session {
    /// Connects, logs in.
    pub(super) async fn open(client: &Client, settings: &Settings) -> Result<Self, Trouble> {
        let (place, allow) = settings.place().map_err(|why| Trouble::new(Outcome::Blocked, why))?;
        let addresses = client.checked_addresses(&place, &allow).await;
        let addresses = addresses.map_err(|e| Trouble::new(e.outcome(), e.to_string()))?;
        if settings.security == Security::Plain && addresses.iter().any(|a| !a.ip().to_canonical().is_loopback()) {
            let why = "a mailbox of another machine is read by TLS only: leave \"security\" out, or set it to \"tls\"";
            return Err(Trouble::new(Outcome::Blocked, why));
        }
        let mut wire = Wire::Plain(TcpStream::connect(addresses.as_slice()).await?);
        if settings.security == Security::Tls {
            wire = wire.secured(client, &place).await?;
        }
        let mut session = Self { wire, buffer: Vec::new(), left: VISIT, tag: 0 };
        let greeting = session.said().await?.line;
        if !greeting.to_ascii_uppercase().starts_with("* OK") {
            let outcome = if greeting.starts_with("* BYE") { Outcome::RateLimited } else { Outcome::Malformed };
            return Err(Trouble::new(outcome, format!("it does not greet as a mailbox does: {}", shown(&greeting))));
        }
        session.log_in(&settings.name, &settings.password).await?;
        Ok(session)
    }

    /// The login goes as literals: they hold any character.
    async fn log_in(&mut self, name: &str, password: &str) -> Result<(), Trouble> {
        let tag = self.next_tag();
        let not_in = |said: &str| {
            let outcome = if is_busy(said) { Outcome::Network } else { Outcome::Auth };
            Trouble::new(outcome, format!("it does not let us in; check the name and the password ({})", shown(said)))
        };
        let mut line = format!("{tag} LOGIN {{{}}}\r\n", name.len());
        for literal in [format!("{name} {{{}}}\r\n", password.len()), format!("{password}\r\n")] {
            self.wire.write(line.as_bytes()).await?;
            let said = loop {
                let said = self.said().await?.line;
                if !said.starts_with("* ") {
                    break said;
                }
            };
            if !said.starts_with('+') {
                return Err(not_in(&said));
            }
            line = literal;
        }
        self.wire.write(line.as_bytes()).await?;
        match self.answer(&tag, |_| ()).await? {
            Ok(()) => Ok(()),
            Err(said) => Err(not_in(&said)),
        }
    }

    /// Opens a folder for reading alone: nothing is marked as read, by nobody's mistake.
    pub(super) async fn examine(&mut self, name: &str) -> Result<Folder, Trouble> {
        let mut folder = Folder::default();
        let mut validity = None;
        let came = self
            .command(&format!("EXAMINE \"{name}\""), |said| {
                let line = said.line.to_ascii_uppercase();
                validity = validity.or(number_after(&line, "[UIDVALIDITY "));
                folder.next = folder.next.or(number_after(&line, "[UIDNEXT "));
                if let Some(mails) = line.strip_prefix("* ").and_then(|l| l.strip_suffix(" EXISTS")) {
                    folder.mails = mails.parse().unwrap_or(folder.mails);
                }
            })
            .await?;
        if let Err(said) = came {
            let why = format!("it does not open the folder {name}; check how its server names it ({})", shown(&said));
            return Err(Trouble::new(Outcome::Malformed, why));
        }
        let without = || Trouble::new(Outcome::Malformed, "it gives its mails no lasting numbers (no UIDVALIDITY)");
        Ok(Folder { validity: validity.ok_or_else(without)?, ..folder })
    }

    /// The numbers of mails, ascending.
    pub(super) async fn search(&mut self, what: &str) -> Result<Vec<u32>, Trouble> {
        let mut found = Vec::new();
        let came = self
            .command(&format!("UID SEARCH {what}"), |said| {
                if said.line.get(..8).is_some_and(|head| head.eq_ignore_ascii_case("* SEARCH")) {
                    found.extend(said.line[8..].split_whitespace().filter_map(|n| n.parse::<u32>().ok()));
                }
            })
            .await?;
        came.map_err(|said| Trouble::new(Outcome::Malformed, format!("it does not search ({})", shown(&said))))?;
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// One mail, or nothing where it went meanwhile; why the server does not give it.
    pub(super) async fn fetch(&mut self, uid: u32) -> Result<Result<Option<Fetched>, String>, Trouble> {
        let mut fetched = None;
        let what = format!("UID FETCH {uid} (UID INTERNALDATE RFC822.SIZE BODY.PEEK[]<0.{LARGEST}>)");
        let came = self
            .command(&what, |said| {
                let line = said.line.to_ascii_uppercase();
                let is_fetch = line.starts_with("* ") && line.contains(" FETCH (");
                if is_fetch && number_after(&line, "UID ") == Some(uid) && line.contains("BODY[") {
                    let size = number_after(&line, "RFC822.SIZE ").and_then(|n| usize::try_from(n).ok());
                    let bytes = std::mem::take(&mut said.literals).into_iter().next().unwrap_or_default();
                    fetched = Some(Fetched { received_at: internal_date(&said.line), size, bytes });
                }
            })
            .await?;
        match came {
            Err(said) if is_busy(&said) => Err(Trouble::new(Outcome::Network, shown(&said))),
            Err(said) => Ok(Err(format!("the mailbox does not give it ({})", shown(&said)))),
            Ok(()) => Ok(Ok(fetched)),
        }
    }

    /// Says goodbye, and does not wait for the answer.
    pub(super) async fn leave(mut self) {
        let tag = self.next_tag();
        drop(self.wire.write(format!("{tag} LOGOUT\r\n").as_bytes()).await);
    }

    async fn command(&mut self, what: &str, heard: impl FnMut(&mut Said)) -> Result<Result<(), String>, Trouble> {
        let tag = self.next_tag();
        self.wire.write(format!("{tag} {what}\r\n").as_bytes()).await?;
        self.answer(&tag, heard).await
    }

    /// What is said until the command is answered: done, or what the server says instead.
    async fn answer(&mut self, tag: &str, mut heard: impl FnMut(&mut Said)) -> Result<Result<(), String>, Trouble> {
        for _ in 0..LINES {
            let mut said = self.said().await?;
            match said.line.strip_prefix(tag).and_then(|rest| rest.strip_prefix(' ')) {
                Some(rest) if rest.get(..2).is_some_and(|ok| ok.eq_ignore_ascii_case("OK")) => return Ok(Ok(())),
                Some(rest) => return Ok(Err(rest.to_owned())),
                None if said.line.get(..5).is_some_and(|bye| bye.eq_ignore_ascii_case("* BYE")) => {
                    return Err(Trouble::new(Outcome::Network, format!("it ended the visit: {}", shown(&said.line))));
                }
                None => heard(&mut said),
            }
        }
        Err(odd("it talks without an answer").into())
    }

    fn next_tag(&mut self) -> String {
        self.tag += 1;
        format!("v{}", self.tag)
    }

    /// A line with its literals, which stand between its parts as `{length}` and that many bytes.
    async fn said(&mut self) -> io::Result<Said> {
        let mut said = Said { line: String::new(), literals: Vec::new() };
        loop {
            let line = self.line().await?;
            said.line.push_str(&String::from_utf8_lossy(&line));
            let Some(length) = literal(&line) else { return Ok(said) };
            if length > LARGEST || said.literals.len() >= 16 || said.line.len() > LINE {
                return Err(odd("it sends more than was asked for"));
            }
            said.literals.push(self.bytes(length).await?);
        }
    }

    async fn line(&mut self) -> io::Result<Vec<u8>> {
        let mut searched = 0;
        loop {
            if let Some(end) = self.buffer[searched..].iter().position(|b| *b == b'\n') {
                let mut line: Vec<u8> = self.buffer.drain(..=searched + end).collect();
                line.truncate(line.trim_ascii_end().len());
                return Ok(line);
            }
            searched = self.buffer.len();
            if searched > LINE {
                return Err(odd("it sends a line without end"));
            }
            self.more().await?;
        }
    }

    async fn bytes(&mut self, length: usize) -> io::Result<Vec<u8>> {
        while self.buffer.len() < length {
            self.more().await?;
        }
        Ok(self.buffer.drain(..length).collect())
    }

    async fn more(&mut self) -> io::Result<()> {
        let mut piece = [0; 16 << 10];
        let read = self.wire.read(&mut piece).await?;
        if read == 0 {
            return Err(io::Error::other("it closed the connection"));
        }
        self.left = self.left.checked_sub(read).ok_or_else(|| odd("it sends more than was asked for"))?;
        self.buffer.extend_from_slice(&piece[..read]);
        Ok(())
    }
}

fn odd(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why.to_owned())
}

/// What a server said, short enough to show.
fn shown(said: &str) -> String {
    said.chars().filter(|c| !c.is_control()).take(160).collect()
}

/// Whether it will be otherwise in a while (RFC 5530).
fn is_busy(said: &str) -> bool {
    ["[UNAVAILABLE]", "[INUSE]", "[LIMIT]"].iter().any(|code| said.contains(code))
}

/// The length of the literal that a line ends with.
fn literal(line: &[u8]) -> Option<usize> {
    let open = line.strip_suffix(b"}")?.iter().rposition(|b| *b == b'{')?;
    std::str::from_utf8(&line[open + 1..line.len() - 1]).ok()?.trim_end_matches('+').parse().ok()
}

fn number_after(line: &str, word: &str) -> Option<u32> {
    let mut rest = line;
    loop {
        let at = rest.find(word)?;
        let before = rest[..at].chars().next_back();
        let tail = &rest[at + word.len()..];
        // `UID ` is the end of other words too.
        if word.starts_with('[') || before.is_none_or(|c| !c.is_ascii_alphanumeric()) {
            let digits: String = tail.chars().take_while(char::is_ascii_digit).collect();
            return digits.parse().ok();
        }
        rest = tail;
    }
}

/// `INTERNALDATE "17-Jul-1996 02:44:25 -0700"`.
fn internal_date(line: &str) -> Option<Timestamp> {
    let at = line.to_ascii_uppercase().find("INTERNALDATE \"")?;
    let text = line.get(at + 14..)?.split('"').next()?.trim();
    jiff::fmt::strtime::parse("%d-%b-%Y %H:%M:%S %z", text).ok()?.to_timestamp().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_says_is_read_or_is_nothing() {
        assert_eq!(literal(b"* 1 FETCH (BODY[]<0> {12}"), Some(12));
        assert_eq!(literal(b"* 1 FETCH (BODY[]<0> {12+}"), Some(12));
        for none in [&b"{}"[..], b"}", b"{x}", b"{-1}", b"{99999999999999999999999}", b"", b"{12} "] {
            assert_eq!(literal(none), None, "{none:?}");
        }
        let line =
            "* 3 FETCH (FLAGS (\\SEEN) UID 42 INTERNALDATE \" 7-Jul-1996 02:44:25 -0700\" RFC822.SIZE 99 BODY[]<0> {3}";
        assert_eq!(number_after(line, "UID "), Some(42));
        assert_eq!(number_after("* OK [UIDVALIDITY 7] X", "[UIDVALIDITY "), Some(7));
        assert_eq!(number_after("* 3 FETCH (XUID 1 UID 2)", "UID "), Some(2));
        assert_eq!(number_after("UID x", "UID "), None);
        assert_eq!(internal_date(line).map(|at| at.to_string()).as_deref(), Some("1996-07-07T09:44:25Z"));
        for none in
            ["", "INTERNALDATE \"", "INTERNALDATE \"yesterday\"", "é INTERNALDATE \"99-Foo-1996 02:44:25 -0700\""]
        {
            assert_eq!(internal_date(none), None, "{none}");
        }
    }
}
