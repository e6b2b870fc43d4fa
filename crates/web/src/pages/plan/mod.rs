//! The plan as a page: the text, what is found in it, who changed what; where two wrote at once, both.

pub mod approve;
pub mod form;
pub mod import;
pub mod iso;

use crate::pages::Shell;
use askama::Template;
use domain::plan::{Change, Code, Entry, Finding, Kind, Weight, entries, forms, place};
use engine::plan::Base;
use jiff::Timestamp;
use words::plan::{change, finding, section};
use words::{Locale, Words};

/// Most changes of a version that are listed.
const LISTED: usize = 8;

/// The page of one organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "plan.html")]
pub struct PlanPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The reader's other organisations.
    pub others: Vec<(i64, String)>,
    /// Whether the reader may change it.
    pub may_configure: bool,
    /// What was typed is longer than a plan can be: its bytes, and the most.
    pub too_long: Option<(i64, i64)>,
    /// What is written; `None` where there is no plan yet.
    pub writing: Option<Writing>,
    /// What the form to begin with is filled with.
    pub beginning: Beginning,
    /// The organisation whose plan this one is laid over: name.
    pub base: Option<String>,
    /// Organisations whose plan it could be laid over: id, name, whether it is.
    pub bases: Vec<(i64, String, bool)>,
    /// Organisations whose plans are laid over this one: id, name.
    pub clients: Vec<(i64, String)>,
    /// Replies that nobody has approved, or not for long any more.
    pub to_approve: i64,
    /// Whether the reader may approve them.
    pub may_approve: bool,
    /// Versions, newest first.
    pub log: Vec<Logged>,
}

/// What the form to begin with is filled with.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// The language of the customers, else the reader's.
    pub language: Locale,
    /// The reader's name; empty where they look after the plans of others.
    pub person: String,
    /// Their address, likewise.
    pub email: String,
    /// The telephone that the set-up was told; empty where it was told none.
    pub phone: String,
}

/// A text in the editor.
#[derive(Clone, Debug)]
pub struct Writing {
    /// The version it is written over.
    pub version: i64,
    /// The text.
    pub text: String,
    /// Why it is changed, as typed.
    pub why: String,
    /// What is found in it, errors first.
    pub found: Vec<Found>,
    /// Somebody wrote meanwhile.
    pub conflict: Option<Conflict>,
}

/// One finding, shown.
#[derive(Clone, Debug)]
pub struct Found {
    /// How much it matters.
    pub weight: Weight,
    /// Its code.
    pub code: &'static str,
    /// What, why, how to mend it.
    pub told: [String; 3],
    /// Where.
    pub spot: Option<Spot>,
}

/// Where something is found.
#[derive(Clone, Debug)]
pub struct Spot {
    /// The line, from 1.
    pub line: usize,
    /// The line itself, with marks below.
    pub text: String,
    /// Whether it is in the plan below.
    pub below: bool,
    /// The form in which it is mended.
    pub href: Option<String>,
}

/// Two who wrote at once.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The version that holds.
    pub version: i64,
    /// What the other changed.
    pub theirs: Vec<Change>,
    /// What was to be changed.
    pub ours: Vec<Change>,
    /// Both together.
    pub both: Option<String>,
}

/// One version.
#[derive(Clone, Debug)]
pub struct Logged {
    /// Its number.
    pub version: i64,
    /// Who wrote it; `None` for the command line, or somebody who left.
    pub by: Option<String>,
    /// Why.
    pub why: String,
    /// When.
    pub at: Timestamp,
    /// What it changed.
    pub changes: Vec<Change>,
}

/// A finding without its place: beside the field it is about, that is known.
pub fn told(words: &Words, one: &Finding) -> Found {
    let told = finding(words, one);
    Found { weight: one.code.weight(), code: one.code.code(), told: [told.what, told.why, told.fix], spot: None }
}

impl Found {
    /// The same with the line it stands in; what lies in a plan below has none here.
    pub fn placed(self, text: &str, one: &Finding, has_base: bool) -> Self {
        let below = has_base && one.at.text == 0;
        let place = place(text, one.at);
        let spot =
            Spot { line: place.line, text: format!("{}\n{}", place.text, place.marks), below: false, href: None };
        Self { spot: (!below).then_some(spot), ..self }
    }
}

/// The word for a weight.
pub(crate) fn weight(words: &Words, weight: Weight) -> String {
    words.say(match weight {
        Weight::Error => "plan-error",
        Weight::Warning => "plan-warning",
        Weight::Note => "plan-note",
    })
}

/// A text in the making, and where it stands.
pub struct Draft<'a> {
    /// Whose it is.
    pub organisation: i64,
    /// The version it is written over.
    pub version: i64,
    /// The text.
    pub text: String,
    /// The plan it is laid over.
    pub base: Option<&'a Base>,
    /// Why it is changed, as typed.
    pub why: String,
}

