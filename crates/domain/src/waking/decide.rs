//! What follows from a command.

use super::book::{Book, Known, Story, Strand};
use super::event::{CallKey, Command, Event, Outcome, Silence, StoryId, Subject};
use super::occurrence::{Occurrence, Severity, Worse};
use super::rules::Rules;
use crate::id::{OrganisationId, PersonId};
use crate::signal::Level;
use jiff::{SignedDuration, Timestamp};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What a command brings about: events in the order they are to be applied and kept. Calls come from [`Command::Tick`], which looks at
/// every story, and from a delivery that failed; any other command changes its own story only and calls nobody yet.
pub fn decide(book: &Book, rules: &Rules, command: &Command, now: Timestamp) -> Vec<Event> {
    let mut draft = Draft { book: Cow::Borrowed(book), rules, now, events: Vec::new() };
    match command {
        Command::Raised(occurrence) | Command::Grew(occurrence) => draft.report(&occurrence.bounded()),
        Command::Acknowledged { subject, by, at } => draft.answer(subject, *by, *at, false),
        Command::Dismissed { subject, by, at } => draft.answer(subject, *by, *at, true),
        Command::Ended { signal } => draft.end(signal),
        Command::Came { call, target, outcome } => draft.outcome(call, target, *outcome),
        Command::Tick => draft.tick(),
    }
    draft.events
}

/// A decision in the making: the book as it will be.
pub(super) struct Draft<'a> {
    pub book: Cow<'a, Book>,
    pub rules: &'a Rules,
    pub now: Timestamp,
    pub events: Vec<Event>,
}

