//! Whether a message that waits in the outbox is still to be sent: what happened since it was written counts.

use super::book::{Book, Story, Strand};
use super::event::{CallKey, Outcome, StoryId};
use super::rules::Rules;
use crate::id::{OrganisationId, PersonId};
use crate::signal::Level;
use jiff::Timestamp;

/// What is to become of a call that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is to be made, at least until then as far as the book knows: as long as what it is about may call.
    Wanted(Timestamp),
    /// Every organisation that it speaks for has an answer or is theirs no more, or a later message of the same call reached them.
    Silent,
}

impl Book {
    /// What is to become of a call by one target.
    pub fn standing(&self, rules: &Rules, call: &CallKey, target: &str) -> Standing {
        let story = self.stories.get(&call.story);
        let line = story.and_then(|story| story.lines.get(&call.person));
        let found = line.and_then(|line| line.attempts.iter().find(|a| a.carrier == *call && a.target == target));
        let (Some(story), Some(line), Some(attempt)) = (story, line, found) else {
            return Standing::Wanted(Timestamp::MIN);
        };
        let mut later = line.attempts.iter().filter(|a| a.carrier == *call && a.target != target && a.at >= attempt.at);
        let goes_on = |(of, step): &&(OrganisationId, u32)| {
            let round = story.strands.get(of).and_then(Strand::open);
            rules.is_member(call.person, *of) && round.is_some_and(|round| round.step >= *step)
        };
        let open: Vec<OrganisationId> = attempt.rounds.iter().filter(goes_on).map(|(of, _)| *of).collect();
        if open.is_empty() || later.any(|other| other.outcome == Some(Outcome::Delivered)) {
            return Standing::Silent;
        }
        Standing::Wanted(open.into_iter().filter_map(|of| story.until(of)).max().unwrap_or(Timestamp::MIN))
    }

    /// Whether somebody has nothing to answer in a story: no organisation of theirs still calls because of it.
    pub fn is_silent(&self, rules: &Rules, story: &StoryId, person: PersonId) -> bool {
        let strands = self.stories.get(story).into_iter().flat_map(|story| &story.strands);
        let mut seen = strands.filter(|(organisation, _)| rules.is_member(person, **organisation));
        seen.all(|(_, strand)| strand.open().is_none())
    }
}

impl Story {
    /// Until when it may call an organisation; `None` where nothing of it does.
    fn until(&self, organisation: OrganisationId) -> Option<Timestamp> {
        let calls = |known: &&super::book::Known| {
            !known.ended && known.occurrence.wakes && known.occurrence.rank() == Level::Alert
        };
        self.of(organisation).filter(calls).map(|known| known.occurrence.until).max()
    }
}
