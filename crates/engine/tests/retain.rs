//! What goes and what stays, against a plain reading of the rules: any ages, any rules, any owners.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use domain::brand::BrandRole;
use domain::id::{BrandId, OrganisationId, PersonId, SourceId};
use domain::mention::Arrival;
use domain::organisation::Role;
use domain::post::{Author, Post};
use domain::retention::{Days, Retention};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::sync::Arc;
use store::{Batch, Hit, Item, MentionFilter, NewBrand, NewPerson, NewSource, Store};
use vigie_engine::bus::Bus;
use vigie_engine::retain::{pass, set_rules, survey};
use vigie_engine::world::{Clock, World};

fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// A post: which of the four sources brought it, so many days ago, whose mention it is, who has it in hand.
#[derive(Clone, Debug)]
struct Sketch {
    source: usize,
    days: u32,
    mentions: [bool; 2],
    in_hand: [bool; 2],
}

#[derive(Clone, Debug)]
struct Told {
    text: Option<u32>,
    author: Option<u32>,
    evidence: Option<u32>,
    /// Of their own first source and of the house's.
    of_source: [(Option<u32>, Option<u32>); 2],
}

fn days() -> impl Strategy<Value = Option<u32>> {
    prop_oneof![2 => Just(None), 2 => Just(Some(7)), 3 => Just(Some(30)), 1 => Just(Some(90))]
}

fn sketch() -> impl Strategy<Value = Sketch> {
    let age = prop_oneof![Just(1_u32), Just(8), Just(31), Just(91), Just(200)];
    (0..4_usize, age, any::<[bool; 2]>(), [prop::bool::weighted(0.2), prop::bool::weighted(0.2)])
        .prop_map(|(source, days, mentions, in_hand)| Sketch { source, days, mentions, in_hand })
}

fn told() -> impl Strategy<Value = Told> {
    (days(), days(), days(), [(days(), days()), (days(), days())])
        .prop_map(|(text, author, evidence, of_source)| Told { text, author, evidence, of_source })
}

/// Two organisations with a brand and a source each, one of them another by which people report, and a source of the house.
struct House {
    world: World,
    organisations: [OrganisationId; 2],
    brands: [BrandId; 2],
    person: PersonId,
    /// Ours, theirs, the house's, ours by hand.
    sources: [SourceId; 4],
}

impl House {
    async fn open() -> Self {
        let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
        let clock = Clock::standing_at(now());
        let world = World { store: store.clone(), clock, bus: Bus::default(), folds: Default::default(), workers: 1 };
        let mut organisations = Vec::new();
        let mut brands = Vec::new();
        let person = NewPerson {
            name: "Léa".to_owned(),
            email: "lea@example.org".to_owned(),
            locale: "fr".to_owned(),
            zone: "Europe/Paris".to_owned(),
            password_hash: String::new(),
        };
        let person = store.create_person(person, now()).await.unwrap().id;
        for name in ["Ours", "Theirs"] {
            let organisation = store.create_organisation(name, now()).await.unwrap().id;
            let brand = NewBrand {
                name: name.to_owned(),
                role: BrandRole::Own,
                zone: "Europe/Paris".to_owned(),
                own_accounts: Vec::new(),
                places: Vec::new(),
            };
            store.set_membership(organisation, person, Role::Owner).await.unwrap();
            brands.push(store.create_brand(organisation, brand).await.unwrap().id);
            organisations.push(organisation);
        }
        let source = async |organisation, kind: &str| {
            let new = NewSource {
                organisation,
                brand: None,
                kind: kind.to_owned(),
                name: kind.to_owned(),
                settings: "{}".to_owned(),
            };
            store.create_source(new, now()).await.unwrap().id
        };
        let (ours, theirs) = (organisations[0], organisations[1]);
        let sources = [
            source(Some(ours), "feed").await,
            source(Some(theirs), "feed").await,
            source(None, "feed").await,
            source(Some(ours), "hand").await,
        ];
        Self { world, organisations: [ours, theirs], brands: [brands[0], brands[1]], person, sources }
    }

    /// Whether a post of this sketch can be the mention of that organisation.
    fn concerns(&self, sketch: &Sketch, of: usize) -> bool {
        let owner = [Some(0), Some(1), None, Some(0)][sketch.source];
        sketch.mentions[of] && owner.is_none_or(|owner| owner == of)
    }

