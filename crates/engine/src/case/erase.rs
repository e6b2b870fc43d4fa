//! Captures go when what they captured was erased, once their case is over; what is open is evidence. Those of everyday answers go too, unless a case keeps them.

use super::act::{Said, act};
use super::{CaseError, room};
use crate::waking::Waking;
use domain::case::event::Step;
use domain::case::{Capture, Command, State};
use domain::id::{CaseId, MentionId, OrganisationId};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// Cases read in one go.
const PAGE: i64 = 50;

/// Captures of mentions, wherever the case names them.
pub(super) fn captured(state: &State, of: impl Fn(Option<MentionId>) -> bool) -> Vec<Capture> {
    let course = state.course.captures.iter().filter(|(mention, _)| of(*mention)).map(|(_, capture)| *capture);
    let taken = state.mentions.iter().filter(|(mention, _)| of(Some(**mention)));
    let exits = taken.flat_map(|(_, handling)| handling.exits.iter().map(|(_, _, capture)| *capture));
    let all: BTreeSet<Capture> = course.chain(exits).collect();
    all.into_iter().collect()
}

/// Erases captures of mentions whose text was erased, in the cases that are over and in the everyday answers that no case cites. The logs say so; twice is once.
///
/// # Errors
/// The store's; what was erased until then is erased, and written down.
pub async fn forget(waking: &Waking) -> Result<(), CaseError> {
    for organisation in waking.world.store.organisations().await? {
        let mut before: Option<(Timestamp, CaseId)> = None;
        loop {
            let cases = waking.world.store.cases(organisation.id, false, before, PAGE).await?;
            before = cases.last().map(|file| (file.moved_at, file.id));
            for file in cases.iter().filter(|file| matches!(file.step, Step::Closed | Step::Dismissed)) {
                forget_in(waking, file).await?;
            }
            if (cases.len() as i64) < PAGE {
                break;
            }
        }
        forget_everyday(waking, organisation.id).await?;
    }
    Ok(())
}

async fn forget_everyday(waking: &Waking, organisation: OrganisationId) -> Result<(), CaseError> {
    let mut after = CaseId(0);
    loop {
        let found = waking.world.store.erased_everyday(organisation, after, PAGE).await?;
        let mut logs: BTreeMap<CaseId, Vec<Capture>> = BTreeMap::new();
        for (log, capture) in &found {
            logs.entry(*log).or_default().push(*capture);
        }
        for (log, captures) in logs {
            let erase = Command::Erase { texts: Vec::new(), captures, why: None };
            act(waking, organisation, log, &Said::default(), |turn| turn.house(&erase)).await?;
            after = log;
        }
        if (found.len() as i64) < PAGE {
            return Ok(());
        }
    }
}

async fn forget_in(waking: &Waking, file: &store::CaseFile) -> Result<(), CaseError> {
    let open = room(&waking.world, file.organisation, file.id).await?;
    let named = open.state.course.captures.iter().filter_map(|(mention, _)| *mention);
    let mentions: BTreeSet<MentionId> = named.chain(open.state.mentions.keys().copied()).collect();
    let mentions: Vec<MentionId> = mentions.into_iter().collect();
    let (texts, _) = waking.world.store.erased_mentions(file.organisation, &mentions).await?;
    let captures = captured(&open.state, |mention| mention.is_some_and(|mention| texts.contains(&mention)));
    if captures.iter().all(|capture| open.state.course.uncaptured.contains(capture)) {
        return Ok(());
    }
    let erase = Command::Erase { texts: Vec::new(), captures, why: None };
    act(waking, file.organisation, file.id, &Said::default(), |turn| turn.house(&erase)).await?;
    Ok(())
}
