//! Hands one mail to a submission server: SMTP (RFC 5321, 6409) with STARTTLS (RFC 3207), implicit TLS (RFC 8314) and AUTH PLAIN or
//! LOGIN (RFC 4954). Written here because the outcome hangs on the very step at which it fails.

use super::answer::short;
use crate::http::{Allow, Client, is_public};
use crate::wire::Wire;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::target::{Outcome, Reason, Why};
use serde::Deserialize;
use std::io;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;
use url::Url;

/// The longest answer of a server to one command.
const REPLY: usize = 64 << 10;

/// How the connection to a mail server is kept from others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// TLS asked for at the start, and required (port 587).
    #[default]
    StartTls,
    /// TLS from the first byte (port 465).
    Tls,
    /// None: only to this machine or a private address.
    Plain,
}

/// A submission server and what it is told of us.
#[derive(Clone)]
pub(super) struct Server {
    /// `https://host:port/`, for the one check of addresses.
    pub place: Url,
    pub allow: Allow,
    pub security: Security,
    pub login: Option<(String, String)>,
    /// What we call ourselves.
    pub hello: String,
    /// The longest time until the server is ready to take the mail, and from then until it has taken it.
    pub patience: (Duration, Duration),
}

/// A mail as it is sent.
pub(super) struct Mail {
    pub from: String,
    pub to: String,
    /// Lines ended by CRLF.
    pub text: String,
}

/// Why a step failed.
enum Failed {
    /// The server said no.
    Said(&'static str, Reply),
    /// We did not go on, or the network failed.
    Broke(String),
}

struct Reply {
    code: u16,
    lines: Vec<String>,
}

struct Session {
    wire: Wire,
    /// Received and not yet read.
    buffer: Vec<u8>,
}

/// One try. What fails before the text is on its way was surely not taken; what fails after it, nobody knows.
pub(super) async fn deliver(client: &Client, server: &Server, mail: &Mail) -> Outcome {
    let host = server.place.host_str().unwrap_or_default();
    let (begin, end) = server.patience;
    let begun = timeout(begin, begin_mail(client, server, mail)).await;
    let mut session = match begun {
        Ok(Ok(session)) => session,
        Ok(Err(failed)) => return failed.outcome(host),
        Err(_) => return super::refused(Reason::new(Why::Slow).of(host)),
    };
    let outcome = match timeout(end, session.hand_over(&mail.text)).await {
        Ok(Ok(reply)) if reply.is_positive() => Outcome::Sent { receipt: Some(reply.said()).filter(|r| !r.is_empty()) },
        Ok(Ok(reply)) if reply.code >= 400 => Failed::Said("the mail", reply).outcome(host),
        Ok(Ok(reply)) => unclear(host, &reply.quoted()),
        Ok(Err(error)) => unclear(host, &error.to_string()),
        Err(_) => unclear(host, ""),
    };
    // It is over either way: good manners have a second.
    let _ = timeout(Duration::from_secs(1), session.command("QUIT")).await;
    outcome
}

/// Goes as far as a mail would, login included, and sends none; what went wrong, in words.
pub(super) async fn knock(client: &Client, server: &Server) -> Result<(), String> {
    let host = server.place.host_str().unwrap_or_default();
    let knocked = timeout(server.patience.0, async {
        let (mut session, hello) = greet(client, server).await?;
        if let Some((name, password)) = &server.login {
            session.log_in(&hello, name, password).await?;
        }
        let _ = session.command("QUIT").await;
        Ok::<(), Failed>(())
    });
    match knocked.await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(Failed::Said(step, reply))) => {
            Err(format!("the mail server {host} refused {step} ({})", reply.quoted()))
        }
        Ok(Err(Failed::Broke(reason))) => Err(format!("the mail server {host} takes no mail: {reason}")),
        Err(_) => Err(format!("the mail server {host} was not ready in time")),
    }
}

