//! Who of the plan can be reached at a moment.

use super::model::{Hours, Item, Person, Plan};
use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

/// Minutes of the day at which the night begins and ends: for a mandate, and for clocks that rest.
pub(super) const NIGHT: (i32, i32) = (22 * 60, 7 * 60);

/// Whether a minute of the day lies in the night: 22:00 to 07:00.
pub(crate) fn is_night(minute: i32) -> bool {
    minute >= NIGHT.0 || minute < NIGHT.1
}

/// How numbers begin that the plans that ship invent: Ofcom's and Arcep's for fiction; elsewhere area codes that nobody has.
const INVENTED: [&str; 6] = ["02079460", "07700900", "019900", "063998", "060000", "058000"];

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
        !person.body.is_away(local.date()) && person.body.keeps_hours(local.weekday(), minutes(local.time()))
    }
}

impl Person {
    /// Whether they can be reached at a minute of a weekday, absences apart.
    pub(super) fn keeps_hours(&self, weekday: Weekday, minute: i32) -> bool {
        self.hours.is_empty() || self.hours.iter().any(|hours| hours.hold(weekday, minute))
    }

    /// Whether they are away on that day.
    pub(super) fn is_away(&self, day: Date) -> bool {
        self.absences.iter().any(|(first, last)| (*first..=*last).contains(&day))
    }

    /// Whether they have only the contacts of an example: such numbers, and addresses under `.example` (RFC 2606).
    pub(super) fn is_invented(&self) -> bool {
        let digits = |phone: &String| phone.chars().filter(char::is_ascii_digit).collect::<String>();
        let phone = self.phone.as_ref().map(|phone| INVENTED.iter().any(|begins| digits(phone).starts_with(begins)));
        let email = self.email.as_ref().map(|email| email.trim_end_matches(['>', ' ']).ends_with(".example"));
        let contacts = [phone, email].into_iter().flatten();
        contacts.clone().count() > 0 && contacts.into_iter().all(|invented| invented)
    }

    /// How they are reached, as one text: telephone and address; empty where the plan gives neither.
    pub fn contact(&self) -> String {
        let said = self.phone.iter().chain(&self.email).map(|way| way.trim()).filter(|way| !way.is_empty());
        said.collect::<Vec<_>>().join(" · ")
    }
}
