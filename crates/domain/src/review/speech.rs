//! What was said: how often, with which stance, against which of one's own words; and who was answered, how fast.

use super::time::arrived;
use super::{numbered, seconds};
use crate::case::State;
use crate::case::event::{ClockEvent, ClockOf, Entry, Event, Form, MentionEvent, SpeechEvent};
use crate::case::state::Draft;
use crate::figure::Figure;
use crate::id::MentionId;
use crate::plan::Posture;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many texts that are out take each stance (SCCT, Coombs 2007).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "each is the stance of the same name")]
pub struct Stances {
    pub deny: u32,
    pub diminish: u32,
    pub rebuild: u32,
    pub bolster: u32,
    pub inform: u32,
    /// They take none.
    pub none: u32,
}

/// What was said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Speech {
    /// Texts that are out: to everybody.
    pub statements: u32,
    /// To one person.
    pub replies: u32,
    /// That correct another.
    pub corrections: u32,
    /// With which stance.
    pub stances: Stances,
    /// Texts that were submitted against the stance of others, with the records of it.
    pub mixed: Vec<(u32, u32)>,
    /// Texts that went on although the wording check would have stopped them, or a stance contradicted them.
    pub despite: Vec<(u32, u32)>,
    /// Facts that were retracted after a text that is out had said them: fact, text, record.
    pub fell: Vec<(u32, u32, u32)>,
}

/// What was said, by a log.
pub fn speech(log: &[Entry], state: &State) -> Speech {
    let mut speech = Speech::default();
    for draft in state.drafts.values().filter(|draft| draft.is_sent()) {
        match draft.form {
            Form::Reply => speech.replies += 1,
            Form::Holding | Form::Statement | Form::Update => speech.statements += 1,
        }
        speech.corrections += u32::from(draft.corrects.is_some());
        let stances = &mut speech.stances;
        *match draft.wording.posture {
            Some(Posture::Deny) => &mut stances.deny,
            Some(Posture::Diminish) => &mut stances.diminish,
            Some(Posture::Rebuild) => &mut stances.rebuild,
            Some(Posture::Bolster) => &mut stances.bolster,
            Some(Posture::Inform) => &mut stances.inform,
            None => &mut stances.none,
        } += 1;
    }
    let mut said: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (record, entry) in numbered(log) {
        match &entry.event {
            Event::Speech(SpeechEvent::Submitted { draft, mixed, despite, .. }) => {
                if !mixed.is_empty() {
                    speech.mixed.push((*draft, record));
                }
                if despite.is_some() {
                    speech.despite.push((*draft, record));
                }
            }
            Event::Board(crate::case::event::BoardEvent::Retracted { fact, .. }) => {
                let fallen = said.get(fact).into_iter().flatten().map(|draft| (*fact, *draft, record));
                speech.fell.extend(fallen);
            }
            event => {
                let draft = arrived(event).and_then(|number| Some((number, state.drafts.get(&number)?)));
                for (number, cite) in
                    draft.iter().flat_map(|(number, it)| it.wording.cites.iter().map(|cite| (*number, cite)))
                {
                    let texts = said.entry(cite.fact).or_default();
                    if !texts.contains(&number) {
                        texts.push(number);
                    }
                }
            }
        }
    }
    speech
}

/// Who was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Answers {
    /// How many wrote who could have been answered.
    pub wrote: Figure,
    /// Mentions that somebody took on.
    pub taken_on: u32,
    /// Of these, those with an answer that is out.
    pub answered: u32,
    /// Of these, those that took one of the two exits instead.
    pub left: u32,
    /// Seconds from what they wrote to the answer, by the middle one; none: nobody was answered.
    pub median: Option<i64>,
    /// The slowest.
    pub slowest: Option<i64>,
    /// Mentions that were taken on and not answered.
    pub unanswered: Vec<MentionId>,
    /// The records of the answers.
    pub records: Vec<u32>,
}

/// Who was answered, by a log; `all` are those who wrote. It counts from when they wrote where a clock says it; else from when they were taken on.
pub fn answers(log: &[Entry], state: &State, all: Figure) -> Answers {
    let (mut wrote, mut taken): (BTreeMap<MentionId, Timestamp>, BTreeMap<MentionId, Timestamp>) = Default::default();
    let mut left = Vec::new();
    let mut answered: BTreeMap<MentionId, (Timestamp, u32)> = BTreeMap::new();
    for (record, entry) in numbered(log) {
        match &entry.event {
            Event::Clock(ClockEvent::Started { of: ClockOf::Reply(mention), terms, .. }) => {
                wrote.entry(*mention).or_insert(terms.start);
            }
            Event::Mention(MentionEvent::Claimed { mention, .. }) => {
                taken.entry(*mention).or_insert(entry.at);
            }
            Event::Mention(MentionEvent::Left { mention, .. }) => left.push(*mention),
            event => {
                let draft = arrived(event).and_then(|draft| state.drafts.get(&draft));
                if let Some(mention) = draft.and_then(Draft::answers) {
                    answered.entry(mention).or_insert((entry.at, record));
                }
            }
        }
    }
    let since = |mention: &MentionId| wrote.get(mention).or_else(|| taken.get(mention)).copied();
    let mut took: Vec<i64> =
        answered.iter().filter_map(|(mention, (at, _))| Some(seconds(since(mention)?, *at))).collect();
    took.sort_unstable();
    let open = taken.keys().filter(|mention| !answered.contains_key(*mention) && !left.contains(*mention));
    let unanswered: Vec<MentionId> = open.copied().collect();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Answers {
        wrote: all,
        taken_on: count(taken.len()),
        answered: count(taken.keys().filter(|mention| answered.contains_key(*mention)).count()),
        left: count(taken.keys().filter(|mention| left.contains(*mention)).count()),
        median: took.get(took.len().saturating_sub(1) / 2).copied(),
        slowest: took.last().copied(),
        unanswered,
        records: answered.values().map(|(_, record)| *record).collect(),
    }
}
