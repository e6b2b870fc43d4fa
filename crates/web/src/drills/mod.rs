//! The drills that people play here. Each is a world of its own: a store that is gone when it ends, a clock of its own, and a sandbox in place of a way out.
//!
//! A drill is served under its own addresses, `/drill/7/…`, by a router that knows nothing of the live world; see [`door`] and
//! `docs/decisions/0041-a-drill-has-its-own-addresses.md`.

pub mod door;
mod erase;
mod keep;
mod mark;

pub use erase::erase;
pub use keep::{KeptCase, Report, is_lost};

use crate::auth::secret;
use crate::error::Failure;
use crate::lines::Lines;
use crate::state::{App, Site};
use axum::Router;
use connect::http::{Client, Resolver};
use domain::id::{OrganisationId, PersonId};
use engine::EngineError;
use engine::bus::{Bus, Change};
use engine::drill::{Chair, Drill, Live, Order, PACES, Player, Seat, Status};
use engine::ingest::Ingest;
use engine::pack::{Pack, shipped};
use engine::replay::Play;
use engine::world::Clock;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::{NewDrill, Store};
use tokio::sync::{mpsc, watch};

/// Drills at the same time in the house: each is a world with its store, in memory.
const MOST: usize = 4;
/// Drills at the same time of one organisation, so that none takes every place of the house.
const OF_ONE: usize = 2;
/// How long somebody stays in a drill at most.
const SESSION: SignedDuration = SignedDuration::from_hours(12);
/// How long the house waits for its drills to be kept when it closes.
const PARTING: SignedDuration = SignedDuration::from_secs(20);

/// How long a page waits to show what came of an order.
const ANSWERS: Duration = Duration::from_secs(1);

/// What every address of a drill begins with.
pub fn prefix(id: i64) -> String {
    format!("/drill/{id}")
}

/// The drills that are played here.
#[derive(Clone, Default)]
pub struct Drills(Arc<Mutex<Places>>);

/// The places of the house: those that are played in, by their ids, and those that are being set up.
#[derive(Default)]
struct Places {
    running: BTreeMap<i64, Arc<Running>>,
    /// Whose these are.
    taken: Vec<OrganisationId>,
}

/// A place in which a drill is being set up; free again when it is dropped.
struct Place {
    places: Drills,
    organisation: Option<OrganisationId>,
}

impl Place {
    /// The drill is set up, and has its place.
    fn fill(mut self, running: Arc<Running>) {
        let organisation = self.organisation.take();
        let mut places = self.places.lock();
        places.leave(organisation);
        places.running.insert(running.id, running);
    }
}

impl Places {
    fn leave(&mut self, organisation: Option<OrganisationId>) {
        if let Some(at) = self.taken.iter().position(|taken| Some(*taken) == organisation) {
            self.taken.remove(at);
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.lock().leave(self.organisation);
    }
}

/// A drill that is being played.
pub struct Running {
    /// Its id.
    pub id: i64,
    /// Whose.
    pub organisation: OrganisationId,
    /// The pack.
    pub pack: Pack,
    /// Who plays whom.
    pub chairs: Vec<Chair>,
    /// The same with when each came in, as it is kept.
    seats: tokio::sync::Mutex<Vec<Chair>>,
    /// Tells of what changes of it; the live world's pages listen here.
    pub bus: Bus,
    orders: mpsc::Sender<Order>,
    status: watch::Receiver<Status>,
    app: App,
    router: Router,
}

/// How a drill is to be played.
#[derive(Clone, Debug)]
pub struct Start {
    /// The pack, by its name.
    pub pack: String,
    /// What its posts are drawn from.
    pub seed: u64,
    /// How many virtual seconds pass in one.
    pub pace: u32,
    /// Who plays whom: seats of the plan, and members.
    pub cast: BTreeMap<String, PersonId>,
}

/// The packs that can be played by people.
pub fn packs() -> Vec<Pack> {
    let read = shipped().iter().filter_map(|known| known.read().ok());
    read.filter(|pack| pack.team.is_some()).collect()
}

/// A pack that can be played, with its seats.
///
/// # Errors
/// [`Failure::Bad`] for one that is not there.
pub fn pack(name: &str) -> Result<(Pack, Vec<Seat>), Failure> {
    let found = shipped().iter().find(|known| known.name == name).and_then(|known| known.read().ok());
    let pack = found.filter(|pack| pack.team.is_some());
    let pack = pack.ok_or_else(|| Failure::Bad(format!("there is no pack `{name}` that can be played")))?;
    let seats = pack.seats().map_err(told)?;
    Ok((pack, seats))
}

fn told(error: EngineError) -> Failure {
    match error {
        EngineError::Report(why) => Failure::Bad(why),
        EngineError::Store(error) => error.into(),
        other => Failure::Ours(other.to_string()),
    }
}

impl Drills {
    fn lock(&self) -> std::sync::MutexGuard<'_, Places> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The drill of that id, while it is played here.
    pub fn get(&self, id: i64) -> Option<Arc<Running>> {
        self.lock().running.get(&id).cloned()
    }

