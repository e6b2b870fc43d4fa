//! From counts to signals: at each minute, for each brand that something was counted for. Pure functions between two calls of the store.
//!
//! Only complete minutes are judged, so nothing depends on how posts were cut into batches. A tick may run twice: a signal's id is
//! made of brand, series and onset, and what is settled twice is settled once.

use crate::EngineError;
use crate::budget::Budgets;
use crate::bus::Change;
use crate::explain::explain;
use crate::fold::{Fold, Hot};
use crate::grave::find;
use crate::world::World;
use domain::counter::{Series, minute, minute_start};
use domain::signal::{Level, level_from_code, signal_id};
use jiff::Timestamp;
use signal::surge::{Settings, State};
use std::cmp::Reverse;
use store::{DueTick, NewSignal, Settlement, SignalFilter, SignalRow, SignalUpdate};

/// Most signals of a brand that are looked at to see whether a departure belongs to one of them.
const RECENT: i64 = 200;

/// A signal whose counts departed longer ago than this, in minutes, is late: found by catching up.
const LATE: i64 = 60;

/// Judges every brand that something was counted for, up to the last complete minute, and ends what has been quiet long enough.
/// Answers how many signals were raised or escalated.
///
/// # Errors
/// The store's; what could be settled is settled, the rest stays due.
pub async fn tick(world: &World, settings: &Settings) -> Result<usize, EngineError> {
    let now = world.clock.now();
    let (mut changed, mut budgets) = (Ok(0), Budgets::default());
    for due in world.store.due_ticks().await? {
        let found = match find(world, &due, now).await {
            Ok(found) => found,
            Err(error) => {
                tracing::error!(brand.id = %due.brand, %error, "grave posts of a brand could not be looked for; it stays due");
                changed = Err(error);
                continue;
            }
        };
        changed = changed.map(|so_far| so_far + found.raised);
        if due.from_minute < minute(now) {
            // What one brand's judging stumbles over must not leave the brands after it unjudged.
            match judge(world, settings, &mut budgets, &due, found.waits).await {
                Ok(more) => changed = changed.map(|so_far| so_far + more),
                Err(error) => {
                    tracing::error!(brand.id = %due.brand, %error, "a brand could not be judged; it stays due");
                    changed = Err(error);
                }
            }
        }
    }
    end_quiet(world, settings, now).await?;
    changed
}

async fn judge(
    world: &World,
    settings: &Settings,
    budgets: &mut Budgets,
    due: &DueTick,
    stays_due: bool,
) -> Result<usize, EngineError> {
    let now = world.clock.now();
    let (organisation, brand, upto) = (due.organisation, due.brand, minute(now));
    let settings = &budgets.settings(world, settings, organisation, brand).await?;
    let folds = folds(world, settings, due, upto).await?;
    let from = due.from_minute;
    // Years of minutes are folded where they hold up nothing else.
    let (folds, judged) = tokio::task::spawn_blocking(move || {
        let judged: Vec<_> = folds.iter().map(|fold| (fold.series, fold.run(from, upto))).collect();
        (folds, judged)
    })
    .await
    .map_err(|e| EngineError::Broken(e.to_string()))?;
    let mut settlement = Settlement {
        answers: (!stays_due).then_some(*due),
        until_minute: upto,
        detectors: Vec::new(),
        raise: Vec::new(),
        update: Vec::new(),
        at: now,
    };
    let mut hot = Vec::new();
    for (series, (stood_out, state, at)) in judged {
        hot.extend(stood_out);
        settlement.detectors.push((series, serde_json::to_string(&state)?, at));
    }
    in_order(&mut hot);
    let filter = SignalFilter { brand: Some(brand), counted_only: true, ..SignalFilter::default() };
    let known = world.store.signals(organisation, filter, RECENT).await?;
    let mut episodes = known.into_iter().filter_map(Episode::known).collect::<Vec<_>>();
    for hot in hot {
        join(settings, &mut episodes, hot);
    }
    let mut changed = 0;
    wake(world, settings, due, &mut episodes).await?;
    for episode in episodes {
        changed += usize::from(episode.settle(world, due, &folds, now, &mut settlement).await?);
    }
    #[cfg(feature = "crashpoints")]
    crate::crashpoint::reach("between-tx1-and-tx2", "tick");
    world.store.settle(organisation, brand, settlement).await?;
    if changed > 0 {
        world.bus.tell(organisation, Change::Signals);
    }
    Ok(changed)
}

/// Minute by minute; within one, what stands out most speaks for the others.
fn in_order(hot: &mut [Hot]) {
    hot.sort_by(|a, b| {
        let order = |h: &Hot| (h.minute, Reverse(h.level));
        order(a).cmp(&order(b)).then(b.step.score.total_cmp(&a.step.score)).then(a.series.cmp(&b.series))
    });
}

