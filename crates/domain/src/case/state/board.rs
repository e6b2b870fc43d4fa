//! The fact board as it stands.

use super::State;
use crate::case::digest::{Capture, TextRef};
use crate::case::event::{BoardEvent, Cite, Entry, FactSource, FactStatus};
use crate::case::party::Actor;
use jiff::Timestamp;
use serde::Serialize;

/// A fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What.
    pub text: TextRef,
    /// How well it is known.
    pub status: FactStatus,
    /// How we know.
    pub source: Option<FactSource>,
    /// What proves it.
    pub capture: Option<Capture>,
    /// Struck out.
    pub retracted: bool,
    /// What it was before, since when, and who said so; the first first.
    pub history: Vec<(Timestamp, Actor, FactStatus)>,
}

impl Fact {
    /// Whether a public text may rest on it: known, or probable and said so.
    pub fn carries(&self, hedged: bool) -> bool {
        !self.retracted
            && match self.status {
                FactStatus::Known => true,
                FactStatus::Probable => hedged,
                FactStatus::Unknown | FactStatus::CannotSay => false,
            }
    }
}

impl State {
    pub(super) fn apply_board(&mut self, event: &BoardEvent, entry: &Entry) {
        match event {
            BoardEvent::Stated { fact, status, text, source, capture, .. } => {
                let history = vec![(entry.at, entry.by, *status)];
                let (text, status, source, capture) = (*text, *status, *source, *capture);
                self.facts.insert(*fact, Fact { text, status, source, capture, retracted: false, history });
            }
            BoardEvent::Moved { fact, to, source, capture, .. } => {
                if let Some(fact) = self.facts.get_mut(fact) {
                    fact.status = *to;
                    fact.source = source.or(fact.source);
                    fact.capture = capture.or(fact.capture);
                    fact.history.push((entry.at, entry.by, *to));
                }
            }
            BoardEvent::Retracted { fact, .. } => {
                if let Some(fact) = self.facts.get_mut(fact) {
                    fact.retracted = true;
                }
            }
        }
    }

    /// The facts among these that a public text must not rest on, as they stand.
    pub fn weak(&self, cites: &[Cite]) -> Vec<u32> {
        let holds = |cite: &&Cite| self.facts.get(&cite.fact).is_some_and(|fact| fact.carries(cite.hedged));
        cites.iter().filter(|cite| !holds(cite)).map(|cite| cite.fact).collect()
    }

    /// Texts that were sent and rest on a fact that no longer holds: each wants a correction, until one was sent.
    pub fn to_correct(&self) -> Vec<u32> {
        let corrected: Vec<u32> =
            self.drafts.values().filter(|draft| draft.is_sent()).filter_map(|draft| draft.corrects).collect();
        let wrong =
            self.drafts.iter().filter(|(_, draft)| draft.is_sent() && !self.weak(&draft.wording.cites).is_empty());
        wrong.map(|(number, _)| *number).filter(|number| !corrected.contains(number)).collect()
    }
}
