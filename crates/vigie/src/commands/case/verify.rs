//! `vigie case verify`: the folder of a case, verified with nothing but itself.

use crate::Done;
use crate::cli::CaseVerify;
use crate::commands::plan::locale;
use crate::output;
use anyhow::{Context, bail};
use domain::case::{Broken, Folder, Unproven, Verified, beside, verify};
use engine::world::Clock;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use words::Words;

/// Most bytes of one of the three files: a case has hundreds of records.
const MOST: u64 = 256 << 20;
/// Most captured files that are looked at.
const MOST_CAPTURES: usize = 100_000;

/// Says whether it is as it was.
pub fn run(asked: &CaseVerify, json: bool) -> anyhow::Result<Done> {
    let (folder, beside) = read(&asked.folder)?;
    let words = Words::new(locale(asked.language), "UTC", Clock::Wall.now());
    let found = verify(&folder, asked.key, asked.head);
    if json {
        output::json(&record(&words, &found, &beside))?;
    } else {
        match &found {
            Ok(found) => said(&words, found, &beside)?,
            Err(broken) => output::line(words::case::broken(&words, broken))?,
        }
    }
    match found {
        Ok(found) if is_whole(&found) => Ok(Done::All),
        Ok(_) => Ok(Done::KeptAside),
        Err(_) => bail!("{}", words.say("case-does-not-hold")),
    }
}

/// Whether all that the log names is there, and nothing that was erased.
fn is_whole(found: &Verified) -> bool {
    found.still_there.is_empty()
        && found.still_captured.is_empty()
        && found.missing_texts.is_empty()
        && found.missing_captures.is_empty()
}

fn said(words: &Words, found: &Verified, beside: &[String]) -> std::io::Result<()> {
    output::line(words.count("case-holds", found.head.version.into()))?;
    for (id, of) in [
        ("case-erased", found.erased.len()),
        ("case-still-there", found.still_there.len()),
        ("case-erased-captures", found.erased_captures.len()),
        ("case-still-captured", found.still_captured.len()),
        ("case-missing-texts", found.missing_texts.len()),
        ("case-missing-captures", found.missing_captures.len()),
    ] {
        if of > 0 {
            output::line(words.count(id, i64::try_from(of).unwrap_or(i64::MAX)))?;
        }
    }
    let named = found.still_there.iter().chain(&found.missing_texts).map(ToString::to_string);
    let captured = found.still_captured.iter().chain(&found.missing_captures).map(ToString::to_string);
    for name in named.chain(captured) {
        output::line(format!("  {name}"))?;
    }
    for name in beside {
        output::line(words.tell("case-beside", &[("name", name.as_str().into())]))?;
    }
    for open in &found.unproven {
        output::line(words::case::unproven(words, *open))?;
    }
    output::line(words.tell("case-key", &[("key", found.key.to_string().as_str().into())]))?;
    output::line(words.tell("case-head", &[("head", found.head.to_string().as_str().into())]))
}

fn record(words: &Words, found: &Result<Verified, Broken>, beside: &[String]) -> Value {
    match found {
        Ok(found) => json!({
            "holds": true,
            "organisation": found.organisation,
            "case": found.case,
            "count": found.head.version,
            "head": found.head.to_string(),
            "key": found.key.to_string(),
            "erased": found.erased,
            "still_there": found.still_there,
            "missing_texts": found.missing_texts,
            "erased_captures": found.erased_captures,
            "still_captured": found.still_captured,
            "missing_captures": found.missing_captures,
            "beside": beside,
            "unproven": found.unproven.iter().map(|open| open_point(words, *open)).collect::<Vec<_>>(),
        }),
        Err(broken) => json!({
            "holds": false,
            "code": broken.code(),
            "record": broken.record(),
            "why": words::case::broken(words, broken),
        }),
    }
}

