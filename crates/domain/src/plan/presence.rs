//! Who of the plan can be reached at a moment.

use super::model::{Hours, Item, Person, Plan};
use jiff::Timestamp;
use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;

/// Minutes of the day at which the night begins and ends: for a mandate, and for clocks that rest.
const NIGHT: (i32, i32) = (22 * 60, 7 * 60);

/// Whether a minute of the day lies in the night: 22:00 to 07:00.
pub(crate) fn is_night(minute: i32) -> bool {
    minute >= NIGHT.0 || minute < NIGHT.1
}

impl Hours {
    /// Whether a minute of a weekday lies in them; those that end before they begin go over midnight, into the next day.
    pub fn hold(&self, weekday: Weekday, minute: i32) -> bool {
        let (from, to) = (minutes(self.from), self.end());
        let on = |day: Weekday| self.days.contains(&day);
        if from < to {
            return on(weekday) && (from..to).contains(&minute);
        }
        (on(weekday) && from <= minute) || (on(weekday.previous()) && minute < to)
    }

    /// The minute of the day before which they end; midnight is the 1,440th.
    pub(super) fn end(&self) -> i32 {
        if self.to == Time::midnight() { 24 * 60 } else { minutes(self.to) }
    }
}

/// The minute of the day.
pub(crate) fn minutes(time: Time) -> i32 {
    i32::from(time.hour()) * 60 + i32::from(time.minute())
}

impl Plan {
    /// The zone its hours are meant in.
    pub fn clock_zone(&self) -> TimeZone {
        self.zone.clone().unwrap_or(TimeZone::UTC)
    }

    /// Whether somebody can be reached then: within their hours and not away that day.
    pub fn is_present(&self, person: &Item<Person>, at: Timestamp) -> bool {
        let local = at.to_zoned(self.clock_zone());
        let away = person.body.absences.iter().any(|(first, last)| (*first..=*last).contains(&local.date()));
        let minute = minutes(local.time());
        let open = || person.body.hours.iter().any(|hours| hours.hold(local.weekday(), minute));
        !away && (person.body.hours.is_empty() || open())
    }
}
