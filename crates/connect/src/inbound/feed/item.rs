//! One item of any feed, and the post it becomes.

use super::html;
use super::link::{canonical, publisher};
use crate::inbound::LONGEST_ID;
use domain::post::{Author, Engagement, Post, PostKind, Rating};
use jiff::Timestamp;
use url::Url;

/// The longest text of a post; what is longer is cut, and says so.
const TEXT: usize = 64 << 10;
/// A title beyond this is no title but an attack.
const TITLE: usize = 1 << 20;
/// The longest payload kept as evidence.
const RAW: usize = 1 << 20;
/// The longest name, id or handle before what tells it apart.
const NAME: usize = LONGEST_ID - 64;

/// An item, its parts as the format gave them, texts already plain.
#[derive(Debug, Default)]
pub(super) struct Item {
    pub(super) id: Option<String>,
    pub(super) link: Option<String>,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) author: Option<String>,
    pub(super) author_url: Option<String>,
    /// The publisher an aggregator names.
    pub(super) publisher: Option<String>,
    pub(super) publisher_url: Option<String>,
    pub(super) published: Option<Timestamp>,
    pub(super) lang: Option<String>,
    pub(super) parent: Option<String>,
    pub(super) replies: Option<i64>,
    pub(super) views: Option<i64>,
    pub(super) stars: Option<u32>,
    pub(super) raw: Vec<u8>,
}

/// What is the same for all items of a feed.
#[derive(Debug, Default)]
pub(super) struct Context<'a> {
    pub(super) title: &'a str,
    pub(super) lang: Option<&'a str>,
    pub(super) base: Option<&'a Url>,
    pub(super) seen_at: Timestamp,
}

impl Item {
    /// The post, or why it is none.
    pub(super) fn into_post(mut self, feed: &Context<'_>) -> Result<Post, String> {
        if self.title.len() > TITLE {
            return Err(format!("its title is {} bytes long: more than 1 MiB is refused", self.title.len()));
        }
        let url = self.link.as_deref().and_then(|l| canonical(l, feed.base));
        let is_alert =
            self.id.as_deref().is_some_and(|id| id.starts_with("tag:google.com") && id.contains("googlealerts"));
        self.unwrap_headline();
        let text = self.text();
        if text.is_empty() && url.is_none() && self.stars.is_none() {
            return Err("it holds neither a title, a text nor a link".to_owned());
        }
        // The same article in two alerts has two ids but one address.
        let id = if is_alert && url.is_some() { None } else { self.id.as_deref() };
        let native_id = native_id(id, url.as_deref(), &self, feed);
        let native_rev = Some(digest(&[&text, url.as_deref().unwrap_or("")]));
        let author = self.author(url.as_deref(), is_alert, feed);
        let kind = match (&self.parent, self.stars, self.title.is_empty()) {
            (_, Some(_), _) => PostKind::Review,
            (Some(_), ..) => PostKind::Comment,
            (.., true) => PostKind::Post,
            _ if url.as_deref().is_some_and(is_thread) => PostKind::Post,
            _ => PostKind::Article,
        };
        let rating = self.stars.filter(|s| (1..=5).contains(s)).map(|s| Rating { tenths: s * 10, out_of: 5 });
        self.raw.truncate(RAW);
        Ok(Post {
            source_kind: "feed".to_owned(),
            native_id,
            native_rev,
            kind,
            author,
            url,
            text,
            lang: self.lang.take().or(feed.lang.map(str::to_owned)).filter(|l| l.len() <= 35),
            published_at: self.published,
            seen_at: feed.seen_at,
            parent: self.parent.take().map(|p| short(&p)),
            engagement: Engagement { replies: self.replies, views: self.views, ..Engagement::default() },
            rating,
            raw: self.raw,
            ..Post::default()
        })
    }

    /// "Headline - Publisher" with the publisher named beside it is the headline alone.
    fn unwrap_headline(&mut self) {
        let Some(publisher) = &self.publisher else { return };
        if let Some(headline) = self.title.strip_suffix(publisher.as_str()).and_then(|t| t.trim_end().strip_suffix('-'))
        {
            self.title = headline.trim_end().to_owned();
        }
    }

    /// Title first, then the body, unless the body only says the title again.
    fn text(&self) -> String {
        let title = self.title.replace('\n', " ");
        let rest = self.body.strip_prefix(title.as_str()).map_or(self.body.as_str(), str::trim);
        let repeats = !title.is_empty() && self.body.starts_with(title.as_str());
        let only_publisher = self.publisher.as_deref() == Some(rest);
        let body =
            if repeats && (rest.is_empty() || only_publisher || rest == "…") { "" } else { self.body.as_str() };
        let text = match (title.is_empty(), body.is_empty()) {
            (true, _) => body.to_owned(),
            (false, true) => title,
            (false, false) => format!("{title}\n{body}"),
        };
        cut(text)
    }

