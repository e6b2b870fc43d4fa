//! A mail server of this machine that takes every mail and keeps it: what a phone would receive.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc;
use std::time::Duration;

pub struct Mailbox {
    port: u16,
    mails: mpsc::Receiver<String>,
}

impl Mailbox {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (port, (tell, mails)) = (listener.local_addr().unwrap().port(), mpsc::channel());
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let tell = tell.clone();
                // One that breaks off is not a mail.
                std::thread::spawn(move || drop(talk(stream, &tell)));
            }
        });
        Self { port, mails }
    }

    /// The table of the settings file that lets mails leave by this server.
    pub fn settings(&self) -> String {
        format!(
            "[mail]\nhost = \"127.0.0.1\"\nport = {}\nsecurity = \"plain\"\nfrom = \"Vigie <vigie@house.example>\"\n",
            self.port
        )
    }

    /// The next mail: for whom, and what it says.
    pub fn next(&self) -> String {
        plain(&self.mails.recv_timeout(Duration::from_secs(60)).unwrap())
    }

    /// Whether no mail waits.
    pub fn is_empty(&self) -> bool {
        self.mails.try_recv().is_err()
    }
}

fn talk(mut stream: TcpStream, tell: &mpsc::Sender<String>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?);
    let mut mail = String::new();
    stream.write_all(b"220 mailbox\r\n")?;
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let said = line.to_ascii_uppercase();
        let answer = match said.split([' ', ':', '\r']).next().unwrap_or_default() {
            "EHLO" => "250-mailbox\r\n250 8BITMIME",
            "DATA" => {
                stream.write_all(b"354 go on\r\n")?;
                loop {
                    let mut line = String::new();
                    if lines.read_line(&mut line)? == 0 {
                        return Ok(());
                    }
                    if line.trim_end() == "." {
                        break;
                    }
                    mail.push_str(&line);
                }
                drop(tell.send(std::mem::take(&mut mail)));
                "250 kept"
            }
            "RCPT" => {
                mail.push_str(&line);
                "250 yes"
            }
            "QUIT" => "221 bye",
            _ => "250 yes",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes())?;
    }
}

/// Quoted-printable, read.
fn plain(mail: &str) -> String {
    let joined = mail.replace("=\r\n", "");
    let mut pieces = joined.split('=');
    let mut out = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let coded = piece.get(..2).and_then(|two| u8::from_str_radix(two, 16).ok());
        match coded {
            Some(byte) => out.push(byte),
            None => out.push(b'='),
        }
        out.extend_from_slice(if coded.is_some() { &piece.as_bytes()[2..] } else { piece.as_bytes() });
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The link in a message.
pub fn link(mail: &str) -> String {
    let found = mail.split_whitespace().find(|word| word.contains("/wake/"));
    found.unwrap_or_else(|| panic!("no link in {mail}")).to_owned()
}
