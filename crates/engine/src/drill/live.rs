//! A drill that people play: one task owns it and its clock. Time goes at a pace, stands, or jumps to what comes next; whoever leads says so by an [`Order`].

use super::{Drill, InjectRow};
use crate::EngineError;
use crate::world::Clock;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{mpsc, watch};

/// How many virtual seconds pass in one.
pub const PACES: [u32; 6] = [1, 2, 4, 10, 30, 60];

/// How often time goes on.
const BEAT: SignedDuration = SignedDuration::from_millis(500);
/// A machine that slept does not make up for more than this.
const BEHIND: SignedDuration = SignedDuration::from_secs(5);
/// How long before the story people come in.
const BEFORE: SignedDuration = SignedDuration::from_mins(10);
/// Orders that wait.
const ORDERS: usize = 64;

/// What whoever leads asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// So many virtual seconds in one: one of [`PACES`].
    Pace(u32),
    /// Time stands.
    Pause,
    /// Time goes.
    Resume,
    /// To what comes next.
    Jump,
    /// Ahead by minutes.
    Ahead(u32),
    /// Something is brought in now.
    Bring(usize),
    /// Something is left out.
    Skip(usize),
    /// It is over.
    End,
    /// The server goes down.
    Stop,
}

/// Where a drill stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The calm days before are played, as fast as they can be.
    Before,
    /// People play.
    On,
    /// It is over, and is being scored.
    Over,
}

/// How a drill ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The pack was over, or whoever led ended it.
    Finished,
    /// The server went down.
    Stopped,
    /// It broke.
    Broke(String),
}

/// What whoever leads sees.
#[derive(Clone, Debug)]
pub struct Status {
    /// The virtual time.
    pub now: Timestamp,
    /// When the pack begins, when its story does, and when it ends.
    pub course: (Timestamp, Timestamp, Timestamp),
    /// Where it stands.
    pub phase: Phase,
    /// How many virtual seconds pass in one.
    pub pace: u32,
    /// Whether time stands.
    pub paused: bool,
    /// Where a jump leads.
    pub jumps_to: Option<Timestamp>,
    /// What is brought in.
    pub injects: Vec<InjectRow>,
    /// How many posts were played.
    pub posts: usize,
}

/// A drill that people play, before it is driven.
pub struct Live {
    drill: Drill,
    orders: mpsc::Receiver<Order>,
    status: watch::Sender<Status>,
    jump: Option<Timestamp>,
    paused: bool,
    pace: u32,
    last: Timestamp,
}

impl Live {
    /// A drill with its line for orders and what is seen of it. It goes to where people come in, and stands there until whoever leads lets time go.
    pub fn of(drill: Drill, pace: u32) -> (Self, mpsc::Sender<Order>, watch::Receiver<Status>) {
        let (orders, line) = mpsc::channel(ORDERS);
        let (status, seen) = watch::channel(status_of(&drill));
        let comes_in = drill.pack.storm_at().saturating_sub(BEFORE).unwrap_or(drill.pack.start);
        let jump = Some(comes_in.max(drill.pack.start));
        let pace = if PACES.contains(&pace) { pace } else { 1 };
        let live = Self { drill, orders: line, status, jump, paused: true, pace, last: Clock::Wall.now() };
        live.tell(Phase::Before);
        (live, orders, seen)
    }

    /// The drill.
    pub fn drill(&self) -> &Drill {
        &self.drill
    }

    /// Plays until it is over. What was played is in the drill.
    pub async fn drive(mut self) -> (Drill, Ended) {
        let ended = match self.play().await {
            Ok(ended) => ended,
            Err(error) => Ended::Broke(error.to_string()),
        };
        // What somebody opened a moment ago was played too.
        let ended = match self.drill.find_cases().await {
            Ok(()) => ended,
            Err(error) => Ended::Broke(error.to_string()),
        };
        self.tell(Phase::Over);
        (self.drill, ended)
    }

