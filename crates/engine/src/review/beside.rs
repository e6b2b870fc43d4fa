//! What is counted beside the log of a case: the day before each text to everybody and the day after, and what stood before anybody had heard of it.

use super::Counts;
use crate::EngineError;
use crate::case::{Room, deaf};
use crate::explain::belongs;
use crate::world::World;
use domain::assess::CauseFound;
use domain::complaint;
use domain::counter::Series;
use domain::id::{OrganisationId, SourceId};
use domain::mention::Sees;
use domain::report::Heard;
use domain::review::{BESIDE, Before, Span, Spoken, Weak, Week, Windows, spoken};
use domain::signal::{Explanation, Story};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use store::{MentionFilter, SignalFilter, WindowMention};
use text::{Cause, Causes, Language};

/// How far back "before" is looked at: four weeks, as the detectors learn from.
const WEEKS: i64 = 4;
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Most mentions that are read for their cause; of more, nobody knows.
const MOST: i64 = 20_000;
/// Signals of the brand that are looked at.
const SIGNALS: i64 = 500;
/// A source that was deaf for longer than this in a day was not listened to.
const DEAF: SignedDuration = SignedDuration::from_hours(1);

static CAUSES: LazyLock<Causes> = LazyLock::new(Causes::new);

/// What was counted around each text to everybody that is out; where a source was deaf, nobody knows.
pub(super) async fn windows(
    counts: &Counts<'_>,
    room: &Room,
    heard: &[Heard],
    stories: &[u64],
    now: Timestamp,
) -> Result<Vec<Windows>, EngineError> {
    let mut windows = Vec::new();
    for Spoken { draft, at, .. } in spoken(&room.entries, &room.state) {
        let from = at.checked_sub(BESIDE).unwrap_or(Timestamp::MIN);
        let until = at.checked_add(BESIDE).unwrap_or(Timestamp::MAX);
        let before = counts.listened(from, at, heard, stories).await?;
        let after = if until <= now { Some(counts.listened(at, until, heard, stories).await?) } else { None };
        windows.push(Windows { draft, before, after, stories: !stories.is_empty() });
    }
    Ok(windows)
}

impl Counts<'_> {
    /// What was counted in a span in which every source was heard, but for an hour: of these stories, or of the brand where there are none.
    async fn listened(
        &self,
        from: Timestamp,
        until: Timestamp,
        heard: &[Heard],
        stories: &[u64],
    ) -> Result<Span, EngineError> {
        let is_listened = !heard.is_empty() && heard.iter().all(|source| deaf(source, from, until) <= DEAF);
        if !is_listened {
            return Ok(Span { from, until, mentions: None, ill: None });
        }
        if stories.is_empty() { self.span(from, until).await } else { self.told(from, until, stories).await }
    }

    /// What was counted of some stories; of very many mentions, nobody knows.
    async fn told(&self, from: Timestamp, until: Timestamp, stories: &[u64]) -> Result<Span, EngineError> {
        let found = self.world.store.window(self.organisation, self.brand, from, until, MOST).await?;
        let all = (found.len() as i64) < MOST;
        let tells = |mention: &&WindowMention| {
            mention.fingerprint != 0 && stories.iter().any(|story| text::near(*story, mention.fingerprint))
        };
        let (mut mentions, mut ill) = (0, 0);
        for mention in found.iter().filter(tells) {
            mentions += 1;
            ill += i64::from(belongs(mention, Series::Negative));
        }
        Ok(Span { from, until, mentions: all.then_some(mentions), ill: all.then_some(ill) })
    }
}

/// The stories of a case, as fingerprints: what its signals tell that was told more than once, or is grave. None where they are less than half of what a
/// signal counted: what it is about is more than they are then.
pub(super) async fn stories(
    world: &World,
    organisation: OrganisationId,
    own: &BTreeSet<String>,
) -> Result<Vec<u64>, EngineError> {
    let mut known = BTreeSet::new();
    for id in own {
        let row = match world.store.signal(organisation, id).await {
            Ok(row) => row,
            Err(store::Error::NotFound) => continue,
            Err(error) => return Err(error.into()),
        };
        let Ok(said) = serde_json::from_str::<Explanation>(&row.explanation) else { continue };
        let is_told = |story: &&Story| story.fingerprint != 0 && (story.count > 1 || said.grave.is_some());
        let told: Vec<&Story> = said.stories.iter().filter(is_told).collect();
        let count: i64 = told.iter().map(|story| story.count).sum();
        if said.grave.is_some() || count.saturating_mul(2) >= said.observed {
            known.extend(told.iter().map(|story| story.fingerprint));
        }
    }
    Ok(known.into_iter().collect())
}

