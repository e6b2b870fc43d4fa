//! One module per kind of source. Protocol types stay inside; [`domain::source::Delivery`] comes out.

pub mod change;
pub mod feed;
pub mod file;
pub(crate) mod json;
pub mod mailbox;
pub mod mastodon;
pub mod webhook;

use jiff::Timestamp;
use std::time::Duration;

/// The longest native id of a post, in bytes: addresses are that long, what is longer names nothing.
const LONGEST_ID: usize = 2048;

/// The longest name that a server has for a post beside its native id: it is looked up by it.
const LONGEST_LOCAL_ID: usize = 200;

/// Why an id is refused; nothing for one within its bound.
fn too_long(what: &str, id: &str, longest: usize) -> Result<(), String> {
    if id.len() > longest { Err(format!("its {what} is longer than {longest} bytes")) } else { Ok(()) }
}

/// What a person is told when a source is tried.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Verdict {
    /// Whether it answered.
    pub reachable: bool,
    /// Whether it let us in; `None` when it never came so far.
    pub authorised: Option<bool>,
    /// How the try ended.
    pub outcome: domain::source::Outcome,
    /// In plain words: what was found, or what to do.
    pub detail: String,
    /// The first line of one item, as a sample.
    pub sample: Option<String>,
    /// How many items it offers now.
    pub items: usize,
    /// How long until it would be asked again.
    pub next_in: Duration,
    /// When it may be asked again, where it said so.
    pub not_before: Option<Timestamp>,
    /// How much more it lets us ask, where it says so.
    pub limits: Option<String>,
}