/// What the detector remembers of each series, and the counts since: from the kept state where nothing before it changed, else from the start.
async fn folds(world: &World, settings: &Settings, due: &DueTick, upto: i64) -> Result<Vec<Fold>, EngineError> {
    let (organisation, brand) = (due.organisation, due.brand);
    let Some(start) = world.store.first_minute(organisation, brand, Series::Mentions).await? else {
        return Ok(Vec::new());
    };
    let window = i64::from(settings.reach() / 60);
    let kept = world.store.detectors(organisation, brand).await?;
    let mut folds = Vec::new();
    for series in Series::ALL {
        let usable = kept.iter().find(|(of, _, at)| *of == series && *at >= start && at + window <= due.from_minute);
        // What was kept in a form that is no longer read is learnt again from the counts.
        let usable = usable.and_then(|(_, text, at)| Some((serde_json::from_str(text).ok()?, *at)));
        let (state, from) = usable.unwrap_or_else(|| (State::new(settings), start));
        let counts = world.store.counts(organisation, brand, series, from, upto).await?;
        folds.push(Fold { settings: settings.clone(), series, state, from, counts });
    }
    Ok(folds)
}

/// Finds the episodes that wake from now on: something that is no history stands in a window that reaches their level. What was there
/// before we came wakes nobody; it does once live posts join it.
async fn wake(world: &World, settings: &Settings, due: &DueTick, episodes: &mut [Episode]) -> Result<(), EngineError> {
    let window = i64::from(settings.reach() / 60);
    for episode in episodes.iter_mut().filter(|episode| !episode.wakes) {
        let level = episode.level;
        let minutes: Vec<i64> = episode.reached.iter().filter(|(_, of)| *of >= level).map(|(at, _)| *at).collect();
        let (Some(first), Some(last)) = (minutes.first(), minutes.last()) else { continue };
        let (from, until) = (first + 1 - window, last + 1);
        let fresh = world.store.fresh_minutes(due.organisation, due.brand, from, until).await?;
        let within = |at: &i64| fresh.get(fresh.partition_point(|f| *f <= at - window)).is_some_and(|f| f <= at);
        episode.wakes = minutes.iter().any(within);
    }
    Ok(())
}

/// A signal of the brand, known or about to be raised, with what this tick adds to it.
pub(crate) struct Episode {
    known: Option<SignalRow>,
    pub(crate) onset: i64,
    pub(crate) last_hot: i64,
    pub(crate) level: Level,
    observed: u64,
    /// What raised it in this tick, lifted its level, or doubled it: then it is explained anew.
    pub(crate) told_by: Option<Hot>,
    /// Whether it was raised or its level lifted.
    lifted: bool,
    extended: bool,
    /// The minutes of this tick that reached a level by themselves.
    reached: Vec<(i64, Level)>,
    wakes: bool,
}

impl Episode {
    fn known(row: SignalRow) -> Option<Self> {
        let level = level_from_code(&row.level)?;
        let (onset, last_hot) = (minute(row.onset), minute(row.last_hot_at));
        let (observed, wakes) = (row.observed.unsigned_abs(), row.wakes);
        let (told_by, lifted, extended, reached) = (None, false, false, Vec::new());
        Some(Self { onset, last_hot, level, observed, told_by, lifted, extended, reached, wakes, known: Some(row) })
    }

    /// Writes down what changed; answers whether there is news: raised, lifted, taken up again, or waking from now on.
    async fn settle(
        self,
        world: &World,
        due: &DueTick,
        folds: &[Fold],
        now: Timestamp,
        settlement: &mut Settlement,
    ) -> Result<bool, EngineError> {
        let last_hot_at = minute_start(self.last_hot);
        let Some(hot) = self.told_by else {
            if let Some(row) = self.known.filter(|row| self.extended || self.wakes != row.wakes) {
                let told = self.wakes != row.wakes || (self.extended && row.ended_at.is_some());
                let ended_at = row.ended_at.filter(|_| !self.extended);
                let update = SignalUpdate { last_hot_at, ended_at, wakes: self.wakes, ..unchanged(row) };
                settlement.update.push(update);
                return Ok(told);
            }
            return Ok(false);
        };
        let Some(fold) = folds.iter().find(|fold| fold.series == hot.series) else { return Ok(false) };
        let frozen = fold.freeze(hot.minute);
        let explanation = explain(world, due, fold, &frozen, &hot, self.level, self.onset).await?;
        let (frozen, told) = (serde_json::to_string(&frozen)?, serde_json::to_string(&explanation)?);
        let (level, score) = (self.level.code().to_owned(), thousandths(hot.step.score));
        let (observed, expected) = (explanation.observed, explanation.expected);
        match self.known {
            Some(row) => settlement.update.push(SignalUpdate {
                id: row.id,
                level,
                score,
                observed,
                expected,
                ended_at: None,
                last_hot_at,
                wakes: self.wakes,
                explanation: Some(told),
                frozen: Some(frozen),
            }),
            None => settlement.raise.push(NewSignal {
                id: signal_id(due.brand, hot.series, minute_start(hot.onset)),
                organisation: due.organisation,
                brand: due.brand,
                series: hot.series,
                level,
                onset: minute_start(self.onset),
                raised_at: now,
                last_hot_at,
                late: hot.minute < minute(now) - LATE,
                wakes: self.wakes,
                score,
                observed,
                expected,
                frozen,
                explanation: told,
            }),
        }
        Ok(self.lifted)
    }
}

