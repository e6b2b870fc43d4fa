//! From scores to levels: one raise per episode, however long the storm goes on.

use crate::surge::Settings;
use serde::{Deserialize, Serialize};

/// How far a departure goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// About one a week.
    Notice,
    /// About one in two months.
    Alert,
}

impl Level {
    /// The name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Alert => "alert",
        }
    }

    /// The score from which this level holds.
    pub fn threshold(self, settings: &Settings) -> f64 {
        match self {
            Self::Notice => settings.notice,
            Self::Alert => settings.alert,
        }
    }

    /// The level of a score, if any.
    pub fn of(score: f64, settings: &Settings) -> Option<Self> {
        [Self::Alert, Self::Notice].into_iter().find(|level| score >= level.threshold(settings))
    }
}

/// What changed. Times are seconds since 1970, or whatever the caller counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// An episode begins.
    Raise {
        /// At which level.
        level: Level,
        /// When the departure began.
        onset: i64,
        /// When it was seen.
        at: i64,
    },
    /// The episode that was a notice is an alert now.
    Escalate {
        /// When the episode's departure began: the same as in its raise.
        onset: i64,
        /// When it was seen.
        at: i64,
    },
    /// The episode is over: it was quiet for long enough.
    End {
        /// When the episode's departure began.
        onset: i64,
        /// The last time it was hot.
        last: i64,
        /// When it was seen.
        at: i64,
    },
}

/// An episode that goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Episode {
    /// Its highest level so far.
    pub level: Level,
    /// When the departure began.
    pub onset: i64,
    /// The last time the score was hot: at least `hold` × `notice`.
    pub last: i64,
}

/// The fold over the scores of one series: at most one episode goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Episodes {
    current: Option<Episode>,
}

impl Episodes {
    /// The episode that goes on, if any.
    pub fn current(&self) -> Option<Episode> {
        self.current
    }

    /// Takes in the score of one time. `onset` is asked for only where an episode begins.
    ///
    /// Where a silence was as long as `quiet` the old episode ends; if the same score begins a new one, the end is told first
    /// and the raise second.
    pub fn fold(
        &mut self,
        settings: &Settings,
        at: i64,
        score: f64,
        onset: impl FnOnce() -> i64,
    ) -> [Option<Change>; 2] {
        let level = Level::of(score, settings);
        let mut end = None;
        if let Some(episode) = &mut self.current {
            if at.saturating_sub(episode.last) < i64::from(settings.quiet) {
                if score >= settings.hold * settings.notice {
                    episode.last = at;
                }
                let escalates = level > Some(episode.level);
                if escalates {
                    episode.level = Level::Alert;
                }
                return [escalates.then_some(Change::Escalate { onset: episode.onset, at }), None];
            }
            end = Some(Change::End { onset: episode.onset, last: episode.last, at });
            self.current = None;
        }
        let raise = level.map(|level| {
            let onset = onset();
            self.current = Some(Episode { level, onset, last: at });
            Change::Raise { level, onset, at }
        });
        [end, raise]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn run(scores: &[f64], settings: &Settings) -> Vec<Change> {
        let mut episodes = Episodes::default();
        let fold = |(i, &score): (usize, &f64)| {
            let at = i as i64 * 3600;
            episodes.fold(settings, at, score, || at - 60)
        };
        scores.iter().enumerate().flat_map(fold).flatten().collect()
    }

    #[test]
    fn a_storm_is_raised_escalated_and_ended_once() {
        let settings = Settings { notice: 1.0, alert: 2.0, hold: 0.5, quiet: 3 * 3600, ..Settings::default() };
        let changes = run(&[0.0, 1.0, 0.2, 2.5, 3.0, 0.6, 0.1, 0.1, 0.1, 0.0, 2.0], &settings);
        let hour = |h: i64| h * 3600;
        assert_eq!(
            changes,
            [
                Change::Raise { level: Level::Notice, onset: hour(1) - 60, at: hour(1) },
                Change::Escalate { onset: hour(1) - 60, at: hour(3) },
                Change::End { onset: hour(1) - 60, last: hour(5), at: hour(8) },
                Change::Raise { level: Level::Alert, onset: hour(10) - 60, at: hour(10) },
            ]
        );
    }

    #[test]
    fn an_end_and_a_raise_may_come_at_once() {
        let settings = Settings { notice: 1.0, alert: 2.0, hold: 0.5, quiet: 2 * 3600, ..Settings::default() };
        let changes = run(&[1.0, 0.0, 1.0], &settings);
        assert_eq!(changes.len(), 3);
        assert!(matches!(changes[1..], [Change::End { last: 0, .. }, Change::Raise { level: Level::Notice, .. }]));
    }

    proptest! {
        #[test]
        fn one_raise_per_episode_and_an_end_only_after_quiet(
            scores in prop::collection::vec(0.0f64..3.0, 0..300), calm in 0.0f64..1.0
        ) {
            let settings = Settings { notice: 1.0, alert: 2.0, hold: 0.7, quiet: 5 * 3600, ..Settings::default() };
            let scores: Vec<f64> = scores.into_iter().map(|s| if s < 3.0 * calm { 0.0 } else { s }).collect();
            let mut open: Option<(Level, i64)> = None;
            for change in run(&scores, &settings) {
                match change {
                    Change::Raise { level, at, .. } => {
                        prop_assert!(open.is_none());
                        prop_assert_eq!(Level::of(scores[(at / 3600) as usize], &settings), Some(level));
                        open = Some((level, at));
                    }
                    Change::Escalate { at, .. } => {
                        prop_assert!(matches!(open, Some((Level::Notice, since)) if since < at));
                        open = Some((Level::Alert, at));
                    }
                    Change::End { last, at, .. } => {
                        prop_assert!(open.is_some());
                        let between = (last / 3600 + 1) as usize..(at / 3600) as usize;
                        prop_assert_eq!(at - last, 5 * 3600);
                        prop_assert!(scores[between].iter().all(|&s| s < 0.7));
                        open = None;
                    }
                }
            }
        }
    }
}
