//! How often a brand is told of: what was tried is what came, what was learnt stays, many brands make rarer, labels only propose.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use domain::brand::BrandRole;
use domain::calibrate::Advice;
use domain::counter::Series;
use domain::id::{BrandId, OrganisationId, PersonId};
use domain::organisation::Role;
use domain::post::Post;
use domain::signal::{Budget, Level, Often, Rarer, Verdict};
use domain::source::{Delivery, Source};
use jiff::{SignedDuration, Timestamp};
use signal::why::{Frozen, recompute};
use std::sync::Arc;
use store::{NewBrand, NewPerson, NewSignal, NewSource, Settlement, SignalFilter, SignalRow, Store};
use vigie_engine::EngineError;
use vigie_engine::budget::{accept, calibrate, of, proposals, set, trial};
use vigie_engine::bus::Bus;
use vigie_engine::ingest::{Ingest, Manner};
use vigie_engine::surge_settings;
use vigie_engine::tick::{thousandths, tick};
use vigie_engine::world::{Clock, World};

/// Days of calm, then so many days with a small burst every second one.
const CALM: i64 = 28;
const BURSTS: i64 = 20;

fn start() -> Timestamp {
    "2026-03-02T00:00:00Z".parse().unwrap()
}

fn after(minutes: i64) -> Timestamp {
    start() + SignedDuration::from_mins(minutes)
}

struct Shop {
    world: World,
    ingest: Ingest,
    source: Source,
    organisation: OrganisationId,
    brand: BrandId,
    person: PersonId,
}

fn new_brand(name: &str) -> NewBrand {
    NewBrand {
        name: name.to_owned(),
        role: BrandRole::Own,
        zone: "UTC".to_owned(),
        own_accounts: Vec::new(),
        places: Vec::new(),
    }
}

impl Shop {
    async fn open() -> Self {
        let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
        let organisation = store.create_organisation("Dunes", start()).await.unwrap().id;
        let brand = store.create_brand(organisation, new_brand("Dunes")).await.unwrap().id;
        let person = NewPerson {
            name: "Lea".to_owned(),
            email: "lea@dunes.example".to_owned(),
            locale: "fr".to_owned(),
            zone: "UTC".to_owned(),
            password_hash: String::new(),
        };
        let person = store.create_person(person, start()).await.unwrap().id;
        store.set_membership(organisation, person, Role::Lead).await.unwrap();
        let new = NewSource {
            organisation: Some(organisation),
            brand: Some(brand),
            kind: "file".to_owned(),
            name: "Reviews".to_owned(),
            settings: "{}".to_owned(),
        };
        let source = store.create_source(new, start()).await.unwrap();
        let world = World {
            store,
            clock: Clock::standing_at(start()),
            bus: Bus::default(),
            folds: Default::default(),
            workers: 1,
        };
        Self { ingest: Ingest::open(world.clone()).await.unwrap(), world, source, organisation, brand, person }
    }

    /// Imports a post for each of these minutes, and judges them up to then.
    async fn take(&self, minutes: &[i64], until: i64) {
        let post = |(n, minute): (usize, &i64)| Post {
            source_kind: "file".to_owned(),
            native_id: format!("{until}-{n}"),
            text: "the dunes".to_owned(),
            published_at: Some(after(*minute)),
            seen_at: after(*minute),
            ..Post::default()
        };
        let posts = minutes.iter().enumerate().map(post).collect();
        self.world.clock.advance_to(after(until));
        let delivery = Delivery { posts, ..Delivery::default() };
        self.ingest.accept(&self.source, delivery, Manner::Import).await.unwrap();
        self.ingest.finish_import(&self.source).await.unwrap();
        tick(&self.world, &surge_settings().unwrap()).await.unwrap();
    }

    async fn signals(&self) -> Vec<SignalRow> {
        self.world.store.signals(self.organisation, SignalFilter::default(), 100).await.unwrap()
    }

    async fn label(&self, id: &str, verdict: Verdict) {
        let store = &self.world.store;
        store.label_signal(self.organisation, id, verdict, "", self.person, self.world.clock.now()).await.unwrap();
    }
}

