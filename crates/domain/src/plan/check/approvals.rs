//! Approval liveness: whether, at every hour of the week and whoever is missing, somebody can release a statement.
//!
//! Found by exhausting absences: each rule is played through at every moment of the week at which somebody comes or goes, with each person
//! missing; and on each day ahead with those who are known to be away then. A small model, checked whole.

use super::Desk;
use crate::plan::finding::Code;
use crate::plan::model::*;
use crate::plan::presence::{is_night, minutes};
use crate::plan::value;
use crate::setup::Size;
use jiff::Span;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;

/// Days ahead in which absences that are known are played through.
const AHEAD: i32 = 90;

/// Most people looked at over all moments of a plan: some seconds.
const MOST_ROUNDS: usize = 50_000_000;

pub(super) fn check(desk: &mut Desk<'_>) {
    let plan = desk.plan;
    let top = plan.approvals.first().map(|a| a.at).or_else(|| plan.people.first().map(|p| p.at)).unwrap_or_default();
    for severity in [Severity::Paracrisis, Severity::Crisis] {
        // A rule for the lower step holds for the higher one, where that has none.
        if !plan.approvals.iter().any(|approval| approval.body.severity <= severity) {
            desk.find(Code::MissingApproval, top, &[("severity", value::word(value::SEVERITIES, &severity))]);
        }
    }
    let rounds: usize = plan.approvals.iter().map(|approval| Rule::new(plan, &approval.body).rounds()).sum();
    if rounds > MOST_ROUNDS {
        let most = MOST_ROUNDS.to_string();
        return desk.find(Code::TooLong, top, &[("most", &most), ("kind", "hours")]);
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

/// One moment: a day of the week, a minute of it, and who is not there.
struct Moment<'a> {
    weekday: Weekday,
    minute: i32,
    missing: &'a BTreeSet<&'a str>,
}

impl Moment<'_> {
    fn there(&self, person: &Item<Person>) -> bool {
        !self.missing.contains(person.id.as_str()) && person.body.keeps_hours(self.weekday, self.minute)
    }

    fn night(&self) -> bool {
        is_night(self.minute)
    }
}

/// A rule with its names resolved to people, once.
struct Rule<'p> {
    plan: &'p Plan,
    authors: Vec<&'p Item<Person>>,
    any: Vec<&'p Item<Person>>,
    all: Vec<Vec<&'p Item<Person>>>,
    fallback: Vec<&'p Item<Person>>,
}

impl<'p> Rule<'p> {
    fn new(plan: &'p Plan, approval: &Approval) -> Self {
        let people = |names: &[Said<String>]| -> Vec<&'p Item<Person>> {
            let named = names.iter().flat_map(|name| plan.who(&name.value));
            let mut seen = BTreeSet::new();
            named.filter(|person| seen.insert(person.id.as_str())).collect()
        };
        let authors =
            if approval.authors.is_empty() { plan.people.iter().collect() } else { people(&approval.authors) };
        Self {
            plan,
            authors,
            any: people(&approval.any),
            all: approval.all.iter().map(|name| people(std::slice::from_ref(name))).collect(),
            fallback: people(&approval.fallback),
        }
    }

    /// The minutes of a day at which somebody comes or goes, and each full hour.
    fn instants(&self) -> Vec<i32> {
        let hours = self.plan.people.iter().flat_map(|person| &person.body.hours);
        let changes = hours.flat_map(|hours| [minutes(hours.from), hours.end() % (24 * 60)]);
        let mut instants: Vec<i32> = (0..24).map(|hour| hour * 60).chain(changes).collect();
        instants.sort_unstable();
        instants.dedup();
        instants
    }

    /// How many people are looked at, at most, in playing it through.
    fn rounds(&self) -> usize {
        let asked = self.authors.len() * (1 + self.any.len() + self.all.iter().map(Vec::len).sum::<usize>());
        (self.plan.people.len() + 1) * 7 * self.instants().len() * (asked + self.fallback.len())
    }

    /// Whether somebody can release a statement: an author and an approver who is another person, or, after its time, one of the
    /// fallback releasing what was approved before. Alone, one releases oneself. Whoever acts for an agency without its client needs the
    /// mandate's word.
    fn can_release(&self, moment: &Moment<'_>) -> bool {
        if self.fallback.iter().any(|person| moment.there(person) && may(self.plan, person, moment)) {
            return true;
        }
        if self.plan.size == Size::Solo {
            let any = self.any.is_empty() || self.any.iter().any(|person| moment.there(person));
            return any && self.all.iter().all(|people| people.iter().any(|person| moment.there(person)));
        }
        self.authors.iter().any(|author| moment.there(author) && self.approved(author, moment))
    }

    /// Whether what this author wrote can be approved by others.
    fn approved(&self, author: &Item<Person>, moment: &Moment<'_>) -> bool {
        let other = |person: &&&Item<Person>| person.id != author.id && moment.there(person);
        let any = self.any.is_empty() || self.any.iter().any(|person| other(&person));
        let all = self.all.iter().all(|people| people.iter().any(|person| other(&person)));
        let mut approvers = self.any.iter().chain(self.all.iter().flatten());
        any && all && approvers.any(|person| other(&person) && may(self.plan, person, moment))
    }
}

