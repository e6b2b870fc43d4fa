//! Measures: taken by people, tested by the house, closed once. A limit that is passed in follow-up opens the case again, once.

use super::{Case, Command, Decided, Refusal};
use crate::case::digest::TextRef;
use crate::case::event::{Blind, ClockOf, Limit, MeasureEvent, Standing, Step, StepReason, Test};
use crate::case::measure::{Observed, progress};
use crate::case::party::{Key, Party};
use crate::case::state::{Measure, next};
use crate::id::MentionId;
use jiff::Timestamp;

/// The longest that a test or a limit looks at: a year.
const MOST_DAYS: u32 = 366;

/// Something that is done to repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Take {
    /// Makes a second one the same.
    pub key: Key,
    /// What.
    pub text: TextRef,
    /// How one will know that it worked.
    pub test: Test,
    /// Whose it is.
    pub owner: Option<Party>,
    /// Until when it is to have worked.
    pub due: Option<Timestamp>,
    /// Whom it is promised to.
    pub to: Option<MentionId>,
}

/// What was counted: for measures, and in the hours of limits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// For the test of each measure.
    pub measures: Vec<(u32, Observed)>,
    /// In the hours of each limit.
    pub guards: Vec<(u32, i64)>,
}

impl Case<'_> {
    pub(super) fn measure(&mut self, command: &Command) -> Decided {
        match command {
            Command::Take(take) => self.take(take)?,
            Command::DoMeasure { measure, result } => {
                let found = self.one(*measure)?;
                if !found.is_open() {
                    return Ok(());
                }
                // What figures can tell, no word tells.
                if found.test != Test::Word && !matches!(found.standing, Some(Standing::Unknown(_))) {
                    return Err(Refusal::Tested);
                }
                self.emit(MeasureEvent::Done { measure: *measure, result: *result });
                self.meet(&ClockOf::Measure(*measure));
            }
            Command::SetMeasureAside { measure, why } if self.one(*measure)?.is_open() => {
                self.leads()?;
                self.emit(MeasureEvent::SetAside { measure: *measure, why: *why });
                self.drop_clock(&ClockOf::Measure(*measure));
            }
            Command::Guard { key, limit } => {
                if limit.over < 0 || !(1..=MOST_DAYS * 24).contains(&limit.hours) {
                    return Err(Refusal::Goal);
                }
                let (guard, limit) = (next(&self.state.guards), *limit);
                if !self.state.guards.values().any(|there| there.limit == limit) {
                    self.emit(MeasureEvent::Guarded { key: key.clone(), guard, limit });
                }
            }
            Command::Observe(seen) => {
                for (measure, observed) in &seen.measures {
                    self.test(*measure, observed);
                }
                for (guard, value) in &seen.guards {
                    self.guard(*guard, *value);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn take(&mut self, take: &Take) -> Decided {
        let days = |days: u32| (1..=MOST_DAYS).contains(&days);
        let part = |share: i64| (1..=1000).contains(&share);
        let can_be_met = match take.test {
            Test::Rate { under, days: length, .. } => under > 0 && days(length),
            Test::NegativeShare { before, days: length } => (0..=1000).contains(&before) && days(length),
            Test::Answered { share } => part(share),
            Test::Seen { draft, share } => {
                if !self.draft_at(draft)?.is_sent() {
                    return Err(Refusal::Stage(draft));
                }
                part(share)
            }
            Test::Word => true,
        };
        if !can_be_met {
            return Err(Refusal::Goal);
        }
        if take.due.is_some_and(|due| due <= self.desk.now) {
            return Err(Refusal::Time);
        }
        if let Some(owner) = take.owner {
            self.works(owner)?;
        }
        let Take { key, text, test, owner, due, to } = take.clone();
        let measure = next(&self.state.measures);
        self.emit(MeasureEvent::Taken { key, measure, text, test, owner, due, to });
        if let Some(due) = due {
            self.watch(ClockOf::Measure(measure), due, owner.into_iter().collect());
        }
        Ok(())
    }

    fn one(&self, measure: u32) -> Result<&Measure, Refusal> {
        self.state.measures.get(&measure).ok_or(Refusal::Missing { what: "measure", number: measure.into() })
    }

    /// What was counted since: it is written down when the test stands otherwise, and closes the measure where it holds.
    fn test(&mut self, measure: u32, observed: &Observed) {
        let Some(found) = self.state.measures.get(&measure).filter(|found| found.is_open()) else { return };
        let before = found.standing;
        let now = progress(&found.test, found.due, observed, self.desk.now);
        let (value, since) = (now.value, now.since);
        match now.standing {
            Standing::Met => {
                self.emit(MeasureEvent::Held { measure, value, since });
                self.meet(&ClockOf::Measure(measure));
            }
            // Nothing is known yet of what has just begun.
            Standing::Word | Standing::Unknown(Blind::TooEarly) if before.is_none() => {}
            standing if before == Some(standing) => {}
            standing => self.emit(MeasureEvent::Turned { measure, standing, value, since }),
        }
    }

    /// Passed in follow-up, the case is open again; it must be kept once before it can be passed again.
    fn guard(&mut self, guard: u32, value: i64) {
        let Some(found) = self.state.guards.get(&guard) else { return };
        let Limit { over, .. } = found.limit;
        match found.passed {
            Some(_) if value <= over => self.emit(MeasureEvent::Cleared { guard, value }),
            None if value > over && self.state.course.step == Step::FollowUp => {
                self.emit(MeasureEvent::Passed { guard, value });
                self.goes(Step::Paracrisis, StepReason::Relapse, None);
            }
            _ => {}
        }
    }
}
