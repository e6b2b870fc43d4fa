//! What somebody must know who joins late, what is told to those who decide, and what can be said when nothing is known yet: readings of the state.

use super::decide::blanks;
use super::digest::TextRef;
use super::event::{
    BoardEvent, ClockEvent, ClockOf, CourseEvent, Entry, Event, FactStatus, FreezeEvent, Heat, MeasureEvent, Moment,
    Outcome, SpeechEvent, Step, Visibility,
};
use super::party::{Actor, Party};
use super::state::{Reported, Run, Stage, State};
use super::triage::{Answers, Loudness};
use crate::id::MentionId;
use crate::plan::{Channel, ClockKind, Item, Phase, Plan, Posture, Reply};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use text::Language;

/// Most decisions on a card.
const MOST: usize = 12;

/// Something that was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// Its record.
    pub version: u32,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// What, by the event's name.
    pub kind: String,
}

/// What waits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pending {
    /// Texts to be approved.
    pub approvals: Vec<u32>,
    /// Texts of which nobody knows whether they are out.
    pub unknown: Vec<u32>,
    /// Texts that are there more than once: sent again although they had arrived.
    pub twice: Vec<u32>,
    /// Texts that are out and rest on what no longer holds.
    pub to_correct: Vec<u32>,
    /// Roles that nobody holds.
    pub vacant: Vec<String>,
    /// Tasks to be done.
    pub tasks: usize,
    /// Clocks that ran out.
    pub missed: Vec<u32>,
    /// Matters of law of which no term is known: ask your counsel.
    pub ask_counsel: usize,
}

/// What waits for one person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Mine {
    /// Their tasks, or those they stand in for.
    pub tasks: Vec<u32>,
    /// Texts they are asked to approve.
    pub approvals: Vec<u32>,
    /// Mentions they answer.
    pub mentions: Vec<MentionId>,
    /// Notes they are called to and have not seen.
    pub notes: Vec<u32>,
}

/// The card of whoever joins late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CatchUp {
    /// Whether the first thing is what keeps people safe.
    pub safety_first: bool,
    /// Where it stands.
    pub step: Step,
    /// Since when.
    pub since: Timestamp,
    /// How much is heard.
    pub heat: Heat,
    /// When it began, if somebody knows.
    pub began: Option<Moment>,
    /// Who leads.
    pub lead: Option<Party>,
    /// The stance.
    pub posture: Option<Posture>,
    /// How loudly it is answered.
    pub loudness: Option<Loudness>,
    /// What was decided, the last first.
    pub decided: Vec<Decision>,
    /// What waits.
    pub pending: Pending,
    /// What waits for them.
    pub mine: Mine,
    /// The clock that runs out next, or ran out first.
    pub next_clock: Option<u32>,
    /// How much happened since they last looked.
    pub news: usize,
}

/// The card of somebody who last looked at record `seen`; 0: never.
pub fn catch_up(state: &State, entries: &[Entry], whom: Party, seen: u32) -> CatchUp {
    let course = &state.course;
    CatchUp {
        safety_first: course.safety_first(),
        step: course.step,
        since: course.since,
        heat: course.heat,
        began: course.began.clone(),
        lead: course.lead,
        posture: course.posture,
        loudness: course.loudness,
        decided: decisions(entries).take(MOST).collect(),
        pending: pending(state),
        mine: mine(state, entries, whom, seen),
        next_clock: state.next_clock().map(|(clock, _)| clock),
        news: entries.len().saturating_sub(seen as usize),
    }
}

/// What was decided, the last first.
fn decisions(entries: &[Entry]) -> impl Iterator<Item = Decision> {
    (1..)
        .zip(entries)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .filter(|(_, entry)| is_decision(&entry.event))
        .map(|(version, entry)| Decision { version, at: entry.at, by: entry.by, kind: entry.event.kind() })
}

fn is_decision(event: &Event) -> bool {
    match event {
        Event::Course(event) => !matches!(
            event,
            CourseEvent::Sensed { .. }
                | CourseEvent::Captured { .. }
                | CourseEvent::Assigned { .. }
                | CourseEvent::Erased { .. }
                | CourseEvent::Cleared { .. }
        ),
        Event::Clock(event) => {
            matches!(event, ClockEvent::Promised { .. } | ClockEvent::StartDeclared { .. } | ClockEvent::Paused { .. })
        }
        Event::Board(event) => matches!(event, BoardEvent::Moved { .. } | BoardEvent::Retracted { .. }),
        Event::Speech(event) => matches!(
            event,
            SpeechEvent::Released { .. }
                | SpeechEvent::Declined { .. }
                | SpeechEvent::Recalled { .. }
                | SpeechEvent::Outgrown { .. }
                | SpeechEvent::Came { outcome: Outcome::Sent { .. }, .. }
                | SpeechEvent::Resolved { receipt: Some(_), .. }
        ),
        Event::Freeze(event) => {
            matches!(event, FreezeEvent::Begun { .. } | FreezeEvent::Lifted { .. } | FreezeEvent::Undone { .. })
        }
        Event::Measure(event) => {
            matches!(event, MeasureEvent::Taken { .. } | MeasureEvent::Held { .. } | MeasureEvent::Passed { .. })
        }
        Event::Work(_) | Event::Mention(_) | Event::Lesson(_) => false,
    }
}

