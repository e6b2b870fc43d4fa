//! OwnNames that say nothing of what happened: a brand called "Kids Store" is no child.

use crate::token::scan;

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) folded: String,
    pub(super) written: String,
}

/// One name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) parts: Vec<Part>,
    /// Whether it is a name only as it is written.
    pub(super) strict: bool,
}

/// OwnNames whose words are not read as what happened. Of two words that tell something, however they are written; of one, alone or with
/// small words, only as it is written, with a capital, and alone only within a sentence: a shop called "Le Pain" must not hide glass in the bread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnNames(pub(super) Vec<Name>);

/// Words of fewer letters tell nothing by themselves.
const TELLS: usize = 4;

impl OwnNames {
    /// Reads names as they are shown.
    pub fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let parts = |name: &str| {
            let mut parts = Vec::new();
            scan(name, |token, folded| {
                let written = name.get(token.start as usize..token.end as usize).unwrap_or_default().to_owned();
                parts.push(Part { folded: folded.to_owned(), written });
            });
            parts
        };
        let named = |parts: Vec<Part>| {
            let strict = parts.iter().filter(|part| part.folded.chars().count() >= TELLS).count() < 2;
            let capital = parts.iter().all(|part| part.written.starts_with(char::is_uppercase));
            (!parts.is_empty() && (capital || !strict)).then_some(Name { parts, strict })
        };
        Self(names.into_iter().map(parts).filter_map(named).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
