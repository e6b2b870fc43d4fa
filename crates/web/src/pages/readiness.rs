//! How ready a team is: the points, each reason with what it costs and how to mend it, and each risk with what stands ready for it.

use crate::pages::Shell;
use askama::Template;
use domain::plan::Plan;
use domain::readiness::{Kind, Readiness, Reason, Row};
use words::Words;
use words::plan::role as plan_role;

/// The readiness of one organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "readiness.html")]
pub struct ReadinessPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The reader's other organisations: id, name.
    pub others: Vec<(i64, String)>,
    /// How ready it is.
    pub ready: Readiness,
    /// The plan; empty where there is none.
    pub plan: Plan,
    /// Whether the reader may say what was gone through.
    pub may_configure: bool,
}

/// One cell of the matrix.
pub(crate) struct Cell {
    pub mark: char,
    pub said: String,
}

impl ReadinessPage {
    pub(crate) fn score(&self) -> String {
        self.words.tell("ready-score", &[("score", self.ready.score.into())])
    }

    /// What is missing, in a sentence.
    pub(crate) fn what(&self, reason: &Reason) -> String {
        words::readiness::what(&self.words, reason)
    }

    /// How to mend it.
    pub(crate) fn mend(&self, reason: &Reason) -> String {
        words::readiness::mend(&self.words, reason.kind)
    }

    pub(crate) fn cost(&self, reason: &Reason) -> String {
        self.words.count("ready-cost", reason.cost)
    }

    /// Whom it concerns, each once, as people read it.
    pub(crate) fn subjects(&self, reason: &Reason) -> String {
        let mut named: Vec<String> = Vec::new();
        for subject in &reason.subjects {
            let name = match reason.kind {
                Kind::Tonight | Kind::Nights => plan_role(&self.words, subject),
                Kind::Unheard | Kind::NoScenario | Kind::NoReply | Kind::NoDrill => self.risk(subject),
                _ => subject.clone(),
            };
            if !named.contains(&name) {
                named.push(name);
            }
        }
        named.join(" · ")
    }

    fn risk(&self, id: &str) -> String {
        self.ready.matrix.iter().find(|row| row.risk == id).map_or_else(|| id.to_owned(), |row| row.text.clone())
    }

    /// Where it is mended.
    pub(crate) fn href(&self, reason: &Reason) -> String {
        let room = match reason.kind {
            Kind::Tonight | Kind::Nights | Kind::Unconfirmed | Kind::TeamNotReviewed => "team",
            Kind::Untrained => return format!("/team/{}#practice", self.organisation.0),
            Kind::Untested => return "/settings/waking".to_owned(),
            Kind::Expired | Kind::Void | Kind::Unapproved if self.may_configure => {
                return format!("/plan/{}/approve", self.organisation.0);
            }
            Kind::NoDrill => return "#matrix".to_owned(),
            _ => "plan",
        };
        format!("/{room}/{}", self.organisation.0)
    }

    /// What stands ready for a risk: what would hear it, its scenario, its replies, when it was gone through.
    pub(crate) fn cells(&self, row: &Row) -> [Cell; 4] {
        let none = || self.words.say("ready-none");
        let scenario = row.scenario.as_ref().and_then(|id| self.plan.scenario(id));
        [
            cell(row.queries > 0, self.words.count("ready-queries", row.queries)),
            cell(scenario.is_some(), scenario.map_or_else(none, |scenario| self.plan.filled(&scenario.body.title))),
            cell(row.replies > 0, self.words.count("ready-replies", row.replies)),
            cell(row.rehearsed.is_some(), row.rehearsed.map_or_else(none, |at| self.words.date(at))),
        ]
    }
}

fn cell(stands: bool, said: String) -> Cell {
    Cell { mark: if stands { '●' } else { '✕' }, said }
}