/// Whether a decision tells of a matter of law.
fn is_counsels(decision: &Decision) -> bool {
    decision.kind == "clock.start_declared"
}

fn pending(state: &State) -> Pending {
    let drafts = |waits: fn(&Stage) -> bool| {
        state.drafts.iter().filter(|(_, draft)| waits(&draft.stage)).map(|(number, _)| *number).collect()
    };
    let open = state.clocks.iter().filter(|(_, clock)| clock.run == Run::Running && clock.missed.is_some());
    Pending {
        approvals: drafts(|stage| matches!(stage, Stage::Submitted(_))),
        unknown: drafts(|stage| matches!(stage, Stage::Unknown(_))),
        twice: state.drafts.iter().filter(|(_, draft)| draft.is_there_twice()).map(|(number, _)| *number).collect(),
        to_correct: state.to_correct(),
        vacant: state.course.roles.iter().filter(|(_, held)| held.to.is_none()).map(|(role, _)| role.clone()).collect(),
        tasks: state.open_tasks().count(),
        missed: open.map(|(number, _)| *number).collect(),
        ask_counsel: state.declared.iter().filter(|declared| !declared.known).count(),
    }
}

fn mine(state: &State, entries: &[Entry], whom: Party, seen: u32) -> Mine {
    let is_mine = |owner: Option<Party>, deputy: Option<Party>| owner == Some(whom) || deputy == Some(whom);
    let since = seen.checked_sub(1).and_then(|last| entries.get(last as usize)).map(|entry| entry.at);
    let called = state
        .notes
        .iter()
        .filter(|(_, note)| note.mentions.contains(&whom) && since.is_none_or(|since| note.at > since));
    let asked = state
        .drafts
        .iter()
        .filter(|(_, draft)| matches!(draft.stage, Stage::Submitted(_)) && draft.asked_now().contains(&whom));
    let held = state.mentions.iter().filter(|(_, handling)| handling.holder.is_some_and(|(party, _)| party == whom));
    Mine {
        tasks: state
            .open_tasks()
            .filter(|(_, task)| is_mine(task.owner, task.deputy))
            .map(|(number, _)| number)
            .collect(),
        approvals: asked.map(|(number, _)| *number).collect(),
        mentions: held.map(|(mention, _)| *mention).collect(),
        notes: called.map(|(number, _)| *number).collect(),
    }
}

/// The page of those who decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Brief {
    /// Where it stands.
    pub step: Step,
    /// When it was opened.
    pub opened: Option<Timestamp>,
    /// When it began, if somebody knows.
    pub began: Option<Moment>,
    /// Who leads.
    pub lead: Option<Party>,
    /// Whether the first thing is what keeps people safe.
    pub safety_first: bool,
    /// What was answered.
    pub answers: Option<Answers>,
    /// The stance.
    pub posture: Option<Posture>,
    /// How loudly it is answered.
    pub loudness: Option<Loudness>,
    /// What is known.
    pub known: Vec<TextRef>,
    /// What is probable.
    pub probable: Vec<TextRef>,
    /// What is asked.
    pub open: Vec<TextRef>,
    /// What was said, and when.
    pub said: Vec<(u32, Timestamp)>,
    /// When the public was promised news.
    pub promised: Option<Timestamp>,
    /// Legal terms that run, by their codes, and when they run out.
    pub legal: Vec<(String, Timestamp)>,
    /// Tasks done, and of how many that are not set aside.
    pub tasks: (usize, usize),
    /// What people reported.
    pub figures: Vec<Reported>,
    /// Which stakeholders were told, and when, in that order.
    pub told: Vec<(String, Timestamp)>,
    /// What of the marketing is held and not decided on; none: nothing is.
    pub held: usize,
    /// What waits, and for how many.
    pub pending: Pending,
    /// Notes that were meant to leave the team.
    pub notes: Vec<TextRef>,
    /// What was decided, the last first.
    pub decided: Vec<Decision>,
}

