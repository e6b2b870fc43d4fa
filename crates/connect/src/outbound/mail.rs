//! A mail, by the operator's own mail server.
//!
//! One part of plain text. The same key gives the same Message-ID, so that a mail sent twice is one mail to programs that know
//! Message-IDs; one story is one thread.

use super::smtp::{self, Mail, Security, Server};
use super::{House, SettingsError, cut, one_line, read, refused, token, wrong};
use crate::http::{Allow, Client};
use crate::wire;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::target::{Notification, Outcome, Reason, Why};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;
use std::fmt;
use std::time::Duration;
use url::{Host, Url};

/// What stands before the secret in the Message-ID of a mail whose answers come back.
pub const REPLY: &str = "reply.";
/// The longest subject in bytes.
const SUBJECT: usize = 250;
/// The longest text in bytes: a report, not a mailing.
const TEXT: usize = 256 << 10;
/// The longest line of an encoded text, its end not counted (RFC 2045, 6.7).
const LINE: usize = 76;

/// Somebody's address: `{"address": "lea@example.org"}`.
#[derive(Clone)]
pub struct Settings {
    pub(super) address: Address,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    address: String,
}

impl Settings {
    pub(super) fn parse(json: &str) -> Result<Self, SettingsError> {
        let Written { address } = read("mail", json)?;
        match Address::parse(&address) {
            Some(address) => Ok(Self { address }),
            None => Err(wrong("mail", "address", "is no mail address, as name@example.org")),
        }
    }
}

/// A mail address that can stand in a command and a header: no quotes, no blanks, nothing beyond ASCII (a host of other letters is
/// written as it stands in the DNS).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    local: String,
    host: String,
}

impl Address {
    /// Reads `name@host`; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (local, host) = text.trim().rsplit_once('@')?;
        let atom = |a: &str| {
            !a.is_empty() && a.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c))
        };
        if local.len() > 64 || !local.split('.').all(atom) || host.contains('%') {
            return None;
        }
        match Host::parse(host).ok()? {
            Host::Domain(host) if host.len() <= 253 && !host.contains('_') => {
                Some(Self { local: local.to_owned(), host })
            }
            _ => None,
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.local, self.host)
    }
}

/// The operator's mail server, as the configuration names it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailerSettings {
    /// Its name or address.
    pub host: String,
    /// 587, with `tls` 465, with `plain` 25, unless told.
    #[serde(default)]
    pub port: Option<u16>,
    /// How the connection is kept from others; `starttls` unless told.
    #[serde(default)]
    pub security: Security,
    /// The login, where it asks for one.
    #[serde(default)]
    pub name: Option<String>,
    /// The password of the login.
    #[serde(default)]
    pub password: Option<String>,
    /// Whom mails come from: `vigie@example.org` or `Vigie <vigie@example.org>`.
    pub from: String,
    /// The house's domain in Message-IDs; that of `from` unless told.
    #[serde(default)]
    pub domain: Option<String>,
}

/// Sends mails by one server.
#[derive(Clone)]
pub struct Mailer {
    server: Server,
    from: Address,
    /// The same as text.
    sender: String,
    shown: String,
    domain: String,
}

