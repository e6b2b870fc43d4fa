//! What each choice would have told of in the last months, and what the labels of what was told say of them.

use super::{InForce, keep, of};
use crate::EngineError;
use crate::fold::Fold;
use crate::tick::{Episode, episodes};
use crate::world::World;
use domain::calibrate::{Advice, Labelled, advise};
use domain::counter::{Series, minute};
use domain::id::{BrandId, OrganisationId, PersonId};
use domain::signal::{Budget, Level, Often, level_from_code};
use jiff::{SignedDuration, Timestamp};
use signal::surge::State;
use store::{SignalFilter, SignalRow};
use tokio::sync::Semaphore;

/// How many days back are tried.
pub const DAYS: i64 = 90;
/// Before them, the detector learns so many days, as far as there are any.
const LEARNS: i64 = 28;
/// Most signals that are looked at for their labels.
pub(super) const LOOKED: i64 = 1_000;

/// What each choice would have told of.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The budget that holds.
    pub present: InForce,
    /// Since when counts were tried: [`DAYS`] ago, or when the first was there.
    pub from: Timestamp,
    /// For each level its choices: how many signals reached that level, the other level's choice as it is.
    pub counts: [[(Often, i64); 3]; 2],
    /// What the labels say of notices and of alerts.
    pub advice: [Advice; 2],
}

impl Trial {
    /// The budget that the labels propose, if they do.
    pub fn proposed(&self) -> Option<Budget> {
        let present = self.present.budget;
        let [notice, alert] = self.advice.map(Advice::often);
        let proposed = Budget { notice: notice.unwrap_or(present.notice), alert: alert.unwrap_or(present.alert) };
        (proposed != present).then_some(proposed)
    }
}

/// One at a time: each folds months of minutes, and must not keep the others from being judged.
static TURN: Semaphore = Semaphore::const_new(1);

/// Tries every choice of a brand on its counts of the last [`DAYS`], and on its labelled signals. Changes nothing. The counts are judged
/// once, as after an import: what was raised while posts still came in may have been told a little sooner or later.
///
/// # Errors
/// The store's.
pub async fn trial(world: &World, organisation: OrganisationId, brand: BrandId) -> Result<Trial, EngineError> {
    let turn = TURN.acquire().await.map_err(|e| EngineError::Broken(e.to_string()))?;
    let present = of(world, organisation, brand).await?;
    let until = world.clock.now();
    let back = |days| until.checked_sub(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MIN);
    let start = minute(back(DAYS + LEARNS));
    let first = world.store.first_minute(organisation, brand, Series::Mentions).await?.unwrap_or(minute(until));
    let start = start.max(first);
    let from = back(DAYS).max(domain::counter::minute_start(start));
    let mut counts = Vec::new();
    for series in Series::ALL {
        counts.push((series, world.store.counts(organisation, brand, series, start, minute(until)).await?));
    }
    let filter = SignalFilter { brand: Some(brand), since: Some(from), counted_only: true, ..SignalFilter::default() };
    let mut signals = world.store.signals(organisation, filter, LOOKED).await?;
    let said = world.store.said_budgets(organisation, brand, LOOKED).await?;
    // Labels that made a budget are not used for another: what was dismissed before the change says nothing of the time since.
    if let Some(last) = said.iter().find(|said| said.by_labels).map(|said| said.at) {
        signals.iter_mut().for_each(|signal| signal.label = signal.label.take().filter(|label| label.at > last));
    }
    let stretch = (start, minute(from), minute(until));
    // The turn goes along: whoever asked may hang up, and what was begun still runs.
    let run = move || {
        let _turn = turn;
        tried(present, &counts, &signals, stretch)
    };
    let done = tokio::task::spawn_blocking(run).await;
    let (present, counts, advice) = done.map_err(|e| EngineError::Broken(e.to_string()))??;
    Ok(Trial { present, from, counts, advice })
}

type Counts = (Series, Vec<(i64, i64)>);
type Tried = (InForce, [[(Often, i64); 3]; 2], [Advice; 2]);

fn tried(
    present: InForce,
    counts: &[Counts],
    signals: &[SignalRow],
    (start, from, until): (i64, i64, i64),
) -> Result<Tried, EngineError> {
    let base = crate::surge_settings()?;
    let told = |budget: Budget| {
        let settings = budget.settings(&base, present.rarer);
        let fold = |(series, counts): &Counts| {
            let (settings, state, counts) = (settings.clone(), State::new(&settings), counts.clone());
            Fold { settings, series: *series, state, from: start, counts }
        };
        let folds: Vec<Fold> = counts.iter().map(fold).collect();
        episodes(&settings, &folds, from, until)
    };
    let now = told(present.budget);
    let level = |level: Level| {
        let each = Often::choices(level).map(|often| {
            let other = present.budget.with(level, often);
            let other = (other != present.budget).then(|| told(other));
            let episodes = other.as_deref().unwrap_or(&now);
            let count = episodes.iter().filter(|episode| episode.level >= level).count() as i64;
            let comes = signals.iter().map(|signal| comes(signal, level, episodes)).collect::<Vec<_>>();
            (often, count, comes)
        });
        let labelled = signals.iter().enumerate().filter_map(|(n, signal)| {
            let verdict = signal.label.as_ref()?.verdict;
            (level_from_code(&signal.level) == Some(level))
                .then(|| Labelled { verdict, comes: each.each_ref().map(|(.., comes)| comes[n]) })
        });
        let advice = advise(level, present.budget.of(level), &labelled.collect::<Vec<_>>());
        (each.map(|(often, count, _)| (often, count)), advice)
    };
    let [(notices, of_notices), (alerts, of_alerts)] = [Level::Notice, Level::Alert].map(level);
    Ok((present, [notices, alerts], [of_notices, of_alerts]))
}

/// Whether one of these episodes tells what a signal told, at that level at least.
fn comes(signal: &SignalRow, level: Level, episodes: &[Episode]) -> bool {
    let (onset, last) = (minute(signal.onset), minute(signal.last_hot_at));
    episodes.iter().any(|episode| episode.level >= level && episode.onset <= last && episode.last_hot >= onset)
}

/// Keeps the budget that the labels of a brand propose, as somebody was shown it.
///
/// # Errors
/// [`EngineError::Report`] where they propose something else by now; the store's.
pub async fn calibrate(
    world: &World,
    organisation: OrganisationId,
    brand: BrandId,
    shown: Budget,
    person: Option<PersonId>,
) -> Result<(), EngineError> {
    let trial = trial(world, organisation, brand).await?;
    // Taken already: asked for twice is done once.
    if trial.present.budget == shown {
        return Ok(());
    }
    if trial.proposed() != Some(shown) {
        let why =
            "the labels do not propose this budget, or no longer; nothing was kept: look again at what they propose";
        return Err(EngineError::Report(why.to_owned()));
    }
    keep(world, organisation, brand, shown, person, true).await
}
