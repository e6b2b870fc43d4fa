//! What waking remembers: a fold of events.

use super::event::{CallKey, Event, Outcome, Reason, StoryId, Subject};
use super::message::{Message, Why};
use super::occurrence::{Occurrence, Severity, Worse};
use super::rules::Rules;
use crate::id::{BrandId, OrganisationId, PersonId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Everything waking remembers. Stories that have been over for [`Rules::keep_hours`] are forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    pub(super) stories: BTreeMap<StoryId, Story>,
    /// Calls of the last 24 hours, by person: what budgets count.
    pub(super) past: BTreeMap<PersonId, Vec<Past>>,
}

/// One story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Story {
    pub signals: BTreeMap<String, Known>,
    pub strands: BTreeMap<OrganisationId, Strand>,
    pub lines: BTreeMap<PersonId, Line>,
    /// The last step given to a round.
    pub step: u32,
    pub first: Timestamp,
    pub changed: Timestamp,
}

/// One signal of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Known {
    pub occurrence: Occurrence,
    pub ended: bool,
    /// Whether any message named it.
    pub named: bool,
    pub missed: Option<Timestamp>,
}

/// What one organisation sees of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Strand {
    pub round: Option<Round>,
    pub answer: Option<Answer>,
    /// What must be exceeded to begin again.
    pub base: Option<Severity>,
    /// Whether anybody ever acknowledged it.
    pub once: bool,
}

/// One climb up a ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Round {
    pub step: u32,
    pub begun: Timestamp,
    pub due: Timestamp,
    pub worse: Option<Worse>,
    pub rung: usize,
    pub tries: usize,
    /// Since when this place on the ladder is held; `None` before the first.
    pub since: Option<Timestamp>,
    pub unanswered: bool,
    /// Who was called about the story before this round began and has not been let go since.
    pub excused: BTreeSet<PersonId>,
}

/// Who acknowledged first, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Whether they say that it is no problem.
    pub dismissed: bool,
}

/// What one person was told of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    pub attempts: Vec<Attempt>,
    /// Called, and neither acknowledged nor, where nobody ever did, given up since.
    pub outstanding: bool,
    /// Held back at this step, for this reason.
    pub held: Option<(u32, Reason)>,
}

/// One message to one target, of this story or of another one that named it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Attempt {
    pub at: Timestamp,
    pub carrier: CallKey,
    pub target: String,
    pub rounds: Vec<(OrganisationId, u32)>,
    pub outcome: Option<Outcome>,
}

/// One call as budgets count it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Past {
    pub at: Timestamp,
    pub call: CallKey,
    pub target: String,
    /// The brands that were the reason.
    pub brands: BTreeSet<BrandId>,
    /// Whether it surely did not arrive, so far: then it does not count.
    #[serde(default)]
    pub failed: bool,
    /// Whether grave posts alone were the reason.
    #[serde(default)]
    pub grave: bool,
}

impl Attempt {
    pub fn failed(&self) -> bool {
        self.outcome == Some(Outcome::Failed)
    }

    /// Whether it told of this organisation's round.
    pub fn tells(&self, organisation: OrganisationId, step: u32) -> bool {
        self.rounds.contains(&(organisation, step))
    }
}

impl Strand {
    /// The round that goes on; an acknowledgement ends it.
    pub fn open(&self) -> Option<&Round> {
        self.round.as_ref()
    }
}

impl Story {
    /// The signals of an organisation, in the order of their ids.
    pub fn of(&self, organisation: OrganisationId) -> impl Iterator<Item = &Known> {
        self.signals.values().filter(move |known| known.occurrence.organisation == organisation)
    }

    /// How bad what may call an organisation now is; `None` when nothing may.
    pub fn severity(&self, organisation: OrganisationId, now: Timestamp) -> Option<Severity> {
        let paging = |known: &&Known| !known.ended && known.occurrence.pages(now);
        Severity::of(self.of(organisation).filter(paging).map(|known| &known.occurrence))
    }

