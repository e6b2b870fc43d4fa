//! Deadlines as they stand.

use super::State;
use crate::case::digest::{Capture, TextRef};
use crate::case::event::{ClockEvent, ClockOf, Terms};
use crate::case::legal::{Matter, Start};
use crate::case::party::Actor;
use jiff::Timestamp;
use serde::Serialize;

/// How a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Run {
    /// It runs.
    Running,
    /// It stands still since then.
    Paused(Timestamp),
    /// It was met then.
    Met(Timestamp),
    /// Nobody asks for it any more.
    Dropped,
}

/// A deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// What it is about.
    pub of: ClockOf,
    /// Of a legal term: of which incident.
    pub incident: Option<u32>,
    /// How it runs; its due time moves with pauses.
    pub terms: Terms,
    /// How it stands.
    pub run: Run,
    /// When it ran out, if it did.
    pub missed: Option<Timestamp>,
    /// How many of its ladder were told.
    pub told: u32,
    /// How one knows that it was met, where somebody said it.
    pub why: Option<TextRef>,
    /// What proves that it was met.
    pub proof: Option<Capture>,
}

impl Clock {
    /// Whether it still asks for something.
    pub fn is_open(&self) -> bool {
        matches!(self.run, Run::Running | Run::Paused(_))
    }
}

/// The start of a legal term, as a named person declared it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Declared {
    /// Of which incident; the first version knew one of each matter, without a number.
    pub incident: Option<u32>,
    /// Of what.
    pub matter: Matter,
    /// What it counts from.
    pub start: Start,
    /// Since when.
    pub since: Timestamp,
    /// On what grounds.
    pub why: TextRef,
    /// What proves it.
    pub capture: Option<Capture>,
    /// Whether a term is known; else: ask your counsel.
    pub known: bool,
    /// Who says so.
    pub by: Actor,
    /// When they said so.
    pub at: Timestamp,
}

impl State {
    pub(super) fn apply_clock(&mut self, event: &ClockEvent, at: Timestamp) {
        match event {
            ClockEvent::Started { clock, of, terms, incident } => {
                let (of, incident, terms, run) = (of.clone(), *incident, terms.clone(), Run::Running);
                let started = Clock { of, incident, terms, run, missed: None, told: 0, why: None, proof: None };
                self.clocks.insert(*clock, started);
            }
            ClockEvent::Paused { clock, .. } => self.change_clock(*clock, |it| it.run = Run::Paused(at)),
            ClockEvent::Resumed { clock, due } => self.change_clock(*clock, |it| {
                it.run = Run::Running;
                it.terms.due = *due;
            }),
            ClockEvent::Met { clock, why, capture } => {
                self.change_clock(*clock, |it| (it.run, it.why, it.proof) = (Run::Met(at), *why, *capture));
            }
            ClockEvent::Missed { clock } => self.change_clock(*clock, |it| it.missed = Some(at)),
            ClockEvent::Escalated { clock, rung, .. } => self.change_clock(*clock, |it| it.told = rung + 1),
            ClockEvent::Dropped { clock, .. } => self.change_clock(*clock, |it| it.run = Run::Dropped),
            ClockEvent::Promised { .. } | ClockEvent::StartDeclared { .. } => {}
        }
    }

    fn change_clock(&mut self, clock: u32, change: impl FnOnce(&mut Clock)) {
        if let Some(clock) = self.clocks.get_mut(&clock) {
            change(clock);
        }
    }

    /// The open clock about something.
    pub fn open_clock(&self, of: &ClockOf) -> Option<(u32, &Clock)> {
        self.clocks.iter().find(|(_, clock)| clock.is_open() && clock.of == *of).map(|(number, clock)| (*number, clock))
    }

    /// The open clock of a legal term for one incident.
    pub fn open_term(&self, code: &str, incident: Option<u32>) -> Option<(u32, &Clock)> {
        let is = |clock: &Clock| matches!(&clock.of, ClockOf::Legal(of) if of == code) && clock.incident == incident;
        self.clocks.iter().find(|(_, clock)| clock.is_open() && is(clock)).map(|(number, clock)| (*number, clock))
    }

    /// The open clock that runs out next, or ran out first.
    pub fn next_clock(&self) -> Option<(u32, &Clock)> {
        let running = self.clocks.iter().filter(|(_, clock)| clock.run == Run::Running);
        running.min_by_key(|(number, clock)| (clock.terms.due, **number)).map(|(number, clock)| (*number, clock))
    }
}
