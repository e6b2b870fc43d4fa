//! The plan as a file, out and in: what a file would change, and what is found in it, before it is kept.

use super::{Found, Spot};
use crate::pages::Shell;
use askama::Template;
use domain::plan::{Change, Weight};
use words::Words;
use words::plan::change;

/// Most changes that are listed.
const LISTED: usize = 200;

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "plan_import.html")]
pub struct ImportPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The version that holds; 0 where there is none.
    pub version: i64,
    /// Whether it is laid over another plan.
    pub base: bool,
    /// The scenarios that have moves: name, title.
    pub scenarios: Vec<(String, String)>,
    /// Whether the reader may change it.
    pub may_configure: bool,
    /// What a file holds that was brought a moment ago.
    pub brought: Option<Brought>,
    /// Why a file was not read.
    pub problem: Option<String>,
}

/// A file, read and checked, not kept yet.
#[derive(Clone, Debug)]
pub struct Brought {
    /// Its text.
    pub text: String,
    /// What it says otherwise than the plan that holds.
    pub changes: Vec<Change>,
    /// What is found in it, errors first.
    pub found: Vec<Found>,
    /// Whether it is a plan at all.
    pub is_readable: bool,
}

impl ImportPage {
    pub(crate) fn changes(&self, brought: &Brought) -> Vec<String> {
        let mut told: Vec<String> = brought.changes.iter().take(LISTED).map(change).collect();
        if brought.changes.len() > LISTED {
            told.push(self.words.count("plan-more", (brought.changes.len() - LISTED) as i64));
        }
        told
    }

    pub(crate) fn line(&self, spot: &Spot) -> String {
        self.words.count("plan-line", spot.line as i64)
    }

    pub(crate) fn verdict(&self, brought: &Brought) -> String {
        let of = |weight: Weight| brought.found.iter().filter(|one| one.weight == weight).count() as i64;
        let parts = [
            ("plan-errors", of(Weight::Error)),
            ("plan-warnings", of(Weight::Warning)),
            ("plan-to-do", of(Weight::Note)),
        ];
        let told: Vec<String> =
            parts.into_iter().filter(|(_, count)| *count > 0).map(|(id, count)| self.words.count(id, count)).collect();
        if told.is_empty() { self.words.say("plan-clean") } else { told.join(" · ") }
    }
}