    /// Whether one grave post may call an organisation now.
    pub fn has_post(&self, organisation: OrganisationId, now: Timestamp) -> bool {
        self.of(organisation)
            .any(|known| !known.ended && known.occurrence.grave.is_some() && known.occurrence.pages(now))
    }

    /// Whether a grave post of it came in another story's surge.
    pub fn came_in(&self, other: &Self) -> bool {
        let surges = || other.signals.values().map(|known| &known.occurrence);
        self.signals.values().any(|known| surges().any(|surge| known.occurrence.belongs_to(surge)))
    }

    /// Whether somebody was called about it or has acknowledged it.
    pub fn told(&self) -> bool {
        self.lines.values().any(|line| !line.attempts.is_empty())
            || self.strands.values().any(|strand| strand.answer.is_some() || strand.once)
    }
}

impl Book {
    /// Who acknowledged a story first, as far as somebody may see it: what the second to tap is told.
    pub fn answer(&self, rules: &Rules, subject: &Subject, person: PersonId) -> Option<Answer> {
        let story = self.stories.get(&self.story_of(subject)?)?;
        let seen = story.strands.iter().filter(|(organisation, _)| rules.is_member(person, **organisation));
        seen.filter_map(|(_, strand)| strand.answer).min_by_key(|answer| (answer.at, answer.by))
    }

    /// What would have called an organisation's people and was too old, oldest first.
    pub fn missed(&self, organisation: OrganisationId) -> Vec<&Occurrence> {
        let all = self.stories.values().flat_map(|story| story.of(organisation));
        let untold = all.filter(|known| known.missed.is_some() && !known.named);
        let mut missed: Vec<_> = untold.map(|known| &known.occurrence).collect();
        missed.sort_by_key(|occurrence| (occurrence.onset, occurrence.signal.clone()));
        missed
    }

    /// The signals of a story that somebody may see, in the order of their ids.
    pub fn seen_by(&self, rules: &Rules, subject: &Subject, person: PersonId) -> Vec<&Occurrence> {
        let story = self.story_of(subject).and_then(|id| self.stories.get(&id));
        let all = story.into_iter().flat_map(|story| story.signals.values().map(|known| &known.occurrence));
        all.filter(|occurrence| rules.is_member(person, occurrence.organisation)).collect()
    }

    /// The signals of a story that somebody may see and that nobody has acknowledged for their organisation, in the order of their ids;
    /// by a message of this step, only what had not become worse since.
    pub fn unanswered_by(
        &self,
        rules: &Rules,
        subject: &Subject,
        person: PersonId,
        step: Option<u32>,
    ) -> Vec<&Occurrence> {
        let story = self.story_of(subject).and_then(|id| self.stories.get(&id));
        let known = |strand: &Strand| strand.open().zip(step).is_none_or(|(round, step)| round.step <= step);
        let waits = |of: OrganisationId| {
            story.and_then(|story| story.strands.get(&of)).is_some_and(|s| s.answer.is_none() && known(s))
        };
        self.seen_by(rules, subject, person).into_iter().filter(|occurrence| waits(occurrence.organisation)).collect()
    }

    /// Whether a signal is known.
    pub fn knows(&self, signal: &str) -> bool {
        self.stories.values().any(|story| story.signals.contains_key(signal))
    }

    /// How many stories are remembered.
    pub fn len(&self) -> usize {
        self.stories.len()
    }

