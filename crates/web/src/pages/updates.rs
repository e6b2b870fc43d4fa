//! What everybody reads while something is wrong: each thing that was said, with what corrects it, and when there is more.

use askama::Template;
use domain::case::{Correction, UpdateKind};
use engine::case::{Published, PublishedUpdate};
use jiff::Timestamp;
use words::Words;

/// The public page of updates.
#[derive(Clone, Debug, Template)]
#[template(path = "updates.html")]
pub struct UpdatesPage {
    /// Speaks; its hours are those of the brand.
    pub words: Words,
    /// The brand's id.
    pub brand: i64,
    /// What was published.
    pub page: Published,
    /// Whether it is a file: no moment of it is told from now.
    pub as_file: bool,
}

/// The same as a file on another host.
#[derive(Clone, Debug, Template)]
#[template(path = "updates_file.html")]
pub struct UpdatesFile {
    /// The page.
    pub inner: UpdatesPage,
}

impl UpdatesPage {
    pub(crate) fn title(&self) -> String {
        self.words.name("updates-title", &self.page.brand)
    }

    fn when(&self, at: Timestamp) -> String {
        if !self.as_file {
            return self.words.when(at);
        }
        format!("{}, {}", self.words.long_date(at), self.words.time(at))
    }

    pub(crate) fn stands(&self) -> Option<String> {
        match (self.page.next, self.page.closed) {
            (_, Some(closed)) => {
                Some(self.words.tell("updates-closed", &[("when", self.words.long_date(closed).into())]))
            }
            (Some(next), None) if self.as_file || next > self.words.now() => {
                Some(self.words.tell("updates-next", &[("when", self.when(next).into())]))
            }
            (Some(next), None) => Some(self.words.tell("updates-late", &[("when", self.words.when(next).into())])),
            (None, None) => None,
        }
    }

    pub(crate) fn head(&self, one: &PublishedUpdate) -> String {
        let kind = self.words.say(match one.update.kind {
            UpdateKind::Holding => "updates-holding",
            UpdateKind::Statement => "updates-statement",
            UpdateKind::Update => "updates-update",
        });
        let at = one.update.at;
        let when = format!("{} {}", self.words.long_date(at), self.words.time(at));
        self.words.tell("updates-head", &[("what", kind.as_str().into()), ("when", when.as_str().into())])
    }

    pub(crate) fn place(&self, one: &PublishedUpdate) -> String {
        one.name.clone()
    }

    pub(crate) fn corrected(&self, one: &PublishedUpdate) -> Option<(String, String)> {
        let ((_, at), by) = (one.update.corrected?, one.corrected_by.as_ref()?);
        let said = self.words.tell("updates-corrected", &[("when", self.when(at).into())]);
        Some((said, format!("#{by}")))
    }

    pub(crate) fn corrects(&self, one: &PublishedUpdate) -> Option<String> {
        let Correction { of, .. } = one.update.corrects?;
        Some(self.words.tell("updates-corrects", &[("when", self.when(of).into())]))
    }
}
