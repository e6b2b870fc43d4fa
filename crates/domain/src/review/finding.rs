//! Strengths and areas for improvement, each with the records it rests on.

use super::{Answers, Clocked, Done, Earlier, Ran, Speech, Task, numbered};
use crate::case::State;
use crate::case::event::{
    ClockOf, CourseEvent, Entry, Event, FreezeEvent, MeasureEvent, Release, SpeechEvent, StepReason,
};
use crate::case::state::MeasureStage;
use serde::Serialize;

/// What is observed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Observation {
    /// Every deadline that was to be kept was kept.
    ClocksMet {
        /// So many.
        met: u32,
    },
    /// A deadline was not kept.
    ClockMissed {
        /// What it was about.
        of: ClockOf,
        /// Seconds over.
        over: i64,
        /// Whether it was met then.
        met: bool,
    },
    /// All that the plan asks for was done in time.
    PlanDone {
        /// So many actions.
        done: u32,
    },
    /// An action of the plan was late.
    ActionLate {
        /// Which.
        action: String,
        /// Seconds over.
        over: i64,
    },
    /// An action of the plan was not done.
    ActionSkipped {
        /// Which.
        action: String,
    },
    /// What was done and stands in no plan.
    Improvised {
        /// So many tasks.
        tasks: u32,
    },
    /// The house spoke with one voice.
    OneVoice {
        /// So many texts.
        texts: u32,
    },
    /// Texts contradicted each other's stance.
    Mixed {
        /// So many.
        texts: u32,
    },
    /// What had been said turned out wrong.
    Fell {
        /// So many texts rested on it.
        texts: u32,
    },
    /// Everybody who was taken on was answered.
    AllAnswered {
        /// So many.
        answered: u32,
    },
    /// Somebody was taken on and not answered.
    Unanswered {
        /// So many.
        mentions: u32,
    },
    /// A role had nobody.
    Vacant {
        /// Which.
        role: String,
    },
    /// Nothing scheduled went out.
    Frozen {
        /// So many posts were held.
        held: u32,
    },
    /// A text went out by the fallback: nobody approved in time.
    Fallback {
        /// So many.
        texts: u32,
    },
    /// Measures worked: their tests held.
    Repaired {
        /// So many.
        measures: u32,
    },
    /// Signals that stood before were dismissed.
    Dismissed {
        /// So many.
        signals: u32,
    },
    /// Complaints of the same cause stood before.
    Complained {
        /// So many.
        complaints: u32,
    },
    /// It came back.
    Relapsed {
        /// So often.
        times: u32,
    },
}

/// An observation with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What.
    pub observed: Observation,
    /// The records.
    pub records: Vec<u32>,
}

/// What findings are read from.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a> {
    pub(super) log: &'a [Entry],
    pub(super) state: &'a State,
    pub(super) clocks: &'a [Clocked],
    pub(super) tasks: &'a [Task],
    pub(super) speech: &'a Speech,
    pub(super) answers: &'a Answers,
    pub(super) earlier: Option<&'a Earlier>,
}

/// What went well, and what did not.
pub fn findings(read: &Read<'_>) -> (Vec<Finding>, Vec<Finding>) {
    let mut found = Findings::default();
    found.clocks(read);
    found.tasks(read);
    found.speech(read);
    found.people(read);
    found.repair(read);
    found.before(read);
    (found.strengths, found.improve)
}

#[derive(Default)]
struct Findings {
    strengths: Vec<Finding>,
    improve: Vec<Finding>,
}

fn count<T>(of: &[T]) -> u32 {
    u32::try_from(of.len()).unwrap_or(u32::MAX)
}

impl Findings {
    fn good(&mut self, observed: Observation, records: Vec<u32>) {
        self.strengths.push(Finding { observed, records });
    }

    fn bad(&mut self, observed: Observation, records: Vec<u32>) {
        self.improve.push(Finding { observed, records });
    }

    fn clocks(&mut self, read: &Read<'_>) {
        // A task's clock is told with its task, an approval's with its text.
        let told = |clock: &&Clocked| !matches!(clock.of, ClockOf::Task(_) | ClockOf::Approval(_));
        let clocks: Vec<&Clocked> = read.clocks.iter().filter(told).collect();
        let met: Vec<u32> = clocks
            .iter()
            .filter(|it| matches!(it.ran, Ran::Met(_)))
            .filter_map(|it| it.records.last())
            .copied()
            .collect();
        let mut all = !met.is_empty();
        for clock in &clocks {
            let (over, is_met) = match clock.ran {
                Ran::Late(over) => (over, true),
                Ran::Missed(over) => (over, false),
                _ => continue,
            };
            all = false;
            self.bad(Observation::ClockMissed { of: clock.of.clone(), over, met: is_met }, clock.records.clone());
        }
        if all {
            self.good(Observation::ClocksMet { met: count(&met) }, met);
        }
    }

