//! What signals may not depend on: how posts were cut into deliveries, and whether they came before or after we listened.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use domain::assess::{Factor, Forecast, Reported, Rubric, Severity, Subject, Unknown};
use domain::counter::Series;
use domain::id::OrganisationId;
use domain::organisation::Role;
use domain::post::Post;
use domain::signal::Explanation;
use domain::source::{Delivery, Source};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};
use store::{NewBrand, NewPerson, NewSource, SignalFilter, SignalRow, Store};
use text::Cause;
use vigie_engine::assess::{of_signal, report, say_severity, set_rubric};
use vigie_engine::bus::Bus;
use vigie_engine::ingest::{Ingest, Manner};
use vigie_engine::pack::Pack;
use vigie_engine::replay::{Play, Stage, log_hash};
use vigie_engine::surge_settings;
use vigie_engine::tick::tick;
use vigie_engine::view::Memory;
use vigie_engine::world::{Clock, World};

const BAKERY: &str = include_str!("../../../packs/bakery.toml");

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(BAKERY).unwrap());
/// Every post of the pack, in the order of arrival.
static POSTS: LazyLock<Vec<Post>> = LazyLock::new(|| PACK.posts(1, false).into_iter().map(|(_, post)| post).collect());

/// One brand, all of whose posts come from one bound source.
struct Shop {
    world: World,
    ingest: Ingest,
    source: Source,
    organisation: OrganisationId,
}

impl Shop {
    async fn open(at: Timestamp, workers: usize) -> Self {
        let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
        let organisation = store.create_organisation("Dunes", at).await.unwrap().id;
        let new = NewBrand {
            name: "Dunes".to_owned(),
            role: domain::brand::BrandRole::Own,
            zone: "Europe/Paris".to_owned(),
            own_accounts: Vec::new(),
            places: Vec::new(),
        };
        let brand = store.create_brand(organisation, new).await.unwrap().id;
        let new = NewSource {
            organisation: Some(organisation),
            brand: Some(brand),
            kind: "file".to_owned(),
            name: "Reviews".to_owned(),
            settings: "{}".to_owned(),
        };
        let source = store.create_source(new, at).await.unwrap();
        let world =
            World { store, clock: Clock::standing_at(at), bus: Bus::default(), folds: Default::default(), workers };
        Self { ingest: Ingest::open(world.clone()).await.unwrap(), world, source, organisation }
    }

    async fn take(&self, posts: &[Post], manner: Manner) {
        let delivery = Delivery { posts: posts.to_vec(), ..Delivery::default() };
        self.ingest.accept(&self.source, delivery, manner).await.unwrap();
    }

    async fn judge(&self, at: Timestamp) {
        self.world.clock.advance_to(at);
        tick(&self.world, &surge_settings().unwrap()).await.unwrap();
    }

    async fn signals(&self) -> Vec<SignalRow> {
        self.world.store.signals(self.organisation, SignalFilter::default(), 100).await.unwrap()
    }
}

