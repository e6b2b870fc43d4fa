//! What staff who have no login read by a link: how to behave, and whom to tell. Nothing else of the plan.

use crate::pages::Shell;
use askama::Template;
use domain::plan::Plan;
use words::Words;

/// The conduct card.
#[derive(Clone, Debug, Template)]
#[template(path = "staff.html")]
pub struct StaffPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The language of the card's sentences.
    pub language: &'static str,
    /// What to do.
    pub do_: Vec<String>,
    /// What not to do.
    pub dont: Vec<String>,
    /// Where the training is.
    pub training: String,
    /// Whom to tell: name, telephone or address.
    pub tell: Vec<(String, String)>,
}

impl StaffPage {
    /// The card of a plan; empty where it says nothing to staff.
    pub fn of(plan: &Plan, words: Words, shell: Shell, secret: &str) -> Self {
        let conduct = plan.conduct.as_ref().map(|said| said.value.clone()).unwrap_or_default();
        let filled = |texts: &[String]| texts.iter().map(|text| plan.filled(text)).collect();
        let told = conduct.tell.as_ref().map(|who| plan.who(&who.value)).unwrap_or_default();
        Self {
            words,
            shell,
            training: format!("/staff/{secret}/training"),
            language: plan.languages.first().map_or("und", |said| said.value.code()),
            do_: filled(&conduct.do_),
            dont: filled(&conduct.dont),
            tell: told.into_iter().map(|one| (one.body.name.clone(), one.body.contact())).collect(),
        }
    }
}
