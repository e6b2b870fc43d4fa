//! What the public reads on the updates page, and what a client reads: each a list of what may be there. Neither type can hold anything else: their texts
//! are made here only, of what was sent to everybody, or noted for the client.

use super::digest::TextRef;
use super::event::{ClockOf, Form, Step, Target, Visibility};
use super::state::{Draft, Stage, State};
use super::triage::Loudness;
use crate::plan::ClockKind;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use text::Language;

/// A text that everybody was told: made of a text that is out, and of nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct PublicText(TextRef);

impl PublicText {
    /// By what it is looked up.
    pub fn reference(self) -> TextRef {
        self.0
    }
}

/// A note that its author meant for the client: made of such a note, and of nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ClientText(TextRef);

impl ClientText {
    /// By what it is looked up.
    pub fn reference(self) -> TextRef {
        self.0
    }
}

/// What kind of text everybody was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UpdateKind {
    /// The first one.
    Holding,
    /// A statement.
    Statement,
    /// What is new.
    Update,
}

/// What a text puts right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// Its number here; none: it stands elsewhere.
    pub number: Option<u32>,
    /// When that one was sent.
    pub of: Timestamp,
}

/// A text that everybody was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Update {
    /// Its number here, from 1, in the order in which they were sent: it tells nothing of what was not sent.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// What kind.
    pub kind: UpdateKind,
    /// In which language.
    pub language: Language,
    /// The words; none: they were erased.
    pub text: Option<PublicText>,
    /// What it corrects.
    pub corrects: Option<Correction>,
    /// Which one corrects it, and since when.
    pub corrected: Option<(u32, Timestamp)>,
}

/// The public updates page of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Updates {
    /// What was said, the last first.
    pub updates: Vec<Update>,
    /// When news were promised.
    pub next: Option<Timestamp>,
    /// Since when it is over.
    pub closed: Option<Timestamp>,
}

/// What the public reads: the texts that were approved for this page and sent to it. One that was sent elsewhere was approved for there, and would be
/// carried further here than somebody decided.
pub fn updates(state: &State) -> Updates {
    Updates {
        updates: told(state, |target| *target == Target::UpdatesPage),
        next: promised(state),
        closed: closed(state),
    }
}

/// Those that were sent to everybody at such targets, the last first.
fn told(state: &State, there: impl Fn(&Target) -> bool) -> Vec<Update> {
    let kind_of = |form: Form| match form {
        Form::Holding => Some(UpdateKind::Holding),
        Form::Statement => Some(UpdateKind::Statement),
        Form::Update => Some(UpdateKind::Update),
        Form::Reply => None,
    };
    let sent_at = |draft: &Draft| if let Stage::Sent(at, _) = draft.stage { Some(at) } else { None };
    let shown = state.drafts.iter().filter(|(_, draft)| there(&draft.wording.target));
    let mut sent: Vec<(Timestamp, u32, UpdateKind, &Draft)> =
        shown.filter_map(|(id, draft)| Some((sent_at(draft)?, *id, kind_of(draft.form)?, draft))).collect();
    sent.sort_by_key(|(at, id, ..)| (*at, *id));
    let numbers: BTreeMap<u32, u32> = sent.iter().zip(1..).map(|((_, id, ..), number)| (*id, number)).collect();
    let corrects = |draft: &Draft| {
        let id = draft.corrects?;
        let of = state.drafts.get(&id).and_then(sent_at)?;
        Some(Correction { number: numbers.get(&id).copied(), of })
    };
    let corrected = |id: u32| {
        let first = sent.iter().find(|(.., draft)| draft.corrects == Some(id));
        first.and_then(|(at, by, ..)| Some((*numbers.get(by)?, *at)))
    };
    let made = sent.iter().zip(1..).map(|((at, id, kind, draft), number)| Update {
        number,
        at: *at,
        kind: *kind,
        language: draft.wording.language,
        text: kept(state, draft.wording.text).map(PublicText),
        corrects: corrects(draft),
        corrected: corrected(*id),
    });
    let mut updates: Vec<Update> = made.collect();
    updates.reverse();
    updates
}

fn kept(state: &State, text: TextRef) -> Option<TextRef> {
    (!state.course.erased.contains(&text)).then_some(text)
}

fn promised(state: &State) -> Option<Timestamp> {
    state.open_clock(&ClockOf::Plan(ClockKind::NextUpdate)).map(|(_, clock)| clock.terms.due)
}

fn closed(state: &State) -> Option<Timestamp> {
    matches!(state.course.step, Step::Closed | Step::Dismissed).then_some(state.course.since)
}

/// A note for the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClientNote {
    /// When.
    pub at: Timestamp,
    /// What.
    pub text: ClientText,
}

/// What a client sees of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClientView {
    /// Where it stands.
    pub step: Step,
    /// Since when.
    pub since: Timestamp,
    /// When it was opened.
    pub opened: Option<Timestamp>,
    /// When it began, if somebody knows.
    pub began: Option<Timestamp>,
    /// Whether the first thing is what keeps people safe.
    pub safety_first: bool,
    /// How loudly it is answered.
    pub loudness: Option<Loudness>,
    /// Tasks done, and of how many that are not set aside.
    pub tasks: (usize, usize),
    /// What everybody was told, wherever, the last first.
    pub told: Vec<Update>,
    /// When news were promised.
    pub next: Option<Timestamp>,
    /// Notes that were meant for them, the last first.
    pub notes: Vec<ClientNote>,
    /// Since when it is over.
    pub closed: Option<Timestamp>,
}

/// What a client may see: where it stands, what everybody can read anyway, and what was noted for them. Facts, drafts, names, figures, reasons and whatever
/// is counsel's are the team's.
pub fn client_view(state: &State) -> ClientView {
    let everybody = |target: &Target| matches!(target, Target::UpdatesPage | Target::Post(_) | Target::ByHand(_));
    let meant = state.notes.values().rev().filter(|note| note.visibility == Visibility::Client);
    let notes = meant.filter_map(|note| Some(ClientNote { at: note.at, text: ClientText(kept(state, note.text)?) }));
    ClientView {
        step: state.course.step,
        since: state.course.since,
        opened: state.opened.map(|(at, _)| at),
        began: state.course.began.as_ref().map(|began| began.at),
        safety_first: state.course.safety_first(),
        loudness: state.course.loudness,
        tasks: state.task_counts(),
        told: told(state, everybody),
        next: promised(state),
        notes: notes.collect(),
        closed: closed(state),
    }
}
