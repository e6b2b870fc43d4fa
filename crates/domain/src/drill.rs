//! What a drill is scored by: what was expected beside what the logs of its cases say. Every figure comes with what shows it.
//!
//! A drill is scored by the same log that a review is made from; nothing here knows that it was a drill.

use crate::case::event::{ClockOf, Event, MentionEvent, Standing, Step, Target};
use crate::case::state::{Handling, Measure, MeasureStage, Run, State, TaskStage};
use crate::case::{Entry, Party};
use crate::id::{BrandId, MentionId};
use crate::plan::ClockKind;
use crate::signal::Level;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was expected about one brand.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The brand.
    pub brand: BrandId,
    /// What is to be raised; `None`: nothing above a notice.
    pub raise: Option<Level>,
    /// Whether it is told by telephone: nothing that is watched can raise it.
    pub by_phone: bool,
    /// When the first outlying post was published, or when somebody called.
    pub first: Option<Timestamp>,
    /// Within how long it is to be raised.
    pub within: SignedDuration,
    /// Of what simmers before it breaks out: since when, and within how long of that a notice is to be raised.
    pub notice: Option<(Timestamp, SignedDuration)>,
    /// On which step the case is to be.
    pub step: Option<Step>,
    /// Words of which the signal should show one.
    pub words: Vec<String>,
    /// Clocks that are to be met.
    pub clocks: Vec<ClockKind>,
}

impl Expected {
    /// Whether anything is to be raised or told about it.
    pub fn is_raised(&self) -> bool {
        self.raise.is_some() || self.by_phone
    }
}

/// What was raised.
#[derive(Clone, Debug)]
pub struct Raised {
    /// About which brand.
    pub brand: BrandId,
    /// When it was raised, at whichever level.
    pub at: Timestamp,
    /// When it became an alert: what is raised as a notice may rise.
    pub alert_at: Option<Timestamp>,
    /// Whether anybody was called for it: praise is raised, and calls nobody.
    pub called: bool,
    /// The words that it shows, and the beginnings of its stories.
    pub shown: Vec<String>,
}

impl Raised {
    /// When it reached a level.
    pub fn reached(&self, level: Level) -> Option<Timestamp> {
        if level == Level::Alert { self.alert_at } else { Some(self.at) }
    }
}

/// A case as it was played.
#[derive(Clone, Copy, Debug)]
pub struct Played<'a> {
    /// Of which brand.
    pub brand: BrandId,
    /// How it stands.
    pub state: &'a State,
    /// Its log.
    pub entries: &'a [Entry],
}

/// What is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Raised in time, or told and taken up in time.
    Detected,
    /// Nobody called where nothing was to be raised.
    Quiet,
    /// What was shown says what it is about.
    Shown,
    /// The case is on the step on which it is to be.
    Step,
    /// Deadlines met.
    Clocks,
    /// Roles of the plan that somebody held.
    Roles,
    /// Texts sent in which the wording check stops nobody.
    Wording,
    /// Texts sent that contradict none before them.
    Contradictions,
    /// Actions of the plan done.
    Actions,
    /// Mentions that somebody took and answered, or closed by an exit.
    Answered,
    /// Measures whose test was made: it held, or is on its way, or failed.
    Measures,
    /// Mentions that only one person took, and nobody answered twice.
    ClaimedOnce,
}

impl What {
    /// The name in data and messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Detected => "detected",
            Self::Quiet => "quiet",
            Self::Shown => "shown",
            Self::Step => "step",
            Self::Clocks => "clocks",
            Self::Roles => "roles",
            Self::Wording => "wording",
            Self::Contradictions => "contradictions",
            Self::Actions => "actions",
            Self::Answered => "answered",
            Self::Measures => "measures",
            Self::ClaimedOnce => "claimed-once",
        }
    }
}

/// One thing that shows a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// About which brand.
    pub brand: BrandId,
    /// What: a clock, a role, an action, a draft by its number, a word.
    pub of: String,
    /// Whether it is as it should be.
    pub holds: bool,
    /// When it came about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// Of a delay: how long it took. Of a deadline: how long before it; below 0 when it was missed by so much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i64>,
}

