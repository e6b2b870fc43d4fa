//! A mailbox on the Dovecot of `cargo xtask services`: what customers write to, and Vigie reads.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

pub struct Dovecot {
    pub password: String,
    pub imap: String,
    pub address: String,
    lmtp: String,
}

impl Dovecot {
    /// A mailbox of our own; `None` where services are left out.
    pub fn mailbox() -> Option<Self> {
        let url = crate::service("VIGIE_TEST_IMAP")?;
        let (login, place) = url.strip_prefix("imap://").unwrap().split_once('@').unwrap();
        let (imap, lmtp) = place.split_once("?lmtp=").unwrap();
        Some(Self {
            password: login.split_once(':').unwrap().1.to_owned(),
            imap: imap.to_owned(),
            address: format!("complaints{}@dunes.example", std::process::id()),
            lmtp: format!("127.0.0.1:{lmtp}"),
        })
    }

    /// Brings a mail to an address of the mailbox.
    pub fn deliver(&self, to: &str, mail: &str) {
        let mut stream = TcpStream::connect(&self.lmtp).unwrap();
        let mut lines = BufReader::new(stream.try_clone().unwrap());
        let to = format!("RCPT TO:<{to}>");
        let mail = format!("{}\r\n.", mail.replace('\n', "\r\n"));
        for command in ["", "LHLO test", "MAIL FROM:<x@customer.example>", &to, "DATA", &mail] {
            if !command.is_empty() {
                stream.write_all(format!("{command}\r\n").as_bytes()).unwrap();
            }
            let mut line = "-".repeat(4);
            while line.as_bytes()[3] == b'-' {
                line.clear();
                lines.read_line(&mut line).unwrap();
            }
            assert!(line.starts_with(['2', '3']), "{command}: {line}");
        }
    }
}
