//! Everyday replies: one mention is answered outside a case, in a log of its own. The same words, check, sending and proof as in a case; what differs is who
//! releases (`domain::case::decide_everyday`). A mention is answered by one log: where a case has it, this one refuses, and the other way round.

use super::ask::{Ask, Text, To};
use super::{Acted, CaseError, Room, ask, room};
use crate::EngineError;
use crate::waking::Waking;
use crate::world::World;
use domain::id::{MentionId, OrganisationId, PersonId};
use domain::organisation::Role;
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
        Ask::Draft { words: Text { to, .. }, .. } | Ask::Revise { words: Text { to, .. }, .. } => match to {
            To::Mention(of) => *of == mention,
            To::Conversation(of) => world.store.complaint_of(file.organisation, mention).await? == Some(*of),
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
