use super::letter::read;
use super::quote::unquoted;
use domain::incoming::Incoming;
use proptest::prelude::*;
use std::path::PathBuf;

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/mailbox").join(name);
    std::fs::read(path).unwrap()
}

fn mail(name: &str) -> Incoming {
    read(&fixture(name), None, None).unwrap()
}

#[test]
fn an_answer_is_what_is_new_in_it_and_leads_back() {
    let mail = mail("answer.eml");
    assert_eq!(mail.text, "Merci. Et mon argent ?");
    assert_eq!(mail.from.as_deref(), Some("jeanne@customer.example"));
    assert_eq!((mail.name.as_deref(), mail.lang.as_deref()), (Some("Jeanne Lefèvre"), Some("fr-fr")));
    assert_eq!((mail.subject.as_str(), mail.id.as_str()), ("Re: Dunes a répondu", "a1@customer.example"));
    assert_eq!(mail.answers, [format!("reply.{TOKEN}@house.example"), "story.x@house.example".to_owned()]);
    let to: Vec<String> = mail.recipients.iter().map(|to| to.to_lowercase()).collect();
    assert!(to.contains(&format!("complaints+{TOKEN}@shop.example")), "{to:?}");
    assert_eq!((mail.automatic, mail.is_cut), (None, false));
    assert!(String::from_utf8_lossy(&mail.raw).contains("conversation/abc"), "the whole is kept as received");
}

#[test]
fn whoever_answers_below_or_by_a_program_that_marks_nothing_is_heard() {
    assert_eq!(mail("below.eml").text, "Gisteren, om 9 uur.\nIn Ljouwert.");
    assert_eq!(mail("outlook.eml").text, "Das genügt nicht.\nGruß");
    for (text, new) in [
        ("Non.\n\nOn 3 Mar 2026, at 10:00, Dunes <a@b.example> wrote:\nWe are sorry.", "Non."),
        ("On the other hand, as he wrote:\nnothing works", "On the other hand, as he wrote:\nnothing works"),
        ("Nee\n-----Oorspronkelijk bericht-----\nVan: Dunes", "Nee"),
        ("Né\n________________________________\nFan: Dunes\nFerstjoerd: 2 maart\nOan: Sjoerd\n\nTekst", "Né"),
        ("> only a quotation", "> only a quotation"),
        ("Le 3 mars 2026 à 10:00, Dunes a écrit :", "Le 3 mars 2026 à 10:00, Dunes a écrit :"),
        ("De : moi\nje n'ai rien reçu\nÀ : vous", "De : moi\nje n'ai rien reçu\nÀ : vous"),
        ("a\n--\nJeanne", "a"),
        (
            "Op 12 november schreef uw medewerker mij:\nHet komt goed.",
            "Op 12 november schreef uw medewerker mij:\nHet komt goed.",
        ),
        ("Nee\nOp 12 november schreef Dunes <a@b.example>:\nHet spijt ons.", "Nee"),
        ("", ""),
    ] {
        assert_eq!(unquoted(text), new, "{text}");
    }
}

#[test]
fn a_mail_that_answers_nothing_quotes_nothing() {
    let text = "Op 12 november om 10:00 schreef uw medewerker mij:\nHet komt goed.\n> en toen niets";
    let mail = |head: &str| read(format!("From: p@k.example\n{head}\n{text}\n").as_bytes(), None, None).unwrap().text;
    assert_eq!(mail(""), text);
    assert_ne!(mail("In-Reply-To: <x@shop.example>\n"), text);
}

#[test]
fn a_mail_in_a_mail_is_one_of_its_files() {
    let inner = "From: a@b.example\nSubject: kassabon\n\nBetaald";
    let mail = format!(
        "From: p@k.example\nContent-Type: multipart/mixed; boundary=\"0\"\n\n--0\n\nZie bijlage.\n--0\n\
         Content-Type: message/rfc822\n\n{inner}\n--0--\n"
    );
    let mail = read(mail.as_bytes(), None, None).unwrap();
    assert_eq!((mail.text.as_str(), mail.files.len()), ("Zie bijlage.", 1), "{mail:?}");
    assert_eq!(String::from_utf8_lossy(&mail.files[0].bytes).trim(), inner);
}

