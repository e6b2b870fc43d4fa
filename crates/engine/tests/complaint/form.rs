//! Complaints from the form to a mention, and the mails they cause: few, without a word of anybody's, and to nobody who does not want them.

use crate::shop::{Shop, start};
use domain::brand::BrandRole;
use domain::complaint::Mail;
use domain::retention::{Days, Retention};
use store::{NewBrand, OutboxState};
use vigie_engine::complaint::{self as complaints, Filed, Filing, Unfit, Wanted, Wrong};
use vigie_engine::retain;

#[tokio::test]
async fn a_form_with_somebodys_address_is_no_mail_bomb_and_no_mail_says_what_was_written() {
    let shop = Shop::open().await;
    assert!(shop.mailed("Du verre dans le pain", "victim@example.org").await);
    for n in 0..20 {
        assert!(!shop.mailed(&format!("spam {n} http://evil.example"), "Victim@Example.org").await, "one a day");
    }
    let mails = shop.mails().await;
    assert_eq!(mails.len(), 1);
    for word in ["verre", "Zoé", "evil", "/conversation/", "example.org"] {
        assert!(!mails[0].message.body.contains(word), "{word} in {}", mails[0].message.body);
    }
    assert!(mails[0].message.body.contains("Chez Élodie & Fils"));
    shop.pass(25);
    assert!(shop.mailed("encore", "victim@example.org").await);
    // Answers to an address that nobody confirmed are few, whatever the number of conversations.
    for id in shop.ids().await {
        shop.answer(id, "Nous sommes désolés").await;
    }
    let mails = shop.mails().await;
    assert_eq!(mails.len(), 2 + 3, "two receipts, and three answers at once");
    assert!(mails.iter().all(|mail| !mail.message.body.contains("désolés")));
}

#[tokio::test]
async fn a_thousand_addresses_in_an_hour_get_few_mails() {
    let shop = Shop::open().await;
    let mut sent = 0;
    for n in 0..150 {
        sent += usize::from(shop.mailed(&format!("n{n}"), &format!("a{n}@example.org")).await);
    }
    assert_eq!((sent, shop.mails().await.len()), (100, 100));
    assert_eq!(shop.ids().await.len(), 150, "every complaint is there");
}

#[tokio::test]
async fn whoever_wants_no_mails_gets_none_from_any_complaint_and_can_want_them_again() {
    let shop = Shop::open().await;
    let (of, store) = (shop.brand.organisation, shop.store());
    shop.mailed("un", "zoe@example.org").await;
    let id = shop.ids().await[0];
    complaints::confirm(&shop.waking, of, id, false).await.unwrap();
    assert!(shop.mails().await.is_empty(), "what waited is not sent");
    shop.pass(48);
    assert!(!shop.mailed("deux", "zoe@example.org").await);
    shop.answer(id, "a").await;
    assert!(shop.mails().await.is_empty());
    complaints::confirm(&shop.waking, of, id, true).await.unwrap();
    assert_eq!(store.complaint(of, id).await.unwrap().complaint.mail, Mail::Confirmed);
    for _ in 0..5 {
        shop.answer(id, "b").await;
    }
    assert_eq!(shop.mails().await.len(), 5, "whoever confirmed hears of every answer");
}

#[tokio::test]
async fn no_field_ends_a_header_and_no_address_is_taken_that_is_none() {
    let shop = Shop::open().await;
    for email in
        ["a@b.example\r\nBcc: x@y.example", "a@b.example>, <x@y.example", "a", "a b@c.example", "a@b.example\0"]
    {
        let filed = shop.file(shop.filing("t", email)).await;
        assert_eq!(filed, Filed::Wrong(vec![Wrong::Email]), "{email:?}");
    }
    for name in ["Zoé\r\nSubject: x", "Zo\u{202e}é", &"x".repeat(201)] {
        let filed = shop.file(Filing { name: name.to_owned(), ..shop.filing("t", "") }).await;
        assert_eq!(filed, Filed::Wrong(vec![Wrong::Name]), "{name:?}");
    }
    assert_eq!(shop.ids().await, [0; 0]);
}

