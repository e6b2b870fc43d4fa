//! The review: what happened, read from the log. Pure; integers and typed figures; what nobody knows is said as such.
//!
//! [`review()`] folds the records of a case beside what stands around it ([`Around`]: signals, volumes, sources, the plan's actions), given as plain values.
//! Its findings have the form of HSEEP (Homeland Security Exercise and Evaluation Program, FEMA 2020): strengths and areas for improvement, each an
//! observation that names the records it rests on, with an analysis and a recommendation that the words add. Numbers are recomputed from an exported
//! folder by a script of another language (`crates/domain/tests/case/recompute.py`).
//!
//! Why it is so: `docs/decisions/0038-a-review-is-read-from-the-log.md`.

mod action;
mod clock;
mod earlier;
mod finding;
mod followed;
mod lesson;
mod speech;
mod summary;
mod time;
mod tried;
mod volume;

pub use action::{Done, Task, tasks};
pub use clock::{Clocked, Ran, clocks};
pub use earlier::{Before, Earlier, Weak, Week, earlier};
pub use finding::{Finding, Observation, findings};
pub use followed::{BESIDE, Followed, Spoken, Windows, followed, spoken};
pub use lesson::{LessonError, drawn_from, lesson, named, tested, untested};
pub use speech::{Answers, Speech, Stances, answers, speech};
pub use summary::Summary;
pub use time::{Time, Times, times};
pub use tried::{parts, tried};
pub use volume::{Moved, Span, Told as VolumeTold, Volume, Volumes, volumes};

use crate::case::event::{CourseEvent, Entry, Event, Standing, Step, StepReason};
use crate::case::state::{Answered, Guard, Lesson, Measure, MeasureStage};
use crate::case::{Actor, State};
use crate::figure::Figure;
use crate::id::BrandId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A signal of the case's brand that stood in its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signal {
    /// Its id.
    pub id: String,
    /// The first mention that stood out.
    pub onset: Timestamp,
    /// When it was raised as an alert, if it was.
    pub alerted: Option<Timestamp>,
    /// When somebody acknowledged it.
    pub acknowledged: Option<Timestamp>,
}

/// An action that the plan asks for in the case's scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// Its name in the plan.
    pub action: String,
    /// Minutes in which it is to be done, where the plan says so.
    pub within: Option<i64>,
}

/// A source that could not be heard all the time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deaf {
    /// Its name; empty where the reader may not know it.
    pub source: String,
    /// For so many minutes of the case.
    pub minutes: i64,
}

/// What stands around a case and not in its log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    /// When it is read: what runs is reckoned until then.
    pub now: Timestamp,
    /// Signals, in the order of their onset.
    pub signals: Vec<Signal>,
    /// What the plan asks for.
    pub planned: Vec<Planned>,
    /// What was counted before, during and after.
    pub volumes: Option<Volumes>,
    /// How many people wrote who could have been answered.
    pub wrote: Figure,
    /// Sources that were deaf at some time.
    pub deaf: Vec<Deaf>,
    /// What was counted around each text to everybody that is out.
    #[serde(default)]
    pub windows: Vec<Windows>,
    /// What stood before it was heard of; none: nobody looked.
    #[serde(default)]
    pub before: Option<Before>,
}

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its record.
    pub record: u32,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// What, by the event's name.
    pub kind: String,
    /// Whether it is of the few that tell the story.
    pub mark: bool,
}

/// How a measure ended, or stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Measured {
    /// Its number.
    pub measure: u32,
    /// It, as it stands.
    #[serde(flatten)]
    pub is: Measure,
}

/// What is not known, and is not shown as nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// No signal of this case: nobody knows when it began to stand out.
    Onset,
    /// It was found without an alert.
    Alert,
    /// Nobody acknowledged an alert.
    Acknowledged,
    /// No holding statement is out.
    Holding,
    /// No full statement is out.
    Full,
    /// Volumes were not counted.
    Volumes,
    /// How many people wrote.
    Wrote,
    /// What stood before it was heard of, or which complaints were of the same cause.
    Before,
    /// A source was deaf.
    Deaf(Deaf),
    /// Nobody knows whether this text is out.
    Text(u32),
    /// So many texts of the log were erased.
    Erased(u32),
    /// How this measure worked.
    Measure(u32),
}

