//! Complaints: filed once, held or let in, answered by somebody named, erased with their mention.

use crate::house::{House, batch, on_both, t};
use domain::complaint::{Act, Channel, Held, Mail, Rate, State, Terms};
use domain::id::{MentionId, PersonId, SourceId};
use domain::post::{Author, Post, PostKind};
use jiff::SignedDuration;
use store::{
    ByMail, ComplaintCounts, ComplaintFilter, Erase, Error, NewComplaint, NewFile, NewMail, NewMessage, NewSource,
    OutboxState, Saying, Store,
};

/// A channel of our brand, with its source.
pub async fn open_channel(store: &Store, house: &House) -> Channel {
    let new = NewSource {
        organisation: Some(house.ours),
        brand: Some(house.brand),
        kind: "complaint".to_owned(),
        name: "Lantern: complaints".to_owned(),
        settings: "{}".to_owned(),
    };
    let source = store.create_source(new, t(0)).await.unwrap().id;
    let channel = channel(house, source, "lantern");
    store.set_channel(house.ours, &channel).await.unwrap();
    channel
}

pub fn channel(house: &House, source: SourceId, address: &str) -> Channel {
    let terms = Terms { phone: "02 40 00 00 00".to_owned(), sites: vec!["https://lantern.example".to_owned()] };
    Channel { organisation: house.ours, brand: house.brand, source, address: address.to_owned(), open: true, terms }
}

pub fn complaint(house: &House, digest: u8, held: Option<Held>) -> NewComplaint {
    NewComplaint {
        brand: house.brand,
        digest: [digest; 32],
        held,
        name: Some("Zoé".to_owned()),
        email: Some("zoe@example.org".to_owned()),
        locale: "fr".to_owned(),
        text: "The lantern broke".to_owned(),
        files: vec![NewFile { name: "a.png".to_owned(), media_type: "image/png", bytes: vec![digest, 0, 255] }],
        by_mail: None,
    }
}

pub fn saying(act: Act, person: Option<PersonId>, text: &str) -> Saying {
    let name = person.map(|_| "Lea".to_owned());
    Saying { act, person, name, text: text.to_owned(), files: Vec::new(), seen: None, mail: None, by_mail: None }
}

pub fn by_mail(digest: u8) -> NewMail {
    let sender = Some("zoe@example.org".to_owned());
    NewMail {
        digest: [digest; 32],
        sender,
        cut: true,
        left_out: 2,
        raw: b"From: zoe@example.org\r\n\r\nlantern broke".to_vec(),
    }
}

fn mail(key: &str) -> NewMessage {
    let body = "{}".to_owned();
    NewMessage {
        key: key.to_owned(),
        target: 0,
        person: PersonId(0),
        story: None,
        body,
        until: t(9_999),
        complaint: None,
    }
}

fn as_post(id: i64, seconds: i64) -> Post {
    Post {
        source_kind: "complaint".to_owned(),
        native_id: id.to_string(),
        kind: PostKind::Report,
        author: Author { display: Some("Zoé".to_owned()), ..Author::default() },
        text: "The lantern broke".to_owned(),
        published_at: Some(t(seconds)),
        seen_at: t(seconds),
        ..Post::default()
    }
}

/// Makes a complaint the mention that it is.
async fn mention(store: &Store, house: &House, source: SourceId, id: i64, seconds: i64) -> MentionId {
    let made = store.commit(batch(source, vec![house.item(as_post(id, seconds))])).await.unwrap().mentions[0];
    let kept = store.set_complaint_mention(house.ours, id, Some(made), &id.to_string()).await.unwrap();
    assert_eq!(kept, Some(made));
    made
}

