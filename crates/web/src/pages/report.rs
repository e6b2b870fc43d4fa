//! The week in five lines.

use crate::pages::Shell;
use askama::Template;
use domain::report::Report;
use words::Words;

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "report.html")]
pub struct ReportPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The week.
    pub report: Report,
    /// The brand it is about; `None` for all of the organisation's own.
    pub brand: Option<i64>,
    /// Brands to choose from: id, name.
    pub brands: Vec<(i64, String)>,
    /// The address of the week before.
    pub earlier: String,
    /// The address of the week after; `None` where this is the last.
    pub later: Option<String>,
}

impl ReportPage {
    pub(crate) fn subject(&self) -> String {
        words::report::subject(&self.words, &self.report)
    }

    pub(crate) fn is_chosen(&self, id: &i64) -> bool {
        self.brand == Some(*id)
    }

    /// Each line with what it is about.
    pub(crate) fn lines(&self) -> Vec<(String, String)> {
        let about = ["nav-mentions", "report-line-waiting", "report-line-tone", "nav-sources", "report-line-missing"];
        about.map(|id| self.words.say(id)).into_iter().zip(words::report::lines(&self.words, &self.report)).collect()
    }
}
