//! What is done to repair, each with its test as it advances; limits of the follow-up; what the team answered; what is learned.

use crate::pages::plan::Found;
use crate::pages::{Kept, Shell};
use askama::Template;
use domain::case::measure::Progress;
use domain::figure::Figure;
use jiff::Timestamp;
use words::Words;

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "case_repair.html")]
pub struct RepairPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The case's number.
    pub id: i64,
    /// Whose, and about which brand.
    pub about: String,
    /// Measures, those that are not over first.
    pub measures: Vec<MeasureRow>,
    /// Who was promised something that is not done, or offered something that nothing follows.
    pub promised: Vec<PromiseRow>,
    /// Limits.
    pub limits: Vec<LimitRow>,
    /// The questions, and how many people answered each.
    pub asked: Vec<(String, i64)>,
    /// Lessons.
    pub lessons: Vec<LessonRow>,
    /// Texts to everybody that are out: number, and what each says.
    pub sent: Vec<(u32, String)>,
    /// Queries of the brand: id, name.
    pub queries: Vec<(i64, String)>,
    /// Members: id, name.
    pub people: Vec<(i64, String)>,
    /// The share that spoke ill before, in whole percents, where it was counted.
    pub before: Option<i64>,
    /// Whom the new measure is promised to: the mention, and what it says.
    pub to: Option<(i64, String)>,
    /// What the reader can do with the case now, by the names of the forms.
    pub may: Vec<&'static str>,
    /// The key of what this page's forms make.
    pub key: String,
    /// What was typed where it could not be taken: which form, of which measure or lesson, and its fields.
    pub kept: Kept,
    /// Why it could not be taken.
    pub problem: Option<String>,
}

/// A measure.
#[derive(Clone, Debug)]
pub struct MeasureRow {
    /// Its number.
    pub number: u32,
    /// What.
    pub text: String,
    /// How one will know that it worked.
    pub test: String,
    /// How it stands.
    pub stands: String,
    /// What was counted last, with its kind; none: its test counts nothing.
    pub counted: Option<String>,
    /// For how many days it holds, of how many.
    pub days: Option<(u32, u32)>,
    /// Until when.
    pub due: Option<Timestamp>,
    /// Whose.
    pub owner: Option<String>,
    /// Whether it is not over.
    pub is_open: bool,
    /// How it ended, in somebody's words.
    pub result: Option<String>,
    /// What the reader can do with it now.
    pub may: Vec<&'static str>,
}

/// Somebody who was promised something.
#[derive(Clone, Debug)]
pub struct PromiseRow {
    /// What they wrote: its number.
    pub mention: i64,
    /// Briefly.
    pub said: String,
    /// The measure that follows it; none: nothing does.
    pub measure: Option<(u32, String)>,
}

/// A limit.
#[derive(Clone, Debug)]
pub struct LimitRow {
    /// Which, in words.
    pub what: String,
    /// Since when it is passed.
    pub passed: Option<Timestamp>,
}

/// A lesson.
#[derive(Clone, Debug)]
pub struct LessonRow {
    /// Its number.
    pub number: u32,
    /// In a sentence.
    pub text: String,
    /// What became of it.
    pub stands: String,
    /// Why it was set aside.
    pub why: Option<String>,
    /// The changes of the plan.
    pub changes: Vec<String>,
    /// Why it cannot be taken into the plan as it stands.
    pub problem: Option<String>,
    /// What would be found in the plan then, and is not now.
    pub new: Vec<Found>,
    /// How many findings would be gone.
    pub gone: i64,
    /// The records it rests on.
    pub records: String,
    /// What the reader can do with it now.
    pub may: Vec<&'static str>,
}

/// The progress of a test as it is told: what was counted with its kind, and for how many days it holds, of how many.
pub fn advanced(words: &Words, is_share: bool, progress: &Progress) -> (Option<String>, Option<(u32, u32)>) {
    let days = (progress.of > 0).then_some((progress.held, progress.of));
    let figure = |of| if is_share { words::review::share(words, of) } else { words::review::counted(words, of) };
    let counted = (progress.value != Figure::Unknown).then(|| {
        let target = if is_share { words.percent(progress.target) } else { words.number(progress.target) };
        words.tell("repair-counted", &[("what", figure(progress.value).into()), ("to", target.into())])
    });
    (counted, days)
}

impl RepairPage {
    /// Whether the reader can do this with the case now.
    pub(crate) fn may(&self, what: &str) -> bool {
        self.may.contains(&what)
    }

    pub(crate) fn is_it(&self, name: &str, other: &str) -> bool {
        name == other
    }

    /// The tests that can be chosen: the form's name, and its words.
    pub(crate) fn tests(&self) -> Vec<(&'static str, String)> {
        let all = [
            ("rate", "repair-by-rate"),
            ("share", "repair-by-share"),
            ("answered", "repair-by-answers"),
            ("seen", "repair-by-seen"),
            ("word", "repair-by-word"),
        ];
        // Before anything is out, nobody can have seen it.
        let can_be = all.into_iter().filter(|(name, _)| *name != "seen" || !self.sent.is_empty());
        can_be.map(|(name, id)| (name, self.words.say(id))).collect()
    }

    /// What can be counted: the form's value, and its words.
    pub(crate) fn themes(&self) -> Vec<(String, String)> {
        let series = [("negative", "repair-theme-ill"), ("mentions", "repair-theme-all")];
        let series = series.map(|(value, id)| (value.to_owned(), self.words.say(id)));
        let queries = self.queries.iter().map(|(id, name)| (format!("query-{id}"), name.clone()));
        series.into_iter().chain(queries).collect()
    }

    /// The share that spoke ill before, as it is proposed.
    pub(crate) fn proposed(&self) -> String {
        self.before.map(|before| before.to_string()).unwrap_or_default()
    }

    pub(crate) fn held(&self, days: &(u32, u32)) -> String {
        let args = [("count", i64::from(days.0).into()), ("of", i64::from(days.1).into())];
        self.words.tell("repair-held", &args)
    }

    pub(crate) fn owner(&self, row: &MeasureRow) -> String {
        let owner = row.owner.clone().unwrap_or_else(|| self.words.say("case-nobody"));
        match row.due {
            Some(due) => {
                let due = self.words.when(due);
                self.words.tell("case-task-due", &[("who", owner.as_str().into()), ("when", due.as_str().into())])
            }
            None => owner,
        }
    }

    pub(crate) fn promise(&self, row: &PromiseRow) -> String {
        match &row.measure {
            Some((number, stands)) => {
                let args = [("count", i64::from(*number).into()), ("what", stands.as_str().into())];
                self.words.tell("repair-promise-follows", &args)
            }
            None => self.words.say("repair-promise-open"),
        }
    }
}

impl MeasureRow {
    pub(crate) fn may(&self, what: &str) -> bool {
        self.may.contains(&what)
    }
}

impl LessonRow {
    pub(crate) fn may(&self, what: &str) -> bool {
        self.may.contains(&what)
    }
}
