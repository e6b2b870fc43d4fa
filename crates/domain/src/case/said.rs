//! The line of the house: what was said, what it answers, and where it contradicts itself.

use super::digest::TextRef;
use super::event::FactStatus;
use super::state::{Draft, State};
use serde::Serialize;

/// A question of the board, or a fact that was said: a line of the sheet for counter, telephone and press.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its number on the board.
    pub fact: u32,
    /// What is asked, or known.
    pub text: TextRef,
    /// How well it is known now.
    pub status: FactStatus,
    /// The texts that are out and rest on it: what may be answered. None: "we do not know yet, and say when we do".
    pub said: Vec<u32>,
}

/// Where a text would stand against one that is out, or on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Contradiction {
    /// That one takes a stance that does not go with this one's.
    Stance {
        /// Which.
        draft: u32,
    },
    /// That one rests on a fact that no longer holds, nothing corrects it yet, and this one does not either.
    Uncorrected {
        /// Which.
        draft: u32,
        /// Which fact.
        fact: u32,
    },
    /// That one says for certain what this one calls probable, or the other way round.
    Certainty {
        /// Which.
        draft: u32,
        /// Which fact.
        fact: u32,
    },
}

impl State {
    /// The sheet: what was asked on the board, and what was said. What cannot be said, and what was wrong, is not on it.
    pub fn questions(&self) -> Vec<Question> {
        let lines = self.facts.iter().map(|(number, fact)| {
            let rests = |draft: &Draft| draft.is_sent() && draft.wording.cites.iter().any(|cite| cite.fact == *number);
            let said = self.drafts.iter().filter(|(_, draft)| rests(draft)).map(|(draft, _)| *draft).collect();
            (fact, Question { fact: *number, text: fact.text, status: fact.status, said })
        });
        let shown = lines.filter(|(fact, line)| {
            let asked = fact.history.first().is_some_and(|(_, _, first)| *first == FactStatus::Unknown);
            let sayable = fact.status != FactStatus::CannotSay && !fact.retracted;
            sayable && (asked || !line.said.is_empty())
        });
        shown.map(|(_, line)| line).collect()
    }

    /// Where a draft stands against what was said before. Shown to who writes and who approves; a contradictory stance is also asked about when it is
    /// submitted.
    pub fn contradictions(&self, draft: u32) -> Vec<Contradiction> {
        let Some(this) = self.drafts.get(&draft) else { return Vec::new() };
        let mut found: Vec<_> =
            self.mixed_with(draft).into_iter().map(|draft| Contradiction::Stance { draft }).collect();
        for other in self.to_correct().into_iter().filter(|other| this.corrects != Some(*other) && *other != draft) {
            let weak = self.drafts.get(&other).map(|other| self.weak(&other.wording.cites)).unwrap_or_default();
            found.extend(weak.into_iter().map(|fact| Contradiction::Uncorrected { draft: other, fact }));
        }
        let out = self.drafts.iter().filter(|(number, other)| **number != draft && other.is_sent());
        for (number, other) in out.filter(|(number, _)| this.corrects != Some(**number)) {
            let differs = |fact: u32, hedged: bool| {
                other.wording.cites.iter().any(|cite| cite.fact == fact && cite.hedged != hedged)
            };
            let differing = this.wording.cites.iter().filter(|cite| differs(cite.fact, cite.hedged));
            found.extend(differing.map(|cite| Contradiction::Certainty { draft: *number, fact: cite.fact }));
        }
        found
    }
}
