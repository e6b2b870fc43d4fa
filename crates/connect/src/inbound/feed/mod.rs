//! Feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, CDF; with the shapes of Google Alerts and Google News.
//!
//! [`parse`] reads one document, however it is broken. [`poll`] asks a source for news, politely. [`test()`] tries one.

mod charset;
mod cursor;
mod date;
pub mod html;
mod item;
mod json;
pub mod link;
mod poll;
mod rss;
mod settings;
mod xml;

pub use poll::{Poll, poll, test};
pub use settings::{Settings, SettingsError};

use domain::post::Post;
use domain::source::Quarantined;
use item::{Context, Item};
use jiff::Timestamp;
use std::time::Duration;
use url::Url;

/// Items taken of one document; the rest is told.
pub const ITEMS: usize = 500;
/// What is kept of an item put aside.
const KEPT: usize = 64 << 10;

/// What a feed holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// Its title, plain.
    pub title: String,
    /// Its posts in the order written, each native id once.
    pub posts: Vec<Post>,
    /// Items that could not be read.
    pub quarantined: Vec<Quarantined>,
    /// Items beyond the first 500, not looked at.
    pub beyond: usize,
    /// How long it asks not to be asked again.
    pub ttl: Option<Duration>,
}

/// Why a document is no feed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FeedError {
    /// Nothing in it.
    #[error("the answer is empty: check the address")]
    Empty,
    /// A web page.
    #[error("the answer is a web page, not a feed{}", hint(.0.as_deref()))]
    Page(Option<String>),
    /// Something else.
    #[error("the answer is no feed that can be read: {0}")]
    Unknown(String),
}

fn hint(found: Option<&str>) -> String {
    match found {
        Some(address) => format!(": it names a feed at {address}, use that address"),
        None => ": use the address of its feed".to_owned(),
    }
}

/// Reads a document. `content_type` is the HTTP header where there was one; `base_url` is where it came from.
pub fn parse(
    bytes: &[u8],
    content_type: Option<&str>,
    seen_at: Timestamp,
    base_url: Option<&Url>,
) -> Result<Feed, FeedError> {
    let text = charset::decode(bytes, content_type);
    let text = text.trim_start();
    match text.chars().next() {
        None => Err(FeedError::Empty),
        Some('{' | '[') => from_json(text, seen_at, base_url),
        Some(_) => from_xml(text, seen_at, base_url),
    }
}

fn from_json(text: &str, seen_at: Timestamp, base_url: Option<&Url>) -> Result<Feed, FeedError> {
    let document = json::read(text).map_err(FeedError::Unknown)?;
    let home = document.home.as_deref().and_then(|h| Url::parse(h).ok());
    let context =
        Context { title: &document.title, lang: document.lang.as_deref(), base: base_url.or(home.as_ref()), seen_at };
    let mut feed = Feed { title: document.title.clone(), ..Feed::default() };
    feed.beyond = document.items.len().saturating_sub(ITEMS);
    for (index, value) in document.items.iter().take(ITEMS).enumerate() {
        match json::item(value) {
            Ok(item) => feed.take(item, index, &context),
            Err(reason) => feed.put_aside(reason, index, value.to_string().as_bytes()),
        }
    }
    feed.keep_each_once();
    Ok(feed)
}

