//! Every deadline: due, met, missed, by how much.

use super::{numbered, seconds};
use crate::case::event::{ClockEvent, ClockOf, Entry, Event};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// How a clock ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ran {
    /// Met in time, with so many seconds left.
    Met(i64),
    /// Met late, by so many seconds.
    Late(i64),
    /// Never met: so many seconds over when it was dropped, or when it is read.
    Missed(i64),
    /// It runs, with so many seconds left.
    Running(i64),
    /// It stands still.
    Paused,
    /// Nobody asked for it any more, in time.
    Dropped,
}

/// A deadline as it ran.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clocked {
    /// Its number.
    pub clock: u32,
    /// What it is about.
    pub of: ClockOf,
    /// When it began.
    pub start: Timestamp,
    /// When it was due, its pauses counted in until it was missed.
    pub due: Timestamp,
    /// When it was met.
    pub met: Option<Timestamp>,
    /// How it ended.
    pub ran: Ran,
    /// How far up its ladder it was handed.
    pub escalated: u32,
    /// Its records.
    pub records: Vec<u32>,
}

struct Running {
    clocked: Clocked,
    paused: Option<Timestamp>,
    /// It ran out, which no pause takes back.
    missed: bool,
    ended: Option<Timestamp>,
}

/// The clocks of a log, read at a moment.
pub fn clocks(log: &[Entry], until: Timestamp) -> Vec<Clocked> {
    let mut clocks: BTreeMap<u32, Running> = BTreeMap::new();
    for (record, entry) in numbered(log) {
        let Event::Clock(event) = &entry.event else { continue };
        if let ClockEvent::Started { clock, of, terms, .. } = event {
            let (clock, of, start, due) = (*clock, of.clone(), terms.start, terms.due);
            let clocked = Clocked { clock, of, start, due, met: None, ran: Ran::Paused, escalated: 0, records: vec![] };
            clocks.insert(clock, Running { clocked, paused: None, missed: false, ended: None });
        }
        let Some(running) = number(event).and_then(|clock| clocks.get_mut(&clock)) else { continue };
        running.clocked.records.push(record);
        match event {
            ClockEvent::Missed { .. } => running.missed = true,
            ClockEvent::Paused { .. } if !running.missed => running.paused = Some(entry.at),
            ClockEvent::Resumed { due, .. } if !running.missed => (running.paused, running.clocked.due) = (None, *due),
            ClockEvent::Met { .. } => running.clocked.met = Some(entry.at),
            ClockEvent::Dropped { .. } => running.ended = Some(entry.at),
            ClockEvent::Escalated { rung, .. } => running.clocked.escalated = *rung + 1,
            _ => {}
        }
    }
    clocks.into_values().map(|running| running.read(until)).collect()
}

fn number(event: &ClockEvent) -> Option<u32> {
    match event {
        ClockEvent::Started { clock, .. }
        | ClockEvent::Paused { clock, .. }
        | ClockEvent::Resumed { clock, .. }
        | ClockEvent::Met { clock, .. }
        | ClockEvent::Missed { clock }
        | ClockEvent::Escalated { clock, .. }
        | ClockEvent::Dropped { clock, .. } => Some(*clock),
        ClockEvent::Promised { .. } | ClockEvent::StartDeclared { .. } => None,
    }
}

impl Running {
    fn read(self, until: Timestamp) -> Clocked {
        let Self { clocked, paused, ended, .. } = self;
        let due = clocked.due;
        // What is met while it stands still has what was left then.
        let met = clocked.met.map(|met| paused.unwrap_or(met));
        let paused = paused.is_some();
        let ran = match (met, ended) {
            (Some(met), _) if met <= due => Ran::Met(seconds(met, due)),
            (Some(met), _) => Ran::Late(seconds(due, met)),
            (None, Some(_)) if paused => Ran::Dropped,
            (None, Some(end)) if end <= due => Ran::Dropped,
            (None, Some(end)) => Ran::Missed(seconds(due, end)),
            (None, None) if paused => Ran::Paused,
            (None, None) if until <= due => Ran::Running(seconds(until, due)),
            (None, None) => Ran::Missed(seconds(due, until)),
        };
        Clocked { ran, ..clocked }
    }
}
