//! A drill: a pack played by a team through the same ingest, detection and case room as a live crisis, in a world of its own.
//!
//! A drill is given a store and a pack, and nothing else: no client, no settings, no [`Outbound`](connect::outbound::Outbound). What it starts sends by the
//! sandbox that it makes itself, so nothing in it can reach a target, however many are configured in its store. See `docs/decisions/0039-a-drill-is-a-world.md`.

mod answers;
mod cast;
mod chair;
mod erase;
mod lesson;
mod live;
mod moves;
mod outcome;
mod team;

pub use cast::{Brought, InjectRow, Player, Seat};
pub use chair::{Chair, hear};
pub use erase::{NOBODY, Reviewed, erase, text_of, without};
pub use lesson::by_plan;
pub use live::{Ended, Live, Order, PACES, Phase, Status};
pub use outcome::{Outcome, RaisedRow};
pub use team::Refused;

use crate::EngineError;
use crate::bus::{Bus, Change};
use crate::case::{CaseError, look_after};
use crate::pack::{Expect, Pack};
use crate::replay::{Play, Stage};
use crate::waking::Waking;
use crate::world::{Clock, World};
use domain::brand::BrandRole;
use domain::case::Binding;
use domain::id::{BrandId, CaseId};
use jiff::{SignedDuration, Timestamp};
use moves::Move;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{SignalRow, Store};
use team::Team;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::TryRecvError;

/// Cases looked after in one go.
const MOST: i64 = 64;
/// Messages tried in one go.
const TRIES: usize = 64;

/// A drill under way.
pub struct Drill {
    pack: Pack,
    seed: u64,
    stage: Stage,
    waking: Waking,
    team: Team,
    changes: Receiver<(domain::id::OrganisationId, Change)>,
    /// What the scripted team is about to do, in order; the number keeps the order of what falls together.
    agenda: BTreeMap<(Timestamp, u32), Move>,
    moves: u32,
    reacted: BTreeSet<String>,
    /// What was raised and has called nobody yet.
    raised: Vec<SignalRow>,
    opening: BTreeSet<BrandId>,
    cases: BTreeMap<BrandId, CaseId>,
    refused: Vec<Refused>,
    /// What the facilitator brought in or left out, by its number.
    brought: BTreeMap<usize, Brought>,
    /// Submitted texts that a colleague played by the rules will look at.
    looked_at: BTreeSet<(CaseId, u32, Binding)>,
}

impl Drill {
    /// Sets a pack up in a store that nobody uses for anything else.
    ///
    /// # Errors
    /// [`EngineError::Report`] for a pack without a team, or a store that holds anything; the store's.
    pub async fn set(store: Arc<Store>, pack: Pack, play: Play, workers: usize) -> Result<Self, EngineError> {
        Self::set_for(store, pack, play, workers, &BTreeMap::new()).await
    }

    /// The same, where people play some of the team, by their names in the plan; the rules play the others.
    ///
    /// # Errors
    /// As [`Drill::set`]; [`EngineError::Report`] for somebody who is not in the plan.
    pub async fn set_for(
        store: Arc<Store>,
        pack: Pack,
        play: Play,
        workers: usize,
        cast: &BTreeMap<String, Player>,
    ) -> Result<Self, EngineError> {
        if !store.organisations().await?.is_empty() {
            return Err(EngineError::Report("a drill has a store of its own: this one is in use".to_owned()));
        }
        let clock = Clock::standing_at(pack.start);
        let world = World { store, clock, bus: Bus::default(), folds: Default::default(), workers: workers.max(1) };
        let seed = play.seed;
        let changes = world.bus.listen();
        let stage = Stage::set(world.clone(), &pack, play).await?;
        let team = Team::set(&world, &stage, &pack, cast).await?;
        let waking = Waking::sandbox(&world, "https://drill.example");
        let (agenda, reacted, opening) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        let (cases, refused, raised) = (BTreeMap::new(), Vec::new(), Vec::new());
        let moves = 0;
        let (brought, looked_at) = (BTreeMap::new(), BTreeSet::new());
        let mut drill = Self {
            pack,
            seed,
            stage,
            waking,
            team,
            changes,
            agenda,
            moves,
            reacted,
            raised,
            opening,
            cases,
            refused,
            brought,
            looked_at,
        };
        drill.plan_injects();
        Ok(drill)
    }

    /// The world it is played in.
    pub fn world(&self) -> &World {
        &self.waking.world
    }

    /// What would wake people and send texts, were it not a drill.
    pub fn waking(&self) -> &Waking {
        &self.waking
    }

    /// What is played.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Plays one minute: posts, what the house owes and what the team does, each at its moment; then the tick, and a look at what it raised. Answers
    /// whether there is more.
    ///
    /// # Errors
    /// The store's.
    pub async fn minute(&mut self) -> Result<bool, EngineError> {
        self.until(self.stage.minute_ends()).await?;
        let more = self.stage.minute().await?;
        self.look().await?;
        Ok(more)
    }