fn from_xml(text: &str, seen_at: Timestamp, base_url: Option<&Url>) -> Result<Feed, FeedError> {
    let document = xml::read(text);
    if !document.is_feed {
        return Err(no_feed(&document, base_url));
    }
    let root = &document.root;
    let channel = root.child("channel").unwrap_or(root);
    let title = rss::title(channel, text);
    let lang = channel.text_of("language").or(channel.text_of("dc:language")).or(root.attribute("xml:lang"));
    let own_base = root.attribute("xml:base").or(channel.attribute("xml:base"));
    let home = own_base.or(channel.text_of("link")).and_then(|a| match base_url {
        Some(base) => base.join(a.trim()).ok(),
        None => Url::parse(a.trim()).ok(),
    });
    let base = home.as_ref().filter(|_| own_base.is_some()).or(base_url).or(home.as_ref());
    let context = Context { title: &title, lang, base, seen_at };
    let mut feed = Feed { title: title.clone(), ttl: ttl(channel), ..Feed::default() };
    feed.beyond = document.items.len().saturating_sub(ITEMS);
    for (index, element) in document.items.iter().take(ITEMS).enumerate() {
        feed.take(rss::item(element, text), index, &context);
    }
    feed.keep_each_once();
    Ok(feed)
}

/// `ttl` in minutes, or the update period of the syndication module.
fn ttl(channel: &xml::Element) -> Option<Duration> {
    if let Some(minutes) = channel.text_of("ttl").and_then(|t| t.parse::<u64>().ok()) {
        return Some(Duration::from_secs(minutes.min(60 * 24 * 7) * 60));
    }
    let hours = match channel.text_of("sy:updateperiod")?.to_ascii_lowercase().as_str() {
        "hourly" => 1,
        "daily" => 24,
        "weekly" => 24 * 7,
        _ => return None,
    };
    let times = channel.text_of("sy:updatefrequency").and_then(|f| f.parse::<u64>().ok()).unwrap_or(1).clamp(1, 3600);
    Some(Duration::from_secs(hours * 3600 / times))
}

fn no_feed(document: &xml::Document, base_url: Option<&Url>) -> FeedError {
    match document.root.name.as_str() {
        "html" | "xhtml:html" | "head" | "body" => FeedError::Page(named_feed(&document.root, base_url)),
        "" => FeedError::Unknown("it holds no XML and no JSON".to_owned()),
        other => FeedError::Unknown(format!("its first element is <{}>", other.chars().take(40).collect::<String>())),
    }
}

/// The feed that a page names in its head.
fn named_feed(page: &xml::Element, base_url: Option<&Url>) -> Option<String> {
    let is_link = |e: &&xml::Element| {
        e.name.ends_with("link")
            && e.attribute("type").is_some_and(|t| t.contains("rss") || t.contains("atom") || t.contains("feed+json"))
    };
    let href = page.children.iter().find(is_link).and_then(|l| l.attribute("href"));
    match href {
        Some(href) => link::canonical(href, base_url),
        None => page.children.iter().find_map(|c| named_feed(c, base_url)),
    }
}

impl Feed {
    fn take(&mut self, item: Item, index: usize, context: &Context<'_>) {
        let mut raw = item.raw.clone();
        match item.into_post(context) {
            Ok(post) => self.posts.push(post),
            Err(reason) => {
                raw.truncate(KEPT);
                self.put_aside(reason, index, &raw);
            }
        }
    }

    fn put_aside(&mut self, reason: String, index: usize, bytes: &[u8]) {
        let bytes = bytes[..bytes.len().min(KEPT)].to_vec();
        self.quarantined.push(Quarantined { reason, place: format!("item {}", index + 1), bytes });
    }

    /// Of two items with one id the first stays where they say the same; where they differ the later one has another id
    /// by mistake, and is told apart by what it says.
    fn keep_each_once(&mut self) {
        let mut seen = std::collections::BTreeMap::new();
        let posts = std::mem::take(&mut self.posts);
        for mut post in posts {
            match seen.get(&post.native_id) {
                None => {
                    seen.insert(post.native_id.clone(), post.url.clone());
                    self.posts.push(post);
                }
                Some(url) if *url == post.url => {}
                Some(_) => {
                    let told_apart =
                        format!("{}#{}", post.native_id, item::digest(&[post.url.as_deref().unwrap_or("")]));
                    if seen.insert(told_apart.clone(), post.url.clone()).is_none() {
                        post.native_id = told_apart;
                        self.posts.push(post);
                    }
                }
            }
        }
    }
}
