//! Items of RSS and Atom. The two are read alike: real feeds mix them.

use super::item::Item;
use super::xml::Element;
use super::{date, html};
use std::ops::Range;

/// Reads one item; `source` is the document it was found in.
pub(super) fn item(element: &Element, source: &str) -> Item {
    let text = |names: &[&str]| names.iter().find_map(|n| element.text_of(n)).map(str::to_owned);
    let (author, author_url) = author(element);
    let (publisher, publisher_url) = publisher(element);
    let statistics =
        element.child("media:group").and_then(|g| g.child("media:community")).and_then(|c| c.child("media:statistics"));
    Item {
        id: text(&["guid", "id"]).or_else(|| element.attribute("rdf:about").map(str::to_owned)),
        link: link(element),
        title: title(element, source),
        body: body(element, source),
        author,
        author_url,
        publisher,
        publisher_url,
        published: published(element),
        lang: element.attribute("xml:lang").map(str::to_owned).or_else(|| text(&["dc:language", "language"])),
        parent: element.child("thr:in-reply-to").and_then(|r| r.attribute("ref")).map(str::to_owned),
        replies: count(element.text_of("slash:comments").or(element.text_of("thr:total"))),
        views: count(statistics.and_then(|s| s.attribute("views"))),
        stars: element.text_of("im:rating").and_then(|r| r.parse().ok()),
        raw: slice(source, &element.outer).as_bytes().to_vec(),
    }
}

fn published(element: &Element) -> Option<jiff::Timestamp> {
    let names = [
        "published",
        "pubdate",
        "dc:date",
        "dc:issued",
        "issued",
        "dc:created",
        "created",
        "updated",
        "modified",
        "dc:modified",
        "lastmod",
    ];
    names.iter().filter_map(|n| element.text_of(n)).find_map(date::parse)
}

fn count(text: Option<&str>) -> Option<i64> {
    text?.trim().parse().ok().filter(|n| *n >= 0)
}

/// Where the item is read: the publisher's own address before a counter's.
fn link(element: &Element) -> Option<String> {
    if let Some(original) = element.text_of("feedburner:origlink") {
        return Some(original.to_owned());
    }
    for name in ["link", "atom:link"] {
        for link in element.all(name) {
            let usable = matches!(link.attribute("rel"), None | Some("alternate"));
            match (link.attribute("href"), link.text.trim()) {
                (Some(href), _) if usable => return Some(href.to_owned()),
                (None, text) if !text.is_empty() => return Some(text.to_owned()),
                _ => {}
            }
        }
    }
    let guid = element.child("guid")?;
    let permanent = guid.attribute("ispermalink").is_none_or(|p| p.trim().eq_ignore_ascii_case("true"));
    Some(guid.text.trim().to_owned()).filter(|g| permanent && g.starts_with("http"))
}

/// The title of an item or of the whole feed.
pub(super) fn title(element: &Element, source: &str) -> String {
    let named = ["title", "dc:title", "media:title"].iter().find_map(|n| element.child(n).filter(|t| !is_empty(t)));
    named.map(|t| plain(t, source, "text")).unwrap_or_default()
}

fn body(element: &Element, source: &str) -> String {
    let names = [
        "content:encoded",
        "content",
        "xhtml:body",
        "description",
        "summary",
        "media:description",
        "abstract",
        "itunes:summary",
        "dc:description",
    ];
    let group = element.child("media:group");
    let candidates = names.iter().flat_map(|n| element.all(n).chain(group.into_iter().flat_map(|g| g.all(n))));
    let texts = candidates.filter(|c| !is_foreign(c)).map(|c| plain(c, source, "html"));
    texts.into_iter().find(|t| !t.is_empty()).unwrap_or_default()
}

fn is_empty(element: &Element) -> bool {
    element.text.trim().is_empty() && element.children.is_empty()
}

/// Content that is no text: an image, a base64 block, a document elsewhere.
fn is_foreign(element: &Element) -> bool {
    let kind = element.attribute("type").unwrap_or("text").to_ascii_lowercase();
    let readable = kind.starts_with("text") || kind.contains("html") || kind.contains("xml");
    !readable || element.attribute("mode") == Some("base64")
}

/// The plain text of a text construct. RSS says nothing of the type: there, everything may be HTML, titles too.
fn plain(element: &Element, source: &str, unsaid: &str) -> String {
    let kind = element.attribute("type").unwrap_or(unsaid).trim().to_ascii_lowercase();
    // Markup as it stands: the tags are children, the text between them is not all ours.
    if !element.children.is_empty() {
        return html::plain(slice(source, &element.inner));
    }
    let escaped = element.text.contains('<') || has_entity(&element.text);
    if kind.contains("html") || escaped { html::plain(&element.text) } else { html::tidy(&element.text) }
}

/// Whether an entity was escaped twice: `&amp;amp;` or `&amp;nbsp;` in a title.
fn has_entity(text: &str) -> bool {
    text.split('&').skip(1).any(|after| {
        after.split_once(';').is_some_and(|(name, _)| {
            !name.is_empty() && name.len() <= 10 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
        })
    })
}

/// The name and page of who wrote it; `mail (Name)` and `Name <mail>` give the name.
fn author(element: &Element) -> (Option<String>, Option<String>) {
    for name in ["author", "dc:creator", "itunes:author", "media:credit", "dc:author", "contributor"] {
        for author in element.all(name) {
            let named = author.text_of("name").unwrap_or(author.text.trim());
            if !named.is_empty() {
                let page = author.text_of("uri").or(author.text_of("url"));
                return (Some(without_mail(named)), page.map(str::to_owned));
            }
        }
    }
    (None, None)
}

fn without_mail(author: &str) -> String {
    let bracketed = author.split_once('(').and_then(|(mail, rest)| Some((mail, rest.split_once(')')?.0)));
    match bracketed {
        Some((mail, name)) if mail.contains('@') => name.trim().to_owned(),
        _ => match author.split_once('<') {
            Some((name, mail)) if mail.contains('@') && !name.trim().is_empty() => name.trim().to_owned(),
            _ => html::plain(author),
        },
    }
}

/// An aggregator names who published: `<source url="https://publisher">Publisher</source>`.
fn publisher(element: &Element) -> (Option<String>, Option<String>) {
    let Some(source) = element.child("source") else { return (None, None) };
    let name = source.text_of("title").unwrap_or(source.text.trim());
    let home = source.attribute("url").map(str::to_owned).or_else(|| link(source));
    (Some(html::plain(name)).filter(|n| !n.is_empty()), home)
}

fn slice<'a>(source: &'a str, range: &Range<usize>) -> &'a str {
    source.get(range.clone()).unwrap_or("")
}
