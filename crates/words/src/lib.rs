//! What people read: Fluent strings, plurals, numbers and dates in fr, en, fy and nl.
//!
//! [`Words`] speaks one language in one time zone at one moment; pages, mails and the command line share it.

mod bundle;
pub mod calendar;
pub mod case;
pub mod company;
mod date;
pub mod drill;
pub mod iso;
mod locale;
mod named;
mod number;
pub mod plan;
pub mod publish;
pub mod readiness;
pub mod report;
pub mod review;
pub mod target;
pub mod training;
pub mod wording;

pub use bundle::{Arg, Plural, ids, source};
pub use locale::Locale;
pub use named::Named;
pub use number::{number, percent};

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// What speaks to one person: their language, their zone, and the moment it speaks.
#[derive(Clone, Debug)]
pub struct Words {
    locale: Locale,
    zone: TimeZone,
    now: Timestamp,
    named: Naming,
}

/// Whether an hour names its zone.
#[derive(Clone, Debug)]
enum Naming {
    /// It is the reader's own.
    Never,
    /// Where the reader's zone has another hour.
    Beside(TimeZone),
    /// Nobody knows who reads.
    Always,
}

impl Words {
    /// Speaks `locale` in the IANA `zone` (UTC when there is no such zone) at `now`.
    pub fn new(locale: Locale, zone: &str, now: Timestamp) -> Self {
        Self { locale, zone: TimeZone::get(zone).unwrap_or(TimeZone::UTC), now, named: Naming::Never }
    }

    /// The same in the zone of what is told: an hour names it where the reader, whose zone is left, has another hour then.
    #[must_use]
    pub fn there(&self, zone: &TimeZone) -> Self {
        let own = match &self.named {
            Naming::Beside(own) => own.clone(),
            Naming::Never | Naming::Always => self.zone.clone(),
        };
        Self { zone: zone.clone(), named: Naming::Beside(own), ..self.clone() }
    }

    /// The same where nobody knows who reads: every hour names its zone.
    #[must_use]
    pub fn for_everybody(self) -> Self {
        Self { named: Naming::Always, ..self }
    }

    /// In whose hours it speaks, where that must be said: `Hours of Paris (UTC+1); yours is London.`
    pub fn whose_hours(&self) -> Option<String> {
        let at = date::offset(&self.zone, self.now);
        let here = [("zone", date::place(&self.zone).into()), ("offset", at.as_str().into())];
        match &self.named {
            Naming::Always => Some(self.tell("hours-of", &here)),
            Naming::Beside(own) if self.is_elsewhere(self.now) => {
                Some(self.tell("hours-there", &[&here[..], &[("own", date::place(own).into())]].concat()))
            }
            Naming::Beside(_) | Naming::Never => None,
        }
    }

    fn is_elsewhere(&self, at: Timestamp) -> bool {
        match &self.named {
            Naming::Never => false,
            Naming::Beside(own) => own.to_offset(at) != self.zone.to_offset(at),
            Naming::Always => true,
        }
    }

    /// The message `id` in `locale`; `⟦id⟧` if there is none, which a test forbids.
    pub fn get(locale: Locale, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        bundle::format(locale, id, args)
    }

    /// The language spoken.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The moment it speaks.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The zone it speaks in.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// A message without arguments.
    pub fn say(&self, id: &str) -> String {
        Self::get(self.locale, id, &[])
    }

    /// A message with arguments.
    pub fn tell(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        Self::get(self.locale, id, args)
    }

    /// A message about `count` things.
    pub fn count(&self, id: &str, count: i64) -> String {
        self.tell(id, &[("count", count.into())])
    }

    /// A message with one text in it, named `what`.
    pub fn name(&self, id: &str, what: &str) -> String {
        self.tell(id, &[("what", what.into())])
    }

    /// A whole number, grouped.
    pub fn number(&self, n: i64) -> String {
        number(self.locale, n)
    }

    /// Thousandths as whole percents.
    pub fn percent(&self, thousandths: i64) -> String {
        percent(self.locale, thousandths)
    }

    /// When, as a person says it: within the hour relative, then the time, yesterday, the date.
    pub fn when(&self, at: Timestamp) -> String {
        date::when(self, at)
    }

    /// Since when: the time, and within the hour also how long ago: `23:04 (18 min ago)`.
    pub fn since(&self, at: Timestamp) -> String {
        let when = self.when(at);
        let ago = self.now.duration_since(at).as_mins();
        match ago {
            // "Since just now" is said in no language.
            0 => self.time(at),
            1..60 if self.is_elsewhere(at) => format!("{}, {when}", self.time(at)),
            1..60 => format!("{} ({when})", self.time(at)),
            _ => when,
        }
    }

    /// Hour and minute in the zone: `23:04`, with its place where the reader would take it for another: `23:04 (Paris)`.
    pub fn time(&self, at: Timestamp) -> String {
        let hour = self.hour(at);
        if self.is_elsewhere(at) { format!("{hour} ({})", date::place(&self.zone)) } else { hour }
    }

    /// Hour and minute in the zone and no more, where the zone stands beside: `23:04`.
    pub fn hour(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%H:%M").to_string()
    }

    /// Day and month, with the year: `22 novembre 2026`.
    pub fn date(&self, at: Timestamp) -> String {
        date::date(self.locale, &at.to_zoned(self.zone.clone()))
    }

    /// Day of the week in front: `dimanche 22 novembre 2026`.
    pub fn long_date(&self, at: Timestamp) -> String {
        date::long_date(self.locale, &at.to_zoned(self.zone.clone()))
    }

    /// The short name of the day of the week: `dim.`, `Sun`, `sn`, `zo`.
    pub fn short_day(&self, at: Timestamp) -> &'static str {
        date::short_day(self.locale, &at.to_zoned(self.zone.clone()))
    }

    /// The absolute time in UTC, for titles and records: `2026-11-21 22:04 UTC`.
    pub fn utc(&self, at: Timestamp) -> String {
        at.strftime("%Y-%m-%d %H:%M UTC").to_string()
    }
}
