//! Everyday replies, outside a case: one mention, who answers it, what is answered. The same stamps and the same steps of sending; what differs is who
//! releases: whoever wrote it, where the check found nothing; else a second pair of eyes, as the plan says.

use super::rule::rule;
use super::{Case, Command, Decided, Desk, Refusal, command_key, kept};
use crate::case::event::{Checked, Event, Form, Rule, Step, Target};
use crate::case::state::{Draft, State};
use crate::plan::Severity;
use jiff::tz::TimeZone;
use std::borrow::Cow;

/// What follows from a command about one mention that no case is open on: `state` is the fold of that mention's own log, which begins empty. Size and zone
/// are the plan's.
///
/// # Errors
/// Why it is refused; nothing happens then. What belongs to a case is [`Refusal::NotOpen`].
pub fn decide_everyday(state: &State, desk: &Desk<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    let desk = Desk { now: kept(desk.now), ..*desk };
    let mut case = Case { state: Cow::Borrowed(state), desk, events: Vec::new(), everyday: true };
    case.answer(command)?;
    Ok(case.events)
}

impl Checked {
    /// Whether the check read it and found nothing.
    pub fn is_clean(&self) -> bool {
        self.version > 0 && self.stops == 0 && self.warnings == 0
    }
}

impl Case<'_> {
    fn answer(&mut self, command: &Command) -> Decided {
        self.is_let(command)?;
        match command {
            Command::Draft { form, words, .. }
                if *form != Form::Reply || matches!(words.target, Target::Post(_) | Target::UpdatesPage) =>
            {
                return Err(Refusal::ToAll);
            }
            Command::Tick
            | Command::Pause { .. }
            | Command::Resume { .. }
            | Command::Capture { .. }
            | Command::Erase { .. }
            | Command::Claim { .. }
            | Command::HandOverMention { .. }
            | Command::LetGo { .. }
            | Command::Leave { .. }
            | Command::Offer { .. }
            | Command::Draft { .. }
            | Command::Revise { .. }
            | Command::Check { .. }
            | Command::Shelve { .. }
            | Command::Submit { .. }
            | Command::Approve { .. }
            | Command::Decline { .. }
            | Command::ReleaseAlone { .. }
            | Command::Send { .. }
            | Command::Undo { .. }
            | Command::Try { .. }
            | Command::Came { .. }
            | Command::Resolve { .. }
            | Command::Copied { .. } => {}
            _ => return Err(Refusal::NotOpen),
        }
        if command_key(command).is_some_and(|(scope, key)| self.state.is_known(scope, key)) {
            return Ok(());
        }
        self.dispatch(command)
    }

    /// Who releases an everyday reply: whoever wrote it, or whom the plan names; where the check found something, or does not read its language, these only.
    pub(super) fn rule_of_everyday(&self, draft: &Draft) -> Result<Rule, Refusal> {
        let (size, zone) = (self.desk.plan.size, self.zone_name());
        let planned = rule(&self.desk, size, &zone, Step::Signal);
        if !draft.checked.is_some_and(|checked| checked.is_clean()) {
            return planned.ok_or_else(|| self.nobody(Step::Signal));
        }
        let (any, all, mandate) = (Vec::new(), Vec::new(), self.mandate_now(size, &zone));
        let bare = Rule {
            size,
            severity: Severity::Paracrisis,
            any,
            all,
            ordered: false,
            deadline: None,
            fallback: Vec::new(),
            mandate,
            alone: true,
        };
        // Nobody waits for a deadline of what its author may release at once.
        let alone = |planned| Rule { deadline: None, fallback: Vec::new(), alone: true, ..planned };
        Ok(planned.map_or(bare, alone))
    }

    /// The zone in which its hours are meant, by its name.
    pub(super) fn zone_name(&self) -> String {
        match &self.state.opening {
            Some(opening) => opening.zone.clone(),
            None => self.desk.plan.clock_zone().iana_name().unwrap_or("UTC").to_owned(),
        }
    }

    /// The zone in which its hours are meant.
    pub(super) fn zone(&self) -> TimeZone {
        TimeZone::get(&self.zone_name()).unwrap_or(TimeZone::UTC)
    }
}