    /// Whether nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.stories.is_empty()
    }

    /// The story of a subject. A story that became part of another one is found by its first signal.
    pub(super) fn story_of(&self, subject: &Subject) -> Option<StoryId> {
        let holds = |story: &Story| match subject {
            Subject::Signal(signal) => story.signals.contains_key(signal),
            Subject::Story(id) => story.signals.keys().any(|signal| StoryId::of(signal) == *id),
        };
        match subject {
            Subject::Story(id) if self.stories.contains_key(id) => Some(id.clone()),
            _ => self.stories.iter().find(|(_, story)| holds(story)).map(|(id, _)| id.clone()),
        }
    }

    /// Folds one event in. What speaks of a story that is not known is passed over.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Seen { at, story, occurrence } => self.seen(*at, story, occurrence),
            Event::Merged { from, into, .. } => self.merged(from, into),
            Event::Called { at, call, target, rounds, message } => self.called(*at, call, target, rounds, message),
            Event::Came { call, target, outcome, .. } => self.came(call, target, *outcome),
            Event::Forgotten { story, .. } => {
                self.stories.remove(story);
            }
            Event::Begun { at, story, .. }
            | Event::Climbed { at, story, .. }
            | Event::Unanswered { at, story, .. }
            | Event::Acknowledged { at, story, .. }
            | Event::Ended { at, story, .. }
            | Event::Missed { at, story, .. }
            | Event::Held { at, call: CallKey { story, .. }, .. } => {
                if let Some(story) = self.stories.get_mut(story) {
                    story.changed = story.changed.max(*at);
                    story.apply(event);
                }
            }
        }
    }

    fn seen(&mut self, at: Timestamp, id: &StoryId, occurrence: &Occurrence) {
        let story = self.stories.entry(id.clone()).or_insert_with(|| Story {
            signals: BTreeMap::new(),
            strands: BTreeMap::new(),
            lines: BTreeMap::new(),
            step: 0,
            first: at,
            changed: at,
        });
        story.changed = story.changed.max(at);
        story.strands.entry(occurrence.organisation).or_default();
        match story.signals.get_mut(&occurrence.signal) {
            Some(known) => {
                // It goes on again when its window does.
                known.ended &= occurrence.until <= known.occurrence.until;
                known.occurrence = occurrence.clone();
            }
            None => {
                let known = Known { occurrence: occurrence.clone(), ended: false, named: false, missed: None };
                story.signals.insert(occurrence.signal.clone(), known);
            }
        }
    }

    fn merged(&mut self, from: &StoryId, into: &StoryId) {
        if !self.stories.contains_key(into) || from == into {
            return;
        }
        let Some(from) = self.stories.remove(from) else { return };
        let Some(into) = self.stories.get_mut(into) else { return };
        into.changed = into.changed.max(from.changed);
        for organisation in from.strands.into_keys() {
            into.strands.entry(organisation).or_default();
        }
        into.signals.extend(from.signals);
    }

    fn called(
        &mut self,
        at: Timestamp,
        call: &CallKey,
        target: &str,
        rounds: &[(OrganisationId, u32)],
        message: &Message,
    ) {
        let past = self.past.entry(call.person).or_default();
        past.retain(|past| at.duration_since(past.at) < SignedDuration::from_hours(24));
        let calling = || message.brands.iter().filter(|named| named.calls);
        past.push(Past {
            at,
            call: call.clone(),
            target: target.to_owned(),
            brands: calling().map(|named| named.brand).collect(),
            failed: false,
            grave: calling().all(|named| named.grave.is_some()),
        });
        let attempt = |rounds| Attempt { at, carrier: call.clone(), target: target.to_owned(), rounds, outcome: None };
        if let Some(story) = self.stories.get_mut(&call.story) {
            story.changed = story.changed.max(at);
            story.name(message.brands.iter().map(|named| &named.signal));
            story.line(call.person).tell(attempt(rounds.to_vec()));
        }
        for also in message.also.iter().filter(|also| also.why != Why::Missed) {
            let Some(story) = self.stories.get_mut(&also.story) else { continue };
            story.changed = story.changed.max(at);
            story.name(std::iter::once(&also.brand.signal));
            if also.story == call.story {
                continue;
            }
            let round = story.strands.get(&also.brand.organisation).and_then(Strand::open);
            let round = round.map(|round| (also.brand.organisation, round.step));
            story.line(call.person).tell(attempt(round.into_iter().collect()));
        }
    }

    fn came(&mut self, call: &CallKey, target: &str, outcome: Outcome) {
        if let Some(past) = self.past.get_mut(&call.person) {
            for past in past.iter_mut().filter(|past| past.call == *call && past.target == target) {
                past.failed = outcome == Outcome::Failed;
            }
        }
        for story in self.stories.values_mut() {
            let Some(line) = story.lines.get_mut(&call.person) else { continue };
            for attempt in line.attempts.iter_mut().filter(|a| a.carrier == *call && a.target == target) {
                attempt.outcome = Some(outcome);
            }
        }
    }
}

