//! The way of a case as it stands.

use crate::case::digest::{Capture, TextRef};
use crate::case::event::{CourseEvent, Heat, Moment, Opening, Origin, Step};
use crate::case::party::Party;
use crate::case::triage::{Answers, Loudness, advise};
use crate::id::MentionId;
use crate::plan::Posture;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Who holds a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assigned {
    /// Who; `None`: nobody could be reached.
    pub to: Option<Party>,
    /// Who holds it in the plan and was not there.
    pub absent: Vec<Party>,
}

/// The way of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Course {
    /// Where it stands on the ladder.
    pub step: Step,
    /// Since when.
    pub since: Timestamp,
    /// How much is heard.
    pub heat: Heat,
    /// Since when.
    pub heat_since: Timestamp,
    /// How loud it was when it ended.
    pub left_at: Heat,
    /// Whether somebody said that people may be hurt.
    pub hurt: bool,
    /// Where it comes from: each side once.
    pub origins: Vec<Origin>,
    /// When it began, as far as somebody knows.
    pub began: Option<Moment>,
    /// Roles of the plan.
    pub roles: BTreeMap<String, Assigned>,
    /// Who leads.
    pub lead: Option<Party>,
    /// The scenario of the plan.
    pub scenario: Option<String>,
    /// What was answered.
    pub answers: Option<Answers>,
    /// The stance.
    pub posture: Option<Posture>,
    /// Whether what was done well before stands beside it.
    pub bolster: bool,
    /// How loudly it is answered.
    pub loudness: Option<Loudness>,
    /// Whether somebody decided so, otherwise than triage advised.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub own_loudness: bool,
    /// At which step that was said.
    #[serde(skip)]
    pub loudness_at: Step,
    /// What was captured.
    pub captures: Vec<(Option<MentionId>, Capture)>,
    /// Texts that were erased.
    pub erased: BTreeSet<TextRef>,
    /// Captures that were erased.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub uncaptured: BTreeSet<Capture>,
}

impl Course {
    /// Whether the first thing to say is what keeps people safe: as triage answered it; before that, as whoever opened it said.
    pub fn safety_first(&self) -> bool {
        self.answers.map_or(self.hurt, |answers| advise(&answers).safety_first)
    }
}

/// The role whose holder leads.
pub(in crate::case) const LEAD: &str = "lead";

impl Course {
    pub(super) fn open(&mut self, opening: &Opening, at: Timestamp) {
        (self.step, self.since, self.heat_since) = (opening.step, at, at);
        self.take_up(opening);
    }

    fn take_up(&mut self, opening: &Opening) {
        self.hurt |= opening.hurt;
        self.began = self.began.take().or_else(|| opening.began.clone());
        self.scenario = self.scenario.take().or_else(|| opening.scenario.clone());
        if !self.origins.contains(&opening.origin) {
            self.origins.push(opening.origin.clone());
        }
    }

    pub(super) fn apply(&mut self, event: &CourseEvent, at: Timestamp) {
        match event {
            CourseEvent::Opened(_) => {}
            CourseEvent::TakenUp(opening) => self.take_up(opening),
            CourseEvent::Sensed { heat } => (self.heat, self.heat_since) = (*heat, at),
            CourseEvent::Stepped { to, .. } => {
                (self.step, self.since) = (*to, at);
                if matches!(to, Step::Closed | Step::Dismissed) {
                    self.left_at = self.heat;
                }
            }
            CourseEvent::BeganAt { began, .. } => self.began = Some(began.clone()),
            CourseEvent::Assigned { role, to, absent } => {
                if role == LEAD {
                    self.lead = *to;
                }
                self.roles.insert(role.clone(), Assigned { to: *to, absent: absent.clone() });
            }
            CourseEvent::HandedOver { to, .. } => {
                self.lead = Some(*to);
                self.roles.insert(LEAD.to_owned(), Assigned { to: Some(*to), absent: Vec::new() });
            }
            CourseEvent::ScenarioChosen { scenario } => self.scenario = Some(scenario.clone()),
            CourseEvent::Triaged { answers } => self.answers = Some(*answers),
            CourseEvent::PostureSet { posture, bolster, .. } => {
                (self.posture, self.bolster) = (Some(*posture), *bolster);
            }
            CourseEvent::LoudnessSet { loudness, .. } => {
                let advised = self.answers.map(|answers| advise(&answers).loudness);
                self.own_loudness = advised != Some(*loudness);
                (self.loudness, self.loudness_at) = (Some(*loudness), self.step);
            }
            CourseEvent::Captured { mention, capture } => self.captures.push((*mention, *capture)),
            CourseEvent::Erased { texts } => self.erased.extend(texts),
            CourseEvent::Cleared { texts, captures, .. } => {
                self.erased.extend(texts);
                self.uncaptured.extend(captures);
            }
        }
    }
}
