//! Commands are decided over the log as it stands and kept if nobody wrote meanwhile; else decided again.

use super::around::Around;
use super::{CaseError, Room, check, house, read, tell};
use crate::EngineError;
use crate::bus::Change;
use crate::waking::Waking;
use crate::world::World;
use domain::case::event::{CourseEvent, Event, MentionEvent, SpeechEvent};
use domain::case::state::{Draft, Stage};
use domain::case::{
    Actor, Capture, Command, Entry, Party, Record, Refusal, Sealed, State, TextRef, decide, decide_everyday, records,
};
use domain::id::{CaseId, MentionId, OrganisationId};
use domain::organisation::Role;
use jiff::Timestamp;
use std::collections::BTreeSet;
use store::{Append, CaseFile, CaseNow};

/// How often something is decided again because somebody else acted meanwhile.
const AGAIN: usize = 20;

/// Texts and captures that commands name.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The texts, sealed.
    pub texts: Vec<Sealed>,
    /// The captures, with their bytes.
    pub captures: Vec<(Capture, Vec<u8>)>,
}

impl Said {
    /// Takes a text in, and gives what stands for it.
    pub fn say(&mut self, text: Sealed) -> TextRef {
        let reference = text.reference();
        self.texts.push(text);
        reference
    }

    /// Takes a capture in, and gives what stands for it.
    pub fn capture(&mut self, bytes: Vec<u8>) -> Capture {
        let capture = Capture(*blake3::hash(&bytes).as_bytes());
        self.captures.push((capture, bytes));
        capture
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acted {
    /// The case.
    pub case: CaseId,
    /// The number of its last record.
    pub version: u32,
    /// What happened, by the events' names, in order; nothing where it was so already.
    pub happened: Vec<String>,
}

/// Commands of one go: decided one after the other, kept together or not at all.
pub struct Turn<'a> {
    /// What stands around the case.
    pub around: &'a Around,
    /// The case as it was, with its texts.
    pub room: &'a Room,
    /// The case as it will be.
    pub state: State,
    /// What will have happened.
    pub entries: Vec<Entry>,
    /// When.
    pub now: Timestamp,
}

impl Turn<'_> {
    /// Asks for one thing.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn ask(&mut self, by: Actor, role: Option<Role>, command: &Command) -> Result<(), Refusal> {
        let decide = if self.room.file.mention.is_some() { decide_everyday } else { decide };
        for event in decide(&self.state, &self.around.desk(by, role, self.now), command)? {
            let entry = Entry { at: self.now, by, event };
            self.state.apply(&entry);
            self.entries.push(entry);
        }
        Ok(())
    }

    /// The house asks for one thing.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn house(&mut self, command: &Command) -> Result<(), Refusal> {
        self.ask(Actor::House, None, command)
    }
}