    /// Ends the open lines into the drills, so that a server that goes down waits for none of them.
    pub fn hang_up(&self) {
        for running in self.lock().running.values() {
            running.app.lines.end();
        }
    }

    /// Ends every drill and waits until what was played is kept.
    pub async fn stop(&self) {
        let all: Vec<Arc<Running>> = self.lock().running.values().cloned().collect();
        for running in all {
            let _ = running.orders.send(Order::Stop).await;
        }
        let until = Clock::Wall.now().saturating_add(PARTING).unwrap_or(Timestamp::MAX);
        while !self.lock().running.is_empty() && Clock::Wall.now() < until {
            let next = Clock::Wall.now().saturating_add(SignedDuration::from_millis(50)).unwrap_or(until);
            Clock::Wall.sleep_until(next).await;
        }
    }

    /// Sets a drill up and lets it go to where people come in. Answers its id.
    ///
    /// # Errors
    /// [`Failure::Bad`] for a pack, a pace or a cast that cannot be; [`Failure::NotFound`] for who is no member; [`Failure::Conflict`] where too many are played; the store's.
    pub async fn start(
        &self,
        app: &App,
        organisation: OrganisationId,
        by: PersonId,
        asked: &Start,
    ) -> Result<i64, Failure> {
        let place = self.take(app, organisation)?;
        if !PACES.contains(&asked.pace) {
            return Err(Failure::Bad(format!("{} is no pace: use one of {PACES:?}", asked.pace)));
        }
        let (pack, seats) = pack(&asked.pack)?;
        let (mut chairs, cast) = seated(app, organisation, &seats, &asked.cast).await?;
        let play = Play { seed: asked.seed, ..Play::default() };
        let store = Arc::new(Store::open("sqlite::memory:").await?);
        let drill = Drill::set_for(store, pack.clone(), play, app.world.workers, &cast).await.map_err(told)?;
        for chair in &mut chairs {
            chair.member = drill.person(&chair.seat).map(|person| person.0);
        }
        let new = NewDrill {
            pack: pack.name.clone(),
            title: pack.title.clone(),
            seed: i64::try_from(asked.seed).unwrap_or(i64::MAX),
            seats: serde_json::to_string(&chairs).map_err(|error| Failure::Ours(error.to_string()))?,
            person: by,
        };
        let id = app.world.store.begin_drill(organisation, &new, Clock::Wall.now()).await?;
        let inner = self.world_of(app, &drill, id).await?;
        let (live, orders, status) = Live::of(drill, asked.pace);
        let running = Arc::new(Running {
            id,
            organisation,
            pack,
            seats: tokio::sync::Mutex::new(chairs.clone()),
            chairs,
            bus: Bus::default(),
            orders,
            status,
            router: crate::router(inner.clone()),
            app: inner,
        });
        place.fill(running.clone());
        app.world.bus.tell(organisation, Change::Drills);
        tokio::spawn(keep::watch(app.world.clone(), running.clone()));
        tokio::spawn(keep::play(app.clone(), running, live, by));
        Ok(id)
    }

    /// Takes a place for one more, where there is one: of this organisation, and in this house. Of two who ask at once for the last one, one has it.
    fn take(&self, app: &App, organisation: OrganisationId) -> Result<Place, Failure> {
        if app.site.drill.is_some() {
            return Err(Failure::Conflict("a drill starts no drill".to_owned()));
        }
        let mut places = self.lock();
        let all: Vec<OrganisationId> =
            places.running.values().map(|running| running.organisation).chain(places.taken.iter().copied()).collect();
        let ours = all.iter().filter(|of| **of == organisation).count();
        let why = match (ours, all.len()) {
            (ours, _) if ours >= OF_ONE => format!("your organisation plays {OF_ONE} drills already: end one first"),
            (_, all) if all >= MOST => {
                format!(
                    "{MOST} drills are played in this house, as many as its memory is kept for: wait until one of another organisation is over"
                )
            }
            _ => {
                places.taken.push(organisation);
                return Ok(Place { places: self.clone(), organisation: Some(organisation) });
            }
        };
        Err(Failure::Conflict(format!("{why}; nothing was started")))
    }

    /// What the drill's own router sees: nothing of the live world, and no way out.
    async fn world_of(&self, app: &App, drill: &Drill, id: i64) -> Result<App, Failure> {
        let world = drill.world().clone();
        let names = |_: &str| -> Vec<std::net::IpAddr> { Vec::new() };
        Ok(App {
            ingest: Ingest::open(world.clone()).await.map_err(told)?,
            // Nothing that asks of the outside is served in a drill; this one would find no name.
            client: Client::new(None).with_resolver(Resolver::Function(Arc::new(names))),
            site: Arc::new(Site { drill: Some(id), demo: false, ..(*app.site).clone() }),
            waking: drill.waking().clone(),
            lines: Lines::default(),
            doorstep: crate::auth::doorstep::Doorstep::default(),
            memory: engine::view::Memory::default(),
            drills: Self::default(),
            world,
        })
    }