/// One line of the score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What.
    pub what: What,
    /// How many are as they should be.
    pub got: usize,
    /// Of how many.
    pub of: usize,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// The score of a drill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The mean of the lines in hundredths, rounded down; lines about nothing do not count, nor does
    /// [`What::ClaimedOnce`], which cannot fall.
    pub percent: usize,
    /// Its lines.
    pub items: Vec<Item>,
}

/// Scores a drill that ended.
pub fn score(expected: &[Expected], raised: &[Raised], cases: &[Played<'_>], ends: Timestamp) -> Score {
    let raises = || expected.iter().filter(|expect| expect.is_raised());
    let case = |expect: &Expected| cases.iter().find(|case| case.brand == expect.brand);
    let wanted: Vec<&Expected> = expected.iter().filter(|expect| expect.step.is_some()).collect();
    // Where a case was wanted and nobody opened one, nobody held a role or did anything.
    let none = || wanted.iter().filter(|expect| case(expect).is_none()).map(|expect| fact(expect.brand, "case", false));
    let lines = [
        (What::Detected, raises().flat_map(|expect| detected(expect, raised, case(expect))).collect()),
        (What::Quiet, quiet(expected, raised)),
        (What::Shown, raises().filter_map(|expect| shown(expect, raised)).collect()),
        (What::Step, wanted.iter().map(|expect| step(expect, case(expect))).collect()),
        (What::Clocks, wanted.iter().flat_map(|expect| clocks(expect, case(expect), ends)).collect()),
        (What::Roles, none().chain(cases.iter().flat_map(roles)).collect()),
        (What::Wording, cases.iter().flat_map(wording).collect()),
        (What::Contradictions, cases.iter().flat_map(contradictions).collect()),
        (What::Actions, none().chain(cases.iter().flat_map(|case| actions(case, ends))).collect()),
        (What::Answered, cases.iter().flat_map(answered).collect()),
        (What::Measures, cases.iter().flat_map(measures).collect()),
        (What::ClaimedOnce, cases.iter().flat_map(claimed).collect()),
    ];
    let items: Vec<Item> = lines
        .into_iter()
        .map(|(what, evidence): (_, Vec<Evidence>)| {
            let got = evidence.iter().filter(|one| one.holds).count();
            Item { what, got, of: evidence.len(), evidence }
        })
        .filter(|item| item.of > 0)
        .collect();
    // A case lets nobody take what another has: a line that cannot fall tells nothing of the team.
    let counts = items.iter().filter(|item| item.what != What::ClaimedOnce);
    let parts: Vec<usize> = counts.map(|item| 10_000 * item.got / item.of).collect();
    Score { percent: parts.iter().sum::<usize>().checked_div(parts.len()).unwrap_or(0) / 100, items }
}

/// The first signal about a brand that reached a level from a moment on, and when it did.
pub fn first_raised<'a>(expect: &Expected, raised: &'a [Raised]) -> Option<(&'a Raised, Timestamp)> {
    reached(expect.brand, (expect.raise?, expect.first?), raised)
}

fn reached(brand: BrandId, (level, since): (Level, Timestamp), raised: &[Raised]) -> Option<(&Raised, Timestamp)> {
    let of = raised.iter().filter(|one| one.brand == brand);
    let reached = of.filter_map(|one| Some((one, one.reached(level)?)));
    reached.filter(|(_, at)| *at >= since).min_by_key(|(_, at)| *at)
}

fn fact(brand: BrandId, of: impl Into<String>, holds: bool) -> Evidence {
    Evidence { brand, of: of.into(), holds, at: None, minutes: None }
}

/// What was to be raised, or told; and the notice before it, where it simmers first.
fn detected(expect: &Expected, raised: &[Raised], case: Option<&Played<'_>>) -> Vec<Evidence> {
    let notice = expect.notice.map(|(since, within)| {
        let at = reached(expect.brand, (Level::Notice, since), raised).map(|(_, at)| at);
        delay(fact(expect.brand, Level::Notice.code(), false), (Some(since), within), at)
    });
    let opened = || case?.entries.first().map(|entry| entry.at);
    let at = if expect.by_phone { opened() } else { first_raised(expect, raised).map(|(_, at)| at) };
    let of = if expect.by_phone { "call" } else { expect.raise.map_or("nothing", |level| level.code()) };
    let raised = delay(fact(expect.brand, of, false), (expect.first, expect.within), at);
    notice.into_iter().chain([raised]).collect()
}