impl Mailer {
    /// A mailer. The server is the operator's to name: it may be this machine or in the house (never a cloud's metadata service).
    ///
    /// # Errors
    /// What to correct.
    pub fn new(settings: &MailerSettings) -> Result<Self, SettingsError> {
        let bad = |field, reason: &str| wrong("mail", field, reason);
        let port = settings.port.unwrap_or(match settings.security {
            Security::StartTls => 587,
            Security::Tls => 465,
            Security::Plain => 25,
        });
        let (place, allow) =
            place(settings.host.trim(), port).ok_or_else(|| bad("host", "is no name or address of a server"))?;
        let (shown, address) = match settings.from.trim().strip_suffix('>').and_then(|f| f.split_once('<')) {
            Some((shown, address)) => (one_line(shown.trim().trim_matches('"')), address),
            None => (String::new(), settings.from.as_str()),
        };
        let from =
            Address::parse(address).ok_or_else(|| bad("from", "is no mail address, as Vigie <vigie@example.org>"))?;
        let domain = match settings.domain.as_deref().map(Host::parse) {
            None => from.host.clone(),
            Some(Ok(Host::Domain(domain))) => domain,
            Some(_) => return Err(bad("domain", "is no domain, as example.org")),
        };
        let login = match (&settings.name, &settings.password) {
            (Some(name), Some(password)) if name.contains('\0') || password.contains('\0') => {
                return Err(bad("password", "holds a character that cannot be sent: enter it again"));
            }
            (Some(name), Some(password)) => Some((name.clone(), password.clone())),
            (None, None) => None,
            _ => return Err(bad("name", "and \"password\" belong together: set both or none")),
        };
        let patience = (Duration::from_secs(30), Duration::from_secs(90));
        let server = Server { place, allow, security: settings.security, login, hello: domain.clone(), patience };
        Ok(Self { server, sender: from.to_string(), from, shown, domain })
    }

    /// The same mailer with other bounds of time: until the server is ready to take a mail, and from then until it has taken it.
    pub fn with_patience(mut self, begin: Duration, end: Duration) -> Self {
        self.server.patience = (begin, end);
        self
    }

    /// Whether the server would take mails now: connects, secures, logs in, and sends nothing.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub async fn knock(&self, client: &Client) -> Result<(), String> {
        smtp::knock(client, &self.server).await
    }

    /// The address that mails come from.
    pub(super) fn from(&self) -> &str {
        &self.sender
    }

    /// A message as it is sent.
    fn compose(&self, to: &Address, note: &Notification, now: Timestamp) -> String {
        let thread = format!("<story.{}@{}>", token(&note.story), self.domain);
        let mut fields = format!("In-Reply-To: {thread}\r\nReferences: {thread}\r\n");
        if let Some(answer) = &note.answer {
            fields.push_str(&format!("Reply-To: {}\r\n", one_line(&answer.address)));
        }
        fields.push_str("Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\n");
        if note.waking {
            fields.push_str("Importance: high\r\nX-Priority: 1\r\n");
        }
        let link = note.link.as_deref().map(|link| format!("\n\n{link}")).unwrap_or_default();
        let text = format!("{}{link}\n", cut(note.body.trim_end(), TEXT));
        let id = note.answer.as_ref().map_or_else(|| token(&note.key), |answer| format!("{REPLY}{}", answer.secret));
        self.head(to, (&id, &note.title, &note.lang), &fields, now) + &quoted_printable(&text)
    }

    /// A letter as it is sent: a person wrote it, and answers reach that person.
    fn write(&self, to: &Address, letter: &Letter, now: Timestamp) -> String {
        let answers = letter.answers_to.as_deref().and_then(Address::parse);
        let fields = answers.map(|answers| format!("Reply-To: {answers}\r\n")).unwrap_or_default();
        let text = format!("{}\n", letter.text.trim_end());
        self.head(to, (&token(&letter.key), &letter.subject, &letter.lang), &fields, now) + &quoted_printable(&text)
    }

    fn head(&self, to: &Address, (id, title, lang): (&str, &str, &str), fields: &str, now: Timestamp) -> String {
        let date = jiff::fmt::rfc2822::to_string(&now.to_zoned(TimeZone::UTC)).unwrap_or_default();
        let lang: String = lang.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(35).collect();
        let from = if self.shown.is_empty() {
            self.from.to_string()
        } else {
            format!("{} <{}>", words(&self.shown), self.from)
        };
        let mut head = format!(
            "From: {from}\r\nTo: {to}\r\nSubject: {}\r\nDate: {date}\r\nMessage-ID: <{id}@{}>\r\n{fields}",
            words(&cut(&one_line(title), SUBJECT)),
            self.domain,
        );
        if !lang.is_empty() {
            head.push_str(&format!("Content-Language: {lang}\r\n"));
        }
        head.push_str("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
        head
    }

    /// What stands for a key in a Message-ID.
    fn named(&self, key: &str) -> String {
        format!("{}@{}", token(key), self.domain)
    }
}

