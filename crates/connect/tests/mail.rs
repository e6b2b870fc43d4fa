//! Mails to a server that takes, refuses, hangs and breaks off: what is told must be what happened.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use domain::target::{Notification, Outcome};
use jiff::Timestamp;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use vigie_connect::http::{Allow, Client, Resolver};
use vigie_connect::outbound::mail::{Mailer, MailerSettings};
use vigie_connect::outbound::{House, Outbound, Target};

/// Longer than any server takes that answers at all.
const LONG: Duration = Duration::from_secs(25);
/// Waited for in vain.
const SHORT: Duration = Duration::from_millis(400);

/// What the server does at a step instead of what it should.
#[derive(Clone, Copy)]
enum Act {
    Say(&'static str),
    Hang,
    Close,
}

/// The steps of the server: the first word of a command, `hello` for its greeting, `.` for the end of the text.
type Manners = Vec<(&'static str, Act)>;

/// A mail server that keeps what it was told and what it took.
struct Sink {
    port: u16,
    told: Arc<Mutex<Vec<String>>>,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Sink {
    async fn start(manners: Manners) -> Self {
        Self::secured(manners, None, false).await
    }

    /// With a certificate; `at_once` for TLS from the first byte.
    async fn secured(manners: Manners, acceptor: Option<TlsAcceptor>, at_once: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let sink = Self { port, told: Arc::default(), taken: Arc::default() };
        let (told, taken) = (sink.told.clone(), sink.taken.clone());
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let visit = Visit { manners: manners.clone(), told: told.clone(), taken: taken.clone() };
                tokio::spawn(visit.receive(socket, acceptor.clone(), at_once));
            }
        });
        sink
    }

