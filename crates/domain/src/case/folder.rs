//! A case as a folder that proves itself: `manifest.json`, `events.jsonl`, `texts.jsonl` and `captures/<hash>`.
//!
//! | file | what |
//! |---|---|
//! | `manifest.json` | whose case, how many records, the hash of the last, an Ed25519 signature of these (RFC 8032) and its public key |
//! | `events.jsonl` | one [`Record`] a line |
//! | `texts.jsonl` | one text a line: reference, salt, text. What was erased is not there |
//! | `captures/` | raw bytes, each file named by its BLAKE3 |
//! | `around.json`, `review.json` | where the folder has them: what the review was read from, and the review; the manifest names their BLAKE3 |
//!
//! Every file has one written form only: what is read must be written again byte for byte.

use super::beside::{self, signed_anew};
use super::chain::{Flaw, Record, root};
use super::digest::{Capture, RecordHash, Salt, Sealed, TextRef, from_hex, hash_parts, to_hex};
use crate::id::{CaseId, OrganisationId};
use ed25519_dalek::{Signature, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// The form of the folder.
const FORMAT: u32 = 1;

/// The files of a folder, and the captures by name with the hash of what they hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// `manifest.json`.
    pub manifest: Vec<u8>,
    /// `events.jsonl`.
    pub events: Vec<u8>,
    /// `texts.jsonl`.
    pub texts: Vec<u8>,
    /// Names in `captures/` with the BLAKE3 of each file.
    pub captures: Vec<(String, [u8; 32])>,
    /// Files beside the records, by name.
    pub beside: BTreeMap<String, Vec<u8>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub(super) format: u32,
    organisation: OrganisationId,
    case: CaseId,
    count: u32,
    head: RecordHash,
    pub(super) key: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) files: BTreeMap<String, String>,
    pub(super) signature: String,
}

impl Manifest {
    pub(super) fn signed(&self) -> [u8; 32] {
        let (organisation, case) = (self.organisation.0.to_le_bytes(), self.case.0.to_le_bytes());
        let (format, count) = (self.format.to_le_bytes(), self.count.to_le_bytes());
        let parts: [&[u8]; 5] = [&format, &organisation, &case, &count, &self.head.0];
        if self.files.is_empty() {
            return hash_parts("vigie case folder 1", &parts);
        }
        let files = beside::digest(&self.files);
        hash_parts("vigie case folder 2", &[&parts[..], &[&files[..]]].concat())
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    r#ref: TextRef,
    salt: String,
    text: String,
}

/// The head of a case at some time: what leaves the house on a schedule, and later proves that nothing before it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of its last record.
    pub version: u32,
    /// That record's hash.
    pub hash: RecordHash,
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.version, self.hash)
    }
}

impl FromStr for Head {
    type Err = BadHead;

    fn from_str(written: &str) -> Result<Self, BadHead> {
        let (version, hash) = written.trim().split_once(':').ok_or(BadHead)?;
        let version = version.parse().map_err(|_| BadHead)?;
        Ok(Self { version, hash: RecordHash::read(hash).ok_or(BadHead)? })
    }
}

/// What is no head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a head is a number, a colon and 64 digits of 0-9 and a-f: `12:9f…`")]
pub struct BadHead;

/// A public key of a house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HouseKey(pub [u8; 32]);

impl HouseKey {
    /// The public half of a seed.
    pub fn of(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed).verifying_key().to_bytes())
    }

    /// Reads 64 lower-case hexadecimal digits.
    pub fn read(written: &str) -> Option<Self> {
        from_hex(written.trim()).map(Self)
    }
}

impl fmt::Display for HouseKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_hex(&self.0))
    }
}

/// Lays a case out as a folder, signed with the house's seed.
///
/// # Errors
/// When something cannot be written as JSON; nothing of ours can not.
pub fn lay_out(
    organisation: OrganisationId,
    case: CaseId,
    records: &[Record],
    texts: &[Sealed],
    captures: Vec<(String, [u8; 32])>,
    seed: &[u8; 32],
) -> Result<Folder, serde_json::Error> {
    let manifest = Manifest {
        format: FORMAT,
        organisation,
        case,
        count: u32::try_from(records.len()).unwrap_or(u32::MAX),
        head: records.last().map_or_else(|| root(organisation, case), |record| record.hash),
        key: String::new(),
        files: BTreeMap::new(),
        signature: String::new(),
    };
    let by_ref: BTreeMap<TextRef, &Sealed> = texts.iter().map(|sealed| (sealed.reference(), sealed)).collect();
    let lines = by_ref.iter().map(|(reference, sealed)| Line {
        r#ref: *reference,
        salt: to_hex(&sealed.salt.0),
        text: sealed.text.clone(),
    });
    let (manifest, beside) = (signed_anew(manifest, seed)?, BTreeMap::new());
    Ok(Folder { manifest, events: lines_of(records)?, texts: lines_of(lines)?, captures, beside })
}

