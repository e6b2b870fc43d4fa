//! Who releases a text: the plan's rule with its names resolved.

use super::{Case, Desk, Refusal};
use crate::case::event::{As, Form, Mandated, Release, Rule, Step};
use crate::case::party::Party;
use crate::case::state::Draft;
use crate::plan::presence::{is_night, minutes};
use crate::plan::{Alone, Approval, Said, Severity};
use crate::setup::Size;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;

/// The plan's rule for a text of a case on this step. A rule for the lower severity holds for the higher one where that has none.
pub fn rule(desk: &Desk<'_>, size: Size, zone: &str, step: Step) -> Option<Rule> {
    let severity = severity(step);
    let planned = planned(desk, severity);
    let of = |names: &[Said<String>]| parties(desk, names);
    let nothing = Approval::default();
    let body = match planned {
        Some(approval) => approval,
        None if size == Size::Solo => &nothing,
        None => return None,
    };
    let mut all: Vec<Vec<Party>> = Vec::new();
    for name in &body.all {
        all.push(of(std::slice::from_ref(name)));
    }
    let any = of(&body.any);
    // A rule that names people of whom nobody is known here is not one that asks nobody: their place stays, empty, and nobody fills it.
    if any.is_empty() && !body.any.is_empty() {
        all.push(Vec::new());
    }
    let within = body.within.map(SignedDuration::from_mins);
    let fallback = of(&body.fallback);
    // What is left then is the plan's fallback, at its hour.
    let lost = all.iter().any(Vec::is_empty) && (fallback.is_empty() || within.is_none());
    if lost || (size != Size::Solo && any.is_empty() && all.is_empty()) {
        return None;
    }
    Some(Rule {
        size,
        severity,
        any,
        all,
        ordered: body.ordered,
        deadline: within.and_then(|within| desk.now.checked_add(within).ok()),
        fallback,
        mandate: mandate(desk, size, zone),
        alone: false,
    })
}

/// By which severity the rules of a step go.
pub(super) fn severity(step: Step) -> Severity {
    if step == Step::Crisis { Severity::Crisis } else { Severity::Paracrisis }
}

/// The rule of the plan for a severity: of those that hold, the severest.
pub(super) fn planned<'a>(desk: &Desk<'a>, severity: Severity) -> Option<&'a Approval> {
    let hold = desk.plan.approvals.iter().map(|item| &item.body).filter(|body| body.severity <= severity);
    hold.reduce(|best, body| if body.severity > best.severity { body } else { best })
}

/// Whom the plan names for this and of whom nobody has a login: the people's names, in its order.
pub fn without_login(desk: &Desk<'_>, step: Step) -> Vec<String> {
    let Some(body) = planned(desk, severity(step)) else { return Vec::new() };
    let places = body.all.iter().map(std::slice::from_ref).chain([&body.any[..]]);
    strangers(desk, places.filter(|names| parties(desk, names).is_empty()).flatten().map(|name| name.value.as_str()))
}

/// The names of those of the plan, by a role or a name, whom nobody knows here.
pub(super) fn strangers<'a>(desk: &Desk<'_>, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let people = names.flat_map(|name| desk.plan.who(name)).filter(|person| !desk.people.contains_key(&person.id));
    people.filter(|person| seen.insert(person.id.clone())).map(|person| person.body.name.clone()).collect()
}

pub(super) fn parties(desk: &Desk<'_>, names: &[Said<String>]) -> Vec<Party> {
    let mut seen = BTreeSet::new();
    names.iter().flat_map(|name| desk.who(&name.value)).filter(|party| seen.insert(*party)).collect()
}

/// The mandate with its people resolved.
fn mandate(desk: &Desk<'_>, size: Size, zone: &str) -> Option<Mandated> {
    let mandate = desk.plan.mandate_of(size)?;
    let of_agency = desk.plan.people.iter().filter(|person| person.body.of_agency);
    Some(Mandated {
        agency: of_agency.filter_map(|person| desk.people.get(&person.id)).copied().collect(),
        day: mandate.day.iter().map(|may| may.value).collect(),
        night: mandate.night.iter().map(|may| may.value).collect(),
        zone: zone.to_owned(),
    })
}

impl Mandated {
    /// Whether somebody may do something alone at that time; whom it does not bind always may.
    fn lets(&self, party: Party, what: Alone, at: Timestamp) -> bool {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let alone = if is_night(minutes(at.to_zoned(zone).time())) { &self.night } else { &self.day };
        !self.agency.contains(&party) || alone.contains(&what)
    }
}

impl Rule {
    /// Whether the mandate lets somebody release such a text at that time; the client's own people always may.
    pub fn may(&self, party: Party, form: Form, at: Timestamp) -> bool {
        let lets = |what| self.mandate.as_ref().is_none_or(|mandate| mandate.lets(party, what, at));
        lets(Alone::Release) || (form == Form::Reply && lets(Alone::Reply))
    }

    /// Whether it asks the same of the same people as another.
    pub(super) fn asks_like(&self, other: &Self) -> bool {
        let asks = |rule: &Self| (rule.size, rule.any.clone(), rule.all.clone(), rule.ordered, rule.fallback.clone());
        asks(self) == asks(other) && self.mandate == other.mandate
    }

    /// Whether it asks somebody of whom nobody has a login: only the fallback releases by it, what was prepared.
    pub fn lacks(&self) -> bool {
        !self.alone && self.all.iter().any(Vec::is_empty)
    }

    /// Everything the rule asks for, in order.
    fn asks(&self) -> Vec<(As, &[Party])> {
        let groups = (0..).zip(&self.all).map(|(number, group)| (As::Group(number), group.as_slice()));
        let any = (!self.any.is_empty()).then_some((As::Any, self.any.as_slice()));
        groups.chain(any).collect()
    }
}

