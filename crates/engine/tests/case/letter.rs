//! A text of a case as a letter: once, by a mail server that takes it, refuses it, or breaks off after it has it.

use crate::rig::{Rig, key};
use connect::http::{Allow, Client};
use connect::outbound::mail::{Mailer, MailerSettings};
use connect::outbound::{House, Outbound};
use domain::case::event::Form;
use domain::case::state::Stage;
use domain::complaint::Act;
use domain::id::CaseId;
use domain::organisation::Role;
use jiff::SignedDuration;
use std::sync::{Arc, Mutex};
use store::{NewComplaint, Saying};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use vigie_engine::case::{Ask, Text, To, ask, room};
use vigie_engine::complaint::{Wanted, set_channel};

/// What a mail server does with a mail.
#[derive(Clone, Copy)]
enum Manners {
    Takes,
    /// It has it, and its word is never heard.
    BreaksOff,
    Refuses,
}

/// A mail server of the test, and what it was handed.
struct Office {
    port: u16,
    mails: Arc<Mutex<Vec<String>>>,
    manners: Arc<Mutex<Manners>>,
}

impl Office {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (mails, manners) = (Arc::default(), Arc::new(Mutex::new(Manners::Takes)));
        let office = Self { port, mails: Arc::clone(&mails), manners: Arc::clone(&manners) };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let manners: Manners = *manners.lock().unwrap();
                drop(serve(stream, &mails, manners).await);
            }
        });
        office
    }

    fn behaves(&self, manners: Manners) {
        *self.manners.lock().unwrap() = manners;
    }

    fn mails(&self) -> Vec<String> {
        self.mails.lock().unwrap().clone()
    }

    fn outbound(&self) -> Outbound {
        let settings: MailerSettings = serde_json::from_value(serde_json::json!({
            "host": "127.0.0.1", "port": self.port, "security": "plain", "from": "Vigie <vigie@house.example>",
        }))
        .unwrap();
        let mailer = Some(Mailer::new(&settings).unwrap());
        let allow = Allow::parse(&[format!("127.0.0.1:{}", self.port)]).unwrap();
        Outbound::Live(Box::new(House { client: Client::new(None), allow, mailer, identity: None }))
    }
}

async fn serve(stream: TcpStream, mails: &Mutex<Vec<String>>, manners: Manners) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 office.example\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let answer = match line.get(..4).unwrap_or_default() {
            "RCPT" if matches!(manners, Manners::Refuses) => "550 no such person\r\n",
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let mut mail = String::new();
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    mail.push_str(&line);
                    mail.push('\n');
                }
                mails.lock().unwrap().push(mail);
                if matches!(manners, Manners::BreaksOff) {
                    return Ok(());
                }
                "250 taken\r\n"
            }
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "250 go on\r\n",
        };
        write.write_all(answer.as_bytes()).await?;
    }
    Ok(())
}

impl Rig {
    async fn does(&self, case: CaseId, asked: Ask) {
        ask(&self.waking, self.organisation, case, (self.anna, Role::Owner), asked).await.unwrap();
    }

    /// A released letter, and the number of its draft.
    async fn letter(&self, case: CaseId, name: &str, to: &str) -> u32 {
        self.written(case, name, To::Mail(to.to_owned())).await
    }

    async fn written(&self, case: CaseId, name: &str, to: To) -> u32 {
        let subject = matches!(to, To::Mail(_)).then(|| "Your questions".to_owned());
        let words = Text {
            text: "Dear Ms. Vos,\n\nWe have read your questions. News by 15:00.\n\nAnna".to_owned(),
            language: "en".to_owned(),
            to,
            account: None,
            subject,
            cites: Vec::new(),
            posture: None,
            reply: None,
        };
        self.does(case, Ask::Draft { key: key(name), form: Form::Statement, words, corrects: None, about: None }).await;
        let open = room(&self.waking.world, self.organisation, case).await.unwrap();
        let (draft, found) = open.state.drafts.last_key_value().unwrap();
        let (draft, binding, shown) = (*draft, found.binding, found.checked);
        self.does(case, Ask::Submit { draft, binding, despite: Some("it must go".to_owned()) }).await;
        self.does(case, Ask::ReleaseAlone { draft, binding, shown }).await;
        self.does(case, Ask::Send { draft, binding, promise: None }).await;
        draft
    }

    async fn later(&self, case: CaseId) {
        for _ in 0..3 {
            self.pass(SignedDuration::from_mins(2));
            self.look(case).await;
        }
    }
}

