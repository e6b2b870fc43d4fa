//! The review of a case: what stands around its log, gathered from the store, and what is read from both. A lesson becomes a version of the plan.

mod beside;
mod compare;
mod letterhead;
mod preview;
mod tested;
mod tried;

pub use compare::{Compared, compare, measured};
pub use letterhead::{Letterhead, letterhead, set_letterhead};
pub use preview::{Preview, preview};
pub use tested::mark_tested;
pub use tried::{Tried, Try, tried};

use crate::EngineError;
use crate::case::{CaseError, Room, Said, act, deaf, progress_of, room, seal};
use crate::plan::{self, Written};
use crate::report::heard;
use crate::waking::Waking;
use crate::world::World;
use domain::case::event::{CourseEvent, Entry, Event, LessonEvent, Origin, Step};
use domain::case::measure::Progress;
use domain::case::state::LessonStage;
use domain::case::{Actor, Command, Key, Refusal};
use domain::counter::{Series, minute};
use domain::figure::Figure;
use domain::id::{BrandId, CaseId, OrganisationId, PersonId};
use domain::organisation::{Right, Role};
use domain::plan::{Change, Plan, Written as Value, value_at};
use domain::review::{Around, Deaf, Planned, Review, Signal, Span, Volumes, review};
use domain::signal::{Level, level_from_code};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use store::{LogEntry, SignalFilter, SignalRow};

/// How far back "before" reaches: two weeks, so that both weekends are in it.
const BEFORE: SignedDuration = SignedDuration::from_hours(14 * 24);
/// "After" is as long as "before", or as long as there is.
const AFTER: SignedDuration = BEFORE;
/// Signals of the brand that are looked at.
const SIGNALS: i64 = 200;
/// A signal that began earlier than this before the case is not its own.
const OWN: SignedDuration = SignedDuration::from_hours(48);

/// A review with the room it was read in.
#[derive(Clone, Debug)]
pub struct Read {
    /// The case.
    pub room: Room,
    /// What stood around it.
    pub around: Around,
    /// What was read.
    pub review: Review,
    /// The plan by which the case was opened: what it calls its actions.
    pub plan: Plan,
    /// How the measures that are not over stand now.
    pub progress: BTreeMap<u32, Progress>,
    /// Whose name and colour stand on it.
    pub letterhead: Option<Letterhead>,
}

/// Reads the review of a case. Changes nothing.
///
/// # Errors
/// The store's; [`store::Error::NotFound`] where the organisation has no such case.
pub async fn read(world: &World, organisation: OrganisationId, case: CaseId) -> Result<Read, EngineError> {
    let room = room(world, organisation, case).await?;
    let plan = plan_of(world, organisation, &room).await?;
    let around = around(world, organisation, &room, &plan).await?;
    let review = review(&room.entries, &around);
    let progress = progress_of(world, organisation, &room).await?;
    let letterhead = letterhead(world, organisation).await?;
    Ok(Read { room, around, review, plan, progress, letterhead })
}

async fn around(world: &World, organisation: OrganisationId, room: &Room, plan: &Plan) -> Result<Around, EngineError> {
    let now = world.clock.now();
    let (opened, brand) = (room.file.opened_at, room.file.brand);
    let ended = if room.state.is_live() { now } else { room.state.course.since };
    let signals = signals(world, organisation, room, (opened, ended)).await?;
    let onset = signals.iter().map(|signal| signal.onset).min().map_or(opened, |onset| onset.min(opened));
    let over = calmed(room).unwrap_or(ended).min(now);
    // Nobody counted before the first mention that was.
    let first = world.store.first_minute(organisation, brand, Series::Mentions).await?;
    let counted = first.and_then(|first| Timestamp::from_second(first.saturating_mul(60)).ok()).unwrap_or(onset);
    let before = onset.checked_sub(BEFORE).unwrap_or(Timestamp::MIN).max(counted).min(onset);
    let after = over.checked_add(AFTER).unwrap_or(Timestamp::MAX).min(now);
    let heard = heard(world, organisation, before).await?;
    let counts = Counts { world, organisation, brand };
    let during = counts.span(onset, over).await?;
    let volumes = if heard.is_empty() {
        None
    } else {
        let after = if over < after { Some(counts.span(over, after).await?) } else { None };
        Some(Volumes { before: counts.span(before, onset).await?, during, after })
    };
    let wrote = match during.ill {
        Some(ill) if heard.iter().any(|it| !deaf(it, onset, over).is_zero()) => Figure::AtLeast(ill),
        Some(ill) if !heard.is_empty() => Figure::Counted(ill),
        _ => Figure::Unknown,
    };
    let own: BTreeSet<String> = signals.iter().map(|signal| signal.id.clone()).collect();
    let stories = beside::stories(world, organisation, &own).await?;
    let windows = beside::windows(&counts, room, &heard, &stories, now).await?;
    let before_it =
        beside::before(world, organisation, room, &own, (onset, heard_of(room, &signals).max(onset))).await?;
    let deaf = heard.iter().map(|it| Deaf { source: it.name.clone(), minutes: deaf(it, onset, ended).as_mins() });
    Ok(Around {
        now,
        signals,
        planned: planned(plan, room),
        wrote,
        volumes,
        deaf: deaf.filter(|deaf| deaf.minutes > 0).collect(),
        windows,
        before: Some(before_it),
    })
}