pub(super) fn lines_of<T: Serialize>(values: impl IntoIterator<Item = T>) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = Vec::new();
    for value in values {
        serde_json::to_writer(&mut bytes, &value)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// A line as it is written, and no other way.
fn read<T: Serialize + for<'de> Deserialize<'de>>(line: &[u8]) -> Option<T> {
    let value: T = serde_json::from_slice(line).ok()?;
    (serde_json::to_vec(&value).ok()? == line).then_some(value)
}

/// The lines of a file, each ended; what is behind the last end is a line that was cut.
fn lines(bytes: &[u8]) -> impl Iterator<Item = Option<&[u8]>> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\n"))
}

/// Why a manifest does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ManifestFlaw {
    /// It does not end.
    #[error("it was cut")]
    Cut,
    /// It is not written as a manifest is.
    #[error("it is not written as a manifest is")]
    Unreadable,
    /// It is of a form that this version does not know.
    #[error("a newer Vigie wrote it: verify it with that one")]
    Newer,
    /// Its key is no key.
    #[error("its key is no key")]
    Key,
    /// Its signature is none.
    #[error("its signature is none")]
    Signature,
}

/// Why a text does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextFlaw {
    /// It is not written as a text is.
    #[error("it is not written as a text is")]
    Unreadable,
    /// Its salt is none.
    #[error("its salt is none")]
    Salt,
    /// It was changed.
    #[error("it is not the text that the log names")]
    Changed,
    /// Nothing names it.
    #[error("no record names it")]
    Unnamed,
    /// It is there twice.
    #[error("it stands there twice")]
    Twice,
}

/// Where a folder does not hold, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A record.
    #[error("record {number}: {flaw}")]
    Record {
        /// Its number, from 1.
        number: u32,
        /// What is wrong with it.
        flaw: Flaw,
    },
    /// Records are missing at the end.
    #[error("record {0} and what came after it are missing: the manifest counts more")]
    Missing(u32),
    /// There are more records than were signed.
    #[error("record {0} was added at the end: the manifest counts fewer")]
    Added(u32),
    /// The last record is not the one that was signed.
    #[error("record {0}: the manifest was signed over another one")]
    Head(u32),
    /// A record is not what it was when its head left the house.
    #[error("record {0}: it, or something before it, is not what it was when this head left the house")]
    Earlier(u32),
    /// The folder is signed with another key than the one given.
    #[error("record 1 and all after it: signed with the key {0}, which is not the one given")]
    OtherKey(String),
    /// The manifest.
    #[error("manifest.json: {0}")]
    Manifest(ManifestFlaw),
    /// A text.
    #[error("texts.jsonl, line {line}: {why}")]
    Text {
        /// Its line, from 1.
        line: usize,
        /// What is wrong.
        why: TextFlaw,
    },
    /// A captured file.
    #[error("captures/{0}: what it holds is not what was captured")]
    Captured(String),
    /// A file beside the records.
    #[error("{0}: it is not there, or not what the manifest was signed over")]
    Beside(String),
}

impl Broken {
    /// Its name in data. A code is never given to another.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Record { .. } => "record",
            Self::Missing(_) => "missing",
            Self::Added(_) => "added",
            Self::Head(_) => "head",
            Self::Earlier(_) => "earlier",
            Self::OtherKey(_) => "other-key",
            Self::Manifest(_) => "manifest",
            Self::Text { .. } => "text",
            Self::Captured(_) => "captured",
            Self::Beside(_) => "beside",
        }
    }

    /// The record from which on it does not hold, where that is one.
    pub fn record(&self) -> Option<u32> {
        match self {
            Self::Record { number, .. }
            | Self::Missing(number)
            | Self::Added(number)
            | Self::Head(number)
            | Self::Earlier(number) => Some(*number),
            Self::OtherKey(_) => Some(1),
            Self::Manifest(_) | Self::Text { .. } | Self::Captured(_) | Self::Beside(_) => None,
        }
    }
}

