//! The case room: which cases there are, the one action that opens one, and the room itself.

mod choices;
mod earlier;
mod lesson;
mod night;
mod print;
mod repair;
mod room;
mod rows;
mod wash;

pub use earlier::EarlierPage;
pub use lesson::LessonPage;
pub use night::{NightPage, Screen};
pub use print::{BriefPage, Line, SheetPage};
pub use repair::{LessonRow, LimitRow, MeasureRow, PromiseRow, RepairPage, advanced};
pub use room::RoomPage;
pub use rows::{
    ApartRow, AuthorRow, ClockRow, DraftRow, FactRow, FigureRow, LegalRow, LogRow, MentionRow, NewsCard,
    StakeholderRow, TaskRow, Told,
};
pub use wash::{Question, WashPage};

use crate::pages::Shell;
use askama::Template;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use words::Words;

/// The night board: every open case of every organisation of the reader, and the one action.
#[derive(Clone, Debug, Template)]
#[template(path = "cases.html")]
pub struct CasesPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Whether the reader may lay reviews side by side.
    pub reviews: bool,
    /// Open cases, what moved last first.
    pub open: Vec<CaseRow>,
    /// Cases that are over, of late.
    pub over: Vec<CaseRow>,
    /// The brands of which the reader may open a case: organisation, brand, what both are called.
    pub brands: Vec<(i64, i64, String)>,
    /// What the case is called for, where that is known.
    pub from: Option<Caller>,
    /// The key of the call that the form makes.
    pub key: String,
    /// What somebody told, where it could not be taken.
    pub typed: String,
    /// Why it could not be taken.
    pub problem: Option<String>,
}

/// What a case is called for.
#[derive(Clone, Debug)]
pub struct Caller {
    /// `signal` or `mention`.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// What it says, briefly.
    pub said: String,
    /// Whose, and of which brand: the case is that brand's.
    pub brand: (i64, i64),
}

/// A case of a list.
#[derive(Clone, Debug)]
pub struct CaseRow {
    /// Its number.
    pub id: i64,
    /// Whose, and about which brand.
    pub about: String,
    /// Where it stands.
    pub step: String,
    /// Whether it is a crisis.
    pub is_crisis: bool,
    /// Who leads.
    pub lead: Option<String>,
    /// When something last happened.
    pub moved_at: Timestamp,
    /// The clock that runs out next: what, when, and whether it ran out.
    pub clock: Option<(String, Timestamp, bool)>,
    /// In whose hours it is told.
    pub zone: TimeZone,
    /// Whether its reader is told where it stands, and no more.
    pub for_client: bool,
}

impl CasesPage {
    pub(crate) fn line(&self, row: &CaseRow) -> String {
        if row.for_client {
            return self.words.there(&row.zone).since(row.moved_at);
        }
        let lead = row.lead.clone().unwrap_or_else(|| self.words.say("case-no-lead"));
        let moved = self.words.there(&row.zone).since(row.moved_at);
        self.words.tell("case-line", &[("who", lead.as_str().into()), ("when", moved.as_str().into())])
    }

    pub(crate) fn clock(&self, row: &CaseRow) -> Option<String> {
        let (what, due, late) = row.clock.as_ref()?;
        let id = if *late { "case-clock-late" } else { "case-clock-due" };
        let due = self.words.there(&row.zone).when(*due);
        Some(self.words.tell(id, &[("what", what.as_str().into()), ("when", due.as_str().into())]))
    }
}
