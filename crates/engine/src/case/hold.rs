//! A case's freeze over the queues: begun there and held here, each post accounted for, confirmed when nothing is left over; thawed one by one.

use super::act::{Said, act};
use super::around::Around;
use super::clash::clashing;
use super::{CaseError, Room, by_hand, room, seal};
use crate::EngineError;
use crate::marketing::Marketing;
use crate::marketing::campaign::last;
use crate::marketing::freeze::Accounted;
use crate::marketing::write::PostError;
use crate::waking::Waking;
use crate::world::World;
use connect::outbound::Outbound;
use domain::case::event::{HoldOutcome, Thaw};
use domain::case::state::Lease;
use domain::case::{Actor, Command, Refusal};
use domain::id::{AccountId, CaseId, OrganisationId, PersonId, ScheduledId};
use domain::marketing::Misfit;
use domain::organisation::Role;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use std::collections::BTreeSet;
use store::{AccountRow, ScheduledRow};

/// How soon posts are accounted for again while a freeze is not confirmed.
const SOON: SignedDuration = SignedDuration::from_secs(2);
/// The same once it is: what is scheduled later is caught by the queue itself, and written down here.
const LATER: SignedDuration = SignedDuration::from_secs(60);

/// When posts are to be accounted for again; none: no freeze holds.
pub(super) fn due_at(state: &domain::case::State, now: Timestamp) -> Option<Timestamp> {
    // What just ended is still to be carried to the queues.
    let ended = |lease: &Lease| lease.ended.is_some_and(|at| at.duration_until(now) < SOON);
    if state.leases.values().any(ended) {
        return now.checked_add(SOON).ok();
    }
    let (_, lease) = state.lease()?;
    now.checked_add(if lease.confirmed.is_some() { LATER } else { SOON }).ok()
}

