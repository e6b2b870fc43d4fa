//! Files and streams of posts: JSON lines and CSV, read in constant memory, resumable.
//!
//! Every line or row becomes one post or one quarantined item, never neither.

pub mod csv;
pub mod jsonl;
mod lines;
mod mapping;
mod rating;
mod reader;
mod record;
mod strict;
mod time;

pub use mapping::{Field, Mapping};
pub use reader::{Batch, Detected, Position, Reader};
pub use time::TimeFormat;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use thiserror::Error;

/// What the lines are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One JSON object a line.
    Jsonl,
    /// Cells with a header.
    Csv,
}

/// How to read a file.
#[derive(Clone, Debug)]
pub struct Options {
    /// JSON lines or CSV; `None` to see by the first character.
    pub format: Option<Format>,
    /// Which column is what; `None` to know it by the header.
    pub mapping: Option<Mapping>,
    /// How times stand in the file.
    pub time: TimeFormat,
    /// The zone of times that name none.
    pub zone: TimeZone,
    /// The encoding, by its usual name (`latin1`, `utf-16le`); `None` to see by the first bytes.
    pub encoding: Option<String>,
    /// The top of the scale of ratings that name none: 5.
    pub out_of: u32,
    /// Put in front of ids that are not Vigie's own, so that two files that both count from 1 do not meet.
    pub scope: Option<String>,
    /// When the file is read.
    pub seen_at: Timestamp,
}

impl Options {
    /// Everything to be seen by the file itself.
    pub fn new(seen_at: Timestamp) -> Self {
        Self {
            format: None,
            mapping: None,
            time: TimeFormat::default(),
            zone: TimeZone::UTC,
            encoding: None,
            out_of: 5,
            scope: None,
            seen_at,
        }
    }
}

/// Why a file cannot be read at all.
#[derive(Debug, Error)]
pub enum Error {
    /// The disk or the pipe.
    #[error("the file could not be read: {0}")]
    Io(#[from] std::io::Error),
    /// The header has none of the known names.
    #[error("the header is not known (columns: {columns}); say which column is what with --map text=…,at=…,id=…")]
    Header {
        /// What was found.
        columns: String,
    },
    /// No column tells when.
    #[error(
        "no column tells when the posts were published (columns: {columns}); say which with --map at=…,text=…; a --map without `at` files them \
         all under the time of the import"
    )]
    Undated {
        /// What was found.
        columns: String,
    },
    /// A mapped column is not there.
    #[error("there is no column {missing:?}; the columns are {columns}")]
    Column {
        /// The column that was asked for.
        missing: String,
        /// What was found.
        columns: String,
    },
    /// Times whose month comes first, and nobody said so.
    #[error("times such as {0:?} have their month first: give --time-format us")]
    MonthFirst(String),
    /// No such encoding.
    #[error("encoding {0:?} is not known: give utf-8, utf-16le, utf-16be or latin1")]
    Encoding(String),
    /// The shipped header names are broken.
    #[error("the shipped header names cannot be read: {0}")]
    Families(String),
    /// The place to go on from is none.
    #[error("the saved position cannot be read: {0}")]
    Cursor(String),
    /// Another file than the one that was begun.
    #[error(
        "the file has changed since its import was begun ({0}); import it from its start: what is known already is not taken twice"
    )]
    Changed(&'static str),
}

/// The identity of something that has none of its own: from all its parts, each with its length.
fn row_id<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    format!("row:{}", &hasher.finalize().to_hex()[..32])
}

/// Whether an address may be kept and shown.
fn is_web_address(url: &str) -> bool {
    url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

/// Whether a cell says that there is nothing.
fn is_absent(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty()
        || ["-", "–", "n/a", "na", "nan", "null", "none", "n.a."].iter().any(|word| cell.eq_ignore_ascii_case(word))
}
