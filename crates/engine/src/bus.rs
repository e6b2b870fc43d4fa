//! Tells that something changed; whoever listens reads the store again. Nothing is carried here, so nothing can be lost here.

use domain::id::OrganisationId;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::broadcast;

/// Something that changed for an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// New, handled or assigned mentions.
    Mentions,
    /// A signal was raised, escalated, ended or labelled.
    Signals,
    /// A source fell silent or came back, or one was added.
    Sources,
    /// A message to one of its people was tried, or the link of one was tapped.
    Messages,
    /// Something happened in a case.
    Cases,
    /// A drill goes on.
    Drills,
}

/// The in-process wake-up line.
#[derive(Clone, Debug)]
pub struct Bus {
    sender: broadcast::Sender<(OrganisationId, Change)>,
    told: Arc<AtomicU64>,
}

impl Default for Bus {
    fn default() -> Self {
        Self { sender: broadcast::channel(256).0, told: Arc::default() }
    }
}

impl Bus {
    /// Tells. Nobody listening is fine.
    pub fn tell(&self, organisation: OrganisationId, change: Change) {
        self.told.fetch_add(1, Ordering::SeqCst);
        drop(self.sender.send((organisation, change)));
    }

    /// How much was told so far: a page made at one position knows nothing of what is told after it.
    pub fn position(&self) -> u64 {
        self.told.load(Ordering::SeqCst)
    }

    /// Listens from now on. A listener that lags must read everything again.
    pub fn listen(&self) -> broadcast::Receiver<(OrganisationId, Change)> {
        self.sender.subscribe()
    }
}
