//! The single pass: folds case and accents and cuts a text into tokens.

/// One token of a text: a folded word, hashtag body, handle body, number or unspaced-script character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Hash of the folded characters (and of nothing else).
    pub hash: u64,
    /// Where the token starts in the original text, in bytes.
    pub start: u32,
    /// Where it ends, in bytes, exclusive.
    pub end: u32,
    /// What stood before it: a hashtag and a handle are also plain words.
    pub mark: Mark,
}

/// The sign in front of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// None.
    Word,
    /// `#`.
    Hashtag,
    /// `@`.
    Handle,
}
