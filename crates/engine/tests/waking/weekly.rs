//! The week in five lines, sent by itself.

use crate::rig::{Manners, Shop, start};
use domain::id::PersonId;
use domain::organisation::{Membership, Role};
use jiff::{SignedDuration, Timestamp};
use store::{NewPerson, NewTarget, OutboxState};
use vigie_engine::waking::settings::{hours, set_hours};
use vigie_engine::waking::{Hours, Letter};

/// The shop's third Monday, midnight in Paris being at 23:00 the day before.
fn monday(hours: i64) -> Timestamp {
    start() + SignedDuration::from_hours(21 * 24 + hours)
}

/// The weeks that wait for somebody, or went, oldest first: the target, the letter, what became of it.
async fn weeks(shop: &Shop, person: PersonId) -> Vec<(i64, Letter, OutboxState)> {
    let rows = shop.world.store.messages_to(person, &[], None, 99).await.unwrap();
    let week = |row: &store::OutboxRow| row.message.key.starts_with("week-");
    let rows = rows.into_iter().rev().filter(week);
    rows.map(|row| (row.message.target, serde_json::from_str(&row.message.body).unwrap(), row.state)).collect()
}

/// Half hours from then on, by two processes at once.
async fn pass(shop: &Shop, from: Timestamp, number: i64) {
    let other = Shop::waking(&shop.world, &shop.receiver);
    for n in 0..number {
        shop.world.clock.advance_to(from + SignedDuration::from_mins(30 * n));
        let (one, two) = tokio::join!(shop.waking.send_weeks(), other.send_weeks());
        one.unwrap();
        two.unwrap();
        shop.send().await;
    }
}

#[tokio::test]
async fn it_comes_once_on_monday_morning_and_again_a_week_later() {
    let shop = Shop::open().await;
    let feed = shop.listens_to("Feed").await;
    shop.tried(feed, true).await;
    pass(&shop, monday(0), 14).await;
    assert!(weeks(&shop, shop.lea).await.is_empty(), "it is not eight yet");
    pass(&shop, monday(7), 6 * 48).await;
    let told = weeks(&shop, shop.lea).await;
    let [(_, letter, OutboxState::Sent)] = told.as_slice() else { panic!("{told:?}") };
    let note = &letter.note;
    assert_eq!((note.waking, note.link.as_deref()), (false, Some("https://vigie.example/report")));
    assert_eq!(note.body.lines().filter(|line| !line.is_empty()).count(), 6, "{}", note.body);
    assert!(note.title.starts_with("La semaine de Dunes") && note.body.starts_with("20 mentions"), "{note:?}");
    assert_eq!(shop.receiver.heard().len(), 1);

    // The week after nobody said anything: it comes all the same.
    pass(&shop, monday(7 * 24), 20).await;
    let told = weeks(&shop, shop.lea).await;
    assert_eq!((told.len(), shop.receiver.heard().len()), (2, 2));
    assert!(told[1].1.note.body.starts_with("Une semaine calme"), "{}", told[1].1.note.body);
    assert_ne!(told[0].1.note.key, told[1].1.note.key);
}

#[tokio::test]
async fn each_gets_it_by_their_own_clock() {
    let shop = Shop::open().await;
    let joe = shop.joins("Joe", Role::ReadOnly).await;
    shop.world.store.set_preferences(joe, "en", "America/New_York").await.unwrap();
    pass(&shop, monday(7), 1).await;
    assert_eq!((weeks(&shop, shop.lea).await.len(), weeks(&shop, joe).await.len()), (1, 0));
    pass(&shop, monday(12), 2).await;
    assert_eq!(weeks(&shop, joe).await.len(), 0, "half past seven there");
    pass(&shop, monday(13), 1).await;
    assert_eq!((weeks(&shop, shop.lea).await.len(), weeks(&shop, joe).await.len()), (1, 1));
}