/// The review of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Review {
    /// Which brand.
    pub brand: Option<BrandId>,
    /// How many records it was read from.
    pub records: u32,
    /// Where the case stands.
    pub step: Step,
    /// The highest step it stood on.
    pub worst: Step,
    /// When it was opened.
    pub opened: Option<Timestamp>,
    /// When it ended; none: it has not.
    pub ended: Option<Timestamp>,
    /// How often it came back.
    pub relapses: u32,
    /// What happened.
    pub timeline: Vec<Line>,
    /// Moments, and how long it took.
    pub times: Times,
    /// Every deadline.
    pub clocks: Vec<Clocked>,
    /// What was to be done.
    pub tasks: Vec<Task>,
    /// What was said, and with which stance.
    pub speech: Speech,
    /// Who was answered.
    pub answers: Answers,
    /// What was counted.
    pub volumes: Option<Volume>,
    /// What followed each text to everybody.
    pub followed: Vec<Followed>,
    /// What stood before it was heard of.
    pub earlier: Option<Earlier>,
    /// What was done to repair.
    pub measures: Vec<Measured>,
    /// Limits that were set.
    pub guards: BTreeMap<u32, Guard>,
    /// What went well.
    pub strengths: Vec<Finding>,
    /// What did not.
    pub improve: Vec<Finding>,
    /// What the team said, by question.
    pub hot_wash: Vec<Answered>,
    /// What is learned.
    pub lessons: BTreeMap<u32, Lesson>,
    /// What is not known.
    pub unknown: Vec<Gap>,
}

impl Review {
    /// Leaves what a client may read: numbers and moments, no record of who did what, nothing that stands for a text of the team, no source by its name, nor
    /// what each text was followed by or what stood before: these are for the team to judge.
    pub fn for_client(&mut self) {
        self.timeline.clear();
        self.followed.clear();
        self.earlier = None;
        self.hot_wash.clear();
        self.lessons.clear();
        self.measures.clear();
        self.tasks.retain(|task| task.action.is_some());
        self.strengths.iter_mut().chain(&mut self.improve).for_each(|finding| finding.records.clear());
        self.tasks.iter_mut().for_each(|task| task.records.clear());
        self.clocks.iter_mut().for_each(|clock| clock.records.clear());
        self.times.each_mut().into_iter().flatten().for_each(|time| time.record = None);
        let Speech { mixed, despite, fell, .. } = &mut self.speech;
        mixed.clear();
        despite.clear();
        fell.clear();
        self.answers.unanswered.clear();
        self.answers.records.clear();
        for gap in &mut self.unknown {
            if let Gap::Deaf(deaf) = gap {
                deaf.source.clear();
            }
        }
    }
}

/// Reads the review of a case from its log.
pub fn review(log: &[Entry], around: &Around) -> Review {
    let state = State::of(log);
    let ended = if state.is_live() { None } else { Some(state.course.since).filter(|_| state.opened.is_some()) };
    let until = ended.unwrap_or(around.now);
    let (times, clocks) = (times(log, &state, around), clocks(log, until));
    let (tasks, speech, answers) =
        (tasks(log, &around.planned, until), speech(log, &state), answers(log, &state, around.wrote));
    let steps = || log.iter().filter_map(stepped);
    let worst = steps().map(|(step, _)| step).filter(|step| *step <= Step::Crisis).max();
    let relapses = steps().filter(|(_, reason)| *reason == Some(StepReason::Relapse)).count();
    let measures = state.measures.iter().map(|(measure, is)| Measured { measure: *measure, is: is.clone() }).collect();
    let earlier = around.before.as_ref().map(earlier);
    let read = finding::Read {
        log,
        state: &state,
        clocks: &clocks,
        tasks: &tasks,
        speech: &speech,
        answers: &answers,
        earlier: earlier.as_ref(),
    };
    let (strengths, improve) = findings(&read);
    let unknown = gaps(&state, &times, around);
    Review {
        brand: state.opening.as_ref().map(|opening| opening.brand),
        records: state.version,
        step: state.course.step,
        worst: worst.unwrap_or(state.course.step),
        opened: state.opened.map(|(at, _)| at),
        ended,
        relapses: u32::try_from(relapses).unwrap_or(u32::MAX),
        timeline: timeline(log),
        times,
        clocks,
        tasks,
        speech,
        answers,
        volumes: around.volumes.as_ref().map(volumes),
        followed: followed(log, &state, &around.windows),
        earlier,
        measures,
        guards: state.guards.clone(),
        strengths,
        improve,
        hot_wash: state.hot_wash.clone(),
        lessons: state.lessons,
        unknown,
    }
}