impl Line {
    fn tell(&mut self, attempt: Attempt) {
        self.held = None;
        self.outstanding = true;
        match self.attempts.last_mut().filter(|a| a.carrier == attempt.carrier && a.target == attempt.target) {
            Some(same) => same.rounds.extend(attempt.rounds),
            None => self.attempts.push(attempt),
        }
    }
}

impl Story {
    fn line(&mut self, person: PersonId) -> &mut Line {
        self.lines.entry(person).or_default()
    }

    fn name<'a>(&mut self, signals: impl Iterator<Item = &'a String>) {
        for signal in signals {
            if let Some(known) = self.signals.get_mut(signal) {
                known.named = true;
            }
        }
    }

    /// Whoever was told on behalf of these organisations has nothing outstanding any more.
    fn settle(&mut self, organisations: &[OrganisationId]) {
        let told = |attempt: &Attempt| attempt.rounds.iter().any(|(of, _)| organisations.contains(of));
        for line in self.lines.values_mut().filter(|line| line.attempts.iter().any(told)) {
            line.outstanding = false;
        }
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Begun { at, organisation, step, due, worse, excused, .. } => {
                self.step = self.step.max(*step);
                let strand = self.strands.entry(*organisation).or_default();
                let (step, begun, due, worse) = (*step, *at, *due, *worse);
                let excused = excused.iter().copied().collect();
                let round =
                    Round { step, begun, due, worse, rung: 0, tries: 0, since: None, unanswered: false, excused };
                *strand = Strand { round: Some(round), answer: None, base: None, once: strand.once };
            }
            Event::Climbed { at, organisation, rung, tries, .. } => {
                if let Some(round) = self.strands.get_mut(organisation).and_then(|strand| strand.round.as_mut()) {
                    (round.rung, round.tries, round.since) = (*rung, *tries, Some(*at));
                }
            }
            Event::Unanswered { organisation, base, .. } => {
                let strand = self.strands.entry(*organisation).or_default();
                strand.base = *base;
                if let Some(round) = &mut strand.round {
                    round.unanswered = true;
                }
                if base.is_some() {
                    self.settle(&[*organisation]);
                }
            }
            Event::Acknowledged { at, by, dismissed, silenced, .. } => {
                let answer = Answer { by: *by, at: *at, dismissed: *dismissed };
                for silence in silenced {
                    let strand = self.strands.entry(silence.organisation).or_default();
                    *strand = Strand { round: None, answer: Some(answer), base: Some(silence.base), once: true };
                }
                let organisations: Vec<_> = silenced.iter().map(|silence| silence.organisation).collect();
                self.settle(&organisations);
            }
            Event::Held { call, reason, .. } => self.line(call.person).held = Some((call.step, *reason)),
            Event::Ended { signal, .. } => {
                if let Some(known) = self.signals.get_mut(signal) {
                    known.ended = true;
                }
            }
            Event::Missed { at, signal, .. } => {
                if let Some(known) = self.signals.get_mut(signal) {
                    known.missed = Some(*at);
                }
            }
            Event::Seen { .. }
            | Event::Merged { .. }
            | Event::Called { .. }
            | Event::Came { .. }
            | Event::Forgotten { .. } => {}
        }
    }
}
