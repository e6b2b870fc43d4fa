//! Who hears of what happened: one message to each person for all of one go, kept in the same transaction. It quotes nothing of the case.

use super::{Around, Room};
use crate::EngineError;
use crate::waking::Waking;
use crate::waking::{LASTS, Letter, speaks};
use domain::case::event::{
    ClockEvent, CourseEvent, Event, MeasureEvent, MentionEvent, Outcome, SpeechEvent, Step, StepReason, WorkEvent,
};
use domain::case::{Actor, Entry, Party, State};
use domain::id::PersonId;
use domain::target::Notification;
use std::collections::{BTreeMap, BTreeSet};
use store::{CaseFile, NewMessage};
use words::Words;

/// Something that somebody hears.
enum Line {
    /// A crisis was opened, and they hold these roles in it.
    Called(Vec<String>),
    /// They lead from now on.
    Leads,
    /// A clock ran out, and they are next.
    Clock(u32),
    /// A text is to be approved.
    Approve(u32),
    /// Something is to be done.
    Task(u32),
    /// Somebody calls them to a note.
    Note(u32),
    /// A mention is theirs to answer.
    Mention,
    /// Nobody knows whether a text is out.
    Unknown(u32),
    /// A text was not sent.
    Refused(u32),
    /// A limit was passed: so many were counted.
    Back(i64),
    /// The test of a measure held.
    Held(u32),
    /// The case went up by itself.
    Rose(Step),
}

impl Line {
    /// Whether it wakes.
    fn wakes(&self) -> bool {
        !matches!(self, Self::Task(_) | Self::Note(_) | Self::Mention | Self::Held(_) | Self::Rose(_))
    }

    fn said(&self, words: &Words, state: &State) -> String {
        match self {
            Self::Called(roles) => words.name("case-tell-called", &roles.join(", ")),
            Self::Leads => words.say("case-tell-leads"),
            Self::Clock(number) => {
                let clock = state.clocks.get(number);
                let of = clock.map(|clock| words::case::clock(words, &clock.of)).unwrap_or_default();
                let due = clock.map(|clock| words.when(clock.terms.due)).unwrap_or_default();
                words.tell("case-tell-clock", &[("what", of.as_str().into()), ("when", due.as_str().into())])
            }
            Self::Approve(draft) => words.count("case-tell-approve", i64::from(*draft)),
            Self::Task(task) => words.count("case-tell-task", i64::from(*task)),
            Self::Note(note) => words.count("case-tell-note", i64::from(*note)),
            Self::Mention => words.say("case-tell-mention"),
            Self::Unknown(draft) => words.count("case-tell-unknown", i64::from(*draft)),
            Self::Rose(step) => words.name("case-tell-rose", &words::case::step(words, *step)),
            Self::Refused(draft) => words.count("case-tell-refused", i64::from(*draft)),
            Self::Back(counted) => words.count("case-tell-back", *counted),
            Self::Held(measure) => words.count("case-tell-held", i64::from(*measure)),
        }
    }
}

/// The messages of one go; whoever did something is not told of it.
pub(super) async fn messages(
    waking: &Waking,
    around: &Around,
    room: &Room,
    state: &State,
    entries: &[Entry],
) -> Result<Vec<NewMessage>, EngineError> {
    let mut lines: BTreeMap<PersonId, Vec<Line>> = BTreeMap::new();
    for entry in entries {
        for (party, line) in told(state, entry) {
            if let Party::Member(person) = party
                && Actor::Member(person) != entry.by
            {
                lines.entry(person).or_default().push(line);
            }
        }
    }
    called(state, entries, &mut lines);
    let mut messages = Vec::new();
    for (person, lines) in lines {
        messages.extend(message(waking, around, room, state, person, &lines).await?);
    }
    Ok(messages)
}

