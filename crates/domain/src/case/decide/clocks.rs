//! Clocks: which run, when they stand still, who is told when they run out.

use super::{Case, Command, Decided, Declare, Refusal};
use crate::case::clock::{counts_between, may_pause, runs_out};
use crate::case::event::{ClockEvent, ClockOf, Step, Terms};
use crate::case::legal::{Answer, Start, Term, terms};
use crate::case::party::Party;
use crate::case::state::{Clock, Declared, Run, next};
use crate::id::MentionId;
use crate::plan::{Channel, ClockKind, Severity};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Minutes from one of a ladder to the next, where the plan says nothing.
const EVERY: i64 = 10;

impl Case<'_> {
    pub(super) fn clock(&mut self, command: &Command) -> Decided {
        match command {
            Command::Tick => {
                self.pass();
                self.take_on();
                self.ring();
            }
            Command::Pause { clock, why } => {
                let found = self.find_clock(*clock)?;
                if !may_pause(&found.of) {
                    return Err(Refusal::NeverPauses);
                }
                if found.run == Run::Running {
                    self.leads()?;
                    self.emit(ClockEvent::Paused { clock: *clock, why: *why });
                }
            }
            Command::Resume { clock } => {
                let found = self.find_clock(*clock)?;
                if let Run::Paused(since) = found.run {
                    let zone = rests(&found.terms);
                    let left = counts_between(since, found.terms.due, zone.as_ref());
                    let due = runs_out(self.desk.now, left, zone.as_ref());
                    self.emit(ClockEvent::Resumed { clock: *clock, due });
                }
            }
            Command::Meet { clock, why, capture } if self.find_clock(*clock)?.is_open() => {
                // That an authority was told is shown, or said by somebody in words that stand for it.
                let legal = matches!(self.find_clock(*clock)?.of, ClockOf::Legal(_));
                if legal && why.is_none() && capture.is_none() {
                    return Err(Refusal::Proof);
                }
                self.emit(ClockEvent::Met { clock: *clock, why: *why, capture: *capture });
            }
            Command::Drop { clock, why } if self.find_clock(*clock)?.is_open() => {
                self.leads()?;
                self.emit(ClockEvent::Dropped { clock: *clock, why: Some(*why) });
            }
            Command::Promise { until } => self.promise(*until)?,
            Command::Declare(declare) => self.declare(declare)?,
            _ => {}
        }
        Ok(())
    }

    fn find_clock(&self, clock: u32) -> Result<&Clock, Refusal> {
        self.state.clocks.get(&clock).ok_or(Refusal::Missing { what: "clock", number: clock.into() })
    }

    /// Which clocks of the plan run: as loudly as it is answered; before that is decided, by the step. What was said of a lower step is too quiet for a
    /// crisis: until somebody says it anew, its own clocks run too.
    fn wanted(&self) -> Vec<ClockKind> {
        let by_step: &[ClockKind] = match self.state.course.step {
            Step::Crisis => {
                &[ClockKind::FirstAssessment, ClockKind::TeamAssembled, ClockKind::Holding, ClockKind::Full]
            }
            Step::Paracrisis => &[ClockKind::FirstAssessment],
            Step::Signal | Step::FollowUp | Step::Closed | Step::Dismissed => return Vec::new(),
        };
        let course = &self.state.course;
        let Some(loudness) = course.loudness else { return by_step.to_vec() };
        let outgrown = course.step == Step::Crisis && course.loudness_at != Step::Crisis;
        let more = by_step.iter().filter(|kind| outgrown && !loudness.clocks().contains(kind));
        loudness.clocks().iter().chain(more).copied().collect()
    }

    /// Starts the clocks that are wanted and drops those that are not. What was met is not asked for again; what was promised stays promised.
    pub(super) fn follow(&mut self) {
        let wanted = self.wanted();
        let open: Vec<(u32, ClockKind)> = self
            .state
            .clocks
            .iter()
            .filter(|(_, clock)| clock.is_open())
            .filter_map(|(number, clock)| match clock.of {
                ClockOf::Plan(kind) if kind != ClockKind::NextUpdate => Some((*number, kind)),
                _ => None,
            })
            .collect();
        for (clock, kind) in open {
            if !wanted.contains(&kind) {
                self.emit(ClockEvent::Dropped { clock, why: None });
            }
        }
        for kind in wanted {
            let of = ClockOf::Plan(kind);
            let asked = |run: &Run| !matches!(run, Run::Dropped);
            let known = self.state.clocks.values().any(|clock| clock.of == of && asked(&clock.run));
            // The window of a reply runs for each mention, once somebody has it.
            if !known && kind != ClockKind::Reply {
                self.start(of, (kind, None), self.desk.now, None);
            }
        }
    }

    /// A plan that was kept, or changed, after the case was opened: what it asks for and was never asked for is, from now. What somebody dropped stays so.
    fn take_on(&mut self) {
        for kind in self.wanted() {
            let of = ClockOf::Plan(kind);
            if kind != ClockKind::Reply && !self.state.clocks.values().any(|clock| clock.of == of) {
                self.start(of, (kind, None), self.desk.now, None);
            }
        }
    }

    /// Starts a clock as the plan says it; without one in the plan none runs, but for a promise.
    fn start(
        &mut self,
        of: ClockOf,
        (kind, channel): (ClockKind, Option<Channel>),
        start: Timestamp,
        promised: Option<Timestamp>,
    ) {
        let planned = self.desk.plan.clock(kind, channel);
        let night = planned.is_some_and(|clock| clock.night) && promised.is_none();
        let zone = self.zone();
        let by_plan =
            planned.map(|clock| runs_out(start, SignedDuration::from_mins(clock.due), night.then_some(&zone)));
        let Some(due) = promised.or(by_plan) else { return };
        let names = planned.into_iter().flat_map(|clock| [&clock.owner, &clock.fallback]).flatten();
        let people: Vec<Party> = names.flat_map(|name| self.desk.who_now(&name.value)).collect();
        let rests = night.then(|| self.zone_name());
        self.start_clock(of, start, due, rests, people);
    }

    fn start_clock(&mut self, of: ClockOf, start: Timestamp, due: Timestamp, rests: Option<String>, first: Vec<Party>) {
        let (ladder, every) = self.ladder(first);
        let clock = next(&self.state.clocks);
        let terms = Terms { start, due, rests, ladder, every };
        self.emit(ClockEvent::Started { clock, of, terms, incident: None });
    }

    /// Who is told, one after the other: those first, then who leads, then as the plan escalates.
    fn ladder(&self, first: Vec<Party>) -> (Vec<Party>, i64) {
        let severity = if self.state.course.step >= Step::Crisis { Severity::Crisis } else { Severity::Paracrisis };
        let mut escalations: Vec<_> =
            self.desk.plan.escalations.iter().filter(|item| item.body.severity <= severity).collect();
        escalations.sort_by_key(|item| std::cmp::Reverse(item.body.severity));
        let escalation = escalations.first().map(|item| &item.body);
        let told = escalation.into_iter().flat_map(|body| &body.tell).flat_map(|name| self.desk.who_now(&name.value));
        let mut ladder = Vec::new();
        for party in first.into_iter().chain(self.state.lead()).chain(told) {
            if !ladder.contains(&party) {
                ladder.push(party);
            }
        }
        (ladder, escalation.map(|body| body.after).filter(|after| *after > 0).unwrap_or(EVERY))
    }

    /// What the clock about something asks for is done.
    pub(super) fn meet(&mut self, of: &ClockOf) {
        while let Some((clock, _)) = self.state.open_clock(of) {
            self.emit(ClockEvent::Met { clock, why: None, capture: None });
        }
    }

    /// Nobody asks for it any more.
    pub(super) fn drop_clock(&mut self, of: &ClockOf) {
        while let Some((clock, _)) = self.state.open_clock(of) {
            self.emit(ClockEvent::Dropped { clock, why: None });
        }
    }

    pub(super) fn watch_task(&mut self, task: u32) {
        let Some(found) = self.state.tasks.get(&task) else { return };
        if let Some(due) = found.due {
            let people = found.owner.into_iter().chain(found.deputy).collect();
            self.start_clock(ClockOf::Task(task), self.desk.now, due, None, people);
        }
    }

    /// A deadline that somebody set.
    pub(super) fn watch(&mut self, of: ClockOf, due: Timestamp, people: Vec<Party>) {
        self.start_clock(of, self.desk.now, due, None, people);
    }

    pub(super) fn watch_approval(&mut self, draft: u32, deadline: Timestamp, people: Vec<Party>) {
        self.drop_clock(&ClockOf::Approval(draft));
        self.start_clock(ClockOf::Approval(draft), self.desk.now, deadline, None, people);
    }

    /// The window in which a mention is answered, from when it was published; of the channel where it was.
    pub(super) fn watch_mention(&mut self, mention: MentionId, published: Timestamp, channel: Option<Channel>) {
        let of = ClockOf::Reply(mention);
        if self.state.open_clock(&of).is_none() {
            self.start(of, (ClockKind::Reply, channel), published.min(self.desk.now), None);
        }
    }

    /// News that were promised to the public. A later promise takes the place of an earlier one.
    fn promise(&mut self, until: Timestamp) -> Decided {
        if until <= self.desk.now {
            return Err(Refusal::Time);
        }
        self.promised(until);
        Ok(())
    }

    /// The same of what is out already: by now its hour may be past.
    pub(super) fn promised(&mut self, until: Timestamp) {
        let of = ClockOf::Plan(ClockKind::NextUpdate);
        if self.state.open_clock(&of).is_some_and(|(_, clock)| clock.terms.due == until) {
            return;
        }
        self.drop_clock(&of);
        self.emit(ClockEvent::Promised { until });
        self.start(of, (ClockKind::NextUpdate, None), self.desk.now, Some(until));
    }

    /// A person says from when a term counts. Every term of that matter and start in the brand's country becomes a clock of that incident; where none is
    /// known of the matter, the case says so, and its counsel is asked.
    fn declare(&mut self, said: &Declare) -> Decided {
        let Declare { matter, start, since, why, capture, .. } = *said;
        if since > self.desk.now {
            return Err(Refusal::Time);
        }
        let country = self.state.opening.as_ref().and_then(|opening| opening.country.clone());
        let of_matter = match terms(country.as_deref(), matter) {
            Answer::Known(terms) => terms,
            Answer::AskCounsel => Vec::new(),
        };
        let found: Vec<_> = of_matter.iter().filter(|term| term.start == start).copied().collect();
        // A term is known, and counts from something else: that is what is asked for.
        if found.is_empty() && !of_matter.is_empty() {
            let mut needs: Vec<Start> = of_matter.iter().map(|term| term.start).collect();
            needs.dedup();
            return Err(Refusal::Start(needs));
        }
        // What was published first is proved; what was known is said.
        if start == Start::Publication && capture.is_none() {
            return Err(Refusal::Source);
        }
        let declared = &self.state.declared;
        let incident = match said.incident {
            Some(there) if declared.iter().any(|it| (it.incident, it.matter) == (Some(there), matter)) => there,
            Some(other) => return Err(Refusal::Missing { what: "incident", number: other.into() }),
            None => declared.iter().filter_map(|it| it.incident).max().map_or(1, |last| last + 1),
        };
        let same = |it: &Declared| (it.incident, it.start, it.since) == (Some(incident), start, since);
        if declared.iter().any(same) {
            return Ok(());
        }
        let (known, key) = (!found.is_empty(), Some(said.key.clone()));
        let incident = Some(incident);
        self.emit(ClockEvent::StartDeclared { matter, start, since, why, capture, known, incident, key });
        for term in found {
            self.start_term(term, since, incident);
        }
        Ok(())
    }

    fn start_term(&mut self, term: &Term, since: Timestamp, incident: Option<u32>) {
        let due = term.deadline(since, &self.state.zone());
        // What was met is met, whenever it began.
        let of = ClockOf::Legal(term.code.to_owned());
        let met = |clock: &Clock| (&clock.of, clock.incident) == (&of, incident) && matches!(clock.run, Run::Met(_));
        if self.state.clocks.values().any(met) {
            return;
        }
        // Two people say different hours of one incident: the earlier deadline stands.
        if let Some((clock, there)) = self.state.open_term(term.code, incident) {
            if there.terms.due <= due {
                return;
            }
            self.emit(ClockEvent::Dropped { clock, why: None });
        }
        let (ladder, every) = self.ladder(self.desk.who_now("legal"));
        let clock = next(&self.state.clocks);
        let terms = Terms { start: since, due, rests: None, ladder, every };
        self.emit(ClockEvent::Started { clock, of, terms, incident });
    }

    /// Tells whoever is next, of every clock that has run out.
    fn ring(&mut self) {
        let now = self.desk.now;
        let late: Vec<u32> = self
            .state
            .clocks
            .iter()
            .filter(|(_, clock)| clock.run == Run::Running && clock.terms.due <= now)
            .map(|(number, _)| *number)
            .collect();
        for clock in late {
            let Some(found) = self.state.clocks.get(&clock).cloned() else { continue };
            if found.missed.is_none() {
                self.emit(ClockEvent::Missed { clock });
            }
            let steps = found.terms.due.duration_until(now).as_mins() / found.terms.every.max(1);
            let reached = usize::try_from(steps).unwrap_or(usize::MAX).saturating_add(1);
            let told = found.told as usize;
            for (rung, to) in found.terms.ladder.iter().enumerate().take(reached).skip(told) {
                let rung = u32::try_from(rung).unwrap_or(u32::MAX);
                self.emit(ClockEvent::Escalated { clock, rung, to: *to });
            }
        }
    }
}

fn rests(terms: &Terms) -> Option<TimeZone> {
    terms.rests.as_deref().and_then(|zone| TimeZone::get(zone).ok())
}