    fn forget(&self, id: i64) {
        let gone = self.lock().running.remove(&id);
        if let Some(running) = gone {
            running.app.lines.end();
        }
    }
}

/// Who sits where: members only, each in one seat, and at least one.
async fn seated(
    app: &App,
    organisation: OrganisationId,
    seats: &[Seat],
    cast: &BTreeMap<String, PersonId>,
) -> Result<(Vec<Chair>, BTreeMap<String, Player>), Failure> {
    let bad = |why: String| Err(Failure::Bad(why));
    if let Some(unknown) = cast.keys().find(|key| !seats.iter().any(|seat| seat.key == **key)) {
        return bad(format!("the pack's plan has nobody called `{unknown}`"));
    }
    let members = app.world.store.members(organisation, app.world.clock.now()).await?;
    let (mut chairs, mut players) = (Vec::new(), BTreeMap::new());
    for seat in seats {
        let person = match cast.get(&seat.key) {
            None => None,
            Some(id) => {
                let found = members.iter().map(|(person, _)| person).find(|person| person.id == *id);
                let found = found.ok_or(Failure::NotFound)?;
                if chairs.iter().any(|chair: &Chair| chair.person == Some(id.0)) {
                    return bad(format!("{} cannot play two of the team at once", found.name));
                }
                Some(found)
            }
        };
        if let Some(person) = person {
            let player = Player { name: person.name.clone(), locale: person.locale.clone(), zone: person.zone.clone() };
            players.insert(seat.key.clone(), player);
        }
        chairs.push(Chair {
            seat: seat.key.clone(),
            name: seat.name.clone(),
            roles: seat.roles.clone(),
            person: person.map(|person| person.id.0),
            player: person.map(|person| person.name.clone()),
            member: None,
            joined: None,
        });
    }
    if players.is_empty() {
        return bad("somebody has to play: give at least one member a seat".to_owned());
    }
    Ok((chairs, players))
}

impl Running {
    /// Where it stands.
    pub fn status(&self) -> Status {
        self.status.borrow().clone()
    }

    /// Asks something of it.
    ///
    /// # Errors
    /// [`Failure::Conflict`] where it is over.
    pub async fn order(&self, order: Order) -> Result<(), Failure> {
        let over = |_| Failure::Conflict("this drill is over".to_owned());
        let mut seen = self.status.clone();
        seen.mark_unchanged();
        self.orders.send(order).await.map_err(over)?;
        // The page that follows shows what came of it.
        let _ = tokio::time::timeout(ANSWERS, seen.changed()).await;
        Ok(())
    }

    /// The drill's world, for what is shown of it to whoever leads.
    pub fn world(&self) -> &engine::world::World {
        &self.app.world
    }

    /// The seat of a member.
    pub fn chair(&self, person: PersonId) -> Option<&Chair> {
        self.chairs.iter().find(|chair| chair.person == Some(person.0))
    }

    /// The member who plays somebody of the drill's world.
    fn player(&self, of: PersonId) -> Option<PersonId> {
        self.chairs.iter().find(|chair| chair.member == Some(of.0))?.person.map(PersonId)
    }

    /// Lets a member in to their seat, and keeps with the drill that they came. Answers the cookie that is good for this drill and nothing else.
    ///
    /// # Errors
    /// [`Failure::Conflict`] for who has no seat; the store's.
    pub async fn join(&self, kept_in: &Store, person: PersonId) -> Result<String, Failure> {
        let none = || Failure::Conflict("you have no seat in this drill".to_owned());
        let chair = self.chair(person).ok_or_else(none)?;
        let theirs = chair.member.map(PersonId).ok_or_else(none)?;
        let now = Clock::Wall.now();
        let (secret, digest) = secret::fresh("").map_err(|error| Failure::Ours(error.to_string()))?;
        let until = now.saturating_add(SESSION).unwrap_or(now);
        self.app.world.store.create_session(&digest, theirs, now, until).await?;
        // One after the other, so that who comes last does not overwrite who came first.
        let mut seats = self.seats.lock().await;
        if let Some(seat) = seats.iter_mut().find(|seat| seat.seat == chair.seat && seat.joined.is_none()) {
            seat.joined = Some(now);
            let written = serde_json::to_string(&*seats).map_err(|error| Failure::Ours(error.to_string()))?;
            kept_in.seat_drill(self.organisation, self.id, &written).await?;
        }
        drop(seats);
        self.bus.tell(self.organisation, Change::Drills);
        let site = &self.app.site;
        Ok(crate::routes::set_cookie(site, site.cookie(), &secret, SESSION.as_secs()))
    }
}
