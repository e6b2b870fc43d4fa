//! What logs come to, kept in memory: whoever only looks reads what was written since, and no log twice. Nothing is decided on it.

use super::EngineError;
use crate::world::World;
use domain::case::{Record, RecordHash, State};
use domain::id::CaseId;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::CaseFile;

/// Most cases of which the fold is kept.
const CASES: usize = 256;
/// Most records that those which are kept were folded from.
const RECORDS: u64 = 200_000;

/// A log as it stands after some record.
#[derive(Clone, Debug)]
pub struct Folded {
    /// What it comes to.
    pub state: State,
    /// The hash of its first record.
    pub first: RecordHash,
    head: RecordHash,
}

/// The folds of one world's logs, those asked for last. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Folds(Arc<Mutex<Kept>>);

#[derive(Debug, Default)]
struct Kept {
    folds: BTreeMap<CaseId, (u64, Arc<Folded>)>,
    asked: u64,
    records: u64,
}

impl Folds {
    /// What is kept of a case.
    fn get(&self, case: CaseId) -> Option<Arc<Folded>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.asked += 1;
        let asked = kept.asked;
        let (last, fold) = kept.folds.get_mut(&case)?;
        *last = asked;
        Some(fold.clone())
    }

    /// Keeps a fold, and forgets those that nobody asked for the longest.
    fn keep(&self, case: CaseId, fold: Arc<Folded>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.asked += 1;
        kept.records += u64::from(fold.state.version);
        let asked = kept.asked;
        if let Some((_, before)) = kept.folds.insert(case, (asked, fold)) {
            kept.records -= u64::from(before.state.version);
        }
        while kept.folds.len() > CASES || (kept.records > RECORDS && kept.folds.len() > 1) {
            let oldest = kept.folds.iter().min_by_key(|(_, (asked, _))| *asked).map(|(case, _)| *case);
            let Some((_, fold)) = oldest.and_then(|case| kept.folds.remove(&case)) else { break };
            kept.records -= u64::from(fold.state.version);
        }
    }

    /// Of how many cases a fold is kept, and from how many records those were folded.
    pub fn kept(&self) -> (usize, u64) {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (kept.folds.len(), kept.records)
    }
}

/// A case as it stands, for whoever only looks: without its records and texts. At least as far as the list said that its log goes.
///
/// # Errors
/// The store's; [`store::Error::NotFound`] where nothing is written of it.
pub async fn folded(world: &World, file: &CaseFile) -> Result<Arc<Folded>, EngineError> {
    let known = world.folds.get(file.id);
    if let Some(known) = known.as_ref().filter(|known| known.state.version >= file.version) {
        return Ok(known.clone());
    }
    let after = known.as_ref().map_or(0, |known| known.state.version);
    let mut records = world.store.case_records(file.organisation, file.id, after).await?;
    let mut known = known.filter(|known| records.first().is_none_or(|next| next.prev == known.head));
    // What does not follow what is kept: from the beginning.
    if known.is_none() && after > 0 {
        records = world.store.case_records(file.organisation, file.id, 0).await?;
    }
    let entries = records.iter().map(Record::entry).collect::<Result<Vec<_>, _>>()?;
    let fold = match (known.take(), records.last()) {
        (Some(known), None) => return Ok(known),
        (Some(known), Some(last)) => {
            let mut state = known.state.clone();
            entries.iter().for_each(|entry| state.apply(entry));
            Folded { state, first: known.first, head: last.hash }
        }
        (None, Some(last)) => {
            let first = records.first().map_or(last.hash, |record| record.hash);
            Folded { state: State::of(&entries), first, head: last.hash }
        }
        (None, None) => return Err(store::Error::NotFound.into()),
    };
    let fold = Arc::new(fold);
    world.folds.keep(file.id, fold.clone());
    Ok(fold)
}
