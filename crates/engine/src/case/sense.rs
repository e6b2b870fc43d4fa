//! What the detector hears is told to the cases of its brand. What follows from it is the core's: up after it stayed loud, out after it stayed calm.

use super::act::{Said, act};
use super::{CaseError, EngineError};
use crate::waking::Waking;
use domain::case::event::{Heat, Step};
use domain::case::{Command, Heard, heat};
use domain::counter::Series;
use domain::id::{BrandId, OrganisationId};
use domain::signal::{Verdict, level_from_code};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use store::{CaseFile, SignalRow};

/// What is over comes back by itself within so long; later it is another story, and another case.
const COMES_BACK: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Tells each case that is listened for how loud it is, where that is not what it was told last. Twice is once, whoever was stopped where.
///
/// # Errors
/// The store's; what the other cases were told is kept.
pub async fn sense(waking: &Waking) -> Result<(), EngineError> {
    let (store, now) = (&waking.world.store, waking.world.clock.now());
    let cases = store.heard_cases(now.saturating_sub(COMES_BACK).unwrap_or(Timestamp::MIN)).await?;
    if cases.is_empty() {
        return Ok(());
    }
    let mut heard: BTreeMap<(OrganisationId, BrandId), Vec<Heard>> = BTreeMap::new();
    for signal in store.live_signals(now).await? {
        heard.entry((signal.organisation, signal.brand)).or_default().extend(counts(&signal));
    }
    let mut told = Ok(());
    for file in listening(cases) {
        let signals = heard.get(&(file.organisation, file.brand)).cloned().unwrap_or_default();
        let heat = heat(signals, now);
        if heat == file.heat || (is_over(&file) && heat < file.heat) {
            continue;
        }
        if let Err(error) = tell(waking, &file, heat).await {
            tracing::error!(%error, case = file.id.0, "a case could not be told how loud it is; it is tried again");
            told = Err(error);
        }
    }
    told
}

/// A signal that a case hears of: it goes on, is no history, and nobody dismissed it.
fn counts(signal: &SignalRow) -> Option<Heard> {
    let dismissed = signal.label.as_ref().is_some_and(|label| label.verdict == Verdict::Dismissed);
    let level = level_from_code(&signal.level).filter(|_| signal.ended_at.is_none() && signal.wakes && !dismissed)?;
    Some(Heard { level, last: signal.last_hot_at, grave: signal.series == Series::Grave })
}

fn is_over(file: &CaseFile) -> bool {
    matches!(file.step, Step::Closed | Step::Dismissed)
}

/// All that are open; of a brand that has none, the one that moved last.
fn listening(cases: Vec<CaseFile>) -> Vec<CaseFile> {
    let (over, mut open): (Vec<_>, Vec<_>) = cases.into_iter().partition(is_over);
    let mut last: BTreeMap<BrandId, CaseFile> = BTreeMap::new();
    for file in over.into_iter().filter(|file| !open.iter().any(|open| open.brand == file.brand)) {
        let later = last.get(&file.brand).is_none_or(|known| (known.moved_at, known.id) < (file.moved_at, file.id));
        if later {
            last.insert(file.brand, file);
        }
    }
    open.extend(last.into_values());
    open
}

async fn tell(waking: &Waking, file: &CaseFile, heat: Heat) -> Result<(), EngineError> {
    let nothing = Said::default();
    let told = act(waking, file.organisation, file.id, &nothing, |turn| turn.house(&Command::Sense { heat }));
    match told.await {
        Ok(_) => Ok(()),
        Err(CaseError::Refused(refusal)) => Err(EngineError::Broken(refusal.to_string())),
        Err(CaseError::House(error)) => Err(error),
    }
}
