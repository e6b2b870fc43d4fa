//! Who spread the story of a case, and who of them has carried what we said, from the stored mentions.

use super::Room;
use super::check::reader;
use crate::EngineError;
use crate::explain::belongs;
use crate::report::heard;
use crate::world::World;
use crate::{review, rules};
use domain::case::carriers::{Told, carries, saw};
use domain::case::state::Stage;
use domain::counter::Series;
use domain::id::OrganisationId;
use jiff::{SignedDuration, Timestamp};
use store::WindowMention;

/// How long before its case a story may have begun.
const BEFORE: SignedDuration = SignedDuration::from_hours(48);
/// Most mentions that are looked at: of more nothing is said.
const MOST: i64 = 20_000;

/// Of those who spread the story before a text was out, how many have carried it since. Its own stories where they are known; else what speaks ill of the
/// brand. `None`: it is not out, its words were erased, nothing listens, or there are too many mentions.
pub(super) async fn seen_by(
    world: &World,
    organisation: OrganisationId,
    room: &Room,
    draft: u32,
) -> Result<Option<(i64, i64)>, EngineError> {
    let Some(found) = room.state.drafts.get(&draft) else { return Ok(None) };
    let Stage::Sent(spoken, receipt) = found.stage else { return Ok(None) };
    let Some(said) = room.text(found.wording.text) else { return Ok(None) };
    let from = room.file.opened_at.min(spoken).checked_sub(BEFORE).unwrap_or(Timestamp::MIN);
    if heard(world, organisation, from).await?.is_empty() {
        return Ok(None);
    }
    let now = world.clock.now();
    let mentions = world.store.window(organisation, room.file.brand, from, now, MOST).await?;
    if mentions.len() as i64 >= MOST {
        return Ok(None);
    }
    let stories = review::stories_of(world, organisation, room).await?;
    let (receipt, print) = (room.text(receipt), rules::read(reader()?, said).fingerprint);
    let tells = |mention: &WindowMention| match stories.is_empty() {
        true => belongs(mention, Series::Negative),
        false => stories.iter().any(|story| text::near(*story, mention.fingerprint)),
    };
    let repeats = |mention: &WindowMention| {
        let of = mention.repost_of.as_deref().zip(receipt).is_some_and(|(of, receipt)| is_it(receipt, of));
        of || text::near(print, mention.fingerprint) || carries(&mention.text, said, receipt)
    };
    // Who names no author is its source: a paper's feed.
    let who =
        |mention: &WindowMention| mention.author_key.clone().unwrap_or_else(|| format!("source {}", mention.source));
    let names: Vec<String> = mentions.iter().map(who).collect();
    let told = mentions.iter().zip(&names).map(|(mention, who)| Told {
        who,
        at: mention.at,
        followers: mention.followers,
        tells: tells(mention),
        carries: mention.at >= spoken && repeats(mention),
    });
    Ok(Some(saw(&told.collect::<Vec<_>>(), spoken)))
}

/// Whether what a receipt names is the post of that id, or of the address that ends in it.
fn is_it(receipt: &str, id: &str) -> bool {
    let last = |of: &str| of.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
    !id.is_empty() && (receipt == id || (last(receipt) == last(id) && last(id).len() > 5))
}
