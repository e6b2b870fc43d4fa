//! A measure that asks whether those who spread a story saw what was said: counted from who carried it since.

use crate::rig::{Rig, key, start};
use domain::case::Command;
use domain::case::event::{Standing, Test};
use domain::case::state::MeasureStage;
use domain::counter::Series;
use domain::figure::Figure;
use domain::id::SourceId;
use domain::mention::Arrival;
use domain::organisation::Role;
use domain::post::{Author, Post};
use jiff::{SignedDuration, Timestamp};
use store::{Batch, Hit, Item, NewSource};
use text::{Polarity, Reader};
use vigie_engine::case::{Ask, ask, room};
use vigie_engine::{review, rules};

async fn wrote(rig: &Rig, source: SourceId, (who, followers): (&str, i64), at: Timestamp, text: &str) {
    let series = [Series::Mentions, Series::Negative].to_vec();
    let mut reading = rules::read(&Reader::new().unwrap(), text);
    reading.polarity = Polarity::Negative;
    let item = Item {
        post: Post {
            source_kind: "webhook".to_owned(),
            native_id: format!("{who}-{at}"),
            author: Author {
                native_id: Some(who.to_owned()),
                handle: Some(who.to_owned()),
                followers: Some(followers),
                ..Author::default()
            },
            text: text.to_owned(),
            published_at: Some(at),
            seen_at: at,
            raw: b"{}".to_vec(),
            ..Post::default()
        },
        reading: Some(reading),
        hits: vec![Hit {
            organisation: rig.organisation,
            brand: rig.brand,
            queries: Vec::new(),
            arrival: Arrival::Live,
            series,
        }],
        keep: true,
    };
    let batch = Batch { items: vec![item], ..Batch::new(source, at) };
    rig.waking.world.store.commit(batch).await.unwrap();
}

#[tokio::test]
async fn those_who_spread_it_and_carried_what_we_said_are_counted_and_all_of_them_close_the_measure() {
    let rig = Rig::shop().await;
    let (organisation, brand) = (Some(rig.organisation), Some(rig.brand));
    let (kind, name, settings) = ("webhook".to_owned(), "Network".to_owned(), "{}".to_owned());
    let new = NewSource { organisation, brand, kind, name, settings };
    let source = rig.waking.world.store.create_source(new, start() - SignedDuration::from_hours(99)).await.unwrap().id;
    let before = start() - SignedDuration::from_hours(2);
    for (who, text) in
        [("anna", "Ill after the soup."), ("bert", "The Dunes made us ill."), ("cleo", "Never again, ill.")]
    {
        wrote(&rig, source, (who, 900), before, text).await;
    }
    let case = rig.open().await;
    let open = async || room(&rig.waking.world, rig.organisation, case).await.unwrap();
    let first = open().await;
    let (draft, found) = first.state.drafts.first_key_value().unwrap();
    let (draft, binding, shown) = (*draft, found.binding, found.checked);
    let said = first.text(found.wording.text).unwrap().to_owned();
    rig.by(rig.anna, case, Command::Submit { draft, binding, despite: None }).await.unwrap();
    rig.by(rig.anna, case, Command::ReleaseAlone { draft, binding, shown }).await.unwrap();
    rig.by(rig.anna, case, Command::Send { draft, binding, promise: None }).await.unwrap();
    rig.pass(SignedDuration::from_secs(11));
    rig.look(case).await;
    let by = (rig.anna, Role::Owner);
    let test = Test::Seen { draft, share: 1000 };
    let text = "Whoever told it knows what we said.".to_owned();
    let take = Ask::Take { key: key("m"), text, test, owner: Some(rig.ben), due: None, to: None };
    ask(&rig.waking, rig.organisation, case, by, take).await.unwrap();
    let stands = async || review::read(&rig.waking.world, rig.organisation, case).await.unwrap().progress[&1];
    let nobody = stands().await;
    assert_eq!((nobody.standing, nobody.value), (Standing::Off, Figure::Counted(0)));
    let sentence = said.split(['.', '!', '?']).max_by_key(|sentence| sentence.len()).unwrap();
    let (quote, hour) = (format!("They say: {sentence}. Hm."), SignedDuration::from_hours(1));
    rig.pass(hour + hour);
    wrote(&rig, source, ("anna", 900), start() + hour, &quote).await;
    // Who never spread it may carry it as often as they like; other words are none of ours.
    wrote(&rig, source, ("dora", 9_000), start() + hour, &said).await;
    wrote(&rig, source, ("bert", 900), start() + hour, "Still ill.").await;
    assert_eq!(stands().await.value, Figure::Counted(333));
    wrote(&rig, source, ("bert", 900), start() + hour + hour, &said).await;
    wrote(&rig, source, ("cleo", 900), start() + hour + hour, &quote).await;
    rig.pass(hour);
    rig.look(case).await;
    let measure = open().await.state.measures[&1].clone();
    assert!(matches!(measure.stage, MeasureStage::Held(_)), "{measure:?}");
}