/// The step that a record leads to, and why.
fn stepped(entry: &Entry) -> Option<(Step, Option<StepReason>)> {
    match &entry.event {
        Event::Course(CourseEvent::Opened(opening)) => Some((opening.step, None)),
        Event::Course(CourseEvent::Stepped { to, reason, .. }) => Some((*to, Some(*reason))),
        _ => None,
    }
}

/// The records with their numbers: the first is 1.
fn numbered(log: &[Entry]) -> impl Iterator<Item = (u32, &Entry)> {
    (1..).zip(log)
}

fn timeline(log: &[Entry]) -> Vec<Line> {
    let line = |(record, entry): (u32, &Entry)| {
        let kind = entry.event.kind();
        let mark = MARKS.contains(&kind.as_str());
        Line { record, at: entry.at, by: entry.by, kind, mark }
    };
    numbered(log).map(line).collect()
}

/// What tells the story.
const MARKS: [&str; 19] = [
    "course.opened",
    "course.stepped",
    "course.triaged",
    "course.posture_set",
    "clock.missed",
    "clock.promised",
    "board.stated",
    "board.retracted",
    "work.told",
    "speech.released",
    "speech.recalled",
    "speech.came",
    "freeze.begun",
    "freeze.confirmed",
    "freeze.lifted",
    "measure.taken",
    "measure.held",
    "measure.done",
    "measure.passed",
];

fn gaps(state: &State, times: &Times, around: &Around) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let moments = [
        (times.onset, Gap::Onset),
        (times.alert, Gap::Alert),
        (times.acknowledged, Gap::Acknowledged),
        (times.holding, Gap::Holding),
        (times.full, Gap::Full),
    ];
    gaps.extend(moments.into_iter().filter(|(time, _)| time.is_none()).map(|(_, gap)| gap));
    if around.volumes.is_none() {
        gaps.push(Gap::Volumes);
    }
    if around.wrote == Figure::Unknown {
        gaps.push(Gap::Wrote);
    }
    if around.before.as_ref().is_none_or(|before| before.complaints.is_none()) {
        gaps.push(Gap::Before);
    }
    gaps.extend(around.deaf.iter().filter(|deaf| deaf.minutes > 0).cloned().map(Gap::Deaf));
    let lost = state.drafts.iter().filter(|(_, draft)| matches!(draft.stage, crate::case::state::Stage::Unknown(_)));
    gaps.extend(lost.map(|(draft, _)| Gap::Text(*draft)));
    if !state.course.erased.is_empty() {
        gaps.push(Gap::Erased(u32::try_from(state.course.erased.len()).unwrap_or(u32::MAX)));
    }
    let blind = |measure: &Measure| match measure.stage {
        MeasureStage::Open | MeasureStage::SetAside(..) => {
            matches!(measure.standing, None | Some(Standing::Unknown(_) | Standing::Word))
        }
        MeasureStage::Held(_) | MeasureStage::Done(..) => false,
    };
    gaps.extend(state.measures.iter().filter(|(_, it)| blind(it)).map(|(measure, _)| Gap::Measure(*measure)));
    gaps
}

/// Whole seconds from one moment to another; negative where the second is first.
fn seconds(from: Timestamp, to: Timestamp) -> i64 {
    from.duration_until(to).as_secs()
}