/// The minutes of a mention every forty minutes, and of bursts of these sizes within an hour, every so many days, by turns.
fn minutes(days: std::ops::Range<i64>, every: usize, sizes: &[i64]) -> Vec<i64> {
    let calm = (days.start * 36..days.end * 36).map(|n| n * 40 + n % 7);
    let bursts = days.clone().step_by(every).zip(sizes.iter().cycle()).flat_map(|(day, size)| {
        let first = day * 1_440 + 13 * 60;
        (0..*size).map(move |n| first + n * 60 / size)
    });
    let mut all: Vec<i64> = calm.chain(bursts).collect();
    all.sort_unstable();
    all
}

const WEAK: i64 = 10;
const MIDDLE: i64 = 11;
const STORM: i64 = 60;

/// A shop whose calm month was followed by bursts, all imported and judged in one go.
async fn unrest(sizes: &[i64]) -> Shop {
    let shop = Shop::open().await;
    let all = [minutes(0..CALM, 2, &[]), minutes(CALM..CALM + BURSTS, 2, sizes)].concat();
    shop.take(&all, (CALM + BURSTS) * 1_440).await;
    shop
}

#[tokio::test]
async fn what_the_present_choice_would_have_told_is_what_was_told() {
    let shop = unrest(&[WEAK, MIDDLE, STORM]).await;
    let tried = trial(&shop.world, shop.organisation, shop.brand).await.unwrap();
    let told = shop.signals().await;
    let alerts = told.iter().filter(|row| row.level == "alert").count() as i64;
    assert!(alerts >= 2 && told.len() as i64 > alerts, "{told:?}");
    let [notices, of_alerts] = tried.counts;
    assert_eq!((notices[1], of_alerts[1]), ((Often::Week, told.len() as i64), (Often::TwoMonths, alerts)));
    for counts in tried.counts {
        assert!(counts.is_sorted_by(|a, b| a.1 >= b.1), "what is rarer tells less: {counts:?}");
    }
    assert!(notices[0].1 > notices[2].1, "the choice matters: {notices:?}");
}

#[tokio::test]
async fn a_changed_budget_counts_from_now_on_and_what_was_learnt_stays() {
    let shop = unrest(&[WEAK, MIDDLE, STORM]).await;
    let before = shop.signals().await;
    let learnt = shop.world.store.detectors(shop.organisation, shop.brand).await.unwrap();
    let rare = Budget { notice: Often::Month, alert: Often::HalfYear };
    set(&shop.world, shop.organisation, shop.brand, rare, None).await.unwrap();
    let days = CALM + BURSTS..CALM + BURSTS + 6;
    let later = minutes(days.clone(), 2, &[WEAK, STORM, STORM]);
    shop.take(&later, days.end * 1_440).await;
    let twin = unrest(&[WEAK, MIDDLE, STORM]).await;
    twin.take(&later, days.end * 1_440).await;
    let of_twin = twin.world.store.detectors(twin.organisation, twin.brand).await.unwrap();
    let now_learnt = shop.world.store.detectors(shop.organisation, shop.brand).await.unwrap();
    assert_eq!(now_learnt, of_twin, "what is learnt is what another learns whose budget never changed");
    assert_ne!(now_learnt, learnt, "it goes on learning");
    let all = shop.signals().await;
    let new: Vec<_> = all.iter().filter(|row| before.iter().all(|old| old.id != row.id)).collect();
    assert!(before.iter().all(|old| all.contains(old)), "what was raised stays");
    assert_eq!(new.len(), 2, "both storms, and not the weak one: {new:?}");
    let wanted = rare.settings(&surge_settings().unwrap(), Rarer::NOT);
    for row in &all {
        let frozen: Frozen = serde_json::from_str(&row.frozen).unwrap();
        assert_eq!(thousandths(recompute(&frozen).unwrap().score), row.score, "{} is computed again", row.id);
        let settings =
            if before.iter().any(|old| old.id == row.id) { surge_settings().unwrap() } else { wanted.clone() };
        assert_eq!(frozen.settings, settings, "{}: each keeps the levels it was raised by", row.id);
    }
    // What is no budget changes nothing.
    let wrong = Budget { notice: Often::HalfYear, alert: Often::Month };
    assert!(set(&shop.world, shop.organisation, shop.brand, wrong, None).await.is_err());
    assert_eq!(of(&shop.world, shop.organisation, shop.brand).await.unwrap().budget, rare);
}