#[tokio::test]
async fn who_was_stopped_on_monday_tells_it_until_wednesday() {
    for (back, told) in [(24 + 2, 0), (24 + 9, 1), (2 * 24 + 18, 1), (2 * 24 + 20, 0), (3 * 24 + 9, 0)] {
        let shop = Shop::open().await;
        pass(&shop, monday(back), 1).await;
        let weeks = weeks(&shop, shop.lea).await;
        assert_eq!(weeks.len(), told, "back {back} hours after");
        if let Some((_, letter, _)) = weeks.first() {
            assert!(letter.note.body.starts_with("20 mentions"), "the week is Monday's: {}", letter.note.body);
        }
    }
}

#[tokio::test]
async fn what_could_not_be_sent_on_monday_is_not_sent_on_thursday() {
    let shop = Shop::open().await;
    shop.receiver.behave(Manners::Refuses);
    pass(&shop, monday(7), 48 * 3).await;
    assert_eq!(weeks(&shop, shop.lea).await[0].2, OutboxState::Stale);
    shop.receiver.behave(Manners::Takes);
    pass(&shop, monday(4 * 24), 10).await;
    assert_eq!((shop.receiver.heard().len(), weeks(&shop, shop.lea).await.len()), (0, 1));
}

#[tokio::test]
async fn who_wants_none_gets_none() {
    let shop = Shop::open().await;
    let world = &shop.world;
    assert!(hours(world, shop.lea).await.unwrap().weekly, "it is on where nothing was said");
    world.store.set_recipient(shop.lea, r#"{"quiet":null}"#).await.unwrap();
    let kept = hours(world, shop.lea).await.unwrap();
    assert!(kept.weekly && kept.quiet.is_none(), "what was written before there was a week says nothing of it");
    set_hours(world, shop.lea, &Hours { weekly: false, ..kept }).await.unwrap();
    pass(&shop, monday(7), 8).await;
    assert!(weeks(&shop, shop.lea).await.is_empty());
    set_hours(world, shop.lea, &kept).await.unwrap();
    pass(&shop, monday(12), 1).await;
    assert_eq!(weeks(&shop, shop.lea).await.len(), 1);
}

#[tokio::test]
async fn it_goes_to_the_mail_that_was_there_at_the_hour() {
    let shop = Shop::open().await;
    let add = async |address: &str, at| {
        let settings = format!(r#"{{"address":"{address}"}}"#);
        let new = NewTarget { person: shop.lea, kind: "mail".to_owned(), name: "Mail".to_owned(), settings };
        shop.world.store.add_target(new, at).await.unwrap().id
    };
    let mail = add("lea@example.org", start()).await;
    pass(&shop, monday(7), 1).await;
    assert_eq!(weeks(&shop, shop.lea).await[0].0, mail, "not to the webhook, which was there first");
    // Another address in the same week is no reason for another letter.
    shop.world.store.remove_target(shop.lea, mail).await.unwrap();
    add("lea@example.com", start()).await;
    pass(&shop, monday(9), 4).await;
    assert_eq!(weeks(&shop, shop.lea).await.len(), 1);

    // Who comes on Monday at ten was not here for a week.
    let new = NewPerson {
        name: "Nina".to_owned(),
        email: "nina@example.org".to_owned(),
        locale: "fr".to_owned(),
        zone: "Europe/Paris".to_owned(),
        password_hash: String::new(),
    };
    let nina = shop.world.store.create_person(new, monday(9)).await.unwrap().id;
    shop.world.store.set_membership(shop.organisation, nina, Role::Owner).await.unwrap();
    let new = NewTarget {
        person: nina,
        kind: "mail".to_owned(),
        name: "Mail".to_owned(),
        settings: r#"{"address":"nina@example.org"}"#.to_owned(),
    };
    shop.world.store.add_target(new, monday(9)).await.unwrap();
    pass(&shop, monday(12), 10).await;
    assert!(weeks(&shop, nina).await.is_empty());
    pass(&shop, monday(7 * 24 + 7), 1).await;
    assert_eq!(weeks(&shop, nina).await.len(), 1);
}

#[tokio::test]
async fn many_organisations_are_one_letter() {
    let shop = Shop::open().await;
    let store = &shop.world.store;
    for n in 0..24 {
        let client = store.create_organisation(&format!("Client {n}"), start()).await.unwrap().id;
        store.set_membership(client, shop.lea, Role::SocialManager).await.unwrap();
    }
    let strange = store.create_organisation("Stranger", start()).await.unwrap().id;
    let young = store.create_organisation("Young", monday(8)).await.unwrap().id;
    store.set_membership(young, shop.lea, Role::Owner).await.unwrap();
    pass(&shop, monday(9), 3).await;
    let told = weeks(&shop, shop.lea).await;
    assert_eq!(told.len(), 1);
    let note = &told[0].1.note;
    assert!(note.title.contains("Dunes, Client 0") && note.title.contains("20"), "{}", note.title);
    for part in ["Dunes\n20 mentions", "Client 23", "n’écoute nulle part"] {
        assert!(note.body.contains(part), "{part} is not in {}", note.body);
    }
    assert!(!note.body.contains("Stranger") && !note.body.contains("Young"), "{strange:?}");
}

#[tokio::test]
async fn with_the_week_whoever_confirmed_nothing_is_asked_once() {
    let shop = Shop::open().await;
    let plan = "[person.lea]\nname = \"Léa\"\nphone = \"06 1\"\nemail = \"Léa@example.org\"\n";
    vigie_engine::plan::write(&shop.world, shop.organisation, None, 0, plan, "").await.unwrap();
    let joe = shop.joins("Joe", Role::ReadOnly).await;
    pass(&shop, monday(7), 20).await;
    let asked = async |person| -> Vec<store::OutboxRow> {
        let rows = shop.world.store.messages_to(person, &[], None, 99).await.unwrap();
        rows.into_iter().filter(|row| row.message.key.starts_with("confirm-")).collect()
    };
    let first = asked(shop.lea).await;
    assert_eq!((first.len(), first[0].state, asked(joe).await.len()), (1, OutboxState::Sent, 0), "who is in the plan");
    let letter: Letter = serde_json::from_str(&first[0].message.body).unwrap();
    assert!(!letter.note.waking && letter.note.body.contains("06 1 · Léa@example.org"), "{letter:?}");
    assert_eq!(weeks(&shop, shop.lea).await.len(), 1, "and the week beside it");
    // A week later nobody had said anything; then they do, and are left in peace for a quarter.
    pass(&shop, monday(7 * 24 + 7), 4).await;
    assert_eq!(asked(shop.lea).await.len(), 2);
    vigie_engine::team::confirm(&shop.world, shop.organisation, shop.lea).await.unwrap();
    pass(&shop, monday(14 * 24 + 7), 4).await;
    pass(&shop, monday(13 * 7 * 24 + 7), 4).await;
    assert_eq!(asked(shop.lea).await.len(), 2, "twelve weeks later it still holds");
    pass(&shop, monday(15 * 7 * 24 + 7), 4).await;
    assert_eq!(asked(shop.lea).await.len(), 3, "a quarter later it does not");
}

#[tokio::test]
async fn what_waits_on_somebodys_last_day_is_not_sent_after_it() {
    let shop = Shop::open().await;
    let jan = shop.joins("Jan", Role::Legal).await;
    let agency = Membership { role: Role::Agency, until: Some(monday(12)) };
    shop.world.store.set_membership(shop.organisation, jan, agency).await.unwrap();
    shop.receiver.behave(Manners::Refuses);
    pass(&shop, monday(7), 4).await;
    assert_eq!(
        (weeks(&shop, jan).await[0].2, weeks(&shop, shop.lea).await[0].2),
        (OutboxState::Waiting, OutboxState::Waiting)
    );
    shop.receiver.behave(Manners::Takes);
    pass(&shop, monday(12), 4).await;
    assert_eq!(
        (weeks(&shop, jan).await[0].2, weeks(&shop, shop.lea).await[0].2),
        (OutboxState::Silenced, OutboxState::Sent)
    );
}
