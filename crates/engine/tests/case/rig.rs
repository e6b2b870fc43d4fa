//! An organisation with people, a brand and a plan, in a world whose clock stands.

use connect::outbound::Outbound;
use domain::brand::BrandRole;
use domain::case::event::Step;
use domain::case::state::Stage;
use domain::case::{Actor, Command, Key, Party};
use domain::id::{AccountId, BrandId, CaseId, OrganisationId, PersonId, ScheduledId};
use domain::organisation::Role;
use domain::publish::Length;
use jiff::{SignedDuration, Timestamp};
use std::path::PathBuf;
use std::sync::Arc;
use store::{NewAccount, NewBrand, NewPerson, NewScheduled, NewTarget, Store};
use vigie_engine::bus::Bus;
use vigie_engine::case::{Acted, Alarm, Caller, CaseError, Said, act, crisis, look_after, room};
use vigie_engine::plan;
use vigie_engine::waking::{Guards, Waking};
use vigie_engine::world::{Clock, World};

pub struct Rig {
    pub waking: Waking,
    pub organisation: OrganisationId,
    pub brand: BrandId,
    pub anna: PersonId,
    pub ben: PersonId,
    folder: Option<Folder>,
}

/// A folder of its own for one test, removed at the end.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Folder {
    fn url(&self) -> String {
        format!("sqlite://{}/vigie.db", self.0.display())
    }
}

/// A Tuesday, 14:00 in Paris.
pub fn start() -> Timestamp {
    "2026-11-24T13:00:00Z".parse().unwrap()
}

pub fn key(key: &str) -> Key {
    Key::new(key).unwrap()
}

const SHOP: &str = include_str!("shop.toml");
const TEAM: &str = include_str!("team.toml");

impl Rig {
    /// Anna alone decides; Ben helps.
    pub async fn shop() -> Self {
        Self::with(SHOP, None).await
    }

