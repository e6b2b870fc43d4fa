//! Who is there at an hour of a day: their hours and their absences, by the clock of the plan's zone.

use super::model::{Hours, Person};
use jiff::civil::{Date, Time, Weekday};

/// Minutes of the day at which the night begins and ends.
pub(super) const NIGHT: (i32, i32) = (22 * 60, 7 * 60);

impl Hours {
    /// Whether a minute of a weekday lies in the hours; those that end before they begin go over midnight, into the next day.
    pub(super) fn cover(&self, weekday: Weekday, minute: i32) -> bool {
        let (from, to) = (minutes(self.from), self.end());
        let on = |day: Weekday| self.days.contains(&day);
        if from < to {
            return on(weekday) && (from..to).contains(&minute);
        }
        (on(weekday) && from <= minute) || (on(weekday.previous()) && minute < to)
    }

    /// The minute of the day at which they end, at most 1440.
    pub(super) fn end(&self) -> i32 {
        if self.to == Time::midnight() { 24 * 60 } else { minutes(self.to) }
    }
}

impl Person {
    /// Whether they can be reached at a minute of a weekday, absences apart.
    pub(super) fn keeps_hours(&self, weekday: Weekday, minute: i32) -> bool {
        self.hours.is_empty() || self.hours.iter().any(|hours| hours.cover(weekday, minute))
    }

    /// Whether they are away on that day.
    pub(super) fn is_away(&self, day: Date) -> bool {
        self.absences.iter().any(|(first, last)| (*first..=*last).contains(&day))
    }

    /// How they are reached, as one text: telephone and address; empty where the plan gives neither.
    pub fn contact(&self) -> String {
        let said = self.phone.iter().chain(&self.email).map(|way| way.trim()).filter(|way| !way.is_empty());
        said.collect::<Vec<_>>().join(" · ")
    }
}

/// The minute of the day.
pub(super) fn minutes(time: Time) -> i32 {
    i32::from(time.hour()) * 60 + i32::from(time.minute())
}
