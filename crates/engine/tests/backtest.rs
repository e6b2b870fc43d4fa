//! What a back-test may not differ from: what is stored, and what would have been stored.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use domain::brand::Brand;
use domain::counter::{Series, minute, minute_start};
use domain::post::Post;
use domain::signal::Level;
use domain::source::Delivery;
use jiff::Timestamp;
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};
use store::{NewBrand, NewSource, SignalFilter, Store};
use vigie_engine::backtest::{Asked, Backtest, Bounds, run};
use vigie_engine::bus::Bus;
use vigie_engine::ingest::{Ingest, Manner};
use vigie_engine::pack::Pack;
use vigie_engine::replay::{Play, Stage};
use vigie_engine::tick::tick;
use vigie_engine::world::{Clock, World};

const BAKERY: &str = include_str!("../../../packs/bakery.toml");

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(BAKERY).unwrap());

async fn empty(at: Timestamp) -> World {
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    World { store, clock: Clock::standing_at(at), bus: Bus::default(), folds: Default::default(), workers: 2 }
}

/// A world in which the pack was played.
async fn played() -> (World, Vec<Brand>) {
    let world = empty(PACK.start).await;
    let mut stage = Stage::set(world.clone(), &PACK, Play::default()).await.unwrap();
    while stage.minute().await.unwrap() {}
    let brands = world.store.brands(stage.organisation.id).await.unwrap();
    (world, brands)
}

/// A world with one brand and one source that is not bound to it, into which every post of the pack came.
async fn heard(queries: &[String], manner: Manner) -> (World, Brand) {
    let world = empty(PACK.start).await;
    let organisation = world.store.create_organisation("ours", PACK.start).await.unwrap().id;
    let of_pack = &PACK.brand[0];
    let new = NewBrand {
        name: of_pack.name.clone(),
        role: of_pack.role,
        zone: of_pack.zone.clone(),
        own_accounts: of_pack.own_accounts.clone(),
        places: Vec::new(),
    };
    let brand = world.store.create_brand(organisation, new).await.unwrap();
    for text in queries {
        world.store.create_query(organisation, brand.id, "a query", text).await.unwrap();
    }
    let (kind, name, settings) = ("pack".to_owned(), "all".to_owned(), "{}".to_owned());
    let new = NewSource { organisation: Some(organisation), brand: None, kind, name, settings };
    let source = world.store.create_source(new, PACK.start).await.unwrap();
    let ingest = Ingest::open(world.clone()).await.unwrap();
    let settings = vigie_engine::surge_settings().unwrap();
    // As soon as they are published: what comes while a minute is judged is judged with the next.
    let posts = PACK.posts(1, false).into_iter();
    let mut posts: Vec<Post> = posts.map(|(_, p)| Post { seen_at: p.published_at.unwrap(), ..p }).collect();
    posts.sort_by_key(|post| post.seen_at);
    for minute in posts.chunk_by(|a, b| manner == Manner::Import || minute(a.seen_at) == minute(b.seen_at)) {
        let last = minute.last().unwrap().seen_at;
        world.clock.advance_to(last);
        let delivery = Delivery { posts: minute.to_vec(), ..Delivery::default() };
        ingest.accept(&source, delivery, manner).await.unwrap();
        if manner == Manner::Live {
            world.clock.advance_to(minute_start(domain::counter::minute(last) + 1));
            tick(&world, &settings).await.unwrap();
        }
    }
    ingest.finish_import(&source).await.unwrap();
    world.clock.advance_to(PACK.end());
    tick(&world, &settings).await.unwrap();
    (world, brand)
}

async fn saved(world: &World, brand: &Brand) -> Vec<String> {
    let all = world.store.queries(brand.organisation).await.unwrap();
    all.into_iter().filter(|query| query.brand == brand.id).map(|query| query.text).collect()
}

async fn tried(world: &World, brand: &Brand, queries: Vec<String>) -> Backtest {
    run(world, &Asked { brand: brand.clone(), queries, weeks: 1 }, Bounds::default()).await.unwrap()
}