#[test]
fn what_a_machine_sends_says_why_it_is_no_word_of_a_person() {
    for (name, why) in [
        ("vacation.eml", "Auto-Submitted"),
        ("unmarked-vacation.eml", "Precedence"),
        ("bounce.eml", "mail server"),
        ("newsletter.eml", "mailing list"),
    ] {
        let told = mail(name).automatic.unwrap_or_default();
        assert!(told.contains(why), "{name}: {told}");
    }
}

#[test]
fn files_are_told_apart_from_what_is_said_and_a_half_one_is_none() {
    let whole = mail("attached.eml");
    assert_eq!(whole.text, "Voici la photo.");
    let files: Vec<(&str, bool)> =
        whole.files.iter().map(|file| (file.name.as_str(), file.bytes.starts_with(b"\x89PNG"))).collect();
    assert_eq!(files.len(), 2, "{files:?}");
    assert!(files[0].0.ends_with("sswd.png") && files[0].1, "{files:?}");
    let bytes = fixture("cut.eml");
    let cut = read(&bytes, Some(bytes.len() + 1), None).unwrap();
    assert_eq!((cut.text.as_str(), cut.is_cut, cut.files.len()), ("Voici deux photos.", true, 1));
    assert_eq!(cut.files[0].name, "one.png");
}

#[test]
fn hostile_mails_are_read_as_far_as_they_go_or_put_aside() {
    assert!(read(b"", None, None).is_err());
    assert!(read(&fixture("no-head.eml"), None, None).is_err());
    let lying = mail("lying-charset.eml");
    assert!(lying.text.starts_with("Tr") && lying.from.is_some(), "{lying:?}");
    let nested = read(&fixture("nested.eml"), None, None);
    assert!(nested.is_ok_and(|mail| mail.text.len() < 100_000));
    let injected = mail("injected.eml");
    assert!(!injected.subject.contains(['\r', '\n']), "{:?}", injected.subject);
    assert!(injected.text.contains("<script>"), "kept as text, and escaped where it is shown");
    let nameless = mail("no-id.eml");
    assert!(nameless.id.starts_with("blake3.") && nameless.text == "court", "{nameless:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    /// No damage to a mail breaks the reader, and what it gives is bounded.
    #[test]
    fn no_damage_breaks_the_reader(
        which in 0_usize..6,
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        end in any::<prop::sample::Index>(),
    ) {
        let names = ["answer.eml", "outlook.eml", "bounce.eml", "attached.eml", "injected.eml", "cut.eml"];
        let mut bytes = fixture(names[which]);
        for (at, byte) in cuts {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let end = end.index(bytes.len()) + 1;
        if let Ok(mail) = read(&bytes[..end], Some(bytes.len()), None) {
            prop_assert!(mail.text.chars().count() <= 20_000 && mail.answers.len() <= 24 && mail.recipients.len() <= 24);
            prop_assert!(mail.raw.len() <= Incoming::KEPT && mail.files.len() <= 20);
        }
    }

    /// What is said to be new stands in the mail, line by line.
    #[test]
    fn nothing_new_is_made_up(text in "([>a-z:-]{0,6}(On 3 x wrote:|--|From: a|Sent: b|To: c)?\n){0,12}") {
        let new = unquoted(&text);
        let mut lines = text.lines().map(str::trim);
        for line in new.lines().map(str::trim).filter(|line| !line.is_empty()) {
            prop_assert!(lines.any(|each| each == line), "{line:?} in {text:?}");
        }
        prop_assert_eq!(new.is_empty(), text.trim().is_empty());
    }
}
