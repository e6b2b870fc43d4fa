//! Mailboxes: a real Dovecot, and servers that do what they should not.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test stops at the first surprise, talks to another process, and says what it leaves out"
)]

use domain::source::Outcome;
use jiff::{SignedDuration, Timestamp};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt};
use vigie_connect::http::{Client, Limits};
use vigie_connect::inbound::mailbox::{Settings, Visit, test, visit};

/// The Dovecot of `cargo xtask services`: its password, and the ports of IMAP and LMTP.
struct Dovecot {
    password: String,
    imap: u16,
    lmtp: u16,
    user: String,
}

impl Dovecot {
    /// A mailbox of our own on it; `None`, said aloud, where services are left out.
    fn mailbox() -> Option<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let Ok(url) = std::env::var("VIGIE_TEST_IMAP") else {
            assert!(
                std::env::var_os("VIGIE_TEST_FAST").is_some(),
                "VIGIE_TEST_IMAP is not set: run `cargo xtask test`"
            );
            println!("left out: VIGIE_TEST_FAST is set and VIGIE_TEST_IMAP is not");
            return None;
        };
        let url = url::Url::parse(&url).unwrap();
        let lmtp = url.query_pairs().find(|(name, _)| name == "lmtp").unwrap().1.parse().unwrap();
        let password = url.password().unwrap().to_owned();
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let user = format!("c{}x{number}", std::process::id());
        Some(Self { password, imap: url.port().unwrap(), lmtp, user })
    }

    fn settings(&self, password: &str, more: &str) -> Settings {
        let (user, port) = (&self.user, self.imap);
        let json = format!(
            r#"{{"server":"127.0.0.1","port":{port},"security":"plain","name":"{user}@shop.example","password":"{password}",
                "address":"{user}@shop.example","allow":["127.0.0.1:{port}"]{more}}}"#
        );
        Settings::parse(&json).unwrap()
    }

    fn deliver(&self, tag: &str, mail: &[u8]) {
        let mut stream = std::net::TcpStream::connect(("127.0.0.1", self.lmtp)).unwrap();
        let mut lines = BufReader::new(stream.try_clone().unwrap());
        let mut answered = |expected: &str| {
            loop {
                let mut line = String::new();
                lines.read_line(&mut line).unwrap();
                assert!(line.starts_with(expected), "{line}");
                if line.as_bytes().get(3) != Some(&b'-') {
                    return;
                }
            }
        };
        answered("220");
        let to = format!("RCPT TO:<{}{tag}@shop.example>", self.user);
        for (command, expected) in
            [("LHLO test", "250"), ("MAIL FROM:<x@y.example>", "250"), (to.as_str(), "250"), ("DATA", "354")]
        {
            stream.write_all(format!("{command}\r\n").as_bytes()).unwrap();
            answered(expected);
        }
        stream.write_all(mail).unwrap();
        stream.write_all(b"\r\n.\r\n").unwrap();
        answered("250");
    }
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/mailbox").join(name)).unwrap()
}

fn ids(visit: &Visit) -> Vec<&str> {
    visit.mails.iter().map(|mail| mail.id.as_str()).collect()
}

#[tokio::test]
async fn a_real_mailbox_is_read_from_now_on_each_mail_once_and_nothing_in_it_changes() {
    let Some(dovecot) = Dovecot::mailbox() else { return };
    let (client, now) = (Client::new(None), Timestamp::now());
    let settings = dovecot.settings(&dovecot.password, "");
    dovecot.deliver("", &fixture("no-id.eml"));
    let verdict = test(&client, &settings).await;
    assert_eq!((verdict.outcome, verdict.authorised, verdict.items), (Outcome::Ok, Some(true), 1), "{verdict:?}");
    let first = visit(&client, &settings, None, now).await;
    assert_eq!((first.outcome, first.mails.len()), (Outcome::Ok, 0), "what was there is not read: {first:?}");
    let again = visit(&client, &settings, Some(&first.cursor), now).await;
    assert_eq!((again.mails.len(), &again.cursor), (0, &first.cursor), "`n:*` names the last mail though it is known");

    let hostile = [
        "answer.eml",
        "no-head.eml",
        "lying-charset.eml",
        "nested.eml",
        "injected.eml",
        "vacation.eml",
        "attached.eml",
    ];
    for name in hostile {
        dovecot.deliver("+secret", &fixture(name));
    }
    let came = visit(&client, &settings, Some(&first.cursor), now).await;
    let expected = [
        "a1@customer.example",
        "l1@customer.example",
        "x1@b.example",
        "y1@evil.example",
        "v1@customer.example",
        "p1@customer.example",
    ];
    let (known, set_aside): (Vec<_>, Vec<_>) =
        (ids(&came), came.quarantined.iter().map(|q| q.place.as_str()).collect());
    for id in expected {
        assert!(known.contains(&id), "{id} in {known:?}, beside {set_aside:?}");
    }
    assert_eq!(known.len() + set_aside.len(), hostile.len(), "nothing is lost: {known:?} {set_aside:?}");
    let answer = &came.mails[0];
    assert!(answer.recipients.iter().any(|to| to.contains("+secret@")), "{:?}", answer.recipients);
    assert!(answer.received_at.is_some_and(|at| at.duration_since(now).abs() < SignedDuration::from_hours(1)));
    let after = visit(&client, &settings, Some(&came.cursor), now).await;
    assert_eq!((after.mails.len(), after.quarantined.len()), (0, 0));

    // As if the server had numbered its mails anew: they are read again, and named as before, so that they are known.
    let other = came.cursor.replace("\"validity\":1", "\"validity\":2");
    let anew = visit(&client, &settings, Some(&other), now).await;
    assert!(anew.detail.as_deref().is_some_and(|why| why.contains("anew")), "{anew:?}");
    for id in expected {
        assert!(ids(&anew).contains(&id), "{id} in {:?}", ids(&anew));
    }
}