/// Does what is asked of a case. `does` may be called several times, each over the log as it then stands; only the last one counts. Every draft it leaves
/// is read by the wording check before anything is kept.
///
/// # Errors
/// Why it is refused, or the store's; nothing is kept then.
pub async fn act(
    waking: &Waking,
    organisation: OrganisationId,
    case: CaseId,
    said: &Said,
    does: impl Fn(&mut Turn<'_>) -> Result<(), Refusal> + Sync,
) -> Result<Acted, CaseError> {
    let world = &waking.world;
    for _ in 0..AGAIN {
        let room = read(world, organisation, case).await?;
        let around = Around::of(world, organisation, room.file.brand).await?;
        // Nobody's clock is behind what was already kept.
        let last = room.entries.last().map_or(Timestamp::MIN, |entry| entry.at);
        let now = world.clock.now().max(last);
        let mut turn = Turn { around: &around, room: &room, state: room.state.clone(), entries: Vec::new(), now };
        does(&mut turn)?;
        check::unread(world, &mut turn, said).await?;
        if turn.entries.is_empty() {
            return Ok(Acted { case, version: room.file.version, happened: Vec::new() });
        }
        let (takes, leaves) = answered(world, &turn).await?;
        let Turn { state, entries, .. } = turn;
        let records = records(organisation, case, room.records.last(), &entries).map_err(EngineError::from)?;
        let version = records.last().map_or(0, |record| record.version);
        let happened = records.iter().map(|record| record.kind.clone()).collect();
        let messages = tell::messages(waking, &around, &room, &state, &entries).await?;
        let (texts, captures) = (named(&said.texts, &records), said.captures.clone());
        let stands = stands(&state, room.entries.iter().chain(&entries), now);
        let (expected, erases) = (room.file.version, erased(&entries));
        let append = Append { expected, records, texts, captures, erases, takes, leaves, now: stands, messages };
        match world.store.append_to_case(organisation, case, append, now).await {
            Ok(()) => {
                world.bus.tell(organisation, Change::Cases);
                return Ok(Acted { case, version, happened });
            }
            Err(store::Error::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(store::Error::Locked.into())
}

/// What lists ask of a case that stands so.
fn stands<'a>(state: &State, entries: impl DoubleEndedIterator<Item = &'a Entry>, now: Timestamp) -> CaseNow {
    let lead = match state.lead() {
        Some(Party::Member(person)) => Some(person),
        _ => None,
    };
    CaseNow { step: state.course.step, lead, due_at: house::due_at(state, entries, now), heat: state.course.heat }
}

/// What entries say is erased: it goes in the same go.
fn erased(entries: &[Entry]) -> (Vec<TextRef>, Vec<Capture>) {
    let (mut gone, mut uncaptured) = (Vec::new(), Vec::new());
    for entry in entries {
        match &entry.event {
            Event::Course(CourseEvent::Erased { texts }) => gone.extend(texts),
            Event::Course(CourseEvent::Cleared { texts, captures, .. }) => {
                gone.extend(texts);
                uncaptured.extend(captures);
            }
            _ => {}
        }
    }
    (gone, uncaptured)
}

/// Mentions that a log answers as it stands: an answer is on its way, or was sent; or somebody holds them, while the case is open.
fn answers(file: &CaseFile, state: &State) -> BTreeSet<MentionId> {
    let goes_on = file.mention.is_some() || state.is_live();
    let held = state.mentions.iter().filter(|(_, handling)| goes_on && handling.holder.is_some());
    let held = held.map(|(mention, _)| *mention);
    let out =
        |stage: &Stage| matches!(stage, Stage::Intended(_) | Stage::Trying(_) | Stage::Unknown(_) | Stage::Sent(..));
    let moving = state.drafts.values().filter(|draft| out(&draft.stage));
    let answered = moving.filter_map(|draft| aims_at(file, draft));
    held.chain(answered).collect()
}

/// The mention that a draft answers.
fn aims_at(file: &CaseFile, draft: &Draft) -> Option<MentionId> {
    draft.answers().or(file.mention)
}

/// Mentions that somebody answers in this turn.
fn sends(turn: &Turn<'_>) -> BTreeSet<MentionId> {
    let by_people = turn.entries.iter().filter(|entry| entry.by.party().is_some());
    let drafts = by_people.filter_map(|entry| match &entry.event {
        Event::Speech(SpeechEvent::Intended { draft, .. } | SpeechEvent::Trying { draft, .. }) => Some(draft),
        _ => None,
    });
    drafts.filter_map(|draft| aims_at(&turn.room.file, turn.state.drafts.get(draft)?)).collect()
}

/// What a turn takes up, and what it lets go. A mention is answered by one log, a case's or its own: who claims one that another log answers is refused, and
/// a case that comes back goes without those that were taken up elsewhere meanwhile: whoever answers one of them all the same is refused.
async fn answered(world: &World, turn: &Turn<'_>) -> Result<(Vec<MentionId>, Vec<MentionId>), CaseError> {
    let file = &turn.room.file;
    let (before, after) = (answers(file, &turn.room.state), answers(file, &turn.state));
    let (sends, mut takes) = (sends(turn), Vec::new());
    let new: BTreeSet<MentionId> = after.difference(&before).chain(&sends).copied().collect();
    for mention in new {
        let other = world.store.answering(file.organisation, mention).await?.filter(|other| other.id != file.id);
        let Some(other) = other else {
            takes.push(mention);
            continue;
        };
        let claimed = |event: &Event| matches!(event, Event::Mention(MentionEvent::Claimed { mention: of, .. }) if *of == mention);
        if turn.entries.iter().any(|entry| claimed(&entry.event)) {
            let open = read(world, file.organisation, other.id).await?;
            let holder = open.state.mentions.get(&mention).and_then(|handling| handling.holder);
            let asks = turn.entries.last().and_then(|entry| entry.by.party());
            let another = holder.map(|(holder, _)| holder).filter(|holder| Some(*holder) != asks);
            return Err(another.map_or(Refusal::Elsewhere, Refusal::HeldBy).into());
        }
        if sends.contains(&mention) {
            return Err(Refusal::Elsewhere.into());
        }
    }
    Ok((takes, before.difference(&after).copied().collect()))
}

/// The texts that records name: what was refused, or said before, is not kept again.
fn named(texts: &[Sealed], records: &[Record]) -> Vec<Sealed> {
    let is_named = |text: &&Sealed| {
        let reference = text.reference().to_string();
        records.iter().any(|record| record.body.contains(&reference))
    };
    texts.iter().filter(is_named).cloned().collect()
}
