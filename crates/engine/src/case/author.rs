//! Who wrote a mention, as far as is known here: what they said of the brand before, and how this case dealt with it.

use super::Room;
use crate::EngineError;
use crate::world::World;
use domain::case::{AuthorCard, author_card};
use domain::id::MentionId;
use domain::mention::Sees;
use domain::post::Author;
use std::collections::BTreeSet;
use store::{MentionFilter, MentionView};

/// Mentions of the brand among which theirs are looked for, the newest first.
const AMONG: i64 = 500;

/// An author beside a mention of theirs.
#[derive(Clone, Debug)]
pub struct AuthorOf {
    /// As their post names them.
    pub author: Author,
    /// Their other mentions of the brand, the newest first, of the last five hundred.
    pub others: Vec<MentionView>,
    /// How the case dealt with all of them.
    pub card: AuthorCard,
}

/// Whoever wrote a mention of the case's brand, and what else of theirs is shown; none where its author is not known, or was erased.
///
/// # Errors
/// The store's; [`store::Error::NotFound`] for another's mention.
pub async fn author(
    world: &World,
    room: &Room,
    mention: MentionId,
    sees: Sees,
) -> Result<Option<AuthorOf>, EngineError> {
    let organisation = room.file.organisation;
    let post = world.store.mention_for(organisation, mention, sees).await?.view.post.post;
    let is = |author: &Author| match (&post.author.native_id, &post.author.handle) {
        (Some(id), _) => author.native_id.as_ref() == Some(id),
        (None, Some(handle)) => author.handle.as_ref() == Some(handle),
        (None, None) => false,
    };
    if !is(&post.author) {
        return Ok(None);
    }
    let filter = MentionFilter { brand: Some(room.file.brand), sees, ..MentionFilter::default() };
    let mut others = world.store.mentions(organisation, &filter, None, AMONG).await?;
    others.retain(|view| view.post.post.source_kind == post.source_kind && is(&view.post.post.author));
    let theirs: BTreeSet<MentionId> = others.iter().map(|view| view.mention.id).chain([mention]).collect();
    others.retain(|view| view.mention.id != mention);
    Ok(Some(AuthorOf { author: post.author, others, card: author_card(&room.state, &theirs) }))
}