/// When anybody heard of it: by the first alert, or when it was reported to us. A later alert told nothing new to who had been called.
fn heard_of(room: &Room, signals: &[Signal]) -> Timestamp {
    let alerts = signals.iter().filter_map(|signal| signal.alerted);
    let reported = room.state.opening.as_ref().map(|opening| opening.reported);
    alerts.chain(reported).min().unwrap_or(room.file.opened_at)
}

/// Since when it is calm: the last step but its end was to follow-up.
fn calmed(room: &Room) -> Option<Timestamp> {
    let step = |entry: &Entry| match &entry.event {
        Event::Course(CourseEvent::Stepped { to, .. }) => Some((*to, entry.at)),
        _ => None,
    };
    let mut steps = room.entries.iter().rev().filter_map(step);
    let last = steps.find(|(to, _)| !matches!(to, Step::Closed | Step::Dismissed))?;
    (last.0 == Step::FollowUp).then_some(last.1)
}

/// The plan by which the case was opened; where that version is gone, the one that holds.
async fn plan_of(world: &World, organisation: OrganisationId, room: &Room) -> Result<Plan, EngineError> {
    let wanted = room.state.opening.as_ref().map_or(0, |opening| opening.plan);
    let text = plan::version(world, organisation, wanted).await?;
    let base = plan::base(world, organisation).await?;
    match text {
        Some(text) => Ok(domain::plan::read(&text, base.as_ref().map(|base| base.text.as_str())).0),
        None => Ok(plan::said(world, organisation).await?.unwrap_or_default()),
    }
}

/// What the plan asks for in the scenario of the case.
fn planned(plan: &Plan, room: &Room) -> Vec<Planned> {
    let scenario = room.state.course.scenario.as_deref().and_then(|name| plan.scenario(name));
    let actions = scenario.map(|scenario| plan.actions_of(scenario)).unwrap_or_default();
    let once = actions.into_iter().filter(|action| action.body.every.is_none());
    once.map(|action| Planned { action: action.id.clone(), within: action.body.within }).collect()
}

