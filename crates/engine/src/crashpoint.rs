//! What the kill test changes: see [`store::crashpoint`]. Never in a shipped binary.

use jiff::{SignedDuration, Timestamp};
pub use store::crashpoint::reach;

/// Whether the bug of that name is asked for by `VIGIE_MUTANT`: a test that cannot fail proves nothing.
pub fn mutant(name: &str) -> bool {
    std::env::var("VIGIE_MUTANT").is_ok_and(|asked| asked == name)
}

/// An hour's polls and ticks in seconds: what is due at `next` is due `VIGIE_PACE_MS` from now, where that is sooner.
pub fn soon(now: Timestamp, next: Timestamp) -> Timestamp {
    let pace = std::env::var("VIGIE_PACE_MS").ok().and_then(|ms| ms.parse().ok()).map(SignedDuration::from_millis);
    pace.and_then(|pace| now.checked_add(pace).ok()).map_or(next, |sooner| next.min(sooner))
}