    fn author(&self, url: Option<&str>, is_alert: bool, feed: &Context<'_>) -> Author {
        let host = url.and_then(publisher);
        if is_alert {
            return Author { handle: host.clone(), display: host, ..Author::default() };
        }
        if let Some(name) = &self.publisher {
            let home = self.publisher_url.as_deref().and_then(|u| canonical(u, None));
            let handle = home.as_deref().and_then(publisher);
            return Author { handle, display: Some(short(name)), url: home, ..Author::default() };
        }
        let named = self.author.as_deref().map(html::tidy).filter(|n| !n.is_empty());
        let title = Some(feed.title).filter(|t| !t.is_empty()).map(str::to_owned);
        Author {
            display: named.or(title).map(|n| short(&n)),
            url: self.author_url.as_deref().and_then(|u| canonical(u, feed.base)),
            ..Author::default()
        }
    }
}

/// The item's own id, made global where it is a bare number or word; else its address; else what it says and when.
fn native_id(id: Option<&str>, url: Option<&str>, item: &Item, feed: &Context<'_>) -> String {
    match (id.map(str::trim).filter(|i| !i.is_empty()), url) {
        (Some(id), _) if id.contains(':') => short(id),
        (Some(id), _) => {
            let home = feed.base.and_then(Url::host_str).unwrap_or("");
            short(&format!("{home}#{id}"))
        }
        (None, Some(url)) => short(url),
        (None, None) => {
            let date = item.published.map(|p| p.to_string()).unwrap_or_default();
            let said = if item.title.is_empty() { &item.body } else { &item.title };
            format!("hash:{}", digest(&[feed.title, said, &date]))
        }
    }
}

/// A short digest of some texts, each with its length so that their borders count.
pub(super) fn digest(parts: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().to_hex()[..16].to_owned()
}

/// A name or id within its bound; a longer one keeps its beginning and gets its digest.
fn short(name: &str) -> String {
    if name.len() <= NAME {
        name.to_owned()
    } else {
        format!("{}…{}", &name[..name.floor_char_boundary(NAME)], digest(&[name]))
    }
}

fn cut(mut text: String) -> String {
    if text.len() > TEXT {
        text.truncate(text.floor_char_boundary(TEXT));
        text.push_str(" […]");
    }
    text
}

/// Whether an address is that of a thread in a forum, as phpBB, vBulletin, XenForo, Discourse, Flarum, NodeBB, MyBB and Reddit make
/// them. Feeds give threads titles as they do articles, and what the press says must not be taken from them.
fn is_thread(url: &str) -> bool {
    let Ok(url) = Url::parse(url) else { return false };
    let is_one = |part: &str| {
        let part = part.split_once('.').map_or(part, |(name, _)| name);
        matches!(part, "viewtopic" | "showthread" | "threads" | "topic" | "topics" | "forum" | "forums" | "comments")
    };
    let mut parts = url.path_segments().into_iter().flatten();
    let numbered = |part: &str| part.split('-').next().is_some_and(|id| id.parse::<u64>().is_ok());
    // Discourse and Flarum: `/t/name/12`, `/d/12-name`.
    let short = matches!(parts.clone().next(), Some("t" | "d")) && parts.clone().skip(1).any(numbered);
    short || parts.any(is_one)
}

#[cfg(test)]
mod tests {
    use super::is_thread;

    #[test]
    fn threads_of_forums_are_told_from_articles() {
        for thread in [
            "https://forum.example/viewtopic.php?t=12",
            "https://example.org/forums/showthread.php?12-Bread",
            "https://example.org/threads/bread.12/",
            "https://meta.example/t/glass-in-the-bread/512",
            "https://meta.example/d/512-glass-in-the-bread",
            "https://example.org/topic/512/glass",
            "https://www.reddit.com/r/bread/comments/1abc/glass/",
        ] {
            assert!(is_thread(thread), "{thread}");
        }
        for article in [
            "https://www.ouest-france.example/bretagne/du-verre-dans-le-pain-512.html",
            "https://lc.example/t/actualites/verre",
            "https://news.example/d/",
            "https://news.example/topical/forum-of-bakers",
            "no address",
        ] {
            assert!(!is_thread(article), "{article}");
        }
    }
}