/// Signals that a case comes from, and those of its brand that stood in a time and called somebody; in the order of their onset.
async fn signals(
    world: &World,
    organisation: OrganisationId,
    room: &Room,
    (opened, ended): (Timestamp, Timestamp),
) -> Result<Vec<Signal>, EngineError> {
    let since = opened.checked_sub(OWN).unwrap_or(Timestamp::MIN);
    let filter = SignalFilter { brand: Some(room.file.brand), since: Some(since), ..SignalFilter::default() };
    let rows = world.store.signals(organisation, filter, SIGNALS).await?;
    let origins = room.state.course.origins.iter();
    let named: BTreeSet<&String> =
        origins.filter_map(|origin| if let Origin::Signal(id) = origin { Some(id) } else { None }).collect();
    let is_own = |row: &SignalRow| row.onset <= ended && row.wakes && !row.is_dismissed();
    let mut own: Vec<SignalRow> = rows.into_iter().filter(|row| is_own(row) && !named.contains(&row.id)).collect();
    for id in named {
        match world.store.signal(organisation, id).await {
            Ok(row) => own.push(row),
            Err(store::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let mut log = world.store.signal_log(0).await?;
    log.retain(|entry| entry.organisation == organisation);
    let labelled = |id: &str| log.iter().find(|entry| entry.signal == id && entry.kind == "labelled");
    let told = |row: SignalRow| Signal {
        alerted: alert_at(&log, &row.id),
        acknowledged: labelled(&row.id).map(|entry| entry.at),
        onset: row.onset,
        id: row.id,
    };
    let mut signals: Vec<Signal> = own.into_iter().map(told).collect();
    signals.sort_by(|a, b| (a.onset, &a.id).cmp(&(b.onset, &b.id)));
    Ok(signals)
}

/// When a signal became an alert, as its log says: what is raised as a notice may rise.
pub(crate) fn alert_at(log: &[LogEntry], signal: &str) -> Option<Timestamp> {
    let level = |entry: &LogEntry| {
        let body: serde_json::Value = serde_json::from_str(&entry.body).ok()?;
        level_from_code(body.get("level")?.as_str()?)
    };
    let of = log.iter().filter(|entry| entry.signal == signal && ["raised", "level"].contains(&entry.kind.as_str()));
    of.filter(|entry| level(entry) == Some(Level::Alert)).map(|entry| entry.at).min()
}

/// The stories of a case, as its signals tell them so far.
pub(crate) async fn stories_of(
    world: &World,
    organisation: OrganisationId,
    room: &Room,
) -> Result<Vec<u64>, EngineError> {
    let signals = signals(world, organisation, room, (room.file.opened_at, world.clock.now())).await?;
    beside::stories(world, organisation, &signals.into_iter().map(|signal| signal.id).collect()).await
}

struct Counts<'a> {
    world: &'a World,
    organisation: OrganisationId,
    brand: BrandId,
}

impl Counts<'_> {
    async fn span(&self, from: Timestamp, until: Timestamp) -> Result<Span, EngineError> {
        let of = async |series| {
            let (from, until) = (minute(from), minute(until));
            self.world.store.counted(self.organisation, self.brand, series, from, until).await
        };
        Ok(Span { from, until, mentions: Some(of(Series::Mentions).await?), ill: Some(of(Series::Negative).await?) })
    }
}

/// Something that is to be learned, as it is given.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// Makes a second one the same.
    pub key: Key,
    /// In a sentence.
    pub text: String,
    /// The changes of the plan.
    pub changes: Vec<Change>,
    /// The records it rests on.
    pub records: Vec<u32>,
}

/// Proposes a lesson: it must be one that the plan that holds takes. Gives its number; the same key again is the same lesson.
///
/// # Errors
/// [`EngineError::Report`] where it does not; what the case refuses; the store's.
pub async fn draw(
    waking: &Waking,
    organisation: OrganisationId,
    case: CaseId,
    (person, role): (PersonId, Role),
    lesson: &Lesson,
) -> Result<u32, CaseError> {
    if let Some(known) = drawn(&room(&waking.world, organisation, case).await?, &lesson.key) {
        return Ok(known);
    }
    let stands = held(&waking.world, organisation).await?;
    // What each change was drawn against: whoever writes there meanwhile is not overwritten.
    let drawn_from = |change: &Change| Change { from: value_at(&stands.1, change), ..change.clone() };
    let changes: Vec<Change> = lesson.changes.iter().map(drawn_from).collect();
    laid(&waking.world, organisation, (case, u32::MAX, &lesson.text), &changes, &stands.1).await?;
    let mut said = Said::default();
    let text = said.say(seal(&waking.world, &lesson.text)?);
    let written = serde_json::to_string(&changes).map_err(EngineError::from)?;
    let changes = said.say(seal(&waking.world, &written)?);
    let command = Command::Draw { key: lesson.key.clone(), text, changes, records: lesson.records.clone() };
    act(waking, organisation, case, &said, |turn| turn.ask(Actor::Member(person), Some(role), &command)).await?;
    let now = room(&waking.world, organisation, case).await?;
    Ok(drawn(&now, &lesson.key).ok_or(EngineError::from(store::Error::NotFound))?)
}

/// The lesson that was drawn by a key.
fn drawn(open: &Room, by: &Key) -> Option<u32> {
    open.entries.iter().find_map(|entry| match &entry.event {
        Event::Lesson(LessonEvent::Drawn { key, lesson, .. }) if key == by => Some(*lesson),
        _ => None,
    })
}

