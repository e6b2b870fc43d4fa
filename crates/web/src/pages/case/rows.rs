//! The lines of a case's room: each with what its reader can do with it now, by the names of the forms.

use domain::case::event::FactStatus;
use domain::case::triage::Loudness;
use domain::figure::Figure;
use jiff::Timestamp;

/// What triage comes to.
#[derive(Clone, Debug)]
pub struct Told {
    /// The stance.
    pub posture: String,
    /// The rule, quoted.
    pub rule: String,
    /// How loudly.
    pub loudness: Loudness,
    /// How loudly, in words.
    pub how: String,
}

/// What happened since the reader looked last.
#[derive(Clone, Debug)]
pub struct NewsCard {
    /// How much.
    pub count: i64,
    /// What was decided, the last first: what, when, by whom.
    pub decided: Vec<(String, Timestamp, String)>,
    /// Notes that call the reader.
    pub notes: Vec<String>,
}

/// A clock.
#[derive(Clone, Debug)]
pub struct ClockRow {
    /// Its number.
    pub number: u32,
    /// What it is about.
    pub of: String,
    /// When it runs out.
    pub due: Timestamp,
    /// Whether it ran out.
    pub late: bool,
    /// Whether it stands still.
    pub paused: bool,
    /// What the reader can do with it now.
    pub may: Vec<&'static str>,
}

/// A task.
#[derive(Clone, Debug)]
pub struct TaskRow {
    /// Its number.
    pub number: u32,
    /// What.
    pub text: String,
    /// Who does it.
    pub owner: Option<String>,
    /// Until when.
    pub due: Option<Timestamp>,
    /// Whether it is to be done.
    pub is_open: bool,
    /// Whether it is done.
    pub is_done: bool,
    /// How it ended, in words.
    pub stands: String,
    /// With what result.
    pub result: Option<String>,
    /// Whether it is the reader's.
    pub is_mine: bool,
    /// The clock that runs on it.
    pub clock: Option<ClockRow>,
    /// What the reader can do with it now.
    pub may: Vec<&'static str>,
}

/// A fact.
#[derive(Clone, Debug)]
pub struct FactRow {
    /// Its number.
    pub number: u32,
    /// How well it is known.
    pub status: FactStatus,
    /// The same in words.
    pub stands: String,
    /// What.
    pub text: String,
    /// Who says so.
    pub source: Option<String>,
    /// Struck out.
    pub retracted: bool,
    /// What the reader can do with it now.
    pub may: Vec<&'static str>,
}

/// A text under way.
#[derive(Clone, Debug)]
pub struct DraftRow {
    /// Its number.
    pub number: u32,
    /// What kind, in which language, where it goes, from which account.
    pub what: String,
    /// Its words; `None` where they were erased.
    pub text: Option<String>,
    /// Of a letter: its addressee and its subject; empty where they were erased, or are Vigie's.
    pub letter: Option<(String, String)>,
    /// Where it stands.
    pub stands: String,
    /// What an approval is bound to.
    pub binding: String,
    /// What the wording check found: how grave, what, how to mend it.
    pub findings: Vec<(bool, String, String)>,
    /// Where it contradicts what was said before.
    pub against: Vec<String>,
    /// Where its words contradict those of a text that is out.
    pub apart: Vec<ApartRow>,
    /// What the check came to, as the release is told.
    pub shown: String,
    /// Who is asked to approve.
    pub asked: Option<String>,
    /// What the reader can do with it now.
    pub may: Vec<&'static str>,
    /// Why it cannot be asked for, or sent, though it is its turn.
    pub hindrance: Option<String>,
    /// The hour that it promises, as a field takes it; empty: none, or one that is past.
    pub promises: String,
    /// The hour that it promised, where that is past.
    pub broken: Option<Timestamp>,
    /// The try of which nobody knows what came.
    pub attempt: u32,
    /// Its language.
    pub language: &'static str,
    /// Where it is, once it is out.
    pub receipt: Option<String>,
}

/// A contradiction between the words of two texts.
#[derive(Clone, Debug)]
pub struct ApartRow {
    /// In what, and with which text.
    pub what: String,
    /// The other text.
    pub against: u32,
    /// What was said there, and where it begins.
    pub said: (String, u32),
    /// What is to be said, and where it begins.
    pub here: (String, u32),
    /// Whether somebody said why it stands.
    pub passed_over: bool,
}

/// A mention that somebody answers, or may.
#[derive(Clone, Debug)]
pub struct MentionRow {
    /// Its number.
    pub id: i64,
    /// By whoever wrote it.
    pub whose: String,
    /// What it says, briefly.
    pub said: String,
    /// Who answers it, and since when.
    pub holder: Option<(String, Timestamp)>,
    /// The exits it took.
    pub exits: Vec<String>,
    /// What it was answered outside of the case: when, by whom, in which words; none: they were erased.
    pub outside: Vec<(Timestamp, String, Option<String>)>,
    /// Whoever wrote it, where somebody answers it.
    pub author: Option<AuthorRow>,
    /// What the reader can do with it now.
    pub may: Vec<&'static str>,
}

/// What is known of an author.
#[derive(Clone, Debug)]
pub struct AuthorRow {
    /// By which name.
    pub name: String,
    /// How many follow them, where that is known.
    pub followers: Option<i64>,
    /// Their earlier posts about the brand: when, what, whether it was answered.
    pub earlier: Vec<(Timestamp, String, bool)>,
    /// What was offered to them: what, how much, who authorised it.
    pub offers: Vec<(String, Option<String>, String)>,
}

/// A stakeholder of the plan.
#[derive(Clone, Debug)]
pub struct StakeholderRow {
    /// Its name in the plan.
    pub id: String,
    /// Who.
    pub name: String,
    /// Who tells them, and how.
    pub how: String,
    /// What they are told first.
    pub message: String,
    /// When they were told last, and by whom.
    pub told: Option<(Timestamp, String)>,
}

/// A number that somebody reported.
#[derive(Clone, Debug)]
pub struct FigureRow {
    /// Of what.
    pub what: String,
    /// How many.
    pub figure: Figure,
    /// For when it holds.
    pub as_of: Timestamp,
    /// Who says so.
    pub by: String,
}

/// A legal term, as somebody declared its start.
#[derive(Clone, Debug)]
pub struct LegalRow {
    /// What it is about, and what it counts from.
    pub what: String,
    /// Since when.
    pub since: Timestamp,
    /// Who says so.
    pub by: String,
    /// On what grounds.
    pub why: String,
    /// The terms that run from it: their text, and when they run out. None: ask your counsel.
    pub terms: Vec<(String, Timestamp)>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct LogRow {
    /// Its record.
    pub version: u32,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: String,
    /// What.
    pub what: String,
    /// The words of a note.
    pub note: Option<String>,
}

/// Whether a line's reader can do this with it.
macro_rules! may {
    ($($row:ty),*) => {$(
        impl $row {
            pub(crate) fn may(&self, what: &str) -> bool {
                self.may.contains(&what)
            }
        }
    )*};
}

may!(ClockRow, TaskRow, FactRow, DraftRow, MentionRow);