#[tokio::test]
async fn many_brands_of_one_organisation_make_each_rarer() {
    let shop = Shop::open().await;
    for n in 0..59 {
        shop.world.store.create_brand(shop.organisation, new_brand(&format!("Shop {n}"))).await.unwrap();
    }
    let other = shop.world.store.create_organisation("Other", start()).await.unwrap().id;
    let alone = shop.world.store.create_brand(other, new_brand("Alone")).await.unwrap().id;
    let crowded = of(&shop.world, shop.organisation, shop.brand).await.unwrap();
    let usual = surge_settings().unwrap();
    assert_eq!((crowded.brands, crowded.budget), (60, Budget::default()));
    assert!(crowded.rarer.alert > 6.9 && crowded.rarer.alert < 7.1, "{:?}", crowded.rarer);
    assert!(crowded.settings.alert > usual.alert && crowded.settings.notice > usual.notice);
    assert_eq!(of(&shop.world, other, alone).await.unwrap().settings, usual, "another's brands do not count");
    for n in 0..59 {
        let watched = NewBrand { role: BrandRole::Competitor, ..new_brand(&format!("Theirs {n}")) };
        shop.world.store.create_brand(other, watched).await.unwrap();
    }
    let watching = of(&shop.world, other, alone).await.unwrap();
    assert_eq!((watching.brands, watching.settings), (1, usual), "whom one watches does not make one deafer");
    shop.take(&[minutes(0..CALM, 2, &[]), minutes(CALM..CALM + 2, 2, &[STORM])].concat(), (CALM + 2) * 1_440).await;
    let storm = shop.signals().await.pop().unwrap();
    let frozen: Frozen = serde_json::from_str(&storm.frozen).unwrap();
    assert_eq!((storm.level.as_str(), frozen.settings), ("alert", crowded.settings), "a storm is told all the same");
}

/// A shop with bursts, every fifth day, that are worth a notice each and would all be passed over by the rarest choice.
async fn nuisance() -> Shop {
    let mut seen = Vec::new();
    for size in 6..30 {
        let shop = Shop::open().await;
        let all = [minutes(0..CALM, 2, &[]), minutes(CALM..CALM + 50, 5, &[size])].concat();
        shop.take(&all, (CALM + 50) * 1_440).await;
        let [[_, week, month], [_, alerts, _]] =
            trial(&shop.world, shop.organisation, shop.brand).await.unwrap().counts;
        if week.1 >= 7 && (month.1, alerts.1) == (0, 0) {
            return shop;
        }
        seen.push((size, week.1, month.1, alerts.1));
    }
    panic!("no size of burst is a notice and no more: {seen:?}");
}