#[tokio::test]
async fn many_mails_and_long_ones_come_in_bounded_visits() {
    let Some(dovecot) = Dovecot::mailbox() else { return };
    let (client, now) = (Client::new(None), Timestamp::now());
    let settings = dovecot.settings(&dovecot.password, "");
    let mut cursor = visit(&client, &settings, None, now).await.cursor;
    for n in 0..20 {
        dovecot.deliver("", format!("From: a@b.example\r\nMessage-ID: <m{n}@b.example>\r\n\r\nmail {n}").as_bytes());
    }
    let long =
        format!("From: a@b.example\r\nMessage-ID: <long@b.example>\r\n\r\n{}", "a long line\r\n".repeat(100_000));
    dovecot.deliver("", long.as_bytes());
    let (mut seen, mut visits) = (Vec::new(), 0);
    loop {
        let came = visit(&client, &settings, Some(&cursor), now).await;
        assert!(came.mails.len() <= 16, "{}", came.mails.len());
        seen.extend(came.mails);
        (cursor, visits) = (came.cursor, visits + 1);
        if !came.next_in.is_zero() {
            break;
        }
    }
    assert_eq!((seen.len(), visits), (21, 2));
    let longest = seen.last().unwrap();
    assert!(longest.is_cut && longest.text.starts_with("a long line"), "{}", longest.text.len());
    assert!(!seen[0].is_cut && seen[0].text == "mail 0");
}

#[tokio::test]
async fn who_is_not_let_in_is_told_and_does_not_ask_on_and_on() {
    let Some(dovecot) = Dovecot::mailbox() else { return };
    let client = Client::new(None);
    let wrong = visit(&client, &dovecot.settings("wrong \\\" } {3}", ""), None, Timestamp::now()).await;
    assert_eq!(wrong.outcome, Outcome::Auth);
    assert!(wrong.detail.as_deref().is_some_and(|why| !why.contains("wrong")), "{:?}", wrong.detail);
    assert!(wrong.next_in.as_secs() >= 900, "{:?}", wrong.next_in);
    let none = dovecot.settings(&dovecot.password, r#","folder":"Nowhere""#);
    let none = visit(&client, &none, None, Timestamp::now()).await;
    assert_eq!(none.outcome, Outcome::Malformed);
    assert!(none.detail.as_deref().is_some_and(|why| why.contains("Nowhere")), "{:?}", none.detail);
}

/// A server that answers the n-th line it is told with the n-th of these, and its greeting with the first.
async fn server(says: Vec<Vec<u8>>) -> u16 {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let says = says.clone();
            tokio::spawn(async move {
                let (read, mut write) = socket.into_split();
                let mut lines = tokio::io::BufReader::new(read).lines();
                let last = says.len().saturating_sub(1);
                for (n, answer) in says.into_iter().enumerate() {
                    // After its last word it leaves, whatever it was told.
                    if write.write_all(&answer).await.is_err() || (n < last && lines.next_line().await.is_err()) {
                        return;
                    }
                }
            });
        }
    });
    port
}

fn at(port: u16) -> Settings {
    let json = format!(
        r#"{{"server":"127.0.0.1","port":{port},"security":"plain","name":"n","password":"p","address":"a@b.example","allow":["127.0.0.1:{port}"]}}"#
    );
    Settings::parse(&json).unwrap()
}

