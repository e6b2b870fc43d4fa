//! Files beside the records of a folder: what a review was read from, and the review. The manifest names each by its hash and signs for it.

use super::digest::{from_hex, hash_parts, to_hex};
use super::folder::{Broken, Folder, Manifest, ManifestFlaw, lines_of};
use ed25519_dalek::{Signer, SigningKey};
use std::collections::BTreeMap;

/// The form of a folder that has such files.
pub(super) const FORMAT: u32 = 2;
/// The files that there may be.
pub const BESIDE: [&str; 2] = ["around.json", "review.json"];

/// The same folder with files beside its records, signed anew with the house's seed. None: the folder as it is.
///
/// # Errors
/// When something cannot be written as JSON; nothing of ours can not.
pub fn lay_beside(
    folder: Folder,
    files: BTreeMap<String, Vec<u8>>,
    seed: &[u8; 32],
) -> Result<Folder, serde_json::Error> {
    if files.is_empty() {
        return Ok(folder);
    }
    let mut manifest: Manifest = serde_json::from_slice(&folder.manifest)?;
    manifest.format = FORMAT;
    manifest.files = files.iter().map(|(name, bytes)| (name.clone(), hashed(bytes))).collect();
    Ok(Folder { manifest: signed_anew(manifest, seed)?, beside: files, ..folder })
}

/// A manifest as it is written, signed with the house's seed.
pub(super) fn signed_anew(mut manifest: Manifest, seed: &[u8; 32]) -> Result<Vec<u8>, serde_json::Error> {
    let signing = SigningKey::from_bytes(seed);
    manifest.key = to_hex(&signing.verifying_key().to_bytes());
    manifest.signature = to_hex(&signing.sign(&manifest.signed()).to_bytes());
    lines_of([manifest])
}

/// The files that the manifest of a folder names, as far as it can be read; only names that a folder of ours can have.
pub fn beside(manifest: &[u8]) -> Vec<&'static str> {
    let Ok(manifest) = serde_json::from_slice::<Manifest>(manifest) else { return Vec::new() };
    BESIDE.into_iter().filter(|name| manifest.files.contains_key(*name)).collect()
}

fn hashed(bytes: &[u8]) -> String {
    to_hex(blake3::hash(bytes).as_bytes())
}

/// What a signature covers of them.
pub(super) fn digest(files: &BTreeMap<String, String>) -> [u8; 32] {
    let parts: Vec<&[u8]> = files.iter().flat_map(|(name, hash)| [name.as_bytes(), hash.as_bytes()]).collect();
    hash_parts("vigie case folder files 1", &parts)
}

/// Whether what a manifest says of files is said as it is written.
pub(super) fn is_written(format: u32, files: &BTreeMap<String, String>) -> Result<(), ManifestFlaw> {
    let known = files.iter().all(|(name, hash)| BESIDE.contains(&name.as_str()) && from_hex::<32>(hash).is_some());
    if known && (format == FORMAT) != files.is_empty() { Ok(()) } else { Err(ManifestFlaw::Unreadable) }
}

/// Holds the files against their hashes: each that is named is there, and none besides.
pub(super) fn held(folder: &Folder, files: &BTreeMap<String, String>) -> Result<(), Broken> {
    let wrong = |name: &&String| folder.beside.get(*name).map(|bytes| hashed(bytes)) != files.get(*name).cloned();
    match folder.beside.keys().chain(files.keys()).find(wrong) {
        Some(name) => Err(Broken::Beside(name.clone())),
        None => Ok(()),
    }
}
