//! Matches posts to queries: the boolean language and the matcher. An instrument: plain inputs, plain outputs; no I/O, no clock.
//!
//! The language: words, `"phrases"`, `AND` `OR` `NOT` (and `-word`; words side by side mean AND, which binds tighter than OR),
//! parentheses, `NEAR/5`, `prefix*`, `#tag`, `@handle`, `lang:fr` `source:mastodon` `author:lea` `followers:>1000` `rating:<=2`.
//! Operators are written in capitals. Case, accents and disguises never matter (see [`text::token`]). A plain word also matches a
//! hashtag, a handle, and the words inside a compound one (`Acme` finds `#BoycottAcme`).
//!
//! - [`parse`] reads a query or says what is wrong and where ([`Diagnostic`]).
//! - [`Matcher`] holds many queries and finds those that a [`Document`] matches; [`evaluate`] is its plain, slow oracle.
//! - [`explain`] and [`highlight`] are for people.

mod ast;
mod canonical;
mod compile;
mod cover;
mod diagnostic;
mod dictionary;
mod document;
mod evaluate;
mod explain;
mod frequency;
mod highlight;
mod lexer;
mod matcher;
mod parser;
mod term;

pub use ast::{Comparison, Field, Kind, Node, Query, Sequence, Step, Wanted};
pub use diagnostic::{Code, Diagnostic};
pub use document::Document;
pub use evaluate::{evaluate, evaluate_any};
pub use explain::{Explanation, Warning, explain};
pub use highlight::highlight;
pub use lexer::MAX_BYTES;
pub use matcher::{Matcher, Scratch};
pub use parser::{MAX_DEPTH, MAX_DISTANCE, MAX_TERMS, parse};