#[test]
fn a_complaint_is_filed_once_and_the_conversation_goes_both_ways() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let channel = open_channel(store, &house).await;
        let (id, fresh) = store.file_complaint(house.ours, complaint(&house, 7, None), t(100)).await.unwrap();
        assert!(fresh);
        let again = store.file_complaint(house.ours, complaint(&house, 7, None), t(101)).await.unwrap();
        assert_eq!(again, (id, false), "the form sent twice is one complaint");
        assert_eq!(store.unmentioned_complaints(9).await.unwrap().len(), 1);
        let mention = mention(store, &house, channel.source, id, 100).await;
        assert_eq!(store.unmentioned_complaints(9).await.unwrap(), []);
        assert_eq!(store.complaint_of(house.ours, mention).await.unwrap(), Some(id));
        // Found again by what it is, where a process died in between.
        let found = store.set_complaint_mention(house.ours, id, None, &id.to_string()).await.unwrap();
        assert_eq!(found, Some(mention));

        let told = store.complaint(house.ours, id).await.unwrap();
        assert_eq!((told.complaint.state, told.complaint.mail), (State::Open, Mail::Unconfirmed));
        assert_eq!((told.complaint.waiting_since, told.complaint.said), (Some(t(100)), 1));
        assert_eq!((told.messages.len(), told.files.len(), told.files[0].size), (1, 1, 3));
        let file = store.complaint_file(house.ours, id, 1).await.unwrap();
        assert_eq!(file, ("image/png".to_owned(), vec![7, 0, 255]));
        assert!(matches!(store.complaint_file(house.ours, id, 2).await, Err(Error::NotFound)));
        assert_eq!(store.complaint_bytes(house.ours, house.brand, t(101)).await.unwrap(), (3, 0));

        let answer = Saying { seen: Some(1), mail: Some(mail("c-1")), ..saying(Act::Said, Some(house.lea), "Sorry") };
        assert_eq!(store.say_in_complaint(house.ours, id, answer.clone(), t(200)).await.unwrap(), 2);
        let late = store.say_in_complaint(house.ours, id, answer, t(201)).await;
        assert!(matches!(late, Err(Error::Conflict(_))), "somebody answered meanwhile: {late:?}");
        let told = store.complaint(house.ours, id).await.unwrap().complaint;
        assert_eq!((told.state, told.waiting_since, told.assigned), (State::Answered, None, Some(house.lea)));
        let view = store.mention(house.ours, mention).await.unwrap().view.mention;
        assert_eq!((view.handled.map(|(person, _)| person), view.assigned), (Some(house.lea), Some(house.lea)));
        let mails = store.complaint_mails(house.ours, id).await.unwrap();
        assert_eq!(
            mails.iter().map(|m| (m.message.complaint, m.state)).collect::<Vec<_>>(),
            [(Some(id), OutboxState::Waiting)]
        );
        assert_eq!(store.due_messages(t(300), 9).await.unwrap().len(), 1);

        store.say_in_complaint(house.ours, id, saying(Act::Said, None, "Still broken"), t(300)).await.unwrap();
        store.say_in_complaint(house.ours, id, saying(Act::Said, None, "Really"), t(400)).await.unwrap();
        let told = store.complaint(house.ours, id).await.unwrap().complaint;
        assert_eq!((told.state, told.waiting_since), (State::Open, Some(t(300))), "they wait since they wrote first");
        assert_eq!(store.mention(house.ours, mention).await.unwrap().view.mention.handled, None);
        store.say_in_complaint(house.ours, id, saying(Act::Closed, Some(house.lea), ""), t(500)).await.unwrap();
        assert_eq!(store.complaint(house.ours, id).await.unwrap().complaint.state, State::Closed);
        store.say_in_complaint(house.ours, id, saying(Act::Said, None, "No"), t(600)).await.unwrap();
        let told = store.complaint(house.ours, id).await.unwrap();
        assert_eq!(told.complaint.state, State::Open, "the customer opens it again");
        assert_eq!(told.messages.iter().map(|m| m.n).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
        store.assign_complaint(house.ours, id, None, t(9)).await.unwrap();
        assert_eq!(store.complaint(house.ours, id).await.unwrap().complaint.assigned, None);
        assert_eq!(store.mention(house.ours, mention).await.unwrap().view.mention.assigned, None);
    });
}

