//! `vigie query check|explain|test`: the query language as a filter.

use crate::Done;
use crate::cli::Query as Asked;
use crate::output;
use anyhow::{Context, bail};
use query::{Document, Matcher, Scratch};
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

/// Runs one of them.
pub fn run(asked: &Asked, json: bool) -> anyhow::Result<Done> {
    match asked {
        Asked::Check { query } => check(query, json),
        Asked::Explain { query } => {
            let parsed = parse(query)?;
            output::line(query::explain(&parsed).to_string())?;
            Ok(Done::All)
        }
        Asked::Test { rules, posts } => test(rules, posts),
        // Needs a store: it is run by itself.
        Asked::Backtest(_) => Ok(Done::All),
    }
}

fn parse(text: &str) -> anyhow::Result<query::Query> {
    query::parse(text).map_err(|wrong| anyhow::anyhow!("the query cannot be used\n{}", wrong.render(text)))
}

fn check(text: &str, json: bool) -> anyhow::Result<Done> {
    match (query::parse(text), json) {
        (Ok(parsed), false) => output::line(format!("good: {parsed}"))?,
        (Ok(parsed), true) => output::json(&serde_json::json!({ "good": true, "canonical": parsed.to_string() }))?,
        (Err(wrong), true) => {
            let said = serde_json::json!({
                "good": false, "code": wrong.code(), "message": wrong.message(),
                "start": wrong.span().start, "end": wrong.span().end, "suggestion": wrong.suggestion(),
            });
            output::json(&said)?;
            bail!("the query cannot be used")
        }
        (Err(wrong), false) => bail!("the query cannot be used\n{}", wrong.render(text)),
    }
    Ok(Done::All)
}

#[derive(Deserialize)]
struct TestPost {
    #[serde(deserialize_with = "id")]
    id: String,
    #[serde(default)]
    text: String,
    lang: Option<String>,
    source: Option<String>,
    author: Option<String>,
    followers: Option<i64>,
    rating: Option<f64>,
}

/// Ids are text or numbers in the wild.
fn id<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    match serde_json::Value::deserialize(from)? {
        serde_json::Value::String(text) => Ok(text),
        serde_json::Value::Number(number) => Ok(number.to_string()),
        _ => Err(serde::de::Error::custom("`id` must be text or a number")),
    }
}

fn test(rules: &Path, posts: &Path) -> anyhow::Result<Done> {
    let (matcher, names) = read_rules(rules)?;
    let mut found: Vec<(String, &str)> = Vec::new();
    let mut scratch = Scratch::default();
    let mut refused = 0;
    for (number, line) in open(posts)?.lines().enumerate() {
        let line = line.with_context(|| format!("{} line {}", posts.display(), number + 1))?;
        if line.trim().is_empty() {
            continue;
        }
        let post: TestPost = match serde_json::from_str(&line) {
            Ok(post) => post,
            Err(wrong) => {
                refused += 1;
                output::aside(format!("{} line {}: left out: {wrong}", posts.display(), number + 1));
                continue;
            }
        };
        let document = Document {
            text: &post.text,
            lang: post.lang.as_deref(),
            source: post.source.as_deref(),
            author: post.author.as_deref(),
            followers: post.followers,
            rating: post.rating.filter(|r| (1.0..=5.0).contains(r)).map(|r| r.round() as u8),
        };
        let hits = matcher.matches(&document, &mut scratch).iter();
        found.extend(hits.map(|&hit| (post.id.clone(), names[hit as usize].as_str())));
    }
    found.sort();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (post, rule) in found {
        writeln!(out, "{post}\t{rule}")?;
    }
    out.flush()?;
    Ok(if refused == 0 { Done::All } else { Done::KeptAside })
}

fn read_rules(path: &Path) -> anyhow::Result<(Matcher, Vec<String>)> {
    let (mut matcher, mut names) = (Matcher::new(), Vec::new());
    for (number, line) in open(path)?.lines().enumerate() {
        let line = line.with_context(|| format!("{} line {}", path.display(), number + 1))?;
        if line.trim().is_empty() {
            continue;
        }
        let place = || format!("{} line {}", path.display(), number + 1);
        let (name, text) = line.split_once('\t').with_context(|| format!("{}: a rule is `id<TAB>query`", place()))?;
        let parsed = parse(text).with_context(place)?;
        matcher.insert(names.len() as u64, &parsed);
        names.push(name.to_owned());
    }
    Ok((matcher, names))
}

fn open(path: &Path) -> anyhow::Result<BufReader<File>> {
    File::open(path).map(BufReader::new).with_context(|| format!("{} cannot be opened", path.display()))
}