    fn settings(&self, more: &str) -> String {
        format!(r#"{{"host":"127.0.0.1","port":{},"from":"Vigie, hôte <vigie@house.example>"{more}}}"#, self.port)
    }

    fn mailer(&self) -> Mailer {
        mailer(&self.settings(r#","security":"plain""#))
    }

    fn told(&self) -> Vec<String> {
        self.told.lock().unwrap().clone()
    }

    fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

struct Visit {
    manners: Manners,
    told: Arc<Mutex<Vec<String>>>,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Visit {
    async fn receive(self, socket: TcpStream, acceptor: Option<TlsAcceptor>, at_once: bool) -> Option<()> {
        match acceptor {
            Some(acceptor) if at_once => {
                let mut wire = BufReader::new(acceptor.accept(socket).await.ok()?);
                self.say(&mut wire, "hello", "220 sink").await?;
                self.talk(&mut wire, true).await;
            }
            acceptor => {
                let mut wire = BufReader::new(socket);
                self.say(&mut wire, "hello", "220-sink\r\n220 ready").await?;
                if self.talk(&mut wire, false).await? {
                    let mut wire = BufReader::new(acceptor?.accept(wire.into_inner()).await.ok()?);
                    self.talk(&mut wire, true).await;
                }
            }
        }
        None
    }

    /// Answers commands; true when the connection is to become secure.
    async fn talk(&self, wire: &mut BufReader<impl AsyncRead + AsyncWrite + Unpin>, secure: bool) -> Option<bool> {
        loop {
            let line = self.line(wire).await?;
            self.told.lock().unwrap().push(line.clone());
            let word = line.split([' ', ':']).next()?.to_owned();
            match word.as_str() {
                "EHLO" if secure => self.say(wire, "EHLO", "250-sink\r\n250 AUTH LOGIN PLAIN").await?,
                "EHLO" => {
                    self.say(
                        wire,
                        "EHLO",
                        "250-sink greets you\r\n250-AUTH PLAIN LOGIN\r\n250-STARTTLS\r\n250 SIZE 1000000",
                    )
                    .await?
                }
                "STARTTLS" => {
                    self.say(wire, "STARTTLS", "220 go").await?;
                    return Some(true);
                }
                "AUTH" if line == "AUTH LOGIN" => {
                    for question in ["334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"] {
                        self.say(wire, "question", question).await?;
                        let answer = self.line(wire).await?;
                        self.told.lock().unwrap().push(answer);
                    }
                    self.say(wire, "AUTH", "235 welcome").await?;
                }
                "AUTH" => self.say(wire, "AUTH", "235 welcome").await?,
                "DATA" => {
                    self.say(wire, "DATA", "354 go on").await?;
                    let mut text = String::new();
                    loop {
                        let line = self.line(wire).await?;
                        if line == "." {
                            break;
                        }
                        text += line.strip_prefix('.').unwrap_or(&line);
                        text += "\r\n";
                    }
                    self.taken.lock().unwrap().push(text);
                    self.say(wire, ".", "250 2.0.0 queued as 4711").await?;
                }
                other => {
                    let usual = if other == "QUIT" { "221 bye" } else { "250 fine" };
                    self.say(wire, other, usual).await?;
                }
            }
        }
    }

    async fn line(&self, wire: &mut BufReader<impl AsyncRead + AsyncWrite + Unpin>) -> Option<String> {
        let mut line = String::new();
        match wire.read_line(&mut line).await {
            Ok(n) if n > 0 => line.strip_suffix("\r\n").map(str::to_owned),
            _ => None,
        }
    }

    async fn say(
        &self,
        wire: &mut BufReader<impl AsyncRead + AsyncWrite + Unpin>,
        step: &str,
        usual: &str,
    ) -> Option<()> {
        let act = self.manners.iter().find(|(at, _)| *at == step).map_or(Act::Say(""), |(_, act)| *act);
        let said = match act {
            Act::Close => return None,
            Act::Hang => std::future::pending().await,
            Act::Say("") => usual,
            Act::Say(said) => said,
        };
        wire.get_mut().write_all(format!("{said}\r\n").as_bytes()).await.ok()?;
        wire.get_mut().flush().await.ok()
    }
}

fn mailer(settings: &str) -> Mailer {
    let settings: MailerSettings = serde_json::from_str(settings).unwrap();
    Mailer::new(&settings).unwrap().with_patience(LONG, LONG)
}

fn now() -> Timestamp {
    "2026-11-22T02:03:04Z".parse().unwrap()
}

fn note() -> Notification {
    Notification {
        key: "call/12.3".to_owned(),
        title: "Boulangerie : 12× plus de mentions qu’à l’ordinaire depuis 01:40, dont trois de la presse".to_owned(),
        body: "Depuis 01:40 : 48 au lieu de 4.\n.\n..deux points\n« Jamais plus ! »\n".to_owned(),
        link: Some("https://vigie.example/s/12?k=a=b".to_owned()),
        waking: true,
        repeat: false,
        story: "7/surge/1".to_owned(),
        lang: "fr".to_owned(),
        until: "2026-11-22T03:00:00Z".parse().unwrap(),
        answer: None,
    }
}

async fn sent_by(client: Client, mailer: Option<Mailer>, note: &Notification) -> Outcome {
    let outbound = Outbound::Live(Box::new(House { client, allow: Allow::nothing(), mailer, identity: None }));
    let target = Target::parse("mail", r#"{"address":"lea@shop.example"}"#).unwrap();
    outbound.send(&target, note, now(), &[0; 48]).await
}

async fn sent(mailer: Mailer, note: &Notification) -> Outcome {
    sent_by(Client::new(None), Some(mailer), note).await
}

fn kind(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Sent { .. } => "sent",
        Outcome::Refused { forever: true, .. } => "refused for good",
        Outcome::Refused { .. } => "refused",
        Outcome::Unknown { .. } => "unknown",
    }
}

/// Lines of the head, unfolded.
fn header<'a>(mail: &'a str, name: &str) -> Vec<&'a str> {
    let (head, _) = mail.split_once("\r\n\r\n").unwrap();
    head.split("\r\n").filter_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).collect()
}

#[tokio::test]
async fn every_end_of_a_try_is_told_as_it_was() {
    use Act::{Close, Hang, Say};
    let table: &[(&str, Act, &str, usize)] = &[
        ("", Say(""), "sent", 1),
        ("hello", Say("554 no mail here"), "refused", 0),
        ("hello", Say("SSH-2.0-OpenSSH"), "refused", 0),
        ("hello", Hang, "refused", 0),
        ("hello", Close, "refused", 0),
        ("EHLO", Say("502 what"), "refused", 0),
        ("MAIL", Say("451 4.3.0 later"), "refused", 0),
        ("MAIL", Say("550 5.1.8 sender unknown"), "refused", 0),
        ("RCPT", Say("450 4.2.1 busy"), "refused", 0),
        ("RCPT", Say("550 5.1.1 no such person"), "refused for good", 0),
        ("RCPT", Say("554 5.7.1 relay denied"), "refused", 0),
        ("RCPT", Close, "refused", 0),
        ("RCPT", Hang, "refused", 0),
        ("DATA", Say("451 later"), "refused", 0),
        ("DATA", Close, "refused", 0),
        (".", Say("452 4.3.1 full"), "refused", 1),
        (".", Say("554 5.6.0 not like that"), "refused for good", 1),
        (".", Say("354 what"), "unknown", 1),
        (".", Hang, "unknown", 1),
        (".", Close, "unknown", 1),
        (".", Say("what"), "unknown", 1),
        ("QUIT", Hang, "sent", 1),
    ];
    for (step, act, expected, taken) in table {
        let sink = Sink::start(vec![(*step, *act)]).await;
        let mailer = match (act, *step) {
            (Hang, ".") => sink.mailer().with_patience(LONG, SHORT),
            (Hang, "QUIT") => sink.mailer(),
            (Hang, _) => sink.mailer().with_patience(SHORT, LONG),
            _ => sink.mailer(),
        };
        let outcome = sent(mailer, &note()).await;
        assert_eq!((kind(&outcome), sink.taken().len()), (*expected, *taken), "{step}: {outcome:?}");
        if let Outcome::Refused { reason, .. } | Outcome::Unknown { reason } = outcome {
            assert_eq!(reason.host, "127.0.0.1", "{reason:?}");
        }
    }
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let nobody = mailer(&format!(r#"{{"host":"127.0.0.1","port":{free},"security":"plain","from":"a@b.example"}}"#));
    assert_eq!(kind(&sent(nobody, &note()).await), "refused");
    assert_eq!(kind(&sent_by(Client::new(None), None, &note()).await), "refused", "without a mail server");
}

#[tokio::test]
async fn a_mail_is_one_mail_of_one_thread_and_says_what_it_is() {
    let sink = Sink::start(vec![]).await;
    let outcome = sent(sink.mailer(), &note()).await;
    assert_eq!(outcome, Outcome::Sent { receipt: Some("2.0.0 queued as 4711".to_owned()) });
    let again = Notification { repeat: true, ..note() };
    sent(sink.mailer(), &again).await;
    let other = Notification { key: "call/12.4".to_owned(), waking: false, ..note() };
    sent(sink.mailer(), &other).await;
    let [first, again, other]: [String; 3] = sink.taken().try_into().unwrap();
    assert_eq!(first, again, "the same key and time: the same mail");
    assert_ne!(header(&first, "Message-ID"), header(&other, "Message-ID"));
    assert_eq!(header(&first, "References"), header(&other, "References"));
    assert_eq!((header(&first, "Importance"), header(&other, "Importance")), (vec!["high"], vec![]));
    insta::assert_snapshot!(first.replace("\r\n", "\n"));
    assert_eq!(
        sink.told()[..3],
        ["EHLO house.example", "MAIL FROM:<vigie@house.example>", "RCPT TO:<lea@shop.example>"]
    );
}

#[tokio::test]
async fn no_text_becomes_a_header_or_a_command() {
    let sink = Sink::start(vec![]).await;
    let evil = "x\r\nBcc: all@shop.example\r\n\r\n.\r\nMAIL FROM:<x@y.example>\r\n";
    let note = Notification {
        key: evil.to_owned(),
        title: evil.to_owned(),
        body: format!("a\r\n.\r\nRCPT TO:<x@y.example>\n{evil}"),
        link: Some(format!("https://x.example/{evil}")),
        story: evil.to_owned(),
        lang: evil.to_owned(),
        ..note()
    };
    assert_eq!(kind(&sent(sink.mailer(), &note).await), "sent");
    let taken = sink.taken();
    assert_eq!((taken.len(), header(&taken[0], "Bcc").len()), (1, 0), "{}", taken[0]);
    assert_eq!(sink.told().len(), 5, "{:?}", sink.told());
}

#[tokio::test]
async fn a_login_goes_by_what_the_server_offers() {
    let login = r#","security":"plain","name":"vigie","password":"geheim""#;
    for (offer, told) in [
        (vec![], vec!["AUTH PLAIN AHZpZ2llAGdlaGVpbQ=="]),
        (vec![("EHLO", Act::Say("250-x\r\n250 AUTH=LOGIN"))], vec!["AUTH LOGIN", "dmlnaWU=", "Z2VoZWlt"]),
    ] {
        let sink = Sink::start(offer).await;
        assert_eq!(kind(&sent(mailer(&sink.settings(login)), &note()).await), "sent");
        assert_eq!(sink.told()[1..=told.len()], told);
    }
    for manners in [
        ("AUTH", Act::Say("535 5.7.8 wrong")),
        ("EHLO", Act::Say("250-x\r\n250 AUTH CRAM-MD5")),
        ("EHLO", Act::Say("250 x")),
    ] {
        let sink = Sink::start(vec![manners]).await;
        let outcome = sent(mailer(&sink.settings(login)), &note()).await;
        assert_eq!(kind(&outcome), "refused", "its operator can mend it");
        assert!(!format!("{outcome:?}").contains("geheim") && sink.taken().is_empty());
    }
}

#[tokio::test]
async fn nothing_is_said_in_the_clear_unless_asked() {
    let login = r#","name":"vigie","password":"geheim""#;
    for (manners, hint) in [
        (("EHLO", Act::Say("250 no such thing")), "STARTTLS"),
        (("STARTTLS", Act::Say("454 not now")), "454"),
        (("STARTTLS", Act::Say("220 go\r\n250 and on")), "before the connection was secure"),
        (("none", Act::Hang), "secure"),
    ] {
        let sink = Sink::start(vec![manners]).await;
        let outcome = sent(mailer(&sink.settings(login)), &note()).await;
        assert!(kind(&outcome) == "refused" && format!("{outcome:?}").contains(hint), "{outcome:?}");
        assert!(sink.told().iter().all(|line| line.starts_with("EHLO") || line == "STARTTLS"), "{:?}", sink.told());
    }
    // A public address gets nothing unsecured, whatever is asked; a cloud's metadata service nothing at all.
    for (address, hint) in [("93.184.216.34", "public"), ("169.254.169.254", "private or reserved")] {
        let names = move |_: &str| vec![address.parse::<IpAddr>().unwrap()];
        let client = Client::new(None).with_resolver(Resolver::Function(Arc::new(names)));
        let plain = mailer(r#"{"host":"mail.example","security":"plain","from":"a@b.example"}"#);
        let outcome = sent_by(client, Some(plain), &note()).await;
        assert!(kind(&outcome) == "refused" && format!("{outcome:?}").contains(hint), "{outcome:?}");
    }
}

fn acceptor(key: &rcgen::KeyPair, certificate: &rcgen::Certificate) -> TlsAcceptor {
    let key = rustls::pki_types::PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

/// Certificates are judged by the system's roots. A run of this test within itself has other roots: the server's.
#[tokio::test]
async fn a_certificate_must_be_trusted_and_then_all_is_secure() {
    const INSIDE: &str = "VIGIE_TEST_CERTIFICATE";
    let kept = std::env::var_os(INSIDE);
    let trusted = kept.is_some();
    let (key, certificate) = match &kept {
        None => {
            let key = rcgen::KeyPair::generate().unwrap();
            let certificate =
                rcgen::CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap().self_signed(&key).unwrap();
            (key, certificate)
        }
        Some(folder) => {
            let key = rcgen::KeyPair::from_pem(
                &std::fs::read_to_string(std::path::Path::new(folder).join("key.pem")).unwrap(),
            )
            .unwrap();
            let certificate =
                rcgen::CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap().self_signed(&key).unwrap();
            (key, certificate)
        }
    };
    for (security, at_once) in [("starttls", false), ("tls", true)] {
        let sink = Sink::secured(vec![], Some(acceptor(&key, &certificate)), at_once).await;
        let login = format!(r#","security":"{security}","name":"vigie","password":"geheim""#);
        let outcome = sent(mailer(&sink.settings(&login)), &note()).await;
        let expected = if trusted { ("sent", 1) } else { ("refused", 0) };
        assert_eq!((kind(&outcome), sink.taken().len()), expected, "{security}: {outcome:?}");
        assert_eq!(sink.told().iter().any(|line| line.starts_with("AUTH")), trusted, "{:?}", sink.told());
    }
    if !trusted {
        let folder = std::env::temp_dir().join(format!("vigie-mail-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("key.pem"), key.serialize_pem()).unwrap();
        std::fs::write(folder.join("roots.pem"), certificate.pem()).unwrap();
        let run = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "a_certificate_must_be_trusted_and_then_all_is_secure"])
            .env(INSIDE, &folder)
            .env("SSL_CERT_FILE", folder.join("roots.pem"))
            .output()
            .unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
    }
}
