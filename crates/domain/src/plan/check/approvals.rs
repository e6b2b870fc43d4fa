//! Approval liveness: whether, at every hour of the week and whoever is missing, somebody can release a statement.
//!
//! Found by exhausting absences: for each rule, each hour of the week and each person missing (besides whoever is away on that day), the
//! rule is played through. A small model, checked whole: 168 hours × people.

use super::Desk;
use crate::plan::finding::Code;
use crate::plan::model::*;
use crate::plan::value;
use crate::setup::Size;
use jiff::Span;
use jiff::civil::{Date, Time, Weekday};
use std::collections::BTreeSet;

/// Days ahead in which absences that are known are played through.
const AHEAD: i32 = 90;

/// Hour at which the night begins and ends for a mandate.
const NIGHT: (i8, i8) = (22, 7);

pub(super) fn check(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    let top = plan.approvals.first().map(|a| a.at).or_else(|| plan.people.first().map(|p| p.at)).unwrap_or_default();
    for severity in [Severity::Paracrisis, Severity::Crisis] {
        // A rule for the lower step holds for the higher one, where that has none.
        if !plan.approvals.iter().any(|approval| approval.body.severity <= severity) {
            desk.find(Code::MissingApproval, top, &[("severity", value::word(value::SEVERITIES, &severity))]);
        }
    }
    for approval in &plan.approvals {
        rule(desk, approval);
    }
    mandate(desk);
}

fn rule(desk: &mut Desk<'_>, approval: &Item<Approval>) {
    let body = &approval.body;
    let named = body.authors.iter().chain(&body.any).chain(&body.all).chain(&body.fallback);
    let known: Vec<bool> = named.map(|who| desk.refers_to_who(who)).collect();
    if body.any.is_empty() && body.all.is_empty() {
        desk.find(Code::NoResponsible, approval.at, &[("name", &approval.id)]);
        return;
    }
    if !desk.solo() && (body.fallback.is_empty() || body.within.is_none()) {
        desk.find(Code::ApprovalWithoutFallback, approval.at, &[("name", &approval.id)]);
    }
    if known.iter().all(|known| *known) {
        liveness(desk, approval);
    }
}

/// One moment: a day of the week, an hour, and who is not there.
struct Moment<'a> {
    weekday: Weekday,
    hour: i8,
    missing: &'a BTreeSet<&'a str>,
}

impl Moment<'_> {
    fn there(&self, person: &Item<Person>) -> bool {
        !self.missing.contains(person.id.as_str())
            && (person.body.hours.is_empty() || person.body.hours.iter().any(|hours| within(hours, self)))
    }

    fn night(&self) -> bool {
        self.hour >= NIGHT.0 || self.hour < NIGHT.1
    }
}

/// Whether the whole hour lies in the hours; those that end before they begin go over midnight, into the next day.
fn within(hours: &Hours, moment: &Moment<'_>) -> bool {
    let Ok(start) = Time::new(moment.hour, 0, 0, 0) else { return false };
    let end = minutes(start) + 60;
    let to = if hours.to == Time::midnight() { 24 * 60 } else { minutes(hours.to) };
    let on = |day: Weekday| hours.days.contains(&day);
    if minutes(hours.from) < to {
        return on(moment.weekday) && minutes(hours.from) <= minutes(start) && end <= to;
    }
    let evening = on(moment.weekday) && minutes(hours.from) <= minutes(start);
    evening || (on(moment.weekday.previous()) && end <= to)
}

fn minutes(time: Time) -> i32 {
    i32::from(time.hour()) * 60 + i32::from(time.minute())
}

/// Whether somebody can release a statement: an author and an approver who is another person, or, after its time, one of the fallback
/// releasing what was approved before. Alone, one releases oneself.
fn can_release(plan: &Plan, approval: &Approval, moment: &Moment<'_>) -> bool {
    let there = |names: &[Said<String>]| -> Vec<&str> {
        let people = names.iter().flat_map(|name| plan.who(&name.value));
        people.filter(|person| moment.there(person) && may(plan, person, moment)).map(|p| p.id.as_str()).collect()
    };
    if !there(&approval.fallback).is_empty() {
        return true;
    }
    if plan.size == Size::Solo {
        return !there(&approval.any).is_empty() || (!approval.all.is_empty() && each(approval, &there, None));
    }
    let everybody: Vec<&str> = plan.people.iter().filter(|p| moment.there(p)).map(|p| p.id.as_str()).collect();
    let authors = if approval.authors.is_empty() { everybody } else { there(&approval.authors) };
    authors.iter().any(|author| {
        let any = approval.any.is_empty() || there(&approval.any).iter().any(|person| person != author);
        any && each(approval, &there, Some(author))
    })
}

/// Whether of each name that is needed somebody is there who is not the author.
fn each<'p>(approval: &Approval, there: &impl Fn(&[Said<String>]) -> Vec<&'p str>, author: Option<&str>) -> bool {
    approval.all.iter().all(|name| there(std::slice::from_ref(name)).iter().any(|person| Some(*person) != author))
}

