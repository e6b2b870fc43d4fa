//! Whether a message that waits in the outbox is still to be sent: what happened since it was written counts.

use super::book::{Attempt, Book, Known, Line, Story, Strand};
use super::event::{CallKey, Outcome, StoryId};
use super::rules::{Rules, TargetKind};
use crate::id::{OrganisationId, PersonId};
use crate::signal::Level;
use jiff::Timestamp;

/// What is to become of a call that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is to be made, at least until then as far as the book knows: as long as what it is about may call.
    Wanted(Timestamp),
    /// Every organisation that it speaks for has an answer or is theirs no more, or a later message of the same call rang.
    Silent,
}

impl Book {
    /// What is to become of a call by one target: of its own story, and of every other that its message names.
    pub fn standing(&self, rules: &Rules, call: &CallKey, target: &str) -> Standing {
        let told = |line: &&Line| line.attempts.iter().any(|a| a.carrier == *call && a.target == target);
        let stories = self.stories.values().filter_map(|story| Some((story, story.lines.get(&call.person)?)));
        let (mut known, mut until) = (false, None);
        for (story, line) in stories.filter(|(_, line)| told(line)) {
            known = true;
            let attempts = line.attempts.iter().filter(|a| a.carrier == *call && a.target == target);
            for attempt in attempts.filter(|attempt| !rang_since(rules, line, attempt)) {
                let goes_on = |(of, step): &&(OrganisationId, u32)| {
                    let round = story.strands.get(of).and_then(Strand::open);
                    rules.is_member(call.person, *of) && round.is_some_and(|round| round.step >= *step)
                };
                let open = attempt.rounds.iter().filter(goes_on);
                until = until.max(open.map(|(of, _)| story.until(*of).unwrap_or(Timestamp::MIN)).max());
            }
        }
        match until {
            Some(until) => Standing::Wanted(until),
            None if known => Standing::Silent,
            None => Standing::Wanted(Timestamp::MIN),
        }
    }

    /// Whether nothing that somebody was called about in a story is still to be said.
    pub fn is_silent(&self, rules: &Rules, story: &StoryId, person: PersonId) -> bool {
        let line = self.stories.get(story).and_then(|story| story.lines.get(&person));
        let own = line.into_iter().flat_map(|line| &line.attempts).filter(|attempt| attempt.carrier.story == *story);
        own.into_iter().all(|a| self.standing(rules, &a.carrier, &a.target) == Standing::Silent)
    }
}

/// Whether a later message of the same call reached somebody by a target that rings. A mail that was taken has woken nobody.
fn rang_since(rules: &Rules, line: &Line, attempt: &Attempt) -> bool {
    let targets = || rules.recipients.get(&attempt.carrier.person).into_iter().flat_map(|recipient| &recipient.targets);
    let rings = |id: &String| targets().any(|target| target.id == *id && target.kind != TargetKind::Mail);
    let mut later = line.attempts.iter().filter(|other| other.carrier == attempt.carrier && other.at >= attempt.at);
    later.any(|other| {
        other.target != attempt.target && other.outcome == Some(Outcome::Delivered) && rings(&other.target)
    })
}

impl Story {
    /// Until when it may call an organisation; `None` where nothing of it does.
    fn until(&self, organisation: OrganisationId) -> Option<Timestamp> {
        let calls = |known: &&Known| !known.ended && known.occurrence.wakes && known.occurrence.rank() == Level::Alert;
        self.of(organisation).filter(calls).map(|known| known.occurrence.until).max()
    }
}
