//! The detector over a file of counts: one row in, one row out.

mod read;
mod time;

pub(crate) use time::read as seconds;

pub use read::{MOST_BINS, ReplayError, Row, read_csv, write_csv};

use crate::episodes::{Change, Episodes, Level};
use crate::surge::{Settings, State, WEEK};

/// One row out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// When the bin starts, in seconds since 1970.
    pub at: i64,
    /// Its count.
    pub value: u64,
    /// What was expected of it.
    pub expected: f64,
    /// The score; 0 inside an ongoing episode, but for the row that makes it an alert.
    pub score: f64,
    /// Set on the first row of an episode, and on the row that makes a notice's episode an alert: the first row of the alert.
    pub level: Option<Level>,
}

/// Replays counts through a new state. Rows are times in seconds since 1970, ascending and whole bins apart, with their counts;
/// bins between two rows count as empty ones.
///
/// One threshold on `score` gives each level again: at `settings.alert` the alerts, at `settings.notice` both. Where only one
/// level is wanted, give both thresholds the same value: then no episode is told twice.
pub fn replay<'a>(
    rows: impl IntoIterator<Item = (i64, u64)> + 'a,
    settings: &'a Settings,
) -> impl Iterator<Item = Judged> + 'a {
    let bin = i64::from(settings.bin_seconds.max(1));
    let mut state = State::new(settings);
    let mut episodes = Episodes::default();
    let mut next: Option<i64> = None;
    rows.into_iter().map(move |(at, value)| {
        if let Some(from) = next {
            let empty = u64::try_from((at - from) / bin).unwrap_or(0);
            state.fast_forward(settings, empty, second_of_week(from));
        }
        next = Some(at + bin);
        let step = state.step(settings, value, second_of_week(at));
        let onset = || at - bin * i64::from(state.onset(settings, second_of_week(at)));
        let [first, second] = episodes.fold(settings, at, step.score, onset);
        let level = [first, second].into_iter().flatten().find_map(|change| match change {
            Change::Raise { level, .. } => Some(level),
            Change::Escalate { .. } => Some(Level::Alert),
            Change::End { .. } => None,
        });
        let inside = episodes.current().is_some() && level.is_none();
        Judged { at, value, expected: step.expected_rate, score: if inside { 0.0 } else { step.score }, level }
    })
}

fn second_of_week(at: i64) -> u32 {
    at.rem_euclid(WEEK.into()) as u32
}
