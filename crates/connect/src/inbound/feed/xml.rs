//! Reads XML as it is found: unclosed tags, stray ends, undefined entities, missing namespaces. It gives what it can and
//! never fails; a DTD is ignored, so no entity ever expands.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::ops::Range;

/// Deeper elements are read as part of their ancestor.
const DEPTH: usize = 64;
/// Elements kept of one item, and of all that lies outside items.
const ELEMENTS: usize = 4_000;

/// Parts of an item that hold text and never another part.
const LEAVES: [&str; 4] = ["title", "link", "guid", "pubdate"];
/// Parts of an item.
const PARTS: [&str; 8] =
    ["title", "link", "guid", "pubdate", "description", "content:encoded", "dc:creator", "dc:date"];

/// The longest name of a namespace; each element remembers one.
const NAMESPACE: usize = 200;

/// One element with what is in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Lower case, with the customary prefix of its namespace: `title`, `content:encoded`.
    pub(super) name: String,
    /// Attributes in the order written, names in lower case.
    pub(super) attributes: Vec<(String, String)>,
    /// Its own text and that of nothing below it.
    pub(super) text: String,
    /// What lies between its tags, as written.
    pub(super) inner: Range<usize>,
    /// The whole of it, as written.
    pub(super) outer: Range<usize>,
    /// What is in it.
    pub(super) children: Vec<Element>,
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The children with a name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |c| c.name == name)
    }

    /// The first child with a name.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|c| c.name == name)
    }

    /// The text of the first child with a name that has any.
    pub(super) fn text_of(&self, name: &str) -> Option<&str> {
        self.children.iter().filter(|c| c.name == name).map(|c| c.text.trim()).find(|t| !t.is_empty())
    }
}

/// What a document holds: the element that makes it a feed, without its items, and the items.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// `rss`, `rdf`, `feed` or `channel`; empty when only items were found.
    pub(super) root: Element,
    /// Items in the order written.
    pub(super) items: Vec<Element>,
    /// Whether anything in it belongs to a feed.
    pub(super) is_feed: bool,
}

