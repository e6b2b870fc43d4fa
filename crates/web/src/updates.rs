//! A brand's updates as a feed, and as files that any static host serves when Vigie does not: a page in each language, the feed, the style sheet. The same
//! state gives the same bytes: nothing in them knows what time it is.

use crate::assets;
use crate::html::escape;
use crate::pages::updates::{UpdatesFile, UpdatesPage};
use askama::Template;
use domain::id::BrandId;
use engine::case::{Published, PublishedUpdate};
use jiff::Timestamp;
use std::fmt::Write;
use words::{Locale, Words};

/// Most characters of a title in the feed.
const TITLE: usize = 80;
/// The feed's file.
pub const FEED: &str = "feed.xml";
/// The style sheet's file.
pub const STYLE: &str = "vigie.css";

/// The page of a brand as files, by their names. `first`: the language of `index.html`. `here`: the address of the live page, by which its entries are
/// known in both feeds.
///
/// # Errors
/// A template that cannot be filled: a bug of ours.
pub fn files(
    brand: BrandId,
    page: &Published,
    first: Locale,
    here: &str,
) -> Result<Vec<(String, Vec<u8>)>, askama::Error> {
    // The moment of the last word: no page of these says how long ago something was.
    let stands = page.updates.first().map_or(Timestamp::UNIX_EPOCH, |one| one.update.at);
    let render = |locale: Locale| {
        let words = Words::new(locale, &page.zone, stands).for_everybody();
        let inner = UpdatesPage { words, brand: brand.0, page: page.clone(), as_file: true };
        UpdatesFile { inner }.render()
    };
    let mut files = vec![("index.html".to_owned(), render(first)?.into_bytes())];
    for locale in Locale::ALL {
        files.push((format!("{}.html", locale.code()), render(locale)?.into_bytes()));
    }
    files.push((FEED.to_owned(), atom(page, here, None).into_bytes()));
    files.push((STYLE.to_owned(), assets::STYLE.bytes.to_vec()));
    Ok(files)
}

/// An Atom feed (RFC 4287). `own`: its own address, where it is known.
pub fn atom(page: &Published, here: &str, own: Option<&str>) -> String {
    let newest = page.updates.first().map_or(Timestamp::UNIX_EPOCH, |one| one.update.at);
    let own = own.map(|own| format!("<link rel=\"self\" href=\"{}\"/>\n", escape(own))).unwrap_or_default();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>{id}</id>\n<title>{title}</title>\n\
         <updated>{newest}</updated>\n<link rel=\"alternate\" href=\"{id}\"/>\n{own}<author><name>{title}</name></author>\n",
        id = escape(here),
        title = escape(&page.brand),
    );
    for one in &page.updates {
        entry(&mut out, here, one);
    }
    out.push_str("</feed>\n");
    out
}

fn entry(out: &mut String, here: &str, one: &PublishedUpdate) {
    let text: String = one.text.clone().unwrap_or_default().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    let title: String = text.lines().next().unwrap_or_default().chars().take(TITLE).collect();
    // What was corrected is news again.
    let updated = one.update.corrected.map_or(one.update.at, |(_, at)| at);
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<entry xml:lang=\"{lang}\">\n<id>{id}</id>\n<title>{title}</title>\n<published>{published}</published>\n<updated>{updated}</updated>\n\
         <link rel=\"alternate\" href=\"{id}\"/>\n<content type=\"text\">{text}</content>\n</entry>\n",
        lang = one.update.language.code(),
        id = escape(&format!("{here}#{}", one.name)),
        title = escape(&title),
        published = one.update.at,
        text = escape(&text),
    );
}
