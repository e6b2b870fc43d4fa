//! What of ISO 22361 a plan shows, each with the part that shows it.

use crate::pages::Shell;
use askama::Template;
use domain::plan::{Evidence, Group, Shown, State};
use words::Words;
use words::iso;

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "plan_iso.html")]
pub struct IsoPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// What is shown; `None` where the plan cannot be read whole.
    pub shown: Option<Vec<Shown>>,
}

impl IsoPage {
    pub(crate) fn groups(&self) -> Vec<(String, Vec<&Shown>)> {
        let of = |group: Group| self.shown.iter().flatten().filter(|row| row.group == group).collect();
        [Group::Principle, Group::Process, Group::Clause]
            .map(|group| (iso::group(&self.words, group), of(group)))
            .into()
    }

    pub(crate) fn count(&self) -> String {
        let of = |state: State| self.shown.iter().flatten().filter(|row| row.state == state).count() as i64;
        let (met, partly, missing) = (of(State::Met), of(State::Partly), of(State::Missing));
        let args = [("met", met.into()), ("partly", partly.into()), ("missing", missing.into())];
        self.words.tell("iso-count", &args)
    }

    pub(crate) fn code(&self, row: &Shown) -> String {
        format!("{:?}-{:?}", row.group, row.element).to_lowercase()
    }

    pub(crate) fn mark(&self, state: State) -> char {
        match state {
            State::Met => '●',
            State::Partly => '◆',
            State::Missing => '✕',
        }
    }

    pub(crate) fn element(&self, row: &Shown) -> String {
        iso::element(&self.words, row.element)
    }

    pub(crate) fn state(&self, row: &Shown) -> String {
        iso::state(&self.words, row.state)
    }

    pub(crate) fn evidence(&self, evidence: Evidence) -> String {
        iso::evidence(&self.words, evidence)
    }
}
