//! Up the ladder: whose turn it is, and what holds a call back.

use super::book::{Attempt, Line, Past, Round};
use super::decide::Draft;
use super::event::{CallKey, Event, Outcome, Reason, StoryId};
use super::message::{Also, Message, Named, Why};
use super::occurrence::{Occurrence, POSTS};
use super::rules::{Recipient, Rung, Target};
use crate::id::{MentionId, OrganisationId, PersonId};
use crate::signal::Level;
use jiff::{SignedDuration, Timestamp};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Most things that a message names beside its own story.
const ALSO: usize = 25;
/// A first message so long after the signal is late.
const LATE: SignedDuration = SignedDuration::from_mins(10);

/// A place on a ladder.
enum Place {
    Stay,
    At { rung: usize, tries: usize },
    End,
}

/// One person's turn: for which strands, by which target.
struct Turn {
    person: PersonId,
    organisations: BTreeSet<OrganisationId>,
    target: String,
    step: u32,
}

impl Draft<'_> {
    pub fn climb(&mut self, id: &StoryId, organisation: OrganisationId) {
        let Some(round) = self.due_round(id, organisation) else { return };
        let step = round.step;
        match self.next_place(id, organisation, round) {
            Place::Stay => {}
            Place::At { rung, tries } => {
                self.emit(Event::Climbed { at: self.now, story: id.clone(), organisation, rung, tries });
            }
            Place::End => self.give_up(id, organisation, step),
        }
    }

    /// The open round of an organisation, when it is due and something of it may call.
    fn due_round(&self, id: &StoryId, organisation: OrganisationId) -> Option<&Round> {
        let story = self.story(id)?;
        let round = story.strands.get(&organisation)?.open()?;
        (round.due <= self.now && story.severity(organisation, self.now).is_some()).then_some(round)
    }

    fn next_place(&self, id: &StoryId, organisation: OrganisationId, round: &Round) -> Place {
        if round.unanswered {
            return Place::Stay;
        }
        let rungs = self.rules.rungs(organisation);
        let in_play = |rung: usize, tries: usize| {
            rungs.get(rung).is_some_and(|rung| {
                let people = self.members(organisation, &rung.people).into_iter();
                people.map(|person| self.reachable(id, organisation, round, person)).any(|times| times > tries)
            })
        };
        let waits = |since: Timestamp| {
            let after = rungs.get(round.rung).map(|rung| rung.after());
            after.is_some_and(|after| self.now.duration_since(since) < after) && in_play(round.rung, round.tries)
        };
        match round.since {
            Some(since) if waits(since) => return Place::Stay,
            Some(_) if in_play(round.rung, round.tries + 1) => {
                return Place::At { rung: round.rung, tries: round.tries + 1 };
            }
            _ => {}
        }
        let from = if round.since.is_some() { round.rung + 1 } else { 0 };
        match (from..rungs.len()).find(|rung| in_play(*rung, 0)) {
            Some(rung) => Place::At { rung, tries: 0 },
            None => Place::End,
        }
    }

    fn give_up(&mut self, id: &StoryId, organisation: OrganisationId, step: u32) {
        let Some(story) = self.story(id) else { return };
        let once = story.strands.get(&organisation).is_some_and(|strand| strand.once);
        // Once somebody acknowledged, somebody knows: one more round is all. Until then every worse turn begins another.
        let base = if once { None } else { story.severity(organisation, self.now) };
        let told = story.lines.iter().filter(|(_, line)| line.reached(organisation, step) > 0);
        let told = told.map(|(person, _)| *person).collect();
        self.emit(Event::Unanswered { at: self.now, story: id.clone(), organisation, told, base });
    }

    /// By how many targets somebody can be reached in a round, those that rang counted. What rang for another organisation's sake does not
    /// matter: a ladder is climbed by its own clock.
    fn reachable(&self, id: &StoryId, organisation: OrganisationId, round: &Round, person: PersonId) -> usize {
        let line = self.line(id, person);
        let dead = |target: &&Target| {
            let told = line.into_iter().flat_map(|line| &line.attempts).filter(|a| a.tells(organisation, round.step));
            told.filter(|attempt| attempt.failed()).any(|attempt| attempt.target == target.id)
        };
        let targets = || self.rules.recipients.get(&person).into_iter().flat_map(|recipient| &recipient.targets);
        let is_gone = |attempt: &&Attempt| !targets().any(|target| target.id == attempt.target);
        let rang = line.into_iter().flat_map(|line| &line.attempts).filter(|a| a.tells(organisation, round.step));
        targets().filter(|target| !dead(target)).count() + rang.filter(|a| !a.failed()).filter(is_gone).count()
    }

    fn times_reached(&self, id: &StoryId, organisation: OrganisationId, round: &Round, person: PersonId) -> usize {
        let line = self.line(id, person);
        line.map_or(0, |line| line.reached(organisation, round.step)) + usize::from(round.excused.contains(&person))
    }

    fn untried(&self, id: &StoryId, organisation: OrganisationId, round: &Round, person: PersonId) -> Vec<&Target> {
        let Some(recipient) = self.rules.recipients.get(&person) else { return Vec::new() };
        // A target that rang for this story since it became so bad does not ring for another organisation of it.
        let rang = |attempt: &Attempt| {
            let since = attempt.carrier.story == *id && attempt.carrier.step >= round.step;
            since || attempt.tells(organisation, round.step)
        };
        let line = self.line(id, person);
        let tried = |target: &Target| {
            line.is_some_and(|line| line.attempts.iter().any(|attempt| attempt.target == target.id && rang(attempt)))
        };
        recipient.targets.iter().filter(|target| !tried(target)).collect()
    }

    fn line(&self, id: &StoryId, person: PersonId) -> Option<&Line> {
        self.story(id)?.lines.get(&person)
    }

    pub fn call_whoever_is_due(&mut self, id: &StoryId) {
        let people: BTreeSet<PersonId> = self.wanted(id).into_keys().collect();
        for person in people {
            while let Some(turn) = self.turn(id, person) {
                if !self.call(id, &turn) {
                    break;
                }
            }
        }
    }

    /// Whose turn has come, and for which organisations: as often as their place on the ladder says, and once, as soon as it is possible,
    /// when the ladder went past them.
    fn wanted(&self, id: &StoryId) -> BTreeMap<PersonId, BTreeSet<OrganisationId>> {
        let mut wanted: BTreeMap<PersonId, BTreeSet<OrganisationId>> = BTreeMap::new();
        let organisations = self.story(id).into_iter().flat_map(|story| story.strands.keys().copied());
        for organisation in organisations {
            let Some(round) = self.due_round(id, organisation) else { continue };
            if round.since.is_none() {
                continue;
            }
            for (at, rung) in self.rules.rungs(organisation).iter().enumerate().take(round.rung + 1) {
                let times = if at == round.rung { round.tries + 1 } else { 1 };
                for person in self.members(organisation, &rung.people) {
                    let reached = self.times_reached(id, organisation, round, person);
                    let soon =
                        self.line(id, person).is_some_and(|line| line.rang_within(organisation, round, self.now, rung));
                    if reached < times && !soon && !self.untried(id, organisation, round, person).is_empty() {
                        wanted.entry(person).or_default().insert(organisation);
                    }
                }
            }
        }
        wanted
    }

    fn turn(&self, id: &StoryId, person: PersonId) -> Option<Turn> {
        let organisations = self.wanted(id).remove(&person)?;
        let rounds: Vec<_> = organisations.into_iter().filter_map(|of| Some((of, self.due_round(id, of)?))).collect();
        let attempts = self.line(id, person).into_iter().flat_map(|line| &line.attempts);
        let own = attempts.filter(|attempt| attempt.carrier.story == *id).map(|attempt| attempt.carrier.step);
        let step = rounds.iter().map(|(_, round)| round.step).chain(own).max()?;
        let free = |of, round| self.untried(id, of, round, person).into_iter();
        let target = rounds.iter().find_map(|(of, round)| free(*of, round).next())?.id.clone();
        let by_it = rounds.iter().filter(|(of, round)| free(*of, round).any(|free| free.id == target));
        let organisations = by_it.map(|(of, _)| *of).collect();
        Some(Turn { person, organisations, target, step })
    }

    /// Makes the call, or says what holds it. Whether it was made.
    fn call(&mut self, id: &StoryId, turn: &Turn) -> bool {
        let Some(recipient) = self.rules.recipients.get(&turn.person) else { return false };
        let message = self.message(id, turn, recipient);
        let call = CallKey { story: id.clone(), person: turn.person, step: turn.step };
        match self.held_by(turn.person, recipient, &message) {
            Some(reason) => {
                if self.line(id, turn.person).and_then(|line| line.held).is_none_or(|held| held.0 != turn.step) {
                    self.emit(Event::Held { at: self.now, call, reason });
                }
                false
            }
            None => {
                let calling = message.brands.iter().filter(|named| named.calls).map(|named| named.organisation);
                let open = |of| Some((of, self.strand(id, of)?.open()?.step));
                let rounds = calling.collect::<BTreeSet<_>>().into_iter().filter_map(open).collect();
                let (target, message) = (turn.target.clone(), Box::new(message));
                self.emit(Event::Called { at: self.now, call, target, rounds, message });
                true
            }
        }
    }

    fn held_by(&self, person: PersonId, recipient: &Recipient, message: &Message) -> Option<Reason> {
        let mut calling = message.brands.iter().filter(|named| named.calls).peekable();
        let within = |minutes: i64| {
            let recent = |at: Timestamp| self.now.duration_since(at) < SignedDuration::from_mins(minutes);
            self.past(person).filter(|past| recent(past.at)).count()
        };
        let full = |count: usize, most: u32| u32::try_from(count).is_ok_and(|count| count >= most);
        if calling.peek().is_none() {
            Some(Reason::BrandDay)
        } else if recipient.is_quiet(self.now)
            && !calling.any(|named| named.level == Level::Alert || named.grave.is_some())
        {
            Some(Reason::Quiet)
        } else if full(within(30), recipient.budget.half_hour) {
            Some(Reason::HalfHour)
        } else if full(within(24 * 60), recipient.budget.day) {
            Some(Reason::Day)
        } else {
            None
        }
    }

    fn past(&self, person: PersonId) -> impl Iterator<Item = &Past> {
        self.book.past.get(&person).into_iter().flatten().filter(|past| !past.failed)
    }

    /// Whether other stories have called this person because of the brand as often as they may today, by however many targets. Grave
    /// posts, which anybody can write, and surges are counted apart: neither may use up the other's calls.
    fn is_spent(&self, call: &CallKey, recipient: &Recipient, occurrence: &Occurrence) -> bool {
        let day = |past: &&Past| self.now.duration_since(past.at) < SignedDuration::from_hours(24);
        let alike = |past: &&Past| {
            past.brands.contains(&occurrence.brand) && past.grave == occurrence.grave.is_some() && past.call != *call
        };
        let others = self.past(call.person).filter(day).filter(alike);
        let calls: BTreeSet<&CallKey> = others.map(|past| &past.call).collect();
        u32::try_from(calls.len()).is_ok_and(|calls| calls >= recipient.budget.brand_day)
    }

    fn message(&self, id: &StoryId, turn: &Turn, recipient: &Recipient) -> Message {
        let (mut brands, mut spent, mut late) = (Vec::new(), Vec::new(), false);
        let call = CallKey { story: id.clone(), person: turn.person, step: turn.step };
        let mut posts: Vec<&[MentionId]> = Vec::new();
        let strands = self.story(id).into_iter().flat_map(|story| &story.strands);
        let open = strands.filter_map(|(of, strand)| Some((*of, strand.open()?)));
        let rounds: BTreeMap<_, _> = open.filter(|(of, _)| recipient.organisations.contains(of)).collect();
        for (organisation, round) in &rounds {
            let known = self.story(id).into_iter().flat_map(|story| story.of(*organisation));
            let fresh = known.filter(|k| !k.ended && k.occurrence.wakes && self.now < k.occurrence.until);
            for occurrence in fresh.map(|known| &known.occurrence) {
                let calls = turn.organisations.contains(organisation) && occurrence.pages(self.now);
                let named = Named::of(occurrence, calls);
                if calls && round.worse.is_none() && self.is_spent(&call, recipient, occurrence) {
                    let (story, step, why) = (id.clone(), round.step, Why::Held(Reason::BrandDay));
                    spent.push(Also { story, step, brand: named, why });
                    continue;
                }
                late |= calls && self.is_late(round, occurrence);
                posts.push(&occurrence.posts);
                brands.push(named);
            }
        }
        let order =
            |named: &Named| (!named.calls, named.grave.is_none(), Reverse(named.observed), named.signal.clone());
        brands.sort_by_key(order);
        let repeat = turn.organisations.iter().any(|of| self.may_have_received(id, *of, turn.person));
        spent.extend(self.held_back(id, turn.person, recipient));
        spent.extend(self.missed_since(turn.person, recipient));
        spent.truncate(ALSO);
        Message {
            since: brands.iter().map(|named| named.onset).min().unwrap_or(self.now),
            worse: turn.organisations.iter().filter_map(|of| rounds.get(of)?.worse).min(),
            others: self.others(id, turn.person, &rounds.into_keys().collect()),
            posts: quoted(&brands, &posts),
            also: spent,
            late: late && !repeat,
            repeat,
            brands,
        }
    }

    /// Found late, or told long after its turn: held back, or nobody was here to tell it.
    fn is_late(&self, round: &Round, occurrence: &Occurrence) -> bool {
        let first = (round.rung, round.tries) == (0, 0);
        let turn = match round.worse {
            None if first => occurrence.raised_at,
            _ if first => round.due,
            _ => round.since.unwrap_or(round.due),
        };
        (occurrence.late && round.worse.is_none()) || self.now.duration_since(turn) >= LATE
    }

    fn may_have_received(&self, id: &StoryId, organisation: OrganisationId, person: PersonId) -> bool {
        let step = self.strand(id, organisation).and_then(|strand| strand.open()).map(|round| round.step);
        let Some((line, step)) = self.line(id, person).zip(step) else { return false };
        line.reached(organisation, step) > 0
    }

    /// Who else was told, of those who share an organisation of the story with the person.
    fn others(&self, id: &StoryId, person: PersonId, shared: &BTreeSet<OrganisationId>) -> Vec<PersonId> {
        let lines = self.story(id).into_iter().flat_map(|story| &story.lines);
        let told = lines.filter(|(_, line)| {
            let mut certain = line.attempts.iter().filter(|attempt| !attempt.failed());
            certain.any(|attempt| attempt.rounds.iter().any(|(of, _)| shared.contains(of)))
        });
        told.map(|(other, _)| *other).filter(|other| *other != person).collect()
    }

    /// Other stories that wait for this person's budget.
    fn held_back(&self, id: &StoryId, person: PersonId, recipient: &Recipient) -> Vec<Also> {
        let mut held = Vec::new();
        for (story_id, story) in self.book.stories.iter().filter(|(other, _)| *other != id) {
            let Some((_, reason)) = story.lines.get(&person).and_then(|line| line.held) else { continue };
            for (organisation, strand) in &story.strands {
                let Some(round) = strand.open().filter(|_| recipient.organisations.contains(organisation)) else {
                    continue;
                };
                let paging = story.of(*organisation).filter(|k| !k.ended && k.occurrence.pages(self.now));
                held.extend(paging.map(|known| Also {
                    story: story_id.clone(),
                    step: round.step,
                    brand: Named::of(&known.occurrence, false),
                    why: Why::Held(reason),
                }));
            }
        }
        held
    }

    /// What got too old since this person's last call.
    fn missed_since(&self, person: PersonId, recipient: &Recipient) -> Vec<Also> {
        let last = self.past(person).map(|past| past.at).max();
        let mut missed = Vec::new();
        for (id, story) in &self.book.stories {
            for known in story.signals.values() {
                let organisation = known.occurrence.organisation;
                let answered = story.strands.get(&organisation).is_some_and(|strand| strand.answer.is_some());
                let news = known.missed.is_some_and(|at| last.is_none_or(|last| at >= last))
                    && !known.occurrence.pages(self.now);
                if news && !answered && !known.named && recipient.organisations.contains(&organisation) {
                    let brand = Named::of(&known.occurrence, false);
                    missed.push(Also { story: id.clone(), step: story.step, brand, why: Why::Missed });
                }
            }
        }
        missed
    }
}

