//! The week in five lines, sent by itself on Monday morning: also the sign of life. Once a week to each person, whatever restarts and
//! however many processes send: the key is the person's and the week's.

use super::phrase::speaks;
use super::roster::Roster;
use super::tell::Told;
use super::{EngineError, Waking};
use domain::id::{OrganisationId, PersonId};
use domain::report::Report;
use jiff::civil::{Date, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use store::TargetRow;

/// The local hour from which it is sent.
const FROM_HOUR: i8 = 8;
/// The local hour from which it is not sent any more that day.
const TO_HOUR: i8 = 20;
/// The days after Monday on which it is still sent, where Vigie was stopped on Monday.
const LATE_DAYS: i64 = 2;

/// The week that ended on a Monday morning, in one time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Week {
    /// Its name: the ISO week in which it is sent.
    name: String,
    from: Timestamp,
    until: Timestamp,
    /// From then on its mail is not sent any more.
    too_late: Timestamp,
}

/// The weeks that were gathered in one pass.
type Gathered = BTreeMap<(OrganisationId, Timestamp), Report>;

impl Waking {
    /// Puts the week on its way to everybody whose Monday morning it is, or was and Vigie was stopped. Answers to how many.
    ///
    /// # Errors
    /// The store's.
    pub async fn send_weeks(&self) -> Result<usize, EngineError> {
        let roster = Roster::read(&self.world.store, self.world.clock.now()).await?;
        let (mut gathered, mut number) = (Gathered::new(), 0);
        for person in &roster.weekly {
            number += usize::from(self.send_week(&roster, *person, &mut gathered).await?);
        }
        Ok(number)
    }

    async fn send_week(&self, roster: &Roster, id: PersonId, gathered: &mut Gathered) -> Result<bool, EngineError> {
        let (store, now) = (&self.world.store, self.world.clock.now());
        let (Some(person), Some(recipient)) = (roster.people.get(&id), roster.rules.recipients.get(&id)) else {
            return Ok(false);
        };
        let Some(week) = due(&recipient.zone, now) else { return Ok(false) };
        let key = format!("week-{}-{}", id.0, week.name);
        if recipient.targets.is_empty() || store.is_posted(id, &key).await? {
            return Ok(false);
        }
        let Some(target) = target(store.targets(Some(id)).await?, week.until) else { return Ok(false) };
        let (mut weeks, mut of) = (Vec::new(), BTreeSet::new());
        for organisation in &recipient.organisations {
            let organisation = store.organisation(*organisation).await?;
            // Who began later gets the first week when it is whole enough to be one: next Monday.
            if organisation.created_at > week.until {
                continue;
            }
            let report = match gathered.entry((organisation.id, week.until)) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    new.insert(crate::report::between(&self.world, organisation.id, week.from, week.until).await?)
                }
            };
            of.insert(organisation.id);
            weeks.push((organisation.name, report.clone()));
        }
        if weeks.is_empty() {
            return Ok(false);
        }
        // Before the week: that is told once, and what comes before it is not forgotten where it is cut short.
        for organisation in &of {
            let organisation = store.organisation(*organisation).await?;
            self.ask(roster, &organisation, id).await?;
        }
        let words = speaks(person, now);
        let (title, body) = words::report::letter(&words, &weeks);
        let told = Told { key, title, body, link: format!("{}/report", self.origin), of };
        self.post(&words, id, target.id, told, false, week.too_late).await?;
        Ok(true)
    }
}

/// One that is known to be theirs and works, a mail address if possible, else their first; of those that were there at the hour, so that
/// nobody new gets a week they were not here for.
fn target(mut targets: Vec<TargetRow>, hour: Timestamp) -> Option<TargetRow> {
    targets.retain(|target| target.created_at <= hour);
    targets.into_iter().min_by_key(|target| (target.tapped_at.is_none(), target.failures > 0, target.kind != "mail"))
}

/// The week whose mail is to leave now, by the clock on the wall.
fn due(zone: &TimeZone, now: Timestamp) -> Option<Week> {
    let local = now.to_zoned(zone.clone());
    let monday = local.date().checked_sub(i64::from(local.weekday().to_monday_zero_offset()).days()).ok()?;
    let on =
        |date: Date, hour: i8| Some(date.to_datetime(time(hour, 0, 0, 0)).to_zoned(zone.clone()).ok()?.timestamp());
    let iso = monday.iso_week_date();
    let week = Week {
        name: format!("{}-W{:02}", iso.year(), iso.week()),
        from: on(monday.checked_sub(7.days()).ok()?, FROM_HOUR)?,
        until: on(monday, FROM_HOUR)?,
        too_late: on(monday.checked_add(LATE_DAYS.days()).ok()?, TO_HOUR)?,
    };
    let by_day = (FROM_HOUR..TO_HOUR).contains(&local.hour());
    (by_day && (week.until..week.too_late).contains(&now)).then_some(week)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_hour_is_the_wall_clocks() {
        let table = [
            ("Europe/Paris", "2026-11-23T06:59:59Z", None),
            ("Europe/Paris", "2026-11-23T07:00:00Z", Some("2026-W48")),
            ("Europe/Paris", "2026-11-23T18:59:59Z", Some("2026-W48")),
            ("Europe/Paris", "2026-11-23T19:00:00Z", None),
            ("Europe/Paris", "2026-11-24T03:00:00Z", None),
            ("Europe/Paris", "2026-11-25T18:59:59Z", Some("2026-W48")),
            ("Europe/Paris", "2026-11-25T19:00:00Z", None),
            ("Europe/Paris", "2026-11-26T09:00:00Z", None),
            ("Europe/Paris", "2026-11-29T09:00:00Z", None),
            ("Pacific/Auckland", "2026-11-22T19:00:00Z", Some("2026-W48")),
            ("America/New_York", "2026-11-23T12:59:59Z", None),
            ("America/New_York", "2026-11-23T13:00:00Z", Some("2026-W48")),
            // The year of an ISO week is not always the day's.
            ("UTC", "2027-01-04T08:00:00Z", Some("2027-W01")),
            ("UTC", "2024-12-30T08:00:00Z", Some("2025-W01")),
        ];
        for (zone, now, name) in table {
            let week = due(&TimeZone::get(zone).unwrap(), at(now));
            assert_eq!(week.map(|week| week.name).as_deref(), name, "{zone} {now}");
        }
    }

    #[test]
    fn weeks_follow_one_another_over_the_change_of_the_clock() {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let mondays = [("2026-03-23T07:00:00Z", 168), ("2026-03-30T06:00:00Z", 167), ("2026-10-26T07:00:00Z", 169)]
            .map(|(now, hours)| {
                let week = due(&zone, at(now)).unwrap();
                assert_eq!((week.until, week.until.duration_since(week.from).as_hours()), (at(now), hours));
                week
            });
        assert_eq!(mondays[0].until, mondays[1].from, "no hour is told twice, or never");
    }
}