fn open_point(words: &Words, open: Unproven) -> Value {
    let (code, after) = match open {
        Unproven::Origin => ("origin", None),
        Unproven::After(number) => ("after", Some(number)),
        Unproven::ReMadeBySigner => ("re-made-by-signer", None),
    };
    json!({ "code": code, "after": after, "why": words::case::unproven(words, open) })
}

/// The folder as it lies there, and what lies beside what belongs to it. Captures are hashed, not kept.
pub fn read(path: &Path) -> anyhow::Result<(Folder, Vec<String>)> {
    let captures = captures(&path.join("captures"))?;
    let manifest = file(&path.join("manifest.json"))?;
    // Only what the manifest names is proved; what else lies there is told as lying beside.
    let signed = beside(&manifest);
    let mut files = BTreeMap::new();
    for name in &signed {
        if fs::symlink_metadata(path.join(name)).is_ok() {
            files.insert((*name).to_owned(), file(&path.join(name))?);
        }
    }
    let folder = Folder {
        manifest,
        beside: files,
        events: file(&path.join("events.jsonl"))?,
        texts: file(&path.join("texts.jsonl"))?,
        captures,
    };
    let known = ["manifest.json", "events.jsonl", "texts.jsonl", "captures"];
    let others = names(path)?.into_iter().map(|(name, _)| name);
    let others = others.filter(|name| !known.contains(&name.as_str()) && !signed.contains(&name.as_str()));
    Ok((folder, others.collect()))
}

fn file(path: &Path) -> anyhow::Result<Vec<u8>> {
    let file = plain(path)?;
    let mut bytes = Vec::new();
    file.take(MOST + 1).read_to_end(&mut bytes).with_context(|| unread(path))?;
    if bytes.len() as u64 > MOST {
        bail!("{} is larger than {} MB: no case of ours is; nothing was verified", path.display(), MOST >> 20);
    }
    Ok(bytes)
}

/// A file of the folder itself: a link could lead anywhere.
fn plain(path: &Path) -> anyhow::Result<File> {
    let there = fs::symlink_metadata(path).with_context(|| unread(path))?;
    if !there.is_file() {
        bail!("{} is no plain file: links are not followed; nothing was verified", path.display());
    }
    File::open(path).with_context(|| unread(path))
}

fn unread(path: &Path) -> String {
    format!(
        "{} cannot be read; a case's folder has manifest.json, events.jsonl, texts.jsonl and captures/",
        path.display()
    )
}

fn captures(folder: &Path) -> anyhow::Result<Vec<(String, [u8; 32])>> {
    match fs::symlink_metadata(folder) {
        Ok(there) if there.is_dir() => {}
        Ok(_) => bail!("{} is no folder; nothing was verified", folder.display()),
        // Of a case without captures none is there; of one with them, they are told as missing.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(|| unread(folder)),
    }
    let names = names(folder)?;
    if names.len() > MOST_CAPTURES {
        bail!("{} holds more than {MOST_CAPTURES} files; nothing was verified", folder.display());
    }
    let hashed = |(name, path): (String, PathBuf)| {
        let mut hasher = blake3::Hasher::new();
        let mut file = plain(&path)?;
        let mut piece = vec![0; 1 << 16];
        loop {
            let read = file.read(&mut piece).with_context(|| unread(&path))?;
            if read == 0 {
                break;
            }
            hasher.write_all(&piece[..read]).with_context(|| unread(&path))?;
        }
        Ok((name, *hasher.finalize().as_bytes()))
    };
    names.into_iter().map(hashed).collect()
}

/// What lies in a folder, by names that can be shown, in their order: a stranger's file may be called anything.
fn names(folder: &Path) -> anyhow::Result<Vec<(String, PathBuf)>> {
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | ' ') { c } else { '?' };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| unread(folder))? {
        let entry = entry.with_context(|| unread(folder))?;
        names.push((entry.file_name().to_string_lossy().chars().map(plain).collect(), entry.path()));
    }
    names.sort();
    Ok(names)
}