impl Line {
    /// Whether the person still has time to answer the last message of a round.
    fn rang_within(&self, organisation: OrganisationId, round: &Round, now: Timestamp, rung: &Rung) -> bool {
        let told = self.attempts.iter().filter(|attempt| attempt.tells(organisation, round.step) && !attempt.failed());
        told.map(|attempt| attempt.at).max().is_some_and(|last| now.duration_since(last) < rung.after())
    }

    /// How many messages of a round reached the person, or may have.
    fn reached(&self, organisation: OrganisationId, step: u32) -> usize {
        let told = self.attempts.iter().filter(|attempt| attempt.tells(organisation, step));
        told.filter(|attempt| attempt.outcome != Some(Outcome::Failed)).count()
    }
}

/// Grave posts first, then each brand's best in turn.
fn quoted(brands: &[Named], posts: &[&[MentionId]]) -> Vec<MentionId> {
    let grave = brands.iter().filter_map(|named| named.grave);
    let in_turn = (0..POSTS).flat_map(|at| posts.iter().filter_map(move |posts| posts.get(at).copied()));
    let mut quoted = Vec::new();
    for post in grave.chain(in_turn) {
        if quoted.len() < POSTS && !quoted.contains(&post) {
            quoted.push(post);
        }
    }
    quoted
}