#[test]
fn lists_come_longest_waiting_first_and_what_is_held_apart() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        open_channel(store, &house).await;
        let mut ids = Vec::new();
        for n in 0..4_u8 {
            let held = (n == 3).then_some(Held::Fast);
            let new = complaint(&house, n, held);
            ids.push(store.file_complaint(house.ours, new, t(i64::from(n) * 10)).await.unwrap().0);
        }
        store.say_in_complaint(house.ours, ids[0], saying(Act::Said, Some(house.lea), "Sorry"), t(50)).await.unwrap();
        store.say_in_complaint(house.ours, ids[0], saying(Act::Said, None, "Hm"), t(60)).await.unwrap();
        let open = ComplaintFilter { state: Some(State::Open), ..ComplaintFilter::default() };
        let listed = async |filter, beyond| {
            let all = store.complaints(house.ours, filter, beyond, 2).await.unwrap();
            all.into_iter().map(|(complaint, first)| (complaint.id, first)).collect::<Vec<_>>()
        };
        let words = || "The lantern broke".to_owned();
        assert_eq!(listed(open, None).await, [(ids[1], words()), (ids[2], words())]);
        assert_eq!(listed(open, Some((t(20), ids[2]))).await, [(ids[0], words())]);
        let all = ComplaintFilter { brand: Some(house.brand), ..ComplaintFilter::default() };
        assert_eq!(listed(all, None).await, [(ids[0], words()), (ids[2], words())], "what moved last first");
        assert_eq!(listed(all, Some((t(20), ids[2]))).await, [(ids[1], words())]);
        let held = ComplaintFilter { held: true, ..ComplaintFilter::default() };
        assert_eq!(listed(held, None).await, [(ids[3], words())]);
        let counts = ComplaintCounts { open: 3, answered: 0, closed: 0, held: 1 };
        assert_eq!(store.complaint_counts(house.ours).await.unwrap(), counts);
        assert_eq!(store.unmentioned_complaints(9).await.unwrap().len(), 3, "what is held is no mention");
        assert!(!store.let_go_complaint(house.ours, ids[0], t(60)).await.unwrap(), "what is not held stays");
        store.let_in_complaint(house.ours, ids[3], t(70)).await.unwrap();
        assert_eq!(store.unmentioned_complaints(9).await.unwrap().len(), 4);
        assert_eq!(listed(held, None).await, []);
    });
}

#[test]
fn what_was_held_aside_can_be_let_go_and_leaves_room() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        open_channel(store, &house).await;
        let held = complaint(&house, 9, Some(Held::Unsigned));
        let (id, _) = store.file_complaint(house.ours, held, t(5)).await.unwrap();
        let before = store.complaint_bytes(house.ours, house.brand, t(0)).await.unwrap().0;
        assert!(before > 0, "it has files");
        for went in [true, false] {
            assert_eq!(store.let_go_complaint(house.ours, id, t(6)).await.unwrap(), went);
        }
        let gone = store.complaint(house.ours, id).await.unwrap();
        assert_eq!((gone.complaint.name, gone.complaint.email, gone.files.len()), (None, None, 0));
        assert!(gone.messages.iter().all(|message| message.text.is_empty()));
        assert_eq!(store.complaint_bytes(house.ours, house.brand, t(0)).await.unwrap().0, 0);
        let held = ComplaintFilter { held: true, ..ComplaintFilter::default() };
        assert_eq!(store.complaints(house.ours, held, None, 9).await.unwrap(), []);
        assert_eq!(store.complaint_counts(house.ours).await.unwrap().held, 0);
        assert!(matches!(store.let_go_complaint(house.ours, 999, t(6)).await, Err(Error::NotFound)));
    });
}

#[test]
fn a_channel_has_one_address_and_a_rate_gives_what_it_says() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let ours = open_channel(store, &house).await;
        assert_eq!(store.channel_at("lantern").await.unwrap(), Some(ours.clone()));
        assert_eq!(store.channel_at("LANTERN").await.unwrap(), None);
        assert_eq!(store.channels(house.ours).await.unwrap(), std::slice::from_ref(&ours));
        let other = NewSource {
            organisation: Some(house.theirs),
            brand: Some(house.their_brand),
            kind: "complaint".to_owned(),
            name: "theirs".to_owned(),
            settings: "{}".to_owned(),
        };
        let source = store.create_source(other, t(0)).await.unwrap().id;
        let theirs = Channel { organisation: house.theirs, brand: house.their_brand, source, ..ours.clone() };
        let taken = store.set_channel(house.theirs, &theirs).await;
        assert!(matches!(taken, Err(Error::Conflict(_))), "{taken:?}");
        let shut = Channel { address: "lantern-2".to_owned(), open: false, ..ours };
        store.set_channel(house.ours, &shut).await.unwrap();
        assert_eq!(store.channel(house.ours, house.brand).await.unwrap(), Some(shut.clone()));
        // The address that was given up leads there still, is nobody else's, and may be taken again.
        assert_eq!(store.channel_at("lantern").await.unwrap(), Some(shut.clone()));
        let taken = store.set_channel(house.theirs, &theirs).await;
        assert!(matches!(taken, Err(Error::Conflict(_))), "{taken:?}");
        let again = Channel { address: "lantern".to_owned(), ..shut };
        store.set_channel(house.ours, &again).await.unwrap();
        for address in ["lantern", "lantern-2"] {
            assert_eq!(store.channel_at(address).await.unwrap(), Some(again.clone()), "{address}");
        }

        let rates = [
            ("a".to_owned(), Rate::new(2, SignedDuration::from_secs(60))),
            ("b".to_owned(), Rate::new(1, SignedDuration::from_secs(1))),
        ];
        let take = async |seconds| store.take_tokens(&rates, t(seconds)).await.unwrap();
        assert_eq!(take(0).await, [true, true]);
        assert_eq!(take(0).await, [true, false]);
        assert_eq!(take(2).await, [false, true]);
        assert_eq!(take(60).await, [true, true]);
        assert_eq!(take(400_000).await, [true, true], "what nobody took of is forgotten, and full");
    });
}

