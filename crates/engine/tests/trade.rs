//! Us or the whole trade, and what departs beside the volume, from posts to what a signal keeps.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use domain::assess::{Aspect, Assessment, Stands, Stir, Whose};
use domain::brand::BrandRole;
use domain::id::{BrandId, OrganisationId};
use domain::post::Post;
use domain::signal::Explanation;
use domain::source::{Delivery, Source};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use store::{NewBrand, NewSource, SignalFilter, SignalRow, Store};
use vigie_engine::assess::of_signal;
use vigie_engine::bus::Bus;
use vigie_engine::ingest::{Ingest, Manner};
use vigie_engine::surge_settings;
use vigie_engine::tick::tick;
use vigie_engine::view::Memory;
use vigie_engine::world::{Clock, World};

const DAY: i64 = 1_440;

/// Ours and others, each with a source of its own and a mention each 97 minutes for so many days.
struct Trade {
    world: World,
    ingest: Ingest,
    organisation: OrganisationId,
    brands: Vec<(BrandId, Source)>,
}

fn at(minutes: i64) -> Timestamp {
    let storm: Timestamp = "2026-11-21T20:00:00Z".parse().unwrap();
    storm + SignedDuration::from_mins(minutes)
}

fn post(brand: usize, minutes: i64, n: i64, text: &str) -> Post {
    Post {
        source_kind: "file".to_owned(),
        native_id: format!("b{brand}-{minutes}-{n}"),
        text: format!("{text} {}", (n * 7_919 + minutes).rem_euclid(9_973)),
        author: domain::post::Author { native_id: Some(format!("p{minutes}-{n}")), ..Default::default() },
        published_at: Some(at(minutes)),
        seen_at: at(minutes),
        ..Post::default()
    }
}

impl Trade {
    async fn open(others: &[(BrandRole, i64)]) -> Self {
        let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
        let organisation = store.create_organisation("Dunes", at(0)).await.unwrap().id;
        let mut brands = Vec::new();
        for (n, (role, _)) in [(BrandRole::Own, 0)].iter().chain(others).enumerate() {
            let new = NewBrand {
                name: format!("brand {n}"),
                role: *role,
                zone: "UTC".to_owned(),
                own_accounts: Vec::new(),
                places: Vec::new(),
            };
            let brand = store.create_brand(organisation, new).await.unwrap().id;
            let new = NewSource {
                organisation: Some(organisation),
                brand: Some(brand),
                kind: "file".to_owned(),
                name: format!("source {n}"),
                settings: "{}".to_owned(),
            };
            brands.push((brand, store.create_source(new, at(0)).await.unwrap()));
        }
        let world = World {
            store,
            clock: Clock::standing_at(at(-1)),
            bus: Bus::default(),
            folds: Default::default(),
            workers: 1,
        };
        let trade = Self { ingest: Ingest::open(world.clone()).await.unwrap(), world, organisation, brands };
        for (n, (_, days)) in [(BrandRole::Own, 12)].iter().chain(others).enumerate() {
            let usual = (-days * DAY..0).filter(|minute| minute % 97 == 0);
            let posts = usual.map(|minute| post(n, minute, 0, "J’ai acheté mon pain ici ce matin avec ma fille"));
            trade.take(n, posts.collect(), Manner::Import).await;
            trade.ingest.finish_import(&trade.brands[n].1).await.unwrap();
        }
        trade.judge(0).await;
        trade
    }

    async fn take(&self, brand: usize, posts: Vec<Post>, manner: Manner) {
        self.ingest.accept(&self.brands[brand].1, Delivery { posts, ..Delivery::default() }, manner).await.unwrap();
    }

    /// Forty posts of anger within forty minutes.
    async fn storm(&self, brand: usize) {
        let text = "C’est une honte absolue, ils mentent aux clients et s’en moquent, scandaleux";
        self.take(brand, (0..40).map(|n| post(brand, n, n, text)).collect(), Manner::Live).await;
    }

    async fn judge(&self, minutes: i64) {
        self.world.clock.advance_to(at(minutes));
        tick(&self.world, &surge_settings().unwrap()).await.unwrap();
    }

    async fn alert(&self, brand: usize) -> (SignalRow, Option<Assessment>) {
        let filter = SignalFilter { brand: Some(self.brands[brand].0), ..SignalFilter::default() };
        let rows = self.world.store.signals(self.organisation, filter, 100).await.unwrap();
        let row = rows.into_iter().find(|row| row.level == "alert").unwrap();
        let told: Explanation = serde_json::from_str(&row.explanation).unwrap();
        (row, told.assessment)
    }
}

#[tokio::test]
async fn a_storm_of_the_whole_trade_is_told_from_ours() {
    let both = [(BrandRole::Competitor, 12), (BrandRole::Competitor, 12), (BrandRole::Industry, 3)];
    for (stormy, whose, stirs) in [
        (&[0][..], Whose::Ours, [Stir::Calm, Stir::Calm, Stir::Unknown]),
        (&[0, 1], Whose::Trade, [Stir::AsMuch, Stir::Calm, Stir::Unknown]),
    ] {
        let trade = Trade::open(&both).await;
        for brand in stormy {
            trade.storm(*brand).await;
        }
        trade.judge(41).await;
        let (row, kept) = trade.alert(0).await;
        let kept = kept.unwrap();
        let now = of_signal(&trade.world, &Memory::default(), &row, at(60)).await.unwrap();
        let late = of_signal(&trade.world, &Memory::default(), &row, at(DAY - 10)).await.unwrap();
        for found in [&kept, &now, &late] {
            let told = found.trade.as_ref().unwrap();
            assert_eq!(told.whose, whose, "{told:?}");
            assert_eq!(told.controls.iter().map(|control| control.stir).collect::<Vec<_>>(), stirs, "{told:?}");
            assert_eq!(told.controls[2].risen, None, "watched for three days");
            assert!(told.ours.unwrap().observed > told.ours.unwrap().high, "{told:?}");
        }
        let stood = |found: &Assessment, aspect| found.beside.iter().find(|b| b.aspect == aspect).unwrap().stands;
        for aspect in [Aspect::People, Aspect::Negative, Aspect::Ill, Aspect::Aroused] {
            assert_eq!(stood(&now, aspect), Stands::Above, "{aspect:?} {:?}", now.beside);
        }
        assert_eq!(stood(&now, Aspect::FirstPerson), Stands::Below, "{:?}", now.beside);
        assert_eq!(stood(&now, Aspect::Reach), Stands::Unknown, "no source tells of followers");
        if stormy.len() > 1 {
            let (_, theirs) = trade.alert(1).await;
            assert_eq!(theirs.unwrap().trade, None, "whose a competitor's storm is, nobody asked");
        }
    }
}

#[tokio::test]
async fn where_nobody_else_is_watched_it_is_not_known() {
    let trade = Trade::open(&[]).await;
    trade.storm(0).await;
    trade.judge(41).await;
    let told = trade.alert(0).await.1.unwrap().trade.unwrap();
    assert_eq!((told.whose, told.controls.len()), (Whose::Unknown, 0));
}