/// Reads a document.
pub(super) fn read(text: &str) -> Document {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut scan = Scan::default();
    loop {
        let before = position(&reader);
        let event = reader.read_event();
        let after = position(&reader);
        match event {
            Ok(Event::Start(tag)) => scan.open(&tag, before, after),
            Ok(Event::Empty(tag)) => {
                scan.open(&tag, before, after);
                scan.close(after, after);
            }
            Ok(Event::End(tag)) => scan.end(tag.name().as_ref(), before, after),
            Ok(Event::Text(text)) => scan.push(&text.xml10_content()),
            Ok(Event::CData(text)) => scan.push(&text.xml10_content()),
            Ok(Event::GeneralRef(entity)) => scan.push(&entity_text(&entity)),
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
            Ok(Event::Eof) => break,
            // An error that moved on is a bad spot; one that did not would repeat for ever.
            Err(_) if after > before => {}
            Err(_) => break,
        }
    }
    scan.finish(text.len())
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

#[derive(Default)]
struct Scan {
    document: Document,
    open: Vec<Open>,
    too_deep: usize,
    kept: usize,
    prefixes: BTreeMap<String, String>,
    is_atom: bool,
}

struct Open {
    element: Element,
    written: String,
    default_namespace: String,
}

impl Scan {
    fn open(&mut self, tag: &BytesStart<'_>, before: usize, after: usize) {
        if self.open.len() >= DEPTH {
            self.too_deep += 1;
            return;
        }
        self.close_leaf_before(tag.name().as_ref(), before);
        let mut default_namespace = self.open.last().map(|o| o.default_namespace.clone()).unwrap_or_default();
        let mut attributes = Vec::new();
        for attribute in tag.html_attributes().with_checks(false).flatten().take(64) {
            let name = attribute.key.as_ref().to_ascii_lowercase();
            let value = unescape(&attribute.value);
            if name.starts_with("xmlns") && value.len() > NAMESPACE {
                continue;
            }
            match name.strip_prefix("xmlns") {
                Some("") => default_namespace = value,
                Some(prefix) if prefix.starts_with(':') => {
                    if self.prefixes.len() < 64 {
                        self.prefixes.insert(prefix[1..].to_owned(), value);
                    }
                }
                _ => attributes.push((name, value)),
            }
        }
        let written = tag.name().as_ref().to_ascii_lowercase();
        if self.open.is_empty() {
            self.is_atom = written.rsplit(':').next() == Some("feed");
        }
        let name = self.customary(&written, &default_namespace);
        if is_item(&name) {
            // No item holds another: the one before was not closed.
            if let Some(at) = self.open.iter().position(|o| is_item(&o.element.name)) {
                while self.open.len() > at {
                    self.close(before, before);
                }
            }
            self.kept = 0;
        }
        self.document.is_feed |=
            matches!(name.as_str(), "rss" | "rdf:rdf" | "rdf" | "feed" | "channel") || is_item(&name);
        let element = Element { name, attributes, inner: after..after, outer: before..after, ..Element::default() };
        self.open.push(Open { element, written, default_namespace });
    }

    /// A part of an item cannot stand inside its title, link or date: that one was not closed.
    fn close_leaf_before(&mut self, name: &str, before: usize) {
        let is_part = |n: &str| PARTS.iter().any(|p| n.eq_ignore_ascii_case(p));
        if !is_part(name) {
            return;
        }
        if let Some(at) = self.open.iter().position(|o| LEAVES.contains(&o.written.as_str())) {
            while self.open.len() > at {
                self.close(before, before);
            }
        }
    }

    /// The customary name: by the namespace where it is known, else as written.
    fn customary(&self, written: &str, default_namespace: &str) -> String {
        let (prefix, local) = written.split_once(':').unwrap_or(("", written));
        let namespace = match prefix {
            "" => default_namespace,
            _ => self.prefixes.get(prefix).map_or("", String::as_str),
        };
        let known = match namespace.trim_end_matches('/').to_ascii_lowercase().as_str() {
            "http://www.w3.org/2005/atom" | "http://purl.org/atom/ns#" if self.is_atom => "",
            "http://www.w3.org/2005/atom" | "http://purl.org/atom/ns#" => "atom",
            "http://purl.org/rss/1.0/modules/content" => "content",
            "http://purl.org/dc/elements/1.1" | "http://purl.org/dc/elements/1.0" | "http://purl.org/dc/terms" => "dc",
            "http://search.yahoo.com/mrss" => "media",
            "http://www.itunes.com/dtds/podcast-1.0.dtd" => "itunes",
            "http://purl.org/rss/1.0/modules/syndication" => "sy",
            "http://purl.org/rss/1.0/modules/slash" => "slash",
            "http://purl.org/syndication/thread/1.0" => "thr",
            "http://itunes.apple.com/rss" => "im",
            "http://rssnamespace.org/feedburner/ext/1.0" => "feedburner",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#" => "rdf",
            "http://www.w3.org/1999/xhtml" => "xhtml",
            n if n.starts_with("http://purl.org/rss/1.0/modules/") => prefix,
            n if n.contains("/rss") && !n.contains("/modules") => "",
            _ => prefix,
        };
        if known.is_empty() { local.to_owned() } else { format!("{known}:{local}") }
    }

    fn push(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut() {
            open.element.text.push_str(text);
        }
    }

    /// An end tag closes the nearest element of its name with all that was left open inside it, or nothing.
    fn end(&mut self, name: &str, before: usize, after: usize) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let name = name.trim().to_ascii_lowercase();
        if let Some(at) = self.open.iter().rposition(|o| o.written == name) {
            while self.open.len() > at + 1 {
                self.close(before, before);
            }
            self.close(before, after);
        }
    }

    fn close(&mut self, inner_end: usize, outer_end: usize) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(Open { mut element, .. }) = self.open.pop() else { return };
        element.inner.end = inner_end.max(element.inner.start);
        element.outer.end = outer_end.max(element.inner.end);
        if is_item(&element.name) {
            self.document.items.push(element);
            self.kept = 0;
        } else if let Some(parent) = self.open.last_mut() {
            self.kept += 1;
            if self.kept <= ELEMENTS {
                parent.element.children.push(element);
            }
        } else if self.document.root.name.is_empty() {
            self.document.root = element;
        }
    }

    fn finish(mut self, end: usize) -> Document {
        self.too_deep = 0;
        while !self.open.is_empty() {
            self.close(end, end);
        }
        self.document
    }
}