    async fn bring(&self, n: usize, sketch: &Sketch) {
        let at = now() - SignedDuration::from_hours(24 * i64::from(sketch.days));
        let post = Post {
            source_kind: if sketch.source == 3 { "hand" } else { "feed" }.to_owned(),
            native_id: format!("id{n}x"),
            author: Author { handle: Some(format!("handle{n}x")), ..Author::default() },
            url: Some(format!("https://example.org/handle{n}x/word{n}x")),
            text: format!("word{n}x"),
            published_at: Some(at),
            seen_at: at,
            raw: format!("word{n}x").into_bytes(),
            ..Post::default()
        };
        let hit = |of: usize| Hit {
            organisation: self.organisations[of],
            brand: self.brands[of],
            queries: Vec::new(),
            arrival: Arrival::Live,
            series: Vec::new(),
        };
        let hits = [0, 1].into_iter().filter(|of| self.concerns(sketch, *of)).map(hit).collect();
        let items = vec![Item { post, reading: None, hits, keep: true }];
        let batch = Batch { items, ..Batch::new(self.sources[sketch.source], at) };
        let mentions = self.world.store.commit(batch).await.unwrap().mentions;
        for (of, organisation) in self.organisations.into_iter().enumerate() {
            let own = self.world.store.mentions(organisation, &MentionFilter::default(), None, 999).await.unwrap();
            let own =
                own.into_iter().map(|view| view.mention.id).filter(|id| mentions.contains(id)).collect::<Vec<_>>();
            if sketch.in_hand[of] {
                self.world.store.assign(organisation, &own, Some(self.person), self.world.clock.now()).await.unwrap();
            }
        }
    }

    fn rules(&self, of: usize, told: &Told) -> Retention {
        let one = |(text_days, author_days)| Days { text_days, author_days };
        let sources = [(self.sources[of], one(told.of_source[0])), (self.sources[2], one(told.of_source[1]))];
        Retention {
            all: Days { text_days: told.text, author_days: told.author },
            sources: sources.into(),
            evidence_days: told.evidence,
        }
    }

    /// What the handbook says, read plainly: whether a part of a post is kept.
    fn keeps(&self, sketch: &Sketch, told: &[Told; 2], author: bool) -> bool {
        let concerned: Vec<usize> = match sketch.source {
            0 | 3 => vec![0],
            1 => vec![1],
            _ if sketch.mentions == [false, false] => vec![0, 1],
            _ => [0, 1].into_iter().filter(|of| sketch.mentions[*of]).collect(),
        };
        concerned.into_iter().any(|of| {
            let told = &told[of];
            let part = |(text, writer): (Option<u32>, Option<u32>)| if author { writer } else { text };
            let of_source = match sketch.source {
                3 => None,
                2 => part(told.of_source[1]),
                _ => part(told.of_source[0]),
            };
            let Some(days) = of_source.or(part((told.text, told.author))) else { return true };
            let evidence = sketch.source == 3 || (self.concerns(sketch, of) && sketch.in_hand[of]);
            let longest = if evidence { told.evidence.map(|evidence| evidence.max(days)) } else { Some(days) };
            longest.is_none_or(|days| sketch.days <= days)
        })
    }
}

async fn check(sketches: &[Sketch], told: &[Told; 2]) {
    let house = House::open().await;
    for (n, sketch) in sketches.iter().enumerate() {
        house.bring(n, sketch).await;
    }
    let mut foretold = Vec::new();
    for (of, organisation) in house.organisations.into_iter().enumerate() {
        let rules = house.rules(of, &told[of]);
        set_rules(&house.world, organisation, &rules, None).await.unwrap();
    }
    for (of, organisation) in house.organisations.into_iter().enumerate() {
        foretold.push(survey(&house.world, organisation, &house.rules(of, &told[of])).await.unwrap());
    }
    let went = pass(&house.world).await.unwrap();
    let state = house.world.store.dump().await.unwrap();
    let kept = |n: usize, author: bool| house.keeps(&sketches[n], told, author);
    for (n, sketch) in sketches.iter().enumerate() {
        assert_eq!(state.contains(&format!("word{n}x")), kept(n, false), "text of {n}: {sketch:?} under {told:?}");
        assert_eq!(state.contains(&format!("handle{n}x")), kept(n, true), "author of {n}: {sketch:?} under {told:?}");
    }
    let gone = |author| (0..sketches.len()).filter(|n| !kept(*n, author)).count() as i64;
    assert_eq!((went.texts, went.authors), (gone(false), gone(true)));
    for (of, organisation) in house.organisations.into_iter().enumerate() {
        let log = house.world.store.erasures(Some(organisation), 9).await.unwrap();
        let counted: (i64, i64) = log.iter().fold((0, 0), |sum, entry| (sum.0 + entry.texts, sum.1 + entry.authors));
        assert_eq!(counted, (foretold[of].tally.texts, foretold[of].tally.authors), "what was foretold to {of}");
    }
    assert_eq!((pass(&house.world).await.unwrap().texts, house.world.store.dump().await.unwrap()), (0, state));
}

#[test]
fn what_goes_is_what_the_rules_say() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut runner = TestRunner::new(Config { cases: 60, failure_persistence: None, ..Config::default() });
    let strategy = (proptest::collection::vec(sketch(), 1..16), [told(), told()]);
    let outcome = runner.run(&strategy, |(sketches, told)| {
        runtime.block_on(check(&sketches, &told));
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}