/// The posts imported in deliveries of these sizes, over and over, then judged.
async fn imported(cuts: &[usize], workers: usize) -> (Vec<SignalRow>, String) {
    let shop = Shop::open(PACK.end(), workers).await;
    let (mut rest, mut sizes) = (&POSTS[..], cuts.iter().cycle());
    while !rest.is_empty() {
        let (part, after) = rest.split_at((*sizes.next().unwrap()).min(rest.len()));
        shop.take(part, Manner::Import).await;
        rest = after;
    }
    shop.ingest.finish_import(&shop.source).await.unwrap();
    shop.judge(PACK.end()).await;
    (shop.signals().await, log_hash(&shop.world).await.unwrap())
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn an_import_cut_in_any_way_gives_the_same_signals(
        cuts in proptest::collection::vec(prop_oneof![1..4_usize, 5..90_usize, 500..3_000_usize], 1..12),
        workers in 1..5_usize,
    ) {
        static WHOLE: LazyLock<(Vec<SignalRow>, String)> = LazyLock::new(|| block_on(imported(&[usize::MAX], 1)));
        prop_assert!(WHOLE.0.iter().any(|row| row.level == "alert"));
        prop_assert_eq!(&block_on(imported(&cuts, workers)), &*WHOLE);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replay_cut_in_any_way_gives_the_same_signals() {
    let mut told = Vec::new();
    for (batch, workers) in [(2_000, 2), (1, 1), (7, 4)] {
        let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
        let world = World {
            store,
            clock: Clock::standing_at(PACK.start),
            bus: Bus::default(),
            folds: Default::default(),
            workers,
        };
        let play = Play { batch, ..Play::default() };
        let mut stage = Stage::set(world.clone(), &PACK, play).await.unwrap();
        while stage.minute().await.unwrap() {}
        let signals = world.store.signals(stage.organisation.id, SignalFilter::default(), 100).await.unwrap();
        told.push((signals, log_hash(&world).await.unwrap()));
    }
    assert!(told[0].0.iter().any(|row| row.level == "alert"));
    assert!(told.iter().all(|one| *one == told[0]));
}

#[tokio::test]
async fn a_delivery_of_many_parts_is_judged_as_one() {
    let copies = 2 * vigie_engine::ingest::BATCH / POSTS.len() + 1;
    let many: Vec<Post> = (0..copies).flat_map(|n| POSTS.iter().map(move |post| copy(post, n))).collect();
    let mut sorted = many;
    sorted.sort_by_key(|post| post.seen_at);
    assert!(sorted.len() > 2 * vigie_engine::ingest::BATCH);
    let shop = Shop::open(PACK.end(), 2).await;
    shop.take(&sorted, Manner::Live).await;
    assert_eq!(shop.world.store.due_ticks().await.unwrap().len(), 1, "nothing stays held");
    shop.judge(PACK.end()).await;
    assert!(shop.signals().await.iter().any(|row| row.level == "alert" && row.wakes));
}

fn copy(post: &Post, n: usize) -> Post {
    Post { native_id: format!("{}-{n}", post.native_id), ..post.clone() }
}

/// A storm that was running when we came wakes nobody, until live posts join it; then it wakes once, as the same signal.
#[tokio::test]
async fn history_wakes_once_live_posts_join_it() {
    let storm = PACK.storm_at();
    let split = POSTS.partition_point(|post| post.seen_at < storm + SignedDuration::from_mins(45));
    let (before, after) = POSTS.split_at(split);
    let came = before.last().unwrap().seen_at;
    let shop = Shop::open(came, 1).await;
    shop.take(before, Manner::FirstPoll).await;
    shop.judge(came).await;
    let surge = |row: &SignalRow| row.level == "alert" && row.series != Series::Grave;
    let alert = |rows: Vec<SignalRow>| rows.into_iter().filter(surge).collect::<Vec<_>>();
    let found = alert(shop.signals().await);
    assert_eq!((found.len(), found[0].wakes), (1, false), "{found:?}");

    for post in &after[..40] {
        shop.take(std::slice::from_ref(post), Manner::Live).await;
        shop.judge(post.seen_at + SignedDuration::from_mins(1)).await;
    }
    let now = alert(shop.signals().await);
    assert_eq!((now.len(), &now[0].id, now[0].wakes), (1, &found[0].id, true));
    let log = shop.world.store.signal_log(0).await.unwrap();
    assert_eq!(log.iter().filter(|entry| entry.kind == "wakes" && entry.signal == now[0].id).count(), 1);
}

/// Whether one tick or two lie between them: a live post, then an import of the same hour.
#[tokio::test]
async fn where_the_tick_falls_wakes_nobody_and_keeps_nobody_asleep() {
    let storm = PACK.storm_at();
    let calm = POSTS.partition_point(|post| post.seen_at < storm);
    let hour = POSTS.partition_point(|post| post.seen_at < storm + SignedDuration::from_mins(60));
    let (live, history) = (&POSTS[calm], [&POSTS[..calm], &POSTS[calm + 1..hour]].concat());
    let mut told = Vec::new();
    for between in [false, true] {
        let shop = Shop::open(live.seen_at, 1).await;
        shop.take(std::slice::from_ref(live), Manner::Live).await;
        if between {
            shop.judge(live.seen_at + SignedDuration::from_mins(1)).await;
        }
        shop.take(&history, Manner::Import).await;
        shop.ingest.finish_import(&shop.source).await.unwrap();
        shop.judge(storm + SignedDuration::from_mins(61)).await;
        let alerts = shop.signals().await.into_iter().filter(|row| row.level == "alert");
        told.push(alerts.map(|row| (row.id, row.wakes)).collect::<Vec<_>>());
    }
    assert_eq!((told[0].len(), &told[0]), (1, &told[1]));
    assert!(told[0][0].1, "a live post stands in its window");
}

/// A late live post in an episode that is over: it wakes, and stays over.
#[tokio::test]
async fn what_wakes_when_it_is_over_stays_over() {
    let storm = PACK.storm_at();
    let split = POSTS.partition_point(|post| post.seen_at < storm + SignedDuration::from_mins(45));
    let over = storm + SignedDuration::from_hours(30);
    let shop = Shop::open(over, 1).await;
    shop.take(&POSTS[..split], Manner::Import).await;
    shop.ingest.finish_import(&shop.source).await.unwrap();
    shop.judge(over).await;
    let at = storm + SignedDuration::from_mins(20);
    let late = Post { native_id: "late".to_owned(), published_at: Some(at), seen_at: over, ..POSTS[0].clone() };
    shop.take(&[late], Manner::Live).await;
    shop.judge(over + SignedDuration::from_mins(2)).await;
    let alert = shop.signals().await.into_iter().find(|row| row.level == "alert").unwrap();
    assert!(alert.wakes && alert.ended_at.is_some(), "{alert:?}");
    let log = shop.world.store.signal_log(0).await.unwrap();
    assert!(log.iter().all(|entry| entry.kind != "resumed"), "{log:?}");
}

/// What was kept with the signal is what could be seen then; asked later, there is more, and what people say counts.
#[tokio::test]
async fn a_signal_keeps_what_it_was_about_and_is_asked_anew() {
    let storm = PACK.storm_at();
    let later = storm + SignedDuration::from_hours(3);
    let split = POSTS.partition_point(|post| post.seen_at < later);
    let shop = Shop::open(POSTS[0].seen_at, 1).await;
    let early = POSTS.partition_point(|post| post.seen_at < storm + SignedDuration::from_mins(30));
    shop.take(&POSTS[..early], Manner::Live).await;
    shop.judge(storm + SignedDuration::from_mins(30)).await;
    shop.take(&POSTS[early..split], Manner::Live).await;
    shop.judge(later).await;
    let storm = |row: &SignalRow| row.level == "alert" && row.series != Series::Grave;
    let row = shop.signals().await.into_iter().find(storm).unwrap();
    let told: Explanation = serde_json::from_str(&row.explanation).unwrap();
    let kept = told.assessment.unwrap();
    assert!(kept.causes.iter().any(|found| found.cause == Cause::Safety), "{:?}", kept.causes);
    assert!(kept.unknown.contains(&Unknown::Harm));

    let (memory, id) = (Memory::default(), row.id.as_str());
    let now = of_signal(&shop.world, &memory, &row, later).await.unwrap();
    assert!(now.at > kept.at && now.mentions != kept.mentions, "{:?} {:?}", kept.mentions, now.mentions);
    assert!(matches!(now.forecast, Forecast::Told(_)), "{:?}", now.forecast);
    assert!(now.crossings.iter().map(|crossing| crossing.count).sum::<i64>() > 20);
    assert!(now.severity.severity >= Severity::Alert);

    let person = NewPerson {
        name: "Lea".to_owned(),
        email: "lea@dunes.example".to_owned(),
        locale: "fr".to_owned(),
        zone: "UTC".to_owned(),
        password_hash: String::new(),
    };
    let lea = shop.world.store.create_person(person, later).await.unwrap().id;
    shop.world.store.set_membership(shop.organisation, lea, Role::Lead).await.unwrap();
    let calls = Reported::new(Subject::Calls, 40, "", lea, later).unwrap();
    report(&shop.world, shop.organisation, id, &calls).await.unwrap();
    let said =
        async |severity, reason: &str| say_severity(&shop.world, shop.organisation, id, severity, reason, lea).await;
    assert!(said(Some(Severity::Watch), "  ").await.is_err(), "a reason is needed");
    said(Some(Severity::Watch), "a joke").await.unwrap();
    let again = of_signal(&shop.world, &memory, &row, later).await.unwrap();
    assert_eq!((again.severity.severity, again.severity.by_rubric >= Severity::Alert), (Severity::Watch, true));
    assert!(again.severity.points > now.severity.points && !again.unknown.contains(&Unknown::Harm));

    // A rubric of their own: nothing counts but calls.
    let mut own = Rubric { alert: 1, crisis: 4, ..Rubric::default() };
    own.factors.retain(|factor, _| *factor == Factor::Harm);
    set_rubric(&shop.world, shop.organisation, Some(&own)).await.unwrap();
    said(None, "").await.unwrap();
    let by_own = of_signal(&shop.world, &memory, &row, later).await.unwrap();
    assert_eq!((by_own.severity.severity, by_own.severity.points), (Severity::Alert, 2));
    let wrong = Rubric { crisis: 1, ..own };
    assert!(set_rubric(&shop.world, shop.organisation, Some(&wrong)).await.is_err());
}

/// A live post long after the storm of an import does not wake anyone for it.
#[tokio::test]
async fn history_that_is_over_stays_history() {
    let shop = Shop::open(PACK.end(), 1).await;
    shop.take(&POSTS, Manner::Import).await;
    shop.ingest.finish_import(&shop.source).await.unwrap();
    let later = PACK.end() + SignedDuration::from_hours(60);
    let post = Post { native_id: "later".to_owned(), published_at: Some(later), seen_at: later, ..POSTS[0].clone() };
    shop.take(&[post], Manner::Live).await;
    shop.judge(later + SignedDuration::from_mins(2)).await;
    let rows = shop.signals().await;
    assert!(rows.iter().any(|row| row.level == "alert"));
    assert!(rows.iter().all(|row| !row.wakes), "{rows:?}");
}
