//! From a draft to a text that may be sent. There is no other way than through here.

use super::rule::severity;
use super::{Case, Command, Decided, Refusal};
use crate::case::digest::{Binding, TextRef};
use crate::case::event::{ClockOf, Release, Rule, SpeechEvent, Step, Target};
use crate::case::state::{Draft, Stage};
use crate::plan::Channel;
use crate::setup::Size;

impl Case<'_> {
    pub(super) fn release(&mut self, command: &Command) -> Decided {
        match command {
            Command::Submit { draft, binding, despite } => self.submit(*draft, *binding, *despite),
            Command::Approve { draft, binding } => self.approve(*draft, *binding),
            Command::Decline { draft, binding, why } => {
                let asked = self.person()?;
                let found = self.exact(*draft, *binding)?;
                if !matches!(found.stage, Stage::Submitted(_) | Stage::Released(_)) {
                    return Err(Refusal::Stage(*draft));
                }
                let rule = found.rule.as_ref();
                let named = rule
                    .is_some_and(|rule| rule.any.contains(&asked) || rule.all.iter().flatten().any(|it| *it == asked));
                if !named && self.leads().is_err() {
                    return Err(Refusal::NotAsked);
                }
                self.emit(SpeechEvent::Declined { draft: *draft, binding: *binding, why: *why });
                self.drop_clock(&ClockOf::Approval(*draft));
                Ok(())
            }
            Command::ReleaseAlone { draft, binding, shown } => {
                let author = self.person()?;
                let found = self.submitted(*draft, *binding)?;
                let rule = found.rule.as_ref().ok_or(Refusal::NoRule)?;
                let clean = rule.alone && found.checked.is_some_and(|checked| checked.is_clean());
                if !(rule.size == Size::Solo || clean) || !found.authors.contains(&author) {
                    return Err(Refusal::NotAlone);
                }
                if !found.suffices_alone(author) {
                    return Err(Refusal::NotAsked);
                }
                if !rule.may(author, found.form, self.desk.now) {
                    return Err(Refusal::Mandate);
                }
                // The whole text was shown by its binding; what was found in it must have been shown too.
                if found.checked != *shown {
                    return Err(Refusal::Stale);
                }
                self.released(*draft, *binding, Release::SelfReleased)
            }
            Command::ReleaseAsFallback { draft, binding } => self.release_as_fallback(*draft, *binding),
            _ => Ok(()),
        }
    }

    fn submit(&mut self, draft: u32, binding: Binding, despite: Option<TextRef>) -> Decided {
        let by = self.person()?;
        let found = self.exact(draft, binding)?;
        match found.stage {
            Stage::Writing | Stage::Declined(_) => {}
            Stage::Submitted(_) => return Ok(()),
            _ => return Err(Refusal::Stage(draft)),
        }
        if found.wording.blanks > 0 {
            return Err(Refusal::Blank);
        }
        if let Some(most) = most(&found.wording.target)
            && found.wording.characters as usize > most
        {
            return Err(Refusal::Long { is: found.wording.characters as usize, most });
        }
        let checked = found.checked.ok_or(Refusal::Unchecked)?;
        if checked.stops > 0 && despite.is_none() {
            return Err(Refusal::Stopped(checked.stops));
        }
        self.carried(found)?;
        let mixed = self.state.mixed_with(draft);
        if !mixed.is_empty() && despite.is_none() {
            return Err(Refusal::Mixed(mixed));
        }
        let rule = self.rule_of(found)?;
        if !self.leads_out(&rule, found) {
            return Err(self.nobody(if self.everyday { Step::Signal } else { self.state.course.step }));
        }
        // What the house drafted is the text of whoever submits it.
        let mut authors = found.authors.clone();
        if authors.is_empty() {
            authors.insert(by);
        }
        if !authors.iter().all(|author| self.may_write(&rule, *author)) {
            return Err(Refusal::Author);
        }
        self.emit(SpeechEvent::Submitted { draft, binding, rule, mixed, despite });
        self.watch_submitted(draft);
        Ok(())
    }

    /// Who is asked was told at once, deputies too; when the time is over, the fallback is.
    fn watch_submitted(&mut self, draft: u32) {
        self.drop_clock(&ClockOf::Approval(draft));
        let Some(found) = self.state.drafts.get(&draft) else { return };
        let Some((rule, deadline)) = found.rule.as_ref().and_then(|rule| Some((rule, rule.deadline?))) else { return };
        let people = rule.fallback.iter().copied().chain(found.asked_now()).collect();
        self.watch_approval(draft, deadline, people);
    }

    /// The case stands higher than before, or is back: what was submitted or released by a rule that asks for less than the one that holds now is asked for
    /// anew by this one.
    pub(super) fn outgrow(&mut self, back: bool) {
        let waits = |stage: &Stage| {
            matches!(stage, Stage::Submitted(_) | Stage::Released(_) | Stage::Intended(_) | Stage::Refused(_))
        };
        let (now, stands) = (self.rule_now().ok(), severity(self.state.course.step));
        let outgrown = |draft: &Draft, rule: &Rule| {
            (back || stands > rule.severity) && !now.as_ref().is_some_and(|now| self.is_enough(draft, rule, now))
        };
        let waiting = self.state.drafts.iter().filter(|(_, draft)| waits(&draft.stage));
        let voids: Vec<(u32, Binding, Option<Rule>)> = waiting
            .filter(|(_, draft)| draft.rule.as_ref().is_some_and(|rule| outgrown(draft, rule)))
            .map(|(number, draft)| {
                let writes = |now: &&Rule| draft.authors.iter().all(|author| self.may_write(now, *author));
                let leads_out = |now: &&Rule| self.leads_out(now, draft);
                (*number, draft.binding, now.as_ref().filter(writes).filter(leads_out).cloned())
            })
            .collect();
        for (draft, binding, rule) in voids {
            self.emit(SpeechEvent::Outgrown { draft, binding, rule });
            self.watch_submitted(draft);
        }
    }

    /// Whether what was asked for by one rule, and given, is enough by another.
    fn is_enough(&self, draft: &Draft, rule: &Rule, now: &Rule) -> bool {
        let writes = draft.authors.iter().all(|author| self.may_write(now, *author));
        writes && if draft.released.is_some() { draft.is_released_by(now, self.desk.now) } else { rule.asks_like(now) }
    }

    /// Whether the facts it rests on carry it, as they stand.
    pub(super) fn carried(&self, draft: &Draft) -> Decided {
        let weak = self.state.weak(&draft.wording.cites);
        if weak.is_empty() { Ok(()) } else { Err(Refusal::WeakFacts(weak)) }
    }

    fn submitted(&self, draft: u32, binding: Binding) -> Result<&Draft, Refusal> {
        let found = self.exact(draft, binding)?;
        if !matches!(found.stage, Stage::Submitted(_)) {
            return Err(Refusal::Stage(draft));
        }
        self.carried(found)?;
        Ok(found)
    }

    fn approve(&mut self, draft: u32, binding: Binding) -> Decided {
        let approver = self.person()?;
        let found = self.exact(draft, binding)?;
        let already = found.approvals.iter().any(|approval| approval.by == approver);
        if already
            && matches!(found.stage, Stage::Released(_) | Stage::Submitted(_))
            && found.asked(approver).is_empty()
        {
            return Ok(());
        }
        let found = self.submitted(draft, binding)?;
        if found.authors.contains(&approver) {
            return Err(Refusal::Own);
        }
        let mut roles = found.asked(approver);
        if roles.is_empty() {
            return Err(Refusal::NotAsked);
        }
        // One person may hold several of the places that are asked; in order, one opens the next.
        while let Some(role) = roles.first().copied() {
            self.emit(SpeechEvent::Approved { draft, binding, role });
            roles = self.draft_at(draft)?.asked(approver);
        }
        if self.draft_at(draft)?.is_approved() {
            return self.released(draft, binding, Release::Approved);
        }
        Ok(())
    }

    fn release_as_fallback(&mut self, draft: u32, binding: Binding) -> Decided {
        let by = self.person()?;
        let found = self.submitted(draft, binding)?;
        let rule = found.rule.as_ref().ok_or(Refusal::NoRule)?;
        if !rule.fallback.contains(&by) {
            return Err(Refusal::NotAsked);
        }
        let deadline = rule.deadline.ok_or(Refusal::NoFallback)?;
        if self.desk.now < deadline {
            return Err(Refusal::NotYet(deadline));
        }
        let today = self.desk.now.to_zoned(self.zone()).date();
        let prepared = found.wording.prepared.as_ref().ok_or(Refusal::NotPrepared)?;
        if prepared.until.is_none_or(|until| until < today) {
            return Err(Refusal::NotPrepared);
        }
        if !rule.may(by, found.form, self.desk.now) {
            return Err(Refusal::Mandate);
        }
        self.released(draft, binding, Release::Fallback)
    }

    fn released(&mut self, draft: u32, binding: Binding, how: Release) -> Decided {
        self.emit(SpeechEvent::Released { draft, binding, how });
        self.meet(&ClockOf::Approval(draft));
        Ok(())
    }
}

/// Most characters that fit at a target, where that is fixed.
fn most(target: &Target) -> Option<usize> {
    match target {
        Target::Post(channel) | Target::ByHand(channel) => Channel::most(*channel),
        Target::Mention(_) | Target::Mail(_) | Target::Conversation(_) | Target::UpdatesPage => None,
    }
}