/// Takes a lesson into the plan: a new version of it, which says which case it comes from, and passes as before. Gives the version.
///
/// # Errors
/// [`EngineError::Report`] where the plan does not take it, or somebody wrote there meanwhile; what the case refuses, and
/// [`Refusal::Role`] for who may not change the plan; the store's.
pub async fn merge(
    waking: &Waking,
    organisation: OrganisationId,
    case: CaseId,
    (person, role): (PersonId, Role),
    number: u32,
) -> Result<i64, CaseError> {
    if !role.may(Right::Configure) {
        return Err(Refusal::Role.into());
    }
    let open = room(&waking.world, organisation, case).await?;
    let missing = || Refusal::Missing { what: "lesson", number: number.into() };
    let found = open.state.lessons.get(&number).ok_or_else(missing)?;
    match found.stage {
        LessonStage::Merged(plan) | LessonStage::Tested(plan, _) => return Ok(plan),
        LessonStage::Shelved(_) => {
            return Err(EngineError::Report("that lesson was set aside; nothing was changed".to_owned()).into());
        }
        LessonStage::Drawn => {}
    }
    let gone = || EngineError::Report("the words of that lesson were erased; nothing was changed".to_owned());
    let (told, changes) = (open.text(found.text).ok_or_else(gone)?, open.text(found.changes).ok_or_else(gone)?);
    let changes: Vec<Change> = serde_json::from_str(changes).map_err(EngineError::from)?;
    // Written before, and the process died before the case said so.
    let id = domain::review::named(case, number);
    let now = plan::said(&waking.world, organisation).await?.unwrap_or_default();
    let version = if now.lessons.iter().any(|lesson| lesson.id == id) {
        waking.world.store.plan(organisation).await?.map_or(0, |plan| plan.version)
    } else {
        let (expected, stands) = held(&waking.world, organisation).await?;
        if let Some(place) = changes.iter().find_map(|change| overwritten(&stands, change)) {
            let why =
                format!("somebody changed this in the plan since the lesson was drawn: {place}; nothing was changed");
            return Err(EngineError::Report(why).into());
        }
        let text = laid(&waking.world, organisation, (case, number, told), &changes, &stands).await?;
        let written = plan::write(&waking.world, organisation, Some(person), expected, &text, told).await?;
        let Written::Kept(version) = written else {
            let why =
                "somebody wrote another version of the plan meanwhile: look at it and try again; nothing was changed";
            return Err(EngineError::Report(why.to_owned()).into());
        };
        version
    };
    let command = Command::Merge { lesson: number, plan: version };
    let said = Said::default();
    act(waking, organisation, case, &said, |turn| turn.ask(Actor::Member(person), Some(role), &command)).await?;
    Ok(version)
}

/// The plan that holds: its version (0: none yet) and its text.
async fn held(world: &World, organisation: OrganisationId) -> Result<(i64, String), EngineError> {
    Ok(world.store.plan(organisation).await?.map_or((0, String::new()), |now| (now.version, now.text)))
}

/// The place of a change where a plan says neither what it said when the change was drawn, nor what it is to say.
fn overwritten(text: &str, change: &Change) -> Option<String> {
    let same = |one: &Option<Value>, other: &Option<Value>| match (one, other) {
        (Some(one), Some(other)) => one.means(other),
        (one, other) => one == other,
    };
    let now = value_at(text, change);
    let place = [Some(&change.section), change.id.as_ref(), change.field.as_ref()].into_iter().flatten();
    let named = || place.map(String::as_str).collect::<Vec<_>>().join(".");
    (!same(&now, &change.from) && !same(&now, &change.to)).then(named)
}

/// The text of the plan with a lesson in it.
async fn laid(
    world: &World,
    organisation: OrganisationId,
    named: (CaseId, u32, &str),
    changes: &[Change],
    text: &str,
) -> Result<String, EngineError> {
    if let Some(odd) = changes.iter().find(|change| !plan::is_placed(change)) {
        let what = format!("`{}` with this id and field is no place in a plan; nothing was changed", odd.section);
        return Err(EngineError::Report(what));
    }
    let base = plan::base(world, organisation).await?;
    let base = base.as_ref().map(|base| base.text.as_str());
    let today = world.clock.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let laid = domain::review::lesson(text, changes, named, today, base);
    laid.map_err(|why| EngineError::Report(format!("{why}; nothing was changed")))
}