/// What the folder alone does not prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unproven {
    /// That this house made it: the key is the folder's own. Whoever re-made everything with a key of theirs would pass.
    Origin,
    /// What came after the head that was given: it could have been re-made, or cut off.
    After(u32),
    /// That the house itself did not re-make it before it signed: an earlier head would prove that.
    ReMadeBySigner,
}

/// What a folder that holds says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Whose case.
    pub organisation: OrganisationId,
    /// Which case.
    pub case: CaseId,
    /// Its head.
    pub head: Head,
    /// The key that signed it.
    pub key: HouseKey,
    /// Texts that were erased, as the log says.
    pub erased: Vec<TextRef>,
    /// Texts that are there although the log says that they were erased: take them out.
    pub still_there: Vec<TextRef>,
    /// Texts that are not there although the log does not say that they were erased.
    pub missing_texts: Vec<TextRef>,
    /// Captures that were erased, as the log says.
    pub erased_captures: Vec<Capture>,
    /// Captures that are there although the log says that they were erased: take them out.
    pub still_captured: Vec<Capture>,
    /// Captures that are not there although the log does not say that they were erased.
    pub missing_captures: Vec<Capture>,
    /// What is not proved.
    pub unproven: Vec<Unproven>,
}

/// Verifies a folder with nothing but itself, and with the house's key or an earlier head where there is one.
///
/// # Errors
/// Where it does not hold, and why.
pub fn verify(folder: &Folder, key: Option<HouseKey>, earlier: Option<Head>) -> Result<Verified, Broken> {
    let manifest = manifest(folder)?;
    let signed_by = HouseKey::read(&manifest.key).ok_or(Broken::Manifest(ManifestFlaw::Key))?;
    let records = chain(folder, &manifest)?;
    if let Some(earlier) = earlier {
        match earlier.version.checked_sub(1).map(|at| records.get(at as usize)) {
            Some(Some(record)) if record.hash == earlier.hash => {}
            Some(Some(record)) => return Err(Broken::Earlier(record.version)),
            Some(None) => return Err(Broken::Missing(manifest.count + 1)),
            None if earlier.hash == root(manifest.organisation, manifest.case) => {}
            None => return Err(Broken::Earlier(1)),
        }
    }
    if key.is_some_and(|key| key != signed_by) {
        return Err(Broken::OtherKey(manifest.key));
    }
    let signature = from_hex::<64>(&manifest.signature).ok_or(Broken::Manifest(ManifestFlaw::Signature))?;
    let public = VerifyingKey::from_bytes(&signed_by.0).map_err(|_| Broken::Manifest(ManifestFlaw::Key))?;
    if public.verify_strict(&manifest.signed(), &Signature::from_bytes(&signature)).is_err() {
        return Err(Broken::Head(manifest.count));
    }
    beside::held(folder, &manifest.files)?;
    let mut named = Named::default();
    for record in &records {
        named.read(&record.body);
    }
    let there = texts(folder, &named)?;
    let captured = captures(folder, &named)?;
    let (erased_captures, missing_captures) =
        named.captures.difference(&captured).partition(|capture| named.uncaptured.contains(capture));
    let still_captured = named.uncaptured.intersection(&captured).copied().collect();
    let (erased, missing_texts) =
        named.texts.iter().filter(|text| !there.contains(text)).partition(|text| named.erased.contains(text));
    let still_there = named.erased.intersection(&there).copied().collect();
    let unproven = match (key, earlier) {
        (Some(_), Some(head)) if head.version >= manifest.count => Vec::new(),
        // Whoever holds the key could have made anew what came after that head.
        (Some(_), Some(head)) => vec![Unproven::After(head.version)],
        (Some(_), None) => vec![Unproven::ReMadeBySigner],
        (None, Some(head)) => vec![Unproven::After(head.version)],
        (None, None) => vec![Unproven::Origin],
    };
    let head = Head { version: manifest.count, hash: manifest.head };
    let (organisation, case) = (manifest.organisation, manifest.case);
    let key = signed_by;
    Ok(Verified {
        organisation,
        case,
        head,
        key,
        erased,
        still_there,
        missing_texts,
        erased_captures,
        still_captured,
        missing_captures,
        unproven,
    })
}

