//! What the book tells of one signal: who was called about it for an organisation, and who acknowledged it first there.

use super::book::{Answer, Book};
use super::event::{CallKey, Outcome, Subject};
use crate::id::OrganisationId;
use jiff::Timestamp;

/// One message to one target that told of a signal's story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When it was decided.
    pub at: Timestamp,
    /// The call that carried it, and so to whom.
    pub call: CallKey,
    /// Which target.
    pub target: String,
    /// What became of it; `None` while nothing is known.
    pub outcome: Option<Outcome>,
}

impl Book {
    /// The messages that told an organisation's people of a signal's story, oldest first. What was sent for another organisation that
    /// the story also concerns is not among them. Nothing once the story is forgotten.
    pub fn told(&self, organisation: OrganisationId, signal: &str) -> Vec<Told> {
        let story = self.story_of(&Subject::Signal(signal.to_owned())).and_then(|id| self.stories.get(&id));
        let attempts = story.into_iter().flat_map(|story| story.lines.values().flat_map(|line| &line.attempts));
        let theirs = attempts.filter(|attempt| attempt.rounds.iter().any(|(of, _)| *of == organisation));
        let mut told: Vec<_> = theirs
            .map(|a| Told { at: a.at, call: a.carrier.clone(), target: a.target.clone(), outcome: a.outcome })
            .collect();
        told.sort_by(|a, b| (a.at, &a.call, &a.target).cmp(&(b.at, &b.call, &b.target)));
        told
    }

    /// Who acknowledged a signal's story first for an organisation, while it is silent there.
    pub fn answered(&self, organisation: OrganisationId, signal: &str) -> Option<Answer> {
        let story = self.stories.get(&self.story_of(&Subject::Signal(signal.to_owned()))?)?;
        story.strands.get(&organisation)?.answer
    }
}
