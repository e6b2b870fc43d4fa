//! The days that are ahead by the plan, and the address by which a reader's own calendar reads them.

use crate::pages::Shell;
use askama::Template;
use domain::calendar::Due;
use jiff::Timestamp;
use words::Words;

/// The calendar of one organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "calendar.html")]
pub struct CalendarPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The reader's other organisations: id, name.
    pub others: Vec<(i64, String)>,
    /// The days, the next first; `None` without a plan.
    pub days: Option<Vec<Due>>,
    /// What the form sends of that: the same form twice makes one address.
    pub beside: String,
    /// Since when the reader has an address of it.
    pub since: Option<Timestamp>,
    /// The address, made a moment ago and shown this once.
    pub fresh: Option<String>,
}

impl CalendarPage {
    /// The day in words.
    pub(crate) fn day(&self, due: &Due) -> String {
        let noon = due.day.at(12, 0, 0, 0).to_zoned(self.words.zone().clone());
        noon.map_or_else(|_| due.day.to_string(), |noon| self.words.long_date(noon.timestamp()))
    }

    /// What is to be done, and what it is for.
    pub(crate) fn told(&self, due: &Due) -> (String, String) {
        words::calendar::told(&self.words, due)
    }

    /// How often it comes back.
    pub(crate) fn again(&self, due: &Due) -> Option<String> {
        let times = i64::try_from(due.months.len()).unwrap_or(0);
        (times > 0).then(|| self.words.count("calendar-again", times))
    }

    pub(crate) fn since(&self, since: Timestamp) -> String {
        self.words.tell("calendar-since", &[("when", self.words.date(since).as_str().into())])
    }
}
