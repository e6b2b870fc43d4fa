//! Mails: an answer into its conversation by its secret alone, any other a complaint once, and nothing to machines.

use crate::shop::{Shop, start};
use connect::inbound::mailbox::Settings;
use domain::complaint::{Act, Held, Mail};
use domain::id::BrandId;
use domain::incoming::{Enclosed, Incoming};
use domain::source::Source;
use store::{MentionFilter, NewSource, OutboxRow, Saying};
use vigie_engine::complaint::{self as complaints, Rest};

const ADDRESS: &str = "complaints@dunes.example";

/// A mailbox bound to a brand, or to none.
async fn mailbox(shop: &Shop, brand: Option<BrandId>) -> (Source, Settings) {
    let settings = format!(r#"{{"server":"imap.dunes.example","name":"n","password":"p","address":"{ADDRESS}"}}"#);
    let new = NewSource {
        organisation: Some(shop.brand.organisation),
        brand,
        kind: "mailbox".to_owned(),
        name: ADDRESS.to_owned(),
        settings: settings.clone(),
    };
    (shop.store().create_source(new, start()).await.unwrap(), Settings::parse(&settings).unwrap())
}

fn mail(id: &str, from: &str, text: &str) -> Incoming {
    Incoming {
        id: format!("{id}@customer.example"),
        from: Some(from.to_owned()),
        name: Some("Zoé".to_owned()),
        text: text.to_owned(),
        recipients: vec![ADDRESS.to_owned()],
        raw: format!("From: {from}\r\n\r\n{text}").into_bytes(),
        ..Incoming::default()
    }
}

async fn take(shop: &Shop, (source, settings): &(Source, Settings), mails: Vec<Incoming>) -> Rest {
    complaints::receive(&shop.waking, &shop.ingest, source, settings, mails).await.unwrap()
}

/// Sends what waits for the customer and says the heads of what the server got.
async fn sent(shop: &Shop, rows: &[OutboxRow]) -> Vec<String> {
    for row in rows {
        shop.waking.send(row).await.unwrap();
    }
    shop.sink.take()
}

fn header(mail: &str, name: &str) -> String {
    let line = mail.lines().find(|line| line.to_lowercase().starts_with(&format!("{}:", name.to_lowercase())));
    line.unwrap_or_else(|| panic!("no {name} in {mail}"))
        .split_once(':')
        .unwrap()
        .1
        .trim()
        .trim_matches(['<', '>'])
        .to_owned()
}

#[tokio::test]
async fn an_answer_finds_its_conversation_by_its_secret_and_never_by_who_sends_it() {
    let shop = Shop::posting().await;
    let mailbox = mailbox(&shop, Some(shop.brand.id)).await;
    let (of, store) = (shop.brand.organisation, shop.store());
    assert!(shop.mailed("Du verre dans le pain", "zoe@customer.example").await);
    let id = shop.ids().await[0];
    shop.answer(id, "Nous sommes désolés").await;
    let rows = shop.mails().await;
    let mails = sent(&shop, &rows).await;
    assert_eq!(mails.len(), 2);
    let (reply_to, message_id) = (header(&mails[1], "Reply-To"), header(&mails[1], "Message-ID"));
    assert!(reply_to.starts_with("complaints+") && reply_to.len() > 40, "{reply_to}");
    let dump = store.dump().await.unwrap();
    let secret = reply_to.split(['+', '@']).nth(1).unwrap().to_owned();
    assert!(!dump.contains(&secret) && message_id.contains(&secret), "the secret is written down nowhere");

    // By the address alone, as a server in capital letters writes it; by the Message-ID alone; from any sender.
    let by_address =
        Incoming { recipients: vec![reply_to.to_uppercase()], ..mail("r1", "zoe@customer.example", "Et mon argent ?") };
    let by_id =
        Incoming { answers: vec![message_id.clone()], ..mail("r2", "other@elsewhere.example", "Toujours rien.") };
    let rest = take(&shop, &mailbox, vec![by_address.clone(), by_id]).await;
    assert_eq!((rest.taken, rest.posts.len(), rest.aside.len()), (2, 0, 0), "{rest:?}");
    let told = store.complaint(of, id).await.unwrap();
    let said: Vec<(&str, Option<String>)> = told.messages[2..]
        .iter()
        .map(|m| (m.text.as_str(), m.by_mail.as_ref().and_then(|mail| mail.sender.clone())))
        .collect();
    let expected = [("Et mon argent ?", "zoe@customer.example"), ("Toujours rien.", "other@elsewhere.example")];
    assert_eq!(said, expected.map(|(text, from)| (text, Some(from.to_owned()))));
    assert_eq!(told.complaint.mail, Mail::Confirmed, "whoever has the secret reads the mails of that address");
    assert!(String::from_utf8(store.complaint_mail(of, id, 3).await.unwrap()).unwrap().contains("argent"));

    // Read again, it is known; the right sender without the secret, a guess, or the thread's public name lead nowhere.
    let again = take(&shop, &mailbox, vec![by_address]).await;
    assert_eq!((again.taken, again.aside.len()), (0, 0));
    let thread = header(&mails[1], "References");
    let guess = "reply.00000000000000000000000000000000@dunes.example".to_owned();
    let story = mails[0].lines().find(|line| line.starts_with("Message-ID")).unwrap();
    assert!(story.contains("reply."), "{story}");
    let forged = Incoming { answers: vec![thread, guess], ..mail("r3", "zoe@customer.example", "Forgé") };
    take(&shop, &mailbox, vec![forged]).await;
    assert_eq!(store.complaint(of, id).await.unwrap().messages.len(), 4);
    assert_eq!(shop.ids().await.len(), 2, "it is a complaint of its own");

    // Where nothing more can be said, an answer is a complaint of its own: no word of a customer is lost.
    let more = || Saying {
        act: Act::Said,
        person: None,
        name: None,
        text: "encore".to_owned(),
        files: Vec::new(),
        seen: None,
        mail: None,
        by_mail: None,
    };
    while store.say_in_complaint(of, id, more(), start()).await.is_ok() {}
    let late = Incoming { recipients: vec![reply_to], ..mail("r4", "zoe@customer.example", "Et maintenant ?") };
    assert_eq!(take(&shop, &mailbox, vec![late]).await.taken, 1);
    assert_eq!(shop.ids().await.len(), 3);
}

#[tokio::test]
async fn another_organisations_mailbox_does_not_take_an_answer() {
    let shop = Shop::posting().await;
    mailbox(&shop, Some(shop.brand.id)).await;
    shop.mailed("Du verre", "zoe@customer.example").await;
    let rows = shop.mails().await;
    let mails = sent(&shop, &rows).await;
    let other = shop.store().create_organisation("Autre", start()).await.unwrap().id;
    let settings = r#"{"server":"i.example","name":"n","password":"p","address":"x@autre.example"}"#.to_owned();
    let new = NewSource {
        organisation: Some(other),
        brand: None,
        kind: "mailbox".to_owned(),
        name: "x".to_owned(),
        settings: settings.clone(),
    };
    let theirs = (shop.store().create_source(new, start()).await.unwrap(), Settings::parse(&settings).unwrap());
    let stray =
        Incoming { recipients: vec![header(&mails[0], "Reply-To")], ..mail("s", "zoe@customer.example", "Perdu") };
    let rest = take(&shop, &theirs, vec![stray]).await;
    assert_eq!((rest.taken, rest.posts.len()), (0, 1), "{rest:?}");
    assert_eq!(shop.store().complaint(shop.brand.organisation, shop.ids().await[0]).await.unwrap().messages.len(), 1);
}

#[tokio::test]
async fn a_mail_is_a_complaint_and_a_mention_once_and_its_sender_gets_one_receipt_a_day() {
    let shop = Shop::open().await;
    let mailbox = mailbox(&shop, Some(shop.brand.id)).await;
    let (of, store) = (shop.brand.organisation, shop.store());
    let first = Incoming {
        subject: "Mon pain".to_owned(),
        lang: Some("nl".to_owned()),
        files: vec![
            Enclosed { name: "a.png".to_owned(), bytes: b"\x89PNG\r\n\x1a\nx".to_vec() },
            Enclosed { name: "a.exe".to_owned(), bytes: b"MZ".to_vec() },
        ],
        is_cut: true,
        ..mail("c1", "zoe@customer.example", "Il y avait du verre")
    };
    // Read twice, as after a crash between the complaint and the cursor, and once more in the same visit.
    for _ in 0..2 {
        take(&shop, &mailbox, vec![first.clone(), first.clone()]).await;
    }
    let ids = shop.ids().await;
    assert_eq!(ids.len(), 1);
    let told = store.complaint(of, ids[0]).await.unwrap();
    assert_eq!(told.messages[0].text, "Mon pain\n\nIl y avait du verre");
    assert_eq!((told.complaint.email.as_deref(), told.complaint.locale.as_str()), (Some("zoe@customer.example"), "nl"));
    let came = told.messages[0].by_mail.clone().unwrap();
    assert_eq!((told.files.len(), came.left_out, came.cut), (1, 1, true), "what is no picture is left out, and said");
    let filter = MentionFilter { sees: domain::mention::Sees::All, ..MentionFilter::default() };
    let all = store.mentions(of, &filter, None, 99).await.unwrap();
    assert_eq!(all.len(), 1);
    for n in 0..4 {
        take(
            &shop,
            &mailbox,
            vec![mail(&format!("d{n}"), &format!("ZOE+{n}@customer.example"), &format!("encore {n}"))],
        )
        .await;
    }
    assert_eq!((shop.ids().await.len(), shop.mails().await.len()), (5, 1), "five complaints, one receipt");
    // In the language it was written in, where it says none.
    let dutch = "Er zat glas in het brood en niemand wilde mij helpen, ik ben zeer ontevreden over deze winkel";
    take(&shop, &mailbox, vec![mail("nl", "piet@klant.example", dutch)]).await;
    let last = *shop.ids().await.iter().max().unwrap();
    assert_eq!(store.complaint(of, last).await.unwrap().complaint.locale, "nl");
}

#[tokio::test]
async fn what_nobody_wrote_and_what_comes_from_ourselves_is_kept_aside_and_never_answered() {
    let shop = Shop::open().await;
    let mailbox = mailbox(&shop, Some(shop.brand.id)).await;
    let away = Incoming { automatic: Some("an automatic mail"), ..mail("v", "zoe@customer.example", "Absente") };
    let own = mail("o", "Complaints+x@Dunes.example", "Boucle");
    let house = mail("h", "vigie@dunes.example", "Boucle");
    let loops = Incoming { reply_to: Some(ADDRESS.to_owned()), ..mail("l", "eve@evil.example", "Boucle") };
    let rest = take(&shop, &mailbox, vec![away, own, house, loops, mail("e", "zoe@customer.example", " ")]).await;
    assert_eq!((rest.taken, rest.posts.len(), rest.aside.len()), (0, 0, 5), "{rest:?}");
    assert!(rest.aside.iter().all(|aside| !aside.reason.is_empty() && !aside.bytes.is_empty()));
    assert!(shop.mails().await.is_empty() && shop.ids().await.is_empty());
    // Two that answer each other by programs that mark nothing: one receipt a day ends it.
    for n in 0..50 {
        take(&shop, &mailbox, vec![mail(&format!("x{n}"), "robot@other.example", &format!("Ticket {n}"))]).await;
    }
    assert_eq!(shop.mails().await.len(), 1);
}

#[tokio::test]
async fn one_sender_who_floods_is_held_aside_then_kept_aside_and_nobody_else_is() {
    let shop = Shop::open().await;
    let mailbox = mailbox(&shop, Some(shop.brand.id)).await;
    let (of, store) = (shop.brand.organisation, shop.store());
    let flood: Vec<Incoming> =
        (0..60).map(|n| mail(&format!("f{n}"), "eve+1@evil.example", &format!("spam {n}"))).collect();
    let rest = take(&shop, &mailbox, flood).await;
    assert_eq!((rest.taken, rest.aside.len()), (50, 10), "ten more than are taken stay known as such");
    let counts = store.complaint_counts(of).await.unwrap();
    assert_eq!((counts.open, counts.held), (10, 40));
    take(&shop, &mailbox, vec![mail("z", "zoe@customer.example", "Du verre")]).await;
    let last = *shop.ids().await.iter().max().unwrap();
    let told = store.complaint(of, last).await.unwrap();
    assert_eq!((told.complaint.held, told.messages[0].text.as_str()), (None, "Du verre"));
    let held =
        store.complaints(of, store::ComplaintFilter { held: true, ..Default::default() }, None, 9).await.unwrap();
    assert!(held.iter().all(|(complaint, _)| complaint.held == Some(Held::Sender)));
}

#[tokio::test]
async fn a_flood_of_mails_from_everywhere_shuts_no_form() {
    let shop = Shop::open().await;
    let mailbox = mailbox(&shop, Some(shop.brand.id)).await;
    let (of, store) = (shop.brand.organisation, shop.store());
    let flood = (0..301).map(|n| mail(&format!("f{n}"), &format!("eve{n}@evil.example"), &format!("spam {n}")));
    take(&shop, &mailbox, flood.collect()).await;
    assert_eq!(store.complaint_counts(of).await.unwrap().held, 1, "the flood itself is held aside");
    shop.mailed("Du verre", "zoe@customer.example").await;
    let last = *shop.ids().await.iter().max().unwrap();
    assert_eq!(store.complaint(of, last).await.unwrap().complaint.held, None);
}

#[tokio::test]
async fn a_brand_that_takes_no_complaints_has_mentions_by_mail_and_answers_nobody() {
    let shop = Shop::open().await;
    let bound = mailbox(&shop, Some(shop.brand.id)).await;
    let shut = complaints::Wanted { open: Some(false), ..Default::default() };
    complaints::set_channel(&shop.waking, shop.brand.organisation, shop.brand.id, shut).await.unwrap().unwrap();
    let rest = take(&shop, &bound, vec![mail("a", "zoe@customer.example", "Du verre")]).await;
    assert_eq!((rest.taken, rest.posts.len()), (0, 1));
    assert_eq!((rest.posts[0].source_kind.as_str(), rest.posts[0].text.as_str()), ("mailbox", "Du verre"));
    assert!(!rest.posts[0].raw.is_empty() && shop.mails().await.is_empty());
}

#[tokio::test]
async fn mails_without_a_mailbox_say_that_an_answer_reaches_nobody() {
    let shop = Shop::posting().await;
    shop.mailed("Du verre", "zoe@customer.example").await;
    let rows = shop.mails().await;
    assert!(rows[0].message.body.contains("n’arrive à personne"), "{}", rows[0].message.body);
    let mails = sent(&shop, &rows).await;
    assert!(!mails[0].contains("\nReply-To") && !mails[0].contains("<reply."), "{}", mails[0]);
}