#[tokio::test]
async fn labels_propose_with_their_effect_and_only_a_person_applies() {
    let shop = nuisance().await;
    let asked = async || trial(&shop.world, shop.organisation, shop.brand).await.unwrap();
    let notices: Vec<_> = shop.signals().await.into_iter().filter(|row| row.level == "notice").collect();
    assert!(notices.len() >= 7, "{}", notices.len());
    assert_eq!(asked().await.advice, [Advice::TooFew { labelled: 0, needed: 5 }; 2]);
    let take = async |shown| calibrate(&shop.world, shop.organisation, shop.brand, shown, Some(shop.person)).await;
    let wanted = Budget { notice: Often::Month, ..Budget::default() };
    assert!(matches!(take(wanted).await, Err(EngineError::Report(_))), "nothing is proposed yet");
    for row in &notices[..6] {
        shop.label(&row.id, Verdict::Dismissed).await;
    }
    let proposed = asked().await;
    let rarer = Advice::Rarer { often: Often::Month, labelled: 6, dismissed: 6, spared: 6 };
    assert_eq!(proposed.advice, [rarer, Advice::TooFew { labelled: 0, needed: 5 }]);
    assert_eq!(proposed.proposed(), Some(wanted));
    flood(&shop).await;
    assert_eq!(asked().await.advice, proposed.advice, "grave posts push no label out of sight");
    assert_eq!(proposed.counts[Level::Notice as usize][2].1, 0);
    assert_eq!(
        of(&shop.world, shop.organisation, shop.brand).await.unwrap().budget,
        Budget::default(),
        "nothing changed"
    );
    // One like them was real: it would be lost.
    shop.label(&notices[6].id, Verdict::Confirmed).await;
    assert_eq!(asked().await.advice[0], Advice::Keep { labelled: 7, dismissed: 6 });
    assert!(matches!(take(wanted).await, Err(EngineError::Report(_))), "what was shown is proposed no more");
    assert_eq!(of(&shop.world, shop.organisation, shop.brand).await.unwrap().budget, Budget::default());
    shop.label(&notices[6].id, Verdict::Dismissed).await;
    let another = Budget { alert: Often::HalfYear, ..wanted };
    assert!(matches!(take(another).await, Err(EngineError::Report(_))), "something else was shown");
    // The same for all brands at once: shown first, and kept only as it was shown.
    let quiet = shop.world.store.create_brand(shop.organisation, new_brand("Quiet")).await.unwrap().id;
    let all = async |after| proposals(&shop.world, shop.organisation, after).await.unwrap();
    let found = all(None).await;
    assert_eq!((found.tried.len(), found.few, found.next), (1, 1, None));
    assert_eq!((found.tried[0].0.id, found.tried[0].1.proposed()), (shop.brand, Some(wanted)));
    assert_eq!((all(Some(shop.brand)).await.few, all(Some(quiet)).await.few), (1, 0));
    let take_all = async |shown: &[(BrandId, Budget)]| accept(&shop.world, shop.organisation, shown, shop.person).await;
    let other = Budget { notice: Often::Day, ..Budget::default() };
    assert_eq!(take_all(&[(shop.brand, other), (quiet, wanted)]).await.unwrap(), [], "nobody was shown that");
    assert!(take_all(&[(BrandId(99), wanted)]).await.is_err() && take_all(&[(shop.brand, wanted); 11]).await.is_err());
    let unchanged = of(&shop.world, shop.organisation, shop.brand).await.unwrap().budget;
    assert_eq!(unchanged, Budget::default());
    assert_eq!(take_all(&[(shop.brand, wanted)]).await.unwrap(), [shop.brand]);
    take(wanted).await.unwrap();
    let log = shop.world.store.said_budgets(shop.organisation, shop.brand, 9).await.unwrap();
    assert_eq!(log.len(), 1);
    assert_eq!((log[0].budget, log[0].by_labels, log[0].person), (wanted, true, Some(shop.person)));
    // Labels that were used are not used again.
    set(&shop.world, shop.organisation, shop.brand, Budget::default(), None).await.unwrap();
    assert_eq!(asked().await.advice[0], Advice::TooFew { labelled: 0, needed: 5 });
    // All acknowledged: that asks for no more.
    shop.world.clock.advance_to(shop.world.clock.now() + SignedDuration::from_mins(1));
    for row in &notices {
        shop.label(&row.id, Verdict::Confirmed).await;
    }
    assert_eq!(asked().await.advice[0], Advice::Keep { labelled: notices.len() as i64, dismissed: 0 });
}

/// More signals of grave posts than are looked at for their labels, newer than all others.
async fn flood(shop: &Shop) {
    let now = shop.world.clock.now();
    let one = |n: i64| NewSignal {
        id: format!("flood-{n}"),
        organisation: shop.organisation,
        brand: shop.brand,
        series: Series::Grave,
        level: "alert".to_owned(),
        onset: now - SignedDuration::from_millis(n),
        raised_at: now,
        last_hot_at: now,
        late: false,
        wakes: false,
        score: 1_000,
        observed: 1,
        expected: 0,
        frozen: "{}".to_owned(),
        explanation: "{}".to_owned(),
    };
    let settlement = Settlement {
        answers: None,
        until_minute: 0,
        detectors: Vec::new(),
        raise: (0..1_001).map(one).collect(),
        update: Vec::new(),
        at: now,
    };
    shop.world.store.settle(shop.organisation, shop.brand, settlement).await.unwrap();
}