/// A text that somebody wrote to somebody else, in the house's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The same key is the same mail, however often it is tried.
    pub key: String,
    /// Its subject.
    pub subject: String,
    /// Its words, whole: a letter that is too long is refused, never cut.
    pub text: String,
    /// Its language, as a code.
    pub lang: String,
    /// Where answers go.
    pub answers_to: Option<String>,
}

/// Where a server stands, and the leave to connect there.
fn place(host: &str, port: u16) -> Option<(Url, Allow)> {
    let place = wire::place(host, port)?;
    let allow = Allow::parse(&[format!("{}:{port}", place.host_str()?)]).ok()?;
    Some((place, allow))
}

/// Words of a header: as they are, or in encoded words (RFC 2047) where they are not plain or would make a long line.
fn words(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || " !'*+-/._".contains(c);
    let subject_like = text.len() <= 60 && text.chars().all(plain);
    if subject_like {
        return text.to_owned();
    }
    let mut parts: Vec<String> = Vec::new();
    for c in text.chars() {
        match parts.last_mut() {
            // 45 bytes are 60 characters of base64, and 72 with what stands around them: 75 are the most.
            Some(part) if part.len() + c.len_utf8() <= 45 => part.push(c),
            _ => parts.push(c.to_string()),
        }
    }
    let encoded = parts.iter().map(|part| format!("=?utf-8?B?{}?=", STANDARD.encode(part)));
    encoded.collect::<Vec<_>>().join("\r\n ")
}

/// A text in quoted-printable (RFC 2045, 6.7), its lines ended by CRLF.
fn quoted_printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for line in text.replace("\r\n", "\n").split_terminator('\n') {
        let bytes = line.as_bytes();
        let mut length = 0;
        for (at, byte) in bytes.iter().enumerate() {
            let last = at + 1 == bytes.len();
            let plain = matches!(byte, 33..=60 | 62..=126) || matches!(byte, b' ' | b'\t') && !last;
            let written = if plain { char::from(*byte).to_string() } else { format!("={byte:02X}") };
            if length + written.len() > LINE - usize::from(!last) {
                out.push_str("=\r\n");
                length = 0;
            }
            length += written.len();
            out.push_str(&written);
        }
        out.push_str("\r\n");
    }
    out
}

/// Tries once to send a letter; a letter that was taken over has its Message-ID as receipt.
pub(super) async fn send_letter(house: &House, to: &str, letter: &Letter, now: Timestamp) -> Outcome {
    let Some(mailer) = &house.mailer else {
        return refused(Reason::new(Why::NoMailer));
    };
    let Some(to) = Address::parse(to) else { return refused(Reason::new(Why::Settings).saying(to)) };
    if letter.text.len() > TEXT {
        return refused(Reason::new(Why::TooLong).saying(format!("{} kB", TEXT >> 10)));
    }
    let mail = Mail { from: mailer.from.to_string(), to: to.to_string(), text: mailer.write(&to, letter, now) };
    match smtp::deliver(&house.client, &mailer.server, &mail).await {
        Outcome::Sent { .. } => Outcome::Sent { receipt: Some(format!("<{}>", mailer.named(&letter.key))) },
        other => other,
    }
}

