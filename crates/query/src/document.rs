//! What a query is asked of.

use crate::ast::{Field, Wanted};
use text::token::{Mark, Token, fold, parts, scan};

/// One post, as far as queries know it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Document<'a> {
    /// What was written.
    pub text: &'a str,
    /// Its language code, when known.
    pub lang: Option<&'a str>,
    /// Where it was found.
    pub source: Option<&'a str>,
    /// Who wrote it: a handle, with or without `@` and server.
    pub author: Option<&'a str>,
    /// How many follow the author, when known.
    pub followers: Option<i64>,
    /// Stars given, when any.
    pub rating: Option<u8>,
}

impl Document<'_> {
    /// Whether a condition holds. What is unknown satisfies none.
    pub(crate) fn satisfies(&self, field: &Field) -> bool {
        match field {
            Field::Lang(code) => self.lang.is_some_and(|lang| {
                lang.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case(code))
            }),
            Field::Source(name) => self.source.is_some_and(|source| source == name || folded_name(source) == *name),
            Field::Author(name) => {
                self.author.is_some_and(|author| author_keys(&folded_name(author)).any(|key| key == name))
            }
            Field::Followers(comparison, bound) => self.followers.is_some_and(|n| comparison.holds(n, *bound)),
            Field::Rating(comparison, bound) => self.rating.is_some_and(|n| comparison.holds(n, *bound)),
        }
    }
}

/// A name as compared: folded, without `@` before it nor quotation marks in it.
pub(crate) fn folded_name(name: &str) -> String {
    let folded = fold(name);
    let plain: String =
        folded.chars().filter(|c| !matches!(c, '"' | '“' | '”' | '„' | '«' | '»') && !c.is_control()).collect();
    plain.trim().trim_start_matches('@').trim().to_owned()
}

/// The names that find an author: the whole, and the part before `@server`.
pub(crate) fn author_keys(folded: &str) -> impl Iterator<Item = &str> {
    let local = folded.split_once('@').map(|(local, _)| local).filter(|local| !local.is_empty());
    std::iter::once(folded).chain(local)
}

/// Whether a token is the rest of a handle (`.com`, `@server`).
pub(crate) fn is_address(token: &Token, folded: &str) -> bool {
    token.mark == Mark::Handle && folded.starts_with(['.', '@'])
}

/// Calls `each` with all that stands at each token of `text`: position, folded characters, which marks it satisfies beyond `Any`
/// (none for the words inside a compound), and its place.
pub(crate) fn words(text: &str, mut each: impl FnMut(u32, u64, &str, Option<Wanted>, &Token)) {
    let mut position = 0;
    scan(text, |token, folded| {
        let wanted = match token.mark {
            Mark::Word => None,
            Mark::Hashtag => Some(Wanted::Hashtag),
            Mark::Handle => Some(Wanted::Handle),
        };
        each(position, token.hash, folded, wanted, &token);
        if wanted.is_some() && !is_address(&token, folded) {
            let body = &text[token.start as usize..token.end as usize];
            for part in parts(body).filter(|part| part.len() < body.len()) {
                let part = fold(part);
                each(position, text::token::hash(&part), &part, None, &token);
            }
        }
        position += 1;
    });
}
