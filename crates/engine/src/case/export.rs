//! A case as a folder that proves itself.

use crate::EngineError;
use crate::private::is_shown;
use crate::review::{self, Read};
use crate::waking::Waking;
use domain::case::{BESIDE, Folder, Head, HouseKey, lay_beside, lay_out};
use domain::id::{CaseId, OrganisationId};
use domain::organisation::{Right, Role};
use std::collections::{BTreeMap, BTreeSet};

/// A folder, and the bytes of its captures by their names.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The files that prove it.
    pub folder: Folder,
    /// The captures that were not erased, by their file names.
    pub captures: Vec<(String, Vec<u8>)>,
    /// Its last record: kept elsewhere, it later proves that nothing before it changed.
    pub head: Head,
}

/// The public half of what the house signs folders with.
pub fn house_key(secret: &[u8; 32]) -> HouseKey {
    HouseKey::of(&seed(secret))
}

fn seed(secret: &[u8; 32]) -> [u8; 32] {
    blake3::derive_key("vigie case folders 1", secret)
}

/// Lays a case out, signed by the house, with the review and what it was read from beside its records. Texts that somebody of that role does not read are
/// not in it, nor what a mention that they are not shown was captured as, and the folder says that they are missing; who may not look into a case gets no review beside it.
///
/// # Errors
/// The store's.
pub async fn export(
    waking: &Waking,
    organisation: OrganisationId,
    case: CaseId,
    role: Role,
) -> Result<Exported, EngineError> {
    let store = &waking.world.store;
    let Read { room, around, review, .. } = review::read(&waking.world, organisation, case).await?;
    let readable = room.texts_for(role);
    let mut texts = store.case_texts(organisation, case).await?;
    texts.retain(|text| readable.contains_key(&text.reference()));
    let mut captures = Vec::new();
    let mut hidden = BTreeSet::new();
    for (mention, capture) in &room.state.course.captures {
        if let Some(mention) = mention
            && !is_shown(&waking.world, organisation, *mention, role.sees()).await?
        {
            hidden.insert(capture.0);
        }
    }
    for (capture, _) in store.case_captures(organisation, case).await? {
        if hidden.contains(&capture.0) {
            continue;
        }
        let name = blake3::Hash::from_bytes(capture.0).to_hex().to_string();
        captures.push((name, store.case_capture(organisation, case, capture).await?));
    }
    let named = captures.iter().map(|(name, bytes)| (name.clone(), *blake3::hash(bytes).as_bytes())).collect();
    let mut folder = lay_out(organisation, case, &room.records, &texts, named, &seed(&waking.secret))?;
    if role.may(Right::Inspect) {
        let files = BESIDE.into_iter().zip([serde_json::to_vec(&around)?, serde_json::to_vec(&review)?]);
        let files: BTreeMap<String, Vec<u8>> = files.map(|(name, bytes)| (name.to_owned(), bytes)).collect();
        folder = lay_beside(folder, files, &seed(&waking.secret))?;
    }
    let last = room.records.last().ok_or(store::Error::NotFound)?;
    Ok(Exported { folder, captures, head: Head { version: last.version, hash: last.hash } })
}
