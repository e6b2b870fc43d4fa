//! How often the reader is wrong: what was measured when it was trained.

use crate::pages::Shell;
use crate::pages::show::language;
use askama::Template;
use text::{Measured, measured};
use words::Words;

/// The figures, by language.
#[derive(Clone, Debug, Template)]
#[template(path = "reader.html")]
pub struct ReaderPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
}

impl ReaderPage {
    pub(crate) fn version(&self) -> String {
        self.words.name("reader-version", text::READER)
    }

    /// Language, three shares as told, and the F1 of its polarity.
    pub(crate) fn rows(&self) -> Vec<(String, [String; 3], String)> {
        let percent = |thousandths: u16| self.words.percent(thousandths.into());
        let polarity = |row: &Measured| row.polarity.map_or_else(|| self.words.say("reader-not-measured"), percent);
        let row = |row: &Measured| (language(&self.words, &row.language), row.told.map(percent), polarity(row));
        measured().iter().map(row).collect()
    }
}
