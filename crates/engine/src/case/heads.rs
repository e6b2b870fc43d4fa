//! Heads leave the house: each morning the last record's hash of every case that moved goes to its owners and counsel, where it is kept: by mail, to a
//! webhook, into a chat; who has nothing of the kind is rung, and told that it keeps nothing. With it an export shows later that nothing before that record was changed, even by whoever holds the house's key.

use super::{Around, Room, room};
use crate::EngineError;
use crate::waking::{LASTS, Letter, Waking, speaks};
use domain::case::Head;
use domain::id::PersonId;
use domain::organisation::{Person, Role};
use domain::target::Notification;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use store::{CaseFile, TargetRow};

/// From this hour of the case's day.
const FROM: i8 = 8;
/// A case that did not move for so long was told of already.
const MOVED: SignedDuration = SignedDuration::from_hours(48);
/// The ways by which a message is kept where it goes, the best first.
const KEPT: [&str; 3] = ["mail", "webhook", "chat"];

/// Sends the heads that are due. Twice is once a day and person. Answers how many were put on their way.
///
/// # Errors
/// The store's; what was put on its way goes.
pub async fn heads(waking: &Waking) -> Result<usize, EngineError> {
    let (store, now) = (&waking.world.store, waking.world.clock.now());
    let since = now.saturating_sub(MOVED).unwrap_or(Timestamp::MIN);
    let mut sent = 0;
    for file in store.heard_cases(since).await?.into_iter().filter(|file| file.moved_at >= since) {
        let around = Around::of(&waking.world, file.organisation, file.brand).await?;
        let today = now.to_zoned(TimeZone::get(&around.zone).unwrap_or(TimeZone::UTC));
        if today.hour() < FROM {
            continue;
        }
        let key = format!("case-head-{}-{}", file.id, today.date());
        let keepers = around.team.iter().filter(|(_, role)| matches!(role, Role::Owner | Role::Legal));
        let mut open = None;
        for (person, _) in keepers {
            if store.is_posted(person.id, &key).await? {
                continue;
            }
            let Some((target, keeps)) = place(waking, person.id).await? else { continue };
            if open.is_none() {
                open = Some(room(&waking.world, file.organisation, file.id).await?);
            }
            let Some(head) = open.as_ref().and_then(head) else { continue };
            let note = note(waking, &around, &file, person, (&key, head, keeps));
            let of = BTreeSet::from([file.organisation]);
            let letter = Letter { note, repeat_line: speaks(person, now).say("wake-repeat"), call: None, of };
            store.post_message(letter.message(target.id, person.id, None)?, now).await?;
            sent += 1;
        }
    }
    Ok(sent)
}

fn head(open: &Room) -> Option<Head> {
    open.records.last().map(|last| Head { version: last.version, hash: last.hash })
}

/// Where a message to somebody is kept best, or where it at least rings, and whether it is kept there.
async fn place(waking: &Waking, person: PersonId) -> Result<Option<(TargetRow, bool)>, EngineError> {
    let targets = waking.world.store.targets(Some(person)).await?;
    let rank = |target: &TargetRow| KEPT.iter().position(|kind| *kind == target.kind);
    let best = targets.into_iter().min_by_key(|target| (rank(target).is_none(), target.failures > 0, rank(target)));
    Ok(best.map(|target| {
        let keeps = rank(&target).is_some();
        (target, keeps)
    }))
}

fn note(
    waking: &Waking,
    around: &Around,
    file: &CaseFile,
    person: &Person,
    (key, head, keeps): (&str, Head, bool),
) -> Notification {
    let now = waking.world.clock.now();
    let words = speaks(person, now);
    let (number, head) = (file.id.to_string(), head.to_string());
    let case = [("what", around.brand.1.as_str().into()), ("n", number.as_str().into())];
    Notification {
        key: key.to_owned(),
        story: format!("case-{number}"),
        title: words.tell("case-head-title", &case),
        body: words.name(if keeps { "case-head-body" } else { "case-head-rings" }, &head),
        link: None,
        answer: None,
        waking: false,
        repeat: false,
        lang: words.locale().code().to_owned(),
        until: now.saturating_add(LASTS).unwrap_or(now),
    }
}
