//! How soon: by when the rubric wants a first word, and which clocks run. Of an open case its own; else those that would start if one were opened now.

use super::{CauseFound, Severity};
use crate::case::event::{ClockEvent, ClockOf, Event, Opening, Step};
use crate::case::legal::{Answer, Matter, terms};
use crate::case::state::Run;
use crate::case::{Command, Desk, Open, Refusal, State, decide};
use crate::id::CaseId;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use text::{Cause, Harm};

/// Fewer mentions than this name a cause by chance: no law is looked up for them.
const NAMED: i64 = 2;

/// How soon somebody should answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urgency {
    /// By when the first word should be out, by the rubric.
    pub answer_by: Timestamp,
    /// Whether that time is over.
    pub overdue: bool,
    /// Minutes from the onset, by the rubric.
    pub minutes: u32,
    /// Which clocks run, or would; absent where nobody looked, or it is over and no case is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clocks: Option<Clocks>,
}

/// Which clocks run, or would.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clocks {
    /// The brand's open case, whose clocks these are; `None`: none is open, and these would start if one were opened now.
    pub case: Option<CaseId>,
    /// The step of the case, or the one that the severity calls for.
    pub step: Step,
    /// What runs out first, first.
    pub running: Vec<Left>,
    /// What the law may ask of and no term is known here: ask your counsel.
    pub ask_counsel: Vec<Matter>,
}

/// A clock and the time that is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// What it is about. A legal term would run if what is said were so, from when a named person says that it is known.
    pub of: ClockOf,
    /// When it runs out.
    pub due: Timestamp,
    /// Whole minutes left, rounded down; below 0 it ran out so long ago.
    pub minutes: i64,
    /// Whether it stands still.
    pub paused: bool,
}

impl Left {
    fn of(of: ClockOf, due: Timestamp, now: Timestamp) -> Self {
        let minutes = now.duration_until(due).as_secs().div_euclid(60);
        Self { of, due, minutes, paused: false }
    }
}

/// The step at which a case of this severity is opened.
fn step(severity: Severity) -> Step {
    match severity {
        Severity::Watch => Step::Signal,
        Severity::Alert => Step::Paracrisis,
        Severity::Crisis => Step::Crisis,
    }
}

/// What the law may ask of, by what is said: a hint, which a person declares or not.
pub fn matters(causes: &[CauseFound], harm: Option<Harm>) -> Vec<Matter> {
    let said = |cause: Cause| causes.iter().any(|found| found.cause == cause && found.count >= NAMED);
    let leak: &[Matter] = &[Matter::DataBreach, Matter::DataBreachPeople];
    let unsafe_goods: &[Matter] = &[Matter::UnsafeFood, Matter::UnsafeProduct];
    let asks = [
        (leak, said(Cause::Data) || harm == Some(Harm::Leak)),
        (unsafe_goods, said(Cause::Safety) || harm == Some(Harm::Injury)),
    ];
    asks.into_iter().filter(|(_, asks)| *asks).flat_map(|(matters, _)| matters).copied().collect()
}

impl Clocks {
    /// Those of an open case.
    pub fn of_case(case: CaseId, state: &State, now: Timestamp) -> Self {
        let open = state.clocks.values().filter(|clock| clock.is_open());
        let left = open.map(|clock| Left {
            paused: matches!(clock.run, Run::Paused(_)),
            ..Left::of(clock.of.clone(), clock.terms.due, now)
        });
        Self { case: Some(case), step: state.course.step, running: sorted(left.collect()), ask_counsel: Vec::new() }
    }

    /// Those that would start, by the core itself: what opening the case would start, and the terms of law of these matters if they were known of from now
    /// on. The opening's step is that of the severity.
    ///
    /// # Errors
    /// Why no case could be opened by whoever sits at this desk.
    pub fn would(
        desk: &Desk<'_>,
        mut opening: Opening,
        severity: Severity,
        matters: &[Matter],
        zone: &TimeZone,
    ) -> Result<Self, Refusal> {
        let step = step(severity);
        opening.step = step;
        let country = opening.country.clone();
        let open = Open { opening, captures: Vec::new(), freeze: None, holding: Vec::new() };
        let events = decide(&State::default(), desk, &Command::Open(Box::new(open)))?;
        let planned = events.into_iter().filter_map(|event| match event {
            Event::Clock(ClockEvent::Started { of: of @ ClockOf::Plan(_), terms, .. }) => Some((of, terms.due)),
            _ => None,
        });
        let (mut legal, mut ask_counsel) = (Vec::new(), Vec::new());
        for matter in matters {
            match terms(country.as_deref(), *matter) {
                Answer::Known(terms) => legal.extend(
                    terms.iter().map(|term| (ClockOf::Legal(term.code.to_owned()), term.deadline(desk.now, zone))),
                ),
                Answer::AskCounsel => ask_counsel.push(*matter),
            }
        }
        let left = planned.chain(legal).map(|(of, due)| Left::of(of, due, desk.now));
        Ok(Self { case: None, step, running: sorted(left.collect()), ask_counsel })
    }
}

fn sorted(mut left: Vec<Left>) -> Vec<Left> {
    // What stands still runs out after what does not.
    left.sort_by_key(|left| (left.paused, left.due));
    left
}
