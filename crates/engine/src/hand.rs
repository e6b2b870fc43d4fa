//! What a person saw and reports: a pasted link or text, a picture, counts seen.

use crate::EngineError;
use crate::ingest::{Ingest, Manner};
use crate::world::World;
use domain::brand::Brand;
use domain::id::MentionId;
use domain::post::{Author, Engagement, Post, PostKind};
use domain::source::{Delivery, Source};
use jiff::Timestamp;
use store::NewSource;

/// The name of the source that reports by hand are filed under, one for each brand.
const KIND: &str = "hand";
/// Longest text, in bytes.
const LONGEST: usize = 64 << 10;
/// Largest picture, in bytes.
pub const LARGEST_PICTURE: usize = 8 << 20;

/// What somebody saw.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What was said, or what was seen in their words.
    pub text: String,
    /// Where; http or https.
    pub url: Option<String>,
    /// Who said it.
    pub author: Option<String>,
    /// Views seen.
    pub views: Option<i64>,
    /// When it was seen; now, where not said.
    pub seen_at: Option<Timestamp>,
    /// Who reports it.
    pub reported_by: String,
    /// A picture of it, evidence.
    pub picture: Option<Vec<u8>>,
}

/// Adds a report as a mention of the brand, no match needed. The same page (or, without one, the same words) reported again
/// adds the counts seen to the mention that is there; then the answer is `None`.
///
/// # Errors
/// A report that says nothing or too much, or the store's.
pub async fn add(
    world: &World,
    ingest: &Ingest,
    brand: &Brand,
    report: Report,
) -> Result<Option<MentionId>, EngineError> {
    let now = world.clock.now();
    let seen_at = report.seen_at.unwrap_or(now).min(now);
    let url = report.url.map(|url| url.trim().to_owned()).filter(|url| !url.is_empty());
    if report.text.trim().is_empty() && url.is_none() && report.picture.is_none() {
        return Err(EngineError::Report("the report says nothing: give a text, a link or a picture".to_owned()));
    }
    if url.as_ref().is_some_and(|url| !(url.starts_with("https://") || url.starts_with("http://"))) {
        return Err(EngineError::Report("the link must begin with https:// or http://".to_owned()));
    }
    if report.text.len() > LONGEST || report.picture.as_ref().is_some_and(|p| p.len() > LARGEST_PICTURE) {
        return Err(EngineError::Report("the report is too long: a text holds 64 KiB, a picture 8 MiB".to_owned()));
    }
    let said =
        url.clone().unwrap_or_else(|| format!("{}\n{}", report.author.as_deref().unwrap_or(""), report.text.trim()));
    let post = Post {
        source_kind: KIND.to_owned(),
        native_id: format!("{}:{}", brand.id, blake3::hash(said.as_bytes()).to_hex()),
        kind: PostKind::Report,
        author: Author { handle: report.author, ..Author::default() },
        url,
        text: format!("{}\n— {}", report.text.trim(), report.reported_by.trim()).trim_start().to_owned(),
        published_at: Some(seen_at),
        seen_at: now,
        engagement: Engagement { views: report.views, ..Engagement::default() },
        raw: report.picture.unwrap_or_default(),
        ..Post::default()
    };
    let source = source(world, brand, now).await?;
    let delivery = Delivery { posts: vec![post], ..Delivery::default() };
    let committed = ingest.accept(&source, delivery, Manner::Live).await?;
    Ok(committed.mentions.first().copied())
}

/// The brand's source for reports, made when it is first needed.
async fn source(world: &World, brand: &Brand, now: Timestamp) -> Result<Source, EngineError> {
    let all = world.store.sources(brand.organisation).await?;
    if let Some(found) = all.into_iter().find(|source| source.kind == KIND && source.brand == Some(brand.id)) {
        return Ok(found);
    }
    let new = NewSource {
        organisation: Some(brand.organisation),
        brand: Some(brand.id),
        kind: KIND.to_owned(),
        name: format!("{}: by hand", brand.name),
        settings: "{}".to_owned(),
    };
    Ok(world.store.create_source(new, now).await?)
}