    /// Plays until a moment, at most to the end of the minute. Answers whether there is more.
    ///
    /// # Errors
    /// The store's.
    pub async fn step(&mut self, to: Timestamp) -> Result<bool, EngineError> {
        self.find_cases().await?;
        if to >= self.stage.minute_ends() {
            return self.minute().await;
        }
        self.until(to).await?;
        self.stage.until(to).await?;
        Ok(true)
    }

    /// What people asked of the house is done while the clock stands.
    ///
    /// # Errors
    /// The store's.
    pub async fn stand(&mut self) -> Result<(), EngineError> {
        self.find_cases().await?;
        self.look_after_cases().await
    }

    /// When the next thing happens, a minute ahead at least: a post, an inject, a deadline, a move of the rules.
    ///
    /// # Errors
    /// The store's.
    pub async fn next_event(&mut self) -> Result<Timestamp, EngineError> {
        let (end, after) =
            (self.pack.end(), self.now().saturating_add(SignedDuration::from_mins(1)).unwrap_or(self.now()));
        let job = self.agenda.range((after, 0)..).next().map(|((at, _), _)| *at);
        let due = self.world().store.due_cases(end, MOST).await?.into_iter().filter_map(|file| file.due_at);
        let due = due.filter(|at| *at >= after).min();
        let post = self.stage.next_post().map(|at| at.max(after));
        Ok([job, due, post].into_iter().flatten().min().unwrap_or(end).min(end))
    }

    /// Plays what happens before a moment in the minute, but for the posts after the last of it.
    async fn until(&mut self, to: Timestamp) -> Result<(), EngineError> {
        while let Some(at) = self.next_job(to).await? {
            self.stage.until(at.max(self.now())).await?;
            self.look_after_cases().await?;
            while let Some(entry) = self.agenda.first_entry().filter(|entry| entry.key().0 <= at) {
                let next = entry.remove();
                self.make(next).await?;
            }
        }
        Ok(())
    }

    fn now(&self) -> Timestamp {
        self.waking.world.clock.now()
    }

    /// The next moment before `ends` at which somebody or the house has something to do.
    async fn next_job(&self, ends: Timestamp) -> Result<Option<Timestamp>, EngineError> {
        let move_at = self.agenda.first_key_value().map(|((at, _), _)| *at);
        let before = ends.checked_sub(SignedDuration::from_micros(1)).unwrap_or(ends);
        let due = match self.cases.is_empty() {
            true => None,
            false => self.world().store.due_cases(before, 1).await?.first().and_then(|file| file.due_at),
        };
        Ok(move_at.into_iter().chain(due).min().filter(|at| *at < ends))
    }

    async fn look_after_cases(&mut self) -> Result<(), EngineError> {
        if self.cases.is_empty() {
            return Ok(());
        }
        for file in self.world().store.due_cases(self.now(), MOST).await? {
            match look_after(&self.waking, &file).await {
                Ok(()) => {}
                Err(CaseError::House(error)) => return Err(error),
                Err(CaseError::Refused(why)) => {
                    return Err(EngineError::Broken(format!("the house may not look after case {}: {why}", file.id.0)));
                }
            }
        }
        Ok(())
    }

    /// Whether a signal was raised or changed since the last look; who missed some must look too.
    fn signals_changed(&mut self) -> bool {
        let mut changed = false;
        loop {
            match self.changes.try_recv() {
                Ok((_, Change::Signals)) | Err(TryRecvError::Lagged(_)) => changed = true,
                Ok(_) => {}
                Err(TryRecvError::Empty | TryRecvError::Closed) => return changed,
            }
        }
    }

    /// Who is to be woken is decided, what would leave the house is tried, and the team sees what was raised.
    async fn look(&mut self) -> Result<(), EngineError> {
        self.attend().await?;
        let changed = self.signals_changed();
        if !changed && self.now() < self.pack.storm_at() {
            return Ok(());
        }
        self.waking.decide().await?;
        for row in self.waking.due().await?.into_iter().take(TRIES) {
            self.waking.send(&row).await?;
        }
        if changed {
            self.read_raised().await?;
        }
        self.react().await
    }

    /// What is expected about a brand.
    fn expected(&self, brand: BrandId) -> Option<&Expect> {
        let key = self.stage.brands.iter().find(|(_, id)| **id == brand)?.0;
        let own = self.pack.brand.iter().any(|it| it.key == *key && it.role == BrandRole::Own);
        let named = self.pack.expect.iter().find(|expect| expect.brands.contains(key));
        named.or_else(|| self.pack.expect.iter().find(|expect| expect.brands.is_empty()).filter(|_| own))
    }
}
