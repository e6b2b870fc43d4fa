//! What a text is made of before any model looks: chunks that are language, and chunks that are addresses.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// What lies between two spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chunk<'a> {
    /// Language.
    Text(&'a str),
    /// A web address.
    Url,
    /// `@somebody`.
    Handle,
}

/// The chunks of a text, without the sign of a repost.
pub(crate) fn chunks(text: &str) -> impl Iterator<Item = Chunk<'_>> {
    text.split_whitespace().filter(|chunk| !matches!(*chunk, "RT" | "rt")).map(|chunk| {
        if is_url(chunk) {
            Chunk::Url
        } else if chunk.strip_prefix(['@', '.']).is_some_and(|rest| chunk.starts_with('@') || rest.starts_with('@')) {
            Chunk::Handle
        } else {
            Chunk::Text(chunk)
        }
    })
}

fn is_url(chunk: &str) -> bool {
    let bare = chunk.trim_start_matches(|c: char| c.is_ascii_punctuation());
    let starts = |with: &str| bare.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    starts("http://") || starts("https://") || starts("www.") || bare.eq_ignore_ascii_case("http")
}

/// The text with letters and accents joined and decorated alphabets made plain; borrowed where nothing changes.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    let decorated = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{ff00}'..='\u{ffef}' | '\u{1d400}'..='\u{1d7ff}');
    if text.is_ascii() || !text.chars().any(decorated) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfkc().collect())
    }
}

/// One character in lower case: the first one, where there are several.
#[inline]
pub(crate) fn lower(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) }
}

/// The start of a text, at most so many bytes, cut between characters.
pub(crate) fn start(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}