/// One page for those who decide: it is handed on, so what is internal, counsel's or cannot be said is not on it. For a client without legal terms, what people
/// reported and what waits inside; what a client sees of a running case is [`client_view`](super::client_view).
pub fn brief(state: &State, entries: &[Entry], client: bool) -> Brief {
    let facts = |status: FactStatus| {
        state.facts.values().filter(|fact| fact.status == status && !fact.retracted).map(|fact| fact.text).collect()
    };
    let open = state.clocks.values().filter(|clock| clock.is_open());
    let legal = open.filter_map(|clock| match &clock.of {
        ClockOf::Legal(code) if !client => Some((code.clone(), clock.terms.due)),
        _ => None,
    });
    let said = state.drafts.iter().filter_map(|(number, draft)| match draft.stage {
        Stage::Sent(at, _) => Some((*number, at)),
        _ => None,
    });
    let meant = state.notes.values().filter(|note| note.visibility == Visibility::Client);
    Brief {
        step: state.course.step,
        opened: state.opened.map(|(at, _)| at),
        began: state.course.began.clone(),
        lead: state.course.lead,
        safety_first: state.course.safety_first(),
        answers: state.course.answers,
        posture: state.course.posture,
        loudness: state.course.loudness,
        known: facts(FactStatus::Known),
        probable: facts(FactStatus::Probable),
        open: facts(FactStatus::Unknown),
        said: said.collect(),
        promised: state.open_clock(&ClockOf::Plan(ClockKind::NextUpdate)).map(|(_, clock)| clock.terms.due),
        legal: legal.collect(),
        tasks: state.task_counts(),
        figures: if client { Vec::new() } else { state.figures.clone() },
        told: state.told.iter().map(|told| (told.stakeholder.clone(), told.when)).collect(),
        held: state.queue.values().filter(|queued| queued.held_due().is_some() && queued.thaw.is_none()).count(),
        pending: if client { Pending::default() } else { pending(state) },
        notes: meant.map(|note| note.text).collect(),
        decided: decisions(entries).filter(|it| !client || !is_counsels(it)).take(MOST).collect(),
    }
}

/// A text that can be sent although nothing is known yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Holding {
    /// The reply of the plan.
    pub reply: String,
    /// Its text, with the plan's own blanks filled in.
    pub text: String,
    /// The blanks that are left to fill in, each once.
    pub needs: Vec<String>,
    /// Whether it was approved in quiet times and the approval still holds.
    pub approved: bool,
    /// Its stance.
    pub posture: Option<Posture>,
}

impl Holding {
    /// Whether it needs nothing but the hour and who speaks.
    pub fn is_whole(&self) -> bool {
        self.needs.iter().all(|need| matches!(need.as_str(), "next" | "time" | "name" | "signature"))
    }
}

/// The holding text of the plan for a language: of this scenario before those that belong to none and take no stance (another's would tell what is not so), for this
/// channel before those for any, approved ones before others; one that needs no fact before one that does. `None`: the plan has none in this language.
pub fn holding(
    plan: &Plan,
    scenario: Option<&str>,
    language: Language,
    channel: Channel,
    today: Date,
) -> Option<Holding> {
    let fits = |reply: &&Item<Reply>| {
        let body = &reply.body;
        let here = body.channel.as_ref().is_none_or(|it| it.value == Channel::Any || it.value == channel);
        let ours = scenario.is_some() && body.scenario.as_ref().map(|it| it.value.as_str()) == scenario;
        let neutral = body.scenario.is_none() && body.posture.as_ref().is_none_or(|it| it.value == Posture::Inform);
        body.phase == Phase::Holding
            && body.audience == "public"
            && body.language.as_ref().is_some_and(|it| it.value == language)
            && here
            && (ours || neutral)
    };
    let made = plan.replies.iter().filter(fits).map(|reply| {
        let body = &reply.body;
        let text = plan.filled(&body.text.value);
        let needs = needs(&text);
        let ours = scenario.is_some() && body.scenario.as_ref().map(|it| it.value.as_str()) == scenario;
        let there = body.channel.as_ref().is_some_and(|it| it.value == channel);
        let approved = plan.is_approved(body, today);
        let posture = body.posture.as_ref().map(|said| said.value);
        let holding = Holding { reply: reply.id.clone(), text, needs, approved, posture };
        ((holding.is_whole(), ours, there, approved), holding)
    });
    // Of equals the first of the plan.
    made.reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, holding)| holding)
}

/// The blanks of a text, each once, in their order.
fn needs(text: &str) -> Vec<String> {
    let mut needs: Vec<String> = Vec::new();
    for name in blanks(text) {
        if !needs.iter().any(|there| there == name) {
            needs.push(name.to_owned());
        }
    }
    needs
}