fn unclear(host: &str, said: &str) -> Outcome {
    Outcome::Unknown { reason: Reason::new(Why::Unclear).of(host).saying(said) }
}

impl Failed {
    fn outcome(self, host: &str) -> Outcome {
        match self {
            Self::Said(step, reply) => Outcome::Refused {
                reason: Reason::new(reply.why(step)).of(host).saying(reply.quoted()),
                forever: matches!(step, "the address" | "the mail") && reply.is_final(),
                retry_after: None,
            },
            Self::Broke(reason) => super::refused(Reason::new(Why::NotBegun).of(host).saying(reason)),
        }
    }
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Self::Broke(error.to_string())
    }
}

impl Reply {
    fn is_positive(&self) -> bool {
        (200..300).contains(&self.code)
    }

    fn said(&self) -> String {
        short(&self.lines.join(" "))
    }

    fn quoted(&self) -> String {
        format!("{} {}", self.code, self.said()).trim_end().to_owned()
    }

    /// Whether it stands for good. Code 530 and class 5.7 (RFC 3463) are about who sends, which the operator can mend.
    fn is_final(&self) -> bool {
        self.code >= 500 && self.code != 530 && !self.said().starts_with("5.7.")
    }

    /// What a refusal at a step means.
    fn why(&self, step: &str) -> Why {
        match (step, self.code) {
            ("the login", _) | (_, 530 | 535) => Why::Login,
            ("the address", 500..) if self.is_final() => Why::NoSuch,
            (_, 400..500) => Why::Busy,
            _ => Why::Refused,
        }
    }

    /// What is offered under a keyword of EHLO.
    fn offer(&self, keyword: &str) -> Option<&str> {
        self.lines.iter().skip(1).find_map(|line| {
            let (word, rest) = line.split_once([' ', '=']).unwrap_or((line, ""));
            word.eq_ignore_ascii_case(keyword).then_some(rest)
        })
    }
}

/// From the connection to the server's word to go on with the text.
async fn begin_mail(client: &Client, server: &Server, mail: &Mail) -> Result<Session, Failed> {
    let (mut session, hello) = greet(client, server).await?;
    if let Some((name, password)) = &server.login {
        session.log_in(&hello, name, password).await?;
    }
    session.expect("the sender", &format!("MAIL FROM:<{}>", mail.from)).await?;
    session.expect("the address", &format!("RCPT TO:<{}>", mail.to)).await?;
    let reply = session.command("DATA").await?;
    if reply.code == 354 { Ok(session) } else { Err(Failed::Said("the mail", reply)) }
}

/// Connects, secures the connection as the settings ask, and says hello.
async fn greet(client: &Client, server: &Server) -> Result<(Session, Reply), Failed> {
    let broke = |e: crate::http::Error| Failed::Broke(e.to_string());
    let addresses = client.checked_addresses(&server.place, &server.allow).await.map_err(broke)?;
    if server.security == Security::Plain && addresses.iter().any(|a| is_public(a.ip())) {
        return Err(Failed::Broke("its address is public: set \"security\" to \"starttls\" or \"tls\"".to_owned()));
    }
    let tcp = TcpStream::connect(addresses.as_slice()).await?;
    let mut session = Session { wire: Wire::Plain(tcp), buffer: Vec::new() };
    if server.security == Security::Tls {
        session = session.secured(client, server).await?;
    }
    let greeting = session.reply().await?;
    if greeting.code != 220 {
        return Err(Failed::Said("the connection", greeting));
    }
    let hello = format!("EHLO {}", server.hello);
    let mut reply = session.expect("the greeting", &hello).await?;
    if server.security == Security::StartTls {
        if reply.offer("STARTTLS").is_none() {
            return Err(Failed::Broke(
                "it offers no STARTTLS: set \"security\" to \"tls\", or ask its operator".to_owned(),
            ));
        }
        session.expect("TLS", "STARTTLS").await?;
        // Whatever was said before the connection is secure may be anybody's.
        if !session.buffer.is_empty() {
            return Err(Failed::Broke("it went on talking before the connection was secure".to_owned()));
        }
        session = session.secured(client, server).await?;
        reply = session.expect("the greeting", &hello).await?;
    }
    Ok((session, reply))
}

