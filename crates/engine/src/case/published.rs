//! What everybody reads of a brand's cases: what was released for the updates page and sent to it, and nothing else.

use super::folded;
use crate::EngineError;
use crate::world::World;
use domain::case::{PublicText, RecordHash, Update, updates};
use domain::id::BrandId;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Cases of a brand that its page goes back to.
const MOST: i64 = 20;

/// The public page of a brand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The brand's name.
    pub brand: String,
    /// The zone in which its hours are meant: that of the case that moved last.
    pub zone: String,
    /// What was said, the last first.
    pub updates: Vec<PublishedUpdate>,
    /// When news were promised.
    pub next: Option<Timestamp>,
    /// Since when it is over; none while something goes on.
    pub closed: Option<Timestamp>,
}

/// One update, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedUpdate {
    /// What everybody may know of it.
    pub update: Update,
    /// Its name on this page: the same for ever, and it tells nothing of what was not published.
    pub name: String,
    /// The name of what corrects it.
    pub corrected_by: Option<String>,
    /// Its words; none where they were erased.
    pub text: Option<String>,
}

/// The public page of a brand; `None` where nothing was ever published there.
///
/// # Errors
/// The store's.
pub async fn published(world: &World, brand: BrandId) -> Result<Option<Published>, EngineError> {
    let mut page =
        Published { brand: String::new(), zone: String::new(), updates: Vec::new(), next: None, closed: None };
    let (mut goes_on, mut ended, mut moved) = (false, None, Timestamp::MIN);
    for file in world.store.cases_of_public(brand, MOST).await? {
        let case = folded(world, &file).await?;
        let said = updates(&case.state);
        if said.updates.is_empty() {
            continue;
        }
        page.brand = world.store.brand(file.organisation, brand).await?.name;
        if file.moved_at >= moved {
            // The hours in which its promises were typed.
            (page.zone, moved) = (case.state.zone().iana_name().unwrap_or("UTC").to_owned(), file.moved_at);
        }
        let texts = world.store.case_texts(file.organisation, file.id).await?;
        let texts: BTreeMap<_, _> = texts.into_iter().map(|sealed| (sealed.reference(), sealed.text)).collect();
        let words = |text: Option<PublicText>| text.and_then(|text| texts.get(&text.reference()).cloned());
        let name = |number: u32| name(&case.first, number);
        let with_words = said.updates.into_iter().map(|update| PublishedUpdate {
            text: words(update.text),
            name: name(update.number),
            corrected_by: update.corrected.map(|(by, _)| name(by)),
            update,
        });
        page.updates.extend(with_words);
        // What a case promised that is over is not waited for any more.
        let promised = said.next.filter(|_| said.closed.is_none());
        page.next = page.next.into_iter().chain(promised).min();
        goes_on |= said.closed.is_none();
        ended = ended.max(said.closed);
    }
    if page.updates.is_empty() {
        return Ok(None);
    }
    page.updates.sort_by_key(|one| std::cmp::Reverse((one.update.at, one.update.number)));
    page.closed = ended.filter(|_| !goes_on);
    Ok(Some(page))
}

/// By the first record of its case, which nobody outside knows, and its number there.
fn name(first: &RecordHash, number: u32) -> String {
    let hash = blake3::keyed_hash(&first.0, &number.to_le_bytes());
    format!("u{}", &hash.to_hex()[..16])
}