/// What stood before a case was heard of; `own` are its own signals, `until` when it was heard of.
pub(super) async fn before(
    world: &World,
    organisation: OrganisationId,
    room: &Room,
    own: &BTreeSet<String>,
    (onset, until): (Timestamp, Timestamp),
) -> Result<Before, EngineError> {
    let (store, brand) = (&world.store, room.file.brand);
    let from = onset.checked_sub(WEEK * i32::try_from(WEEKS).unwrap_or(1)).unwrap_or(Timestamp::MIN);
    let filter = SignalFilter { brand: Some(brand), since: Some(from), ..SignalFilter::default() };
    let rows = store.signals(organisation, filter, SIGNALS).await?;
    let weak = rows.iter().filter(|row| row.onset < until && row.onset >= from && !own.contains(&row.id));
    let weak = weak.map(|row| Weak {
        id: row.id.clone(),
        level: row.level.clone(),
        onset: row.onset,
        dismissed: row.label.as_ref().filter(|_| row.is_dismissed()).map(|label| label.at),
    });
    let mut signals: Vec<Weak> = weak.collect();
    signals.sort_by(|a, b| (a.onset, &a.id).cmp(&(b.onset, &b.id)));
    let cause = cause(world, organisation, room, own).await?;
    let (mut complaints, mut weeks) = (None, Vec::new());
    if let Some(cause) = cause {
        let named = named(world, organisation, room, cause, (from, until)).await?;
        complaints = named.as_ref().map(|named| named.iter().filter(|it| it.1).map(|it| it.0).collect());
        for week in (1..=WEEKS).rev() {
            let back = |weeks: i64| onset.checked_sub(WEEK * i32::try_from(weeks).unwrap_or(0)).unwrap_or(onset);
            let (from, until) = (back(week), back(week - 1));
            let within = |at: &Timestamp| from <= *at && *at < until;
            let count = |named: &Vec<(Timestamp, bool)>| named.iter().filter(|(at, _)| within(at)).count() as i64;
            weeks.push(Week { from, until, mentions: named.as_ref().map(count) });
        }
    }
    Ok(Before { from, until, cause, signals, complaints, weeks })
}

/// What a case is about: what the team answered, else what its signals named most.
async fn cause(
    world: &World,
    organisation: OrganisationId,
    room: &Room,
    own: &BTreeSet<String>,
) -> Result<Option<Cause>, EngineError> {
    if let Some(cause) = room.state.course.answers.and_then(|answers| answers.cause) {
        return Ok(Some(cause));
    }
    for id in own {
        match world.store.signal(organisation, id).await {
            Ok(row) => {
                let explained: Option<Explanation> = serde_json::from_str(&row.explanation).ok();
                let causes = explained.and_then(|told| told.assessment).map(|assessment| assessment.causes);
                if let Some(CauseFound { cause, .. }) = causes.and_then(|causes| causes.into_iter().next()) {
                    return Ok(Some(cause));
                }
            }
            Err(store::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(None)
}

/// Mentions of the brand that name a cause before all others: when, and whether each was a complaint. `None`: there are too many to read.
async fn named(
    world: &World,
    organisation: OrganisationId,
    room: &Room,
    cause: Cause,
    (from, until): (Timestamp, Timestamp),
) -> Result<Option<Vec<(Timestamp, bool)>>, EngineError> {
    let sources = world.store.sources(organisation).await?;
    let filed: BTreeSet<SourceId> = sources.iter().filter(|it| it.kind == complaint::KIND).map(|it| it.id).collect();
    let (brand, since, until) = (Some(room.file.brand), Some(from), Some(until));
    let filter = MentionFilter { brand, since, until, sees: Sees::All, ..MentionFilter::default() };
    let mentions = world.store.mentions(organisation, &filter, None, MOST).await?;
    if mentions.len() as i64 >= MOST {
        return Ok(None);
    }
    let read = move || {
        let of = |view: &store::MentionView| {
            let language = view.reading.as_ref().map_or(Language::Unknown, |reading| reading.lang);
            let hints = CAUSES.hints(&view.post.post.text, language);
            let is_it = hints.first().is_some_and(|hint| hint.cause == cause);
            is_it.then(|| (view.mention.at, filed.contains(&view.mention.source)))
        };
        let mut named: Vec<(Timestamp, bool)> = mentions.iter().filter_map(of).collect();
        named.sort_unstable();
        named
    };
    let named = tokio::task::spawn_blocking(read).await;
    Ok(Some(named.map_err(|error| EngineError::Broken(error.to_string()))?))
}