fn delay(fact: Evidence, (first, within): (Option<Timestamp>, SignedDuration), at: Option<Timestamp>) -> Evidence {
    let took = at.zip(first).map(|(at, first)| first.duration_until(at));
    let holds = took.is_some_and(|took| took <= within);
    Evidence { at, minutes: took.map(|took| took.as_mins()), holds, ..fact }
}

/// Each brand about which nothing was to be raised; and each alert about another before its story began.
fn quiet(expected: &[Expected], raised: &[Raised]) -> Vec<Evidence> {
    let line = |expect: &Expected| {
        let early = |at: &Timestamp| expect.step.is_none() || expect.first.is_some_and(|first| *at < first);
        let of = raised.iter().filter(|one| one.brand == expect.brand && one.called);
        let wrong = of.filter_map(|one| one.alert_at).filter(early).min();
        Evidence { at: wrong, ..fact(expect.brand, "alert", wrong.is_none()) }
    };
    expected.iter().map(line).collect()
}

fn shown(expect: &Expected, raised: &[Raised]) -> Option<Evidence> {
    if expect.words.is_empty() || expect.by_phone {
        return None;
    }
    let texts: Vec<String> = first_raised(expect, raised)?.0.shown.iter().map(|text| text.to_lowercase()).collect();
    let word = expect.words.iter().find(|word| texts.iter().any(|text| text.contains(&word.to_lowercase())));
    Some(fact(expect.brand, word.or(expect.words.first()).cloned().unwrap_or_default(), word.is_some()))
}

fn step(expect: &Expected, case: Option<&Played<'_>>) -> Evidence {
    let reached: Option<Step> = case.map(|case| highest(case.entries));
    let of = serde_json::to_value(expect.step).ok().and_then(|value| value.as_str().map(str::to_owned));
    fact(expect.brand, of.unwrap_or_default(), reached.is_some() && reached == expect.step)
}

/// The highest of the three steps of the ladder on which a case stood.
pub fn highest(entries: &[Entry]) -> Step {
    let mut state = State::default();
    let mut top = Step::Signal;
    for entry in entries {
        state.apply(entry);
        if matches!(state.course.step, Step::Paracrisis | Step::Crisis) {
            top = top.max(state.course.step);
        }
    }
    top
}

fn clocks(expect: &Expected, case: Option<&Played<'_>>, ends: Timestamp) -> Vec<Evidence> {
    let mut lines: Vec<Evidence> = Vec::new();
    let mut seen: Vec<ClockKind> = Vec::new();
    for clock in case.iter().flat_map(|case| case.state.clocks.values()) {
        let kind = match &clock.of {
            ClockOf::Plan(kind) => Some(*kind),
            _ => None,
        };
        let met = match clock.run {
            Run::Met(at) => Some(at),
            _ => None,
        };
        // What is not over yet is neither met nor missed; tasks are a line of their own.
        let is_task = matches!(clock.of, ClockOf::Task(_));
        if is_task || clock.run == Run::Dropped || (met.is_none() && clock.terms.due >= ends) {
            continue;
        }
        seen.extend(kind);
        let left = clock.terms.due.duration_since(met.unwrap_or(ends));
        let holds = clock.missed.is_none() && met.is_some();
        lines.push(Evidence { at: met, minutes: Some(left.as_mins()), ..fact(expect.brand, named(&clock.of), holds) });
    }
    let missing = expect.clocks.iter().filter(|kind| !seen.contains(kind));
    lines.extend(missing.map(|kind| fact(expect.brand, named(&ClockOf::Plan(*kind)), false)));
    lines
}

fn named(of: &ClockOf) -> String {
    let code = |kind: &ClockKind| serde_json::to_value(kind).ok().and_then(|it| it.as_str().map(str::to_owned));
    match of {
        ClockOf::Plan(kind) => code(kind).unwrap_or_default(),
        ClockOf::Reply(mention) => format!("reply {mention}"),
        ClockOf::Task(task) => format!("task {task}"),
        ClockOf::Approval(draft) => format!("approval {draft}"),
        ClockOf::Measure(measure) => format!("measure {measure}"),
        ClockOf::Legal(code) => code.clone(),
    }
}