#[tokio::test]
async fn each_complaint_is_a_mention_once_whoever_signs_it_and_whatever_breaks_off() {
    let shop = Shop::open().await;
    let (of, store) = (shop.brand.organisation, shop.store());
    // Signed with the name of the brand's own account: still heard.
    let signed = Filing { name: "Chez Élodie & Fils".to_owned(), ..shop.filing("Du verre", "") };
    shop.file(signed).await;
    let id = shop.ids().await[0];
    let mention = store.complaint(of, id).await.unwrap().complaint.mention.unwrap();
    let view = store.mention(of, mention).await.unwrap().view;
    assert_eq!((view.post.post.text.as_str(), view.mention.brand), ("Du verre", shop.brand.id));
    assert!(view.reading.is_some(), "read like any text");
    // A process that died after filing, or after the mention was made, and before it was written down.
    let new = store::NewComplaint {
        brand: shop.brand.id,
        digest: [9; 32],
        held: None,
        name: None,
        email: None,
        locale: "fr".to_owned(),
        text: "Coupé".to_owned(),
        files: Vec::new(),
        by_mail: None,
    };
    store.file_complaint(of, new, start()).await.unwrap();
    assert_eq!(complaints::repair(&shop.waking, &shop.ingest).await.unwrap(), 1);
    assert_eq!(complaints::repair(&shop.waking, &shop.ingest).await.unwrap(), 0);
    let filter = store::MentionFilter { sees: domain::mention::Sees::All, ..store::MentionFilter::default() };
    let all = store.mentions(of, &filter, None, 99).await.unwrap();
    assert_eq!(all.len(), 2);
}

#[tokio::test]
async fn a_conversation_falls_under_retention_with_its_mention_and_not_while_it_goes_on() {
    let shop = Shop::open().await;
    let (of, store) = (shop.brand.organisation, shop.store());
    shop.mailed("Du verre dans le pain", "zoe@example.org").await;
    let trap = Filing { trap: "x".to_owned(), ..shop.filing("du verre aussi", "") };
    shop.file(trap).await;
    let id = shop.ids().await[0];
    let days = Days { text_days: Some(30), author_days: Some(30) };
    retain::set_rules(&shop.waking.world, of, &Retention { all: days, ..Retention::default() }, None).await.unwrap();
    shop.pass(24 * 40);
    retain::pass(&shop.waking.world).await.unwrap();
    let told = store.complaint(of, id).await.unwrap();
    assert_eq!(told.messages[0].text, "Du verre dans le pain", "the customer still waits");
    assert!(!store.dump().await.unwrap().contains("du verre aussi"), "what was held aside and not let in");
    complaints::close(&shop.waking.world, of, id, (shop.lea, "Léa")).await.unwrap();
    retain::pass(&shop.waking.world).await.unwrap();
    let dump = store.dump().await.unwrap();
    for gone in ["verre", "zoe@", "Zoé", "complaint_link"] {
        assert!(!dump.contains(gone), "{gone} is left");
    }
    assert!(store.complaint(of, id).await.unwrap().complaint.erased_at.is_some());
}

#[tokio::test]
async fn a_mail_carries_a_link_of_its_own_and_what_came_of_it_is_written_down() {
    let shop = Shop::open().await;
    shop.mailed("Du verre", "zoe@example.org").await;
    let row = shop.mails().await.remove(0);
    let state = shop.waking.send(&row).await.unwrap();
    assert_ne!(state, OutboxState::Sent, "nobody listens there");
    let mails = shop.store().complaint_mails(shop.brand.organisation, shop.ids().await[0]).await.unwrap();
    assert!(mails[0].reason.is_some() && mails[0].tries == 1, "{mails:?}");
    let dump = shop.store().dump().await.unwrap();
    let links = dump.lines().filter(|line| line.starts_with("complaint_link")).count();
    assert_eq!(links, 2, "the one of the page and the one of this try, as digests");
    assert!(!dump.contains("/conversation/"));
}

#[tokio::test]
async fn a_channel_is_of_a_brand_of_ours_and_says_what_cannot_be() {
    let shop = Shop::open().await;
    assert!(shop.channel.address.starts_with("chez-elodie-fils-"), "{}", shop.channel.address);
    let set =
        async |wanted| complaints::set_channel(&shop.waking, shop.brand.organisation, shop.brand.id, wanted).await;
    let address = |text: &str| Wanted { address: Some(text.to_owned()), ..Wanted::default() };
    assert_eq!(set(address("a b")).await.unwrap(), Err(Unfit::Address));
    assert_eq!(set(address("Dunes")).await.unwrap().unwrap().address, "dunes");
    let site = |text: &str| Wanted { sites: Some(vec![text.to_owned()]), ..Wanted::default() };
    assert_eq!(set(site("https://a; script-src *")).await.unwrap(), Err(Unfit::Sites));
    assert_eq!(set(site("https://Dunes.example/")).await.unwrap().unwrap().terms.sites, ["https://dunes.example"]);
    let phone = Wanted { phone: Some("1\n2".to_owned()), ..Wanted::default() };
    assert_eq!(set(phone).await.unwrap(), Err(Unfit::Phone));
    let new = NewBrand {
        name: "Them".to_owned(),
        role: BrandRole::Competitor,
        zone: "UTC".to_owned(),
        own_accounts: Vec::new(),
        places: Vec::new(),
    };
    let them = shop.store().create_brand(shop.brand.organisation, new).await.unwrap();
    let set = complaints::set_channel(&shop.waking, shop.brand.organisation, them.id, Wanted::default()).await;
    assert_eq!(set.unwrap(), Err(Unfit::Own));
}
