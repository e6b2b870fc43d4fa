//! A world: store, clock, bus and workers. Live is one, the demo one, and each drill one with a store of its own.

use crate::EngineError;
use crate::bus::Bus;
use crate::case::Folds;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use store::Store;

/// Everything an order of things needs.
#[derive(Clone)]
pub struct World {
    /// What remembers.
    pub store: Arc<Store>,
    /// What time it is.
    pub clock: Clock,
    /// What tells of changes.
    pub bus: Bus,
    /// What its cases' logs come to, for whoever only looks.
    pub folds: Folds,
    /// How many threads read and match texts; no result depends on it.
    pub workers: usize,
}

impl World {
    /// Sixteen bytes to seal a text with: random in a live world; where the clock is virtual those of the text itself, so that the same play gives the same log.
    ///
    /// # Errors
    /// The machine gives no random bytes.
    #[expect(clippy::disallowed_methods, reason = "the world is the one door to the machine's randomness")]
    pub(crate) fn salt(&self, of: &[u8]) -> Result<[u8; 16], EngineError> {
        let mut salt = [0; 16];
        match self.clock {
            Clock::Wall => getrandom::fill(&mut salt)
                .map_err(|error| EngineError::Broken(format!("the machine gives no random bytes: {error}")))?,
            Clock::Virtual(_) => salt.copy_from_slice(&blake3::derive_key("vigie salt of a virtual world", of)[..16]),
        }
        Ok(salt)
    }
}

/// What time it is: the wall's, or one that a driver moves.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    Wall,
    /// Stands still until it is set; microseconds since 1970.
    Virtual(Arc<AtomicI64>),
}

impl Clock {
    /// A virtual clock that stands at `at`.
    pub fn standing_at(at: Timestamp) -> Self {
        Self::Virtual(Arc::new(AtomicI64::new(at.as_microsecond())))
    }

    /// Now, to the microsecond.
    #[expect(clippy::disallowed_methods, reason = "the world's clock is the one door to the machine's")]
    pub fn now(&self) -> Timestamp {
        let micros = match self {
            Self::Wall => Timestamp::now().as_microsecond(),
            Self::Virtual(at) => at.load(Ordering::SeqCst),
        };
        Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Moves a virtual clock forward; it never goes back, and the wall's is not ours to move.
    pub fn advance_to(&self, to: Timestamp) {
        if let Self::Virtual(at) = self {
            at.fetch_max(to.as_microsecond(), Ordering::SeqCst);
        }
    }

    /// Waits until `then` by the wall's clock; a virtual clock does not make anyone wait.
    #[expect(clippy::disallowed_methods, reason = "sleep comes from the world")]
    pub async fn sleep_until(&self, then: Timestamp) {
        if matches!(self, Self::Virtual(_)) {
            return;
        }
        let wait = then.duration_since(self.now());
        if wait > SignedDuration::ZERO {
            tokio::time::sleep(Duration::try_from(wait).unwrap_or_default()).await;
        }
    }
}
