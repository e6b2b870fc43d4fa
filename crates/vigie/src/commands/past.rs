//! One's own past case as a pack: by its number in the store, or from the folder that `vigie case export` wrote, with the posts that `vigie export` wrote beside.

use super::{Setting, case, house};
use anyhow::{Context, bail};
use domain::brand::BrandRole;
use domain::case::{Entry, Record, TextRef, verify};
use domain::id::CaseId;
use domain::post::Post;
use engine::pack::{Pack, PackBrand, Past, past};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// The posts beside the files of a case.
const POSTS: &str = "posts.jsonl";
/// The largest file of posts that is read.
const MOST: u64 = 500_000_000;

/// The pack of a case: its number, or its folder.
pub async fn pack(named: &str, organisation: Option<&str>, setting: &Setting) -> anyhow::Result<Pack> {
    let found = match named.parse::<i64>() {
        Ok(number) => {
            let world = house::open(setting).await?;
            let organisation = house::organisation(&world, organisation).await?;
            past(&world, organisation.id, CaseId(number)).await.with_context(|| format!("case {number}"))?
        }
        Err(_) => folder(Path::new(named))?,
    };
    Ok(Pack::of_past(found)?)
}

/// A text of the folder: its salt is not needed here.
#[derive(Deserialize)]
struct Line {
    r#ref: TextRef,
    text: String,
}

/// A post as `vigie export` writes it.
#[derive(Deserialize)]
struct Told {
    #[serde(flatten)]
    post: Post,
    #[serde(default)]
    brand: Option<String>,
}

fn folder(path: &Path) -> anyhow::Result<Past> {
    let (files, _) = case::read_folder(path)?;
    if let Err(broken) = verify(&files, None, None) {
        bail!("{} is not as it was written ({broken}): `vigie case verify` says where", path.display());
    }
    let records = files.events.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let records = records.map(serde_json::from_slice).collect::<Result<Vec<Record>, _>>()?;
    let entries = records.iter().map(Record::entry).collect::<Result<Vec<Entry>, _>>()?;
    let texts = files.texts.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let texts = texts.map(serde_json::from_slice).collect::<Result<Vec<Line>, _>>()?;
    let texts: BTreeMap<TextRef, String> = texts.into_iter().map(|line| (line.r#ref, line.text)).collect();
    let posts = posts(&path.join(POSTS))?;
    // The folder knows its brand by a number only: it is the one that is spoken of most.
    let mut spoken: BTreeMap<&str, usize> = BTreeMap::new();
    posts.iter().filter_map(|told| told.brand.as_deref()).for_each(|name| *spoken.entry(name).or_default() += 1);
    let name = spoken.into_iter().max_by_key(|(_, count)| *count).map(|(name, _)| name.to_owned());
    let of = |told: &Told| told.brand.is_none() || told.brand == name;
    let posts: Vec<(String, Post)> =
        posts.iter().filter(|told| of(told)).map(|told| (told.post.source_kind.clone(), told.post.clone())).collect();
    let zone = domain::case::State::of(&entries).opening.map_or_else(|| "UTC".to_owned(), |opening| opening.zone);
    let brand = PackBrand {
        key: "own".to_owned(),
        name: name.unwrap_or_else(|| "?".to_owned()),
        role: BrandRole::Own,
        zone,
        own_accounts: Vec::new(),
        places: Vec::new(),
        queries: Vec::new(),
    };
    let name = path.file_name().map_or("case".to_owned(), |name| name.to_string_lossy().into_owned());
    Ok(Past { name, brand, plan: None, entries, texts, posts, onset: None })
}

fn posts(path: &Path) -> anyhow::Result<Vec<Told>> {
    let why = || {
        let path = path.display();
        format!(
            "{path} cannot be read: the folder of a case holds no posts; write them there with `vigie export > {path}`"
        )
    };
    let file = File::open(path).with_context(why)?;
    let mut posts = Vec::new();
    for (number, line) in (1..).zip(BufReader::new(file.take(MOST)).lines()) {
        let line = line.with_context(why)?;
        if line.trim().is_empty() {
            continue;
        }
        let told = serde_json::from_str(&line).with_context(|| {
            format!("line {number} of {} is not a post as `vigie export` writes it; nothing was played", path.display())
        })?;
        posts.push(told);
    }
    Ok(posts)
}