#[test]
fn a_link_opens_one_conversation_and_mails_end_where_they_are_not_wanted() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        open_channel(store, &house).await;
        let (id, _) = store.file_complaint(house.ours, complaint(&house, 7, None), t(0)).await.unwrap();
        assert_eq!(store.complaint_by_link(&[7; 32]).await.unwrap(), Some((house.ours, id, false)));
        assert_eq!(store.complaint_by_link(&[8; 32]).await.unwrap(), None);
        store.add_complaint_link(house.ours, id, &[8; 32], t(1)).await.unwrap();
        store.add_complaint_link(house.ours, id, &[8; 32], t(2)).await.unwrap();
        assert_eq!(store.complaint_by_link(&[8; 32]).await.unwrap(), Some((house.ours, id, true)));
        let answer = Saying { mail: Some(mail("c-1")), ..saying(Act::Said, Some(house.lea), "Sorry") };
        store.say_in_complaint(house.ours, id, answer, t(3)).await.unwrap();
        store.set_complaint_mail(house.ours, id, Mail::Confirmed).await.unwrap();
        assert_eq!(store.due_messages(t(9), 9).await.unwrap().len(), 1);
        let address = Some((house.ours, "zoe@example.org".to_owned()));
        assert_eq!(store.complaint_address(id).await.unwrap(), address);
        store.set_complaint_mail(house.ours, id, Mail::Stopped).await.unwrap();
        assert_eq!(store.complaint_address(id).await.unwrap(), None);
        assert_eq!(store.due_messages(t(9), 9).await.unwrap(), [], "what waits is not sent");
        let nobody = NewComplaint { email: None, ..complaint(&house, 9, None) };
        let (silent, _) = store.file_complaint(house.ours, nobody, t(4)).await.unwrap();
        let set = store.set_complaint_mail(house.ours, silent, Mail::Confirmed).await;
        assert!(matches!(set, Err(Error::NotFound)), "{set:?}");
        assert!(!store.is_mail_stopped(&[1; 32]).await.unwrap());
        store.stop_mail(&[1; 32], true, t(5)).await.unwrap();
        store.stop_mail(&[1; 32], true, t(6)).await.unwrap();
        assert!(store.is_mail_stopped(&[1; 32]).await.unwrap());
        store.stop_mail(&[1; 32], false, t(7)).await.unwrap();
        assert!(!store.is_mail_stopped(&[1; 32]).await.unwrap());
    });
}

