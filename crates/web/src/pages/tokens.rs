//! API tokens.

use crate::pages::Shell;
use askama::Template;
use jiff::Timestamp;
use words::Words;

/// The tokens page.
#[derive(Clone, Debug, Template)]
#[template(path = "tokens.html")]
pub struct TokensPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// A token made a moment ago, shown this once.
    pub fresh: Option<String>,
    /// The tokens, newest first.
    pub tokens: Vec<TokenView>,
    /// Whether the reader may make one.
    pub may_make: bool,
}

/// One token. It may what who made it may.
#[derive(Clone, Debug)]
pub struct TokenView {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Since when.
    pub created_at: Timestamp,
    /// Whether the reader may take it back.
    pub may_revoke: bool,
}