impl Session {
    async fn secured(self, client: &Client, server: &Server) -> Result<Self, Failed> {
        Ok(Self { wire: self.wire.secured(client, &server.place).await?, buffer: Vec::new() })
    }

    async fn log_in(&mut self, hello: &Reply, name: &str, password: &str) -> Result<(), Failed> {
        let ways: Vec<String> =
            hello.offer("AUTH").unwrap_or_default().split_whitespace().map(str::to_ascii_uppercase).collect();
        let offers = |way: &str| ways.iter().any(|w| w == way);
        let encoded = |text: &str| STANDARD.encode(text);
        let reply = if offers("PLAIN") {
            self.command(&format!("AUTH PLAIN {}", encoded(&format!("\0{name}\0{password}")))).await?
        } else if offers("LOGIN") {
            let mut reply = self.command("AUTH LOGIN").await?;
            for answer in [name, password] {
                if reply.code == 334 {
                    reply = self.command(&encoded(answer)).await?;
                }
            }
            reply
        } else {
            return Err(Failed::Broke("it offers no login that we know (PLAIN, LOGIN)".to_owned()));
        };
        if reply.code == 235 { Ok(()) } else { Err(Failed::Said("the login", reply)) }
    }

    /// The text, its end, and the server's word on it.
    async fn hand_over(&mut self, text: &str) -> io::Result<Reply> {
        let mut stuffed = String::with_capacity(text.len() + 64);
        for line in text.split_inclusive("\r\n") {
            if line.starts_with('.') {
                stuffed.push('.');
            }
            stuffed.push_str(line);
        }
        stuffed.push_str(if text.ends_with("\r\n") { ".\r\n" } else { "\r\n.\r\n" });
        self.wire.write(stuffed.as_bytes()).await?;
        self.reply().await
    }

    async fn expect(&mut self, step: &'static str, command: &str) -> Result<Reply, Failed> {
        let reply = self.command(command).await?;
        if reply.is_positive() { Ok(reply) } else { Err(Failed::Said(step, reply)) }
    }

    async fn command(&mut self, line: &str) -> io::Result<Reply> {
        // What is put into a command is checked where it is read; a second command must not slip in all the same.
        if line.contains(['\r', '\n']) {
            return Err(io::Error::other("a setting holds a line end"));
        }
        self.wire.write(format!("{line}\r\n").as_bytes()).await?;
        self.reply().await
    }

    async fn reply(&mut self) -> io::Result<Reply> {
        let mut lines = Vec::new();
        let mut size = 0;
        loop {
            let line = self.line().await?;
            size += line.len();
            let odd = || io::Error::other("it does not speak SMTP");
            let code = line.get(..3).and_then(|c| c.parse().ok()).filter(|c| (200..600).contains(c)).ok_or_else(odd)?;
            lines.push(line.get(4..).unwrap_or_default().to_owned());
            match line.as_bytes().get(3) {
                None | Some(b' ') => return Ok(Reply { code, lines }),
                Some(b'-') if size < REPLY => {}
                _ => return Err(odd()),
            }
        }
    }

    async fn line(&mut self) -> io::Result<String> {
        let mut piece = [0; 2048];
        loop {
            if let Some(end) = self.buffer.iter().position(|b| *b == b'\n') {
                let line: Vec<u8> = self.buffer.drain(..=end).collect();
                return Ok(String::from_utf8_lossy(&line).trim_end().to_owned());
            }
            if self.buffer.len() > REPLY {
                return Err(io::Error::other("it answers without end"));
            }
            match self.wire.read(&mut piece).await? {
                0 => return Err(io::Error::other("it closed the connection")),
                n => self.buffer.extend_from_slice(&piece[..n]),
            }
        }
    }
}