fn roles(case: &Played<'_>) -> Vec<Evidence> {
    let held = case.state.course.roles.iter();
    held.map(|(role, assigned)| fact(case.brand, role, matches!(assigned.to, Some(Party::Member(_))))).collect()
}

fn wording(case: &Played<'_>) -> Vec<Evidence> {
    let sent = case.state.drafts.iter().filter(|(_, draft)| draft.is_sent());
    let read = sent.filter_map(|(number, draft)| Some((number, draft.checked?)));
    read.map(|(number, found)| fact(case.brand, format!("draft {number}"), found.stops == 0)).collect()
}

fn contradictions(case: &Played<'_>) -> Vec<Evidence> {
    let sent = case.state.drafts.iter().filter(|(_, draft)| draft.is_sent());
    let clean = |number: u32| case.state.contradictions(number).is_empty();
    sent.map(|(number, _)| fact(case.brand, format!("draft {number}"), clean(*number))).collect()
}

/// Actions whose time is over, that are done, or that were set aside.
fn actions(case: &Played<'_>, ends: Timestamp) -> Vec<Evidence> {
    let planned = case.state.tasks.values().filter_map(|task| Some((task.action.as_ref()?, task)));
    planned
        .filter_map(|(action, task)| match task.stage {
            TaskStage::SetAside => Some(Evidence { at: Some(task.changed.0), ..fact(case.brand, action, false) }),
            TaskStage::Done(_) => {
                let left = task.due.map(|due| due.duration_since(task.changed.0).as_mins());
                let holds = left.is_none_or(|left| left >= 0);
                Some(Evidence { at: Some(task.changed.0), minutes: left, ..fact(case.brand, action, holds) })
            }
            TaskStage::Open if task.due.is_some_and(|due| due < ends) => Some(fact(case.brand, action, false)),
            TaskStage::Open => None,
        })
        .collect()
}

/// Mentions that somebody took: each answered or closed by an exit.
fn answered(case: &Played<'_>) -> Vec<Evidence> {
    let replies = |mention: MentionId| {
        let to = Target::Mention(mention);
        case.state.drafts.values().filter(move |draft| draft.is_sent() && draft.wording.target == to).count()
    };
    let line = |(mention, handling): (&MentionId, &Handling)| {
        let holds = replies(*mention) > 0 || !handling.exits.is_empty();
        fact(case.brand, format!("mention {mention}"), holds)
    };
    let taken = case.state.mentions.iter().filter(|(_, handling)| handling.holder.is_some());
    taken.map(line).collect()
}

/// Measures that are not set aside: each with whether anybody knows how its test stands.
fn measures(case: &Played<'_>) -> Vec<Evidence> {
    let kept = case.state.measures.iter().filter(|(_, one)| !matches!(one.stage, MeasureStage::SetAside(..)));
    let line = |(number, one): (&u32, &Measure)| {
        let at = match one.stage {
            MeasureStage::Held(at) | MeasureStage::Done(at, _) => Some(at),
            _ => None,
        };
        let known = matches!(one.standing, Some(Standing::Met | Standing::Holding | Standing::Off | Standing::Failed));
        Evidence { at, ..fact(case.brand, format!("measure {number}"), at.is_some() || known) }
    };
    kept.map(line).collect()
}

/// Mentions that somebody took: each by one person, or handed over.
fn claimed(case: &Played<'_>) -> Vec<Evidence> {
    let mut holders: BTreeMap<MentionId, (Option<Party>, bool)> = BTreeMap::new();
    for entry in case.entries {
        let Event::Mention(event) = &entry.event else { continue };
        match event {
            MentionEvent::Claimed { mention, by } => {
                let (holder, twice) = holders.entry(*mention).or_default();
                *twice |= holder.is_some_and(|other| other != *by);
                *holder = Some(*by);
            }
            MentionEvent::HandedOver { mention, to, .. } => holders.entry(*mention).or_default().0 = Some(*to),
            MentionEvent::LetGo { mention } => holders.entry(*mention).or_default().0 = None,
            MentionEvent::Left { .. } | MentionEvent::Offered { .. } => {}
        }
    }
    let line = |(mention, (_, twice)): (MentionId, (_, bool))| fact(case.brand, format!("mention {mention}"), !twice);
    holders.into_iter().map(line).collect()
}
