//! Who can be reached for each role of the plan: now, and in each of the next seven nights. Found by looking at every minute at which
//! somebody comes or goes; a small model, checked whole, as the plan's approvals are.

use super::model::{Item, Person, Plan};
use super::presence::{NIGHT, minutes};
use jiff::civil::{Date, DateTime, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeMap;

/// Nights that are looked at.
const NIGHTS: i64 = 7;

/// Who can be reached, by role, in the order of the plan's roles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Now: each role, and who of it can be reached, the holder first.
    pub now: Vec<Reached>,
    /// Tonight, or what is left of the night that goes on, and the six after it.
    pub nights: Vec<Night>,
    /// The time zone of the plan's clock, by its IANA name: in it all hours here are.
    pub zone: String,
}

/// Of one role, who can be reached; nobody is a hole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The role's name in the plan.
    pub role: String,
    /// People, by their names in the plan.
    pub people: Vec<String>,
}

/// One night, from 22:00 to 07:00 by the plan's clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Night {
    /// The day on whose evening it begins.
    pub evening: Date,
    /// Its roles.
    pub roles: Vec<Held>,
}

/// A role in one night.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The role's name in the plan.
    pub role: String,
    /// Who can be reached at some time of the night that is still to come, the holder first.
    pub people: Vec<String>,
    /// The stretches in which nobody can.
    pub holes: Vec<Hole>,
}

/// A stretch of a night in which nobody of a role can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hole {
    /// From.
    pub from: DateTime,
    /// Until.
    pub until: DateTime,
}

impl Coverage {
    /// The roles of which nobody can be reached at some time of the first night.
    pub fn missing_tonight(&self) -> Vec<&Held> {
        let tonight = self.nights.first();
        tonight.map_or_else(Vec::new, |night| night.roles.iter().filter(|held| !held.holes.is_empty()).collect())
    }
}

impl Held {
    /// Whether nobody can be reached the whole night.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }
}

/// Who can be reached for each role. `ends` says until when people, by their names in the plan, may act at all: an agency's last day.
pub fn coverage(plan: &Plan, ends: &BTreeMap<String, Timestamp>, now: Timestamp) -> Coverage {
    let zone = plan.zone.clone().unwrap_or(TimeZone::UTC);
    let local = now.to_zoned(zone.clone()).datetime();
    let last = |at: &Timestamp| at.to_zoned(zone.clone()).datetime();
    let desk = Desk { plan, ends: ends.iter().map(|(person, at)| (person.as_str(), last(at))).collect() };
    // A night that goes on is tonight.
    let ago = i64::from(minutes(local.time()) < NIGHT.1);
    let name = zone.iana_name().unwrap_or("UTC").to_owned();
    let evenings = (0..NIGHTS).filter_map(|step| local.date().checked_add((step - ago).days()).ok());
    Coverage {
        now: plan
            .roles
            .iter()
            .map(|role| Reached { role: role.id.clone(), people: desk.there(&role.id, local) })
            .collect(),
        nights: evenings.map(|evening| desk.night(evening, local)).collect(),
        zone: name,
    }
}

struct Desk<'a> {
    plan: &'a Plan,
    ends: BTreeMap<&'a str, DateTime>,
}

impl Desk<'_> {
    fn is_there(&self, person: &Item<Person>, at: DateTime) -> bool {
        let body = &person.body;
        !body.contact().is_empty()
            && !body.is_invented()
            && self.ends.get(person.id.as_str()).is_none_or(|end| at < *end)
            && !body.is_away(at.date())
            && body.keeps_hours(at.date().weekday(), minutes(at.time()))
    }

    fn there(&self, role: &str, at: DateTime) -> Vec<String> {
        let people = self.plan.who(role).into_iter().filter(|person| self.is_there(person, at));
        people.map(|person| person.id.clone()).collect()
    }

    /// One night; of the one that goes on, what is still to come.
    fn night(&self, evening: Date, now: DateTime) -> Night {
        let moments = self.moments(evening, now);
        let roles = self.plan.roles.iter().map(|role| self.held(&role.id, &moments));
        Night { evening, roles: roles.collect() }
    }

    /// The moments of a night at which somebody comes or goes, its beginning, or now, first and its end last.
    fn moments(&self, evening: Date, now: DateTime) -> Vec<DateTime> {
        let on =
            |day: Date, minute: i32| day.to_datetime(time(0, 0, 0, 0)).checked_add(i64::from(minute).minutes()).ok();
        let morning = evening.tomorrow().unwrap_or(evening);
        let (Some(begin), Some(last)) = (on(evening, NIGHT.0), on(morning, NIGHT.1)) else { return Vec::new() };
        let first = begin.max(now);
        let hours = self.plan.people.iter().flat_map(|person| &person.body.hours);
        let changes = hours.flat_map(|hours| [minutes(hours.from), hours.end()]).chain([0]);
        let changes = changes.flat_map(|minute| [on(evening, minute), on(morning, minute)]).flatten();
        let mut all: Vec<DateTime> = changes.chain(self.ends.values().copied()).chain([first, last]).collect();
        all.retain(|at| (first..=last).contains(at));
        all.sort_unstable();
        all.dedup();
        all
    }

    fn held(&self, role: &str, moments: &[DateTime]) -> Held {
        let (mut holes, mut reached) = (Vec::<Hole>::new(), Vec::new());
        for stretch in moments.windows(2) {
            let &[from, until] = stretch else { continue };
            let there = self.there(role, from);
            if there.is_empty() {
                match holes.last_mut().filter(|hole| hole.until == from) {
                    Some(hole) => hole.until = until,
                    None => holes.push(Hole { from, until }),
                }
            }
            reached.extend(there);
        }
        let of = self.plan.who(role).into_iter().map(|person| person.id.clone());
        Held { role: role.to_owned(), people: of.filter(|person| reached.contains(person)).collect(), holes }
    }
}