impl Draft {
    /// As what somebody may approve this version now.
    pub fn asked(&self, party: Party) -> Vec<As> {
        let Some(rule) = &self.rule else { return Vec::new() };
        let covered = self.covered();
        let mut may = Vec::new();
        for (role, people) in rule.asks() {
            let filled = self.approvals.iter().any(|approval| approval.role == role);
            let own = self.approvals.iter().any(|approval| approval.role == role && approval.by == party);
            // What only the agency approved so far, the client may approve as well.
            if people.contains(&party) && !own && (!filled || !covered) {
                may.push(role);
            }
            // In order: who comes later waits, but for the same person.
            if rule.ordered && !filled && !people.contains(&party) {
                break;
            }
        }
        may
    }

    /// Everybody who is asked now, with deputies.
    pub fn asked_now(&self) -> Vec<Party> {
        let Some(rule) = &self.rule else { return Vec::new() };
        let mut asked = Vec::new();
        for party in rule.asks().into_iter().flat_map(|(_, people)| people) {
            let own = rule.size != Size::Solo && self.authors.contains(party);
            if !asked.contains(party) && !own && !self.asked(*party).is_empty() {
                asked.push(*party);
            }
        }
        asked
    }

    /// Whether one of those who approved may release it without anybody else: the client's own, or the agency by its mandate at that hour.
    fn covered(&self) -> bool {
        let Some(rule) = &self.rule else { return false };
        self.approvals.iter().any(|approval| rule.may(approval.by, self.form, approval.at))
    }

    /// Whether everybody who is needed approved this version.
    pub fn is_approved(&self) -> bool {
        let Some(rule) = &self.rule else { return false };
        let asks = rule.asks();
        let filled = |role: &As| self.approvals.iter().any(|approval| approval.role == *role);
        !asks.is_empty() && asks.iter().all(|(role, _)| filled(role)) && self.covered()
    }

    /// Whether somebody alone is all that is needed: those roles that nobody else approved are theirs too.
    pub fn suffices_alone(&self, party: Party) -> bool {
        let Some(rule) = &self.rule else { return false };
        let filled = |role: &As| self.approvals.iter().any(|approval| approval.role == *role);
        rule.alone
            || (rule.size == Size::Solo
                && rule.asks().iter().all(|(role, people)| filled(role) || people.contains(&party)))
    }
}

impl Draft {
    /// Whether those who released it could have by another rule, made at `now`: the same people at the same hours.
    pub(super) fn is_released_by(&self, rule: &Rule, now: Timestamp) -> bool {
        let mut again = Self { rule: Some(rule.clone()), approvals: Vec::new(), ..self.clone() };
        for approval in &self.approvals {
            while let Some(role) = again.asked(approval.by).first().copied() {
                again.approvals.push(crate::case::state::Approval { role, ..*approval });
            }
        }
        let alone = self.released_by.zip(self.submitted);
        match self.released {
            None => false,
            Some(Release::Approved) => again.is_approved(),
            Some(Release::SelfReleased) => alone.is_some_and(|((by, _), _)| again.suffices_alone(by)),
            Some(Release::Fallback) => alone.is_some_and(|((by, at), submitted)| {
                let waited = |deadline: Timestamp| submitted.duration_until(at) >= now.duration_until(deadline);
                rule.fallback.contains(&by) && rule.may(by, self.form, at) && rule.deadline.is_some_and(waited)
            }),
        }
    }
}

impl Case<'_> {
    /// The rule that holds now.
    pub(super) fn rule_now(&self) -> Result<Rule, Refusal> {
        let opening = self.state.opening.as_ref().ok_or(Refusal::NotOpen)?;
        let step = self.state.course.step;
        rule(&self.desk, opening.size, &opening.zone, step).ok_or_else(|| self.nobody(step))
    }

    /// Why nobody releases a text on this step: whom the plan names has no login, or it names nobody.
    pub(super) fn nobody(&self, step: Step) -> Refusal {
        let names = without_login(&self.desk, step);
        if names.is_empty() { Refusal::NoRule } else { Refusal::NoLogin(names) }
    }

    /// Whether anybody can ever release a text by a rule: where somebody of it has no login, the fallback does what was prepared, while that holds.
    pub(super) fn leads_out(&self, rule: &Rule, draft: &Draft) -> bool {
        let today = self.desk.now.to_zoned(self.zone()).date();
        let prepared = draft.wording.prepared.as_ref().and_then(|prepared| prepared.until);
        !rule.lacks() || prepared.is_some_and(|until| until >= today)
    }

    /// The rule by which a draft is asked for.
    pub(super) fn rule_of(&self, draft: &Draft) -> Result<Rule, Refusal> {
        if self.everyday { self.rule_of_everyday(draft) } else { self.rule_now() }
    }

    pub(super) fn mandate_now(&self, size: Size, zone: &str) -> Option<Mandated> {
        mandate(&self.desk, size, zone)
    }

    /// Whether whoever asks may hold the marketing: of an agency only who has the mandate's word at this hour.
    pub(super) fn may_freeze(&self) -> bool {
        let Some(opening) = &self.state.opening else { return false };
        let mandate = mandate(&self.desk, opening.size, &opening.zone);
        let lets = |party| mandate.is_none_or(|mandate| mandate.lets(party, Alone::Freeze, self.desk.now));
        self.desk.by.party().is_none_or(lets)
    }

    /// Whether the plan lets somebody write such a text.
    pub(super) fn may_write(&self, rule: &Rule, party: Party) -> bool {
        let authors = planned(&self.desk, rule.severity).map(|body| &body.authors[..]).unwrap_or_default();
        rule.alone || rule.size == Size::Solo || authors.is_empty() || parties(&self.desk, authors).contains(&party)
    }
}