/// Who hears of one event.
fn told(state: &State, entry: &Entry) -> Vec<(Party, Line)> {
    let draft = |number: &u32| state.drafts.get(number);
    match &entry.event {
        Event::Course(CourseEvent::HandedOver { to, .. }) => vec![(*to, Line::Leads)],
        // The signal itself called whoever is to be called: this is read in the morning.
        Event::Course(CourseEvent::Stepped { to, reason: StepReason::StayedLoud | StepReason::Relapse, .. }) => {
            state.lead().map(|lead| (lead, Line::Rose(*to))).into_iter().collect()
        }
        Event::Clock(ClockEvent::Escalated { clock, to, .. }) => vec![(*to, Line::Clock(*clock))],
        Event::Speech(SpeechEvent::Submitted { draft: number, .. } | SpeechEvent::Approved { draft: number, .. }) => {
            let asked = draft(number).map(|draft| draft.asked_now()).unwrap_or_default();
            asked.into_iter().map(|party| (party, Line::Approve(*number))).collect()
        }
        Event::Speech(SpeechEvent::Came { draft: number, outcome, .. }) => {
            let authors = draft(number).map(|draft| draft.authors.clone()).unwrap_or_default();
            let line = |_: &Party| match outcome {
                Outcome::Sent { .. } => None,
                Outcome::Unknown { .. } => Some(Line::Unknown(*number)),
                Outcome::Refused { .. } => Some(Line::Refused(*number)),
            };
            let people: BTreeSet<Party> = authors.into_iter().chain(state.lead()).collect();
            people.into_iter().filter_map(|party| Some((party, line(&party)?))).collect()
        }
        Event::Work(WorkEvent::TaskHandedOver { task, to }) => vec![(*to, Line::Task(*task))],
        Event::Work(WorkEvent::TaskAdded { task, owner: Some(owner), .. }) => vec![(*owner, Line::Task(*task))],
        Event::Work(WorkEvent::Noted { note, mentions, .. }) => {
            mentions.iter().map(|party| (*party, Line::Note(*note))).collect()
        }
        Event::Mention(MentionEvent::HandedOver { to, .. }) => vec![(*to, Line::Mention)],
        Event::Measure(MeasureEvent::Passed { value, .. }) => {
            state.lead().map(|lead| (lead, Line::Back(*value))).into_iter().collect()
        }
        Event::Measure(MeasureEvent::Held { measure, .. }) => {
            let owner = state.measures.get(measure).and_then(|measure| measure.owner);
            owner.or(state.lead()).map(|party| (party, Line::Held(*measure))).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// When a crisis begins, everybody who holds a role in it is called, once for all of them.
fn called(state: &State, entries: &[Entry], lines: &mut BTreeMap<PersonId, Vec<Line>>) {
    let begins = |event: &Event| match event {
        Event::Course(CourseEvent::Opened(opening)) => opening.step == Step::Crisis,
        Event::Course(CourseEvent::Stepped { to, .. }) => *to == Step::Crisis,
        _ => false,
    };
    let Some(begun) = entries.iter().find(|entry| begins(&entry.event)) else { return };
    let mut roles: BTreeMap<PersonId, Vec<String>> = BTreeMap::new();
    for (role, held) in &state.course.roles {
        if let Some(Party::Member(person)) = held.to
            && Actor::Member(person) != begun.by
        {
            roles.entry(person).or_default().push(role.clone());
        }
    }
    for (person, roles) in roles {
        lines.entry(person).or_default().insert(0, Line::Called(roles));
    }
}

/// Where a case is read; the answer to one mention is where the mention is.
fn page(origin: &str, file: &CaseFile) -> String {
    match file.mention {
        Some(mention) => format!("{origin}/mentions/{mention}"),
        None => format!("{origin}/cases/{}", file.id),
    }
}

/// To the first of somebody's targets that did not fail last time.
async fn message(
    waking: &Waking,
    around: &Around,
    room: &Room,
    state: &State,
    person: PersonId,
    lines: &[Line],
) -> Result<Option<NewMessage>, EngineError> {
    let Some(who) = around.member(person) else { return Ok(None) };
    let targets = waking.world.store.targets(Some(person)).await?;
    let Some(target) = targets.iter().min_by_key(|target| target.failures > 0) else { return Ok(None) };
    let now = waking.world.clock.now();
    let words = speaks(who, now);
    let said: Vec<String> = lines.iter().map(|line| line.said(&words, state)).collect();
    let brand = around.brand.1.as_str();
    let case = room.file.id;
    let note = Notification {
        key: format!("case-{case}-{}-{person}", room.file.version + 1),
        story: format!("case-{case}"),
        title: match room.file.mention {
            Some(_) => words.name("case-tell-answer", brand),
            None => words.tell("case-tell-title", &[("what", brand.into()), ("n", case.0.into())]),
        },
        body: said.join("\n"),
        link: Some(page(&waking.origin, &room.file)),
        waking: lines.iter().any(Line::wakes),
        repeat: false,
        lang: words.locale().code().to_owned(),
        until: now.saturating_add(LASTS).unwrap_or(now),
        answer: None,
    };
    let of = BTreeSet::from([around.organisation.id]);
    let letter = Letter { note, repeat_line: words.say("wake-repeat"), call: None, of };
    Ok(Some(letter.message(target.id, person, None)?))
}