#[tokio::test]
async fn a_server_that_does_what_it_should_not_ends_the_visit_and_nothing_else() {
    let text =
        |lines: &[&str]| -> Vec<Vec<u8>> { lines.iter().map(|line| format!("{line}\r\n").into_bytes()).collect() };
    let in_it = [
        "* OK hello",
        "+ name",
        "+ password",
        "v1 OK in",
        "* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 3] x\r\nv2 OK opened",
    ];
    let with = |more: &[&str]| text(&[&in_it[..], more].concat());
    let endless = vec![b'x'; 3 << 20];
    let mut flood = text(&in_it[..4]);
    flood.push([b"* SEARCH ".to_vec(), endless.clone()].concat());
    let cursor = r#""validity":7,"last":2,"begun":"2026-03-01T00:00:00Z""#;
    for (name, says, outcome, told) in [
        ("silence that ends", Vec::new(), Outcome::Network, "closed"),
        ("no mailbox", text(&["HTTP/1.1 400 Bad Request"]), Outcome::Malformed, "greet"),
        ("a greeting without end", vec![endless], Outcome::Malformed, "line without end"),
        ("goodbye", text(&["* BYE too many connections"]), Outcome::RateLimited, "too many"),
        ("no login", text(&["* OK hello", "v1 NO [UNAVAILABLE] later"]), Outcome::Network, "later"),
        ("a flood", flood, Outcome::Malformed, "line without end"),
        ("no numbers", text(&["* OK x", "+", "+", "v1 OK", "v2 OK opened"]), Outcome::Malformed, "UIDVALIDITY"),
        (
            "a literal that is too long",
            with(&["* SEARCH 3\r\nv3 OK", "* 1 FETCH (UID 3 BODY[]<0> {99999999}"]),
            Outcome::Malformed,
            "more than was asked",
        ),
        (
            "it breaks off",
            with(&["* SEARCH 3\r\nv3 OK", "* 1 FETCH (UID 3 BODY[]<0> {10}\r\nabc"]),
            Outcome::Network,
            "closed",
        ),
        ("goodbye in between", with(&["* BYE shutting down"]), Outcome::Network, "shutting down"),
    ] {
        let port = server(says).await;
        let settings = at(port);
        // The cursor of this very mailbox, as if it had been read before.
        let of = visit(&Client::new(None), &settings, None, Timestamp::UNIX_EPOCH).await.cursor;
        let of = of.split("\"of\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let before = format!(r#"{{"of":"{of}",{cursor}}}"#);
        let came = visit(&Client::new(None), &settings, Some(&before), Timestamp::UNIX_EPOCH).await;
        let detail = came.detail.clone().unwrap_or_default();
        assert_eq!(came.outcome, outcome, "{name}: {detail}");
        assert!(detail.contains(told), "{name}: {detail}");
        assert!(came.cursor.contains("\"last\":2") && came.mails.is_empty(), "{name}: {}", came.cursor);
    }
    // A mail that the server itself cannot give is put aside; the next one is read.
    let says = with(&[
        "* SEARCH 3 4\r\nv3 OK",
        "v4 NO this mail is broken",
        "* 2 FETCH (UID 4 RFC822.SIZE 33 BODY[]<0> {33}\r\nFrom: a@b.example\r\n\r\nstill here\r\n)\r\nv5 OK",
    ]);
    let settings = at(server(says).await);
    let of = visit(&Client::new(None), &settings, None, Timestamp::UNIX_EPOCH).await.cursor;
    let came = visit(&Client::new(None), &settings, Some(&of), Timestamp::UNIX_EPOCH).await;
    assert_eq!((came.mails.len(), came.quarantined.len()), (1, 1), "{came:?}");
    assert!(came.quarantined[0].reason.contains("this mail is broken"), "{came:?}");
}

#[tokio::test]
async fn no_mailbox_is_read_in_the_clear_but_on_this_machine_nor_inside_without_leave() {
    let client = Client::new(None).with_limits(Limits::default());
    for (json, told) in [
        (r#"{"server":"127.0.0.1","port":1,"name":"n","password":"p","address":"a@b.example"}"#, "127.0.0.1"),
        (
            r#"{"server":"10.1.2.3","security":"plain","name":"n","password":"p","address":"a@b.example","allow":["10.0.0.0/8"]}"#,
            "TLS only",
        ),
        (r#"{"server":"169.254.169.254","name":"n","password":"p","address":"a@b.example"}"#, "169.254"),
    ] {
        let came = visit(&client, &Settings::parse(json).unwrap(), None, Timestamp::UNIX_EPOCH).await;
        assert_eq!(came.outcome, Outcome::Blocked, "{json}: {came:?}");
        assert!(came.detail.as_deref().is_some_and(|why| why.contains(told)), "{json}: {:?}", came.detail);
    }
}