    /// The same in a store that outlives its process.
    pub async fn kept(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("vigie-case-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self::with(SHOP, Some(Folder(path))).await
    }

    /// Another process takes over: nothing stays but the store and the time.
    pub async fn restart(&mut self) {
        let now = self.waking.world.clock.now();
        self.waking.world.store.close().await;
        let store = Arc::new(Store::open(&self.folder.as_ref().unwrap().url()).await.unwrap());
        self.waking.world =
            World { store, clock: Clock::standing_at(now), bus: Bus::default(), folds: Default::default(), workers: 1 };
    }

    /// Anna writes, Ben approves.
    pub async fn team() -> Self {
        Self::with(TEAM, None).await
    }

    /// Anna and Ben with another plan.
    pub async fn planned(text: &str) -> Self {
        Self::with(text, None).await
    }

    async fn with(text: &str, folder: Option<Folder>) -> Self {
        let url = folder.as_ref().map_or_else(|| "sqlite::memory:".to_owned(), Folder::url);
        let store = Arc::new(Store::open(&url).await.unwrap());
        let organisation = store.create_organisation("Dunes", start()).await.unwrap().id;
        let mut people = Vec::new();
        for (name, role) in [("Anna", Role::Owner), ("Ben", Role::SocialManager)] {
            let new = NewPerson {
                name: name.to_owned(),
                email: format!("{}@dunes.example", name.to_lowercase()),
                locale: "en".to_owned(),
                zone: "Europe/Paris".to_owned(),
                password_hash: "none".to_owned(),
            };
            let person = store.create_person(new, start()).await.unwrap().id;
            store.set_membership(organisation, person, role).await.unwrap();
            let target =
                NewTarget { person, kind: "ntfy".to_owned(), name: name.to_owned(), settings: "{}".to_owned() };
            store.add_target(target, start()).await.unwrap();
            people.push(person);
        }
        let new = NewBrand {
            name: "Dunes".to_owned(),
            role: BrandRole::Own,
            zone: "Europe/Paris".to_owned(),
            own_accounts: Vec::new(),
            places: Vec::new(),
        };
        let brand = store.create_brand(organisation, new).await.unwrap().id;
        let world = World {
            store,
            clock: Clock::standing_at(start()),
            bus: Bus::default(),
            folds: Default::default(),
            workers: 1,
        };
        plan::write(&world, organisation, None, 0, text, "").await.unwrap();
        let waking = Waking {
            world,
            outbound: Arc::new(Outbound::Sandbox),
            origin: "https://vigie.example".to_owned(),
            secret: [7; 32],
            guards: Guards::default(),
        };
        Self { waking, organisation, brand, anna: people[0], ben: people[1], folder }
    }

    pub fn party(&self, person: PersonId) -> Party {
        Party::Member(person)
    }

    pub fn alarm(&self, name: &str) -> Alarm {
        Alarm {
            key: key(name),
            brand: self.brand,
            step: Step::Crisis,
            caller: Caller::Call("Somebody called.".to_owned()),
            began: None,
            hurt: false,
            scenario: None,
            language: None,
            beside: false,
        }
    }

    pub async fn open(&self) -> CaseId {
        let by = (self.anna, Role::Owner);
        crisis(&self.waking, self.organisation, by, &self.alarm("tap-1")).await.unwrap().case
    }

    pub async fn by(&self, person: PersonId, case: CaseId, command: Command) -> Result<Acted, CaseError> {
        self.said(person, case, &Said::default(), command).await
    }

    pub async fn said(
        &self,
        person: PersonId,
        case: CaseId,
        said: &Said,
        command: Command,
    ) -> Result<Acted, CaseError> {
        let role = if person == self.anna { Role::Owner } else { Role::SocialManager };
        act(&self.waking, self.organisation, case, said, |turn| turn.ask(Actor::Member(person), Some(role), &command))
            .await
    }

    pub async fn look(&self, case: CaseId) {
        let file = self.waking.world.store.case(self.organisation, case).await.unwrap();
        look_after(&self.waking, &file).await.unwrap();
    }

    /// An account of the brand; the same each time.
    async fn account(&self) -> AccountId {
        let store = &self.waking.world.store;
        if let Some(known) = store.accounts(self.organisation).await.unwrap().first() {
            return known.id;
        }
        let new = NewAccount {
            brand: Some(self.brand),
            kind: "mastodon".to_owned(),
            server: "https://m.example".to_owned(),
            native: "1".to_owned(),
            acct: "dunes".to_owned(),
            name: None,
            shown: "Dunes".to_owned(),
            token: "t".to_owned(),
            length: Length { characters: 500, per_link: 23 },
        };
        store.add_account(self.organisation, new, start()).await.unwrap().id
    }

    /// A post that goes out tomorrow.
    pub async fn scheduled(&self, label: Option<&str>) -> ScheduledId {
        let (store, now) = (&self.waking.world.store, self.waking.world.clock.now());
        let new = NewScheduled {
            account: self.account().await,
            text: "Fresh bread!".to_owned(),
            language: None,
            label: label.map(str::to_owned),
            due: start() + SignedDuration::from_hours(24),
            person: None,
        };
        store.schedule(self.organisation, new, now).await.unwrap().id
    }

    /// The account's server was asked for its own queue, which is empty.
    pub async fn listed(&self) {
        let (store, now) = (&self.waking.world.store, self.waking.world.clock.now());
        store.see_queue(self.organisation, self.account().await, &[], now, now).await.unwrap();
    }

    pub fn pass(&self, length: SignedDuration) {
        let clock = &self.waking.world.clock;
        clock.advance_to(clock.now() + length);
    }

    pub async fn stage(&self, case: CaseId, draft: u32) -> Stage {
        let room = room(&self.waking.world, self.organisation, case).await.unwrap();
        room.state.drafts[&draft].stage.clone()
    }

    /// What somebody was told so far.
    pub async fn told(&self, person: PersonId) -> Vec<String> {
        let rows = self.waking.world.store.messages_to(person, &[], None, 99).await.unwrap();
        rows.into_iter().map(|row| row.message.body).collect()
    }
}
