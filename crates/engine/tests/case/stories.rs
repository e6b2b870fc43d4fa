//! What followed a text is counted of the case's own stories where they are known, and of the whole brand where they are not; and it is said which.

use crate::rig::{Rig, start};
use domain::case::Command;
use domain::counter::Series;
use domain::id::SourceId;
use domain::mention::{Arrival, Reading};

use domain::post::Post;
use domain::review::Followed;
use domain::signal::signal_id;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::{Batch, Hit, Item, NewSignal, NewSource, Settlement};
use text::{Polarity, Reader};
use vigie_engine::{review, rules};

const STORY: &str =
    "My daughter was ill all night after the soup at the Dunes, stay away from that kitchen, it is disgusting.";
const OTHER: &str =
    "The opening hours on the door of the Dunes are wrong again, what a nuisance for everybody who walks there.";

async fn source(rig: &Rig) -> SourceId {
    let (organisation, brand) = (Some(rig.organisation), Some(rig.brand));
    let (kind, name, settings) = ("webhook".to_owned(), "reviews".to_owned(), "{}".to_owned());
    let new = NewSource { organisation, brand, kind, name, settings };
    rig.waking.world.store.create_source(new, start() - SignedDuration::from_hours(60 * 24)).await.unwrap().id
}

/// So many posts of one text, a minute apart.
async fn wrote(rig: &Rig, source: SourceId, (from, many): (Timestamp, i64), reading: &Reading, text: &str) {
    let item = |n: i64| {
        let at = from + SignedDuration::from_mins(n);
        let ill = reading.polarity == Polarity::Negative;
        let series = if ill { vec![Series::Mentions, Series::Negative] } else { vec![Series::Mentions] };
        Item {
            post: Post {
                source_kind: "webhook".to_owned(),
                native_id: format!("{at}-{}", text.len()),
                text: text.to_owned(),
                published_at: Some(at),
                seen_at: at,
                raw: b"{}".to_vec(),
                ..Post::default()
            },
            reading: Some(reading.clone()),
            hits: vec![Hit {
                organisation: rig.organisation,
                brand: rig.brand,
                queries: Vec::new(),
                arrival: Arrival::Live,
                series,
            }],
            keep: true,
        }
    };
    let batch = Batch { items: (0..many).map(item).collect(), ..Batch::new(source, from) };
    rig.waking.world.store.commit(batch).await.unwrap();
}

/// An alert half an hour ago that tells this story so often among twelve mentions.
async fn alerted(rig: &Rig, fingerprint: u64, told: i64) {
    let onset = start() - SignedDuration::from_mins(30);
    let story = json!({
        "text": "t", "first_author": null, "first_at": onset, "count": told, "fires_without": false, "mentions": [],
        "fingerprint": fingerprint,
    });
    let explanation = json!({
        "series": null, "observed": 12, "expected": 0, "low": 0, "high": 1, "window_minutes": 60, "least": 5, "people": 12,
        "negative": 12, "stories": [story], "queries": [], "authors": [], "sources": [],
    });
    let signal = NewSignal {
        id: signal_id(rig.brand, Series::Negative, onset),
        organisation: rig.organisation,
        brand: rig.brand,
        series: Series::Negative,
        level: "alert".to_owned(),
        onset,
        raised_at: onset,
        last_hot_at: onset,
        late: false,
        wakes: true,
        score: 5_000,
        observed: 12,
        expected: 500,
        frozen: "{}".to_owned(),
        explanation: explanation.to_string(),
    };
    let settlement = Settlement {
        answers: None,
        until_minute: onset.as_second() / 60,
        detectors: Vec::new(),
        raise: vec![signal],
        update: Vec::new(),
        at: onset,
    };
    rig.waking.world.store.settle(rig.organisation, rig.brand, settlement).await.unwrap();
}

/// The holding text is out; two days later, what followed it.
async fn followed(told: Option<i64>) -> Followed {
    let rig = Rig::shop().await;
    let source = source(&rig).await;
    let read = |polarity: Polarity, text: &str| Reading { polarity, ..rules::read(&Reader::new().unwrap(), text) };
    let (ill, well) = (read(Polarity::Negative, STORY), read(Polarity::Neutral, OTHER));
    assert!(!text::near(ill.fingerprint, well.fingerprint), "two stories");
    let before = start() - SignedDuration::from_hours(20);
    wrote(&rig, source, (before, 14), &ill, STORY).await;
    wrote(&rig, source, (before, 30), &well, OTHER).await;
    if let Some(told) = told {
        alerted(&rig, ill.fingerprint, told).await;
    }
    let case = rig.open().await;
    let open = vigie_engine::case::room(&rig.waking.world, rig.organisation, case).await.unwrap();
    let (draft, found) = open.state.drafts.first_key_value().unwrap();
    let (draft, binding, shown) = (*draft, found.binding, found.checked);
    rig.by(rig.anna, case, Command::Submit { draft, binding, despite: None }).await.unwrap();
    rig.by(rig.anna, case, Command::ReleaseAlone { draft, binding, shown }).await.unwrap();
    rig.by(rig.anna, case, Command::Send { draft, binding, promise: None }).await.unwrap();
    rig.pass(SignedDuration::from_secs(11));
    rig.look(case).await;
    let after = rig.waking.world.clock.now() + SignedDuration::from_hours(2);
    wrote(&rig, source, (after, 11), &ill, STORY).await;
    wrote(&rig, source, (after, 40), &well, OTHER).await;
    rig.pass(SignedDuration::from_hours(48));
    let found = review::read(&rig.waking.world, rig.organisation, case).await.unwrap().review;
    assert_eq!(found.followed.len(), 1, "{:?}", found.followed);
    found.followed[0]
}

#[tokio::test]
async fn what_followed_counts_the_cases_own_stories_where_they_are_known() {
    let counts = |it: &Followed| {
        let after = it.after.unwrap().span;
        (it.stories, [it.before.span.mentions, it.before.span.ill, after.mentions, after.ill])
    };
    let own = followed(Some(10)).await;
    assert_eq!(counts(&own), (true, [Some(14), Some(14), Some(11), Some(11)]));
    // What it is about is more than that story, or nobody knows what it is about: the whole brand.
    let brand = (false, [Some(44), Some(14), Some(51), Some(11)]);
    assert_eq!(counts(&followed(Some(5)).await), brand);
    assert_eq!(counts(&followed(Some(1)).await), brand);
    assert_eq!(counts(&followed(None).await), brand);
}