fn manifest(folder: &Folder) -> Result<Manifest, Broken> {
    let line = folder.manifest.strip_suffix(b"\n").ok_or(Broken::Manifest(ManifestFlaw::Cut))?;
    let manifest: Manifest = read(line).ok_or(Broken::Manifest(ManifestFlaw::Unreadable))?;
    if ![FORMAT, beside::FORMAT].contains(&manifest.format) {
        return Err(Broken::Manifest(ManifestFlaw::Newer));
    }
    beside::is_written(manifest.format, &manifest.files).map_err(Broken::Manifest)?;
    Ok(manifest)
}

fn chain(folder: &Folder, manifest: &Manifest) -> Result<Vec<Record>, Broken> {
    let mut records: Vec<Record> = Vec::new();
    let mut prev = root(manifest.organisation, manifest.case);
    for (number, line) in (1..).zip(lines(&folder.events)) {
        let broken = |flaw| Broken::Record { number, flaw };
        let record: Record = line.and_then(read).ok_or(broken(Flaw::Unreadable))?;
        record.follows(number, prev).map_err(broken)?;
        prev = record.hash;
        records.push(record);
    }
    let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
    match count {
        _ if count < manifest.count => Err(Broken::Missing(count + 1)),
        _ if count > manifest.count => Err(Broken::Added(manifest.count + 1)),
        _ if prev != manifest.head => Err(Broken::Head(count)),
        _ => Ok(records),
    }
}

/// What the records name: read from their JSON, so that events of a newer version count too.
#[derive(Default)]
struct Named {
    texts: BTreeSet<TextRef>,
    erased: BTreeSet<TextRef>,
    captures: BTreeSet<Capture>,
    uncaptured: BTreeSet<Capture>,
}

impl Named {
    fn read(&mut self, body: &str) {
        let Ok(body) = serde_json::from_str::<serde_json::Value>(body) else { return };
        let words = |at: &str| {
            let all = body.pointer(at).and_then(serde_json::Value::as_array).into_iter().flatten();
            all.filter_map(serde_json::Value::as_str).collect::<Vec<_>>()
        };
        if body.pointer("/course/erased").is_some() {
            self.erased.extend(words("/course/erased/texts").into_iter().filter_map(TextRef::read));
        } else if let Some(cleared) = body.pointer("/course/cleared") {
            self.erased.extend(words("/course/cleared/texts").into_iter().filter_map(TextRef::read));
            self.uncaptured.extend(words("/course/cleared/captures").into_iter().filter_map(Capture::read));
            cleared.get("why").into_iter().for_each(|why| self.walk(why));
        } else {
            self.walk(&body);
        }
    }

    fn walk(&mut self, value: &serde_json::Value) {
        match value {
            serde_json::Value::String(word) => {
                self.texts.extend(TextRef::read(word));
                self.captures.extend(Capture::read(word));
            }
            serde_json::Value::Array(values) => values.iter().for_each(|value| self.walk(value)),
            serde_json::Value::Object(fields) => fields.values().for_each(|value| self.walk(value)),
            _ => {}
        }
    }
}

fn texts(folder: &Folder, named: &Named) -> Result<BTreeSet<TextRef>, Broken> {
    let mut there = BTreeSet::new();
    for (number, line) in (1..).zip(lines(&folder.texts)) {
        let broken = |why| Broken::Text { line: number, why };
        let line: Line = line.and_then(read).ok_or(broken(TextFlaw::Unreadable))?;
        let salt = from_hex(&line.salt).map(Salt).ok_or(broken(TextFlaw::Salt))?;
        if (Sealed { salt, text: line.text }).reference() != line.r#ref {
            return Err(broken(TextFlaw::Changed));
        }
        if !named.texts.contains(&line.r#ref) {
            return Err(broken(TextFlaw::Unnamed));
        }
        if !there.insert(line.r#ref) {
            return Err(broken(TextFlaw::Twice));
        }
    }
    Ok(there)
}

fn captures(folder: &Folder, named: &Named) -> Result<BTreeSet<Capture>, Broken> {
    let mut there = BTreeSet::new();
    for (name, hash) in &folder.captures {
        match from_hex(name).map(Capture) {
            Some(capture) if capture.0 == *hash && named.captures.contains(&capture) => there.insert(capture),
            _ => return Err(Broken::Captured(name.clone())),
        };
    }
    Ok(there)
}