#[test]
fn what_is_erased_of_a_mention_is_erased_of_its_conversation() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let channel = open_channel(store, &house).await;
        let (id, _) = store.file_complaint(house.ours, complaint(&house, 7, None), t(100)).await.unwrap();
        let (held, _) = store.file_complaint(house.ours, complaint(&house, 8, Some(Held::Trap)), t(100)).await.unwrap();
        mention(store, &house, channel.source, id, 100).await;
        let answer = Saying { mail: Some(mail("c-1")), ..saying(Act::Said, Some(house.lea), "Zoé, sorry") };
        store.say_in_complaint(house.ours, id, answer, t(200)).await.unwrap();
        let posts = store.held_posts(None, t(9_999), None, 9).await.unwrap();
        assert!(posts[0].mentions[0].in_hand, "a conversation that goes on is in hand");
        store.say_in_complaint(house.ours, id, saying(Act::Closed, Some(house.lea), ""), t(201)).await.unwrap();
        let posts = store.held_posts(None, t(9_999), None, 9).await.unwrap();
        assert!(!posts[0].mentions[0].in_hand);
        let all = Erase { post: posts[0].id, text: true, author: true, mentions: 1 };
        assert_eq!(store.erase(&[all], t(300)).await.unwrap(), (1, 1));
        assert_eq!(store.erase_held_complaints(house.ours, house.brand, t(100)).await.unwrap(), 0);
        assert_eq!(store.erase_held_complaints(house.ours, house.brand, t(101)).await.unwrap(), 1);
        let dump = store.dump().await.unwrap();
        let kept: Vec<_> =
            dump.lines().filter(|line| !line.starts_with("outbox") && !line.starts_with("query")).collect();
        for gone in ["lantern broke", "Zoé", "zoe@", "complaint_file", "complaint_link", "0700ff", "0800ff"] {
            assert!(!kept.iter().any(|line| line.contains(gone)), "{gone} is left: {dump}");
        }
        for id in [id, held] {
            let told = store.complaint(house.ours, id).await.unwrap();
            assert!(told.complaint.erased_at.is_some() && told.files.is_empty());
            let late = store.say_in_complaint(house.ours, id, saying(Act::Said, None, "x"), t(400)).await;
            assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
        }
        assert_eq!(store.due_messages(t(500), 9).await.unwrap(), [], "no mail goes to an address that was erased");
        assert_eq!(store.unmentioned_complaints(9).await.unwrap(), []);
    });
}

#[test]
fn a_mail_is_taken_once_and_found_by_its_secret_and_does_not_come_back_when_it_is_erased() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        open_channel(store, &house).await;
        let first = NewComplaint { by_mail: Some(by_mail(1)), ..complaint(&house, 7, Some(Held::Sender)) };
        let (id, _) = store.file_complaint(house.ours, first, t(0)).await.unwrap();
        let again = NewComplaint { by_mail: Some(by_mail(1)), ..complaint(&house, 8, None) };
        let again = store.file_complaint(house.ours, again, t(1)).await;
        assert!(matches!(again, Err(Error::Conflict(_))), "the same mail under another link: {again:?}");
        store.add_complaint_reply(house.ours, id, &[5; 32], t(2)).await.unwrap();
        assert_eq!(store.complaint_by_reply(house.ours, &[[4; 32], [5; 32]]).await.unwrap(), Some(id));
        assert_eq!(store.complaint_by_reply(house.ours, &[[4; 32]]).await.unwrap(), None);
        assert_eq!(store.complaint_by_link(&[5; 32]).await.unwrap(), None, "it opens nothing");
        let said = Saying { by_mail: Some(by_mail(2)), ..saying(Act::Said, None, "By mail") };
        assert_eq!(store.say_in_complaint(house.ours, id, said.clone(), t(3)).await.unwrap(), 2);
        let twice = store.say_in_complaint(house.ours, id, said, t(4)).await;
        assert!(matches!(twice, Err(Error::Conflict(_))), "{twice:?}");
        let told = store.complaint(house.ours, id).await.unwrap();
        let expected = ByMail { sender: Some("zoe@example.org".to_owned()), cut: true, left_out: 2 };
        assert_eq!(told.messages.iter().map(|m| m.by_mail.clone()).collect::<Vec<_>>(), vec![Some(expected); 2]);
        assert!(store.complaint_mail(house.ours, id, 2).await.unwrap().starts_with(b"From: zoe"));
        assert!(matches!(store.complaint_mail(house.ours, id, 3).await, Err(Error::NotFound)));
        assert!(store.let_go_complaint(house.ours, id, t(5)).await.unwrap());
        assert!(
            store.is_mail_taken(house.ours, &[1; 32]).await.unwrap()
                && !store.is_mail_taken(house.ours, &[3; 32]).await.unwrap()
        );
        assert_eq!(store.complaint_mail(house.ours, id, 2).await.unwrap(), b"");
        assert_eq!(store.complaint_by_reply(house.ours, &[[5; 32]]).await.unwrap(), None);
        let dump = store.dump().await.unwrap();
        assert!(
            !dump.contains("zoe@") && !dump.contains("lantern broke") && !dump.contains("complaint_reply"),
            "{dump}"
        );
    });
}
