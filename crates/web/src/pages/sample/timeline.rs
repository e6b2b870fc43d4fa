//! A week of a brand, and days in which nothing was counted.

use super::{Sample, at, words};
use crate::chart::Point;
use crate::pages::timeline::{Span, TimelinePage};
use crate::pages::{Room, State};

/// Minutes since the midnight in Paris before now.
const TODAY: i64 = 23 * 60 + 22;

impl Sample {
    pub(super) fn timeline(&self) -> TimelinePage {
        let hour = |ago: i64| {
            let of_day = (TODAY / 60 - ago).rem_euclid(24);
            let high = if (8..20).contains(&of_day) { 9 } else { 3 };
            let observed = if ago == 0 { 41 } else { (high * 2 / 3 + ago % 3 - 1).max(0) };
            Point { at: at(TODAY % 60 + ago * 60), observed: Some(observed), low: 0.0, high: high as f64 }
        };
        TimelinePage {
            words: words(self.locale),
            shell: self.shell(Room::Bridge, "/brands/1/timeline"),
            brand: (1, "Boulangerie Martin".into()),
            span: Span::Week,
            last_day: "2026-11-21".into(),
            bounds: (at(TODAY + 6 * 24 * 60), at(0)),
            points: (0..7 * 24).rev().map(hour).collect(),
            mentions: 712,
            usual: (610, 690),
            negative: Some((312, 284, 341)),
            rhythm: Some((at(TODAY - 8 * 60), at(TODAY - 14 * 60), 451)),
            signals: vec![
                ("1-mentions-20261121T2204Z".into(), State::Alert, at(18)),
                ("1-negative-20261118T0904Z".into(), State::Closed, at(4_900)),
            ],
            earlier: "/brands/1/timeline?span=week&until=2026-11-14".into(),
            later: None,
            newest: None,
        }
    }

    pub(super) fn timeline_silent(&self) -> TimelinePage {
        TimelinePage {
            points: Vec::new(),
            mentions: 0,
            usual: (0, 0),
            negative: None,
            rhythm: None,
            signals: Vec::new(),
            later: Some("/brands/1/timeline?span=week&until=2026-11-21".into()),
            newest: Some((at(90_000), "/brands/1/timeline?span=week&until=2026-09-20".into())),
            ..self.timeline()
        }
    }
}