pub(super) async fn send(house: &House, settings: &Settings, note: &Notification, now: Timestamp) -> Outcome {
    let Some(mailer) = &house.mailer else {
        return refused(Reason::new(Why::NoMailer));
    };
    let text = mailer.compose(&settings.address, note, now);
    let mail = Mail { from: mailer.from.to_string(), to: settings.address.to_string(), text };
    smtp::deliver(&house.client, &mailer.server, &mail).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_plain_or_refused() {
        for (text, read) in [
            ("lea@example.org", Some("lea@example.org")),
            (" L.Ea+x@Example.ORG ", Some("L.Ea+x@example.org")),
            ("lea@bücher.example", Some("lea@xn--bcher-kva.example")),
            ("root@localhost", Some("root@localhost")),
            ("lea", None),
            ("@example.org", None),
            ("a..b@example.org", None),
            (".a@example.org", None),
            ("lea@", None),
            ("léa@example.org", None),
            ("\"a b\"@example.org", None),
            ("a@b@example.org", None),
            ("a@example.org>\r\nRCPT TO:<x@y.example", None),
            ("a\r\nBcc: x@example.org", None),
            ("a@127.0.0.1", None),
            ("a@[::1]", None),
            ("a@ex%61mple.org", None),
            ("a@example.org\0", None),
        ] {
            assert_eq!(Address::parse(text).map(|a| a.to_string()).as_deref(), read, "{text:?}");
        }
    }

    #[test]
    fn encoded_words_and_lines_keep_their_bounds_and_their_text() {
        let long = "Dûnes ✓ 👩‍👩‍👧 ".repeat(12);
        for text in ["Plain subject", "=?utf-8?B?eA==?=", "a, b: <c>", "é", &long, &"x".repeat(200)] {
            let written = words(text);
            assert!(written.split("\r\n ").all(|w| w.len() <= 75 && !w.contains(['\r', '\n'])), "{written}");
            let back: String = match written.contains("=?") {
                false => written,
                true => written
                    .split("\r\n ")
                    .map(|w| String::from_utf8(STANDARD.decode(&w[10..w.len() - 2]).unwrap()).unwrap())
                    .collect(),
            };
            assert_eq!(back, text);
        }
        for text in [
            "",
            "a\n",
            ".\n..a\n",
            "é = è\nend \n\ttab\t\n",
            &format!("{long}\n").repeat(3),
            &format!("{}\n", "=".repeat(300)),
        ] {
            let written = quoted_printable(text);
            assert!(written.split("\r\n").all(|line| line.len() <= LINE && !line.ends_with([' ', '\t'])), "{written}");
            assert_eq!(unquoted(&written), text);
        }
    }

    /// Quoted-printable read back, bluntly.
    fn unquoted(written: &str) -> String {
        let joined = written.replace("=\r\n", "").replace("\r\n", "\n");
        let mut bytes = Vec::new();
        let mut rest = joined.as_bytes();
        while let Some((first, tail)) = rest.split_first() {
            if *first == b'=' {
                bytes.push(u8::from_str_radix(std::str::from_utf8(&tail[..2]).unwrap(), 16).unwrap());
                rest = &tail[2..];
            } else {
                bytes.push(*first);
                rest = tail;
            }
        }
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_mailer_says_what_is_wrong_with_its_settings() {
        let mailer = |json: &str| Mailer::new(&serde_json::from_str(json).unwrap());
        for good in [
            r#"{"host":"mail.example.org","from":"Vigie <vigie@example.org>","name":"n","password":"p"}"#,
            r#"{"host":"::1","security":"plain","from":"a@b.example"}"#,
            r#"{"host":"[::1]","port":2525,"security":"tls","from":"a@b.example","domain":"b.example"}"#,
        ] {
            assert!(mailer(good).is_ok(), "{good}");
        }
        for (bad, field) in [
            (r#"{"host":"a b","from":"a@b.example"}"#, "host"),
            (r#"{"host":"","from":"a@b.example"}"#, "host"),
            (r#"{"host":"m.example","from":"nobody"}"#, "from"),
            (r#"{"host":"m.example","from":"a@b.example","name":"n"}"#, "name"),
            (r#"{"host":"m.example","from":"a@b.example","domain":"a b"}"#, "domain"),
        ] {
            let told = mailer(bad).err().map(|e| e.to_string()).unwrap_or_default();
            assert!(told.contains(&format!("\"{field}\"")), "{bad}: {told}");
        }
    }
}
