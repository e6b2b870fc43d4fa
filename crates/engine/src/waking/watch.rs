//! Keeps a live world waking people: one task decides, one sends, one watches over all, one tells the week.

use super::Waking;
use crate::EngineError;
use crate::bus::Change;
use jiff::SignedDuration;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::broadcast::error::RecvError;
use tokio::task::JoinSet;

/// How often it is decided even when nothing was told.
const PAUSE: SignedDuration = SignedDuration::from_secs(10);
/// How often guards are asked: twice within the quarter of an hour in which silence must be told.
const ASK: SignedDuration = SignedDuration::from_mins(4);
/// Another Vigie that has not answered for so long is told of.
const SILENT: SignedDuration = SignedDuration::from_mins(8);
/// How often it is looked whether somebody's week is due.
const WEEKS: SignedDuration = SignedDuration::from_mins(1);
/// After a signal is raised, so long for the other brands of the same delivery: they are read one after the other, and one message names them all.
const SETTLE: SignedDuration = SignedDuration::from_secs(2);
/// How often the outbox is looked at.
const LOOK: SignedDuration = SignedDuration::from_secs(1);
/// Most messages on their way at once.
const AT_ONCE: usize = 16;

impl Waking {
    /// Decides again and again, and sends what is due, until the tasks are ended. What was being sent then is said again after the next
    /// start, as a repeat.
    pub fn watch(self, tasks: &mut JoinSet<()>) {
        tasks.spawn(decide(self.clone()));
        tasks.spawn(guard(self.clone()));
        tasks.spawn(weeks(self.clone()));
        tasks.spawn(send(self));
    }
}

impl Waking {
    /// Asks those who watch over this Vigie, while it listens, and those it watches over; `silent` holds since when each of them is.
    pub async fn ask_guards(&self, silent: &mut BTreeMap<String, Timestamp>) {
        match self.listens().await {
            Ok(true) => {
                for address in &self.guards.heartbeats {
                    if let Err(reason) = self.outbound.ask(address).await {
                        tracing::warn!(
                            address,
                            reason,
                            "who watches over this Vigie could not be told that it is alive"
                        );
                    }
                }
            }
            Ok(false) => tracing::warn!("Vigie hears nothing: who watches over it is not told that it is alive"),
            Err(error) => report(&error, "whether Vigie hears could not be read"),
        }
        for address in &self.guards.others {
            match self.outbound.ask(address).await {
                Ok(()) => drop(silent.remove(address)),
                Err(reason) => {
                    let now = self.world.clock.now();
                    let since = *silent.entry(address.clone()).or_insert(now);
                    if now.duration_since(since) >= SILENT
                        && let Err(error) = self.tell_of_another(address, since, &reason).await
                    {
                        report(&error, "that another Vigie is silent could not be told; it is tried again");
                    }
                }
            }
        }
    }
}

async fn decide(waking: Waking) {
    let mut changes = waking.world.bus.listen();
    loop {
        if let Err(error) = waking.decide().await {
            report(&error, "who is to be woken could not be decided; it is tried again");
        }
        let next = waking.world.clock.now().saturating_add(PAUSE).unwrap_or(jiff::Timestamp::MAX);
        let told = async {
            loop {
                match changes.recv().await {
                    Ok((_, Change::Signals)) | Err(RecvError::Lagged(_)) => return,
                    Ok(_) => {}
                    // Nobody can tell any more: only time passes.
                    Err(RecvError::Closed) => std::future::pending().await,
                }
            }
        };
        tokio::select! {
            () = waking.world.clock.sleep_until(next) => {}
            () = told => {
                let settled = waking.world.clock.now().saturating_add(SETTLE).unwrap_or(jiff::Timestamp::MAX);
                waking.world.clock.sleep_until(settled).await;
            }
        }
    }
}

/// Says that it is alive, to the store and to whoever watches over it, and looks after others.
async fn guard(waking: Waking) {
    if let Err(error) = waking.awake().await {
        report(&error, "how long nothing was heard could not be read");
    }
    let (mut asked, mut silent) = (None, BTreeMap::new());
    loop {
        if let Err(error) = waking.look_around().await {
            report(&error, "whether Vigie hears could not be told; it is tried again");
        }
        let now = waking.world.clock.now();
        if asked.is_none_or(|at| now.duration_since(at) >= ASK) {
            asked = Some(now);
            waking.ask_guards(&mut silent).await;
        }
        waking.world.clock.sleep_until(now.saturating_add(PAUSE).unwrap_or(jiff::Timestamp::MAX)).await;
    }
}

/// Tells everybody their week on Monday morning.
async fn weeks(waking: Waking) {
    loop {
        if let Err(error) = waking.send_weeks().await {
            report(&error, "the week could not be told to everybody; it is tried again");
        }
        let next = waking.world.clock.now().saturating_add(WEEKS).unwrap_or(jiff::Timestamp::MAX);
        waking.world.clock.sleep_until(next).await;
    }
}

async fn send(waking: Waking) {
    let (mut tasks, under_way) = (JoinSet::new(), Arc::new(Mutex::new(BTreeSet::new())));
    loop {
        while tasks.try_join_next().is_some() {}
        if let Err(error) = waking.resume().await {
            report(&error, "what was being sent when Vigie stopped could not be taken up again");
        }
        match waking.due().await {
            Ok(rows) => {
                for row in rows {
                    if tasks.len() >= AT_ONCE || !hold(&under_way).insert(row.id) {
                        continue;
                    }
                    let (waking, under_way) = (waking.clone(), under_way.clone());
                    tasks.spawn(async move {
                        if let Err(error) = waking.send(&row).await {
                            report(&error, "what came of a message could not be written down; it is said again later");
                        }
                        hold(&under_way).remove(&row.id);
                    });
                }
            }
            Err(error) => report(&error, "the outbox could not be read; it is tried again"),
        }
        let next = waking.world.clock.now().saturating_add(LOOK).unwrap_or(jiff::Timestamp::MAX);
        waking.world.clock.sleep_until(next).await;
    }
}

fn report(error: &EngineError, what: &'static str) {
    tracing::error!(%error, "{what}");
}

fn hold(ids: &Mutex<BTreeSet<i64>>) -> std::sync::MutexGuard<'_, BTreeSet<i64>> {
    ids.lock().unwrap_or_else(PoisonError::into_inner)
}