#[tokio::test]
async fn a_letter_goes_once_and_what_nobody_knows_is_not_repeated_before_somebody_looked() {
    let mut rig = Rig::shop().await;
    let office = Office::open().await;
    rig.waking.outbound = Arc::new(office.outbound());
    let case = rig.open().await;
    let first = rig.letter(case, "l1", "vos@paper.example").await;
    rig.look(case).await;
    assert_eq!(office.mails().len(), 0, "ten seconds to undo");
    rig.later(case).await;
    let mails = office.mails();
    assert_eq!(mails.len(), 1);
    for line in [
        "To: vos@paper.example",
        "Reply-To: anna@dunes.example",
        "Content-Language: en",
        "Subject: Your questions",
        "Dear Ms. Vos,",
    ] {
        assert!(mails[0].contains(line), "{line}: {}", mails[0]);
    }
    assert!(!mails[0].contains("Auto-Submitted"), "a person wrote it: {}", mails[0]);
    let open = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    let Stage::Sent(_, receipt) = open.state.drafts[&first].stage else { panic!("it is not out") };
    assert!(open.text(receipt).unwrap().starts_with("vos@paper.example <"), "{:?}", open.text(receipt));

    // The server has it, and breaks off: nobody knows, and nothing is tried.
    office.behaves(Manners::BreaksOff);
    let second = rig.letter(case, "l2", "desk@paper.example").await;
    rig.later(case).await;
    assert_eq!(office.mails().len(), 2);
    assert!(matches!(rig.stage(case, second).await, Stage::Unknown(1)));
    office.behaves(Manners::Takes);
    rig.later(case).await;
    assert_eq!(office.mails().len(), 2, "not before somebody looked");
    // Somebody looked and did not find it; then it is the same mail to whoever knows Message-IDs.
    let why = "not in her inbox".to_owned();
    rig.does(case, Ask::Resolve { draft: second, attempt: 1, receipt: None, why }).await;
    let binding = room(&rig.waking.world, rig.organisation, case).await.unwrap().state.drafts[&second].binding;
    rig.does(case, Ask::Send { draft: second, binding, promise: None }).await;
    rig.later(case).await;
    let mails = office.mails();
    let id = |mail: &str| mail.lines().find(|line| line.starts_with("Message-ID: ")).map(str::to_owned);
    assert_eq!((mails.len(), id(&mails[1])), (3, id(&mails[2])));
    assert_ne!(id(&mails[0]), id(&mails[1]));
    assert!(matches!(rig.stage(case, second).await, Stage::Sent(..)));

    // What is refused is told, and waits for somebody.
    office.behaves(Manners::Refuses);
    let third = rig.letter(case, "l3", "nobody@paper.example").await;
    rig.later(case).await;
    assert!(matches!(rig.stage(case, third).await, Stage::Refused(_)));
    assert_eq!(office.mails().len(), 3);
}

#[tokio::test]
async fn an_answer_in_a_conversation_goes_over_no_words_that_came_after_it_was_written() {
    let rig = Rig::shop().await;
    let (case, store) = (rig.open().await, &rig.waking.world.store);
    set_channel(&rig.waking, rig.organisation, rig.brand, Wanted::default()).await.unwrap().unwrap();
    let new = NewComplaint {
        brand: rig.brand,
        digest: [1; 32],
        held: None,
        name: None,
        email: None,
        locale: "en".to_owned(),
        text: "The soup was cold.".to_owned(),
        files: Vec::new(),
        by_mail: None,
    };
    let (id, _) = store.file_complaint(rig.organisation, new, rig.waking.world.clock.now()).await.unwrap();
    let first = rig.written(case, "c1", To::Conversation(id)).await;
    rig.later(case).await;
    assert!(matches!(rig.stage(case, first).await, Stage::Sent(..)), "{:?}", rig.stage(case, first).await);
    let second = rig.written(case, "c2", To::Conversation(id)).await;
    rig.pass(SignedDuration::from_secs(1));
    let saying = Saying {
        act: Act::Said,
        person: None,
        name: None,
        text: "And I fell ill.".to_owned(),
        files: Vec::new(),
        seen: None,
        mail: None,
        by_mail: None,
    };
    store.say_in_complaint(rig.organisation, id, saying, rig.waking.world.clock.now()).await.unwrap();
    rig.later(case).await;
    assert!(matches!(rig.stage(case, second).await, Stage::Refused(_)), "it went over words that nobody read");
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_before_anything_is_kept() {
    let rig = Rig::shop().await;
    let case = rig.open().await;
    for to in ["vos", "a@example.org>\r\nRCPT TO:<x@y.example", "a b@example.org"] {
        let words = Text {
            text: "Dear".to_owned(),
            language: "en".to_owned(),
            to: To::Mail(to.to_owned()),
            account: None,
            subject: None,
            cites: Vec::new(),
            posture: None,
            reply: None,
        };
        let draft = Ask::Draft { key: key("l"), form: Form::Statement, words, corrects: None, about: None };
        let before = rig.waking.world.store.dump().await.unwrap();
        assert!(ask(&rig.waking, rig.organisation, case, (rig.anna, Role::Owner), draft).await.is_err(), "{to:?}");
        assert_eq!(rig.waking.world.store.dump().await.unwrap(), before);
    }
}