/// An update that changes nothing yet.
fn unchanged(row: SignalRow) -> SignalUpdate {
    let SignalRow { id, level, score, observed, expected, ended_at, last_hot_at, wakes, .. } = row;
    SignalUpdate { id, level, score, observed, expected, ended_at, last_hot_at, wakes, explanation: None, frozen: None }
}

/// Puts a hot minute where it belongs: a brand has one episode at a time, and it lasts until it was quiet long enough.
fn join(settings: &Settings, episodes: &mut Vec<Episode>, hot: Hot) {
    let quiet = i64::from(settings.quiet / 60);
    let near = |episode: &&mut Episode| hot.minute >= episode.onset - quiet && hot.minute <= episode.last_hot + quiet;
    let reached = hot.level.map(|level| (hot.minute, level));
    if let Some(episode) = episodes.iter_mut().find(near) {
        episode.reached.extend(reached);
        if hot.minute > episode.last_hot {
            episode.last_hot = hot.minute;
            episode.extended = true;
        }
        let observed = hot.step.window_observed;
        let rises = hot.level.is_some_and(|level| level > episode.level);
        if rises || (hot.level == Some(episode.level) && observed >= 2 * episode.observed) {
            episode.level = hot.level.unwrap_or(episode.level);
            episode.observed = observed;
            episode.lifted |= rises;
            episode.told_by = Some(hot);
        }
    } else if let Some(level) = hot.level {
        let (onset, last_hot, observed) = (hot.onset, hot.minute, hot.step.window_observed);
        let told_by = Some(hot);
        episodes.push(Episode {
            known: None,
            onset,
            last_hot,
            level,
            observed,
            told_by,
            lifted: true,
            extended: false,
            reached: reached.into_iter().collect(),
            wakes: false,
        });
    }
}

/// The episodes that the counts of one brand raise, judged in one go from `from` on.
pub(crate) fn episodes(settings: &Settings, folds: &[Fold], from: i64, upto: i64) -> Vec<Episode> {
    let mut hot: Vec<Hot> = folds.iter().flat_map(|fold| fold.run(from, upto).0).collect();
    in_order(&mut hot);
    let mut episodes = Vec::new();
    for hot in hot {
        join(settings, &mut episodes, hot);
    }
    episodes
}

/// Ends the signals whose quiet time has passed.
async fn end_quiet(world: &World, settings: &Settings, now: Timestamp) -> Result<(), EngineError> {
    let quiet = jiff::SignedDuration::from_secs(i64::from(settings.quiet));
    for organisation in world.store.organisations().await? {
        let mut over = Vec::new();
        let mut last: Option<(Timestamp, String)> = None;
        loop {
            let filter = SignalFilter { open_only: true, ..SignalFilter::default() };
            let beyond = last.as_ref().map(|(onset, id)| (*onset, id.as_str()));
            let page = world.store.signals_beyond(organisation.id, filter, beyond, RECENT).await?;
            last = page.last().filter(|_| page.len() as i64 == RECENT).map(|row| (row.onset, row.id.clone()));
            let end = |row: &SignalRow| row.last_hot_at.saturating_add(quiet).unwrap_or(Timestamp::MAX);
            over.extend(page.into_iter().map(|row| (end(&row), row)).filter(|(end, _)| *end <= now));
            if last.is_none() {
                break;
            }
        }
        for (end, row) in over {
            let brand = row.brand;
            let settlement = Settlement {
                answers: None,
                until_minute: minute(now),
                detectors: Vec::new(),
                raise: Vec::new(),
                update: vec![SignalUpdate { ended_at: Some(end), ..unchanged(row) }],
                at: now,
            };
            world.store.settle(organisation.id, brand, settlement).await?;
            world.bus.tell(organisation.id, Change::Signals);
        }
    }
    Ok(())
}

/// A score as it stands in records: thousandths.
pub fn thousandths(value: f64) -> i64 {
    libm::round(value * 1000.0) as i64
}