/// Whether the mandate lets this person release at that hour; the client's own people always may.
fn may(plan: &Plan, person: &Item<Person>, moment: &Moment<'_>) -> bool {
    let lets = || plan.mandate_of(plan.size).is_none_or(|mandate| mandate.lets(Alone::Release, moment.night()));
    !person.body.of_agency || lets()
}

fn liveness(desk: &mut Desk<'_>, approval: &Item<Approval>) {
    let plan = desk.plan;
    let rule = Rule::new(plan, &approval.body);
    // Alone, nobody stands in: only the hours themselves count.
    let nobody = [None];
    let anybody: Vec<Option<&str>> = plan.people.iter().map(|person| Some(person.id.as_str())).collect();
    let missing: Vec<Option<&str>> =
        if desk.solo() { nobody.to_vec() } else { nobody.into_iter().chain(anybody).collect() };
    for one in missing {
        let missing: BTreeSet<&str> = one.into_iter().collect();
        if let Some((weekday, minute)) = hole(&rule, &missing) {
            say(desk, approval, &missing, Hole { day: None, weekday, minute });
            if one.is_none() {
                return;
            }
        }
    }
    away(desk, approval, &rule);
}

/// The absences that are known: on each day ahead, whoever is away.
fn away(desk: &mut Desk<'_>, approval: &Item<Approval>, rule: &Rule<'_>) {
    let plan = desk.plan;
    for step in 0..AHEAD {
        let day = desk.today.saturating_add(Span::new().days(step));
        let missing: BTreeSet<&str> =
            plan.people.iter().filter(|person| person.body.is_away(day)).map(|person| person.id.as_str()).collect();
        // One missing was played through already, at every hour.
        if missing.len() < if desk.solo() { 1 } else { 2 } {
            continue;
        }
        let weekday = day.weekday();
        let hole = rule.instants().into_iter().find(|minute| {
            let moment = Moment { weekday, minute: *minute, missing: &missing };
            !rule.can_release(&moment)
        });
        if let Some(minute) = hole {
            return say(desk, approval, &missing, Hole { day: Some(day), weekday, minute });
        }
    }
}

/// The first minute, from the small hours of Sunday on, in which nobody can.
fn hole(rule: &Rule<'_>, missing: &BTreeSet<&str>) -> Option<(Weekday, i32)> {
    let order = std::iter::successors(Some(Weekday::Sunday), |day| Some(day.next())).take(7);
    // The night first: that is where plans fail, and what is remembered.
    let mut instants = rule.instants();
    let small_hours = instants.iter().take_while(|minute| **minute < 2 * 60).count();
    instants.rotate_left(small_hours);
    order
        .flat_map(|weekday| instants.iter().map(move |minute| (weekday, *minute)))
        .find(|(weekday, minute)| !rule.can_release(&Moment { weekday: *weekday, minute: *minute, missing }))
}

struct Hole {
    day: Option<Date>,
    weekday: Weekday,
    minute: i32,
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
    let hour = format!("{:02}:{:02}", hole.minute / 60, hole.minute % 60);
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
    let released = mandate.value.lets(Alone::Release, true);
    for approval in plan.approvals.iter().filter(|_| !released) {
        let people: Vec<_> = approval.body.fallback.iter().flat_map(|who| plan.who(&who.value)).collect();
        // One of the client's own among them, and the fallback does not rest on the mandate.
        if people.iter().any(|person| !person.body.of_agency) {
            continue;
        }
        for who in &approval.body.fallback {
            desk.find(Code::MandateForbids, who.at, &[("name", &approval.id), ("who", &who.value)]);
        }
    }
}
