//! The line from a pack to an explained signal, in a virtual world.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use domain::counter::Series;
use jiff::SignedDuration;
use std::sync::Arc;
use store::{SignalFilter, SignalRow, Store};
use vigie_engine::bus::Bus;
use vigie_engine::pack::Pack;
use vigie_engine::replay::{Play, Stage, log_hash};
use vigie_engine::world::{Clock, World};

const BAKERY: &str = include_str!("../../../packs/bakery.toml");

struct Played {
    signals: Vec<SignalRow>,
    hash: String,
    world: World,
    storm_at: jiff::Timestamp,
}

async fn play(text: &str, play: Play, workers: usize) -> Played {
    let pack = Pack::read(text).unwrap();
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    let world =
        World { store, clock: Clock::standing_at(pack.start), bus: Bus::default(), folds: Default::default(), workers };
    let mut stage = Stage::set(world.clone(), &pack, play).await.unwrap();
    while stage.minute().await.unwrap() {}
    let mut signals = world.store.signals(stage.organisation.id, SignalFilter::default(), 100).await.unwrap();
    signals.reverse();
    Played { signals, hash: log_hash(&world).await.unwrap(), world, storm_at: pack.storm_at() }
}

fn minutes_between(a: jiff::Timestamp, b: jiff::Timestamp) -> i64 {
    b.duration_since(a).as_mins()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_storm_is_an_alert_within_the_half_hour_and_explains_itself() {
    let played = play(BAKERY, Play::default(), 2).await;
    for row in &played.signals {
        eprintln!(
            "{} {} onset {} raised {} score {} {} / {}",
            row.id, row.level, row.onset, row.raised_at, row.score, row.observed, row.expected
        );
    }
    let (grave, counted): (Vec<_>, Vec<_>) = played.signals.iter().partition(|row| row.series == Series::Grave);
    assert!(
        (1..=4).contains(&grave.len()),
        "the glass is told in many words and alerts as one story, or few: {}",
        grave.len()
    );
    assert!(grave[0].raised_at.duration_since(grave[0].onset) <= SignedDuration::from_secs(60), "at once");
    let alerts: Vec<_> = counted.into_iter().filter(|row| row.level == "alert").collect();
    assert_eq!(alerts.len(), 1, "one storm, one alert");
    let alert = alerts[0];
    assert!(
        (0..=30).contains(&minutes_between(played.storm_at, alert.raised_at)),
        "{} {}",
        played.storm_at,
        alert.raised_at
    );
    assert!((-2..=5).contains(&minutes_between(played.storm_at, alert.onset)), "{} {}", played.storm_at, alert.onset);
    let said: domain::signal::Explanation = serde_json::from_str(&alert.explanation).unwrap();
    eprintln!("{} {} {:?}", said.observed, played.hash, said.stories.first());
    assert!(said.observed >= said.least, "{said:?}");
    let glass = |text: &str| ["verre", "glass", "néon"].iter().any(|word| text.to_lowercase().contains(word));
    assert!(said.stories.iter().any(|story| glass(&story.text)), "{:?}", said.stories);
    let frozen: signal::why::Frozen = serde_json::from_str(&alert.frozen).unwrap();
    let again = signal::why::recompute(&frozen).unwrap();
    assert_eq!(vigie_engine::tick::thousandths(again.score), alert.score);
    assert_eq!(played.world.store.due_ticks().await.unwrap(), vec![], "nothing is left to judge");
}