/// Whether the mandate lets this person release at that hour; the client's own people always may.
fn may(plan: &Plan, person: &Item<Person>, moment: &Moment<'_>) -> bool {
    let Some(mandate) = &plan.mandate else { return true };
    let alone = if moment.night() { &mandate.value.night } else { &mandate.value.day };
    !person.body.of_agency || alone.iter().any(|may| may.value == Alone::Release)
}

fn liveness(desk: &mut Desk<'_>, approval: &Item<Approval>) {
    let plan = desk.plan;
    // Alone, nobody stands in: only the hours themselves count.
    let nobody = [None];
    let anybody: Vec<Option<&str>> = plan.people.iter().map(|person| Some(person.id.as_str())).collect();
    let missing: Vec<Option<&str>> =
        if desk.solo() { nobody.to_vec() } else { nobody.into_iter().chain(anybody).collect() };
    for one in missing {
        let missing: BTreeSet<&str> = one.into_iter().collect();
        if let Some((weekday, hour)) = hole(plan, &approval.body, &missing) {
            say(desk, approval, &missing, Hole { day: None, weekday, hour });
            if one.is_none() {
                return;
            }
        }
    }
    away(desk, approval);
}

/// The absences that are known: on each day ahead, whoever is away.
fn away(desk: &mut Desk<'_>, approval: &Item<Approval>) {
    let plan = desk.plan;
    for step in 0..AHEAD {
        let day = desk.today.saturating_add(Span::new().days(step));
        let missing: BTreeSet<&str> = plan
            .people
            .iter()
            .filter(|person| person.body.absences.iter().any(|(first, last)| (*first..=*last).contains(&day)))
            .map(|person| person.id.as_str())
            .collect();
        // One missing was played through already, at every hour.
        if missing.len() < if desk.solo() { 1 } else { 2 } {
            continue;
        }
        let hole = (0..24)
            .find(|hour| {
                let moment = Moment { weekday: day.weekday(), hour: *hour, missing: &missing };
                !can_release(plan, &approval.body, &moment)
            })
            .map(|hour| Hole { day: Some(day), weekday: day.weekday(), hour });
        if let Some(hole) = hole {
            return say(desk, approval, &missing, hole);
        }
    }
}

/// The first hour, from the small hours of Sunday on, in which nobody can.
fn hole(plan: &Plan, approval: &Approval, missing: &BTreeSet<&str>) -> Option<(Weekday, i8)> {
    let order = std::iter::successors(Some(Weekday::Sunday), |day| Some(day.next())).take(7);
    // The night first: that is where plans fail, and what is remembered.
    let hours = || (2..24).chain(0..2);
    order
        .flat_map(|weekday| hours().map(move |hour| (weekday, hour)))
        .find(|(weekday, hour)| !can_release(plan, approval, &Moment { weekday: *weekday, hour: *hour, missing }))
}

struct Hole {
    day: Option<Date>,
    weekday: Weekday,
    hour: i8,
}

fn say(desk: &mut Desk<'_>, approval: &Item<Approval>, missing: &BTreeSet<&str>, hole: Hole) {
    let plan = desk.plan;
    let names = |ids: Vec<&str>| -> String {
        let named = ids.iter().map(|id| plan.person(id).map_or(*id, |person| person.body.name.as_str()));
        named.collect::<Vec<_>>().join(", ")
    };
    let mut only: Vec<&str> = Vec::new();
    for who in approval.body.any.iter().chain(&approval.body.all).chain(&approval.body.fallback) {
        for person in plan.who(&who.value) {
            if !only.contains(&person.id.as_str()) {
                only.push(&person.id);
            }
        }
    }
    let weekday = format!("{:?}", hole.weekday).to_lowercase();
    let hour = format!("{:02}:00", hole.hour);
    let day = hole.day.map(|day| day.to_string()).unwrap_or_default();
    let absent = plan.people.iter().map(|person| person.id.as_str()).filter(|id| missing.contains(id));
    let (only, missing) = (names(only), names(absent.collect()));
    let said = [
        ("name", approval.id.as_str()),
        ("weekday", weekday.as_str()),
        ("hour", hour.as_str()),
        ("day", day.as_str()),
        ("only", only.as_str()),
        ("missing", missing.as_str()),
    ];
    desk.find(Code::NobodyCanRelease, approval.at, &said);
}

/// What an agency may do alone, against what the fallbacks need.
fn mandate(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    if plan.size != Size::Agency {
        return;
    }
    let Some(mandate) = &plan.mandate else {
        let at = plan.approvals.first().map(|a| a.at).or_else(|| plan.people.first().map(|p| p.at));
        desk.find(Code::MissingMandate, at.unwrap_or_default(), &[]);
        return;
    };
    let released = mandate.value.night.iter().any(|may| may.value == Alone::Release);
    for approval in &plan.approvals {
        for who in &approval.body.fallback {
            let people = plan.who(&who.value);
            if !released && !people.is_empty() && people.iter().all(|person| person.body.of_agency) {
                desk.find(Code::MandateForbids, who.at, &[("name", &approval.id), ("who", &who.value)]);
            }
        }
    }
}