    async fn play(&mut self) -> Result<Ended, EngineError> {
        let ready = self.jump.unwrap_or(Timestamp::MIN);
        self.last = Clock::Wall.now();
        loop {
            while let Ok(order) = self.orders.try_recv() {
                if let Some(ended) = self.take(order).await? {
                    return Ok(ended);
                }
            }
            let more = match self.jump {
                Some(to) => self.jump(to).await?,
                None if self.paused => self.stand().await?,
                None => self.go().await?,
            };
            self.tell(if self.drill.now() < ready { Phase::Before } else { Phase::On });
            if !more {
                return Ok(Ended::Finished);
            }
            if self.jump.is_some() {
                tokio::task::yield_now().await;
                continue;
            }
            let next = Clock::Wall.now().saturating_add(BEAT).unwrap_or(Timestamp::MAX);
            let order = tokio::select! {
                order = self.orders.recv() => Some(order),
                () = Clock::Wall.sleep_until(next) => None,
            };
            match order {
                // Nobody holds the line any more.
                Some(None) => return Ok(Ended::Stopped),
                Some(Some(order)) => {
                    if let Some(ended) = self.take(order).await? {
                        return Ok(ended);
                    }
                }
                None => {}
            }
        }
    }

    async fn jump(&mut self, to: Timestamp) -> Result<bool, EngineError> {
        let more = self.drill.step(to).await?;
        if self.drill.now() >= to {
            self.jump = None;
            self.last = Clock::Wall.now();
        }
        Ok(more)
    }

    async fn stand(&mut self) -> Result<bool, EngineError> {
        self.last = Clock::Wall.now();
        self.drill.stand().await?;
        Ok(true)
    }

    /// Time goes on by as much as has passed since it last did.
    async fn go(&mut self) -> Result<bool, EngineError> {
        let wall = Clock::Wall.now();
        let passed = self.last.duration_until(wall).min(BEHIND).as_millis();
        self.last = wall;
        let virtual_millis = i64::try_from(passed).unwrap_or(0).max(0).saturating_mul(i64::from(self.pace));
        let to = self.drill.now().saturating_add(SignedDuration::from_millis(virtual_millis)).unwrap_or(Timestamp::MAX);
        while self.drill.now() < to {
            if !self.drill.step(to).await? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    async fn take(&mut self, order: Order) -> Result<Option<Ended>, EngineError> {
        match order {
            Order::Pace(pace) if PACES.contains(&pace) => self.pace = pace,
            Order::Pace(_) => {}
            Order::Pause => {
                self.paused = true;
                self.jump = self.jump.filter(|_| self.status.borrow().phase == Phase::Before);
            }
            Order::Resume => {
                self.paused = false;
                self.last = Clock::Wall.now();
            }
            Order::Jump => self.jump = self.jump.max(Some(self.drill.next_event().await?)),
            Order::Ahead(minutes) => {
                let ahead = SignedDuration::from_mins(i64::from(minutes));
                let to = self.drill.now().saturating_add(ahead).unwrap_or(Timestamp::MAX);
                self.jump = self.jump.max(Some(to.min(self.drill.pack.end())));
            }
            Order::Bring(number) => drop(self.drill.bring_in(number).await?),
            Order::Skip(number) => drop(self.drill.leave_out(number)),
            Order::End => return Ok(Some(Ended::Finished)),
            Order::Stop => return Ok(Some(Ended::Stopped)),
        }
        Ok(None)
    }

    fn tell(&self, phase: Phase) {
        let (pace, paused, jumps_to) = (self.pace, self.paused, self.jump);
        self.status.send_replace(Status { phase, pace, paused, jumps_to, ..status_of(&self.drill) });
    }
}

fn status_of(drill: &Drill) -> Status {
    Status {
        now: drill.now(),
        course: (drill.pack.start, drill.pack.storm_at(), drill.pack.end()),
        phase: Phase::Before,
        pace: 1,
        paused: true,
        jumps_to: None,
        injects: drill.injects(),
        posts: drill.stage.played,
    }
}