    fn tasks(&mut self, read: &Read<'_>) {
        let (planned, own): (Vec<&Task>, Vec<&Task>) = read.tasks.iter().partition(|task| task.action.is_some());
        for task in &planned {
            let action = task.action.clone().unwrap_or_default();
            match task.done {
                Done::Late(over) => self.bad(Observation::ActionLate { action, over }, task.records.clone()),
                Done::Skipped => self.bad(Observation::ActionSkipped { action }, task.records.clone()),
                Done::Done | Done::SetAside | Done::Open => {}
            }
        }
        let done: Vec<&&Task> = planned.iter().filter(|task| task.done == Done::Done).collect();
        if !done.is_empty() && done.len() == planned.len() {
            let records = done.iter().flat_map(|task| task.records.last()).copied().collect();
            self.good(Observation::PlanDone { done: count(&done) }, records);
        }
        if !own.is_empty() {
            let records = own.iter().flat_map(|task| task.records.first()).copied().collect();
            self.bad(Observation::Improvised { tasks: count(&own) }, records);
        }
    }

    fn speech(&mut self, read: &Read<'_>) {
        let Speech { statements, replies, mixed, fell, .. } = read.speech;
        let records = |of: &mut dyn Iterator<Item = u32>| of.collect::<Vec<_>>();
        if !mixed.is_empty() {
            self.bad(Observation::Mixed { texts: count(mixed) }, records(&mut mixed.iter().map(|(_, record)| *record)));
        }
        if !fell.is_empty() {
            self.bad(Observation::Fell { texts: count(fell) }, records(&mut fell.iter().map(|(_, _, record)| *record)));
        }
        let texts = statements + replies;
        if texts > 1 && mixed.is_empty() && fell.is_empty() {
            let out = numbered(read.log).filter(|(_, entry)| super::time::arrived(&entry.event).is_some());
            self.good(Observation::OneVoice { texts }, records(&mut out.map(|(record, _)| record)));
        }
        let fallback = records(&mut of(read.log, |event| {
            matches!(event, Event::Speech(SpeechEvent::Released { how: Release::Fallback, .. }))
        }));
        if !fallback.is_empty() {
            self.bad(Observation::Fallback { texts: count(&fallback) }, fallback);
        }
        let confirmed = of(read.log, |event| matches!(event, Event::Freeze(FreezeEvent::Confirmed { .. })));
        let confirmed = records(&mut confirmed.into_iter());
        if !confirmed.is_empty() {
            let held = read.state.queue.values().filter(|post| post.held_due().is_some()).count();
            self.good(Observation::Frozen { held: u32::try_from(held).unwrap_or(u32::MAX) }, confirmed);
        }
    }

    fn people(&mut self, read: &Read<'_>) {
        let Answers { answered, taken_on, unanswered, records, .. } = read.answers;
        if !unanswered.is_empty() {
            let of = |event: &Event| matches!(event, Event::Mention(crate::case::event::MentionEvent::Claimed { mention, .. }) if unanswered.contains(mention));
            let claimed = numbered(read.log).filter(|(_, entry)| of(&entry.event)).map(|(record, _)| record).collect();
            self.bad(Observation::Unanswered { mentions: count(unanswered) }, claimed);
        } else if *answered > 0 && answered == taken_on {
            self.good(Observation::AllAnswered { answered: *answered }, records.clone());
        }
        for (role, held) in &read.state.course.roles {
            if held.to.is_none() {
                let is = |event: &Event| matches!(event, Event::Course(CourseEvent::Assigned { role: of, .. }) if of == role);
                let records =
                    numbered(read.log).filter(|(_, entry)| is(&entry.event)).map(|(record, _)| record).collect();
                self.bad(Observation::Vacant { role: role.clone() }, records);
            }
        }
    }

    fn repair(&mut self, read: &Read<'_>) {
        let held = of(read.log, |event| matches!(event, Event::Measure(MeasureEvent::Held { .. })));
        let measures = read.state.measures.values().filter(|it| matches!(it.stage, MeasureStage::Held(_))).count();
        if measures > 0 {
            self.good(Observation::Repaired { measures: u32::try_from(measures).unwrap_or(u32::MAX) }, held.collect());
        }
        let back =
            |event: &Event| matches!(event, Event::Course(CourseEvent::Stepped { reason: StepReason::Relapse, .. }));
        let relapses: Vec<u32> = of(read.log, back).collect();
        if !relapses.is_empty() {
            self.bad(Observation::Relapsed { times: count(&relapses) }, relapses);
        }
    }
}

impl Findings {
    /// It rests on what is not in the log: on the record that opened the case, what stood before it.
    fn before(&mut self, read: &Read<'_>) {
        let Some(earlier) = read.earlier else { return };
        let opened: Vec<u32> = of(read.log, |event| matches!(event, Event::Course(CourseEvent::Opened(_)))).collect();
        if earlier.dismissed > 0 {
            self.bad(Observation::Dismissed { signals: earlier.dismissed }, opened.clone());
        }
        if let Some(complaints) = earlier.complaints.filter(|complaints| *complaints > 0) {
            self.bad(Observation::Complained { complaints }, opened);
        }
    }
}

/// The numbers of the records of some kind.
fn of(log: &[Entry], is: impl Fn(&Event) -> bool) -> impl Iterator<Item = u32> {
    numbered(log).filter(move |(_, entry)| is(&entry.event)).map(|(record, _)| record)
}
