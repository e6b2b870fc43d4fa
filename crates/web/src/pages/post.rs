//! A post as every page shows it: who, where, when, what it says, what the reader makes of it.

use crate::pages::Figure;
use jiff::Timestamp;
use text::{Harm, Kind, Language, Polarity};

/// A post, set apart as a stranger's words.
#[derive(Clone, Debug)]
pub struct PostView {
    /// The mention's id.
    pub id: i64,
    /// The brand's name.
    pub brand: String,
    /// Who published it: handle or name; `None` when not known.
    pub author: Option<String>,
    /// How many follow the author.
    pub followers: Figure,
    /// The source's name.
    pub source: String,
    /// When it happened.
    pub at: Timestamp,
    /// What it says; empty for a rating alone.
    pub text: String,
    /// Its page.
    pub url: Option<String>,
    /// Stars of five.
    pub stars: Option<i64>,
    /// The language read.
    pub language: Language,
    /// The polarity read.
    pub polarity: Polarity,
    /// Its probability, in thousandths.
    pub p: u16,
    /// Statement, question or complaint.
    pub kind: Kind,
    /// What makes it grave, if anything: the harm, and the words that say so.
    pub grave: Option<(Harm, Vec<String>)>,
    /// Heard late, by catching up.
    pub late: bool,
    /// Deleted where it was published; kept here as evidence.
    pub deleted: bool,
    /// Its text was erased for data protection.
    pub erased: bool,
    /// Who handled it, and when.
    pub handled: Option<(String, Timestamp)>,
    /// Who takes care of it.
    pub assigned: Option<String>,
}

impl PostView {
    /// The mention's page.
    pub fn href(&self) -> String {
        format!("/mentions/{}", self.id)
    }
}