fn is_item(name: &str) -> bool {
    matches!(name, "item" | "entry")
}

/// Undoes entities in an attribute; what is none stays as written.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match rest.bytes().take(33).position(|b| b == b';') {
            Some(end) if rest[..end].chars().all(|c| c.is_ascii_alphanumeric() || c == '#') => {
                out.push_str(&entity_text(&rest[..end]));
                rest = &rest[end + 1..];
            }
            _ => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

/// What an entity stands for: a character by number or one of HTML's; an unknown one stays as written.
fn entity_text(name: &str) -> String {
    let number = name.strip_prefix('#').and_then(|n| match n.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => n.parse().ok(),
    });
    if let Some(number) = number {
        return match number {
            // Numbers of a Windows code page written as if they were Unicode: as every browser reads them.
            0x80..=0x9f => encoding_rs::WINDOWS_1252.decode(&[number as u8]).0.into_owned(),
            _ => {
                char::from_u32(number).filter(|c| super::charset::is_allowed(*c)).map(String::from).unwrap_or_default()
            }
        };
    }
    let known = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        // The tokenizer's table: that of quick-xml 0.42 gives ";" for alpha.
        _ => return super::html::entities(&format!("&{name};")),
    };
    known.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_broken_is_read_as_far_as_it_goes() {
        let document = read(
            "<!DOCTYPE rss [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]>\
             <rss><channel><title>A &eacute;&alpha;&oelig; &lol2; &#146; & b</title>\
             <item><title>One<description>x<b>y</item><item></nothing><Title>Two</Title></item><item><title>Three</title><item><title>Four",
        );
        assert!(document.is_feed);
        let titles: Vec<_> = document.items.iter().map(|i| i.text_of("title").unwrap()).collect();
        assert_eq!(titles, ["One", "Two", "Three", "Four"]);
        let channel = document.root.child("channel").unwrap();
        assert_eq!(channel.text_of("title"), Some("A éαœ &lol2; ’ & b"));
    }

    #[test]
    fn namespaces_decide_and_prefixes_stand_in() {
        let document = read(
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry xmlns:c='http://purl.org/rss/1.0/modules/content/'>\
             <a:title>x</a:title><c:encoded>y</c:encoded><dc:creator>z</dc:creator><content type='xhtml'>\
             <div xmlns='http://www.w3.org/1999/xhtml'>d</div></content><a:link href='/?a=1&amp;b=2&c=3'/></a:entry></a:feed>",
        );
        let item = &document.items[0];
        let names: Vec<_> = item.children.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["title", "content:encoded", "dc:creator", "content", "link"]);
        assert_eq!(item.child("link").unwrap().attribute("href"), Some("/?a=1&b=2&c=3"));
        let rss = read("<rss xmlns:x='http://www.w3.org/2005/Atom'><item><x:link href='h'/></item></rss>");
        assert!(rss.items[0].child("atom:link").is_some());
    }

    #[test]
    fn depth_and_number_are_bounded() {
        let deep = format!(
            "<rss><item><title>t</title>{}{}</item><item/></rss>",
            "<d>".repeat(100_000),
            "</d>".repeat(100_000)
        );
        assert_eq!(read(&deep).items.len(), 2);
        let many = format!("<rss><item>{}<title>t</title></item></rss>", "<x/>".repeat(10_000));
        assert_eq!(read(&many).items[0].children.len(), ELEMENTS);
    }
}
