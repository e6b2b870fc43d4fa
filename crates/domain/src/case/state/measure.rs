//! Measures and limits as they stand.

use super::State;
use crate::case::digest::TextRef;
use crate::case::event::{Entry, Limit, MeasureEvent, Standing, Test};
use crate::case::party::{Actor, Party};
use crate::figure::Figure;
use crate::id::MentionId;
use jiff::Timestamp;
use serde::Serialize;

/// How a measure ended, if it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureStage {
    /// It is not over.
    Open,
    /// Its test held, then.
    Held(Timestamp),
    /// Somebody said that it is done, then.
    Done(Timestamp, TextRef),
    /// It was given up, then.
    SetAside(Timestamp, TextRef),
}

/// Something that is done to repair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// What.
    pub text: TextRef,
    /// How one will know that it worked.
    pub test: Test,
    /// Whose it is.
    pub owner: Option<Party>,
    /// Until when it is to have worked.
    pub due: Option<Timestamp>,
    /// Whom it was promised to.
    pub to: Option<MentionId>,
    /// When it was taken, and by whom.
    pub taken: (Timestamp, Actor),
    /// How its test stood when it last turned.
    pub standing: Option<Standing>,
    /// What was counted then.
    pub value: Figure,
    /// Since when it held then.
    pub since: Option<Timestamp>,
    /// How it ended.
    pub stage: MeasureStage,
}

impl Measure {
    /// Whether it is not over.
    pub fn is_open(&self) -> bool {
        self.stage == MeasureStage::Open
    }
}

/// A limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Guard {
    /// Which.
    pub limit: Limit,
    /// When it was passed, as long as it is.
    pub passed: Option<Timestamp>,
}

impl State {
    pub(super) fn apply_measure(&mut self, event: &MeasureEvent, entry: &Entry) {
        let at = entry.at;
        match event {
            MeasureEvent::Taken { measure, text, test, owner, due, to, .. } => {
                let (text, test, owner, due, to) = (*text, *test, *owner, *due, *to);
                let (taken, stage) = ((at, entry.by), MeasureStage::Open);
                let (standing, value, since) = (None, Figure::Unknown, None);
                self.measures
                    .insert(*measure, Measure { text, test, owner, due, to, taken, standing, value, since, stage });
            }
            MeasureEvent::Turned { measure, standing, value, since } => self.change_measure(*measure, |it| {
                (it.standing, it.value, it.since) = (Some(*standing), *value, *since);
            }),
            MeasureEvent::Held { measure, value, since } => self.change_measure(*measure, |it| {
                (it.standing, it.value, it.since) = (Some(Standing::Met), *value, *since);
                it.stage = MeasureStage::Held(at);
            }),
            MeasureEvent::Done { measure, result } => {
                self.change_measure(*measure, |it| it.stage = MeasureStage::Done(at, *result));
            }
            MeasureEvent::SetAside { measure, why } => {
                self.change_measure(*measure, |it| it.stage = MeasureStage::SetAside(at, *why));
            }
            MeasureEvent::Guarded { guard, limit, .. } => {
                self.guards.insert(*guard, Guard { limit: *limit, passed: None });
            }
            MeasureEvent::Passed { guard, .. } => self.change_guard(*guard, Some(at)),
            MeasureEvent::Cleared { guard, .. } => self.change_guard(*guard, None),
        }
    }

    fn change_measure(&mut self, measure: u32, change: impl FnOnce(&mut Measure)) {
        if let Some(measure) = self.measures.get_mut(&measure) {
            change(measure);
        }
    }

    fn change_guard(&mut self, guard: u32, passed: Option<Timestamp>) {
        if let Some(guard) = self.guards.get_mut(&guard) {
            guard.passed = passed;
        }
    }

    /// Measures that are not over.
    pub fn open_measures(&self) -> impl Iterator<Item = (u32, &Measure)> {
        self.measures.iter().filter(|(_, measure)| measure.is_open()).map(|(number, measure)| (*number, measure))
    }

    /// Mentions whose author was offered something that no measure follows.
    pub fn offers_unfollowed(&self) -> Vec<MentionId> {
        let followed = |mention: MentionId| self.measures.values().any(|measure| measure.to == Some(mention));
        let offered = self.mentions.iter().filter(|(mention, it)| !it.offers.is_empty() && !followed(**mention));
        offered.map(|(mention, _)| *mention).collect()
    }
}