/// Lays the freeze of a case over the queues as they are, and writes down what came of each post. Nothing where none holds; the same again changes nothing.
pub(super) async fn account(waking: &Waking, organisation: OrganisationId, case: CaseId) -> Result<(), CaseError> {
    let open = room(&waking.world, organisation, case).await?;
    end(waking, &open).await?;
    let Some((fence, lease)) = open.state.lease() else { return Ok(()) };
    let marketing = Marketing::of(waking);
    // An account that was let go meanwhile publishes nothing, and keeps nothing from being held.
    let mut there = waking.world.store.accounts(organisation).await?;
    there.retain(|row| lease.accounts.contains(&row.id));
    let accounts: Vec<AccountId> = there.iter().map(|row| row.id).collect();
    marketing.freeze(organisation, &accounts, (case, fence), &lease.allow).await?;
    let posts = marketing.accounted(organisation, case).await?;
    let unlisted = marketing.unlisted(organisation, &accounts, lease.since).await?;
    // That a post is still not held is said once.
    let failed = |post: &Accounted| {
        let known = open.state.queue.get(&post.post).filter(|queued| queued.fence == fence);
        let again = |outcome| matches!(outcome, HoldOutcome::Failed { .. });
        again(post.outcome) && known.is_some_and(|queued| again(queued.outcome))
    };
    let listed: BTreeSet<ScheduledId> = posts.iter().map(|post| post.post).collect();
    let confirms = unlisted.is_empty() && lease.confirmed.is_none();
    let mut said = Said::default();
    let mut clashes = Vec::new();
    let rows = waking.world.store.frozen_posts(organisation, case).await?;
    // What stands in the queues is kept as it stood, once for each post, whatever becomes of it there.
    let fresh = |row: &&ScheduledRow| open.state.queue.get(&row.id).is_none_or(|queued| queued.fence != fence);
    let fresh: Vec<&ScheduledRow> = rows.iter().filter(fresh).collect();
    let snapshot = if fresh.is_empty() { None } else { Some(said.capture(snapshot(&fresh))) };
    let unmarked = |row: &&ScheduledRow| open.state.queue.get(&row.id).is_none_or(|queued| !queued.clashes);
    let unmarked: Vec<ScheduledRow> = rows.iter().filter(unmarked).cloned().collect();
    for (post, words) in clashing(&waking.world, organisation, &unmarked).await? {
        clashes.push(Command::Clash { post, why: said.say(seal(&waking.world, &words.join(", "))?) });
    }
    // What a tool was told by webhook, and what it answered: first, and once it said that it holds. No other is kept.
    let key = format!("pause-{case}-{fence}");
    let told = |row: &&AccountRow| row.told.as_ref().is_some_and(|told| last(told) == key && !told.answer.is_empty());
    let told: Vec<_> = there.iter().filter(told).map(|row| said.capture(telling(row))).collect();
    let tasks = match *waking.outbound {
        // Nothing is held in a drill, and nobody is sent to a real tool.
        Outbound::Sandbox => Vec::new(),
        Outbound::Live(_) => {
            let around = Around::of(&waking.world, organisation, open.file.brand).await?;
            by_hand::tasks((&around, &open), (fence, lease), &there, &rows, &unlisted, waking.world.clock.now())
        }
    };
    let mut asked = Vec::new();
    for (key, text, due) in tasks {
        let text = said.say(seal(&waking.world, &text)?);
        asked.push(Command::AddTask { key, text, owner: open.state.lead(), deputy: None, due });
    }
    let done = act(waking, organisation, case, &said, |turn| {
        for capture in snapshot.iter().chain(&told) {
            turn.house(&Command::Capture { mention: None, capture: *capture })?;
        }
        for task in &asked {
            match turn.house(task) {
                // A case that is over gives nobody a task.
                Ok(()) | Err(Refusal::Over) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        for post in posts.iter().filter(|post| !failed(post)) {
            let hold = Command::Hold { fence, post: post.post, account: post.account, outcome: post.outcome };
            match turn.house(&hold) {
                // One post that the case does not take must not keep the others from being accounted for.
                Ok(()) | Err(Refusal::Account) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        for clash in &clashes {
            // What is not held is none that clashes.
            match turn.house(clash) {
                Ok(()) | Err(Refusal::NotHeld) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        if !confirms {
            return Ok(());
        }
        match turn.house(&Command::Confirm { fence, listed: listed.clone() }) {
            // Not yet: what a tool did not do is tried again.
            Err(Refusal::Unaccounted(_)) | Ok(()) => Ok(()),
            Err(refusal) => Err(refusal),
        }
    });
    match done.await {
        // A later freeze, or none any more: it is accounted for by whoever asked for it.
        Ok(_) | Err(CaseError::Refused(Refusal::Fenced | Refusal::NoFreeze)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Carries to the queues what was just decided of a freeze: lifted, undone, or of single posts.
///
/// # Errors
/// The store's; [`EngineError::Report`] where a post is not let go so by its queue: it stays held.
pub(super) async fn carry(
    waking: &Waking,
    organisation: OrganisationId,
    case: CaseId,
    command: &Command,
) -> Result<(), EngineError> {
    let open = room(&waking.world, organisation, case).await?;
    end(waking, &open).await?;
    let Command::Thaw { post, thaw } = command else { return Ok(()) };
    match Marketing::of(waking).thaw(organisation, *post, *thaw).await? {
        Ok(_) => Ok(()),
        Err(misfit) => Err(EngineError::Report(format!("post {post} stays held: {misfit}"))),
    }
}

/// What a tool that is told by webhook was told, and what it answered.
fn telling(row: &AccountRow) -> Vec<u8> {
    let told = row.told.as_ref().map(|told| json!({ "told": last(told), "at": told.at, "answer": told.answer }));
    json!({ "account": row.id, "name": row.name, "tool": row.place(), "campaign": told }).to_string().into_bytes()
}

/// Posts as they stood in their queues: evidence, and what one would write them anew from.
fn snapshot(rows: &[&ScheduledRow]) -> Vec<u8> {
    let post = |row: &&ScheduledRow| {
        json!({
            "post": row.id, "account": row.account, "native": row.native, "text": row.text, "language": row.language, "label": row.label,
            "media": row.media, "due": row.due, "state": row.state,
        })
    };
    json!({ "scheduled": rows.iter().map(post).collect::<Vec<_>>() }).to_string().into_bytes()
}

/// Whether the tool of a post does at all what was decided: nothing that it does not do is written into a log.
pub(super) async fn takes(world: &World, post: &ScheduledRow, thaw: Thaw) -> Result<Result<(), Misfit>, store::Error> {
    let account = world.store.account(post.organisation, post.account).await?;
    let dated = matches!(thaw, Thaw::Reschedule(due) if due != post.due);
    Ok(if dated && post.native.is_some() && !account.publishes() { Err(Misfit::Elsewhere) } else { Ok(()) })
}

/// Why one post was not decided on.
#[derive(Debug, thiserror::Error)]
pub enum ThawError {
    /// The case that held it does not let it.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// Its queue does not take it so: it stays held.
    #[error(transparent)]
    Post(#[from] PostError),
}

/// Decides on one held post that was seen in that version. Where a case held it, that is decided in the case, so that its log knows; what no case held, or
/// holds no more, is its queue's alone.
///
/// # Errors
/// Why it is not let go so; its queue is as it was then.
pub async fn thaw(
    waking: &Waking,
    organisation: OrganisationId,
    (person, role): (PersonId, Role),
    (post, version): (ScheduledId, i64),
    thaw: Thaw,
) -> Result<ScheduledRow, ThawError> {
    let row = waking.world.store.scheduled(organisation, post).await.map_err(PostError::from)?;
    if row.version != version {
        return Err(PostError::from(store::Error::Conflict(format!("post {post} was changed meanwhile"))).into());
    }
    takes(&waking.world, &row, thaw).await.map_err(PostError::from)?.map_err(PostError::from)?;
    if let Some(case) = row.holder {
        let open = room(&waking.world, organisation, case).await.map_err(CaseError::from)?;
        // What the case has not written down yet is nothing that it could decide on.
        if open.state.queue.get(&post).is_some_and(|queued| queued.held_due().is_some()) {
            let command = Command::Thaw { post, thaw };
            act(waking, organisation, case, &Said::default(), |turn| {
                turn.ask(Actor::Member(person), Some(role), &command)
            })
            .await?;
        }
    }
    Ok(Marketing::of(waking).decide(organisation, (post, version), thaw).await?)
}

/// Carries the ends of freezes to the queues; those that are there already change nothing.
async fn end(waking: &Waking, open: &Room) -> Result<(), EngineError> {
    let (organisation, case) = (open.file.organisation, open.file.id);
    let marketing = Marketing::of(waking);
    for (fence, lease) in open.state.leases.iter().filter(|(_, lease)| lease.ended.is_some()) {
        let ended = if lease.undone {
            marketing.undo(organisation, case, *fence).await.map(|_| ())
        } else {
            marketing.lift(organisation, case, *fence).await
        };
        match ended {
            // A later freeze of this case holds the accounts.
            // And where there was nothing to hold, there is nothing to end.
            Ok(()) | Err(EngineError::Store(store::Error::Conflict(_) | store::Error::NotFound)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