type Signals = Vec<(&'static str, Series, Timestamp, i64, i64)>;

/// What the store holds of a brand: mentions, those that speak ill, and the signals raised.
async fn stored(world: &World, brand: &Brand) -> (i64, i64, Signals) {
    let upto = minute(world.clock.now()) + 1;
    let count = async |series| world.store.counted(brand.organisation, brand.id, series, 0, upto).await.unwrap();
    let filter = SignalFilter { brand: Some(brand.id), ..SignalFilter::default() };
    let mut rows = world.store.signals(brand.organisation, filter, 100).await.unwrap();
    // What comes from an import alerts nobody; a back-test says what would have.
    rows.retain(|row| row.series != Series::Grave);
    let level = |code: &str| domain::signal::level_from_code(code).unwrap().code();
    let signals = rows.into_iter().rev().map(|r| (level(&r.level), r.series, r.onset, r.observed, r.expected));
    (count(Series::Mentions).await, count(Series::Negative).await, signals.collect())
}

fn told(found: &vigie_engine::backtest::Found) -> (i64, i64, Signals) {
    let counted = found.signals.iter().filter(|r| r.series != Series::Grave);
    let signals = counted.map(|r| (r.level.code(), r.series, r.onset, r.observed, r.expected));
    (found.mentions, found.negative, signals.collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_saved_queries_find_what_is_stored() {
    let (world, brands) = played().await;
    let mut alerts = 0;
    for brand in &brands {
        let result = tried(&world, brand, saved(&world, brand).await).await;
        let ((found, ill, signals), (mentions, negative, raised)) =
            (told(&result.present), stored(&world, brand).await);
        assert_eq!((found, ill), (mentions, negative), "{}", brand.name);
        // Posts of the pack come up to a minute late: what was raised on a part of them may say another minute and count.
        let level = |signals: Signals| signals.into_iter().map(|(level, ..)| level).collect::<Vec<_>>();
        assert_eq!(level(signals), level(raised), "{}", brand.name);
        assert_eq!(result.present, result.changed);
        assert_eq!((result.gained.count, result.lost.count, result.whole), (0, 0, true));
        assert_eq!(result.days.iter().map(|day| day.present).sum::<i64>(), result.present.mentions);
        assert!(result.days.iter().all(|day| day.present == day.changed));
        alerts += result.present.of_level(Level::Alert);
    }
    assert!(alerts > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_saved_queries_raise_what_was_raised() {
    let queries = ["martin", "galette AND verre"].map(str::to_owned);
    for manner in [Manner::Live, Manner::Import] {
        let (world, brand) = heard(&queries, manner).await;
        let result = tried(&world, &brand, queries.to_vec()).await;
        let ((found, ill, signals), (mentions, negative, raised)) =
            (told(&result.present), stored(&world, &brand).await);
        assert!(raised.iter().any(|(level, ..)| *level == "alert"), "{raised:?}");
        assert_eq!((found, ill), (mentions, negative), "{manner:?}");
        if manner == Manner::Import {
            assert_eq!(signals, raised);
        }
        // A world that listens judges the minutes that bring something; which of them told of it last may differ, what it is and when not.
        let known =
            |signals: Signals| signals.into_iter().map(|(level, _, onset, ..)| (level, onset)).collect::<Vec<_>>();
        assert_eq!(known(signals), known(raised), "{manner:?}");
        // Of grave posts, one alert for each story, as the world that listened had it.
        let filter = SignalFilter { brand: Some(brand.id), ..SignalFilter::default() };
        let mut rows = world.store.signals(brand.organisation, filter, 100).await.unwrap();
        rows.retain(|row| row.series == Series::Grave);
        let alone = result.present.signals.iter().filter(|raised| raised.series == Series::Grave);
        let alone: Vec<_> = alone.map(|raised| (raised.level, raised.onset)).collect();
        assert!(!alone.is_empty() && result.present.of_level(Level::Alert) > alone.len() as i64, "{alone:?}");
        if manner == Manner::Live {
            let raised: Vec<_> = rows.iter().rev().map(|row| (Level::Alert, row.onset)).collect();
            assert_eq!(alone, raised);
        }
    }
    // Another query finds another of them, or none.
    let (world, brand) = heard(&queries, Manner::Import).await;
    let none = tried(&world, &brand, vec!["zzyzx".to_owned()]).await;
    assert!(none.changed.signals.is_empty() && none.present.of_level(Level::Alert) > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_gained_and_lost_is_shown_newest_first() {
    let (world, brands) = played().await;
    let martin = &brands[0];
    let result = tried(&world, martin, vec!["galette".to_owned()]).await;
    let difference = result.changed.mentions - result.present.mentions;
    assert_eq!(result.gained.count - result.lost.count, difference);
    assert!(result.gained.count > 0 && result.lost.count > 0, "{:?}", (result.gained.count, result.lost.count));
    for side in [&result.gained, &result.lost] {
        assert_eq!(side.examples.len() as i64, side.count.min(10));
        assert!(side.examples.is_sorted_by(|a, b| a.at >= b.at));
    }
    assert!(
        result.gained.examples.iter().all(|one| one.mention.is_none() && one.text.to_lowercase().contains("galette"))
    );
    assert!(
        result.lost.examples.iter().all(|one| one.mention.is_some() && !one.text.to_lowercase().contains("galette"))
    );
    assert_eq!(world.store.rules_version().await.unwrap(), {
        let (other, _) = (tried(&world, martin, Vec::new()).await, ());
        assert_eq!(other.gained.count, 0);
        world.store.rules_version().await.unwrap()
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bound_that_is_hit_is_told_and_what_is_left_is_right() {
    let (world, brands) = played().await;
    let martin = &brands[0];
    let queries = saved(&world, martin).await;
    let whole = tried(&world, martin, queries.clone()).await;
    let bounds = Bounds { posts: whole.looked / 2, ..Bounds::default() };
    let half = run(&world, &Asked { brand: martin.clone(), queries, weeks: 1 }, bounds).await.unwrap();
    assert!(!half.whole && half.from > whole.from && half.looked < whole.looked, "{} of {}", half.looked, whole.looked);
    let stored = world.store.counted(martin.organisation, martin.id, Series::Mentions, minute(half.from), i64::MAX);
    assert_eq!(half.present.mentions, stored.await.unwrap());
    assert!(half.present.mentions > 0);
}

/// Queries that a newcomer may type.
fn queries() -> impl Strategy<Value = Vec<String>> {
    let one = prop_oneof![
        Just("galette"),
        Just("martin NOT galette"),
        Just("\"boulangerie martin\""),
        Just("boulangerie OR baguette"),
        Just("lang:fr AND (verre OR martin)"),
        Just("source:pack AND followers:>100 AND (martin OR galette)"),
        Just("#boulangeriemartin"),
    ];
    proptest::collection::vec(one.prop_map(str::to_owned), 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn tried_queries_find_what_they_would_have_found_had_they_been_saved(saved in queries(), tried_ones in queries()) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let (world, brand) = heard(&saved, Manner::Import).await;
            let result = tried(&world, &brand, tried_ones.clone()).await;
            let (other, theirs) = heard(&tried_ones, Manner::Import).await;
            assert_eq!(told(&result.changed), stored(&other, &theirs).await);
            assert_eq!(told(&result.present), stored(&world, &brand).await);
        });
    }
}
