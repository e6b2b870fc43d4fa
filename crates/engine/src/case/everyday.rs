//! Everyday replies: one mention is answered outside a case, in a log of its own. The same words, check, sending and proof as in a case; what differs is who
//! releases (`domain::case::decide_everyday`). A mention is answered by one log: where a case has it, this one refuses, and the other way round.

use super::ask::{Ask, Text, To};
use super::{Acted, CaseError, Room, ask, room};
use crate::EngineError;
use crate::waking::Waking;
use crate::world::World;
use domain::case::Party;
use domain::case::event::Origin;
use domain::case::state::Stage;
use domain::id::{CaseId, MentionId, OrganisationId, PersonId};
use domain::organisation::Role;
use jiff::Timestamp;
use std::collections::BTreeSet;
use store::CaseFile;

/// Does what somebody asks of the answer to one mention.
///
/// # Errors
/// Why it is refused; [`EngineError::Report`] for what cannot be taken as it is written; the store's, [`store::Error::NotFound`] for a mention that is not
/// this organisation's.
pub async fn answer(
    waking: &Waking,
    organisation: OrganisationId,
    mention: MentionId,
    by: (PersonId, Role),
    asked: Ask,
) -> Result<Acted, CaseError> {
    let now = waking.world.clock.now();
    let log = waking.world.store.number_everyday(organisation, mention, now).await?;
    ask(waking, organisation, log, by, asked).await
}

/// The answer to one mention outside a case; `None` where nobody began one.
///
/// # Errors
/// The store's.
pub async fn answer_to(
    world: &World,
    organisation: OrganisationId,
    mention: MentionId,
) -> Result<Option<Room>, EngineError> {
    match world.store.everyday(organisation, mention).await? {
        Some(file) => room(world, organisation, file.id).await.map(Some),
        None => Ok(None),
    }
}

/// What somebody answered to a mention of a case before, or beside, outside of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// Which mention.
    pub mention: MentionId,
    /// The log in which it was answered.
    pub log: CaseId,
    /// When the answer went out.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Vec<PersonId>,
    /// Its words; `None` where they were erased.
    pub text: Option<String>,
}

/// What was answered outside to the mentions that a case knows, the first first: whoever works in the case must see it before anybody is answered twice.
///
/// # Errors
/// The store's.
pub async fn answered_outside(world: &World, case: &Room) -> Result<Vec<Outside>, EngineError> {
    let course = &case.state.course;
    let origins = course.origins.iter().filter_map(|origin| match origin {
        Origin::Mention(mention) => Some(*mention),
        _ => None,
    });
    let captured = course.captures.iter().filter_map(|(mention, _)| *mention);
    let known: BTreeSet<MentionId> = origins.chain(captured).chain(case.state.mentions.keys().copied()).collect();
    let mut all = Vec::new();
    for mention in known {
        let Some(open) = answer_to(world, case.file.organisation, mention).await? else { continue };
        for draft in open.state.drafts.values() {
            let Stage::Sent(at, _) = draft.stage else { continue };
            let by = draft.authors.iter().filter_map(|author| match author {
                Party::Member(person) => Some(*person),
                Party::Contact(_) => None,
            });
            let text = open.text(draft.wording.text).map(str::to_owned);
            all.push(Outside { mention, log: open.file.id, at, by: by.collect(), text });
        }
    }
    all.sort_by_key(|one| (one.at, one.mention));
    Ok(all)
}

/// Whether somebody wrote a mention by mail from this address: a letter that answers it goes there and nowhere else.
async fn writes_from(
    world: &World,
    organisation: OrganisationId,
    mention: MentionId,
    to: &str,
) -> Result<bool, EngineError> {
    let post = world.store.mention(organisation, mention).await?.view.post.post;
    let from = post.author.native_id.filter(|_| post.source_kind == domain::incoming::KIND);
    Ok(from.is_some_and(|from| from.eq_ignore_ascii_case(to.trim())))
}

/// Whether what is asked in a mention's log is about that mention.
pub(super) async fn fits(world: &World, file: &CaseFile, asked: &Ask) -> Result<(), EngineError> {
    let Some(mention) = file.mention else { return Ok(()) };
    let about = match asked {
        Ask::Claim { mention: of }
        | Ask::HandOverMention { mention: of, .. }
        | Ask::LetGo { mention: of }
        | Ask::Leave { mention: of, .. }
        | Ask::Offer { mention: of, .. }
        | Ask::Capture { mention: of } => *of == mention,
        Ask::Draft { about: Some(of), .. } if *of != mention => false,
        Ask::Draft { words: Text { to, .. }, .. } | Ask::Revise { words: Text { to, .. }, .. } => match to {
            To::Mention(of) => *of == mention,
            To::Conversation(of) => world.store.complaint_of(file.organisation, mention).await? == Some(*of),
            To::Mail(to) => writes_from(world, file.organisation, mention, to).await?,
            _ => true,
        },
        _ => true,
    };
    if about {
        Ok(())
    } else {
        Err(EngineError::Report(format!("this is the answer to mention {mention} and to no other; nothing was kept")))
    }
}