impl Writing {
    /// A text with what is found in it.
    pub fn new(words: &Words, draft: Draft<'_>, findings: &[Finding], conflict: Option<Conflict>) -> Self {
        let base = draft.base.map(|base| base.text.as_str());
        let all = entries(&draft.text, base);
        let spot = |one: &Finding| {
            let below = base.filter(|_| one.at.text == 0);
            let place = place(below.unwrap_or(&draft.text), one.at);
            let text = format!("{}\n{}", place.text, place.marks);
            let lacks = one.code.belongs().map(|(section, _)| format!("/plan/{}/edit/{section}", draft.organisation));
            // A blank that stands empty is filled in where it stands, not where it is used.
            let blank = |entry: &&Entry| one.code == Code::UnknownBlank && entry.section == "blank";
            let empty = all.iter().find(blank).and_then(|entry| Some((entry, entry.field(one.name("name"))?)));
            let concerned = || all.iter().find_map(|entry| Some((entry, entry.concerns(one)?)));
            let href = empty.map(|(entry, field)| (entry, Some(field.name.as_str()))).or_else(concerned);
            let href = href.map(|(entry, field)| address(draft.organisation, entry, field)).or(lacks);
            Spot { line: place.line, text, below: below.is_some(), href }
        };
        let mut found: Vec<Found> =
            findings.iter().map(|one| Found { spot: Some(spot(one)), ..told(words, one) }).collect();
        found.sort_by_key(|one| one.weight);
        Self { version: draft.version, text: draft.text, why: draft.why, found, conflict }
    }

    fn count(&self, weight: Weight) -> i64 {
        self.found.iter().filter(|one| one.weight == weight).count() as i64
    }
}

/// Where an entry's form is, at one of its fields.
fn address(organisation: i64, entry: &Entry, field: Option<&str>) -> String {
    let id = entry.id.as_deref().map(|id| format!("/{}", form::escaped(id))).unwrap_or_default();
    let at = field.map(|field| format!("#f-{}", form::escaped(field))).unwrap_or_default();
    format!("/plan/{organisation}/edit/{}{id}{at}", entry.section)
}

impl PlanPage {
    /// What is said of a text that is longer than a plan can be.
    pub(crate) fn too_long(&self) -> Option<String> {
        let (bytes, most) = self.too_long?;
        let args = [("size", self.words.number(bytes).into()), ("most", self.words.number(most).into())];
        Some(self.words.tell("plan-too-long", &args))
    }

    pub(crate) fn verdict(&self, writing: &Writing) -> String {
        let words = &self.words;
        let (errors, warnings) = (writing.count(Weight::Error), writing.count(Weight::Warning));
        let todo = writing.count(Weight::Note);
        let parts = [("plan-errors", errors), ("plan-warnings", warnings), ("plan-to-do", todo)];
        let told: Vec<String> =
            parts.into_iter().filter(|(_, count)| *count > 0).map(|(id, count)| words.count(id, count)).collect();
        if told.is_empty() { words.say("plan-clean") } else { told.join(" · ") }
    }

    pub(crate) fn line(&self, spot: &Spot) -> String {
        let line = self.words.count("plan-line", spot.line as i64);
        if spot.below { format!("{} · {line}", self.words.say("plan-from-base")) } else { line }
    }

    pub(crate) fn sections(&self) -> Vec<(&'static str, String)> {
        forms().map(|form| (form.section, section(&self.words, form.section))).collect()
    }

    pub(crate) fn version(&self, entry: &Logged) -> String {
        self.words.count("plan-version", entry.version)
    }

    pub(crate) fn kinds(&self) -> Vec<(&'static str, String)> {
        let said = |kind: Kind, id: &str| (kind.code(), self.words.say(id));
        let mut kinds = vec![
            said(Kind::Shop, "plan-kind-shop"),
            said(Kind::Brand, "plan-kind-brand"),
            said(Kind::Agency, "plan-kind-agency"),
            said(Kind::Figure, "plan-kind-figure"),
        ];
        if !self.bases.is_empty() {
            kinds.push(said(Kind::Client, "plan-kind-client"));
        }
        kinds
    }

    pub(crate) fn languages(&self) -> Vec<(&'static str, &'static str, bool)> {
        Locale::ALL.map(|locale| (locale.code(), locale.own_name(), locale == self.beginning.language)).into()
    }

    pub(crate) fn changes(&self, changes: &[Change]) -> Vec<String> {
        let mut told: Vec<String> = changes.iter().take(LISTED).map(change).collect();
        if changes.len() > LISTED {
            told.push(self.words.count("plan-more", (changes.len() - LISTED) as i64));
        }
        told
    }
}