impl Draft<'_> {
    pub fn emit(&mut self, event: Event) {
        self.book.to_mut().apply(&event);
        self.events.push(event);
    }

    pub fn story(&self, id: &StoryId) -> Option<&Story> {
        self.book.stories.get(id)
    }

    pub fn strand(&self, id: &StoryId, organisation: OrganisationId) -> Option<&Strand> {
        self.story(id)?.strands.get(&organisation)
    }

    /// A signal as it is now: which story it belongs to, and what follows.
    fn report(&mut self, news: &Occurrence) {
        let known = self.book.story_of(&Subject::Signal(news.signal.clone()));
        let together = self.rules.together();
        let told_alike = |known: &&Known| !known.ended && known.occurrence.tells_as(news, together);
        let own = known.as_ref().and_then(|id| self.story(id));
        let alike = |story: &Story| story.signals.values().any(|known| told_alike(&known)) || holds(story, news, own);
        let others = self.book.stories.iter().filter(|(id, story)| Some(*id) != known.as_ref() && alike(story));
        let mut same: Vec<StoryId> = others.map(|(id, _)| id.clone()).chain(known.clone()).collect();
        same.sort_by_cached_key(|id| self.story(id).map(|story| (!story.told(), story.first, id.clone())));
        let into = same.first().cloned();
        let occurrence = match &known {
            Some(id) => match self.story(id).and_then(|story| story.signals.get(&news.signal)) {
                Some(known) => known.occurrence.joined(news),
                None => return,
            },
            // Nothing of it can call or be caught up with: an import of last year leaves no trace here.
            None if news.until.saturating_add(self.rules.keep()).is_ok_and(|gone| gone <= self.now) => return,
            None => news.clone(),
        };
        let id = known.or_else(|| into.clone()).unwrap_or_else(|| StoryId::of(&news.signal));
        let stored = self.story(&id).and_then(|story| story.signals.get(&news.signal));
        if stored.is_none_or(|known| known.occurrence != occurrence) {
            let occurrence = Box::new(occurrence);
            self.emit(Event::Seen { at: self.now, story: id.clone(), occurrence });
        }
        let into = into.unwrap_or_else(|| id.clone());
        self.merge(&same, &into);
        self.prepare(&into);
        // A told story is never taken back: the signal may stand in another one than its likes.
        self.prepare(&id);
    }

    fn merge(&mut self, same: &[StoryId], into: &StoryId) {
        for from in same.iter().filter(|id| *id != into) {
            if self.story(from).is_some_and(|story| !story.told()) {
                self.emit(Event::Merged { at: self.now, from: from.clone(), into: into.clone() });
            }
        }
    }

    /// Silences a story, and the surge in which its grave post came, where who answers had been told of that; not where they dismiss the post.
    fn answer(&mut self, subject: &Subject, by: PersonId, at: Timestamp, dismissed: bool) {
        let at = at.min(self.now);
        let Some(id) = self.book.story_of(subject) else { return };
        self.silence(&id, by, at, dismissed);
        let Some(story) = self.story(&id).filter(|_| !dismissed) else { return };
        let told = |other: &Story| other.lines.get(&by).is_some_and(|line| line.attempts.iter().any(|a| a.at <= at));
        let around =
            self.book.stories.iter().filter(|(other, surge)| **other != id && told(surge) && story.came_in(surge));
        for surge in around.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
            self.silence(&surge, by, at, false);
        }
    }

    /// Silences every strand that somebody may see. Who is second changes nothing.
    fn silence(&mut self, id: &StoryId, by: PersonId, at: Timestamp, dismissed: bool) {
        let Some(story) = self.story(id) else { return };
        let seen = || story.strands.iter().filter(|(organisation, _)| self.rules.is_member(by, **organisation));
        // A tap that is older than a worse turn does not silence it.
        let silenced = seen().filter(|(_, strand)| match (&strand.answer, &strand.round) {
            (Some(_), _) => false,
            (None, Some(round)) if round.worse.is_some() => at > round.begun,
            (None, _) => true,
        });
        let silenced: Vec<OrganisationId> = silenced.map(|(organisation, _)| *organisation).collect();
        let visible = seen().flat_map(|(organisation, _)| story.of(*organisation));
        let (open, ended): (Vec<_>, Vec<_>) = visible.partition(|known| !known.ended);
        let looked_at = if open.is_empty() { ended } else { open };
        let Some(base) = Severity::of(looked_at.into_iter().map(|known| &known.occurrence)) else { return };
        if !silenced.is_empty() {
            let silenced = silenced.into_iter().map(|organisation| Silence { organisation, base }).collect();
            self.emit(Event::Acknowledged { at, story: id.clone(), by, dismissed, silenced });
        }
    }

    fn end(&mut self, signal: &str) {
        let Some(id) = self.book.story_of(&Subject::Signal(signal.to_owned())) else { return };
        if self.story(&id).and_then(|story| story.signals.get(signal)).is_some_and(|known| !known.ended) {
            self.emit(Event::Ended { at: self.now, story: id.clone(), signal: signal.to_owned() });
        }
        self.prepare(&id);
    }

    /// The first certain outcome stays; but what was refused for the time being may arrive at another try.
    fn outcome(&mut self, call: &CallKey, target: &str, outcome: Outcome) {
        let Some(line) = self.story(&call.story).and_then(|story| story.lines.get(&call.person)) else { return };
        let Some(attempt) = line.attempts.iter().find(|a| a.carrier == *call && a.target == target) else { return };
        let news = match attempt.outcome {
            None => true,
            Some(Outcome::Unknown) => outcome != Outcome::Unknown,
            Some(Outcome::Failed) => outcome == Outcome::Delivered,
            Some(Outcome::Delivered) => false,
        };
        if news {
            let (call, target) = (call.clone(), target.to_owned());
            self.emit(Event::Came { at: self.now, call, target, outcome });
        }
        self.proceed(&call.story);
    }

    fn tick(&mut self) {
        let mut stories: Vec<_> = self.book.stories.iter().map(|(id, story)| (story.first, id.clone())).collect();
        stories.sort();
        for (_, id) in stories {
            if self.is_over(&id) {
                self.emit(Event::Forgotten { at: self.now, story: id });
            } else {
                self.proceed(&id);
            }
        }
    }

    fn is_over(&self, id: &StoryId) -> bool {
        let past = |at: Timestamp| at.saturating_add(self.rules.keep()).is_ok_and(|gone| gone <= self.now);
        self.story(id).is_some_and(|story| {
            past(story.changed) && story.signals.values().all(|known| known.ended || past(known.occurrence.until))
        })
    }

    /// Whatever is due in one story.
    fn proceed(&mut self, id: &StoryId) {
        let may_call = |known: &Known| known.occurrence.wakes && known.occurrence.rank() == Level::Alert;
        if !self.story(id).is_some_and(|story| story.signals.values().any(may_call)) {
            return;
        }
        self.prepare(id);
        for organisation in self.organisations(id) {
            self.climb(id, organisation);
        }
        self.call_whoever_is_due(id);
    }

    /// What a story's new figures bring about at once. Calls are made when time passes, so that what comes in the same minute is in them.
    fn prepare(&mut self, id: &StoryId) {
        self.miss(id);
        for organisation in self.organisations(id) {
            self.begin(id, organisation);
        }
    }

    fn organisations(&self, id: &StoryId) -> Vec<OrganisationId> {
        self.story(id).map_or(Vec::new(), |story| story.strands.keys().copied().collect())
    }

    /// Puts what can no longer call, and never did, on the catch-up list.
    fn miss(&mut self, id: &StoryId) {
        let Some(story) = self.story(id) else { return };
        let missed = story.signals.iter().filter(|(_, known)| {
            let occurrence = &known.occurrence;
            let answered = story.strands.get(&occurrence.organisation).is_some_and(|strand| strand.answer.is_some());
            let over = known.ended || occurrence.until <= self.now;
            let called = known.named || known.missed.is_some() || answered;
            occurrence.wakes && occurrence.rank() == Level::Alert && over && !called
        });
        let missed: Vec<String> = missed.map(|(signal, _)| signal.clone()).collect();
        for signal in missed {
            self.emit(Event::Missed { at: self.now, story: id.clone(), signal });
        }
    }

    /// Begins a round when something may call and it is the first time, or materially worse than what was acknowledged.
    fn begin(&mut self, id: &StoryId, organisation: OrganisationId) {
        let Some(severity) = self.story(id).and_then(|story| story.severity(organisation, self.now)) else { return };
        if self.strand(id, organisation).is_some_and(|strand| strand.round.is_none() && strand.answer.is_none()) {
            self.inherit(id, organisation);
        }
        let Some(story) = self.story(id) else { return };
        let Some(strand) = story.strands.get(&organisation) else { return };
        let worse = match (&strand.round, strand.base) {
            (None, None) => None,
            // One grave post is whole as it is: whom it joins is gathered no longer.
            (Some(round), None) if round.due > self.now && story.has_post(organisation, self.now) => round.worse,
            (Some(_), None) => return,
            (_, Some(base)) => match severity.worse_than(base) {
                Some(worse) => Some(worse),
                None => return,
            },
        };
        let gathering = story.strands.values().filter_map(Strand::open).find(|round| round.due > self.now);
        let gather = if story.has_post(organisation, self.now) { SignedDuration::ZERO } else { self.rules.gather() };
        let soon = self.now.saturating_add(gather).unwrap_or(Timestamp::MAX);
        let due = gathering.map_or(soon, |round| round.due.min(soon));
        let step = match worse {
            Some(_) if gathering.is_some_and(|round| round.worse.is_some() && round.step == story.step) => story.step,
            Some(_) => story.step.saturating_add(1),
            None => story.step,
        };
        let excused = self.excused(story, worse);
        self.emit(Event::Begun { at: self.now, story: id.clone(), organisation, step, due, worse, excused });
    }

    fn excused(&self, story: &Story, worse: Option<Worse>) -> Vec<PersonId> {
        let told = story.lines.iter().filter(|(_, line)| line.attempts.iter().any(|attempt| !attempt.failed()));
        told.filter(|(_, line)| worse.is_none() || line.outstanding).map(|(person, _)| *person).collect()
    }

    /// A brand that joins a story which somebody who may see it has acknowledged is acknowledged.
    fn inherit(&mut self, id: &StoryId, organisation: OrganisationId) {
        let Some(story) = self.story(id) else { return };
        let answers = story.strands.values().filter_map(|strand| strand.answer.zip(strand.base));
        let seen = answers.filter(|(answer, _)| self.rules.is_member(answer.by, organisation));
        let joined = seen.reduce(|(first, base), (answer, other)| {
            let first = if (answer.at, answer.by) < (first.at, first.by) { answer } else { first };
            (first, base.max(other))
        });
        if let Some((answer, base)) = joined {
            let (at, story, silenced) = (self.now, id.clone(), vec![Silence { organisation, base }]);
            self.emit(Event::Acknowledged { at, story, by: answer.by, dismissed: answer.dismissed, silenced });
        }
    }

    /// People of a rung who belong to the organisation.
    pub fn members(&self, organisation: OrganisationId, people: &[PersonId]) -> BTreeSet<PersonId> {
        people.iter().copied().filter(|person| self.rules.is_member(*person, organisation)).collect()
    }
}

/// Whether a story and a surge are one by a grave post, with which the surge began or that came in it. Not where somebody dismissed the
/// post: a decoy must not silence what others say; nor where its ladder ended and nobody knows. A post that comes in what was told already
/// is told by itself: who knows of the surge does not know of it.
fn holds(story: &Story, news: &Occurrence, own: Option<&Story>) -> bool {
    let over = story.strands.get(&news.organisation).is_some_and(|strand| match (&strand.answer, &strand.round) {
        (Some(answer), _) => answer.dismissed,
        (None, round) => round.as_ref().is_some_and(|round| round.unanswered),
    });
    let may = match news.grave {
        Some(_) => own.is_none() && !story.told(),
        None => own.is_none_or(|own| !own.told()),
    };
    let one = |other: &Occurrence| other.belongs_to(news) || news.belongs_to(other);
    may && !over && story.signals.values().any(|known| !known.ended && one(&known.occurrence))
}
