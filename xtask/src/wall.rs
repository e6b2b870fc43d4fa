//! Wall time: waiting for a service to answer, and how long a step took.
#![expect(clippy::disallowed_methods, reason = "start-up of real processes is measured and awaited in wall time")]

use std::time::{Duration, Instant};

/// A stop watch, started now.
pub struct Watch(Instant);

impl Watch {
    pub fn start() -> Self {
        Self(Instant::now())
    }

    pub fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}

/// Asks `ready` ten times a second until it says yes, or until the time is up: then false.
pub fn wait_until(limit: Duration, mut ready: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    while !ready() {
        if start.elapsed() > limit {
            return false;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    true
}
